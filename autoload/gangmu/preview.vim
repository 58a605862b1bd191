" The preview of edits: grouped by rule, each with what stands there and what would; accepted or rejected one by one, by rule or
" all together, applied in one undo step. It refuses when the draft has changed meanwhile.

" Characters of the line shown before and after a change.
let s:context = 12

function! gangmu#preview#open(source, asked) abort
  let lines = {}
  let groups = {}
  let i = 0
  for edit in a:asked.edits
    if !has_key(groups, edit[5])
      let groups[edit[5]] = []
    endif
    call add(groups[edit[5]], i)
    let i += 1
  endfor
  let titles = {}
  for rule in keys(groups)
    let titles[rule] = has_key(get(a:asked, 'titles', {}), rule) ? a:asked.titles[rule] : s:title(rule)
  endfor
  let entries = map(copy(a:asked.edits), {_, edit -> s:describe(a:source, edit)})
  call gangmu#window#list('preview', a:source, min([max([6, len(entries) + len(groups) + 1]), &lines * 2 / 5]))
  let b:gangmu_preview = {'asked': a:asked, 'tick': a:asked.tick, 'edits': a:asked.edits, 'entries': entries,
        \ 'groups': map(sort(keys(groups)), '[v:val, groups[v:val]]'), 'titles': titles,
        \ 'accepted': repeat([1], len(a:asked.edits))}
  call s:maps()
  setlocal statusline=%{gangmu#message#text('preview_keys')}%=%l/%L\ 
  call s:draw()
  call cursor(2, 1)
endfunction

function! s:title(rule) abort
  let row = gangmu#client#request('explain', {'rule': a:rule}, 1)
  return get(row, 'title', '')
endfunction

function! s:maps() abort
  nnoremap <buffer> <silent> <nowait> <Space> :<C-u>call gangmu#preview#toggle()<CR>
  nnoremap <buffer> <silent> <nowait> x :<C-u>call gangmu#preview#toggle()<CR>
  nnoremap <buffer> <silent> <nowait> A :<C-u>call gangmu#preview#all(1)<CR>
  nnoremap <buffer> <silent> <nowait> R :<C-u>call gangmu#preview#all(0)<CR>
  nnoremap <buffer> <silent> <nowait> a :<C-u>call gangmu#preview#apply()<CR>
  nnoremap <buffer> <silent> <nowait> <CR> :<C-u>call gangmu#preview#jump()<CR>
  nnoremap <buffer> <silent> <nowait> q :<C-u>call gangmu#window#close()<CR>
  nnoremap <buffer> <silent> <nowait> ? :<C-u>call gangmu#popup#show(gangmu#message#text('keys_preview'))<CR>
endfunction

" 第12行  …前文[旧 → 新]后文…
function! s:describe(buf, edit) abort
  let [line, byte, end_line, end_byte, text] = a:edit[0:4]
  let old = getbufline(a:buf, line, end_line)
  let first = get(old, 0, '')
  let before = matchstr(strpart(first, 0, byte), '.\{,' . s:context . '}$')
  let last = end_line - line < len(old) ? old[end_line - line] : ''
  let after = matchstr(strpart(last, end_byte), '^.\{,' . s:context . '}')
  let removed = end_line == line ? strpart(first, byte, end_byte - byte)
        \ : join([strpart(first, byte)] + old[1 : max([0, end_line - line - 1])] + [strpart(last, 0, end_byte)], "\n")
  let before = (strlen(before) < byte ? '…' : '') . before
  let after = after . (strlen(after) + end_byte < strlen(last) ? '…' : '')
  return gangmu#message#text('preview_line', line) . '  ' . before
        \ . '[' . s:show(removed) . ' → ' . (empty(text) ? gangmu#message#text('deleted') : s:show(text)) . ']' . after
endfunction

" Spaces and line ends made visible, long text shortened.
function! s:show(text) abort
  let text = strchars(a:text) > 40 ? strcharpart(a:text, 0, 24) . '…' . strcharpart(a:text, strchars(a:text) - 12) : a:text
  let text = substitute(text, "\n", '↵', 'g')
  let text = substitute(text, "\u3000", '□', 'g')
  return substitute(substitute(text, "[ \u00a0]", '·', 'g'), "[\u200b-\u200f\ufeff\t]", '¤', 'g')
endfunction

function! s:draw() abort
  let preview = b:gangmu_preview
  let name = fnamemodify(bufname(b:gangmu_source), ':t')
  let lines = [gangmu#message#text('preview_title', get(preview.asked, 'name', gangmu#message#text('normalize_name')), name, len(preview.edits), count(preview.accepted, 1))]
  let preview.rows = [[]]
  for [rule, edits] in preview.groups
    let accepted = len(filter(copy(edits), 'preview.accepted[v:val]'))
    call add(lines, (accepted == len(edits) ? '[✓] ' : accepted ? '[-] ' : '[ ] ') . rule . ' ' . preview.titles[rule] . ' (' . accepted . '/' . len(edits) . ')')
    call add(preview.rows, edits)
    for i in edits
      call add(lines, '    ' . (preview.accepted[i] ? '[✓] ' : '[ ] ') . preview.entries[i])
      call add(preview.rows, [i])
    endfor
  endfor
  call gangmu#window#set_lines(bufnr(''), lines)
endfunction

function! gangmu#preview#toggle() abort
  let preview = b:gangmu_preview
  let edits = preview.rows[line('.') - 1]
  let value = !empty(edits) && empty(filter(copy(edits), 'preview.accepted[v:val]'))
  for i in edits
    let preview.accepted[i] = value
  endfor
  let view = winsaveview()
  call s:draw()
  call winrestview(view)
  if len(edits) == 1 && line('.') < line('$')
    normal! j
  endif
endfunction

function! gangmu#preview#all(value) abort
  call map(b:gangmu_preview.accepted, a:value)
  let view = winsaveview()
  call s:draw()
  call winrestview(view)
endfunction

function! gangmu#preview#jump() abort
  let edits = b:gangmu_preview.rows[line('.') - 1]
  if !empty(edits)
    let edit = b:gangmu_preview.edits[edits[0]]
    let preview = win_getid()
    call gangmu#window#to_source()
    call gangmu#section#go(edit[0], edit[1])
    normal! zz
    call win_gotoid(preview)
  endif
endfunction

function! gangmu#preview#apply() abort
  let [preview, source] = [b:gangmu_preview, b:gangmu_source]
  if !gangmu#normalize#fits(source, preview.tick)
    return gangmu#message#warn(gangmu#message#text('changed_since'))
  endif
  let edits = []
  for i in range(len(preview.edits))
    if preview.accepted[i]
      call add(edits, preview.edits[i])
    endif
  endfor
  call gangmu#window#to_source()
  if bufnr('') != source
    return
  endif
  let done = empty(edits) || gangmu#edit#apply(source, edits)
  if done
    let list = bufwinid('gangmu://preview/' . source)
    if list > 0
      call win_execute(list, 'close')
    endif
    if has_key(preview.asked, 'After')
      call gangmu#message#say(gangmu#message#text('revised', preview.asked.name, len(edits)))
      call preview.asked.After(edits)
    else
      call gangmu#message#say(gangmu#message#text('normalized', len(edits)))
    endif
  endif
endfunction
