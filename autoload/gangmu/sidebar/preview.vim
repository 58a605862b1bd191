" The text of a section in a float (Neovim) or popup (Vim) beside the sidebar; it never takes the cursor and goes with the next move.

let s:widest = 76
let s:highest = 24
let s:shown = {}

function! gangmu#sidebar#preview#toggle() abort
  let bar = gangmu#sidebar#here()
  let row = empty(bar) ? -1 : gangmu#sidebar#row(bar)
  let again = !empty(s:shown) && get(s:shown, 'row', -1) == row && s:shown.bar == get(bar, 'buf', -1)
  call gangmu#sidebar#preview#close()
  if row >= 0 && !again
    call s:show(bar, row)
  endif
endfunction

function! gangmu#sidebar#preview#close() abort
  if empty(s:shown)
    return
  endif
  let win = s:shown.win
  let s:shown = {}
  silent! autocmd! gangmu_peek
  if has('nvim')
    if nvim_win_is_valid(win)
      call nvim_win_close(win, v:true)
    endif
  else
    call popup_close(win)
  endif
endfunction

" The lines of a section's own text, as many as may be shown.
function! s:lines(source, row) abort
  let state = gangmu#buffer#get(a:source)
  let [line, byte, end_line, end_byte] = gangmu#rows#get(state.outline, a:row)[0:3]
  let [first, last] = [gangmu#sync#to_buffer(state, line), gangmu#sync#to_buffer(state, end_line)]
  let lines = getbufline(a:source, first, min([last, first + s:highest]))
  if empty(lines)
    return ['']
  endif
  if first + len(lines) - 1 == last
    let lines[-1] = strpart(lines[-1], 0, end_byte)
  endif
  let lines[0] = strpart(lines[0], byte)
  while len(lines) > 1 && lines[-1] =~# '^[ \t\u3000\u00a0]*$'
    call remove(lines, -1)
  endwhile
  return lines
endfunction

function! s:show(bar, row) abort
  let lines = s:lines(a:bar.source, a:row)
  let [top, left] = win_screenpos(a:bar.win)
  let right = left + winwidth(a:bar.win)
  " Beside the sidebar, on its wider side.
  let [before, after] = [left - 4, &columns - right - 3]
  let room = max([before, after])
  if room < 12
    return
  endif
  let longest = max(map(copy(lines), 'strdisplaywidth(v:val)'))
  " Even where lines are wrapped, so that rows of Han characters fill it.
  let width = min([room - 1, s:widest])
  let width = max([8, longest > width ? width - width % 2 : longest])
  let height = 0
  for line in lines
    " A wide character that does not fit leaves a cell empty at the end of each row.
    let height += max([1, (strdisplaywidth(line) + width - 2) / max([1, width - 1])])
  endfor
  let height = min([height, s:highest, &lines - &cmdheight - 4])
  let line = top + winline() - 1
  let line = max([2, min([line, &lines - &cmdheight - height - 2])])
  let column = after >= before ? right + 1 : left - width - 3
  let s:shown = {'bar': a:bar.buf, 'row': a:row, 'win': has('nvim') ? s:float(a:bar, lines, line, column, width, height) : s:popup(a:bar, lines, line, column, width, height)}
  augroup gangmu_peek
    autocmd! CursorMoved,WinLeave,BufLeave,InsertEnter <buffer> call gangmu#sidebar#preview#close()
    autocmd VimResized * call gangmu#sidebar#preview#close()
  augroup END
endfunction

function! s:float(bar, lines, line, column, width, height) abort
  let buf = nvim_create_buf(v:false, v:true)
  call nvim_buf_set_lines(buf, 0, -1, v:false, a:lines)
  call setbufvar(buf, '&bufhidden', 'wipe')
  call setbufvar(buf, '&modifiable', 0)
  let win = nvim_open_win(buf, v:false, {'relative': 'editor', 'row': a:line - 2, 'col': a:column - 1, 'width': a:width, 'height': a:height,
        \ 'style': 'minimal', 'border': gangmu#popup#border(), 'focusable': v:false, 'noautocmd': v:true})
  call nvim_win_set_option(win, 'wrap', v:true)
  call nvim_win_set_option(win, 'winhighlight', 'NormalFloat:GangmuPeek,FloatBorder:GangmuPeekBorder')
  call setbufvar(buf, '&syntax', getbufvar(a:bar.source, '&syntax'))
  return win
endfunction

function! s:popup(bar, lines, line, column, width, height) abort
  let win = popup_create(a:lines, {'line': a:line - 1, 'col': a:column, 'pos': 'topleft', 'fixed': 1, 'minwidth': a:width, 'maxwidth': a:width,
        \ 'minheight': a:height, 'maxheight': a:height, 'border': [], 'borderchars': gangmu#popup#border(), 'wrap': 1,
        \ 'scrollbar': 0, 'highlight': 'GangmuPeek', 'borderhighlight': ['GangmuPeekBorder'], 'mapping': 1})
  call setbufvar(winbufnr(win), '&syntax', getbufvar(a:bar.source, '&syntax'))
  return win
endfunction
