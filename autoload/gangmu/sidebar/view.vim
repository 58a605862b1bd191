" Which rows of the outline a sidebar shows, and on which lines: all of them (row i on line i + 1), or, when sections are folded
" or filtered, those in `shown`. Folds are ours, since closed folds of the editor have one colour and no columns.
"   found     rows that the filter left, `around` those of them that are there for one below them; `filtered` tells whether there is one
"   folds     a letter a row, 'c' where it is closed; '' when none is
"   levels    a letter a row, '0' and on; made when first needed, so that the end of a subtree is one match()
"   shown     rows by line while `partial`

let s:deepest = 30

function! gangmu#sidebar#view#new() abort
  return {'found': [], 'filtered': 0, 'query': '', 'folds': '', 'levels': '', 'shown': [], 'partial': 0, 'around': [], 'foldlevel': s:deepest}
endfunction

function! s:letters(rows) abort
  " Levels of one digit are their own letters.
  let digits = join(map(copy(a:rows), 'v:val[5]'), '')
  return strlen(digits) == len(a:rows) ? digits : join(map(copy(a:rows), 'nr2char(48 + min([v:val[5], s:deepest]))'), '')
endfunction

function! gangmu#sidebar#view#levels(bar, state) abort
  if strlen(a:bar.levels) != a:state.outline.length
    let a:bar.levels = s:letters(gangmu#rows#flat(a:state.outline))
  endif
  return a:bar.levels
endfunction

" Rows [at, at + removed) of an outline are about to be replaced by others.
function! gangmu#sidebar#view#splice(bar, outline, at, removed, rows) abort
  if !empty(a:bar.levels)
    let a:bar.levels = strpart(a:bar.levels, 0, a:at) . s:letters(a:rows) . strpart(a:bar.levels, a:at + a:removed)
  endif
  if !empty(a:bar.folds)
    let a:bar.folds = strpart(a:bar.folds, 0, a:at) . s:carried(a:bar, a:outline, a:at, a:removed, a:rows) . strpart(a:bar.folds, a:at + a:removed)
  endif
endfunction

" The folds of the rows that come: a section that is among them again, as when it was moved, stays as it was; of others the row in its
" place does.
function! s:carried(bar, outline, at, removed, rows) abort
  let [old, n] = [strpart(a:bar.folds, a:at, a:removed), len(a:rows)]
  if old !~# 'c' || n <= 1
    return strpart(old, 0, n) . repeat('.', n - strlen(old))
  endif
  let [letters, taken, places, k] = [repeat(['.'], n), repeat([0], n), {}, 0]
  for row in a:rows
    let places[' ' . row[9]] = add(get(places, ' ' . row[9], []), k)
    let k += 1
  endfor
  let [gone, i] = [[], 0]
  for row in gangmu#rows#range(a:outline, a:at, a:at + a:removed)
    let same = get(places, ' ' . row[9], [])
    if !empty(same)
      let k = remove(same, 0)
      let [letters[k], taken[k]] = [old[i] ==# 'c' ? 'c' : '.', 1]
    elseif old[i] ==# 'c'
      call add(gone, i)
    endif
    let i += 1
  endfor
  for i in filter(gone, 'v:val < n && !taken[v:val]')
    let letters[i] = 'c'
  endfor
  return join(letters, '')
endfunction

" The outline came as a whole: folds stay when it is as long as before.
function! gangmu#sidebar#view#renew(bar, state) abort
  let a:bar.levels = ''
  if strlen(a:bar.folds) != a:state.outline.length
    let a:bar.folds = ''
  endif
endfunction

" Makes `shown` anew.
function! gangmu#sidebar#view#make(bar, state) abort
  let bar = a:bar
  let closed = stridx(bar.folds, 'c')
  let bar.partial = bar.filtered || closed >= 0
  let bar.shown = bar.filtered ? bar.found : []
  if closed < 0
    return
  endif
  let [levels, all, n] = [gangmu#sidebar#view#levels(bar, a:state), bar.shown, a:state.outline.length]
  if !bar.filtered && bar.folds ==# s:closed_from(levels, bar.foldlevel)
    let bar.shown = s:shown_from(levels, bar.foldlevel)
    return
  endif
  let [bar.shown, from, next] = [[], 0, 0]
  while from < n
    let last = closed < 0 ? n - 1 : closed
    if !bar.filtered
      call extend(bar.shown, range(from, last))
    else
      while next < len(all) && all[next] <= last
        if all[next] >= from
          call add(bar.shown, all[next])
        endif
        let next += 1
      endwhile
    endif
    let from = closed < 0 ? n : s:end(levels, closed)
    let closed = stridx(bar.folds, 'c', from)
  endwhile
endfunction

" The folds when all rows of a level and deeper are closed.
function! s:closed_from(levels, level) abort
  let letters = map(range(s:deepest + 1), 'nr2char(48 + v:val)')
  return tr(a:levels, join(letters, ''), repeat('.', a:level) . repeat('c', max([0, len(letters) - a:level])))
endfunction

" The rows shown then: what is below a row of such a level is blotted out, level by level, thousands at a time.
function! s:shown_from(levels, level) abort
  let text = a:levels
  for level in range(a:level, s:deepest - 1)
    if stridx(text, nr2char(48 + level)) >= 0
      let text = substitute(text, '\C' . nr2char(48 + level) . '\zs[' . nr2char(49 + level) . '-' . nr2char(48 + s:deepest) . ']\+', '\=repeat(" ", len(submatch(0)))', 'g')
    endif
  endfor
  return filter(range(strlen(text)), 'text[v:val] !=# " "')
endfunction

" The first row that is not below row i.
function! s:end(levels, i) abort
  if a:levels[a:i + 1] <=# a:levels[a:i]
    return a:i + 1
  endif
  let end = match(a:levels, '\C[0-' . a:levels[a:i] . ']', a:i + 1)
  return end < 0 ? strlen(a:levels) : end
endfunction

function! gangmu#sidebar#view#end(bar, state, i) abort
  return s:end(gangmu#sidebar#view#levels(a:bar, a:state), a:i)
endfunction

function! gangmu#sidebar#view#parent(bar, state, i) abort
  let levels = gangmu#sidebar#view#levels(a:bar, a:state)
  let i = a:i - 1
  while i >= 0 && levels[i] >=# levels[a:i]
    let i -= 1
  endwhile
  return i
endfunction

function! gangmu#sidebar#view#closed(bar, i) abort
  return a:bar.folds[a:i] ==# 'c'
endfunction

" The row on a line (from 1).
function! gangmu#sidebar#view#row(bar, line) abort
  return a:bar.partial ? get(a:bar.shown, a:line - 1, -1) : a:line - 1
endfunction

" The line of a row, or of the last one shown before it; 1 at least.
function! gangmu#sidebar#view#line(bar, row) abort
  if !a:bar.partial
    return max([1, a:row + 1])
  endif
  return max([1, gangmu#sidebar#view#before(a:bar.shown, a:row + 1)])
endfunction

" How many of a sorted list are less than a number.
function! gangmu#sidebar#view#before(list, number) abort
  let [low, high] = [0, len(a:list)]
  while low < high
    let middle = (low + high) / 2
    if a:list[middle] < a:number
      let low = middle + 1
    else
      let high = middle
    endif
  endwhile
  return low
endfunction

" Applies a fold command to a row: za zA zc zC zo zO zM zR zm zr. Gives the row the cursor belongs on.
function! gangmu#sidebar#view#fold(bar, state, row, key) abort
  let [bar, row, n] = [a:bar, a:row, a:state.outline.length]
  let levels = gangmu#sidebar#view#levels(bar, a:state)
  if a:key =~# 'z[MmRr]'
    let used = filter(range(s:deepest + 1), 'stridx(levels, nr2char(48 + v:val)) >= 0')
    let [least, deepest] = [used[0], used[-1]]
    let level = min([bar.foldlevel, deepest])
    let bar.foldlevel = a:key ==# 'zM' ? least : a:key ==# 'zR' ? s:deepest : a:key ==# 'zm' ? max([least, level - 1]) : level + 1
    let bar.folds = bar.foldlevel >= deepest ? '' : s:closed_from(levels, bar.foldlevel)
    while row > 0 && levels[row] ># nr2char(48 + bar.foldlevel)
      let row -= 1
    endwhile
    return row
  endif
  if empty(bar.folds)
    let bar.folds = repeat('.', n)
  endif
  let leaf = s:end(levels, row) == row + 1
  let key = a:key !=? 'za' ? a:key : s:is_open(bar, row, leaf) ? (a:key ==# 'za' ? 'zc' : 'zC') : (a:key ==# 'za' ? 'zo' : 'zO')
  if key ==# 'zo'
    call s:set(bar, row, row + 1, '.')
  elseif key ==# 'zO'
    call s:set(bar, row, s:end(levels, row), '.')
  else
    " A leaf is folded with the section it stands in.
    if leaf || bar.folds[row] ==# 'c'
      let parent = gangmu#sidebar#view#parent(bar, a:state, row)
      let row = parent < 0 ? row : parent
    endif
    if key ==# 'zC' && a:key ==# 'zA'
      call s:set(bar, row, s:end(levels, row), 'c')
    endif
    call s:set(bar, row, row + 1, 'c')
    while key ==# 'zC' && a:key ==# 'zC' && gangmu#sidebar#view#parent(bar, a:state, row) >= 0
      let row = gangmu#sidebar#view#parent(bar, a:state, row)
      call s:set(bar, row, row + 1, 'c')
    endwhile
  endif
  return row
endfunction

function! s:is_open(bar, row, leaf) abort
  return a:leaf || a:bar.folds[a:row] !=# 'c'
endfunction

function! s:set(bar, from, to, letter) abort
  let a:bar.folds = strpart(a:bar.folds, 0, a:from) . repeat(a:letter, a:to - a:from) . strpart(a:bar.folds, a:to)
endfunction

" Opens what hides a row.
function! gangmu#sidebar#view#reveal(bar, state, row) abort
  let i = a:row
  while !empty(a:bar.folds) && i >= 0
    let i = gangmu#sidebar#view#parent(a:bar, a:state, i)
    if i >= 0
      call s:set(a:bar, i, i + 1, '.')
    endif
  endwhile
endfunction

" Closes or opens rows, given as a letter each: the folds of the draft.
function! gangmu#sidebar#view#set_folds(bar, folds) abort
  let a:bar.folds = a:folds =~# 'c' ? a:folds : ''
endfunction
