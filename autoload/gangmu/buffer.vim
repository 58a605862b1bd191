" The drafts that are attached, and what is known of each.

let s:buffers = {}

" What is known of a draft, {} when it is not attached:
"   tick, lines         what the helper was sent last
"   dirty               the helper has to be sent the whole buffer
"   splices             changes sent but not yet in what was published: [tick, first, last, added]
"   serial, published   of the last message: its number and its tick
"   outline, figures, diagnostics   published rows (rows.vim)
"   words               the helper's count
"   counts_shown        whether a sidebar shows counts of words
"   generation, outlined, diagnosed   counts of published states, of those with another outline, of those with other findings
"   change              what the messages of a state that is still coming in have changed
"   here                where the cursor was found in the outline (section.vim)
"   edited              lines that were typed in and not looked at since (marks.vim)
"   followed            the line of the cursor as last seen in Insert mode (attach.vim)
"   shown, held, counts fingerprints of findings shown, severity of those held back by fingerprint, number by severity (finding.vim)
"   drawn_findings      what of them was drawn last, as a string
"   held_in             of those held back the counts, as in column 12, by row of the outline
function! gangmu#buffer#get(buf) abort
  return get(s:buffers, a:buf, {})
endfunction

function! gangmu#buffer#list() abort
  return map(sort(keys(s:buffers), 'N'), 'str2nr(v:val)')
endfunction

" Attaches a buffer; true when it is attached.
function! gangmu#buffer#attach(buf) abort
  if has_key(s:buffers, a:buf)
    let s:buffers[a:buf].filetype = getbufvar(a:buf, '&filetype')
    call setbufvar(a:buf, 'gangmu_state', s:buffers[a:buf])
    call gangmu#sync#renew(a:buf)
    return 1
  elseif !bufloaded(a:buf)
    return 0
  endif
  let s:buffers[a:buf] = {'buf': a:buf, 'tick': -1, 'lines': 0, 'dirty': 1, 'opened': 0, 'splices': [],
        \ 'serial': 0, 'published': -1, 'words': 0, 'generation': 0, 'outlined': 0, 'diagnosed': 0, 'change': {}, 'here': [], 'edited': [], 'followed': 0, 'counts_shown': 0, 'held': {}, 'held_in': {}, 'shown': [], 'drawn_findings': '', 'counts': [0, 0, 0], 'filetype': getbufvar(a:buf, '&filetype'),
        \ 'outline': gangmu#rows#new(0), 'figures': gangmu#rows#new(0), 'diagnostics': gangmu#rows#new(1)}
  " Where an autocommand that runs with each letter looks first.
  call setbufvar(a:buf, 'gangmu_state', s:buffers[a:buf])
  call gangmu#sync#watch(a:buf)
  if gangmu#client#running()
    call gangmu#sync#resend(a:buf)
  else
    call gangmu#client#start()
  endif
  call gangmu#event#attached(a:buf)
  return 1
endfunction

function! gangmu#buffer#detach(buf) abort
  if !has_key(s:buffers, a:buf)
    return
  endif
  call gangmu#sync#unwatch(a:buf)
  let state = remove(s:buffers, a:buf)
  call setbufvar(a:buf, 'gangmu_state', {})
  if state.opened
    call gangmu#client#notify('close', {'buffer': a:buf})
  endif
  call gangmu#event#detached(a:buf)
endfunction

" What the helper is told of a draft's profile: the option, or what its file type lets us guess, over which the configuration of its folder
" stands; else {}.
function! gangmu#buffer#profile(state) abort
  let wanted = gangmu#option#get('profile')
  return !empty(wanted) ? {'profile': wanted} : a:state.filetype ==# 'gongwen' ? {'profile_guess': 'cn-gongwen'} : {}
endfunction
