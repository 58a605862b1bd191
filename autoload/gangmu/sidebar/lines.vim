" The lines of a sidebar: what a row of the outline looks like, and writing only those that change.

" The width titles are cut at: of the window, kept for the whole drawing.
function! s:width(bar) abort
  return max([8, winwidth(a:bar.win) - 1])
endfunction

" What indents a level; a space after a marker that is not set off by its own punctuation; an ellipsis where a title is cut.
let s:indents = [''] + map(range(1, 30), 'repeat(" ", 2 * v:val - 1)')
let s:bare = '[0-9A-Za-z章节節条條编編篇分]$'

" The lines of rows. One expression a row and no function: thousands are drawn at once.
function! s:texts(rows, width) abort
  let format = '%.' . (a:width - 1) . 'S…'
  let texts = map(copy(a:rows), 's:indents[v:val[5]] . v:val[8] . (v:val[8] =~# s:bare ? " " : "") . v:val[9]')
  return map(texts, 'strlen(v:val) <= a:width || strdisplaywidth(v:val) <= a:width ? v:val : printf(format, v:val)')
endfunction

function! s:write(bar, Change) abort
  call setbufvar(a:bar.buf, '&modifiable', 1)
  try
    call a:Change()
  finally
    call setbufvar(a:bar.buf, '&modifiable', 0)
  endtry
endfunction

" Draws all rows; lines that are right already are left alone.
function! gangmu#sidebar#lines#draw(bar) abort
  let state = gangmu#buffer#get(a:bar.source)
  let a:bar.width = s:width(a:bar)
  if empty(state) || state.outline.length == 0
    let texts = [gangmu#message#text(empty(state) ? 'no_draft' : state.generation ? 'outline_empty'
          \ : gangmu#client#running() ? 'outline_waiting' : 'outline_missing')]
    let a:bar.empty = 1
  else
    let texts = s:texts(gangmu#rows#flat(state.outline), a:bar.width)
    let a:bar.empty = 0
  endif
  call s:write(a:bar, {-> s:replace(a:bar.buf, texts)})
endfunction

" Replaces a buffer's lines by others, but for those that are equal at its beginning and its end.
function! s:replace(buf, texts) abort
  let old = getbufline(a:buf, 1, '$')
  if old ==# a:texts
    return
  endif
  let [n, m] = [len(old), len(a:texts)]
  let [from, tail] = [0, 0]
  let common = min([n, m])
  while from < common && old[from] ==# a:texts[from]
    let from += 1
  endwhile
  while tail < common - from && old[n - 1 - tail] ==# a:texts[m - 1 - tail]
    let tail += 1
  endwhile
  call s:splice(a:buf, from, n - tail - from, from < m - tail ? a:texts[from : m - tail - 1] : [])
endfunction

" Lines [at, at + removed) replaced; what stands in both is written over, so that no window moves.
function! s:splice(buf, at, removed, texts) abort
  let common = min([a:removed, len(a:texts)])
  if common > 0
    call setbufline(a:buf, a:at + 1, a:texts[: common - 1])
  endif
  if len(a:texts) > common
    call appendbufline(a:buf, a:at + common, a:texts[common :])
  elseif a:removed > common
    silent call deletebufline(a:buf, a:at + common + 1, a:at + a:removed)
  endif
endfunction

" The same operation on a sidebar that is about to be applied to the outline.
function! gangmu#sidebar#lines#patch(bar, state, op) abort
  if a:op[0] ==# 'splice'
    let [at, removed, rows] = a:op[1:3]
    call s:write(a:bar, {-> s:splice(a:bar.buf, at, removed, s:texts(rows, a:bar.width))})
  else
    let row = copy(gangmu#rows#raw(a:state.outline, a:op[1]))
    let row[a:op[2]] = a:op[3]
    call s:write(a:bar, {-> setbufline(a:bar.buf, a:op[1] + 1, s:texts([row], a:bar.width))})
  endif
endfunction
