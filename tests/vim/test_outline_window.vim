" The sidebar among windows, buffers and tabs: it does what the writer does, and no error comes that would not come without it.
let s:a = Test_draft('a.txt', ['一、甲', '正文。', '二、乙', '正文。'])
let s:b = Test_draft('b.txt', ['一、丙', '正文。', '二、丁', '正文。'])
let g:rows = ['  一、丙', '  二、丁']

" The errors of a command that does not succeed.
function! s:errors(command) abort
  let [v:errmsg, before] = ['', bufnr('')]
  try
    execute 'silent!' a:command
  catch
    let v:errmsg = v:exception
  endtry
  return substitute(v:errmsg, '^Vim[^:]*:', '', '')
endfunction

" :quit that fails says the same with and without the sidebar, and the sidebar is there again.
function! s:same(setup, command) abort
  let told = []
  for open in [0, 1]
    %bwipeout!
    execute 'edit' $GANGMU_TEST_WORK . '/a.txt'
    let g:a = bufnr('')
    execute 'edit' $GANGMU_TEST_WORK . '/b.txt'
    call Test_settle()
    execute a:setup
    if open
      Gangmu outline
    endif
    let error = s:errors(a:command)
    call add(told, [error, bufname('')])
    if open
      call Test_wait('gangmu#sidebar#is_open()')
      call assert_equal(2, winnr('$'), a:setup)
    endif
  endfor
  call assert_notequal('', told[0][0], a:setup)
  call assert_equal(told[0], told[1], a:setup . ' ' . a:command)
endfunction
call s:same('call setline(1, "一、改")', 'quit')
call s:same('call setbufline(g:a, 1, "一、改")', 'quit')
call s:same('call setbufline(g:a, 1, "一、改")', 'quit!')
call s:same('call setbufline(g:a, 1, "一、改") | call setline(1, "一、改")', 'quit')
call s:same('call setbufline(g:a, 1, "一、改") | call setline(1, "一、改")', 'quitall')
call s:same('set nohidden | call setline(1, "一、改")', 'quit')
call s:same('call setline(1, "一、改")', 'edit ' . $GANGMU_TEST_WORK . '/a.txt')
set hidden

" Reading again, deleting, wiping out.
%bwipeout!
execute 'edit' $GANGMU_TEST_WORK . '/b.txt'
let s:b = bufnr('')
let s:win = win_getid()
call Test_settle()
Gangmu outline
call assert_equal(g:rows, Test_sidebar())
call setline(1, '一、改')
edit!
call Test_settle()
call Test_wait('Test_sidebar() ==# g:rows')
call assert_equal([2, s:win], [winnr('$'), win_getid()])
execute 'edit' $GANGMU_TEST_WORK . '/a.txt'
call Test_wait('Test_sidebar() ==# ["  一、甲", "  二、乙"]')
execute 'bdelete' s:b
call assert_equal(['  一、甲', '  二、乙'], Test_sidebar())
execute 'edit' $GANGMU_TEST_WORK . '/b.txt'
call Test_wait('Test_sidebar() ==# g:rows')
bdelete
call Test_wait('Test_sidebar() ==# ["  一、甲", "  二、乙"]')
call assert_equal(2, winnr('$'))
bwipeout
call Test_wait('!gangmu#sidebar#is_open()')
call assert_equal(1, winnr('$'))

" Other files in the draft's window leave the sidebar with its draft; a draft again makes it turn.
execute 'edit' $GANGMU_TEST_WORK . '/b.txt'
call Test_settle()
Gangmu outline
let s:bar = t:gangmu_sidebar
enew
call assert_equal(g:rows, Test_sidebar())
call win_gotoid(s:bar.win)
call cursor(2, 1)
call feedkeys("\<CR>", 'tx')
call assert_equal(['b.txt', 3], [expand('%:t'), line('.')])

" Diff mode: the sidebar is no part of it.
diffthis
call assert_equal([0, 0, 0], map(['&diff', '&scrollbind', '&cursorbind'], 'getwinvar(s:bar.win, v:val)'))
execute 'vertical diffsplit' $GANGMU_TEST_WORK . '/a.txt'
call assert_equal([0, 0, 0], map(['&diff', '&scrollbind', '&cursorbind'], 'getwinvar(s:bar.win, v:val)'))
call assert_equal(36, winwidth(s:bar.win))
normal q
Gangmu outline
Gangmu outline
let s:bar = t:gangmu_sidebar
call assert_equal([0, 0, 0], map(['&diff', '&scrollbind', '&cursorbind'], 'getwinvar(s:bar.win, v:val)'))
diffoff!
execute 'buffer' bufnr('b.txt')
only!
call Test_wait('!gangmu#sidebar#is_open()')

" Width and place.
let g:gangmu_sidebar_side = 'right'
let g:gangmu_sidebar_width = 30
Gangmu outline
let s:bar = t:gangmu_sidebar
call assert_equal([30, 2], [winwidth(s:bar.win), win_id2win(s:bar.win)])
vsplit
wincmd =
call assert_equal(30, winwidth(s:bar.win))
execute 'vertical' win_id2win(s:bar.win) . 'resize 20'
call assert_equal(20, winwidth(s:bar.win))
doautocmd CursorMoved
call assert_equal(19, s:bar.width)
close
Gangmu outline
call assert_equal(1, winnr('$'))
unlet g:gangmu_sidebar_side g:gangmu_sidebar_width

" :Gangmu! outline goes there, from anywhere.
Gangmu! outline
call assert_equal('gangmu-outline', &filetype)
Gangmu! outline
call assert_equal('gangmu-outline', &filetype)
wincmd p
Gangmu! outline
call assert_equal('gangmu-outline', &filetype)
Gangmu outline
call assert_false(gangmu#sidebar#is_open())

" A session brings the sidebars of all tabs back, and nothing else.
let g:b = bufnr('')
Gangmu outline
execute 'tabedit' $GANGMU_TEST_WORK . '/a.txt'
call Test_settle()
Gangmu outline
split
tabnext 1
execute 'mksession!' $GANGMU_TEST_WORK . '/session.vim'
tabonly
only!
%bwipeout!
call Test_wait('!gangmu#sidebar#is_open()')
execute 'source' $GANGMU_TEST_WORK . '/session.vim'
call Test_settle()
call Test_wait('Test_sidebar() ==# g:rows')
call assert_equal([1, 2, 'b.txt', 36], [tabpagenr(), winnr('$'), expand('%:t'), winwidth(t:gangmu_sidebar.win)])
tabnext
call Test_wait('Test_sidebar() ==# ["  一、甲", "  二、乙"]')
call assert_equal([3, 'a.txt', 36], [winnr('$'), expand('%:t'), winwidth(t:gangmu_sidebar.win)])
call assert_equal([], filter(getbufinfo(), 'v:val.name =~# "gangmu://" && empty(v:val.windows)'))
tabclose

" :only and :bdelete in the sidebar.
call win_gotoid(t:gangmu_sidebar.win)
only
normal q
call assert_equal([1, 'b.txt'], [winnr('$'), expand('%:t')])
Gangmu! outline
bdelete
call Test_wait('!gangmu#sidebar#is_open()')
call assert_equal([1, 'b.txt'], [winnr('$'), expand('%:t')])

" Two tabs show one draft, each in its own way, and both change with it.
Gangmu! outline
let s:one = t:gangmu_sidebar
call setbufline(bufnr('b.txt'), 2, '（一）小节')
call Test_settle(bufnr('b.txt'))
normal zM
tab split
execute 'buffer' bufnr('b.txt')
Gangmu outline
let s:two = t:gangmu_sidebar
call assert_equal([2, 3], [getbufinfo(s:one.buf)[0].linecount, getbufinfo(s:two.buf)[0].linecount])
call append('$', '三、戊')
call Test_settle()
call Test_wait('getbufline(t:gangmu_sidebar.buf, 4) ==# ["  三、戊"]')
call assert_equal(['  三、戊'], getbufline(s:one.buf, 3))
silent! undo
call Test_settle()
tabclose
call setbufline(bufnr('b.txt'), 2, '正文。')
call Test_settle(bufnr('b.txt'))
call win_gotoid(s:one.win)
normal zR
call assert_equal(g:rows, Test_sidebar())

" What another plugin does to all windows.
call win_gotoid(t:gangmu_sidebar.win)
silent! windo setlocal wrap
silent! bufdo call cursor(1, 1)
call assert_true(gangmu#sidebar#is_open())
call assert_equal('gangmu-outline', getbufvar(winbufnr(t:gangmu_sidebar.win), '&filetype'))
call assert_equal(2, winnr('$'))

" A command given in the sidebar is about the draft; the cursor stays unless the command goes somewhere.
only
silent! %bwipeout!
call Test_draft('c.txt', ['一、概况', '共举办讲座168场，其中线上62场、线下124场。', '', '三、打算', '再接再厉。'])
Gangmu! outline
Gangmu attach
call assert_equal([0, 1], [gangmu#attached(bufnr('')), gangmu#attached(bufnr('c.txt'))])
Gangmu count
call assert_match('章节 2', execute('Gangmu count'))
Gangmu! renumber
call assert_equal(['二、打算'], getbufline('c.txt', 4))
call assert_match('范围', execute('1,2Gangmu! normalize'))
call assert_equal('gangmu-outline', &filetype)
Gangmu next
call assert_equal(['c.txt', 2], [expand('%:t'), line('.')])

" A window split from the sidebar takes its place or goes with it; moved to a tab page of its own it goes.
call gangmu#sidebar#enter()
let s:bar = t:gangmu_sidebar
split
call win_gotoid(s:bar.win)
quit
call Test_wait('winnr("$") == 2 && gangmu#sidebar#is_open()')
call gangmu#sidebar#enter()
call assert_equal('gangmu-outline', &filetype)
split
normal q
call assert_equal([1, 'c.txt', 0], [winnr('$'), expand('%:t'), gangmu#sidebar#is_open()])
Gangmu! outline
let g:bar = t:gangmu_sidebar
execute "normal! \<C-w>T"
call Test_wait('tabpagenr("$") == 1 && !bufexists(g:bar.buf)')
call assert_equal([1, 'c.txt', 0], [winnr('$'), expand('%:t'), gangmu#sidebar#is_open()])
call Test_finish()
