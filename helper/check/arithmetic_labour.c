/* AR-04 of labour: so many people for so many days make so many days' work: 24人苦战20天，用工480个; 每天出动30人，
 * 连续8天，累计出动240人次. As not all may come each day, only a slip of digits is told. */
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

#define GAP_CHARS 16u /* from one of the three to the next */

/* That all were at it the whole time. */
#define ALL_ALONG  "连 奋战 苦战 苦干 鏖战 大干 实干 每天 每日 天天"
#define THROUGHOUT ALL_ALONG " 干了 整干 忙了 忙活 劳动 施工 作业 义务 帮工 干活 日均 历时 用了"
#define WORK       "投工 出工 用工 投劳 义务工 做工 派工 出义务工 误工 投入用工 投入人工 折工 工日 工日数 用工量"
#define DAYS       "工日 人天 人日 劳动日 工作日 个工"
#define OUT        "出动 出勤 出工 派出 投入 上岗 到岗 上工 出车"
#define IN_ALL     "共 总 累计 合计"
/* Not all of them, not at a time, or not all of it. */
#define PARTLY                                                                                                                                                      \
  "分批 轮流 轮班 轮换 倒班 两班 三班 先后 陆续 部分 最多 高峰 半天 另 其中 其余 除 平均 各 分两 分三 不等 增加 减少 " \
  "抽调 多次 超 不到 节省 节约"

static bool is_people(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY && gm_units[f->unit].unit_class == GM_CLASS_PERSON && gm_is_exact(f) &&
         !(f->roles &
           (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_UP | GM_ROLE_DOWN));
}

static bool is_days(const gm_view *view, const gm_mention *m) {
  return m->figure->kind == GM_FIGURE_DURATION && gm_is_exact(m->figure) && gm_one_before(view, m->to, "天日") &&
         m->figure->value.digits > 1;
}

/* 投工480个, 603个工日, 共出动240人次 */
static bool is_labour(const gm_view *view, const gm_mention *m, bool daily) {
  const gm_figure *f = m->figure;
  if ((f->kind != GM_FIGURE_QUANTITY && f->kind != GM_FIGURE_DURATION) || !gm_is_exact(f)) return false;
  size_t unit = gm_view_find(view, f->unit_start);
  if (gm_words_at(view, unit, DAYS) || gm_words_at(view, m->to, DAYS)) return true;
  if (gm_words_at(view, unit, "人次"))
    return gm_find_word(view, m->label, m->from, IN_ALL) != SIZE_MAX &&
           (gm_find_word(view, m->label, m->from, OUT) != SIZE_MAX || (daily && m->from <= m->label + 4));
  return (f->unit_end == f->unit_start || gm_words_at(view, unit, "个 工")) &&
         gm_find_word(view, m->label, m->from, WORK) != SIZE_MAX;
}

/* 38名社员和8名干部: is the number one of several joined? */
static bool is_joined(const gm_links *links, const gm_mention *n) {
  return n > links->items && gm_same_sentence(n - 1, n) && is_people(n[-1].figure) && n->from - n[-1].to <= GAP_CHARS;
}

static void check_labour(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *total = &links->items[index], *n = total - 2, *days = total - 1;
  if (!is_people(n->figure)) {
    n = total - 1;
    days = total - 2;
  }
  const gm_mention *first = total - 2;
  gm_decimal product;
  if (!is_people(n->figure) || !is_days(view, days) || !gm_same_sentence(first, total) ||
      first[1].from > first->to + GAP_CHARS || total->from > first[1].to + GAP_CHARS || is_joined(links, n) ||
      gm_find_mark(view, first->to, total->from, "；：、") != SIZE_MAX ||
      gm_find_word(view, first->clause, total->from, THROUGHOUT) == SIZE_MAX ||
      gm_find_word(view, gm_sentence_start(view, first->from), total->from, PARTLY) != SIZE_MAX)
    return;
  bool daily = gm_find_word(view, n->label, n->from, "每天 每日 天天") != SIZE_MAX;
  if (!is_labour(view, total, daily) || gm_is_told(check, total) || gm_words_at(view, total->to, "多 余 以上 左右") ||
      !gm_decimal_multiply(n->figure->value, days->figure->value, &product))
    return;
  if (!gm_decimal_compare(product, total->figure->value))
    gm_agree(check, n, days, total);
  else if ((gm_find_word(view, first->clause, total->from, ALL_ALONG) != SIZE_MAX
                ? gm_is_slip_of(product, n, days, total)
                : gm_swap_touches(total->figure, gm_interval_exact(product))) &&
           gm_find_word(view, first->clause, total->from, "日均") == SIZE_MAX && !gm_disclaimed(view))
    gm_report_product(check, n, days, total, product);
}

void gm_check_labour(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 3 || !gm_word_list_may_hold(view, WORK " " DAYS " 人次") ||
      !gm_word_list_may_hold(view, THROUGHOUT))
    return;
  for (unsigned i = 2; i < links->count; i++) check_labour(check, links, i);
}
