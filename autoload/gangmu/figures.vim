" The list of figures: value, unit and noun of each, with a jump to it.

function! gangmu#figures#show() abort
  let source = bufnr('')
  let line = line('.')
  let figures = s:ask(source)
  if figures is v:null
    return
  endif
  call gangmu#window#list('figures', source, min([max([6, len(figures)]), &lines * 2 / 5]))
  nnoremap <buffer> <silent> <nowait> <CR> :<C-u>call gangmu#figures#jump(1)<CR>
  nnoremap <buffer> <silent> <nowait> <2-LeftMouse> :<C-u>call gangmu#figures#jump(1)<CR>
  nnoremap <buffer> <silent> <nowait> o :<C-u>call gangmu#figures#jump(0)<CR>
  nnoremap <buffer> <silent> <nowait> r :<C-u>call gangmu#figures#refresh()<CR>
  nnoremap <buffer> <silent> <nowait> q :<C-u>call gangmu#window#close()<CR>
  nnoremap <buffer> <silent> <nowait> ? :<C-u>call gangmu#popup#show(gangmu#message#text('keys_figures'))<CR>
  setlocal statusline=%{gangmu#figures#name()}%=%l/%L\ 
  call s:draw(figures)
  let at = len(filter(copy(figures), 'v:val.start.line <= line'))
  call cursor(max([1, at]), 1)
endfunction

function! gangmu#figures#name() abort
  return ' ' . gangmu#message#text('figures_name') . ' ' . fnamemodify(bufname(get(b:, 'gangmu_source', 0)), ':t')
endfunction

" The figures of a draft, v:null after a message.
function! s:ask(source) abort
  call gangmu#sync#flush(a:source)
  let state = gangmu#buffer#get(a:source)
  let figures = empty(state) ? v:null : gangmu#client#list('figures', {'buffer': a:source, 'tick': state.tick}, 'figures')
  if figures isnot v:null && gangmu#sync#wait(state, gangmu#option#get('timeout'))
    " Whether a figure agrees with the others is told with what is published.
    let verdicts = {}
    for row in gangmu#rows#all(state.figures)
      let verdicts[row[0] . ',' . row[1]] = row[5]
    endfor
    for figure in figures
      let figure.verdict = get(verdicts, figure.start.line . ',' . figure.start.byte, 0)
    endfor
  endif
  return figures
endfunction

function! s:draw(figures) abort
  let b:gangmu_figures = a:figures
  let rows = map(copy(a:figures), 's:columns(v:val)')
  let widths = [0, 0, 0, 0, 0]
  for row in rows
    for n in range(5)
      let widths[n] = max([widths[n], strdisplaywidth(row[n])])
    endfor
  endfor
  let lines = map(rows, {_, row -> substitute(join(map(row, {n, text -> s:pad(text, widths[n], n == 0 || n == 2)}), '  '), '\s\+$', '', '')})
  call gangmu#window#set_lines(bufnr(''), empty(lines) ? [gangmu#message#text('figures_empty')] : lines)
endfunction

" Line, text, value, unit and noun, verdict.
function! s:columns(figure) abort
  let figure = a:figure
  let value = get(figure, 'value', '')
  let value = type(value) == v:t_string ? value : string(value)
  if get(figure, 'approx', '') isnot v:null && !empty(get(figure, 'approx', '')) && has_key(figure, 'low') && get(figure, 'low', '') !=# get(figure, 'high', '')
    let value = figure.low . '–' . (figure.high is v:null ? '' : figure.high)
  endif
  return [string(figure.start.line), gangmu#message#fit(figure.text, 24), value, s:string(get(figure, 'unit', '')) . ' ' . s:string(get(figure, 'noun', '')), gangmu#message#text('verdict' . get(figure, 'verdict', 0))]
endfunction

function! s:string(value) abort
  return a:value is v:null ? '' : a:value
endfunction

function! s:pad(text, width, right) abort
  let fill = repeat(' ', a:width - strdisplaywidth(a:text))
  return a:right ? fill . a:text : a:text . fill
endfunction

function! gangmu#figures#refresh() abort
  let figures = s:ask(b:gangmu_source)
  if figures isnot v:null
    let view = winsaveview()
    call s:draw(figures)
    call winrestview(view)
  endif
endfunction

function! gangmu#figures#jump(leave) abort
  if empty(b:gangmu_figures)
    return
  endif
  let figure = b:gangmu_figures[line('.') - 1]
  let list = win_getid()
  call gangmu#window#to_source()
  let [line, byte] = [figure.start.line, figure.start.byte]
  call gangmu#section#go(line, byte)
  if !a:leave
    call win_gotoid(list)
  endif
endfunction
