" How drafts and findings look by default: links to groups that every colour scheme has, chosen so that the default schemes of Vim and of
" Neovim, dark and light, tell the parts apart without shouting.

" Neovim 0.10 has a default scheme of its own, of few colours: there half of the old groups look like text.
let s:sober = has('nvim-0.10')
" [group, link, link in the sober scheme]. Figures are calm: what is red is wrong.
let s:links = [
      \ ['GangmuTitle', 'Title', 'Title'],
      \ ['GangmuMarker1', 'Statement', 'Statement'],
      \ ['GangmuMarker2', 'Identifier', 'Function'],
      \ ['GangmuMarker3', 'PreProc', 'Identifier'],
      \ ['GangmuMarker4', 'Special', 'Special'],
      \ ['GangmuLabel', 'Statement', 'Statement'],
      \ ['GangmuFigure', 'Directory', 'Identifier'],
      \ ['GangmuFigureAgrees', 'Type', 'DiagnosticOk'],
      \ ['GangmuFigureConflict', 'WarningMsg', 'DiagnosticError'],
      \ ['GangmuPlaceholder', 'Todo', 'DiffText'],
      \ ['GangmuQuote', 'Comment', 'String'],
      \ ['GangmuRelatedHere', 'MatchParen', 'MatchParen'],
      \ ]

" Whatever matches has one of the words that s:draw_text() of marks.vim looks for first.
" Left to be filled in, in a draft: XX人, ××局, TODO, 待补充, 〔待核〕. Letters beside it make it a word.
function! gangmu#highlight#placeholders() abort
  return '\a\@1<!\%(XX\+\|xx\+\)\a\@!\|××\+\|○○\+\|\<TODO\>\|〔待[^〕]*〕\|【待[^】]*】\|待[补定核查填][充实写录]\='
endfunction

function! gangmu#highlight#define() abort
  for [group, link, sober] in s:links
    execute 'highlight default link' group s:sober ? sober : link
  endfor
  if has('nvim')
    " Findings are shown by vim.diagnostic; their other places in the same manner.
    execute 'highlight default GangmuRelated cterm=underline' has('nvim-0.8') ? 'gui=underdotted' : 'gui=underdot'
    return
  endif
  highlight default GangmuError term=underline cterm=underline gui=undercurl guisp=#d03030
  highlight default GangmuWarning term=underline cterm=underline gui=undercurl guisp=#c08000
  highlight default GangmuHint term=underline cterm=underline gui=undercurl guisp=#4080d0
  highlight default GangmuRelated term=underline cterm=underline gui=underdotted
  highlight default link GangmuVirtual Comment
  call s:sign('GangmuErrorSign', [1, '#b00000'], [&t_Co > 16 ? 217 : 9, '#ffb0b0'])
  call s:sign('GangmuWarningSign', [130, '#905000'], [11, '#ffc040'])
  call s:sign('GangmuHintSign', [4, '#0000b0'], [14, '#80c0ff'])
endfunction

" A sign stands in its column without a hole: on that column's own ground. Made anew when the background changes, unless someone else
" has set it since.
let s:made = {}
function! s:sign(group, light, dark) abort
  if has_key(s:made, a:group) && s:made[a:group] ==# s:told(a:group)
    execute 'highlight clear' a:group
  endif
  let id = synIDtrans(hlID('SignColumn'))
  let grounds = []
  for [mode, key] in [['cterm', 'ctermbg='], ['gui', 'guibg=']]
    let ground = synIDattr(id, 'bg', mode)
    if !empty(ground) && ground != -1
      call add(grounds, key . ground)
    endif
  endfor
  let colour = (&background ==# 'light' ? a:light : a:dark)[0]
  " The default scheme has a light column on a dark screen.
  let ground = matchlist(synIDattr(id, 'bg#', 'gui'), '^#\(\x\x\)\(\x\x\)\(\x\x\)')
  let light = empty(ground) ? &background ==# 'light' : str2nr(ground[1], 16) + str2nr(ground[2], 16) + str2nr(ground[3], 16) > 384
  execute 'highlight default' a:group 'term=bold cterm=bold gui=bold ctermfg=' . (colour < 16 || &t_Co > 16 ? colour : 3)
        \ 'guifg=' . (light ? a:light : a:dark)[1] join(grounds)
  let s:made[a:group] = s:told(a:group)
endfunction

function! s:told(group) abort
  return hlexists(a:group) ? execute('highlight ' . a:group) : ''
endfunction
