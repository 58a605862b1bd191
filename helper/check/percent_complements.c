/* PCT-05 of two rates of which one is what the other leaves: 合格率96.5%，不合格率4.5%; 不良率1.8%，良品率98.8%. */
#include "check/families.h"
#include "check/percent.h"

/* Rates that leave nothing out; 不 and 未 before a name make such a pair as well. */
static const struct {
  const char *is, *is_not;
} pairs[] = {
    {"良品率", "不良率 不良品率 次品率"},
    {"上座率", "空座率"},
    {"出租率", "空置率"},
    {"入住率", "空置率"},
    {"出勤率", "缺勤率"},
    {"到岗率", "缺岗率 空岗率"},
    {"优良率", "不优良率"},
    {"正品率", "次品率 废品率"},
    {"满座率", "空座率"},
};
#define NEGATIVES "不 未"
/* Of opinions there is a third kind: 基本满意. */
#define OPINIONS   "满意 同意 赞成 支持 了解 知晓 认可 清楚 信任 关心"
#define NAMES      "良品率 上座率 出租率 入住率 出勤率 到岗率 优良率 正品率 满座率"
#define ELSEWHEN   "上年 去年 上月 上季 同期 前年 往年 目标 计划 要求 标准 全国 全省 平均 原来 过去"
#define FILLERS    "换算成 换算为 折合 折算 相应 相应的 对应 对应的 也就是 也就是说 即 而 则 其 意味着 反过来 ， 的"
#define APART_MOST 20 /* points by which two rates of one thing may miss a hundred */
#define STEM_CHARS 3u /* 合格率 */

typedef struct named {
  size_t at, end; /* of the name */
  const gm_mention *value;
} named;

/* The value that the name [at, end) is told of in its clause, the later one of 由2.6%降到1.8%; NULL when there is none,
 * or it is another time's. */
static const gm_mention *value_of(const gm_links *links, size_t at, size_t end) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->from < end) continue;
    if (m->clause > at || m->figure->kind != GM_FIGURE_PERCENT || gm_is_delta(m->figure) ||
        end + gm_words_at(view, end,
                          "为 是 达 达到 就是 则为 仅为 仅 只有 由 从 由原来的 高达 提高到 提高至 上升到 升至 降到 "
                          "降至 下降到 达到了") !=
            m->from ||
        gm_find_word(view, gm_clause_start(view, at), at, ELSEWHEN) != SIZE_MAX)
      return NULL;
    const gm_mention *next = i + 1 < links->count ? m + 1 : NULL;
    if (next && next->clause == m->clause && next->figure->kind == GM_FIGURE_PERCENT &&
        (next->figure->roles & GM_ROLE_TO || gm_words_before(view, m->from, "由 从 由原来的")))
      m = next;
    return gm_is_exact(m->figure) && !(m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD)) ? m : NULL;
  }
  return NULL;
}

/* The only place in [from, to) where one of the names stands with nothing of 不 and 未 before it; false when there is
 * none, or several. */
static bool find_only(const gm_view *view, size_t from, size_t to, const char *names, named *out) {
  bool found = false;
  for (size_t at = from; (at = gm_find_word(view, at, to, names)) != SIZE_MAX; at++) {
    if (gm_one_before(view, at, "不未非")) continue;
    if (found) return false;
    found = true;
    *out = (named){.at = at, .end = at + gm_words_at(view, at, names)};
  }
  return found;
}

/* Where the name of the second rate opens its clause, or stands behind the same words as the first's. */
static bool of_one_thing(const gm_view *view, const named *first, const named *second) {
  size_t from = gm_clause_start(view, second->at), own = gm_clause_start(view, first->at);
  for (size_t n; from < second->at && (n = gm_words_at(view, from, FILLERS));) from += n;
  size_t length = second->at - from;
  return !length || (first->at >= own + length && gm_reads_alike(view, first->at - length, from, length));
}

static void judge(gm_line_check *check, const gm_links *links, named is, named is_not) {
  const gm_view *view = links->view;
  is.value = value_of(links, is.at, is.end);
  is_not.value = value_of(links, is_not.at, is_not.end);
  if (!is.value || !is_not.value || gm_is_told(check, is.value) || gm_is_told(check, is_not.value)) return;
  const named *first = is.at < is_not.at ? &is : &is_not, *second = first == &is ? &is_not : &is;
  const gm_figure *a = is.value->figure, *b = is_not.value->figure;
  gm_decimal sum, off, unit = {1, a->value.scale < b->value.scale ? a->value.scale : b->value.scale}, rest;
  if (!of_one_thing(view, first, second) || !gm_decimal_add(a->value, b->value, &sum) ||
      !gm_decimal_subtract(sum, gm_decimal_of(100), &off))
    return;
  if (off.digits < 0) off.digits = -off.digits;
  if (gm_decimal_compare(off, unit) <= 0 || gm_decimal_compare(off, gm_decimal_of(APART_MOST)) > 0 ||
      gm_disclaimed(view) || !gm_decimal_subtract(gm_decimal_of(100), first->value->figure->value, &rest))
    return;
  gm_report_mention(check, second->value);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”%s与“%s”%s之和为%s%%，应为100%%",
         "“%s” %s and “%s” %s come to %s%%, not to 100%%", gm_quote_line(view, first->at, first->end).text,
         gm_quote_mention(view, first->value).text, gm_quote_line(view, second->at, second->end).text,
         gm_quote_mention(view, second->value).text, gm_quote_decimal(gm_decimal_trim(sum)).text);
  gm_offer_value(check, second->value, rest);
  gm_relate_mention(check, first->value, "另一比率", "the other rate");
}

/* 合格率 and 不合格率: the name behind 不 or 未 at `at`, told without it elsewhere in the sentence. */
static void check_negative(gm_line_check *check, const gm_links *links, size_t at) {
  const gm_view *view = links->view;
  size_t from = gm_sentence_start(view, at), to = gm_sentence_end(view, at);
  named is = {.at = 0}, is_not = {.at = at, .end = at + 1 + STEM_CHARS};
  if (is_not.end > to || !gm_one_of(view, is_not.end - 1, "率") || gm_words_at(view, at + 1, OPINIONS)) return;
  unsigned found = 0;
  for (size_t k = from; (k = gm_find_run(view, k, to, at + 1, STEM_CHARS)) != SIZE_MAX; k++) {
    if (gm_one_before(view, k, "不未非")) {
      if (k != at + 1) return;
      continue;
    }
    is = (named){.at = k, .end = k + STEM_CHARS};
    found++;
  }
  if (found == 1) judge(check, links, is, is_not);
}

void gm_check_complementary_rates(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = links->view;
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 2) return;
  if (gm_word_list_may_hold(view, NEGATIVES))
    for (unsigned i = 0; i < links->count; i++) {
      const gm_mention *m = &links->items[i];
      size_t at = m->figure->kind == GM_FIGURE_PERCENT ? gm_find_word(view, m->label, m->from, NEGATIVES) : SIZE_MAX;
      if (at != SIZE_MAX) check_negative(check, links, at);
    }
  if (!gm_word_list_may_hold(view, NAMES)) return;
  for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
    named is, is_not;
    size_t at = gm_find_word(view, 0, view->count, pairs[k].is);
    if (at == SIZE_MAX) continue;
    size_t from = gm_sentence_start(view, at), to = gm_sentence_end(view, at);
    if (find_only(view, from, to, pairs[k].is, &is) && find_only(view, from, to, pairs[k].is_not, &is_not))
      judge(check, links, is, is_not);
  }
}
