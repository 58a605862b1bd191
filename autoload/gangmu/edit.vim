" Text edits applied to a buffer: one undo step, the cursor stays on its character, only lines that change are touched.

" Applies edits [line, byte, end_line, end_byte, text] (lines from 1, bytes from 0, ends exclusive) to a buffer. They were made
" for one and the same text and do not overlap. True when the buffer was changed.
function! gangmu#edit#apply(buf, edits) abort
  if !getbufvar(a:buf, '&modifiable')
    call gangmu#message#warn(gangmu#message#text('not_modifiable'))
    return 0
  endif
  if getbufvar(a:buf, '&readonly') && !getbufvar(a:buf, '&modified')
    " In place of the editor's own warning (below, silent), which has our functions in it and asks for a key. What is done is said after it.
    call gangmu#message#warn(gangmu#message#text('readonly'))
    redraw
    call gangmu#message#beside(gangmu#message#text('readonly'))
  endif
  let edits = s:sorted(a:edits)
  let here = a:buf == bufnr('')
  let view = here ? winsaveview() : {}
  let cursor = here ? [view.lnum, view.col] : [0, 0]
  let top = here ? view.topline : 0
  " Bottom up, so that the positions of edits above stay true. Edits that share a line are done together.
  let i = len(edits) - 1
  while i >= 0
    let j = i
    while j > 0 && edits[j - 1][2] >= edits[j][0]
      let j -= 1
    endwhile
    silent call s:replace(a:buf, edits[j : i])
    if here
      let [cursor, top] = s:carry(cursor, top, edits[j : i])
    endif
    let i = j - 1
  endwhile
  if here
    let [view.lnum, view.col, view.topline] = [cursor[0], cursor[1], max([1, top])]
    call winrestview(view)
  endif
  return 1
endfunction

" Edits that lie on lines [first, last] together.
function! s:replace(buf, edits) abort
  let [first, last] = [a:edits[0][0], a:edits[-1][2]]
  let old = getbufline(a:buf, first, last)
  " The exclusive end of an edit may lie at byte 0 of the line after the last one.
  let text = join(old, "\n")
  let offsets = [0]
  for line in old
    call add(offsets, offsets[-1] + strlen(line) + 1)
  endfor
  let [new, at] = ['', 0]
  for edit in a:edits
    let from = offsets[edit[0] - first] + edit[1]
    let to = min([offsets[edit[2] - first] + edit[3], strlen(text)])
    let new .= strpart(text, at, from - at) . edit[4]
    let at = max([at, to])
  endfor
  let new .= strpart(text, at)
  let lines = split(new, "\n", 1)
  if last > first - 1 + len(old)
    " The edit takes the end of the last line: what is left of it is no line of its own.
    if !empty(lines) && empty(lines[-1]) && len(lines) > 1
      call remove(lines, -1)
    endif
  endif
  " Equal lines at the end stay as they are, with their marks.
  while !empty(old) && !empty(lines) && old[-1] ==# lines[-1]
    call remove(old, -1)
    call remove(lines, -1)
  endwhile
  let common = min([len(old), len(lines)])
  for n in range(common)
    if lines[n] !=# old[n]
      call setbufline(a:buf, first + n, lines[n])
    endif
  endfor
  if len(lines) > common
    call appendbufline(a:buf, first + common - 1, lines[common :])
  elseif len(old) > common
    call deletebufline(a:buf, first + common, first + len(old) - 1)
  endif
endfunction

function! s:sorted(edits) abort
  return sort(copy(a:edits), {a, b -> a[0] != b[0] ? a[0] - b[0] : a[1] - b[1]})
endfunction

" Where places [line, byte] of the text before these edits are after them: one walk along both, since there may be thousands of either.
function! gangmu#edit#moved(edits, places) abort
  let [edits, moved] = [s:sorted(a:edits), copy(a:places)]
  " By how many lines a place moves down, and the line on which bytes move as well, by so many.
  let [k, down, on, right] = [0, 0, 0, 0]
  for n in sort(range(len(moved)), {a, b -> moved[a][0] != moved[b][0] ? moved[a][0] - moved[b][0] : moved[a][1] - moved[b][1]})
    let [line, byte] = a:places[n]
    while k < len(edits) && (edits[k][2] < line || edits[k][2] == line && edits[k][3] <= byte)
      let [l1, b1, l2, b2, text] = edits[k][0:4]
      let right = (text =~# "\n" ? 0 : b1 + (on == l1 ? right : 0)) + strlen(matchstr(text, '[^\n]*$')) - b2
      let down += count(text, "\n") - (l2 - l1)
      let [on, k] = [l2, k + 1]
    endwhile
    if k < len(edits) && (edits[k][0] < line || edits[k][0] == line && edits[k][1] < byte)
      " Inside of what is replaced: its beginning.
      let [line, byte] = edits[k][0:1]
    endif
    let moved[n] = [line + down, byte + (line == on ? right : 0)]
  endfor
  return moved
endfunction

" Where the cursor [line, byte] and the top line are after these edits.
function! s:carry(cursor, top, edits) abort
  let [line, byte] = a:cursor
  let top = a:top
  " From the last to the first, so that each is measured against the text it was made for.
  for edit in reverse(copy(a:edits))
    let [l1, b1, l2, b2, text] = edit[0:4]
    let grown = count(text, "\n") - (l2 - l1)
    let tail = strlen(matchstr(text, '[^\n]*$'))
    if line > l2
      let line += grown
    elseif line == l2 && byte >= b2
      let line += grown
      let byte = byte - b2 + tail + (text =~# "\n" ? 0 : b1)
    elseif line > l1 || (line == l1 && byte > b1)
      " Inside of what is replaced: its beginning.
      let [line, byte] = [l1, b1]
    endif
    if top > l2
      let top += grown
    endif
  endfor
  return [[line, byte], top]
endfunction
