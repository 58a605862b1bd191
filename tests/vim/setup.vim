" What every test starts from. A test calls Test_finish() last.
set nocompatible encoding=utf-8 hidden nomore shortmess+=I
execute 'set runtimepath^=' . fnameescape($GANGMU_TEST_ROOT)
let g:gangmu_helper = $GANGMU_TEST_HELPER
let g:gangmu_language = 'zh'
let g:gangmu_publish_delay = 5
let g:gangmu_debug = 1
filetype plugin on
syntax on
" A test opens its drafts before the editor has come to rest; loaded, the plugin attaches them at once.
runtime autoload/gangmu/attach.vim

" Writes what failed and leaves with the number of failures as the status.
function! Test_finish() abort
  let error = gangmu#client#status().error
  if !empty(error) && !exists('g:test_expects_errors')
    call add(v:errors, 'the client: ' . error)
  endif
  call writefile(map(copy(v:errors), 'substitute(v:val, "\n", " ", "g")'), $GANGMU_TEST_WORK . '/report')
  if empty(v:errors)
    qall!
  endif
  cquit!
endfunction

" Waits until an expression is true, 5 seconds at most.
function! Test_wait(expression) abort
  let start = reltime()
  while !eval(a:expression)
    if reltimefloat(reltime(start)) > 5
      call add(v:errors, 'timed out: ' . a:expression . '  ' . expand('<sfile>'))
      return 0
    endif
    sleep 2m
  endwhile
  return 1
endfunction

" Waits until what is published covers the buffer.
function! Test_settle(...) abort
  let buf = a:0 ? a:1 : bufnr('')
  call gangmu#sync#flush(buf)
  return Test_wait('gangmu#buffer#get(' . buf . ').published >= gangmu#buffer#get(' . buf . ').tick')
endfunction

" Opens a new draft of these lines.
function! Test_draft(name, lines) abort
  call writefile(a:lines, $GANGMU_TEST_WORK . '/' . a:name)
  execute 'edit' fnameescape($GANGMU_TEST_WORK . '/' . a:name)
  call Test_settle()
  return bufnr('')
endfunction

" The outline as the helper tells it when asked anew, and as we hold it: they must agree.
function! Test_outline_agrees(buf) abort
  let asked = map(copy(gangmu#client#list('outline', {'buffer': a:buf}, 'sections')), '[v:val.start.line, v:val.start.byte, v:val.level, v:val.title]')
  let held = map(gangmu#sections(a:buf), '[v:val.line, v:val.byte, v:val.level, v:val.title]')
  call assert_equal(asked, held)
endfunction

" What the helper holds of a buffer is the buffer: the same lines and bytes, and the same answers as a fresh copy gets.
function! Test_mirror_agrees(buf) abort
  call gangmu#sync#flush(a:buf)
  let lines = getbufline(a:buf, 1, '$')
  let info = filter(copy(gangmu#client#request('info', {}).buffers), 'v:val.buffer == a:buf')[0]
  call assert_equal(len(lines), info.lines)
  call assert_equal(strlen(join(lines, '')), info.bytes - get(g:, 'test_newline', 0) * len(lines))
  let fresh = 1000000 + a:buf
  call gangmu#client#notify('open', {'buffer': fresh, 'tick': 1, 'lines': lines})
  for method in ['outline', 'figures', 'count']
    let [mine, other] = [gangmu#client#request(method, {'buffer': a:buf}), gangmu#client#request(method, {'buffer': fresh})]
    call remove(mine, 'tick')
    call remove(other, 'tick')
    if mine !=# other
      call assert_equal(other, mine, method)
    endif
  endfor
  call gangmu#client#notify('close', {'buffer': fresh})
endfunction

function! Test_sidebar() abort
  return exists('t:gangmu_sidebar') ? getbufline(t:gangmu_sidebar.buf, 1, '$') : []
endfunction
