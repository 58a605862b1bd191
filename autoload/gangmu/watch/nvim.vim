" What changed in a buffer, by nvim_buf_attach() from Lua. The same functions as watch/vim.vim.

function! gangmu#watch#nvim#attach(buf) abort
  call v:lua.require'gangmu.watch'.attach(a:buf)
endfunction

function! gangmu#watch#nvim#detach(buf) abort
  call v:lua.require'gangmu.watch'.detach(a:buf)
endfunction

function! gangmu#watch#nvim#take(buf) abort
  return v:lua.require'gangmu.watch'.take(a:buf)
endfunction
