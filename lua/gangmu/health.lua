-- :checkhealth gangmu
local M = {}

-- Neovim 0.7 has the functions of 0.10 under other names.
local health = vim.health and vim.health.start and vim.health
if not health then
  local old = require('health')
  health = { start = old.report_start, ok = old.report_ok, info = old.report_info, warn = old.report_warn, error = old.report_error }
end

function M.check()
  health.start('gangmu')
  local status = vim.fn['gangmu#client#status']()
  if status.path == '' then
    health.error(vim.fn['gangmu#message#text']('helper_missing'), {
      'cmake -S ' .. status.root .. ' -B ' .. status.root .. '/build -DCMAKE_BUILD_TYPE=Release && cmake --build ' .. status.root .. '/build',
      "let g:gangmu_helper = '/path/to/gangmu'",
    })
  else
    health.ok('helper: ' .. status.path)
    local info = vim.fn['gangmu#client#request']('info', vim.empty_dict(), true)
    if info.error then
      health.error('helper does not answer: ' .. tostring(info.error.message))
    else
      health.ok('version ' .. info.version .. ', wire ' .. info.wire .. ', restarts ' .. status.restarts)
      for _, buffer in ipairs(info.buffers) do
        health.info(('buffer %d: tick %d, %d lines, %d bytes'):format(buffer.buffer, buffer.tick, buffer.lines, buffer.bytes))
      end
    end
  end
  if status.error ~= '' then
    health.warn('last error: ' .. status.error)
  end
  local faults = vim.fn['gangmu#option#faults']()
  for _, fault in ipairs(faults) do
    health.warn(fault)
  end
  if #faults == 0 then
    health.ok('options')
  end
  if vim.o.encoding ~= 'utf-8' then
    health.error("'encoding' is not utf-8")
  end
end

return M
