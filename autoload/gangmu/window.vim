" Windows of ours and what they have in common.

function! gangmu#window#is_ours(win) abort
  return getbufvar(winbufnr(a:win), '&filetype') =~# '^gangmu-'
endfunction

" True, and said, in the command-line window: no other can be entered from there.
function! gangmu#window#is_locked() abort
  if !empty(getcmdwintype())
    call gangmu#message#warn(gangmu#message#text('command_window'))
  endif
  return !empty(getcmdwintype())
endfunction

" [line, byte from 0] of the cursor in a window.
function! gangmu#window#cursor(win) abort
  return has('nvim') ? nvim_win_get_cursor(a:win) : [line('.', a:win), col('.', a:win) - 1]
endfunction

" True for floating windows and popups.
function! gangmu#window#floats(win) abort
  return has('nvim') ? !empty(nvim_win_get_config(a:win).relative) : win_gettype(a:win) ==# 'popup'
endfunction

" Opens a list below the current window, for `source`; the cursor goes there. An open one of the same kind is reused.
function! gangmu#window#list(kind, source, height) abort
  let name = 'gangmu://' . a:kind . '/' . a:source
  let buf = bufnr('^' . name . '$')
  let origin = win_getid()
  if buf > 0 && bufwinid(buf) > 0
    call win_gotoid(bufwinid(buf))
  else
    execute 'silent keepalt keepjumps botright' a:height . 'new'
    if buf > 0
      execute 'silent! bwipeout!' buf
    endif
    execute 'silent keepalt file' fnameescape(name)
    setlocal buftype=nofile bufhidden=wipe noswapfile nobuflisted undolevels=-1 nomodifiable
    setlocal winfixheight nowrap nonumber norelativenumber nolist nospell foldcolumn=0 signcolumn=no cursorline nofoldenable
    execute 'setlocal filetype=gangmu-' . a:kind
    let b:gangmu_origin = origin
  endif
  let b:gangmu_source = a:source
  return bufnr('')
endfunction

" Closes the list in the current window and returns to the draft's.
function! gangmu#window#close() abort
  let origin = get(b:, 'gangmu_origin', 0)
  if winnr('$') > 1
    close
  else
    enew
  endif
  call win_gotoid(origin)
endfunction

" Closes a window; where it is the last one another buffer takes its place.
function! gangmu#window#shut(win) abort
  let [tab, n] = win_id2tabwin(a:win)
  if tab > 0 && n > 0
    if tabpagewinnr(tab, '$') == 1 && tabpagenr('$') == 1
      let others = filter(getbufinfo({'buflisted': 1}), {_, info -> empty(getbufvar(info.bufnr, '&buftype'))})
      execute 'silent aboveleft' empty(others) ? 'new' : 'sbuffer ' . others[0].bufnr
    endif
    call win_execute(a:win, 'close')
  endif
endfunction

" A draft was let go: its preview and its table close.
function! gangmu#window#detached(buf) abort
  for info in filter(getwininfo(), 'gangmu#window#is_ours(v:val.winid) && getbufvar(v:val.bufnr, "gangmu_source") == a:buf')
    call gangmu#window#shut(info.winid)
  endfor
endfunction

" Enters the window a list was opened from, or another that shows its draft.
function! gangmu#window#to_source() abort
  let [source, origin] = [b:gangmu_source, get(b:, 'gangmu_origin', 0)]
  if win_id2win(origin) > 0 && winbufnr(origin) == source
    return win_gotoid(origin)
  endif
  let win = bufwinid(source)
  if win > 0
    return win_gotoid(win)
  endif
  execute 'aboveleft sbuffer' source
endfunction

function! gangmu#window#set_lines(buf, lines) abort
  call setbufvar(a:buf, '&modifiable', 1)
  call setbufline(a:buf, 1, a:lines)
  if getbufinfo(a:buf)[0].linecount > len(a:lines)
    silent call deletebufline(a:buf, len(a:lines) + 1, '$')
  endif
  call setbufvar(a:buf, '&modifiable', 0)
endfunction

" Sets the lines of a list, touching only those that differ: of the rest marks, folds and the place on the screen stay.
function! gangmu#window#patch_lines(buf, lines) abort
  let old = getbufline(a:buf, 1, '$')
  let [n, m] = [len(old), len(a:lines)]
  let [head, most] = [0, min([n, m])]
  while head < most && old[head] ==# a:lines[head]
    let head += 1
  endwhile
  let tail = 0
  while tail < most - head && old[n - 1 - tail] ==# a:lines[m - 1 - tail]
    let tail += 1
  endwhile
  if head == n && head == m
    return
  endif
  call setbufvar(a:buf, '&modifiable', 1)
  let [gone, come] = [n - head - tail, a:lines[head : m - tail - 1]]
  let same = min([gone, len(come)])
  if same > 0
    call setbufline(a:buf, head + 1, come[: same - 1])
  endif
  if gone > same
    silent call deletebufline(a:buf, head + same + 1, head + gone)
  elseif len(come) > same
    call appendbufline(a:buf, head + same, come[same :])
  endif
  call setbufvar(a:buf, '&modifiable', 0)
endfunction

" The cursor and the scroll of a window: {lnum, topline, col}.
function! gangmu#window#view(win) abort
  let [info, lnum, col] = [getwininfo(a:win)[0], line('.', a:win), 0]
  return {'lnum': lnum, 'topline': info.topline, 'col': a:win == win_getid() ? col('.') - 1 : col}
endfunction

" Marks a place in the current window for the eye, until it is unmarked or another is marked.
function! gangmu#window#mark(line, byte, end_byte) abort
  call gangmu#window#unmark()
  highlight default link GangmuPlace IncSearch
  let s:marked = [win_getid(), matchaddpos('GangmuPlace', [[a:line, a:byte + 1, max([1, min([a:end_byte, strlen(getline(a:line))]) - a:byte])]], 20)]
endfunction

let s:marked = []
function! gangmu#window#unmark() abort
  if !empty(s:marked)
    silent! call matchdelete(s:marked[1], s:marked[0])
    let s:marked = []
  endif
endfunction
