" Folds of the sidebar and of the draft as one (g:gangmu_sidebar_linked): a fold command in either acts on both.

let s:keys = ['za', 'zA', 'zc', 'zC', 'zo', 'zO', 'zm', 'zM', 'zr', 'zR', 'zv', 'zx', 'zX']

" The draft in the current window gets folds by its sections, and keys that tell the sidebar.
function! gangmu#sidebar#link#start() abort
  if &l:foldmethod !=# 'expr' || &l:foldexpr !=# 'gangmu#fold#expression(v:lnum)'
    call gangmu#fold#set()
  endif
  for key in s:keys
    if empty(get(maparg(key, 'n', 0, 1), 'buffer', 0))
      execute 'nnoremap <buffer> <silent>' key ':<C-u>call gangmu#sidebar#link#key("' . key . '", v:count)<CR>'
    endif
  endfor
  " Folds that are closed when the sidebar comes stay so.
  if match(map(range(1, line('$')), 'foldclosed(v:val)'), '^\d') >= 0
    call s:to_sidebar()
  endif
endfunction

function! gangmu#sidebar#link#stop(buf) abort
  if a:buf == bufnr('')
    for key in s:keys
      if get(maparg(key, 'n', 0, 1), 'rhs', '') =~# 'gangmu#sidebar#link'
        execute 'nunmap <buffer>' key
      endif
    endfor
  endif
endfunction

" A fold command in the draft.
function! gangmu#sidebar#link#key(key, times) abort
  try
    execute 'normal! ' . (a:times ? a:times : '') . a:key
  catch /^Vim\%((\a\+)\)\=:E/
    echohl ErrorMsg
    echo substitute(v:exception, '^Vim[^:]*:', '', '')
    echohl None
  endtry
  call s:to_sidebar()
endfunction

" The sidebar's folds become those of the draft in the current window.
function! s:to_sidebar() abort
  let bar = gangmu#sidebar#here()
  if empty(bar) || bar.empty || bar.filtered || bar.source != bufnr('')
    return
  endif
  let state = gangmu#buffer#get(bar.source)
  if !empty(state.splices)
    return
  endif
  let [folds, i, n] = [[], 0, state.outline.length]
  let old = strlen(bar.folds) == n ? bar.folds : repeat('.', n)
  for row in gangmu#rows#all(state.outline)
    let first = foldclosed(row[0])
    " What lies within a closed fold stays as it was; an item within a line has no fold of its own.
    call add(folds, first < 0 ? (s:folds(row) ? '.' : old[i]) : first == row[0] && s:folds(row) ? 'c' : old[i])
    let i += 1
  endfor
  call gangmu#sidebar#view#set_folds(bar, join(folds, ''))
  call gangmu#sidebar#refresh(bar, 1)
  call gangmu#sidebar#follow()
endfunction

" True for rows that have a fold in the draft.
function! s:folds(row) abort
  return a:row[6] != 3 && a:row[5] > 0
endfunction

" The draft's folds become those of the sidebar.
function! gangmu#sidebar#link#to_draft(bar, state) abort
  if a:bar.filtered || !empty(a:state.splices)
    return
  endif
  let [lines, i] = [[], stridx(a:bar.folds, 'c')]
  while i >= 0
    let row = gangmu#rows#get(a:state.outline, i)
    if s:folds(row)
      call insert(lines, row[0])
    endif
    let i = stridx(a:bar.folds, 'c', i + 1)
  endwhile
  let s:lines = lines
  for win in win_findbuf(a:bar.source)
    if getwinvar(win, '&foldexpr') ==# 'gangmu#fold#expression(v:lnum)'
      call win_execute(win, 'call gangmu#sidebar#link#close()')
    endif
  endfor
endfunction

" Closes the folds that begin on s:lines, the last and innermost first, and opens all others.
function! gangmu#sidebar#link#close() abort
  let view = winsaveview()
  normal! zR
  for line in s:lines
    if foldlevel(line) > 0
      execute 'silent!' line . 'foldclose'
    endif
  endfor
  call winrestview(view)
endfunction
