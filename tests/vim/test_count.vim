" 字数: as the helper counts, against what is wanted, of the draft, of a section, of a selection.
let s:text = ['年度总结', '<!-- 字数：30 -->', '', '', '', '一、近期工作', '% 字数: 8', '开展活动。', '二、其他', '办结。', 'Word 2024 共3件。']
let s:draft = Test_draft('a.txt', s:text)
let s:state = gangmu#buffer#get(s:draft)
call assert_equal(30, gangmu#count#target(s:state))
call assert_match('\d\+/30字', gangmu#statusline())
call cursor(8, 1)
call assert_match('一、近期工作.*本节 \d\+/8 ', gangmu#statusline())
call cursor(10, 1)
call assert_notmatch('本节', gangmu#statusline())
" The forms of the line, and what is none.
for [s:line, s:words] in [['字数：3000', 3000], ['  字数: 800字', 800], ['<!--字数:1200-->', 1200], ['目标字数：500', 500], ['% 字数：40', 40],
      \ ['全文字数：3000', 0], ['字数：', 0], ['字数：3000，另附表', 0], ['字数：三千', 0]]
  call setline(2, s:line)
  call assert_equal(s:words, gangmu#count#target(s:state), s:line)
endfor
" A line below a section's beginning is for that section alone.
call assert_equal(0, gangmu#count#target(s:state))
" At the end of the draft.
call setline(2, '')
call append('$', '<!-- 字数：90 -->')
call assert_equal(90, gangmu#count#target(s:state))
" The command stands over it; 0 wants nothing.
call Test_settle()
call assert_match('字数 \d\+/3000　', execute('Gangmu count 3000'))
call assert_match('/3000字', gangmu#statusline())
call assert_notmatch('/', execute('Gangmu count 0'))
call cursor(10, 1)
call assert_match('本节 \d\+/60', execute('Gangmu! count 60'))
call assert_match('本节 \d\+/60', gangmu#statusline())
" What the command gave outlives the buffer.
Gangmu count 700
execute 'bwipeout!' s:draft
call Test_draft('other.txt', ['正文'])
call assert_equal(0, gangmu#count#target(gangmu#buffer#get(bufnr(''))))
let s:draft = Test_draft('a.txt', s:text[:8] + ['办结。', 'Word 2024 共3件。'])
let s:state = gangmu#buffer#get(s:draft)
call assert_equal(700, gangmu#count#target(s:state))
call cursor(10, 1)
call assert_match('本节 \d\+/60', gangmu#statusline())
Gangmu count 0
call cursor(1, 1)
call assert_match('字数应为数字', execute('Gangmu count viel'))

" A selection by characters and by lines.
nmap ,c <Plug>(gangmu-count)
xmap ,c <Plug>(gangmu-count)
call cursor(11, 1)
function! s:selected(keys) abort
  return execute('normal ' . a:keys . ',c')
endfunction
call assert_match('选中 1 字', s:selected('0ve'))
call assert_match('选中 4 字', s:selected('0f共vf。'))
call assert_match('选中 6 字', s:selected('V'))
call assert_match('选中 \d\+ 字', execute('10,11Gangmu count'))

" In Visual mode the status line begins with the words of the selection.
call cursor(11, 1)
normal! V
call gangmu#statusline()
sleep 50m
call assert_match('^选中6字', gangmu#statusline())
execute "normal! \<Esc>"
call assert_notmatch('选中', gangmu#statusline())

" Before the helper has told of a draft there is nothing to say of it, not even that it has no words.
call writefile(['一、近期工作', '平常的一句话。'], $GANGMU_TEST_WORK . '/later.txt')
execute 'edit' fnameescape($GANGMU_TEST_WORK . '/later.txt')
call assert_equal('', gangmu#statusline())
call Test_settle()
call assert_match('\d字', gangmu#statusline())

" One line at 60 columns, in English too.
let g:gangmu_language = 'en'
set columns=60
call assert_true(strdisplaywidth(trim(execute('Gangmu count'))) < 58, execute('Gangmu count'))
call Test_finish()
