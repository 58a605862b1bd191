-- A choice among a few things to do, by vim.ui.select, which others may have made theirs.
local M = {}

-- Tells gangmu#choose#take the number of the label chosen, from 0. By name: a function of Vim script is not callable from Lua in
-- every version.
function M.open(title, labels)
  vim.ui.select(labels, { prompt = title, kind = 'gangmu' }, function(_, index)
    if index then
      vim.schedule(function()
        vim.fn['gangmu#choose#take'](index - 1)
      end)
    end
  end)
end

return M
