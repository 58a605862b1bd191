#include "check/again.h"

#include "text/utf8.h"

#define BEFORE_CHARS 18u /* characters before the earlier figure that name it */
#define BEHIND_CHARS 10u /* behind a figure */
#define LABEL_CHARS  6u  /* before the later figure, in its clause */

/* How a figure is told as one known. */
typedef enum pointing {
  POINTS_NOT,
  POINTS_GIVEN,  /* 占地620亩的园区: told in passing of something else */
  POINTS_OWNED,  /* 今年建成的174个公园 */
  POINTS_OBJECT, /* 为了24860名考生的顺利应考 */
  POINTS_TOPIC,  /* 6500名选手将于…, the subject of its clause */
  POINTS_OWN,    /* 该楼640张床位, 这条全长46.2公里的公路 */
  POINTS_AMONG,  /* 1187件结案中 */
  POINTS_BASIS,  /* 在上半年5.72亿元的基础上 */
  POINTS_THIS    /* 这1680亩, 上述137件 */
} pointing;

/* What stands around a figure in its sentence, folded. */
typedef struct around {
  const uint32_t *before; /* the last of `before_count` characters stands right before the figure */
  size_t before_count;
  uint32_t behind[BEHIND_CHARS]; /* up to the next mark */
  size_t behind_count;
  size_t clause; /* how many of those before are of its clause */
} around;

#define OPEN_PAREN   0xFF08u
#define CLOSE_PAREN  0xFF09u
#define INSIDE_CHARS 2u

/* Behind the bracket that closes after a unit of one or two characters from `p`; `p` when none does. */
static const char *behind_bracket(const char *p, const char *end) {
  const char *at = p;
  for (unsigned n = 0; at < end && n <= INSIDE_CHARS; n++) {
    uint32_t ch;
    at += gm_utf8_decode(at, end, &ch);
    if (gm_fold(ch) == CLOSE_PAREN) return at;
  }
  return p;
}

static void read_around(const gm_draft_check *check, const gm_twin *m, const gm_measure *c, around *out) {
  gm_text line = check->draft->lines[m->line];
  out->before = c->text + GM_MEASURE_CHARS;
  out->before_count = c->count;
  out->clause = out->behind_count = 0;
  while (out->clause < c->count && !(gm_class_of(out->before[-(ptrdiff_t)out->clause - 1]) & GM_PUNCT)) out->clause++;
  for (const char *p = line.ptr + m->figure->end, *end = line.ptr + line.len;
       p < end && out->behind_count < BEHIND_CHARS;) {
    uint32_t ch;
    p += gm_utf8_decode(p, end, &ch);
    ch = gm_fold(ch);
    if (!out->behind_count && ch == OPEN_PAREN) { /* 213件（套） */
      const char *close = behind_bracket(p, end);
      if (close == p) break;
      p = close;
      continue;
    }
    if (gm_class_of(ch) & GM_PUNCT) break;
    if (ch && ch != ' ') out->behind[out->behind_count++] = ch;
  }
}

/* Do the characters before the figure end in a word of the list? Its characters. */
static size_t ends_in(gm_word_lists *lists, const around *a, const char *words) {
  for (size_t n = 4; n > 0; n--)
    if (n <= a->before_count && gm_word_list_in(lists, a->before - n, n, words) == n) return n;
  return 0;
}

#define THIS      "这 这些 这批 这笔 这近 上述 以上 该 此 前述 该批 该笔 这一 此次的"
#define HAN_BYTES 3u

bool gm_may_point(gm_text line, const gm_figure *figure) {
  static const char last[] = "这這些批笔筆近述上该該此一的";
  if (figure->start >= HAN_BYTES)
    for (const char *c = last; *c; c += HAN_BYTES)
      if (!memcmp(line.ptr + figure->start - HAN_BYTES, c, HAN_BYTES)) return true;
  static const char next[] = "的基";
  for (const char *c = next; *c && figure->end + HAN_BYTES <= line.len; c += HAN_BYTES)
    if (!memcmp(line.ptr + figure->end, c, HAN_BYTES)) return true;
  return false;
}

#define OWN        "该 这 此 本"
#define BASIS_NOUN 4u /* characters of what is counted before 的基础上 */
#define BEFORE_OBJECT \
  "对 为 为了 面对 针对 把 将 给 让 凭 靠 用 围绕 为保障 为保证 为满足 保障 对全部 为全部 给全市 把全部 向"
#define NOTHING \
  "全国 全省 全市 全县 全区 全镇 全乡 全村 全校 全院 全馆 全行 全厂 全场 全部 目前 现在 如今 眼下 所 共 总共 一共 这"
#define BASIS "的基础上 基础上 的基数上 基数上 的起点上"
#define NO_IN \
  "中心 中国 中学 中小 中央 中等 中级 中高 中型 中药 中医 中共 中标 中介 中层 中草 中间 中期 中青 中老 中华 里程 里面"

/* Where 中 stands in what is behind the figure (1187件结案中); 0 when it does not. */
static size_t among(gm_word_lists *lists, const around *a) {
  for (size_t i = 1; i < a->behind_count; i++)
    if ((a->behind[i] == 0x4E2D || a->behind[i] == 0x91CC /* 里 */) &&
        !gm_word_list_in(lists, a->behind + i, a->behind_count - i, NO_IN) && a->behind[i - 1] != 0x96C6 /* 集中 */ &&
        a->behind[i - 1] != 0x9AD8 /* 高中 */ && a->behind[i - 1] != 0x521D /* 初中 */)
      return i;
  return 0;
}

/* Does 的基础上 stand behind the figure, or behind what it counts: 2.86万单位全血的基础上? */
static bool on_basis(gm_word_lists *lists, const around *a) {
  for (size_t i = 0; i < a->behind_count && i <= BASIS_NOUN; i++)
    if (gm_word_list_in(lists, a->behind + i, a->behind_count - i, BASIS)) return true;
  return false;
}

#define LEVEL      "的水平"
#define KEPT_AT    "保持 维持 回到 恢复到 稳定在 保持在"
#define KEPT_LEAST 2u /* characters that say which level it is: 5月 */

/* 保持5月份4680万元的水平: the characters between the verb and the number; 0 when it is not told so. */
static size_t level_label(gm_word_lists *lists, const around *a) {
  if (!gm_word_list_in(lists, a->behind, a->behind_count, LEVEL)) return 0;
  for (size_t n = KEPT_LEAST; n <= LABEL_CHARS && n + 2 <= a->clause; n++)
    for (size_t k = 2; k <= 3 && n + k <= a->clause; k++)
      if (gm_word_list_in(lists, a->before - n - k, k, KEPT_AT) == k) return n;
  return 0;
}

/* Does the clause of the figure say nothing before it but whom the draft is about: 目前，全县1.73万台农机? */
static bool says_nothing(gm_word_lists *lists, const around *a) {
  size_t i = a->clause;
  while (i) {
    size_t word = gm_word_list_in(lists, a->before - i, i, NOTHING);
    if (!word) return false;
    i -= word;
  }
  return true;
}

static pointing points(gm_word_lists *lists, const around *a) {
  if (ends_in(lists, a, THIS)) return POINTS_THIS;
  if (on_basis(lists, a) || level_label(lists, a)) return POINTS_BASIS;
  if (among(lists, a)) return POINTS_AMONG;
  bool own = a->clause && a->clause <= LABEL_CHARS && gm_word_list_in(lists, a->before - a->clause, 1, OWN);
  if (own) return POINTS_OWN;
  if (says_nothing(lists, a)) return POINTS_TOPIC;
  if (ends_in(lists, a, BEFORE_OBJECT)) return POINTS_OBJECT;
  if (a->before[-1] == 0x7684) return POINTS_OWNED; /* 的 */
  if (a->behind_count > 2 && a->behind[0] == 0x7684) return POINTS_GIVEN;
  return POINTS_NOT;
}

/* Do the two characters stand side by side near the figure: before it in its sentence, or behind it? */
static bool holds_pair(const around *a, uint32_t first, uint32_t second) {
  size_t n = a->before_count < BEFORE_CHARS ? a->before_count : BEFORE_CHARS;
  for (const uint32_t *p = a->before - n; p + 1 < a->before; p++)
    if (p[0] == first && p[1] == second) return true;
  for (size_t i = 0; i + 1 < a->behind_count; i++)
    if (a->behind[i] == first && a->behind[i + 1] == second) return true;
  return false;
}

static bool is_word(uint32_t c) { return (gm_class_of(c) & (GM_HAN | GM_NUMERAL)) == GM_HAN; }

/* Do two characters tell of something: 全长, and not 增长? */
static bool pair_tells(uint32_t a, uint32_t b) { return is_word(a) && is_word(b) && (gm_tells(a) || gm_tells(b)); }

/* Of `text`, up to 的, do two characters in a row stand near the figure too; of a noun told in full all of them? */
static bool shares_pair(const uint32_t *text, size_t count, const around *a, bool all) {
  bool one = false;
  for (size_t i = 0; i + 1 < count && (all || !one); i++) {
    if (text[i] == 0x7684 && i) break;
    if (!pair_tells(text[i], text[i + 1])) continue;
    if (holds_pair(a, text[i], text[i + 1]))
      one = true;
    else if (all)
      return false;
  }
  return one;
}

/* 白班接到6317个…。夜班接到的6137个…: is the same said in both clauses, behind different words? */
static bool another_subject(gm_measure *x, gm_measure *y) {
  gm_compare_subjects(x, y);
  const uint32_t *a = x->subject, *b = y->subject;
  for (size_t i = 1; i + 1 < x->subject_count; i++)
    for (size_t k = 1; k + 1 < y->subject_count; k++) {
      if (a[i] != b[k] || a[i + 1] != b[k + 1] || !pair_tells(a[i], a[i + 1])) continue;
      size_t n = 0;
      while (n < i && n < k && a[i - n - 1] == b[k - n - 1]) n++;
      if (n < i && n < k) return true;
    }
  return false;
}

/* Do the first two characters behind the figure, past 的, stand near the other? */
static bool shares_head(const around *b, const around *a) {
  size_t i = b->behind_count && b->behind[0] == 0x7684;
  return i + 1 < b->behind_count && holds_pair(a, b->behind[i], b->behind[i + 1]);
}

/* 全长1386米, 这座1368米长的桥: is the one character that names the measure told before the one, behind the other? */
static bool same_dimension(const around *a, const around *b) {
  static const uint32_t dimensions[] = {0x957F, 0x9AD8, 0x5BBD, 0x6DF1, 0x91CD, 0x539A}; /* 长高宽深重厚 */
  for (size_t k = 0; k < sizeof dimensions / sizeof *dimensions; k++)
    if (a->clause && b->behind_count && a->before[-1] == dimensions[k] && b->behind[0] == dimensions[k]) return true;
  return false;
}

#define PAST "去年 上年 前年 同期 往年"

/* 在上半年5.72亿元的基础上: was what stands between 在 and the number said of the other, and no other year? Where
 * nothing stands there, 在 must open its clause or be told of the same: 邻港在2.74万吨的基础上. */
static bool same_basis(gm_word_lists *lists, const around *a, const around *b) {
  size_t n = level_label(lists, b);
  bool kept = n > 0; /* 5月份 is told by its first two characters: 月份 is that of any */
  while (!kept && n < b->clause && b->before[-(ptrdiff_t)n - 1] != 0x5728 /* 在 */) n++;
  if (n == b->clause || n > LABEL_CHARS) return false;
  size_t lead = b->clause - n - 1;
  bool found = n < 2 && (lead < 2 || shares_pair(b->before - b->clause, lead, a, false));
  for (size_t i = 0; i + 1 < n; i++) {
    const uint32_t *p = b->before - n + i;
    bool told = holds_pair(a, p[0], p[1]);
    for (size_t k = BEFORE_CHARS; !told && k < a->before_count; k++)
      told = a->before[-(ptrdiff_t)k - 1] == p[0] && a->before[-(ptrdiff_t)k] == p[1];
    if (!told && gm_word_list_in(lists, p, 2, PAST)) return false;
    found = found || told;
    if (kept && !told) return false;
    if (kept) break;
  }
  return found;
}

#define NEAR_FIGURES 128u /* that are asked, so that no pair takes long */
#define FIGURES_BACK 16u  /* of them before the first of the pair */

bool gm_difference_told(const gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  if (second->line - first->line > GM_TWINS_NEAR) return false;
  gm_decimal difference;
  if (!gm_decimal_subtract(first->figure->value, second->figure->value, &difference)) return true;
  if (difference.digits < 0) difference.digits = -difference.digits;
  unsigned left = NEAR_FIGURES;
  for (uint32_t line = first->line; line <= second->line; line++) {
    uint32_t i = line == first->line && first->index > FIGURES_BACK ? first->index - FIGURES_BACK : 0;
    for (; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!left--) return false;
      if (f->unit && gm_units[f->unit].same_as == gm_units[first->figure->unit].same_as &&
          !gm_decimal_compare(f->value, difference))
        return true;
    }
  }
  return false;
}

bool gm_speaks_again(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                     gm_measure *y, bool surely) {
  if (second->line - first->line > GM_TWINS_NEAR) return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  around a, b;
  read_around(check, second, y, &b);
  pointing how = points(y->words, &b);
  if (how == POINTS_NOT || (surely && how < POINTS_BASIS)) return false;
  bool same_sentence = first->line == second->line && first->figure->sentence == second->figure->sentence;
  if (same_sentence && (how < POINTS_BASIS || first->figure->clause == second->figure->clause)) return false;
  if (how < POINTS_BASIS && (first->figure->roles ^ second->figure->roles) & GM_ROLE_OF_WHICH) return false;
  read_around(check, first, x, &a);
  pointing told = points(x->words, &a);
  if ((told == how && how != POINTS_OWN) || told == POINTS_THIS) return false; /* 占地260亩的甲园…占地620亩的乙园 */
  if (gm_other_years(x, y)) return false;
  /* 上半年存在的问题：764件未结案件中: the half-year is that of the whole draft */
  bool goes_on = gm_period_goes_on(x, y) || (how == POINTS_AMONG && !surely && gm_period_goes_on(y, x));
  if (how < POINTS_BASIS && (!goes_on || !gm_names_agree(x, y) || another_subject(x, y))) return false;
  size_t label = b.clause < LABEL_CHARS ? b.clause : LABEL_CHARS;
  bool shared;
  switch (how) {
    case POINTS_BASIS: shared = same_basis(y->words, &a, &b); break;
    case POINTS_THIS: shared = shares_pair(b.behind, b.behind_count, &a, false); break;
    case POINTS_AMONG: shared = shares_pair(b.behind, among(y->words, &b), &a, true); break;
    default:
      shared = shares_head(&b, &a) || (how == POINTS_OWN && same_dimension(&a, &b)) ||
               (how == POINTS_OWN && shares_pair(b.before - label, label, &a, false));
  }
  return shared;
}

#define LEADS \
  "看 来看 来说 而言 统计 获悉 显示 介绍 表示 说 透露 了解 悉 方面 一览 概况 如下 情况 知 指出 汇报 报告 提到 其中"

/* Does nothing stand before the clause of the figure in its sentence but 从贸易方向看， or 据统计，? */
static bool is_led_generally(gm_word_lists *lists, const around *a) {
  if (a->before_count == a->clause) return true;
  const uint32_t *end = a->before - a->clause - 1; /* the mark */
  size_t left = a->before_count - a->clause - 1;
  for (size_t n = 1; n <= 2 && n <= left; n++)
    if (gm_word_list_in(lists, end - n, n, LEADS) == n) {
      for (size_t i = 0; i < left; i++)
        if (gm_class_of(end[-(ptrdiff_t)i - 1]) & (GM_DIGIT | GM_PAUSE)) return false;
      return true;
    }
  return false;
}

#define BODIES        "学校 医院 公司 集团 单位 我们 中心 法院 企业"
#define SUMS          "总数 总量 总额 总人数 人数 数量"
#define SUBJECT_LEAST 2u
#define SUFFIX_LEAST  3u

/* The subject without 学校 before it and 总数 behind. */
static const uint32_t *bare_subject(const gm_measure *c, size_t *count) {
  const uint32_t *text = c->subject;
  size_t n = c->subject_count;
  for (size_t word; (word = gm_word_list_in(c->words, text, n, BODIES)) != 0 && word < n; n -= word) text += word;
  for (size_t k = 2; k <= 3 && k < n; k++)
    if (gm_word_list_in(c->words, text + n - k, k, SUMS) == k) {
      n -= k;
      break;
    }
  *count = n;
  return text;
}

bool gm_same_clause(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                    gm_measure *y) {
  if (first->line != second->line || first->figure->sentence == second->figure->sentence) return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  if (!gm_period_goes_on(x, y) || !gm_names_agree(x, y)) return false;
  around b;
  read_around(check, second, y, &b);
  if (!is_led_generally(y->words, &b)) return false;
  gm_compare_subjects(x, y);
  size_t n, m;
  const uint32_t *a = bare_subject(x, &n), *c = bare_subject(y, &m);
  if (m >= SUFFIX_LEAST && n > m && b.before_count > b.clause) a += n - m, n = m; /* 主队控球率, …：控球率 */
  return n == m && n >= SUBJECT_LEAST && !memcmp(a, c, n * sizeof *a);
}

#define COUNTED \
  "统计 清点 公示 组委会 主办方 介绍 显示 结算 核对 盘点 会计 公布 通报 签到 截至 最终 登记 台账 负责人 数据 初步"
#define SHARED_CHARS 8u /* before the exact figure that say what it is of */

/* 40多个街道, 36个村庄: by 个 anything is counted, so that the last character of both nouns must be one. */
static bool counts_another(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  const gm_figure *f = a->figure, *g = b->figure;
  gm_text line = check->draft->lines[a->line], other = check->draft->lines[b->line];
  if (!gm_reads(line, f->unit_start, "个") || f->noun_end - f->noun_start < 2 * HAN_BYTES ||
      g->noun_end - g->noun_start < 2 * HAN_BYTES)
    return false;
  return memcmp(line.ptr + f->noun_end - HAN_BYTES, other.ptr + g->noun_end - HAN_BYTES, HAN_BYTES) != 0;
}

bool gm_counted_again(const gm_draft_check *check, const gm_twin *rough, gm_measure *x, const gm_twin *exact,
                      gm_measure *y) {
  gm_measure_read(check, rough, x);
  gm_measure_read(check, exact, y);
  if (!gm_period_goes_on(x, y) || !gm_names_agree(x, y) || gm_of_opposed(x, y) || counts_another(check, rough, exact))
    return false;
  around a, b;
  read_around(check, rough, x, &a);
  read_around(check, exact, y, &b);
  if (gm_word_list_first(y->words, b.before - b.before_count, b.before_count, COUNTED) == SIZE_MAX) return false;
  size_t label = b.clause < SHARED_CHARS ? b.clause : SHARED_CHARS;
  return shares_pair(b.before - label, label, &a, false) || shares_pair(b.behind, b.behind_count, &a, false);
}
