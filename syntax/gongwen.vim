" Chinese drafts: markers, figures, placeholders, quotes. Works without the helper; what the helper knows is drawn over it.
if exists('b:current_syntax')
  finish
endif
syntax spell notoplevel
syntax sync minlines=1 maxlines=1

" White space before a marker: Vim's \s is space and tab only.
syntax match GangmuMarker1 /^[ \t\u3000\u00a0]*[一二三四五六七八九十百]\+、/
syntax match GangmuMarker1 /^[ \t\u3000\u00a0]*第[ \u3000]*[一二三四五六七八九十百千零〇0-9]\+[ \u3000]*[编編章节節条條篇]\ze[ \u3000　]*/
syntax match GangmuMarker2 /^[ \t\u3000\u00a0]*[（(][一二三四五六七八九十百]\+[）)]、\=/
syntax match GangmuMarker3 /^[ \t\u3000\u00a0]*\d\{1,3}[.．、]\ze\D/
syntax match GangmuMarker4 /^[ \t\u3000\u00a0]*\%([（(]\d\{1,3}[）)]\|\d\{1,3}[）)]\|[①-⑳⑴-⒇]\)/
syntax match GangmuMarker4 /\%(^\|[。；：，]\)\@1<=[一二三四五六七八九十][是要]/
syntax match GangmuLabel /^[ \t\u3000\u00a0]*【[^】]\{1,12}】/
syntax match GangmuFigure /\d\+\%([,，]\d\{3}\)*\%(\.\d\+\)\=\%([余多]\=[万亿]\|[%％‰]\)\=/
syntax region GangmuQuote matchgroup=GangmuQuote start=/“/ end=/”/ oneline contains=GangmuFigure,GangmuPlaceholder
execute 'syntax match GangmuPlaceholder /' . gangmu#highlight#placeholders() . '/'

call gangmu#highlight#define()

let b:current_syntax = 'gongwen'
