" A choice among a few things to do.

let s:Actions = []

" Shows the labels and runs the action of the one chosen; vim.ui.select in Neovim, a menu at the cursor in Vim.
function! gangmu#choose#open(title, labels, Actions) abort
  let s:Actions = a:Actions
  if has('nvim')
    return v:lua.require'gangmu.choose'.open(a:title, a:labels)
  endif
  call popup_menu(map(copy(a:labels), {_, label -> gangmu#message#fit(label, &columns - 8)}), {'title': ' ' . a:title . ' ', 'pos': 'botleft', 'line': 'cursor-1', 'col': 'cursor',
        \ 'callback': {id, chosen -> chosen > 0 ? timer_start(0, {-> gangmu#choose#take(chosen - 1)}) : 0}})
endfunction

" Runs the action that was chosen last, 0 the first.
function! gangmu#choose#take(index) abort
  let [Action, s:Actions] = [get(s:Actions, a:index, 0), []]
  if type(Action) == v:t_func
    call Action()
  endif
endfunction
