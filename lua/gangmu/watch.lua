-- What changed in a buffer. on_lines lies in the middle of a change, so it records ranges only; the text is read later.
local M = {}

local generation = {} -- of each attached buffer; a callback of an older one detaches itself
local pending = {} -- [buf] = {first, end after the change (exclusive), lines added}; LOST when ranges do not tell
local LOST = { 0, 0, 0 }
local next_generation = 0

-- The buffer was read again: it has to be watched anew and sent as a whole.
local function lost(buf)
  pending[buf] = LOST
  vim.schedule(function()
    vim.fn['gangmu#sync#flush'](buf)
  end)
end

function M.attach(buf)
  next_generation = next_generation + 1
  local own = next_generation
  generation[buf] = own
  pending[buf] = nil
  vim.api.nvim_buf_attach(buf, false, {
    on_lines = function(_, _, tick, first, last, last_new)
      if generation[buf] ~= own then
        return true
      end
      -- No tick: the preview of a substitution, taken back before anything else runs.
      if tick == nil then
        return
      end
      local added = last_new - last
      local p = pending[buf]
      if p == LOST then
        return
      elseif p then
        p[1] = math.min(p[1], first + 1)
        p[2] = math.max(p[2], last + 1) + added
        p[3] = p[3] + added
      else
        pending[buf] = { first + 1, last + 1 + added, added }
        vim.schedule(function()
          vim.fn['gangmu#sync#flush'](buf)
        end)
      end
    end,
    on_reload = function()
      if generation[buf] ~= own then
        return true
      end
      lost(buf)
    end,
    on_detach = function()
      if generation[buf] == own then
        lost(buf)
      end
    end,
  })
end

function M.detach(buf)
  generation[buf] = nil
  pending[buf] = nil
end

-- {} when nothing changed since the last call, {0, 0, 0} when the buffer has to be watched and sent anew.
function M.take(buf)
  local p = pending[buf]
  pending[buf] = nil
  return p or {}
end

-- Sends what changed, and gives what was sent, as channel/nvim.vim tells. What was taken is lost when all has to be sent, but for LOST.
function M.send(channel, buf, known)
  local p = pending[buf]
  if not p then
    return {}
  elseif p == LOST then
    return { 0 }
  end
  pending[buf] = nil
  local api = vim.api
  local first, last, added = p[1], p[2] - 1, p[3]
  local total = api.nvim_buf_line_count(buf)
  local old_last = known - (total - last)
  if total <= 1 or known <= 1 or last > total or old_last < first - 1 or known + added ~= total then
    return { 0 }
  end
  local typed = api.nvim_get_mode().mode:find('^[iR]') ~= nil
  local tick = api.nvim_buf_get_changedtick(buf)
  vim.rpcnotify(channel, 'change', {
    buffer = buf,
    tick = tick,
    line_count = total,
    first = first - 1,
    last = old_last,
    lines = api.nvim_buf_get_lines(buf, first - 1, last, true),
    typed = typed,
  })
  local here = typed and api.nvim_get_current_buf() == buf
  return { first, old_last, last, total, tick, here and api.nvim_win_get_cursor(0)[1] or 0 }
end

return M
