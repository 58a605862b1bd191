" The outline sidebar: the level of a row is its indentation; a no-break space stands before the columns at its right, and
" behind a row that is shown for the sake of those below it.
if exists('b:current_syntax')
  finish
endif
syntax match GangmuOutlineTitle /^[▸▾+ -]\=\S.*/ contains=GangmuOutlineSign,GangmuOutlineColumns
syntax match GangmuOutline1 /^ [▸▾+ -]\S.*/ contains=GangmuOutlineSign,GangmuOutlineColumns
syntax match GangmuOutline2 /^ \{3}[▸▾+ -]\S.*/ contains=GangmuOutlineSign,GangmuOutlineColumns
syntax match GangmuOutline3 /^ \{5}[▸▾+ -]\S.*/ contains=GangmuOutlineSign,GangmuOutlineColumns
syntax match GangmuOutline4 /^ \{7,}[▸▾+ -]\S.*/ contains=GangmuOutlineSign,GangmuOutlineColumns
syntax match GangmuOutlineDim /^.*\%u00a0$/
syntax match GangmuOutlineSign /^ *[▸▾+-]/ contained
syntax match GangmuOutlineColumns /\%u00a0[^\u00a0]\+$/ contained contains=GangmuOutlineErrors,GangmuOutlineWarnings,GangmuOutlineHints,GangmuOutlineWords
syntax match GangmuOutlineErrors /E\d\+/ contained
syntax match GangmuOutlineWarnings /W\d\+/ contained
syntax match GangmuOutlineHints /H\d\+/ contained
syntax match GangmuOutlineWords /\d\+$/ contained
syntax match GangmuOutlineEmpty /^[（(].*[）)]\%$/
let b:current_syntax = 'gangmu-outline'
