" The outline beside the draft: one a tab, row i of the outline on line i. Only rows that change are touched.

" By sidebar buffer: {buf, win, source (the draft's buffer), draft (its window last used), row (marked line), width (titles are cut
" at), empty, stale (to be drawn as a whole), folds (made), restore ([layout before, sizes])}.
let s:sidebars = {}
let s:next = 1

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
  if gangmu#sidebar#is_open()
    call gangmu#sidebar#close()
  else
    call gangmu#sidebar#open()
  endif
endfunction

" Opens the sidebar for the current draft; the cursor stays where it is.
function! gangmu#sidebar#open() abort
  if !empty(gangmu#sidebar#here())
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
  call gangmu#sidebar#lines#draw(bar)
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
  for [key, operation] in [['K', 'up'], ['J', 'down'], ['<lt>', 'promote'], ['>', 'demote'], ['R', 'renumber']]
    execute 'nnoremap <buffer> <silent> <nowait>' key ':<C-u>call gangmu#sidebar#revise("' . operation . '")<CR>'
  endfor
  nnoremap <buffer> <silent> <nowait> q :<C-u>call gangmu#sidebar#close()<CR>
  nnoremap <buffer> <silent> <nowait> ? :<C-u>call gangmu#popup#show(gangmu#message#text('keys_outline'))<CR>
  nnoremap <buffer> <silent> <nowait> ]] :<C-u>call gangmu#sidebar#top(v:count1)<CR>
  nnoremap <buffer> <silent> <nowait> [[ :<C-u>call gangmu#sidebar#top(-v:count1)<CR>
  for key in ['za', 'zA', 'zc', 'zC', 'zo', 'zO', 'zm', 'zM', 'zr', 'zR', 'zv', 'zx', 'zX', '<Tab>']
    execute 'nnoremap <buffer> <silent> <nowait>' key ':<C-u>call gangmu#sidebar#folds()<CR>' . (key ==# '<Tab>' ? 'za' : key)
  endfor
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
          call gangmu#sidebar#lines#patch(bar, a:state, a:op)
        catch
          " Not now (a locked text, the command-line window): drawn as a whole when the state is complete.
          let bar.stale = 1
        endtry
      endif
    endif
  endfor
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
          call gangmu#sidebar#lines#draw(bar)
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
  let bar = gangmu#sidebar#here()
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

" Moves, promotes, demotes or renumbers the section under the cursor of the sidebar; the cursor goes with it.
function! gangmu#sidebar#revise(operation) abort
  let [bar, times] = [gangmu#sidebar#here(), v:count1]
  if empty(bar) || bar.empty
    return
  endif
  let row = line('.') - 1
  let sidebar = win_getid()
  call s:to_draft(bar)
  let row = gangmu#revise#row(bar.source, row, a:operation, times)
  call win_gotoid(sidebar)
  call cursor(row + 1, 1)
endfunction

" Enters a window that shows the sidebar's draft, the last one used first; makes one when there is none.
function! s:to_draft(bar) abort
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
  for i in range(abs(a:count))
    call search('^ \=\S', a:count > 0 ? 'W' : 'bW')
  endfor
endfunction

" Folds are made when the first fold key is pressed; typing never pays for them.
function! gangmu#sidebar#folds() abort
  let bar = gangmu#sidebar#here()
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
  let bar = gangmu#sidebar#here()
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
  if bufexists(a:bar.buf) && empty(win_findbuf(a:bar.buf))
    execute 'silent! noautocmd bwipeout!' a:bar.buf
  endif
endfunction
