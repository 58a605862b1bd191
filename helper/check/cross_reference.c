/* XR-01, XR-02: one measure with two values. Joins over the figures' records; the words around a figure are read
 * only of the few pairs that may be one measure. */
#include "check/again.h"
#include "check/apart.h"
#include "check/families.h"
#include "check/known.h"
#include "check/link.h"
#include "check/listed.h"
#include "check/measure.h"
#include "check/swap.h"
#include "text/utf8.h"

#define LONG_NUMBER 4 /* digits of a number that no other has by chance but for two that changed places */

/* 326.4万人次的客流背后，…: does the figure open its paragraph, a 的 behind it, as what is known already? */
static bool opens_as_known(const gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  gm_text line = check->draft->lines[second->line];
  uint32_t at = 0;
  while (gm_reads(line, at, "　")) at += gm_reads(line, at, "　");
  return first->line != second->line && second->figure->start == at && gm_reads(line, second->figure->end, "的") &&
         gm_is_amount(first->figure) && gm_is_plain(first->figure) && gm_comparable(first->figure, second->figure) &&
         gm_decimal_significant(second->figure->value) >= LONG_NUMBER;
}

/* Is the second value, which no other figure has, that of the first told again, by a word that points to it or by a
 * name of a list? */
static bool told_again(const gm_draft_check *check, const gm_twin *members, unsigned count, const gm_twin *first,
                       gm_measure *x, const gm_twin *second, gm_measure *y) {
  for (unsigned k = 0; k < count; k++)
    if (&members[k] != second && !gm_decimal_compare(members[k].figure->value, second->figure->value)) return false;
  if (opens_as_known(check, first, second) || gm_is_reflection_of(check, first, x, second, y)) return true;
  bool each = (first->figure->roles ^ second->figure->roles) & GM_ROLE_EACH;
  if (!each && (gm_speaks_again(check, first, x, second, y, false) || gm_same_clause(check, first, x, second, y)))
    return true;
  if (!each && gm_owned_again(check, first, x, second, y)) return true;
  const gm_text *lines = check->draft->lines;
  if (first->line == second->line && first->figure->sentence == second->figure->sentence &&
      first->figure->clause == second->figure->clause)
    return false;
  if (!gm_named_by_list(lines[first->line], &check->figures[first->line], first->index, lines[second->line],
                        second->figure) &&
      !gm_named_by_list(lines[second->line], &check->figures[second->line], second->index, lines[first->line],
                        first->figure))
    return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  return gm_period_goes_on(x, y);
}

/* 总投资6.93亿元…。“四大工程”总投资6.39亿元，其中…: one total by the same word, which its own parts bear out at one
 * place alone. */
static bool same_total(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  const gm_figure *f = a->figure, *g = b->figure;
  uint32_t size = f->noun_end - f->noun_start;
  return a->line != b->line && f->verified != g->verified && f->kind == GM_FIGURE_MONEY && size &&
         size == g->noun_end - g->noun_start && gm_is_plain(f) && gm_is_plain(g) &&
         !((f->roles | g->roles) & (GM_ROLE_OF_WHICH | GM_ROLE_COMPARED | GM_ROLE_TO | GM_ROLE_FROM)) &&
         gm_reads(check->draft->lines[a->line], f->noun_start, "总") &&
         !memcmp(check->draft->lines[a->line].ptr + f->noun_start, check->draft->lines[b->line].ptr + g->noun_start,
                 size);
}

#define LONG_NOUN 15u /* bytes of a noun that says enough by itself: 卫生技术人员 */

/* Is the same long noun told before both, and nothing else: 其中卫生技术人员1047人, 现有卫生技术人员1047人? */
static bool same_long_noun(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b,
                           gm_measure *y) {
  const gm_figure *f = a->figure, *g = b->figure;
  uint32_t size = f->noun_end - f->noun_start;
  if (size < LONG_NOUN || size != g->noun_end - g->noun_start || f->noun_end > f->start || g->noun_end > g->start ||
      memcmp(check->draft->lines[a->line].ptr + f->noun_start, check->draft->lines[b->line].ptr + g->noun_start, size))
    return false;
  gm_measure_read(check, a, x);
  gm_measure_read(check, b, y);
  return gm_compare_subjects(x, y) == GM_SUBJECTS_AGREE;
}

/* Of several that a figure contradicts the last one is reported; when one agrees with it, none. */
static void judge_digits(const gm_draft_check *check, const gm_twin *members, unsigned count, uint32_t title,
                         uint8_t wrong_of[GM_TWINS_MAX]) {
  gm_measure measures[GM_TWINS_MAX];
  for (unsigned k = 0; k < count; k++) gm_measure_begin(&measures[k]);
  for (unsigned b = 1; b < count; b++) {
    const gm_twin *y = &members[b];
    bool agrees = false;
    for (unsigned a = 0; a < b && !agrees; a++)
      agrees = !gm_decimal_compare(members[a].figure->value, y->figure->value);
    for (unsigned a = b; a-- > 0 && !agrees && !wrong_of[b];) {
      const gm_twin *x = &members[a];
      if (gm_look_alike(x->figure->value, y->figure->value) != GM_SWAPPED) continue;
      if (x->line != y->line && (x->line == title || y->line == title)) continue; /* XR-03 */
      if (x->figure->kind == GM_FIGURE_PERCENT && gm_is_delta(x->figure) != gm_is_delta(y->figure)) continue;
      if (same_total(check, x, y) || told_again(check, members, count, x, &measures[a], y, &measures[b]) ||
          gm_in_like_rows(check, x, y) || gm_is_narrower_more(check, x, &measures[a], y, &measures[b])) {
        wrong_of[b] = (uint8_t)(a + 1);
        continue;
      }
      if (x->line == y->line && x->figure->sentence == y->figure->sentence) continue;
      if ((x->figure->roles ^ y->figure->roles) & GM_ROLE_OF_WHICH &&
          !same_long_noun(check, x, &measures[a], y, &measures[b]))
        continue;
      if ((x->figure->roles ^ y->figure->roles) & GM_ROLE_EACH) continue;
      bool risen = (x->figure->roles | y->figure->roles) & GM_ROLE_TO;
      if (risen ? gm_same_risen(check, x, &measures[a], y, &measures[b])
                : (gm_same_measure(check, x, &measures[a], y, &measures[b]) ||
                   gm_same_turned(check, x, &measures[a], y, &measures[b], false)))
        wrong_of[b] = (uint8_t)(a + 1);
    }
  }
}

/* Is one less than half the other? Then they measure different things. */
static bool far_apart(gm_decimal a, gm_decimal b) {
  gm_decimal less = gm_decimal_compare(a, b) < 0 ? a : b, more = gm_decimal_compare(a, b) < 0 ? b : a, twice;
  return !gm_decimal_multiply(less, gm_decimal_of(2), &twice) || gm_decimal_compare(twice, more) < 0;
}

#define LEAST_DIGITS 2 /* that a number must have, zeros at its end not counted: 200 and 300 are alike by chance */

/* Both are told as a total, or by a noun that is one: 总投资. */
static bool both_totals(const gm_figure *a, const gm_figure *b) { return a->roles & b->roles & GM_ROLE_TOTAL; }

/* 782万 and 782: US-02 tells of 万 and 亿 lost or doubled. */
static bool lost_scale(gm_decimal a, gm_decimal b) {
  gm_decimal less = gm_decimal_compare(a, b) < 0 ? a : b, more = gm_decimal_compare(a, b) < 0 ? b : a, raised;
  for (int power = 4; power <= 8; power += 4)
    if (gm_decimal_shift(less, power, &raised) && gm_decimal_compare(raised, more) == 0) return true;
  return false;
}

/* Can two figures of one measure not both be right? Unlike values are a doubt only where both are totals. */
static bool contradict(const gm_figure *a, const gm_figure *b, gm_subjects subjects) {
  const uint32_t apart = GM_ROLE_OF_WHICH | GM_ROLE_PAREN;
  if ((a->roles ^ b->roles) & apart || gm_interval_touch(a->interval, b->interval)) return false;
  if (!gm_is_exact(a) && !gm_is_exact(b)) return false; /* two rough words may both be right */
  if (!gm_is_exact(a) || !gm_is_exact(b)) return subjects == GM_SUBJECTS_AGREE && !far_apart(a->value, b->value);
  switch (gm_look_alike(a->value, b->value)) {
    case GM_SWAPPED: /* of three digits or more found by them */
      return subjects == GM_SUBJECTS_AGREE && a->noun_hash == b->noun_hash && !a->value.scale &&
             gm_decimal_compare(a->value, gm_decimal_of(100)) < 0;
    case GM_ONE_DIGIT:
      return subjects == GM_SUBJECTS_AGREE && gm_decimal_significant(a->value) >= LEAST_DIGITS &&
             gm_decimal_significant(b->value) >= LEAST_DIGITS;
    case GM_SHIFTED: /* 总产量96万吨 and 肉类总产量9.6万吨: two digits are the same by chance */
      return !lost_scale(a->value, b->value) &&
             (subjects == GM_SUBJECTS_AGREE || gm_decimal_significant(a->value) > LEAST_DIGITS);
    default: return subjects == GM_SUBJECTS_AGREE && both_totals(a, b) && !far_apart(a->value, b->value);
  }
}

/* 57 and 75, which are the same digits more often by chance than longer numbers. */
static bool is_short_swap(const gm_figure *a, const gm_figure *b) {
  return gm_decimal_compare(a->value, gm_decimal_of(100)) < 0 && gm_look_alike(a->value, b->value) == GM_SWAPPED;
}

#define LONG_CLAUSE 6u /* characters of Han that say of what the figure is: 维修改造粮仓 */
#define HAN_BYTES   3u

static bool same_verb(const gm_figure *a, const gm_figure *b) { return a->verb_hash && a->verb_hash == b->verb_hash; }

/* Do the same bytes, of as many characters as tell enough, stand right before both? */
static bool same_before(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  const uint32_t size = LONG_CLAUSE * HAN_BYTES;
  return a->figure->start >= size && b->figure->start >= size &&
         !memcmp(check->draft->lines[a->line].ptr + a->figure->start - size,
                 check->draft->lines[b->line].ptr + b->figure->start - size, size);
}

#define WHOLE_NOUN 4u /* characters of Han that say what all of are meant */

/* Does a sentence begin at the byte, 目前， left aside? */
static bool opens_sentence(gm_text line, uint32_t at) {
  static const char *const now[] = {"目前，", "截至目前，", "现在，", "如今，", "当前，", NULL};
  for (const char *const *w = now; *w; w++)
    if (gm_reads_before(line, at, *w)) at -= gm_reads_before(line, at, *w);
  return !at || gm_reads_before(line, at, "。");
}

/* 建成幸福食堂64家 …。46家幸福食堂全部安装监控设备: does the later one open its sentence and speak of all there are? */
static bool speaks_of_all(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  static const char *const all[] = {"全部", "均", "都", "全面", "已全部", "已经全部", "无一例外", NULL};
  const gm_figure *f = a->figure, *g = b->figure;
  gm_text line = check->draft->lines[a->line], other = check->draft->lines[b->line];
  uint32_t size = g->noun_end - g->noun_start;
  if (g->noun_start != g->end || size < WHOLE_NOUN * HAN_BYTES || f->noun_end - f->noun_start != size ||
      memcmp(line.ptr + f->noun_start, other.ptr + g->noun_start, size) || !opens_sentence(other, g->start))
    return false;
  for (const char *const *w = all; *w; w++)
    if (gm_reads(other, g->noun_end, *w)) return true;
  return false;
}

#define LEAD_CHARS 60u /* of a sentence whose first characters are looked at */

/* 3市业务量合计18.90亿件: does the sentence begin with how many are counted together? */
static bool counts_some(const gm_draft_check *check, const gm_twin *t) {
  static const char some[] = "市县区镇乡村省州家个类项校地国";
  uint32_t text[LEAD_CHARS];
  size_t n = gm_context_before(check->draft->lines[t->line], t->figure->start, text, LEAD_CHARS), from = LEAD_CHARS;
  for (; n && !(gm_class_of(text[from - 1]) & GM_STOP); n--) from--;
  size_t unit = from;
  while (unit < LEAD_CHARS && gm_class_of(text[unit]) & (GM_DIGIT | GM_NUMERAL)) unit++;
  if (unit == from || unit == LEAD_CHARS) return false;
  for (const char *p = some, *end = some + sizeof some - 1; p < end;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    if (c == text[unit]) return true;
  }
  return false;
}

/* The same, asked once of a figure that many are compared with. */
typedef enum some { NOT_ASKED, OF_ONE, OF_SOME } some;

static some is_of_some(const gm_draft_check *check, const gm_twin *t, some *known) {
  if (*known == NOT_ASKED) *known = counts_some(check, t) ? OF_SOME : OF_ONE;
  return *known;
}

static void judge_nouns(const gm_draft_check *check, const gm_twin *members, unsigned count, uint32_t title,
                        uint8_t wrong_of[GM_TWINS_MAX]) {
  gm_measure measures[GM_TWINS_MAX];
  some of[GM_TWINS_MAX] = {NOT_ASKED};
  for (unsigned k = 0; k < count; k++) gm_measure_begin(&measures[k]);
  for (unsigned b = 1; b < count; b++) {
    const gm_twin *y = &members[b];
    int points = -1; /* whether it may point back; not asked yet */
    bool agrees = false;
    for (unsigned a = 0; a < count && !agrees; a++)
      agrees = a != b && gm_interval_touch(members[a].figure->interval, y->figure->interval) &&
               (gm_is_exact(members[a].figure) || gm_is_exact(y->figure));
    for (unsigned a = b; a-- > 0 && !agrees && !wrong_of[b];) {
      const gm_twin *x = &members[a];
      if (x->line != y->line && (x->line == title || y->line == title)) continue; /* XR-03 */
      if (x->line == y->line && x->figure->sentence == y->figure->sentence) continue;
      if (gm_told_as_known(check, x, &measures[a], y, &measures[b])) {
        wrong_of[b] = (uint8_t)(a + 1);
        continue;
      }
      if (!contradict(x->figure, y->figure, GM_SUBJECTS_AGREE)) continue;
      if (gm_look_alike(x->figure->value, y->figure->value) == GM_UNLIKE &&
          is_of_some(check, x, &of[a]) != is_of_some(check, y, &of[b]))
        continue;
      if (points < 0) points = gm_may_point(check->draft->lines[y->line], y->figure);
      if (points && gm_is_exact(x->figure) && gm_is_exact(y->figure) &&
          gm_look_alike(x->figure->value, y->figure->value) == GM_ONE_DIGIT &&
          gm_speaks_again(check, x, &measures[a], y, &measures[b], true)) {
        wrong_of[b] = (uint8_t)(a + 1);
        continue;
      }
      if (gm_is_exact(x->figure) != gm_is_exact(y->figure) &&
          gm_same_turned(check, x, &measures[a], y, &measures[b], true)) {
        wrong_of[b] = (uint8_t)(a + 1);
        continue;
      }
      bool by_words = is_short_swap(x->figure, y->figure) && !same_verb(x->figure, y->figure);
      if (by_words && speaks_of_all(check, x, y)) {
        wrong_of[b] = (uint8_t)(a + 1);
        continue;
      }
      if (by_words && !same_before(check, x, y)) continue;
      if (!gm_same_measure(check, x, &measures[a], y, &measures[b])) continue;
      if (by_words && !gm_same_words(&measures[a], &measures[b], LONG_CLAUSE)) continue;
      /* 昆明市…共完成收入16.34亿元。红河州…共完成收入8.65亿元: in one paragraph a subject goes on over its clauses. */
      if (x->line == y->line && gm_is_exact(x->figure) && gm_is_exact(y->figure) &&
          gm_look_alike(x->figure->value, y->figure->value) == GM_UNLIKE)
        continue;
      /* 2023年总里程为28297公里: of a year that the other does not tell, only a slip of digits is one */
      if (measures[a].year != measures[b].year && gm_look_alike(x->figure->value, y->figure->value) == GM_UNLIKE)
        continue;
      gm_subjects subjects = gm_compare_subjects(&measures[a], &measures[b]);
      if (subjects == GM_SUBJECT_MISSING && same_verb(x->figure, y->figure) &&
          gm_same_of_helper(&measures[a], &measures[b]))
        subjects = GM_SUBJECTS_AGREE;
      if (contradict(x->figure, y->figure, subjects)) wrong_of[b] = (uint8_t)(a + 1);
    }
  }
}

static bool is_rough(const gm_twin *first, const gm_twin *second) {
  return !gm_is_exact(first->figure) || !gm_is_exact(second->figure);
}

#define AT_FIRST "年初 月初 季初 期初 学期初 学年初"
#define AT_LAST  "年末 年底 月末 月底 季末 期末 学期末 学年末"

/* Which end of a time the sentence tells before the figure: 1 its first day, 2 its last, 3 both. */
static unsigned end_of_time(const gm_draft_check *check, const gm_twin *m) {
  uint32_t text[GM_MEASURE_CHARS];
  size_t count = gm_context_before(check->draft->lines[m->line], m->figure->start, text, GM_MEASURE_CHARS);
  const uint32_t *first = text + GM_MEASURE_CHARS - count;
  return (gm_word_list_first(check->words, first, count, AT_FIRST) != SIZE_MAX) +
         2u * (gm_word_list_first(check->words, first, count, AT_LAST) != SIZE_MAX);
}

/* 年初在册1284人, 年末在册1184人: a stock may have changed. */
static bool at_two_ends(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  unsigned one = end_of_time(check, a), other = end_of_time(check, b);
  return one && other && one + other == 3;
}

/* 占营业收入的47.3%、34.8%、12.8%和5.2%: is it one of the percentages of a row, which are those of several things? */
static bool is_of_row_of_shares(const gm_draft_check *check, const gm_twin *m) {
  const gm_figures *figures = &check->figures[m->line];
  gm_text line = check->draft->lines[m->line];
  if (m->figure->kind != GM_FIGURE_PERCENT) return false;
  const gm_figure *f = m->figure, *end = figures->items + figures->count;
  return (f > figures->items && f[-1].kind == f->kind && gm_reads(line, f[-1].end, "、")) ||
         (f + 1 < end && f[1].kind == f->kind && gm_reads(line, f->end, "、") &&
          f[1].start == f->end + sizeof "、" - 1);
}

#define NAME_CHARS  120u    /* of a sentence, in which a row's things are named */
#define HOLDS_SHARE 0x5360u /* 占 */

/* Do two Han characters in a row stand before the 占 of both, or before the number where there is none? */
static bool name_one(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  uint32_t text[2][NAME_CHARS];
  size_t from[2], to[2];
  for (int i = 0; i < 2; i++) {
    const gm_twin *m = i ? b : a;
    from[i] = NAME_CHARS - gm_context_before(check->draft->lines[m->line], m->figure->start, text[i], NAME_CHARS);
    to[i] = NAME_CHARS;
    while (to[i] > from[i] && text[i][to[i] - 1] != HOLDS_SHARE) to[i]--;
    if (to[i] == from[i]) to[i] = NAME_CHARS;
  }
  for (size_t x = from[0]; x + 2 < to[0]; x++)
    for (size_t y = from[1]; y + 2 < to[1]; y++)
      if (text[0][x] == text[1][y] && text[0][x + 1] == text[1][y + 1] && gm_class_of(text[0][x]) & GM_HAN &&
          gm_class_of(text[0][x + 1]) & GM_HAN)
        return true;
  return false;
}

static void report_conflict(gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  gm_likeness likeness = gm_look_alike(first->figure->value, second->figure->value);
  bool sure = likeness == GM_SHIFTED || (likeness == GM_SWAPPED && !is_short_swap(first->figure, second->figure)) ||
              gm_is_yearly_basis(check, second) || gm_is_reflected(check, second);
  if (is_rough(first, second) || gm_of_two_things(check, first, second, sure) || at_two_ends(check, first, second) ||
      gm_of_two_numbered(check, first, second) || gm_of_two_owners(check, first, second) ||
      !gm_may_be_reflected(check, second) || gm_is_reported(check, second->line, second->figure))
    return;
  if ((likeness == GM_SWAPPED || likeness == GM_ONE_DIGIT) && gm_difference_told(check, first, second)) return;
  if (is_of_row_of_shares(check, first) != is_of_row_of_shares(check, second) && !name_one(check, first, second))
    return;
  if (second->figure->verified && !first->figure->verified) { /* what its own line bears out is right */
    const gm_twin *right = second;
    second = first;
    first = right;
  }
  gm_report_figure(check, second->line, second->figure);
  gm_quote other = gm_quote_figure(check->draft, first->line, first->figure),
           own = gm_quote_figure(check->draft, second->line, second->figure);
  switch (likeness) {
    case GM_SWAPPED:
      gm_say(check->out, check->language, "与第%u行的%s只是相邻两位数字颠倒：同一指标应一致，文中为%s",
             "line %u has %s, with two digits the other way round: one measure, two values (%s here)", first->line + 1,
             other.text, own.text);
      break;
    case GM_ONE_DIGIT:
      gm_say(check->out, check->language, "与第%u行的%s只差一位数字：同一指标应一致，文中为%s",
             "line %u has %s, with one other digit: one measure, two values (%s here)", first->line + 1, other.text,
             own.text);
      break;
    case GM_SHIFTED:
      gm_say(check->out, check->language, "与第%u行的%s数字相同而差若干个数量级：同一指标应一致，文中为%s",
             "line %u has %s, the same digits at another scale: one measure, two values (%s here)", first->line + 1,
             other.text, own.text);
      break;
    default:
      gm_say(check->out, check->language, "与第%u行的%s不一致：同一指标前后应相同，文中为%s",
             "line %u has %s: one measure, two values (%s here)", first->line + 1, other.text, own.text);
  }
  gm_relate_figure(check, first->line, first->figure, "另一处", "the other place");
}

void gm_gather_twins(const gm_draft_check *check, gm_twins_by by) {
  gm_twins_gather(check->twins, check, by, gm_title_line(check));
}

void gm_judge_twins(const gm_draft_check *check, gm_twins_by by, size_t share) {
  static gm_twins_judge *const judges[GM_TWINS_WAYS] = {
      [GM_TWINS_BY_DIGITS] = judge_digits, [GM_TWINS_BY_NOUN] = judge_nouns};
  gm_twins_judge_share(check->twins, check, by, share, gm_title_line(check), judges[by]);
}

void gm_check_conflicts(gm_draft_check *check) {
  gm_twins_each(check->twins, check, GM_TWINS_BY_DIGITS, report_conflict);
  gm_twins_each(check->twins, check, GM_TWINS_BY_NOUN, report_conflict);
  gm_check_cells(check);
  gm_check_wholes(check);
}

static void report_rough(gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  if (!is_rough(first, second) || gm_parallel_items(check, first, second) || gm_apart_by_words(check, first, second))
    return;
  gm_report_figure(check, second->line, second->figure);
  gm_say(check->out, check->language, "与第%u行的“%s”不相容：同一指标，文中为“%s”",
         "line %u has “%s”, which cannot be: one measure, “%s” here", first->line + 1,
         gm_quote_figure(check->draft, first->line, first->figure).text,
         gm_quote_figure(check->draft, second->line, second->figure).text);
  gm_relate_figure(check, first->line, first->figure, "另一处", "the other place");
}

#define UNPLAIN     (GM_ROLE_OF_WHICH | GM_ROLE_EACH | GM_ROLE_COMPARED | GM_ROLE_FROM | GM_ROLE_TO)
#define COUNT_LEAST 50 /* a smaller number is seldom rounded */

/* 2000余人, 近30万人次, 突破500万元, told of something as it is. */
static bool is_rounded(const gm_figure *f) {
  return (f->approx == GM_APPROX_MORE || f->approx == GM_APPROX_NEAR || f->approx == GM_APPROX_OVER) &&
         gm_is_amount(f) && gm_is_plain(f) && !(f->roles & UNPLAIN) &&
         gm_decimal_compare(f->value, gm_decimal_of(COUNT_LEAST)) >= 0;
}

/* Can the rounded number not stand for the exact one? 超过 says nothing of how much more, 近 of how much less. */
static bool rounds_wrong(const gm_figure *rough, const gm_figure *exact) {
  if (far_apart(rough->value, exact->value)) return false;
  bool above = gm_decimal_compare(exact->value, rough->interval.high) > 0,
       below = gm_decimal_compare(exact->interval.high, rough->interval.low) < 0;
  return rough->approx == GM_APPROX_NEAR ? above : rough->approx == GM_APPROX_OVER ? below : above || below;
}

#define COUNTED_LINES   1u  /* behind the line of the rounded number */
#define BLANK_LINES     4u  /* with the empty ones between */
#define COUNTED_FIGURES 12u /* that are passed for one of the unit */

/* The first exact figure of the unit behind the sentence of a rounded one. */
static gm_twin first_exact(const gm_draft_check *check, const gm_twin *rough) {
  uint32_t lines = (uint32_t)check->draft->count;
  for (uint32_t line = rough->line, more = 0, n = 0;
       line < lines && line - rough->line <= BLANK_LINES && more <= COUNTED_LINES; line++) {
    if (!check->draft->classes[line].keep || !check->draft->looks[line].chars) continue;
    for (uint32_t i = line == rough->line ? rough->index + 1 : 0; i < check->figures[line].count && n < COUNTED_FIGURES;
         i++, n++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, rough->figure)) continue;
      bool told = gm_is_exact(f) && gm_is_plain(f) && !(f->roles & UNPLAIN) &&
                  (line != rough->line || f->sentence != rough->figure->sentence);
      return (gm_twin){told ? f : NULL, line, i};
    }
    more++;
  }
  return (gm_twin){NULL, 0, 0};
}

/* The last exact figure of the unit before a rounded one, in its line or the one before. */
static gm_twin last_exact(const gm_draft_check *check, const gm_twin *rough) {
  for (uint32_t line = rough->line + 1, more = 0, n = 0;
       line-- > 0 && rough->line - line <= BLANK_LINES && more <= COUNTED_LINES;) {
    if (!check->draft->classes[line].keep || !check->draft->looks[line].chars) continue;
    for (uint32_t i = line == rough->line ? rough->index : check->figures[line].count; i-- > 0 && n < COUNTED_FIGURES;
         n++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, rough->figure)) continue;
      bool told = gm_is_exact(f) && gm_is_plain(f) && !(f->roles & UNPLAIN) && f->roles & GM_ROLE_TOTAL;
      return (gm_twin){told ? f : NULL, line, i};
    }
    more++;
  }
  return (gm_twin){NULL, 0, 0};
}

/* 共筹得善款53.8万元。60余万元善款已全部转入专户: the rounded number is told of all of the exact one. */
static void check_all_of(gm_draft_check *check, const gm_twin *rough) {
  gm_twin exact = last_exact(check, rough);
  gm_measure x, y;
  gm_measure_begin(&x);
  gm_measure_begin(&y);
  if (exact.figure && rounds_wrong(rough->figure, exact.figure) && gm_is_all_of(check, &exact, &x, rough, &y) &&
      !gm_is_reported(check, rough->line, rough->figure))
    report_rough(check, &exact, rough);
}

/* 吸引2000余人参加。据统计，参加活动的有1860人: a count told soon behind the rounded number. */
static void check_counted(gm_draft_check *check) {
  uint32_t title = gm_title_line(check);
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_ROUNDED)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || line == title) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      gm_twin rough = {&check->figures[line].items[i], line, i};
      if (!is_rounded(rough.figure)) continue;
      gm_twin exact = first_exact(check, &rough);
      gm_measure x, y;
      gm_measure_begin(&x);
      gm_measure_begin(&y);
      if (exact.figure && rounds_wrong(rough.figure, exact.figure) &&
          (gm_counted_again(check, &rough, &x, &exact, &y) || gm_is_all_of(check, &rough, &x, &exact, &y)) &&
          !gm_is_reported(check, exact.line, exact.figure))
        report_rough(check, &rough, &exact);
      check_all_of(check, &rough);
    }
  }
}

void gm_check_rough(gm_draft_check *check) {
  gm_twins_each(check->twins, check, GM_TWINS_BY_NOUN, report_rough);
  check_counted(check);
  gm_check_restated(check);
}
