" Normalization: preview, one undo step, the cursor stays, refusal after a change, the operator, the paste.
let s:text = ['一、提高认识,加强领导', '会议强调,要做好各项工作.', '没有问题的一段话。', '大家认为,"安全"第一.']
let s:draft = Test_draft('a.txt', s:text)
let s:edits = gangmu#client#list('normalize', {'buffer': s:draft}, 'edits')
call assert_true(len(s:edits) >= 4, 'the helper proposes too little to test with')

" With ! at once, in one undo step.
call cursor(2, 19)
let s:character = matchstr(getline(2), '\%' . col('.') . 'c.')
Gangmu! normalize
call assert_equal('一、提高认识，加强领导', getline(1))
call assert_equal('没有问题的一段话。', getline(3))
call assert_equal(2, line('.'))
call assert_equal(s:character, matchstr(getline('.'), '\%' . col('.') . 'c.'))
let s:clean = getline(1, '$')
undo
call assert_equal(s:text, getline(1, '$'))

" A range only.
2Gangmu! normalize
call assert_equal([s:text[0], s:clean[1], s:text[2], s:text[3]], getline(1, '$'))
undo

" The preview: reject one, apply the rest.
Gangmu normalize
call assert_equal('gangmu-preview', &filetype)
call assert_equal(s:text, getbufline(s:draft, 1, '$'))
call assert_true(search('第1行') > 0, join(getline(1, '$'), '/'))
normal x
call assert_match('^    \[ \]', getline(search('第1行', 'nwc')))
normal a
call assert_equal(s:draft, bufnr(''))
call assert_equal([s:text[0]] + s:clean[1:], getline(1, '$'))
undo
call assert_equal(s:text, getline(1, '$'))

" Reject all, accept all, by rule.
Gangmu normalize
normal R
call assert_equal(0, count(b:gangmu_preview.accepted, 1))
normal A
call assert_equal(len(s:edits), count(b:gangmu_preview.accepted, 1))
call cursor(2, 1)
normal x
call assert_equal(len(s:edits) - len(b:gangmu_preview.rows[1]), count(b:gangmu_preview.accepted, 1))

" Refused when the draft has changed.
call setbufline(s:draft, 3, '改动的一段话。')
normal a
call assert_equal(['改动的一段话。', s:text[1]], [getbufline(s:draft, 3)[0], getbufline(s:draft, 2)[0]])
normal q
call assert_equal(s:draft, bufnr(''))
undo

" The operator, and its repetition.
nmap ,= <Plug>(gangmu-normalize)
call cursor(1, 1)
normal ,=_
call assert_equal([s:clean[0]] + s:text[1:], getline(1, '$'))
call cursor(2, 1)
normal! .
call assert_equal(s:clean[1], getline(2))
call assert_equal(s:text[3], getline(4))
undo
undo
call assert_equal(s:text, getline(1, '$'))
call cursor(1, 1)
normal ,=f提
call assert_equal(s:text, getline(1, '$'))

" The paste cleans what it puts and nothing else.
nmap ,p <Plug>(gangmu-paste)
call setreg('a', ["重要的是,要坚持."], 'V')
call cursor(2, 1)
normal "a,p
call assert_equal([s:text[1], '重要的是，要坚持。', s:text[2]], getline(2, 4))
undo
call assert_equal(s:text, getline(1, '$'))
call Test_finish()
