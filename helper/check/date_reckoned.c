/* DT-05: 2024年测定树龄1000年，推算栽于1024年: a year reckoned back from another by the years told between them. */
#include "check/families.h"
#include "check/lasting.h"
#include "check/swap.h"

#define REACH_CHARS 40u
#define RECKONED    "推算 推断 推知 推定 推测 算来 据此 由此 倒推 反推 应"
#define AGES        "龄 距今 历史 历时 已有 已 存世"

static bool is_year(const gm_figure *f) {
  return (f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) && f->date.year;
}

/* Is the one number of four digits the other with a digit changed, or two neighbouring ones turned round? */
static bool one_slip_away(unsigned told, unsigned year) {
  gm_decimal turned;
  unsigned apart = 0;
  for (unsigned place = 1; place < 10000; place *= 10) apart += told / place % 10 != year / place % 10;
  for (unsigned k = 0; k < 3; k++)
    if (gm_swap_digits(gm_decimal_of(told), k, &turned) && turned.digits == year) return true;
  return apart == 1;
}

void gm_check_reckoned_year(gm_line_check *check, const gm_figure *figure) {
  const gm_view *view = check->view;
  if (check->figures->count < 3 || !gm_is_exact(figure) || figure->value.scale ||
      !gm_word_list_may_hold(view, RECKONED))
    return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
  if (!at || at + 1 >= links->count) return;
  const gm_mention *span = &links->items[at], *now = span - 1, *then = span + 1;
  if (!is_year(now->figure) || !is_year(then->figure) || !gm_same_sentence(now, span) ||
      !gm_same_sentence(span, then) || then->from - now->to > REACH_CHARS ||
      gm_find_word(view, now->to, span->from, AGES) == SIZE_MAX ||
      gm_find_word(view, span->to, then->from, RECKONED) == SIZE_MAX || gm_words_at(view, span->to, "多 余 左右 以上"))
    return;
  int64_t year = now->figure->date.year - figure->value.digits;
  if (year <= 0 || year == then->figure->date.year || gm_words_at(view, then->to, "前后 左右 间") ||
      gm_find_word(view, span->to, then->from, "约 大约 前 公元前") != SIZE_MAX || gm_is_told(check, then) ||
      !one_slip_away(then->figure->date.year, (unsigned)year))
    return;
  gm_report_mention(check, then);
  gm_say(check->out, check->language, "%u-%lld=%lld，文中为%s", "%u - %lld = %lld, the text says %s",
         (unsigned)now->figure->date.year, (long long)figure->value.digits, (long long)year,
         gm_quote_mention(view, then).text);
  gm_relate_mention(check, now, "由此推算", "reckoned from");
  gm_relate_mention(check, span, "年数", "the years");
}
