" What runs and how it fares, what is wrong and what to do: for :Gangmu info and :checkhealth.

" What the plugin asks of a helper; one that was built earlier may not know all of it.
let s:methods = ['open', 'append', 'change', 'close', 'outline', 'filter', 'figures', 'diagnostics', 'normalize', 'count', 'explain', 'info',
      \ 'dismiss', 'undismiss', 'dismissed', 'renumber', 'shift', 'move', 'split', 'join', 'rename_figure']

function! gangmu#info#show() abort
  for [level, text, advice] in gangmu#info#report()
    execute 'echohl' get({'error': 'ErrorMsg', 'warn': 'WarningMsg'}, level, 'None')
    echo get({'error': '✗ ', 'warn': '! '}, level, '  ') . text
    echohl None
    for line in advice
      echo '      → ' . line
    endfor
  endfor
endfunction

" [level 'ok', 'info', 'warn' or 'error', text, [what to do]].
function! gangmu#info#report() abort
  return s:editor() + s:helper() + s:drafts() + s:options()
endfunction

function! s:text(name, ...) abort
  return call('gangmu#message#text', ['info_' . a:name] + a:000)
endfunction

function! s:editor() abort
  let number = has('nvim') ? matchstr(execute('version'), 'NVIM v\zs[0-9.]*') : v:version / 100 . '.' . v:version % 100 . '.' . (v:versionlong % 10000)
  let found = [['ok', s:text('editor', has('nvim') ? 'Neovim' : 'Vim', number), []]]
  if &encoding !=# 'utf-8'
    call add(found, ['error', s:text('encoding', &encoding), ['set encoding=utf-8']])
  endif
  if !exists('g:did_load_filetypes') && gangmu#option#get('auto')
    call add(found, ['warn', s:text('filetypes'), ['filetype plugin on']])
  endif
  return found
endfunction

function! s:helper() abort
  let status = gangmu#client#status()
  if empty(status.path)
    return [['error', gangmu#client#trouble(), ['cmake -S ' . status.root . ' -B ' . status.root . '/build -DCMAKE_BUILD_TYPE=Release && cmake --build ' . status.root . '/build',
          \ "let g:gangmu_helper = '/path/to/gangmu'"]]]
  endif
  let found = [['ok', s:text('helper', status.path), []]]
  if status.state !=# 'running'
    let failed = status.state ==# 'failed' || status.state ==# 'waiting'
    call add(found, [failed ? 'error' : 'info', s:text(failed ? 'failed' : 'idle'), failed ? [':Gangmu restart'] : []])
  else
    let about = gangmu#client#about()
    if empty(about)
      call add(found, ['error', gangmu#message#text('helper_silent'), [':Gangmu restart']])
    else
      call add(found, ['ok', s:text('version', about.version, about.wire, status.pid), []])
      let missing = filter(copy(s:methods), 'index(about.capabilities, v:val) < 0')
      if !empty(missing)
        call add(found, ['error', s:text('old', join(missing, ', ')), ['cmake --build ' . status.root . '/build', ':Gangmu restart']])
      endif
    endif
  endif
  if status.restarts > 0
    call add(found, ['warn', s:text('restarts', status.restarts), []])
  endif
  if !empty(status.error)
    call add(found, ['warn', s:text('error', status.error), []])
  endif
  return found
endfunction

function! s:drafts() abort
  let answer = gangmu#client#running() ? gangmu#client#request('info', {}, 1) : {}
  let drafts = get(answer, 'buffers', [])
  if empty(gangmu#buffer#list())
    return [['info', s:text('no_drafts', join(gangmu#option#get('filetypes'), ', ')), [':Gangmu attach']]]
  endif
  let [found, held] = [[], {}]
  for draft in drafts
    let held[draft.buffer] = draft
  endfor
  for buf in gangmu#buffer#list()
    let [state, draft] = [gangmu#buffer#get(buf), get(held, buf, {})]
    let name = empty(bufname(buf)) ? '#' . buf : fnamemodify(bufname(buf), ':~:.')
    if empty(draft)
      call add(found, ['warn', s:text('not_held', name), [':Gangmu restart']])
    else
      call add(found, ['ok', s:text('draft', name, draft.lines, draft.bytes, draft.sections, draft.figures, draft.diagnostics), []])
      if draft.tick != state.tick || state.published < state.tick
        call add(found, ['info', s:text('behind', name), []])
      endif
    endif
  endfor
  let [middle, late] = [get(answer, 'timings', {}), get(answer, 'timings_p99', {})]
  if !empty(middle)
    call add(found, ['info', s:text('timings', join(map(['scan', 'join', 'publish'], {_, name -> s:text(name) . ' ' . middle[name . '_us'] . '/' . late[name . '_us']}), '  ')), []])
  endif
  return found
endfunction

function! s:options() abort
  let set = sort(filter(keys(g:), 'v:val =~# "^gangmu_" && index(["gangmu_loaded", "gangmu_event"], v:val) < 0'))
  let found = empty(set) ? [] : [['info', s:text('options', join(map(set, '"g:" . v:val . "=" . string(g:[v:val])'), '  ')), []]]
  return found + map(gangmu#option#faults() + gangmu#client#refused(), '["warn", v:val, [":help gangmu-options"]]')
endfunction
