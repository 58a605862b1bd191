" Taking in what the helper published: the rows are changed by the operations that came, the views are told what changed.

let s:lists = ['outline', 'figures', 'diagnostics']

function! gangmu#published#receive(message) abort
  let state = gangmu#buffer#get(a:message.buffer)
  if empty(state)
    return
  endif
  if !a:message.more && a:message.serial > 1 && a:message.serial == state.serial + 1 && s:counts_alone(state, a:message)
    let state.serial += 1
    call s:seen(state, a:message)
    return gangmu#event#quiet(state)
  elseif a:message.serial == 1
    for name in s:lists
      let state[name] = gangmu#rows#new(name ==# 'diagnostics')
    endfor
    let state.change = s:no_change(1)
  elseif a:message.serial != state.serial + 1
    " Left over from before the buffer was sent again, or a message was lost.
    if a:message.serial > state.serial && state.serial > 0
      call gangmu#sync#resend(state.buf)
    endif
    return
  elseif empty(state.change)
    let state.change = s:no_change(0)
  endif
  let state.serial = a:message.serial
  let change = state.change
  for name in s:lists
    if !has_key(a:message, name)
      continue
    endif
    let outline = name ==# 'outline'
    for op in a:message[name]
      if outline && op[2] == 10 && op[0] ==# 'patch'
        " Words: they change with each letter typed, and few ever read them.
        let state.outline.later[op[1]] = op[3]
        if state.counts_shown
          call add(change.counts, op)
        endif
        continue
      elseif outline
        if op[0] ==# 'patch' && op[2] == 12
          call gangmu#rows#apply(state.outline, op)
          call add(change.counts, op)
          continue
        endif
        let state.here = []
        if !change.fresh || change.outlined
          call gangmu#sidebar#operation(state, op)
        endif
      endif
      try
        let touched = gangmu#rows#apply(state[name], op)
      catch
        call gangmu#sync#resend(state.buf)
        throw 'gangmu: ' . v:exception . ' at ' . v:throwpoint
      endtry
      if !empty(touched)
        let change[name] = empty(change[name]) ? touched : [min([touched[0], change[name][0]]), max([touched[1], change[name][1]])]
      else
        let change.moved[name] = 1
      endif
    endfor
  endfor
  if !empty(change.counts) && (!change.fresh || change.outlined)
    call gangmu#sidebar#counts(state, change.counts)
    let change.counts = []
  endif
  if a:message.more
    let state.words = get(a:message, 'words', state.words)
    if has_key(a:message, 'outlined')
      let [change.outlined, change.outline, state.generation] = [1, [], state.generation + 1]
      call gangmu#event#outlined(state)
    endif
    return
  endif
  if change.fresh || !empty(change.diagnostics) || has_key(change.moved, 'diagnostics')
    let state.diagnosed += 1
  endif
  let state.change = {}
  call s:complete(state, a:message, change)
endfunction

" What most letters that are typed change: the words of the sections around them, which no view shows, where these end, and nothing else.
" True when it was that, and is done.
function! s:counts_alone(state, message) abort
  if has_key(a:message, 'figures') || has_key(a:message, 'diagnostics') || a:state.counts_shown || !empty(a:state.change)
    return 0
  endif
  let ops = get(a:message, 'outline', [])
  for op in ops
    if op[0] !=# 'patch' || op[2] != 10 && op[2] != 2 && op[2] != 3
      return 0
    endif
  endfor
  for op in ops
    if op[2] == 10
      let a:state.outline.later[op[1]] = op[3]
    else
      call gangmu#rows#apply(a:state.outline, op)
    endif
  endfor
  return 1
endfunction

" A state is complete: the views are told what it changed.
function! s:complete(state, message, change) abort
  call s:seen(a:state, a:message)
  call gangmu#event#published(a:state, a:change)
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
" have to draw all of it, and `outlined` when those of the outline have done so before all was there.
function! s:no_change(fresh) abort
  return {'fresh': a:fresh, 'outlined': 0, 'outline': [], 'figures': [], 'diagnostics': [], 'moved': {}, 'counts': []}
endfunction
