" Findings in the location list and the quickfix list: kept current, without a jump of their cursor; only lists that are ours.
let s:text = ['一、近期工作', '近二个月来开展活动。', '平常的一句话。', '这二个单位表现突出。', '全校共有教师231人，其中党员208人，占90.40%。']
let s:draft = Test_draft('a.txt', s:text)
let s:win = win_getid()
Gangmu check
call assert_equal(s:win, win_getid())
let s:list = getloclist(0, {'winid': 0}).winid
call assert_true(s:list > 0)
function! s:lines() abort
  return map(filter(getloclist(s:win), 'v:val.type !=# "N"'), 'v:val.lnum')
endfunction
call assert_equal([2, 4, 5], s:lines())

" The list's cursor stays on its finding while findings come, go and move.
call win_execute(s:list, 'call cursor(2, 1)')
call assert_match('单位', getline(getloclist(s:win)[line('.', s:list) - 1].lnum))
call append(0, ['又二个人来了。', '新的一行'])
call Test_settle()
call Test_wait('len(filter(getloclist(' . s:win . '), "v:val.type !=# ''N''")) == 4')
call Test_wait('getloclist(' . s:win . ')[0].lnum == 1')
call assert_equal([1, 4, 6, 7], s:lines())
call assert_equal(3, line('.', s:list))
call assert_equal(s:win, win_getid())
" What was gone leaves the cursor at the next one.
call setline(6, '这两个单位表现突出。')
call Test_settle()
call Test_wait('len(filter(getloclist(' . s:win . '), "v:val.type !=# ''N''")) == 3')
call assert_match('PCT-01', getloclist(s:win)[line('.', s:list) - 1].text)
" Only moved.
call append(0, '再一行')
call Test_settle()
call Test_wait('getloclist(' . s:win . ')[0].lnum == 2')
call assert_equal([2, 5, 8], s:lines())
" The entry the list is at stays too.
call win_execute(s:list, 'call cursor(2, 1)')
2ll
call assert_equal(5, line('.'))
1delete
call Test_settle()
call Test_wait('getloclist(' . s:win . ')[0].lnum == 1')
call assert_equal(2, getloclist(s:win, {'idx': 0}).idx)
" What waits in the sentence that is being written is not listed, nor counted.
function! s:seen() abort
  let g:test_during = [s:lines(), gangmu#finding#counts(gangmu#buffer#get(s:draft))]
endfunction
call cursor(2, 1)
call timer_start(600, {-> [s:seen(), feedkeys("\<Esc>", 'nt')]})
call feedkeys('A，另有二个项目', 'ntx!')
call assert_equal([[1, 4, 7], [3, 0, 0]], g:test_during)
call Test_wait('len(filter(getloclist(' . s:win . '), "v:val.type !=# ''N''")) == 4')
" Dismissed: gone from the list.
call cursor(1, stridx(getline(1), '二个') + 1)
Gangmu dismiss 旧
call Test_wait('len(filter(getloclist(' . s:win . '), "v:val.type !=# ''N''")) == 3')

" A list of someone else is left alone, and so is one of a range.
call setloclist(0, [], ' ', {'title': 'theirs', 'items': [{'bufnr': s:draft, 'lnum': 1, 'text': 'x'}]})
call setline(3, '还有二个问题。')
call Test_settle()
sleep 400m
call assert_equal(['x'], map(getloclist(0), 'v:val.text'))
1,4Gangmu check
call assert_equal([2, 3, 4], s:lines())
call setline(3, '还有两个问题。')
call Test_settle()
sleep 400m
call assert_equal([2, 3, 4], s:lines())
lclose
call assert_match('没有发现', execute('6,6Gangmu check'))

" All drafts.
let s:other = Test_draft('b.txt', ['这二个单位。', '平常的话。'])
Gangmu! check
call assert_equal(2, winnr('$'))
let s:buffers = uniq(map(filter(getqflist(), 'v:val.type !=# "N"'), 'v:val.bufnr'))
call assert_equal([s:draft, s:other], s:buffers)
call setline(2, '那二个单位。')
call Test_settle()
call Test_wait('getqflist()[-1].lnum == 2')
" Of drafts that are let go or wiped nothing is listed any longer.
execute 'buffer' s:draft
execute 'bwipe!' s:other
call Test_wait('uniq(map(filter(getqflist(), "v:val.type !=# ''N''"), "v:val.bufnr")) == [' . s:draft . ']')
call assert_equal(2, winnr('$'))
Gangmu check
call assert_equal(3, winnr('$'))
Gangmu detach
call assert_equal([], getloclist(0))
call assert_equal([], getqflist())
call assert_equal(1, winnr('$'))
Gangmu attach
Gangmu check
Gangmu figures
call assert_equal(3, winnr('$'))
call win_gotoid(win_getid(1))
bwipe!
call Test_wait('empty(filter(getwininfo(), "v:val.quickfix || gangmu#window#is_ours(v:val.winid)"))')
call assert_equal(1, winnr('$'))
" Also where the list is not shown, or in another tab page.
call Test_draft('c.txt', ['这二个单位。'])
Gangmu! check
cclose
Gangmu detach
call assert_equal([], getqflist())
Gangmu attach
Gangmu! check
tabnew
let s:tab = tabpagenr('$')
execute 'bwipe!' bufnr('c.txt')
call Test_wait('empty(getqflist()) && empty(filter(getwininfo(), "v:val.quickfix"))')
call assert_equal(1, bufnr('') > 0 && tabpagenr('$') < s:tab)
call Test_finish()
