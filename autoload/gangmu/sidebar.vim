" The outline beside the draft: one a tab. Only rows that change are touched.

" By sidebar buffer: {buf, win, source (the draft's buffer), draft (its window last used), row (the marked one, from 1),
" empty (a message is shown, no rows), stale (to be drawn as a whole), total (rows of the outline), dirty (lines to be drawn), width,
" columns (shown or not), only (which kinds of rows), restore ([layout before, sizes]), and what view.vim says}.
let s:sidebars = {}
let s:next = 1
let s:columns = ['signs', 'number', 'words', 'findings']

" Keys of the sidebar and what they call.
let s:keys = [
      \ ['<CR>', 'jump(1, "")'], ['<2-LeftMouse>', 'jump(1, "")'], ['o', 'jump(0, "")'], ['s', 'jump(1, "split")'], ['v', 'jump(1, "vsplit")'], ['t', 'jump(1, "tab split")'],
      \ ['p', 'preview#toggle()'], ['/', 'filter#type()'], ['f', 'filter#type()'], ['F', 'filter#clear()'],
      \ ['N', 'filter#only("numbered")'], ['E', 'filter#only("findings")'], ['I', 'filter#only("line")'],
      \ ['cs', 'column("signs")'], ['cn', 'column("number")'], ['cw', 'column("words")'], ['ce', 'column("findings")'],
      \ ['K', 'revise("up")'], ['J', 'revise("down")'], ['<lt>', 'revise("promote")'], ['>', 'revise("demote")'], ['R', 'revise("renumber")'],
      \ ['u', 'undo("undo")'], ['<C-r>', 'undo("redo")'], ['y', 'copy#subtree(v:register)'], ['Y', 'copy#all(v:register)'],
      \ [']]', 'top(v:count1)'], ['[[', 'top(-v:count1)'], ['q', 'close()'], ['?', 'keys()'], ['<Tab>', 'fold("za")'],
      \ ] + map(['za', 'zA', 'zc', 'zC', 'zo', 'zO', 'zm', 'zM', 'zr', 'zR', 'zv', 'zx', 'zX'], '[v:val, "fold(\"" . v:val . "\")"]')

" All sidebars by buffer.
function! gangmu#sidebar#all() abort
  return s:sidebars
endfunction

" The sidebar of this tab, {} when there is none.
function! gangmu#sidebar#here() abort
  let bar = get(t:, 'gangmu_sidebar', {})
  return !empty(bar) && win_id2win(bar.win) > 0 && winbufnr(bar.win) == bar.buf ? bar : {}
endfunction

function! gangmu#sidebar#is_open() abort
  return !empty(gangmu#sidebar#here())
endfunction

function! gangmu#sidebar#toggle() abort
  if gangmu#window#is_locked()
    return
  elseif gangmu#sidebar#is_open()
    call gangmu#sidebar#close()
  else
    call gangmu#sidebar#open()
  endif
endfunction

" Goes into the sidebar, opening it first.
function! gangmu#sidebar#enter() abort
  if gangmu#window#is_locked()
    return
  endif
  call gangmu#sidebar#open()
  if gangmu#sidebar#is_open()
    call win_gotoid(t:gangmu_sidebar.win)
  endif
endfunction

" Opens the sidebar for the current draft; the cursor stays where it is.
function! gangmu#sidebar#open() abort
  if !empty(gangmu#sidebar#here()) || gangmu#window#is_locked()
    return
  endif
  let source = bufnr('')
  if empty(gangmu#buffer#get(source)) && !gangmu#buffer#attach(source)
    return gangmu#message#warn(gangmu#message#text('not_attached'))
  endif
  let win = win_getid()
  let restore = [winlayout(), winrestcmd()]
  let equal = &equalalways
  set noequalalways
  try
    execute 'noautocmd silent keepalt keepjumps' (gangmu#option#get('sidebar_side') ==# 'right' ? 'botright' : 'topleft')
          \ 'vertical' gangmu#option#get('sidebar_width') . 'new'
    let bar = extend({'buf': bufnr(''), 'win': win_getid(), 'source': source, 'row': 0, 'restore': restore, 'draft': win,
          \ 'empty': 1, 'stale': 0, 'total': 0, 'dirty': [], 'columns': {}, 'only': {'numbered': 0, 'findings': 0, 'line': 0}}, gangmu#sidebar#view#new())
    for name in s:columns
      let bar.columns[name] = index(gangmu#option#get('sidebar_columns'), name) >= 0
    endfor
    let t:gangmu_sidebar = bar
    let w:gangmu_sidebar = bar.buf
    let s:sidebars[bar.buf] = bar
    " Lines for all rows while there is no syntax yet: four times as fast.
    setlocal undolevels=-1
    call setline(1, repeat([''], max([1, get(gangmu#buffer#get(source), 'outline', {'length': 1}).length])))
    call s:setup(bar)
  finally
    let &equalalways = equal
    noautocmd call win_gotoid(win)
  endtry
  call gangmu#sidebar#refresh(bar)
  call gangmu#sidebar#follow()
  if gangmu#option#get('sidebar_linked')
    call gangmu#sidebar#link#start()
  endif
endfunction

" Shows another draft, that of a window.
function! gangmu#sidebar#turn(bar, win) abort
  call extend(a:bar, gangmu#sidebar#view#new())
  call extend(a:bar, {'source': winbufnr(a:win), 'draft': a:win, 'row': 0, 'empty': 1})
  call map(a:bar.only, 0)
  call gangmu#sidebar#filter#apply(a:bar)
  call gangmu#sidebar#follow()
  if gangmu#option#get('sidebar_linked') && bufnr('') == a:bar.source
    call gangmu#sidebar#link#start()
  endif
endfunction

function! s:setup(bar) abort
  execute 'noautocmd silent keepalt file' fnameescape('gangmu://outline/' . s:next)
  let s:next += 1
  setlocal buftype=nofile bufhidden=hide noswapfile nobuflisted undolevels=-1 nomodifiable
  setlocal winfixwidth nowrap nonumber norelativenumber nolist nospell foldcolumn=0 signcolumn=no cursorline colorcolumn=
  " Some rows around the marked one stay in sight.
  setlocal scrolloff=3 sidescrolloff=0
  setlocal nodiff noscrollbind nocursorbind nofoldenable foldmethod=manual fillchars+=eob:\ 
  setlocal statusline=%{gangmu#sidebar#name()}%=%l/%L\ 
  if exists('+statuscolumn')
    setlocal statuscolumn=
  endif
  if exists('+winbar')
    setlocal winbar=
  endif
  if exists('+winfixbuf')
    setlocal nowinfixbuf
  endif
  setlocal filetype=gangmu-outline
  for [key, call] in s:keys
    execute 'nnoremap <buffer> <silent> <nowait>' key ':<C-u>call gangmu#sidebar#' . call . '<CR>'
  endfor
  augroup gangmu_sidebar
    execute 'autocmd! * <buffer=' . a:bar.buf . '>'
    execute 'autocmd CursorMoved <buffer=' . a:bar.buf . '> call gangmu#sidebar#moved()'
  augroup END
endfunction

" The cursor moved in the sidebar: what it comes upon is drawn.
function! gangmu#sidebar#moved() abort
  let bar = get(s:sidebars, bufnr(''), {})
  if !empty(bar)
    call gangmu#sidebar#lines#flush(bar)
  endif
endfunction

function! gangmu#sidebar#keys() abort
  call gangmu#popup#keys('keys_outline')
endfunction

" Counts of words and findings changed.
function! gangmu#sidebar#counts(state, ops) abort
  for bar in values(s:sidebars)
    if bar.source != a:state.buf || !bufloaded(bar.buf)
      continue
    endif
    let columns = (bar.columns.words ? [10] : []) + (bar.columns.findings ? [12] : [])
    for op in empty(columns) || bar.empty || bar.stale ? [] : a:ops
      if index(columns, op[2]) >= 0
        call gangmu#sidebar#lines#count(bar, op[1])
      endif
    endfor
    if bar.only.findings && !empty(filter(copy(a:ops), 'v:val[2] == 12'))
      call gangmu#sidebar#filter#later(bar)
    endif
  endfor
endfunction

" An operation on the outline is about to be applied: the same on the sidebars that show it.
function! gangmu#sidebar#operation(state, op) abort
  if empty(s:sidebars) || a:op[0] !=# 'splice'
    return
  endif
  for bar in values(s:sidebars)
    if bar.source != a:state.buf || !bufloaded(bar.buf)
      continue
    endif
    let [at, removed, rows] = a:op[1:3]
    call gangmu#sidebar#view#splice(bar, a:state.outline, at, removed, rows)
    if bar.stale || bar.empty || removed == a:state.outline.length
      let bar.stale = 1
    elseif bar.partial
      if bar.filtered || removed != 1 || len(rows) != 1 || gangmu#rows#raw(a:state.outline, at)[5] != rows[0][5]
        let bar.stale = 1
      else
        call gangmu#sidebar#lines#touch(bar, at)
      endif
    else
      try
        call gangmu#sidebar#lines#splice(bar, at, removed, len(rows))
      catch
        " Not now (a locked text, the command-line window): drawn as a whole when the state is complete.
        let bar.stale = 1
      endtry
    endif
  endfor
endfunction

" Rows were given other words.
function! gangmu#sidebar#renamed(state, rows) abort
  for bar in values(s:sidebars)
    if bar.source != a:state.buf || bar.stale || bar.empty || !bufloaded(bar.buf)
      continue
    elseif gangmu#sidebar#filter#is_on(bar)
      call gangmu#sidebar#filter#later(bar)
    else
      call gangmu#sidebar#lines#rename(bar, a:state, a:rows)
    endif
  endfor
endfunction

" The outline came as a whole.
function! gangmu#sidebar#render(state) abort
  for bar in values(s:sidebars)
    if bar.source == a:state.buf && bufloaded(bar.buf)
      call gangmu#sidebar#view#renew(bar, a:state)
      let bar.stale = 1
    endif
  endfor
endfunction

function! gangmu#sidebar#published(state, change) abort
  if empty(s:sidebars)
    return
  endif
  for bar in values(s:sidebars)
    if bar.source == a:state.buf && bufloaded(bar.buf)
      if gangmu#sidebar#filter#is_on(bar) && (bar.stale || !empty(a:change.outline))
        call gangmu#sidebar#filter#later(bar)
      elseif bar.stale
        call gangmu#sidebar#refresh(bar)
      else
        call gangmu#sidebar#lines#flush(bar)
      endif
      if !empty(a:change.outline)
        let bar.row = 0
      endif
    endif
  endfor
  call gangmu#sidebar#follow()
endfunction

" Draws a sidebar, or says that it has still to be; `where` as lines#draw() takes it, by default anywhere.
function! gangmu#sidebar#refresh(bar, ...) abort
  try
    call gangmu#sidebar#lines#draw(a:bar, a:0 > 0 && !a:bar.stale ? a:1 : 0)
    let a:bar.stale = 0
  catch
    " Locked: the next publish draws it.
    let a:bar.stale = 1
  endtry
  let [a:bar.row, state] = [0, gangmu#buffer#get(a:bar.source)]
  call s:tell(a:bar)
  if bufnr('') == a:bar.buf && !a:bar.empty && !empty(state)
    " The writer is in the sidebar, which then does not follow.
    let line = gangmu#sidebar#view#line(a:bar, s:row_of_draft(a:bar, state))
    call sign_place(1, 'gangmu_outline', 'GangmuOutlineHere', a:bar.buf, {'lnum': line})
  endif
endfunction

" Marks the section the cursor is in. Does nothing while the writer is in the sidebar.
function! gangmu#sidebar#follow() abort
  let bar = get(t:, 'gangmu_sidebar', {})
  if empty(bar) || bufnr('') != bar.source || bar.empty
    return
  endif
  let state = gangmu#buffer#get(bar.source)
  if empty(state) || win_id2win(bar.win) == 0
    return
  endif
  let bar.draft = win_getid()
  if winwidth(bar.win) != bar.width + 1
    call gangmu#sidebar#lines#again(bar)
  endif
  let row = max([1, gangmu#section#around(state, line('.'), col('.') - 1) + 1])
  if row != bar.row
    let bar.row = row
    let line = bar.partial ? gangmu#sidebar#view#line(bar, row - 1) : row
    call sign_place(1, 'gangmu_outline', 'GangmuOutlineHere', bar.buf, {'lnum': line})
    " Asking for winline() scrolls: a cursor set in a window that is not the current one does not.
    call win_execute(bar.win, 'noautocmd keepjumps call cursor(' . line . ', 1) | call winline()')
    if !empty(bar.dirty)
      call gangmu#sidebar#lines#flush(bar)
    endif
  endif
endfunction

call sign_define('GangmuOutlineHere', {'linehl': 'GangmuOutlineCurrent'})

" The row of the outline under the cursor of the sidebar, -1 when there is none.
function! gangmu#sidebar#row(bar) abort
  let state = gangmu#buffer#get(a:bar.source)
  let row = a:bar.empty || empty(state) ? -1 : gangmu#sidebar#view#row(a:bar, line('.'))
  return row < 0 || row >= state.outline.length ? -1 : row
endfunction

" Goes to the section under the cursor of the sidebar; `leave` takes the cursor along; `how` is '', or a command that opens another
" window first.
function! gangmu#sidebar#jump(leave, how) abort
  let bar = gangmu#sidebar#here()
  if empty(bar) || gangmu#sidebar#row(bar) < 0
    return
  endif
  let state = gangmu#buffer#get(bar.source)
  let row = gangmu#rows#get(state.outline, gangmu#sidebar#row(bar))
  let sidebar = win_getid()
  call gangmu#sidebar#to_draft(bar)
  if !empty(a:how)
    execute 'silent' a:how
  endif
  call gangmu#sync#flush(bar.source)
  let before = [line('w0'), line('w$')]
  call gangmu#section#go(gangmu#sync#to_buffer(state, row[0]), row[1])
  if line('.') < before[0] || line('.') > before[1]
    normal! zt
  endif
  let bar.row = 0
  call gangmu#sidebar#follow()
  if !a:leave
    call win_gotoid(sidebar)
  endif
endfunction

" Moves, promotes, demotes or renumbers the section under the cursor of the sidebar; the cursor goes with it.
function! gangmu#sidebar#revise(operation) abort
  let [bar, times] = [gangmu#sidebar#here(), v:count1]
  if empty(bar) || gangmu#sidebar#row(bar) < 0
    return
  endif
  let row = gangmu#sidebar#row(bar)
  let sidebar = win_getid()
  call gangmu#sidebar#to_draft(bar)
  let row = gangmu#revise#row(bar.source, row, a:operation, times)
  call win_gotoid(sidebar)
  call gangmu#sidebar#filter#due(bar)
  call cursor(gangmu#sidebar#view#line(bar, row), 1)
  if gangmu#option#get('sidebar_linked')
    call gangmu#fold#again(bar.source)
    call gangmu#sidebar#link#to_draft(bar, gangmu#buffer#get(bar.source))
  endif
endfunction

" Undoes or redoes in the draft; the cursor stays in the sidebar.
function! gangmu#sidebar#undo(command) abort
  let [bar, times] = [gangmu#sidebar#here(), v:count1]
  if !empty(bar) && !empty(gangmu#buffer#get(bar.source))
    let sidebar = win_getid()
    " A finding there and each step say something, of which the last is shown: several lines would ask for a key.
    silent call gangmu#sidebar#to_draft(bar)
    try
      for n in range(times - 1)
        execute 'silent' a:command
      endfor
      execute a:command
    finally
      call win_gotoid(sidebar)
    endtry
  endif
endfunction

" Shows or hides a column.
function! gangmu#sidebar#column(name) abort
  let bar = gangmu#sidebar#here()
  if !empty(bar)
    let bar.columns[a:name] = !bar.columns[a:name]
    call s:tell(bar)
    call gangmu#sidebar#lines#again(bar)
  endif
endfunction

" The widths of characters changed: all sidebars are drawn again.
function! gangmu#sidebar#again() abort
  for bar in values(s:sidebars)
    call gangmu#sidebar#lines#again(bar)
  endfor
endfunction

" Lets the draft know whether counts of words are wanted.
function! s:tell(bar) abort
  let state = gangmu#buffer#get(a:bar.source)
  if !empty(state)
    let state.counts_shown = state.counts_shown || a:bar.columns.words
  endif
endfunction

" A fold command on the section under the cursor.
function! gangmu#sidebar#fold(key) abort
  let bar = gangmu#sidebar#here()
  let row = empty(bar) ? -1 : gangmu#sidebar#row(bar)
  if row < 0
    return
  endif
  let state = gangmu#buffer#get(bar.source)
  if a:key ==# 'zv' || a:key ==? 'zx'
    if a:key !=# 'zv'
      call gangmu#sidebar#view#fold(bar, state, row, bar.foldlevel > 9 ? 'zR' : 'zM')
    endif
    let row = max([0, s:row_of_draft(bar, state)])
    call gangmu#sidebar#view#reveal(bar, state, row)
  else
    let row = gangmu#sidebar#view#fold(bar, state, row, a:key)
  endif
  call gangmu#sidebar#refresh(bar, a:key =~# 'z[acoACO]' ? [row, gangmu#sidebar#view#end(bar, state, row)] : 1)
  call cursor(gangmu#sidebar#view#line(bar, row), 1)
  if gangmu#option#get('sidebar_linked')
    call gangmu#sidebar#link#to_draft(bar, state)
  endif
endfunction

" The row of the section that the draft's cursor is in.
function! s:row_of_draft(bar, state) abort
  let win = win_id2win(a:bar.draft) > 0 && winbufnr(a:bar.draft) == a:bar.source ? a:bar.draft : bufwinid(a:bar.source)
  let [line, column] = win_id2win(win) > 0 ? gangmu#window#cursor(win) : [1, 0]
  return gangmu#section#around(a:state, line, column)
endfunction

" Enters a window that shows the sidebar's draft, the last one used first; makes one when there is none.
function! gangmu#sidebar#to_draft(bar) abort
  for win in [a:bar.draft] + filter(win_findbuf(a:bar.source), 'win_id2win(v:val) > 0')
    if win_id2win(win) > 0 && winbufnr(win) == a:bar.source
      return win_gotoid(win)
    endif
  endfor
  call gangmu#sidebar#to_main(a:bar)
  execute 'buffer' a:bar.source
endfunction

" Enters a window for files: the last draft's, else any ordinary one, else a new one.
function! gangmu#sidebar#to_main(bar) abort
  for win in [a:bar.draft] + map(range(1, winnr('$')), 'win_getid(v:val)')
    if win_id2win(win) > 0 && !gangmu#window#is_ours(win) && empty(getbufvar(winbufnr(win), '&buftype'))
      return win_gotoid(win)
    endif
  endfor
  execute (gangmu#option#get('sidebar_side') ==# 'right' ? 'topleft' : 'botright') 'vertical new'
  let here = win_getid()
  execute 'noautocmd call win_gotoid(' . a:bar.win . ')'
  execute 'vertical resize' gangmu#option#get('sidebar_width')
  noautocmd call win_gotoid(here)
endfunction

" Goes count top-level sections on in the sidebar.
function! gangmu#sidebar#top(count) abort
  let bar = gangmu#sidebar#here()
  let row = empty(bar) ? -1 : gangmu#sidebar#row(bar)
  if row < 0
    return
  endif
  let levels = gangmu#sidebar#view#levels(bar, gangmu#buffer#get(bar.source))
  let [line, step, left] = [line('.'), a:count > 0 ? 1 : -1, abs(a:count)]
  while left > 0 && line + step >= 1 && line + step <= line('$')
    let line += step
    if levels[gangmu#sidebar#view#row(bar, line)] <=# '1'
      let left -= 1
      call cursor(line, 1)
    endif
  endwhile
endfunction

function! gangmu#sidebar#name() abort
  let bar = get(s:sidebars, bufnr(''), {})
  return ' ' . gangmu#message#text('outline_name') . (empty(bar) ? '' : gangmu#sidebar#filter#name(bar) . ' ' . fnamemodify(bufname(bar.source), ':t'))
endfunction

" Closes the sidebar of this tab and gives the other windows their sizes back.
function! gangmu#sidebar#close() abort
  let bar = gangmu#sidebar#here()
  if empty(bar)
    return
  endif
  let win = win_getid()
  if win == bar.win
    let win = win_id2win(bar.draft) > 0 ? bar.draft : win_getid(winnr('#'))
  endif
  call gangmu#sidebar#preview#close()
  if winnr('$') == 1
    " :only was given here: the draft comes back.
    call gangmu#sidebar#to_draft(bar)
    let win = win_getid()
  endif
  let equal = &equalalways
  set noequalalways
  noautocmd call win_gotoid(bar.win)
  noautocmd close
  let &equalalways = equal
  call win_gotoid(win)
  if winlayout() == bar.restore[0]
    execute bar.restore[1]
  endif
  call gangmu#sidebar#forget(bar)
endfunction

" The sidebar's window is gone.
function! gangmu#sidebar#forget(bar) abort
  if has_key(s:sidebars, a:bar.buf)
    call remove(s:sidebars, a:bar.buf)
  endif
  if get(t:, 'gangmu_sidebar', {}) is a:bar
    unlet t:gangmu_sidebar
  endif
  " A window that was split from it, or a tab page it was moved to, goes as well.
  if bufexists(a:bar.buf) && (empty(win_findbuf(a:bar.buf)) || winnr('$') > 1 || tabpagenr('$') > 1)
    execute 'silent! noautocmd bwipeout!' a:bar.buf
  endif
endfunction
