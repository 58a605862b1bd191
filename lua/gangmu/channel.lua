-- Requests with a timeout over Neovim's RPC channel.
local uv = vim.uv or vim.loop
local M = {}

function M.kill(pid)
  uv.kill(pid, 'sigkill')
end

-- Answers {1, result}, {0, error} or {-1, ''} when no answer came within `timeout` ms; the helper is then killed, because
-- rpcrequest() can only be ended so.
function M.request(job, pid, method, params, timeout)
  local late = false
  local timer = uv.new_timer()
  timer:start(timeout, 0, function()
    late = true
    if pid > 0 then
      uv.kill(pid, 'sigkill')
    end
  end)
  local ok, result = pcall(vim.rpcrequest, job, method, params)
  timer:stop()
  timer:close()
  if ok then
    return { 1, result }
  end
  if late then
    return { -1, '' }
  end
  return { 0, tostring(result) }
end

return M
