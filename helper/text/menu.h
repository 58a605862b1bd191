/* The menu above a page: 首页 and what stands beside it. For text/chrome.c. */
#ifndef GM_TEXT_MENU_H
#define GM_TEXT_MENU_H

#include "text/key.h"

/* 首页 alone: may open a menu of an entry a line. */
bool gm_menu_is_home(const gm_key *key);

/* 网站首页 | 机构概况 | 党建园地: 首页 and other short names, parted by bars or blanks. */
bool gm_menu_is_row(const gm_key *key);

#endif
