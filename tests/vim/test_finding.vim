" Findings: shown, walked, listed, explained, fixed; held back while their sentence is being written.
let s:text = ['一、近期工作', '近二个月来开展活动。', '平常的一句话。', '这二个单位表现突出。']
let s:draft = Test_draft('a.txt', s:text)
let s:found = gangmu#diagnostics()
call assert_equal([2, 4], map(copy(s:found), 'v:val.line'))
call assert_equal(['STY-01', 'STY-01'], map(copy(s:found), 'v:val.rule'))

" What the editor shows.
function! s:shown() abort
  if has('nvim')
    return sort(map(luaeval('vim.diagnostic.get(_A)', s:draft), 'v:val.lnum + 1'))
  endif
  return sort(uniq(sort(map(sign_getplaced(s:draft, {'group': 'gangmu'})[0].signs, 'v:val.lnum'))))
endfunction
call assert_equal([2, 4], s:shown())

" Next and previous, around the end, with counts.
function! s:keys(keys) abort
  execute 'normal' a:keys
  return line('.')
endfunction
nmap ,n <Plug>(gangmu-next-finding)
nmap ,N <Plug>(gangmu-previous-finding)
call cursor(1, 1)
call assert_equal(2, s:keys(',n'))
call assert_equal(4, s:keys(',n'))
call assert_equal(2, s:keys(',n'))
call assert_equal(4, s:keys(',N'))
call assert_equal(4, s:keys('2,n'))

" The message at the cursor.
call cursor(1, 1)
doautocmd CursorMoved
call cursor(s:found[0].line, s:found[0].byte + 1)
call assert_match('STY-01.*两', execute('doautocmd CursorMoved'))

" What is said afterwards is not wiped away by leaving the finding.
call gangmu#message#say('said')
call cursor(1, 1)
call assert_equal('', execute('doautocmd CursorMoved'))

" The location list; the cursor stays in the draft.
let s:win = win_getid()
Gangmu check
call assert_equal(s:win, win_getid())
call assert_equal([2, 4], map(getloclist(0), 'v:val.lnum'))
call assert_match('^\[STY-01\]', getloclist(0)[0].text)
lclose

" Lines move: findings move along.
call append(0, ['新的第一行', '新的第二行'])
call Test_settle()
call Test_wait('sort(map(gangmu#diagnostics(), "v:val.line")) == [4, 6]')
sleep 400m
call assert_equal([4, 6], s:shown())
undo
call Test_settle()

" The fix, in one undo step.
call cursor(2, s:found[0].byte + 1)
Gangmu fix
call assert_equal('近两个月来开展活动。', getline(2))
call Test_settle()
call assert_equal([4], s:shown())
undo
call assert_equal(s:text, getline(1, '$'))
call Test_settle()
call assert_equal([2, 4], s:shown())

" The highlight groups in the last two lines.
function! s:marked() abort
  if has('nvim')
    return map(nvim_buf_get_extmarks(s:draft, nvim_create_namespace('gangmu'), [line('$') - 2, 0], -1, {'details': 1}), 'v:val[3].hl_group')
  endif
  return map(prop_list(line('$') - 1) + prop_list(line('$')), 'v:val.type')
endfunction
function! s:look_at_marks() abort
  let g:test_marked = s:marked()
endfunction

" In insert mode a finding in the sentence under the cursor waits; one elsewhere does not.
function! s:while_typing(keys, wait) abort
  let g:test_during = []
  call timer_start(a:wait, {-> [extend(g:test_during, s:shown()), s:look_at_marks(), feedkeys("\<Esc>", 'nt')]})
  call feedkeys(a:keys, 'ntx!')
  return g:test_during
endfunction
call cursor(3, 1)
call assert_equal([2, 4], s:while_typing('A已有二个项目开工', 300))
call Test_wait('len(gangmu#diagnostics()) == 3')
call assert_equal([2, 3, 4], s:shown(), 'insert mode was left')
call cursor(4, 1)
call assert_equal([2, 3, 4, 5], s:while_typing('o另有二个项目开工。接着写', 300), 'the sentence is over')
undo
undo
call Test_settle()
call assert_equal(s:text, getline(1, '$'))

" Half of a pair waits for the paragraph.
call cursor(4, 1)
call assert_equal([2, 4], s:while_typing('o村民李大爷说：他们讲“从前办事要跑两趟。如今好多了。', 300), 'the quotation may run on')
call Test_wait('len(gangmu#diagnostics()) == 3')
call assert_equal([2, 4, 5], s:shown(), 'insert mode was left')
undo
call Test_settle()

" A finding that went away goes at once.
call assert_equal([4], s:while_typing('2GS近来开展活动', 300))
undo

" One elsewhere that is about a figure of the sentence being written waits as well.
call append('$', ['平常的话。', '全校共有教师231人，其中党员208人，占教师总数的90.04%。'])
call Test_settle()
let s:before = s:shown()
call cursor(line('$') - 1, 1)
call assert_equal(s:before, s:while_typing('A全校共有教师321人，其中党员', 300))
call assert_equal(-1, index(g:test_marked, 'GangmuFigureConflict'), 'told to conflict too early')
call assert_true(index(g:test_marked, 'GangmuFigure') >= 0)
call assert_match('XR-01', string(gangmu#diagnostics()))
call assert_notequal(s:before, s:shown())
call assert_true(count(s:marked(), 'GangmuFigureConflict') >= 2, string(s:marked()))
undo
undo
call Test_settle()

" The status line and the rule's page.
call Test_settle()
call cursor(2, 1)
call assert_match('一、近期工作', gangmu#statusline())
call assert_match('\d\+字', gangmu#statusline())
call assert_equal(['一、近期工作'], gangmu#path())
call assert_true(index(gangmu#command#complete('STY-0', 'Gangmu explain STY-0', 20), 'STY-01') >= 0)
call assert_equal(['figures', 'fix'], gangmu#command#complete('fi', 'Gangmu fi', 9))
call assert_match('STY-01', join(getbufline(s:popup('explain STY-01'), 1, '$')))
function! s:popup(command) abort
  execute 'Gangmu' a:command
  if has('nvim')
    return nvim_win_get_buf(filter(nvim_list_wins(), '!empty(nvim_win_get_config(v:val).relative)')[-1])
  endif
  return winbufnr(popup_list()[-1])
endfunction

" Detaching takes it all away.
Gangmu detach
call assert_equal([], s:shown())
call assert_false(gangmu#attached())
" The column of signs is open before the first finding, in this buffer's windows only, and only where nothing else was chosen.
set signcolumn=auto
call Test_draft('column.txt', ['一、主要工作'])
call assert_equal('yes', &signcolumn)
enew
call assert_equal('auto', &signcolumn)
edit #
call assert_equal('yes', &signcolumn)
Gangmu detach
call assert_equal('auto', &signcolumn)
set signcolumn=no
call Test_draft('column2.txt', ['一、主要工作'])
call assert_equal('no', &signcolumn)
set signcolumn=auto
let g:gangmu_signs = 0
call Test_draft('column3.txt', ['一、主要工作'])
call assert_equal('auto', &signcolumn)
unlet g:gangmu_signs

" Signs have colours for the background, made anew when it changes unless someone has set them.
if !has('nvim')
  set t_Co=256 background=light
  doautocmd OptionSet background
  call assert_match('ctermfg=1 ', execute('highlight GangmuErrorSign'))
  set background=dark
  doautocmd OptionSet background
  call assert_match('ctermfg=217 ', execute('highlight GangmuErrorSign'))
  highlight GangmuErrorSign ctermfg=5
  set background=light
  doautocmd OptionSet background
  call assert_match('ctermfg=5 ', execute('highlight GangmuErrorSign'))
endif

" A marker that brings no punctuation of its own is set off from its title, as in the sidebar.
call Test_draft('article.txt', ['管理规定', '第一章　总则', '第一条　为加强管理，制定本规定。', '第二条　本规定自公布之日起施行。'])
call cursor(4, 1)
call assert_match('^第二条 本规定', gangmu#path()[-1])
call assert_match('^第一章 总则', gangmu#path()[-2])

" A rule that does not exist is told as such.
call assert_match('没有规则 XX-99', execute('Gangmu explain XX-99'))

" More findings than are shown: those around the cursor, and when it goes far, those there.
let g:gangmu_diagnostics_limit = 4
let s:draft = Test_draft('many.txt', map(range(1, 60), '"第" . v:val . "段，这二个单位表现突出" . v:val . "。"'))
call assert_equal([1, 2, 3, 4], s:shown())
call cursor(40, 1)
doautocmd CursorMoved
sleep 200m
call assert_equal(4, len(filter(s:shown(), 'v:val >= 37 && v:val <= 43')))
call cursor(60, 1)
doautocmd CursorMoved
sleep 200m
call assert_equal([57, 58, 59, 60], s:shown())
unlet g:gangmu_diagnostics_limit


" One held back below a run of items is counted in the section around the run, and not in the last item.
call Test_draft('run.txt', ['一、学习', '要做两件事：一是读书；二是看报。', '近期'])
let g:test_held = {}
call cursor(3, 1)
call timer_start(300, {-> [extend(g:test_held, gangmu#buffer#get(bufnr('')).held_in), feedkeys("\<Esc>", 'nt')]})
call feedkeys('A已有二个项目开工', 'ntx!')
call assert_equal(['一、学习'], map(sort(keys(g:test_held)), 'gangmu#sections()[v:val].label'))
call Test_finish()
