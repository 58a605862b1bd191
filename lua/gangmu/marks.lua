-- Extmarks for section markers and figures, vim.diagnostic for findings.
local api = vim.api
local M = {}

-- What is drawn from the rows, what from the text, and the other places of the finding under the cursor; by priority.
local layers = {
  helper = { api.nvim_create_namespace('gangmu'), 110 },
  text = { api.nvim_create_namespace('gangmu_text'), 105 },
  here = { api.nvim_create_namespace('gangmu_here'), 160 },
}
local related = api.nvim_create_namespace('gangmu_related')
local findings = api.nvim_create_namespace('gangmu_findings')
local severities = { vim.diagnostic.severity.ERROR, vim.diagnostic.severity.WARN, vim.diagnostic.severity.HINT }
local configured

local function place(buf, namespace, items, priority)
  for _, item in ipairs(items) do
    -- Not strict: what was typed since the rows were published may have made a line shorter.
    api.nvim_buf_set_extmark(buf, namespace, item[1] - 1, item[2], {
      end_row = item[3] - 1,
      end_col = item[4],
      hl_group = item[5],
      priority = priority,
      strict = false,
    })
  end
end

-- Marks {line, byte, end_line, end_byte, group}; lines from 1, bytes from 0, ends exclusive.
function M.place(buf, items, layer)
  local count = api.nvim_buf_line_count(buf)
  local fitting = {}
  local number, length
  for _, item in ipairs(items) do
    if item[3] <= count then
      if number ~= item[3] then
        number = item[3]
        length = #api.nvim_buf_get_lines(buf, number - 1, number, false)[1]
      end
      item[4] = math.min(item[4], length)
      fitting[#fitting + 1] = item
    end
  end
  place(buf, layers[layer][1], fitting, layers[layer][2])
end

local figure_groups = { 'GangmuFigure', 'GangmuFigureAgrees', 'GangmuFigureConflict' }
local conflict = 2

-- Whether a figure is one of the places of findings that are held back.
local function is_held(held, line, from, to)
  for _, at in ipairs(held) do
    if at[1] == line and at[2] < to and at[4] > from then
      return true
    end
  end
  return false
end

-- A published line as the changes sent since have moved it, as gangmu#sync#to_buffer() does.
local function forward(splices, line)
  for _, splice in ipairs(splices) do
    local first, last, added = splice[2], splice[3], splice[4]
    if line > last then
      line = line + added
    elseif line >= first then
      line = math.max(first, math.min(line, last + added))
    end
  end
  return line
end

-- Marks sections and figures, given as gangmu#rows#lying() does. A figure of a finding held back is not told to conflict.
function M.draw(buf, sections, figures, held, splices)
  local count = api.nvim_buf_line_count(buf)
  local options = { priority = layers.helper[2], strict = false }
  local number, length
  local function mark(line, from, to, group)
    line = forward(splices, line)
    if line > count then
      return
    end
    if number ~= line then
      number = line
      length = #api.nvim_buf_get_lines(buf, line - 1, line, false)[1]
    end
    options.end_row, options.end_col, options.hl_group = line - 1, math.min(to or length, length), group
    api.nvim_buf_set_extmark(buf, layers.helper[1], line - 1, from, options)
  end
  local titles = {}
  for _, piece in ipairs(sections) do
    for _, row in ipairs(piece[2]) do
      local line, from, marker_end, level, kind = row[1] + piece[1], row[2], row[5], row[6], row[7]
      if kind <= 1 then
        titles[line] = true
        mark(line, from, nil, 'GangmuTitle')
      elseif marker_end > from then
        mark(line, from, marker_end, kind == 5 and 'GangmuLabel' or 'GangmuMarker' .. math.max(1, math.min(level, 4)))
      end
    end
  end
  for _, piece in ipairs(figures) do
    for _, row in ipairs(piece[2]) do
      local line, from, to, verdict = row[1] + piece[1], row[2], row[4], row[6]
      -- A title is of one colour, but for a figure that is wrong.
      if verdict == conflict or not titles[line] then
        if verdict == conflict and is_held(held, line, from, to) then
          verdict = 0
        end
        mark(line, from, to, figure_groups[verdict + 1])
      end
    end
  end
end

function M.clear(buf, first, last, layer)
  api.nvim_buf_clear_namespace(buf, layers[layer][1], first - 1, math.min(last, api.nvim_buf_line_count(buf)))
end

local function configure(signs, virtual_text)
  -- Only what the writer asked of us; all else stays as configured for every source.
  if configured ~= signs .. '/' .. virtual_text then
    configured = signs .. '/' .. virtual_text
    -- A finding of a sentence that is over is shown at once, also in Insert mode (finding.vim holds the others back).
    local config = { update_in_insert = true }
    if virtual_text == 0 then
      config.virtual_text = false
    elseif not vim.diagnostic.config().virtual_text then
      -- Off by default since Neovim 0.11; a way of the writer's own is kept.
      config.virtual_text = true
    end
    if signs == 0 then
      config.signs = false
    end
    if not vim.diagnostic.config().severity_sort then
      -- The sign of a line is that of its gravest finding, as in Vim.
      config.severity_sort = true
    end
    vim.diagnostic.config(config, findings)
  end
end

-- Shows findings, rows as published, in place of those shown before.
function M.findings(buf, rows, signs, virtual_text)
  configure(signs and signs ~= 0 and 1 or 0, virtual_text and virtual_text ~= 0 and 1 or 0)
  local list, places = {}, {}
  local count = api.nvim_buf_line_count(buf)
  for _, row in ipairs(rows) do
    list[#list + 1] = {
      lnum = row[1] - 1,
      col = row[2],
      end_lnum = math.min(row[3], count) - 1,
      end_col = row[4],
      severity = severities[row[5]],
      code = row[6],
      message = row[7],
      source = 'gangmu',
      user_data = { gangmu = { fingerprint = row[10] } },
    }
    for _, place_of in ipairs(row[8]) do
      if place_of[3] <= count then
        places[#places + 1] = { place_of[1], place_of[2], place_of[3], place_of[4], 'GangmuRelated' }
      end
    end
  end
  vim.diagnostic.set(findings, buf, list)
  api.nvim_buf_clear_namespace(buf, related, 0, -1)
  place(buf, related, places, 140)
end

M.namespace = findings

return M
