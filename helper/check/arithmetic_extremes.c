/* AR-07: 年龄最大的15岁、最小的48岁: the greatest of a measure below its least; 甲镇最多，达12户，其次是乙镇，有18户:
 * or below the one next to it. */
#include "check/families.h"
#include "check/ranked.h"

#define OF_CHARS   20u /* from the word to its value: 最多的云桥区人民检察院办结 */
#define GAP_CHARS  16u /* from the one value to the other's word; what stands there in brackets is the first's */
#define FEW        10  /* 得票最多的3人: more is no count of those at the top */
#define NO_EXTREME "零下 负 至少 至多 不 限" /* 零下2℃; 最多不超过30人 */

typedef struct extreme {
  size_t at, end;          /* 最大 */
  bool of;                 /* 最大的 */
  gm_range before, behind; /* the words of its clause, and those from it to its value */
  const gm_mention *value;
} extreme;

/* The word at the other end: 大 and 小. 0 of a word that has none. */
static uint32_t opposite(uint32_t word) {
  switch (word) {
    case U'高': return U'低';
    case U'低': return U'高';
    case U'大': return U'小';
    case U'小': return U'大';
    case U'多': return U'少';
    case U'少': return U'多';
    case U'长': return U'短';
    case U'短': return U'长';
    case U'重': return U'轻';
    case U'轻': return U'重';
    default: return 0;
  }
}

static bool is_greatest(const gm_view *view, const extreme *e) { return gm_one_of(view, e->at + 1, "高大多长重"); }

/* 最高的是12班 is a name, and of classes the first is the highest. */
#define NUMBERED "级类班组队号楼栋室届期批集轮场段线"

static bool is_told_plainly(const gm_view *view, const gm_mention *m) {
  return (gm_is_amount(m->figure) || m->figure->kind == GM_FIGURE_PERCENT || m->figure->kind == GM_FIGURE_DURATION) &&
         gm_is_exact(m->figure) && !gm_is_delta(m->figure) && m->figure->value.digits >= 0 &&
         !(m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED)) &&
         !gm_one_before(view, m->to, NUMBERED) && (m->to == view->count || gm_one_of(view, m->to, "，、；。（）"));
}

/* 得票最多的3人, 收入最高的10%: may the figure count those at that end, instead of what they have? */
static bool may_count_them(const extreme *e) {
  const gm_figure *f = e->value->figure;
  if (!e->of || gm_length(e->behind)) return false;
  uint8_t class = gm_units[f->unit].unit_class;
  return f->kind == GM_FIGURE_PERCENT || class == GM_CLASS_COUNT ||
         (class == GM_CLASS_PERSON && f->value.digits <= FEW);
}

static bool read_extreme(const gm_links *links, size_t at, extreme *e) {
  const gm_view *view = links->view;
  *e = (extreme){.at = at, .end = at + 2};
  if (!gm_one_of(view, at, "最") || at + 1 >= view->count || !opposite(view->cp[at + 1])) return false;
  size_t low = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0;
  e->before = (gm_range){gm_view_behind_last(view, low, at, GM_PAUSE | GM_STOP), at};
  for (size_t n; gm_length(e->before) && (n = gm_words_at(view, e->before.from, "其中 而 但 与 和")) != 0;)
    e->before.from += n;
  e->of = gm_one_of(view, e->end, "的");
  unsigned k = 0;
  while (k < links->count && (links->items[k].from < e->end || gm_may_name(links->items[k].figure))) k++;
  if (k == links->count || links->items[k].from > e->end + OF_CHARS || e->before.from > at) return false;
  e->value = &links->items[k];
  e->behind = (gm_range){e->end + e->of, e->value->from};
  for (size_t n;
       e->behind.from < e->behind.to && (n = gm_words_before(view, e->behind.to, "达到 达 为 是 有 （ ， 仅 只")) != 0;)
    e->behind.to = e->behind.to > n + e->behind.from ? e->behind.to - n : e->behind.from;
  return gm_view_next_before(view, e->behind.from, e->behind.to, GM_PAUSE | GM_STOP) == e->behind.to &&
         gm_find_word(view, e->end, e->value->from, NO_EXTREME) == SIZE_MAX && is_told_plainly(view, e->value) &&
         !may_count_them(e);
}

/* Are the two told of one measure: 年龄最大的48岁，最小的15岁; 最高气温38℃，最低气温12℃? */
static bool one_measure(const gm_view *view, const extreme *a, const extreme *b) {
  if (view->cp[b->at + 1] != opposite(view->cp[a->at + 1]) || !gm_rank_alike(a->value->figure, b->value->figure))
    return false;
  if (gm_length(b->before) && !gm_reads_same(view, a->before, b->before)) return false;
  if (a->of || b->of) return a->of == b->of || !gm_length(a->of ? b->behind : a->behind);
  return gm_reads_begin(view, a->behind, b->behind);
}

/* Does nothing stand between the first value and the second word but marks, and brackets? */
static bool side_by_side(const gm_view *view, const extreme *a, const extreme *b) {
  if (b->at < a->value->to || b->at - a->value->to > GAP_CHARS + gm_length(b->before)) return false;
  for (size_t i = a->value->to; i < b->before.from; i++)
    if (!(view->cls[i] & GM_IN_PAREN) && !gm_one_of(view, i, "（），、；") && !gm_one_of(view, i, "而和与其中但"))
      return false;
  return true;
}

static void report(gm_line_check *check, const extreme *most, const extreme *least, const extreme *last) {
  const gm_view *view = check->view;
  if (gm_is_told(check, most->value) || gm_is_told(check, least->value)) return;
  gm_report_mention(check, last->value);
  gm_say(check->out, check->language, "文中%s的是%s，反而不及%s的%s",
         "what is told as %s, %s, is less than what is told as %s, %s", gm_quote_line(view, most->at, most->end).text,
         gm_quote_mention(view, most->value).text, gm_quote_line(view, least->at, least->end).text,
         gm_quote_mention(view, least->value).text);
  gm_relate_mention(check, (last == most ? least : most)->value, "另一端", "the other end");
}

/* Are the words right before the next one's value none, or those of the first:
 * 开工率最高，达90%；其次是水利项目，开工率87.3%?
 */
static bool next_measure(const gm_view *view, const extreme *e, size_t next, const gm_mention *m) {
  size_t from = gm_view_behind_last(view, next, m->from, GM_PAUSE | GM_STOP);
  if (from == next) return true;
  size_t to = m->from;
  for (size_t n; to > from && (n = gm_words_before(view, to, "分别为 分别 达到 达 为 是 有")) != 0;) to -= n;
  return to <= from || (to >= from + 2 && gm_find_run(view, e->before.from, e->before.to, from, 2) != SIZE_MAX);
}

/* The value of what comes next to the extreme, told right behind it; NULL when none is. */
static const gm_mention *value_next(const gm_links *links, const extreme *e) {
  const gm_view *view = links->view;
  size_t at = e->value->to, marks = 0;
  while (gm_one_of(view, at, "，；、。）")) at++;
  size_t next = gm_words_at(view, at, "其次是 其次为 其次");
  if (!next || at == e->value->to) return NULL;
  unsigned k = (unsigned)(e->value - links->items) + 1;
  while (k < links->count && gm_may_name(links->items[k].figure)) k++;
  if (k == links->count || links->items[k].from > at + next + 2 * OF_CHARS) return NULL;
  const gm_mention *m = &links->items[k];
  for (size_t i = at + next; i < m->from; i++) marks += (view->cls[i] & (GM_PAUSE | GM_STOP)) && view->cp[i] != GM_DUN;
  bool comma = marks == 0 || (marks == 1 && gm_find_mark(view, at + next, m->from, "，") != SIZE_MAX);
  return comma && gm_rank_alike(m->figure, e->value->figure) && is_told_plainly(view, m) &&
                 next_measure(view, e, at + next, m)
             ? m
             : NULL;
}

static void check_next(gm_line_check *check, const extreme *e) {
  const gm_view *view = check->view;
  const gm_mention *next = value_next(gm_links_of(check), e);
  if (!next) return;
  bool most = is_greatest(view, e);
  int order = gm_decimal_compare(next->figure->value, e->value->figure->value);
  if (!(most ? order > 0 : order < 0) || gm_is_told(check, next) || gm_is_told(check, e->value)) return;
  gm_report_mention(check, next);
  gm_say(check->out, check->language, most ? "文中%s的是%s，其次的%s却比它大" : "文中%s的是%s，其次的%s却比它小",
         most ? "what is told as %s is %s, and what comes next to it, %s, is more"
              : "what is told as %s is %s, and what comes next to it, %s, is less",
         gm_quote_line(view, e->at, e->end).text, gm_quote_mention(view, e->value).text,
         gm_quote_mention(view, next).text);
  gm_relate_mention(check, e->value, "居首的", "the first");
}

void gm_check_extremes(gm_line_check *check) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  extreme before = {0}, e;
  for (size_t at = 0; (at = gm_view_next(view, at, GM_ITEM)) < view->count; at++) {
    if (!read_extreme(links, at, &e)) continue;
    check_next(check, &e);
    if (before.value && side_by_side(view, &before, &e) && one_measure(view, &before, &e)) {
      const extreme *most = is_greatest(view, &before) ? &before : &e, *least = most == &e ? &before : &e;
      if (gm_decimal_compare(most->value->figure->value, least->value->figure->value) < 0)
        report(check, most, least, &e);
    }
    before = e;
  }
}
