/* PCT-01 of ratios that have a definition: 营业收入2764.8亿元，…利润总额162.3亿元，…营业收入利润率为5.87%. */
#include "check/families.h"
#include "check/percent.h"

/* What the ratio is called, and what its part and its whole are, by the words that end before their numbers. */
static const struct {
  const char *ratio, *part, *whole;
} ratios[] = {
    {"营业收入利润率 销售利润率 收入利润率", "利润总额 实现利润 利润", "营业收入 主营业务收入 销售收入"},
    {"资产负债率", "负债总额 总负债 负债合计 负债总计", "资产总额 总资产 资产合计 资产总计"},
    {"存贷比 存贷款比 存贷比例", "贷款余额", "存款余额"},
    {"产销率 产品销售率", "销售产值", "工业总产值 总产值"},
    {"不良率 不良贷款率", "不良贷款余额 不良贷款", "各项贷款余额 贷款总额"},
};

#define RATIO_NAMES "利润率 负债率 存贷 产销率 销售率 不良率 贷款率"
#define LINKING     "为 是 达 达到 完成 实现 共 共计"
#define OF_ANOTHER  "上年 去年 同期 年初 比 较 计划 目标 预算 新增 净增 增加 减少"

/* The one amount before mention `index`, two sentences back at most, that is called so; NULL when there are several. */
static const gm_mention *amount_called(const gm_links *links, unsigned index, const char *names) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL, *ratio = &links->items[index];
  for (const gm_mention *m = ratio; m-- > links->items && m->figure->sentence + 2u >= ratio->figure->sentence;) {
    size_t end = m->from - gm_words_before(view, m->from, LINKING);
    if (!gm_is_count(m->figure) || !gm_words_before(view, end, names)) continue;
    if (found || gm_find_word(view, m->clause, m->from, OF_ANOTHER) != SIZE_MAX) return NULL;
    found = m;
  }
  return found;
}

void gm_check_defined_ratio(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *ratio = &links->items[index];
  if (index < 2 || gm_is_delta(ratio->figure) || !gm_is_exact(ratio->figure) || gm_is_told(check, ratio) ||
      !gm_word_list_may_hold(view, RATIO_NAMES))
    return;
  size_t end = ratio->from - gm_words_before(view, ratio->from, "为 达 达到 是 提高到 提高至 降至 下降到 降到 控制在");
  for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++) {
    size_t name = gm_words_before(view, end, ratios[i].ratio);
    if (!name || gm_find_word(view, ratio->clause, end - name, OF_ANOTHER) != SIZE_MAX) continue;
    const gm_mention *part = amount_called(links, index, ratios[i].part),
                     *whole = amount_called(links, index, ratios[i].whole);
    gm_decimal computed;
    if (!part || !whole || part == whole || !gm_comparable(part->figure, whole->figure)) return;
    if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(ratio->figure, 1))) {
      gm_agree(check, ratio, part, whole);
      return;
    }
    if (gm_disclaimed(view) ||
        gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(ratio->figure, 3)) ||
        !gm_percent_of(part->figure->value, whole->figure->value, ratio->figure->value.scale, &computed) ||
        (gm_is_far(computed, ratio->figure->value) &&
         !gm_swap_repairs(part->figure, whole->figure, ratio->figure->interval)))
      return;
    gm_report_share(check, ratio, part, whole, computed);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    return;
  }
}
