" What runs and how it fares.

function! gangmu#info#show() abort
  for line in gangmu#info#lines()
    echo line
  endfor
endfunction

function! gangmu#info#lines() abort
  let status = gangmu#client#status()
  let lines = [gangmu#message#text('info_helper') . '  ' . (empty(status.path) ? gangmu#message#text('helper_missing') : status.path),
        \ gangmu#message#text('info_state') . '  ' . status.state . (status.pid ? ' (pid ' . status.pid . ')' : '') . '  ' . gangmu#message#text('info_restarts') . ' ' . status.restarts]
  if !empty(status.error)
    call add(lines, gangmu#message#text('info_error') . '  ' . status.error)
  endif
  if status.state ==# 'running'
    let info = gangmu#client#request('info', {}, 1)
    if !has_key(info, 'error')
      call add(lines, 'gangmu ' . info.version . '  ' . info.wire . '  ' . join(map(sort(items(get(info, 'timings', {}))), 'v:val[0] . " " . string(v:val[1])'), '  '))
      for buffer in info.buffers
        call add(lines, gangmu#message#text('info_buffers') . '  ' . buffer.buffer . ' ' . bufname(buffer.buffer) . '  '
              \ . join(map(['tick', 'lines', 'bytes', 'sections', 'figures', 'diagnostics'], 'v:val . " " . get(buffer, v:val, 0)'), '  '))
      endfor
    endif
  endif
  let set = sort(filter(keys(g:), 'v:val =~# "^gangmu_" && index(["gangmu_loaded", "gangmu_event"], v:val) < 0'))
  if !empty(set)
    call add(lines, gangmu#message#text('info_options') . '  ' . join(map(set, 'v:val . "=" . string(g:[v:val])'), '  '))
  endif
  return lines + gangmu#option#faults()
endfunction
