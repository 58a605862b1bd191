/* AR-03 of a rise that is more than what it led to: 6.30亿元，比上年增加9.55亿元. */
#include "check/change.h"

/* What may have been less than nothing before. */
#define MAY_BE_NEGATIVE "利润 盈 亏 净 顺差 逆差 差额 赤字 结余 现金流 增量 收益 温 海拔 水位 积分 得分"

/* 故障109起、其他8起，环比增加27起: does the sentence tell others like it before, so that the rise may be of all? */
static bool ends_list(const gm_links *links, const gm_mention *now) {
  for (const gm_mention *m = now; m > links->items && gm_same_sentence(m - 1, now); m--)
    if (gm_comparable(m[-1].figure, now->figure)) return true;
  return false;
}

void gm_check_rise(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *rise = &links->items[index], *now = rise - 1;
  size_t verb;
  if (!index || !(rise->figure->roles & GM_ROLE_UP) || rise->figure->roles & (GM_ROLE_TO | GM_ROLE_PAREN) ||
      !gm_is_exact(rise->figure) || !gm_is_count(now->figure) || !gm_comparable(rise->figure, now->figure) ||
      rise->clause != now->to + 1u || gm_decimal_compare(rise->figure->value, now->figure->value) <= 0)
    return;
  size_t from = rise->clause + gm_words_at(view, rise->clause, "比 较 同比 环比");
  if (from == rise->clause || gm_change_verb(view, rise->from, &verb) <= 0 || verb < from ||
      gm_find_word(view, from, rise->from, "累计 共 计划 翻 两者 其中") != SIZE_MAX ||
      gm_find_mark(view, from, verb, "、") != SIZE_MAX ||
      gm_find_word(view, gm_sentence_start(view, now->from), rise->from, MAY_BE_NEGATIVE) != SIZE_MAX ||
      ends_list(links, now) || gm_is_told(check, rise) || gm_is_told(check, now) || gm_disclaimed(view))
    return;
  gm_report_mention(check, rise);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "增加的%s多于增加后的%s", "the rise of %s is more than the %s that it led to",
         gm_quote_mention(view, rise).text, gm_quote_mention(view, now).text);
  gm_relate_mention(check, now, "变动后", "after");
}
