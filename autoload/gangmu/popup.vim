" A few lines at the cursor, gone with the next key.

function! gangmu#popup#show(lines) abort
  if has('nvim')
    call v:lua.vim.lsp.util.open_floating_preview(a:lines, '', {'border': 'single', 'focusable': v:false})
  else
    call popup_atcursor(a:lines, {'border': [], 'padding': [0, 1, 0, 1], 'moved': 'any', 'mapping': 0,
          \ 'filter': {id, key -> s:any_key(id)}})
  endif
endfunction

function! s:any_key(id) abort
  call popup_close(a:id)
  return 0
endfunction
