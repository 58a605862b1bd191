" The helper on Neovim's msgpack-RPC channel. The same functions as channel/vim.vim.

let s:job = 0

function! gangmu#channel#nvim#chunk() abort
  return 4000000
endfunction

function! gangmu#channel#nvim#start(path, on_exit, on_stderr) abort
  let options = {
        \ 'rpc': v:true,
        \ 'on_stderr': {job, lines, event -> map(filter(copy(lines), '!empty(v:val)'), {_, line -> a:on_stderr(line)})},
        \ 'on_exit': {job, status, event -> job == s:job ? a:on_exit(status) : 0},
        \ }
  let job = jobstart([a:path, 'serve'], options)
  if job <= 0
    throw 'gangmu: cannot start ' . a:path
  endif
  let s:job = job
endfunction

function! gangmu#channel#nvim#pid() abort
  try
    return s:job > 0 ? jobpid(s:job) : 0
  catch
    return 0
  endtry
endfunction

function! gangmu#channel#nvim#stop(force) abort
  let [pid, job] = [gangmu#channel#nvim#pid(), s:job]
  let s:job = 0
  if a:force && pid > 0
    call v:lua.require'gangmu.channel'.kill(pid)
  endif
  if job > 0
    silent! call jobstop(job)
  endif
endfunction

function! gangmu#channel#nvim#notify(method, params) abort
  call rpcnotify(s:job, a:method, a:params)
endfunction

" Sends what changed in a buffer (client.vim).
function! gangmu#channel#nvim#change(buf, lines) abort
  return v:lua.require'gangmu.watch'.send(s:job, a:buf, a:lines)
endfunction

" rpcrequest() has no timeout: a timer in the event loop kills a helper that does not answer, which ends the wait.
function! gangmu#channel#nvim#request(method, params, timeout) abort
  return v:lua.require'gangmu.channel'.request(s:job, gangmu#channel#nvim#pid(), a:method, a:params, a:timeout)
endfunction
