#include "check/words.h"

#include <stdlib.h>

#include "text/utf8.h"

/* Measure words and units that rules on wording meet; a longer one stands before its own beginning in no order: the
 * longest match wins. */
static const char measures[] =
    "个 名 人 位 件 项 家 户 次 人次 件次 册 册次 场 场次 期 篇 本 份 张 条 种 类 门 台 辆 架 艘 座 栋 幢 间 套 处 所 "
    "支 "
    "只 头 匹 棵 株 盆 尾 亩 公顷 块 片 面 枚 颗 粒 首 封 句 字 页 幅 集 部 卷 点 步 年 个月 月 天 日 周 个星期 星期 "
    "小时 "
    "个小时 学时 课时 分钟 秒 岁 元 万元 亿元 美元 吨 公斤 千克 克 斤 两 米 千米 公里 里 厘米 毫米 平方米 平方公里 "
    "平方千米 "
    "立方米 升 毫升 千瓦 千瓦时 度 倍 成 % 个百分点 批 批次 届 轮 代 级 层 组 队 班 村 县 市 省 区 乡 镇 个人 对 双 副 "
    "顶 "
    "桌 席 床 团 盏 筐 箱 袋 瓶 桶 车 趟 回 遍 顿 例 起 宗 桩 笔 单 票 路 线 站 孔 口 眼 根 杆 堂 节";

/* A list of words made ready: which characters its words begin with, which they end with, and which it holds at all,
 * by their last nine bits. Nearly all places are passed by these bits; the text is searched for the few others. */
#define FILTER_BITS  512u
#define FILTER_WORDS (FILTER_BITS / 64)

typedef struct filter {
  uint64_t bits[FILTER_WORDS];
} filter;

typedef struct ready_list {
  const char *words; /* the address that finds it; NULL in an empty place */
  const char *end;
  filter first, last, any;
  /* What gm_find_word knows of the line `line`: no word begins in [empty, found), and one of `length` characters at
   * `found`, or, when `length` is 0, nothing is known of it. */
  uint64_t line;
  size_t empty, found, length;
} ready_list;

/* Open addressing by the lists' addresses, which are those of literals. */
struct gm_word_lists {
  uint64_t line;        /* the line looked at, counted */
  size_t count, places; /* a power of two, more than half of them empty */
  ready_list *at;
};

#define PLACES_FIRST 512u

static void set_bit(filter *f, uint32_t c) { f->bits[c % FILTER_BITS / 64] |= UINT64_C(1) << (c & 63); }
static inline bool has_bit(const filter *f, uint32_t c) { return f->bits[c % FILTER_BITS / 64] >> (c & 63) & 1; }

static void make_ready(ready_list *list, const char *words) {
  memset(list, 0, sizeof *list);
  list->words = words;
  list->end = words + strlen(words);
  uint32_t before = ' ', c = ' ';
  for (const char *p = words; p < list->end; before = c) {
    p += gm_utf8_decode(p, list->end, &c);
    if (c == ' ') {
      set_bit(&list->last, before);
      continue;
    }
    set_bit(&list->any, c);
    if (before == ' ') set_bit(&list->first, c);
  }
  set_bit(&list->last, c);
}

static ready_list *place_of(const struct gm_word_lists *lists, const char *words) {
  size_t at = (size_t)((uint64_t)(uintptr_t)words * 0x9E3779B97F4A7C15u >> 40);
  for (;; at++) {
    ready_list *list = &lists->at[at & (lists->places - 1)];
    if (!list->words || list->words == words) return list;
  }
}

static void make_places(struct gm_word_lists *lists, size_t places) {
  lists->places = places;
  lists->at = gm_alloc(places * sizeof *lists->at);
  for (size_t i = 0; i < places; i++) lists->at[i].words = NULL;
}

struct gm_word_lists *gm_word_lists_new(void) {
  struct gm_word_lists *lists = gm_alloc(sizeof *lists);
  lists->count = 0;
  lists->line = 1;
  make_places(lists, PLACES_FIRST);
  return lists;
}

void gm_word_lists_turn(struct gm_word_lists *lists) { lists->line++; }

void gm_word_lists_free(struct gm_word_lists *lists) {
  if (!lists) return;
  free(lists->at);
  free(lists);
}

static void grow(struct gm_word_lists *lists) {
  ready_list *old = lists->at;
  size_t places = lists->places;
  make_places(lists, 2 * places);
  for (size_t i = 0; i < places; i++)
    if (old[i].words) *place_of(lists, old[i].words) = old[i];
  free(old);
}

/* The list made ready; in *spare when the view is not one that rules are run on. */
static inline ready_list *ready(const gm_view *view, const char *words, ready_list *spare) {
  struct gm_word_lists *lists = view->lists;
  if (!lists) {
    make_ready(spare, words);
    return spare;
  }
  ready_list *list = place_of(lists, words);
  if (list->words) return list;
  if (2 * ++lists->count > lists->places) {
    grow(lists);
    list = place_of(lists, words);
  }
  make_ready(list, words);
  return list;
}

/* Words are told apart by few bytes, so that a plain loop beats the string functions. */
static inline bool begins(const char *p, const char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (p[i] != bytes[i]) return false;
  return true;
}

/* The longest word of the list that the view reads at `at`, no blank. */
static size_t longest_at(const gm_view *view, size_t at, const ready_list *list) {
  char first[4];
  size_t bytes = gm_utf8_encode(view->cp[at], first), best = 0;
  const char *words = list->words, *end = list->end, *p = words;
  /* The last byte of the character is rare among the bytes of words: memchr passes most of them. */
  for (; (p = memchr(p, first[bytes - 1], (size_t)(end - p))) != NULL; p++) {
    if ((size_t)(p - words) + 1 < bytes) continue;
    const char *q = p + 1 - bytes;
    if ((q > words && q[-1] != ' ') || !begins(q, first, bytes)) continue;
    size_t i = at + 1;
    bool same = true;
    for (q += bytes; same && q < end && *q != ' '; i++) {
      uint32_t c;
      q += gm_utf8_decode(q, end, &c);
      same = i < view->count && view->cp[i] == c;
    }
    if (same && i - at > best) best = i - at;
  }
  return best;
}

static size_t longest_before(const gm_view *view, size_t at, const ready_list *list) {
  char last[4];
  size_t bytes = gm_utf8_encode(view->cp[at - 1], last), best = 0;
  const char *words = list->words, *end = list->end, *p = words;
  for (; (p = memchr(p, last[bytes - 1], (size_t)(end - p))) != NULL; p++) {
    if ((size_t)(p - words) + 1 < bytes || (p + 1 < end && p[1] != ' ')) continue;
    const char *q = p + 1 - bytes;
    if (!begins(q, last, bytes)) continue;
    size_t length = 1;
    bool same = true;
    while (same && q > words && q[-1] != ' ') {
      uint32_t c;
      q -= gm_utf8_decode_back(words, q, &c);
      length++;
      same = length <= at && view->cp[at - length] == c;
    }
    if (same && length > best) best = length;
  }
  return best;
}

#define BLANKS_MAX 2 /* between the words of one phrase (增加 6,480 冊); wider gaps are layout */

static size_t words_at(const gm_view *view, size_t at, const ready_list *list) {
  size_t blanks = 0;
  while (at < view->count && blanks < BLANKS_MAX && view->cls[at] & GM_SPACE) at++, blanks++;
  if (at >= view->count || !view->cp[at] || view->cp[at] == ' ' || !has_bit(&list->first, view->cp[at])) return 0;
  size_t best = longest_at(view, at, list);
  return best ? best + blanks : 0;
}

size_t gm_words_at(const gm_view *view, size_t at, const char *words) {
  ready_list spare;
  return at < view->count ? words_at(view, at, ready(view, words, &spare)) : 0;
}

size_t gm_words_before(const gm_view *view, size_t at, const char *words) {
  ready_list spare;
  const ready_list *list = ready(view, words, &spare);
  size_t blanks = 0;
  while (at && blanks < BLANKS_MAX && view->cls[at - 1] & GM_SPACE) at--, blanks++;
  if (!at || !view->cp[at - 1] || view->cp[at - 1] == ' ' || !has_bit(&list->last, view->cp[at - 1])) return 0;
  size_t best = longest_before(view, at, list);
  return best ? best + blanks : 0;
}

/* The first place in [from, to) at which a word begins, `to` when there is none; its characters in *length. */
static size_t next_word(const gm_view *view, size_t from, size_t to, const ready_list *list, size_t *length) {
  for (size_t i = from; i < to; i++)
    if (has_bit(&list->first, view->cp[i]) && view->cp[i] != ' ' && (*length = longest_at(view, i, list)) != 0)
      return i;
  *length = 0;
  return to;
}

#define GAP_CHARS 16u /* between what is known and what is asked: read along, so that it is one stretch */

/* Rules ask for the same words in stretches of a line that overlap: what was read is remembered. Gives the first place
 * in [from, to) at which a word begins, `to` when there is none. */
static size_t remembered(const gm_view *view, size_t from, size_t to, ready_list *list, size_t *length) {
  uint64_t line = view->lists ? view->lists->line : 0;
  if (list->line != line || !line || from < list->empty || from > list->found + GAP_CHARS) {
    list->line = line;
    list->empty = list->found = from;
    list->length = 0;
  }
  while (!list->length || from > list->found) {
    if (list->length) {
      list->empty = ++list->found;
      list->length = 0;
    }
    if (list->found >= to) return to;
    list->found = next_word(view, list->found, to, list, &list->length);
  }
  *length = list->length;
  return list->found;
}

size_t gm_find_word(const gm_view *view, size_t from, size_t to, const char *words) {
  if (from >= to) return SIZE_MAX;
  if (to - from > GM_REACH_CHARS) to = from + GM_REACH_CHARS;
  ready_list spare, *list = ready(view, words, &spare);
  for (;;) {
    size_t length = 0, at = remembered(view, from, to, list, &length);
    if (at >= to) return SIZE_MAX;
    if (at + length <= to) return at;
    from = at + 1;
  }
}

bool gm_in_set(const gm_view *view, uint32_t character, const char *set) {
  ready_list spare;
  const ready_list *list = ready(view, set, &spare);
  if (!has_bit(&list->any, character)) return false;
  for (const char *p = set; p < list->end;) {
    uint32_t c;
    p += gm_utf8_decode(p, list->end, &c);
    if (c == character) return true;
  }
  return false;
}

#define JI  0x51E0u /* 几 */
#define BAN 0x534Au /* 半 */

static bool is_number(const gm_view *view, size_t i) {
  if (view->cls[i] & (GM_DIGIT | GM_NUMERAL) || view->cp[i] == JI || view->cp[i] == BAN) return true;
  return (view->cp[i] == '.' || view->cp[i] == ',') && i && view->cls[i - 1] & GM_DIGIT && view->cls[i + 1] & GM_DIGIT;
}

size_t gm_number_at(const gm_view *view, size_t at) {
  size_t i = at;
  while (i < view->count && i - at < GM_NUMBER_CHARS && is_number(view, i)) i++;
  return i - at;
}

size_t gm_number_before(const gm_view *view, size_t end) {
  size_t start = end;
  while (start && end - start < GM_NUMBER_CHARS && is_number(view, start - 1)) start--;
  return start;
}

size_t gm_digits_at(const gm_view *view, size_t at, unsigned *value) {
  size_t i = at;
  unsigned v = 0;
  while (i < view->count && view->cls[i] & GM_DIGIT && i - at < 9) v = v * 10 + (view->cp[i++] - '0');
  *value = v;
  return i - at;
}

size_t gm_measure_at(const gm_view *view, size_t at) { return gm_words_at(view, at, measures); }

bool gm_clause_starts(const gm_view *view, size_t at) { return !at || view->cls[at - 1] & (GM_PUNCT | GM_SPACE); }

static bool ends_clause(uint16_t cls, uint32_t c) { return cls & GM_STOP || (cls & GM_PAUSE && c != 0x3001); }

size_t gm_clause_start(const gm_view *view, size_t at) {
  size_t limit = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0;
  while (at > limit && !ends_clause(view->cls[at - 1], view->cp[at - 1])) at--;
  return at;
}

size_t gm_sentence_start(const gm_view *view, size_t at) {
  size_t limit = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0;
  while (at > limit && !(view->cls[at - 1] & GM_STOP)) at--;
  return at;
}

size_t gm_sentence_end(const gm_view *view, size_t at) {
  size_t limit = view->count - at > GM_REACH_CHARS ? at + GM_REACH_CHARS : view->count;
  while (at < limit && !(view->cls[at] & GM_STOP)) at++;
  return at;
}

#define ELLIPSIS "…"

gm_quote gm_quote_line(const gm_view *view, size_t from, size_t to) {
  gm_quote quote;
  size_t length = 0;
  for (size_t i = from; i < to && i < view->count; i++) {
    uint32_t c, at = view->raw_at[i];
    size_t bytes = gm_utf8_decode(view->raw.ptr + at, view->raw.ptr + view->raw.len, &c);
    if (length + bytes + sizeof ELLIPSIS > sizeof quote.text) {
      memcpy(quote.text + length, ELLIPSIS, sizeof ELLIPSIS - 1);
      length += sizeof ELLIPSIS - 1;
      break;
    }
    memcpy(quote.text + length, view->raw.ptr + at, bytes);
    length += bytes;
  }
  quote.text[length] = 0;
  return quote;
}

gm_quote gm_quote_raw(gm_text line, uint32_t from, uint32_t to) {
  gm_quote quote;
  size_t length = 0;
  const char *p = line.ptr + from, *end = line.ptr + (to < line.len ? to : line.len);
  while (p < end) {
    uint32_t c;
    size_t bytes = gm_utf8_decode(p, end, &c);
    if (length + bytes + 1 > sizeof quote.text) break;
    memcpy(quote.text + length, p, bytes);
    length += bytes;
    p += bytes;
  }
  quote.text[length] = 0;
  return quote;
}

size_t gm_clean_at(const gm_view *view, uint32_t byte) { return gm_view_find(view, byte); }
