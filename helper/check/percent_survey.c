/* PCT-01 of a survey: 发放问卷620份，收回594份，其中有效571份，回收率95.8%，有效率96.1%: each rate by the counts of its
 * name. */
#include "check/families.h"
#include "check/percent.h"

static const struct {
  const char *rate, *part, *not_part, *whole;
} surveys[] = {
    {"回收率 回收率为 回收率达 收回率 收回率为", "收回 回收", "有效 未收回 未回收 未交回", "发放 发出 寄出 共发 印发"},
    {"有效率 有效率为 有效率达 有效回收率 有效回收率为", "有效", NULL, "收回 回收 发放 发出"}};

/* The count before mention `rate` in its sentence that is named by one of `words` and none of `without` (may be NULL),
 * the nearest; NULL when there is none. */
static const gm_mention *count_named(const gm_links *links, unsigned rate, const char *words, const char *without) {
  for (unsigned i = rate; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[rate]);) {
    const gm_mention *m = &links->items[i];
    if (gm_is_amount(m->figure) && gm_is_exact(m->figure) && m->figure->value.digits > 0 &&
        gm_find_word(links->view, m->label, m->from, words) != SIZE_MAX &&
        (!without || gm_find_word(links->view, m->label, m->from, without) == SIZE_MAX))
      return m;
  }
  return NULL;
}

void gm_check_surveys(gm_line_check *check) {
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, "回收率 收回率 有效率")) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 2; i < links->count; i++) {
    const gm_mention *percent = &links->items[i];
    if (percent->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(percent->figure)) continue;
    for (size_t k = 0; k < sizeof surveys / sizeof *surveys; k++) {
      size_t name = gm_words_before(view, percent->from, surveys[k].rate);
      if (!name || (surveys[k].not_part && gm_words_before(view, percent->from - name, surveys[k].not_part)))
        continue; /* 有效回收率 */
      const gm_mention *part = count_named(links, i, surveys[k].part, surveys[k].not_part);
      const gm_mention *whole = part ? count_named(links, i, surveys[k].whole, "有效") : NULL;
      gm_decimal computed;
      bool fits = !whole || whole == part || !gm_comparable(part->figure, whole->figure);
      /* Any fit accepts: 有效率 may be of those sent back or of those sent out. */
      for (unsigned n = 0; !fits && n < i; n++) {
        const gm_figure *f = links->items[n].figure;
        fits = gm_is_amount(f) && gm_comparable(f, part->figure) &&
               gm_ratio_fits(part->figure->interval, f->interval, gm_percent_interval(percent->figure, 3));
      }
      if (fits || gm_is_told(check, percent) || gm_disclaimed(view) || gm_told_elsewhere(links, i, percent->from) ||
          !gm_percent_of(part->figure->value, whole->figure->value, percent->figure->value.scale, &computed))
        continue;
      gm_report_share(check, percent, part, whole, computed);
    }
  }
}
