" Fixes of findings: the one at the cursor, all in a range, or a choice of what can be done.

" Applies the fix of the finding at the cursor in one undo step; asks which when there are several.
function! gangmu#fix#here() abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let rows = gangmu#finding#all_at_cursor()
  if empty(rows)
    let found = gangmu#finding#near_cursor()
    if empty(found)
      return gangmu#message#say(gangmu#message#text('no_finding_here'))
    endif
    let rows = [found[0]]
  endif
  let fixes = filter(map(copy(rows), '[v:val, s:fix(v:val)]'), '!empty(v:val[1])')
  let offers = filter(map(copy(rows), '[v:val, s:offer(v:val)]'), '!empty(v:val[1])')
  if !empty(offers)
    " Which of the figures is wrong is for the writer to say: even one is asked about.
    call gangmu#choose#open(gangmu#message#text('choose'), map(fixes + offers, {_, fix -> s:label(buf, fix[0], fix[1])}),
          \ map(fixes + offers, {_, fix -> function('s:apply', [buf, b:changedtick, fix[0], fix[1]])}))
  elseif empty(fixes)
    call gangmu#message#say(gangmu#message#text('no_fix', rows[0][5]))
  elseif len(fixes) == 1
    call s:apply(buf, b:changedtick, fixes[0][0], fixes[0][1])
  else
    call gangmu#choose#open(gangmu#message#text('choose'), map(copy(fixes), 's:label(buf, v:val[0], v:val[1])'),
          \ map(copy(fixes), {_, fix -> function('s:apply', [buf, b:changedtick, fix[0], fix[1]])}))
  endif
endfunction

" The fix of a row: edits [line, byte, end_line, end_byte, text]. One that is too long to be published is asked for.
function! s:fix(row) abort
  return empty(a:row[8]) ? s:long_fix(gangmu#buffer#get(bufnr('')), a:row) : a:row[8]
endfunction

" What the finding's own words would read if its other places are right.
function! s:offer(row) abort
  return empty(get(a:row, 11, '')) ? [] : [a:row[0:3] + [a:row[11]]]
endfunction

function! s:long_fix(state, row) abort
  if !exists('a:state.long') || a:state.long[0] != a:state.diagnosed
    let findings = gangmu#client#list('diagnostics', {'buffer': a:state.buf, 'tick': a:state.tick}, 'diagnostics')
    let a:state.long = [a:state.diagnosed, {}]
    for finding in findings is v:null ? [] : findings
      if !empty(get(finding, 'fix', []))
        let a:state.long[1][finding.fingerprint] = map(finding.fix, '[v:val.start.line, v:val.start.byte, v:val.end.line, v:val.end.byte, v:val.text]')
      endif
    endfor
  endif
  return get(a:state.long[1], a:row[9], [])
endfunction

function! s:apply(buf, tick, row, edits) abort
  if bufnr('') != a:buf || b:changedtick != a:tick
    return gangmu#message#warn(gangmu#message#text('changed_since'))
  endif
  if gangmu#edit#apply(a:buf, a:edits)
    call gangmu#message#say(gangmu#message#text('fixed', a:row[6]))
  endif
endfunction

" 改：二个 → 两个　[STY-01]
function! s:label(buf, row, edits) abort
  if len(a:edits) > 1 || a:edits[0][0] != a:edits[0][2]
    return gangmu#message#text('choose_fixes', len(a:edits)) . '  [' . a:row[5] . '] ' . a:row[6]
  endif
  let [line, byte, end_line, end_byte, text] = a:edits[0][0:4]
  let old = get(getbufline(a:buf, line), 0, '')
  " With the finding's own words around it: 二 → 两 alone says little.
  let [from, to] = a:row[0] == line && a:row[2] == line ? [min([byte, a:row[1]]), max([end_byte, a:row[3]])] : [byte, end_byte]
  let new = strpart(old, from, byte - from) . text . strpart(old, end_byte, to - end_byte)
  return gangmu#message#text('choose_fix', s:quote(strpart(old, from, to - from)), s:quote(new)) . '  [' . a:row[5] . ']'
endfunction

function! s:quote(text) abort
  return '“' . (strchars(a:text) > 24 ? strcharpart(a:text, 0, 20) . '…' : a:text) . '”'
endfunction

" What can be done about the findings at the cursor: their fixes, their other places, dismissing, explaining.
function! gangmu#fix#action() abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let rows = gangmu#finding#all_at_cursor()
  if empty(rows)
    let found = gangmu#finding#near_cursor()
    if empty(found)
      return gangmu#message#say(gangmu#message#text('no_finding_here'))
    endif
    let rows = [found[0]]
  endif
  let [labels, Actions, state] = [[], [], gangmu#buffer#get(buf)]
  for row in rows
    for edits in filter([s:fix(row), s:offer(row)], '!empty(v:val)')
      call add(labels, s:label(buf, row, edits))
      call add(Actions, function('s:apply', [buf, b:changedtick, row, edits]))
    endfor
  endfor
  for row in rows
    for place in row[7]
      let line = gangmu#sync#to_buffer(state, place[0])
      call add(labels, gangmu#message#text('choose_related', s:quote(strpart(getline(line), place[1], place[2] == place[0] ? place[3] - place[1] : 60))))
      call add(Actions, function('gangmu#section#go', [line, place[1]]))
    endfor
    let tail = '  [' . row[5] . '] ' . row[6]
    call add(labels, gangmu#message#text('choose_dismiss') . tail)
    call add(Actions, function('gangmu#dismiss#row', [buf, row]))
  endfor
  call add(labels, gangmu#message#text('choose_explain') . '  [' . rows[0][5] . ']')
  call add(Actions, function('gangmu#explain#show', [rows[0][5]]))
  call gangmu#choose#open(gangmu#message#text('choose'), labels, Actions)
endfunction

" :[range]Gangmu[!] fix: all fixes in the range, previewed or at once, in one undo step.
function! gangmu#fix#lines(at_once, first, last) abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let state = gangmu#buffer#get(buf)
  let [edits, taken] = [[], {}]
  for row in gangmu#rows#between(state.diagnostics, a:first, a:last)
    let fix = s:fix(row)
    if !empty(fix) && s:take(taken, fix)
      call extend(edits, map(copy(fix), 'v:val[0:4] + [row[5]]'))
    endif
  endfor
  if empty(edits)
    return gangmu#message#say(gangmu#message#text('no_fixes'))
  endif
  let asked = {'tick': state.tick, 'edits': sort(edits, {a, b -> a[0] != b[0] ? a[0] - b[0] : a[1] - b[1]}), 'name': gangmu#message#text('fix_name'), 'After': {done -> 0}}
  if !a:at_once
    call gangmu#preview#open(buf, asked)
  elseif gangmu#edit#apply(buf, asked.edits)
    call gangmu#message#say(gangmu#message#text('fixed_many', len(asked.edits)))
  endif
endfunction

" Takes edits into `taken` (edits by line) unless they touch some of those: of two findings about the same words one is fixed, and the
" other is then looked at again.
function! s:take(taken, fix) abort
  for edit in a:fix
    for other in get(a:taken, edit[0], []) + get(a:taken, edit[2], [])
      if (edit[0] < other[2] || (edit[0] == other[2] && edit[1] <= other[3])) && (edit[2] > other[0] || (edit[2] == other[0] && edit[3] >= other[1]))
        return 0
      endif
    endfor
  endfor
  for edit in a:fix
    for line in edit[0] == edit[2] ? [edit[0]] : [edit[0], edit[2]]
      let a:taken[line] = add(get(a:taken, line, []), edit)
    endfor
  endfor
  return 1
endfunction
