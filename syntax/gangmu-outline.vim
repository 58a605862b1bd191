" The outline sidebar: the level of a line is its indentation.
if exists('b:current_syntax')
  finish
endif
syntax match GangmuOutlineTitle /^\S.*/
syntax match GangmuOutline1 /^ \S.*/
syntax match GangmuOutline2 /^ \{3}\S.*/
syntax match GangmuOutline3 /^ \{5}\S.*/
syntax match GangmuOutline4 /^ \{7,}\S.*/
syntax match GangmuOutlineEmpty /^[（(].*[）)]\%$/
let b:current_syntax = 'gangmu-outline'
