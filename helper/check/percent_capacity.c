/* PCT-01: of the places there are, how many are taken: 床位3480张，入住老人2262名，入住率65%. Places and those who take
 * them have units of their own. */
#include "check/families.h"
#include "check/percent.h"

static const struct {
  const char *rate, *places, *takers;
} capacities[] = {
    {"入住率 床位使用率 床位利用率 床位占用率", "床位 房间 客房", "入住 在住 在院 住院 收住"},
    {"上座率 满座率", "座位 座席 席位 坐席", "观众 到场 观看 入场 场均 平均每场"},
    {"学位使用率 学位利用率 满员率", "学位", "在读 在校 在园 就读 入学 入园"},
    {"车位使用率 车位利用率 停放率", "车位 泊位", "停放 停车 入驻"},
};

/* The one amount before the rate, in its sentence or `reach` of them back, whose label or noun has one of `words`; NULL
 * when there is none, or several. */
static const gm_mention *named(const gm_links *links, unsigned index, const char *words, unsigned reach) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  for (unsigned i = index;
       i-- > 0 && links->items[i].figure->sentence + reach >= links->items[index].figure->sentence;) {
    const gm_mention *m = &links->items[i];
    size_t end = m->to;
    while (end < view->count && end < m->to + 4u && view->cls[end] & GM_HAN) end++; /* 3480张床位 */
    if (!gm_is_amount(m->figure) ||
        (gm_find_word(view, m->label, m->from, words) == SIZE_MAX && gm_find_word(view, m->to, end, words) == SIZE_MAX))
      continue;
    if (found || !(gm_is_plain(m->figure) || m->figure->roles & GM_ROLE_EACH) || !gm_is_exact(m->figure) ||
        m->figure->roles & GM_ROLE_PAREN)
      return NULL;
    found = m;
  }
  return found;
}

void gm_check_capacity(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index];
  size_t end = rate->from - gm_words_before(view, rate->from, "为 达 达到 是 约 仅 只有 约为 仅为");
  if (rate->figure->kind != GM_FIGURE_PERCENT || index < 2 || !gm_one_before(view, end, "率") ||
      gm_is_delta(rate->figure) || gm_is_told(check, rate))
    return;
  for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++) {
    if (!gm_words_before(view, end, capacities[i].rate)) continue;
    const gm_mention *takers = named(links, index, capacities[i].takers, 0); /* 1180个座位。…场均944张 */
    bool each = takers && takers->figure->roles & GM_ROLE_EACH;
    const gm_mention *places = named(links, index, capacities[i].places, each);
    gm_decimal computed;
    if (!places || !takers || places == takers || gm_comparable(places->figure, takers->figure) ||
        gm_find_mark(view, places->from < takers->from ? places->to : takers->to, rate->from, "；") != SIZE_MAX ||
        gm_decimal_compare(takers->figure->value, places->figure->value) > 0)
      return;
    if (gm_ratio_fits(takers->figure->interval, places->figure->interval, gm_percent_interval(rate->figure, 1))) {
      gm_agree(check, rate, takers, places);
      return;
    }
    int scale = rate->figure->value.scale;
    if (gm_disclaimed(view) || gm_told_elsewhere(links, index, end) ||
        gm_share_told_before(check, rate, takers, places) ||
        gm_ratio_fits(takers->figure->interval, places->figure->interval, gm_share_loosely(rate->figure)) ||
        !gm_percent_of(takers->figure->value, places->figure->value, scale, &computed))
      return;
    gm_report_share(check, rate, takers, places, computed);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    return;
  }
}
