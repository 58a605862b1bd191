" Counts of a draft or of some of its lines.

function! gangmu#count#show(range, first, last) abort
  let buf = bufnr('')
  call gangmu#sync#flush(buf)
  let params = {'buffer': buf}
  if a:range
    let [params.first, params.last] = [a:first - 1, a:last]
  endif
  let answer = gangmu#client#request('count', params)
  if !has_key(answer, 'error')
    call gangmu#message#say(gangmu#message#text(a:range ? 'count_range' : 'count', answer.words, answer.chars, answer.han, get(answer, 'sections', 0)))
  endif
endfunction
