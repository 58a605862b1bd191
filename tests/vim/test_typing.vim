" What is typed in Insert mode: what waits for a pause, what does not, and rows that cannot be told.
let s:lines = ['一、主要工作', '今年，全镇共有208人参加，一是抓项目，新建道路36公里；二是抓环境。', '二、下一步打算', '继续抓。']
let s:buf = Test_draft('typing.txt', s:lines)
let s:state = gangmu#buffer#get(s:buf)
let s:win = win_getid()
Gangmu outline
call win_gotoid(s:win)

" Types `keys`, stays in Insert mode for `ms` and gives what expression `what` is then.
function! s:look(what, timer)
  let g:test_seen = eval(a:what)
  call feedkeys("\<Esc>", 'nt')
endfunction
function! s:while_typing(keys, ms, what) abort
  let g:test_seen = 'not looked'
  call timer_start(a:ms, function('s:look', [a:what]))
  call feedkeys(a:keys, 'ntx!')
  return g:test_seen
endfunction
let g:state = s:state

" Letters alone: nothing is told while they come, and the rows are right as soon as Insert mode is left.
let s:serial = s:state.serial
call cursor(2, 1)
call assert_equal(s:serial, s:while_typing('i在这里，', 120, 'g:state.serial'))
call Test_wait('g:state.published >= g:state.tick && g:state.tick == b:changedtick')
call assert_equal(s:serial + 1, s:state.serial)
call assert_equal(12 + strlen('今年，全镇共有'), gangmu#rows#get(s:state.figures, 0)[1])
call Test_outline_agrees(s:buf)
call assert_equal('在这里，今年，全镇共有208人参加，一是抓项目，新建道路36公里；二是抓环境。', getline(2))

" After a pause they are told in Insert mode too.
call assert_equal(s:serial + 2, s:while_typing('i又', 900, 'g:state.serial'))

" What a section is called is told in a moment, and a finding of another sentence at once.
call cursor(3, 1)
call assert_match('二、新的下一步', s:while_typing('a、' . "\<BS>" . "\<Right>新的", 300, 'join(Test_sidebar())'))
call Test_settle()
call Test_outline_agrees(s:buf)
call cursor(4, 1)
call assert_equal(1, s:while_typing('A党员208人，占231人的90.40%。另外', 250, 'gangmu#diagnostics()->len()'))
call Test_settle()
call Test_mirror_agrees(s:buf)

" The sidebar follows the cursor of Insert mode to another section, with letters and without.
call cursor(1, 1)
call assert_equal(1, s:while_typing("i\<Up>", 60, 'line(".", t:gangmu_sidebar.win)'))
call assert_equal(4, s:while_typing("i\<Down>\<Down>\<Down>", 100, 'line(".", t:gangmu_sidebar.win)'))
call Test_settle()

" An operation that does not fit: nothing is said, and the rows are asked for as a whole.
let g:gangmu_debug = 0
for s:list in ['outline', 'figures', 'diagnostics']
  messages clear
  let s:state.healed = []
  call gangmu#client#receive('published', {'buffer': s:buf, 'tick': s:state.tick, 'serial': s:state.serial + 1, 'more': v:false, 'words': 1,
        \ 'light': s:list ==# 'figures' ? v:true : v:false, s:list: [['patch', 99999, 3, 4], ['splice', 99999, 1, [[1, 2, 3]]], ['no such', 1, 2, 3]]})
  call Test_wait('g:state.serial == 1')
  call assert_equal('', execute('messages'))
  call Test_outline_agrees(s:buf)
  call assert_match('^gangmu: ', matchstr(gangmu#client#status().error, 'gangmu: .*'))
endfor
" And again: not at once, but it heals.
call gangmu#client#receive('published', {'buffer': s:buf, 'tick': s:state.tick, 'serial': s:state.serial + 1, 'more': v:false, 'words': 1, 'outline': [['no such', 1, 2, 3]]})
call assert_equal(0, s:state.serial)
call Test_wait('g:state.serial > 0')
call Test_outline_agrees(s:buf)
let g:test_expects_errors = 1
call Test_finish()
