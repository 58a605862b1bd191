" A prompt that tells of its text at each key, so that a list can be filtered as one types.

let s:asking = {}

" Asks with `text` to begin with; OnChange(text) is called whenever it changes, and with the old text when the writer gives up.
function! gangmu#filter#ask(prompt, text, OnChange) abort
  let s:asking = {'OnChange': a:OnChange, 'text': a:text}
  augroup gangmu_filter
    autocmd!
    autocmd CmdlineChanged @ call s:changed(getcmdline())
  augroup END
  try
    let answer = s:input(a:prompt, a:text, s:given_up)
  catch /^Vim:Interrupt$/
    let answer = s:given_up
  finally
    autocmd! gangmu_filter
  endtry
  " The prompt is wiped away.
  redraw
  echo ''
  call s:changed(answer ==# s:given_up ? a:text : answer)
endfunction

" No text that anybody types.
let s:given_up = "\x01"

if has('nvim')
  function! s:input(prompt, text, cancelled) abort
    return input({'prompt': a:prompt, 'default': a:text, 'cancelreturn': a:cancelled})
  endfunction
else
  " On the command line in the GUI too: a dialog tells of no keys.
  function! s:input(prompt, text, cancelled) abort
    let options = &guioptions
    let &guioptions = options . 'c'
    try
      return inputdialog(a:prompt, a:text, a:cancelled)
    finally
      let &guioptions = options
    endtry
  endfunction
endif

function! s:changed(text) abort
  if a:text !=# s:asking.text
    let s:asking.text = a:text
    call s:asking.OnChange(a:text)
    redraw
  endif
endfunction

" Whether a text holds each word of a filter, in any case of letters.
function! gangmu#filter#words(filter) abort
  return split(tolower(a:filter), '[ \u3000]\+')
endfunction

function! gangmu#filter#matches(words, text) abort
  let text = tolower(a:text)
  for word in a:words
    if stridx(text, word) < 0
      return 0
    endif
  endfor
  return 1
endfunction
