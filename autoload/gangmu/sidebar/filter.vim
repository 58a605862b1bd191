" Filters of a sidebar: what is typed, and the kinds of rows that are wanted. The helper tells which rows stay, by characters or
" pinyin; those around them stay too, dim.

" After the outline changed, in ms; and how long it is waited for that it is up to date.
let s:pause = 30
let s:patience = 200
let s:typing = {}

function! gangmu#sidebar#filter#is_on(bar) abort
  return !empty(a:bar.query) || index(values(a:bar.only), 1) >= 0
endfunction

" Filters and draws. True when it was done. With a second argument what was shown before does not matter: a filter is typed.
function! gangmu#sidebar#filter#apply(bar, ...) abort
  let bar = a:bar
  let state = gangmu#buffer#get(bar.source)
  call timer_stop(get(bar, 'timer', -1))
  let bar.timer = -1
  if empty(state)
    return 0
  endif
  if gangmu#sidebar#filter#is_on(bar)
    call gangmu#sync#flush(bar.source)
    call gangmu#sync#wait(state, s:patience)
    let asked = extend({'buffer': bar.source, 'tick': state.published, 'query': bar.query}, map(copy(bar.only), 'v:val ? v:true : v:false'))
    let answer = gangmu#client#lists('filter', asked, ['rows', 'around', 'texts'], 1)
    if answer is v:null
      return 0
    endif
    if !bar.filtered
      let [bar.kept, bar.folds] = [bar.folds, '']
    endif
    let [bar.filtered, bar.found, bar.around] = [1, answer.rows, answer.around]
  elseif bar.filtered
    let [bar.filtered, bar.found, bar.around] = [0, [], []]
    let bar.folds = strlen(bar.kept) == state.outline.length ? bar.kept : ''
  endif
  call gangmu#sidebar#refresh(bar, a:0 > 0 ? 1 : 0)
  call s:light(bar, gangmu#sidebar#filter#is_on(bar) ? answer.texts : [])
  return 1
endfunction

" Shows what the words were found as.
function! s:light(bar, texts) abort
  if get(a:bar, 'match', -1) > 0
    silent! call matchdelete(a:bar.match, a:bar.win)
    let a:bar.match = -1
  endif
  if !empty(a:texts)
    let pattern = join(map(reverse(sort(a:texts)), 'escape(v:val, "\\")'), '\|')
    let a:bar.match = matchadd('GangmuOutlineMatch', '\C\V\%(' . pattern . '\)', 10, -1, {'window': a:bar.win})
  endif
endfunction

" Filters again in a moment: the outline changed.
function! gangmu#sidebar#filter#later(bar) abort
  call timer_stop(get(a:bar, 'timer', -1))
  let a:bar.timer = timer_start(s:pause, {-> s:again(a:bar)})
endfunction

function! s:again(bar) abort
  let a:bar.timer = -1
  if !has_key(gangmu#sidebar#all(), a:bar.buf) || !bufloaded(a:bar.buf)
    return
  endif
  let state = gangmu#buffer#get(a:bar.source)
  if empty(state) || !gangmu#sidebar#filter#is_on(a:bar)
    return gangmu#sidebar#refresh(a:bar)
  elseif state.published < state.tick && gangmu#client#running()
    " The writer goes on: nothing is waited for.
    return gangmu#sidebar#filter#later(a:bar)
  endif
  let row = gangmu#sidebar#view#row(a:bar, line('.', a:bar.win))
  if gangmu#sidebar#filter#apply(a:bar)
    if bufnr('') == a:bar.buf
      call cursor(gangmu#sidebar#view#line(a:bar, row), 1)
    endif
    call gangmu#sidebar#follow()
  endif
endfunction

" Filters now when that was put off.
function! gangmu#sidebar#filter#due(bar) abort
  if get(a:bar, 'timer', -1) != -1
    call gangmu#sidebar#filter#apply(a:bar)
  endif
endfunction

" Takes a filter from the command line; every key is acted upon.
function! gangmu#sidebar#filter#type() abort
  let bar = gangmu#sidebar#here()
  if empty(bar) || empty(gangmu#buffer#get(bar.source))
    return
  elseif !gangmu#client#start()
    return gangmu#message#warn(gangmu#client#trouble())
  endif
  let s:typing = {'bar': bar, 'row': max([0, gangmu#sidebar#row(bar)])}
  augroup gangmu_filter
    autocmd! CmdlineChanged @ call s:typed(getcmdline())
  augroup END
  for [key, step] in s:steps
    execute 'cnoremap <buffer> <silent>' key '<Cmd>call gangmu#sidebar#filter#step(' . step . ')<CR>'
  endfor
  let text = ''
  try
    echohl Question
    let text = input(gangmu#message#text('filter_prompt'), bar.query)
  catch /^Vim:Interrupt$/
  finally
    echohl None
    autocmd! gangmu_filter
    for [key, step] in s:steps
      execute 'silent! cunmap <buffer>' key
    endfor
  endtry
  call s:typed(text)
  let s:typing = {}
  " The prompt goes away.
  redraw
  echo ''
endfunction

let s:steps = [['<C-n>', 1], ['<Down>', 1], ['<C-p>', -1], ['<Up>', -1]]

function! s:typed(text) abort
  let bar = get(s:typing, 'bar', {})
  if empty(bar) || a:text ==# bar.query
    return
  endif
  let bar.query = a:text
  if !gangmu#sidebar#filter#apply(bar, 1)
    return
  endif
  if !empty(a:text) && !empty(bar.found)
    " The first that was found: those around come first.
    let [n, around] = [0, bar.around]
    while n < len(around) && bar.found[n] == around[n]
      let n += 1
    endwhile
    let s:typing.row = bar.found[n]
  endif
  call cursor(bar.empty ? 1 : gangmu#sidebar#view#line(bar, s:typing.row), 1)
  call gangmu#sidebar#lines#flush(bar)
  redrawstatus
  redraw
endfunction

" Goes to the next or previous row that was found, while typing.
function! gangmu#sidebar#filter#step(step) abort
  let bar = get(s:typing, 'bar', {})
  if empty(bar) || bar.empty
    return
  endif
  let line = line('.') + a:step
  while line >= 1 && line <= line('$') && index(bar.around, gangmu#sidebar#view#row(bar, line)) >= 0
    let line += a:step
  endwhile
  if line >= 1 && line <= line('$')
    call cursor(line, 1)
    let s:typing.row = gangmu#sidebar#view#row(bar, line)
    call gangmu#sidebar#lines#flush(bar)
    redraw
  endif
endfunction

" Everything is shown again; the cursor stays on its section.
function! gangmu#sidebar#filter#clear() abort
  let bar = gangmu#sidebar#here()
  if !empty(bar)
    let bar.query = ''
    call map(bar.only, 0)
    call s:keep_row(bar)
  endif
endfunction

" Shows rows of one kind only, or all again.
function! gangmu#sidebar#filter#only(kind) abort
  let bar = gangmu#sidebar#here()
  if !empty(bar)
    let bar.only[a:kind] = !bar.only[a:kind]
    if !s:keep_row(bar)
      let bar.only[a:kind] = !bar.only[a:kind]
      call gangmu#message#warn(gangmu#client#trouble())
    endif
  endif
endfunction

function! s:keep_row(bar) abort
  let row = gangmu#sidebar#row(a:bar)
  let done = gangmu#sidebar#filter#apply(a:bar, 1)
  if row >= 0
    call cursor(gangmu#sidebar#view#line(a:bar, row), 1)
  endif
  call gangmu#sidebar#lines#flush(a:bar)
  return done
endfunction

" For the status line: what is filtered by.
function! gangmu#sidebar#filter#name(bar) abort
  let kinds = filter(['numbered', 'line', 'findings'], 'a:bar.only[v:val]')
  return (empty(a:bar.query) ? '' : ' /' . a:bar.query) . join(map(kinds, '" [" . gangmu#message#text("only_" . v:val) . "]"'), '')
endfunction
