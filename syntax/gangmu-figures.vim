" The list of figures.
if exists('b:current_syntax')
  finish
endif
syntax match GangmuFiguresLine /^\s*\d\+/
syntax match GangmuFiguresAgrees /\%(相符\|agrees\)$/
syntax match GangmuFiguresConflicts /\%(不符\|conflicts\)$/
highlight default link GangmuFiguresLine LineNr
highlight default link GangmuFiguresAgrees String
highlight default link GangmuFiguresConflicts WarningMsg
let b:current_syntax = 'gangmu-figures'
