" Published rows: the list the helper keeps for us, and the operations that change it.
"
" A Vim list is a linked list: an access in the middle of thousands of rows costs more than all else a keystroke costs. So
" rows lie in chunks of a few dozen, each with a number of lines by which all its rows have moved: finding a row, replacing
" some, shifting all below an edit touch one or two chunks and one number of each of the others.
"   chunks  lists of rows        deltas  lines to add to the rows of each        starts  index of the first row of each
"   after, off   what is to be added to the starts of chunks from `after` on: rows come and go where one types, so that it is put off
"   near    a chunk looked at last: what is asked next mostly lies there
"   next    [line, chunk, place in it] of the first row on that line or below it, for lines that are asked for one after the other
"   later   by row, what its column 10 (a count of characters) has become: put off until rows are read or spliced
" `nested` lists (diagnostics) carry line numbers in `related` (7) and `fix` (8) too.

let s:size = 40
let s:largest = 80

function! gangmu#rows#new(nested) abort
  return {'chunks': [], 'deltas': [], 'starts': [], 'length': 0, 'nested': a:nested, 'later': {}, 'after': 0x7fffffff, 'off': 0, 'near': 0, 'next': [0, 0, 0]}
endfunction

function! gangmu#rows#length(list) abort
  return a:list.length
endfunction

" The index of the chunk that holds row i; the last one for i = length.
function! s:chunk(list, i) abort
  let [starts, last, after, off] = [a:list.starts, len(a:list.starts) - 1, a:list.after, a:list.off]
  let c = a:list.near
  if c <= last
    let at = a:i - starts[c] - (c < after ? 0 : off)
    if at >= 0 && at < len(a:list.chunks[c])
      return c
    endif
  endif
  " Chunks are of much the same size: a guess is right, or close.
  let c = a:list.length == 0 ? 0 : min([last, a:i * (last + 1) / a:list.length])
  while c < last && starts[c + 1] + (c + 1 < after ? 0 : off) <= a:i
    let c += 1
  endwhile
  while c > 0 && starts[c] + (c < after ? 0 : off) > a:i
    let c -= 1
  endwhile
  let a:list.near = c
  return c
endfunction

function! s:move(list, row, n) abort
  let a:row[0] += a:n
  let a:row[2] += a:n
  if a:list.nested
    for place in a:row[7] + a:row[8]
      let place[0] += a:n
      let place[2] += a:n
    endfor
  endif
endfunction

" Not range() with a step over nothing: Vim 9.0 then gives one number.
function! s:pieces(rows) abort
  return empty(a:rows) ? [] : map(range(0, len(a:rows) - 1, s:size), 'a:rows[v:val : v:val + s:size - 1]')
endfunction

function! s:catch_up(list) abort
  for [at, value] in items(a:list.later)
    let c = s:chunk(a:list, str2nr(at))
    let a:list.chunks[c][at - s:start(a:list, c)][10] = value
  endfor
  let a:list.later = {}
endfunction

" Applies one operation. Returns the lines it touched [first, last], [] when only positions moved.
function! gangmu#rows#apply(list, op) abort
  if a:op[0] ==# 'patch'
    return s:patch(a:list, a:op[1], a:op[2], a:op[3])
  elseif a:op[0] ==# 'shift'
    return s:shift(a:list, a:op[1], a:op[2], a:op[3])
  elseif a:op[0] ==# 'slide'
    return s:slide(a:list, a:op[1], a:op[2], a:op[3])
  elseif a:op[0] ==# 'splice'
    return s:splice(a:list, a:op[1], a:op[2], a:op[3])
  endif
  throw 'gangmu: unknown operation ' . string(a:op[0])
endfunction

function! s:patch(list, at, column, value) abort
  let c = s:chunk(a:list, a:at)
  let row = a:list.chunks[c][a:at - s:start(a:list, c)]
  let delta = a:list.deltas[c]
  if a:column == 0 || a:column == 2
    let row[a:column] = a:value - delta
  elseif a:list.nested && (a:column == 7 || a:column == 8)
    let row[a:column] = map(a:value, '[v:val[0] - delta, v:val[1], v:val[2] - delta] + v:val[3:]')
  else
    let row[a:column] = a:value
  endif
  return [row[0] + delta, row[a:list.nested ? 2 : 0] + delta]
endfunction

function! s:shift(list, from, to, n) abort
  let list = a:list
  let list.next = [0, 0, 0]
  if a:from >= a:to
    return []
  endif
  let [first, last] = [s:chunk(list, a:from), s:chunk(list, a:to - 1)]
  for c in first == last ? [first] : [first, last]
    let chunk = list.chunks[c]
    let low = c == first ? a:from - s:start(list, c) : 0
    let high = c == last ? a:to - s:start(list, c) : len(chunk)
    if low == 0 && high == len(chunk)
      let list.deltas[c] += a:n
    else
      for row in chunk[low : high - 1]
        call s:move(list, row, a:n)
      endfor
    endif
  endfor
  if last - first > 1
    call map(list.deltas, 'v:key > first && v:key < last ? v:val + a:n : v:val')
  endif
  return []
endfunction

" The index of the first row of chunk c.
function! s:start(list, c) abort
  return a:list.starts[a:c] + (a:c < a:list.after ? 0 : a:list.off)
endfunction

" The lines [first, last] that rows as they lie are on, with those of `lines`. Rows are sorted by their beginning.
function! s:lines(list, rows, delta, lines) abort
  if empty(a:rows)
    return a:lines
  endif
  let last = a:list.nested ? max(map(copy(a:rows), 'v:val[2]')) : a:rows[-1][0]
  return [min([a:lines[0], a:rows[0][0] + a:delta]), max([a:lines[1], last + a:delta])]
endfunction

" A few rows that come where none goes, no outline's: as s:splice does, for what is typed.
function! gangmu#rows#insert(list, at, rows) abort
  let list = a:list
  let c = s:chunk(list, a:at)
  if a:at > list.length || empty(list.chunks) || len(list.chunks[c]) + len(a:rows) > s:largest
    return s:splice(list, a:at, 0, a:rows)
  endif
  let list.next = [0, 0, 0]
  if list.deltas[c] != 0
    for row in a:rows
      call s:move(list, row, -list.deltas[c])
    endfor
  endif
  call extend(list.chunks[c], a:rows, a:at - s:start(list, c))
  if list.after != c + 1
    call s:settle(list)
  endif
  let [list.length, list.after, list.off] = [list.length + len(a:rows), c + 1, list.off + len(a:rows)]
endfunction

" Row `at` of an outline is given other words when all that places it is the same: line, byte, marker, level, kind, findings. True when
" it was. Nothing else has to be looked at then.
function! gangmu#rows#rename(list, at, row) abort
  let c = s:chunk(a:list, a:at)
  let [chunk, k] = [a:list.chunks[c], a:at - s:start(a:list, c)]
  let old = chunk[k]
  if a:row[0] - a:list.deltas[c] != old[0] || a:row[1] != old[1] || a:row[4:6] != old[4:6] || a:row[8] !=# old[8] || a:row[12] != old[12]
    return 0
  endif
  let a:row[0] -= a:list.deltas[c]
  let a:row[2] -= a:list.deltas[c]
  let chunk[k] = a:row
  if has_key(a:list.later, a:at)
    call remove(a:list.later, a:at)
  endif
  return 1
endfunction

" Rows that begin on one line move along it.
function! s:slide(list, from, to, n) abort
  let list = a:list
  let [c, i] = [s:chunk(list, a:from), a:from]
  while i < a:to
    let [chunk, k] = [list.chunks[c], i - s:start(list, c)]
    let end = min([len(chunk), k + a:to - i])
    for row in chunk[k : end - 1]
      let row[1] += a:n
      if row[2] == row[0]
        let row[3] += a:n
      endif
      if list.nested
        for place in row[7] + row[8]
          let place[1] += place[0] == row[0] ? a:n : 0
          let place[3] += place[2] == row[0] ? a:n : 0
        endfor
      elseif len(row) > 6
        " The end of a section's marker.
        let row[4] += a:n
      endif
    endfor
    let [i, c] = [i + end - k, c + 1]
  endwhile
  return []
endfunction

" What was put off is added to the starts of chunks.
function! s:settle(list) abort
  let list = a:list
  if list.off != 0
    call map(list.starts, 'v:key < list.after ? v:val : v:val + list.off')
  endif
  let [list.after, list.off] = [0x7fffffff, 0]
endfunction

function! s:splice(list, at, removed, added) abort
  let list = a:list
  if a:at < 0 || a:removed < 0 || a:at + a:removed > list.length
    throw 'gangmu: a splice outside of the rows'
  endif
  if !empty(list.later)
    call s:catch_up(list)
  endif
  let list.next = [0, 0, 0]
  let length = list.length
  let list.length += len(a:added) - a:removed
  if a:removed == length
    let list.chunks = s:pieces(a:added)
    let list.deltas = repeat([0], len(list.chunks))
    let [list.starts, list.after, list.off] = [map(range(len(list.chunks)), 'v:val * s:size'), 0x7fffffff, 0]
    return [1, 0x7fffffff]
  endif
  let c = s:chunk(list, a:at)
  let [offset, delta] = [a:at - s:start(list, c), list.deltas[c]]
  let [low, high] = s:lines(list, a:added, 0, [0x7fffffff, 0])
  " What goes, chunk by chunk.
  let [left, k, at] = [a:removed, c, offset]
  while left > 0
    let chunk = list.chunks[k]
    let n = min([left, len(chunk) - at])
    if n > 0
      let [low, high] = s:lines(list, remove(chunk, at, at + n - 1), list.deltas[k], [low, high])
      let left -= n
    endif
    let [k, at] = [k + 1, 0]
  endwhile
  " What comes lies in the first of these chunks: those behind it then begin elsewhere, even when as many rows come as went.
  let moved = k > c + 1
  " What comes.
  if delta != 0
    for row in a:added
      call s:move(list, row, -delta)
    endfor
  endif
  call extend(list.chunks[c], a:added, offset)
  " Chunks that are empty or too long by now, from the last to the first.
  for k in reverse(range(c, max([c, k - 1])))
    if empty(list.chunks[k])
      call remove(list.chunks, k)
      call remove(list.deltas, k)
    elseif len(list.chunks[k]) > s:largest
      let pieces = s:pieces(remove(list.chunks, k))
      call extend(list.chunks, pieces, k)
      call extend(list.deltas, repeat([list.deltas[k]], len(pieces) - 1), k)
    endif
  endfor
  let by = len(a:added) - a:removed
  if len(list.starts) == len(list.chunks) && !moved
    if by != 0
      if list.after != c + 1
        call s:settle(list)
      endif
      let [list.after, list.off] = [c + 1, list.off + by]
    endif
  else
    call s:settle(list)
    let start = c < len(list.starts) ? list.starts[c] : 0
    let starts = []
    for chunk in list.chunks[c :]
      call add(starts, start)
      let start += len(chunk)
    endfor
    let list.starts = (c > 0 ? list.starts[: c - 1] : []) + starts
  endif
  return [low, high]
endfunction

" Where row `i` begins and where the next one does, far away for the last: [line, byte, line, byte, chunk, place in it]; the last two
" for onward().
function! gangmu#rows#bounds(list, i) abort
  let list = a:list
  let c = s:chunk(list, a:i)
  let [chunk, k] = [list.chunks[c], a:i - s:start(list, c)]
  let from = [chunk[k][0] + list.deltas[c], chunk[k][1]]
  if k + 1 < len(chunk)
    return from + [chunk[k + 1][0] + list.deltas[c], chunk[k + 1][1], c, k]
  endif
  return from + (c + 1 < len(list.chunks) ? [list.chunks[c + 1][0][0] + list.deltas[c + 1], list.chunks[c + 1][0][1]] : [0x7fffffff, 0]) + [c, k]
endfunction

" The last row that begins at or before (line, byte), looked for in the few rows from `here` on, which does: [index, its bounds],
" [] when it is farther away. `here` is such an answer, and rows neither came nor went nor moved since.
function! gangmu#rows#onward(list, here, line, byte) abort
  let [i, c, k] = [a:here[0], a:here[5], a:here[6]]
  let [chunk, delta, i] = [a:list.chunks[c], a:list.deltas[c], i - k]
  let [wanted, end] = [a:line - delta, min([len(chunk) - 1, k + 8])]
  while k < end
    let next = chunk[k + 1]
    if next[0] > wanted || next[0] == wanted && next[1] > a:byte
      return [i + k, chunk[k][0] + delta, chunk[k][1], next[0] + delta, next[1], c, k]
    endif
    let k += 1
  endwhile
  return []
endfunction

" The section that (line, byte) lies in, of row `i`, the last that begins at or before it, and those around that: -1 when all of them have
" ended.
function! gangmu#rows#around(list, i, line, byte) abort
  let i = a:i
  while i >= 0
    let c = s:chunk(a:list, i)
    let row = a:list.chunks[c][i - s:start(a:list, c)]
    let end = row[2] + a:list.deltas[c]
    if a:line < end || a:line == end && a:byte < row[3]
      return i
    endif
    let i = gangmu#rows#before(a:list, i, 5, row[5] - 1)
  endwhile
  return -1
endfunction

" The line row `i` begins on.
function! gangmu#rows#line(list, i) abort
  let c = s:chunk(a:list, a:i)
  return a:list.chunks[c][a:i - s:start(a:list, c)][0] + a:list.deltas[c]
endfunction

" Row `i` as it lies, for its columns other than lines. Not to be written to.
function! gangmu#rows#raw(list, i) abort
  let c = s:chunk(a:list, a:i)
  return a:list.chunks[c][a:i - s:start(a:list, c)]
endfunction

" Row `i` with true line numbers: a copy where they have to be changed, else the row itself. Not to be written to.
function! gangmu#rows#get(list, i) abort
  let c = s:chunk(a:list, a:i)
  return s:true(a:list, a:list.chunks[c][a:i - s:start(a:list, c)], a:list.deltas[c])
endfunction

function! s:true(list, row, delta) abort
  if a:delta == 0
    return a:row
  endif
  let row = a:list.nested ? deepcopy(a:row) : copy(a:row)
  call s:move(a:list, row, a:delta)
  return row
endfunction

" Whether chunk c begins at or before (line, byte).
function! s:begins(list, c, line, byte) abort
  let row = a:list.chunks[a:c][0]
  let line = row[0] + a:list.deltas[a:c]
  return line < a:line || line == a:line && row[1] <= a:byte
endfunction

" The last row that begins at or before (line, byte), -1 when none does. Rows are sorted by their beginning.
function! gangmu#rows#find(list, line, byte) abort
  let [c, k] = s:seek(a:list, a:line, a:byte)
  return k == 0 ? -1 : s:start(a:list, c) + k - 1
endfunction

" The first row that begins behind (line, byte): [chunk, place in it], where the place may be one behind the chunk's last.
function! s:seek(list, line, byte) abort
  let list = a:list
  let [low, high] = [0, len(list.chunks)]
  if list.near < high && s:begins(list, list.near, a:line, a:byte)
    if list.near + 1 == high || !s:begins(list, list.near + 1, a:line, a:byte)
      let low = list.near + 1
      let high = low
    else
      let low = list.near + 2
    endif
  endif
  while low < high
    let middle = (low + high) / 2
    let row = list.chunks[middle][0]
    let line = row[0] + list.deltas[middle]
    if line < a:line || (line == a:line && row[1] <= a:byte)
      let low = middle + 1
    else
      let high = middle
    endif
  endwhile
  if low == 0
    return [0, 0]
  endif
  let c = low - 1
  let list.near = c
  let [rows, wanted] = [list.chunks[c], a:line - list.deltas[c]]
  let [low, high] = [1, len(rows)]
  while low < high
    let middle = (low + high) / 2
    let row = rows[middle]
    if row[0] < wanted || (row[0] == wanted && row[1] <= a:byte)
      let low = middle + 1
    else
      let high = middle
    endif
  endwhile
  return [c, low]
endfunction

" Rows [from, to) with true line numbers.
function! gangmu#rows#range(list, from, to) abort
  let found = []
  let c = a:from < a:to ? s:chunk(a:list, a:from) : len(a:list.chunks)
  let start = c < len(a:list.chunks) ? s:start(a:list, c) : a:to
  while c < len(a:list.chunks) && start < a:to
    let rows = a:list.chunks[c][max([0, a:from - start]) : a:to - start - 1]
    let delta = a:list.deltas[c]
    call extend(found, delta == 0 ? rows : map(rows, 's:true(a:list, v:val, delta)'))
    let [start, c] = [start + len(a:list.chunks[c]), c + 1]
  endwhile
  return found
endfunction

" The rows that begin on lines [first, last], with true line numbers.
function! gangmu#rows#between(list, first, last) abort
  let found = []
  for [delta, rows] in gangmu#rows#lying(a:list, a:first, a:last)
    call extend(found, delta == 0 ? rows : map(rows, 's:true(a:list, v:val, delta)'))
  endfor
  return found
endfunction

" The same as they lie: [[lines to add, rows]]. Not to be written to.
function! gangmu#rows#lying(list, first, last) abort
  let [line, c, k] = a:list.next
  if line != a:first
    let [c, k] = s:seek(a:list, a:first, -1)
  endif
  let [found, n] = [[], len(a:list.chunks)]
  while c < n
    let [chunk, delta, from] = [a:list.chunks[c], a:list.deltas[c], k]
    let [wanted, length] = [a:last - delta, len(chunk)]
    let k = from < length && chunk[-1][0] <= wanted ? length : from
    while k < length && chunk[k][0] <= wanted
      let k += 1
    endwhile
    if from < k
      call add(found, [delta, chunk[from : k - 1]])
    endif
    if k < length
      break
    endif
    let [c, k] = [c + 1, 0]
  endwhile
  let a:list.next = [a:last + 1, c, k]
  return found
endfunction

" All rows with true line numbers. They are read again and again: lines that moved are made true in the rows themselves.
function! gangmu#rows#all(list) abort
  call s:catch_up(a:list)
  for c in range(len(a:list.deltas))
    if a:list.deltas[c] != 0
      for row in a:list.chunks[c]
        call s:move(a:list, row, a:list.deltas[c])
      endfor
      let a:list.deltas[c] = 0
    endif
  endfor
  return gangmu#rows#range(a:list, 0, a:list.length)
endfunction

" Row `i` and those before it whose `column` is less than of all that follow: a section and those around it, outermost first.
function! gangmu#rows#upward(list, i, column, least) abort
  let found = []
  let c = a:i < 0 ? -1 : s:chunk(a:list, a:i)
  let last = a:i < 0 ? 0 : a:i - s:start(a:list, c)
  let value = 0x7fffffff
  while c >= 0 && value > a:least
    for row in reverse(a:list.chunks[c][: last])
      if row[a:column] < value
        let value = row[a:column]
        call insert(found, row)
        if value <= a:least
          break
        endif
      endif
    endfor
    let [c, last] = [c - 1, -1]
  endwhile
  return found
endfunction

" The last row before row `i` whose `column` is at most `value`, -1 when none is.
function! gangmu#rows#before(list, i, column, value) abort
  let c = s:chunk(a:list, a:i)
  let k = a:i - s:start(a:list, c)
  let rows = k > 0 ? a:list.chunks[c][: k - 1] : []
  while 1
    " Row by row it would take ten times as long.
    let at = index(reverse(map(rows, 'v:val[a:column] <= a:value')), 1)
    if at >= 0
      return s:start(a:list, c) + len(rows) - 1 - at
    elseif c == 0
      return -1
    endif
    let c -= 1
    let rows = copy(a:list.chunks[c])
  endwhile
endfunction

" Rows of ascending indices as they lie.
function! gangmu#rows#pick(list, indices) abort
  call s:settle(a:list)
  let [found, starts] = [[], a:list.starts]
  let c = empty(a:indices) ? 0 : s:chunk(a:list, a:indices[0])
  let last = len(starts) - 1
  for i in a:indices
    if c < last && starts[c + 1] <= i
      let c = s:chunk(a:list, i)
    endif
    call add(found, a:list.chunks[c][i - starts[c]])
  endfor
  return found
endfunction

" Rows [from, to) as they lie, for their columns other than lines. Not to be written to.
function! gangmu#rows#raws(list, from, to) abort
  let found = []
  let c = a:from < min([a:to, a:list.length]) ? s:chunk(a:list, a:from) : len(a:list.chunks)
  let start = c < len(a:list.chunks) ? s:start(a:list, c) : a:to
  while c < len(a:list.chunks) && start < a:to
    call extend(found, a:list.chunks[c][max([0, a:from - start]) : a:to - start - 1])
    let [start, c] = [start + len(a:list.chunks[c]), c + 1]
  endwhile
  return found
endfunction

" All rows as they lie, for their columns other than lines. Not to be written to.
function! gangmu#rows#flat(list) abort
  let found = []
  for chunk in a:list.chunks
    call extend(found, chunk)
  endfor
  return found
endfunction
