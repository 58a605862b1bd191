" Official documents: a paragraph is one long line; brackets and quotes that belong together; numbered items are lists.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
setlocal wrap textwidth=0 commentstring=
setlocal matchpairs+=（:）,《:》,〈:〉,“:”,‘:’,「:」,『:』,〔:〕,【:】
let &l:formatlistpat = '^[ \t\u3000]*\%([一二三四五六七八九十]\+、\|[（(]\%([一二三四五六七八九十]\+\|\d\+\)[）)]\|\d\+[.．、]\)[ \t\u3000]*'
let b:undo_ftplugin = 'setlocal wrap< textwidth< commentstring< matchpairs< formatlistpat<'
