" Rows under random operations are those of a plain list under the same.
let s:seed = get(g:, 'test_seed', 7)
function! s:random(n) abort
  let s:seed = (s:seed * 1103515245 + 12345) % 2147483648
  return (s:seed / 65536) % a:n
endfunction

let s:made = 0
function! s:row(line) abort
  let s:made += 1
  return [a:line, s:random(90), a:line + s:random(3), s:random(90), 0, 1, 2, 0, '一、', 'title ' . s:made, 0, 0, 0]
endfunction

" Each row on a line of its own, two apart.
function! s:rows(first, count) abort
  return map(range(a:count), 's:row(a:first + 2 * v:val)')
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

let s:list = gangmu#rows#new(0)
let s:plain = s:rows(1, 170)
call gangmu#rows#apply(s:list, ['splice', 0, 0, deepcopy(s:plain)])
call s:agree(s:list, s:plain)

for s:round in range(120)
  let [s:length, s:kind] = [len(s:plain), s:random(4)]
  let s:at = s:random(s:length)
  if s:kind == 0
    let s:value = s:random(1000)
    let s:column = [3, 10, 12, 2][s:random(4)]
    let s:plain[s:at][s:column] = s:value
    let s:op = ['patch', s:at, s:column, s:value]
  elseif s:kind == 1
    let s:to = s:at + 1 + s:random(s:length - s:at)
    let s:n = 1 + s:random(3)
    for s:row in s:plain[s:at : s:to - 1]
      let s:row[0] += s:n
      let s:row[2] += s:n
    endfor
    let s:op = ['shift', s:at, s:to, s:n]
  else
    " As many rows as went, more often than not: over the end of a chunk as well.
    let s:removed = min([s:random(6), s:length - s:at])
    let s:new = s:rows(s:plain[s:at][0], s:kind == 2 ? s:removed : s:random(6) + (s:length < 100 ? 60 : 0))
    let s:op = ['splice', s:at, s:removed, deepcopy(s:new)]
    let s:plain = (s:at > 0 ? s:plain[: s:at - 1] : []) + s:new + s:plain[s:at + s:removed :]
  endif
  try
    call gangmu#rows#apply(s:list, deepcopy(s:op))
    call s:agree(s:list, s:plain)
  catch
    call add(v:errors, v:exception . ' at ' . v:throwpoint)
  endtry
  if !empty(v:errors)
    call add(v:errors, 'in round ' . s:round . ': ' . string(s:op[:2]))
    break
  endif
endfor
call Test_finish()
