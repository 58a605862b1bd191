" The lines of a sidebar. Lines that are not right are `dirty` ([from, to), from 0): those near what the window shows are drawn at
" once, the others a few at a time when the editor is idle, so that thousands of sections cost no more than a screenful.

" Drawn in one go, in one round of the background, and what is drawn around the window's lines.
let s:at_once = 120
let s:round = 25
let s:margin = 20
" Pauses in ms: between rounds (more than 10, else Vim does not look for what the helper says while they last), and until a changed count is drawn.
let s:breath = 12
let s:settle = 120
let s:timer = -1

" What indents a level, and a space after a marker that is not set off by its own punctuation.
let s:indents = [''] + map(range(1, 40), 'repeat(" ", 2 * v:val - 1)')
let s:bare = '[0-9A-Za-z章节節条條编編篇分]$'
" Stands before the columns at the right, and behind a row that is dim; the syntax file looks for it.
let s:mark = "\u00a0"

function! gangmu#sidebar#lines#signs() abort
  return strdisplaywidth('▸▾') == 2 ? ['▸', '▾'] : ['+', '-']
endfunction

" The columns at the right of a row: findings, words.
function! s:columns(bar, state, i, row) abort
  let [text, n] = ['', a:row[12] - get(a:state.held_in, a:i, 0)]
  if a:bar.columns.findings && n > 0
    let text = (n % 1000 ? ' E' . (n % 1000) : '') . (n / 1000 % 1000 ? ' W' . (n / 1000 % 1000) : '') . (n / 1000000 ? ' H' . (n / 1000000) : '')
  endif
  if a:bar.columns.words
    let text .= printf('%' . (a:bar.digits + 1) . 'd', get(a:state.outline.later, a:i, a:row[10]))
  endif
  return text
endfunction

" The text of a row: `i` its index, `sign` before it.
function! s:text(bar, state, i, row, sign) abort
  let [marker, title] = [a:row[8], a:row[9]]
  let text = (empty(marker) || !(a:bar.columns.number || empty(title)) ? title : marker =~# s:bare && !empty(title) ? marker . ' ' . title : marker . title)
  let text = get(s:indents, a:row[5], '') . a:sign . tr(text, "\t", ' ')
  let right = s:columns(a:bar, a:state, a:i, a:row)
  let room = a:bar.width - (empty(right) ? 0 : strlen(right) + 1)
  if strlen(text) > room && strdisplaywidth(text) > room
    let text = printf('%.' . max([room - a:bar.ellipsis, 1]) . 'S…', text)
  endif
  if !empty(right)
    let text .= repeat(' ', room - strdisplaywidth(text)) . s:mark . right
  endif
  return !empty(a:bar.around) && index(a:bar.around, a:i) >= 0 ? text . s:mark : text
endfunction

" The texts of lines [from, to).
function! s:texts(bar, state, from, to) abort
  let [bar, list] = [a:bar, a:state.outline]
  let [closed, open] = bar.columns.signs ? bar.signs : [' ', ' ']
  let texts = []
  if bar.partial
    let shown = bar.shown[a:from : a:to]
    let rows = gangmu#rows#pick(list, shown)
    for n in range(a:to - a:from)
      let [i, row, sign] = [shown[n], rows[n], ' ']
      if bar.folds[i] ==# 'c' && i + 1 < list.length && gangmu#rows#raw(list, i + 1)[5] > row[5]
        let sign = closed
      elseif n + 1 < len(rows) && rows[n + 1][5] > row[5]
        let sign = open
      endif
      call add(texts, s:text(bar, a:state, i, row, sign))
    endfor
    return texts
  endif
  let rows = gangmu#rows#raws(list, a:from, a:to + 1)
  let [i, last] = [a:from, {}]
  for row in rows
    if !empty(last)
      call add(texts, s:text(bar, a:state, i, last, row[5] > last[5] ? open : ' '))
      let i += 1
    endif
    let last = row
  endfor
  if i < a:to
    call add(texts, s:text(bar, a:state, i, last, ' '))
  endif
  return texts
endfunction

" What all rows are drawn by: the window's width, the widths of … and of the greatest count of words.
function! s:measure(bar, state) abort
  let a:bar.width = max([8, winwidth(a:bar.win) - 1])
  let a:bar.ellipsis = strdisplaywidth('…')
  let a:bar.signs = gangmu#sidebar#lines#signs()
  let a:bar.digits = empty(a:state) ? 1 : strlen(a:state.words)
endfunction

function! s:write(bar, Change) abort
  call setbufvar(a:bar.buf, '&modifiable', 1)
  try
    call a:Change()
  finally
    call setbufvar(a:bar.buf, '&modifiable', 0)
  endtry
endfunction

" Lines [at, at + removed) become `added` lines: what stands in both stays, to be drawn over, so that no window moves.
function! s:resize(bar, at, removed, added) abort
  if a:added > a:removed
    call appendbufline(a:bar.buf, a:at + a:removed, repeat([''], a:added - a:removed))
  elseif a:added < a:removed
    silent call deletebufline(a:bar.buf, a:at + a:added + 1, a:at + a:removed)
  endif
  call s:ruler(a:bar)
endfunction

" The status line of a window the cursor is not in keeps its number of lines until it is drawn again: with the next redraw.
function! s:ruler(bar) abort
  if win_id2win(a:bar.win) > 0
    call setwinvar(a:bar.win, '&statusline', getwinvar(a:bar.win, '&statusline'))
  endif
endfunction

function! s:dirty(bar, from, to) abort
  if a:from < a:to && !empty(a:bar.dirty) && a:bar.dirty[-1][1] == a:from
    let a:bar.dirty[-1][1] = a:to
  elseif a:from < a:to
    call add(a:bar.dirty, [a:from, a:to])
  endif
endfunction

" Takes lines [at, at + removed) out of what is dirty; those behind move.
function! s:cut(bar, at, removed, added) abort
  let dirty = []
  for [from, to] in a:bar.dirty
    if from < a:at
      call add(dirty, [from, min([to, a:at])])
    endif
    if to > a:at + a:removed
      call add(dirty, [max([from, a:at + a:removed]) + a:added - a:removed, to + a:added - a:removed])
    endif
  endfor
  let a:bar.dirty = dirty
endfunction

" What is shown is made anew, and lines are added or removed where rows came or went. `where` tells where that may be: 0 anywhere,
" [row, end) among the rows below `row` (which is drawn again as well), 1 wherever it is cheapest, since the caller sets the cursor.
function! gangmu#sidebar#lines#draw(bar, where) abort
  let bar = a:bar
  let state = gangmu#buffer#get(bar.source)
  call s:measure(bar, state)
  let before = bar.partial && !bar.empty ? bar.shown : []
  let old = bar.partial && !bar.empty ? len(before) : bar.total
  if empty(state) || state.outline.length == 0
    let message = empty(state) ? 'no_draft' : state.generation ? 'outline_empty' : gangmu#client#running() ? 'outline_waiting' : 'outline_missing'
    return s:say(bar, message)
  endif
  call gangmu#sidebar#view#make(bar, state)
  if bar.partial && empty(bar.shown)
    return s:say(bar, 'outline_none')
  endif
  let new = bar.partial ? len(bar.shown) : state.outline.length
  let bar.total = state.outline.length
  if type(a:where) == v:t_list && !bar.empty
    let at = s:before(bar.shown, bar.partial, a:where[0])
    let removed = s:before(before, !empty(before), a:where[1]) - at
    let added = s:before(bar.shown, bar.partial, a:where[1]) - at
    call s:write(bar, {-> s:resize(bar, at, removed, added)})
    call s:cut(bar, at, removed, added)
    call s:dirty(bar, at, at + max([1, added]))
    return gangmu#sidebar#lines#flush(bar)
  elseif bar.empty || a:where is 1 || (empty(before) && !bar.partial)
    " All rows, before and now.
    let [bar.empty, at, removed, added] = [0, 0, getbufinfo(bar.buf)[0].linecount, new]
  else
    let after = bar.partial ? bar.shown : range(new)
    let before = empty(before) ? range(old) : before
    let at = s:common(before, after)
    let [before, after] = [reverse(before[at :]), reverse(copy(after[at :]))]
    let offset = empty(after) || empty(before) ? 0 : after[0] - before[0]
    let tail = s:common(offset == 0 ? before : map(before, 'v:val + offset'), after)
    let [removed, added] = [old - at - tail, new - at - tail]
  endif
  call s:write(bar, {-> s:resize(bar, at, removed, added)})
  let bar.dirty = [[0, new]]
  call gangmu#sidebar#lines#flush(bar)
endfunction

" How many lines stand for rows before a row.
function! s:before(shown, partial, row) abort
  return a:partial ? gangmu#sidebar#view#before(a:shown, a:row) : a:row
endfunction

" The length of the beginning that two lists share.
function! s:common(a, b) abort
  let [low, high] = [0, min([len(a:a), len(a:b)])]
  if high == 0 || a:a[: high - 1] ==# a:b[: high - 1]
    return high
  endif
  while high - low > 1
    let middle = (low + high) / 2
    if a:a[low : middle - 1] ==# a:b[low : middle - 1]
      let low = middle
    else
      let high = middle
    endif
  endwhile
  return low
endfunction

function! s:say(bar, message) abort
  let [a:bar.empty, a:bar.dirty, a:bar.shown, a:bar.partial, a:bar.total] = [1, [], [], 0, 0]
  call gangmu#window#set_lines(a:bar.buf, [gangmu#message#text(a:message)])
  call s:ruler(a:bar)
endfunction

" All lines are drawn again, with the window's width.
function! gangmu#sidebar#lines#again(bar) abort
  if !a:bar.empty
    call s:measure(a:bar, gangmu#buffer#get(a:bar.source))
    let a:bar.dirty = [[0, a:bar.partial ? len(a:bar.shown) : a:bar.total]]
    call gangmu#sidebar#lines#flush(a:bar)
  endif
endfunction

" Rows [at, at + removed) are about to be replaced; all rows are shown.
function! gangmu#sidebar#lines#splice(bar, at, removed, added) abort
  if a:added != a:removed
    call s:write(a:bar, {-> s:resize(a:bar, a:at, a:removed, a:added)})
    call s:cut(a:bar, a:at, a:removed, a:added)
  endif
  let a:bar.total += a:added - a:removed
  " The row before may have got its first row below it, or lost the last.
  call s:dirty(a:bar, max([0, a:at - 1]), min([a:bar.total, a:at + a:added]))
endfunction

" A row's counts change: drawn in a moment, since they do with each letter typed.
function! gangmu#sidebar#lines#count(bar, row) abort
  let line = gangmu#sidebar#view#line(a:bar, a:row) - 1
  if gangmu#sidebar#view#row(a:bar, line + 1) == a:row
    call s:dirty(a:bar, line, line + 1)
    call s:schedule(s:settle)
  endif
endfunction

" A row's text changes.
function! gangmu#sidebar#lines#touch(bar, row) abort
  let line = gangmu#sidebar#view#line(a:bar, a:row) - 1
  if gangmu#sidebar#view#row(a:bar, line + 1) == a:row
    call s:dirty(a:bar, line, line + 1)
  endif
endfunction

" Rows read otherwise: the one that is typed in is drawn at once, many as those that are dirty are.
function! gangmu#sidebar#lines#rename(bar, state, rows) abort
  if len(a:rows) > 1 || a:bar.partial || !empty(a:bar.dirty) || a:state.outline.length != a:bar.total
    for row in a:rows
      call gangmu#sidebar#lines#touch(a:bar, row)
    endfor
    return gangmu#sidebar#lines#flush(a:bar)
  endif
  let i = a:rows[0]
  let row = gangmu#rows#raw(a:state.outline, i)
  let deeper = i + 1 < a:bar.total && gangmu#rows#raw(a:state.outline, i + 1)[5] > row[5]
  call setbufvar(a:bar.buf, '&modifiable', 1)
  try
    call setbufline(a:bar.buf, i + 1, s:text(a:bar, a:state, i, row, deeper && a:bar.columns.signs ? a:bar.signs[1] : ' '))
  catch
    " Not now (a locked text, the command-line window).
    let a:bar.stale = 1
  finally
    call setbufvar(a:bar.buf, '&modifiable', 0)
  endtry
endfunction

" Draws what the window shows now, the rest when the editor is idle.
function! gangmu#sidebar#lines#flush(bar) abort
  if empty(a:bar.dirty)
    return
  endif
  let state = gangmu#buffer#get(a:bar.source)
  if empty(state) || state.outline.length != a:bar.total
    return
  endif
  let todo = 0
  for [from, to] in a:bar.dirty
    let todo += to - from
  endfor
  if todo <= s:at_once
    return s:draw(a:bar, state, 0, 0x7fffffff)
  endif
  let [first, last] = s:window(a:bar)
  call s:draw(a:bar, state, first, last)
  call s:schedule(s:breath)
endfunction

" Lines [first, last) near those that the window shows or will show.
function! s:window(bar) abort
  let info = getwininfo(a:bar.win)
  if empty(info)
    return [0, 0]
  endif
  let [cursor, height] = [line('.', a:bar.win), info[0].height + s:margin]
  if cursor + height < info[0].topline || cursor - height > info[0].botline
    " The window goes there with the next redraw, and shows nothing that it shows now.
    return [max([0, cursor - height - 1]), cursor + height]
  endif
  return [max([0, min([info[0].topline, cursor - height]) - 1]), max([info[0].botline, cursor + height])]
endfunction

" Draws the dirty lines of [first, last).
function! s:draw(bar, state, first, last) abort
  let [dirty, a:bar.dirty, ranges] = [a:bar.dirty, [], []]
  for [from, to] in dirty
    let [begin, end] = [max([from, a:first]), min([to, a:last])]
    if begin >= end
      call add(a:bar.dirty, [from, to])
    else
      call add(ranges, [begin, end])
      call s:dirty(a:bar, from, begin)
      call s:dirty(a:bar, end, to)
    endif
  endfor
  call s:put(a:bar, a:state, ranges)
endfunction

" Draws lines that are no longer among the dirty ones.
function! s:put(bar, state, ranges) abort
  call setbufvar(a:bar.buf, '&modifiable', 1)
  try
    for [from, to] in a:ranges
      call setbufline(a:bar.buf, from + 1, s:texts(a:bar, a:state, from, to))
    endfor
  catch
    " Not now (a locked text, the command-line window): the next publish draws all of it.
    let a:bar.dirty = []
    let a:bar.stale = 1
  finally
    call setbufvar(a:bar.buf, '&modifiable', 0)
  endtry
endfunction

function! s:schedule(ms) abort
  if s:timer == -1
    let s:timer = timer_start(a:ms, function('s:work'))
  endif
endfunction

" One round of the background.
function! s:work(timer) abort
  let s:timer = -1
  for bar in values(gangmu#sidebar#all())
    let state = gangmu#buffer#get(bar.source)
    if empty(bar.dirty) || !bufloaded(bar.buf) || empty(state)
      continue
    elseif !empty(state.change)
      " The rest of a draft that was opened comes first.
      call s:schedule(s:settle)
      continue
    elseif state.outline.length == bar.total
      " Taken from the beginning, since the lines may be thousands of ranges.
      let [ranges, room] = [[], s:round]
      while room > 0 && !empty(bar.dirty)
        let [from, to] = remove(bar.dirty, 0)
        let end = min([to, from + room])
        call add(ranges, [from, end])
        let room -= end - from
        if end < to
          call insert(bar.dirty, [end, to])
        endif
      endwhile
      call s:put(bar, state, ranges)
    endif
    if !empty(bar.dirty)
      call s:schedule(s:breath)
    endif
  endfor
endfunction
