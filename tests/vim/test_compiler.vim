" :compiler gangmu and :make: each finding at its place, the rule in its text; a folder with a blank and a bar in its name.
call mkdir($GANGMU_TEST_WORK . '/a b|c', 'p')
let s:draft = Test_draft('a b|c/draft.txt', ['一、基本情况', '全年共招聘231人，其中本科以上208人，占90.40%。', '近二个月来办件46件。'])
compiler gangmu
call assert_equal('gangmu', b:current_compiler)
call assert_match("^'\\=.*gangmu'\\= check ", &makeprg)
silent make!
let s:found = filter(getqflist(), 'v:val.valid')
call assert_equal([[s:draft, 2, 55, 'e'], [s:draft, 3, 4, 'e']], map(copy(s:found), '[v:val.bufnr, v:val.lnum, v:val.col, v:val.type]'))
call assert_match('^\[PCT-01\] .*90.04%', s:found[0].text)
cfirst
call assert_equal([2, 55], [line('.'), col('.')])

" What is good gives nothing.
call setline(1, ['一、基本情况', '全年共招聘231人。', ''])
silent write
silent make!
call assert_equal([], filter(getqflist(), 'v:val.valid'))

" Options of the command go before the file.
call setline(2, '二零二一年办件46件。')
silent write
silent make! --select=STY-07
call assert_equal(['[STY-07]'], map(filter(getqflist(), 'v:val.valid'), 'matchstr(v:val.text, "^\\[[A-Z0-9-]*\\]")'))
call Test_finish()
