" Official documents: a paragraph is one long line.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
setlocal wrap textwidth=0
let b:undo_ftplugin = 'setlocal wrap< textwidth<'
