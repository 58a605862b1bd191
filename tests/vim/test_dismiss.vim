" Findings waved through: gone at once, kept in the file, taken back, listed; they survive edits around them.
let s:text = ['一、近期工作', '近二个月来开展活动。', '平常的一句话。', '全校共有教师231人，其中党员208人，占90.40%。']
let s:draft = Test_draft('a.txt', s:text)
let s:file = $GANGMU_TEST_WORK . '/.gangmu/dismissed.tsv'

function! s:shown() abort
  if has('nvim')
    return sort(map(luaeval('vim.diagnostic.get(_A)', s:draft), 'v:val.lnum + 1'))
  endif
  return sort(uniq(sort(map(sign_getplaced(s:draft, {'group': 'gangmu'})[0].signs, 'v:val.lnum'))))
endfunction
function! s:rules() abort
  return map(gangmu#diagnostics(s:draft), 'v:val.rule')
endfunction
call assert_equal(['STY-01', 'PCT-01'], s:rules())

" Nothing at the cursor: nothing happens, and no file is made.
call cursor(1, 1)
call assert_match('没有问题', execute('Gangmu dismiss 理由'))
call assert_false(filereadable(s:file))

" With a reason in the command, of more than one word.
call cursor(4, gangmu#diagnostics()[1].byte + 1)
call assert_match('已放过 PCT-01', execute('Gangmu dismiss 分母 另算'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 1')
call assert_equal(['STY-01'], s:rules())
call assert_equal([2], s:shown())
call assert_equal([1, 0, 0], gangmu#finding#counts(gangmu#buffer#get(s:draft)))
call assert_match('\tPCT-01\ta.txt\t分母 另算\t\d\{4}-\d\d-\d\d\t….*90.40%', readfile(s:file)[-1])
call assert_equal(2, len(readfile(s:file)))

" The question: an answer, none, and Esc.
call cursor(2, gangmu#diagnostics()[0].byte + 1)
call feedkeys(":Gangmu dismiss\<CR>\<Esc>", 'xt')
call Test_settle()
call assert_equal(['STY-01'], s:rules())
call feedkeys(":Gangmu dismiss\<CR>习惯如此\<CR>", 'xt')
call Test_wait('gangmu#diagnostics(' . s:draft . ')->empty()')
call assert_match('习惯如此', join(readfile(s:file)))
call assert_equal([], s:shown())

" They hold while the text around them is edited, moved and taken back.
call append(0, ['新的一行', ''])
call setline(4, '近二个月来，大家开展活动。')
call setline(6, '据统计，' . s:text[3])
call Test_settle()
call assert_equal([], s:rules())
6move 2
call Test_settle()
call assert_equal([], s:rules())

" One whose figure changes is told of again; its dismissal is then unused.
call setline(3, substitute(getline(3), '208', '207', ''))
call Test_settle()
call assert_equal(['PCT-01'], s:rules())
Gangmu dismissed
let s:list = getloclist(0)
call assert_equal(2, len(s:list))
call assert_equal([[s:draft, 5, 'I']], map(filter(copy(s:list), 'v:val.bufnr == s:draft'), '[v:val.bufnr, v:val.lnum, v:val.type]'))
let s:unused = filter(copy(s:list), 'v:val.bufnr != s:draft')[0]
call assert_equal(['W', resolve(s:file)], [s:unused.type, resolve(fnamemodify(bufname(s:unused.bufnr), ':p'))])
call assert_match('用不着.*PCT-01.*分母 另算', s:unused.text)
call assert_match('PCT-01', readfile(s:file)[s:unused.lnum - 1])
lclose

" Taken back at the cursor, else the last one.
call setline(3, substitute(getline(3), '207', '208', ''))
call Test_settle()
call cursor(5, stridx(getline(5), '二个') + 1)
call assert_match('不再放过 STY-01', execute('Gangmu! dismiss'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 1')
call assert_equal(['STY-01'], s:rules())
call cursor(1, 1)
call assert_match('不再放过 PCT-01', execute('Gangmu undismiss'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 2')
call assert_match('没有放过', execute('Gangmu undismiss'))
call assert_equal(1, len(readfile(s:file)))
" In the cursor's line, before the last one.
call assert_match('已放过 2 个', execute('%Gangmu dismiss 旧稿'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->empty()')
call cursor(3, 1)
call assert_match('不再放过 PCT-01', execute('Gangmu undismiss'))
call assert_match('不再放过 STY-01', execute('Gangmu undismiss'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 2')

" All of a range.
call assert_match('已放过 2 个', execute('%Gangmu dismiss 旧稿'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->empty()')

" The list of what is dismissed follows while it is shown, and goes with the last.
Gangmu dismissed
call assert_equal(['I', 'I'], map(getloclist(0), 'v:val.type'))
call assert_match('不再放过', execute('Gangmu undismiss'))
call assert_equal(['I'], map(getloclist(0), 'v:val.type'))
call assert_match('不再放过', execute('Gangmu undismiss'))
call assert_equal([[], 1], [getloclist(0), winnr('$')])
call assert_equal(s:draft, bufnr(''))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 2')
call assert_match('已放过 PCT-01', execute('1,3Gangmu dismiss 旧稿'))
Gangmu dismissed
call assert_equal(['I'], map(getloclist(0), 'v:val.type'))
call Test_settle()
call assert_match('已放过', execute('%Gangmu dismiss 旧稿'))
call assert_equal(['I', 'I'], map(getloclist(0), 'v:val.type'))
lclose
call Test_wait('gangmu#diagnostics(' . s:draft . ')->empty()')
call assert_match('没有发现', execute('Gangmu check'))

" One that is gone, though the editor may not have been told yet, does not keep the others of a range from being dismissed.
call assert_match('不再放过', execute('Gangmu undismiss'))
call assert_match('不再放过', execute('Gangmu undismiss'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->len() == 2')
let s:first = gangmu#rows#between(gangmu#buffer#get(s:draft).diagnostics, 1, line('$'))[0]
call gangmu#client#request('dismiss', {'buffer': s:draft, 'fingerprint': s:first[9], 'reason': '先放过'})
call assert_match('已放过', execute('%Gangmu dismiss 旧稿'))
call Test_wait('gangmu#diagnostics(' . s:draft . ')->empty()')

" Another draft of the project is not meant; one of another name is, when the file says so.
let s:other = Test_draft('b.txt', s:text)
call assert_equal(2, len(gangmu#diagnostics(s:other)))
execute 'edit' fnameescape(s:file)
%substitute/\ta.txt\t/\t*.txt\t/
write
call Test_wait('empty(gangmu#diagnostics(' . s:other . '))')
call append('$', 'no row')
write
execute 'buffer' s:other
Gangmu dismissed
call assert_equal(['I', 'I', 'E'], map(getloclist(0), 'v:val.type'))
lclose

" The name of the draft changes: what is dismissed follows it.
execute 'edit' fnameescape(s:file)
%substitute/\t\*.txt\t/\tc.txt\t/
write
execute 'buffer' s:other
call Test_wait('len(gangmu#diagnostics(' . s:other . ')) == 2')
execute 'saveas!' fnameescape($GANGMU_TEST_WORK . '/c.txt')
call Test_wait('empty(gangmu#diagnostics(' . s:other . '))')

" A draft without a name is told so.
enew
setfiletype text
call setline(1, '近二个月来开展活动。')
call Test_settle()
call cursor(1, 4)
let s:message = execute('Gangmu dismiss 无名')
call assert_match('先保存', s:message)
call assert_equal(1, len(gangmu#diagnostics()))
call Test_finish()
