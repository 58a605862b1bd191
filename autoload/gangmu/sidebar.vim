" The outline beside the draft: one a tab, row i of the outline on line i. Only rows that change are touched.

" By sidebar buffer: {buf, win, source (the draft's buffer), row (marked line), restore, closing}.
let s:sidebars = {}
let s:next = 1
let s:limit = 0
let s:deleted = 0

function! s:here() abort
  let bar = get(t:, 'gangmu_sidebar', {})
  return !empty(bar) && win_id2win(bar.win) > 0 && winbufnr(bar.win) == bar.buf ? bar : {}
endfunction

function! gangmu#sidebar#is_open() abort
  return !empty(s:here())
endfunction

function! gangmu#sidebar#toggle() abort
  if gangmu#sidebar#is_open()
    call gangmu#sidebar#close()
  else
    call gangmu#sidebar#open()
  endif
endfunction

" Opens the sidebar for the current draft; the cursor stays where it is.
function! gangmu#sidebar#open() abort
  if !empty(s:here())
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
    let bar = {'buf': bufnr(''), 'win': win_getid(), 'source': source, 'row': 0, 'restore': restore, 'draft': win}
    let t:gangmu_sidebar = bar
    let w:gangmu_sidebar = bar.buf
    let s:sidebars[bar.buf] = bar
    call s:setup(bar)
  finally
    let &equalalways = equal
    noautocmd call win_gotoid(win)
  endtry
  call gangmu#sidebar#draw(bar)
  call gangmu#sidebar#follow()
endfunction

function! s:setup(bar) abort
  execute 'noautocmd silent keepalt file' fnameescape('gangmu://outline/' . s:next)
  let s:next += 1
  setlocal buftype=nofile bufhidden=hide noswapfile nobuflisted undolevels=-1 nomodifiable
  setlocal winfixwidth nowrap nonumber norelativenumber nolist nospell foldcolumn=0 signcolumn=no cursorline
  setlocal foldmethod=manual foldtext=gangmu#sidebar#foldtext() fillchars+=fold:\ ,eob:\  foldlevel=99 foldenable
  setlocal statusline=%{gangmu#sidebar#name()}%=%l/%L\ 
  if exists('+statuscolumn')
    setlocal statuscolumn=
  endif
  if exists('+winbar')
    setlocal winbar=
  endif
  setlocal filetype=gangmu-outline
  nnoremap <buffer> <silent> <nowait> <CR> :<C-u>call gangmu#sidebar#jump(1)<CR>
  nnoremap <buffer> <silent> <nowait> <2-LeftMouse> :<C-u>call gangmu#sidebar#jump(1)<CR>
  nnoremap <buffer> <silent> <nowait> o :<C-u>call gangmu#sidebar#jump(0)<CR>
  nnoremap <buffer> <silent> <nowait> q :<C-u>call gangmu#sidebar#close()<CR>
  nnoremap <buffer> <silent> <nowait> ? :<C-u>call gangmu#popup#show(gangmu#message#text('keys_outline'))<CR>
  nnoremap <buffer> <silent> <nowait> ]] :<C-u>call gangmu#sidebar#top(v:count1)<CR>
  nnoremap <buffer> <silent> <nowait> [[ :<C-u>call gangmu#sidebar#top(-v:count1)<CR>
  for key in ['za', 'zA', 'zc', 'zC', 'zo', 'zO', 'zm', 'zM', 'zr', 'zR', 'zv', 'zx', 'zX', '<Tab>']
    execute 'nnoremap <buffer> <silent> <nowait>' key ':<C-u>call gangmu#sidebar#folds()<CR>' . (key ==# '<Tab>' ? 'za' : key)
  endfor
endfunction

" The width titles are cut at: of the window, kept for the whole drawing.
function! s:width(bar) abort
  return max([8, winwidth(a:bar.win) - 1])
endfunction

" What indents a level; a space after a marker that is not set off by its own punctuation; an ellipsis where a title is cut.
let s:indents = [''] + map(range(1, 30), 'repeat(" ", 2 * v:val - 1)')
let s:bare = '[0-9A-Za-z章节節条條编編篇分]$'

" The lines of rows. One expression a row and no function: thousands are drawn at once.
function! s:texts(rows, width) abort
  let format = '%.' . (a:width - 1) . 'S…'
  let texts = map(copy(a:rows), 's:indents[v:val[5]] . v:val[8] . (v:val[8] =~# s:bare ? " " : "") . v:val[9]')
  return map(texts, 'strlen(v:val) <= a:width || strdisplaywidth(v:val) <= a:width ? v:val : printf(format, v:val)')
endfunction

function! s:write(bar, Change) abort
  call setbufvar(a:bar.buf, '&modifiable', 1)
  try
    call a:Change()
  finally
    call setbufvar(a:bar.buf, '&modifiable', 0)
  endtry
endfunction

" Draws all rows; lines that are right already are left alone.
function! gangmu#sidebar#draw(bar) abort
  let state = gangmu#buffer#get(a:bar.source)
  let a:bar.width = s:width(a:bar)
  if empty(state) || state.outline.length == 0
    let texts = [gangmu#message#text(empty(state) ? 'no_draft' : 'outline_empty')]
    let a:bar.empty = 1
  else
    let texts = s:texts(gangmu#rows#flat(state.outline), a:bar.width)
    let a:bar.empty = 0
  endif
  call s:write(a:bar, {-> s:replace(a:bar.buf, texts)})
endfunction

" Replaces a buffer's lines by others, but for those that are equal at its beginning and its end.
function! s:replace(buf, texts) abort
  let old = getbufline(a:buf, 1, '$')
  if old ==# a:texts
    return
  endif
  let [n, m] = [len(old), len(a:texts)]
  let [from, tail] = [0, 0]
  let common = min([n, m])
  while from < common && old[from] ==# a:texts[from]
    let from += 1
  endwhile
  while tail < common - from && old[n - 1 - tail] ==# a:texts[m - 1 - tail]
    let tail += 1
  endwhile
  call s:splice(a:buf, from, n - tail - from, from < m - tail ? a:texts[from : m - tail - 1] : [])
endfunction

" Lines [at, at + removed) replaced; what stands in both is written over, so that no window moves.
function! s:splice(buf, at, removed, texts) abort
  let common = min([a:removed, len(a:texts)])
  if common > 0
    call setbufline(a:buf, a:at + 1, a:texts[: common - 1])
  endif
  if len(a:texts) > common
    call appendbufline(a:buf, a:at + common, a:texts[common :])
  elseif a:removed > common
    silent call deletebufline(a:buf, a:at + common + 1, a:at + a:removed)
  endif
endfunction

" An operation on the outline is about to be applied: the same on the sidebars that show it.
function! gangmu#sidebar#operation(state, op) abort
  if empty(s:sidebars) || a:op[0] ==# 'shift' || (a:op[0] ==# 'patch' && index([5, 8, 9], a:op[2]) < 0)
    return
  endif
  for bar in values(s:sidebars)
    if bar.source == a:state.buf && bufloaded(bar.buf)
      if get(bar, 'stale', 0) || bar.empty || (a:op[0] ==# 'splice' && a:op[2] == a:state.outline.length)
        let bar.stale = 1
      else
        try
          call s:patch(bar, a:state, a:op)
        catch
          " Not now (a locked text, the command-line window): drawn as a whole when the state is complete.
          let bar.stale = 1
        endtry
      endif
    endif
  endfor
endfunction

function! s:patch(bar, state, op) abort
  if a:op[0] ==# 'splice'
    let [at, removed, rows] = a:op[1:3]
    call s:write(a:bar, {-> s:splice(a:bar.buf, at, removed, s:texts(rows, a:bar.width))})
  else
    let row = copy(gangmu#rows#raw(a:state.outline, a:op[1]))
    let row[a:op[2]] = a:op[3]
    call s:write(a:bar, {-> setbufline(a:bar.buf, a:op[1] + 1, s:texts([row], a:bar.width))})
  endif
endfunction

" The outline came as a whole.
function! gangmu#sidebar#render(state) abort
  for bar in values(s:sidebars)
    if bar.source == a:state.buf && bufloaded(bar.buf)
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
      if get(bar, 'stale', 0)
        try
          call gangmu#sidebar#draw(bar)
          let bar.stale = 0
        catch
          " Still locked: the next publish draws it.
        endtry
      endif
      if !empty(a:change.outline)
        let bar.folds = 0
        let bar.row = 0
      endif
    endif
  endfor
  call gangmu#sidebar#follow()
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
  let row = max([1, gangmu#section#index(state, line('.'), col('.') - 1) + 1])
  if row != bar.row
    let bar.row = row
    call sign_place(1, 'gangmu_outline', 'GangmuOutlineHere', bar.buf, {'lnum': row})
    call win_execute(bar.win, 'noautocmd keepjumps call cursor(' . row . ', 1)')
  endif
endfunction

call sign_define('GangmuOutlineHere', {'linehl': 'GangmuOutlineCurrent'})

" Goes to the section under the cursor of the sidebar; `leave` takes the cursor along.
function! gangmu#sidebar#jump(leave) abort
  let bar = s:here()
  if empty(bar) || bar.empty
    return
  endif
  let state = gangmu#buffer#get(bar.source)
  let row = gangmu#rows#get(state.outline, min([line('.'), gangmu#rows#length(state.outline)]) - 1)
  let sidebar = win_getid()
  call s:to_draft(bar)
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

" Enters a window that shows the sidebar's draft, the last one used first; makes one when there is none.
function! s:to_draft(bar) abort
  for win in [a:bar.draft] + filter(win_findbuf(a:bar.source), 'win_id2win(v:val) > 0')
    if win_id2win(win) > 0 && winbufnr(win) == a:bar.source
      return win_gotoid(win)
    endif
  endfor
  call s:to_main(a:bar)
  execute 'buffer' a:bar.source
endfunction

" Enters a window for files: the last draft's, else any ordinary one, else a new one.
function! s:to_main(bar) abort
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
  for i in range(abs(a:count))
    call search('^ \=\S', a:count > 0 ? 'W' : 'bW')
  endfor
endfunction

" Folds are made when the first fold key is pressed; typing never pays for them.
function! gangmu#sidebar#folds() abort
  let bar = s:here()
  if !empty(bar) && !get(bar, 'folds', 0)
    let bar.folds = 1
    setlocal foldexpr=gangmu#sidebar#foldlevel(v:lnum)
    setlocal foldmethod=expr
    call foldlevel(1)
    setlocal foldmethod=manual
  endif
endfunction

function! gangmu#sidebar#foldlevel(line) abort
  let level = s:level(a:line)
  return s:level(a:line + 1) > level ? '>' . (level + 1) : level
endfunction

" Levels by indentation: 0 for titles and top sections.
function! s:level(line) abort
  return indent(a:line) / 2
endfunction

function! gangmu#sidebar#foldtext() abort
  return getline(v:foldstart) . ' +' . (v:foldend - v:foldstart)
endfunction

function! gangmu#sidebar#name() abort
  let bar = get(s:sidebars, bufnr(''), {})
  return ' ' . gangmu#message#text('outline_name') . (empty(bar) ? '' : ' ' . fnamemodify(bufname(bar.source), ':t'))
endfunction

" Closes the sidebar of this tab and gives the other windows their sizes back.
function! gangmu#sidebar#close() abort
  let bar = s:here()
  if empty(bar)
    return
  endif
  let win = win_getid()
  if win == bar.win
    let win = win_id2win(bar.draft) > 0 ? bar.draft : win_getid(winnr('#'))
  endif
  if winnr('$') == 1
    return
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
  call s:forget(bar)
endfunction

function! s:forget(bar) abort
  if has_key(s:sidebars, a:bar.buf)
    call remove(s:sidebars, a:bar.buf)
  endif
  if get(t:, 'gangmu_sidebar', {}) is a:bar
    unlet t:gangmu_sidebar
  endif
  if bufexists(a:bar.buf) && empty(win_findbuf(a:bar.buf))
    execute 'silent! noautocmd bwipeout!' a:bar.buf
  endif
endfunction

" A window was entered, or shows another buffer.
function! gangmu#sidebar#entered() abort
  let bar = get(t:, 'gangmu_sidebar', {})
  if empty(bar)
    return
  endif
  let buf = bufnr('')
  if win_getid() == bar.win
    if buf != bar.buf
      call s:evict(bar, buf)
    elseif s:alone()
      call timer_start(0, function('s:last'))
    elseif winwidth(0) != bar.width + 1
      call gangmu#sidebar#draw(bar)
    endif
  elseif buf != bar.source && !empty(gangmu#buffer#get(buf)) && win_id2win(bar.win) > 0
    let bar.source = buf
    let bar.row = 0
    let bar.folds = 0
    let bar.draft = win_getid()
    call gangmu#sidebar#draw(bar)
    call gangmu#sidebar#follow()
  elseif win_id2win(bar.win) == 0
    call s:forget(bar)
  endif
endfunction

" A buffer was opened in the sidebar: give it a window of its own.
function! s:evict(bar, buf) abort
  let view = winsaveview()
  execute 'noautocmd keepalt keepjumps buffer' a:bar.buf
  call s:to_main(a:bar)
  execute 'buffer' a:buf
  call winrestview(view)
endfunction

" True when only windows of ours are left in this tab.
function! s:alone() abort
  for n in range(1, winnr('$'))
    if !gangmu#window#is_ours(win_getid(n)) && !gangmu#window#floats(win_getid(n))
      return 0
    endif
  endfor
  return 1
endfunction

" Only the sidebar is left. After :bdelete the writer wants another buffer, after :quit or :close to be done.
function! s:last(timer) abort
  let bar = s:here()
  if empty(bar) || !s:alone() || !empty(getcmdwintype())
    return
  endif
  if tabpagenr('$') > 1
    call s:forget_later(bar)
    tabclose
    return
  endif
  let hidden = filter(getbufinfo({'buflisted': 1}), {_, info -> info.bufnr != bar.buf && (s:deleted || info.changed)})
  if s:deleted || !empty(hidden)
    let s:deleted = 0
    call s:to_main(bar)
    if !empty(hidden)
      execute 'buffer' hidden[0].bufnr
    endif
    if empty(gangmu#buffer#get(bufnr('')))
      call gangmu#sidebar#close()
    endif
    return
  endif
  quitall
endfunction

function! s:forget_later(bar) abort
  call timer_start(0, {-> s:forget(a:bar)})
endfunction

" A window is about to be quit: with the last draft of a tab the sidebar goes as well, and comes back when the quit fails.
function! gangmu#sidebar#quit() abort
  let bar = s:here()
  if empty(bar) || gangmu#window#is_ours(win_getid())
    return
  endif
  for n in range(1, winnr('$'))
    let win = win_getid(n)
    if win != win_getid() && !gangmu#window#is_ours(win) && !gangmu#window#floats(win)
      return
    endif
  endfor
  let win = win_getid()
  for n in reverse(range(1, winnr('$')))
    let other = win_getid(n)
    if other != win && gangmu#window#is_ours(other) && other != bar.win
      call win_execute(other, 'noautocmd close')
    endif
  endfor
  call gangmu#sidebar#close()
  call timer_start(1, {-> get(v:, 'exiting', v:null) is v:null && win == win_getid() ? gangmu#sidebar#open() : 0})
endfunction

function! gangmu#sidebar#deleted(buf) abort
  let s:deleted = 1
  call timer_start(50, {-> execute('let s:deleted = 0')})
endfunction

" A draft was detached: its sidebars turn to another draft of their tab, or say that there is none.
function! gangmu#sidebar#detached(buf) abort
  for bar in values(s:sidebars)
    if bar.source == a:buf
      call timer_start(0, {-> s:turn(bar, a:buf)})
    endif
  endfor
endfunction

function! s:turn(bar, gone) abort
  if !bufexists(a:bar.buf) || win_id2tabwin(a:bar.win)[0] == 0
    return
  endif
  if a:bar.source == a:gone && empty(gangmu#buffer#get(a:gone))
    for win in gettabinfo(win_id2tabwin(a:bar.win)[0])[0].windows
      if !empty(gangmu#buffer#get(winbufnr(win)))
        let a:bar.source = winbufnr(win)
        let a:bar.draft = win
      endif
    endfor
  endif
  let a:bar.row = 0
  call gangmu#sidebar#draw(a:bar)
  call gangmu#sidebar#follow()
endfunction

" A window was closed.
function! gangmu#sidebar#closed(win) abort
  for bar in values(s:sidebars)
    if bar.win == a:win
      call s:forget_later(bar)
    endif
  endfor
endfunction

" A session was loaded: what it made of our windows goes, and the sidebar of this tab comes back.
function! gangmu#sidebar#session() abort
  let open = 0
  for info in getwininfo()
    let name = bufname(info.bufnr)
    if name =~# '^gangmu://' && !has_key(s:sidebars, info.bufnr)
      let open = open || (name =~# '^gangmu://outline' && info.tabnr == tabpagenr())
      if tabpagewinnr(info.tabnr, '$') > 1
        call win_execute(info.winid, 'noautocmd close!')
      endif
    endif
  endfor
  for info in getbufinfo()
    if info.name =~# 'gangmu://' && !has_key(s:sidebars, info.bufnr)
      execute 'silent! noautocmd bwipeout!' info.bufnr
    endif
  endfor
  if open && !empty(gangmu#buffer#get(bufnr('')))
    call gangmu#sidebar#open()
  endif
endfunction
