/* Markers that open a line: 一、 （一） 1. 第X条 ① 附件1 【前言】 and their kin. */
#include "numeral/numeral.h"
#include "outline/marker.h"

#define DIGITS_MAX 3u /* 2024. is a year */
#define DEPTH_MAX  6u /* 1.1.1.1.1.1 */
#define LABEL_MAX  8u /* 【典型案例】; longer brackets hold a title */

#define DI       0x7B2Cu /* 第 */
#define DI_WRONG 0x7B2Bu /* 笫 */

/* One-code-point families: first, count; the row is the style. */
static const struct {
  uint32_t first, count;
} signs[] = {{0x2460, 20}, {0x2474, 20}, {0x2488, 20}, {0x3220, 10}, {0x3280, 10}, {0x2776, 10}};

/* Words of a 【label】 that is a part of the text even when it stands alone. */
static const char *const label_words[] = {"前言", "导语", "引言", "导言", "导读", "摘要", "编者按", "背景",
                                          "正文", "结语", "后记", "提要", "小结", "按语", "案例",   "概述"};

size_t gm_marker_skip(const gm_view *view, size_t at) {
  while (view->cls[at] & GM_SPACE) at++;
  return at;
}

static bool one_of(const gm_view *view, size_t at, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gm_view_match(view, at, words[i])) return true;
  return false;
}
#define ONE_OF(view, at, ...) \
  one_of(view, at, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static bool is_capital(uint32_t c) {
  switch (c) {
    case 0x58F9:              /* 壹 */
    case 0x8D30:              /* 贰 */
    case 0x53C1:              /* 叁 */
    case 0x53C2:              /* 參 folds to 参 */
    case 0x8086:              /* 肆 */
    case 0x4F0D:              /* 伍 */
    case 0x9646:              /* 陆 */
    case 0x67D2:              /* 柒 */
    case 0x634C:              /* 捌 */
    case 0x7396:              /* 玖 */
    case 0x62FE: return true; /* 拾 */
    default: return false;
  }
}

int32_t gm_stem_of(uint32_t c) {
  static const uint16_t stems[] = {0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A, 0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678};
  for (int32_t i = 0; i < 10; i++)
    if (c == stems[i]) return i + 1;
  return 0;
}

int gm_sign_of(uint32_t c, int32_t *number) {
  for (int s = 0; s < (int)(sizeof signs / sizeof *signs); s++) {
    if (c < signs[s].first || c - signs[s].first >= signs[s].count) continue;
    *number = (int32_t)(c - signs[s].first) + 1;
    return s;
  }
  return -1;
}

uint32_t gm_sign_write(int style, int32_t number) {
  return number > (int32_t)signs[style].count ? 0 : signs[style].first + (uint32_t)number - 1;
}

/* A numeral of Han characters only, with the lone 参 of 參、. */
static size_t han_numeral(const gm_view *view, size_t at, int32_t *value) {
  if (view->cls[at] & GM_NUMERAL) return gm_numeral_ordinal(view, at, value);
  if (view->cp[at] != 0x53C2) return 0;
  *value = 3;
  return 1;
}

static size_t arabic_numeral(const gm_view *view, size_t at, int32_t *value) {
  size_t n = 0;
  *value = 0;
  while (view->cls[at + n] & GM_DIGIT && n <= DIGITS_MAX) *value = *value * 10 + (int32_t)(view->cp[at + n++] - '0');
  return n <= DIGITS_MAX ? n : 0;
}

/* Ⅰ–Ⅻ, or ASCII letters I V X in a legal order up to 39. */
static size_t roman_numeral(const gm_view *view, size_t at, int32_t *value) {
  uint32_t c = view->cp[at];
  if (c >= 0x2160 && c <= 0x216B) {
    *value = (int32_t)(c - 0x2160 + 1);
    return 1;
  }
  size_t n = 0;
  int32_t sum = 0;
  while (view->cp[at + n] == 'X' && n < 3) sum += 10, n++;
  if (view->cp[at + n] == 'I' && view->cp[at + n + 1] == 'X') {
    sum += 9, n += 2;
  } else if (view->cp[at + n] == 'I' && view->cp[at + n + 1] == 'V') {
    sum += 4, n += 2;
  } else {
    if (view->cp[at + n] == 'V') sum += 5, n++;
    for (size_t ones = 0; view->cp[at + n] == 'I' && ones < 3; ones++) sum++, n++;
  }
  *value = sum;
  return view->cls[at + n] & (GM_LATIN | GM_DIGIT) ? 0 : n;
}

static void set(gm_marker *m, size_t at, size_t end, gm_family family, int32_t number, unsigned flags) {
  m->byte = (uint32_t)at;
  m->end = (uint32_t)end;
  m->family = (uint8_t)family;
  m->number = number;
  m->flags = (uint16_t)flags;
}

/* What follows `一、` or `1、` reads on as a list or a number: 一、二、三产业; 七、八两月; 1、2号楼. */
static bool reads_on(const gm_view *view, size_t at, bool *list) {
  size_t i = at;
  while (view->cls[i] & (GM_NUMERAL | GM_DIGIT)) i++;
  *list = i > at && view->cp[i] == 0x3001;
  return i > at;
}

/* 四、2025年重点工作: a year opens the heading's title, and no row of numbers is written in both scripts. */
static bool is_year(const gm_view *view, size_t at) {
  size_t end = at;
  while (end < at + 4 && view->cls[end] & GM_DIGIT) end++;
  return end == at + 4 && view->cp[end] == 0x5E74; /* 年 */
}

/* 一、 十一． 一. 一， 一 and the same of 壹; a bare 一 alone on its line. */
static size_t open_han(const gm_view *view, size_t at, gm_marker *out) {
  int32_t value;
  size_t n = han_numeral(view, at, &value);
  if (!n || value < 1) return 0;
  gm_family family = is_capital(view->cp[at]) ? GM_FAMILY_CAPITAL : GM_FAMILY_HAN;
  unsigned flags = 0;
  size_t end = at + n;
  bool list;
  switch (view->cp[end]) {
    case 0x3001: /* 、 */
    case '.':
      if (reads_on(view, end + 1, &list) && !is_year(view, end + 1))
        flags = list ? GM_MARK_DOUBT | GM_MARK_WEAK : GM_MARK_DOUBT;
      if (view->cp[end + 1] == '.') return 0;
      end++;
      break;
    case 0xFF0C: /* ， */
      flags = GM_MARK_WEAK;
      end++;
      break;
    case 0xFF09: /* ）: 一） or the tail of （⏎一） */
      flags = GM_MARK_WEAK | GM_MARK_TAIL;
      family = GM_FAMILY_HAN_PAREN;
      end++;
      break;
    case 0:
    case ' ': flags = GM_MARK_WEAK | GM_MARK_BLANK; break;
    default: return 0;
  }
  if (family == GM_FAMILY_CAPITAL) flags |= GM_MARK_WEAK;
  set(out, at, end, family, value, flags);
  return 1;
}

/* What may not follow （三）: the rest of a reference. （三）项规定的, but （三）项目 and （三）目的 are titles. */
static bool refers_on(const gm_view *view, size_t at) {
  if (ONE_OF(view, at, "和（", "至（", "或（", "及（", "、（", "—（", "-（")) return true;
  if (view->cp[at] == 0x3001) return gm_view_match(view, at + 1, "第") != 0;
  if (!ONE_OF(view, at, "项", "款", "目", "条")) return false;
  if (view->cls[at + 1] & (GM_STOP | GM_PAUSE) || at + 1 >= view->count) return true;
  return ONE_OF(view, at + 1, "规定", "所", "中", "和", "或", "至", "之", "及", "情形", "第") ||
         (view->cp[at] != 0x76EE && ONE_OF(view, at + 1, "的"));
}

/* （一） （1） （甲） （a） with blanks inside; （ or （三 at the line's end is the head of a torn marker. */
static size_t open_paren(const gm_view *view, size_t at, gm_marker *out) {
  size_t i = gm_marker_skip(view, at + 1);
  int32_t value = 0;
  gm_family family = GM_FAMILY_HAN_PAREN;
  unsigned flags = 0;
  size_t n = han_numeral(view, i, &value);
  if (!n && (n = arabic_numeral(view, i, &value))) family = GM_FAMILY_ARABIC_PAREN;
  if (!n && (value = gm_stem_of(view->cp[i]))) n = 1, family = GM_FAMILY_STEM_PAREN, flags = GM_MARK_WEAK;
  if (!n && view->cls[i] & GM_LATIN && !(view->cls[i + 1] & GM_LATIN)) {
    n = 1;
    family = GM_FAMILY_LETTER;
    out->style = (uint8_t)(2 + ((view->cp[i] & 0x20) != 0));
    value = (int32_t)(view->cp[i] & 0x1F);
    flags = GM_MARK_WEAK;
  }
  size_t close = gm_marker_skip(view, i + n);
  if (close >= view->count && family == GM_FAMILY_HAN_PAREN) {
    set(out, at, i + n, family, n ? value : 0, GM_MARK_TORN | GM_MARK_WEAK);
    return 1;
  }
  if (!n || value < 1 || view->cp[close] != 0xFF09 || refers_on(view, close + 1)) return 0;
  close++;
  if (view->cp[close] == 0x3001) close++; /* （一）、 */
  set(out, at, close, family, value, flags);
  return 1;
}

/* What stands behind the digits of 1.5亿 and 1.2米: a decimal number, not a marker and a title. */
static bool is_measure(const gm_view *view, size_t at) {
  return ONE_OF(view, at, "%", "‰", "万", "亿", "元", "倍", "个百分点", "米", "厘米", "毫米", "千", "平方", "立方",
                "公里", "公斤", "公顷", "吨", "亩", "岁", "小时");
}

/* 1.1 and 1.1.1, from the first point on. */
static bool open_decimal(const gm_view *view, size_t at, size_t point, int32_t first, gm_marker *out) {
  size_t i = point, depth = 1;
  int32_t part = first;
  uint32_t path = 0;
  while (depth < DEPTH_MAX && view->cp[i] == '.' && view->cls[i + 1] & GM_DIGIT) {
    path = path << 10 | (uint32_t)part;
    size_t n = arabic_numeral(view, i + 1, &part);
    if (!n) return false;
    i += 1 + n;
    depth++;
  }
  if (depth < 2 || part < 1) return false;
  if (is_measure(view, i) || view->cp[i] == 0xFF1A || view->cp[i] == ':') return false;
  if (view->cp[i] == '.' || view->cp[i] == 0x3001) i++;
  set(out, at, i, GM_FAMILY_DECIMAL, part, GM_MARK_WEAK);
  out->depth = (uint8_t)depth;
  out->path = path;
  return true;
}

/* 5 月底前, 3 人到岗: a number and what it counts, unless a longer word begins there: 3 人员配置. */
static bool counts_things(const gm_view *view, size_t at) {
  return ONE_OF(view, at, "月", "日", "年", "人", "个", "名", "项", "户", "家", "次") &&
         !ONE_OF(view, at, "月度", "月报", "日常", "日志", "日程", "年度", "年报", "年检", "人员", "人才", "人力",
                 "人事", "人物", "人机", "个人", "个案", "个性", "名词", "名称", "名单", "项目", "户外", "户籍", "家庭",
                 "家校", "次生", "次要");
}

/* 1. 1． 1、 1） and 1 before a blank; the second reading of a line counts only where the first does not. */
static size_t open_arabic(const gm_view *view, size_t at, gm_marker out[2]) {
  int32_t value;
  size_t n = arabic_numeral(view, at, &value);
  if (!n) return 0;
  size_t end = at + n, made = 0;
  bool list = false;
  switch (view->cp[end]) {
    case '.':
      if (view->cls[end + 1] & GM_DIGIT) {
        made = open_decimal(view, at, end, value, &out[0]);
        if (value < 1) return made;
        size_t digits = end + 1;
        while (view->cls[digits] & GM_DIGIT) digits++;
        unsigned weak = is_measure(view, digits) ? GM_MARK_WEAK : 0;
        set(&out[made], at, end + 1, GM_FAMILY_ARABIC, value, GM_MARK_DOUBT | weak);
        return made + 1;
      }
      break;
    case 0x3001:
      if (view->cls[end + 1] & GM_DIGIT && reads_on(view, end + 1, &list))
        set(&out[0], at, end + 1, GM_FAMILY_ARABIC, value, list ? GM_MARK_DOUBT | GM_MARK_WEAK : GM_MARK_DOUBT);
      else
        set(&out[0], at, end + 1, GM_FAMILY_ARABIC, value, 0);
      return value >= 1;
    case 0xFF09: /* 3）, or the （3） that lost its first half */
      set(&out[0], at, end + 1, GM_FAMILY_ARABIC_HALF, value, 0);
      set(&out[1], at, end + 1, GM_FAMILY_ARABIC_PAREN, value, GM_MARK_WEAK | GM_MARK_TAIL);
      return value > 1 ? 2 : value == 1;
    case ' ': {
      size_t title = gm_marker_skip(view, end);
      if (view->cls[title] & (GM_DIGIT | GM_PUNCT)) return 0;
      unsigned doubt = counts_things(view, title) ? GM_MARK_DOUBT : 0;
      set(&out[0], at, end, GM_FAMILY_ARABIC, value, GM_MARK_WEAK | GM_MARK_BLANK | doubt);
      return value >= 1;
    }
    default: return 0;
  }
  set(&out[0], at, end + 1, GM_FAMILY_ARABIC, value, 0);
  return value >= 1;
}

/* What may not follow 第三条 where no blank parts it: text that goes on about an article. */
static bool cites_on(const gm_view *view, size_t at) {
  if (view->cls[at] & (GM_CLOSE | GM_STOP | GM_PAUSE) && view->cp[at] != 0xFF1A) return true;
  return ONE_OF(view, at, "第", "规定", "的", "和", "至", "中", "之", "所", "及", "与", "以", "修", "前", "后", "款",
                "项", "或", "到", "是", "包括", "第");
}

/* 第X章 节 条 编 篇 部分, blanks inside allowed. */
static size_t open_ordinal(const gm_view *view, size_t at, gm_marker *out) {
  int32_t value;
  size_t i = gm_marker_skip(view, at + 1);
  size_t n = gm_numeral_ordinal(view, i, &value);
  if (!n || value < 1) return 0;
  size_t unit = gm_marker_skip(view, i + n), end = unit + 1;
  gm_family family;
  switch (view->cp[unit]) {
    case 0x7AE0: family = GM_FAMILY_CHAPTER; break;        /* 章 */
    case 0x8282: family = GM_FAMILY_CLAUSE_SECTION; break; /* 节 */
    case 0x6761: family = GM_FAMILY_ARTICLE; break;        /* 条 */
    case 0x7F16:
    case 0x7BC7: family = GM_FAMILY_PART; break; /* 编 篇 */
    case 0x90E8:
      if (view->cp[unit + 1] != 0x5206) return 0; /* 部分 */
      family = GM_FAMILY_PART;
      end++;
      break;
    default: return 0;
  }
  unsigned flags = 0;
  if (family == GM_FAMILY_ARTICLE && view->cp[end] == 0x4E4B) { /* 第十条之一 */
    int32_t ignored;
    size_t more = gm_numeral_ordinal(view, end + 1, &ignored);
    if (!more) return 0;
    end += 1 + more;
    flags |= GM_MARK_AGAIN;
  }
  uint16_t next = view->cls[end];
  if (end < view->count && !(next & GM_SPACE)) {
    if (cites_on(view, end)) return 0;
    flags |= GM_MARK_WEAK;
  }
  if (view->raw.ptr[view->raw_at[at]] == '\xe7' && !memcmp(view->raw.ptr + view->raw_at[at], "笫", 3))
    flags |= GM_MARK_WRONG;
  set(out, at, end, family, value, flags);
  return 1;
}

/* 附件, 附件1, 附件：1.…; any text behind the number makes it doubtful. */
static size_t open_attachment(const gm_view *view, size_t at, gm_marker *out) {
  int32_t value = 0;
  size_t end = at + 2, number = gm_marker_skip(view, end);
  size_t n = gm_numeral_ordinal(view, number, &value);
  if (n) end = number + n;
  unsigned flags = 0;
  size_t next = gm_marker_skip(view, end);
  if (view->cp[next] == 0xFF1A) {
    flags = GM_MARK_LIST;
    next = gm_marker_skip(view, next + 1);
    int32_t first;
    size_t digits = arabic_numeral(view, next, &first);
    if (digits && !n) value = first;
  } else if (next < view->count && (!n || next == end)) {
    return 0;
  }
  if (next < view->count) flags |= GM_MARK_DOUBT;
  set(out, at, end, GM_FAMILY_ATTACHMENT, value, flags);
  return 1;
}

/* 【前言】 before the text of its paragraph. */
static size_t open_label(const gm_view *view, size_t at, gm_marker *out) {
  uint32_t close = view->cp[at] == '[' ? ']' : 0x3011;
  size_t end = at + 1;
  while (end < view->count && view->cp[end] != close && end - at <= LABEL_MAX) {
    if (!(view->cls[end] & GM_HAN)) return 0;
    end++;
  }
  if (view->cp[end] != close || end - at < 3) return 0;
  bool known = one_of(view, at + 1, label_words, sizeof label_words / sizeof *label_words);
  end++;
  if (view->cp[end] == 0xFF1A || ONE_OF(view, end, "专栏", "栏目", "专题", "系列", "版块", "板块")) return 0;
  set(out, at, end, GM_FAMILY_LABEL, 0, known ? GM_MARK_LIST : GM_MARK_WEAK);
  return 1;
}

static size_t open_letter(const gm_view *view, size_t at, gm_marker out[2]) {
  int32_t value;
  size_t made = 0, n = roman_numeral(view, at, &value);
  if (n && (view->cp[at + n] == '.' || view->cp[at + n] == 0x3001 || view->cp[at + n] == 0xFF09) &&
      !(view->cls[at + n + 1] & (GM_LATIN | GM_DIGIT)))
    set(&out[made++], at, at + n + 1, GM_FAMILY_ROMAN, value, GM_MARK_WEAK);
  if (!(view->cls[at] & GM_LATIN)) return made;
  uint32_t mark = view->cp[at + 1];
  if ((mark == '.' || mark == 0x3001 || mark == 0xFF09) && !(view->cls[at + 2] & (GM_LATIN | GM_DIGIT)) &&
      view->cp[at + 2] != '.') {
    set(&out[made], at, at + 2, GM_FAMILY_LETTER, (int32_t)(view->cp[at] & 0x1F), GM_MARK_WEAK);
    out[made++].style = (uint8_t)((view->cp[at] & 0x20) != 0);
  }
  return made;
}

static size_t open_sign(const gm_view *view, size_t at, gm_marker *out) {
  int32_t number;
  int style = gm_sign_of(view->cp[at], &number);
  if (style < 0) return 0;
  set(out, at, at + 1, GM_FAMILY_CIRCLED, number, 0);
  out->style = (uint8_t)style;
  return 1;
}

size_t gm_marker_open(const gm_view *view, size_t at, gm_marker out[2]) {
  uint32_t c = view->cp[at];
  uint16_t cls = view->cls[at];
  size_t made = 0;
  if (cls & GM_NUMERAL || c == 0x53C2) {
    made = open_han(view, at, out);
  } else if (cls & GM_DIGIT) {
    made = open_arabic(view, at, out);
  } else if (c == DI || c == DI_WRONG) {
    made = open_ordinal(view, at, out);
  } else if (c == 0xFF08) {
    made = open_paren(view, at, out);
  } else if (c == 0x3010 || c == '[') {
    made = open_label(view, at, out);
  } else if (c == 0x9644) { /* 附 */
    if (ONE_OF(view, at, "附件", "附录")) made = open_attachment(view, at, out);
  } else if (cls & GM_LATIN || (c >= 0x2160 && c <= 0x216B)) {
    made = open_letter(view, at, out);
  } else if (c == 0xFF09 || c == 0x3001) { /* the tail of （三⏎）or 二⏎、 */
    set(out, at, at + 1, GM_FAMILY_HAN_PAREN, 0, GM_MARK_TAIL | GM_MARK_WEAK);
    if (c == 0x3001) out->family = GM_FAMILY_HAN;
    made = 1;
  } else if (c >= 0x2460 && c <= 0x3289) {
    made = open_sign(view, at, out);
  } else if ((view->cp[at + 1] == 0x3001 || view->cp[at + 1] == '.') && gm_stem_of(c)) {
    set(out, at, at + 2, GM_FAMILY_STEM, gm_stem_of(c), GM_MARK_WEAK);
    made = 1;
  }
  for (size_t i = 0; i < made; i++) out[i].flags |= GM_MARK_LINE | GM_MARK_STOP | GM_MARK_SENTENCE;
  return made;
}
