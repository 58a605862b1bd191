" Sections: where the cursor is in the outline, and motions between them.

" How long a motion waits for the outline of text that was just changed, in ms.
let s:moment = 200

" What closes an item of a run.
let s:stop = '[。；;，,、！!？?.]*[ \t\u3000\u00a0]*$'

" Goes to (line, byte) and leaves a mark in the jump list.
function! gangmu#section#go(line, byte) abort
  normal! m'
  call cursor(min([a:line, line('$')]), a:byte + 1)
  if mode() ==# 'n'
    normal! zv
  endif
endfunction

" Marker and title of a row, with a space where the marker brings no punctuation of its own: 第四条 附则.
function! gangmu#section#label(row) abort
  return a:row[8] . (!empty(a:row[9]) && a:row[8] =~# '[0-9A-Za-z章节節条條編编篇分]$' ? ' ' : '') . a:row[9]
endfunction

" The index of the innermost section that a place lies in, -1 when it lies in none: below 一是甲；二是乙。 comes the text of the section
" around the run again.
function! gangmu#section#around(state, line, byte) abort
  let i = gangmu#section#index(a:state, a:line, a:byte)
  if i < 0
    return i
  endif
  " A line that was added at the end and is not published yet lies where the last one that is does.
  let [line, last] = [a:line, a:state.lines]
  if !empty(a:state.splices)
    let line = gangmu#sync#to_published(a:state, line)
    for splice in a:state.splices
      let last -= splice[3]
    endfor
  endif
  return gangmu#rows#around(a:state.outline, i, max([1, min([line, last])]), a:byte)
endfunction

" The index of the last section that begins at or before a place, -1 when that is before the first. It may have ended by then.
function! gangmu#section#index(state, line, byte) abort
  let line = empty(a:state.splices) ? a:line : gangmu#sync#to_published(a:state, a:line)
  " Most moves stay in a section: [index, its beginning, the beginning of the next, where it lies].
  let here = a:state.here
  if !empty(here) && (line > here[1] || line == here[1] && a:byte >= here[2]) && (line < here[3] || line == here[3] && a:byte < here[4])
    return here[0]
  endif
  if !empty(here) && here[0] >= 0 && (line > here[3] || line == here[3] && a:byte >= here[4])
    " Most others go on to one of the next.
    let found = gangmu#rows#onward(a:state.outline, here, line, a:byte)
    if !empty(found)
      let a:state.here = found
      return found[0]
    endif
  endif
  let i = gangmu#rows#find(a:state.outline, line, a:byte)
  let a:state.here = [i] + (i >= 0 ? gangmu#rows#bounds(a:state.outline, i)
        \ : [0, 0] + (a:state.outline.length ? gangmu#rows#get(a:state.outline, 0)[0:1] : [0x7fffffff, 0]))
  return i
endfunction

" The motion: count sections on (or back). `mode` is n, x or o; `native` what the keys did before.
function! gangmu#section#motion(count, forward, mode, native) abort
  if a:mode ==# 'x'
    normal! gv
  endif
  let state = gangmu#buffer#get(bufnr(''))
  if !empty(state)
    call gangmu#sync#flush(bufnr(''))
    if !empty(filter(copy(state.splices), 'v:val[2] > v:val[1]'))
      " Several lines changed at once (an undo): their places are known when they are published, in a moment.
      call gangmu#sync#wait(state, s:moment)
    endif
  endif
  if empty(state) || state.outline.length == 0
    if !empty(a:native)
      execute 'normal! m''' . a:count . a:native
    endif
    return
  endif
  let [line, byte] = [line('.'), col('.') - 1]
  let at = gangmu#section#index(state, line, byte)
  if a:forward
    let i = s:count_on(state, at, a:count, 1)
  else
    " On its first character the section itself is not a section back.
    let here = at >= 0 && gangmu#sync#to_buffer(state, gangmu#rows#line(state.outline, at)) == line && gangmu#rows#raw(state.outline, at)[1] == byte
    let i = s:count_on(state, at + (here ? 0 : 1), a:count, 0)
  endif
  let length = gangmu#rows#length(state.outline)
  if i < 0 || i >= length
    let edge = a:forward ? length - 1 : 0
    if a:mode ==# 'o' || at == edge && (a:forward || here)
      return s:none(a:forward, a:mode)
    endif
    let i = edge
  endif
  let row = gangmu#rows#get(state.outline, i)
  call gangmu#section#go(gangmu#sync#to_buffer(state, row[0]), row[1])
endfunction

" Goes to the count-th sibling after (step 1) or before (step -1) the section at the cursor, or (step 0) to the count-th section
" around it. Stays where it is when there is none.
function! gangmu#section#relative(times, step, mode) abort
  if a:mode ==# 'x'
    normal! gv
  endif
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state)
    return
  endif
  call gangmu#sync#flush(bufnr(''))
  call gangmu#sync#wait(state, s:moment)
  let i = gangmu#section#around(state, line('.'), col('.') - 1)
  for n in range(a:times)
    let next = i < 0 ? -1 : a:step == 0 ? gangmu#section#parent(state, i) : gangmu#section#sibling(state, i, a:step)
    if next < 0
      if n == 0
        call s:none(a:step > 0, a:mode)
        return
      endif
      break
    endif
    let i = next
  endfor
  let row = gangmu#rows#get(state.outline, i)
  call gangmu#section#go(row[0], row[1])
endfunction

" Rows around row i: the first below its subtree, its next or previous sibling, its parent; -1 when there is none.
function! gangmu#section#subtree_end(state, i) abort
  let [n, level] = [gangmu#rows#length(a:state.outline), s:level(a:state, a:i)]
  let i = a:i + 1
  while i < n && s:level(a:state, i) > level
    let i += 1
  endwhile
  return i
endfunction

function! gangmu#section#sibling(state, i, step) abort
  let level = s:level(a:state, a:i)
  if a:step > 0
    let next = gangmu#section#subtree_end(a:state, a:i)
    return next < gangmu#rows#length(a:state.outline) && s:level(a:state, next) == level ? next : -1
  endif
  let i = gangmu#rows#before(a:state.outline, a:i, 5, level)
  return i >= 0 && s:level(a:state, i) == level ? i : -1
endfunction

function! gangmu#section#parent(state, i) abort
  return gangmu#rows#before(a:state.outline, a:i, 5, s:level(a:state, a:i) - 1)
endfunction

function! s:level(state, i) abort
  return gangmu#rows#raw(a:state.outline, a:i)[5]
endfunction

" The i-th row from here that the motions stop at: inline items are passed over when the writer wants so.
function! s:count_on(state, at, count, forward) abort
  if !gangmu#option#get('skip_inline')
    return a:forward ? a:at + a:count : a:at - a:count
  endif
  let [i, left, step] = [a:at, a:count, a:forward ? 1 : -1]
  while left > 0
    let i += step
    if i < 0 || i >= gangmu#rows#length(a:state.outline)
      return i
    endif
    let left -= gangmu#rows#raw(a:state.outline, i)[6] != 3
  endwhile
  return i
endfunction

function! s:none(forward, mode) abort
  if a:mode ==# 'n'
    call gangmu#message#say(gangmu#message#text(a:forward ? 'no_next' : 'no_previous'))
  endif
endfunction

" The text object: the count-th section around the cursor, innermost first, with its subsections; `inner` without its marker, and without
" the stop that parts an item of a run from the next: 二是[转观念]；三是….
" Whole lines where it begins and ends with lines, else characters.
function! gangmu#section#object(times, inner) abort
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state)
    return
  endif
  call gangmu#sync#flush(bufnr(''))
  call gangmu#sync#wait(state, s:moment)
  let [i, left] = [gangmu#section#around(state, line('.'), col('.') - 1), a:times - 1]
  while i >= 0 && left > 0
    let [i, left] = [gangmu#section#parent(state, i), left - 1]
  endwhile
  " The title of the draft is no section to take.
  if i < 0 || s:level(state, i) == 0
    return
  endif
  let place = gangmu#rows#get(state.outline, i)
  let [line, byte, end_line, end_byte] = place[0:3]
  if a:inner
    let [line, byte] = s:body(place)
  endif
  let whole = strpart(getline(line), 0, byte) =~# '^[ \t\u3000\u00a0]*$' && (end_byte == 0 || end_byte >= strlen(getline(end_line)))
  if end_byte == 0
    let [end_line, end_byte] = [end_line - 1, strlen(getline(end_line - 1))]
  endif
  if a:inner && place[6] == 3
    let end_byte = strlen(substitute(strpart(getline(end_line), 0, end_byte), s:stop, '', ''))
  endif
  if end_line < line || (end_line == line && end_byte <= byte)
    return
  endif
  call cursor(line, byte + 1)
  execute 'normal! ' . (whole ? 'V' : 'v')
  " The last character before the end.
  call cursor(end_line, strlen(matchstr(strpart(getline(end_line), 0, end_byte), '^.*\ze.$')) + 1)
endfunction

" Where the body of a section begins: behind the stop of its run-in title, else on the next line, else behind the marker.
function! s:body(row) abort
  let [line, byte, end_line, end_byte, from] = a:row[0:4]
  let one = end_line == line || end_line == line + 1 && end_byte == 0
  let rest = strpart(getline(line), from)
  let rest = substitute(end_line == line ? strpart(rest, 0, end_byte - from) : rest, '[ \t\u3000\u00a0]*$', '', '')
  let stop = matchend(rest, '[。；;：:！？]')
  if stop >= 0 && stop < strlen(rest)
    return [line, from + stop]
  endif
  return one ? [line, from] : [line + 1, 0]
endfunction

" The titles of the sections around the cursor, outermost first.
function! gangmu#section#path(state, line, byte) abort
  return filter(gangmu#rows#upward(a:state.outline, gangmu#section#around(a:state, a:line, a:byte), 5, 1), 'v:val[5] > 0')
endfunction

" The keys ]] and [[: the motion, or what they did before in a draft without sections.
function! gangmu#section#key(forward, mode) abort
  let times = v:count1
  let key = a:forward ? ']]' : '[['
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state) || state.outline.length == 0
    let old = get(get(b:, 'gangmu_native', {}), a:mode . key, {})
    if a:mode ==# 'x'
      normal! gv
    endif
    if get(old, 'rhs', '') =~# '^:'
      " Another plugin's own mapping of these keys.
      return feedkeys(times . substitute(old.rhs, '<\%(C-[uU]\|CR\|cr\|SID\|Cmd\)>', '\=s:special(submatch(0), old)', 'g'), 'n')
    endif
  endif
  call gangmu#section#motion(times, a:forward, a:mode, key)
endfunction

function! s:special(key, old) abort
  return a:key ==# '<SID>' ? '<SNR>' . get(a:old, 'sid', 0) . '_' : eval('"\' . a:key . '"')
endfunction
