/* PCT-01 of the urbanization rate, which is by its definition the share of those who live in towns: 常住人口51.24万人，
 * 其中城镇29.37万人，…城镇化率为57.32%. */
#include "check/families.h"
#include "check/percent.h"

#define REGISTERED "户籍" /* a rate and numbers of their own */
#define OTHER_TIME "上年 去年 同期 期初 年初 目标 预计 力争 规划"

static bool is_population(const gm_view *view, const gm_mention *m, bool registered) {
  return gm_is_count(m->figure) && gm_find_word(view, m->clause, m->from, OTHER_TIME) == SIZE_MAX &&
         (gm_find_word(view, m->clause, m->from, REGISTERED) != SIZE_MAX) == registered;
}

#define OF_TOWNS \
  "城镇 城市 常住 户籍 人口 居民 全市 全县 全省 全区 居住在 年末 其中 的 有 为 达 达到 是 数 约 ，"

/* 其中城镇常住人口有: are they told of by nothing but that they live in towns, and no 城镇低保对象; by the register of
 * the rate? */
static bool names_towns(const gm_view *view, const gm_mention *m, bool registered) {
  for (size_t at = m->label, n; at < m->from; at += n)
    if (!(n = gm_words_at(view, at, OF_TOWNS))) return false;
  return gm_find_word(view, m->label, m->from, registered ? "常住" : REGISTERED) == SIZE_MAX;
}

/* The last number of people before mention `index` that is called total population or, with `town`, that of towns. */
static const gm_mention *population_before(const gm_links *links, unsigned index, bool town, bool registered) {
  const gm_view *view = links->view;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    bool of_towns = gm_find_word(view, m->label, m->from, "城镇 城市") != SIZE_MAX;
    if (of_towns == town && gm_is_amount(m->figure) &&
        gm_find_word(view, m->label, m->from, town ? "城镇 城市" : "常住人口 总人口 户籍人口 人口总量") != SIZE_MAX &&
        gm_find_word(view, m->label, m->from, "乡村 农村 新增 外来 流动 就业") == SIZE_MAX &&
        (town ? names_towns(view, m, registered) : is_population(view, m, registered)))
      return gm_is_count(m->figure) ? m : NULL;
  }
  return NULL;
}

void gm_check_urban_rate(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index];
  if (index < 2 || gm_is_delta(rate->figure) || !gm_is_exact(rate->figure) || gm_is_told(check, rate)) return;
  size_t end =
      rate->from - gm_words_before(view, rate->from, "为 达 达到 是 已达 到 提高到 提升到 提高至 提升至 上升到");
  size_t name = gm_words_before(view, end, "城镇化率");
  if (!name || gm_find_word(view, rate->clause, end, OTHER_TIME) != SIZE_MAX) return;
  bool dated = false; /* 到2030年城镇化率达到65% */
  for (const gm_mention *m = rate; m > links->items && m[-1].from >= rate->clause; m--)
    dated = dated || m[-1].figure->kind == GM_FIGURE_YEAR;
  bool registered = gm_find_word(view, rate->clause, end, REGISTERED) != SIZE_MAX;
  const gm_mention *all = population_before(links, index, false, registered),
                   *town = population_before(links, index, true, registered);
  gm_decimal computed;
  if (!all || !town || town < all || (dated && !gm_same_sentence(rate, all)) ||
      rate->figure->sentence > all->figure->sentence + 1u || !gm_comparable(all->figure, town->figure) ||
      gm_decimal_compare(town->figure->value, all->figure->value) >= 0)
    return;
  if (gm_ratio_fits(town->figure->interval, all->figure->interval, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, town, all);
    return;
  }
  if (gm_disclaimed(view) ||
      gm_ratio_fits(town->figure->interval, all->figure->interval, gm_percent_interval(rate->figure, 3)) ||
      !gm_percent_of(town->figure->value, all->figure->value, rate->figure->value.scale, &computed))
    return;
  gm_report_share(check, rate, town, all, computed);
}
