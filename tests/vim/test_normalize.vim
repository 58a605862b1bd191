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

" . puts again, the same register as often, at the cursor; another count may be given.
function! s:break_undo() abort
  let &l:undolevels = &undolevels
endfunction
let s:lines = ['甲,', '', '丙,']
call Test_draft('again.txt', s:lines)
call setreg('a', ["乙,丁."], 'V')
call cursor(1, 1)
normal "a,p
call assert_equal([2, 1], [line('.'), col('.')])
call s:break_undo()
call cursor(4, 1)
normal! .
call assert_equal(['甲,', '乙，丁。', '', '丙,', '乙，丁。'], getline(1, '$'))
undo
call assert_equal(['甲,', '乙，丁。', '', '丙,'], getline(1, '$'))
undo
call cursor(2, 1)
normal "a2,p
call s:break_undo()
call assert_equal(['甲,', '', '乙，丁。', '乙，丁。', '丙,'], getline(1, '$'))
call cursor(1, 1)
normal! .
call assert_equal(['甲,', '乙，丁。', '乙，丁。', '', '乙，丁。', '乙，丁。', '丙,'], getline(1, '$'))
undo
undo
call assert_equal(s:lines, getline(1, '$'))
call setreg('a', '乙,')
nmap ,P <Plug>(gangmu-paste-before)
call cursor(3, 1)
normal "a,P
call s:break_undo()
call assert_equal('乙，丙,', getline(3))
call cursor(1, 1)
normal! 2.
call assert_equal('乙，乙，甲,', getline(1))
undo
undo

" A block: what is put is cleaned in each line, and what stood beside it is not.
let s:lines = ['甲,乙,丙', '丁,(一),', "\t,戊", '己', '庚,辛']
call Test_draft('block.txt', s:lines)
call setreg('a', ['子,', '丑,寅,', '卯,', '(辰)', '巳,'], "\<C-v>")
call cursor(1, 5)
normal "a,P
call assert_equal(['甲,子，乙,丙', '丁,丑，寅，(一),'], getline(1, 2))
call assert_match('^ *卯， *,戊$', getline(3))
call assert_match('^己 *（辰）$', getline(4))
call assert_equal('庚,巳，辛', getline(5))
undo
call assert_equal(s:lines, getline(1, '$'))
call cursor(1, 1)
call setreg('a', ['子,', '丑,'], "\<C-v>")
normal "a2,P
call assert_equal(['子，子，甲,乙,丙', '丑，丑，丁,(一),'], getline(1, 2))
undo

" Blockwise Visual mode: the columns selected and no others, also with $ and where the last line is short; . does as many again.
let s:lines = ['甲,乙,丙,', '甲,乙,丙,', '甲,', '甲,乙,丙,', '甲,乙,丙,']
call Test_draft('columns.txt', s:lines)
xmap ,= <Plug>(gangmu-normalize)
call cursor(1, 5)
execute "normal \<C-v>jl,="
call s:break_undo()
call assert_equal(['甲,乙，丙,', '甲,乙，丙,'] + s:lines[2:], getline(1, '$'))
call cursor(4, 5)
normal! .
call assert_equal(['甲,乙，丙,', '甲,乙，丙,', '甲,', '甲,乙，丙,', '甲,乙，丙,'], getline(1, '$'))
undo
undo
call cursor(2, 5)
execute "normal \<C-v>j$,="
call assert_equal(['甲,乙,丙,', '甲,乙，丙，', '甲,', '甲,乙,丙,', '甲,乙,丙,'], getline(1, '$'))
undo
call cursor(1, 1)
execute "normal \<C-v>2j,="
call assert_equal(s:lines, getline(1, '$'))
execute "normal \<C-v>2jlol,="
call assert_equal(['甲，乙,丙,', '甲，乙,丙,', '甲，'] + s:lines[3:], getline(1, '$'))

" Neighbouring edits of one rule on one line are one hunk; those far apart, of other lines or rules are not.
let s:rows = ['甲,乙,丙,一段够长而没有什么可改的话,丁', '戊,己(党总支)庚']
call Test_draft('hunks.txt', s:rows)
Gangmu normalize
let s:hunks = filter(getline(1, '$'), 'v:val =~# "^    "')
call assert_equal(['第1行  甲[,乙,丙, → ，乙，丙，]一段够长而没…', '第1行  …段够长而没有什么可改的话[, → ，]丁', '第2行  戊[, → ，]己(党总支)庚',
      \ '第2行  戊,己[(党总支) → （党总支）]庚'], map(copy(s:hunks), 'matchstr(v:val, "第.*")'))
call assert_match('NRM-04 .*(5/5，并为3条)', getline(2))
call assert_match('7 处，选中 7 处', getline(1))
call cursor(3, 1)
normal x
call assert_equal(4, line('.'))
call assert_match('NRM-04 .*(2/5，并为3条)', getline(2))
call assert_match('^    \[ \]', getline(3))
normal a
call assert_equal(['甲,乙,丙,一段够长而没有什么可改的话，丁', '戊，己（党总支）庚'], getline(1, '$'))
undo
call assert_equal(s:rows, getline(1, '$'))

" One that begins with a deletion shows the character it follows.
call Test_draft('pinyin.txt', ['重视学(xue)习(xi)和培(pei)训(xun)，抓好工(gong)作(zuo)。'])
Gangmu normalize
call assert_match('第1行  重视\[学(xue)习(xi)和培(pei)训(xun)，抓好工(gong) → 学习和培训，抓好工\]作(zuo)…', getline(3))
call assert_match('作\[(zuo) → 删去\]。', getline(4))
normal a
call assert_equal('重视学习和培训，抓好工作。', getline(1))

" A hunk is cut where its text would no longer fit a row.
call Test_draft('long.txt', [repeat('甲乙丙,', 30) . '完'])
Gangmu normalize
let s:sizes = map(range(3, line('$')), 'len(b:gangmu_preview.rows[v:val - 1])')
call assert_true(max(s:sizes) > 1 && max(s:sizes) < 30, string(s:sizes))
call assert_equal([], filter(getline(3, '$'), 'strwidth(matchstr(v:val, "\\[[^✓].*\\]")) > 66'))
call assert_equal(30, len(b:gangmu_preview.rows[1]))
normal a
call assert_equal(repeat('甲乙丙，', 30) . '完', getline(1))

" What goes two ways is asked for, once or by options.
call Test_draft('ways.txt', ['今年以来使用LED灯的道路越来越多，群众更加满意。'])
Gangmu! normalize spacing=add
call assert_equal('今年以来使用 LED 灯的道路越来越多，群众更加满意。', getline(1))
let g:gangmu_spacing = 'remove'
call assert_equal([], gangmu#option#faults())
Gangmu restart
Gangmu! normalize
call assert_equal('今年以来使用LED灯的道路越来越多，群众更加满意。', getline(1))
unlet g:gangmu_spacing
Gangmu restart
call assert_match('spacing.*add, remove', execute('Gangmu normalize spacing=wide'))
call assert_match('不认识的参数：breadth=1', execute('Gangmu normalize breadth=1'))
call assert_equal(['spacing=add', 'spacing=remove'], gangmu#command#complete('sp', 'Gangmu normalize sp', 19))
Gangmu! normalize convert=s2t
call assert_match('^今年以來使用LED燈\|^今年以来', getline(1))

" A register without text, or that is none, and a draft that may not be changed: said in a line, not as an error of the editor.
call assert_match('寄存器 z 里没有文字', execute('Gangmu paste z'))
call assert_match('寄存器 yz 里没有文字', execute('Gangmu paste yz'))
let s:text = getline(1, '$')
let @y = '甲,乙'
setlocal nomodifiable
call assert_match('不可修改', execute('Gangmu paste y'))
call assert_equal(s:text, getline(1, '$'))
setlocal modifiable
call Test_finish()
