" Vim: text properties for highlights, text properties and signs for findings. The same functions as marks/nvim.vim.

let s:types = {}
let s:virtual = 0
" By layer (marks.vim), the lowest first.
let s:layers = {
      \ 'text': ['GangmuQuote', 'GangmuPlaceholder'],
      \ 'helper': ['GangmuTitle', 'GangmuMarker1', 'GangmuMarker2', 'GangmuMarker3', 'GangmuMarker4', 'GangmuLabel',
      \   'GangmuFigure', 'GangmuFigureAgrees', 'GangmuFigureConflict'],
      \ 'here': ['GangmuRelatedHere'],
      \ }
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

" Marks [line, byte, end_line, end_byte, group]; lines from 1, bytes from 0, ends exclusive.
function! gangmu#marks#vim#place(buf, items, layer) abort
  call s:define()
  let [groups, lengths] = [{}, {}]
  let last = a:buf == bufnr('') ? line('$') : getbufinfo(a:buf)[0].linecount
  for [line, byte, end_line, end_byte, group] in a:items
    if end_line > last
      continue
    elseif !has_key(lengths, end_line)
      let lengths[end_line] = strlen(getbufline(a:buf, end_line)[0])
    endif
    if !has_key(groups, group)
      let groups[group] = []
    endif
    if end_line > line || byte < lengths[end_line]
      call add(groups[group], [line, byte + 1, end_line, min([end_byte, lengths[end_line]]) + 1])
    endif
  endfor
  for [group, places] in items(groups)
    silent! call prop_add_list({'bufnr': a:buf, 'type': group}, places)
  endfor
endfunction

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
function! gangmu#marks#vim#findings(buf, rows) abort
  call s:define()
  call s:remove(a:buf, s:finding_groups + (s:virtual ? ['GangmuVirtual'] : []), 1, 0x7fffffff)
  call sign_unplace('gangmu', {'buffer': a:buf})
  let [items, signs, seen] = [[], [], {}]
  for row in a:rows
    call add(items, row[0:3] + [s:finding_groups[4 - row[4]]])
    for place in row[7]
      call add(items, place[0:3] + ['GangmuRelated'])
    endfor
    if !has_key(seen, row[0]) || seen[row[0]] > row[4]
      let seen[row[0]] = row[4]
    endif
  endfor
  call gangmu#marks#vim#place(a:buf, items, 'findings')
  let s:virtual = gangmu#option#get('virtual_text')
  if s:virtual
    call s:place_messages(a:buf, a:rows)
  endif
  if gangmu#option#get('signs')
    for [line, severity] in items(seen)
      call add(signs, {'buffer': a:buf, 'group': 'gangmu', 'lnum': str2nr(line), 'name': 'GangmuSign' . severity, 'priority': 20 - severity})
    endfor
    call sign_placelist(signs)
  endif
endfunction

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
