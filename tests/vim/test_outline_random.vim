" Whatever is typed, folded and filtered, in whatever order: the sidebar's lines are the rows that are to be shown.
let s:seed = 20240607
function! Random(n) abort
  let s:seed = (s:seed * 1103515245 + 12345) % 2147483648
  return s:seed / 65536 % a:n
endfunction

let s:digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
let s:words = ['推进重点项目', '优化营商环境', '加强组织领导', '狠抓工作落实', '建立专班', '压实责任', '再接再厉', '深入基层走访']
function! Line() abort
  let [kind, digit, word] = [Random(5), s:digits[Random(9)], s:words[Random(8)]]
  return kind == 0 ? digit . '、' . word : kind == 1 ? '（' . digit . '）' . word : kind == 2 ? (Random(9) + 1) . '.' . word . '。正文一句。'
        \ : kind == 3 ? '会议要求，一是' . word . '；二是' . s:words[Random(8)] . '；三是落实。' : '正文一段，' . word . '。'
endfunction

let s:draft = Test_draft('a.txt', map(range(60), 'Line()'))
let s:win = win_getid()
Gangmu outline
let g:bar = t:gangmu_sidebar

" What is to be seen, from the outline alone.
function! Expected() abort
  let sections = gangmu#sections(s:draft)
  let shown = g:bar.filtered ? copy(g:bar.found) : range(len(sections))
  let [lines, hidden] = [[], 99]
  for i in range(len(sections))
    let section = sections[i]
    if section.level > hidden
      continue
    endif
    let hidden = g:bar.folds[i] ==# 'c' ? section.level : 99
    if index(shown, i) >= 0
      call add(lines, repeat(' ', max([0, 2 * section.level - 1])) . '.' . section.marker . section.title)
    endif
  endfor
  return lines
endfunction

function! Shown() abort
  return map(Test_sidebar(), 'substitute(substitute(v:val, "\\s*\\%u00a0.*", "", ""), "^\\( *\\)[▾▸ ]\\ze\\S", "\\1.", "")')
endfunction

function! s:agrees() abort
  call Test_wait('empty(g:bar.dirty)')
  let expected = Expected()
  if empty(expected)
    return len(Test_sidebar()) == 1
  endif
  let shown = Shown()
  if len(shown) != len(expected)
    return 0
  endif
  for i in range(len(shown))
    let cut = strlen(matchstr(shown[i], '.*\ze…$'))
    if cut ? shown[i][: cut - 1] !=# expected[i][: cut - 1] : shown[i] !=# expected[i]
      return 0
    endif
  endfor
  return 1
endfunction

function! s:edit() abort
  let kind = Random(6)
  call win_gotoid(s:win)
  if kind == 0
    call append(Random(line('$')), Line())
  elseif kind == 1 && line('$') > 20
    let at = Random(line('$') - 3) + 1
    execute at . ',' . (at + Random(3)) . 'delete'
  elseif kind == 2
    call setline(Random(line('$')) + 1, Line())
  elseif kind == 3
    silent! undo
  elseif kind == 4
    call append(Random(line('$')), map(range(3), 'Line()'))
  else
    let at = Random(line('$')) + 1
    call setline(at, getline(at) . '完')
  endif
endfunction

let s:keys = ['zc', 'zc', 'zo', 'zo', 'za', 'za', 'zA', 'zC', 'zO', 'zM', 'zR', 'zm', 'zr', 'N', 'I', 'E', 'F', 'cw', 'cn', 'cn', 'zv', 'zx']
let s:queries = ['', '', '', '', 'ys', '落实', 'j', 'zd']
let s:done = []
for s:round in range(160)
  let s:kind = max([0, Random(5) - 1]) % 3
  if s:kind == 0
    call s:edit()
    call add(s:done, 'edit')
    let s:serial = gangmu#buffer#get(s:draft).serial
  else
    call win_gotoid(g:bar.win)
    call cursor(Random(line('$')) + 1, 1)
    if Random(2)
      call search('▸', 'w')
    endif
    if s:kind == 1
      let s:key = s:keys[Random(len(s:keys))]
      call add(s:done, s:key)
      execute 'normal' s:key
    else
      let s:query = s:queries[Random(len(s:queries))]
      call add(s:done, '/' . s:query)
      call feedkeys("/\<C-u>" . s:query . "\<CR>", 'tx')
    endif
    if !g:bar.columns.number
      normal cn
    endif
  endif
  call Test_settle(s:draft)
  call gangmu#sidebar#filter#due(g:bar)
  if !s:agrees()
    call assert_equal(Expected(), Shown(), s:round . ': ' . join(s:done[-6:]))
    break
  endif
endfor
call Test_finish()
