/* PCT-03 of how much more or less one is than another, both called by name: 甲方案4800万元，乙方案3600万元，乙方案比
 * 甲方案便宜三分之一. */
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"

#define MORE       "高 高出 高了 多 多出 多了 贵 贵了 大 长 快 重 增加 增长"
#define LESS       "低 低了 少 少了 便宜 便宜了 小 短 慢 轻 节省 减少 节约"
#define NAME_LEAST 2u
#define NAME_MOST  8u

/* The only amount of the sentence before the mention that is called by the words [from, to); NULL when there is none,
 * or several. */
static const gm_mention *amount_called(const gm_links *links, const gm_mention *m, size_t from, size_t to) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  if (to < from + NAME_LEAST || to - from > NAME_MOST) return NULL;
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & GM_HAN)) return NULL;
  for (const gm_mention *x = m; x-- > links->items && gm_same_sentence(x, m);) {
    if (gm_find_run(view, x->label, x->from, from, to - from) == SIZE_MAX) continue;
    if (found) return NULL;
    found = x;
  }
  return found && gm_is_amount(found->figure) && gm_is_exact(found->figure) && !gm_is_delta(found->figure) &&
                 found->figure->value.digits > 0 && !(found->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_COMPARED))
             ? found
             : NULL;
}

void gm_check_compared(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t more = gm_words_before(view, m->from, MORE), less = gm_words_before(view, m->from, LESS), than = m->clause;
  if (index < 2 || (!more && !less) || m[-1].from >= m->clause || m->figure->approx == GM_APPROX_VAGUE ||
      gm_is_told(check, m) || (than = gm_find_than(view, m->clause, m->from)) == SIZE_MAX ||
      than < m->clause + NAME_LEAST)
    return;
  bool up = more > less;
  size_t verb = m->from - (up ? more : less), from = m->clause + gm_words_at(view, m->clause, "其中 而 则");
  const gm_mention *one = amount_called(links, m, from, than), *other = amount_called(links, m, than + 1, verb);
  gm_decimal difference, computed;
  gm_interval size;
  if (!one || !other || one == other || !gm_comparable(one->figure, other->figure)) return;
  const gm_change change = {other, one};
  if (gm_change_rose(change) != up || !gm_change_size(change, &size)) return;
  if (gm_ratio_fits(size, other->figure->interval, gm_share_interval(m->figure, 1))) {
    gm_agree(check, one, other, m->figure->kind == GM_FIGURE_PERCENT ? m : NULL);
    return;
  }
  if (gm_ratio_fits(size, other->figure->interval, gm_share_loosely(m->figure)) || gm_is_told(check, one) ||
      gm_is_told(check, other) || gm_disclaimed(view) ||
      !gm_decimal_subtract(one->figure->value, other->figure->value, &difference))
    return;
  if (difference.digits < 0) difference.digits = -difference.digits;
  if (!gm_percent_of(difference, other->figure->value,
                     m->figure->kind == GM_FIGURE_PERCENT ? m->figure->value.scale : 1, &computed))
    return;
  gm_report_mention(check, m);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s与%s相比，相差%s%%，文中为%s", "%s and %s are %s%% apart, the text says %s",
         gm_quote_mention(view, one).text, gm_quote_mention(view, other).text, gm_quote_decimal(computed).text,
         gm_quote_mention(view, m).text);
  gm_relate_mention(check, other, "所比之数", "what it is compared with");
  gm_relate_mention(check, one, "相比之数", "what is compared");
}
