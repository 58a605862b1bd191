" ]] and [[: sections by line and byte, counts, operators, Visual mode, the jump list, text changed since the outline was published.
let s:text = [
      \ '关于做好全年工作的总结', '',
      \ '一、加强组织领导', '我们召开会议，一是建立专班；二是压实责任；三是强化督导。', '',
      \ '二、狠抓工作落实', '（一）推进重点项目', '正文一段。', '（二）优化营商环境', '正文又一段。', '',
      \ '三、下一步打算', '继续努力。']
call Test_draft('motion.txt', s:text)
let s:places = map(filter(gangmu#sections(), 'v:val.level > 0'), '[v:val.line, v:val.byte + 1]')
call assert_equal([[3, 1], [4, 22], [4, 43], [4, 64], [6, 1], [7, 1], [9, 1], [12, 1]], s:places)

function! s:here() abort
  return [line('.'), col('.')]
endfunction
function! s:from(line, column, keys) abort
  call cursor(a:line, a:column)
  execute 'normal' a:keys
  return s:here()
endfunction

call assert_equal([4, 22], s:from(3, 1, ']]'))
call assert_equal([4, 43], s:from(4, 22, ']]'))
call assert_equal([4, 43], s:from(4, 25, ']]'))
call assert_equal([6, 1], s:from(3, 4, '4]]'))
call assert_equal([12, 1], s:from(3, 1, '99]]'))
call assert_equal([12, 1], s:from(12, 1, ']]'))
call assert_equal([3, 1], s:from(4, 22, '[['))
call assert_equal([4, 64], s:from(6, 1, '[['))
call assert_equal([6, 1], s:from(6, 7, '[['))
call assert_equal([4, 22], s:from(6, 1, '3[['))

" The jump list leads back.
call cursor(8, 4)
execute "normal 2]]"
execute "normal! \<C-O>"
call assert_equal([8, 4], s:here())

" Operators work on characters.
call cursor(4, 22)
normal d]]
call assert_equal('我们召开会议，二是压实责任；三是强化督导。', getline(4))
normal! u
call Test_settle()
call cursor(4, 22)
normal 2d]]
call assert_equal('我们召开会议，三是强化督导。', getline(4))
normal! u
call Test_settle()
call cursor(4, 50)
normal d[[
call assert_equal('我们召开会议，一是建立专班；' . strpart(s:text[3], 48), getline(4))
normal! u
call Test_settle()
call cursor(7, 1)
normal d]]
call assert_equal('（二）优化营商环境', getline(7))
normal! u
call Test_settle()
call cursor(12, 1)
normal d]]
call assert_equal(s:text, getline(1, '$'))
call cursor(4, 22)
normal y]]
call assert_equal(['一是建立专班；', 'v'], [getreg('"'), getregtype('"')])

" Visual mode.
call cursor(4, 22)
execute "normal v]]\<Esc>"
call assert_equal([[4, 22], [4, 43]], [[line("'<"), col("'<")], [line("'>"), col("'>")]])

" At once after a change, before anything was published.
call cursor(1, 1)
normal! dd
call assert_equal([3, 22], s:from(2, 1, ']]'))
normal! uggO又一行
call assert_equal([5, 22], s:from(4, 1, ']]'), string(getline(1,'$')))
normal! u
call Test_settle()

" The <Plug> mappings.
nmap ,n <Plug>(gangmu-next-section)
call assert_equal([4, 22], s:from(3, 1, ',n'))

" Text objects: inline sections by characters, others by lines, with their subsections, and levels out.
omap as <Plug>(gangmu-a-section)
omap is <Plug>(gangmu-inner-section)
xmap as <Plug>(gangmu-a-section)
call cursor(4, 30)
normal yas
call assert_equal(['一是建立专班；', 'v'], [getreg('"'), getregtype('"')])
call cursor(4, 50)
normal yis
call assert_equal(['压实责任', 'v'], [getreg('"'), getregtype('"')])
call cursor(8, 1)
normal yas
call assert_equal([['（一）推进重点项目', '正文一段。'], 'V'], [getreg('"', 1, 1), getregtype('"')])
call cursor(8, 1)
normal y2as
call assert_equal(s:text[5:10], getreg('"', 1, 1))
call cursor(12, 1)
execute "normal vas\<Esc>"
call assert_equal([12, 13], [line("'<"), line("'>")])
" An item's inner text leaves the stop that parts it from the next; the last one's its full stop.
call cursor(4, 43)
normal cis抓落实
call assert_equal('我们召开会议，一是建立专班；二是抓落实；三是强化督导。', getline(4))
undo
call Test_settle()
call cursor(4, 64)
normal dis
call assert_equal('我们召开会议，一是建立专班；二是压实责任；三是。', getline(4))
undo
call assert_equal(s:text, getline(1, '$'))
call Test_settle()

" Below a run of items the section around it goes on: no command takes an item for it.
let s:below = ['工作总结', '', '一、抓学习', '主要有：一是读书；二是看报。', '会议定于四月召开。', '', '二、抓作风', '正文。']
call Test_draft('below.txt', s:below)
for s:line in [5, 6]
  call cursor(s:line, 1)
  call assert_equal(['一、抓学习'], gangmu#path())
  call assert_match('^一、抓学习  \d', gangmu#statusline())
  normal yas
  call assert_equal(s:below[2:5], getreg('"', 1, 1))
endfor
call assert_equal(['一、抓学习', '二是看报'], [cursor(4, 40), gangmu#path()][1])
call cursor(5, 1)
normal d2as
call assert_equal(s:below, getline(1, '$'))
call assert_equal([7, 1], s:from(5, 1, ":call gangmu#section#relative(1, 1, 'n')\<CR>"))
let s:words = filter(gangmu#sections(), 'v:val.line == 3')[0].chars
call cursor(5, 1)
call assert_match('本节 ' . s:words . '　', execute('Gangmu count'))
Gangmu! move down
call assert_equal(['一、抓作风', '二、抓学习'], filter(getline(3, '$'), 'v:val =~# "、"'))
undo
call Test_settle()
" The sidebar marks it.
Gangmu outline
function! s:marked() abort
  call gangmu#sidebar#follow()
  return t:gangmu_sidebar.row
endfunction
call cursor(4, 40)
call assert_match('二是看报', Test_sidebar()[s:marked() - 1])
call cursor(5, 1)
call assert_match('一、抓学习', Test_sidebar()[s:marked() - 1])
" A run with no section around it: nothing is taken.
call Test_draft('alone.txt', ['主要有：一是读书；二是看报。', '另一段。'])
call cursor(2, 1)
call assert_equal([], gangmu#path())
normal das
call assert_equal(['主要有：一是读书；二是看报。', '另一段。'], getline(1, '$'))
" A line opened below the last one of the draft is its section's, before that is published.
call Test_draft('end.txt', ['一、抓学习', '正文。'])
call append('$', '又一段')
call cursor(3, 1)
call assert_equal(['一、抓学习'], gangmu#path())
call gangmu#sync#flush(bufnr(''))
call assert_equal(['一、抓学习'], gangmu#path())
Gangmu outline

" A draft without sections: the keys do what they did.
call Test_draft('plain.txt', ['平常的一段话。', '', '{', '又一段。'])
if empty(gangmu#sections())
  call assert_equal([3, 1], s:from(1, 1, ']]'))
endif

" Another file type: the mappings go.
setfiletype text
setlocal filetype=c
call assert_equal({}, filter(maparg(']]', 'n', 0, 1), 'v:key ==# "buffer" && v:val'))
call Test_wait('!gangmu#attached()')
" Siblings and parents.
call Test_draft('kin.txt', s:text)
nmap <buffer> gn <Plug>(gangmu-next-sibling)
nmap <buffer> gp <Plug>(gangmu-previous-sibling)
nmap <buffer> gu <Plug>(gangmu-parent-section)
omap <buffer> ih <Plug>(gangmu-inner-section)
omap <buffer> ah <Plug>(gangmu-a-section)
call assert_equal([6, 1], s:from(3, 1, 'gn'))
call assert_equal([12, 1], s:from(3, 1, '2gn'))
call assert_equal([9, 1], s:from(8, 1, 'gn'))
call assert_equal([9, 1], s:from(9, 1, 'gn'))
call assert_equal([7, 1], s:from(9, 1, 'gp'))
call assert_equal([6, 1], s:from(10, 1, 'gu'))
call assert_equal([3, 1], s:from(4, 43, 'gu'))
call assert_equal([1, 1], s:from(4, 43, '2gu'))

" Inline items can be passed over.
let g:gangmu_skip_inline = 1
call assert_equal([6, 1], s:from(3, 1, ']]'))
call assert_equal([3, 1], s:from(6, 1, '[['))
unlet g:gangmu_skip_inline

" The body of a section: below its heading, or behind its run-in title.
call cursor(8, 1)
normal dih
call assert_equal(['（一）推进重点项目', '（二）优化营商环境'], getline(7, 8))
normal! u
call Test_settle()

call Test_finish()
