" 字数: of a draft, of its sections, of a selection, against what is wanted.
"
" What is wanted stands in the draft, in a line of its own: `<!-- 字数：3000 -->`, `字数: 3000`, `% 字数：3000`. Right below the
" beginning of a section it is for that section, else among the first or last five lines for the draft. Or a command gives it.

" The line that says it.
let s:line = '^\s*\%(<!--\|[%#;]\+\|//\)\=\s*\%(目标\)\=字数\s*[:：]\s*\zs\d\+\ze\s*字\=\s*\%(-->\)\=\s*$'
let s:edge = 5
" What a command gave, by the path of the draft: it outlives the buffer, as long as the editor runs.
let s:given = {}

" The number of words wanted of the draft, 0 when none is said. What a command gave stands over what the draft says.
function! gangmu#count#target(state) abort
  let given = getbufvar(a:state.buf, 'gangmu_words', -1)
  if given >= 0
    return given
  endif
  let last = a:state.buf == bufnr('') ? line('$') : getbufinfo(a:state.buf)[0].linecount
  let words = s:draft_target(a:state, 1, min([s:edge, last]))
  return words > 0 || last <= s:edge ? words : s:draft_target(a:state, max([s:edge + 1, last - s:edge + 1]), last)
endfunction

function! s:draft_target(state, first, last) abort
  let [number, lines] = [a:first, getbufline(a:state.buf, a:first, a:last)]
  if stridx(join(lines), '字数') < 0
    return 0
  endif
  for line in lines
    let words = s:said(line)
    if words > 0 && !s:begins_section(a:state, s:above(a:state.buf, number))
      return words
    endif
    let number += 1
  endfor
  return 0
endfunction

" The number that a line says, 0 when it says none.
function! s:said(line) abort
  return strlen(a:line) < 80 && stridx(a:line, '字数') >= 0 ? str2nr(matchstr(a:line, s:line)) : 0
endfunction

" The line above that is not blank: at most one blank line lies between.
function! s:above(buf, line) abort
  return get(getbufline(a:buf, a:line - 1), 0, '') =~# '^\s*$' ? a:line - 2 : a:line - 1
endfunction

" Whether a section other than the draft's title begins with this line.
function! s:begins_section(state, line) abort
  let line = gangmu#sync#to_published(a:state, a:line)
  return !empty(filter(copy(gangmu#rows#between(a:state.outline, line, line)), 'v:val[6] != 0 && v:val[6] != 3'))
endfunction

" Of the section that is row `i` of the outline.
function! gangmu#count#section_target(state, i) abort
  if a:i < 0
    return 0
  endif
  let row = gangmu#rows#get(a:state.outline, a:i)
  let given = getbufvar(a:state.buf, 'gangmu_section_words', {})
  if has_key(given, gangmu#section#label(row))
    return given[gangmu#section#label(row)]
  elseif row[6] == 0 || row[6] == 3
    return 0
  endif
  let line = gangmu#sync#to_buffer(a:state, row[0])
  let below = getbufline(a:state.buf, line + 1, line + 2)
  if stridx(join(below), '字数') < 0
    return 0
  endif
  return s:said(get(below, get(below, 0, '') =~# '^\s*$', ''))
endfunction

" "1820/3000", or "1820" when nothing is wanted.
function! gangmu#count#against(words, target) abort
  return a:target > 0 ? a:words . '/' . a:target : '' . a:words
endfunction

" The words of the section that is row `i`, as of the last publish.
function! gangmu#count#section_words(state, i) abort
  return get(a:state.outline.later, a:i, gangmu#rows#raw(a:state.outline, a:i)[10])
endfunction

" :[range]Gangmu[!] count [N]: tells the counts; with N says first what is wanted of the draft, with ! of the section at the cursor.
function! gangmu#count#run(bang, range, first, last, wanted) abort
  if a:wanted =~# '^\d\+$'
    call s:want(a:bang, str2nr(a:wanted))
  elseif !empty(a:wanted)
    return gangmu#message#warn(gangmu#message#text('count_number', a:wanted))
  endif
  if a:range
    call s:tell({'first': a:first - 1, 'last': a:last})
  else
    call s:tell({})
  endif
endfunction

function! s:want(section, words) abort
  if !a:section
    let b:gangmu_words = a:words
    call s:keep()
    return s:changed()
  endif
  let state = gangmu#buffer#get(bufnr(''))
  let i = gangmu#section#around(state, line('.'), col('.') - 1)
  if i < 0
    return gangmu#message#warn(gangmu#message#text('no_section_here'))
  endif
  let b:gangmu_section_words = extend(get(b:, 'gangmu_section_words', {}), {gangmu#section#label(gangmu#rows#get(state.outline, i)): a:words})
  call s:keep()
  call s:changed()
endfunction

function! s:keep() abort
  if !empty(bufname('')) && empty(&buftype)
    let s:given[expand('%:p')] = [get(b:, 'gangmu_words', -1), copy(get(b:, 'gangmu_section_words', {}))]
  endif
endfunction

" A draft was attached: what a command gave for it before it was closed holds again.
function! gangmu#count#recall(buf) abort
  let given = empty(s:given) || empty(bufname(a:buf)) ? [] : get(s:given, fnamemodify(bufname(a:buf), ':p'), [])
  if !empty(given) && getbufvar(a:buf, 'gangmu_words', -1) < 0 && empty(getbufvar(a:buf, 'gangmu_section_words', {}))
    if given[0] >= 0
      call setbufvar(a:buf, 'gangmu_words', given[0])
    endif
    call setbufvar(a:buf, 'gangmu_section_words', copy(given[1]))
  endif
endfunction

" The status line is made anew.
function! s:changed() abort
  let state = gangmu#buffer#get(bufnr(''))
  let state.statusline = [[], '']
  redrawstatus
endfunction

" The counts of the characters selected.
function! gangmu#count#selection() abort
  let [from, to] = [getpos("'<"), getpos("'>")]
  if visualmode() ==# 'v'
    call s:tell({'first': from[1] - 1, 'last': to[1], 'first_byte': from[2] - 1, 'last_byte': s:end_byte(to[1], to[2])})
  else
    call s:tell({'first': from[1] - 1, 'last': to[1]})
  endif
endfunction

" The byte behind the character at a column.
function! s:end_byte(line, column) abort
  let text = getline(a:line)
  return min([strlen(text), a:column - 1 + strlen(matchstr(text, '\%' . a:column . 'c.'))])
endfunction

function! s:tell(params) abort
  let buf = bufnr('')
  call gangmu#sync#flush(buf)
  let answer = gangmu#client#request('count', extend({'buffer': buf}, a:params))
  if has_key(answer, 'error')
    return
  endif
  let parts = []
  if empty(a:params)
    call add(parts, gangmu#message#text('count_words', gangmu#count#against(answer.words, gangmu#count#target(gangmu#buffer#get(buf)))))
    let state = gangmu#buffer#get(buf)
    let i = gangmu#sync#wait(state, gangmu#option#get('timeout')) ? gangmu#section#around(state, line('.'), col('.') - 1) : -1
    if i >= 0
      call add(parts, gangmu#message#text('count_section', gangmu#count#against(gangmu#count#section_words(state, i), gangmu#count#section_target(state, i))))
    endif
  else
    call add(parts, gangmu#message#text('count_selection', answer.words))
  endif
  call extend(parts, [gangmu#message#text('count_han', answer.han), gangmu#message#text('count_chars', answer.chars)])
  if answer.sections > 0
    call add(parts, gangmu#message#text('count_sections', answer.sections))
  endif
  call gangmu#message#parts(parts)
endfunction

" The words of what is selected in Visual mode now, for the status line; -1 while they are not known. The helper is asked when the editor
" comes to rest, not while it draws.
let s:selected = [[], -1]
let s:asking = -1
function! gangmu#count#selected(state) abort
  if s:selected[0] !=# s:selection(a:state) && s:asking == -1
    let s:asking = timer_start(0, {-> s:ask_selected()})
  endif
  return s:selected[1]
endfunction

function! s:selection(state) abort
  return [a:state.buf, b:changedtick, mode(), getpos('v')[1:2], getpos('.')[1:2]]
endfunction

function! s:ask_selected() abort
  let s:asking = -1
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state) || mode() !~# '^[vV]$' || !gangmu#client#running()
    return
  endif
  let key = s:selection(state)
  let [from, to] = key[3:4]
  if from[0] > to[0] || from[0] == to[0] && from[1] > to[1]
    let [from, to] = [to, from]
  endif
  let params = {'buffer': state.buf, 'first': from[0] - 1, 'last': to[0]}
  if key[2] ==# 'v'
    let params.first_byte = from[1] - 1
    let params.last_byte = s:end_byte(to[0], to[1])
  endif
  call gangmu#sync#flush(state.buf)
  let s:selected = [key, get(gangmu#client#request('count', params, 1), 'words', -1)]
  redrawstatus
endfunction
