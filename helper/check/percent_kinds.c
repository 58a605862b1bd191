/* PCT-05: as many shares in a row as kinds are told, of one whole: 四类产品占营收的比重分别为43.4%、28.7%、12.0%和5.9%.
 * That kinds which leave something out come to 100 but for one digit of one share all but does not happen. */
#include "check/families.h"
#include "check/percent.h"
#include "check/swap.h"

#define KINDS_MAX   12
#define KINDS_LEAST 3u
#define LEAVES_OUT  "前 主要 最大 其中 重点 部分 骨干 优势 特色 增 降 减 同比 环比 完成 率 不同 较 比上 比去"

/* The shares from mention `first` on that stand in a row, exact and with a digit behind the point; 0 when one is not.
 */
static unsigned row_of(const gm_links *links, unsigned first) {
  unsigned count = gm_row_from(links, first, KINDS_MAX);
  for (unsigned i = first; i < first + count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind != GM_FIGURE_PERCENT || !gm_is_exact(f) || !f->value.scale || gm_is_delta(f)) return 0;
  }
  return count;
}

/* 四类产品占营收的比重分别为: do these words tell `count` kinds and that their shares follow? */
static bool tells_kinds(const gm_links *links, unsigned first, unsigned count) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[first], *kinds = share - 1;
  const gm_figure *f = kinds->figure;
  if (!first || !gm_same_sentence(kinds, share) || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) ||
      !gm_is_exact(f) || gm_decimal_compare(f->value, gm_decimal_of((int64_t)count)))
    return false;
  size_t from = kinds->clause, end = gm_sentence_end(view, share->from);
  return gm_find_word(view, kinds->number, kinds->to + 1u, "类 种 个 项 大 级 档 家 块 部分") != SIZE_MAX &&
         gm_find_word(view, kinds->to, share->from, "占") != SIZE_MAX &&
         gm_find_word(view, kinds->to, share->from, "分别 依次") != SIZE_MAX &&
         gm_find_word(view, from, share->from, LEAVES_OUT) == SIZE_MAX &&
         gm_find_word(view, links->items[first + count - 1].to, end, "其余 其他 另 剩余 合计 还有") == SIZE_MAX &&
         gm_find_mark(view, kinds->to, share->from, "；") == SIZE_MAX;
}

/* Would another digit in one of the shares make them come to 100, as printed? */
static bool digit_completes(const gm_links *links, unsigned first, unsigned count, gm_decimal sum) {
  gm_decimal should, change, total;
  gm_interval interval;
  for (unsigned i = first; i < first + count; i++) {
    const gm_figure *f = links->items[i].figure;
    for (unsigned state = 0; gm_next_digit(f, &state, &should, &interval);)
      if (gm_decimal_subtract(should, f->value, &change) && gm_decimal_add(sum, change, &total) &&
          !gm_decimal_compare(total, gm_decimal_of(100)))
        return true;
  }
  return false;
}

void gm_check_shares_of_kinds(gm_line_check *check, const gm_links *links) {
  for (unsigned first = 1, count; first < links->count; first += count ? count : 1) {
    count = links->items[first].figure->kind == GM_FIGURE_PERCENT ? row_of(links, first) : 0;
    if (count < KINDS_LEAST || !tells_kinds(links, first, count)) continue;
    gm_decimal sum = {0, 0}, allowed = {0, 0}, off;
    bool told = false;
    for (unsigned i = first; i < first + count; i++) {
      const gm_figure *f = links->items[i].figure;
      told = told || gm_is_told(check, &links->items[i]) || !gm_decimal_add(sum, f->value, &sum) ||
             !gm_decimal_add(allowed, (gm_decimal){5, f->value.scale + 1}, &allowed);
    }
    if (told || !gm_decimal_subtract(sum, gm_decimal_of(100), &off)) continue;
    if (off.digits < 0) off.digits = -off.digits;
    if (gm_decimal_compare(off, allowed) <= 0 || !digit_completes(links, first, count, sum) ||
        gm_disclaimed(links->view))
      continue;
    gm_report_mention(check, &links->items[first + count - 1]);
    gm_say(check->out, check->language, "%u项构成合计%s%%，不是100%%", "%u shares come to %s%%, not 100%%", count,
           gm_quote_decimal(sum).text);
    gm_relate_mention(check, &links->items[first - 1], "项数", "how many");
  }
}
