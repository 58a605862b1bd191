/* XR-03: a figure of the title that the text tells otherwise. */
#include "check/apart.h"
#include "check/draft.h"
#include "check/families.h"
#include "check/measure.h"
#include "check/swap.h"
#include "check/title.h"
#include "text/utf8.h"

#define TITLE_FIGURES 4  /* a title holds no more figures that matter */
#define HEAD_LINES    6u /* with its kicker and its subtitle */

/* Is it a figure whose digits the body must repeat? Of a percentage one with decimals. */
static bool must_repeat(const gm_figure *figure) {
  gm_figure whole = *figure, *f = &whole; /* 日均起降326架次 */
  f->roles &= ~(uint32_t)GM_ROLE_EACH;
  bool rough = f->approx == GM_APPROX_OVER || f->approx == GM_APPROX_MORE || f->approx == GM_APPROX_NEAR;
  if (rough && gm_is_amount(f)) /* 突破186万吨 */
    return !gm_is_delta(f) && !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
  return gm_can_conflict(f) || (f->kind == GM_FIGURE_PERCENT && f->value.scale && gm_is_exact(f) &&
                                !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)));
}

/* 46万 of the title is rounded: would it meet the body's 42.6万, or 64万 its 46.2万, if two neighbouring digits of one
 * of the two had changed places? */
static bool swapped_and_rounded(const gm_figure *told, const gm_figure *figure) {
  bool over = told->approx == GM_APPROX_OVER; /* 突破52万 */
  if (told->kind == GM_FIGURE_PERCENT || (!gm_is_exact(told) && !over) || !gm_is_exact(figure) ||
      !(told->numeral_flags & GM_NUMERAL_SCALED))
    return false;
  gm_decimal should;
  gm_interval shifted;
  for (unsigned k = 0; gm_next_swap(figure, &k, &should, NULL);)
    if (gm_interval_meet(gm_interval_exact(should), told->interval)) return true;
  for (unsigned k = 0; gm_next_swap(told, &k, &should, &shifted);)
    if (gm_interval_meet(figure->interval, shifted)) return true;
  return false;
}

#define OVER_PERMILLE  100 /* what is more above 突破37万 is rather of something else: 全年目标75万 */
#define SHORT_PERMILLE 50  /* what is farther below it as well */

/* 16万亿元 over 168713亿元: has the title cut the figure off where it should have rounded it? */
static bool is_cut_off(const gm_figure *told, const gm_figure *figure) {
  gm_decimal unit, next;
  return told->numeral_flags & GM_NUMERAL_SCALED && gm_is_exact(told) &&
         gm_decimal_subtract(told->interval.high, told->interval.low, &unit) &&
         gm_decimal_add(told->value, unit, &next) && gm_decimal_compare(figure->value, told->value) >= 0 &&
         gm_decimal_compare(figure->value, next) < 0;
}

/* Does the figure bear out what the title tells? */
static bool meets_title(const gm_figure *told, const gm_figure *figure) {
  if (is_cut_off(told, figure)) return true;
  if (!gm_interval_touch(figure->interval, told->interval)) return false;
  bool over = told->approx == GM_APPROX_OVER && (figure->approx == GM_APPROX_OVER || figure->approx == GM_APPROX_LEAST);
  if (over && gm_decimal_compare(told->value, figure->value) > 0) return false; /* 超8600人 over 超过8000人 */
  bool open = told->approx == GM_APPROX_OVER || told->approx == GM_APPROX_LEAST || figure->approx == GM_APPROX_LEAST;
  return !open || gm_within(figure->value, told->value, OVER_PERMILLE);
}

/* 突破37万标箱 over 完成36.48万标箱: is the figure somewhat less than the title says it exceeds? */
static bool falls_short(const gm_figure *told, const gm_figure *figure) {
  return told->approx == GM_APPROX_OVER && told->kind != GM_FIGURE_PERCENT && gm_is_exact(figure) &&
         gm_decimal_compare(figure->interval.high, told->value) < 0 &&
         gm_within(figure->value, told->value, SHORT_PERMILLE);
}

/* Does the title tell an amount or a percentage that its text may repeat? */
static bool is_told(const gm_figure *f) {
  return (gm_is_amount(f) || f->kind == GM_FIGURE_PERCENT) &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) &&
         (gm_is_exact(f) || f->approx == GM_APPROX_OVER || f->approx == GM_APPROX_NEAR ||
          f->approx == GM_APPROX_ABOUT || f->approx == GM_APPROX_LEAST);
}

#define REPEAT_CHARS   40  /* on each side of a figure */
#define REPEAT_LEAST   6u  /* characters that the title's clause and the text have in common */
#define REPEAT_PERCENT 60u /* of the clause's characters, that the text has too */

/* Counts the characters of the title's clause that come in the text in the same order: the longest common subsequence
 * of both, which are short. */
static size_t in_common(const uint32_t *a, size_t n, const uint32_t *b, size_t m) {
  uint8_t row[2 * REPEAT_CHARS + 1] = {0};
  for (size_t i = 0; i < n; i++) {
    uint8_t diagonal = 0;
    for (size_t j = 1; j <= m; j++) {
      uint8_t above = row[j];
      row[j] = a[i] == b[j - 1] ? (uint8_t)(diagonal + 1) : above > row[j - 1] ? above : row[j - 1];
      diagonal = above;
    }
  }
  return row[m];
}

/* The ideographs of a clause but for its figure, those before it first. */
typedef struct gm_clause {
  uint32_t text[2 * REPEAT_CHARS];
  size_t n, before;
} gm_clause;

/* Words that say nothing of what is told, only of how it came to its number. */
static const char *const links[] = {"人数", "升至", "增至", "上升到", "达到", "已经", "已致", "导致", "造成",
                                    "致",   "达",   "已",   "累计",   "预计", "首次", "突破", "超过", NULL};

static bool add(gm_clause *c, gm_text line, const char **p, const char *end) {
  for (const char *const *w = links; *w; w++) {
    uint32_t bytes = gm_reads(line, (uint32_t)(*p - line.ptr), *w);
    if (bytes && *p + bytes <= end) {
      *p += bytes;
      return true;
    }
  }
  uint32_t one;
  *p += gm_utf8_decode(*p, end, &one);
  one = gm_fold(one);
  if (gm_class_of(one) & GM_HAN) c->text[c->n++] = one;
  return one != ' ' && !(gm_class_of(one) & GM_STOP);
}

/* What ends a clause: of a title a blank or any stop; of the title as a whole, and of the text, 。 */
typedef enum gm_ends { BY_BLANKS, BY_STOPS } gm_ends;

static gm_clause read_clause(gm_text line, const gm_figure *f, gm_ends before, gm_ends behind) {
  gm_clause c = {.n = 0};
  uint32_t from = f->start;
  for (uint32_t at = f->start, n = 0; at > 0 && n < REPEAT_CHARS; at--) {
    if ((line.ptr[at - 1] & 0xC0) == 0x80) continue;
    uint32_t one;
    gm_utf8_decode(line.ptr + at - 1, line.ptr + f->start, &one);
    one = gm_fold(one);
    if (before == BY_BLANKS ? one == ' ' || gm_class_of(one) & GM_STOP : one == 0x3002) break;
    from = at - 1;
    n += (gm_class_of(one) & GM_HAN) != 0;
  }
  for (const char *p = line.ptr + from; p < line.ptr + f->start;) add(&c, line, &p, line.ptr + f->start);
  c.before = c.n;
  for (const char *p = line.ptr + f->end, *end = line.ptr + line.len; p < end && c.n < c.before + REPEAT_CHARS;)
    if (!add(&c, line, &p, end) && behind == BY_BLANKS) break;
  return c;
}

/* 我国55%的沙化土地得到治理 over 据了解，我国53%的沙化土地得到治理: how many characters of the title's clause the
 * figure's sentence has in this order; 0 when fewer than `least` or too few. */
static size_t repeated(const gm_draft_check *check, const gm_clause *title, const gm_twin *m, size_t least) {
  gm_clause text = read_clause(check->draft->lines[m->line], m->figure, BY_STOPS, BY_STOPS);
  if (title->n > title->before && (text.n == text.before || text.text[text.before] != title->text[title->before]))
    return 0; /* 3枚金牌 and 7枚奖牌 */
  size_t common = in_common(title->text, title->n, text.text, text.n);
  return common >= least && common * 100 >= title->n * REPEAT_PERCENT ? common : 0;
}

#define FIGURES_OF_TEXT (GM_KIND_AMOUNT | GM_KIND(PERCENT) | GM_KIND(DURATION))

/* Does any figure of the text meet the title's? */
static bool is_met(const gm_draft_check *check, const gm_twin *title) {
  for (uint32_t i = title->line + 1; (i = gm_next_line(check, i, FIGURES_OF_TEXT)) < check->draft->count; i++) {
    if (!check->draft->classes[i].keep) continue;
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      const gm_figure *figure = &check->figures[i].items[f];
      if (gm_of_titled_kind(title->figure, figure) && meets_title(title->figure, figure)) return true;
      /* 分别增长65.09%和105.14%: the second is told no rise of its own */
      if (figure->kind == GM_FIGURE_PERCENT && title->figure->kind == GM_FIGURE_PERCENT &&
          !gm_decimal_compare(figure->value, title->figure->value))
        return true;
    }
  }
  return false;
}

/* Would one slip of a digit make the figure of the text the title's? */
static bool is_near(const gm_figure *told, const gm_figure *figure) {
  if (!must_repeat(figure)) return false;
  /* 上百个 over 130多个, 超200万 over 223.2万: no slip, if maybe of something else */
  if (told->approx == GM_APPROX_OVER && gm_interval_touch(figure->interval, told->interval)) return false;
  if ((told->roles ^ figure->roles) & GM_ROLE_EACH) return false;
  gm_likeness likeness = gm_look_alike(figure->value, told->value);
  return likeness == GM_SWAPPED || (likeness == GM_ONE_DIGIT && told->kind != GM_FIGURE_PERCENT) ||
         swapped_and_rounded(told, figure) || falls_short(told, figure);
}

#define SWAP_DIGITS 4u /* of a number: that two long ones of one kind differ by a swap is seldom chance */
#define SWAP_REPEAT 4u /* characters in common that then are enough */

/* 安全转移3867人 over 共转移危险区域群众1264户3876人: the same long number but for two digits, told in like words? */
static bool is_swap_repeated(const gm_draft_check *check, const gm_twin *title, const gm_twin *m) {
  if (gm_look_alike(m->figure->value, title->figure->value) != GM_SWAPPED) return false;
  unsigned digits = 0;
  for (int64_t left = title->figure->value.digits; left; left /= 10) digits++;
  if (digits < SWAP_DIGITS) return false;
  gm_clause clause = read_clause(check->draft->lines[title->line], title->figure, BY_BLANKS, BY_BLANKS);
  gm_measure x, y;
  gm_measure_begin(&x);
  gm_measure_begin(&y);
  return repeated(check, &clause, m, SWAP_REPEAT) && gm_may_be_titled(check, title, &x, m, &y);
}

/* The first figure of the text that is of the same measure and near the title's. */
static gm_twin find_near(const gm_draft_check *check, const gm_twin *title) {
  for (uint32_t i = title->line + 1; (i = gm_next_line(check, i, FIGURES_OF_TEXT)) < check->draft->count; i++) {
    if (!check->draft->classes[i].keep) continue;
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      gm_twin m = {&check->figures[i].items[f], i, f};
      if (!gm_of_titled_kind(title->figure, m.figure) || !is_near(title->figure, m.figure)) continue;
      gm_measure x, y;
      gm_measure_begin(&x);
      gm_measure_begin(&y);
      if (!gm_of_two_rows(check, title, &m, false) &&
          (gm_same_in_title(check, title, &x, &m, &y) || is_swap_repeated(check, title, &m)))
        return m;
    }
  }
  return (gm_twin){NULL, 0, 0};
}

/* 87人 over 造成83人死亡，在北卡罗来纳州有4人死亡: does the figure with another of its paragraph make the title's? */
static bool is_part_of(const gm_draft_check *check, const gm_twin *title, const gm_twin *m) {
  const gm_figures *figures = &check->figures[m->line];
  for (uint32_t f = 0; f < figures->count; f++) {
    const gm_figure *g = &figures->items[f];
    gm_decimal sum;
    if (f != m->index && gm_comparable(g, m->figure) && gm_decimal_add(g->value, m->figure->value, &sum) &&
        !gm_decimal_compare(sum, title->figure->value))
      return true;
  }
  return false;
}

/* 致83人死亡 over 至少83人死亡: are both told to the same degree, but for 至少, which a title may leave out? */
static bool told_alike(const gm_figure *title, const gm_figure *figure) {
  return title->approx == figure->approx || (gm_is_exact(title) && figure->approx == GM_APPROX_LEAST);
}

/* The figure of the first lines whose sentence says the most of the title's clause. */
static gm_twin find_repeated(const gm_draft_check *check, const gm_twin *title) {
  gm_clause clause = read_clause(check->draft->lines[title->line], title->figure, BY_BLANKS, BY_BLANKS);
  if (clause.n < REPEAT_LEAST)
    clause = read_clause(check->draft->lines[title->line], title->figure, BY_STOPS, BY_BLANKS);
  gm_twin best = {NULL, 0, 0};
  size_t most = 0;
  for (uint32_t i = title->line + 1, seen = 0; i < check->draft->count && seen < GM_LEAD_LINES; i++) {
    if (!check->draft->classes[i].keep || !check->draft->looks[i].chars) continue;
    seen++;
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      gm_twin m = {&check->figures[i].items[f], i, f};
      if (!gm_of_titled_kind(title->figure, m.figure) || !told_alike(title->figure, m.figure) ||
          (m.figure->roles ^ title->figure->roles) & GM_ROLE_EACH || m.figure->unit != title->figure->unit ||
          is_part_of(check, title, &m))
        continue;
      if (m.figure->approx == GM_APPROX_OVER && gm_decimal_compare(m.figure->value, title->figure->value) > 0) continue;
      size_t common = repeated(check, &clause, &m, REPEAT_LEAST);
      if (common <= most) continue;
      gm_measure x, y;
      gm_measure_begin(&x);
      gm_measure_begin(&y);
      if (gm_of_two_rows(check, title, &m, false) || !gm_may_be_titled(check, title, &x, &m, &y)) continue;
      best = m;
      most = common;
    }
  }
  return best;
}

#define SHORT_DIGITS 3u                    /* of a number that its noun must bear out too */
#define HEAD_BYTES   (2u * sizeof "件" - 2) /* two characters of Han */

/* 682件陶瓷讲述窑火故事 over 展出陶瓷器物628件: does what the title counts, told right behind its number, stand in the noun of
 * the figure too? */
static bool names_alike(const gm_draft_check *check, const gm_twin *title, const gm_twin *m) {
  gm_text line = check->draft->lines[title->line], other = check->draft->lines[m->line];
  uint32_t at = title->figure->end;
  if (m->figure->noun_end <= m->figure->noun_start || at + HEAD_BYTES > line.len) return false;
  uint32_t c;
  gm_utf8_decode(line.ptr + at, line.ptr + line.len, &c);
  if (!(gm_class_of(gm_fold(c)) & GM_HAN)) return false;
  for (uint32_t i = m->figure->noun_start; i + HEAD_BYTES <= m->figure->noun_end; i++)
    if (!memcmp(other.ptr + i, line.ptr + at, HEAD_BYTES)) return true;
  return false;
}

/* 3284件 over 受理3780件，…审结、执结3248件: the one figure of the first lines that is the title's but for two digits.
 * Where the title's words lead to another one it is rather this that the title tells. */
static gm_twin find_swapped(const gm_draft_check *check, const gm_twin *title) {
  gm_twin found = {NULL, 0, 0};
  const unsigned digits = gm_decimal_significant(title->figure->value);
  if (title->figure->kind == GM_FIGURE_PERCENT || digits < SHORT_DIGITS) return found;
  for (uint32_t i = title->line + 1, seen = 0; i < check->draft->count && seen < GM_LEAD_LINES; i++) {
    if (!check->draft->classes[i].keep || !check->draft->looks[i].chars) continue;
    seen++;
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      gm_twin m = {&check->figures[i].items[f], i, f};
      if (!gm_of_titled_kind(title->figure, m.figure) || m.figure->unit != title->figure->unit) continue;
      if (digits < SWAP_DIGITS && !names_alike(check, title, &m)) continue;
      bool swapped = gm_look_alike(m.figure->value, title->figure->value) == GM_SWAPPED;
      if (!swapped && digits >= SWAP_DIGITS) continue;
      if (found.figure || !swapped) return (gm_twin){NULL, 0, 0};
      found = m;
    }
  }
  return found;
}

/* 120.7万人次 over 共接待读者102.7万人次, whatever words the title has for it: no other figure of the first lines is of
 * its unit and so like it. */
static gm_twin find_lone_swap(const gm_draft_check *check, const gm_twin *title) {
  gm_twin none = {NULL, 0, 0}, m = find_swapped(check, title);
  if (!m.figure || !must_repeat(title->figure) || !must_repeat(m.figure) ||
      m.figure->value.scale != title->figure->value.scale ||
      gm_printed_scale(check->draft->lines[m.line], m.figure) !=
          gm_printed_scale(check->draft->lines[title->line], title->figure) ||
      (m.figure->roles | title->figure->roles) & (GM_ROLE_COMPARED | GM_ROLE_FROM | GM_ROLE_OF_WHICH) ||
      gm_of_two_rows(check, title, &m, false))
    return none;
  gm_measure x, y;
  gm_measure_begin(&x);
  gm_measure_begin(&y);
  if (!gm_may_be_titled(check, title, &x, &m, &y)) return none;
  bool earlier = gm_word_list_first(check->words, y.text + GM_MEASURE_CHARS - y.count, y.count,
                                    "去年 上年 前年 同期 往年 上届 此前 原来 计划 目标 预计") != SIZE_MAX;
  return earlier ? none : m;
}

/* XR-03 of the figures in a line of the title. Any figure of the text that meets one accepts. */
static void check_line(gm_draft_check *check, uint32_t line) {
  for (uint32_t t = 0; t < check->figures[line].count && t < TITLE_FIGURES; t++) {
    gm_twin title = {&check->figures[line].items[t], line, t}, other = {.figure = NULL};
    bool met = (!must_repeat(title.figure) && !is_told(title.figure)) || is_met(check, &title);
    if (!met && must_repeat(title.figure)) other = find_near(check, &title);
    bool near = other.figure;
    if (!met && !near && is_told(title.figure)) other = find_repeated(check, &title);
    gm_twin rather = other.figure && !near ? find_swapped(check, &title) : (gm_twin){NULL, 0, 0};
    if (rather.figure) other = rather;
    if (!other.figure) other = gm_growth_told(check, &title);
    if (!met && !other.figure) other = find_lone_swap(check, &title);
    if (!other.figure) continue;
    gm_likeness likeness = gm_look_alike(other.figure->value, title.figure->value);
    bool swapped =
        likeness == GM_SWAPPED || (near && likeness != GM_ONE_DIGIT && swapped_and_rounded(title.figure, other.figure));
    gm_quote over = gm_quote_figure(check->draft, line, title.figure),
             below = gm_quote_figure(check->draft, other.line, other.figure);
    gm_report_figure(check, other.line, other.figure);
    if (near && !swapped && falls_short(title.figure, other.figure))
      gm_say(check->out, check->language, "标题为%s，正文为%s，并未达到",
             "the title says %s, the text %s, which is less", over.text, below.text);
    else if (swapped)
      gm_say(check->out, check->language, "标题为%s，正文为%s，只是相邻两位数字颠倒",
             "the title says %s, the text %s, with two digits the other way round", over.text, below.text);
    else if (near)
      gm_say(check->out, check->language, "标题为%s，正文为%s，只差一位数字",
             "the title says %s, the text %s, with one other digit", over.text, below.text);
    else
      gm_say(check->out, check->language, "标题为%s，正文为%s", "the title says %s, the text %s", over.text,
             below.text);
    gm_relate_figure(check, line, title.figure, "标题", "the title");
  }
}

/* Is it a line of the head, above the text: short, without a stop at its end, and no section? */
static bool is_of_head(const gm_draft_check *check, uint32_t line) {
  const gm_outline *outline = check->outline;
  for (size_t i = 0; i < outline->sections.count && outline->sections.items[i].start.line <= line; i++)
    if (outline->sections.items[i].kind != GM_SECTION_TITLE && outline->sections.items[i].start.line == line)
      return false;
  return gm_may_be_title(check->draft, line);
}

void gm_check_title(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  uint32_t title = gm_title_line(check);
  if (title != UINT32_MAX) {
    gm_check_title_ordinals(check, title);
    gm_check_title_day(check, title);
    gm_check_title_year(check, title);
    gm_check_title_period(check, title);
  }
  uint32_t line = gm_next_text(draft, 0);
  for (unsigned seen = 0; line < draft->count && seen < HEAD_LINES; line = gm_next_text(draft, line + 1), seen++) {
    if (line != title && !is_of_head(check, line)) break;
    if (!draft->classes[line].fields || line == title) check_line(check, line);
  }
}
