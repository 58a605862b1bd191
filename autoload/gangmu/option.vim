" Options: g:gangmu_NAME. What each is by default and may be is told here and nowhere else; a wrong value counts as the default.

" By name the default, the kind, and what bounds it: of a number the least and the greatest, of a choice the values, of a list those of its
" items or a pattern for them.
let s:options = {
      \ 'auto': [1, 'flag'],
      \ 'convert': ['', 'choice', ['', 's2t', 't2s', 's2tw', 'tw2s', 's2hk', 'hk2s', 's2twp', 'tw2sp', 't2tw', 'tw2t', 't2hk', 'hk2t', 't2jp', 'jp2t']],
      \ 'debug': [0, 'flag'],
      \ 'diagnostics': [1, 'flag'],
      \ 'diagnostics_limit': [300, 'number', 1, 100000],
      \ 'echo': [1, 'flag'],
      \ 'filetypes': [['text', 'markdown', 'gongwen'], 'list', '^[0-9A-Za-z_.-]\+$'],
      \ 'folds': [0, 'flag'],
      \ 'helper': ['', 'text'],
      \ 'highlight': [1, 'flag'],
      \ 'ignore': [[], 'list', '\S'],
      \ 'indent': ['', 'choice', ['', 'add', 'remove']],
      \ 'language': ['', 'choice', ['', 'zh', 'en']],
      \ 'mappings': [1, 'flag'],
      \ 'max_bytes': [104857600, 'number', 1, 0x7fffffff],
      \ 'profile': ['', 'choice', ['', 'cn-news', 'cn-gongwen', 'tw', 'none']],
      \ 'publish_delay': [40, 'number', 0, 200],
      \ 'select': [[], 'list', '\S'],
      \ 'sentences': [0, 'flag'],
      \ 'sidebar_auto': [0, 'flag'],
      \ 'sidebar_columns': [['signs', 'number', 'findings'], 'list', ['signs', 'number', 'words', 'findings']],
      \ 'sidebar_linked': [0, 'flag'],
      \ 'sidebar_side': ['left', 'choice', ['left', 'right']],
      \ 'sidebar_width': [36, 'number', 10, 200],
      \ 'signs': [1, 'flag'],
      \ 'spacing': ['', 'choice', ['', 'add', 'remove']],
      \ 'timeout': [3000, 'number', 1, 600000],
      \ 'skip_inline': [0, 'flag'],
      \ 'virtual_text': [0, 'flag'],
      \ 'winbar': [0, 'flag'],
      \ }

" The value of g:gangmu_{name}, or its default.
function! gangmu#option#get(name) abort
  let option = s:options[a:name]
  if !has_key(g:, 'gangmu_' . a:name)
    return option[0]
  endif
  let value = g:['gangmu_' . a:name]
  return s:is_sound(option, value) ? value : option[0]
endfunction

function! s:is_sound(option, value) abort
  let [kind, type] = [a:option[1], type(a:value)]
  if kind ==# 'flag'
    return type == v:t_number || type == v:t_bool
  elseif kind ==# 'number'
    return type == v:t_number && a:value >= a:option[2] && a:value <= a:option[3]
  elseif kind ==# 'list'
    return type == v:t_list && empty(s:odd_items(a:option, a:value))
  endif
  return type == v:t_string && (kind ==# 'text' || index(a:option[2], a:value) >= 0)
endfunction

" The items that a list may not have.
function! s:odd_items(option, list) abort
  let allowed = a:option[2]
  return filter(copy(a:list), {_, item -> type(item) != v:t_string || (type(allowed) == v:t_list ? index(allowed, item) < 0 : item !~# allowed)})
endfunction

" The values that an option may have, [] when any of its type will do.
function! gangmu#option#choices(name) abort
  let option = s:options[a:name]
  return option[1] ==# 'choice' ? s:named(option[2]) : []
endfunction

function! s:named(choices) abort
  return filter(copy(a:choices), '!empty(v:val)')
endfunction

function! gangmu#option#names() abort
  return sort(keys(s:options))
endfunction

" What is wrong with the options that are set: a list of messages, empty when all is well.
function! gangmu#option#faults() abort
  let faults = []
  for key in sort(filter(keys(g:), 'v:val =~# "^gangmu_" && index(["gangmu_loaded", "gangmu_event"], v:val) < 0'))
    let name = key[7:]
    if !has_key(s:options, name)
      let near = s:nearest(name)
      call add(faults, gangmu#message#text('option_unknown', 'g:' . key)
            \ . (empty(near) ? '' : gangmu#message#text('option_nearest', 'g:gangmu_' . near)))
    elseif !s:is_sound(s:options[name], g:[key])
      call add(faults, s:fault('g:' . key, s:options[name], g:[key]) . gangmu#message#text('option_default'))
    endif
  endfor
  return faults
endfunction

" What a value has to be that is not sound.
function! s:fault(key, option, value) abort
  let kind = a:option[1]
  if kind ==# 'number'
    return gangmu#message#text('option_number', a:key, a:option[2], a:option[3])
  elseif kind ==# 'choice'
    return gangmu#message#text('option_choice', a:key, join(s:named(a:option[2]), ', '))
  elseif kind ==# 'list' && type(a:value) == v:t_list && empty(filter(copy(a:value), 'type(v:val) != v:t_string'))
    let odd = join(map(s:odd_items(a:option, a:value), 'string(v:val)'), ', ')
    return type(a:option[2]) == v:t_list ? gangmu#message#text('option_items', a:key, odd, join(a:option[2], ', ')) : gangmu#message#text('option_item', a:key, odd)
  endif
  return gangmu#message#text('option_' . kind, a:key)
endfunction

" Says once what is wrong; where that is too wide for a line only which options are.
function! gangmu#option#check() abort
  let faults = gangmu#option#faults()
  if empty(faults)
    return
  endif
  let [between, room] = [gangmu#message#language() ==# 'en' ? '; ' : '；', &columns - 22]
  if strdisplaywidth(join(faults, between)) <= room
    call gangmu#message#warn(join(faults, between))
  else
    let [names, between] = [map(copy(faults), 'matchstr(v:val, "g:gangmu_\\w*")'), between ==# '; ' ? ', ' : '，']
    let text = gangmu#message#text('options_wrong', len(names), names[0])
    for n in range(1, len(names) - 1)
      let more = n < len(names) - 1 ? strdisplaywidth(between . '…') : 0
      if strdisplaywidth(text . between . names[n]) + more > room
        let text .= between . '…'
        break
      endif
      let text .= between . names[n]
    endfor
    call gangmu#message#warn(text)
  endif
endfunction

" The option that a mistyped name is nearest to: no further than a third of its letters, else ''.
function! s:nearest(name) abort
  let [best, least] = ['', max([2, len(a:name) / 3]) + 1]
  for known in sort(keys(s:options))
    let distance = s:distance(a:name, known)
    if distance < least
      let [best, least] = [known, distance]
    endif
  endfor
  return best
endfunction

" How many letters are missing, too many, wrong, or changed with their neighbour.
function! s:distance(one, other) abort
  let [before, last] = [[], range(len(a:other) + 1)]
  for i in range(1, len(a:one))
    let row = [i]
    for j in range(1, len(a:other))
      let cost = a:one[i - 1] !=# a:other[j - 1]
      let least = min([last[j] + 1, row[j - 1] + 1, last[j - 1] + cost])
      if i > 1 && j > 1 && a:one[i - 1] ==# a:other[j - 2] && a:one[i - 2] ==# a:other[j - 1]
        let least = min([least, before[j - 2] + 1])
      endif
      call add(row, least)
    endfor
    let [before, last] = [last, row]
  endfor
  return last[-1]
endfunction
