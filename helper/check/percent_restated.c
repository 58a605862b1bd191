/* PCT-01 of a share that is told again in round words that say otherwise, 占44.9%，超过一半; and of such words behind
 * the two amounts that they are of: 共125人，拿证的115人，不足九成. */
#include "check/families.h"
#include "check/percent.h"

#define ADVERBS    "已 已经 也 还 均 都 仅 约 占 占了 占比 比例 尚 就 将 则 刚 只 竟 却"
#define OVER       "过半 超过一半 超一半 超过了一半 过半数 超过半数 超半数 一半以上 半数以上 大半 一大半 一多半 一半多 多半"
#define UNDER      "不到一半 不足一半 不到半数 不足半数 未过半 没过半 未到一半 一半不到 少于一半"
#define HALF       50
#define NEAR_LEAST 2  /* tenths: 近四成 is said of what is so much less */
#define CLEARLY    1  /* point by which the words must be off */
#define NOUN_CHARS 8u /* 115人拿证 */

/* What the round words at the start of the clause of `share` (or at `from`) say: [low, high], in percent. */
typedef struct words {
  size_t from, to;
  gm_decimal low, high;
} words;

static bool ends_clause(const gm_view *view, size_t at) {
  return at >= view->count || view->cls[at] & (GM_PAUSE | GM_STOP) || gm_one_of(view, at, "）");
}

/* 超过一半, which is no figure, in a clause of its own that begins at `clause`. */
static bool read_half(const gm_view *view, size_t clause, words *out) {
  size_t from = clause, n;
  for (;; from += n) {
    size_t over = gm_words_at(view, from, OVER), under = gm_words_at(view, from, UNDER);
    if ((over && ends_clause(view, from + over)) || (under && ends_clause(view, from + under))) {
      *out =
          (words){from, from + (over ? over : under), gm_decimal_of(over ? HALF : 0), gm_decimal_of(over ? 100 : HALF)};
      return true;
    }
    if (!(n = gm_words_at(view, from, ADVERBS))) return false;
  }
}

/* 不足九成, 七成多, 超过三分之一: mention `m`, all that its clause says. */
static bool read_rough(const gm_view *view, const gm_mention *m, words *out) {
  const gm_figure *f = m->figure;
  size_t from = m->clause, end = m->to, n;
  if ((f->kind != GM_FIGURE_PERCENT && f->kind != GM_FIGURE_FRACTION) || gm_is_delta(f)) return false;
  while (from < m->from && (n = gm_words_at(view, from, ADVERBS))) from += n;
  end += gm_words_at(view, end, "以上 以下 多");
  if (from != m->from || !ends_clause(view, end)) return false;
  gm_decimal value = f->value, short_of, ten = gm_decimal_of(10);
  if (f->kind == GM_FIGURE_FRACTION && !gm_decimal_multiply(value, gm_decimal_of(100), &value)) return false;
  *out = (words){m->from, end, value, value};
  switch (f->approx) {
    case GM_APPROX_OVER:
    case GM_APPROX_LEAST: out->high = gm_decimal_of(100); return true;
    case GM_APPROX_NEAR: /* 不足九成 of 75% says little, and nothing wrong */
      return gm_decimal_multiply(value, (gm_decimal){NEAR_LEAST, 1}, &short_of) &&
             gm_decimal_subtract(value, short_of, &out->low);
    case GM_APPROX_MOST: out->low = gm_decimal_of(0); return true;
    case GM_APPROX_MORE: return f->kind == GM_FIGURE_PERCENT && gm_decimal_add(value, ten, &out->high);
    default: return false;
  }
}

/* Is the share on the wrong side of what the words say, or clearly beyond their other end? */
static bool contradicts(const words *told, gm_interval share, bool closely) {
  gm_decimal low, high;
  const gm_decimal slack = closely ? gm_decimal_of(0) : gm_decimal_of(CLEARLY);
  return gm_decimal_subtract(told->low, slack, &low) && gm_decimal_add(told->high, slack, &high) &&
         (gm_decimal_compare(share.high, low) < 0 || gm_decimal_compare(share.low, high) > 0);
}

/* 占44.9%，超过一半: mention `index` is the share, which the clause right behind it tells again. */
static void check_again(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *next = index + 1 < links->count ? share + 1 : NULL;
  size_t clause = share->to + 1u;
  words told;
  if (!gm_is_exact(share->figure) || gm_is_delta(share->figure) ||
      share->figure->roles & (GM_ROLE_PAREN | GM_ROLE_COMPARED) || !gm_one_of(view, share->to, "，") ||
      view->cp[share->to - 1] != '%')
    return;
  bool rough = next && next->clause == clause && read_rough(view, next, &told);
  if (!rough && !read_half(view, clause, &told)) return;
  if (!contradicts(&told, gm_interval_exact(share->figure->value), true) || gm_is_told(check, share) ||
      (rough && gm_is_told(check, next)) || gm_disclaimed(view))
    return;
  gm_report_line(check, told.from, told.to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "前文为%s，与“%s”不符", "%s before it is not “%s”",
         gm_quote_mention(view, share).text, gm_quote_line(view, told.from, told.to).text);
  gm_relate_mention(check, share, "占比", "the share");
}

/* 共125人，拿证的115人，不足九成: the words behind mention `index`, the part, whose whole is right before it. */
static void check_of_two(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *part = &links->items[index], *whole = part - 1, *next = index + 1 < links->count ? part + 1 : NULL;
  gm_interval hundredfold = part->figure->interval;
  gm_decimal low, high, computed;
  words told;
  if (!index || !gm_is_count(part->figure) || !gm_is_count(whole->figure) || !gm_same_sentence(whole, part) ||
      !gm_comparable(whole->figure, part->figure) || part->clause == whole->clause ||
      !(whole->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) ||
      gm_decimal_compare(part->figure->value, whole->figure->value) > 0 ||
      gm_find_mark(view, whole->to, part->from, "；：") != SIZE_MAX)
    return;
  size_t mark = gm_view_next_before(
      view, part->to, part->to + NOUN_CHARS < view->count ? part->to + NOUN_CHARS : view->count, GM_PAUSE | GM_STOP);
  if (!gm_one_of(view, mark, "，")) return;
  bool rough = next && next->clause == mark + 1 && read_rough(view, next, &told);
  if ((!rough && !read_half(view, mark + 1, &told)) || (rough && gm_is_told(check, next))) return;
  if (!gm_percent_of(hundredfold.low, whole->figure->interval.high, 2, &low) ||
      !gm_percent_of(hundredfold.high, whole->figure->interval.low, 2, &high) ||
      !gm_percent_of(part->figure->value, whole->figure->value, 1, &computed))
    return;
  gm_interval share = {low, high, false, false};
  if (!contradicts(&told, share, false) || gm_is_told(check, part) || gm_is_told(check, whole) || gm_disclaimed(view))
    return;
  gm_report_line(check, told.from, told.to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%s=%s%%，文中为“%s”", "%s / %s = %s%%, the text says “%s”",
         gm_quote_mention(view, part).text, gm_quote_mention(view, whole).text, gm_quote_decimal(computed).text,
         gm_quote_line(view, told.from, told.to).text);
  gm_relate_mention(check, part, "部分", "the part");
  gm_relate_mention(check, whole, "整体", "the whole");
}

void gm_check_restated_shares(gm_line_check *check, const gm_links *links) {
  for (unsigned i = 0; i < links->count; i++) {
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT)
      check_again(check, links, i);
    else
      check_of_two(check, links, i);
  }
}
