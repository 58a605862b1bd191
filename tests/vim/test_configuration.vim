" The .gangmu.ini of a draft's folder holds in the editor as on the command line; what is wrong in it is said once.
function! s:rules(buf) abort
  return map(gangmu#diagnostics(a:buf), 'v:val.rule')
endfunction
let s:text = ['近二个月来开展活动。', '全校共有教师231人，其中党员208人，占90.40%。']
let s:draft = Test_draft('a.txt', s:text)
call assert_equal(['STY-01', 'PCT-01'], s:rules(s:draft))

" Written in the editor it holds at once, for drafts that are open.
execute 'split' $GANGMU_TEST_WORK . '/.gangmu.ini'
call setline(1, ['profile = none', '[b.txt]', 'ignore = PCT'])
silent write
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 1')
call assert_equal(['PCT-01'], s:rules(s:draft))
bwipeout
let s:other = Test_draft('b.txt', s:text)
call assert_equal([], s:rules(s:other))

" An option wins over it, the file type does not.
let g:gangmu_profile = 'cn-news'
let s:third = Test_draft('c.txt', s:text)
call assert_equal(['STY-01', 'PCT-01'], s:rules(s:third))
unlet g:gangmu_profile
set filetype=gongwen
call Test_settle()
call assert_equal(['PCT-01'], s:rules(s:third))

" A fault is said once, with its line, and the defaults hold; it is said again when the file was written again.
let g:test_expects_errors = 1
function! s:told() abort
  return len(split(execute('messages'), '配置有误', 1)) - 1
endfunction
call writefile(['profil = none'], $GANGMU_TEST_WORK . '/.gangmu.ini')
doautocmd FocusGained
call Test_wait('gangmu#diagnostics(' . s:other . ')->len() == 2')
call assert_equal(1, s:told())
call assert_match('\.gangmu\.ini:1: 不认识的键 pro', execute('messages'))
call Test_draft('d.txt', s:text)
doautocmd FocusGained
call gangmu#client#request('info', {})
call assert_equal(1, s:told())
execute 'split' $GANGMU_TEST_WORK . '/.gangmu.ini'
silent write
call Test_wait('len(split(execute("messages"), "配置有误", 1)) == 3')
" Each draft of the folder was told of it: what is still on its way is not taken for an answer to the next.
call gangmu#client#request('info', {})
call setline(1, 'profile = none')
silent write
call Test_wait('gangmu#diagnostics(' . s:other . ')->len() == 1')
call assert_equal(2, s:told())

call Test_finish()
