" Findings: which are shown when, the one at the cursor, jumps between them and to their other places.

let s:driver = 'gangmu#marks#' . (has('nvim') ? 'nvim' : 'vim') . '#'
let s:Show = function(s:driver . 'findings')
let s:Place = function(s:driver . 'place')
let s:Clear = function(s:driver . 'clear')
let s:moves_along = call(s:driver . 'findings_move_along', [])
let s:stops = '[。！？；!?]'
" A pause of this many ms after lines moved until findings are given their new positions (Neovim's list keeps old ones).
let s:settle = 300
" More findings than this are not drawn at each key but in that pause.
let s:many = 60
" The same until those around a cursor that moved far are shown.
let s:pause = 60
let s:settling = {}
" How long a jump waits for the findings of text that was just changed, or opened, in ms.
let s:moment = 500
" What was echoed last, whether it stands there yet, and the editor's last message of its own then: what came over it is not ours to
" wipe away.
let s:echoed = ['', 0, '']
" Where the cursor was, and the state of the text, when something else was said: a finding there is not echoed over it.
let s:said = []

function! gangmu#finding#published(state, change) abort
  if !gangmu#option#get('diagnostics')
    return
  endif
  let changed = a:change.fresh || !empty(a:change.diagnostics)
  if a:change.fresh
    let a:state.drawn_findings = ''
  endif
  if changed && (a:change.fresh || a:state.diagnostics.length <= s:many)
    call gangmu#finding#show(a:state)
  elseif !changed && s:moves_along
    call gangmu#list#published(a:state)
  elseif changed || (has_key(a:change.moved, 'diagnostics') && !s:moves_along)
    call timer_stop(get(s:settling, a:state.buf, -1))
    let s:settling[a:state.buf] = timer_start(s:settle, {-> gangmu#finding#show(gangmu#buffer#get(a:state.buf))})
  endif
endfunction

" Shows the findings, but for a new one in the sentence that is being written: that waits until the sentence is over, or, when it is of
" half of a pair, until the paragraph is.
function! gangmu#finding#show(state) abort
  if empty(a:state) || !bufloaded(a:state.buf)
    return
  endif
  let list = a:state.diagnostics
  let limit = gangmu#option#get('diagnostics_limit')
  let a:state.reach = []
  let rows = gangmu#rows#length(list) <= limit ? gangmu#rows#all(list) : s:nearest(a:state, limit)
  let shown = get(a:state, 'shown', [])
  let sentence = s:sentence(a:state.buf)
  let a:state.held_by = sentence[:1]
  let [visible, waiting, a:state.held, places] = [rows, [], {}, []]
  if !empty(sentence)
    " Those with a place on its line, which are few, are looked at one by one.
    let line = sentence[0]
    let near = filter(range(len(rows)), 'rows[v:val][0] == line || !empty(rows[v:val][7]) && index(map(copy(rows[v:val][7]), "v:val[0]"), line) >= 0')
    for i in reverse(filter(near, 's:is_about(rows[v:val], sentence) || s:may_be_paired(rows[v:val], line)'))
      call insert(waiting, remove(visible, i))
    endfor
  endif
  if !empty(waiting)
    " What was shown already stays, but for as many as are shown elsewhere now.
    let known = s:known(shown, visible)
    for row in waiting
      if s:take_known(known, row[9])
        call add(visible, row)
      else
        let a:state.held[row[9]] = row[4]
        call extend(places, map([row] + row[7], 'v:val[0:3]'))
      endif
    endfor
  endif
  let a:state.shown = map(copy(visible), 'v:val[9]')
  let a:state.counts = s:count(list, a:state.held)
  call s:count_sections(a:state, waiting)
  let old = get(a:state, 'held_places', [])
  if places !=# old
    " Figures are told to conflict when the finding is shown, and not before.
    let a:state.held_places = places
    call gangmu#marks#again(a:state, map(old + places, 'v:val[0]'))
  endif
  call gangmu#list#published(a:state)
  if a:state.buf == bufnr('') && !(empty(s:echoed[0]) && empty(s:placed[1]))
    " What is said of the finding at the cursor may be so no longer, though the cursor did not move.
    call gangmu#finding#echo()
  endif
  let drawn = string([visible, gangmu#option#get('signs'), gangmu#option#get('virtual_text')])
  if empty(visible) && empty(shown) && !get(a:state, 'showing', 0) || drawn ==# a:state.drawn_findings
    return
  endif
  let [a:state.showing, a:state.drawn_findings] = [!empty(visible), drawn]
  if !empty(a:state.splices)
    " As they are brought forward now, they are not the next time.
    let a:state.drawn_findings = ''
    let visible = map(deepcopy(visible), 's:forward(a:state, v:val)')
  endif
  call s:Show(a:state.buf, visible)
endfunction

" What a finding is known by while the words around it are changed: its figures, else its words with those on either side of them.
" These are the parts of its fingerprint.
function! s:known_by(print) abort
  if a:print[0] >=# '8'
    return [a:print[:7]]
  endif
  return [a:print] + (a:print[8:11] ==# '0000' ? [] : [a:print[:11]]) + (a:print[12:] ==# '0000' ? [] : [a:print[:7] . ':' . a:print[12:]])
endfunction

" Counts by what is known of the findings shown before, less those that are still shown.
function! s:known(shown, visible) abort
  let [left, new, known] = [copy(a:shown), [], {}]
  for row in a:visible
    " Most are the same as before.
    let i = index(left, row[9])
    call add(i < 0 ? new : [], i < 0 ? row[9] : remove(left, i))
  endfor
  for print in left
    for key in s:known_by(print)
      let known[key] = get(known, key, 0) + 1
    endfor
  endfor
  for print in new
    call s:take_known(known, print)
  endfor
  return known
endfunction

" True when it is one of those known, each of which counts once.
function! s:take_known(known, print) abort
  for key in s:known_by(a:print)
    if get(a:known, key, 0) > 0
      for own in s:known_by(a:print)
        let a:known[own] = get(a:known, own, 1) - 1
      endfor
      return 1
    endif
  endfor
  return 0
endfunction

" Whether a finding, or one of its other places, lies in a sentence: half a figure there differs from what it will be.
function! s:is_about(row, sentence) abort
  let [line, from, to] = a:sentence
  for place in [a:row] + a:row[7]
    if place[0] == line && place[1] < to && (place[2] > place[0] || place[3] > from)
      return 1
    endif
  endfor
  return 0
endfunction

" Whether it is half of a pair in the paragraph that is being written, over whose sentences a quotation may run: the other is yet to come.
function! s:may_be_paired(row, line) abort
  return a:row[5] ==# 'PUN-16' && a:row[0] == a:line
endfunction

function! s:forward(state, row) abort
  for place in [a:row] + a:row[7]
    let place[0] = gangmu#sync#to_buffer(a:state, place[0])
    let place[2] = gangmu#sync#to_buffer(a:state, place[2])
  endfor
  return a:row
endfunction

" Where not all findings are shown, those around the cursor are, and it left them: they are when it rests.
function! s:follow(state) abort
  let reach = get(a:state, 'reach', [])
  if !empty(reach) && (line('.') < reach[0] || line('.') > reach[1])
    call timer_stop(get(s:settling, a:state.buf, -1))
    let s:settling[a:state.buf] = timer_start(s:pause, {-> gangmu#finding#show(gangmu#buffer#get(a:state.buf))})
  endif
endfunction

" The `limit` findings around the cursor.
function! s:nearest(state, limit) abort
  let line = a:state.buf == bufnr('') ? line('.') : getbufinfo(a:state.buf)[0].lnum
  let [at, length] = [gangmu#rows#find(a:state.diagnostics, line, 0), gangmu#rows#length(a:state.diagnostics)]
  let from = max([0, min([at - a:limit / 2, length - a:limit])])
  let rows = gangmu#rows#range(a:state.diagnostics, from, from + a:limit)
  " Their lines, open at an end behind which there are no others.
  let a:state.reach = [from > 0 ? rows[0][0] : 0, from + a:limit < length ? rows[-1][0] : 0x7fffffff]
  return rows
endfunction

" Findings by severity, but for those that are held back.
function! s:count(list, held) abort
  let [all, held] = [map(gangmu#rows#flat(a:list), 'v:val[4]'), values(a:held)]
  return map([1, 2, 3], 'count(all, v:val) - count(held, v:val)')
endfunction

" The findings held back, of those that may be, are not counted in the sections around them either.
function! s:count_sections(state, rows) abort
  let old = a:state.held_in
  if empty(old) && empty(a:state.held)
    return
  endif
  let a:state.held_in = {}
  for row in a:rows
    let i = has_key(a:state.held, row[9]) ? gangmu#rows#around(a:state.outline, gangmu#rows#find(a:state.outline, row[0], row[1]), row[0], row[1]) : -1
    for i in s:around(a:state, i)
      let a:state.held_in[i] = get(a:state.held_in, i, 0) + [1, 1000, 1000000][row[4] - 1]
    endfor
  endfor
  if old !=# a:state.held_in
    call gangmu#sidebar#counts(a:state, map(keys(extend(copy(old), a:state.held_in)), '["patch", str2nr(v:val), 12, 0]'))
  endif
endfunction

" Row `i` of the outline and the sections around it; looked for once while one writes there.
function! s:around(state, i) abort
  let key = [a:i, a:state.outlined]
  if get(a:state, 'around', [[]])[0] != key
    let [found, i] = [[], a:i]
    while i >= 0
      call add(found, i)
      let i = gangmu#section#parent(a:state, i)
    endwhile
    let a:state.around = [key, found]
  endif
  return a:state.around[1]
endfunction

" [line, from, to) of the sentence that is being written, [] outside of insert mode.
function! s:sentence(buf) abort
  if a:buf != bufnr('') || mode() !~# '^[iR]'
    return []
  endif
  let [line, column] = [getline('.'), col('.') - 1]
  let from = match(strpart(line, 0, column), '.*' . s:stops . '\zs')
  let to = match(line, s:stops, column)
  return [line('.'), max([from, 0]), to < 0 ? strlen(line) + 1 : to]
endfunction

" The cursor moved in insert mode: findings that waited may be due.
function! gangmu#finding#moved_insert() abort
  if !empty(s:placed[1])
    call s:show_places([])
  endif
  let state = gangmu#buffer#get(bufnr(''))
  " Within the sentence nothing is due that was not.
  if !empty(get(state, 'held', {})) && state.held_by !=# s:sentence(state.buf)[:1]
    call gangmu#finding#show(state)
  endif
endfunction

function! gangmu#finding#left_insert() abort
  call s:show_places([])
  let state = gangmu#buffer#get(bufnr(''))
  if !empty(get(state, 'held', {}))
    call gangmu#finding#show(state)
  endif
endfunction

function! gangmu#finding#clear(buf) abort
  if bufloaded(a:buf)
    call s:show_places([])
    call s:Show(a:buf, [])
    let state = gangmu#buffer#get(a:buf)
    if !empty(state)
      let state.drawn_findings = ''
    endif
  endif
endfunction

" [errors, warnings, hints] of a buffer.
function! gangmu#finding#counts(state) abort
  return get(a:state, 'counts', [0, 0, 0])
endfunction

" All findings that cover the cursor with their own place, the gravest first.
function! gangmu#finding#all_at_cursor() abort
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state) || state.diagnostics.length == 0
    return []
  endif
  let [line, byte] = [gangmu#sync#to_published(state, line('.')), col('.') - 1]
  let rows = filter(gangmu#rows#between(state.diagnostics, line - 3, line), 's:covers(v:val, line, byte)')
  return sort(rows, {a, b -> a[4] - b[4]})
endfunction

" The finding that covers the cursor, [] when none does: [row, place], where place is 0 for its own, 1 and on for related ones.
function! gangmu#finding#at_cursor() abort
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state) || state.diagnostics.length == 0
    return []
  endif
  if !s:has_any(state, line('.'))
    return []
  endif
  let [line, byte] = [gangmu#sync#to_published(state, line('.')), col('.') - 1]
  let i = gangmu#rows#find(state.diagnostics, line, byte)
  let best = []
  " Findings may lie in each other; few begin on one line.
  while i >= 0 && gangmu#rows#line(state.diagnostics, i) >= line - 3
    let row = gangmu#rows#get(state.diagnostics, i)
    if s:covers(row, line, byte) && (empty(best) || row[4] < best[0][4])
      let best = [row, 0]
    endif
    let i -= 1
  endwhile
  return empty(best) ? s:related_at(state, line, byte) : best
endfunction

" The same, and where no finding covers the cursor the nearest of its line: the cursor often rests behind the words just typed.
function! gangmu#finding#near_cursor() abort
  let found = gangmu#finding#at_cursor()
  let state = gangmu#buffer#get(bufnr(''))
  if !empty(found) || empty(state) || state.diagnostics.length == 0
    return found
  endif
  let [line, byte] = [gangmu#sync#to_published(state, line('.')), col('.') - 1]
  for row in gangmu#rows#between(state.diagnostics, line, line)
    let away = row[1] > byte ? row[1] - byte : byte - row[3]
    if empty(found) || away < least
      let [found, least] = [[row, 0], away]
    endif
  endfor
  return found
endfunction

function! s:covers(place, line, byte) abort
  return (a:place[0] < a:line || (a:place[0] == a:line && a:place[1] <= a:byte))
        \ && (a:place[2] > a:line || (a:place[2] == a:line && a:place[3] > a:byte))
endfunction

" Whether a finding, or another place of one, is on a line of the buffer.
function! s:has_any(state, line) abort
  call s:index(a:state)
  return has_key(a:state.lines_with, empty(a:state.splices) ? a:line : gangmu#sync#to_published(a:state, a:line))
endfunction

" The lines that findings and their other places are on, and the latter by line; made once for each published list. Most moves of the
" cursor are to lines without any.
function! s:index(state) abort
  if get(a:state, 'related_of', -1) == a:state.diagnosed
    return
  endif
  let a:state.related_of = a:state.diagnosed
  let [a:state.related, a:state.lines_with] = [{}, {}]
  for row in gangmu#rows#all(a:state.diagnostics)
    let a:state.lines_with[row[0]] = 1
    for line in row[2] > row[0] ? range(row[0] + 1, row[2]) : []
      let a:state.lines_with[line] = 1
    endfor
    let n = 0
    for place in row[7]
      let n += 1
      let a:state.lines_with[place[0]] = 1
      let a:state.related[place[0]] = add(get(a:state.related, place[0], []), [row, n])
    endfor
  endfor
endfunction

function! s:related_at(state, line, byte) abort
  for [row, n] in get(a:state.related, a:line, [])
    if s:covers(row[7][n - 1], a:line, a:byte)
      return [row, n]
    endif
  endfor
  return []
endfunction

" Echoes the finding at the cursor; clears the message once when the cursor leaves it.
function! gangmu#finding#echo() abort
  if mode() !=# 'n'
    return
  endif
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state)
    return
  endif
  call s:follow(state)
  if empty(s:placed[1]) && empty(s:echoed[0]) && !s:has_any(state, line('.'))
    " Most moves of the cursor.
    return
  endif
  let found = gangmu#finding#at_cursor()
  call s:show_places(found)
  if !gangmu#option#get('echo')
    return
  endif
  let text = ''
  if !empty(found)
    let [row, place] = found
    let text = '[' . row[5] . '] ' . row[6] . (place > 0 && !empty(row[7][place - 1][4]) ? ' ← ' . row[7][place - 1][4] : '')
  endif
  if text ==# s:echoed[0]
    return
  elseif s:said == s:here()
    return
  elseif empty(text) && (!s:echoed[1] || s:echoed[2] !=# v:statusmsg)
    " Something else stands there since, such as what undo says.
    let s:echoed = ['', 1, v:statusmsg]
    return
  endif
  let s:echoed = [text, 1, v:statusmsg]
  call gangmu#message#echo(text, empty(found) ? 'None' : found[0][4] == 1 ? 'ErrorMsg' : found[0][4] == 2 ? 'WarningMsg' : 'None')
endfunction

" Something else is said where the message was: there is nothing to wipe away any more.
function! gangmu#finding#overwritten() abort
  let [s:echoed[1], s:said] = [0, s:here()]
endfunction

function! s:here() abort
  return [bufnr(''), b:changedtick, line('.'), col('.')]
endfunction

" A command line was typed over the message.
function! gangmu#finding#covered() abort
  let s:echoed[1] = 0
endfunction

" Echoes the finding that the writer went to, whatever was said before.
function! s:tell() abort
  " Drawn first: scrolling would wipe the message away.
  redraw
  let [s:echoed, s:said] = [['', 0, ''], []]
  call gangmu#finding#echo()
endfunction

" The places that belong to the finding at the cursor stand out while it is there.
let s:placed = [0, []]
function! s:show_places(found) abort
  let places = []
  if !empty(a:found)
    let places = [a:found[0]] + a:found[0][7]
    let places = map(filter(range(len(places)), 'v:val != a:found[1]'), 'places[v:val][0:3]')
  endif
  let buf = bufnr('')
  if s:placed ==# [buf, places] || empty(places) && empty(s:placed[1])
    return
  endif
  if !empty(s:placed[1]) && bufloaded(s:placed[0])
    call s:Clear(s:placed[0], 1, 0x7fffffff, 'here')
  endif
  let s:placed = [buf, places]
  let state = gangmu#buffer#get(buf)
  if !empty(places)
    call s:Place(buf, map(deepcopy(places), '[gangmu#sync#to_buffer(state, v:val[0]), v:val[1], gangmu#sync#to_buffer(state, v:val[2]), v:val[3], "GangmuRelatedHere"]'), 'here')
  endif
endfunction

" Goes to the count-th next (or previous) finding, around the end.
function! gangmu#finding#jump(count, forward) abort
  let state = gangmu#buffer#get(bufnr(''))
  if !empty(state)
    call gangmu#sync#flush(bufnr(''))
    call gangmu#sync#wait(state, s:moment)
  endif
  if empty(state) || state.diagnostics.length == 0
    return gangmu#message#say(gangmu#message#text(empty(state) ? 'not_attached' : 'no_findings'))
  endif
  let length = gangmu#rows#length(state.diagnostics)
  let [line, byte] = [gangmu#sync#to_published(state, line('.')), col('.') - 1]
  if a:forward
    let i = gangmu#rows#find(state.diagnostics, line, byte) + a:count
  else
    let i = gangmu#rows#find(state.diagnostics, line, byte - 1) + 1 - a:count
  endif
  let i = ((i % length) + length) % length
  let row = gangmu#rows#get(state.diagnostics, i)
  call gangmu#section#go(gangmu#sync#to_buffer(state, row[0]), row[1])
  call s:tell()
endfunction

" Goes to the next place of the finding at the cursor, and from the last back to its own.
function! gangmu#finding#related() abort
  call gangmu#sync#flush(bufnr(''))
  let found = gangmu#finding#at_cursor()
  if empty(found)
    return gangmu#message#say(gangmu#message#text('no_finding_here'))
  endif
  let [row, place] = found
  if empty(row[7])
    return gangmu#message#say(gangmu#message#text('no_related'))
  endif
  let target = ([row] + row[7])[(place + 1) % (len(row[7]) + 1)]
  let state = gangmu#buffer#get(bufnr(''))
  call gangmu#section#go(gangmu#sync#to_buffer(state, target[0]), target[1])
  call s:tell()
endfunction

" Waits until what is published covers the buffer as it is, the timeout at most. True when it does.
function! gangmu#finding#settle(buf) abort
  call gangmu#sync#flush(a:buf)
  let state = gangmu#buffer#get(a:buf)
  if empty(state)
    call gangmu#message#warn(gangmu#message#text('not_attached'))
    return 0
  endif
  if !gangmu#sync#wait(state, gangmu#option#get('timeout'))
    call gangmu#message#warn(gangmu#client#trouble())
    return 0
  endif
  return 1
endfunction
