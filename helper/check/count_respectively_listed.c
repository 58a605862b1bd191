/* CNT-06 of things listed and counted, and a measure of theirs in the next clause with fewer values or more:
 * 开了剪纸、泥塑、围棋三个班，报名人数分别为42人、38人. */
#include "check/families.h"
#include "check/list.h"
#include "check/respectively.h"

#define NAME_CHARS 8u /* of a measure: 报名学员人数 */
#define NOUN_CHARS 6u /* between a count and its clause's end */
#define ONE_THING  5u /* a measure of two characters with three before it is one; longer may be two: 常住户籍人口 */

/* What a measure's name ends in. */
#define MEASURES                                                                                                                                                     \
  "人数 户数 件数 次数 数量 金额 面积 长度 总数 资金 投资 造价 价格 预算 经费 分值 得分 权重 占比 比例 产量 产值 "       \
  "容量 "                                                                                                                                                          \
  "床位 规模 库容 里程 工期 得票 重量 单价 学员 学生 游客 观众 读者 人次 客流 客流量 销量 销售额 收入 成本 高度 宽度 " \
  "深度 时长 课时 周期 均分 平均分 温度 浓度 报价 中标价 成交价 名额 编制 年龄"

/* Two things in one word, each of which has a value: 男女人数. */
#define PAIRS                                                                                                                                                  \
  "男女 城乡 内外 上下 进出 出入 新老 新旧 大小 中外 干群 师生 买卖 购销 供需 收支 东西 南北 老少 老幼 老小 前后 " \
  "早晚 "                                                                                                                                                    \
  "昼夜 日夜 春秋 夏秋 冬夏 冬春 军地 军民 党团 医护 医患 父母 夫妻 左右 正副 专兼 公私 增减 升降 往返 来回 盈亏 " \
  "高低 "                                                                                                                                                    \
  "长短 远近 去今 今明 今昔 同比 环比 最高 最低 亩产 单产"

/* Is [from, to) the name of one measure, and of no more? */
static bool is_measure_name(const gm_view *view, size_t from, size_t to, unsigned values) {
  size_t end = to;
  if (from >= to || to - from > NAME_CHARS) return false;
  size_t word = gm_words_before(view, end, MEASURES);
  if (!word && !gm_one_before(view, end, "率")) return false;
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || view->cls[i] & GM_NUMERAL || gm_one_of(view, i, "和与及其并")) return false;
  if (gm_find_word(view, from, to, PAIRS) != SIZE_MAX) return false;
  return values > 2 || to - from <= ONE_THING;
}

/* The count of things that ends the clause before `end`, its noun aside, behind the list of all of them; NULL when none
 * does. */
static const gm_mention *listed_before(const gm_links *links, size_t end, gm_list *list) {
  const gm_view *view = links->view;
  const gm_mention *m = NULL;
  for (unsigned i = 0; i < links->count && links->items[i].to <= end; i++) m = &links->items[i];
  if (!m || end - m->to > NOUN_CHARS || m->clause != gm_clause_start(view, end - 1)) return NULL;
  const gm_figure *f = m->figure;
  if ((f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f) || f->value.scale ||
      f->value.digits < 2 || f->value.digits > (int64_t)GM_RESPECTIVE_MAX ||
      f->roles & (GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_EACH | GM_ROLE_NUMBER_NAME))
    return NULL;
  for (size_t i = m->to; i < end; i++)
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, "的中里和与及各每")) return NULL;
  gm_list_before(view, 0, m->from - gm_words_before(view, m->from, "共 这 共有 一共 共计"), list);
  if (list->open || list->too_long || list->count < 2) return NULL;
  if (list->count < (unsigned)f->value.digits) gm_list_split_last(view, list);
  return list->count == (unsigned)f->value.digits ? m : NULL;
}

#define ITEM_CHARS 2u /* by which an item is named again */

/* ，舞蹈班尚未结业: is one of the listed, or what is left of them, told of behind the values? */
static bool goes_on(const gm_view *view, const gm_list *list, size_t at) {
  size_t end = gm_sentence_end(view, at);
  if (gm_find_word(view, at, end, "尚 未 暂 另 其余 其他 剩 还有") != SIZE_MAX) return true;
  for (unsigned n = 0; n < list->count; n++)
    if (list->end[n] >= list->start[n] + ITEM_CHARS &&
        gm_find_run(view, at, end, list->end[n] - ITEM_CHARS, ITEM_CHARS) != SIZE_MAX)
      return true;
  return false;
}

bool gm_check_listed_measure(gm_line_check *check, const gm_links *links, unsigned first, size_t from, size_t at) {
  const gm_view *view = links->view;
  gm_terms values;
  gm_list list;
  if (from < 2 || from >= at || !gm_one_before(view, from, "，。；") || !gm_values_from(links, first, false, &values) ||
      values.least < 2 || !is_measure_name(view, from, at, values.least))
    return false;
  const gm_mention *count = listed_before(links, from - 1, &list);
  if (!count || gm_comparable(count->figure, links->items[first].figure)) return false;
  unsigned things = (unsigned)count->figure->value.digits;
  if (values.least == things) return true;
  if (values.least > things + 1 || goes_on(view, &list, values.to)) return false; /* rather of something else */
  gm_terms left = {.least = things, .most = things, .from = count->from, .to = from - 1};
  gm_report_respectively(check, &left, &values, false);
  return true;
}
