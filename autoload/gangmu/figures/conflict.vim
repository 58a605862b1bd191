" Conflicts side by side: under each finding its places in adjacent rows, one below the other in the same column, each in its line.

let s:families = ['AR', 'PCT', 'CNT', 'XR', 'DT', 'US']
" Cells shown before and after a place.
let s:before = 28
let s:after = 60
" Cells shown of the place itself.
let s:most = 30

" [records [line, byte, end byte, fingerprint, text], header and lines, []].
function! gangmu#figures#conflict#make(state, list) abort
  let [records, lines] = [[], []]
  let words = gangmu#filter#words(a:list.filter)
  for row in gangmu#rows#all(a:state.diagnostics)
    if row[4] > 2 || index(s:families, matchstr(row[5], '^\a\+')) < 0
      continue
    endif
    let places = [row] + row[7]
    let texts = map(copy(places), 's:place(a:state.buf, v:val)')
    let title = gangmu#message#text('severity' . row[4]) . ' ' . row[5] . '  ' . row[6]
    if !gangmu#filter#matches(words, join([title] + texts, ' '))
      continue
    endif
    for [text, place] in [[title, row]] + map(copy(places), '[texts[v:key], v:val]')
      call add(records, [place[0], place[1], place[2] == place[0] ? place[3] : 0x7fffffff, row[9], text])
      call add(lines, text)
    endfor
  endfor
  return [records, [gangmu#message#text('conflict_title', len(filter(copy(lines), 'v:val !~# "^ "')))] + lines, []]
endfunction

" The place of a record: [line, byte, end byte].
function! gangmu#figures#conflict#place(record) abort
  return a:record[0:2]
endfunction

" Whether two records are the same place (2), belong to one finding (1) or neither.
function! gangmu#figures#conflict#like(one, other) abort
  return a:one[3] !=# a:other[3] ? 0 : 1 + (a:one[4] ==# a:other[4])
endfunction

" A place in its line:    12  …前文[361项]后文…
function! s:place(buf, place) abort
  let [line, byte, end_line, end_byte] = a:place[0:3]
  let text = get(getbufline(a:buf, line), 0, '')
  let end = end_line == line ? end_byte : strlen(text)
  let before = substitute(strpart(text, 0, byte), '^[ \t\u3000\u00a0]*', '', '')
  while strdisplaywidth(before) > s:before
    let before = '…' . strcharpart(before, before[0:2] ==# '…' ? 2 : 1)
  endwhile
  let inside = gangmu#message#fit(strpart(text, byte, end - byte), s:most)
  let after = gangmu#message#fit(strpart(text, end), s:after)
  return printf('%6d  %' . s:before . 'S', line, before) . '[' . inside . ']' . after
endfunction
