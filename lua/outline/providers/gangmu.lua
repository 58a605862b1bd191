-- A provider for outline.nvim: `providers = { priority = { 'gangmu', … } }`. Help under gangmu-recipes.
local tree = require('gangmu.tree')
local M = { name = 'gangmu' }

-- Kinds of the language server protocol, which give the icons.
local kinds = { title = 1, heading = 3, numbered = 11, inline = 6, article = 5, label = 14 }

function M.supports_buffer(bufnr)
  bufnr = (bufnr and bufnr ~= 0) and bufnr or vim.api.nvim_get_current_buf()
  return tree.is_draft(bufnr), { buf = bufnr }
end

function M.request_symbols(on_symbols, opts, info)
  local bufnr = info and info.buf or vim.api.nvim_get_current_buf()
  local symbols = tree.build(bufnr, function(section)
    local range = {
      start = { line = section.line - 1, character = section.byte },
      ['end'] = { line = section.end_line - 1, character = section.end_byte },
    }
    return { name = section.label, kind = kinds[section.kind] or 11, range = range, selectionRange = { start = range.start, ['end'] = range.start } }
  end)
  on_symbols(symbols, opts)
  -- The outline follows what is published, not only what is written.
  tree.watch('gangmu_outline_nvim', function(changed)
    local ok, outline = pcall(require, 'outline')
    if ok and changed == vim.api.nvim_get_current_buf() and outline.is_open() then
      outline.refresh()
    end
  end)
end

return M
