#include "text/picture.h"

#define CREDITED_MIN 6 /* ▲（图：某） */

#define TOLD_MIN 4
#define TOLD_MAX 60

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Behind 插图： and its like; 附图： may be an attachment of the draft. */
static size_t after_label(const gm_key *k) {
  static const gm_unit16 *const labels[] = {u"插图", u"配图", u"题图", u"头图", u"图片", u"照片", u"封面", u"封面图"};
  for (size_t i = 0; i < COUNT(labels); i++) {
    size_t n = gm_key_match(k, 0, labels[i]);
    if (n && k->cp[n] == 0xFF1A) return n + 1;
  }
  return 0;
}

bool gm_picture_is_name(const gm_key *k) {
  static const gm_unit16 *const endings[] = {u".jpg", u".jpeg", u".png", u".gif", u".bmp", u".webp", u".svg", u".tif"};
  if (k->count > 80 || k->count <= 4 || !gm_key_one_of(k->cp[k->count - 1] | 0x20, u"gfp")) return false;
  for (size_t i = 0; i < COUNT(endings); i++)
    if (gm_key_ends(k, k->count, endings[i])) return !gm_key_has(k, after_label(k), k->count, u"，。；！？：");
  return false;
}

bool gm_picture_is(const gm_key *k, bool cut) {
  if (gm_key_match(k, 0, u"<img") && k->cp[k->count - 1] == '>') return true;
  size_t at = 0;
  while (at < k->count) {
    if (gm_key_one_of(k->cp[at], u"•·-*+") && !at) {
      at++;
      continue;
    }
    if (k->cp[at] != 0xFF01 || k->cp[at + 1] != '[') return false;
    while (at < k->count && k->cp[at] != ']') at++;
    if (at >= k->count || k->cp[at + 1] != 0xFF08) return false;
    while (at < k->count && k->cp[at] != 0xFF09) at++;
    if (at == k->count) return cut;
    at++;
  }
  return true;
}

bool gm_picture_is_word(const gm_key *k) { return gm_key_match(k, 0, u"图片") == k->count; }

bool gm_picture_is_credited(const gm_key *k) {
  size_t open = k->count, close = k->count - 1;
  if (k->count < CREDITED_MIN || k->cp[close] != 0xFF09 ||
      !(gm_key_one_of(k->cp[0], u"▲△▼▽◀▶↑↓") || gm_key_match(k, 0, u"图为")))
    return false;
  while (open && k->cp[open] != 0xFF08) open--;
  static const gm_unit16 *const heads[] = {u"摄影：", u"摄影/", u"摄影丨", u"图/", u"图：", u"供图：", u"图片来源："};
  for (size_t i = 0; i < COUNT(heads); i++)
    if (gm_key_match(k, open + 1, heads[i])) return true;
  return k->gap[close - 2] && gm_key_ends(k, close, u"摄影") && !gm_key_has(k, open, close, u"，。；");
}

bool gm_picture_is_told(const gm_key *k) {
  static const gm_unit16 *const words[] = {u"图为",   u"上图为", u"下图为", u"左图为", u"右图为",
                                           u"上图：", u"下图：", u"图注：", u"图说：", u"图片说明："};
  size_t at = gm_key_one_of(k->cp[0], u"（["), end = k->count;
  while (end && gm_key_one_of(k->cp[end - 1], u"）]。")) end--;
  if (end < TOLD_MIN || end > TOLD_MAX || gm_key_has(k, at, end, u"。；")) return false;
  if (!at && gm_key_one_of(k->cp[0], u"▲△▼▽")) return true;
  for (size_t i = 0; i < COUNT(words); i++)
    if (gm_key_match(k, at, words[i])) return true;
  return false;
}

bool gm_picture_is_caption(const gm_key *k) {
  size_t end = k->count;
  if (end < 4 || end > 160) return false;
  while (end && gm_key_one_of(k->cp[end - 1], u"）】]。")) end--;
  if (end < 3) return false;
  if (k->cp[end - 1] == 0x6444) /* 摄 */
    return !gm_key_one_of(k->cp[end - 2], u"拍录航统兼") &&
           (k->gap[end - 1] || k->gap[end - 2] || k->gap[end - 3] || k->gap[end - 4 < end ? end - 4 : 0] ||
            gm_key_has(k, 0, end - 1, u"。（"));
  if (!gm_key_one_of(k->cp[end - 1], u"图道片")) return false;
  if (gm_key_ends(k, end, u"供图") || gm_key_ends(k, end, u"摄影报道")) return true;
  static const gm_unit16 *const pictures[] = {u"网站图片", u"资料图片", u"直播图片", u"视频截图",
                                              u"资料图",   u"资料照片", u"网络图片", u"效果图片"};
  for (size_t i = 0; i < COUNT(pictures); i++)
    if (gm_key_ends(k, end, pictures[i])) {
      size_t n = 0;
      while (pictures[i][n]) n++;
      return end == n || end < k->count ||
             (k->gap[end - n] || gm_key_one_of(k->cp[end - n - 1], u"。（【") || gm_key_has(k, 0, end, u"。"));
    }
  return false;
}
