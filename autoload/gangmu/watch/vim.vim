" What changed in a buffer, by listener_add(). The callback lies in the middle of a change, so it records ranges only.

let s:ids = {}
let s:pending = {}

function! gangmu#watch#vim#attach(buf) abort
  call gangmu#watch#vim#detach(a:buf)
  let s:ids[a:buf] = listener_add(function('s:changed'), a:buf)
endfunction

function! gangmu#watch#vim#detach(buf) abort
  if has_key(s:ids, a:buf)
    call listener_remove(remove(s:ids, a:buf))
  endif
  if has_key(s:pending, a:buf)
    call remove(s:pending, a:buf)
  endif
endfunction

function! s:changed(buf, start, end, added, changes) abort
  let pending = get(s:pending, a:buf, [])
  for change in a:changes
    if empty(pending)
      let pending = [change.lnum, change.end + change.added, change.added]
    else
      let pending = [min([pending[0], change.lnum]), max([pending[1], change.end]) + change.added, pending[2] + change.added]
    endif
  endfor
  let s:pending[a:buf] = pending
  call gangmu#sync#schedule(a:buf)
endfunction

" The lines that changed since the last call: [first, end after the change (exclusive), lines added], [] when none did.
function! gangmu#watch#vim#take(buf) abort
  call listener_flush(a:buf)
  return has_key(s:pending, a:buf) ? remove(s:pending, a:buf) : []
endfunction
