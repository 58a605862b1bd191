" Highlights of section markers and figures, near what the windows show only: thousands of marks are never placed.

let s:driver = 'gangmu#marks#' . (has('nvim') ? 'nvim' : 'vim') . '#'
let s:Place = function(s:driver . 'place')
let s:Clear = function(s:driver . 'clear')
" Lines drawn above and below what a window shows.
let s:margin = 60

let s:figure_groups = ['GangmuFigure', 'GangmuFigureAgrees', 'GangmuFigureConflict']

function! gangmu#marks#highlights() abort
  highlight default link GangmuTitle Title
  highlight default link GangmuMarker1 Statement
  highlight default link GangmuMarker2 Identifier
  highlight default link GangmuMarker3 Type
  highlight default link GangmuMarker4 PreProc
  highlight default link GangmuFigure Number
  highlight default link GangmuFigureAgrees String
  highlight default link GangmuFigureConflict WarningMsg
  highlight default link GangmuPlaceholder Todo
  highlight default link GangmuQuote String
  highlight default link GangmuError SpellBad
  highlight default link GangmuWarning SpellCap
  highlight default link GangmuHint SpellLocal
  highlight default link GangmuRelated SpellRare
  highlight default link GangmuErrorSign Error
  highlight default link GangmuWarningSign WarningMsg
  highlight default link GangmuHintSign Comment
  highlight default link GangmuOutlineTitle Title
  highlight default GangmuOutline1 term=bold cterm=bold gui=bold
  highlight default link GangmuOutline2 Normal
  highlight default link GangmuOutline3 Normal
  highlight default link GangmuOutline4 Normal
  highlight default link GangmuOutlineCurrent Visual
  highlight default link GangmuOutlineEmpty Comment
  highlight default link GangmuOutlineSign Comment
  highlight default link GangmuOutlineWords Comment
  highlight default link GangmuOutlineMatch Search
  highlight default link GangmuOutlineDim Comment
  execute 'highlight default link GangmuOutlineErrors' (hlexists('DiagnosticError') ? 'DiagnosticError' : 'WarningMsg')
  execute 'highlight default link GangmuOutlineWarnings' (hlexists('DiagnosticWarn') ? 'DiagnosticWarn' : 'Statement')
  highlight default link GangmuOutlineHints Comment
  highlight default link GangmuPeek Normal
  highlight default link GangmuPeekBorder Comment
endfunction

function! gangmu#marks#published(state, change) abort
  if !gangmu#option#get('highlight')
    return
  endif
  for win in win_findbuf(a:state.buf)
    let drawn = get(s:drawn(a:state), win, [])
    if a:change.fresh || empty(drawn)
      call gangmu#marks#window(win, 1)
      continue
    endif
    for touched in [a:change.outline, a:change.figures]
      if !empty(touched)
        call s:draw(a:state, max([drawn[0], touched[0] - 1]), min([drawn[1], touched[1] + 1]))
      endif
    endfor
  endfor
endfunction

" Draws what a window shows when it has scrolled out of what is drawn, or in any case.
function! gangmu#marks#window(win, always) abort
  let info = getwininfo(a:win)
  if empty(info)
    return
  endif
  let state = gangmu#buffer#get(info[0].bufnr)
  if empty(state) || state.generation == 0 || !gangmu#option#get('highlight')
    return
  endif
  let drawn = s:drawn(state)
  let [top, bottom] = a:win == win_getid() ? [line('w0'), line('w$')] : [info[0].topline, info[0].botline]
  let bottom = max([top, bottom])
  let old = get(drawn, a:win, [])
  if !a:always && !empty(old) && old[0] <= max([1, top]) && old[1] >= bottom
    return
  endif
  let new = [max([1, top - s:margin]), bottom + s:margin]
  let drawn[a:win] = new
  if !empty(old)
    call s:Clear(state.buf, old[0], old[1])
    for [win, range] in items(drawn)
      if win != a:win && range[0] <= old[1] && range[1] >= old[0]
        call s:draw(state, max([range[0], old[0]]), min([range[1], old[1]]))
      endif
    endfor
  endif
  call s:draw(state, new[0], new[1])
endfunction

function! s:drawn(state) abort
  if !has_key(a:state, 'drawn')
    let a:state.drawn = {}
  endif
  if len(a:state.drawn) > 1
    call filter(a:state.drawn, 'winbufnr(str2nr(v:key)) == a:state.buf')
  endif
  return a:state.drawn
endfunction

function! s:draw(state, first, last) abort
  if a:first > a:last
    return
  endif
  let items = []
  for row in gangmu#rows#between(a:state.outline, a:first, a:last)
    if row[6] <= 1
      call add(items, [row[0], row[1], row[0], 0x7fffffff, 'GangmuTitle'])
    elseif row[4] > row[1]
      call add(items, [row[0], row[1], row[0], row[4], 'GangmuMarker' . max([1, min([row[5], 4])])])
    endif
  endfor
  for row in gangmu#rows#between(a:state.figures, a:first, a:last)
    call add(items, [row[0], row[1], row[2], row[3], s:figure_groups[row[5]]])
  endfor
  " What was typed since: places are brought forward, the next publish puts them right.
  if !empty(a:state.splices)
    for item in items
      let item[0] = gangmu#sync#to_buffer(a:state, item[0])
      let item[2] = gangmu#sync#to_buffer(a:state, item[2])
    endfor
  endif
  call s:Clear(a:state.buf, a:first, a:last)
  call s:Place(a:state.buf, items)
endfunction

function! gangmu#marks#clear(buf) abort
  if bufloaded(a:buf)
    call s:Clear(a:buf, 1, 0x7fffffff)
  endif
endfunction
