/* CNT-01 of what is listed with an amount each and then counted:
 * 供水31公里、雨污27公里、燃气19公里、供热9公里，三类管线; of days that rose and fell:
 * 周一涨12点，周二跌8点，…，四涨一跌. */
#include "check/families.h"
#include "check/link.h"

#define ITEMS_LEAST 3u
#define ITEMS_MOST  12u
#define LABEL_MOST  10u /* characters of an item's name; the first may have a lead-in */
#define COUNT_MOST  10

#define COUNTED "类 种 项" /* that count any kind of things */
#define BUILT   "工程 项目 建设"
/* What is done for the listed, or who does it, and not they: 玉米1200亩、大豆800亩、花生600亩，两类补贴. */
#define DONE \
  "补贴 补助 政策 工作 活动 比赛 任务 服务 人员 干部 群众 办法 标准 资金 奖 费用 保险 方式 模式 对象 主体 情况 问题"
#define POINTS "这 上述 以上 前述"
#define SUMMED "合计 共计 相加 之和 总 累计 加起来 加总 共 指标 制度 措施 其他 另"

/* Is one of the values what the others come to? */
static bool holds_total(const gm_mention *first, unsigned count) {
  gm_decimal sum = {0, 0}, twice;
  for (unsigned i = 0; i < count; i++)
    if (!gm_decimal_add(sum, first[i].figure->value, &sum)) return true;
  for (unsigned i = 0; i < count; i++)
    if (!gm_decimal_add(first[i].figure->value, first[i].figure->value, &twice) || !gm_decimal_compare(twice, sum))
      return true;
  return false;
}

/* How many items end with the amount `last`, each a name and an amount of the same unit, parted by 、 and filling their
 * clause; 0 when they do not. */
static unsigned items_before(const gm_links *links, const gm_mention *last) {
  const gm_view *view = links->view;
  unsigned count = 1;
  const gm_mention *m = last;
  for (; m > links->items && m[-1].clause == last->clause; m--) {
    const gm_mention *before = m - 1;
    if (!gm_is_part(before->figure) || !gm_comparable(before->figure, last->figure) || !gm_is_exact(before->figure) ||
        !gm_one_of(view, before->to, "、和及") || m->from <= before->to + 1u || m->from - before->to > LABEL_MOST ||
        ++count > ITEMS_MOST)
      return 0;
    for (size_t i = before->to + 1u; i < m->from; i++)
      if (!(view->cls[i] & GM_HAN)) return 0;
  }
  if (count < ITEMS_LEAST || m->from < m->clause + 2u ||
      gm_find_mark(view, m->clause, m->from, "、") != SIZE_MAX || /* another item, with no amount of its own */
      gm_find_word(view, m->clause, last->from, "分别 其中 共 等 同比 比 较") != SIZE_MAX || holds_total(m, count))
    return 0;
  return count;
}

/* 供热9公里，三类管线: mention `index` counts what the clause before lists. */
static void check_listed(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *count = &links->items[index], *last = count - 1;
  const gm_figure *f = count->figure;
  if (!index || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f) || f->value.scale ||
      f->value.digits < 2 || f->value.digits > COUNT_MOST || count->clause != last->to + 1u ||
      !gm_one_of(view, last->to, "，") || !gm_is_part(last->figure) || !gm_is_exact(last->figure) ||
      count->from != count->clause + gm_words_at(view, count->clause, POINTS) ||
      !gm_words_before(view, count->to, COUNTED))
    return;
  unsigned listed = items_before(links, last);
  int64_t off = f->value.digits - (int64_t)listed;
  if (!listed || (off != 1 && off != -1) || !(view->cls[count->to] & GM_HAN) ||
      gm_find_word(view, count->to, count->to + 6u < view->count ? count->to + 6u : view->count, SUMMED " " DONE) !=
          SIZE_MAX ||
      (gm_one_before(view, count->to, "项") && !gm_words_at(view, count->to, BUILT)) || gm_is_told(check, count))
    return;
  gm_report_mention(check, count);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "前面列出%u项（%s……%s），文中为%s",
         "%u listed before it (%s … %s), the text says %s", listed,
         gm_quote_line(view, last[1 - (int)listed].label, last[1 - (int)listed].to).text,
         gm_quote_line(view, last->label, last->to).text, gm_quote_mention(view, count).text);
  gm_relate_mention(check, last, "最后一项", "the last of them");
}

#define MORE "涨 上涨 再涨 又涨 微涨 大涨 上升 增 增加 又增 再增 升 再升 又升 回升"
#define LESS "跌 下跌 再跌 又跌 微跌 大跌 下降 减 减少 又减 再减 降 再降 又降 回落"

/* 周一涨12点，周二跌8点，周三涨20点，…，两涨三跌: as many rose and fell as the clauses of the sentence tell, but not so
 * many of each. */
void gm_check_ups_and_downs(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (i < 3 || !gm_one_of(view, i - 2, "涨升增") || !(view->cls[i - 3] & view->cls[i - 1] & GM_NUMERAL) ||
      check->figures->count < ITEMS_LEAST)
    return;
  const gm_links *links = gm_links_of(check);
  size_t at = i - 2;
  int64_t said[2] = {0, 0}, told[2] = {0, 0};
  gm_numeral number;
  for (unsigned k = 0; k < 2; k++) {
    size_t place = k ? at + 1 : at - 1;
    if (gm_numeral_read(view, place, &number) != 1 || number.value.scale) return;
    said[k] = number.value.digits;
  }
  size_t from = gm_sentence_start(view, at);
  const gm_mention *first = NULL;
  for (unsigned k = 0; k < links->count && links->items[k].to < at; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < from) continue;
    unsigned more = gm_words_before(view, m->from, MORE) != 0, less = gm_words_before(view, m->from, LESS) != 0;
    if (more == less) continue;
    if (!first) first = m;
    told[less]++;
  }
  if (said[0] + said[1] != told[0] + told[1] || said[0] == told[0] || !first) return;
  gm_report_line(check, at - 1, at + 3);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "前面增%u次、减%u次，文中为“%s”",
         "it rose %u times and fell %u before this, the text says “%s”", (unsigned)told[0], (unsigned)told[1],
         gm_quote_line(view, at - 1, at + 3).text);
  gm_relate_mention(check, first, "第一次", "the first of them");
}

void gm_check_counted_amounts(gm_line_check *check) {
  if (check->figures->count <= ITEMS_LEAST) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = ITEMS_LEAST; i < links->count; i++) check_listed(check, links, i);
}
