" The functions others may call; help under gangmu-functions. They are stable: names, arguments and keys stay, keys may be added.

" The sections of a draft (default: the current buffer), from what was published last:
" [{line, byte, end_line, end_byte, level, kind, number, marker, title, label, chars}], lines from 1, bytes from 0.
function! gangmu#sections(...) abort
  let state = gangmu#buffer#get(a:0 ? a:1 : bufnr(''))
  if empty(state)
    return []
  endif
  let kinds = ['title', 'heading', 'numbered', 'inline', 'article', 'label']
  return map(copy(gangmu#rows#all(state.outline)), {_, row -> {'line': row[0], 'byte': row[1], 'end_line': row[2], 'end_byte': row[3],
        \ 'level': row[5], 'kind': kinds[row[6]], 'number': row[7], 'marker': row[8], 'title': row[9], 'chars': row[10], 'label': gangmu#section#label(row)}})
endfunction

" The findings of a draft: [{line, byte, end_line, end_byte, severity, rule, message, related}].
function! gangmu#diagnostics(...) abort
  let state = gangmu#buffer#get(a:0 ? a:1 : bufnr(''))
  if empty(state)
    return []
  endif
  let severities = ['error', 'warning', 'hint']
  return map(copy(gangmu#rows#all(state.diagnostics)), {_, row -> {'line': row[0], 'byte': row[1], 'end_line': row[2], 'end_byte': row[3],
        \ 'severity': severities[row[4] - 1], 'rule': row[5], 'message': row[6],
        \ 'related': map(copy(row[7]), '{"line": v:val[0], "byte": v:val[1], "end_line": v:val[2], "end_byte": v:val[3], "message": v:val[4]}')}})
endfunction

" The figures of a draft: [{line, byte, end_byte, kind, text, value, low, high, approx, unit, noun, period, section, verdict}], asked of
" the helper; verdict 'unverified', 'verified' or 'conflicting'.
function! gangmu#figures(...) abort
  let buf = a:0 ? a:1 : bufnr('')
  let state = gangmu#buffer#get(buf)
  if !empty(state)
    call gangmu#sync#flush(buf)
  endif
  return empty(state) || !gangmu#sync#wait(state, gangmu#option#get('timeout')) ? [] : gangmu#figures#table#figures(state)
endfunction

" The titles of the sections the cursor is in, outermost first: ['一、…', '（二）…'].
function! gangmu#path() abort
  let state = gangmu#buffer#get(bufnr(''))
  return empty(state) ? [] : map(gangmu#section#path(state, line('.'), col('.') - 1), 'gangmu#section#label(v:val)')
endfunction

" For 'statusline': the section path, the count of words (in Visual mode of the selection) and the findings. Cheap: made anew only when
" something changed.
function! gangmu#statusline() abort
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state)
    return ''
  endif
  let index = gangmu#section#around(state, line('.'), col('.') - 1)
  let key = [index, state.generation, state.counts]
  let cache = get(state, 'statusline', [[], ''])
  if cache[0] != key
    let cache = [key, s:status(state, index)]
    let state.statusline = cache
  endif
  let mode = mode()
  if (mode ==# 'v' || mode ==# 'V') && get(g:, 'actual_curwin', win_getid()) == win_getid()
    let words = gangmu#count#selected(state)
    return words < 0 ? cache[1] : gangmu#message#text('selected', words) . '  ' . cache[1]
  endif
  return cache[1]
endfunction

" '' until the helper has told of the draft: a count of no words would flash by.
function! s:status(state, index) abort
  if a:state.published < 0
    return ''
  endif
  let path = s:path_text(a:state, a:index)
  let text = empty(path) ? '' : path . '  '
  let words = gangmu#count#against(a:state.words, gangmu#count#target(a:state))
  let wanted = gangmu#count#section_target(a:state, a:index)
  if wanted > 0
    let text .= gangmu#message#text('count_section', gangmu#count#against(gangmu#count#section_words(a:state, a:index), wanted)) . '  '
  endif
  let text .= gangmu#message#text('words', words)
  let [errors, warnings, hints] = gangmu#finding#counts(a:state)
  if errors
    let text .= '  ' . gangmu#message#text('severity1') . errors
  endif
  if warnings
    let text .= '  ' . gangmu#message#text('severity2') . warnings
  endif
  return text
endfunction

" 一、主要工作 › （二）抓落实: the sections around row `index`, each shortened; made anew when the outline changed.
function! s:path_text(state, index) abort
  let cache = get(a:state, 'path', [[], ''])
  if cache[0] != [a:index, a:state.outlined]
    let rows = filter(gangmu#rows#upward(a:state.outline, a:index, 5, 1), 'v:val[5] > 0')
    let cache = [[a:index, a:state.outlined], join(map(rows, 'gangmu#message#fit(gangmu#section#label(v:val), 24)'), ' › ')]
    let a:state.path = cache
  endif
  return cache[1]
endfunction

" For 'winbar': the section path.
function! gangmu#winbar() abort
  let state = gangmu#buffer#get(bufnr(''))
  return empty(state) ? '' : s:path_text(state, gangmu#section#around(state, line('.'), col('.') - 1))
endfunction

" The path of the helper, for tools that run it themselves; '' when there is none.
function! gangmu#helper() abort
  return gangmu#client#find()
endfunction

" True when the current buffer (or the one given) is attached.
function! gangmu#attached(...) abort
  return !empty(gangmu#buffer#get(a:0 ? a:1 : bufnr('')))
endfunction
