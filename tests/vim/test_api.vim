" What others may build on: the functions of Vim script and Lua with the keys of what they give, the events, the options that are sent to
" the helper, the file type for official documents.
let s:draft = Test_draft('a.txt', ['一、基本情况', '全年共招聘231人，其中本科以上208人，占90.40%。', '第二条 附则'])
call assert_equal(1, gangmu#attached())
call assert_equal(0, gangmu#attached(999))
let s:sections = gangmu#sections()
call assert_equal(sort(['line', 'byte', 'end_line', 'end_byte', 'level', 'kind', 'number', 'marker', 'title', 'label', 'chars']), sort(keys(s:sections[0])))
call assert_equal([1, 0, 1, 'numbered', 1, '一、', '基本情况', '一、基本情况'], map(['line', 'byte', 'level', 'kind', 'number', 'marker', 'title', 'label'], 's:sections[0][v:val]'))
call assert_equal([], gangmu#sections(999))
let s:found = gangmu#diagnostics(s:draft)
call assert_equal(['PCT-01'], map(copy(s:found), 'v:val.rule'))
call assert_equal(sort(['line', 'byte', 'end_line', 'end_byte', 'severity', 'rule', 'message', 'related']), sort(keys(s:found[0])))
call assert_equal(sort(['line', 'byte', 'end_line', 'end_byte', 'message']), sort(keys(s:found[0].related[0])))
call assert_equal([2, 'error'], [s:found[0].line, s:found[0].severity])
let s:figures = gangmu#figures()
call assert_equal(sort(['line', 'byte', 'end_byte', 'kind', 'text', 'value', 'low', 'high', 'approx', 'unit', 'noun', 'period', 'section', 'verdict']), sort(keys(s:figures[0])))
call assert_equal([2, '231人', '231', '人', 'conflicting', '一、基本情况'], map(['line', 'text', 'value', 'unit', 'verdict', 'section'], 's:figures[0][v:val]'))
call assert_equal([], gangmu#figures(999))
call cursor(2, 1)
call assert_equal(['一、基本情况'], gangmu#path())
call assert_match('一、基本情况.*字', gangmu#statusline())
call assert_match('一、基本情况', gangmu#winbar())

if has('nvim')
  for s:name in ['sections', 'diagnostics', 'figures']
    call assert_equal(function('gangmu#' . s:name)(s:draft), luaeval('require("gangmu").' . s:name . '(_A)', s:draft))
    call assert_equal(function('gangmu#' . s:name)(), luaeval('require("gangmu").' . s:name . '()'))
  endfor
  call assert_equal([v:true, v:false], [luaeval('require("gangmu").attached()'), luaeval('require("gangmu").attached(999)')])
  call assert_equal([gangmu#path(), gangmu#statusline(), gangmu#winbar()], luaeval('{require("gangmu").path(), require("gangmu").statusline(), require("gangmu").winbar()}'))
  lua require('gangmu').toggle()
  call assert_equal(2, winnr('$'))
  lua require('gangmu').toggle()
  call assert_equal(1, winnr('$'))
  lua require('gangmu').setup{ sidebar_width = 41 }
  call assert_equal(41, g:gangmu_sidebar_width)
  unlet g:gangmu_sidebar_width
endif

" Events carry the buffer.
let g:seen = []
augroup test
  autocmd User GangmuAttached,GangmuPublished call add(g:seen, [expand('<amatch>'), g:gangmu_event.buffer])
augroup END
call setline(2, '全年共招聘231人。')
call Test_settle()
call assert_equal(['GangmuPublished', s:draft], g:seen[-1])
let s:other = Test_draft('b.txt', ['正文'])
call assert_equal(['GangmuAttached', s:other], filter(copy(g:seen), 'v:val[0] ==# "GangmuAttached"')[0])

" A draft becomes an official document, by command or modeline, and has its profile and what belongs to its file type.
Gangmu gongwen
call Test_settle()
call assert_equal(['gongwen', {'profile_guess': 'cn-gongwen'}, 'gongwen'], [&filetype, gangmu#buffer#profile(gangmu#buffer#get(s:other)), b:current_syntax])
call assert_match('《:》', &matchpairs)
set filetype=text
call Test_settle()
call assert_equal({}, gangmu#buffer#profile(gangmu#buffer#get(s:other)))
call assert_notmatch('《:》', &matchpairs)
set modeline
call Test_draft('c.txt', ['正文', '', 'vim: ft=gongwen'])
call assert_equal(['gongwen', {'profile_guess': 'cn-gongwen'}], [&filetype, gangmu#buffer#profile(gangmu#buffer#get(bufnr('')))])

" Options that only the helper can judge are said as well.
let g:gangmu_select = ['AR-99']
call assert_equal([], gangmu#option#faults())
messages clear
Gangmu restart
call Test_wait('execute("messages") =~# "g:gangmu_select.*AR-99"')
let g:gangmu_select = ['AR', 1]
call assert_equal(1, len(gangmu#option#faults()))
unlet g:gangmu_select
Gangmu restart
call Test_settle()
call Test_finish()
