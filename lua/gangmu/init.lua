-- The functions others may call from Lua, stable as those of autoload/gangmu.vim; help under gangmu-lua.
local M = {}

-- setup{sidebar_width = 40} sets g:gangmu_sidebar_width = 40, and so on. Not needed: the plugin works without it.
function M.setup(options)
  for name, value in pairs(options or {}) do
    vim.g['gangmu_' .. name] = value
  end
  if vim.v.vim_did_enter == 1 then
    vim.fn['gangmu#option#check']()
  end
end

function M.sections(buffer)
  return vim.fn['gangmu#sections'](buffer or vim.api.nvim_get_current_buf())
end

function M.diagnostics(buffer)
  return vim.fn['gangmu#diagnostics'](buffer or vim.api.nvim_get_current_buf())
end

function M.figures(buffer)
  return vim.fn['gangmu#figures'](buffer or vim.api.nvim_get_current_buf())
end

function M.attached(buffer)
  return vim.fn['gangmu#attached'](buffer or vim.api.nvim_get_current_buf()) == 1
end

function M.path()
  return vim.fn['gangmu#path']()
end

function M.statusline()
  return vim.fn['gangmu#statusline']()
end

function M.winbar()
  return vim.fn['gangmu#winbar']()
end

function M.toggle()
  vim.fn['gangmu#sidebar#toggle']()
end

return M
