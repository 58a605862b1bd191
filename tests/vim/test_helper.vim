" The helper killed, hung, printing garbage, missing: nothing is lost, nothing is said twice.
let g:test_expects_errors = 1
let g:gangmu_timeout = 300
let s:buf = Test_draft('a.txt', ['一、甲', '正文', '二、乙', '正文'])
call assert_equal(2, len(gangmu#sections()))
Gangmu
let g:pid = gangmu#client#status().pid
messages clear

" Killed: another is started and sent the buffer as it is by then.
call system('kill -9 ' . g:pid)
normal! Go三、丙
call Test_wait("gangmu#client#status().pid != g:pid && gangmu#client#status().state ==# 'running'")
call Test_wait('len(gangmu#sections()) == 3')
call assert_equal(['一、甲', '正文', '二、乙', '正文', '三、丙'], getline(1, '$'))
call Test_mirror_agrees(s:buf)
call assert_equal(1, gangmu#client#status().restarts)
call assert_equal(['  一、甲', '  二、乙', '  三、丙'], Test_sidebar())

" Typing on without a pause: the helper is asked whether it lives, and is neither sent the draft again nor killed.
let g:state = gangmu#buffer#get(s:buf)
call Test_settle()
let [g:pid, s:serial, s:letters] = [gangmu#client#status().pid, g:state.serial, 0]
function! s:letter(timer)
  let s:letters += 1
  call feedkeys(s:letters < 30 ? '字' : "\<Esc>", 'nt')
  return s:letters < 30 ? timer_start(60, function('s:letter')) : 0
endfunction
function! s:type_on()
  let s:letters = 0
  call cursor(2, 1)
  call timer_start(60, function('s:letter'))
  call feedkeys('A', 'ntx!')
endfunction
call s:type_on()
call Test_settle()
call assert_equal([g:pid, 1], [gangmu#client#status().pid, g:state.serial <= s:serial + 3 && g:state.serial > s:serial], 'typing on')
call assert_equal('正文' . repeat('字', 29), getline(2))
" One that hangs while one types on is ended, and nothing is lost.
call system('kill -STOP ' . g:pid)
call s:type_on()
call assert_notequal(g:pid, gangmu#client#status().pid, 'a hung helper was not ended')
call Test_wait("gangmu#client#status().state ==# 'running'")
call Test_mirror_agrees(s:buf)
" What was told and never came is asked for, as a whole.
call Test_settle()
normal! 2GA字
call Test_settle()
let g:state.published -= 1
call gangmu#client#expect()
call Test_wait('g:state.serial == 1 && g:state.published == g:state.tick')
normal! 2GA字
call Test_settle()
call assert_true(g:state.serial > 1)

" Killed while asked.
let g:pid = gangmu#client#status().pid
call system('kill -STOP ' . g:pid)
let s:start = reltime()
let s:answer = gangmu#client#request('count', {'buffer': s:buf}, 1)
call assert_true(has_key(s:answer, 'error'), 'an answer from a stopped helper')
call assert_true(reltimefloat(reltime(s:start)) < 2, 'the editor was blocked')
call Test_wait("gangmu#client#status().pid != g:pid && gangmu#client#status().state ==# 'running'")
call Test_wait('!has_key(gangmu#client#request("count", {"buffer": bufnr("")}, 1), "error")')
call Test_mirror_agrees(s:buf)
call assert_equal('', trim(execute('messages')), 'messages to the writer')
call system('kill -9 ' . g:pid)

" One that prints garbage is given up after a few starts, with one message.
let s:fake = $GANGMU_TEST_WORK . '/fake'
call writefile(['#!/bin/sh', 'echo "no [protocol \"at all"', 'printf "\\301\\301\\301"', 'exec cat >/dev/null'], s:fake)
call setfperm(s:fake, 'rwxr-xr-x')
let g:gangmu_helper = s:fake
call gangmu#client#restart()
normal! Go四、丁
sleep 300m
call assert_equal('四、丁', getline('$'))

" A sound one is found again.
let g:gangmu_helper = $GANGMU_TEST_HELPER
Gangmu restart
call Test_wait('len(gangmu#sections()) == 4')
call Test_mirror_agrees(s:buf)

" Missing: one message that says what to do, and the rest goes on.
let g:gangmu_helper = $GANGMU_TEST_WORK . '/nothing'
messages clear
Gangmu restart
sleep 50m
edit $GANGMU_TEST_WORK/b.txt
sleep 50m
call assert_equal(1, count(execute('messages'), '/nothing 不是可运行的程序'), execute('messages'))
normal! ggxP
call assert_equal('missing', gangmu#client#status().state)
call assert_match('cmake', string(gangmu#info#report()))

" Built meanwhile: the next command finds it and knows the drafts.
let g:gangmu_helper = $GANGMU_TEST_HELPER
call assert_match('字数', execute('Gangmu count'))
call Test_mirror_agrees(s:buf)
call Test_finish()
