" A rule explained: what it asks, on what ground, with examples.

" Of a rule's id, or of the finding at the cursor when it is empty.
function! gangmu#explain#show(rule) abort
  let rule = a:rule
  if empty(rule)
    let found = empty(gangmu#buffer#get(bufnr(''))) ? [] : gangmu#finding#near_cursor()
    if empty(found)
      return gangmu#message#say(gangmu#message#text('explain_which'))
    endif
    let rule = found[0][5]
  endif
  let row = gangmu#client#request('explain', {'rule': rule}, 1)
  if has_key(row, 'error')
    return gangmu#message#warn(gangmu#client#running() ? gangmu#message#text('no_rule', rule) : gangmu#client#trouble())
  endif
  let severity = get(row, 'severity', '')
  let lines = [row.id . '  ' . row.title . (empty(severity) ? '' : '  (' . s:severity(severity) . ')')]
  for key in ['clause', 'bad', 'good', 'near_miss']
    let value = get(row, key, '')
    if value isnot v:null && !empty(value)
      call add(lines, gangmu#message#text(key) . '  ' . value)
    endif
  endfor
  call gangmu#popup#show(lines)
endfunction

function! s:severity(severity) abort
  let names = {'error': 1, 'warning': 2, 'hint': 3}
  return type(a:severity) == v:t_string && !has_key(names, a:severity) ? a:severity
        \ : gangmu#message#text('severity' . (type(a:severity) == v:t_number ? a:severity : names[a:severity]))
endfunction
