" Sending what the buffers hold: ranges recorded by watch/, the text read once when the change is over, and tick and line
" count with each change so that a mismatch is seen. What does not fit sends the whole buffer.

let s:driver = 'gangmu#watch#' . (has('nvim') ? 'nvim' : 'vim') . '#'
let s:Take = function(s:driver . 'take')
let s:chunk = call('gangmu#channel#' . (has('nvim') ? 'nvim' : 'vim') . '#chunk', [])
let s:scheduled = {}

function! gangmu#sync#watch(buf) abort
  call call(s:driver . 'attach', [a:buf])
endfunction

function! gangmu#sync#unwatch(buf) abort
  call call(s:driver . 'detach', [a:buf])
endfunction

" Sends the changes when the editor next comes to rest.
function! gangmu#sync#schedule(buf) abort
  if !has_key(s:scheduled, a:buf)
    let s:scheduled[a:buf] = timer_start(0, {-> gangmu#sync#flush(a:buf)})
  endif
endfunction

" Sends what changed since the last time; the whole buffer when the ranges do not add up.
function! gangmu#sync#flush(buf) abort
  if has_key(s:scheduled, a:buf)
    call timer_stop(remove(s:scheduled, a:buf))
  endif
  let state = gangmu#buffer#get(a:buf)
  if empty(state) || !bufloaded(a:buf)
    return
  endif
  let sent = state.dirty ? [0] : gangmu#client#change(a:buf, state.lines)
  if empty(sent)
    return
  elseif sent[0] == 0
    return s:send_all(state, s:Take(a:buf))
  endif
  let [first, old_last, last, state.lines, state.tick, at] = sent
  if first != last || first != old_last
    call add(state.splices, [state.tick, first, old_last, last - old_last])
  endif
  if state.edited != [first, last]
    call gangmu#marks#edited(state, first, old_last, last)
  endif
  if at > 0 && (at != state.followed || !empty(state.held))
    " What moves of the cursor in Insert mode leave to us (attach.vim).
    call gangmu#attach#moved_insert()
  endif
endfunction

" The buffer was read again: it is watched anew and sent as a whole when the editor next comes to rest.
function! gangmu#sync#renew(buf) abort
  let state = gangmu#buffer#get(a:buf)
  if !empty(state) && bufloaded(a:buf)
    call gangmu#sync#watch(a:buf)
    let state.dirty = 1
    call gangmu#sync#schedule(a:buf)
  endif
endfunction

" Sends the whole buffer.
function! gangmu#sync#resend(buf) abort
  let state = gangmu#buffer#get(a:buf)
  if empty(state) || !bufloaded(a:buf)
    return
  endif
  call s:send_all(state, s:Take(a:buf))
endfunction

function! s:send_all(state, range) abort
  let [state, buf] = [a:state, a:state.buf]
  if !empty(a:range) && a:range[0] == 0
    " The editor ended the watch by itself, as :edit! does in Neovim.
    call gangmu#sync#watch(buf)
  endif
  if !gangmu#client#running()
    let state.dirty = 1
    return
  endif
  let lines = getbufline(buf, 1, '$')
  let state.tick = getbufvar(buf, 'changedtick')
  let state.lines = len(lines)
  let state.splices = []
  let state.opened = 1
  let params = {'buffer': buf, 'tick': state.tick, 'lines': lines}
  call extend(params, gangmu#buffer#profile(state))
  if !empty(bufname(buf)) && empty(getbufvar(buf, '&buftype'))
    let params.path = fnamemodify(bufname(buf), ':p')
  endif
  let state.dirty = !s:send(params)
  call gangmu#client#expect()
endfunction

" Sends `open`, and the lines that are too much for one message by `append`.
function! s:send(params) abort
  let chunks = s:chunks(a:params.lines)
  let a:params.lines = chunks[0]
  if len(chunks) > 1
    let a:params.more = v:true
  endif
  if !gangmu#client#notify('open', a:params)
    return 0
  endif
  for i in range(1, len(chunks) - 1)
    if !gangmu#client#notify('append', {'buffer': a:params.buffer, 'lines': chunks[i], 'more': i < len(chunks) - 1 ? v:true : v:false})
      return 0
    endif
  endfor
  return 1
endfunction

" Lines in parts of about as many bytes as a message may have. Lines are not looked at one by one: parts of as many lines each are near
" enough, and only one that is several times too large is parted again.
function! s:chunks(lines) abort
  let bytes = strlen(join(a:lines, '   '))
  if bytes <= s:chunk || len(a:lines) == 1
    return [a:lines]
  endif
  let n = max([1, len(a:lines) * s:chunk / bytes])
  let chunks = []
  for from in range(0, len(a:lines) - 1, n)
    let lines = a:lines[from : from + n - 1]
    call extend(chunks, n > 1 && strlen(join(lines, '   ')) > 3 * s:chunk ? s:chunks(lines) : [lines])
  endfor
  return chunks
endfunction

" Sends every buffer, to a helper that knows none.
function! gangmu#sync#all() abort
  for buf in gangmu#buffer#list()
    call gangmu#sync#resend(buf)
  endfor
endfunction

" The drafts of which something was sent that no published state covers yet: [[buffer, tick sent last]].
function! gangmu#sync#behind() abort
  let states = map(gangmu#buffer#list(), 'gangmu#buffer#get(v:val)')
  return map(filter(states, 'v:val.opened && v:val.published < v:val.tick'), '[v:val.buf, v:val.tick]')
endfunction

" Waits until what is published covers what was sent, `timeout` ms at most. True when it does.
function! gangmu#sync#wait(state, timeout) abort
  let start = reltime()
  if a:state.published < a:state.tick
    call gangmu#client#notify('publish', {'buffer': a:state.buf})
  endif
  while a:state.published < a:state.tick || a:state.dirty
    if reltimefloat(reltime(start)) * 1000 > a:timeout || !gangmu#client#running()
      return 0
    endif
    sleep 2m
  endwhile
  return 1
endfunction

" A published line is the writer's line once the changes that were sent since are counted in, and the other way round.
function! gangmu#sync#to_buffer(state, line) abort
  let line = a:line
  for [tick, first, last, added] in a:state.splices
    if line > last
      let line += added
    elseif line >= first
      let line = max([first, min([line, last + added])])
    endif
  endfor
  return line
endfunction

function! gangmu#sync#to_published(state, line) abort
  let line = a:line
  for [tick, first, last, added] in reverse(copy(a:state.splices))
    if line > last + added
      let line -= added
    elseif line >= first
      let line = max([first, min([line, last])])
    endif
  endfor
  return line
endfunction
