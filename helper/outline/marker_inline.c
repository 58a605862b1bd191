/* Inline markers: 一是 一要 第一， 首先 其一 一则 一来, and line markers met in running text. */
#include "numeral/numeral.h"
#include "outline/marker.h"

#define NUMERAL_MAX 3u /* characters of 二十一, the longest an inline item has */

static bool in(uint32_t c, const uint16_t *set, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (c == set[i]) return true;
  return false;
}
#define IN(c, ...) in(c, (const uint16_t[]){__VA_ARGS__}, sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t))

static bool any(const gm_view *view, size_t at, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gm_view_match(view, at, words[i])) return true;
  return false;
}
#define ANY(view, at, ...) \
  any(view, at, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* Where a marker stands: flags of its place. Blanks and ** before it are looked through. */
static unsigned place(const gm_view *view, size_t at) {
  size_t i = at;
  bool blank = false;
  while (i && (view->cls[i - 1] & GM_SPACE || view->cp[i - 1] == '*')) i--, blank = true;
  if (!i) return GM_MARK_LINE | GM_MARK_STOP | GM_MARK_SENTENCE;
  uint16_t cls = view->cls[i - 1];
  uint32_t c = view->cp[i - 1];
  if (cls & GM_CLOSE && i > 1 && view->cls[i - 2] & GM_STOP) return GM_MARK_STOP | GM_MARK_SENTENCE; /* 。” */
  if (cls & GM_STOP) return GM_MARK_STOP | GM_MARK_SENTENCE;
  if (c == 0xFF1B || c == 0xFF1A || c == 0xFF08 || c == '>') return GM_MARK_STOP;
  if (cls & (GM_PAUSE | GM_CLOSE | GM_OPEN) || c == 0x2014 || c == 0x2015) return GM_MARK_PAUSE;
  return blank ? GM_MARK_PAUSE : 0;
}

static bool give(gm_marker *m, size_t at, size_t end, gm_family family, int32_t number, unsigned flags) {
  m->byte = (uint32_t)at;
  m->end = (uint32_t)end;
  m->family = (uint8_t)family;
  m->number = number;
  m->flags = (uint16_t)flags;
  return true;
}

/* 一是 一要 一则 一来 from the numeral's first character; `value` is read, `end` stands at the verb. */
static bool verb(const gm_view *view, size_t at, size_t end, int32_t value, gm_marker *m) {
  unsigned where = place(view, at);
  uint32_t before = at ? view->cp[at - 1] : 0;
  /* 之一是 第一是 统一是 其一是 初一是 一月一是 万能 同一年 合一 唯一 万一 单一 周一 期一 惟一 每一 这一 那一 某一 */
  bool bound = !where && IN(before, 0x4E4B, 0x7B2C, 0x7EDF, 0x5176, 0x521D, 0x6708, 0x80FD, 0x5E74, 0x5408, 0x552F,
                            0x4E07, 0x5355, 0x5468, 0x671F, 0x60DF, 0x6BCF, 0x8FD9, 0x90A3, 0x67D0, 0x540C, 0x4E13,
                            0x5927, 0x4E0D, 0x5F52, 0x65E5, 0x5206, 0x7B49);
  if (bound || view->cls[at] & GM_IN_TITLE) return false;
  uint32_t c = view->cp[end];
  if (c == 0x662F) { /* 是 */
    if (gm_view_match(view, end + 1, "一") && value == 1 &&
        (view->cls[end + 2] & (GM_PUNCT | GM_SPACE) || end + 2 >= view->count))
      return false; /* 一是一、二是二 */
    if (view->cp[end + 1] == view->cp[at] && end == at + 1 &&
        (view->cls[end + 2] & (GM_PUNCT | GM_SPACE) || end + 2 >= view->count))
      return false;
    if (!where && value != 1) return false;
    return give(m, at, end + 1, GM_FAMILY_IS, value, where);
  }
  if (c == 0x8981) { /* 要 */
    /* 二要务求实效, 三要领导带头: the word begins behind 要 */
    bool goes_on = ANY(view, end + 1, "务求", "务实", "务必", "领导", "领会", "领先", "地方", "件件");
    if (!goes_on && ANY(view, end + 1, "务", "素", "义", "件", "领", "害", "闻", "塞", "诀", "地", "职")) return false;
    if (!where && (value != 1 || ANY(view, end + 1, "求", "点", "道"))) return false;
    return give(m, at, end + 1, GM_FAMILY_MUST, value, where);
  }
  gm_family family = c == 0x5219 ? GM_FAMILY_THEN : GM_FAMILY_COME;
  if (value == 1 ? !(where & GM_MARK_STOP) : !where) return false;
  if (family == GM_FAMILY_COME && ANY(view, end + 1, "一往", "二往", "二去", "一回", "自", "源")) return false;
  return give(m, at, end + 1, family, value, where);
}

/* Can what stands behind the numeral make a marker of it: 是要则来、，.? Of most it cannot. */
static inline bool may_follow(uint32_t c) {
  return c == 0x3001 || c == 0xFF0C || c == '.' || c == 0x662F || c == 0x8981 || c == 0x5219 || c == 0x6765;
}

/* A Han numeral [at, end): 一是 …, or 一、 一， behind a stop. */
static __attribute__((noinline)) bool han(const gm_view *view, size_t at, size_t end, gm_marker *m) {
  uint32_t c = view->cp[end];
  bool is_mark = c == 0x3001 || c == 0xFF0C || c == '.';
  int32_t value;
  if (gm_numeral_ordinal(view, at, &value) != end - at || value < 1) return false;
  if (!is_mark) return verb(view, at, end, value, m);
  unsigned where = place(view, at);
  if (!(where & GM_MARK_STOP) || where & GM_MARK_LINE || view->cls[at] & GM_IN_TITLE) return false;
  if (view->cls[end + 1] & (GM_NUMERAL | GM_DIGIT)) return false; /* 一、二、三产业 */
  return give(m, at, end + 1, GM_FAMILY_HAN, value, where | (c == 0x3001 ? 0 : GM_MARK_WEAK));
}

/* 第一、第二党支部, 第一、二党支部: does a list of numbers go on behind 、? Not so 第四、一年内. */
static bool counts_on(const gm_view *view, size_t at, int32_t value) {
  int32_t next;
  return view->cls[at] & GM_DIGIT || (gm_numeral_ordinal(view, at, &next) && next > value);
}

/* 第一， 第一、 第一是 第一： */
static bool ordinal(const gm_view *view, size_t at, gm_marker *m) {
  unsigned where = place(view, at);
  if (view->cls[at] & GM_IN_TITLE) return false;
  int32_t value;
  size_t n = gm_numeral_ordinal(view, at + 1, &value);
  if (!n || value < 1 || !(view->cls[at + 1] & GM_NUMERAL)) return false;
  size_t end = at + 1 + n;
  uint32_t c = view->cp[end];
  /* 会议强调，第一，…。第二，…: the first alone may follow a comma. */
  if (!(where & GM_MARK_STOP) && !(value == 1 && c == 0xFF0C && at && view->cp[at - 1] == 0xFF0C)) return false;
  if (c == 0x662F) return give(m, at, end + 1, GM_FAMILY_ORDINAL, value, where);
  if (c != 0xFF0C && c != 0x3001 && c != 0xFF1A) return false;
  if (view->cp[end + 1] == 0x7B2C || (c == 0x3001 && counts_on(view, end + 1, value))) return false;
  return give(m, at, end + 1, GM_FAMILY_ORDINAL, value, where);
}

/* 首先 其次 再次 最后, 其一, 一方面 另一方面: words of two or three characters with an optional ，behind. */
typedef struct word_row {
  const char *word;
  uint8_t family;
  int8_t number; /* -1: the run's last */
} word_row;

static const word_row words[] = {
    {"首先", GM_FAMILY_FIRST_NEXT, 1}, {"其次", GM_FAMILY_FIRST_NEXT, 2},  {"再次", GM_FAMILY_FIRST_NEXT, 3},
    {"再者", GM_FAMILY_FIRST_NEXT, 3}, {"最后", GM_FAMILY_FIRST_NEXT, -1}, {"一方面", GM_FAMILY_ASPECT, 1},
    {"另一方面", GM_FAMILY_ASPECT, 2},
};

static bool word(const gm_view *view, size_t at, gm_marker *m) {
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t n = gm_view_match(view, at, words[i].word);
    if (!n) continue;
    unsigned where = place(view, at);
    bool counted = words[i].family == GM_FAMILY_FIRST_NEXT || words[i].number != 1;
    if (!(where & GM_MARK_STOP) && !(counted && where & GM_MARK_PAUSE && view->cp[at - 1] == 0xFF0C)) return false;
    if (view->cls[at] & GM_IN_TITLE) return false;
    size_t end = at + n;
    if (words[i].number == -1 && ANY(view, end, "表示", "强调", "指出", "说", "的", "一", "由", "还")) return false;
    if (ANY(view, end, "的", "于", "会议")) return false;
    unsigned comma = view->cp[end] == 0xFF0C;
    return give(m, at, end + comma, (gm_family)words[i].family, words[i].number, where | (comma ? 0 : GM_MARK_WEAK));
  }
  return false;
}

/* 其一 其二 */
static bool of_them(const gm_view *view, size_t at, gm_marker *m) {
  unsigned where = place(view, at);
  if (!(where & GM_MARK_STOP)) return false;
  int32_t value;
  size_t n = gm_numeral_ordinal(view, at + 1, &value);
  if (!n || value < 1 || !(view->cls[at + 1] & GM_NUMERAL)) return false;
  size_t end = at + 1 + n;
  uint32_t c = view->cp[end];
  if (ANY(view, end, "生", "贯", "致", "切", "般", "定")) return false;
  if (c == 0xFF0C || c == 0x3001 || c == 0xFF1A || c == 0x662F) end++;
  return give(m, at, end, GM_FAMILY_OF_THEM, value, where | (end > at + 1 + n ? 0 : GM_MARK_WEAK));
}

/* （1） （一） ① 1. 1、 1） behind punctuation, or （1） ① behind text. */
static bool line_form(const gm_view *view, size_t at, gm_marker *m) {
  if (view->cp[at] == 0xFF08 && !(view->cls[at + 1] & (GM_NUMERAL | GM_DIGIT | GM_SPACE)) && view->cp[at + 1] != 0x53C2)
    return false; /* neither a numeral nor 参 stands in it: most brackets */
  unsigned where = place(view, at);
  if (where & GM_MARK_LINE || view->cls[at] & GM_IN_TITLE) return false;
  bool digit = view->cls[at] & GM_DIGIT;
  if (digit && !(where & GM_MARK_STOP)) return false;
  if (!digit && at &&
      IN(view->cp[at - 1], 0x7B2C, 0x6B3E, 0x6761, 0x9879, 0x8282, 0x89C1, 0x7167, 0x56FE, 0x8868, 0x5F0F))
    return false; /* 第（一）项 第三条（一） 见（一） 图（1） 式（1） */
  gm_marker made[2];
  memset(made, 0, sizeof made);
  size_t count = gm_marker_open(view, at, made);
  for (size_t i = 0; i < count; i++) {
    unsigned f = made[i].family;
    if (f != GM_FAMILY_HAN_PAREN && f != GM_FAMILY_ARABIC_PAREN && f != GM_FAMILY_ARABIC &&
        f != GM_FAMILY_ARABIC_HALF && f != GM_FAMILY_CIRCLED)
      continue;
    if (made[i].flags & (GM_MARK_TORN | GM_MARK_TAIL | GM_MARK_BLANK | GM_MARK_DOUBT)) continue;
    /* Followed by a mark it is a reference; a sign of one code point then shows that there are footnotes. */
    bool bare = made[i].end >= view->count || view->cls[made[i].end] & (GM_STOP | GM_PAUSE | GM_CLOSE);
    if (bare && f != GM_FAMILY_CIRCLED) continue;
    /* 第十条第（一）、（三）项处理 */
    if (at && IN(view->cp[at - 1], 0x3001, 0x548C, 0x6216, 0x81F3, 0x53CA) && ANY(view, made[i].end, "项", "款") &&
        !ANY(view, made[i].end, "项目", "款项"))
      continue;
    *m = made[i];
    m->flags = (uint16_t)(where | (bare ? GM_MARK_DOUBT : 0));
    return true;
  }
  return false;
}

/* All but a Han numeral. */
static __attribute__((noinline)) bool other(const gm_view *view, size_t at, gm_marker *m) {
  switch (view->cp[at]) {
    case 0x7B2C: return ordinal(view, at, m);
    case 0x5176: return gm_view_match(view, at, "其次") ? word(view, at, m) : of_them(view, at, m);
    case 0x4E00: /* 一方面 */
    case 0x9996:
    case 0x518D:
    case 0x6700:
    case 0x53E6: return word(view, at, m);
    default: return line_form(view, at, m);
  }
}

bool gm_marker_inline(const gm_view *view, size_t at, gm_marker *m) {
  if (!(view->cls[at] & GM_NUMERAL) || (view->cp[at] == 0x4E00 && view->cp[at + 1] == 0x65B9))
    return other(view, at, m);
  if (at && view->cls[at - 1] & GM_NUMERAL) return false; /* the longest numeral: 十一是 */
  size_t end = at + 1;
  while (end - at < NUMERAL_MAX && view->cls[end] & GM_NUMERAL) end++;
  return may_follow(view->cp[end]) && han(view, at, end, m);
}
