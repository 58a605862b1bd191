" How the sidebar's window behaves among the others: it goes with the last draft, keeps other buffers out, follows the draft the
" writer turns to, survives :bdelete, failed :quit and sessions.

let s:deleted = 0

" A window was entered, or shows another buffer.
function! gangmu#sidebar#manners#entered() abort
  let bar = get(t:, 'gangmu_sidebar', {})
  if exists('g:SessionLoad')
    " What a session puts into a sidebar's window stays there, see below.
    return
  elseif empty(bar)
    if !empty(filter(values(gangmu#sidebar#all()), 's:is_left(v:val)'))
      call timer_start(0, function('s:close_left'))
    endif
    return
  endif
  let buf = bufnr('')
  if win_getid() == bar.win
    if !bufexists(bar.buf)
      " Wiped, and the window shows another buffer: it is the sidebar's no more.
      setlocal nowinfixwidth
      call s:gone(bar)
    elseif buf != bar.buf
      call s:evict(bar, buf)
    elseif s:alone()
      let bar.last = s:deleted ? 'deleted' : 'closed'
      call timer_start(0, function('s:last', [bar]))
    elseif winwidth(0) != bar.width + 1
      call gangmu#sidebar#lines#again(bar)
    endif
  elseif buf != bar.source && !empty(gangmu#buffer#get(buf)) && win_id2win(bar.win) > 0
    call gangmu#sidebar#turn(bar, win_getid())
  elseif win_id2win(bar.win) == 0
    call s:gone(bar)
  endif
endfunction

" A buffer became a draft: where it is the current one the sidebar turns to it.
function! gangmu#sidebar#manners#attached() abort
  let [bar, buf] = [gangmu#sidebar#here(), bufnr('')]
  if !empty(bar) && buf != bar.source && !empty(gangmu#buffer#get(buf)) && !exists('g:SessionLoad')
    call gangmu#sidebar#turn(bar, win_getid())
  endif
endfunction

" A buffer was opened in the sidebar: give it a window of its own.
function! s:evict(bar, buf) abort
  let view = winsaveview()
  execute 'noautocmd keepalt keepjumps buffer' a:bar.buf
  call gangmu#sidebar#to_main(a:bar)
  execute 'buffer' a:buf
  call winrestview(view)
endfunction

" True when only windows of ours are left in a tab, this one when none is given.
function! s:alone(...) abort
  for win in gettabinfo(a:0 ? a:1 : tabpagenr())[0].windows
    if !gangmu#window#is_ours(win) && !gangmu#window#floats(win)
      return 0
    endif
  endfor
  return 1
endfunction

" The draft beside the sidebar was moved to a tab of its own: the tab it left has nothing to show any more.
function! s:is_left(bar) abort
  let tab = win_id2tabwin(a:bar.win)[0]
  return tab > 0 && tab != tabpagenr() && s:alone(tab)
endfunction

function! s:close_left(timer) abort
  for bar in filter(values(gangmu#sidebar#all()), 's:is_left(v:val)')
    if empty(getcmdwintype())
      execute win_id2tabwin(bar.win)[0] . 'tabclose'
    endif
  endfor
endfunction

" Only the sidebar is left. After :bdelete the writer wants another buffer, after :quit or :close to be done.
function! s:last(bar, timer) abort
  let [deleted, a:bar.last] = [get(a:bar, 'last', '') ==# 'deleted', '']
  let bar = gangmu#sidebar#here()
  if empty(bar) || bar isnot a:bar || !s:alone() || !empty(getcmdwintype())
    return
  endif
  if tabpagenr('$') > 1
    call s:forget_later(bar)
    tabclose
    return
  endif
  let hidden = filter(getbufinfo({'buflisted': 1}), {_, info -> info.bufnr != bar.buf && (deleted || info.changed)})
  if deleted || !empty(hidden)
    call gangmu#sidebar#to_main(bar)
    if !empty(hidden)
      execute 'buffer' hidden[0].bufnr
    endif
    if empty(gangmu#buffer#get(bufnr('')))
      call gangmu#sidebar#close()
    endif
    return
  endif
  try
    quitall
  catch
    " Something that the writer has to decide about, a job that runs: a window is there for it.
    call gangmu#sidebar#to_main(bar)
  endtry
endfunction

function! s:forget_later(bar) abort
  call timer_start(0, {-> s:gone(a:bar)})
endfunction

" The sidebar's window is gone; one of this tab that was split from it takes its place.
function! s:gone(bar) abort
  let others = get(t:, 'gangmu_sidebar', {}) is a:bar ? filter(win_findbuf(a:bar.buf), 'win_id2win(v:val) > 0') : []
  if empty(others)
    call gangmu#sidebar#forget(a:bar)
  else
    let a:bar.win = others[0]
    call gangmu#sidebar#refresh(a:bar)
  endif
endfunction

" A window is about to be quit: with the last draft of a tab the sidebar goes as well, and comes back when the quit fails.
function! gangmu#sidebar#manners#quit() abort
  let bar = gangmu#sidebar#here()
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

function! gangmu#sidebar#manners#deleted(buf) abort
  let s:deleted = 1
  call timer_start(0, {-> execute('let s:deleted = 0')})
  for bar in values(gangmu#sidebar#all())
    if get(bar, 'last', '') ==# 'closed'
      " The same command has closed the window before it deletes the buffer.
      let bar.last = 'deleted'
    endif
  endfor
endfunction

" A draft was detached: its sidebars turn to another draft of their tab, or say that there is none.
function! gangmu#sidebar#manners#detached(buf) abort
  for bar in values(gangmu#sidebar#all())
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
        return gangmu#sidebar#turn(a:bar, win)
      endif
    endfor
  endif
  call gangmu#sidebar#refresh(a:bar)
endfunction

" A window was closed.
function! gangmu#sidebar#manners#closed(win) abort
  for bar in values(gangmu#sidebar#all())
    if bar.win == a:win
      call s:forget_later(bar)
    endif
  endfor
endfunction

" A session was loaded: what it made of our windows goes, and the sidebars come back.
function! gangmu#sidebar#manners#session() abort
  let [here, tab, tabs] = [win_getid(), tabpagenr(), {}]
  for bar in values(gangmu#sidebar#all())
    if winbufnr(bar.win) != bar.buf
      " It was loaded over a sidebar.
      call setwinvar(bar.win, '&winfixwidth', 0)
      for number in range(1, tabpagenr('$'))
        if gettabvar(number, 'gangmu_sidebar') is bar
          call settabvar(number, 'gangmu_sidebar', {})
        endif
      endfor
      call gangmu#sidebar#forget(bar)
    endif
  endfor
  for info in getwininfo()
    let name = bufname(info.bufnr)
    if name =~# '^gangmu://' && !has_key(gangmu#sidebar#all(), info.bufnr) && tabpagewinnr(info.tabnr, '$') > 1
      " Not by win_execute(): Neovim 0.7 then forgets which window of another tab is the current one.
      noautocmd call win_gotoid(info.winid)
      noautocmd close!
      if name =~# '^gangmu://outline'
        let tabs[info.tabnr] = 1
      endif
    endif
  endfor
  for info in getbufinfo()
    if info.name =~# 'gangmu://' && !has_key(gangmu#sidebar#all(), info.bufnr)
      execute 'silent! noautocmd bwipeout!' info.bufnr
    endif
  endfor
  for number in sort(keys(tabs), 'N')
    call s:reopen(str2nr(number))
  endfor
  execute 'noautocmd tabnext' tab
  noautocmd call win_gotoid(here)
endfunction

" Opens the sidebar of a tab for the draft of its current window, else for another of its drafts.
function! s:reopen(tab) abort
  execute 'noautocmd tabnext' a:tab
  let here = win_getid()
  for win in [here] + gettabinfo(a:tab)[0].windows
    if !empty(gangmu#buffer#get(winbufnr(win)))
      noautocmd call win_gotoid(win)
      call gangmu#sidebar#open()
      noautocmd call win_gotoid(here)
      return
    endif
  endfor
endfunction
