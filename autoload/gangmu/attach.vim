" Taking a buffer under our care: mappings, autocommands, the helper; and letting it go.

let s:highlighted = 0

" A buffer got one of the file types of g:gangmu_filetypes.
function! gangmu#attach#auto() abort
  if &buftype ==# '' && !&previewwindow && bufname('') !~# '^\w\+://'
    call gangmu#attach#buffer(bufnr(''))
  endif
endfunction

" Drafts that were opened before this file was loaded: the list is emptied.
function! gangmu#attach#late(drafts) abort
  if mode() =~# '^[crt!]' || !empty(getcmdwintype())
    " In a question, a command line or a terminal no window can be entered.
    call timer_start(50, {-> empty(a:drafts) ? 0 : gangmu#attach#late(a:drafts)})
    return
  endif
  let here = bufnr('')
  for buf in remove(a:drafts, 0, -1)
    if index(gangmu#option#get('filetypes'), getbufvar(buf, '&filetype')) < 0 || !bufloaded(buf)
          \ || !empty(gangmu#buffer#get(buf))
      continue
    elseif buf == here
      call gangmu#attach#auto()
    elseif !empty(win_findbuf(buf))
      call win_execute(win_findbuf(buf)[0], 'call gangmu#attach#auto()')
    else
      execute 'autocmd BufEnter <buffer=' . buf . '> ++once call gangmu#attach#auto()'
    endif
  endfor
  if !empty(v:this_session)
    call gangmu#sidebar#manners#session()
  endif
endfunction

" Attaches a buffer, which is the current one. True when it is attached.
function! gangmu#attach#buffer(buf) abort
  let bytes = getfsize(bufname(a:buf))
  if bytes > gangmu#option#get('max_bytes')
    call gangmu#message#warn(gangmu#message#text('too_large'))
    return 0
  endif
  call s:once()
  if !gangmu#buffer#attach(a:buf)
    return 0
  endif
  call s:autocommands(a:buf)
  if gangmu#option#get('mappings')
    call s:mappings()
  endif
  if gangmu#option#get('sentences')
    call gangmu#sentence#map()
  endif
  call s:sign_column()
  call s:winbar()
  if gangmu#option#get('folds')
    call gangmu#fold#set()
  endif
  let undo = 'call gangmu#attach#undo(' . a:buf . ')'
  let b:undo_ftplugin = !exists('b:undo_ftplugin') || empty(b:undo_ftplugin) ? undo
        \ : stridx(b:undo_ftplugin, undo) >= 0 ? b:undo_ftplugin : b:undo_ftplugin . ' | ' . undo
  if gangmu#sidebar#is_open()
    " A buffer that was there already is entered no more: its sidebar turns to it when the current window is known.
    call timer_start(0, {-> gangmu#sidebar#manners#attached()})
  elseif gangmu#option#get('sidebar_auto')
    call gangmu#sidebar#open()
  endif
  return 1
endfunction

" Keeps the column of signs open in the current window, so that the text does not move when the first finding appears. Only where
" 'signcolumn' is "auto", and for this buffer only: another one in the window has what was set for it.
function! s:sign_column() abort
  if get(w:, 'gangmu_signcolumn', 0) == bufnr('') && &l:signcolumn ==# 'yes' && !gangmu#client#running()
    setlocal signcolumn=auto
  endif
  if &l:signcolumn ==# 'auto' && gangmu#client#running() && gangmu#option#get('signs') && gangmu#option#get('diagnostics')
    setlocal signcolumn=yes
    let w:gangmu_signcolumn = bufnr('')
  endif
endfunction

" The section path above the text, where the editor has such a bar and the writer has none of their own.
function! s:winbar() abort
  if exists('&winbar') && gangmu#option#get('winbar') && empty(&winbar) && !gangmu#window#floats(win_getid())
    let &l:winbar = s:bar
  endif
endfunction
let s:bar = ' %{gangmu#winbar()}'

function! gangmu#attach#detach(buf) abort
  for win in win_findbuf(a:buf)
    if exists('&winbar') && getwinvar(win, '&winbar') ==# s:bar
      call win_execute(win, 'setlocal winbar=')
    endif
    if getwinvar(win, 'gangmu_signcolumn', 0) == a:buf && getwinvar(win, '&signcolumn') ==# 'yes'
      call win_execute(win, 'setlocal signcolumn=auto')
    endif
  endfor
  call gangmu#attach#unmap(a:buf)
  if exists('#gangmu_buffer_' . a:buf)
    execute 'autocmd! gangmu_buffer_' . a:buf
    execute 'augroup! gangmu_buffer_' . a:buf
  endif
  call gangmu#buffer#detach(a:buf)
endfunction

" The file type changes, or is set again by :edit!. Only a buffer that is not attached again at once is let go.
function! gangmu#attach#undo(buf) abort
  call gangmu#attach#unmap(a:buf)
  let state = gangmu#buffer#get(a:buf)
  if !empty(state)
    let state.leaving = get(state, 'leaving', 0) + 1
    call timer_start(0, function('s:still_leaving', [a:buf]))
  endif
endfunction

function! s:still_leaving(buf, timer) abort
  let state = gangmu#buffer#get(a:buf)
  if !empty(state) && get(state, 'leaving', 0)
    if getbufvar(a:buf, '&filetype') ==# state.filetype
      let state.leaving = 0
      if a:buf == bufnr('') && gangmu#option#get('mappings')
        call s:mappings()
      endif
      if a:buf == bufnr('') && gangmu#option#get('sentences')
        call gangmu#sentence#map()
      endif
    else
      call gangmu#attach#detach(a:buf)
    endif
  endif
endfunction

let s:keys = [[']]', '<Plug>(gangmu-next-section)'], ['[[', '<Plug>(gangmu-previous-section)']]

" What the keys did before is kept for drafts without an outline.
function! s:mappings() abort
  if !exists('b:gangmu_native')
    let b:gangmu_native = {}
  endif
  for [key, plug] in s:keys
    for mode in ['n', 'x', 'o']
      let old = maparg(key, mode, 0, 1)
      if get(old, 'rhs', '') =~# '^<Plug>(gangmu-'
        continue
      endif
      if get(old, 'buffer', 0) && !has_key(b:gangmu_native, mode . key)
        let b:gangmu_native[mode . key] = old
      endif
      execute mode . 'map <buffer> <silent>' key plug
    endfor
  endfor
endfunction

function! gangmu#attach#unmap(buf) abort
  if a:buf != bufnr('')
    return
  endif
  if gangmu#option#get('sidebar_linked')
    call gangmu#sidebar#link#stop(a:buf)
  endif
  for [key, plug] in s:keys
    for mode in ['n', 'x', 'o']
      if get(maparg(key, mode, 0, 1), 'rhs', '') ==# plug
        execute 'silent!' mode . 'unmap <buffer>' key
      endif
    endfor
  endfor
  unlet! b:gangmu_native
  if gangmu#option#get('sentences')
    call gangmu#sentence#unmap()
  endif
endfunction

" Autocommands of all buffers, and what is said once.
function! s:once() abort
  if s:highlighted
    return
  endif
  let s:highlighted = 1
  call gangmu#marks#highlights()
  augroup gangmu_all
    autocmd!
    autocmd ColorScheme * call gangmu#marks#highlights()
    autocmd OptionSet background call gangmu#highlight#define()
    autocmd OptionSet ambiwidth call gangmu#sidebar#again()
    autocmd BufWinEnter,WinEnter * call gangmu#sidebar#manners#entered()
    autocmd BufEnter * call gangmu#sidebar#manners#entered()
    autocmd QuitPre * call gangmu#sidebar#manners#quit()
    autocmd WinClosed * call gangmu#sidebar#manners#closed(str2nr(expand('<amatch>')))
    autocmd SessionLoadPost * call gangmu#sidebar#manners#session()
    autocmd VimLeavePre * call gangmu#client#leave()
    autocmd CmdlineLeave * call gangmu#finding#covered()
    autocmd FocusGained * call gangmu#client#reload(0)
    autocmd BufWritePost,FileChangedShellPost dismissed.tsv,.gangmu.ini call gangmu#client#reload(1)
    autocmd FileChangedShellPost * call gangmu#sync#renew(str2nr(expand('<abuf>')))
  augroup END
endfunction

function! s:autocommands(buf) abort
  execute 'augroup gangmu_buffer_' . a:buf
  autocmd!
  let at = '<buffer=' . a:buf . '>'
  execute 'autocmd CursorMoved' at 'call gangmu#attach#moved()'
  " After each letter too: what was typed is about to be sent (sync.vim), which then calls the same where it matters.
  execute 'autocmd CursorMovedI' at 'if b:changedtick == get(get(b:, "gangmu_state", {}), "tick") | call gangmu#attach#moved_insert() | endif'
  execute 'autocmd InsertEnter' at 'call gangmu#attach#moved_insert()'
  execute 'autocmd InsertLeave' at 'call gangmu#attach#left_insert()'
  execute 'autocmd BufWinEnter' at 'call s:sign_column() | call s:winbar() | call gangmu#marks#window(win_getid(), 0)'
  execute 'autocmd CursorHold' at 'call gangmu#marks#window(win_getid(), 1)'
  execute 'autocmd BufFilePost' at 'call gangmu#sync#renew(' . a:buf . ')'
  execute 'autocmd BufReadPost' at 'call gangmu#sync#renew(' . a:buf . ')'
  execute 'autocmd BufDelete' at 'call gangmu#sidebar#manners#deleted(' . a:buf . ')'
  execute 'autocmd BufUnload' at 'call gangmu#attach#unload(' . a:buf . ')'
  execute 'autocmd WinScrolled * if bufnr("") ==' a:buf '| call gangmu#marks#window(win_getid(), 0) | endif'
  augroup END
endfunction

function! gangmu#attach#moved() abort
  call gangmu#sidebar#follow()
  call gangmu#finding#echo()
endfunction

" The cursor moved in Insert mode, without a change of the text or to another line with one.
function! gangmu#attach#moved_insert() abort
  let state = gangmu#buffer#get(bufnr(''))
  if !empty(state)
    let state.followed = line('.')
    call gangmu#sidebar#follow()
    call gangmu#finding#moved_insert()
  endif
endfunction

" What waited for a pause in the typing is published now.
function! gangmu#attach#left_insert() abort
  call gangmu#finding#left_insert()
  let state = gangmu#buffer#get(bufnr(''))
  call gangmu#sync#flush(bufnr(''))
  if !empty(state) && state.published < state.tick
    call gangmu#client#notify('publish', {'buffer': bufnr('')})
  endif
endfunction

" :edit! unloads the buffer and loads it again; only one that stays away is let go.
function! gangmu#attach#unload(buf) abort
  let state = gangmu#buffer#get(a:buf)
  if !empty(state)
    let state.dirty = 1
    call timer_start(0, {-> bufloaded(a:buf) ? gangmu#sync#flush(a:buf) : gangmu#attach#detach(a:buf)})
  endif
endfunction
