" Gangmu (纲目): outline, figures and normalization of Chinese drafts. Only definitions here; the rest loads when used.
if exists('g:gangmu_loaded') || &compatible || !(has('nvim-0.7') || (has('patch-9.0.0') && has('job') && has('timers')))
  finish
endif
let g:gangmu_loaded = 1

command! -nargs=* -range -bang -bar -complete=customlist,gangmu#command#complete Gangmu
      \ call gangmu#command#run(<bang>0, <range>, <line1>, <line2>, [<f-args>])

nnoremap <silent> <Plug>(gangmu-next-section) :<C-u>call gangmu#section#key(1, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-next-section) :<C-u>call gangmu#section#key(1, 'x')<CR>
onoremap <silent> <Plug>(gangmu-next-section) :<C-u>call gangmu#section#key(1, 'o')<CR>
nnoremap <silent> <Plug>(gangmu-previous-section) :<C-u>call gangmu#section#key(0, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-previous-section) :<C-u>call gangmu#section#key(0, 'x')<CR>
onoremap <silent> <Plug>(gangmu-previous-section) :<C-u>call gangmu#section#key(0, 'o')<CR>
nnoremap <silent> <Plug>(gangmu-next-sibling) :<C-u>call gangmu#section#relative(v:count1, 1, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-next-sibling) :<C-u>call gangmu#section#relative(v:count1, 1, 'x')<CR>
onoremap <silent> <Plug>(gangmu-next-sibling) :<C-u>call gangmu#section#relative(v:count1, 1, 'o')<CR>
nnoremap <silent> <Plug>(gangmu-previous-sibling) :<C-u>call gangmu#section#relative(v:count1, -1, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-previous-sibling) :<C-u>call gangmu#section#relative(v:count1, -1, 'x')<CR>
onoremap <silent> <Plug>(gangmu-previous-sibling) :<C-u>call gangmu#section#relative(v:count1, -1, 'o')<CR>
nnoremap <silent> <Plug>(gangmu-parent-section) :<C-u>call gangmu#section#relative(v:count1, 0, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-parent-section) :<C-u>call gangmu#section#relative(v:count1, 0, 'x')<CR>
onoremap <silent> <Plug>(gangmu-parent-section) :<C-u>call gangmu#section#relative(v:count1, 0, 'o')<CR>
xnoremap <silent> <Plug>(gangmu-a-section) :<C-u>call gangmu#section#object(v:count1, 0)<CR>
onoremap <silent> <Plug>(gangmu-a-section) :<C-u>call gangmu#section#object(v:count1, 0)<CR>
xnoremap <silent> <Plug>(gangmu-inner-section) :<C-u>call gangmu#section#object(v:count1, 1)<CR>
onoremap <silent> <Plug>(gangmu-inner-section) :<C-u>call gangmu#section#object(v:count1, 1)<CR>
nnoremap <silent> <Plug>(gangmu-next-sentence) :<C-u>call gangmu#sentence#motion(v:count1, 1, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-next-sentence) :<C-u>call gangmu#sentence#motion(v:count1, 1, 'x')<CR>
onoremap <silent> <Plug>(gangmu-next-sentence) :<C-u>call gangmu#sentence#motion(v:count1, 1, 'o')<CR>
nnoremap <silent> <Plug>(gangmu-previous-sentence) :<C-u>call gangmu#sentence#motion(v:count1, 0, 'n')<CR>
xnoremap <silent> <Plug>(gangmu-previous-sentence) :<C-u>call gangmu#sentence#motion(v:count1, 0, 'x')<CR>
onoremap <silent> <Plug>(gangmu-previous-sentence) :<C-u>call gangmu#sentence#motion(v:count1, 0, 'o')<CR>
xnoremap <silent> <Plug>(gangmu-a-sentence) :<C-u>call gangmu#sentence#object(v:count1, 0)<CR>
onoremap <silent> <Plug>(gangmu-a-sentence) :<C-u>call gangmu#sentence#object(v:count1, 0)<CR>
xnoremap <silent> <Plug>(gangmu-inner-sentence) :<C-u>call gangmu#sentence#object(v:count1, 1)<CR>
onoremap <silent> <Plug>(gangmu-inner-sentence) :<C-u>call gangmu#sentence#object(v:count1, 1)<CR>
nnoremap <silent> <Plug>(gangmu-outline) :<C-u>call gangmu#sidebar#toggle()<CR>
nnoremap <silent> <Plug>(gangmu-next-finding) :<C-u>call gangmu#finding#jump(v:count1, 1)<CR>
nnoremap <silent> <Plug>(gangmu-previous-finding) :<C-u>call gangmu#finding#jump(v:count1, 0)<CR>
nnoremap <silent> <Plug>(gangmu-related) :<C-u>call gangmu#finding#related()<CR>
" Those of Visual mode draw first: the editor takes its -- VISUAL -- away with the next drawing, and what is said before that with it.
nnoremap <silent> <Plug>(gangmu-fix) :<C-u>call gangmu#fix#here()<CR>
xnoremap <silent> <Plug>(gangmu-fix) :<C-u>redraw<Bar>call gangmu#fix#lines(0, line("'<"), line("'>"))<CR>
nnoremap <silent> <Plug>(gangmu-action) :<C-u>call gangmu#fix#action()<CR>
nnoremap <silent> <Plug>(gangmu-dismiss) :<C-u>call gangmu#dismiss#run(0, 0, 0, '')<CR>
nnoremap <silent> <Plug>(gangmu-undismiss) :<C-u>call gangmu#dismiss#undo()<CR>
nnoremap <silent> <Plug>(gangmu-count) :<C-u>call gangmu#count#run(0, 0, 0, 0, '')<CR>
xnoremap <silent> <Plug>(gangmu-count) :<C-u>redraw<Bar>call gangmu#count#selection()<CR>
nnoremap <silent> <Plug>(gangmu-explain) :<C-u>call gangmu#explain#show('')<CR>
nnoremap <silent> <Plug>(gangmu-promote) :<C-u>call gangmu#revise#shift(1, 0, 0, 0, -1)<CR>
xnoremap <silent> <Plug>(gangmu-promote) :<C-u>redraw<Bar>call gangmu#revise#shift(1, 1, line("'<"), line("'>"), -1)<CR>
nnoremap <silent> <Plug>(gangmu-demote) :<C-u>call gangmu#revise#shift(1, 0, 0, 0, 1)<CR>
xnoremap <silent> <Plug>(gangmu-demote) :<C-u>redraw<Bar>call gangmu#revise#shift(1, 1, line("'<"), line("'>"), 1)<CR>
nnoremap <silent> <Plug>(gangmu-move-up) :<C-u>call gangmu#revise#move(1, v:count1, -1)<CR>
nnoremap <silent> <Plug>(gangmu-move-down) :<C-u>call gangmu#revise#move(1, v:count1, 1)<CR>
nnoremap <silent> <Plug>(gangmu-renumber) :<C-u>call gangmu#revise#renumber(0, 0, 0, 0, '')<CR>
xnoremap <silent> <Plug>(gangmu-renumber) :<C-u>redraw<Bar>call gangmu#revise#renumber(0, 1, line("'<"), line("'>"), '')<CR>
nnoremap <silent> <Plug>(gangmu-rename) :<C-u>call gangmu#revise#rename(0, '')<CR>
nnoremap <silent> <Plug>(gangmu-split) :<C-u>call gangmu#revise#here(1, 'split')<CR>
nnoremap <silent> <Plug>(gangmu-join) :<C-u>call gangmu#revise#here(1, 'join')<CR>
nnoremap <silent> <expr> <Plug>(gangmu-normalize) gangmu#normalize#operator()
xnoremap <silent> <expr> <Plug>(gangmu-normalize) gangmu#normalize#operator()
nnoremap <silent> <expr> <Plug>(gangmu-normalize-line) gangmu#normalize#operator() . '_'
nnoremap <silent> <expr> <Plug>(gangmu-paste) gangmu#normalize#put('p')
nnoremap <silent> <expr> <Plug>(gangmu-paste-before) gangmu#normalize#put('P')

" What is not set is known here, so that nothing has to be loaded for it.
function! s:option(name, default) abort
  return has_key(g:, 'gangmu_' . a:name) ? gangmu#option#get(a:name) : a:default
endfunction
let s:filetypes = s:option('auto', 1) ? s:option('filetypes', ['text', 'markdown', 'gongwen']) : []

" A draft is shown first; what takes care of it is loaded when the editor comes to rest.
let s:drafts = []
function! s:draft() abort
  if exists('*gangmu#attach#auto')
    return gangmu#attach#auto()
  endif
  if &l:signcolumn ==# 'auto' && &buftype ==# '' && s:option('signs', 1) && s:option('diagnostics', 1)
    " Already now, so that the text does not move then.
    setlocal signcolumn=yes
    let w:gangmu_signcolumn = bufnr('')
  endif
  call add(s:drafts, bufnr(''))
  if v:vim_did_enter && len(s:drafts) == 1
    call timer_start(0, function('s:rest'))
  endif
endfunction

function! s:rest(...) abort
  if len(filter(keys(g:), 'v:val =~# "^gangmu_"')) > 1
    call gangmu#option#check()
  endif
  if !empty(s:drafts)
    call gangmu#attach#late(s:drafts)
  endif
endfunction

function! s:free_names() abort
  for info in filter(getbufinfo(), 'v:val.hidden && v:val.name =~# "^gangmu://"')
    execute 'silent! noautocmd bwipeout!' info.bufnr
  endfor
endfunction

augroup gangmu
  autocmd!
  if !empty(s:filetypes)
    execute 'autocmd FileType' join(s:filetypes, ',') 'call s:draft()'
  endif
  " A session names the sidebar's window anew. The names of sidebars it has closed are free for that; it is no news either, and several
  " such lines would ask for a key.
  autocmd BufFilePre * if exists('g:SessionLoad') | call s:free_names() | endif
  autocmd BufFilePost gangmu://* if exists('g:SessionLoad') | set shortmess+=F | endif
  autocmd VimEnter * call timer_start(0, function('s:rest'))
augroup END
if v:vim_did_enter && index(s:filetypes, &filetype) >= 0
  " Loaded late, by a plugin manager that waits for the first draft.
  call s:draft()
endif
