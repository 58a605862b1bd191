" Sentences of Chinese text: they end at 。！？； and at the end of a line, whatever quotes and brackets close behind the stop.

let s:end = '[。！？；!?]\+[”’」』）》〉】〕)\]]*'
let s:blank = '[ \t\u3000\u00a0]'
let s:keys = [[')', 'next', 'nxo'], ['(', 'previous', 'nxo'], ['as', 'a', 'xo'], ['is', 'inner', 'xo']]

" Maps ) ( as is in the current buffer, takes them away again.
function! gangmu#sentence#map() abort
  for [key, name, modes] in s:keys
    for mode in split(modes, '\zs')
      execute mode . 'map <buffer> <silent>' key '<Plug>(gangmu-' . name . '-sentence)'
    endfor
  endfor
endfunction

function! gangmu#sentence#unmap() abort
  for [key, name, modes] in s:keys
    for mode in split(modes, '\zs')
      if get(maparg(key, mode, 0, 1), 'rhs', '') ==# '<Plug>(gangmu-' . name . '-sentence)'
        execute 'silent!' mode . 'unmap <buffer>' key
      endif
    endfor
  endfor
endfunction

" [first, end) in bytes of the sentences of a line; blanks between two belong to neither.
function! s:of(line) abort
  let text = getline(a:line)
  let found = []
  let from = match(text, s:blank . '*\zs')
  let last = strlen(substitute(text, s:blank . '*$', '', ''))
  while from < last
    let to = matchend(text, s:end, from)
    let to = to < 0 ? last : to
    call add(found, [from, to])
    let from = match(text, s:blank . '*\zs', to)
  endwhile
  return found
endfunction

" The motion: `count` sentences on or back, to where they begin.
function! gangmu#sentence#motion(count, forward, mode) abort
  let [line, byte] = a:mode ==# 'x' ? s:visual() : [line('.'), col('.') - 1]
  let [left, at] = [a:count, [line, byte]]
  while left > 0
    let next = s:next(at, a:forward)
    if empty(next)
      let at = a:forward ? [line('$'), max([0, strlen(getline('$')) - 1])] : s:edge()
      let left = -1
      break
    endif
    let at = next
    let left -= 1
  endwhile
  if a:mode ==# 'o' && a:forward && (left < 0 || at[0] > line)
    " To the end of the sentence before, so that what lies between two paragraphs stays.
    return s:select([line, byte], left < 0 ? [line('$'), strlen(getline('$'))] : s:before(at))
  elseif a:mode ==# 'n'
    normal! m'
  endif
  call cursor(at[0], at[1] + 1)
  if a:mode ==# 'n'
    normal! zv
  endif
endfunction

" Visual mode again; the end of the area that the cursor is at.
function! s:visual() abort
  normal! gv
  return [line('.'), col('.') - 1]
endfunction

" Where the first sentence of the draft begins.
function! s:edge() abort
  for line in range(1, line('$'))
    if !empty(s:of(line))
      return [line, s:of(line)[0][0]]
    endif
  endfor
  return [1, 0]
endfunction

" Where the next sentence begins, or the one the cursor is in and then those before; [] when there is none.
function! s:next(at, forward) abort
  let [line, byte] = a:at
  while line >= 1 && line <= line('$')
    let starts = map(s:of(line), 'v:val[0]')
    call filter(starts, a:forward ? 'v:val > byte' : 'v:val < byte')
    if !empty(starts)
      return [line, starts[a:forward ? 0 : -1]]
    endif
    let [line, byte] = a:forward ? [line + 1, -1] : [line - 1, 0x7fffffff]
  endwhile
  return []
endfunction

" The end of the last sentence before a place.
function! s:before(at) abort
  let line = a:at[0] - 1
  while empty(s:of(line))
    let line -= 1
  endwhile
  return [line, s:of(line)[-1][1]]
endfunction

" Selects from a place to an end, which is exclusive.
function! s:select(from, end) abort
  call cursor(a:from[0], a:from[1] + 1)
  normal! v
  call cursor(a:end[0], max([1, strlen(matchstr(strpart(getline(a:end[0]), 0, a:end[1]), '^.*\ze.$')) + 1]))
endfunction

" The text object: `count` sentences from the one at the cursor on; not `inner`: with the blanks behind.
function! gangmu#sentence#object(count, inner) abort
  let [line, byte] = [line('.'), col('.') - 1]
  let sentences = s:of(line)
  let at = max([0, len(filter(copy(sentences), 'v:val[0] <= byte')) - 1])
  if empty(sentences)
    return
  endif
  let from = [line, sentences[at][0]]
  let left = a:count - 1
  while at + left >= len(sentences) && line < line('$')
    let left -= len(sentences) - at
    let at = 0
    let line = nextnonblank(line + 1)
    if line == 0
      return
    endif
    let sentences = s:of(line)
  endwhile
  if at + left >= len(sentences)
    return
  endif
  let end = sentences[at + left][1]
  call s:select(from, [line, a:inner ? end : matchend(getline(line), s:blank . '*', end)])
endfunction
