" The outline beside the draft: rows, following, jumping, and the manners of its window.
let s:text = ['一、加强组织领导', '我们召开会议，一是建立专班；二是压实责任。', '', '二、狠抓工作落实', '（一）推进重点项目', '正文一段。', '（二）优化营商环境', '正文又一段。']
let s:draft = Test_draft('a.txt', s:text)
let s:win = win_getid()
Gangmu
call assert_equal(s:win, win_getid(), 'the sidebar took the cursor')
call assert_equal(2, winnr('$'))
let g:rows = [' ▾一、加强组织领导', '    一是建立专班', '    二是压实责任', ' ▾二、狠抓工作落实', '    （一）推进重点项目', '    （二）优化营商环境']
call assert_equal(g:rows, Test_sidebar())
let s:bar = t:gangmu_sidebar
call assert_equal('gangmu-outline', getbufvar(s:bar.buf, '&filetype'))
call assert_equal(36, winwidth(s:bar.win))

function! s:row() abort
  doautocmd CursorMoved
  return line('.', s:bar.win)
endfunction

" Following.
call cursor(2, 30)
call assert_equal(2, s:row())
call cursor(2, 45)
call assert_equal(3, s:row())
call cursor(8, 1)
call assert_equal(6, s:row())

" Typing changes only what changed.
call setline(5, '（一）推进重大工程')
call Test_settle()
call Test_wait("Test_sidebar()[4] ==# '    （一）推进重大工程'")
normal! Go三、下一步打算
call Test_settle()
call assert_equal('  三、下一步打算', Test_sidebar()[6])
normal! u
call Test_settle()
call assert_equal(6, len(Test_sidebar()))
normal! u
call Test_settle()
call assert_equal(g:rows, Test_sidebar())
call cursor(1, 1)
normal! dd
call Test_settle()
undo
call Test_settle()
call assert_equal(g:rows, Test_sidebar())
edit!
call Test_settle()
call assert_equal(g:rows, Test_sidebar())
call assert_equal(2, winnr('$'))

" Wide titles are cut by cells.
call setline(4, '二、' . repeat('很长的标题', 10))
call Test_settle()
call assert_true(strdisplaywidth(Test_sidebar()[3]) <= 35 && Test_sidebar()[3] =~# '…$', Test_sidebar()[3])
undo
call Test_settle()

" <CR> goes to line and column.
call win_gotoid(s:bar.win)
call cursor(3, 1)
execute "normal \<CR>"
call assert_equal([s:win, 2, 43], [win_getid(), line('.'), col('.')])
call win_gotoid(s:bar.win)
call cursor(5, 1)
normal o
call assert_equal(s:bar.win, win_getid())
call assert_equal(5, line('.', s:win))

" While the writer is in the sidebar it does not move.
call cursor(2, 1)
call setbufline(s:draft, 8, '改动的正文。')
call Test_settle(s:draft)
call assert_equal(2, line('.'))
call assert_equal(s:bar.win, win_getid())

" Folds.
normal zM
call assert_equal([' ▸一、加强组织领导', ' ▸二、狠抓工作落实'], Test_sidebar())
normal zR
call assert_equal(7, line('$') + 1)

" A buffer opened in the sidebar gets a window of its own.
call writefile(['一、另一篇', '正文', '二、第二节'], $GANGMU_TEST_WORK . '/b.txt')
execute 'edit' $GANGMU_TEST_WORK . '/b.txt'
call assert_equal(s:bar.buf, winbufnr(s:bar.win))
call assert_equal('b.txt', expand('%:t'))
call assert_notequal(s:bar.win, win_getid())
call Test_settle()
call assert_equal(['  一、另一篇', '  二、第二节'], Test_sidebar())
execute 'buffer' s:draft
call Test_wait('Test_sidebar() == g:rows')
call assert_equal(g:rows, Test_sidebar())

" Another tab has its own.
execute 'tabedit' $GANGMU_TEST_WORK . '/b.txt'
call assert_false(gangmu#sidebar#is_open())
Gangmu outline
call assert_equal(['  一、另一篇', '  二、第二节'], Test_sidebar())
call setbufline(s:draft, 1, '一、改了')
call Test_settle(s:draft)
call assert_equal(' ▾一、改了', getbufline(s:bar.buf, 1)[0])
tabclose
call assert_equal(1, tabpagenr('$'))
call assert_equal(s:bar.win, t:gangmu_sidebar.win)

" Width kept when windows come and go.
vsplit
split
close
close
call assert_equal(36, winwidth(s:bar.win))

" :bdelete of the draft: the sidebar shows the next one or goes.
execute 'buffer' s:draft
execute 'bdelete!' s:draft
call Test_wait("&buftype ==# '' && bufname('') !~# 'gangmu://'")
call assert_notequal(s:draft, bufnr(''))

" q closes, :Gangmu opens again.
execute 'edit' $GANGMU_TEST_WORK . '/b.txt'
call Test_settle()
if !gangmu#sidebar#is_open()
  Gangmu
endif
call win_gotoid(t:gangmu_sidebar.win)
normal q
call assert_false(gangmu#sidebar#is_open())
call assert_equal('b.txt', expand('%:t'))
Gangmu
call assert_true(gangmu#sidebar#is_open())

" With the last window of a tab the sidebar goes as well.
tabnew
execute 'edit' $GANGMU_TEST_WORK . '/a.txt'
call Test_settle()
Gangmu
call assert_equal(2, tabpagenr('$'))
quit
call Test_wait("tabpagenr('$') == 1")
call assert_equal(1, tabpagenr('$'))
" The tables of keys fit a screen of 80 columns with their border, so that no row of them is broken.
for g:gangmu_language in ['zh', 'en']
  for s:name in ['keys_outline', 'keys_figures', 'keys_preview']
    call assert_equal([], filter(copy(gangmu#message#text(s:name)), 'strdisplaywidth(v:val) > 76'))
  endfor
endfor
call Test_finish()
