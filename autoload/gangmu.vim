" The functions others may call; help under gangmu-functions.

" The sections of a draft (default: the current buffer), from what was published last:
" [{line, byte, level, kind, number, marker, title, chars}], lines from 1, bytes from 0.
function! gangmu#sections(...) abort
  let state = gangmu#buffer#get(a:0 ? a:1 : bufnr(''))
  if empty(state)
    return []
  endif
  let kinds = ['title', 'heading', 'numbered', 'inline', 'article', 'label']
  return map(copy(gangmu#rows#all(state.outline)), {_, row -> {'line': row[0], 'byte': row[1], 'end_line': row[2], 'end_byte': row[3],
        \ 'level': row[5], 'kind': kinds[row[6]], 'number': row[7], 'marker': row[8], 'title': row[9], 'chars': row[10]}})
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

" The titles of the sections the cursor is in, outermost first: ['一、…', '（二）…'].
function! gangmu#path() abort
  let state = gangmu#buffer#get(bufnr(''))
  return empty(state) ? [] : map(gangmu#section#path(state, line('.'), col('.') - 1), 'gangmu#section#label(v:val)')
endfunction

" For 'statusline': the section path, the count of words and the findings. Cheap: made anew only when something changed.
function! gangmu#statusline() abort
  let state = gangmu#buffer#get(bufnr(''))
  if empty(state)
    return ''
  endif
  let index = gangmu#section#index(state, line('.'), col('.') - 1)
  let key = [index, state.generation]
  let cache = get(state, 'statusline', [[], ''])
  if cache[0] != key
    let parts = map(gangmu#section#path(state, line('.'), col('.') - 1), 'gangmu#message#fit(gangmu#section#label(v:val), 24)')
    let text = empty(parts) ? '' : join(parts, ' › ') . '  '
    let text .= gangmu#message#text('words', state.words)
    let [errors, warnings, hints] = gangmu#finding#counts(state)
    if errors
      let text .= '  ' . gangmu#message#text('severity1') . errors
    endif
    if warnings
      let text .= '  ' . gangmu#message#text('severity2') . warnings
    endif
    let cache = [key, text]
    let state.statusline = cache
  endif
  return cache[1]
endfunction

" True when the current buffer (or the one given) is attached.
function! gangmu#attached(...) abort
  return !empty(gangmu#buffer#get(a:0 ? a:1 : bufnr('')))
endfunction
