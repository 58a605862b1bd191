" :Gangmu info and :checkhealth: what runs, what is wrong and what to do about it.
function! s:levels(level) abort
  return map(filter(gangmu#info#report(), {_, row -> row[0] ==# a:level}), 'v:val[1]')
endfunction

call assert_match(has('nvim') ? '^编辑器　Neovim \d\+\.\d' : '^编辑器　Vim \d\+\.\d\+\.\d', s:levels('ok')[0])
call assert_match('没有接入的稿子', join(s:levels('info')))
let s:draft = Test_draft('a.txt', ['一、开头', '共12人。'])
let s:report = gangmu#info#report()
call assert_equal([], s:levels('error') + s:levels('warn'))
call assert_match('版本 \d.*线路 ' . (has('nvim') ? 'msgpack' : 'json') . '，进程 \d', join(s:levels('ok')))
call assert_match('a.txt：2 行，23 字节，章节 1，数字 1，问题 0', join(s:levels('ok')))
call assert_match('读入 \d\+/\d\+  汇总 \d\+/\d\+  发布 \d\+/\d\+', join(s:levels('info')))
call assert_match('g:gangmu_publish_delay=5', join(s:levels('info')))
call assert_match('a.txt：2 行', execute('Gangmu info'))

let g:gangmu_sings = 1
call assert_match('g:gangmu_signs', join(s:levels('warn')))
unlet g:gangmu_sings

if has('nvim')
  checkhealth gangmu
  let s:lines = join(getline(1, '$'), "\n")
  call assert_match('a.txt：2 行', s:lines)
  call assert_notmatch('ERROR', s:lines)
  bwipeout!
endif

" A helper that is not there: the way to build it.
let g:gangmu_helper = '/nowhere/gangmu'
call gangmu#client#stop()
Gangmu restart
call assert_match('/nowhere/gangmu', s:levels('error')[0])
call assert_match('cmake', filter(gangmu#info#report(), 'v:val[0] ==# "error"')[0][2][0])
if has('nvim')
  checkhealth gangmu
  call assert_match('ERROR\_.*nowhere\_.*cmake', join(getline(1, '$'), "\n"))
  bwipeout!
endif
let g:gangmu_helper = $GANGMU_TEST_HELPER
let g:test_expects_errors = 1
call Test_finish()
