" Whatever is done to a buffer, the helper holds the same text, and what is published agrees with a fresh answer.
let s:lines = ['关于秋季工作的总结', '']
for s:i in range(1, 12)
  let s:lines += [nr2char(0x4e00) . '、第' . s:i . '部分工作', '（一）抓好落实', '今年共有' . (100 + s:i) . '人参加，一是建章立制；二是压实责任。', '1.完成' . s:i . '项任务', '']
endfor
let s:buf = Test_draft('sync.txt', s:lines)
call Test_mirror_agrees(s:buf)

let s:seed = get(g:, 'test_seed', 20)
function! s:random(n) abort
  let s:seed = (s:seed * 1103515245 + 12345) % 2147483648
  return (s:seed / 65536) % a:n
endfunction

let s:words = ['一、加强领导', '（二）狠抓落实', '三是扩大开放', '共361项', '，', '。', '普通的一句话', '2.推进', '']
function! s:operation() abort
  let word = s:words[s:random(len(s:words))]
  let [a, b] = [1 + s:random(line('$')), 1 + s:random(line('$'))]
  let [from, to] = [min([a, b]), min([max([a, b]), min([a, b]) + 4])]
  let target = s:random(line('$') + 1)
  let target = target >= from - 1 && target <= to ? 0 : target
  call cursor(a, 1 + s:random(max([1, col([a, '$'])])))
  let all = [
        \ 'normal! o' . word . "\<CR>" . word, 'normal! O' . word, 'normal! A' . word, 'normal! i' . word, 'normal! dd', 'normal! 3dd',
        \ 'normal! yyp', 'normal! 2yyP', 'normal! J', 'normal! D', 'normal! x', 'normal! vjd', 'normal! vjp', "normal! \<C-V>jlx",
        \ from . ',' . to . 'move ' . target, from . ',' . to . 'copy ' . target, from . ',' . to . 'delete',
        \ from . ',' . to . 'sort', from . ',' . to . 'join', 'silent! %s/落实/落地/', 'silent! ' . from . ',' . to . 's/$/\r/', 'silent! g/^$/d',
        \ 'silent! g/任务/m0', 'silent! undo', 'silent! undo', 'silent! redo', 'silent! normal! g-', 'silent! normal! g+',
        \ 'call setline(' . a . ', ' . string(word) . ')', 'call append(' . a . ', [' . string(word) . ', ' . string(word) . '])',
        \ 'silent! ' . from . ',' . to . '!sort -r', 'silent! earlier 3', 'silent! normal! u', "silent! normal! \<C-R>"]
  execute all[s:random(len(all))]
endfunction

for s:round in range(60)
  for s:step in range(1 + s:random(4))
    call s:operation()
    if line('$') < 6
      call append('$', s:lines)
    endif
  endfor
  call Test_mirror_agrees(s:buf)
  if !empty(v:errors)
    call add(v:errors, 'in round ' . s:round)
    break
  endif
endfor
call Test_settle()
call Test_outline_agrees(s:buf)

" The buffer emptied and filled again.
silent %delete
call Test_mirror_agrees(s:buf)
undo
call Test_mirror_agrees(s:buf)

" Read again.
silent write
normal! ggdd
edit!
call Test_mirror_agrees(s:buf)
call Test_settle()
call Test_outline_agrees(s:buf)
normal! Go（三）又一节
call Test_mirror_agrees(s:buf)

" Changed by another program.
silent write
set autoread
call writefile(['一、新的开头', '正文'], expand('%'))
silent! checktime
call Test_mirror_agrees(s:buf)

" Lines as long and strange as they come.
call setline(1, [repeat('很长的一行，', 20000), "\t\u3000全角空格", 'a' . nr2char(0x1F600) . 'b'])
call Test_mirror_agrees(s:buf)

" Two buffers, one of them hidden while it changes.
let s:other = Test_draft('other.txt', ['一、甲', '正文', '二、乙'])
call setbufline(s:buf, 1, '一、改在后台')
call append(0, '〇、在前')
call Test_mirror_agrees(s:buf)
call Test_mirror_agrees(s:other)
call Test_settle(s:buf)
call Test_outline_agrees(s:buf)

" A large draft goes out in pieces, and its outline is there before all else.
let g:outlined = []
function! Outlined(state) abort
  call add(g:outlined, [a:state.outline.length, a:state.figures.length, a:state.published >= a:state.tick, len(Test_sidebar())])
endfunction
autocmd User GangmuOutlined call Outlined(gangmu#buffer#get(g:gangmu_event.buffer))
Gangmu outline
let s:large = Test_draft('large.txt', repeat(s:lines, 60))
call Test_mirror_agrees(s:large)
call Test_settle(s:large)
call Test_outline_agrees(s:large)
let s:rows = gangmu#buffer#get(s:large).outline.length
call assert_true(s:rows > 1000 && gangmu#buffer#get(s:large).figures.length > 1000)
call assert_equal([[s:rows, 0, 0, s:rows]], g:outlined)
execute 'bwipeout!' s:large
call Test_wait('empty(gangmu#buffer#get(' . s:large . '))')
call assert_equal([], filter(copy(gangmu#client#request('info', {}).buffers), 'v:val.buffer == s:large'))
call assert_equal(0, gangmu#client#status().restarts)
call Test_finish()
