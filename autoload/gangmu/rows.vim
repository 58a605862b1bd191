" Published rows: the list the helper keeps for us, and the operations that change it.
"
" A list is {rows, gap, delta, nested}. Rows from index `gap` on lie `delta` lines further down than they say: a shift of all
" rows below an edit then costs nothing, and editing on at the same place costs only the rows in between.
" `nested` lists (diagnostics) carry line numbers in `related` (7) and `fix` (8) too.

function! gangmu#rows#new(nested) abort
  return {'rows': [], 'gap': 0, 'delta': 0, 'nested': a:nested}
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

function! s:move_gap(list, at) abort
  let list = a:list
  if list.delta != 0 && a:at != list.gap
    let [low, high, n] = a:at > list.gap ? [list.gap, a:at, list.delta] : [a:at, list.gap, -list.delta]
    for row in list.rows[low : high - 1]
      call s:move(list, row, n)
    endfor
  endif
  let list.gap = a:at
endfunction

" Applies one operation. Returns the lines it touched [first, last], [] when only positions moved.
function! gangmu#rows#apply(list, op) abort
  let list = a:list
  let rows = list.rows
  if a:op[0] ==# 'splice'
    let [at, removed, added] = a:op[1:3]
    if at < 0 || removed < 0 || at + removed > len(rows)
      throw 'gangmu: a splice outside of the rows'
    endif
    if removed == len(rows)
      let [list.rows, list.gap, list.delta] = [added, 0, 0]
      return s:touched([1, 0x7fffffff], [])
    endif
    if at < list.gap && at + removed > list.gap
      call s:move_gap(list, at)
    endif
    let touched = []
    if removed > 0
      for row in rows[at : at + removed - 1]
        let line = row[0] + (at >= list.gap ? list.delta : 0)
        let touched = s:touched([line, list.nested ? row[2] - row[0] + line : line], touched)
      endfor
      call remove(rows, at, at + removed - 1)
    endif
    for row in added
      let touched = s:touched([row[0], row[list.nested ? 2 : 0]], touched)
    endfor
    if at < list.gap
      let list.gap += len(added) - removed
    elseif list.delta != 0
      for row in added
        call s:move(list, row, -list.delta)
      endfor
    endif
    call extend(rows, added, at)
    return touched
  elseif a:op[0] ==# 'shift'
    let [from, to, n] = a:op[1:3]
    if to >= len(rows)
      call s:move_gap(list, from)
      let list.delta += n
    elseif from < to
      for row in rows[from : to - 1]
        call s:move(list, row, n)
      endfor
    endif
    return []
  elseif a:op[0] ==# 'patch'
    let [at, column, value] = a:op[1:3]
    let row = rows[at]
    let delta = at >= list.gap ? list.delta : 0
    if delta != 0 && column != 0 && column != 2 && !(list.nested && (column == 7 || column == 8))
      let row[column] = value
    elseif delta == 0
      let row[column] = value
    elseif column == 0 || column == 2
      let row[column] = value - delta
    else
      let row[column] = map(value, '[v:val[0] - delta, v:val[1], v:val[2] - delta] + v:val[3:]')
    endif
    return [row[0] + delta, row[list.nested ? 2 : 0] + delta]
  endif
  throw 'gangmu: unknown operation ' . string(a:op[0])
endfunction

function! s:touched(range, touched) abort
  return empty(a:touched) ? a:range : [min([a:range[0], a:touched[0]]), max([a:range[1], a:touched[1]])]
endfunction

function! gangmu#rows#length(list) abort
  return len(a:list.rows)
endfunction

" The line row `i` begins on.
function! gangmu#rows#line(list, i) abort
  return a:list.rows[a:i][0] + (a:i >= a:list.gap ? a:list.delta : 0)
endfunction

" Row `i` with true line numbers: a copy where they have to be changed, else the row itself. Not to be written to.
function! gangmu#rows#get(list, i) abort
  let row = a:list.rows[a:i]
  if a:i < a:list.gap || a:list.delta == 0
    return row
  endif
  let row = a:list.nested ? deepcopy(row) : copy(row)
  call s:move(a:list, row, a:list.delta)
  return row
endfunction

" The last row that begins at or before (line, byte), -1 when none does. Rows are sorted by their beginning.
function! gangmu#rows#find(list, line, byte) abort
  let rows = a:list.rows
  let [low, high] = [0, len(rows)]
  if low < high && a:list.delta != 0 && a:list.gap < high
    " Decide once on which side of the gap the answer lies; then one constant serves.
    let row = rows[a:list.gap]
    let line = row[0] + a:list.delta
    if line < a:line || (line == a:line && row[1] <= a:byte)
      let [low, wanted] = [a:list.gap, a:line - a:list.delta]
    else
      let [high, wanted] = [a:list.gap, a:line]
    endif
  else
    let wanted = a:line
  endif
  while low < high
    let middle = (low + high) / 2
    let row = rows[middle]
    if row[0] < wanted || (row[0] == wanted && row[1] <= a:byte)
      let low = middle + 1
    else
      let high = middle
    endif
  endwhile
  return low - 1
endfunction

" The rows that begin on lines [first, last], with true line numbers.
function! gangmu#rows#between(list, first, last) abort
  let i = gangmu#rows#find(a:list, a:first, -1) + 1
  let end = gangmu#rows#find(a:list, a:last, 0x7fffffff)
  let found = []
  while i <= end
    call add(found, gangmu#rows#get(a:list, i))
    let i += 1
  endwhile
  return found
endfunction

" All rows with true line numbers.
function! gangmu#rows#all(list) abort
  call s:move_gap(a:list, len(a:list.rows))
  let a:list.delta = 0
  return a:list.rows
endfunction
