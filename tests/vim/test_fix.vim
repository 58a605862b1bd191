" Fixes: at the cursor, chosen among several, all of a range; the menu of what can be done.
let s:text = ['一、近期工作', '近二个月来，７２篇文章见报。', '截止2024年12月，这二个单位表现突出。', '平常的一句话。']
let s:draft = Test_draft('a.txt', s:text)
call assert_equal(4, len(gangmu#diagnostics()))

" A range, previewed; applied in one undo step.
2,3Gangmu fix
call assert_equal('gangmu-preview', &filetype)
call assert_match('改正', getline(1))
call assert_match('STY-08', join(getline(1, '$')))
normal a
call assert_equal(s:draft, bufnr(''))
call assert_equal(['近两个月来，72篇文章见报。', '截至2024年12月，这两个单位表现突出。'], getline(2, 3))
undo
call assert_equal(s:text, getline(1, '$'))
call Test_settle()
" At once, in one undo step.
call assert_match('已改 \d 处', execute('%Gangmu! fix'))
call assert_equal(['近两个月来，72篇文章见报。', '截至2024年12月，这两个单位表现突出。'], getline(2, 3))
call Test_settle()
call assert_match('没有现成的改法', execute('%Gangmu! fix'))
undo
call assert_equal(s:text, getline(1, '$'))
call Test_settle()
" A range leaves the rest.
3Gangmu! fix
call assert_equal(s:text[1], getline(2))
call assert_equal('截至2024年12月，这两个单位表现突出。', getline(3))
undo
call Test_settle()

" What the undo said is not wiped away by the plugin.
call cursor(2, stridx(getline(2), '二') + 1)
Gangmu fix
doautocmd CursorMoved
call Test_settle()
undo
call assert_equal('', execute('doautocmd CursorMoved'))
call Test_settle()

" The menu: what stands in it, and choosing.
let g:test_choice = 1
if has('nvim')
  lua vim.ui.select = function(items, options, done) vim.g.test_items = items; done(items[vim.g.test_choice], vim.g.test_choice) end
else
  function! s:choose() abort
    let id = popup_list()[-1]
    let g:test_items = getbufline(winbufnr(id), 1, '$')
    call popup_close(id, g:test_choice)
  endfunction
endif
function! s:act(choice) abort
  let g:test_choice = a:choice
  Gangmu action
  if !has('nvim')
    call s:choose()
  endif
  sleep 50m
endfunction
call cursor(2, stridx(getline(2), '二') + 1)
call s:act(1)
call assert_match('改：“二个” → “两个”', g:test_items[0])
call assert_match('放过.*STY-01', g:test_items[1])
call assert_match('说明', g:test_items[-1])
call assert_equal('近两个月来，７２篇文章见报。', getline(2))
undo
call Test_settle()

" Nothing there.
call cursor(4, 1)
call assert_match('光标处没有问题', execute('Gangmu action'))
call assert_match('光标处没有问题', execute('Gangmu fix'))

" The other place from the menu.
call setline(4, '全校共有教师231人，其中党员208人，占90.40%。')
call Test_settle()
call cursor(4, stridx(getline(4), '90.40%') + 1)
let s:from = [line('.'), col('.')]
call assert_true(!empty(gangmu#finding#at_cursor()))
call s:act(2)
call assert_match('90.04%', g:test_items[0])
call assert_match('看相关处', g:test_items[1])
call assert_notequal(s:from, [line('.'), col('.')])
call Test_finish()
