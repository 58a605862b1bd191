/* AR-03 of what there was at first, reckoned back from what there is:
 * 眼下有党员64名，…。今年发展3名，转出2名，倒推年初是 63名. */
#include "check/change.h"

#define AT_FIRST "年初 期初 月初 季初 学期初 上年末 上年底 去年底 去年末 上月末 上月底"
#define NOW      "现有 现在 目前 眼下 如今 当前 年末 年底 月末 月底 现在有"
#define IS       "是 为 有 应是 应为 应有 就是 便是 则为 则是 该是 该有 当为 共有 在册 在册的是"
#define MOST     4u /* flows between the two */

typedef struct flows {
  const gm_mention *of[MOST];
  bool went[MOST], both[2];
  unsigned count;
} flows;

/* What came and what went right before mention `first` in its sentence; *before gets what is told before them there,
 * NULL for nothing. */
static bool read_flows(const gm_links *links, const gm_mention *first, flows *out, const gm_mention **before) {
  const gm_view *view = links->view;
  *before = NULL;
  for (const gm_mention *m = first; m-- > links->items && gm_same_sentence(m, first);) {
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, first->figure)) continue;
    bool came = gm_find_word(view, m->label, m->from, GM_CAME) != SIZE_MAX,
         went = gm_find_word(view, m->label, m->from, GM_WENT) != SIZE_MAX;
    if (came == went) {
      *before = came ? NULL : m;
      return !came && out->both[0] && out->both[1];
    }
    if (out->count == MOST || !gm_is_exact(m->figure) || m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN) ||
        gm_find_word(view, m->label, m->from, "净 其中 比 累计") != SIZE_MAX)
      return false;
    out->both[went] = true;
    out->went[out->count] = went;
    out->of[out->count++] = m;
  }
  return out->both[0] && out->both[1];
}

/* What there is now: the amount before the flows, or the one of the paragraph that is told with 眼下. */
static const gm_mention *stock_of(const gm_links *links, const gm_mention *first, const gm_mention *before) {
  const gm_view *view = links->view;
  for (const gm_mention *m = before ? before : links->items; m < first; m++) {
    bool now = gm_is_count(m->figure) && gm_comparable(m->figure, first->figure) &&
               gm_find_word(view, m->clause, m->from, NOW) != SIZE_MAX;
    if (now) return m;
    if (before) return NULL;
  }
  return NULL;
}

static void report(gm_line_check *check, const gm_mention *now, const flows *f, const gm_mention *first,
                   gm_decimal value) {
  const gm_view *view = check->view;
  gm_buffer terms = {0};
  gm_buffer_string(&terms, gm_quote_mention(view, now).text);
  for (unsigned i = f->count; i-- > 0;) {
    gm_buffer_string(&terms, f->went[i] ? "+" : "-");
    gm_buffer_string(&terms, gm_quote_mention(view, f->of[i]).text);
  }
  gm_report_mention(check, first);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%.*s=%s，文中为%s", "%.*s = %s, the text says %s", (int)terms.count, terms.items,
         gm_quote_amount(value, first, view).text, gm_quote_mention(view, first).text);
  gm_offer_value(check, first, value);
  gm_relate_mention(check, now, "现有", "what there is");
  for (unsigned i = f->count; i-- > 0;)
    gm_relate_mention(check, f->of[i], f->went[i] ? "减少" : "增加", f->went[i] ? "what went" : "what came");
  gm_array_free(&terms);
}

void gm_check_stock_back(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *first = &links->items[index], *before, *now;
  flows f = {.count = 0};
  size_t word = gm_find_word(view, first->label, first->from, AT_FIRST);
  if (word == SIZE_MAX || !gm_is_count(first->figure) || gm_is_told(check, first) ||
      gm_find_word(view, first->label, first->from, "比 较 增 减 多 少") != SIZE_MAX)
    return;
  word += gm_words_at(view, word, AT_FIRST);
  if (word != first->from && word + gm_words_at(view, word, IS) != first->from) return;
  if (!read_flows(links, first, &f, &before) || !(now = stock_of(links, first, before))) return;
  gm_decimal value = now->figure->value;
  for (unsigned i = 0; i < f.count; i++)
    if (!(f.went[i] ? gm_decimal_add(value, f.of[i]->figure->value, &value)
                    : gm_decimal_subtract(value, f.of[i]->figure->value, &value)))
      return;
  if (!gm_decimal_compare(value, first->figure->value)) {
    gm_agree(check, now, first, NULL);
    for (unsigned i = 0; i < f.count; i++) gm_agree(check, f.of[i], NULL, NULL);
  } else if (!gm_is_far(value, first->figure->value) && !gm_is_told(check, now) && !gm_disclaimed(view)) {
    report(check, now, &f, first, value);
  }
}
