/* AR-05: 男婴1236人，女婴1180人，性别比为104.7: boys for a hundred girls. */
#include "check/families.h"
#include "check/link.h"

/* The one amount of the sentence before mention `at` whose label has the word; NULL when there is none, or several. */
static const gm_mention *told_of(const gm_links *links, unsigned at, const char *word, const char *both) {
  const gm_mention *found = NULL;
  for (unsigned i = 0; i < at; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[at]) || !gm_is_count(m->figure) ||
        gm_find_word(links->view, m->label, m->from, word) == SIZE_MAX ||
        gm_find_word(links->view, m->label, m->from, both) != SIZE_MAX)
      continue;
    if (found) return NULL;
    found = m;
  }
  return found;
}

void gm_check_sex_ratio(gm_line_check *check, const gm_links *links, unsigned at) {
  const gm_view *view = links->view;
  const gm_mention *ratio = &links->items[at];
  if (ratio->figure->kind != GM_FIGURE_QUANTITY || ratio->figure->unit || !gm_is_exact(ratio->figure) ||
      !gm_words_before(view, ratio->from - gm_words_before(view, ratio->from, "为 是 达 达到 约为"), "性别比"))
    return;
  const gm_mention *boys = told_of(links, at, "男", "女"), *girls = told_of(links, at, "女", "男");
  gm_decimal computed, printed = {5, ratio->figure->value.scale + 1}, low, high;
  if (!boys || !girls || !gm_comparable(boys->figure, girls->figure) ||
      !gm_percent_of(boys->figure->value, girls->figure->value, ratio->figure->value.scale, &computed) ||
      !gm_decimal_subtract(ratio->figure->value, printed, &low) ||
      !gm_decimal_add(ratio->figure->value, printed, &high))
    return;
  gm_interval told = {low, high, false, false};
  if (gm_ratio_fits(boys->figure->interval, girls->figure->interval, told)) {
    gm_agree(check, boys, girls, ratio);
    return;
  }
  if (gm_is_far(computed, ratio->figure->value) || gm_is_told(check, ratio) || gm_disclaimed(view)) return;
  gm_report_mention(check, ratio);
  gm_say(check->out, check->language, "%s÷%s×100=%s，文中为%s", "%s / %s x 100 = %s, the text says %s",
         gm_quote_mention(view, boys).text, gm_quote_mention(view, girls).text, gm_quote_decimal(computed).text,
         gm_quote_mention(view, ratio).text);
  gm_relate_mention(check, boys, "前项", "the first term");
  gm_relate_mention(check, girls, "后项", "the second term");
}
