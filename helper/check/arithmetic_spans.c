/* AR-03: 冠军2小时14分37秒，亚军2小时15分02秒，只差35秒: the difference of two spans told in hours, minutes and seconds
 * right before it, and what was saved of a span: 从前要2小时50分，如今1小时20分就到，省下1小时40分. */
#include "check/spans.h"

#include <stdlib.h>

#include "check/change.h"

#define LEAD_CHARS 10u /* from the mark before the difference to it: 全程运行时间缩短 */

#define GAPS                                                                                                                                                       \
  "相差 仅差 只差 差 差了 差距 差距为 差距达 仅仅相差 领先 落后 快 快了 慢 慢了 省 省下 省了 省出 节省 节省了 节约 "  \
  "节约了 缩短 缩短了 压缩 压缩了 减少 减少了 少 少了 少用 少用了 少花 少花了 多 多了 多用 多用了 多花 多花了 提速 " \
  "延长 延长了 增加 增加了 早 早了 晚 晚了"
#define ADVERBS "仅仅 仅 只 就 整整 足足 了 近 达 出 为"
#define OTHERS  "往返 来回 双程 每 各 平均 其中 比 较 再 又 累计 分别 目标 计划 预计 将"

/* Does the clause of the span say nothing but a word of a gap, and whose? */
static bool is_gap(const gm_view *view, const gm_mention *m) {
  size_t at = m->from;
  if (at == m->clause || at - m->clause > LEAD_CHARS || !gm_one_before(view, m->clause, "，；、") ||
      gm_find_word(view, m->clause, at, OTHERS) != SIZE_MAX)
    return false;
  if (gm_words_before(view, at, GAPS)) return true;
  /* 落后冠军43秒 */
  size_t whom = gm_words_before(view, at, "冠军 亚军 季军 头名 第一名 第二名 对手 榜首");
  if (whom && gm_words_before(view, at - whom, "落后 落后于 领先 慢于 快于")) return true;
  for (size_t n; at > m->clause && (n = gm_words_before(view, at, ADVERBS)) != 0;) at -= n;
  return at > m->clause && gm_words_before(view, at, GAPS);
}

#define SPANS_MAX 5u /* more in a sentence are a table of results */

/* The spans of the sentence before mention `index`; 0 when there are too many, or another figure makes them doubtful.
 */
static unsigned read_spans(const gm_links *links, unsigned index, gm_span *out) {
  unsigned first = index, count = 0;
  while (first && gm_same_sentence(&links->items[first - 1], &links->items[index])) first--;
  for (unsigned i = first; i < index;) {
    if (count < SPANS_MAX && gm_read_span(links, i, &out[count])) {
      i = out[count++].next;
    } else if (links->items[i].figure->kind == GM_FIGURE_DURATION &&
               gm_units[links->items[i].figure->unit].unit_class == GM_CLASS_TIME &&
               gm_words_before(links->view, links->items[i].to, "小时 分钟 分 秒")) {
      return 0;
    } else {
      i++;
    }
  }
  return count;
}

void gm_check_spans_apart(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  gm_span spans[SPANS_MAX], gap;
  for (unsigned i = 2; i < links->count; i++) {
    if (links->items[i].figure->kind != GM_FIGURE_DURATION || !is_gap(view, &links->items[i]) ||
        !gm_read_span(links, i, &gap) || gm_words_at(view, gap.whole.to, "多 左右 以上 的 前 后 内"))
      continue;
    unsigned count = read_spans(links, i, spans);
    if (count < 2) continue;
    const gm_span *a = &spans[count - 2], *b = a + 1;
    /* of whole minutes alone, arithmetic_change.c and arithmetic_then_now.c speak */
    bool compound = false, fits = false;
    for (const gm_span *s = spans; s < spans + count; s++) {
      compound = compound || s->units > 1;
      for (const gm_span *t = spans; t < s; t++)
        fits = fits || llabs(s->seconds - t->seconds) == gap.seconds || s->seconds + t->seconds == gap.seconds;
    }
    int64_t apart = llabs(a->seconds - b->seconds);
    /* one of the two told wrong makes it wrong too */
    bool slip = gm_span_slips(&gap, apart) || gm_span_slips(a, b->seconds + gap.seconds) ||
                gm_span_slips(a, b->seconds - gap.seconds) || gm_span_slips(b, a->seconds + gap.seconds) ||
                gm_span_slips(b, a->seconds - gap.seconds);
    if (!compound || fits || !slip || gm_is_told(check, &gap.whole) ||
        gm_find_word(view, b->whole.to, gap.whole.clause, "； 其中") != SIZE_MAX)
      continue;
    if (gm_find_mark(view, b->whole.to, gap.whole.clause - 1, "，；") != SIZE_MAX) continue;
    const gm_span *more = a->seconds > b->seconds ? a : b, *less = more == a ? b : a;
    gm_report_mention(check, &gap.whole);
    gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
           gm_quote_mention(view, &more->whole).text, gm_quote_mention(view, &less->whole).text,
           gm_quote_span(apart, &gap, check->language == GM_ENGLISH).text, gm_quote_mention(view, &gap.whole).text);
    gm_relate_mention(check, &a->whole, "其一", "the one");
    gm_relate_mention(check, &b->whole, "其二", "the other");
  }
}
