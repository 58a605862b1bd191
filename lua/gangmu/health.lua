-- :checkhealth gangmu: what :Gangmu info tells.
local M = {}

-- Neovim 0.7 has the functions of 0.10 under other names.
local health = vim.health and vim.health.start and vim.health
if not health then
  local old = require('health')
  health = { start = old.report_start, ok = old.report_ok, info = old.report_info, warn = old.report_warn, error = old.report_error }
end

function M.check()
  health.start('gangmu')
  for _, row in ipairs(vim.fn['gangmu#info#report']()) do
    local level, text, advice = row[1], row[2], row[3]
    if #advice > 0 and level ~= 'ok' and level ~= 'info' then
      health[level](text, advice)
    else
      health[level](text)
    end
  end
end

return M
