/* AR-03 of a population: the rate of natural increase is the birth rate less the death rate, of one year and place:
 * 出生率5.66‰，死亡率7.16‰，自然增长率-1.50‰. */
#include "check/change.h"
#include "check/families.h"

#define LINKING "为 是 达 达到 约为"

/* Is the percentage told by one of the names, which end right before it? */
static bool is_called(const gm_view *view, const gm_mention *m, const char *names) {
  if (m->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(m->figure)) return false;
  size_t end = m->from - gm_words_before(view, m->from, LINKING);
  return gm_words_before(view, end, names) != 0;
}

void gm_check_natural_growth(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *growth = &links->items[index], *births = NULL, *deaths = NULL;
  if (!is_called(view, growth, "自然增长率")) return;
  for (const gm_mention *m = growth; m-- > links->items && gm_same_sentence(m, growth) && !(births && deaths);) {
    if (is_called(view, m, "自然增长率")) return; /* of another place or year */
    if (!births && is_called(view, m, "出生率"))
      births = m;
    else if (!deaths && is_called(view, m, "死亡率"))
      deaths = m;
  }
  gm_interval difference;
  gm_decimal value;
  if (!births || !deaths || gm_is_told(check, growth) ||
      gm_find_word(view, growth->clause, growth->from, "上年 去年 全国 全省 比 较") != SIZE_MAX ||
      !gm_interval_subtract(gm_percent_interval(births->figure, 1), gm_percent_interval(deaths->figure, 1),
                            &difference) ||
      !gm_decimal_subtract(births->figure->value, deaths->figure->value, &value))
    return;
  if (gm_interval_touch(difference, gm_percent_interval(growth->figure, 1))) {
    gm_agree(check, births, deaths, growth);
    return;
  }
  if (gm_disclaimed(view)) return;
  gm_report_mention(check, growth);
  gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
         gm_quote_mention(view, births).text, gm_quote_mention(view, deaths).text,
         gm_quote_percent(view->raw, growth->figure, value).text, gm_quote_mention(view, growth).text);
  gm_offer_value(check, growth, value);
  gm_relate_mention(check, births, "出生率", "the birth rate");
  gm_relate_mention(check, deaths, "死亡率", "the death rate");
}
