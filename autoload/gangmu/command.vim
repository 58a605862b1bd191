" :Gangmu and its subcommands: a row each.

let s:commands = {
      \ 'attach': {'run': {c -> s:attach()}, 'free': 1},
      \ 'action': {'run': {c -> gangmu#fix#action()}},
      \ 'check': {'run': {c -> c.bang ? gangmu#list#all() : gangmu#list#show(c.range, c.first, c.last)}},
      \ 'count': {'run': {c -> gangmu#count#run(c.bang, c.range, c.first, c.last, get(c.arguments, 0, ''))}},
      \ 'detach': {'run': {c -> s:detach()}},
      \ 'demote': {'run': {c -> gangmu#revise#shift(c.bang, c.range, c.first, c.last, 1)}},
      \ 'dismiss': {'run': {c -> c.bang ? gangmu#dismiss#undo() : gangmu#dismiss#run(c.range, c.first, c.last, join(c.arguments))}},
      \ 'dismissed': {'run': {c -> gangmu#dismiss#list()}},
      \ 'explain': {'run': {c -> gangmu#explain#show(get(c.arguments, 0, ''))}, 'free': 1, 'complete': {lead -> map(copy(gangmu#client#rules()), 'v:val.id')}},
      \ 'figures': {'run': {c -> gangmu#figures#show(c.arguments)}, 'free': 1, 'complete': {lead -> ['conflicts', 'csv', 'tsv']}},
      \ 'fix': {'run': {c -> c.range ? gangmu#fix#lines(c.bang, c.first, c.last) : gangmu#fix#here()}},
      \ 'gongwen': {'run': {c -> execute('setlocal filetype=gongwen')}, 'free': 1},
      \ 'info': {'run': {c -> gangmu#info#show()}, 'free': 1},
      \ 'join': {'run': {c -> gangmu#revise#here(c.bang, 'join')}},
      \ 'move': {'run': {c -> gangmu#revise#move(c.bang, str2nr(get(c.arguments, 1, '1')), get(c.arguments, 0, 'down') ==# 'up' ? -1 : 1)}, 'complete': {lead -> ['down', 'up']}},
      \ 'next': {'run': {c -> gangmu#finding#jump(1, 1)}},
      \ 'normalize': {'run': {c -> gangmu#normalize#run(c.bang, c.range, c.first, c.last, c.arguments)}, 'complete': {lead -> gangmu#normalize#arguments()}},
      \ 'outline': {'run': {c -> c.bang ? gangmu#sidebar#enter() : gangmu#sidebar#toggle()}},
      \ 'paste': {'run': {c -> gangmu#normalize#paste(get(c.arguments, 0, '"'), 1, c.bang ? 'P' : 'p')}},
      \ 'previous': {'run': {c -> gangmu#finding#jump(1, 0)}},
      \ 'promote': {'run': {c -> gangmu#revise#shift(c.bang, c.range, c.first, c.last, -1)}},
      \ 'related': {'run': {c -> gangmu#finding#related()}},
      \ 'rename': {'run': {c -> gangmu#revise#rename(c.bang, join(c.arguments))}},
      \ 'renumber': {'run': {c -> gangmu#revise#renumber(c.bang, c.range, c.first, c.last, get(c.arguments, 0, ''))}},
      \ 'restart': {'run': {c -> gangmu#client#restart()}, 'free': 1},
      \ 'split': {'run': {c -> gangmu#revise#here(c.bang, 'split')}},
      \ 'undismiss': {'run': {c -> gangmu#dismiss#undo()}},
      \ }

function! s:attach() abort
  if gangmu#attach#buffer(bufnr(''))
    redraw
    call gangmu#message#say(gangmu#message#text('attached'))
  endif
endfunction

function! s:detach() abort
  call gangmu#attach#detach(bufnr(''))
  redraw
  call gangmu#message#say(gangmu#message#text('detached'))
endfunction

" In a window of ours its draft is meant. The cursor comes back unless the command goes somewhere.
function! s:in_draft(range, Run, stay) abort
  if a:range
    return gangmu#message#warn(gangmu#message#text('range_elsewhere'))
  endif
  let [from, bar] = [win_getid(), get(gangmu#sidebar#all(), bufnr(''), {})]
  if empty(bar)
    call gangmu#window#to_source()
  else
    call gangmu#sidebar#to_draft(bar)
  endif
  if gangmu#window#is_ours(win_getid())
    return gangmu#message#warn(gangmu#message#text('not_attached'))
  endif
  let there = [win_getid(), bufnr(''), line('.'), col('.')]
  call a:Run()
  if [win_getid(), bufnr(''), line('.'), col('.')] == there && !a:stay
    call win_gotoid(from)
  endif
endfunction

" :[range]Gangmu[!] [name] [arguments]; alone it toggles the outline.
function! gangmu#command#run(bang, range, first, last, arguments) abort
  let name = get(a:arguments, 0, 'outline')
  if !has_key(s:commands, name)
    let close = filter(sort(keys(s:commands)), 'stridx(v:val, name) == 0')
    if len(close) != 1
      return gangmu#message#notice(empty(close) ? gangmu#message#text('unknown_command', name)
            \ : gangmu#message#text('ambiguous_command', name, join(close, gangmu#message#language() ==# 'en' ? ', ' : '、')))
    endif
    let name = close[0]
  endif
  let command = s:commands[name]
  if index(['info', 'restart'], name) < 0 && gangmu#window#is_locked()
    return
  endif
  if gangmu#window#is_ours(win_getid()) && index(['outline', 'explain', 'info', 'restart'], name) < 0 && !(name ==# 'figures' && exists('b:gangmu_figures'))
    return s:in_draft(a:range, {-> gangmu#command#run(a:bang, 0, 0, 0, a:arguments)}, name ==# 'action')
  endif
  if !get(command, 'free', 0) && empty(gangmu#buffer#get(bufnr('')))
    if name ==# 'outline' && gangmu#sidebar#is_open()
      return a:bang ? gangmu#sidebar#enter() : gangmu#sidebar#close()
    elseif !empty(&buftype) || !gangmu#attach#buffer(bufnr(''))
      return gangmu#message#warn(gangmu#message#text('not_attached'))
    endif
  endif
  call command.run({'bang': a:bang, 'range': a:range, 'first': a:range ? a:first : 1, 'last': a:range ? a:last : line('$'), 'arguments': a:arguments[1:]})
endfunction

function! gangmu#command#complete(lead, line, position) abort
  let words = split(matchstr(strpart(a:line, 0, a:position), '\CGan\%[gmu]!\=\zs.*'), '\s\+', 1)
  if len(words) <= 2
    let found = sort(keys(s:commands))
  else
    let found = get(get(s:commands, words[1], {}), 'complete', {lead -> []})(a:lead)
  endif
  return filter(found, 'stridx(tolower(v:val), tolower(a:lead)) == 0')
endfunction
