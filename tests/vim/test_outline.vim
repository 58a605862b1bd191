" What the sidebar shows and does beyond following: filter, kinds of rows, columns, folds, the text beside, copies, windows.
let s:text = ['一、加强组织领导', '会议一是建立专班；二是压实责任。', '', '二、狠抓工作落实', '（一）推进重点项目', '正文一段。',
      \ '（二）优化营商环境', '全系统231人，其中党员208人，占90.40%。', '三、下一步打算', '再接再厉。']
let s:draft = Test_draft('a.txt', s:text)
let s:win = win_getid()
Gangmu outline
let s:bar = t:gangmu_sidebar
let g:all = [' ▾一、加强组织领导', '    一是建立专班', '    二是压实责任', ' ▾二、狠抓工作落实', '    （一）推进重点项目', '    （二）优化营商环境', '  三、下一步打算']

" The rows without the columns, the marks of dim rows kept as a dot at the end.
function! Rows() abort
  return map(Test_sidebar(), 'substitute(v:val, "\\s*\\%u00a0.*", "", "") . (v:val =~# "\\%u00a0$" ? "·" : "")')
endfunction
" The columns of row n.
function! Columns(n) abort
  return matchstr(Test_sidebar()[a:n], '\%u00a0\zs.*')
endfunction
call assert_equal(g:all, Rows())

" Findings are counted where they are and above, and drawn at the right edge.
call assert_equal(' E1', Columns(5))
call assert_equal(' E1', Columns(3))
call assert_equal('', Columns(0))
call assert_equal(35, strdisplaywidth(Test_sidebar()[5]))

call win_gotoid(s:bar.win)
" Columns.
normal ce
call assert_equal('', Columns(5))
normal ce
normal cw
call assert_match('^ \+E1 \+\d\+$', substitute(Columns(5), '^', ' ', ''))
call assert_equal(map(gangmu#sections(s:draft), 'v:val.chars'), map(range(7), 'str2nr(matchstr(Columns(v:val), "\\d\\+$"))'))
call assert_equal([35], uniq(sort(map(Test_sidebar(), 'strdisplaywidth(v:val)'))))
" Counts follow the typing in a moment.
let g:before = Columns(6)
call setbufline(s:draft, 10, '再接再厉，再立新功。')
call Test_settle(s:draft)
call Test_wait('Columns(6) !=# g:before')
call assert_equal(g:before[-2:] + 5, 0 + Columns(6)[-2:])
call setbufline(s:draft, 10, '再接再厉。')
normal cw
normal cs
call assert_equal('  一、加强组织领导', Rows()[0])
normal cs
normal cn
call assert_equal(' ▾加强组织领导', Rows()[0])
normal cn

" The filter: each key narrows, <BS> widens, <CR> keeps, <Esc> clears.
let g:seen = []
augroup test
  autocmd CmdlineChanged @ call add(g:seen, Rows())
augroup END
call feedkeys("/yh\<BS>s\<CR>", 'tx')
call add(g:seen, Rows())
call assert_equal([' ▾一、加强组织领导·', '    二是压实责任', ' ▾二、狠抓工作落实·', '    （二）优化营商环境'], Rows())
call assert_equal([g:all, 5, [' ▾二、狠抓工作落实·', '    （二）优化营商环境']], [g:seen[0], len(g:seen), g:seen[2]])
call assert_equal(g:seen[1], g:seen[3])
call assert_equal(2, line('.'))
call assert_match('/ys', gangmu#sidebar#name())
" A row is still its section.
call cursor(4, 1)
normal o
call assert_equal(7, line('.', s:win))
call assert_equal(s:bar.win, win_getid())
" What is typed in the draft is filtered too.
call setbufline(s:draft, 9, '三、优势')
call Test_settle(s:draft)
call Test_wait('Rows()[-1] ==# "  三、优势"')
call setbufline(s:draft, 9, '三、下一步打算')
call Test_settle(s:draft)
call Test_wait('Rows()[-1] ==# "    （二）优化营商环境"')
call feedkeys("f责任\<Esc>", 'tx')
call assert_equal(g:all, Rows())
call feedkeys("/优化 项目\<CR>", 'tx')
call assert_equal(['（没有符合的章节）'], Rows())
normal oRK
call feedkeys("/\<C-u>\<CR>", 'tx')
call assert_equal(g:all, Rows())
call feedkeys("/s\<C-n>\<C-n>\<CR>", 'tx')
call assert_match('优化', getline('.'))
normal F
call assert_equal(g:all, Rows())
call assert_match('优化', getline('.'))
autocmd! test

" Kinds of rows.
normal E
call assert_equal([' ▾二、狠抓工作落实', '    （二）优化营商环境'], Rows())
call assert_match('只看有问题', gangmu#sidebar#name())
normal E
normal I
call assert_equal(5, line('$'))
normal I
call assert_equal(g:all, Rows())
call setbufline(s:draft, 10, '全系统128人，其中党员208人，占90.40%。')
call Test_settle(s:draft)
normal E
call assert_equal(3, line('$'))
call setbufline(s:draft, 10, '再接再厉。')
call Test_settle(s:draft)
call Test_wait('line("$") == 2')
normal F

" Folds.
call cursor(5, 1)
normal zc
call assert_equal([' ▸二、狠抓工作落实', 4], [Rows()[3], line('.')])
call assert_equal(5, line('$'))
normal zo
call assert_equal(g:all, Rows())
normal zM
call assert_equal([' ▸一、加强组织领导', ' ▸二、狠抓工作落实', '  三、下一步打算'], Rows())
" Following marks what is shown of a section.
call win_gotoid(s:win)
call cursor(7, 1)
doautocmd CursorMoved
call assert_equal(2, line('.', s:bar.win))
" Folded sections stay so when the outline changes, wherever they go.
call append(0, '引言')
call append(3, ['（一）新的一节', '正文。'])
call Test_settle()
call assert_equal([' ▸一、加强组织领导', ' ▸二、狠抓工作落实', '  三、下一步打算'], Rows())
undo
call Test_settle()
call win_gotoid(s:bar.win)
call cursor(1, 1)
call feedkeys("\<Tab>", 'tx')
call assert_equal(5, line('$'))
call cursor(3, 1)
normal zC
call assert_equal(3, line('$'))
normal zr
call assert_equal(g:all, Rows())
normal zm
call assert_equal(3, line('$'))
call win_execute(s:win, 'call cursor(7, 1)')
normal zv
call assert_equal('    （二）优化营商环境', Rows()[line('.') - 1])
normal zR
call assert_equal(g:all, Rows())
normal ]]
call assert_equal(7, line('.'))
normal 2[[
call assert_equal(1, line('.'))

" The text beside: it takes no cursor and goes with a move.
function! Peeks() abort
  return has('nvim') ? len(filter(nvim_list_wins(), 'gangmu#window#floats(v:val)')) : len(popup_list())
endfunction
call cursor(6, 1)
normal p
call assert_equal([1, s:bar.win], [Peeks(), win_getid()])
let s:peek = has('nvim') ? getbufline(winbufnr(filter(nvim_list_wins(), 'gangmu#window#floats(v:val)')[0]), 1, '$') : getbufline(winbufnr(popup_list()[0]), 1, '$')
call assert_equal(s:text[6:7], s:peek)
normal p
call assert_equal(0, Peeks())
call cursor(3, 1)
normal p
call assert_equal('二是压实责任。', getbufline(winbufnr(has('nvim') ? filter(nvim_list_wins(), 'gangmu#window#floats(v:val)')[0] : popup_list()[0]), 1)[0])
normal k
doautocmd CursorMoved
call assert_equal(0, Peeks())

" The outline as text.
call cursor(4, 1)
normal y
call assert_equal(['二、狠抓工作落实', '  （一）推进重点项目', '  （二）优化营商环境'], getreg('"', 1, 1))
call assert_equal('V', getregtype('"'))
normal "aY
call assert_equal(['一、加强组织领导', '  一是建立专班', '  二是压实责任'], getreg('a', 1, 1)[:2])
call assert_equal(7, len(getreg('a', 1, 1)))
call feedkeys("/zb\<CR>", 'tx')
normal "bY
call assert_equal(['一、加强组织领导', '  一是建立专班'], getreg('b', 1, 1))
normal F

" Split, vertical split, tab: the sidebar stays as wide as it is.
call cursor(5, 1)
normal s
call assert_equal([s:draft, 5, 3], [bufnr(''), line('.'), winnr('$')])
call assert_equal(36, winwidth(s:bar.win))
close
call win_gotoid(s:bar.win)
call cursor(5, 1)
normal v
call assert_equal([s:draft, 5, 3], [bufnr(''), line('.'), winnr('$')])
call assert_equal(36, winwidth(s:bar.win))
close
call win_gotoid(s:bar.win)
call cursor(5, 1)
normal t
call assert_equal([2, s:draft, 5], [tabpagenr(), bufnr(''), line('.')])
tabclose

" Operations act on the row, also when rows are hidden, and u takes them back.
call win_gotoid(s:bar.win)
normal zM
call cursor(2, 1)
normal K
call Test_settle(s:draft)
call assert_equal([' ▸一、狠抓工作落实', ' ▸二、加强组织领导', '  三、下一步打算'], Rows())
call assert_equal(1, line('.'))
normal u
call Test_settle(s:draft)
call assert_equal(s:text, getbufline(s:draft, 1, '$'))
call assert_equal(s:bar.win, win_getid())
normal zR
call assert_equal(g:all, Rows())
normal q

" Characters of one cell or of two: rows end at the same cell, whatever is drawn with them.
Gangmu! outline
let s:bar = t:gangmu_sidebar
call setbufline(s:draft, 9, '三、办好“夜读”“晨读”活动①②③④⑤⑥——让书香满城')
call Test_settle(s:draft)
normal cw
for g:ambiwidth in ['single', 'double', 'single']
  let &ambiwidth = g:ambiwidth
  " While the editor starts there is no OptionSet.
  call gangmu#sidebar#again()
  call Test_wait('strdisplaywidth(Test_sidebar()[6]) == 35')
  call assert_equal([35], uniq(sort(map(Test_sidebar(), 'strdisplaywidth(v:val)'))), g:ambiwidth)
  normal p
  call assert_equal(1, Peeks())
  normal p
endfor
if exists('*setcellwidths')
  call setcellwidths([[0x25b8, 0x25be, 2]])
  call gangmu#sidebar#again()
  call assert_equal(' -一、加强组织领导', Rows()[0])
  call assert_equal([35], uniq(sort(map(Test_sidebar(), 'strdisplaywidth(v:val)'))))
  call setcellwidths([])
  call gangmu#sidebar#again()
endif
call assert_equal(' ▾一、加强组织领导', Rows()[0])
normal cw
normal q
call setline(9, '三、下一步打算')
call Test_settle()

" Folds of the draft and of the sidebar as one.
let g:gangmu_sidebar_linked = 1
call assert_equal(s:draft, bufnr(''))
Gangmu outline
let s:bar = t:gangmu_sidebar
call cursor(5, 1)
normal zc
call assert_equal(5, foldclosed(6))
call assert_equal('    （一）推进重点项目', Rows()[4])
normal zo
call cursor(4, 1)
normal zc
call assert_equal(' ▸二、狠抓工作落实', Rows()[3])
call assert_match('^二、狠抓工作落实  \d\+字', foldtextresult(4))
call assert_equal(5, len(Rows()))
normal zo
call assert_equal(g:all, Rows())
normal zM
call assert_equal(3, len(Rows()))
call win_gotoid(s:bar.win)
call cursor(2, 1)
normal zo
call win_gotoid(s:win)
call assert_equal([-1, 1], [foldclosed(4), foldclosed(1)])
call win_gotoid(s:bar.win)
normal zR
call win_gotoid(s:win)
call assert_equal(-1, foldclosed(1))

" A folded section that is moved stays folded, in both, and no other is folded in its place; the same when it comes back by undo.
let s:before = getline(1, '$')
call win_gotoid(s:bar.win)
call cursor(1, 1)
normal zc
normal J
call assert_equal(' ▸二、加强组织领导', getline('.'))
call assert_equal([' ▾一、狠抓工作落实', ' ▸二、加强组织领导'], filter(Rows(), 'v:val =~# "^ [▾▸]"'))
call win_gotoid(s:win)
let s:line = search('^二、加强组织领导', 'nw')
call assert_equal([-1, s:line], [foldclosed(1), foldclosed(s:line)])
undo
call Test_settle()
call assert_equal(s:before, getline(1, '$'))
call assert_equal([' ▸一、加强组织领导', ' ▾二、狠抓工作落实'], filter(Rows(), 'v:val =~# "^ [▾▸]"'))
call win_gotoid(s:bar.win)
normal zR
call win_gotoid(s:win)
" Folds that are closed already stay so, and are shown.
call gangmu#fold#again(s:draft)
Gangmu outline
call cursor(4, 1)
normal zc
Gangmu outline
let s:bar = t:gangmu_sidebar
call assert_equal([4, ' ▸二、狠抓工作落实', 5], [foldclosed(5), Rows()[3], len(Rows())])
Gangmu outline
normal zM
Gangmu outline
let s:bar = t:gangmu_sidebar
call assert_equal([1, 3], [foldclosed(1), len(Rows())])
normal zR
call assert_equal(g:all, Rows())
unlet g:gangmu_sidebar_linked

" Past a section of another size.
call Test_draft('sizes.txt', ['一、主要做法', '（一）抓学习', '1.定计划', '2.抓落实', '（二）抓作风', '（三）抓服务', '二、问题'])
call win_gotoid(s:bar.win)
call cursor(2, 1)
normal zc
normal J
call assert_equal([' ▾一、主要做法', '    （一）抓作风', '   ▸（二）抓学习', '    （三）抓服务', '  二、问题'], Rows())
normal zR
call win_gotoid(s:win)
execute 'buffer' s:draft

" Without the helper what is shown stays, and is said not to be filtered.
call gangmu#client#stop()
let [g:gangmu_helper, s:helper] = ['/nowhere', g:gangmu_helper]
call win_gotoid(s:bar.win)
normal N
call assert_equal(g:all, Rows())
call assert_equal(0, s:bar.only.numbered)
call feedkeys('/', 'tx')
call assert_equal(g:all, Rows())
let g:gangmu_helper = s:helper
let [g:state, g:generation] = [gangmu#buffer#get(s:draft), gangmu#buffer#get(s:draft).generation]
call gangmu#client#restart()
call Test_wait('g:state.generation > g:generation')
call feedkeys("/yh\<CR>", 'tx')
call assert_equal([' ▾二、狠抓工作落实·', '    （二）优化营商环境'], Rows())
call Test_finish()
