" The outline as text: a line a section, two spaces a level; what a filter leaves out is left out, what is folded is not.

" The section under the cursor with all below it, into a register.
function! gangmu#sidebar#copy#subtree(register) abort
  let bar = gangmu#sidebar#here()
  let row = empty(bar) ? -1 : gangmu#sidebar#row(bar)
  if row >= 0
    call s:copy(bar, row, gangmu#sidebar#view#end(bar, gangmu#buffer#get(bar.source), row), a:register)
  endif
endfunction

function! gangmu#sidebar#copy#all(register) abort
  let bar = gangmu#sidebar#here()
  if !empty(bar) && gangmu#sidebar#row(bar) >= 0
    call s:copy(bar, 0, gangmu#buffer#get(bar.source).outline.length, a:register)
  endif
endfunction

function! s:copy(bar, from, to, register) abort
  let rows = gangmu#rows#raws(gangmu#buffer#get(a:bar.source).outline, a:from, a:to)
  if a:bar.filtered
    let kept = filter(copy(a:bar.found), 'v:val >= a:from && v:val < a:to')
    let rows = map(kept, 'rows[v:val - a:from]')
  endif
  let least = min(map(copy(rows), 'v:val[5]'))
  let lines = map(copy(rows), 'repeat("  ", v:val[5] - least) . gangmu#section#label(v:val)')
  call setreg(a:register, lines, 'l')
  call gangmu#message#say(gangmu#message#text('copied', len(lines)))
endfunction
