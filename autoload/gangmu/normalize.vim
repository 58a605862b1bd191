" Normalization: asked of the helper for some lines, then previewed or applied. Nothing changes a draft but gangmu#edit#apply().

let s:manners = ['convert', 'spacing', 'indent']

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

" Puts a register and cleans what was put, in one undo step: text that stood there is not touched.
function! gangmu#normalize#paste(register, count, put) abort
  let buf = bufnr('')
  if !&modifiable
    return gangmu#message#warn(gangmu#message#text('not_modifiable'))
  elseif a:register !~# '^[-a-zA-Z0-9".:%#=*+/]$' || empty(getreg(a:register, 1, 1))
    return gangmu#message#warn(gangmu#message#text('nothing_in_register', a:register))
  endif
  silent execute 'normal! "' . a:register . a:count . a:put
  if empty(gangmu#buffer#get(buf)) && !gangmu#attach#buffer(buf)
    return
  endif
  let [from, to] = [getpos("'["), getpos("']")]
  let asked = gangmu#normalize#ask(buf, from[1], to[1])
  if empty(asked)
    return
  endif
  if getregtype(a:register) !=# 'V'
    call s:within(asked, from[1], from[2] - 1, to[1], s:end_byte("']"))
  endif
  if !empty(asked.edits) && gangmu#normalize#fits(buf, asked.tick)
    call gangmu#edit#apply(buf, asked.edits)
    call gangmu#message#say(gangmu#message#text('normalized', len(asked.edits)))
  endif
endfunction
