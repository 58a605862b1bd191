/* AR-03: 首轮600万元，次轮500万元，末轮400万元，逐轮递增: where a row is said to go, when each of its values goes the
 * other way; and its bounds: 12亩、15亩、9亩、20亩，12亩到20亩不等. */
#include "check/families.h"
#include "check/percent.h"
#include "check/ranked.h"

#define STEPS                                                                                                                                                        \
  "逐年 逐月 逐季 逐轮 逐期 逐批 逐次 逐日 逐周 逐届 逐级 逐场 逐组 逐站 逐旬 依次 一年比一年 一批比一批 一次比一次 " \
  "一季比一季 "                                                                                                                                                 \
  "一月比一月 一轮比一轮 一天比一天 一届比一届 一期比一期"
#define UP   "递增 上升 增加 增长 提高 提升 走高 攀升 增多 上涨 抬升 增大 加大 扩大 多 高 大 长"
#define DOWN "递减 下降 减少 降低 走低 回落 下滑 减小 缩减 下跌 缩小 少 低 小 短"
/* What may name all that is told of such values. */
#define WHAT \
  "额度 数量 金额 规模 人数 次数 件数 户数 个数 总量 数额 产量 面积 价格 均 都 且 并 呈 而且 总体 数字 水平 也"

#define SUBJECT_CHARS 8u
#define GAP_CHARS     12u /* from the row to the clause that says where it goes */

/* 1 when each value is more than the one before it, -1 when each is less, else 0. */
static int way_of(const gm_mention *const *values, unsigned count) {
  int way = 0;
  for (unsigned k = 0; k < count; k++) {
    const gm_figure *f = values[k]->figure;
    if (!gm_is_exact(f) || gm_is_delta(f) || f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME) ||
        !gm_rank_alike(f, values[0]->figure))
      return 0;
    if (!k) continue;
    int order = gm_decimal_compare(f->value, values[k - 1]->figure->value);
    if (!order || (way && (order > 0) != (way > 0))) return 0;
    way = order > 0 ? 1 : -1;
  }
  return way;
}

/* The row that ends last before `before`: of values behind their names, or side by side. */
static bool read_row(const gm_links *links, size_t before, gm_ranked *row) {
  const gm_view *view = links->view;
  bool listed = gm_rank_last(links, before, row);
  unsigned best = links->count, many = 0;
  for (unsigned k = 0; k < links->count && links->items[k].to <= before; k++) {
    unsigned count = gm_row_from(links, k, GM_RANKED_MAX);
    if (count >= GM_RANKED_LEAST && links->items[k + count - 1].to <= before) best = k, many = count;
    k += count - 1;
  }
  if (many && (!listed || links->items[best].from > row->from)) {
    *row = (gm_ranked){.count = many, .from = links->items[best].from, .to = links->items[best + many - 1].to};
    for (unsigned i = 0; i < many; i++) row->value[i] = &links->items[best + i];
    return true;
  }
  /* 2024年12件、2023年15件、2022年18件: told backwards */
  gm_numeral first, last;
  size_t a = listed ? row->name[0].from : 0, b = listed ? row->name[row->count - 1].from : 0;
  return listed && !(view->cls[a] & GM_DIGIT && gm_numeral_read(view, a, &first) && gm_numeral_read(view, b, &last) &&
                     gm_decimal_compare(first.value, last.value) > 0);
}

/* Is what is said to go that way what the row tells: 额度, or what stands before its values or in their names? */
static bool is_of_row(const gm_view *view, const gm_ranked *row, size_t from, size_t to) {
  for (size_t n; from < to && (n = gm_words_at(view, from, WHAT)) != 0;) from += n;
  if (from >= to) return true;
  if (to - from > 2 && gm_one_before(view, to, "量额数")) to--; /* 投放量 of 投放 */
  if (to - from > SUBJECT_CHARS || to - from < 2) return false;
  return gm_find_run(view, gm_sentence_start(view, row->from), row->to, to - 2, 2) != SIZE_MAX &&
         gm_find_word(view, from, to, "率 幅 比 均 增 降 减") == SIZE_MAX;
}

static void check_trend(gm_line_check *check, const gm_links *links, size_t at) {
  const gm_view *view = links->view;
  size_t step = gm_words_at(view, at, STEPS), verb = at + step, start = gm_clause_start(view, at);
  size_t up = gm_words_at(view, verb, UP), down = gm_words_at(view, verb, DOWN), end = verb + (up ? up : down);
  if (!step || up + down == 0 || at - start > SUBJECT_CHARS + 4) return;
  if (end < view->count && !gm_one_of(view, end, "，。；！）") && !gm_words_at(view, end, "的态势 的趋势 趋势 态势"))
    return;
  gm_ranked row;
  if (!read_row(links, start, &row) || row.to + GAP_CHARS < start || gm_sentence_start(view, at) > row.to ||
      !is_of_row(view, &row, start, at))
    return;
  int way = way_of(row.value, row.count);
  if (!way || (way > 0) == (up > 0)) return;
  for (unsigned k = 0; k < links->count; k++) /* another value between */
    if (links->items[k].from >= row.to && links->items[k].to <= at) return;
  gm_report_line(check, at, end);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s至%s是递%s，文中为%s", "%s to %s is a %s, the text says %s",
         gm_quote_mention(view, row.value[0]).text, gm_quote_mention(view, row.value[row.count - 1]).text,
         check->language == GM_ENGLISH ? (way > 0 ? "rise" : "fall") : (way > 0 ? "增" : "减"),
         gm_quote_line(view, at, end).text);
  gm_relate_mention(check, row.value[0], "首项", "the first");
  gm_relate_mention(check, row.value[row.count - 1], "末项", "the last");
}

/* The bounds told as one figure (12至20亩) or two (12亩到20亩). */
typedef struct bounds {
  gm_decimal low, high;
  unsigned first; /* mention */
  gm_mention whole;
} bounds;

static bool read_bounds(const gm_links *links, unsigned at, bounds *out) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[at], *a = m - 1;
  if (!gm_words_at(view, m->to, "不等")) return false;
  *out = (bounds){.first = at, .whole = *m};
  if (m->figure->kind == GM_FIGURE_RANGE && m->figure->unit) {
    out->low = m->figure->interval.low;
    out->high = m->figure->interval.high;
    return true;
  }
  if (!at || !gm_rank_alike(a->figure, m->figure) || gm_words_at(view, a->to, "至 到 — —— - – ～") + a->to != m->from)
    return false;
  out->low = a->figure->value;
  out->high = m->figure->value;
  out->first = at - 1;
  out->whole.from = a->from;
  return true;
}

/* 12亩、15亩、9亩、20亩，单塘12亩到20亩不等: one bound is that of the row, the other leaves a value out. */
static void check_bounds(gm_line_check *check, const gm_links *links, unsigned at) {
  const gm_view *view = links->view;
  bounds told;
  gm_ranked row;
  if (!read_bounds(links, at, &told) || !read_row(links, told.whole.from, &row) ||
      gm_sentence_start(view, told.whole.from) > row.from || row.to + SUBJECT_CHARS < told.whole.from ||
      gm_find_word(view, row.to, told.whole.from, "其余 其他 每 均 分别 另") != SIZE_MAX)
    return;
  const gm_mention *least = row.value[0], *most = row.value[0];
  for (unsigned k = 0; k < row.count; k++) {
    const gm_figure *f = row.value[k]->figure;
    if (!gm_is_exact(f) || gm_is_delta(f) || f->unit != links->items[at].figure->unit) return;
    if (gm_decimal_compare(f->value, least->figure->value) < 0) least = row.value[k];
    if (gm_decimal_compare(f->value, most->figure->value) > 0) most = row.value[k];
  }
  int low = gm_decimal_compare(told.low, least->figure->value),
      high = gm_decimal_compare(told.high, most->figure->value);
  if ((low == 0) == (high == 0) || low < 0 || high > 0) return;
  gm_report_mention(check, &told.whole);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "所列各数为%s至%s，文中为%s", "the values listed are %s to %s, the text says %s",
         gm_quote_mention(view, least).text, gm_quote_mention(view, most).text,
         gm_quote_mention(view, &told.whole).text);
  gm_relate_mention(check, low ? least : most, "在此之外", "beyond it");
}

void gm_check_trends(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < GM_RANKED_LEAST) return;
  if (gm_word_list_may_hold(view, STEPS))
    for (size_t at = 0; (at = gm_find_word(view, at, view->count, STEPS)) != SIZE_MAX; at++)
      check_trend(check, links, at);
  if (!gm_word_list_may_hold(view, "不等")) return;
  for (unsigned i = 1; i < links->count; i++) check_bounds(check, links, i);
}
