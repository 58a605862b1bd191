" Vim: text properties for highlights, text properties and signs for findings. The same functions as marks/nvim.vim.

let s:types = {}
let s:virtual = v:false
" By layer (marks.vim), the lowest first.
let s:layers = {
      \ 'text': ['GangmuQuote', 'GangmuPlaceholder'],
      \ 'helper': ['GangmuTitle', 'GangmuMarker1', 'GangmuMarker2', 'GangmuMarker3', 'GangmuMarker4', 'GangmuLabel',
      \   'GangmuFigure', 'GangmuFigureAgrees', 'GangmuFigureConflict'],
      \ 'here': ['GangmuRelatedHere'],
      \ }
let s:figure_groups = ['GangmuFigure', 'GangmuFigureAgrees', 'GangmuFigureConflict']
let s:finding_groups = ['GangmuRelated', 'GangmuHint', 'GangmuWarning', 'GangmuError']

function! s:define() abort
  if !empty(s:types)
    return
  endif
  let priority = 0
  for group in s:layers.text + s:layers.helper + s:finding_groups + s:layers.here + ['GangmuVirtual']
    let priority += 1
    let s:types[group] = 1
    if empty(prop_type_get(group))
      call prop_type_add(group, {'highlight': group, 'priority': priority, 'combine': 1})
    endif
  endfor
  call sign_define([
        \ {'name': 'GangmuSign1', 'text': '误', 'texthl': 'GangmuErrorSign'},
        \ {'name': 'GangmuSign2', 'text': '疑', 'texthl': 'GangmuWarningSign'},
        \ {'name': 'GangmuSign3', 'text': '注', 'texthl': 'GangmuHintSign'}])
endfunction

" Marks [line, byte, end_line, end_byte, group]; lines from 1, bytes from 0, ends exclusive. This and draw() are compiled, since they run
" for each line that comes in sight.
def gangmu#marks#vim#place(buf: number, marks: list<any>, layer: string)
  s:define()
  var groups: dict<list<list<number>>> = {}
  var last: number = buf == bufnr('') ? line('$') : getbufinfo(buf)[0].linecount
  var [number, length] = [0, 0]
  for mark in marks
    var [first, byte, end_line, end_byte, group] = mark
    if end_line > last
      continue
    elseif number != end_line
      number = end_line
      length = strlen(getbufline(buf, number)[0])
    endif
    if !has_key(groups, group)
      groups[group] = []
    endif
    if end_line > first || byte < length
      add(groups[group], [first, byte + 1, end_line, min([end_byte, length]) + 1])
    endif
  endfor
  for [group, places] in items(groups)
    silent! prop_add_list({bufnr: buf, type: group}, places)
  endfor
enddef

" Whether a figure is one of the places of findings that are held back.
def s:is_held(held: list<any>, line: number, from: number, to: number): bool
  for at in held
    if at[0] == line && at[1] < to && at[3] > from
      return true
    endif
  endfor
  return false
enddef

" A published line as the changes sent since have moved it, as gangmu#sync#to_buffer() does.
def s:forward(splices: list<any>, published: number): number
  var line = published
  for splice in splices
    var [tick, first, last, added] = splice
    if line > last
      line += added
    elseif line >= first
      line = max([first, min([line, last + added])])
    endif
  endfor
  return line
enddef

" Marks sections and figures, given as gangmu#rows#lying() does. A figure of a finding held back is not told to conflict.
def gangmu#marks#vim#draw(buf: number, sections: list<any>, figures: list<any>, held: list<any>, splices: list<any>)
  var marks: list<list<any>> = []
  var titles: dict<bool> = {}
  for [delta, rows] in sections
    for row in rows
      var [published, from, kind] = [row[0] + delta, row[1], row[6]]
      var line = s:forward(splices, published)
      if kind <= 1
        titles[published] = true
        add(marks, [line, from, line, 0x7fffffff, 'GangmuTitle'])
      elseif row[4] > from
        add(marks, [line, from, line, row[4], kind == 5 ? 'GangmuLabel' : 'GangmuMarker' .. max([1, min([row[5], 4])])])
      endif
    endfor
  endfor
  for [delta, rows] in figures
    for row in rows
      var [published, verdict] = [row[0] + delta, row[5]]
      # A title is of one colour, but for a figure that is wrong.
      if verdict == 2 || empty(titles) || !has_key(titles, published)
        var group = s:figure_groups[verdict == 2 && s:is_held(held, published, row[1], row[3]) ? 0 : verdict]
        var line = s:forward(splices, published)
        add(marks, [line, row[1], line, row[3], group])
      endif
    endfor
  endfor
  gangmu#marks#vim#place(buf, marks, 'helper')
enddef

" Clears a layer's highlights of lines [first, last].
function! gangmu#marks#vim#clear(buf, first, last, layer) abort
  call s:define()
  call s:remove(a:buf, s:layers[a:layer], a:first, a:last)
endfunction

function! s:remove(buf, groups, first, last) abort
  let last = min([a:last, a:buf == bufnr('') ? line('$') : getbufinfo(a:buf)[0].linecount])
  if a:first > last
    return
  endif
  if has('patch-9.0.0233')
    call prop_remove({'bufnr': a:buf, 'types': a:groups, 'all': 1}, a:first, last)
  else
    for group in a:groups
      call prop_remove({'bufnr': a:buf, 'type': group, 'all': 1}, a:first, last)
    endfor
  endif
endfunction

" Shows findings, rows as published, in place of those shown before.
def gangmu#marks#vim#findings(buf: number, rows: list<any>)
  s:define()
  s:remove(buf, s:finding_groups + (s:virtual ? ['GangmuVirtual'] : []), 1, 0x7fffffff)
  sign_unplace('gangmu', {buffer: buf})
  var marks: list<list<any>> = []
  var signs: list<dict<any>> = []
  var seen: dict<number> = {}
  for row in rows
    var [number: number, severity: number] = [row[0], row[4]]
    add(marks, row[0 : 3] + [s:finding_groups[4 - severity]])
    for place in row[7]
      add(marks, place[0 : 3] + ['GangmuRelated'])
    endfor
    if get(seen, number, 4) > severity
      seen[number] = severity
    endif
  endfor
  gangmu#marks#vim#place(buf, marks, 'findings')
  s:virtual = gangmu#option#get('virtual_text')
  if s:virtual
    s:place_messages(buf, rows)
  endif
  if gangmu#option#get('signs')
    for [number, severity] in items(seen)
      add(signs, {buffer: buf, group: 'gangmu', lnum: str2nr(number), name: 'GangmuSign' .. severity, priority: 20 - severity})
    endfor
    sign_placelist(signs)
  endif
enddef

" The message of the gravest finding of each line, behind it.
function! s:place_messages(buf, rows) abort
  let gravest = {}
  for row in a:rows
    if !has_key(gravest, row[0]) || gravest[row[0]][4] > row[4]
      let gravest[row[0]] = row
    endif
  endfor
  for [line, row] in items(gravest)
    silent! call prop_add(str2nr(line), 0, {'bufnr': a:buf, 'type': 'GangmuVirtual', 'text': '■ ' . row[6], 'text_align': 'after', 'text_padding_left': 2})
  endfor
endfunction

" True when positions of findings have to be given again after lines moved.
function! gangmu#marks#vim#findings_move_along() abort
  return 1
endfunction
