/* AR-01 of what each has, told in a row with its total at once behind: 每组设组长1名、组员4名，共6名. */
#include "check/families.h"
#include "check/sum_judged.h"

#define TOTALS "共 共计 合计 总共 一共 计 共有"
/* What is counted with them and not told in the row, or stands beside it. */
#define OPENS "除 另 外 以上 不少于 至少 若干 至多 最多 或"

static bool is_of_row(const gm_links *links, const gm_mention *m, const gm_mention *whole) {
  return gm_is_amount(m->figure) && gm_is_exact(m->figure) && gm_comparable(m->figure, whole->figure) &&
         m->figure->value.digits > 0 && !gm_is_delta(m->figure) &&
         !(m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_COMPARED)) &&
         !gm_words_at(links->view, m->label, "其中 含 包括");
}

/* The row that ends right before the total's clause and that 每 or 各 opens: false when there is none of two or more.
 */
static bool read_row(const gm_links *links, unsigned total, gm_parts *p) {
  const gm_mention *whole = &links->items[total], *last = whole - 1;
  p->count = 0;
  for (unsigned i = total; i-- > 0 && p->count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!is_of_row(links, m, whole) || m->clause != last->clause) break;
    if (p->count && !gm_one_of(links->view, m->to, "、和与及")) break;
    gm_parts_prepend(p, i);
    if (m->figure->roles & GM_ROLE_EACH) return p->count > 1;
  }
  /* 每个工种评出一等奖1名、二等奖3名 */
  return p->count > 1 && gm_words_at(links->view, links->items[p->at[0]].clause, "每 各");
}

void gm_check_sum_of_each(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_parts p;
  gm_interval sum;
  gm_decimal value, twice;
  if (total < 2 || whole->clause != whole[-1].to + 1u || !gm_one_before(view, whole->clause, "，")) return;
  size_t word = gm_words_at(view, whole->clause, TOTALS);
  if (!word || whole->clause + word != whole->from || !gm_is_count(whole->figure) || !read_row(links, total, &p))
    return;
  if (whole->to < view->count && !gm_one_of(view, whole->to, "，。；）")) return; /* 共48名网格员: of all of them */
  if (gm_find_word(view, gm_sentence_start(view, whole->from), whole->from, OPENS) != SIZE_MAX) return;
  if (!gm_sum_of(links, &p, &sum, &value)) return;
  if (!gm_decimal_compare(value, whole->figure->value)) {
    gm_agree_parts(check, links, whole, &p);
    return;
  }
  /* What all have is a multiple of it. */
  if (!gm_decimal_add(value, value, &twice) || gm_decimal_compare(whole->figure->value, twice) >= 0 ||
      gm_is_told(check, whole) || gm_disclaimed(view))
    return;
  for (unsigned i = 0; i < p.count; i++) /* each number is less than what they are together */
    if (gm_decimal_compare(links->items[p.at[i]].figure->value, whole->figure->value) >= 0) return;
  gm_report_sum(check, links, whole, &p, value, GM_SEVERITY_WARNING);
}
