" A few lines at the cursor, gone with the next key.

function! gangmu#popup#show(lines) abort
  if has('nvim')
    call v:lua.vim.lsp.util.open_floating_preview(a:lines, '', {'border': 'single', 'focusable': v:false})
  else
    " As wide as its lines wherever the cursor is: at the right edge it would shrink, so it begins further left.
    let width = min([&columns - 4, max(map(copy(a:lines), 'strdisplaywidth(v:val)'))])
    let col = max([1, min([screenpos(win_getid(), line('.'), col('.')).col, &columns - width - 3])])
    call popup_atcursor(a:lines, {'col': col, 'minwidth': width, 'maxwidth': width, 'border': [], 'padding': [0, 1, 0, 1], 'moved': 'any', 'mapping': 0,
          \ 'filter': {id, key -> s:any_key(id)}})
  endif
endfunction

function! s:any_key(id) abort
  call popup_close(a:id)
  return 0
endfunction
