" Folds from the published outline (g:gangmu_folds).

" Folds the current window's draft by its sections.
function! gangmu#fold#set() abort
  setlocal foldmethod=expr foldexpr=gangmu#fold#expression(v:lnum) foldtext=gangmu#fold#text()
  if &foldlevel == 0
    setlocal foldlevel=99
  endif
endfunction

" The fold level of a line: sections that begin a line open a fold of their level; inline ones do not.
function! gangmu#fold#expression(line) abort
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state)
    return 0
  endif
  if get(state, 'folds_of', -1) != state.generation
    let state.folds_of = state.generation
    let state.folds = {}
    for row in gangmu#rows#all(state.outline)
      if row[6] != 3 && row[5] > 0 && !has_key(state.folds, row[0])
        let state.folds[row[0]] = row[5]
      endif
    endfor
  endif
  let level = get(state.folds, a:line, 0)
  return level > 0 ? '>' . level : '='
endfunction

" What stands for a closed fold: the section's marker and title, and its words.
function! gangmu#fold#text() abort
  let state = gangmu#buffer#get(bufnr(''))
  let i = empty(state) ? -1 : gangmu#rows#find(state.outline, v:foldstart, 0x7fffffff)
  while i >= 0 && gangmu#rows#line(state.outline, i) == v:foldstart && gangmu#rows#raw(state.outline, i)[6] == 3
    let i -= 1
  endwhile
  if i < 0 || gangmu#rows#line(state.outline, i) != v:foldstart
    return getline(v:foldstart)
  endif
  let row = gangmu#rows#raw(state.outline, i)
  let words = gangmu#message#text('words', get(state.outline.later, i, row[10]))
  return repeat('　', row[5] - 1) . gangmu#message#fit(gangmu#section#label(row), winwidth(0) - 20 - 2 * row[5]) . '  ' . words . ' '
endfunction

" The outline changed: fold again when the writer pauses.
function! gangmu#fold#published(state) abort
  if gangmu#option#get('folds') || gangmu#option#get('sidebar_linked')
    call timer_stop(get(a:state, 'fold_timer', -1))
    let a:state.fold_timer = timer_start(300, {-> gangmu#fold#again(a:state.buf)})
  endif
endfunction

" Folds a draft again by the outline as it is now.
function! gangmu#fold#again(buf) abort
  for win in win_findbuf(a:buf)
    if getwinvar(win, '&foldexpr') ==# 'gangmu#fold#expression(v:lnum)'
      call win_execute(win, 'setlocal foldmethod=expr')
    endif
  endfor
endfunction
