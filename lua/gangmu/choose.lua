-- A choice among a few things to do, by vim.ui.select, which others may have made theirs.
local M = {}

-- Calls `run` with the number of the label chosen, from 0.
function M.open(title, labels, run)
  vim.ui.select(labels, { prompt = title, kind = 'gangmu' }, function(_, index)
    if index then
      vim.schedule(function()
        run(index - 1)
      end)
    end
  end)
end

return M
