/* What a mean is of when the amount told beside it is only a part, with its share. */
#include "check/product.h"

/* Can `least` to `most`, of all, have the share of them that is told behind the total? */
static bool share_fits(const gm_links *links, const gm_mention *total, gm_decimal least, gm_decimal most) {
  for (const gm_mention *share = total + 1; share < links->items + links->count && share <= total + 2; share++) {
    gm_decimal low, high;
    if (!gm_same_sentence(share, total) || gm_is_amount(share->figure)) return false;
    if (share->figure->kind != GM_FIGURE_PERCENT || gm_find_word(links->view, total->to, share->from, "占") == SIZE_MAX)
      continue;
    const gm_interval printed = gm_percent_interval(share->figure, 1);
    return gm_decimal_multiply(least, printed.low, &low) && gm_decimal_multiply(most, printed.high, &high) &&
           gm_decimal_shift(low, -2, &low) && gm_decimal_shift(high, -2, &high) &&
           gm_decimal_compare(low, total->figure->interval.high) <= 0 &&
           gm_decimal_compare(high, total->figure->interval.low) >= 0;
  }
  return false;
}

/* 马集、双河、黄店三镇合计865.1万元: is the total told of others, counted in a word, than the number `n`? */
static bool is_of_some(const gm_view *view, const gm_mention *total, const gm_mention *n) {
  static const char *const counts[] = {"两二", "三", "四", "五", "六", "七", "八", "九", "十"};
  size_t end = total->from - gm_words_before(view, total->from, "合计 共计 总计 共 一共 合计为 合计达 合计有 加起来");
  for (size_t width = 2; width <= 3 && end >= total->clause + width; width++) { /* 三镇, 三个镇 */
    if (gm_one_before(view, end - width, "第十百")) continue;                   /* 前十三名 */
    if (gm_one_before(view, end, "项类种年月天日季度笔批期次款") || !(view->cls[end - 1] & GM_HAN)) return false;
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
      if (gm_one_of(view, end - width, counts[k]))
        return gm_decimal_compare(n->figure->value, gm_decimal_of((int64_t)k + 2)) != 0;
  }
  return false;
}

/* Does the character name one of a place's parts: 马集镇, 东湖区? 乡镇, 全区, 园区 name none of them. */
static bool names_place(const gm_view *view, size_t from, size_t at) {
  return at >= from + 2 && gm_one_of(view, at, "县区镇乡村市") && view->cls[at - 1] & GM_HAN &&
         !gm_one_before(view, at, "全各本该个每一乡城农山新园社景校辖整中小县区市镇村");
}

/* 15个乡镇中，马集镇312.8万元，镇均174.6万元: is the total that of one of those whom the mean is of, called by name, or
 * of the first or the last of them? */
static bool is_of_one(const gm_view *view, const gm_mention *total, const gm_mention *average) {
  size_t each = gm_find_word(view, average->clause, average->from, "均"),
         before = total->clause ? total->clause - 1 : 0;
  if (gm_find_word(view, total->clause, total->from, "共 总 合计 累计 均") != SIZE_MAX) return false;
  if (gm_words_before(view, before, "最高 最多 最大 最低 最少 最小 居首 第一 居首位 领先")) return true;
  if (each == SIZE_MAX || !each) return false;
  for (size_t i = total->clause; i < total->from; i++)
    if (view->cp[i] == view->cp[each - 1] && names_place(view, total->clause, i)) return true;
  return false;
}

#define PARTS "其余 首日 首批 首场 首周 首期 首轮 第一批 第一期 一期 冠军 龙头 其中一"

/* 42家企业参展，首日成交1.2亿元，三天户均860万元: is the total, behind the number, told of a part that says so? */
static bool is_of_part(const gm_view *view, const gm_mention *total, const gm_mention *n, const gm_mention *average) {
  size_t part = gm_find_word(view, total->clause, total->from, PARTS);
  return part != SIZE_MAX && n->to < part && total->clause != average->clause &&
         gm_find_word(view, average->clause, average->from, PARTS) == SIZE_MAX;
}

/* 马集镇312.8万元，为镇均174.6万元的1.79倍: is the mean but what another amount is compared with? */
static bool is_compared(const gm_view *view, const gm_mention *average) {
  size_t each = gm_find_word(view, average->clause, average->from, "均");
  if (each == SIZE_MAX || !each) return false;
  return gm_words_before(view, each - 1, "高于 低于 超过 超出 不及 接近 相当于") ||
         (gm_words_before(view, each - 1, "为 是 达 达到 比 较") && gm_one_of(view, average->to, "的高低多少"));
}

#define GROUPS \
  "人员 职工 员工 教师 教职工 学生 干部 农户 社员 成员 居民 村民 农民 企业 大户 低保户 脱贫户 贫困户 困难户 商户 会员"

/* 职工860人，其中研发人员人均薪酬26万元: does another group than that of the number stand before the mean's word? */
static bool is_of_own_group(const gm_view *view, const gm_mention *average, const gm_mention *n) {
  size_t each = gm_find_word(view, average->clause, average->from, "均"), behind = n->to + 6u;
  if (each == SIZE_MAX || each < average->clause + 3u || average->clause <= n->to) return false;
  size_t word = each - 1, name = gm_words_before(view, word, GROUPS);
  if (!name || word < average->clause + name + 2u) return false;
  return !gm_share_pair(view, word - name - 2, word, n->clause, behind < average->clause ? behind : average->clause);
}

bool gm_is_mean_of_others(const gm_links *links, const gm_mention *average, const gm_mention *n,
                          const gm_mention *total, gm_interval mean) {
  const gm_view *view = links->view;
  if (is_of_some(view, total, n) || is_of_one(view, total, average) || is_compared(view, average) ||
      is_of_part(view, total, n, average) || is_of_own_group(view, average, n))
    return true;
  for (const gm_mention *m = links->items; m < links->items + links->count; m++) {
    gm_decimal least, most;
    if (gm_same_sentence(m, average) && gm_is_amount(m->figure) &&
        gm_units[m->figure->unit].unit_class == gm_units[n->figure->unit].unit_class &&
        gm_decimal_multiply(mean.low, m->figure->interval.low, &least) &&
        gm_decimal_multiply(mean.high, m->figure->interval.high, &most) && share_fits(links, total, least, most))
      return true;
  }
  return false;
}
