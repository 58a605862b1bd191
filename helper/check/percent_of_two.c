/* PCT-01 of a share told of the first of two that leave nothing out: 男生1280人，占52%，女生1281人. */
#include "check/complement.h"
#include "check/families.h"
#include "check/percent.h"

#define APART_MOST 15 /* points: a share farther off is of another whole */

/* 占41%, 占总数的41%, （占41%）: is it a share right behind the amount before it, of no whole that it names? */
static bool is_bare_share(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *part = &links->items[index - 1], *share = &links->items[index];
  size_t at, stop;
  if (share->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(share->figure) || !gm_is_count(part->figure) ||
      !gm_same_sentence(part, share) || gm_lead_of(links, index, &at, &stop) != GM_LEAD_SHARE)
    return false;
  size_t opening = part->to + gm_words_at(view, part->to, "， （"), said = stop;
  said += gm_words_at(view, said, "比 比为 比达 了 总数的 总人数的 总量的 全部的");
  return at <= opening + gm_words_at(view, opening, "约 大约") && said == share->from;
}

/* Is the amount the last of its kind in the sentence, so that there is no third? */
static bool is_last_of_kind(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  for (unsigned i = index + 1; i < links->count && gm_same_sentence(&links->items[i], m); i++)
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT || gm_comparable(links->items[i].figure, m->figure))
      return false;
  return true;
}

void gm_check_share_of_two(gm_line_check *check, const gm_links *links, unsigned index) {
  if (!index || index + 1 >= links->count) return;
  const gm_view *view = links->view;
  const gm_mention *part = &links->items[index - 1], *share = &links->items[index], *other = share + 1;
  if (!is_bare_share(links, index) || !gm_is_count(other->figure) || !gm_same_sentence(share, other) ||
      !gm_comparable(part->figure, other->figure) ||
      gm_find_word(view, share->to, other->from, "； 其中 另 新增 比 去年 上年") != SIZE_MAX ||
      gm_complementary(view, part->label, part->from, other->label, other->from) != GM_COMPLEMENT_EXHAUSTIVE ||
      !is_last_of_kind(links, index + 1))
    return;
  gm_interval sum = part->figure->interval;
  gm_decimal whole, computed, apart;
  if (!gm_interval_add(&sum, other->figure->interval) ||
      gm_ratio_fits(part->figure->interval, sum, gm_percent_interval(share->figure, 2)) ||
      !gm_decimal_add(part->figure->value, other->figure->value, &whole) ||
      !gm_percent_of(part->figure->value, whole, share->figure->value.scale, &computed) ||
      !gm_decimal_subtract(computed, share->figure->value, &apart))
    return;
  if (apart.digits < 0) apart.digits = -apart.digits;
  if (gm_decimal_compare(apart, gm_decimal_of(APART_MOST)) > 0 || gm_is_told(check, share) || gm_is_told(check, part) ||
      gm_is_told(check, other) || gm_disclaimed(view))
    return;
  gm_report_mention(check, share);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s与%s合计%s：%s应占%s%%，文中为%s",
         "%s and %s make %s: %s is %s%% of it, the text says %s", gm_quote_mention(view, part).text,
         gm_quote_mention(view, other).text, gm_quote_amount(whole, part, view).text, gm_quote_mention(view, part).text,
         gm_quote_decimal(computed).text, gm_quote_mention(view, share).text);
  gm_relate_mention(check, part, "部分", "the part");
  gm_relate_mention(check, other, "另一部分", "the other part");
}
