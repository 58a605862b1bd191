" What the plugin says, in Chinese or English. %1 and %2 stand for the arguments.

let s:texts = {
      \ 'not_attached': ['这个缓冲区没有接入纲目；用 :Gangmu attach 接入', 'this buffer is not attached; use :Gangmu attach'],
      \ 'no_longer_attached': ['这篇草稿已经断开', 'the draft is no longer attached'],
      \ 'unknown_command': ['没有这个子命令：%1', 'unknown subcommand: %1'],
      \ 'ambiguous_command': ['%1 可以是 %2', '%1 may be %2'],
      \ 'helper_missing': ['找不到助手程序 gangmu。请在插件目录运行 cmake -S . -B build && cmake --build build，或设 g:gangmu_helper', 'the helper "gangmu" was not found. Run cmake -S . -B build && cmake --build build in the plugin''s folder, or set g:gangmu_helper'],
      \ 'helper_failing': ['助手程序屡次退出，已停用（草稿不受影响）；用 :Gangmu restart 重试，:Gangmu info 看原因', 'the helper keeps stopping and was given up (the draft is untouched); :Gangmu restart tries again, :Gangmu info tells more'],
      \ 'helper_silent': ['助手程序没有回答，正在重新启动，请再试一次', 'the helper did not answer and is being restarted; please try again'],
      \ 'helper_error': ['助手程序报错：%1', 'the helper reports: %1'],
      \ 'too_large': ['文件超过 g:gangmu_max_bytes，没有接入', 'larger than g:gangmu_max_bytes, not attached'],
      \ 'option_unknown': ['没有选项 %1', 'unknown option %1'],
      \ 'option_nearest': ['，是否想写 %1？', ', did you mean %1?'],
      \ 'option_flag': ['%1 只能是 0 或 1', '%1 must be 0 or 1'],
      \ 'option_number': ['%1 只能是 %2 到 %3 的整数', '%1 must be a number from %2 to %3'],
      \ 'option_text': ['%1 要写成字符串', '%1 must be a string'],
      \ 'option_list': ['%1 要写成字符串的列表', '%1 must be a list of strings'],
      \ 'option_items': ['%1 里不能有 %2，只能有 %3', '%1 cannot have %2, only %3'],
      \ 'option_item': ['%1 里不能有 %2', '%1 cannot have %2'],
      \ 'option_default': ['（按默认值）', ' (default used)'],
      \ 'options_wrong': ['%1 个选项有误（见 :Gangmu info）：%2', 'wrong options (%1, see :Gangmu info): %2'],
      \ 'option_refused': ['%1 不能用：%2', '%1 cannot be used: %2'],
      \ 'option_no_rule': ['%1：没有规则 %2', '%1: there is no rule %2'],
      \ 'configuration_wrong': ['配置有误，未采用：%1', 'wrong and not heeded: %1'],
      \ 'option_choice': ['%1 只能是 %2', '%1 must be one of %2'],
      \ 'outline_empty': ['（没有编号的章节）', '(no numbered sections)'],
      \ 'outline_missing': ['（助手程序没有运行，见 :Gangmu info）', '(no helper runs, see :Gangmu info)'],
      \ 'helper_wrong': ['g:gangmu_helper 指向的 %1 不是可运行的程序', 'g:gangmu_helper: %1 is no program that can be run'],
      \ 'outline_waiting': ['（助手程序还没有回答）', '(no answer from the helper yet)'],
      \ 'outline_none': ['（没有符合的章节）', '(no section fits)'],
      \ 'filter_prompt': ['筛选（汉字或拼音）：', 'filter (characters or pinyin): '],
      \ 'only_numbered': ['只看编号', 'numbered'],
      \ 'only_line': ['不看段内', 'no inline'],
      \ 'only_findings': ['只看有问题', 'findings'],
      \ 'copied': ['已复制 %1 行', 'copied %1 lines'],
      \ 'outline_name': ['纲目', 'Outline'],
      \ 'no_draft': ['（没有草稿）', '(no draft)'],
      \ 'no_next': ['后面没有章节了', 'no section below'],
      \ 'no_previous': ['前面没有章节了', 'no section above'],
      \ 'no_findings': ['没有发现问题', 'no findings'],
      \ 'findings': ['%1 个问题', '%1 findings'],
      \ 'no_finding_here': ['光标处没有问题', 'no finding at the cursor'],
      \ 'no_fix': ['%1 没有现成的改法', '%1 has no ready fix'],
      \ 'no_related': ['这个问题没有相关的另一处', 'this finding has no other place'],
      \ 'fixed': ['已改：%1', 'fixed: %1'],
      \ 'fix_name': ['改正', 'Fixes'],
      \ 'fixed_many': ['已改 %1 处', 'fixed in %1 places'],
      \ 'no_fixes': ['这里没有现成的改法', 'no ready fixes here'],
      \ 'choose': ['怎么处理？', 'What to do?'],
      \ 'choose_fix': ['改：%1 → %2', 'fix: %1 -> %2'],
      \ 'choose_fixes': ['改 %1 处', 'fix in %1 places'],
      \ 'choose_related': ['看相关处：%1', 'see: %1'],
      \ 'choose_dismiss': ['放过', 'dismiss'],
      \ 'choose_explain': ['说明', 'explain'],
      \ 'dismiss_reason': ['放过的理由（可空，Esc 不放过）：', 'reason (may be empty, Esc cancels): '],
      \ 'dismissed_one': ['已放过 %1；:Gangmu! dismiss 撤回', 'dismissed %1; :Gangmu! dismiss takes it back'],
      \ 'dismissed_many': ['已放过 %1 个问题', '%1 findings dismissed'],
      \ 'undismissed': ['不再放过 %1', '%1 is told of again'],
      \ 'nothing_to_undismiss': ['光标处没有放过的问题，也没有刚放过的', 'nothing is dismissed here, and nothing was just now'],
      \ 'no_dismissed': ['没有放过的问题', 'nothing is dismissed'],
      \ 'dismissed_title': ['放过的问题', 'dismissed'],
      \ 'dismissed_count': ['放过 %1 个，其中 %2 个已用不着', '%1 dismissed, %2 of them unused'],
      \ 'rule_off': ['规则未启用', 'rule is off'],
      \ 'unused': ['用不着了', 'unused'],
      \ 'bad_row': ['这一行不算：%1', 'this line does not count: %1'],
      \ 'all_drafts': ['全部草稿', 'all drafts'],
      \ 'changed_since': ['草稿已经改动，请重新预览', 'the draft has changed; preview again'],
      \ 'nothing_in_register': ['寄存器 %1 里没有文字', 'nothing in register %1'],
      \ 'readonly': ['文件是只读的：改在缓冲区里', 'the file is read-only: the buffer is changed'],
      \ 'range_elsewhere': ['这里的行不是草稿的行；带范围的命令请在草稿窗口里用', 'lines here are not those of the draft; give a range in its window'],
      \ 'command_window': ['请先关上命令行窗口', 'close the command-line window first'],
      \ 'not_modifiable': ['缓冲区不可修改', 'the buffer is not modifiable'],
      \ 'no_conversion': ['繁简没有转换：%1', 'nothing was converted: %1'],
      \ 'unknown_argument': ['不认识的参数：%1', 'unknown argument: %1'],
      \ 'nothing_to_normalize': ['没有需要规范的地方', 'nothing to normalize'],
      \ 'normalized': ['已规范 %1 处', 'normalized in %1 places'],
      \ 'preview_title': ['%1预览  %2  共 %3 处，选中 %4 处', '%1: preview  %2  %3 edits, %4 accepted'],
      \ 'normalize_name': ['规范化', 'Normalize'],
      \ 'revise_renumber': ['重新编号', 'Renumber'],
      \ 'revise_shift': ['升降级', 'Promote or demote'],
      \ 'revise_move': ['移动章节', 'Move the section'],
      \ 'revise_split': ['拆成段落', 'Split'],
      \ 'revise_join': ['并成一段', 'Join'],
      \ 'revise_rename_figure': ['改数字', 'Rename the figure'],
      \ 'rename_ask': ['把 %1 改为：', 'rename %1 to: '],
      \ 'no_figure_here': ['光标处没有数字', 'no figure at the cursor'],
      \ 'review_holds': ['概数“%1”改后仍成立，请看要不要改', '"%1" is true of the new value too; look whether it is to change'],
      \ 'review_fails': ['概数“%1”与改后的数不合', '"%1" does not fit the new value'],
      \ 'review_other': ['“%1”可能说的是别的，没有改', '"%1" may be about something else and was left'],
      \ 'review_title': ['改数字之后要看的地方', 'to be looked at after the renaming'],
      \ 'review_count': ['有 %1 处要看一看，已列入位置列表（:lopen）', '%1 places are to be looked at, see the location list (:lopen)'],
      \ 'revised': ['%1：改动 %2 处', '%1: %2 edits'],
      \ 'nothing_to_revise': ['没有需要改动的地方', 'nothing to change'],
      \ 'no_section_here': ['光标处没有章节', 'no section at the cursor'],
      \ 'no_sibling_below': ['后面没有同级章节', 'no sibling below'],
      \ 'no_sibling_above': ['前面没有同级章节', 'no sibling above'],
      \ 'stale': ['此处的引用可能应为“%1”', 'this reference may have to read "%1"'],
      \ 'stale_title': ['可能失效的引用', 'stale references'],
      \ 'stale_count': ['有 %1 处引用可能失效，已列入稿子的位置列表（:lopen）', '%1 references may be stale, see the location list of the draft (:lopen)'],
      \ 'preview_keys': ['空格 取舍此处/此类  A 全选  R 全不选  <CR> 看原文  a 应用  q 关闭  ? 按键', 'Space accept or reject  A all  R none  <CR> see the place  a apply  q close  ? keys'],
      \ 'preview_hunks': ['，并为%1条', ' in %1 hunks'],
      \ 'preview_line': ['第%1行', 'line %1'],
      \ 'deleted': ['删去', 'deleted'],
      \ 'count_words': ['字数 %1', 'words %1'],
      \ 'count_section': ['本节 %1', 'section %1'],
      \ 'count_selection': ['选中 %1 字', 'selected: words %1'],
      \ 'count_han': ['汉字 %1', 'Han %1'],
      \ 'count_chars': ['字符 %1', 'characters %1'],
      \ 'count_sections': ['章节 %1', 'sections %1'],
      \ 'count_number': ['字数应为数字：%1', 'not a number of words: %1'],
      \ 'selected': ['选中%1字', '%1 words selected'],
      \ 'words': ['%1字', '%1 words'],
      \ 'table_empty': ['（没有数字）', '(no figures)'],
      \ 'table_name': ['数字', 'Figures'],
      \ 'figures_filter': ['过滤：', 'filter: '],
      \ 'figures_none_left': ['（没有符合条件的数字；a 看全部）', '(none left; a shows all)'],
      \ 'figures_only_conflicts': ['只看不符', 'conflicting only'],
      \ 'figures_only_unverified': ['只看未核', 'unverified only'],
      \ 'figures_sorted': ['按 %1', 'by %1'],
      \ 'figures_copied': ['已复制 %1 个数字（%2）到寄存器 %3', 'copied %1 figures as %2 to register %3'],
      \ 'conflict_name': ['对不上的地方', 'Conflicts'],
      \ 'conflict_title': ['%1 处对不上（c 回到数字表）', '%1 conflicts (c: back to the table)'],
      \ 'conflict_empty': ['（没有对不上的数字）', '(no conflicts)'],
      \ 'column_line': ['行', 'line'],
      \ 'column_text': ['原文', 'figure'],
      \ 'column_value': ['数值', 'value'],
      \ 'column_shown': ['数值', 'value'],
      \ 'column_low': ['下限', 'low'],
      \ 'column_high': ['上限', 'high'],
      \ 'column_unit': ['单位', 'unit'],
      \ 'column_noun': ['名目', 'noun'],
      \ 'column_period': ['时期', 'period'],
      \ 'column_section': ['章节', 'section'],
      \ 'column_verdict': ['核对', 'verdict'],
      \ 'explain_which': ['要解释哪条规则？例如 :Gangmu explain AR-01', 'which rule? for example :Gangmu explain AR-01'],
      \ 'no_rule': ['没有规则 %1；:Gangmu explain <Tab> 列出全部规则', 'no rule %1; :Gangmu explain <Tab> lists all rules'],
      \ 'clause': ['依据', 'clause'],
      \ 'bad': ['误', 'bad'],
      \ 'good': ['正', 'good'],
      \ 'near_miss': ['不算', 'near miss'],
      \ 'severity1': ['错误', 'error'],
      \ 'severity2': ['警告', 'warning'],
      \ 'severity3': ['提示', 'hint'],
      \ 'verdict0': ['未核', 'unverified'],
      \ 'verdict1': ['相符', 'agrees'],
      \ 'verdict2': ['不符', 'conflicts'],
      \ 'info_editor': ['编辑器　%1 %2', 'editor: %1 %2'],
      \ 'info_encoding': ["'encoding' 是 %1，须是 utf-8", "'encoding' is %1 and has to be utf-8"],
      \ 'info_filetypes': ['没有打开文件类型检测，稿子不会自动接入', 'file types are not detected, so that no draft is attached by itself'],
      \ 'info_helper': ['助手程序　%1', 'helper: %1'],
      \ 'info_idle': ['助手程序没有运行：打开第一篇稿子时启动', 'the helper does not run yet: it is started with the first draft'],
      \ 'info_failed': ['助手程序退出了', 'the helper has ended'],
      \ 'info_version': ['版本 %1，线路 %2，进程 %3', 'version %1, wire %2, process %3'],
      \ 'info_old': ['助手程序比插件旧，不会：%1', 'the helper is older than the plugin and does not know: %1'],
      \ 'info_restarts': ['重新启动过 %1 次', 'restarted %1 times'],
      \ 'info_error': ['最近的错误：%1', 'last error: %1'],
      \ 'info_no_drafts': ['没有接入的稿子；自动接入的类型：%1', 'no draft is attached; attached by themselves: %1'],
      \ 'info_draft': ['稿子 %1：%2 行，%3 字节，章节 %4，数字 %5，问题 %6', 'draft %1: %2 lines, %3 bytes, %4 sections, %5 figures, %6 findings'],
      \ 'info_not_held': ['稿子 %1 接入了，但助手程序里没有', 'draft %1 is attached, but the helper does not hold it'],
      \ 'info_behind': ['稿子 %1 的改动还在路上', 'changes of draft %1 are on their way'],
      \ 'info_timings': ['用时（微秒，中位/百分之九十九）　%1', 'time in µs, median/99th percentile: %1'],
      \ 'info_scan': ['读入', 'scan'],
      \ 'info_join': ['汇总', 'join'],
      \ 'info_publish': ['发布', 'publish'],
      \ 'info_options': ['选项　%1', 'options: %1'],
      \ 'attached': ['已接入纲目', 'attached'],
      \ 'detached': ['已断开', 'detached'],
      \ 'keys_outline': [
      \   ['回车       跳到章节　　　　　　　　　o     显示章节，光标留在侧栏',
      \    's  v  t    在横分、竖分窗口、新标签页里打开　p  浮窗看正文',
      \    '/  f       边打边筛：汉字或拼音（zd）；<Esc> 清除，回车保留，<C-n> <C-p>',
      \    'F          全部显示　　N 只看编号　　I 不看段内　　E 只看有问题的',
      \    'cs cn cw ce  折叠符号、序号、字数、问题各列的显隐',
      \    'za zo zc zA zO zC zM zR zm zr zv  折叠，展开；<Tab> 同 za',
      \    ']] [[      下一个、上一个一级章节',
      \    'K  J       上移、下移　< > 升级、降级　R 重新编号　u <C-r> 撤销、重做',
      \    'y  Y       把本节、全部大纲复制为文本（可先给 "寄存器）',
      \    'q          关闭　　?  这张表'],
      \   ['<CR>        go to the section        o   show it, stay here',
      \    's  v  t     open it in a split, a vertical split, a tab   p  peek at it',
      \    '/  f        filter by characters or pinyin (zd); <Esc> <CR> <C-n> <C-p>',
      \    'F           all   N  numbered   I  no inline items   E  with findings',
      \    'cs cn cw ce show or hide fold signs, numbers, words, findings',
      \    'za zo zc zA zO zC zM zR zm zr zv   fold, unfold; <Tab> as za',
      \    ']]  [[      next, previous top section',
      \    'K  J        move up, down  < >  promote, demote  R  renumber  u <C-r>  undo',
      \    'y  Y        copy this section, the whole outline (to a register)',
      \    'q           close    ?  this list']],
      \ 'keys_figures': [
      \   ['回车   跳到数字', 'o      在稿子里指出（光标留在此处）', 's1–s8  按第几列排序，再按一次倒序', 'ss S   按光标所在列排序   按原文次序', '/ f    过滤，边打边看；<Esc> 还原', 'x u    只看不符   只看未核', 'F a    看全部', 'c      对不上的地方并排看', 'yc yt  复制为 CSV、TSV（可带寄存器）', 'r      重新列出', 'q      关闭', '?      这张表'],
      \   ['<CR>   go to the figure', 'o      show it in the draft, stay here', 's1–s8  sort by a column; again: reverse', 'ss S   by the column of the cursor   as in the draft', '/ f    filter as you type; <Esc> takes it back', 'x u    only conflicting   only unverified', 'F a    all', 'c      conflicts side by side', 'yc yt  copy as CSV, TSV (to a register)', 'r      list again', 'q      close', '?      this list']],
      \ 'keys_preview': [
      \   ['空格   取舍此处（在类名上：整类）', 'A R    全选，全不选', '回车   看原文', 'a      应用选中的各处', 'q      关闭，不改', '?      这张表'],
      \   ['Space  accept or reject this edit (on a rule: all of it)', 'A R    accept all, reject all', '<CR>   see the place', 'a      apply what is accepted', 'q      close, change nothing', '?      this list']],
      \ }

" 'zh' or 'en': g:gangmu_language, else by the locale; Chinese unless the locale is plainly another language's.
function! gangmu#message#language() abort
  let language = gangmu#option#get('language')
  if type(language) == v:t_string && !empty(language)
    return language ==# 'en' ? 'en' : 'zh'
  endif
  if !exists('s:locale')
    let locale = ''
    for name in ['LC_ALL', 'LC_MESSAGES', 'LANG']
      if empty(locale)
        let locale = getenv(name) is v:null ? '' : getenv(name)
      endif
    endfor
    let s:locale = locale =~? '^en' ? 'en' : 'zh'
  endif
  return s:locale
endfunction

" The text of a key (a string, or a list of lines), with %1 %2 … replaced.
function! gangmu#message#text(key, ...) abort
  let text = s:texts[a:key][gangmu#message#language() ==# 'en']
  for i in range(a:0)
    let text = substitute(text, '%' . (i + 1), escape(a:000[i], '\&~'), '')
  endfor
  return text
endfunction

" What is to be read beside the next message of the command that runs, which would be drawn over it.
let s:beside = ''
function! gangmu#message#beside(text) abort
  let s:beside = a:text
  call timer_start(0, function('s:no_beside'))
endfunction

function! s:no_beside(timer) abort
  let s:beside = ''
endfunction

" Both where they fit one line.
function! s:with_beside(text) abort
  if empty(s:beside)
    return a:text
  endif
  let both = a:text . (gangmu#message#language() ==# 'en' ? '; ' : '；') . s:beside
  return strdisplaywidth(both) + 22 < &columns ? both : a:text
endfunction

function! gangmu#message#say(text) abort
  if exists('*gangmu#finding#overwritten')
    call gangmu#finding#overwritten()
  endif
  " In one line, else a key would be asked for.
  call gangmu#message#echo('gangmu: ' . s:with_beside(a:text), empty(s:beside) ? 'None' : 'WarningMsg')
endfunction

function! gangmu#message#warn(text) abort
  echohl WarningMsg
  echomsg 'gangmu: ' . s:with_beside(a:text)
  echohl None
endfunction

" A warning that nobody asked for: in one line, since a key would be asked for else.
function! gangmu#message#notice(text) abort
  call gangmu#message#warn(gangmu#message#fit(substitute(a:text, '[[:cntrl:]]', ' ', 'g'), &columns - 22))
endfunction

" What a message is made of, as much of it from the beginning as fits one line.
function! gangmu#message#parts(parts) abort
  let text = a:parts[0]
  for part in a:parts[1:]
    if strdisplaywidth(text . '　' . part) + 22 > &columns
      break
    endif
    let text .= (gangmu#message#language() ==# 'en' ? '  ' : '　') . part
  endfor
  call gangmu#message#say(text)
endfunction

" Two messages as one, or the second alone where both are too wide for the screen.
function! gangmu#message#one_line(first, second) abort
  let both = a:first . (gangmu#message#language() ==# 'en' ? '; ' : '；') . a:second
  return strdisplaywidth(both) + 22 < &columns ? both : a:second
endfunction

" A text cut to `cells` display cells, with … when cut.
function! gangmu#message#fit(text, cells) abort
  if strlen(a:text) <= a:cells || strdisplaywidth(a:text) <= a:cells
    return a:text
  endif
  return printf('%.' . max([a:cells - 1, 0]) . 'S', a:text) . '…'
endfunction

" Echoes one line without a hit-enter prompt.
function! gangmu#message#echo(text, group) abort
  let text = gangmu#message#fit(substitute(a:text, '[[:cntrl:]]', ' ', 'g'), &columns - 14)
  execute 'echohl' a:group
  echo text
  echohl None
endfunction
