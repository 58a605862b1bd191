" Findings in the location list or in the quickfix list, kept current while the list is ours and is shown.

" How long changes are gathered until the lists are filled anew, in ms, and how much longer for each item: filling takes time.
let s:pause = 150
let s:pause_each = 2
" By the list's id: {keys, items} as it was filled last.
let s:filled = {}
let s:timer = -1

" :[range]Gangmu check: the location list; the cursor stays in the draft. Without a range it is kept current.
function! gangmu#list#show(range, first, last) abort
  let buf = bufnr('')
  if !gangmu#finding#settle(buf)
    return
  endif
  let state = gangmu#buffer#get(buf)
  let [items, keys] = s:items(state, a:first, a:last)
  if empty(items)
    if s:is_ours(getloclist(0, {'context': 1}))
      call setloclist(0, [], 'r', {'items': []})
      lclose
    endif
    return gangmu#message#say(gangmu#message#text('no_findings'))
  endif
  call gangmu#list#open('Gangmu: ' . bufname(buf), items, a:range ? {'draft': buf} : {'gangmu': buf})
  if !a:range
    let s:filled[getloclist(0, {'id': 0}).id] = {'items': items, 'keys': keys}
  endif
  call gangmu#message#say(gangmu#message#text('findings', len(filter(copy(items), 'v:val.type !=# "N"'))))
endfunction

" :Gangmu! check: all attached drafts in the quickfix list.
function! gangmu#list#all() abort
  for buf in gangmu#buffer#list()
    call gangmu#sync#flush(buf)
    call gangmu#sync#wait(gangmu#buffer#get(buf), gangmu#option#get('timeout'))
  endfor
  let [items, keys] = s:all_items()
  if empty(items)
    if s:is_ours(getqflist({'context': 1}))
      call setqflist([], 'r', {'items': []})
      cclose
    endif
    return gangmu#message#say(gangmu#message#text('no_findings'))
  endif
  let what = {'title': 'Gangmu: ' . gangmu#message#text('all_drafts'), 'items': items, 'context': {'gangmu': 0}}
  call setqflist([], s:is_ours(getqflist({'context': 1})) ? 'r' : ' ', what)
  let s:filled[getqflist({'id': 0}).id] = {'items': items, 'keys': keys}
  let win = win_getid()
  execute 'silent botright copen' min([10, len(items)])
  call win_gotoid(win)
  call gangmu#message#say(gangmu#message#text('findings', len(filter(copy(items), 'v:val.type !=# "N"'))))
endfunction

" Shows a location list, in place of an earlier one of ours; the cursor stays.
function! gangmu#list#open(title, items, context) abort
  let action = s:is_ours(getloclist(0, {'context': 1})) ? 'r' : ' '
  call setloclist(0, [], action, {'title': a:title, 'items': a:items, 'context': extend({'by': 'gangmu'}, a:context)})
  let win = win_getid()
  execute 'silent lopen' min([10, len(a:items)])
  call win_gotoid(win)
endfunction

function! s:is_ours(list) abort
  let context = get(a:list, 'context', '')
  return type(context) == v:t_dict && (has_key(context, 'gangmu') || get(context, 'by', '') ==# 'gangmu')
endfunction

" A draft was let go: its lists say nothing any longer, and close.
function! gangmu#list#detached(buf) abort
  for info in getwininfo()
    let list = getloclist(info.winid, {'winid': 0, 'context': 0})
    if s:is_ours(list) && index([get(list.context, 'gangmu'), get(list.context, 'draft'), get(list.context, 'dismissed')], a:buf) >= 0
      call setloclist(info.winid, [], 'r', {'items': [], 'context': ''})
      call gangmu#window#shut(info.loclist ? info.winid : list.winid)
    endif
  endfor
  let list = getqflist({'context': 0})
  if s:is_ours(list) && has_key(list.context, 'gangmu')
    let shown = filter(getwininfo(), 'v:val.quickfix && !v:val.loclist')
    if !empty(shown)
      call s:refresh_all()
    else
      call setqflist([], 'r', {'items': s:all_items()[0]})
    endif
    for info in empty(getqflist()) ? shown : []
      call gangmu#window#shut(info.winid)
    endfor
  endif
endfunction

" Items of the findings on lines [first, last], each followed by its other places, and a key for each by which it is known again.
function! s:items(state, first, last) abort
  let [items, keys] = [[], []]
  for row in gangmu#rows#between(a:state.diagnostics, a:first, a:last)
    if has_key(a:state.held, row[9])
      continue
    endif
    call add(items, s:item(a:state, row, ['E', 'W', 'I'][row[4] - 1], '[' . row[5] . '] ' . row[6]))
    call add(keys, row[9])
    for n in range(len(row[7]))
      call add(items, s:item(a:state, row[7][n], 'N', '  ↔ ' . (empty(row[7][n][4]) ? row[6] : row[7][n][4])))
      call add(keys, row[9] . '/' . n)
    endfor
  endfor
  return [items, keys]
endfunction

function! s:item(state, place, type, text) abort
  return {'bufnr': a:state.buf, 'lnum': gangmu#sync#to_buffer(a:state, a:place[0]), 'col': a:place[1] + 1,
        \ 'end_lnum': gangmu#sync#to_buffer(a:state, a:place[2]), 'end_col': a:place[3] + 1, 'type': a:type, 'text': a:text}
endfunction

function! s:all_items() abort
  let [items, keys] = [[], []]
  for buf in gangmu#buffer#list()
    let [more, their] = s:items(gangmu#buffer#get(buf), 1, 0x7fffffff)
    call extend(items, more)
    call extend(keys, map(their, 'buf . ":" . v:val'))
  endfor
  return [items, keys]
endfunction

" Findings changed or moved: lists of ours are filled anew in a moment.
function! gangmu#list#published(state) abort
  if !empty(s:filled) && s:timer == -1
    let items = 0
    for list in values(s:filled)
      let items += len(list.items)
    endfor
    let s:timer = timer_start(s:pause + items * s:pause_each, {-> s:refresh_all()})
  endif
endfunction

function! s:refresh_all() abort
  let s:timer = -1
  let seen = {}
  for info in filter(getwininfo(), 'v:val.quickfix')
    let Get = info.loclist ? function('getloclist', [info.winid]) : function('getqflist')
    let list = call(Get, [{'id': 0, 'context': 1}])
    if s:is_ours(list) && has_key(list.context, 'gangmu') && has_key(s:filled, list.id) && !has_key(seen, list.id)
      let seen[list.id] = 1
      call s:refresh(info, list)
    endif
  endfor
  " Lists that are not shown are left as they are, and forgotten: `:Gangmu check` fills another.
  call filter(s:filled, 'has_key(seen, str2nr(v:key))')
endfunction

" Fills a list anew; the entry it is at, the cursor and the scroll of its window stay on their findings.
function! s:refresh(info, list) abort
  let buf = a:list.context.gangmu
  let state = gangmu#buffer#get(buf)
  if buf > 0 && empty(state)
    return
  endif
  let [items, keys] = buf > 0 ? s:items(state, 1, 0x7fffffff) : s:all_items()
  let old = s:filled[a:list.id]
  if items ==# old.items
    return
  endif
  let s:filled[a:list.id] = {'items': items, 'keys': keys}
  let win = a:info.winid
  let at = (a:info.loclist ? getloclist(win, {'idx': 0}) : getqflist({'idx': 0})).idx
  let what = {'id': a:list.id, 'items': items}
  if !empty(items)
    let what.idx = s:now_at(old.keys, keys, at)
  endif
  let g:gangmu_list_view = {}
  call win_execute(win, 'let g:gangmu_list_view = winsaveview()')
  let view = remove(g:, 'gangmu_list_view')
  if a:info.loclist
    call setloclist(win, [], 'r', what)
  else
    call setqflist([], 'r', what)
  endif
  let lnum = s:now_at(old.keys, keys, view.lnum)
  " The beginning of the list stays in sight where it was, and no room is left below its end.
  let view.topline = view.topline == 1 ? 1 : max([1, min([view.topline + lnum - view.lnum, len(items) - winheight(win) + 1])])
  let view.lnum = lnum
  call win_execute(win, 'call winrestview(' . string(view) . ')')
endfunction

" Where entry n of the old keys is among the new ones; one that is gone gives its place to the next that is still there.
function! s:now_at(old, new, n) abort
  for key in a:old[a:n - 1 :]
    let i = index(a:new, key)
    if i >= 0
      return i + 1
    endif
  endfor
  return max([1, len(a:new)])
endfunction
