" Taking in what the helper published: the rows are changed by the operations that came, the views are told what changed.

let s:lists = ['outline', 'figures', 'diagnostics']

" Fewer figures than this that come at once, where one types, are marked one by one.
let s:few = 5
" Rows that cannot be told by what came are asked for as a whole, but not again and again: in ms.
let s:heal = 2000

function! gangmu#published#receive(message) abort
  let state = gangmu#buffer#get(a:message.buffer)
  if empty(state)
    return
  endif
  let serial = a:message.serial
  if serial != 1 && serial != state.serial + 1
    " Left over from before the buffer was sent again, or a message was lost.
    if serial > state.serial && state.serial > 0
      call gangmu#sync#resend(state.buf)
    endif
    return
  endif
  let state.serial = serial
  let light = serial > 1 && get(a:message, 'light', v:false) && empty(state.change)
  try
    let change = light ? s:light(state, a:message) : s:apply(state, a:message)
  catch
    call s:lost(state)
    throw 'gangmu: ' . v:exception . ' at ' . v:throwpoint
  endtry
  if light
    let [state.words, state.published, state.generation] = [a:message.words, a:message.tick, state.generation + 1]
    if !empty(state.splices)
      call filter(state.splices, 'v:val[0] > a:message.tick')
    endif
    if !empty(change) || gangmu#event#is_awaited(state)
      call gangmu#event#light(state, change)
    endif
  elseif a:message.more
    let state.words = get(a:message, 'words', state.words)
    if has_key(a:message, 'outlined')
      let [change.outlined, change.outline, state.generation] = [1, [], state.generation + 1]
      call gangmu#event#outlined(state)
    endif
  else
    let state.change = {}
    call s:seen(state, a:message)
    call gangmu#event#published(state, change)
  endif
endfunction

" The rows are not those that the helper takes them for: nothing more is heard of them until they come as a whole.
function! s:lost(state) abort
  let [a:state.serial, a:state.change] = [0, {}]
  let before = get(a:state, 'healed', [])
  let a:state.healed = reltime()
  if empty(before) || reltimefloat(reltime(before)) * 1000 > s:heal
    call gangmu#sync#resend(a:state.buf)
  else
    call timer_start(s:heal, {-> gangmu#sync#resend(a:state.buf)})
  endif
endfunction

" What most letters typed change: words of the sections around them, where these end, places on the line. No view shows that, but for a
" sidebar with counts of words, and findings that move or have other neighbours: gives what changed of these, {} when nothing did.
function! s:light(state, message) abort
  let [outline, change] = [a:state.outline, {}]
  for op in get(a:message, 'outline', [])
    if op[2] == 10 && op[0] ==# 'patch'
      let outline.later[op[1]] = op[3]
    else
      call gangmu#rows#apply(outline, op)
      let a:state.here = op[0] ==# 'slide' ? [] : a:state.here
    endif
  endfor
  for op in get(a:message, 'figures', [])
    call gangmu#rows#apply(a:state.figures, op)
  endfor
  if has_key(a:message, 'diagnostics')
    let change = s:no_change(0)
    for op in a:message.diagnostics
      call s:touched(change, 'diagnostics', gangmu#rows#apply(a:state.diagnostics, op))
    endfor
    let a:state.diagnosed += 1
  endif
  if a:state.counts_shown && has_key(a:message, 'outline')
    let change = empty(change) ? s:no_change(0) : change
    let change.counts = filter(a:message.outline, 'v:val[0] ==# "patch" && v:val[2] == 10')
  endif
  return change
endfunction

function! s:touched(change, name, lines) abort
  let old = a:change[a:name]
  if empty(a:lines)
    let a:change.moved[a:name] = 1
  else
    let a:change[a:name] = empty(old) ? a:lines : [min([a:lines[0], old[0]]), max([a:lines[1], old[1]])]
  endif
endfunction

" Applies the operations of a message; gives what they and those of the messages before it have changed.
function! s:apply(state, message) abort
  let state = a:state
  if a:message.serial == 1
    for name in s:lists
      let state[name] = gangmu#rows#new(name ==# 'diagnostics')
    endfor
    let [state.change, state.here] = [s:no_change(1), []]
  elseif empty(state.change)
    let state.change = s:no_change(0)
  endif
  let change = state.change
  for op in get(a:message, 'outline', [])
    if op[0] ==# 'patch' && op[2] == 10
      " Words: they change with each letter typed, and few ever read them.
      let state.outline.later[op[1]] = op[3]
      if state.counts_shown
        call add(change.counts, op)
      endif
    elseif op[0] ==# 'patch' && op[2] == 12
      call gangmu#rows#apply(state.outline, op)
      call add(change.counts, op)
    elseif op[0] ==# 'splice' && op[2] == 1 && len(op[3]) == 1 && !change.fresh && gangmu#rows#rename(state.outline, op[1], op[3][0])
      call add(change.renamed, op[1])
    elseif op[0] ==# 'patch' && op[2] == 3
      " The byte on which it ends: no view shows it.
      call gangmu#rows#apply(state.outline, op)
    elseif op[0] ==# 'slide'
      let state.here = []
      call gangmu#rows#apply(state.outline, op)
    else
      let state.here = []
      if !change.fresh || change.outlined
        call gangmu#sidebar#operation(state, op)
      endif
      call s:touched(change, 'outline', gangmu#rows#apply(state.outline, op))
    endif
  endfor
  for name in ['figures', 'diagnostics']
    for op in get(a:message, name, [])
      if name ==# 'figures' && op[0] ==# 'splice' && op[2] == 0 && len(op[3]) < s:few && !change.fresh
        call extend(change.placed, map(copy(op[3]), '[v:val[0], v:val[1], v:val[2], v:val[3], v:val[5]]'))
        call gangmu#rows#insert(state.figures, op[1], op[3])
        continue
      elseif name ==# 'figures' && op[0] ==# 'slide'
        call gangmu#rows#apply(state.figures, op)
        continue
      endif
      call s:touched(change, name, gangmu#rows#apply(state[name], op))
    endfor
  endfor
  if !empty(change.counts) && (!change.fresh || change.outlined)
    call gangmu#sidebar#counts(state, change.counts)
    let change.counts = []
  endif
  if !a:message.more && (change.fresh || !empty(change.diagnostics) || has_key(change.moved, 'diagnostics'))
    let state.diagnosed += 1
  endif
  return change
endfunction

function! s:seen(state, message) abort
  let a:state.words = get(a:message, 'words', a:state.words)
  let a:state.published = a:message.tick
  let a:state.generation += 1
  if !empty(a:state.splices)
    call filter(a:state.splices, 'v:val[0] > a:message.tick')
  endif
endfunction

" What a publish changed: of each list the lines [first, last] or [], and whether rows only moved; `fresh` when the views
" have to draw all of it, `renamed` rows of the outline that read otherwise and are the same in all else,
" `placed` figures that came and nothing went for them ([line, byte, end_line, end_byte, verdict]), and `outlined` when the views of the outline have drawn all of it before all was there.
function! s:no_change(fresh) abort
  return {'fresh': a:fresh, 'outlined': 0, 'outline': [], 'renamed': [], 'placed': [], 'figures': [], 'diagnostics': [], 'moved': {}, 'counts': []}
endfunction
