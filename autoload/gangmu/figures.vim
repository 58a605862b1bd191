" The window of figures: the table of all of them, or the conflicts with their places side by side; the keys of both.

" Pause in ms after something was published until an open window is drawn again.
let s:pause = 120
" Windows by draft: {draft's buffer: list's buffer}; what a list shows lies in its b:gangmu_figures:
"   view    'table' or 'conflict': the file of figures/ that makes it
"   sort    [column from 1, descending]; column 0 is the order of the draft
"   filter, only   what is typed; '', 'conflicts' or 'unverified'
"   shown   the records on the lines below the header, [line, byte, end byte] of one by place()
"   near    figures [from, to) that are listed until all are learned, [] then
"   stops   the columns, [name, first cell, end]
let s:lists = {}
let s:timers = {}
" More figures than this are learned and drawn a part at a time, those near the cursor first; pauses between in ms, more than 10
" (sidebar/lines.vim).
let s:at_once = 600
let s:part = 400
let s:breath = 12
let s:later = 200

" :Gangmu figures [conflicts|csv|tsv [register]]
function! gangmu#figures#show(arguments) abort
  let how = get(a:arguments, 0, '')
  if how ==# 'csv' || how ==# 'tsv'
    return gangmu#figures#copy(how, get(a:arguments, 1, '"'))
  elseif !empty(how) && how !=# 'conflicts'
    return gangmu#message#warn(gangmu#message#text('unknown_command', 'figures ' . how))
  endif
  if exists('b:gangmu_figures')
    let b:gangmu_figures.view = how ==# 'conflicts' ? 'conflict' : 'table'
    let b:gangmu_figures.shown = []
    return gangmu#figures#refresh()
  elseif empty(gangmu#buffer#get(bufnr(''))) && (!empty(&buftype) || !gangmu#attach#buffer(bufnr('')))
    return gangmu#message#warn(gangmu#message#text('not_attached'))
  endif
  let source = bufnr('')
  let line = line('.')
  if !gangmu#finding#settle(source)
    return
  endif
  let [state, near] = [gangmu#buffer#get(source), []]
  if empty(how) && state.figures.length > s:at_once
    let at = gangmu#rows#find(state.figures, line, 0)
    let near = [max([0, at - &lines]), at + 2 * &lines]
  endif
  if !(empty(near) ? gangmu#figures#table#learn(state) : gangmu#figures#table#learn_near(state, near[0], near[1]))
    return
  endif
  call gangmu#window#list('figures', source, max([8, &lines * 2 / 5]))
  let s:lists[source] = bufnr('')
  if !exists('b:gangmu_figures')
    let b:gangmu_figures = {'view': 'table', 'sort': [0, 0], 'filter': '', 'only': '', 'shown': [], 'near': [], 'stops': []}
    call s:maps()
    " The first line shown may lie below the header.
    setlocal scrolloff=1
    setlocal statusline=%{gangmu#figures#name()}%=%{max([0,line('.')-1])}/%{line('$')-1}\ 
    augroup gangmu_figures
      autocmd! * <buffer>
      autocmd BufLeave,BufWinLeave <buffer> call gangmu#window#unmark()
      autocmd CursorMoved,WinEnter,BufWinEnter <buffer> call gangmu#figures#head#follow()
      autocmd WinLeave,BufLeave,BufWinLeave <buffer> call gangmu#figures#head#close()
      autocmd! WinScrolled,VimResized * call gangmu#figures#head#follow()
    augroup END
  endif
  if how ==# 'conflicts'
    let b:gangmu_figures.view = 'conflict'
  endif
  let b:gangmu_figures.near = near
  call s:draw(bufnr(''))
  call s:to_line(line)
  if !empty(near)
    call timer_start(s:breath, function('s:learn_on', [source, bufnr('')]))
  endif
endfunction

" Learns the rest while the editor is idle, then draws all of it.
function! s:learn_on(source, buf, timer) abort
  let [list, state] = [getbufvar(a:buf, 'gangmu_figures', {}), gangmu#buffer#get(a:source)]
  if empty(win_findbuf(a:buf)) || empty(list) || empty(list.near) || empty(state)
    return
  endif
  let done = state.published < state.tick || state.dirty ? -1 : gangmu#figures#table#prepare(state, s:part)
  if done > 0
    let list.near = []
    call s:draw(a:buf)
  else
    call timer_start(done < 0 ? s:later : s:breath, function('s:learn_on', [a:source, a:buf]))
  endif
endfunction

" What is about to be sorted or sought has to be there: true when it is.
function! s:whole() abort
  if !empty(b:gangmu_figures.near) && gangmu#finding#settle(b:gangmu_source) && gangmu#figures#table#learn(gangmu#buffer#get(b:gangmu_source))
    let b:gangmu_figures.near = []
  endif
  return empty(b:gangmu_figures.near)
endfunction

function! s:maps() abort
  for [key, call] in [['<CR>', 'jump(1)'], ['<2-LeftMouse>', 'jump(1)'], ['o', 'jump(0)'], ['/', 'filter()'], ['f', 'filter()'], ['x', 'only("conflicts")'],
        \ ['u', 'only("unverified")'], ['a', 'all()'], ['F', 'all()'], ['c', 'turn()'], ['ss', 'sort(-1)'], ['S', 'sort(0)'], ['r', 'refresh()'],
        \ ['yc', 'copy("csv", v:register)'], ['yt', 'copy("tsv", v:register)']]
        \ + map(range(1, 8), '["s" . v:val, "sort(" . v:val . ")"]')
    execute 'nnoremap <buffer> <silent> <nowait>' key ':<C-u>call gangmu#figures#' . call . '<CR>'
  endfor
  nnoremap <buffer> <silent> <nowait> q :<C-u>call gangmu#window#close()<CR>
  nnoremap <buffer> <silent> <nowait> ? :<C-u>call gangmu#popup#keys('keys_figures')<CR>
endfunction

" For the status line: what is listed, and how.
function! gangmu#figures#name() abort
  let list = get(b:, 'gangmu_figures', {})
  if empty(list)
    return ''
  endif
  let text = ' ' . gangmu#message#text(list.view . '_name') . ' ' . fnamemodify(bufname(get(b:, 'gangmu_source', 0)), ':t')
  let text .= list.sort[0] == 0 || list.view !=# 'table' ? '' : '  ' . gangmu#message#text('figures_sorted', gangmu#figures#table#title(list.sort))
  let text .= empty(list.only) || list.view !=# 'table' ? '' : '  ' . gangmu#message#text('figures_only_' . list.only)
  return text . (empty(list.filter) ? '' : '  ' . gangmu#message#text('figures_filter') . list.filter)
endfunction

" Something was published: an open window is drawn again when the changes pause.
function! gangmu#figures#published(state, change) abort
  if has_key(s:lists, a:state.buf)
    call timer_stop(get(s:timers, a:state.buf, -1))
    let s:timers[a:state.buf] = timer_start(s:pause, {-> s:update(a:state.buf)})
  endif
endfunction

function! s:update(source) abort
  let buf = s:lists[a:source]
  if empty(win_findbuf(buf))
    return bufexists(buf) ? 0 : remove(s:lists, a:source)
  endif
  let state = gangmu#buffer#get(a:source)
  " While changes are on their way the next publish comes back here.
  if empty(state) || state.published < state.tick || state.dirty || !empty(getbufvar(buf, 'gangmu_figures').near)
    return
  elseif gangmu#figures#table#learn(state)
    call s:draw(buf)
  elseif gangmu#client#running()
    call gangmu#figures#published(state, {})
  endif
endfunction

" Draws a list anew; the cursor of its windows stays on its record, and that on its row of the screen.
function! s:draw(buf) abort
  let list = getbufvar(a:buf, 'gangmu_figures')
  let state = gangmu#buffer#get(getbufvar(a:buf, 'gangmu_source'))
  if empty(state)
    return
  endif
  let old = list.shown
  let [list.shown, lines, list.stops] = s:of(list, 'make', [state, list])
  if empty(list.shown)
    call add(lines, gangmu#message#text(empty(list.filter) && empty(list.only) ? list.view . '_empty' : 'figures_none_left'))
  endif
  let views = {}
  for win in win_findbuf(a:buf)
    let view = gangmu#window#view(win)
    let at = s:again(list, get(old, view.lnum - 2, []), view.lnum - 2)
    " No more than its last page, so that no room is left empty below.
    let top = at == 0 || view.lnum == 1 ? 1 : min([view.topline + at + 2 - view.lnum, len(lines) - winheight(win) + 1])
    let views[win] = {'lnum': at + 2, 'topline': max([1, top]), 'col': view.col}
  endfor
  call gangmu#window#patch_lines(a:buf, lines)
  for [win, view] in items(views)
    call win_execute(win, 'call winrestview(' . string(view) . ') | call gangmu#figures#table#colour(' . string(list.stops) . ')')
  endfor
  call gangmu#figures#head#follow()
endfunction

" Calls a function of what a list shows.
function! s:of(list, name, arguments) abort
  return call('gangmu#figures#' . a:list.view . '#' . a:name, a:arguments)
endfunction

function! s:place(record) abort
  return s:of(b:gangmu_figures, 'place', [a:record])
endfunction

" Where a record is found again: itself, else the nearest that reads like it, else what is on its row.
function! s:again(list, record, row) abort
  let [shown, last] = [a:list.shown, len(a:list.shown) - 1]
  if empty(a:record) || last < 0
    return max([0, min([a:row, last])])
  endif
  let Like = function('gangmu#figures#' . a:list.view . '#like')
  if a:row <= last && Like(shown[a:row], a:record) == 2
    return a:row
  endif
  let [at, alike] = [0, -1]
  for other in shown
    let like = Like(other, a:record)
    if like == 2
      return at
    elseif like && (alike < 0 || abs(at - a:row) < abs(alike - a:row))
      let alike = at
    endif
    let at += 1
  endfor
  return alike >= 0 ? alike : min([a:row, last])
endfunction

" The cursor goes to the first record on or below a line of the draft.
function! s:to_line(line) abort
  let at = 0
  while at < len(b:gangmu_figures.shown) - 1 && s:place(b:gangmu_figures.shown[at])[0] < a:line
    let at += 1
  endwhile
  call cursor(at + 2, 1)
endfunction

function! gangmu#figures#refresh() abort
  if gangmu#finding#settle(b:gangmu_source) && gangmu#figures#table#learn(gangmu#buffer#get(b:gangmu_source))
    let b:gangmu_figures.near = []
    call s:draw(bufnr(''))
  endif
endfunction

" Sorts by a column, counted from 1; by the same again: the other way round; -1: the column the cursor is in; 0: as in the draft.
function! gangmu#figures#sort(column) abort
  let list = b:gangmu_figures
  if !s:whole()
    return
  endif
  let column = a:column >= 0 ? a:column : gangmu#figures#table#column(list.stops, virtcol('.'))
  let list.sort = [column, column > 0 && list.sort[0] == column ? !list.sort[1] : 0]
  call s:draw(bufnr(''))
endfunction

" Only conflicting or only unverified figures, or all again.
function! gangmu#figures#only(which) abort
  if !s:whole()
    return
  endif
  let b:gangmu_figures.only = b:gangmu_figures.only ==# a:which ? '' : a:which
  call s:draw(bufnr(''))
endfunction

function! gangmu#figures#all() abort
  call extend(b:gangmu_figures, {'only': '', 'filter': ''})
  call s:draw(bufnr(''))
endfunction

" Between the table and the conflicts.
function! gangmu#figures#turn() abort
  let list = b:gangmu_figures
  let line = empty(list.shown) ? 1 : s:place(list.shown[max([0, line('.') - 2])])[0]
  let list.view = list.view ==# 'table' ? 'conflict' : 'table'
  let list.shown = []
  call s:draw(bufnr(''))
  call s:to_line(line)
endfunction

function! gangmu#figures#filter() abort
  let buf = bufnr('')
  if !s:whole()
    return
  endif
  call gangmu#filter#ask(gangmu#message#text('figures_filter'), b:gangmu_figures.filter, {text -> s:filtered(buf, text)})
endfunction

function! s:filtered(buf, text) abort
  let list = getbufvar(a:buf, 'gangmu_figures')
  let list.filter = a:text
  call s:draw(a:buf)
endfunction

function! gangmu#figures#jump(leave) abort
  if line('.') < 2 || empty(b:gangmu_figures.shown)
    return
  endif
  let [line, byte, end] = s:place(b:gangmu_figures.shown[line('.') - 2])
  let state = gangmu#buffer#get(b:gangmu_source)
  if empty(state)
    return gangmu#message#warn(gangmu#message#text('no_longer_attached'))
  endif
  let list = win_getid()
  call gangmu#window#to_source()
  call gangmu#section#go(gangmu#sync#to_buffer(state, line), byte)
  if !a:leave
    call gangmu#window#mark(line('.'), byte, end)
    call win_gotoid(list)
  endif
endfunction

" Copies what the window shows, or all figures where none is open, as CSV or TSV to a register.
function! gangmu#figures#copy(format, register) abort
  let inside = exists('b:gangmu_figures')
  let source = inside ? b:gangmu_source : bufnr('')
  if !gangmu#finding#settle(source) || !gangmu#figures#table#learn(gangmu#buffer#get(source))
    return
  endif
  let list = getbufvar(inside ? bufnr('') : get(s:lists, source, -1), 'gangmu_figures', {'view': ''})
  let plain = {'sort': [0, 0], 'filter': '', 'only': '', 'near': []}
  let lines = gangmu#figures#table#separated(gangmu#buffer#get(source), list.view ==# 'table' ? extend(copy(list), {'near': []}) : plain, a:format)
  if lines isnot v:null
    call setreg(a:register, lines, 'V')
    call gangmu#message#say(gangmu#message#text('figures_copied', len(lines) - 1, toupper(a:format), a:register))
  endif
endfunction
