" Highlights of section markers and figures, of quotations and placeholders, near what the windows show only: thousands of marks are never
" placed. The layer "helper" is drawn from the rows published, the layer "text" from the lines themselves.

let s:driver = 'gangmu#marks#' . (has('nvim') ? 'nvim' : 'vim') . '#'
let s:Place = function(s:driver . 'place')
let s:Clear = function(s:driver . 'clear')
let s:Draw = function(s:driver . 'draw')
" So many lines are drawn above and below what a window shows, and what is drawn stays until it is as far away as this.
let s:edge = 4
let s:margin = 60
" A pause of this many ms at least until quotations and placeholders of lines that were typed in are looked for.
let s:pause = 250
" And between rounds in which lines are drawn and their text is looked through, of so many ms at least, so that keys come in between.
let s:breath = 12
let s:round = 0.5

let s:figure_groups = ['GangmuFigure', 'GangmuFigureAgrees', 'GangmuFigureConflict']

function! gangmu#marks#highlights() abort
  call gangmu#highlight#define()
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
    " Lines that were put in or taken out bring others in sight.
    call gangmu#marks#window(win, 0)
    let drawn = s:drawn(a:state)[win]
    " Lines around as well while what was typed since has moved them.
    let around = !empty(a:state.splices)
    for touched in [a:change.outline, a:change.figures]
      if !empty(touched)
        call s:draw(a:state, max([drawn[0], touched[0] - around]), min([drawn[1], touched[1] + around]))
      endif
    endfor
  endfor
  if !empty(a:change.placed) && !a:change.fresh
    call s:add(a:state, a:change.placed)
  endif
endfunction

" Figures that came, [line, byte, end_line, end_byte, verdict]: nothing has to be cleared for them.
function! s:add(state, places) abort
  let [items, held, here] = [[], get(a:state, 'held_places', []), a:state.here]
  for [line, byte, end_line, end_byte, verdict] in a:places
    let seen = !empty(filter(values(s:drawn(a:state)), 'v:val[0] <= line && v:val[1] >= line'))
    " A title is of one colour. Below the first line of the cursor's section there is none.
    let below = !empty(here) && here[0] >= 0 && here[1] < line && here[3] > line
    let i = seen && verdict != 2 && !below ? gangmu#rows#find(a:state.outline, line, byte) : -1
    if !seen || i >= 0 && gangmu#rows#raw(a:state.outline, i)[6] <= 1 && gangmu#rows#line(a:state.outline, i) == line
      continue
    endif
    let group = s:figure_groups[verdict == 2 && s:is_held(held, [line, byte, end_line, end_byte]) ? 0 : verdict]
    let shown = empty(a:state.splices) ? line : gangmu#sync#to_buffer(a:state, line)
    call add(items, [shown, byte, shown, end_byte, group])
  endfor
  if !empty(items)
    call s:Place(a:state.buf, items, 'helper')
  endif
endfunction

" Draws what a window shows when it has scrolled out of what is drawn, or `always`.
function! gangmu#marks#window(win, always) abort
  let state = gangmu#buffer#get(winbufnr(a:win))
  if empty(state) || state.generation == 0 || !gangmu#option#get('highlight')
    return
  endif
  let [drawn, top] = [s:drawn(state), max([1, line('w0', a:win)])]
  let bottom = max([top, line('w$', a:win)])
  let old = get(drawn, a:win, [])
  if !a:always && !empty(old) && old[0] <= top && old[1] >= bottom
    return
  endif
  let new = [max([1, top - s:edge]), bottom + s:edge]
  if !a:always && !empty(old) && len(drawn) == 1 && top <= old[1] + 1 && bottom >= old[0] - 1
    return s:scrolled(state, a:win, old, new, top, bottom)
  endif
  let drawn[a:win] = new
  if !empty(old)
    call s:Clear(state.buf, old[0], old[1], 'helper')
    call s:Clear(state.buf, old[0], old[1], 'text')
    for [win, range] in items(drawn)
      if win != a:win && range[0] <= old[1] && range[1] >= old[0]
        call s:draw(state, max([range[0], old[0]]), min([range[1], old[1]]))
        call s:draw_text(state, max([range[0], old[0]]), min([range[1], old[1]]))
      endif
    endfor
  endif
  call s:fill(state, new[0], new[1], top, bottom)
endfunction

" A window scrolled on: what came in sight is drawn, and what is drawn far from it is let go.
function! s:scrolled(state, win, old, wanted, top, bottom) abort
  let reach = a:bottom - a:top + s:margin
  let kept = [max([a:old[0], a:wanted[0] - reach]), min([a:old[1], a:wanted[1] + reach])]
  for [first, last] in [[a:old[0], kept[0] - 1], [kept[1] + 1, a:old[1]]]
    if first <= last
      call s:Clear(a:state.buf, first, last, 'helper')
      call s:Clear(a:state.buf, first, last, 'text')
    endif
  endfor
  let a:state.drawn[a:win] = [min([kept[0], a:wanted[0]]), max([kept[1], a:wanted[1]])]
  call s:fill(a:state, kept[1] + 1, a:wanted[1], a:top, a:bottom)
  call s:fill(a:state, a:wanted[0], kept[0] - 1, a:top, a:bottom)
endfunction

" Draws lines [first, last]: those of [top, bottom], which a window shows, now; the others, and what has to be looked for in the text, a few
" a turn of the loop, since lines are long paragraphs.
function! s:fill(state, first, last, top, bottom) abort
  let [first, last] = [a:first, min([a:last, a:state.buf == bufnr('') ? line('$') : a:state.lines])]
  if first > last
    return
  endif
  let [from, to] = [max([first, a:top]), min([last, a:bottom])]
  call s:draw(a:state, from, to)
  if empty(get(a:state, 'unread', []))
    let a:state.unread = []
    call timer_start(s:breath, function('s:fill_some', [a:state]))
  endif
  " Of the others those below first; a number less than 0 is a line of which nothing is drawn.
  call extend(a:state.unread, (from > to ? [] : range(from, to)) + s:lines(max([first, a:bottom + 1]), last) + reverse(s:lines(first, min([last, a:top - 1]))))
endfunction

function! s:lines(first, last) abort
  return a:first > a:last ? [] : map(range(a:first, a:last), '-v:val')
endfunction

function! s:fill_some(state, timer) abort
  if gangmu#buffer#get(a:state.buf) isnot a:state || !bufloaded(a:state.buf)
    let a:state.unread = []
    return
  endif
  let [ranges, begun] = [values(s:drawn(a:state)), reltime()]
  while !empty(a:state.unread) && reltimefloat(reltime(begun)) * 1000 < s:round
    let [n, seen] = [remove(a:state.unread, 0), 0]
    let line = abs(n)
    for [first, last] in ranges
      let seen = seen || first <= line && line <= last
    endfor
    if !seen
      " Left behind by a window that scrolls on.
      continue
    elseif n < 0
      call s:draw(a:state, line, line, 1)
    endif
    call s:draw_text(a:state, line, line, 1)
  endwhile
  if !empty(a:state.unread)
    call timer_start(s:breath, function('s:fill_some', [a:state]))
  endif
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

" Draws lines, as published, again.
function! gangmu#marks#again(state, lines) abort
  if !gangmu#option#get('highlight')
    return
  endif
  for drawn in values(s:drawn(a:state))
    for line in uniq(sort(copy(a:lines), 'n'))
      if line >= drawn[0] && line <= drawn[1]
        call s:draw(a:state, line, line)
      endif
    endfor
  endfor
endfunction

" Rows of the outline were given other words: only titles are coloured as a whole.
function! gangmu#marks#renamed(state, rows) abort
  for i in a:rows
    if gangmu#rows#raw(a:state.outline, i)[6] <= 1
      call gangmu#marks#again(a:state, [gangmu#rows#line(a:state.outline, i)])
    endif
  endfor
endfunction

function! s:is_held(places, row) abort
  for place in a:places
    if place[0] == a:row[0] && place[1] < a:row[3] && place[3] > a:row[1]
      return 1
    endif
  endfor
  return 0
endfunction

" With one more argument, nothing was drawn there before. What was typed since brings places forward, the next publish puts them right.
function! s:draw(state, first, last, ...) abort
  if a:first > a:last
    return
  elseif !a:0
    call s:Clear(a:state.buf, a:first, a:last, 'helper')
  endif
  call s:Draw(a:state.buf, gangmu#rows#lying(a:state.outline, a:first, a:last), gangmu#rows#lying(a:state.figures, a:first, a:last),
        \ get(a:state, 'held_places', []), a:state.splices)
endfunction

" Lines [first, old_last] of the buffer became [first, last] (sync.vim): their quotations and placeholders are looked for when the writer
" pauses. One timer, which looks whether anything was typed since it was started: nothing is started or stopped with each letter.
function! gangmu#marks#edited(state, first, old_last, last) abort
  let old = a:state.edited
  if empty(old)
    let a:state.edited = [a:first, a:last]
    if gangmu#option#get('highlight')
      call timer_start(s:pause, function('s:paused', [a:state, a:state.tick]))
    endif
  elseif old[0] != a:first || old[1] != a:last
    let a:state.edited = [min([old[0], a:first]), max([old[1] > a:old_last ? old[1] + a:last - a:old_last : 0, a:last])]
  endif
endfunction

function! s:paused(state, tick, timer) abort
  if a:tick != a:state.tick
    call timer_start(s:pause, function('s:paused', [a:state, a:state.tick]))
    return
  endif
  let [edited, a:state.edited] = [a:state.edited, []]
  if gangmu#buffer#get(a:state.buf) is a:state && bufloaded(a:state.buf)
    for win in win_findbuf(a:state.buf)
      let drawn = get(s:drawn(a:state), win, [])
      if !empty(drawn)
        call s:draw_text(a:state, max([drawn[0], edited[0]]), min([drawn[1], edited[1]]))
      endif
    endfor
  endif
endfunction

function! s:draw_text(state, first, last, ...) abort
  " The draft's own syntax file draws them.
  if a:first > a:last || getbufvar(a:state.buf, 'current_syntax', '') ==# 'gongwen'
    return
  endif
  let [items, number] = [[], a:first - 1]
  for line in getbufline(a:state.buf, a:first, a:last)
    let number += 1
    " What the line has at least when there is something to draw in it.
    if stridx(line, '“') >= 0 || stridx(line, '待') >= 0 || stridx(line, 'XX') >= 0 || stridx(line, '××') >= 0 || stridx(line, 'TODO') >= 0
          \ || stridx(line, 'xx') >= 0 || stridx(line, '○○') >= 0
      call s:find(items, line, number, '“[^”]\+”', 'GangmuQuote')
      call s:find(items, line, number, gangmu#highlight#placeholders(), 'GangmuPlaceholder')
    endif
  endfor
  if !a:0
    call s:Clear(a:state.buf, a:first, a:last, 'text')
  endif
  if !empty(items)
    call s:Place(a:state.buf, items, 'text')
  endif
endfunction

function! s:find(items, line, number, pattern, group) abort
  let [found, from, to] = matchstrpos(a:line, '\C' . a:pattern)
  while from >= 0 && to > from
    call add(a:items, [a:number, from, a:number, to, a:group])
    let [found, from, to] = matchstrpos(a:line, '\C' . a:pattern, to)
  endwhile
endfunction

function! gangmu#marks#clear(buf) abort
  if bufloaded(a:buf)
    call s:Clear(a:buf, 1, 0x7fffffff, 'helper')
    call s:Clear(a:buf, 1, 0x7fffffff, 'text')
  endif
endfunction
