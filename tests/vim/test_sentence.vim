" Sentences: motions and text objects with counts, after operators, in Visual mode, across paragraphs; the option that maps ) and (.
let s:text = ['标题一行', '', '　　第一句。“第二句！”第三句；第四句', '下段，一句？二句。', '', '　　末段只有这一句。']
let s:draft = Test_draft('a.txt', s:text)
nmap g) <Plug>(gangmu-next-sentence)
nmap g( <Plug>(gangmu-previous-sentence)
xmap g) <Plug>(gangmu-next-sentence)
omap g) <Plug>(gangmu-next-sentence)
omap g( <Plug>(gangmu-previous-sentence)
omap aS <Plug>(gangmu-a-sentence)
omap iS <Plug>(gangmu-inner-sentence)
xmap iS <Plug>(gangmu-inner-sentence)

function! s:walk(key, n) abort
  let seen = []
  for i in range(a:n)
    execute 'normal' a:key
    call add(seen, [line('.'), strcharpart(strpart(getline('.'), col('.') - 1), 0, 2)])
  endfor
  return seen
endfunction

call cursor(1, 1)
call assert_equal([[3, '第一'], [3, '“第'], [3, '第三'], [3, '第四'], [4, '下段'], [4, '二句'], [6, '末段'], [6, '。']], s:walk('g)', 8))
call assert_equal([[6, '末段'], [4, '二句'], [4, '下段'], [3, '第四'], [3, '第三'], [3, '“第'], [3, '第一'], [1, '标题'], [1, '标题']], s:walk('g(', 9))
normal 3g)
call assert_equal([3, '第三'], [line('.'), strcharpart(strpart(getline('.'), col('.') - 1), 0, 2)])
normal 2g(
call assert_equal('第一', strcharpart(strpart(getline('.'), col('.') - 1), 0, 2))
call assert_equal('第三', strcharpart(strpart(getline("''"), col("''") - 1), 0, 2))

" Operators: up to the next sentence, and never across the end of a paragraph into the indent of the next.
function! s:after(keys) abort
  silent %delete _
  call setline(1, s:text)
  call cursor(3, 1)
  execute 'normal' a:keys
  return getline(1, '$')
endfunction
call assert_equal('　　“第二句！”第三句；第四句', s:after('g)dg)')[2])
call assert_equal('　　第一句。“第二句！”第三句；', s:after('4g)dg)')[2])
call assert_equal(len(s:text), line('$'))
call assert_equal('　　第一句。第四句', s:after('2g)d2g)')[2])
call assert_equal(s:text[: -2] + ['　　'], s:after('7g)dg)'))
call assert_equal('　　第一句。第三句；第四句', s:after('3g)dg(')[2])

" Text objects.
call assert_equal('　　第一句。第三句；第四句', s:after('2g)ldiS')[2])
call assert_equal('　　第一句。第四句', s:after('2g)d2iS')[2])
call assert_equal('改', s:after('5g)ciS改')[3][:2])
call assert_equal(['　　第一句。“第二句！”第三句；二句。', ''], s:after('4g)d2aS')[2:3])
call s:after('2g)viSy')
call assert_equal('“第二句！”', @")
call s:after('g)vg)y')
call assert_equal('第一句。“', @")
silent undo

" The option maps the keys in drafts that are attached then, and takes them away with the file type.
let g:gangmu_sentences = 1
call Test_draft('b.txt', s:text)
call assert_equal('<Plug>(gangmu-next-sentence)', maparg(')', 'n'))
call assert_equal('<Plug>(gangmu-inner-sentence)', maparg('is', 'o'))
call cursor(3, 1)
normal )
call assert_equal(7, col('.'))
set filetype=c
call Test_wait('!gangmu#attached()')
call assert_equal('', maparg(')', 'n'))
call Test_finish()
