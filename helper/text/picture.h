/* Lines that are pictures or captions of them. For text/chrome.c. */
#ifndef GM_TEXT_PICTURE_H
#define GM_TEXT_PICTURE_H

#include "text/key.h"

/* banner (2).jpg, 插图：banner.jpg */
bool gm_picture_is_name(const gm_key *key);

/* ![text](target) and <img …>, nothing else; `cut` says that the line goes on behind the key. */
bool gm_picture_is(const gm_key *key, bool cut);

/* 图片 alone: what a copy leaves of a picture, or a word of the draft. */
bool gm_picture_is_word(const gm_key *key);

/* … 某某 摄, 某馆供图, （资料图片） */
bool gm_picture_is_caption(const gm_key *key);

/* ▲…（摄影：某某）, 图为…（某某 摄影）: a caption, unless it is one of several items. */
bool gm_picture_is_credited(const gm_key *key);

/* ▲老街夜景, （图为老街夜景）: a caption only where it stands beside a picture. */
bool gm_picture_is_told(const gm_key *key);

#endif
