" The helper's life: found, started, asked, restarted when it dies or falls silent. One for the editor.

let s:driver = 'gangmu#channel#' . (has('nvim') ? 'nvim' : 'vim') . '#'
let s:Notify = function(s:driver . 'notify')
let s:Request = function(s:driver . 'request')
let s:Change = function(s:driver . 'change')
let s:root = fnamemodify(resolve(expand('<sfile>:p')), ':h:h:h')

" Waits before the next start, in ms, by how often it ended lately; after the last it is given up until asked for.
let s:backoff = [50, 200, 1000, 3000, 10000, 30000]
" A helper that lived this many seconds counts as sound.
let s:sound_after = 30

let s:state = 'stopped'
let s:path = ''
let s:ended = 0
let s:restarts = 0
let s:started_at = []
let s:last_error = ''
let s:told_missing = 0
let s:told_wrong = {}
let s:about = {}
let s:leaving = 0
" Options that the helper refused, and what it said: they have their defaults until it is restarted.
let s:refused = {}
let s:sent_options = ['publish_delay', 'profile', 'select', 'ignore', 'convert', 'spacing', 'indent']
let s:watchdog = -1
" Whether anything was published since it was looked into last, the ticks that were waited for then, and what was done about it:
" 0 nothing, 1 asked, 2 sent again.
let [s:heard, s:awaited, s:doubt] = [0, [], 0]

" The path of the helper, '' when there is none.
function! gangmu#client#find() abort
  let wanted = gangmu#option#get('helper')
  if type(wanted) == v:t_string && !empty(wanted)
    return exepath(expand(wanted))
  endif
  for path in [s:root . '/build/bin/gangmu', s:root . '/bin/gangmu', 'gangmu']
    if executable(path)
      return exepath(path)
    endif
  endfor
  return ''
endfunction

" Starts the helper when it does not run, and sends it the drafts. True when it runs.
function! gangmu#client#start() abort
  if s:state ==# 'running'
    return 1
  elseif s:state ==# 'waiting' || s:state ==# 'failed' || s:leaving
    return 0
  endif
  let s:path = gangmu#client#find()
  if empty(s:path)
    let s:state = 'missing'
    if !s:told_missing
      let s:told_missing = 1
      " After the screen is drawn, else the message of reading a file hides it.
      call timer_start(10, {-> gangmu#message#warn(gangmu#client#trouble())})
    endif
    return 0
  endif
  try
    call call(s:driver . 'start', [s:path, function('s:on_exit'), function('s:on_stderr')])
    let s:state = 'running'
    let s:started_at = reltime()
    let [s:heard, s:awaited, s:doubt] = [0, [], 0]
    let s:about = {}
    call s:Notify('initialize', s:initialize_params())
  catch
    let s:last_error = v:exception
    call s:ended_unasked()
    return 0
  endtry
  call gangmu#sync#all()
  return s:state ==# 'running'
endfunction

function! gangmu#client#running() abort
  return s:state ==# 'running'
endfunction

" What to tell the writer when there is no answer.
function! gangmu#client#trouble() abort
  let wanted = gangmu#option#get('helper')
  if s:state ==# 'missing' && type(wanted) == v:t_string && !empty(wanted)
    return gangmu#message#text('helper_wrong', wanted)
  endif
  return gangmu#message#text(get({'missing': 'helper_missing', 'failed': 'helper_failing'}, s:state, 'helper_silent'))
endfunction

function! s:initialize_params() abort
  let options = {'language': gangmu#message#language()}
  for name in filter(copy(s:sent_options), '!has_key(s:refused, v:val)')
    let value = gangmu#option#get(name)
    if !empty(value) || name ==# 'publish_delay'
      let options[name] = value
    endif
  endfor
  return {'client': has('nvim') ? 'neovim' : 'vim', 'callback': 'gangmu#client#receive', 'options': options}
endfunction

" What is wrong with the options that only the helper knows: messages.
function! gangmu#client#refused() abort
  return values(map(copy(s:refused), 's:refusal(v:key, v:val)'))
endfunction

function! s:refusal(name, why) abort
  let [key, rule] = ['g:gangmu_' . a:name, matchstr(a:why, '^no rule \zs.*')]
  let text = empty(rule) ? gangmu#message#text('option_refused', key, a:why) : gangmu#message#text('option_no_rule', key, rule)
  return text . gangmu#message#text('option_default')
endfunction

" Takes "NAME: why". True when that is an option it refused now. It heeded none of the options then: they are sent again without this one.
function! s:refuse(message) abort
  let name = matchstr(a:message, '^\w*\ze: ')
  if index(s:sent_options, name) < 0 || has_key(s:refused, name)
    return 0
  endif
  let s:refused[name] = a:message[len(name) + 2 :]
  call gangmu#message#notice(s:refusal(name, s:refused[name]))
  call gangmu#client#notify('initialize', s:initialize_params())
  return 1
endfunction

" Ends the helper; nothing is started again until gangmu#client#start().
function! gangmu#client#stop() abort
  call s:calm()
  if s:state ==# 'running'
    silent! call s:Notify('shutdown', {})
    " One that owes an answer may be hung and would not hear.
    call call(s:driver . 'stop', [!empty(gangmu#sync#behind())])
  endif
  let s:state = 'stopped'
endfunction

function! gangmu#client#leave() abort
  let s:leaving = 1
  call gangmu#client#stop()
endfunction

" Starts afresh and forgets earlier failures.
function! gangmu#client#restart() abort
  call gangmu#client#stop()
  let [s:ended, s:told_missing, s:last_error, s:refused] = [0, 0, '', {}]
  call gangmu#client#start()
endfunction

function! s:on_exit(status) abort
  if s:state ==# 'running'
    let s:last_error = empty(s:last_error) ? 'exit ' . a:status : s:last_error
    call s:ended_unasked()
  endif
endfunction

function! s:on_stderr(line) abort
  let s:last_error = a:line[:300]
endfunction

function! s:calm() abort
  call timer_stop(s:watchdog)
  let [s:watchdog, s:awaited, s:doubt] = [-1, [], 0]
endfunction

" The helper is gone, or has to go: start another after a while and send it the buffers.
function! s:ended_unasked() abort
  call s:calm()
  call call(s:driver . 'stop', [1])
  if s:leaving
    return
  endif
  if !empty(s:started_at) && reltimefloat(reltime(s:started_at)) > s:sound_after
    let s:ended = 0
  endif
  if s:ended >= len(s:backoff)
    let s:state = 'failed'
    call gangmu#message#warn(gangmu#message#text('helper_failing'))
    return
  endif
  let s:state = 'waiting'
  call timer_start(s:backoff[s:ended], function('s:again'))
  let s:ended += 1
endfunction

function! s:again(timer) abort
  if s:state !=# 'waiting'
    return
  endif
  let s:state = 'stopped'
  let s:restarts += 1
  call gangmu#client#start()
endfunction

" Sends what needs no answer. True when it went out.
function! gangmu#client#notify(method, params) abort
  if s:state !=# 'running'
    return 0
  endif
  try
    call s:Notify(a:method, a:params)
    return 1
  catch
    let s:last_error = v:exception
    call s:ended_unasked()
    return 0
  endtry
endfunction

" Sends what changed in a buffer of which `lines` lines are known, and gives what was sent: [] when nothing changed, [0] when all has to
" be sent, else [first, last as it was, last, lines, tick, line of the cursor when that was typed there or 0].
function! gangmu#client#change(buf, lines) abort
  if s:state !=# 'running'
    return [0]
  endif
  try
    let sent = s:Change(a:buf, a:lines)
  catch
    let s:last_error = v:exception
    call s:ended_unasked()
    return [0]
  endtry
  if s:watchdog == -1
    call gangmu#client#expect()
  endif
  return sent
endfunction

" After a change was sent something must come back. A helper that tells nothing for the time of 'timeout' is asked whether it lives; after as
" long again it is sent the buffers anew, and then killed.
function! gangmu#client#expect() abort
  if s:watchdog == -1 && s:state ==# 'running'
    let s:heard = 0
    let s:watchdog = timer_start(gangmu#option#get('timeout'), function('s:silent'))
  endif
endfunction

" While one types on what was sent may wait in the helper, which is then asked for a sign of life. Where nothing was sent since it was
" looked into last, what is missing was lost, or the helper hangs.
function! s:silent(timer) abort
  let s:watchdog = -1
  let behind = s:state ==# 'running' ? gangmu#sync#behind() : []
  if s:heard || empty(behind)
    let [s:awaited, s:doubt] = [[], 0]
  elseif s:doubt == 2
    let s:last_error = gangmu#message#text('helper_silent')
    return s:ended_unasked()
  elseif s:doubt == 1 || behind == s:awaited
    let s:doubt = 2
    call gangmu#sync#all()
  else
    let [s:awaited, s:doubt] = [behind, 1]
    call gangmu#client#notify('alive', {})
  endif
  if !empty(behind)
    call gangmu#client#expect()
  endif
endfunction

" Asks and waits. Answers the result, or {'error': {'code', 'message'}} after a message to the writer (none with `quiet`).
function! gangmu#client#request(method, params, ...) abort
  let quiet = a:0 > 0 && a:1
  if !gangmu#client#start()
    if !quiet
      call gangmu#message#warn(gangmu#client#trouble())
    endif
    return {'error': {'code': 'stopped', 'message': s:state}}
  endif
  try
    let [status, result] = s:Request(a:method, a:params, gangmu#option#get('timeout'))
  catch
    let [status, result] = [-1, v:exception]
  endtry
  if status == 1
    return type(result) == v:t_dict ? result : {'value': result}
  elseif status == 0
    " Neovim gives "code: message".
    let error = type(result) == v:t_dict ? result : {'code': matchstr(result, '\w\+'), 'message': substitute(result, '^\w\+: ', '', '')}
    if !quiet
      let message = get(error, 'message', string(error))
      " What cannot be done is said to the writer as it is.
      call gangmu#message#warn(get(error, 'code', '') ==# 'refused' ? message : gangmu#message#text('helper_error', message))
    endif
    return {'error': error}
  endif
  let s:last_error = gangmu#message#text('helper_silent')
  if s:state ==# 'running'
    call s:ended_unasked()
  endif
  if !quiet
    call gangmu#message#warn(s:last_error)
  endif
  return {'error': {'code': 'timeout', 'message': s:last_error}}
endfunction

" Asks for a list that may come in several answers: the whole list, v:null after a message to the writer.
function! gangmu#client#list(method, params, key) abort
  let lists = gangmu#client#lists(a:method, a:params, [a:key])
  return lists is v:null ? v:null : lists[a:key]
endfunction

" The same for several lists of one answer: {key: list}, and under "answer" the last answer as it came. With `quiet` nothing is said.
function! gangmu#client#lists(method, params, keys, ...) abort
  let params = copy(a:params)
  let lists = {}
  for key in a:keys
    let lists[key] = []
  endfor
  while 1
    let answer = gangmu#client#request(a:method, params, a:0 > 0 && a:1)
    if has_key(answer, 'error')
      return v:null
    endif
    let came = 0
    for key in a:keys
      call extend(lists[key], get(answer, key, []))
      let came += len(get(answer, key, []))
    endfor
    if get(answer, 'next', v:null) is v:null || !came
      let lists.answer = answer
      return lists
    endif
    let params.from = answer.next
  endwhile
endfunction

" What the helper says unasked.
function! gangmu#client#receive(method, params) abort
  if a:method ==# 'alive'
    let s:doubt = s:doubt == 2 ? 2 : 0
    return 0
  endif
  let s:heard = 1
  try
    if a:method ==# 'published'
      call gangmu#published#receive(a:params)
    elseif a:method ==# 'resync'
      call gangmu#sync#resend(a:params.buffer)
    elseif a:method ==# 'log'
      let s:last_error = get(a:params, 'message', string(a:params))
      let name = matchstr(s:last_error, '^\w*\ze: ')
      if get(a:params, 'code', '') ==# 'configuration' && !has_key(s:told_wrong, s:last_error)
        " Once, although each draft below that folder is told of it.
        let s:told_wrong[s:last_error] = 1
        let path = matchstr(s:last_error, '^.\{-}\.gangmu\.ini')
        call gangmu#message#notice(gangmu#message#text('configuration_wrong', fnamemodify(path, ':~:.') . s:last_error[strlen(path) :]))
      endif
      if get(a:params, 'code', '') ==# 'params' && s:refuse(s:last_error)
        " Said, and mended.
        let s:last_error = ''
      endif
    endif
  catch
    let s:last_error = v:throwpoint . ': ' . v:exception
    if gangmu#option#get('debug')
      call gangmu#message#warn(s:last_error)
    endif
  endtry
  return 0
endfunction

" A file that the helper reads of the drafts' folders was changed: it reads them again. With `anew` what is still wrong is told again.
function! gangmu#client#reload(anew) abort
  if a:anew
    let s:told_wrong = {}
  endif
  if gangmu#client#running()
    call gangmu#client#notify('reload', {})
  endif
endfunction

" What the helper says of itself: {version, wire, capabilities, rules}, asked once; {} when it does not answer.
function! gangmu#client#about() abort
  if empty(s:about)
    let [about, params] = [{'error': {}}, {}]
    " Again without what it refuses, which it may have told by itself meanwhile.
    while has_key(about, 'error') && s:initialize_params() !=# params
      let params = s:initialize_params()
      let about = gangmu#client#request('initialize', params, 1)
      if has_key(about, 'error')
        call s:refuse(get(about.error, 'message', ''))
      endif
    endwhile
    let s:about = has_key(about, 'error') ? {} : about
  endif
  return s:about
endfunction

" The table of rules: [{id, severity, title}].
function! gangmu#client#rules() abort
  return get(gangmu#client#about(), 'rules', [])
endfunction

" For :Gangmu info and health.
function! gangmu#client#status() abort
  return {'state': s:state, 'path': empty(s:path) ? gangmu#client#find() : s:path, 'restarts': s:restarts, 'error': s:last_error,
        \ 'pid': s:state ==# 'running' ? call(s:driver . 'pid', []) : 0, 'root': s:root}
endfunction
