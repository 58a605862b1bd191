" Findings waved through: dismissed with a reason, taken back, listed. The helper keeps them in .gangmu/dismissed.tsv.

" What was dismissed in this session, for taking back: [[buffer, fingerprint, rule]], the last one last.
let s:done = []

" Dismisses the finding at the cursor, or those that begin in the range, for a reason; asks for one when none is given.
function! gangmu#dismiss#run(range, first, last, reason) abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let state = gangmu#buffer#get(buf)
  if a:range
    let rows = copy(gangmu#rows#between(state.diagnostics, a:first, a:last))
  else
    let found = gangmu#finding#near_cursor()
    let rows = empty(found) ? [] : [found[0]]
  endif
  if empty(rows)
    return gangmu#message#say(gangmu#message#text(a:range ? 'no_findings' : 'no_finding_here'))
  endif
  call s:with_reason(a:reason, function('s:dismiss', [buf, rows]))
endfunction

" A finding, as a row, that was chosen from a menu.
function! gangmu#dismiss#row(buf, row) abort
  call s:with_reason('', function('s:dismiss', [a:buf, [a:row]]))
endfunction

function! s:with_reason(reason, Then) abort
  if !empty(a:reason)
    return a:Then(a:reason)
  endif
  let cancelled = "\<Esc>"
  let reason = inputdialog(gangmu#message#text('dismiss_reason'), '', cancelled)
  " The question is wiped away, so that the answer does not stand behind it.
  redraw
  if reason !=# cancelled
    call a:Then(trim(reason))
  endif
endfunction

function! s:dismiss(buf, rows, reason) abort
  let done = 0
  for row in a:rows
    let answer = gangmu#client#request('dismiss', {'buffer': a:buf, 'fingerprint': row[9], 'reason': a:reason})
    if has_key(answer, 'error')
      if answer.error.code !=# 'refused'
        break
      endif
      " Gone already, what says so being still on its way: the others of a range are not.
      continue
    endif
    call add(s:done, [a:buf, row[9], row[5]])
    let done += 1
  endfor
  if done > 0
    call s:refresh(a:buf)
  endif
  if done == 1 && len(a:rows) == 1
    call gangmu#message#say(gangmu#message#text('dismissed_one', a:rows[0][5]))
  elseif done > 0
    call gangmu#message#say(gangmu#message#text('dismissed_many', done))
  endif
endfunction

" Takes back what is dismissed at the cursor, else in its line, else what was dismissed last. Of several in the line that is the one
" dismissed last, else the nearest.
function! gangmu#dismiss#undo() abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let list = gangmu#client#list('dismissed', {'buffer': buf}, 'dismissed')
  if list is v:null
    return
  endif
  let [known, near, byte] = [{}, {}, col('.') - 1]
  for row in filter(list, 'has_key(v:val, "fingerprint")')
    let known[row.fingerprint] = 1
    if row.used && s:covers(row, line('.'), byte)
      return s:undismiss(buf, row.fingerprint, row.rule)
    elseif row.used && row.start.line == line('.')
      let near[row.fingerprint] = [row.start.byte > byte ? row.start.byte - byte : byte - row.end.byte, row.rule]
    endif
  endfor
  for [_, fingerprint, rule] in reverse(filter(copy(s:done), 'v:val[0] == buf && has_key(empty(near) ? known : near, v:val[1])'))
    return s:undismiss(buf, fingerprint, rule)
  endfor
  for fingerprint in sort(keys(near), {a, b -> near[a][0] - near[b][0]})
    return s:undismiss(buf, fingerprint, near[fingerprint][1])
  endfor
  call gangmu#message#say(gangmu#message#text('nothing_to_undismiss'))
endfunction

function! s:undismiss(buf, fingerprint, rule) abort
  if !has_key(gangmu#client#request('undismiss', {'buffer': a:buf, 'fingerprint': a:fingerprint}), 'error')
    call filter(s:done, 'v:val[1] !=# a:fingerprint')
    call s:refresh(a:buf)
    call gangmu#message#say(gangmu#message#text('undismissed', a:rule))
  endif
endfunction

function! s:covers(row, line, byte) abort
  return (a:row.start.line < a:line || (a:row.start.line == a:line && a:row.start.byte <= a:byte))
        \ && (a:row.end.line > a:line || (a:row.end.line == a:line && a:row.end.byte > a:byte))
endfunction

" The location list of what is dismissed in the draft: those in use at their place, the others and lines that are no rows in the file.
function! gangmu#dismiss#list() abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let [items, total, unused] = s:items(buf)
  if total < 0
    return
  elseif empty(items)
    call s:refill(buf, items)
    return gangmu#message#say(gangmu#message#text('no_dismissed'))
  endif
  call gangmu#list#open('Gangmu: ' . gangmu#message#text('dismissed_title'), items, {'dismissed': buf})
  call gangmu#message#say(gangmu#message#text('dismissed_count', total, unused))
endfunction

" The list, where the current window shows it, after something was dismissed or taken back.
function! s:refresh(buf) abort
  let list = getloclist(0, {'winid': 0, 'context': 0})
  if list.winid > 0 && type(list.context) == v:t_dict && get(list.context, 'dismissed', 0) == a:buf
    let [items, total, unused] = s:items(a:buf)
    if total >= 0
      call s:refill(a:buf, items)
    endif
  endif
endfunction

" Fills the list anew, and closes it when nothing is left.
function! s:refill(buf, items) abort
  let context = getloclist(0, {'context': 0}).context
  if type(context) == v:t_dict && get(context, 'dismissed', 0) == a:buf
    call setloclist(0, [], 'r', {'items': a:items})
    if empty(a:items)
      lclose
    endif
  endif
endfunction

" [items, how many rows, how many of no use]; -1 rows when the helper does not say.
function! s:items(buf) abort
  let buf = a:buf
  let answer = gangmu#client#request('dismissed', {'buffer': buf})
  if has_key(answer, 'error')
    return [[], -1, 0]
  endif
  let rows = answer.dismissed
  if get(answer, 'next', v:null) isnot v:null
    let rows = gangmu#client#list('dismissed', {'buffer': buf}, 'dismissed')
  endif
  let [items, total, unused] = [[], 0, 0]
  for row in rows is v:null ? [] : rows
    if has_key(row, 'problem')
      call add(items, {'filename': answer.path, 'lnum': row.row, 'type': 'E', 'text': gangmu#message#text('bad_row', row.problem)})
      continue
    endif
    let total += 1
    let text = '[' . row.rule . '] ' . get(row, 'message', row.excerpt) . s:because(row)
    if row.used
      call add(items, {'bufnr': buf, 'lnum': row.start.line, 'col': row.start.byte + 1, 'end_lnum': row.end.line, 'end_col': row.end.byte + 1, 'type': 'I', 'text': text})
    else
      let unused += !row.off
      call add(items, {'filename': answer.path, 'lnum': row.row, 'type': row.off ? 'I' : 'W', 'text': gangmu#message#text(row.off ? 'rule_off' : 'unused') . ' ' . text})
    endif
  endfor
  return [items, total, unused]
endfunction

function! s:because(row) abort
  let parts = filter([a:row.reason, a:row.date], '!empty(v:val)')
  return empty(parts) ? '' : '（' . join(parts, '，') . '）'
endfunction
