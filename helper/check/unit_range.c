/* US-03: a range told from its greater end, 年龄在35至18周岁之间. */
#include <string.h>

#include "check/families.h"
#include "check/link.h"
#include "numeral/numeral.h"

#define TO_CHARS "至到—－～~-"
/* What may go from more to less: a change, a way back, places of a contest. */
#define COMES_DOWN "由 从 自 降 减 跌 落 缩 退 倒 排名 名次 第 比分 战胜 收窄 压缩 压降 压到 调低 调整 前 提前 距"

/* Where the number before the unit that ends at `end` begins, when it is printed in digits with that unit or none;
 * `end` when there is none. */
static size_t first_end(const gm_view *view, const gm_figure *f, size_t end, gm_numeral *numeral) {
  size_t to = end, unit = gm_view_find(view, f->unit_start), behind = gm_view_find(view, f->end);
  size_t length = behind > unit ? behind - unit : 0;
  if (length && length < to && gm_reads_alike(view, to - length, unit, length)) to -= length;
  size_t from = gm_number_before(view, to);
  if (from == to || !(view->cls[from] & GM_DIGIT) || gm_numeral_read(view, from, numeral) != to - from) return end;
  return from;
}

/* 分钟 小时 个月, and not 时 or 年, which may be those of a clock and of a calendar. */
static bool is_span(const gm_figure *f) {
  static const char *const units[] = {"分钟", "小时", "秒", "天", "个月", "周岁", "个工作日", "学时", "课时"};
  for (size_t i = 0; f->kind == GM_FIGURE_DURATION && i < sizeof units / sizeof *units; i++)
    if (!strcmp(gm_units[f->unit].name, units[i])) return true;
  return false;
}

/* Is it one of the things of which a range is told from its less end: not a time of day, nor a place in a list? */
static bool is_ranged(const gm_figure *f) {
  if (!f->unit || !gm_is_exact(f) || f->roles & (GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_NUMBER_NAME)) return false;
  uint8_t class = gm_units[f->unit].unit_class;
  return f->kind == GM_FIGURE_PERCENT || f->kind == GM_FIGURE_MONEY || is_span(f) || class == GM_CLASS_PERSON ||
         class == GM_CLASS_MEASURE || !strcmp(gm_units[f->unit].name, "岁");
}

bool gm_check_reversed_range(gm_line_check *check, const gm_figure *f) {
  const gm_view *view = check->view;
  size_t number = gm_view_find(view, gm_figure_from(f));
  if (number < 2 || !gm_one_before(view, number, TO_CHARS) || !is_ranged(f)) return false;
  gm_numeral first, last;
  size_t end = number - 1, from = first_end(view, f, end, &first), to = gm_view_find(view, f->end);
  /* 1‰至3‰ is told in percent: what counts is how the ends are printed */
  if (from == end || f->value.digits < 0 || !gm_numeral_read(view, number, &last) ||
      gm_decimal_compare(first.value, last.value) <= 0)
    return false;
  bool between = gm_words_at(view, to, "之间 不等 以内");
  if (gm_one_of(view, end, "到-－") && !between) return false;
  /* 3000到30万: the scale of the end is that of both */
  if (f->numeral_flags & GM_NUMERAL_SCALED && !(first.flags & GM_NUMERAL_SCALED)) return false;
  if (from && (view->cls[from - 1] & (GM_DIGIT | GM_LATIN) || gm_one_before(view, from, ".-－—～~至第米元比：")))
    return false;
  size_t clause = gm_clause_start(view, from), stop = to;
  while (stop < view->count && stop < to + 8u && !(view->cls[stop] & GM_PUNCT)) stop++;
  if (gm_find_word(view, clause, from, COMES_DOWN) != SIZE_MAX || gm_find_word(view, to, stop, COMES_DOWN) != SIZE_MAX)
    return false;
  gm_report_line(check, from, to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：范围由大到小，请核对两端是否颠倒",
         "“%s”: the range begins at its greater end", gm_quote_line(view, from, to).text);
  return true;
}
