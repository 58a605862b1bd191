autocmd BufRead,BufNewFile *.gw setfiletype gongwen
