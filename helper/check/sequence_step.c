/* SEQ-01 of steps: 第一步，…；第二步，…；第四步，…: ordinals that open clauses of one line, from the first on. */
#include "check/families.h"
#include "check/link.h"

#define STEPS_LEAST 3

static bool opens_step(const gm_view *view, const gm_mention *m) {
  return m->figure->kind == GM_FIGURE_ORDINAL && m->from == m->clause && gm_words_before(view, m->to, "步 阶段 环节") &&
         gm_one_of(view, m->to, "，：是（");
}

void gm_check_step_sequence(gm_line_check *check) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  const gm_mention *last = NULL;
  unsigned steps = 0;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (!opens_step(view, m)) continue;
    int64_t number = m->figure->value.digits, due = last ? last->figure->value.digits + 1 : 1;
    if (number == 1) {
      last = m;
      steps = 1;
      continue;
    }
    if (!last || m->figure->unit != last->figure->unit) return;
    steps++;
    if (number != due && steps >= STEPS_LEAST && (number == due + 1 || number + 1 == due)) {
      gm_report_mention(check, m);
      gm_say(check->out, check->language, "“%s”之后是“%s”，接前文应为第%lld%s",
             "%s is followed by %s; number %lld is due (%s)", gm_quote_mention(view, last).text,
             gm_quote_mention(view, m).text, (long long)due,
             gm_quote_line(view, gm_view_find(view, m->figure->unit_start), m->to).text);
      gm_relate_mention(check, last, "相邻的一项", "its neighbour");
    }
    if (number != due) return;
    last = m;
  }
}
