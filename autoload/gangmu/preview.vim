" The preview of edits: grouped by rule, neighbouring ones of a rule in one hunk, with what stands there and what would; accepted
" or rejected by hunk, by rule or all together, applied in one undo step. It refuses when the draft has changed meanwhile.

" Characters of the line shown before and after one change; half of them around several, which tell more themselves.
let s:context = 12
" Neighbours: at most so many characters between them,
let s:apart = 8
" and at most so many screen columns of a hunk, before and after together, so that a row can be read in a window of common width.
let s:columns = 60

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
    let titles[rule] = has_key(get(a:asked, 'titles', {}), rule) ? a:asked.titles[rule] : rule . ' ' . s:title(rule)
  endfor
  let rows = 1
  for rule in keys(groups)
    let groups[rule] = s:hunks(a:source, a:asked.edits, groups[rule])
    let rows += 1 + len(groups[rule])
  endfor
  call gangmu#window#list('preview', a:source, min([max([6, rows]), &lines * 2 / 5]))
  let b:gangmu_preview = {'asked': a:asked, 'tick': a:asked.tick, 'edits': a:asked.edits,
        \ 'groups': map(sort(keys(groups)), '[v:val, groups[v:val]]'), 'titles': titles,
        \ 'accepted': repeat([1], len(a:asked.edits))}
  call s:maps()
  setlocal statusline=%{gangmu#message#text('preview_keys')}%<%=%l/%L\ 
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
  nnoremap <buffer> <silent> <nowait> ? :<C-u>call gangmu#popup#keys('keys_preview')<CR>
endfunction

" The edits at `indices`, all of one rule, as hunks: {edits, entry}, the indices of neighbours and the row that shows them.
function! s:hunks(buf, edits, indices) abort
  let [hunks, last, line, columns] = [[], [], '', 0]
  for i in a:indices
    let edit = a:edits[i]
    if empty(last) || edit[0] != last[0]
      let line = get(getbufline(a:buf, edit[0]), 0, '')
    endif
    let own = strwidth(strpart(line, edit[1], edit[3] - edit[1]) . edit[4])
    let between = s:may_join(last, edit) ? strpart(line, last[3], edit[1] - last[3]) : ''
    let columns += own + 2 * strwidth(between)
    if s:may_join(last, edit) && strchars(between) <= s:apart && columns <= s:columns
      call add(hunks[-1], i)
    else
      call add(hunks, [i])
      let columns = own
    endif
    let last = edit
  endfor
  return map(hunks, {_, hunk -> {'edits': hunk, 'entry': s:describe(a:buf, map(copy(hunk), 'a:edits[v:val]'))}})
endfunction

" Whether an edit follows another within one line.
function! s:may_join(last, edit) abort
  return !empty(a:last) && a:last[0] == a:edit[0] && a:last[2] == a:last[0] && a:edit[2] == a:edit[0] && a:edit[1] >= a:last[3]
        \ && a:last[4] . a:edit[4] !~# "\n"
endfunction

" Edits of one hunk: 第12行  …前文[旧 → 新]后文…
function! s:describe(buf, edits) abort
  let [line, byte] = a:edits[0][0:1]
  let [end_line, end_byte] = a:edits[-1][2:3]
  let old = getbufline(a:buf, line, end_line)
  let first = get(old, 0, '')
  if len(a:edits) > 1 && empty(a:edits[0][4])
    " A hunk that begins with a deletion takes in the character before, so that both sides read as words: [机(ji)关(guan) → 机关].
    let byte -= strlen(matchstr(strpart(first, 0, byte), '.$'))
  endif
  let context = len(a:edits) > 1 ? s:context / 2 : s:context
  let before = matchstr(strpart(first, 0, byte), '.\{,' . context . '}$')
  let last = end_line - line < len(old) ? old[end_line - line] : ''
  let after = matchstr(strpart(last, end_byte), '^.\{,' . context . '}')
  let removed = end_line == line ? strpart(first, byte, end_byte - byte)
        \ : join([strpart(first, byte)] + old[1 : max([0, end_line - line - 1])] + [strpart(last, 0, end_byte)], "\n")
  let [text, at] = ['', byte]
  for edit in a:edits
    let text .= strpart(first, at, edit[1] - at) . edit[4]
    let at = edit[3]
  endfor
  let before = (strlen(before) < byte ? '…' : '') . before
  let after = after . (strlen(after) + end_byte < strlen(last) ? '…' : '')
  return gangmu#message#text('preview_line', line) . '  ' . before
        \ . '[' . s:show(removed) . ' → ' . (empty(text) ? gangmu#message#text('deleted') : s:show(text)) . ']' . after
endfunction

" Spaces and line ends made visible, long text shortened.
function! s:show(text) abort
  let text = strchars(a:text) > s:columns ? strcharpart(a:text, 0, 24) . '…' . strcharpart(a:text, strchars(a:text) - 12) : a:text
  let text = substitute(text, "\n", '↵', 'g')
  let text = substitute(text, "\u3000", '□', 'g')
  return substitute(substitute(text, "[ \u00a0]", '·', 'g'), "[\u200b-\u200f\ufeff\t]", '¤', 'g')
endfunction

function! s:draw() abort
  let preview = b:gangmu_preview
  let name = fnamemodify(bufname(b:gangmu_source), ':t')
  let lines = [gangmu#message#text('preview_title', get(preview.asked, 'name', gangmu#message#text('normalize_name')), name, len(preview.edits), count(preview.accepted, 1))]
  let preview.rows = [[]]
  for [rule, hunks] in preview.groups
    let edits = []
    for hunk in hunks
      call extend(edits, hunk.edits)
    endfor
    let accepted = len(filter(copy(edits), 'preview.accepted[v:val]'))
    call add(lines, (accepted == len(edits) ? '[✓] ' : accepted ? '[-] ' : '[ ] ') . preview.titles[rule]
          \ . ' (' . accepted . '/' . len(edits) . (len(hunks) < len(edits) ? gangmu#message#text('preview_hunks', len(hunks)) : '') . ')')
    call add(preview.rows, edits)
    for hunk in hunks
      call add(lines, '    ' . (preview.accepted[hunk.edits[0]] ? '[✓] ' : '[ ] ') . hunk.entry)
      call add(preview.rows, hunk.edits)
    endfor
  endfor
  call gangmu#window#set_lines(bufnr(''), lines)
endfunction

function! gangmu#preview#toggle() abort
  let preview = b:gangmu_preview
  let edits = preview.rows[line('.') - 1]
  let rule = empty(edits) ? '' : preview.edits[edits[0]][5]
  if index(get(preview.asked, 'whole', []), rule) >= 0
    let edits = filter(range(len(preview.edits)), 'preview.edits[v:val][5] ==# rule')
  endif
  let value = !empty(edits) && empty(filter(copy(edits), 'preview.accepted[v:val]'))
  for i in edits
    let preview.accepted[i] = value
  endfor
  let view = winsaveview()
  call s:draw()
  call winrestview(view)
  if getline('.') =~# '^ ' && line('.') < line('$')
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
      if !empty(edits)
        call preview.asked.After(edits)
      endif
      if has_key(preview.asked, 'Then')
        call preview.asked.Then(edits)
      endif
    else
      call gangmu#message#say(gangmu#message#text('normalized', len(edits)))
    endif
  endif
endfunction
