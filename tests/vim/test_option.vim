" Options, events, what is loaded when, the commands that need no draft.
call assert_equal([], gangmu#option#faults())
let g:gangmu_sidebar_witdh = 30
let g:gangmu_signs = 'yes'
let g:gangmu_sidebar_side = 'top'
let s:faults = gangmu#option#faults()
call assert_equal(3, len(s:faults), string(s:faults))
call assert_match('g:gangmu_sidebar_width', join(s:faults))
unlet g:gangmu_sidebar_witdh g:gangmu_signs g:gangmu_sidebar_side

" A wrong value is told of and counts as the default; one at the bound is right.
for [s:name, s:wrong, s:right] in [
      \ ['filetypes', ['text', [1], ['a b']], [['tex']]], ['select', ['AR-01', [1]], [['AR-01']]], ['ignore', ['AR-01', {}], [['all']]],
      \ ['publish_delay', [-1, 201, '40', 4.0], [0, 200]], ['timeout', [-5, 0], [1]], ['sidebar_width', [-3, 0, 9, 500], [10, 200]],
      \ ['diagnostics_limit', [0, -1, []], [1]], ['max_bytes', [0, 'x'], [1]], ['sidebar_columns', ['signs', ['signs', 'bogus']], [[], ['words']]],
      \ ['sidebar_side', ['top', '', 1], ['right']], ['profile', ['news', 0], ['', 'tw']], ['language', ['cn'], ['en']], ['helper', [1, []], ['x']],
      \ ['signs', ['yes', [], 1.0], [0, v:true]], ['mappings', [{}], [v:false]]]
  let s:set = get(g:, 'gangmu_' . s:name, v:null)
  unlet! g:['gangmu_' . s:name]
  let s:default = gangmu#option#get(s:name)
  for s:value in s:wrong
    let g:['gangmu_' . s:name] = s:value
    call assert_equal(s:default, gangmu#option#get(s:name), s:name)
    call assert_match('^g:gangmu_' . s:name . '.*\(默认\|default\)', get(gangmu#option#faults(), 0, ''), s:name)
  endfor
  for s:value in s:right
    let g:['gangmu_' . s:name] = s:value
    call assert_equal([s:value, []], [gangmu#option#get(s:name), gangmu#option#faults()], s:name)
  endfor
  unlet g:['gangmu_' . s:name]
  if s:set isnot v:null
    let g:['gangmu_' . s:name] = s:set
  endif
endfor

" Several are told of in one line, by whole names; in English too.
for [s:language, s:told] in [['zh', '4 个选项有误（见 :Gangmu info）：g:gangmu_echo，…$'], ['en', 'wrong options (4, see :Gangmu info): g:gangmu_echo, g:.*…$\|wrong options (4, see :Gangmu info): g:gangmu_echo, …$']]
  let [g:gangmu_language, g:gangmu_signs, g:gangmu_echo, g:gangmu_timeout, g:gangmu_folds] = [s:language, 'no', 'no', -5, 'no']
  let s:said = substitute(execute('call gangmu#option#check()'), '\n', '', 'g')
  call assert_match(s:told, s:said)
  call assert_true(strdisplaywidth(s:said) < &columns - 12, s:said)
  call assert_match('g:gangmu_timeout.*1.*600000', execute('Gangmu info'))
endfor
unlet g:gangmu_signs g:gangmu_echo g:gangmu_timeout g:gangmu_folds
let g:gangmu_language = 'zh'

let g:seen = []
augroup test
  autocmd User GangmuAttached call add(g:seen, ['attached', g:gangmu_event.buffer])
  autocmd User GangmuPublished call add(g:seen, ['published', g:gangmu_event.buffer])
augroup END
let s:buf = Test_draft('a.txt', ['一、甲', '正文共12字。'])
call assert_equal(['attached', s:buf], g:seen[0])
call assert_equal(['published', s:buf], g:seen[1])

" A file type that is not ours attaches by the command.
execute 'edit' $GANGMU_TEST_WORK . '/a.tex'
call assert_false(gangmu#attached())
Gangmu attach
call assert_true(gangmu#attached())
Gangmu detach
call assert_false(gangmu#attached())

" *.gw is an official document, in its own profile.
execute 'edit' $GANGMU_TEST_WORK . '/a.gw'
call assert_equal('gongwen', &filetype)
call assert_equal({'profile_guess': 'cn-gongwen'}, gangmu#buffer#profile(gangmu#buffer#get(bufnr(''))))
call assert_equal('gongwen', get(b:, 'current_syntax', ''))
call setline(1, ['一、标记', '共XX人，“引用”'])
call assert_equal('GangmuMarker1', synIDattr(synID(1, 1, 1), 'name'))
call assert_equal('GangmuPlaceholder', synIDattr(synID(2, 4, 1), 'name'))
call assert_equal('GangmuQuote', synIDattr(synID(2, 13, 1), 'name'))

call assert_match('words\|字数', execute('Gangmu count'))
call assert_match('没有这个子命令', execute('Gangmu nonsense'))
call assert_match('ren 可以是 rename、renumber', execute('Gangmu ren'))
let g:gangmu_language = 'en'
call assert_match('unknown subcommand', execute('Gangmu nonsense'))

" A rule that is none, which only the helper knows: said once, and the other options hold.
let g:gangmu_language = 'zh'
let [g:gangmu_profile, g:gangmu_select, g:gangmu_ignore] = ['news', ['AR-99'], ['STY-01']]
messages clear
Gangmu restart
let s:buf = Test_draft('wrong.txt', ['一、总体情况', '近二个月，全校共有教师231人，其中党员208人，占90.40%。'])
call Test_wait('map(gangmu#diagnostics(), "v:val.rule") == ["PCT-01"]')
call assert_equal(['一、总体情况'], gangmu#path())
call assert_equal(1, len(filter(split(execute('messages'), "\n"), 'v:val =~# "g:gangmu_select：没有规则 AR-99（按默认值）"')), execute('messages'))
call setline(1, '一,总体情况')
Gangmu! normalize
call assert_equal('一、总体情况', getline(1))
let s:info = execute('Gangmu info')
call assert_match('g:gangmu_profile 只能是 cn-news', s:info)
call assert_match('没有规则 AR-99', s:info)
call assert_notmatch('没有回答', s:info)
unlet g:gangmu_profile g:gangmu_select
" Also when it is asked before it has told so by itself.
let g:gangmu_ignore = ['AR-98']
Gangmu restart
call assert_true(!empty(gangmu#client#rules()))
call Test_settle()
call assert_equal(1, len(filter(split(execute('messages'), "\n"), 'v:val =~# "g:gangmu_ignore：没有规则 AR-98"')), execute('messages'))
" What is set right holds after a restart.
let g:gangmu_ignore = ['PCT', 'STY']
Gangmu restart
call Test_wait('empty(gangmu#diagnostics())')
unlet g:gangmu_ignore

" A large outline: rows, the gap and the operations on it against a plain list.
let s:seed = 7
function! s:random(n) abort
  let s:seed = (s:seed * 1103515245 + 12345) % 2147483648
  return (s:seed / 65536) % a:n
endfunction
let s:list = gangmu#rows#new(0)
let s:plain = []
for s:i in range(400)
  if s:i == 50
    " Taken back to nothing.
    call gangmu#rows#apply(s:list, ['splice', 0, len(s:plain), []])
    let s:plain = []
    call assert_equal([-1, []], [gangmu#rows#find(s:list, 3, 0), gangmu#rows#between(s:list, 1, 9)])
  endif
  let s:at = s:random(len(s:plain) + 1)
  let s:kind = s:random(3)
  if s:kind == 0 || len(s:plain) < 5
    let s:removed = min([s:random(4), len(s:plain) - s:at])
    let s:line = s:at > 0 ? s:plain[s:at - 1][0] : 1
    let s:rows = map(range(s:random(4)), '[s:line, v:val, s:line + 1]')
    let s:plain = (s:at > 0 ? s:plain[: s:at - 1] : []) + deepcopy(s:rows) + s:plain[s:at + s:removed :]
    call gangmu#rows#apply(s:list, ['splice', s:at, s:removed, s:rows])
  elseif s:kind == 1
    let s:to = s:random(2) ? len(s:plain) : min([len(s:plain), s:at + s:random(5)])
    let s:n = 1 + s:random(3)
    for s:row in s:at < s:to ? s:plain[s:at : s:to - 1] : []
      let s:row[0] += s:n
      let s:row[2] += s:n
    endfor
    call gangmu#rows#apply(s:list, ['shift', s:at, s:to, s:n])
  elseif s:at < len(s:plain)
    let s:plain[s:at][2] += 3
    call gangmu#rows#apply(s:list, ['patch', s:at, 2, s:plain[s:at][2]])
  endif
  if map(range(gangmu#rows#length(s:list)), 'gangmu#rows#get(s:list, v:val)') != s:plain
    call add(v:errors, 'rows differ after operation ' . s:i)
    break
  endif
endfor

" Each option, subcommand, mapping, event and function has its tag in both help files.
let s:plugs = map(filter(split(execute('map'), "\n"), 'v:val =~# "^[nxo ]\\+<Plug>(gangmu"'), 'matchstr(v:val, "<Plug>([a-z-]*)")')
let s:tags = map(gangmu#option#names(), '"g:gangmu_" . v:val') + map(gangmu#command#complete('', 'Gangmu ', 7), '":Gangmu-" . v:val') + uniq(sort(s:plugs))
      \ + ['GangmuAttached', 'GangmuPublished', 'gangmu#sections()', 'gangmu#diagnostics()', 'gangmu#figures()', 'gangmu#helper()', 'gangmu#winbar()', 'gangmu#attached()', 'gangmu#path()', 'gangmu#statusline()']
call assert_true(len(s:plugs) > 10)
for s:file in ['gangmu.txt', 'gangmu.cnx']
  let s:help = join(readfile($GANGMU_TEST_ROOT . '/doc/' . s:file), "\n")
  call assert_equal([], filter(copy(s:tags), 'stridx(s:help, "*" . v:val . "*") < 0'), s:file)
  call assert_equal([], filter(map(split(s:help, "\\*g:gangmu_")[1:], 'matchstr(v:val, "^[a-z_]*")'), 'index(gangmu#option#names(), v:val) < 0'), s:file)
endfor
" The help pages make tags: no other text lies below doc/ that would be taken for one.
call system('cp -r ' . shellescape($GANGMU_TEST_ROOT . '/doc') . ' ' . shellescape($GANGMU_TEST_WORK . '/doc'))
try
  execute 'helptags' fnameescape($GANGMU_TEST_WORK . '/doc')
catch
  call add(v:errors, v:exception)
endtry
call assert_true(filereadable($GANGMU_TEST_WORK . '/doc/tags'))
call Test_finish()
