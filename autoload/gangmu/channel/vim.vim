" The helper on Vim's JSON channel. The same functions as channel/nvim.vim.

let s:job = v:null
let s:channel = v:null

" Lines are sent in messages of at most this many bytes.
function! gangmu#channel#vim#chunk() abort
  return 32000
endfunction

" Starts the helper; throws when it cannot be started. on_exit(status) and on_stderr(line) are called later.
function! gangmu#channel#vim#start(path, on_exit, on_stderr) abort
  let options = {
        \ 'in_mode': 'json', 'out_mode': 'json', 'err_mode': 'nl', 'noblock': 1, 'stoponexit': 'term',
        \ 'callback': {channel, message -> 0},
        \ 'err_cb': {channel, line -> a:on_stderr(line)},
        \ 'exit_cb': {job, status -> job is s:job ? a:on_exit(status) : 0},
        \ }
  let s:job = job_start([a:path, 'serve', '--wire=json'], options)
  if job_status(s:job) ==# 'fail'
    throw 'gangmu: cannot start ' . a:path
  endif
  let s:channel = job_getchannel(s:job)
endfunction

function! gangmu#channel#vim#pid() abort
  return s:job is v:null ? 0 : job_info(s:job).process
endfunction

" Ends the helper without a call of on_exit.
function! gangmu#channel#vim#stop(force) abort
  let [job, s:job] = [s:job, v:null]
  if job isnot v:null
    call job_stop(job, a:force ? 'kill' : 'term')
  endif
endfunction

" Says something that needs no answer. Throws when the channel is gone.
function! gangmu#channel#vim#notify(method, params) abort
  call ch_sendraw(s:channel, json_encode([0, [a:method, a:params]]) . "\n")
endfunction

" Sends what changed in a buffer (client.vim). Compiled, since it runs with each letter typed.
def gangmu#channel#vim#change(buf: number, known: number): list<number>
  var range: list<number> = gangmu#watch#vim#take(buf)
  if empty(range)
    return []
  endif
  var here = buf == bufnr('')
  var [first, last, added] = [range[0], range[1] - 1, range[2]]
  var total = here ? line('$') : getbufinfo(buf)[0].linecount
  var old_last = known - (total - last)
  if total <= 1 || known <= 1 || last > total || old_last < first - 1 || known + added != total
    return [0]
  endif
  var typed = mode() =~# '^[iR]'
  var tick: number = getbufvar(buf, 'changedtick')
  ch_sendraw(s:channel, json_encode([0, ['change', {buffer: buf, tick: tick, line_count: total, first: first - 1, last: old_last,
    lines: last < first ? [] : getbufline(buf, first, last), typed: typed}]]) .. "\n")
  return [first, old_last, last, total, tick, here && typed ? line('.') : 0]
enddef

" Asks and waits, `timeout` ms at most. Answers [1, result] or [0, message]; [-1, ''] when there was no answer in time.
function! gangmu#channel#vim#request(method, params, timeout) abort
  if ch_status(s:channel) !=# 'open'
    return [-1, '']
  endif
  let result = ch_evalexpr(s:channel, [a:method, a:params], {'timeout': a:timeout})
  if type(result) == v:t_string && empty(result)
    return [-1, '']
  elseif type(result) == v:t_dict && has_key(result, 'error')
    return [0, result.error]
  endif
  return [1, result]
endfunction
