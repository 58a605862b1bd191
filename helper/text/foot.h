/* What stands at the foot of a page: its registration, its counters, who keeps it and where. For text/chrome.c. */
#ifndef GM_TEXT_FOOT_H
#define GM_TEXT_FOOT_H

#include "text/chrome.h"
#include "text/key.h"

/* Sets the kind of a line that is the page's by itself: 京ICP备…号, 您是第…位访客, 第 1 页 共 3 页, — END —. */
bool gm_foot_read(gm_look *look, const gm_key *key);

/* 主办单位：… 承办单位：…, 地址：… 邮编：…: the page's only among its other footers, for a notice says the same. */
bool gm_foot_is_host(const gm_key *key);

#endif
