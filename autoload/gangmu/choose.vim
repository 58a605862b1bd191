" A choice among a few things to do.

" Shows the labels and runs the action of the one chosen; vim.ui.select in Neovim, a menu at the cursor in Vim.
function! gangmu#choose#open(title, labels, Actions) abort
  if has('nvim')
    return v:lua.require'gangmu.choose'.open(a:title, a:labels, {i -> a:Actions[i]()})
  endif
  call popup_menu(map(copy(a:labels), {_, label -> gangmu#message#fit(label, &columns - 8)}), {'title': ' ' . a:title . ' ', 'pos': 'botleft', 'line': 'cursor-1', 'col': 'cursor',
        \ 'callback': {id, chosen -> chosen > 0 ? timer_start(0, {-> a:Actions[chosen - 1]()}) : 0}})
endfunction
