/* AR-01 of the times of a programme: 讲话40分钟、报告90分钟、发言50分钟，全程共180分钟. They follow each other, so that
 * with three of them told at once behind each other their total is what they come to. */
#include "check/sum_judged.h"

#define LEAST_PARTS 3u
#define TOTALS      "共 共计 合计 总共 一共 总计 共需 共用 共用时 合计用时 总用时 共计用时 共安排 加起来"
/* What takes time and is not listed, or takes none of its own. */
#define BESIDES "休息 间隔 间歇 机动 等候 同时 并行 交叉 重叠 另 其余 其中 每 含 包括 左右 以上 以内"

static bool is_time(const gm_mention *m) {
  return m->figure->kind == GM_FIGURE_DURATION && m->figure->unit && gm_is_exact(m->figure) &&
         !(m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_TO | GM_ROLE_FROM)) &&
         !gm_is_delta(m->figure);
}

/* Does one of the words stand there, and not 不休息? */
static bool takes_more(const gm_view *view, size_t from, size_t to) {
  for (size_t at = from; (at = gm_find_word(view, at, to, BESIDES)) != SIZE_MAX; at++)
    if (!gm_one_before(view, at, "不无没")) return true;
  return false;
}

/* Is one of them the total itself: 全程180分钟，讲话40分钟、…，共180分钟? */
static bool tells_total(const gm_links *links, const gm_parts *p, gm_decimal total) {
  for (unsigned k = 0; k < p->count; k++)
    if (!gm_decimal_compare(links->items[p->at[k]].figure->value, total)) return true;
  return false;
}

static void judge(gm_line_check *check, const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  gm_decimal sum = {0, 0};
  for (unsigned k = 0; k < p->count; k++)
    if (!gm_decimal_add(sum, links->items[p->at[k]].figure->value, &sum)) return;
  if (!gm_decimal_compare(sum, whole->figure->value)) {
    gm_agree_parts(check, links, whole, p);
    return;
  }
  if (gm_is_told(check, whole) || gm_disclaimed(links->view) || tells_total(links, p, whole->figure->value)) return;
  gm_report_mention(check, whole);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "各项合计%s，总数为%s", "the parts make %s, the total says %s",
         gm_quote_amount(sum, whole, links->view).text, gm_quote_mention(links->view, whole).text);
  gm_offer_value(check, whole, sum);
  for (unsigned k = 0; k < p->count; k++) gm_relate_mention(check, &links->items[p->at[k]], "分项", "a part");
}

void gm_check_times_sum(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = LEAST_PARTS; i < links->count; i++) {
    const gm_mention *whole = &links->items[i];
    if (!is_time(whole) || !gm_words_before(view, whole->from, TOTALS)) continue;
    if (whole->to < view->count && !gm_one_of(view, whole->to, "，。；、）"))
      continue; /* 共34天超标: of some of them */
    unsigned first = i;
    for (; first; first--) {
      const gm_mention *m = &links->items[first - 1];
      if (!is_time(m) || m->figure->unit != whole->figure->unit || !gm_same_sentence(m, whole)) break;
      if (first < i && !gm_one_of(view, m->to, "、，和与及以")) break; /* what is said of a part is not of a list */
    }
    gm_parts p = {.count = 0};
    if (i - first < LEAST_PARTS || i - first > GM_PARTS_MAX ||
        takes_more(view, links->items[first].clause, whole->from) ||
        gm_find_mark(view, links->items[first].to, whole->from, "；：") != SIZE_MAX)
      continue;
    while (first < i) p.at[p.count++] = first++;
    judge(check, links, whole, &p);
  }
}
