" Options: g:gangmu_NAME, their defaults, and one warning about what is not an option.

let s:defaults = {
      \ 'auto': 1,
      \ 'convert': '',
      \ 'debug': 0,
      \ 'diagnostics': 1,
      \ 'diagnostics_limit': 300,
      \ 'echo': 1,
      \ 'filetypes': ['text', 'markdown', 'gongwen'],
      \ 'folds': 0,
      \ 'helper': '',
      \ 'highlight': 1,
      \ 'ignore': [],
      \ 'indent': '',
      \ 'language': '',
      \ 'mappings': 1,
      \ 'max_bytes': 104857600,
      \ 'profile': '',
      \ 'publish_delay': 40,
      \ 'select': [],
      \ 'sentences': 0,
      \ 'sidebar_auto': 0,
      \ 'sidebar_columns': ['signs', 'number', 'findings'],
      \ 'sidebar_linked': 0,
      \ 'sidebar_side': 'left',
      \ 'sidebar_width': 36,
      \ 'signs': 1,
      \ 'spacing': '',
      \ 'timeout': 3000,
      \ 'skip_inline': 0,
      \ 'virtual_text': 0,
      \ 'winbar': 0,
      \ }
let s:choices = {
      \ 'convert': ['', 's2t', 't2s', 's2tw', 'tw2s', 's2hk', 'hk2s', 's2twp', 'tw2sp', 't2tw', 'tw2t', 't2hk', 'hk2t', 't2jp', 'jp2t'],
      \ 'indent': ['', 'add', 'remove'],
      \ 'spacing': ['', 'add', 'remove'],
      \ 'language': ['', 'zh', 'en'],
      \ 'profile': ['', 'cn-news', 'cn-gongwen', 'tw', 'none'],
      \ 'sidebar_side': ['left', 'right'],
      \ }

" The value of g:gangmu_{name}, or its default.
function! gangmu#option#get(name) abort
  return get(g:, 'gangmu_' . a:name, s:defaults[a:name])
endfunction

" The values that an option may have, [] when any of its type will do.
function! gangmu#option#choices(name) abort
  return filter(copy(get(s:choices, a:name, [])), '!empty(v:val)')
endfunction

function! gangmu#option#names() abort
  return sort(keys(s:defaults))
endfunction

" What is wrong with the options that are set: a list of messages, empty when all is well.
function! gangmu#option#faults() abort
  let faults = []
  for key in sort(filter(keys(g:), 'v:val =~# "^gangmu_" && index(["gangmu_loaded", "gangmu_event"], v:val) < 0'))
    let name = key[7:]
    let value = g:[key]
    if !has_key(s:defaults, name)
      let near = s:nearest(name)
      call add(faults, gangmu#message#text('option_unknown', 'g:' . key)
            \ . (empty(near) ? '' : gangmu#message#text('option_nearest', 'g:gangmu_' . near)))
    elseif !s:same_kind(value, s:defaults[name]) || (type(value) == v:t_list && !empty(filter(copy(value), 'type(v:val) != v:t_string')))
      call add(faults, gangmu#message#text('option_type', 'g:' . key))
    elseif has_key(s:choices, name) && index(s:choices[name], value) < 0
      call add(faults, gangmu#message#text('option_choice', 'g:' . key, join(filter(copy(s:choices[name]), '!empty(v:val)'), ', ')))
    endif
  endfor
  return faults
endfunction

" Says once what is wrong.
function! gangmu#option#check() abort
  let faults = gangmu#option#faults()
  if !empty(faults)
    call gangmu#message#warn(join(faults, '；'))
  endif
endfunction

function! s:same_kind(value, default) abort
  let numbers = [v:t_number, v:t_bool]
  return type(a:value) == type(a:default)
        \ || (index(numbers, type(a:value)) >= 0 && index(numbers, type(a:default)) >= 0)
endfunction

" The option that a mistyped name is nearest to: no further than a third of its letters, else ''.
function! s:nearest(name) abort
  let [best, least] = ['', max([2, len(a:name) / 3]) + 1]
  for known in sort(keys(s:defaults))
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
