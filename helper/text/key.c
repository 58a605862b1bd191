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

bool gm_key_mark(gm_unit16 c) { return !(gm_class_of(c) & (GM_HAN | GM_DIGIT | GM_LATIN)); }

bool gm_key_has(const gm_key *k, size_t from, size_t to, const gm_unit16 *set) {
  for (size_t i = from; i < to; i++)
    for (const gm_unit16 *c = set; *c; c++)
      if (k->cp[i] == *c) return true;
  return false;
}

void gm_key_make(gm_key *k, const gm_view *view) {
  size_t n = 0;
  bool gap = false;
  for (size_t i = 0; i < view->count && n < GM_KEY_CHARS; i++) {
    k->cp[n] = view->cp[i] < 0x10000 ? (gm_unit16)view->cp[i] : (gm_unit16)0xFFFD;
    k->at[n] = (uint32_t)i;
    k->gap[n] = gap;
    gap = view->cls[i] & GM_SPACE;
    n += !gap; /* a blank is overwritten */
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
  if (at >= k->count) return 0;
  uint32_t first = view->cp[k->at[at]]; /* 中 民 begin 中华民国113年 */
  if (!(view->cls[k->at[at]] & (GM_DIGIT | GM_NUMERAL)) && first != 0x4E2D && first != 0x6C11) return 0;
  size_t n = gm_date_read(view, k->at[at], date);
  if (!n) return 0;
  size_t end = k->at[at] + n, i = at;
  while (i < k->count && k->at[i] < end) i++;
  return i;
}

/* The characters that the words of each table begin with, letters small, in order of code points; of any table, those
 * of the page's host and of bylines (实习生, 央视网) too. */
#define HEADS(list) \
  { list, sizeof(list) / sizeof(gm_unit16) - 1 }
static const struct {
  const gm_unit16 *list;
  size_t count;
} heads[] = {
    [GM_KEY_TOOLS] = HEADS(u"aqt上下中主人使免全关再减分加原友回在复大字小尾常广微意我手打投推收放新无更朋服"
                           u"朗末查正法注点版特用登站简繁纠缩网老联设语请读转返还适长阅隐首默"),
    [GM_KEY_RELATED] = HEADS(u"友延往推文更最热猜相精附"),
    [GM_KEY_OPENINGS] = HEADS(u"c©你免关分听喜已当微您所手打扫收更未本来欢正点版特现用继网视觉识转轻郑长预"),
    [GM_KEY_ANY] = HEADS(u"acdqstu©一三上下中主二人传体作你使供信值免全公关内再写减分初副加单印原友发"
                         u"右名听喜回图在地复大央字实审小尾左已延当录往微您意成我所手打扫承技投排推摄撰收放政文"
                         u"新无日时更最有朋服朗未末本来查标校核欢正法注浏添点热照版特猜现生用电登监相稿签简精"
                         u"索累繁纠组终继编缩网美老联视觉记设访评识语请读责赞转轻返还适通邮郑长阅附隐预题首默"),
};

bool gm_key_head(uint32_t c, gm_key_table table) {
  const gm_unit16 *first = heads[table].list;
  if (c >= 'A' && c <= 'Z') c |= 0x20;
  for (size_t count = heads[table].count; count > 1;) { /* its steps do not depend on the character */
    size_t half = count / 2;
    first += first[half] <= c ? half : 0;
    count -= half;
  }
  return *first == c && c;
}
