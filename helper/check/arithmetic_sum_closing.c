/* AR-01 of a row of named parts whose total follows at once and says in its own words that it is theirs: 书店12个、
 * 书吧8个，共设阅读点20个; 场租8万元，餐费6万元，交通2万元，总预算16万元; 三类加起来就是全部的62件. */
#include "check/families.h"
#include "check/sum.h"
#include "numeral/numeral.h"

#define ROW_CHARS   10u /* of the name of a part */
#define FIRST_CHARS 16u /* of the first, which may tell when and where: 全市今年开设国有粮库 */
#define LEAD_CHARS  10u /* between 加起来 and the number: 就是投诉的全部 */
#define OPENS_ROW   "等 其中 部分 主要 包括 不含 另 重点 约 余额"

/* Where the item of a row begins that mention `index` stands in, behind the last mark or 和: 一楼展品214件. */
static size_t item_start(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t at = m->from;
  if (index && m[-1].to < at && m[-1].to >= m->clause && gm_one_of(view, m[-1].to, "和与及")) return m[-1].to + 1u;
  while (at > m->clause && !gm_one_before(view, at, "，、；：。")) at--;
  return at;
}

/* 三个车间分别为42台、38台、29台: does the first item say that the others have its name? */
static bool told_respectively(const gm_links *links, unsigned first) {
  return gm_find_word(links->view, item_start(links, first), links->items[first].from, "分别 依次") != SIZE_MAX;
}

/* Parts one behind the other, each behind its name, parted by ， and 、 alone; *start gets where the row begins. */
static bool take_row(const gm_links *links, unsigned total, gm_parts *p, size_t *start) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t next = whole->clause;
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (m->from >= whole->clause) { /* 四类加起来 */
      if (gm_is_amount(m->figure) && gm_comparable(m->figure, whole->figure)) return false;
      continue;
    }
    size_t item = item_start(links, i);
    bool may_count = gm_is_amount(m->figure) && gm_comparable(m->figure, whole->figure);
    if (m->from >= next && next && !may_count) continue;      /* 一楼 in the item of 214件 */
    if (m->to + 1u != next || gm_one_of(view, m->to, "：")) { /* 分三类： is told of no part */
      if (may_count) return false;
      next = 0;
      continue;
    }
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || m->figure->value.digits <= 0 ||
        !gm_comparable(m->figure, whole->figure) || p->count == GM_PARTS_MAX || m->from - item > FIRST_CHARS ||
        !gm_one_of(view, m->to, "，、和与及"))
      return false;
    gm_parts_prepend(p, i);
    next = item;
  }
  if (p->count < 2) return false;
  *start = item_start(links, p->at[0]);
  bool bare = told_respectively(links, p->at[0]);
  for (unsigned i = 0; i < p->count; i++) {
    size_t name = links->items[p->at[i]].from - item_start(links, p->at[i]);
    if ((!name && !bare) || (i && name > ROW_CHARS)) return false;
  }
  for (size_t at = *start; (at = gm_find_word(view, at, whole->clause, OPENS_ROW)) != SIZE_MAX; at++)
    if (!gm_words_at(view, at, "等奖 等级 等功 等品")) return false;
  return gm_find_total(view, *start, whole->clause) == SIZE_MAX;
}

#define TOGETHER \
  "加起来 相加起来 合起来 加在一起 合在一起 加到一起 算在一起 加总 相加 加总起来 通共 拢共 统共 总共加起来"

/* Does the clause lead from 加起来 to its number, and say of no other number of parts than there are: 四类加起来就是?
 */
static bool adds_up(const gm_view *view, const gm_mention *whole, unsigned parts) {
  size_t from = whole->clause + gm_words_at(view, whole->clause, "以上 上述 这 前 前面 把");
  size_t number = gm_number_at(view, from), word = gm_find_word(view, from, whole->from, TOGETHER);
  gm_numeral numeral;
  if (word == SIZE_MAX || word - from > LEAD_CHARS ||
      gm_find_word(view, from, word, "去年 上年 往年 平时 明年 此前 后 连同 以外") != SIZE_MAX)
    return false;
  if (number && (gm_numeral_read(view, from, &numeral) != number || numeral.value.scale ||
                 numeral.value.digits != (int64_t)parts))
    return false;
  word += gm_words_at(view, word, TOGETHER);
  for (size_t i = word; i < whole->from; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return whole->from - word <= LEAD_CHARS &&
         gm_find_word(view, word, whole->from, "占 比 较 多 少 增 减 每 均 余 剩 差 超 不") == SIZE_MAX;
}

#define TOTALS     "共 共计 合计 总计 总共 一共 合计为 共计为 合计达 共有 共计有"
#define NOUN_CHARS 4u /* 学生, and the classifier with what it counts: 个班级 */

/* 甲班42人、乙班45人: are all parts told by names alone, so short that nothing else is told of them? */
static bool are_names(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++)
    if (links->items[p->at[i]].from - item_start(links, p->at[i]) > NOUN_CHARS) return false;
  return true;
}

/* Does it say that it is of as many as there are parts: 三线合计, and behind names alone 三个班级共有学生? */
static bool counts_them(const gm_links *links, const gm_parts *p, const gm_mention *whole) {
  const gm_view *view = links->view;
  size_t from = whole->clause + gm_words_at(view, whole->clause, "以上 上述 这"), number = gm_number_at(view, from);
  size_t thing = from + number, word = gm_find_word(view, thing, whole->from, "共 合计 总计 总共 一共");
  gm_numeral numeral;
  if (!number || word == SIZE_MAX || word == thing || word - thing > NOUN_CHARS) return false;
  for (size_t i = thing; i < whole->from; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  size_t noun = word + gm_words_at(view, word, TOTALS);
  if (noun < whole->from && (whole->from - noun > NOUN_CHARS || !are_names(links, p))) return false;
  return gm_numeral_read(view, from, &numeral) == number && !numeral.value.scale &&
         numeral.value.digits == (int64_t)p->count &&
         !gm_words_at(view, thing, "年 月 日 天 季 届 期 批 次 人 个月 周");
}

#define SPENT "总预算 总支出 总开支 总花费 总经费 总费用"
#define OVERALL                                                                                                                                                 \
  "总投资 总投入 总资金 总成本 总造价 总价 总额 总金额 总量 总用量 总重 总重量 总长 总长度 总里程 总面积 总人数 " \
  "总户数 总件数 总数 总课时"

#define WHOSE        "项目 工程 活动 赛事 整个项目 各项 几项 本次 此次 全部"
#define NEAR         150 /* per mille: what is farther off may hold what is not told */
#define AHEAD_OF_ROW "计划 预计 拟 二期 第二期"

/* Is the clause nothing but such a word and its number, and the last of its sentence: 总预算16万元。? What is spent is
 * told item by item, of other totals some may be left out. */
static bool is_overall(const gm_links *links, const gm_parts *p, const gm_mention *whole, size_t start) {
  const gm_view *view = links->view;
  size_t from = whole->clause + gm_words_at(view, whole->clause, WHOSE);
  size_t spent = gm_words_at(view, from, SPENT), word = from + (spent ? spent : gm_words_at(view, from, OVERALL));
  gm_interval all;
  gm_decimal sum;
  if (word == from || (whole->to < view->count && !gm_one_of(view, whole->to, "。；")) ||
      (word != whole->from && word + gm_words_at(view, word, "为 达 是 共 共计 达到 合计") != whole->from) ||
      gm_find_word(view, start, whole->clause, AHEAD_OF_ROW) != SIZE_MAX || !gm_sum_of(links, p, &all, &sum))
    return false;
  bool first = start == gm_sentence_start(view, whole->from) || gm_one_before(view, start, "：");
  return gm_within(sum, whole->figure->value, NEAR) || (spent && first);
}

#define CHANGES "新 改 扩 撤 关 迁 减 拆 停 退 增 注销 计划"

/* 国有网点46个、民营网点31个，共设收购网点77个: do the names of all parts end in the two characters the total's does?
 */
static bool of_one_noun(const gm_links *links, const gm_parts *p, const gm_mention *whole, size_t start) {
  const gm_view *view = links->view;
  if (!gm_words_at(view, whole->clause, "共 全市共 全县共 全区共 全省共 全镇共 全乡共 全村共 全校共 总共 一共") ||
      whole->from - whole->clause < 4 || whole->from - whole->clause > LEAD_CHARS ||
      gm_find_word(view, whole->clause, whole->from, "现 已有 目前") != SIZE_MAX ||
      gm_find_word(view, start, whole->clause, CHANGES) != SIZE_MAX)
    return false;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    if (m->from < m->label + 3u) return false;
    for (size_t k = 1; k <= 2; k++)
      if (!(view->cls[m->from - k] & GM_HAN) || view->cp[m->from - k] != view->cp[whole->from - k]) return false;
  }
  return true;
}

/* 东山8.6万株、西山2.9万株、南山1.1万株，共计植树126万株: that the sum has the total's digits is no chance. */
static bool is_scaled(const gm_links *links, const gm_parts *p, const gm_mention *whole) {
  const gm_view *view = links->view;
  size_t word = whole->clause + gm_words_at(view, whole->clause, TOTALS " " SPENT " " OVERALL);
  gm_interval all;
  gm_decimal sum;
  if (word == whole->clause || whole->from < word || whole->from - word > NOUN_CHARS ||
      gm_decimal_significant(whole->figure->value) < 3 - (whole->from == word))
    return false;
  for (size_t i = word; i < whole->from; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return gm_sum_of(links, p, &all, &sum) && gm_has_lost_scale(sum, whole->figure->value);
}

void gm_check_closing_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_parts p = {.count = 0, .closed = true};
  size_t start;
  if (!gm_is_exact(whole->figure) || gm_is_told(check, whole) || gm_one_of(view, whole->to, "的") ||
      !take_row(links, total, &p, &start))
    return;
  if (adds_up(view, whole, p.count) || counts_them(links, &p, whole) ||
      (p.count > 2 &&
       (is_scaled(links, &p, whole) || is_overall(links, &p, whole, start) || of_one_noun(links, &p, whole, start))))
    gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}
