-- Pickers for telescope.nvim: `:Telescope gangmu sections`, `findings`, `figures`. Help under gangmu-recipes.
local telescope = require('telescope')
local pickers = require('telescope.pickers')
local finders = require('telescope.finders')
local config = require('telescope.config').values

-- A picker over items of a draft; `text` gives the line of one.
local function pick(title, list, text)
  return function(options)
    local buffer = vim.api.nvim_get_current_buf()
    pickers
      .new(options or {}, {
        prompt_title = title,
        finder = finders.new_table({
          results = list(buffer),
          entry_maker = function(item)
            return {
              value = item,
              display = text(item),
              ordinal = text(item),
              bufnr = buffer,
              filename = vim.api.nvim_buf_get_name(buffer),
              lnum = item.line,
              col = item.byte + 1,
            }
          end,
        }),
        sorter = config.generic_sorter(options),
        previewer = config.grep_previewer(options),
      })
      :find()
  end
end

local gangmu = require('gangmu')
return telescope.register_extension({
  exports = {
    sections = pick('纲目', gangmu.sections, function(section)
      return string.rep('  ', math.max(0, section.level - 1)) .. section.label
    end),
    findings = pick('问题', gangmu.diagnostics, function(finding)
      return ('%d [%s] %s'):format(finding.line, finding.rule, finding.message)
    end),
    figures = pick('数字', gangmu.figures, function(figure)
      return ('%d %s %s %s'):format(figure.line, figure.text, figure.noun, figure.section)
    end),
  },
})
