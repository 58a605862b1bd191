-- The outline as the tree of symbols that other outline plugins want.
local M = {}

-- The sections of a buffer as nested items: `make(section, level, parent)` makes one; `children` are added to it. Levels count from 0
-- and leave none out, whatever the draft does.
function M.build(buffer, make)
  local top, path = {}, {}
  for _, section in ipairs(require('gangmu').sections(buffer)) do
    while #path > 0 and path[#path].of >= section.level do
      table.remove(path)
    end
    local parent = path[#path] and path[#path].item
    local item = make(section, #path, parent)
    if parent then
      parent.children = parent.children or {}
      table.insert(parent.children, item)
    else
      table.insert(top, item)
    end
    table.insert(path, { of = section.level, item = item })
  end
  return top
end

-- True when a buffer is a draft of ours, or will be in a moment.
function M.is_draft(buffer)
  if buffer == 0 then
    buffer = vim.api.nvim_get_current_buf()
  end
  local types = vim.g.gangmu_filetypes or { 'text', 'markdown', 'gongwen' }
  local type_of = vim.api.nvim_buf_get_option(buffer, 'filetype')
  return require('gangmu').attached(buffer) or (vim.g.gangmu_auto ~= 0 and vim.tbl_contains(types, type_of))
end

-- Calls `on_change(buffer)` whenever the outline of a draft may have changed.
function M.watch(group, on_change)
  local id = vim.api.nvim_create_augroup(group, { clear = true })
  vim.api.nvim_create_autocmd('User', {
    group = id,
    pattern = 'GangmuPublished',
    callback = function()
      local buffer = vim.g.gangmu_event.buffer
      -- Not within what published it: other plugins take their time.
      vim.schedule(function()
        if vim.api.nvim_buf_is_valid(buffer) then
          on_change(buffer)
        end
      end)
    end,
  })
end

return M
