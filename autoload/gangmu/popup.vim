" A few lines at the cursor, gone with the next move (Neovim) or key (Vim). They never take the cursor.

let s:win = -1
" Keys that close it, and what they do else in the buffer of the cursor: Neovim gives a popup no filter.
let s:keys = {}

" The table of keys of a window of ours.
function! gangmu#popup#keys(name) abort
  call gangmu#popup#show(gangmu#message#text(a:name))
  if has('nvim')
    for key in ['q', '?', '<Esc>']
      let s:keys[key] = maparg(key, 'n', 0, 1)
      execute 'nnoremap <buffer> <silent> <nowait>' key ':<C-u>call gangmu#popup#close()<CR>'
    endfor
  endif
endfunction

function! gangmu#popup#show(lines) abort
  call gangmu#popup#close()
  let lines = a:lines
  " As wide as its lines wherever the cursor is: at the right edge it would shrink, so it begins further left.
  let width = max([1, min([&columns - 4, max(map(copy(lines), 'strdisplaywidth(v:val)'))])])
  let place = screenpos(win_getid(), line('.'), col('.'))
  let column = max([1, min([place.col, &columns - width - 3])])
  let height = s:height(lines, width)
  if height > &lines - &cmdheight - 2
    let lines = s:packed(lines, width)
    let height = len(lines)
  endif
  if !has('nvim')
    " Above the cursor where it fits, else below, else over it: of a table of keys nothing is cut.
    let line = place.row > height + 2 ? place.row - height - 2 : place.row + height + 2 <= &lines ? place.row + 1 : max([1, &lines - height - 1])
    call popup_create(lines, {'line': line, 'col': column, 'pos': 'topleft', 'fixed': 1, 'minwidth': width, 'maxwidth': width, 'border': [], 'padding': [0, 1, 0, 1],
          \ 'moved': 'any', 'mapping': 0, 'zindex': 60, 'scrollbar': 0, 'borderchars': gangmu#popup#border(), 'highlight': 'GangmuPeek',
          \ 'borderhighlight': ['GangmuPeekBorder'], 'filter': function('s:any_key')})
    return
  endif
  let height = min([height, &lines - &cmdheight - 2])
  " Below the cursor where it fits, else above.
  let row = place.row + height + 2 <= &lines - &cmdheight ? place.row : max([0, place.row - height - 3])
  let buf = nvim_create_buf(v:false, v:true)
  call nvim_buf_set_lines(buf, 0, -1, v:false, map(copy(lines), 'empty(v:val) ? v:val : " " . v:val'))
  call setbufvar(buf, '&bufhidden', 'wipe')
  let s:win = nvim_open_win(buf, v:false, {'relative': 'editor', 'row': row, 'col': column - 1, 'width': width + 2, 'height': height,
        \ 'style': 'minimal', 'border': gangmu#popup#border(), 'focusable': v:false, 'noautocmd': v:true})
  call nvim_win_set_option(s:win, 'wrap', v:true)
  call nvim_win_set_option(s:win, 'winhighlight', 'NormalFloat:GangmuPeek,FloatBorder:GangmuPeekBorder')
  augroup gangmu_popup
    autocmd! CursorMoved,CursorMovedI,WinLeave,BufLeave,InsertEnter,VimResized * call gangmu#popup#close()
  augroup END
endfunction

" How many rows the lines take when they are wrapped.
function! s:height(lines, width) abort
  let height = 0
  for line in a:lines
    " A wide character that does not fit leaves a cell empty at the end of a row.
    let cells = strdisplaywidth(line)
    let height += cells <= a:width ? 1 : (cells + a:width - 2) / max([1, a:width - 1])
  endfor
  return height
endfunction

" The lines as one paragraph, for a screen on which they have no room as a table: rows are broken between words.
function! s:packed(lines, width) abort
  let text = join(map(copy(a:lines), {_, line -> substitute(substitute(line, '  \+', '  ', 'g'), '　\+\s*', '  ', 'g')}), ' | ')
  let rows = ['']
  for word in split(text, '\%([^ -~]\|[!-~]\+\| \+\)\zs')
    if strdisplaywidth(rows[-1] . word) > a:width
      call add(rows, '')
    endif
    let rows[-1] .= empty(rows[-1]) ? substitute(word, '^ \+', '', '') : word
  endfor
  return rows
endfunction

" What borders are drawn with: for Vim top, right, bottom, left and the corners, for Neovim all around.
function! gangmu#popup#border() abort
  let [across, down, corners] = strdisplaywidth('─│┌┐┘└') == 6 ? ['─', '│', ['┌', '┐', '┘', '└']] : ['-', '|', ['+', '+', '+', '+']]
  return has('nvim') ? [corners[0], across, corners[1], down, corners[2], across, corners[3], down] : [across, down, across, down] + corners
endfunction

function! gangmu#popup#close() abort
  if s:win > 0 && has('nvim')
    silent! autocmd! gangmu_popup
    for [key, map] in items(s:keys)
      execute get(map, 'buffer') ? 'nnoremap <buffer> <silent> <nowait> ' . key . ' ' . map.rhs : 'nunmap <buffer> ' . key
    endfor
    let s:keys = {}
    if nvim_win_is_valid(s:win)
      call nvim_win_close(s:win, v:true)
    endif
    let s:win = -1
  endif
endfunction

" What the filter is given though the writer pressed no key.
let s:idle = ["\<CursorHold>", "\<FocusGained>", "\<FocusLost>", "\<MouseMove>"]

" <Esc>, q and ? do no more than close the popup. A filter is given keys that are not mapped: others are typed anew.
function! s:any_key(id, key) abort
  if index(s:idle, a:key) >= 0
    return 0
  endif
  call popup_close(a:id)
  if index(["\<Esc>", 'q', '?'], a:key) < 0
    call feedkeys(a:key, 'mi')
  endif
  return 1
endfunction
