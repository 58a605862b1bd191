/* AR-03: a difference against the two amounts it is of. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define TO_WORDS                                                                                                                                                   \
  "增至 减至 升至 降至 增加到 减少到 增加至 减少至 上升到 下降到 上升至 下降至 提高到 降低到 提高至 降低至 扩大到 " \
  "缩短到 发展到 压缩到 扩大至 增长到 增长至 达到 到 至 缩减到 调整为 变为"
#define UP_WORDS   "增加 增加了 净增 净增加 增 多 多了 增长 增长了 新增 提高 提高了 增收 增支 上升了 扩大了 增幅为 净增长"
#define DOWN_WORDS "减少 减少了 净减 净减少 减 少 少了 下降 下降了 降低 降低了 缩短 缩短了 减收 减支 压缩 压缩了 缩减 缩减了"

static bool meets(gm_interval a, gm_interval b) {
  return gm_decimal_compare(a.low, b.high) <= 0 && gm_decimal_compare(b.low, a.high) <= 0;
}

static void report(gm_line_check *check, const gm_mention *a, const gm_mention *b, const gm_mention *delta) {
  const gm_view *view = check->view;
  gm_decimal difference;
  bool fell = gm_decimal_compare(a->figure->value, b->figure->value) > 0;
  const gm_mention *more = fell ? a : b, *less = fell ? b : a;
  if (gm_disclaimed(view) || !gm_decimal_subtract(more->figure->value, less->figure->value, &difference)) return;
  gm_report_mention(check, delta);
  if (!gm_is_exact(a->figure) || !gm_is_exact(b->figure) || !gm_is_exact(delta->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
         gm_quote_mention(view, more).text, gm_quote_mention(view, less).text,
         gm_quote_amount(difference, more, view).text, gm_quote_mention(view, delta).text);
  gm_relate_mention(check, a, "变动前", "before");
  gm_relate_mention(check, b, "变动后", "after");
}

static bool difference_fits(const gm_mention *a, const gm_mention *b, const gm_mention *delta) {
  gm_interval d;
  bool fell = gm_decimal_compare(a->figure->value, b->figure->value) > 0;
  if (!gm_interval_subtract((fell ? a : b)->figure->interval, (fell ? b : a)->figure->interval, &d)) return true;
  return meets(d, delta->figure->interval);
}

/* 由 or 从 in the clause before: 由原来的7416户, 由2016年的7416户. */
static bool from_before(const gm_view *view, size_t at) {
  for (size_t i = gm_clause_start(view, at); i < at; i++)
    if (view->cp[i] == 0x7531 || view->cp[i] == 0x4ECE) return true;
  return false;
}

/* 由a增至b，增加d, all in one sentence; each of the three at its word. */
static void check_from_to(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *a = &links->items[index];
  if (!(a->figure->roles & GM_ROLE_FROM) && !from_before(view, a->from)) return;
  const gm_mention *b = NULL;
  for (unsigned i = index + 1; i < links->count && gm_same_sentence(&links->items[i], a); i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, a->figure)) continue;
    if (!b) {
      bool to = m->figure->roles & GM_ROLE_TO || gm_words_before(view, m->from, TO_WORDS) ||
                gm_find_word(view, a->to, m->from, "到 至") != SIZE_MAX;
      if (!to || gm_find_word(view, a->to, m->from, "； ，其中") != SIZE_MAX) return;
      b = m;
      continue;
    }
    if (gm_find_word(view, b->to, m->from, "； 其中 平均 每") != SIZE_MAX) return;
    bool rises = gm_decimal_compare(b->figure->value, a->figure->value) > 0;
    if (!gm_words_before(view, m->from, rises ? UP_WORDS : DOWN_WORDS)) return;
    if (m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN) || difference_fits(a, b, m)) return;
    report(check, a, b, m);
    return;
  }
}

/* b，较上年同期的a增加d. */
static void check_compared(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index];
  if (index < 2 || !gm_is_amount(delta->figure)) return;
  const gm_mention *a = &links->items[index - 1];
  if (!gm_same_sentence(a, delta) || !gm_is_amount(a->figure) || !gm_comparable(a->figure, delta->figure)) return;
  if (delta->from - a->to > 4) return;
  bool up = gm_words_before(view, delta->from, UP_WORDS) != 0,
       down = gm_words_before(view, delta->from, DOWN_WORDS) != 0;
  if (up == down) return;
  size_t clause = gm_clause_start(view, a->from);
  if (gm_find_word(view, clause, a->from, "比 较 与 相比") == SIZE_MAX || a->figure->roles & GM_ROLE_TOTAL) return;
  for (unsigned i = index - 1; i-- > 0;) {
    const gm_mention *b = &links->items[i];
    if (!gm_same_sentence(b, a)) return;
    if (!gm_is_amount(b->figure) || !gm_comparable(b->figure, a->figure)) continue;
    if (gm_is_delta(b->figure) || b->figure->roles & (GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_THRESHOLD)) return;
    bool rose = gm_decimal_compare(b->figure->value, a->figure->value) > 0;
    if (rose == up && difference_fits(a, b, delta)) return;
    report(check, a, b, delta);
    return;
  }
}

/* 编制9人，现有7人，缺额2人: what should be there, what is, what lacks. */
static void check_vacancy(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  if (index + 2 >= links->count) return;
  const gm_mention *due = &links->items[index], *present = due + 1, *lacking = due + 2;
  if (!gm_is_amount(present->figure) || !gm_is_amount(lacking->figure) || !gm_same_sentence(due, lacking)) return;
  if (!gm_comparable(due->figure, present->figure) || !gm_comparable(due->figure, lacking->figure)) return;
  if (gm_find_word(view, gm_clause_start(view, due->from), due->from, "编制 定员 应到 应有 应报 应参 应收 核定") ==
          SIZE_MAX ||
      gm_find_word(view, due->to, present->from, "现有 实有 实到 在岗 在编 实报 实参 实收") == SIZE_MAX ||
      gm_find_word(view, present->to, lacking->from, "缺额 缺编 空缺 缺 请假 未到 缺席 未报") == SIZE_MAX)
    return;
  if (difference_fits(due, present, lacking)) return;
  report(check, due, present, lacking);
}

void gm_check_changes(gm_line_check *check) {
  if (check->figures->count < 3) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    if (!gm_is_amount(links->items[i].figure)) continue;
    check_from_to(check, links, i);
    check_compared(check, links, i);
    check_vacancy(check, links, i);
  }
}

#define CHANGES_MAX 12 /* changes of one sentence that may add up */

/* 共增加153557册次。线下增加108643册次，线上增加44864册次: a change told as a total, and the changes of the next
 * sentence or paragraph that make it up. */
void gm_check_total_change(gm_draft_check *check) {
  const gm_figure *total = NULL;
  uint32_t total_line = 0;
  for (uint32_t line = 0; line < check->draft->count; line++) {
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->looks[line].chars) continue;
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_is_delta(f)) continue;
      if (f->roles & GM_ROLE_TOTAL) {
        total = f;
        total_line = line;
        continue;
      }
      if (!total || f->roles & GM_ROLE_PAREN || !gm_comparable(f, total)) continue;
      /* All changes of this sentence, in the total's direction. */
      gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
      gm_decimal value = {0, 0};
      unsigned count = 0;
      uint32_t k = i;
      const uint32_t direction = GM_ROLE_UP | GM_ROLE_DOWN;
      for (; k < figures->count && figures->items[k].sentence == f->sentence; k++) {
        const gm_figure *part = &figures->items[k];
        if (!gm_is_amount(part) || !gm_is_delta(part) || !gm_comparable(part, total)) continue;
        if ((part->roles & direction) != (total->roles & direction) || !gm_interval_add(&sum, part->interval) ||
            !gm_decimal_add(value, part->value, &value) || ++count > CHANGES_MAX)
          count = CHANGES_MAX + 1;
      }
      i = k - 1;
      bool near = line <= total_line + 1 || check->draft->looks[line - 1].chars == 0;
      if (near && count >= 2 && count <= CHANGES_MAX && !meets(sum, total->interval) &&
          (gm_within(value, total->value, 5) || gm_look_alike(value, total->value) == GM_SWAPPED)) {
        gm_report_figure(check, total_line, total);
        gm_lower(check->out, GM_SEVERITY_WARNING);
        gm_say(check->out, check->language, "分项变动合计%s，文中为%s", "the changes come to %s, the text says %s",
               gm_quote_decimal(value).text, gm_quote_figure(check->draft, total_line, total).text);
        gm_relate_figure(check, line, f, "分项变动", "a change");
      }
      total = NULL;
    }
    if (line > total_line + 2) total = NULL;
  }
}
