" The window of figures: the table and its columns, sorting, filtering, the jump, the copy, conflicts side by side, how it stays current;
" findings that pair two places.
let s:text = ['一、基本情况', '学校共招聘231人，其中本科以上208人，占90.40%。', '二、主要做法', '投入资金12.5亿元，慰问困难家庭300余户。']
let s:draft = Test_draft('a.txt', s:text)

function! s:column(name) abort
  let [name, from, to] = filter(copy(b:gangmu_figures.stops), 'v:val[0] ==# a:name')[0]
  return map(getline(2, '$'), {_, line -> trim(matchstr(line, '\%>' . from . 'v.\{-}\%(\%>' . to . 'v\|$\)'))})
endfunction

Gangmu figures
call assert_equal('gangmu-figures', &filetype)
call assert_equal(' 行  原文            数值  单位    名目      章节          核对', getline(1))
let s:lines = getline(2, '$')
call assert_equal(['2', '2', '2', '4', '4'], map(copy(s:lines), 'matchstr(v:val, "\\d\\+")'))
call assert_match('231人\s\+231\s\+人', s:lines[0])
call assert_match('90.40%.*一、基本情况\s\+不符$', s:lines[2])
call assert_match('12.5亿元.*二、主要做法\s\+未核$', s:lines[3])
call assert_equal(2, line('.'))

" Columns are aligned by display cells: each line has blanks where a column ends.
for [s:name, s:from, s:to] in b:gangmu_figures.stops[1:]
  call assert_equal([], filter(getline(1, '$'), {_, line -> matchstr(line, '\%' . (s:from - 1) . 'v  ') !=# '  '}), s:name)
endfor

" Sorting: by worth and not by letters, again the other way round, by the column of the cursor, back to the draft's order. Equals stay in order.
normal s3
call assert_equal(['90.40', '208', '231', '300–400', '1250000000'], s:column('shown'))
call assert_match('数值▲', getline(1))
normal s3
call assert_equal(['1250000000', '300–400', '231', '208', '90.40'], s:column('shown'))
call assert_match('数值▼', getline(1))
normal s1
call assert_equal(['231人', '208人', '90.40%', '12.5亿元', '300余户'], s:column('text'))
normal s1
call assert_equal(['12.5亿元', '300余户', '231人', '208人', '90.40%'], s:column('text'))
call cursor(3, strlen(getline(3)))
normal ss
call assert_equal(['不符', '不符', '不符', '未核', '未核'], s:column('verdict'))
normal S
call assert_equal(map(copy(s:lines), 'v:val'), getline(2, '$'))

" The cursor stays on its figure.
call cursor(4, 1)
normal s3
call assert_match('90.40%', getline('.'))
normal S
call assert_match('90.40%', getline('.'))

" Only conflicting, only unverified, all; the filter takes each word; it is asked for and acts as one types.
normal x
call assert_equal(['231人', '208人', '90.40%'], s:column('text'))
normal u
call assert_equal(['12.5亿元', '300余户'], s:column('text'))
normal u
call assert_equal(5, line('$') - 1)
let g:seen = []
cnoremap <F2> <Cmd>call add(g:seen, getline(2, '$'))<CR>
call feedkeys("f人 科\<F2>\<CR>", 'tx')
call assert_equal(1, len(g:seen))
call assert_equal(['208人'], map(copy(g:seen[0]), 'matchstr(v:val, "2\\d*人")'))
call assert_equal(['208人'], s:column('text'))
call assert_match('过滤：人 科', gangmu#figures#name())
call feedkeys("f\<C-U>\<F2>无此\<F2>\<C-C>", 'tx')
call assert_equal(5, len(g:seen[1]))
call assert_equal(['（没有符合条件的数字；a 看全部）'], g:seen[2])
call assert_equal(['208人'], s:column('text'))
normal a
call assert_equal(5, line('$') - 1)
cunmap <F2>

" CSV with its quotes, TSV, of what is shown.
normal x
normal "ayc
call assert_equal(['行,原文,数值,下限,上限,单位,名目,时期,章节,核对', '2,231人,231,231,231,人,', '不符'],
      \ [getreg('a', 1, 1)[0], getreg('a', 1, 1)[1][:24], getreg('a', 1, 1)[1][-6:]])
call assert_equal(4, len(getreg('a', 1, 1)))
normal a
normal yt
call assert_equal(["4\t300余户\t300", '未核'], [matchstr(getreg('"', 1, 1)[5], '^\S*\t\S*\t\d*'), getreg('"', 1, 1)[5][-6:]])
call assert_equal(['"甲,乙"', '"说""丙"""'], split(matchstr(gangmu#figures#table#join([['甲,乙', '说"丙"']], 'csv')[0], '".*"'), ',\ze"'))
normal q
call assert_equal(s:draft, bufnr(''))
Gangmu figures csv b
call assert_equal(6, len(getreg('b', 1, 1)))
call assert_match('没有这个子命令', execute('Gangmu figures xml'))

" <CR> jumps, o shows and stays, q goes back.
Gangmu figures
call cursor(5, 1)
normal o
call assert_equal('gangmu-figures', &filetype)
let s:main = win_findbuf(s:draft)[0]
call assert_equal(4, line('.', s:main))
call assert_equal([[4, 13, 10]], map(getmatches(s:main), 'v:val.pos1'))
call cursor(4, 1)
execute "normal \<CR>"
call assert_equal([s:draft, 2, 55], [bufnr(''), line('.'), col('.')])
call assert_equal([], getmatches(s:main))
Gangmu figures
call assert_match('231人', getline('.'))

" It stays current while the draft is written, and its cursor stays on its figure.
let g:list = bufnr('')
call search('12.5')
let s:row = line('.')
wincmd p
call setline(3, '二、新的做法')
call append(0, ['开头两行。', '培训3期。'])
call Test_wait('len(getbufline(g:list, 1, "$")) == 7')
call assert_match('^ *2  3期', getbufline(g:list, 2)[0])
call assert_match('二、新的做法', getbufline(g:list, 6)[0])
call assert_equal(s:row + 1, line('.', win_findbuf(g:list)[0]))
call setline(4, '学校共招聘231人，其中本科以上208人，占90.04%。')
call Test_settle()
call Test_wait('getbufline(g:list, 5)[0] =~# "90.04%.*\\%(未核\\|相符\\)"')
call setline(4, s:text[1])
call Test_settle()
call Test_wait('getbufline(g:list, 5)[0] =~# "90.40%.*不符"')
silent %delete _
call setline(1, s:text)
call Test_wait('len(getbufline(g:list, 1, "$")) == 6')
call assert_equal(s:row, line('.', win_findbuf(g:list)[0]))
call setline(1, s:text)
call Test_settle()
bwipeout gangmu://figures

" Conflicts side by side: the places of one below the other, in one column.
call setline(1, s:text + ['全年调解矛盾纠纷278起，办结率高。', '一年来调解矛盾纠纷287起。'])
Gangmu figures conflicts
let s:lines = getline(2, '$')
call assert_match('^\S* PCT-01  .*90.04%', s:lines[0])
let s:at = match(s:lines, 'XR-01')
call assert_true(s:at > 0)
call assert_equal(['5', '6'], sort(map(s:lines[s:at + 1 : s:at + 2], 'matchstr(v:val, "\\d\\+")')))
call assert_equal(1, len(uniq(sort(map(s:lines[s:at + 1 : s:at + 2], 'strdisplaywidth(matchstr(v:val, "^[^[]*"))')))))
call assert_match('\[278起\]\|\[287起\]', s:lines[s:at + 1])
call cursor(s:at + 4, 1)
let s:line = str2nr(matchstr(getline('.'), '\d\+'))
normal o
call assert_equal(s:line, line('.', s:main))
normal c
call assert_equal('table', b:gangmu_figures.view)
normal q

" From within the list; a draft that was let go.
Gangmu figures
Gangmu figures conflicts
call assert_match('PCT-01', getline(2))
Gangmu figures
call assert_match('231人', getline(2))
call gangmu#attach#detach(s:draft)
call assert_equal([s:draft, 1], [bufnr(''), winnr('$')])
call gangmu#attach#buffer(s:draft)

" Many figures: those near the cursor at once, the others soon; what is sorted or sought is sought among all.
call setline(1, map(range(1000), '"第" . v:val . "段：培训" . (v:val + 3) . "人，发放资料" . (v:val * 7 + 1) . "份，走访" . (v:val + 11) . "户。"'))
call gangmu#finding#settle(s:draft)
call cursor(500, 1)
Gangmu figures
call assert_true(line('$') > 20 && line('$') < 500, line('$'))
let s:cell = split(getline('.'))[:1]
call assert_equal('500', s:cell[0])
let s:row = winline()
call Test_wait('line("$") == ' . (1 + gangmu#buffer#get(s:draft).figures.length))
call assert_equal([s:cell, s:row], [split(getline('.'))[:1], winline()])
call assert_true(line('$') > 3000)
normal q
Gangmu figures
call assert_true(line('$') < 500)
call feedkeys("f资料\<CR>", 'tx')
call assert_equal(1000, line('$') - 1)

" The header stays in sight: laid over the first line when it has scrolled away, as far to the right as the window is.
function! Heads() abort
  if has('nvim')
    return map(filter(nvim_list_wins(), '!empty(nvim_win_get_config(v:val).relative)'), 'getbufline(nvim_win_get_buf(v:val), 1)[0]')
  endif
  return map(popup_list(), 'getbufline(winbufnr(v:val), 1)[0]')
endfunction
call cursor(1, 1)
redraw
doautocmd CursorMoved
call assert_equal([], Heads())
call cursor(400, 1)
redraw
doautocmd CursorMoved
call assert_equal([getline(1)], Heads())
call assert_true(winline() > 1)
normal! zt
call assert_equal(2, winline())
wincmd p
call assert_equal([], Heads())
wincmd p
call assert_equal([getline(1)], Heads())
normal S
call assert_match('行  原文', Heads()[0])
normal q
call assert_equal([], Heads())
call cursor(1, 1)
Gangmu figures
bwipeout

" The other places of a finding, and back; the message is told at each.
silent %delete _
call setline(1, s:text)
call gangmu#finding#settle(s:draft)
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

" A figure below a run of items is of the section around the run, or of none.
call Test_draft('below.txt', ['共2项：一是读书3本；二是看报4份。', '另有5人。', '一、学习', '共2项：一是读书6本；二是看报7份。', '又有8人。', '二、其他', '计9人。'])
let s:sections = {}
for s:figure in gangmu#figures()
  let s:sections[s:figure.text] = s:figure.section
endfor
call assert_equal(['二是看报4份', '', '二是看报7份', '一、学习', '二、其他'], map(['4份', '5人', '7份', '8人', '9人'], 's:sections[v:val]'))
Gangmu figures
call assert_equal(['4份', '5人', '7份', '8人', '9人'], filter(s:column('text'), 'v:val =~# "[4-57-9]"'))
call assert_match('一、学习', filter(getline(2, '$'), 'v:val =~# "8人"')[0])
call Test_finish()
