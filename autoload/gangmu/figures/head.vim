" The header of a list that has scrolled away: laid over the first line of its window, while the writer is in it.

" What is shown: [window, overlay, what it was made of]; [] when nothing is.
let s:shown = []

" To be called when a list may have scrolled, or its header may be another.
function! gangmu#figures#head#follow() abort
  if !exists('b:gangmu_figures')
    return
  endif
  let view = winsaveview()
  if view.topline <= 1 || winheight(0) < 3
    return gangmu#figures#head#close()
  endif
  let made = [win_getid(), s:from(getline(1), view.leftcol), win_screenpos(0), winwidth(0)]
  if !empty(s:shown) && s:shown[2] ==# made
    return
  endif
  call gangmu#figures#head#close()
  let s:shown = [made[0], has('nvim') ? s:float(made) : s:popup(made), made]
endfunction

" The part of a line from a screen column on.
function! s:from(line, column) abort
  let rest = matchstr(a:line, '\%>' . a:column . 'v.*')
  return repeat(' ', strdisplaywidth(a:line) - strdisplaywidth(rest) - a:column) . rest
endfunction

function! s:popup(made) abort
  let [win, text, place, width] = a:made
  return popup_create(text, {'line': place[0], 'col': place[1], 'pos': 'topleft', 'minwidth': width, 'maxwidth': width, 'maxheight': 1, 'wrap': 0,
        \ 'scrollbar': 0, 'highlight': 'GangmuFiguresTitle', 'zindex': 20})
endfunction

function! s:float(made) abort
  let [win, text, place, width] = a:made
  let buf = nvim_create_buf(v:false, v:true)
  call nvim_buf_set_lines(buf, 0, -1, v:false, [text])
  call setbufvar(buf, '&bufhidden', 'wipe')
  let float = nvim_open_win(buf, v:false, {'relative': 'win', 'win': win, 'row': 0, 'col': 0, 'width': width, 'height': 1,
        \ 'style': 'minimal', 'focusable': v:false, 'noautocmd': v:true, 'zindex': 20})
  call nvim_win_set_option(float, 'wrap', v:false)
  " It begins as far to the right as the window it was opened from, and its text has been cut already.
  call win_execute(float, 'call winrestview({"leftcol": 0})')
  call nvim_win_set_option(float, 'winhighlight', 'NormalFloat:GangmuFiguresTitle')
  return float
endfunction

function! gangmu#figures#head#close() abort
  if empty(s:shown)
    return
  endif
  let [overlay, s:shown] = [s:shown[1], []]
  if !has('nvim')
    call popup_close(overlay)
  elseif nvim_win_is_valid(overlay)
    call nvim_win_close(overlay, v:true)
  endif
endfunction
