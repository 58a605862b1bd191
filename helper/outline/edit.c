/* Renumbering, and what all operations share. */
#include "outline/edit.h"

#include "outline/edit_slots.h"

const char *gm_refusal_text(gm_refusal refusal, bool english) {
  static const char *const zh[] = {"",
                                   "这一类条目不能这样调整（条不升降级；文内条目请先拆分成段）",
                                   "这一系列序号已用尽，没有下一个符号",
                                   "没有可去的位置",
                                   "不能移到自身之内",
                                   "该节不是独占段落，请先另起一行",
                                   "没有这一节",
                                   "光标处没有“一是…二是…”这样的并列项"};
  static const char *const en[] = {
      "",
      "this kind of section cannot be so edited (条 keep their level; split inline items first)",
      "this family of signs has no further one",
      "there is nowhere to go",
      "a section cannot move into itself",
      "the section shares its line with other text; give it a line of its own first",
      "no such section",
      "there is no run such as 一是…二是… at the cursor"};
  return english ? en[refusal] : zh[refusal];
}

void gm_plan_clear(gm_plan *plan) {
  gm_edits_clear(&plan->edits);
  plan->stale.count = plan->text.count = 0;
}

void gm_plan_free(gm_plan *plan) {
  gm_edits_free(&plan->edits);
  gm_array_free(&plan->stale);
  gm_array_free(&plan->text);
}

uint32_t gm_subtree_end(const gm_outline *outline, uint32_t section) {
  uint32_t end = section + 1;
  while (end < outline->sections.count && outline->sections.items[end].level > outline->sections.items[section].level)
    end++;
  return end;
}

gm_refusal gm_outline_renumber(const gm_outline_view *view, uint32_t first, uint32_t last, int32_t from,
                               gm_plan *plan) {
  gm_plan_clear(plan);
  if (first > last || last > view->outline->sections.count || (from > 0 && first == last)) return GM_REFUSED_RANGE;
  gm_slots slots;
  gm_slots_make(&slots, view);
  for (uint32_t i = first; i < last; i++) slots.list.items[i].touched = true;
  gm_slots_number(&slots, first, from);
  gm_refusal refusal = gm_slots_edits(&slots, "renumber", plan);
  gm_slots_free(&slots);
  return refusal;
}
