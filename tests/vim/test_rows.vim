" Rows under random operations are those of a plain list under the same.
let s:seed = get(g:, 'test_seed', 10)
function! s:random(n) abort
  let s:seed = (s:seed * 1103515245 + 12345) % 2147483648
  return (s:seed / 65536) % a:n
endfunction

let s:made = 0
function! s:row(line) abort
  let s:made += 1
  return [a:line, s:random(90), a:line + s:random(3), s:random(90), 0, 1, 2, 0, '一、', 'title ' . s:made, 0, 0, 0]
endfunction

" Rows a few lines apart.
function! s:rows(first, count, step) abort
  return map(range(a:count), 's:row(a:first + a:step * v:val)')
endfunction

function! s:sorted(plain) abort
  for i in range(1, len(a:plain) - 1)
    if a:plain[i][0] < a:plain[i - 1][0] || a:plain[i][0] == a:plain[i - 1][0] && a:plain[i][1] < a:plain[i - 1][1]
      return 0
    endif
  endfor
  return 1
endfunction

function! s:agree(list, plain) abort
  call assert_equal(len(a:plain), gangmu#rows#length(a:list))
  call assert_equal(a:plain, map(copy(gangmu#rows#all(a:list)), 'copy(v:val)'))
  for i in range(0, len(a:plain) - 1)
    if gangmu#rows#get(a:list, i) !=# a:plain[i]
      call assert_equal(a:plain[i], gangmu#rows#get(a:list, i), 'row ' . i)
      break
    endif
  endfor
endfunction

" What find and between give, by looking at all.
function! s:places_agree(list, plain) abort
  for n in range(4)
    let [line, byte] = [s:random(a:plain[-1][0] + 4), s:random(90)]
    let found = -1
    for row in a:plain
      let found += row[0] < line || row[0] == line && row[1] <= byte
    endfor
    call assert_equal(found, gangmu#rows#find(a:list, line, byte))
    let before = s:random(len(a:plain))
    let at = before - 1
    while at >= 0 && a:plain[at][1] > 4
      let at -= 1
    endwhile
    call assert_equal(at, gangmu#rows#before(a:list, before, 1, 4))
    let range = [found > 5 ? found - s:random(5) : 0, max([0, found])]
    call assert_equal(range[0] < range[1] ? a:plain[range[0] : range[1] - 1] : [], gangmu#rows#range(a:list, range[0], range[1]))
    call assert_equal(range[0] < range[1] ? len(a:plain[range[0] : range[1] - 1]) : 0, len(gangmu#rows#raws(a:list, range[0], range[1])))
  endfor
endfunction

" Lines asked for one after the other, some at a time, and then others.
function! s:lines_agree(list, plain) abort
  let line = 1 + s:random(a:plain[-1][0])
  for n in range(4)
    let last = line + [0, 0, 30][s:random(3)]
    let rows = filter(copy(a:plain), 'v:val[0] >= line && v:val[0] <= last')
    call assert_equal(rows, gangmu#rows#between(a:list, line, last), line . ' to ' . last)
    let line = last + [1, 1, 1, -40][s:random(4)]
  endfor
endfunction

let s:list = gangmu#rows#new(0)
let [s:plain, s:checked] = [s:rows(1, 170, 20), 0]
call gangmu#rows#apply(s:list, ['splice', 0, 0, deepcopy(s:plain)])
call s:agree(s:list, s:plain)

for s:round in range(120)
  let [s:length, s:kind] = [len(s:plain), s:random(5)]
  let s:at = s:random(s:length)
  if s:kind == 0
    let s:value = s:random(1000)
    let s:column = [3, 10, 12, 2][s:random(4)]
    let s:plain[s:at][s:column] = s:value
    let s:op = ['patch', s:at, s:column, s:value]
  elseif s:kind == 1
    let s:to = s:random(3) ? s:length : s:at + 1 + s:random(s:length - s:at)
    let s:n = 1 + s:random(3)
    for s:row in s:plain[s:at : s:to - 1]
      let s:row[0] += s:n
      let s:row[2] += s:n
    endfor
    let s:op = ['shift', s:at, s:to, s:n]
  elseif s:kind == 4
    let s:n = 1 + s:random(9)
    let s:to = min([s:length, s:at + 1 + s:random(3)])
    for s:row in s:plain[s:at : s:to - 1]
      let s:row[1] += s:n
      let s:row[3] += s:row[2] == s:row[0] ? s:n : 0
      let s:row[4] += s:n
    endfor
    let s:op = ['slide', s:at, s:to, s:n]
  else
    " As many rows as went, more often than not: over the end of a chunk as well.
    let s:removed = min([s:random(6), s:length - s:at])
    let s:new = s:rows(s:plain[s:at][0], s:kind == 2 ? s:removed : s:random(6) + (s:length < 100 ? 60 : 0), s:removed > 0 ? 20 * s:removed / 6 : 0)
    let s:op = ['splice', s:at, s:removed, deepcopy(s:new)]
    let s:plain = (s:at > 0 ? s:plain[: s:at - 1] : []) + s:new + s:plain[s:at + s:removed :]
  endif
  try
    call gangmu#rows#apply(s:list, deepcopy(s:op))
    " Not after each: what is put off by one is there for the next.
    if s:round % 3 == 2
      call s:agree(s:list, s:plain)
    elseif s:sorted(s:plain)
      let s:checked += 1
      call s:places_agree(s:list, s:plain)
      call s:lines_agree(s:list, s:plain)
    endif
  catch
    call add(v:errors, v:exception . ' at ' . v:throwpoint)
  endtry
  if !empty(v:errors)
    call add(v:errors, 'in round ' . s:round . ': ' . string(s:op[:2]))
    break
  endif
endfor
call assert_true(s:checked > 5, s:checked)

" What is known of the line asked for last holds no longer when rows came, went or moved.
for s:what in ['shift', 'splice', 'insert']
  let s:list = gangmu#rows#new(0)
  let s:plain = s:rows(1, 170, 20)
  call gangmu#rows#apply(s:list, ['splice', 0, 0, deepcopy(s:plain)])
  call gangmu#rows#between(s:list, 1801, 1820)
  if s:what ==# 'shift'
    call gangmu#rows#apply(s:list, ['shift', 80, 170, 40])
    for s:row in s:plain[80 :]
      let s:row[0] += 40
    endfor
  elseif s:what ==# 'splice'
    call gangmu#rows#apply(s:list, ['splice', 80, 2, []])
    call remove(s:plain, 80, 81)
  else
    let s:new = s:rows(1601, 2, 1)
    call gangmu#rows#insert(s:list, 81, deepcopy(s:new))
    call extend(s:plain, s:new, 81)
  endif
  call assert_equal([1821], map(filter(copy(s:plain), 'v:val[0] >= 1821 && v:val[0] < 1841'), 'v:val[0]'))
  call assert_equal([1821], map(gangmu#rows#between(s:list, 1821, 1840), 'v:val[0]'), s:what)
endfor
call Test_finish()
