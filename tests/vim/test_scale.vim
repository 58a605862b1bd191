" What is done for a change of a whole draft grows with the draft, not with its square: steps are counted, not timed.
function! s:steps(command) abort
  return len(split(execute('15verbose ' . a:command), "\n"))
endfunction

" Places after edits, against the whole text as one string.
let s:seed = 3
function! s:random(n) abort
  let s:seed = (s:seed * 1103515245 + 12345) % 2147483648
  return (s:seed / 65536) % a:n
endfunction
function! s:offset(text, place) abort
  return strlen(join(split(a:text, "\n", 1)[: a:place[0] - 1], "\n")) - strlen(split(a:text, "\n", 1)[a:place[0] - 1]) + a:place[1]
endfunction
function! s:place(text, offset) abort
  let before = split(strpart(a:text, 0, a:offset), "\n", 1)
  return [len(before), strlen(before[-1])]
endfunction
function! s:expected(text, edits, place) abort
  let [at, new] = [s:offset(a:text, a:place), a:text]
  for edit in reverse(copy(a:edits))
    let [from, to] = [s:offset(a:text, edit[0:1]), s:offset(a:text, edit[2:3])]
    let new = strpart(new, 0, from) . edit[4] . strpart(new, to)
    let at = to <= at ? at + strlen(edit[4]) - (to - from) : from < at ? from : at
  endfor
  return s:place(new, at)
endfunction
for s:round in range(60)
  let s:text = join(map(range(1 + s:random(5)), 'repeat("x", s:random(7))'), "\n")
  let [s:edits, s:at] = [[], 0]
  while s:at <= strlen(s:text) && len(s:edits) < 6
    let s:from = s:at + s:random(4)
    let s:to = s:from + s:random(5)
    if s:to <= strlen(s:text)
      call add(s:edits, s:place(s:text, s:from) + s:place(s:text, s:to) + [['', 'y', "\n", "y\nzz", 'yyyy', "\n\n"][s:random(6)]])
    endif
    " Two at one place would have no order.
    let s:at = s:to + 1
  endwhile
  let s:places = map(range(8), 's:place(s:text, s:random(strlen(s:text) + 1))')
  call assert_equal(map(copy(s:places), 's:expected(s:text, s:edits, v:val)'), gangmu#edit#moved(reverse(copy(s:edits)), s:places), string([s:text, s:edits]))
endfor

function! s:moving(n) abort
  let edits = map(range(a:n), '[v:val + 1, 0, v:val + 1, 3, "二"]')
  return s:steps('call gangmu#edit#moved(' . string(edits) . ', ' . string(map(range(a:n), '[v:val + 1, 6]')) . ')')
endfunction
let s:moves = [s:moving(100), s:moving(400)]
call assert_true(s:moves[0] > 100 && s:moves[1] < 8 * s:moves[0], string(s:moves))

" References that go stale are told of where they are afterwards.
let s:lines = []
for s:i in range(40)
  let s:lines += ['一、甲', '三、乙', '正文，详见第三部分。', '']
endfor
call Test_draft('stale.txt', s:lines)
Gangmu! renumber
call assert_equal([], filter(getloclist(0), 'getline(v:val.lnum)[v:val.col - 1 :] !~# "^第三部分"'))
call assert_true(len(getloclist(0)) > 30)
bwipeout!

" Titles that all read otherwise: the sidebar is looked through once, not once for each.
let s:rows = 600
let s:buf = Test_draft('titles.txt', map(range(2 * s:rows), 'v:val % 2 ? "正文。" : "第" . (v:val / 2 + 1) . "章 聚焦"'))
let s:state = gangmu#buffer#get(s:buf)
Gangmu outline
call Test_wait('empty(t:gangmu_sidebar.dirty)')
function! s:renaming(n) abort
  " While most lines have still to be drawn.
  call gangmu#sidebar#lines#again(t:gangmu_sidebar)
  let steps = s:steps('call gangmu#sidebar#renamed(gangmu#buffer#get(' . s:buf . '), range(0, ' . 2 * (a:n - 1) . ', 2))')
  call Test_wait('empty(t:gangmu_sidebar.dirty)')
  return steps
endfunction
let s:draws = [s:renaming(75), s:renaming(300)]
call assert_true(s:draws[0] > 75 && s:draws[1] < 8 * s:draws[0], string(s:draws))

" And all of them are drawn.
%s/聚焦/集中/
call Test_settle()
call Test_wait('empty(t:gangmu_sidebar.dirty)')
call assert_equal(s:rows, len(filter(Test_sidebar(), 'v:val =~# "集中"')))
call Test_finish()
