-- A backend for aerial.nvim: `backends = { 'gangmu', … }`. Help under gangmu-recipes.
local tree = require('gangmu.tree')
local M = {}

local kinds = { title = 'File', heading = 'Namespace', numbered = 'Interface', inline = 'Method', article = 'Class', label = 'Constant' }
local attached = {}

function M.is_supported(bufnr)
  if tree.is_draft(bufnr) then
    return true
  end
  return false, 'Not a draft of gangmu'
end

function M.fetch_symbols_sync(bufnr)
  bufnr = (bufnr and bufnr ~= 0) and bufnr or vim.api.nvim_get_current_buf()
  local items = tree.build(bufnr, function(section, level, parent)
    return {
      kind = kinds[section.kind] or 'Interface',
      name = section.label,
      level = level,
      parent = parent,
      lnum = section.line,
      col = section.byte,
      end_lnum = section.end_line,
      end_col = section.end_byte,
    }
  end)
  require('aerial.backends').set_symbols(bufnr, items, { backend_name = 'gangmu', lang = 'gangmu' })
end

M.fetch_symbols = M.fetch_symbols_sync

function M.attach(bufnr)
  attached[bufnr] = true
  tree.watch('gangmu_aerial', function(changed)
    if attached[changed] then
      M.fetch_symbols_sync(changed)
    end
  end)
end

function M.detach(bufnr)
  attached[bufnr] = nil
end

return M
