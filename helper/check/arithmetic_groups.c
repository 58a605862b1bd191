/* AR-04 of people divided into groups: 抽调120人，编成24个组，每组5人. */
#include "check/link.h"
#include "check/product.h"

#define DIVIDED "编成 编为 分成 分为 组成 组建 组建成 划分为 划为 编组为 混编成 整编为 组织成 组建为 分设"

/* Does another number of people of the sentence make up the difference: 另有5人留守? */
static bool some_are_left(const gm_links *links, const gm_mention *total, const gm_mention *each, gm_decimal product) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    gm_decimal with;
    if (m == total || m == each || !gm_same_sentence(m, total) || !gm_is_amount(m->figure) ||
        !gm_comparable(m->figure, total->figure))
      continue;
    if (!gm_decimal_add(product, m->figure->value, &with) || !gm_decimal_compare(with, total->figure->value))
      return true;
  }
  return false;
}

void gm_check_groups(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *groups = each - 1, *total = each - 2;
  size_t thing, length = index > 1 ? gm_each_thing(view, each, &thing) : 0;
  gm_decimal product;
  if (!length || !gm_same_sentence(total, each) || gm_units[each->figure->unit].unit_class != GM_CLASS_PERSON ||
      !gm_comparable(total->figure, each->figure) || !gm_is_count(total->figure) || !gm_is_exact(groups->figure) ||
      !gm_is_exact(each->figure) || each->figure->roles & GM_ROLE_THRESHOLD ||
      !gm_counts_thing(view, groups, thing, length))
    return;
  /* each in the clause right behind the one before, with nothing more said of it */
  if (groups->clause <= total->to || groups->clause > total->to + 8 || !gm_one_before(view, each->clause, "，、") ||
      each->clause <= groups->to || !gm_words_at(view, each->clause, "每") ||
      gm_find_word(view, groups->clause, groups->from, DIVIDED) == SIZE_MAX ||
      gm_find_word(view, each->clause, each->from, "平均 约 至少 最多 不少于 配 增 再 另") != SIZE_MAX ||
      (each->to < view->count && !gm_one_of(view, each->to, "，。；")))
    return;
  if (!gm_decimal_multiply(groups->figure->value, each->figure->value, &product)) return;
  if (!gm_decimal_compare(product, total->figure->value)) {
    gm_agree(check, total, groups, each);
    return;
  }
  if (!gm_within(product, total->figure->value, 500) || gm_is_told(check, total) || gm_disclaimed(view) ||
      some_are_left(links, total, each, product))
    return;
  gm_report_product(check, groups, each, total, product);
}

#define ONE_OF    "人一组 人一队 人一班 人一团 人一车 人一桌 人一间 名一组"
#define TOTALLED  "合计 总数 共 一共 总共 共计 总计 总人数 共有"
#define GAP_CHARS 12u

/* 志愿者四人一组，共编28个组，总数112人; 团队五人一组。…铺开36个团队，合计180人: how many are in a group, the groups,
 * and all of them, of whom the last group may have fewer. */
void gm_check_of_groups(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 2 || !gm_word_list_may_hold(view, ONE_OF)) return;
  size_t at = gm_find_word(view, 0, view->count, ONE_OF), number = at == SIZE_MAX ? at : gm_number_before(view, at);
  gm_numeral read;
  if (at == SIZE_MAX || number == at || gm_numeral_read(view, number, &read) != at - number || read.value.scale ||
      read.value.digits < 2 || gm_one_before(view, number, "至到-—～") ||
      gm_find_word(view, at + 2, view->count, ONE_OF) != SIZE_MAX)
    return;
  for (unsigned i = 0; i + 1 < links->count; i++) {
    const gm_mention *groups = &links->items[i], *total = groups + 1;
    gm_decimal product, least;
    if (groups->from < at || !gm_is_count(groups->figure) || !gm_units[groups->figure->unit].exact ||
        gm_units[groups->figure->unit].unit_class != GM_CLASS_COUNT)
      continue;
    bool row = gm_same_sentence(groups, total) && gm_units[total->figure->unit].unit_class == GM_CLASS_PERSON &&
               gm_is_count(total->figure) && total->from <= groups->to + GAP_CHARS &&
               gm_words_before(view, total->from, TOTALLED) != 0 &&
               gm_find_word(view, groups->to, total->from, "； 另 其中 服务 走访") == SIZE_MAX;
    /* 28个组, or 36个团队 of which 五人一组 was said */
    size_t behind = total->clause > groups->to ? total->clause : groups->to;
    if (!row || (!gm_one_of(view, groups->to, "组队班团车桌间") &&
                 !gm_share_pair(view, gm_clause_start(view, number), number, groups->to, behind)))
      continue;
    gm_decimal each = gm_decimal_of(read.value.digits);
    if (!gm_decimal_multiply(groups->figure->value, each, &product) || !gm_decimal_subtract(product, each, &least) ||
        (gm_decimal_compare(total->figure->value, product) <= 0 &&
         gm_decimal_compare(total->figure->value, least) > 0) ||
        !gm_within(product, total->figure->value, 500) || gm_is_told(check, total) || gm_disclaimed(view))
      return;
    gm_report_mention(check, total);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "%s×%s=%s，文中为%s", "%s x %s = %s, the text says %s",
           gm_quote_mention(view, groups).text, gm_quote_line(view, number, at + 1).text,
           gm_quote_amount(product, total, view).text, gm_quote_mention(view, total).text);
    gm_offer_value(check, total, product);
    gm_relate_mention(check, groups, "组数", "the groups");
    return;
  }
}
