" Neovim: extmarks for highlights, vim.diagnostic for findings. The same functions as marks/vim.vim.

function! gangmu#marks#nvim#place(buf, items, layer) abort
  call v:lua.require'gangmu.marks'.place(a:buf, a:items, a:layer)
endfunction

function! gangmu#marks#nvim#draw(buf, sections, figures, held, splices) abort
  call v:lua.require'gangmu.marks'.draw(a:buf, a:sections, a:figures, a:held, a:splices)
endfunction

function! gangmu#marks#nvim#clear(buf, first, last, layer) abort
  call v:lua.require'gangmu.marks'.clear(a:buf, a:first, a:last, a:layer)
endfunction

function! gangmu#marks#nvim#findings(buf, rows) abort
  call v:lua.require'gangmu.marks'.findings(a:buf, a:rows, gangmu#option#get('signs'), gangmu#option#get('virtual_text'))
endfunction

function! gangmu#marks#nvim#findings_move_along() abort
  return 0
endfunction
