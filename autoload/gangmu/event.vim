" Who hears what: the one place that knows the views.

function! gangmu#event#attached(buf) abort
  if exists('*gangmu#count#recall')
    call gangmu#count#recall(a:buf)
  endif
  call s:user('GangmuAttached', a:buf)
endfunction

function! gangmu#event#detached(buf) abort
  call gangmu#marks#clear(a:buf)
  call gangmu#finding#clear(a:buf)
  if (bufloaded(a:buf) || !buflisted(a:buf)) && empty(getcmdwintype())
    " For good. Of a draft that is only not loaded for the moment the lists stay.
    if !bufloaded(a:buf)
      call gangmu#sidebar#manners#deleted(a:buf)
    endif
    if exists('*gangmu#list#detached')
      call gangmu#list#detached(a:buf)
    endif
    call gangmu#window#detached(a:buf)
  endif
  call gangmu#sidebar#manners#detached(a:buf)
endfunction

" The outline of a large draft is there before its figures and findings are.
function! gangmu#event#outlined(state) abort
  let a:state.outlined += 1
  call gangmu#sidebar#render(a:state)
  call gangmu#sidebar#published(a:state, {'outline': [1, 0x7fffffff]})
  call gangmu#fold#published(a:state)
  call s:drawn()
  call s:user('GangmuOutlined', a:state.buf)
endfunction

function! gangmu#event#published(state, change) abort
  let a:state.outlined += a:change.fresh || !empty(a:change.outline) || !empty(a:change.renamed)
  if !empty(a:change.renamed)
    call gangmu#sidebar#renamed(a:state, a:change.renamed)
    call gangmu#marks#renamed(a:state, a:change.renamed)
  endif
  if !a:change.fresh && empty(a:change.outline) && empty(a:change.figures) && empty(a:change.diagnostics) && empty(a:change.moved)
    " What is typed mostly comes to here.
    if !empty(a:change.placed)
      call gangmu#marks#published(a:state, a:change)
    endif
    call s:drawn()
    return gangmu#event#is_awaited(a:state) ? gangmu#event#light(a:state, {}) : 0
  endif
  if a:change.fresh && !a:change.outlined
    call gangmu#sidebar#render(a:state)
  endif
  if a:change.fresh || !empty(a:change.outline) || has_key(a:change.moved, 'outline')
    call gangmu#sidebar#published(a:state, a:change)
  endif
  if a:change.fresh || !empty(a:change.diagnostics) || has_key(a:change.moved, 'diagnostics')
    call gangmu#finding#published(a:state, a:change)
  endif
  if a:change.fresh || !empty(a:change.outline) || !empty(a:change.figures) || !empty(a:change.placed) || !empty(a:change.moved)
    call gangmu#marks#published(a:state, a:change)
  endif
  if !empty(a:change.outline)
    call gangmu#fold#published(a:state)
  endif
  call s:told(a:state, a:change)
  call s:drawn()
  call s:user('GangmuPublished', a:state.buf)
endfunction

" Vim draws what a channel's callback changed with the next key only, but after a timer's it draws and sets the cursor.
function! s:drawn() abort
  if !has('nvim')
    call timer_start(0, {-> 0})
  endif
endfunction

" Whether anyone is to be told of a state in which no view has anything to draw.
function! gangmu#event#is_awaited(state) abort
  return has_key(a:state, 'statusline') || exists('#User#GangmuPublished') || exists('*gangmu#figures#published')
endfunction

" A state was published in which no more changed than a letter typed does (published.vim); `change` is {} when no view shows it.
function! gangmu#event#light(state, change) abort
  if !empty(a:change)
    if !empty(a:change.counts)
      call gangmu#sidebar#counts(a:state, a:change.counts)
    endif
    if !empty(a:change.diagnostics) || !empty(a:change.moved)
      call gangmu#finding#published(a:state, a:change)
    endif
  endif
  call s:told(a:state, {})
  call s:user('GangmuPublished', a:state.buf)
endfunction

function! s:told(state, change) abort
  if exists('*gangmu#figures#published')
    call gangmu#figures#published(a:state, a:change)
  endif
  if has_key(a:state, 'statusline') && get(a:state, 'told', []) != [a:state.words, a:state.counts] && mode() !~# '^[cr!t]'
    " A status line that shows them is not drawn anew by itself. Not under a command line that is being typed.
    let a:state.told = [a:state.words, copy(a:state.counts)]
    redrawstatus
    if !has('nvim') && empty(a:change)
      call timer_start(0, {-> 0})
    endif
  endif
endfunction

" The autocommands are run with g:gangmu_event = {'buffer': n}.
function! s:user(name, buf) abort
  if exists('#User#' . a:name)
    let g:gangmu_event = {'buffer': a:buf}
    execute 'doautocmd <nomodeline> User' a:name
  endif
endfunction
