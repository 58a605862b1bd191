" The help: tags are unique, every reference to a tag of ours has its tag, both languages have the same tags, Vim finds them.
let s:tags = {}
for s:file in ['gangmu.txt', 'gangmu.cnx']
  let s:lines = readfile($GANGMU_TEST_ROOT . '/doc/' . s:file)
  let s:tags[s:file] = []
  for s:line in s:lines
    call substitute(s:line, '\%(^\|[ \t]\)\zs\*\([^* \t|]\+\)\*\ze\%($\|[ \t]\)', '\=add(s:tags[s:file], submatch(1))[-1]', 'g')
  endfor
  let s:twice = filter(copy(s:tags[s:file]), 'count(s:tags[s:file], v:val) > 1')
  call assert_equal([], s:twice, s:file)
  let s:links = []
  for s:line in s:lines
    call substitute(s:line, '|\([^| \t]*[Gg]angmu[^| \t]*\)|', '\=add(s:links, submatch(1))[-1]', 'g')
  endfor
  call assert_true(len(s:links) > 30)
  call assert_equal([], uniq(sort(filter(copy(s:links), 'index(s:tags[s:file], v:val) < 0 && v:val !~# "^gangmu\\.\\%(txt\\|cnx\\)$"'))), s:file)
endfor
let s:other = {'gangmu.txt': 'gangmu.cnx', 'gangmu.cnx': 'gangmu.txt'}
for s:file in keys(s:other)
  call assert_equal([], filter(copy(s:tags[s:file]), 'index(s:tags[s:other[s:file]], v:val) < 0 && v:val !~# "^gangmu\\."'), s:file)
endfor

" How they come to be found where no plugin manager sees to it.
for s:file in ['README.md', 'doc/gangmu.txt', 'doc/gangmu.cnx']
  call assert_match(':helptags ALL', join(readfile($GANGMU_TEST_ROOT . '/' . s:file), "\n"), s:file)
endfor

" Vim finds them.
call mkdir($GANGMU_TEST_WORK . '/help/doc', 'p')
call writefile(readfile($GANGMU_TEST_ROOT . '/doc/gangmu.txt'), $GANGMU_TEST_WORK . '/help/doc/gangmu.txt')
execute 'helptags' fnameescape($GANGMU_TEST_WORK . '/help/doc')
execute 'set runtimepath^=' . fnameescape($GANGMU_TEST_WORK . '/help')
help gangmu-figures
call assert_match('\*gangmu-figures\*', getline('.'))
bwipeout
call Test_finish()
