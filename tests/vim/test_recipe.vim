" What other plugins are given: the outline as a tree, for aerial.nvim and outline.nvim as they ask for it; stand-ins take their part.
if has('nvim')
  let s:draft = Test_draft('a.txt', ['一、基本情况', '工作分两步：一是抓部署。二是抓落实。', '（一）抓学习', '二、主要做法'])
lua << LUA
  got = {}
  package.loaded['aerial.backends'] = { set_symbols = function(buffer, items, context)
    got.aerial = { buffer = buffer, items = items, name = context.backend_name }
  end }
  function names(items)
    local found = {}
    for _, item in ipairs(items) do
      table.insert(found, item.children and { item.name, names(item.children) } or item.name)
    end
    return found
  end
LUA
  let s:tree = [['一、基本情况', ['一是抓部署', '二是抓落实', '（一）抓学习']], '二、主要做法']
  lua require('aerial.backends.gangmu').fetch_symbols(vim.api.nvim_get_current_buf())
  call assert_equal(s:tree, luaeval('names(got.aerial.items)'))
  call assert_equal([s:draft, 'gangmu'], luaeval('{got.aerial.buffer, got.aerial.name}'))
  call assert_equal([2, 18, 1, 'Method'], luaeval('{got.aerial.items[1].children[1].lnum, got.aerial.items[1].children[1].col, got.aerial.items[1].children[1].level, got.aerial.items[1].children[1].kind}'))
  call assert_equal(v:true, luaeval('(require("aerial.backends.gangmu").is_supported(0))'))
  " It follows what is published, until it is let go.
  lua require('aerial.backends.gangmu').attach(vim.api.nvim_get_current_buf())
  call append('$', '三、下一步')
  call Test_wait('len(luaeval("got.aerial.items")) == 3')
  lua require('aerial.backends.gangmu').detach(vim.api.nvim_get_current_buf())

  lua require('outline.providers.gangmu').request_symbols(function(symbols) got.outline = symbols end, {}, { buf = vim.api.nvim_get_current_buf() })
  call assert_equal(s:tree + ['三、下一步'], luaeval('names(got.outline)'))
  call assert_equal([2, 0, 2, 0], luaeval('{got.outline[1].children[3].range.start.line, got.outline[1].children[3].range.start.character, got.outline[1].children[3].selectionRange["end"].line, got.outline[1].children[3].selectionRange["end"].character}'))
  call assert_equal(v:true, luaeval('(require("outline.providers.gangmu").supports_buffer(0))'))
  enew
  call assert_equal([v:false, v:false], luaeval('{(require("outline.providers.gangmu").supports_buffer(0)), (require("aerial.backends.gangmu").is_supported(0))}'))
else
  call assert_true(executable(gangmu#helper()))
endif
call Test_finish()
