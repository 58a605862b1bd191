" Editing by the outline: renumber, promote, demote, move, split, join; one undo step each, from the draft and from the sidebar.
let s:text = [
      \ '关于做好全年工作的总结', '',
      \ '一、加强组织领导', '全体人员各负其责，详见第三部分。', '',
      \ '三、狠抓工作落实', '（一）推进重点项目', '正文一段，内容充实，措施得力，成效明显，群众满意。', '（二）优化营商环境', '正文又一段，内容充实，措施得力，成效明显。', '',
      \ '四、下一步打算', '要做好三件事：一是建立专班；二是压实责任；三是强化督导。']
let s:buf = Test_draft('revise.txt', s:text)

function! s:undone() abort
  normal! u
  call assert_equal(s:text, getline(1, '$'))
  call Test_settle()
endfunction

" Renumber: applied at once with !, previewed without.
Gangmu! renumber
call assert_equal(['二、狠抓工作落实', '三、下一步打算'], [getline(6), getline(12)])
call assert_equal([4], map(getloclist(0), 'v:val.lnum'))
call s:undone()
Gangmu renumber
call assert_equal('gangmu-preview', &filetype)
call assert_match('三 → 二', join(getline(1, '$'), "\n"))
normal a
call assert_equal('二、狠抓工作落实', getbufline(s:buf, 6)[0])
call s:undone()
Gangmu! renumber 5
call assert_equal(['五、加强组织领导', '六、狠抓工作落实'], [getline(3), getline(6)])
call s:undone()

" Move: the section goes with its subtree and both ends are renumbered; the cursor goes with it.
call cursor(6, 1)
Gangmu! move up
call assert_equal(['一、狠抓工作落实', '（一）推进重点项目'], getline(3, 4))
call assert_equal('一、狠抓工作落实', getline('.'))
call s:undone()

" Previewed: what is put in and what is taken out are accepted together; the cursor goes with the section.
call cursor(6, 1)
Gangmu move up
call assert_match('重新编号', join(getline(1, '$'), "\n"))
call cursor(3, 1)
normal x
call assert_equal([0, 0], map(filter(range(len(b:gangmu_preview.edits)), 'b:gangmu_preview.edits[v:val][5] ==# "move"'), 'b:gangmu_preview.accepted[v:val]'))
normal R
normal a
call assert_equal([s:text, s:buf], [getline(1, '$'), bufnr('')])
call cursor(6, 1)
Gangmu move up
normal a
call assert_equal(['一、狠抓工作落实', 3], [getline('.'), line('.')])
call s:undone()

" Inline items: text moves, separators stay.
call cursor(13, stridx(s:text[12], '三是') + 1)
Gangmu! move up 2
call assert_equal('要做好三件事：一是强化督导；二是建立专班；三是压实责任。', getline(13))
call s:undone()

" Split and join are inverse.
call cursor(13, stridx(s:text[12], '一是') + 1)
Gangmu! split
call assert_equal(['一是建立专班；', '二是压实责任；', '三是强化督导。'], map(getline(14, 16), 'substitute(v:val, "^\\s*", "", "")'))
call Test_settle()
call cursor(15, col([15, '$']))
Gangmu! join
call assert_equal(s:text, getline(1, '$'))
call Test_settle()

" The words that lead into a run mean it, not the run of the paragraph above; the cursor stays on its character.
call Test_draft('lead.txt', ['一、主要做法', '先做两件：一是甲项；二是乙项。', '再做两件：一是丙项；二是丁项。'])
call cursor(3, 1)
Gangmu! split
call assert_equal(['先做两件：一是甲项；二是乙项。', '再做两件：', '一是丙项；', '二是丁项。'], getline(2, '$'))
call Test_settle()
Gangmu! join
call assert_equal(['先做两件：一是甲项；二是乙项。', '再做两件：一是丙项；二是丁项。'], getline(2, '$'))
call Test_settle()
call cursor(3, stridx(getline(3), '二是') + 1)
Gangmu! split
call assert_equal([5, 1], [line('.'), col('.')])
call Test_settle()
execute 'buffer' s:buf

" Items below their heading are joined to each other, never to the heading.
call Test_draft('below.txt', ['一、主要做法', '一是建立专班；二是压实责任。', '二、打算'])
call cursor(2, stridx(getline(2), '二是') + 1)
Gangmu! split
call Test_settle()
call assert_equal(['一、主要做法', '一是建立专班；', '二是压实责任。'], getline(1, 3))
Gangmu! join
call assert_equal(['一、主要做法', '一是建立专班；二是压实责任。', '二、打算'], getline(1, '$'))
call Test_settle()
execute 'buffer' s:buf

" Demote takes the family of its new siblings; promote takes it back.
call cursor(12, 1)
Gangmu! demote
call assert_equal('（三）下一步打算', getline(12))
call Test_settle()
Gangmu! promote
call assert_equal('三、下一步打算', getline(12))
call Test_settle()

" From the sidebar: the keys act on the draft, the cursor stays in the sidebar on its section.
execute 'edit!'
call Test_settle()
let s:text = getline(1, '$')
Gangmu outline
let s:bar = win_getid(filter(range(1, winnr('$')), 'getwinvar(v:val, "&filetype") ==# "gangmu-outline"')[0])
let s:draft = win_getid()
call win_gotoid(s:bar)
call search('狠抓')
normal K
call assert_equal(s:bar, win_getid())
call assert_match('狠抓', getline('.'))
call assert_equal('一、狠抓工作落实', getbufline(s:buf, 3)[0])
call win_gotoid(s:draft)
call s:undone()
Gangmu outline

call Test_finish()
