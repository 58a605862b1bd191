" The preview of edits.
if exists('b:current_syntax')
  finish
endif
syntax match GangmuPreviewTitle /\%1l.*/
syntax match GangmuPreviewRule /^\[[✓ -]\].*/ contains=GangmuPreviewOn,GangmuPreviewOff
syntax match GangmuPreviewOff /^\s*\[[ -]\]/
syntax match GangmuPreviewOn /^\s*\[✓\]/
syntax match GangmuPreviewEdit /^    \[[✓ ]\] .*/ contains=GangmuPreviewOn,GangmuPreviewOff,GangmuPreviewBefore,GangmuPreviewAfter
syntax match GangmuPreviewBefore /\%>8c\[\zs.\{-}\ze → .*\]/ contained
syntax match GangmuPreviewAfter / → \zs.\{-}\ze\]/ contained
highlight default link GangmuPreviewTitle Comment
highlight default link GangmuPreviewRule Title
highlight default link GangmuPreviewOn Identifier
highlight default link GangmuPreviewOff Comment
" What DiffDelete says cannot be read in the older default schemes.
execute 'highlight default link GangmuPreviewBefore' has('nvim-0.10') ? 'DiffDelete' : 'WarningMsg'
highlight default link GangmuPreviewAfter DiffAdd
let b:current_syntax = 'gangmu-preview'
