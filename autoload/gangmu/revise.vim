" Editing by the outline: renumber, promote and demote, move, split and join. The helper answers with text edits and with the
" references that would go stale; the edits are previewed, or applied at once, in one undo step.

" How long an operation waits for the outline of text that was just changed, in ms.
let s:moment = 500

" Asks for the edits of one operation: {tick, edits, stale, …} as gangmu#preview#open() takes them, {} after a message.
function! s:ask(buf, method, params) abort
  call gangmu#sync#flush(a:buf)
  let state = gangmu#buffer#get(a:buf)
  if empty(state)
    call gangmu#message#warn(gangmu#message#text('not_attached'))
    return {}
  endif
  let answer = gangmu#client#lists(a:method, extend({'buffer': a:buf, 'tick': state.tick}, a:params), ['edits', 'stale', 'review'])
  if answer is v:null
    return {}
  endif
  let title = gangmu#message#text('revise_' . a:method)
  " A section that is moved is put in one place and taken out of the other, never one without the other.
  let asked = {'tick': state.tick, 'name': title, 'whole': ['move'],
        \ 'titles': extend({a:method : title}, {'renumber': gangmu#message#text('revise_renumber')}), 'stale': answer.stale, 'review': answer.review,
        \ 'edits': map(answer.edits, '[v:val.start.line, v:val.start.byte, v:val.end.line, v:val.end.byte, v:val.text, v:val.rule]')}
  let asked.After = function(a:method ==# 'rename_figure' ? 's:list_review' : 's:list_stale', [a:buf, asked])
  return asked
endfunction

" Puts the references that now point elsewhere into the location list, at their places after the edits.
function! s:list_stale(buf, asked, edits) abort
  call s:list(a:buf, a:asked, a:edits, a:asked.stale, function('s:stale'), 'stale')
endfunction

function! s:stale(row, place) abort
  return gangmu#message#text('stale', a:row.text)
endfunction

" The same with mentions of a figure that are to be looked at.
function! s:list_review(buf, asked, edits) abort
  call s:list(a:buf, a:asked, a:edits, a:asked.review, {row, place -> gangmu#message#text(s:doubt(row), s:reads(a:buf, row, place))}, 'review')
endfunction

function! s:doubt(mention) abort
  return !a:mention.approximate ? 'review_other' : a:mention.holds ? 'review_holds' : 'review_fails'
endfunction

" What a mention reads after the edits, which have put it at a place: none of them lies in it.
function! s:reads(buf, mention, place) abort
  return strpart(get(getbufline(a:buf, a:place[0]), 0, ''), a:place[1], a:mention.end.byte - a:mention.start.byte)
endfunction

" What the helper told of into the location list, with what Text(row, place) says; `kind` names the messages.
function! s:list(buf, asked, edits, rows, Text, kind) abort
  call s:show(a:asked.name, len(a:edits), s:items(a:buf, a:edits, a:rows, a:Text), a:kind)
endfunction

function! s:items(buf, edits, rows, Text) abort
  let items = []
  let places = gangmu#edit#moved(a:edits, map(copy(a:rows), '[v:val.start.line, v:val.start.byte]'))
  for n in range(len(places))
    call add(items, {'bufnr': a:buf, 'lnum': places[n][0], 'col': places[n][1] + 1, 'type': 'W', 'text': a:Text(a:rows[n], places[n])})
  endfor
  return items
endfunction

function! s:show(name, edits, items, kind) abort
  if empty(a:items)
    return
  endif
  call setloclist(0, [], ' ', {'title': 'Gangmu: ' . gangmu#message#text(a:kind . '_title'), 'items': a:items})
  " In one message, and in one line: a second one would ask for a key.
  redraw
  call gangmu#message#warn(gangmu#message#one_line(gangmu#message#text('revised', a:name, a:edits), gangmu#message#text(a:kind . '_count', len(a:items))))
endfunction

" Previews the edits, or applies them at once. True when the draft was changed.
function! s:carry_out(buf, asked, at_once) abort
  if empty(a:asked)
    return 0
  elseif empty(a:asked.edits)
    call gangmu#message#say(gangmu#message#text('nothing_to_revise'))
  elseif !a:at_once
    call gangmu#preview#open(a:buf, a:asked)
  elseif !gangmu#normalize#fits(a:buf, a:asked.tick)
    call gangmu#message#warn(gangmu#message#text('changed_since'))
  elseif gangmu#edit#apply(a:buf, a:asked.edits)
    call gangmu#message#say(gangmu#message#text('revised', a:asked.name, len(a:asked.edits)))
    call a:asked.After(a:asked.edits)
    return 1
  endif
  return 0
endfunction

" The state with an outline that is up to date, {} after a message.
function! s:settled(buf) abort
  let state = gangmu#buffer#get(a:buf)
  if empty(state)
    call gangmu#message#warn(gangmu#message#text('not_attached'))
    return {}
  endif
  call gangmu#sync#flush(a:buf)
  if state.published < state.tick
    call gangmu#sync#wait(state, s:moment)
  endif
  return state
endfunction

" :[range]Gangmu renumber [N]: the lines given, else the draft.
function! gangmu#revise#renumber(at_once, range, first, last, number) abort
  let params = a:range ? {'first': a:first - 1, 'last': a:last} : {}
  if a:number =~# '^\d\+$'
    let params.number = str2nr(a:number)
  endif
  call s:carry_out(bufnr(''), s:ask(bufnr(''), 'renumber', params), a:at_once)
endfunction

" Promotes (-1) or demotes (1) the section at the cursor, or each outermost section that begins in the range.
function! gangmu#revise#shift(at_once, range, first, last, by) abort
  let buf = bufnr('')
  if !a:range
    return s:carry_out(buf, s:ask(buf, 'shift', {'line': line('.'), 'byte': col('.') - 1, 'by': a:by}), a:at_once)
  endif
  let state = s:settled(buf)
  if empty(state)
    return
  endif
  let [i, lines] = [0, []]
  while i < gangmu#rows#length(state.outline)
    let row = gangmu#rows#get(state.outline, i)
    if row[0] >= a:first && row[0] <= a:last && row[5] > 0
      call add(lines, row[0:1])
      let i = gangmu#section#subtree_end(state, i)
    else
      let i += 1
    endif
  endwhile
  " None is to go below another of them: what is demoted goes below the one above it, what is promoted takes those after it along.
  call s:shift_each(buf, a:by > 0 ? lines : reverse(lines), a:by)
endfunction

" What was done is said of all of them, since several lines would ask for a key.
function! s:shift_each(buf, places, by) abort
  let [places, done, items, name] = [a:places, 0, [], '']
  while !empty(places)
    let [line, byte] = remove(places, 0)
    let asked = s:ask(a:buf, 'shift', {'line': line, 'byte': byte, 'by': a:by})
    if empty(asked) || empty(asked.edits) || !gangmu#edit#apply(a:buf, asked.edits)
      " Why not is said already, but where there is nothing to do.
      if empty(asked) || !empty(asked.edits)
        return
      elseif !done
        call gangmu#message#say(gangmu#message#text('nothing_to_revise'))
      endif
      break
    endif
    let places = gangmu#edit#moved(asked.edits, places)
    let moved = gangmu#edit#moved(asked.edits, map(copy(items), '[v:val.lnum, v:val.col - 1]'))
    for n in range(len(moved))
      let [items[n].lnum, items[n].col] = [moved[n][0], moved[n][1] + 1]
    endfor
    let known = map(copy(items), '[v:val.lnum, v:val.col]')
    call extend(items, filter(s:items(a:buf, asked.edits, asked.stale, function('s:stale')), 'index(known, [v:val.lnum, v:val.col]) < 0'), 0)
    let [done, name] = [done + len(asked.edits), asked.name]
  endwhile
  if done
    call gangmu#message#say(gangmu#message#text('revised', name, done))
    call s:show(name, done, items, 'stale')
  endif
endfunction

" Moves row i of the outline past `count` siblings, down (1) or up (-1). Gives the row it has then, -1 when nothing was moved.
function! s:move(buf, state, i, count, step, at_once) abort
  let target = a:i
  for n in range(a:count)
    let next = gangmu#section#sibling(a:state, target, a:step)
    if next < 0
      break
    endif
    let target = next
  endfor
  if target == a:i
    call gangmu#message#say(gangmu#message#text(a:step > 0 ? 'no_sibling_below' : 'no_sibling_above'))
    return -1
  endif
  let params = {'section': a:i, 'target': target}
  if a:step > 0
    let params.behind = v:true
  endif
  let size = gangmu#section#subtree_end(a:state, a:i) - a:i
  let end = gangmu#section#subtree_end(a:state, target)
  let asked = s:ask(a:buf, 'move', params)
  let row = a:step > 0 ? end - size : target
  if !empty(asked) && !a:at_once
    let asked.Then = {edits -> empty(filter(copy(edits), 'v:val[5] ==# "move"')) ? 0 : s:go(a:buf, row)}
  endif
  return s:carry_out(a:buf, asked, a:at_once) ? row : -1
endfunction

" The cursor goes to row i of the outline, once that is known.
function! s:go(buf, i) abort
  let state = s:settled(a:buf)
  if !empty(state) && a:i < gangmu#rows#length(state.outline)
    let place = gangmu#rows#get(state.outline, a:i)
    call cursor(place[0], place[1] + 1)
  endif
endfunction

" Moves the section at the cursor; the cursor goes with it.
function! gangmu#revise#move(at_once, count, step) abort
  let buf = bufnr('')
  let state = s:settled(buf)
  if empty(state)
    return
  endif
  let i = gangmu#section#around(state, line('.'), col('.') - 1)
  if i < 0
    return gangmu#message#say(gangmu#message#text('no_section_here'))
  endif
  let row = s:move(buf, state, i, max([1, a:count]), a:step, a:at_once)
  if row >= 0
    call s:go(buf, row)
  endif
endfunction

" An operation on the section at the cursor alone: split, join.
function! gangmu#revise#here(at_once, method) abort
  call s:carry_out(bufnr(''), s:ask(bufnr(''), a:method, {'line': line('.'), 'byte': col('.') - 1}), a:at_once)
endfunction

" Gives the figure at the cursor another value at every mention of it; asks for the value when none is given.
function! gangmu#revise#rename(at_once, value) abort
  let buf = bufnr('')
  let state = s:settled(buf)
  if empty(state)
    return
  endif
  let [line, byte] = [line('.'), col('.') - 1]
  let i = gangmu#rows#find(state.figures, line, byte)
  let row = i < 0 ? [0, 0, 0, 0] : gangmu#rows#get(state.figures, i)
  if row[0] != line || row[3] <= byte
    return gangmu#message#say(gangmu#message#text('no_figure_here'))
  endif
  let old = strpart(getline(line), row[1], row[3] - row[1])
  let value = a:value
  if empty(value)
    let value = input(gangmu#message#text('rename_ask', old), old)
    " The question is wiped away, so that what is said next does not stand behind it.
    redraw
  endif
  if !empty(value) && value !=# old
    call s:carry_out(buf, s:ask(buf, 'rename_figure', {'line': line, 'byte': row[1], 'text': value}), a:at_once)
  endif
endfunction

" From the sidebar, on row i of a draft's outline. Gives the row the section has afterwards.
function! gangmu#revise#row(buf, i, operation, count) abort
  let state = s:settled(a:buf)
  if empty(state) || a:i >= gangmu#rows#length(state.outline)
    return a:i
  endif
  if a:operation ==# 'down' || a:operation ==# 'up'
    let row = s:move(a:buf, state, a:i, a:count, a:operation ==# 'down' ? 1 : -1, 1)
  else
    let params = a:operation ==# 'renumber' ? {'section': a:i} : {'section': a:i, 'by': a:operation ==# 'promote' ? -1 : 1}
    let row = s:carry_out(a:buf, s:ask(a:buf, a:operation ==# 'renumber' ? 'renumber' : 'shift', params), 1) ? a:i : -1
  endif
  if row >= 0
    call s:settled(a:buf)
  endif
  return row < 0 ? a:i : row
endfunction
