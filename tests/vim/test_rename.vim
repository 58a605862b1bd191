" A figure gets another value at every mention, in each one's own way of writing; what says it roughly is listed; one undo step.
let s:text = ['全年完成整改任务361项。', '三百六十一项整改任务全部销号，整改任务360余项已公示。', '接待来访361人次。']
let s:draft = Test_draft('a.txt', s:text)
call cursor(1, stridx(s:text[0], '361') + 1)
Gangmu rename 365
call assert_equal('gangmu-preview', &filetype)
call assert_match('第1行.*361 → 365', getline(3))
call assert_match('第2行.*三百六十一 → 三百六十五', getline(4))
normal a
call assert_equal(['全年完成整改任务365项。', '三百六十五项整改任务全部销号，整改任务360余项已公示。', '接待来访361人次。'], getline(1, '$'))
let s:items = getloclist(0)
call assert_equal(1, len(s:items))
call assert_match('概数“360余项*”改后仍成立', s:items[0].text)
call assert_equal([2, stridx(getline(2), '360') + 1], [s:items[0].lnum, s:items[0].col])
undo
call assert_equal(s:text, getline(1, '$'))
call Test_settle()

" At once; a value that is none; no figure; the prompt begins with what stands there.
call cursor(3, stridx(s:text[2], '361') + 2)
Gangmu! rename 362人次
call assert_equal('接待来访362人次。', getline(3))
call assert_equal(s:text[0], getline(1))
call Test_settle()
call cursor(1, stridx(s:text[0], '361') + 1)
call assert_match('不是同一单位', execute('Gangmu! rename 365人'))
call cursor(1, 1)
call assert_match('没有数字', execute('Gangmu! rename 365'))
call cursor(1, stridx(s:text[0], '361') + 1)
call feedkeys(":Gangmu! rename\<CR>\<BS>\<BS>6项\<CR>", 'tx')
call assert_equal('全年完成整改任务366项。', getline(1))
call Test_finish()
