" The list of figures: what each is worth, whether it agrees, the jump to it; findings that pair two places.
let s:text = ['一、基本情况', '全年共招聘231人，其中本科以上208人，占90.40%。', '二、主要做法', '投入资金12.5亿元。']
let s:draft = Test_draft('a.txt', s:text)
Gangmu figures
call assert_equal('gangmu-figures', &filetype)
let s:lines = getline(1, '$')
call assert_equal(['2', '2', '2', '4'], map(copy(s:lines), 'matchstr(v:val, "\\d\\+")'))
call assert_match('231人\s\+231\s\+人', s:lines[0])
call assert_match('90.40%.*不符$', s:lines[2])
call assert_notmatch('符$', s:lines[3])

" Columns are aligned by display cells.
call assert_equal([], filter(map(copy(s:lines), 'strdisplaywidth(matchstr(v:val, "^.*\\ze  \\S*元\\|^.*\\ze  人\\|^.*\\ze  %"))'), 'v:val != strdisplaywidth(matchstr(s:lines[0], "^.*\\ze  人"))'))

" <CR> jumps, o shows and stays, q goes back.
call cursor(4, 1)
normal o
call assert_equal('gangmu-figures', &filetype)
call assert_equal(4, line('.', win_findbuf(s:draft)[0]))
call cursor(3, 1)
execute "normal \<CR>"
call assert_equal([s:draft, 2, 55], [bufnr(''), line('.'), col('.')])
Gangmu figures
normal q
call assert_equal(s:draft, bufnr(''))
call assert_equal(1, winnr('$'))

" The other places of a finding, and back; the message is told at each.
let s:found = filter(gangmu#diagnostics(), 'v:val.rule ==# "PCT-01"')[0]
call assert_match('90.04%', s:found.message)
call cursor(s:found.line, s:found.byte + 1)
let s:seen = []
for s:i in range(len(s:found.related) + 1)
  Gangmu related
  call add(s:seen, [line('.'), col('.') - 1])
  call assert_equal('PCT-01', gangmu#finding#at_cursor()[0][5])
endfor
call assert_equal(map(copy(s:found.related), '[v:val.line, v:val.byte]') + [[s:found.line, s:found.byte]], s:seen)
call cursor(1, 1)
doautocmd CursorMoved
call cursor(s:seen[0][0], s:seen[0][1] + 1)
call assert_match('PCT-01.*90.04', execute('doautocmd CursorMoved'))
call Test_finish()
