" Normalization: asked of the helper for some lines, then previewed or applied. Nothing changes a draft but gangmu#edit#apply().

let s:manners = ['convert', 'spacing', 'indent']
let s:to_ends = 0

" The edits for lines [first, last]: {tick, edits: [[line, byte, end_line, end_byte, text, rule]]}, {} after a message. A third
" argument has further parameters of the request.
function! gangmu#normalize#ask(buf, first, last, ...) abort
  if !gangmu#client#start()
    call gangmu#client#request('info', {})
    return {}
  endif
  call gangmu#sync#flush(a:buf)
  let state = gangmu#buffer#get(a:buf)
  if empty(state)
    call gangmu#message#warn(gangmu#message#text('not_attached'))
    return {}
  endif
  let params = extend({'buffer': a:buf, 'tick': state.tick, 'first': a:first - 1, 'last': a:last}, a:0 ? a:1 : {})
  let answer = gangmu#client#lists('normalize', params, ['edits'])
  if answer is v:null
    return {}
  endif
  if !empty(get(answer.answer, 'problem', ''))
    call gangmu#message#warn(gangmu#message#text('no_conversion', answer.answer.problem))
  endif
  let edits = []
  for edit in answer.edits
    call add(edits, [edit.start.line, edit.start.byte, edit.end.line, edit.end.byte, edit.text, edit.rule])
  endfor
  return {'tick': state.tick, 'edits': edits}
endfunction

" True when the draft is still the text that edits were made for.
function! gangmu#normalize#fits(buf, tick) abort
  call gangmu#sync#flush(a:buf)
  return get(gangmu#buffer#get(a:buf), 'tick', -1) == a:tick
endfunction

" :[range]Gangmu normalize [convert=t2s] [spacing=add] [indent=remove] previews, with ! applies.
function! gangmu#normalize#run(bang, range, first, last, arguments) abort
  let buf = bufnr('')
  let wanted = {}
  for argument in a:arguments
    let [name, value] = [matchstr(argument, '^\w*\ze='), matchstr(argument, '=\zs.*')]
    if index(s:manners, name) < 0 || index(gangmu#option#choices(name), value) < 0
      return gangmu#message#warn(index(s:manners, name) < 0 ? gangmu#message#text('unknown_argument', argument)
            \ : gangmu#message#text('option_choice', name, join(gangmu#option#choices(name), ', ')))
    endif
    let wanted[name] = value
  endfor
  let asked = gangmu#normalize#ask(buf, a:first, a:last, wanted)
  if empty(asked)
    return
  elseif empty(asked.edits)
    return gangmu#message#say(gangmu#message#text('nothing_to_normalize'))
  elseif a:bang
    call s:apply(buf, asked)
  else
    call gangmu#preview#open(buf, asked)
  endif
endfunction

" For the completion of its arguments.
function! gangmu#normalize#arguments() abort
  let found = []
  for name in s:manners
    call extend(found, map(gangmu#option#choices(name), 'name . "=" . v:val'))
  endfor
  return found
endfunction

function! s:apply(buf, asked) abort
  if !gangmu#normalize#fits(a:buf, a:asked.tick)
    call gangmu#message#warn(gangmu#message#text('changed_since'))
  elseif gangmu#edit#apply(a:buf, a:asked.edits)
    call gangmu#message#say(gangmu#message#text('normalized', len(a:asked.edits)))
  endif
endfunction

" The operator: g@ with a function of ours, so that . repeats it.
function! gangmu#normalize#operator() abort
  " Of a block that goes to the ends of its lines ($) the marks do not tell it.
  let s:to_ends = mode() ==# "\<C-v>" && winsaveview().curswant >= 0x7fffffff
  set operatorfunc=gangmu#normalize#motion
  return 'g@'
endfunction

function! gangmu#normalize#motion(type) abort
  let [first, last] = [line("'["), line("']")]
  if empty(gangmu#buffer#get(bufnr(''))) && !gangmu#attach#buffer(bufnr(''))
    return
  endif
  let asked = gangmu#normalize#ask(bufnr(''), first, last)
  if empty(asked)
    return
  endif
  if a:type ==# 'char'
    call s:within(asked, line("'["), col("'[") - 1, line("']"), s:end_byte("']"))
  elseif a:type ==# 'block'
    call s:within_block(asked, first, last)
  endif
  " The editor takes its word of Visual mode away first, not what is said now with it.
  redraw
  if empty(asked.edits)
    return gangmu#message#say(gangmu#message#text('nothing_to_normalize'))
  endif
  call s:apply(bufnr(''), asked)
endfunction

" The byte after the character at a mark.
function! s:end_byte(mark) abort
  return col(a:mark) - 1 + strlen(matchstr(getline(a:mark), '\%' . col(a:mark) . 'c.'))
endfunction

function! s:within(asked, line, byte, end_line, end_byte) abort
  call filter(a:asked.edits, {_, edit -> (edit[0] > a:line || (edit[0] == a:line && edit[1] >= a:byte))
        \ && (edit[2] < a:end_line || (edit[2] == a:end_line && edit[3] <= a:end_byte))})
endfunction

" Edits in the columns of a block alone: 甲,[乙,]丙,.
function! s:within_block(asked, first, last) abort
  let [left, right] = [s:cells("'[")[0], s:cells("']")[1]]
  if visualmode() ==# "\<C-v>" && [line("'<"), line("'>")] == [a:first, a:last]
    " A corner may lie behind the end of its line, which '[ and '] do not.
    let [one, other] = [s:cells("'<"), s:cells("'>")]
    let [left, right] = [min([one[0], other[0]]), max([one[1], other[1]])]
  endif
  let right = s:to_ends ? 0x7ffffff0 : right
  call filter(a:asked.edits, {_, edit -> edit[0] == edit[2] && s:in_cells(getline(edit[0]), edit[1], edit[3], left, right)})
endfunction

" The first and the last cell of the character at a mark, from 1.
function! s:cells(mark) abort
  let text = getline(a:mark)
  let before = strdisplaywidth(strpart(text, 0, col(a:mark) - 1))
  return [before + 1, max([before + 1, strdisplaywidth(strpart(text, 0, s:end_byte(a:mark)))])]
endfunction

" Whether bytes [from, to) of a text are of characters that lie in the cells, be it with a half.
function! s:in_cells(text, from, to, left, right) abort
  let first = strlen(matchstr(strpart(a:text, a:from), '^.'))
  let last = strlen(matchstr(strpart(a:text, 0, a:to), '.$'))
  return strdisplaywidth(strpart(a:text, 0, a:from + first)) >= a:left && strdisplaywidth(strpart(a:text, 0, a:to - last)) < a:right
endfunction

" The mapping that puts: g@ over the character at the cursor, so that . puts again, with the same register.
let s:put = ['"', 'p']
function! gangmu#normalize#put(put) abort
  let s:put = [v:register, a:put]
  set operatorfunc=gangmu#normalize#put_here
  return 'g@l'
endfunction

function! gangmu#normalize#put_here(type) abort
  call gangmu#normalize#paste(s:put[0], v:count1, s:put[1])
endfunction

" Puts a register and cleans what was put, in one undo step: text that stood there is not touched.
function! gangmu#normalize#paste(register, count, put) abort
  let buf = bufnr('')
  if !&modifiable
    return gangmu#message#warn(gangmu#message#text('not_modifiable'))
  elseif a:register !~# '^[-a-zA-Z0-9".:%#=*+/]$' || empty(getreg(a:register, 1, 1))
    return gangmu#message#warn(gangmu#message#text('nothing_in_register', a:register))
  endif
  let [block, at] = [getregtype(a:register) =~# "^\<C-v>", line('.')]
  let old = block ? getline(at, at + len(getreg(a:register, 1, 1)) - 1) : []
  silent execute 'normal! "' . a:register . a:count . a:put
  if empty(gangmu#buffer#get(buf)) && !gangmu#attach#buffer(buf)
    return
  endif
  let [from, to] = [getpos("'["), getpos("']")]
  let asked = gangmu#normalize#ask(buf, from[1], to[1])
  if empty(asked)
    return
  endif
  if block
    call s:within_put(asked, from, old)
  elseif getregtype(a:register) !=# 'V'
    call s:within(asked, from[1], from[2] - 1, to[1], s:end_byte("']"))
  endif
  if !empty(asked.edits) && gangmu#normalize#fits(buf, asked.tick)
    call gangmu#edit#apply(buf, asked.edits)
    call gangmu#message#say(gangmu#message#text('normalized', len(asked.edits)))
  endif
endfunction

" Edits in what a block put into lines that were `old`, at a place and in the same column below: all but what is left of the old line.
function! s:within_put(asked, from, old) abort
  let column = strdisplaywidth(strpart(getline(a:from[1]), 0, a:from[2] - 1)) + 1
  let places = {}
  for edit in a:asked.edits
    if !has_key(places, edit[0])
      let text = getline(edit[0])
      " Before a character of two cells that the column would cut in two.
      let start = matchend(text, '^.*\%<' . (column + 1) . 'v')
      let places[edit[0]] = [start, strlen(text) - s:behind(get(a:old, edit[0] - a:from[1], ''), strpart(text, 0, start))]
    endif
  endfor
  call filter(a:asked.edits, {_, edit -> edit[0] == edit[2] && edit[1] >= places[edit[0]][0] && edit[3] <= places[edit[0]][1]})
endfunction

" The bytes of an old line behind its beginning as it is now.
function! s:behind(old, beginning) abort
  let same = strlen(a:beginning)
  if strpart(a:old, 0, same) ==# a:beginning
    return strlen(a:old) - same
  endif
  " A short line was filled up, or a tab became blanks.
  let same = 0
  while same < strlen(a:old) && a:old[same] ==# a:beginning[same]
    let same += 1
  endwhile
  return max([0, strlen(a:old) - same - 1])
endfunction
