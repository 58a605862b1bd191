" The table of figures: what is known of each, its row, sorting, filtering, CSV. Thousands are drawn at once, so that whatever is
" done for each of them is an expression that Vim itself runs through a list.
"
" A published row of a figure has no words. What the helper says of it when asked is learned once and kept as its seventh column,
" so that typing asks for the lines that were typed on alone: [line, byte, text, value, shown, unit, noun, period, verified,
" middle], cut to the widths of columns; `shown` is what is listed in place of the value of an
" approximate one, `middle` a part of the line. A record is [published row, section as it
" stands between the columns around it, section].

" The columns: name, expression of a record, most cells (0: whatever it takes).
let s:columns = [
      \ ['line', 'v:val[0][0]', 0],
      \ ['text', 'v:val[0][6][2]', 22],
      \ ['shown', '(empty(v:val[0][6][4]) ? v:val[0][6][3] : v:val[0][6][4])', 24],
      \ ['unit', 'v:val[0][6][5]', 8],
      \ ['noun', 'v:val[0][6][6]', 18],
      \ ['period', 'v:val[0][6][7]', 16],
      \ ['section', 'v:val[2]', 26],
      \ ['verdict', 'verdicts[v:val[0][5] ? v:val[0][5] : v:val[0][6][8]]', 0]]
" The columns of what was learned that are cut, and at how many cells.
let s:cut = {2: 22, 3: 24, 4: 24, 5: 8, 6: 18, 7: 16}
" So many of those learned tell about how wide a column is.
let s:sample = 100
" Lines between two new figures that are not worth a request of their own; more requests than this become one.
let s:apart = 40
let s:requests = 16

" Learns the figures that are not known yet. False when they could not be had now.
function! gangmu#figures#table#learn(state) abort
  let state = a:state
  if empty(filter(gangmu#rows#flat(state.figures), 'len(v:val) < 7'))
    return 1
  endif
  let lines = uniq(map(filter(gangmu#rows#all(state.figures), 'len(v:val) < 7'), 'v:val[0]'))
  let ranges = []
  for line in lines
    if !empty(ranges) && line - ranges[-1][1] <= s:apart
      let ranges[-1][1] = line
    else
      call add(ranges, [line, line])
    endif
  endfor
  for [first, last] in len(ranges) > s:requests ? [[lines[0], lines[-1]]] : ranges
    if !s:learn_lines(state, first, last)
      return 0
    endif
  endfor
  return 1
endfunction

" Learns the figures of lines [first, last].
function! s:learn_lines(state, first, last) abort
  let generation = a:state.generation
  let answer = gangmu#client#list('figures', {'buffer': a:state.buf, 'tick': a:state.tick, 'first': a:first - 1, 'last': a:last, 'rows': v:true}, 'figures')
  let from = gangmu#rows#find(a:state.figures, a:first, -1) + 1
  if answer is v:null || generation != a:state.generation || len(answer) != gangmu#rows#find(a:state.figures, a:last, 0x7fffffff) + 1 - from
    return 0
  endif
  call s:fit(a:state, answer)
  call map(gangmu#rows#raws(a:state.figures, from, from + len(answer)), 'len(v:val) < 7 ? add(v:val, answer[v:key]) : 0')
  return 1
endfunction

" Learns figures [from, to), and those beside them on their lines. False when they could not be had now.
function! gangmu#figures#table#learn_near(state, from, to) abort
  let rows = gangmu#rows#range(a:state.figures, a:from, min([a:to, a:state.figures.length]))
  return empty(filter(copy(rows), 'len(v:val) < 7')) || s:learn_lines(a:state, rows[0][0], rows[-1][0])
endfunction

" Does a part of what a whole table takes, for about `n` figures: 1 when nothing is left, 0 when there is more, -1 when it cannot be done now.
function! gangmu#figures#table#prepare(state, n) abort
  let rows = filter(gangmu#rows#all(a:state.figures), 'len(v:val) < 7')
  if !empty(rows)
    return s:learn_lines(a:state, rows[0][0], rows[min([a:n, len(rows)]) - 1][0]) ? 0 : -1
  endif
  call s:keep_width(a:state)
  let rows = filter(gangmu#rows#flat(a:state.figures), 'len(v:val[6]) < 10')
  call s:lines(a:state, map(rows[: a:n - 1], '[v:val, "", ""]'))
  return len(rows) <= a:n
endfunction

" Makes what was learned fit the columns, and the columns as wide as it takes: they grow and never shrink while a draft is open.
function! s:fit(state, learned) abort
  let widths = get(a:state, 'figure_widths', {2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0})
  let a:state.figure_widths = widths
  for row in filter(copy(a:learned), '!empty(v:val[4])')
    let row[4] = substitute(row[4], '\.\.', '–', '')
  endfor
  for [column, most] in items(s:cut)
    " Cells are no more than bytes: only what has more bytes than the widest so far is looked at.
    let width = max([widths[column]] + map(a:learned[: s:sample - 1], 'min([most, strdisplaywidth(v:val[column])])'))
    let long = filter(copy(a:learned), 'strlen(v:val[column]) > width')
    for row in filter(copy(long), 'strlen(v:val[column]) > most')
      let row[column] = gangmu#message#fit(row[column], most)
    endfor
    " Many read alike.
    let texts = uniq(sort(map(long, 'v:val[column]')))
    let widths[column] = max([width] + map(texts, 'strdisplaywidth(v:val)'))
  endfor
endfunction

" How many of `rows` stand before each of `sections`, both in the order of the draft: Vim itself sorts them together, and the place of a
" section less the sections before it tells.
function! s:before(rows, sections) abort
  let keys = map(copy(a:rows), 'printf("%09d%09d", v:val[0], v:val[1]) . "b"') + map(copy(a:sections), 'printf("%09d%09d", v:val[0], v:val[1]) . "a"')
  let places = filter(map(sort(keys), 'v:val[18] ==# "a" ? v:key : -1'), 'v:val >= 0')
  return map(places, 'v:val - v:key')
endfunction

" Sections from row `first` on, with those that go on behind one that ended: below 一是甲；二是乙。 the section around the run again.
function! s:resumed(state, first, outline) abort
  let next = a:outline[1:] + [[0x7fffffff, 0]]
  let ended = map(copy(a:outline), 'v:val[2] < next[v:key][0] || v:val[2] == next[v:key][0] && v:val[3] < next[v:key][1] ? v:key : -1')
  let [found, from] = [[], 0]
  for i in filter(ended, 'v:val >= 0')
    let found += a:outline[from : i]
    let [line, byte] = found[-1][2:3]
    let around = gangmu#rows#around(a:state.outline, a:first + i, line, byte)
    let row = around < 0 ? repeat([''], 10) : gangmu#rows#get(a:state.outline, around)
    let [found, from] = [add(found, [line, byte] + row[2:]), i + 1]
  endfor
  return found + a:outline[from :]
endfunction

" All figures of a draft as they are now, in its order, each with its section; or figures [from, to) alone.
function! s:all(state, near) abort
  let [from, to] = empty(a:near) ? [0, a:state.figures.length] : [a:near[0], min([a:near[1], a:state.figures.length])]
  let rows = gangmu#rows#range(a:state.figures, from, to)
  let first = from == 0 || empty(rows) ? 0 : max([0, gangmu#rows#find(a:state.outline, rows[0][0], rows[0][1])])
  let last = empty(a:near) || empty(rows) ? a:state.outline.length : gangmu#rows#find(a:state.outline, rows[-1][0], rows[-1][1]) + 1
  let [outline, most] = [gangmu#rows#range(a:state.outline, first, last), s:columns[6][2]]
  let outline = s:resumed(a:state, first, outline)
  let before = s:before(rows, outline)
  let labels = map(outline, 'gangmu#section#label(v:val)')
  let cut = map(copy(labels), 'strlen(v:val) > most ? gangmu#message#fit(v:val, most) : v:val')
  let a:state.section_width = max([0] + map(uniq(sort(copy(cut))), 'strdisplaywidth(v:val)'))
  let sections = [[['', ''], get(before, 0, len(rows))]] + map(cut, '[[v:val, labels[v:key]], get(before, v:key + 1, len(rows)) - before[v:key]]')
  let width = get(filter(s:shown(a:state), 'v:val[0] ==# "section"'), 0, ['', '', 0])[2]
  let names = []
  for [name, times] in sections
    let name[0] = width == 0 ? '  ' : printf('  %-' . width . 'S  ', name[0])
    call extend(names, repeat([name], times))
  endfor
  return filter(map(rows, '[v:val] + names[v:key]'), 'len(v:val[0]) > 6')
endfunction

" [records, their lines] that a list wants, in its order.
function! s:select(state, list) abort
  let key = [a:state.buf, a:state.generation, a:list.sort, a:list.only, a:list.near]
  let cache = get(a:list, 'cache', {'key': []})
  if cache.key != key
    let records = s:all(a:state, a:list.near)
    if !empty(a:list.only)
      call filter(records, 's:verdict(v:val[0]) == ' . (a:list.only ==# 'conflicts' ? 2 : 0))
    endif
    let records = s:sorted(records, a:list.sort)
    let cache = {'key': key, 'records': records, 'lines': s:lines(a:state, records)}
    let a:list.cache = cache
  endif
  let words = gangmu#filter#words(a:list.filter)
  if empty(words)
    return [cache.records, cache.lines]
  elseif !has_key(cache, 'searched')
    let begin = s:line_width(a:state)
    let cache.searched = map(copy(cache.lines), 'tolower(strpart(v:val, begin))')
  endif
  let found = map(copy(cache.searched), '[v:key, v:val]')
  for word in words
    call filter(found, 'stridx(v:val[1], word) >= 0')
  endfor
  return [map(copy(found), 'cache.records[v:val[0]]'), map(found, 'cache.lines[v:val[0]]')]
endfunction

" 0 nothing to compare it with, 1 agrees, 2 conflicts.
function! s:verdict(row) abort
  return a:row[5] ? a:row[5] : a:row[6][8]
endfunction

function! s:verdicts() abort
  return map(range(3), 'gangmu#message#text("verdict" . v:val)')
endfunction

" Strings are sorted by Vim itself, far faster than by a function of ours; the place behind keeps equals in their order. Values sort by
" their worth: whole part with leading zeros, then what follows it, as a string.
function! s:sorted(records, sort) abort
  let [column, descending] = a:sort
  if column == 0
    return a:records
  endif
  let name = s:columns[column - 1][0]
  let key = name ==# 'line' ? 'printf("%09d", v:val[0][0])'
        \ : name ==# 'verdict' ? '2 - s:verdict(v:val[0])'
        \ : name ==# 'shown' ? 'printf("%020d", str2nr(v:val[0][6][3])) . matchstr(v:val[0][6][3], "\\D.*")'
        \ : '(empty(' . s:columns[column - 1][1] . ') ? "~" : ' . s:columns[column - 1][1] . ')'
  let last = len(a:records) - 1
  let keys = sort(map(copy(a:records), key . ' . printf("\t%06d", ' . (descending ? 'last - ' : '') . 'v:key)'))
  return map(descending ? reverse(keys) : keys, 'a:records[' . (descending ? 'last - ' : '') . 'str2nr(v:val[-6:])]')
endfunction

function! s:line_width(state) abort
  return max([3, strdisplaywidth(gangmu#message#text('column_line')), len(a:state.lines)])
endfunction

" [name, expression, width] of the columns that are shown: one that is empty throughout is not.
function! s:shown(state) abort
  let learned = get(a:state, 'figure_widths', {})
  let widths = [s:line_width(a:state)] + [get(learned, 2, 0), max([get(learned, 3, 0), get(learned, 4, 0)])] + map([5, 6, 7], 'get(learned, v:val, 0)')
  let widths += [get(a:state, 'section_width', 0), 0]
  let shown = []
  for i in range(len(s:columns))
    let [name, expression, most] = s:columns[i]
    if widths[i] > 0 || name ==# 'verdict' || name ==# 'shown'
      call add(shown, [name, expression, max([widths[i], strdisplaywidth(gangmu#message#text('column_' . name)) + (i > 0) * 2])])
    endif
  endfor
  return shown
endfunction

function! s:right(name) abort
  return a:name ==# 'line' || a:name ==# 'shown'
endfunction

" The columns from the text to the period. What was kept of lines made for other widths is let go.
function! s:keep_width(state) abort
  let middle = filter(s:shown(a:state), 'v:val[0] !=# "line" && v:val[0] !=# "section" && v:val[0] !=# "verdict"')
  let made = string(middle)
  if get(a:state, 'figure_middle', '') !=# made
    let a:state.figure_middle = made
    for row in filter(gangmu#rows#flat(a:state.figures), 'len(v:val) > 6 && len(v:val[6]) > 9')
      call remove(row[6], 9)
    endfor
  endif
  return middle
endfunction

" The lines of records. What does not move, from the text to the period, is kept with what was learned, made for the widths as they are.
function! s:lines(state, records) abort
  let verdicts = s:verdicts()
  let shown = s:shown(a:state)
  let middle = s:keep_width(a:state)
  let format = join(map(copy(middle), '"%" . (s:right(v:val[0]) ? "" : "-") . v:val[2] . "S"'), '  ')
  call map(filter(map(copy(a:records), 'v:val[0]'), 'len(v:val[6]) < 10'),
        \ 'add(v:val[6], printf(format, ' . join(map(middle, 'substitute(v:val[1], "v:val\\[0\\]", "v:val", "g")'), ', ') . '))')
  let format = '%' . shown[0][2] . 'd  %s%s%s'
  return map(copy(a:records), 'printf(format, v:val[0][0], v:val[0][6][9], v:val[1], ' . shown[-1][1] . ')')
endfunction

" [records, header and lines, columns [name, first cell, end]].
function! gangmu#figures#table#make(state, list) abort
  let [records, lines] = s:select(a:state, a:list)
  let [title, stops, at] = [[], [], 0]
  for [name, expression, width] in s:shown(a:state)
    let sorted = a:list.sort[0] > 0 && s:columns[a:list.sort[0] - 1][0] ==# name
    let text = sorted ? gangmu#figures#table#title(a:list.sort) : gangmu#message#text('column_' . name)
    call add(title, printf('%' . (s:right(name) ? '' : '-') . width . 'S', text))
    call add(stops, [name, at, at + width])
    let at += width + 2
  endfor
  return [records, [substitute(join(title, '  '), '\s\+$', '', '')] + lines, stops]
endfunction

" The title of the column that a table is sorted by.
function! gangmu#figures#table#title(sort) abort
  return gangmu#message#text('column_' . s:columns[a:sort[0] - 1][0]) . (a:sort[1] ? '▼' : '▲')
endfunction

" The place of a record: [line, byte, end byte].
function! gangmu#figures#table#place(record) abort
  return [a:record[0][0], a:record[0][1], a:record[0][3]]
endfunction

" Whether two records are the same figure (2), read alike (1) or neither.
function! gangmu#figures#table#like(one, other) abort
  return a:one[0][6] is a:other[0][6] ? 2 : a:one[0][6][2] ==# a:other[0][6][2]
endfunction

" The number of the column, from 1, that a screen column of the table lies in.
function! gangmu#figures#table#column(stops, cell) abort
  let name = get(filter(copy(a:stops), 'v:val[1] < a:cell'), -1, ['line'])[0]
  return index(map(copy(s:columns), 'v:val[0]'), name) + 1
endfunction

" Colours by column, in the current window.
function! gangmu#figures#table#colour(stops) abort
  if get(b:, 'gangmu_stops', []) == a:stops
    return
  endif
  let b:gangmu_stops = a:stops
  syntax clear GangmuFiguresText GangmuFiguresSection
  for [name, from, to] in a:stops
    if name ==# 'text' || name ==# 'section'
      execute 'syntax match GangmuFigures' . (name ==# 'text' ? 'Text' : 'Section') '/\%>1l\%>' . from . 'v\S.\{-}\%>' . to . 'v/'
    endif
  endfor
endfunction

" Header and figures as CSV (RFC 4180) or TSV, with all that the helper says of each: v:null when it does not.
function! gangmu#figures#table#separated(state, list, format) abort
  let columns = ['line', 'text', 'value', 'low', 'high', 'unit', 'noun', 'period', 'section']
  let figures = gangmu#client#list('figures', {'buffer': a:state.buf, 'tick': a:state.tick}, 'figures')
  if figures is v:null
    return v:null
  endif
  let by_place = {}
  for figure in figures
    let by_place[figure.start.line . ',' . figure.start.byte] = figure
  endfor
  let verdicts = s:verdicts()
  let rows = [map(columns + ['verdict'], 'gangmu#message#text("column_" . v:val)')]
  for record in s:select(a:state, a:list)[0]
    let figure = extend(get(by_place, record[0][0] . ',' . record[0][1], {}), {'line': record[0][0], 'section': record[2]})
    call add(rows, map(copy(columns), 's:string(get(figure, v:val, ""))') + [verdicts[s:verdict(record[0])]])
  endfor
  return gangmu#figures#table#join(rows, a:format)
endfunction

" For gangmu#figures(), help there.
function! gangmu#figures#table#figures(state) abort
  let figures = gangmu#client#list('figures', {'buffer': a:state.buf, 'tick': a:state.tick}, 'figures')
  if figures is v:null || !gangmu#figures#table#learn(a:state)
    return []
  endif
  let by_place = {}
  for record in s:all(a:state, [])
    let by_place[record[0][0] . ',' . record[0][1]] = record
  endfor
  let verdicts = ['unverified', 'verified', 'conflicting']
  let found = []
  for figure in figures
    let one = {'line': figure.start.line, 'byte': figure.start.byte, 'end_byte': figure.end.byte, 'kind': figure.kind}
    for key in ['text', 'value', 'low', 'high', 'approx', 'unit', 'noun', 'period']
      let one[key] = s:string(get(figure, key, ''))
    endfor
    let record = get(by_place, one.line . ',' . one.byte, [])
    let one.section = empty(record) ? '' : record[2]
    let one.verdict = verdicts[empty(record) ? 0 : s:verdict(record[0])]
    call add(found, one)
  endfor
  return found
endfunction

function! gangmu#figures#table#join(rows, format) abort
  return a:format ==# 'csv' ? map(a:rows, 'join(map(v:val, "s:quoted(v:val)"), ",")')
        \ : map(a:rows, 'join(map(v:val, "substitute(v:val, ''[\\t\\r\\n]'', '' '', ''g'')"), "\t")')
endfunction

function! s:string(value) abort
  return a:value is v:null ? '' : type(a:value) == v:t_string ? a:value : string(a:value)
endfunction

function! s:quoted(text) abort
  return a:text =~# "[\",\r\n]" ? '"' . substitute(a:text, '"', '""', 'g') . '"' : a:text
endfunction
