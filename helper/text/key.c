#include "text/key.h"

static gm_unit16 lower(gm_unit16 c) { return c >= 'A' && c <= 'Z' ? (gm_unit16)(c | 0x20) : c; }

size_t gm_key_match_rest(const gm_key *k, size_t at, const gm_unit16 *word) {
  for (size_t n = 0;; n++) {
    if (!word[n]) return n;
    if (at + n >= k->count || lower(k->cp[at + n]) != lower(word[n])) return 0;
  }
}

bool gm_key_ends(const gm_key *k, size_t end, const gm_unit16 *word) {
  size_t n = 0;
  while (word[n]) n++;
  return n <= end && gm_key_match(k, end - n, word) == n;
}

bool gm_key_one_of(gm_unit16 c, const gm_unit16 *set) {
  for (; *set; set++)
    if (c == *set) return true;
  return false;
}

bool gm_key_mark(gm_unit16 c) { return !(gm_class_of(c) & (GM_HAN | GM_DIGIT | GM_LATIN)); }

bool gm_key_has(const gm_key *k, size_t from, size_t to, const gm_unit16 *set) {
  for (size_t i = from; i < to; i++)
    if (gm_key_one_of(k->cp[i], set)) return true;
  return false;
}

void gm_key_make(gm_key *k, const gm_view *view) {
  size_t n = 0;
  bool gap = false;
  for (size_t i = 0; i < view->count && n < GM_KEY_CHARS; i++) {
    if (view->cls[i] & GM_SPACE) {
      gap = true;
      continue;
    }
    k->cp[n] = view->cp[i] < 0x10000 ? (gm_unit16)view->cp[i] : (gm_unit16)0xFFFD;
    k->at[n] = (uint32_t)i;
    k->gap[n++] = gap;
    gap = false;
  }
  k->count = n;
  k->cp[n] = 0;
  k->at[n] = (uint32_t)view->count;
  k->gap[n] = false;
}

uint64_t gm_key_hash(const gm_key *k, size_t from, size_t to) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = from; i < to; i++)
    if (!gm_key_mark(k->cp[i])) hash = (hash ^ k->cp[i]) * 1099511628211u;
  return hash;
}

size_t gm_key_date(const gm_key *k, const gm_view *view, size_t at, gm_date *date) {
  if (at >= k->count || !(view->cls[k->at[at]] & (GM_DIGIT | GM_NUMERAL))) return 0;
  size_t n = gm_date_read(view, k->at[at], date);
  if (!n) return 0;
  size_t end = k->at[at] + n, i = at;
  while (i < k->count && k->at[i] < end) i++;
  return i;
}

/* The ideographs that any word of the tables in chrome.c and label_table.c begins with, and provinces (京ICP备), in
 * order of code points. */
static const gm_unit16 heads[] =
    u"一三上下中主二京人体作你使供信值免全公关冀内再写减分初副加印原友发吉名听喜回图在复大央字"
    u"宁实审小川已延当录往微您意成我所打扫技投排推摄撰收放文新无日时晋更最有朋服朗未本来查标校"
    u"核桂欢正沪法注津浏浙添渝湘滇点热照版特猜现琼甘生用登皖监相稿签简粤精索繁纠组终编缩网美联"
    u"苏蒙藏视觉记设访识语请读豫责赣转辽返还通郑鄂长闽阅陕隐青题首鲁黑黔默";

bool gm_key_head(uint32_t c) {
  size_t low = 0, high = sizeof heads / sizeof *heads - 1;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (heads[middle] < c)
      low = middle + 1;
    else
      high = middle;
  }
  return heads[low] == c;
}
