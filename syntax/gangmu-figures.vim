" The window of figures: its table and its conflicts. Columns are coloured by gangmu#figures#table#colour().
if exists('b:current_syntax')
  finish
endif
syntax match GangmuFiguresTitle /\%1l.*/
syntax match GangmuFiguresLine /\%>1l^\s*\d\+/
syntax match GangmuFiguresUnverified /\%>1l\%(未核\|unverified\)$/
syntax match GangmuFiguresAgrees /\%>1l\%(相符\|agrees\)$/
syntax match GangmuFiguresConflicts /\%>1l\%(不符\|conflicts\)$/
syntax match GangmuFiguresConflict /\%>1l^\%(错误\|警告\|error\|warning\) .*/
" Where figures/conflict.vim puts the place.
syntax match GangmuFiguresPlace /\%>1l\%37v\[.\{-}\]/
highlight default link GangmuFiguresTitle Title
highlight default link GangmuFiguresLine LineNr
highlight default link GangmuFiguresText GangmuFigure
highlight default link GangmuFiguresSection Comment
highlight default link GangmuFiguresUnverified Comment
highlight default link GangmuFiguresAgrees GangmuFigureAgrees
highlight default link GangmuFiguresConflicts GangmuFigureConflict
highlight default link GangmuFiguresConflict GangmuFigureConflict
highlight default link GangmuFiguresPlace GangmuFigureConflict
let b:current_syntax = 'gangmu-figures'
