/* AR-01: 7月13日开班，7月24日结业，前后12天，其中7月18日、19日休息，实际培训9天: what is left of a time when the days
 * of rest are taken from it. */
#include "check/draft.h"
#include "check/families.h"
#include "check/lasting.h"

#define VERB_CHARS 6u /* from 实际 to its days: 实际有效施工时间为 */
#define ACTUAL     "实际 净 有效 真正 实有"
#define REST                                                                                                                                                   \
  "休息 休整 休会 休市 休渔 轮休 停工 停课 停产 停运 停赛 停训 停电 停机 放假 闭馆 歇业 歇工 雨天 扣除 除去 剔除 " \
  "减去 刨去 刨除 "                                                                                                                                      \
  "去掉 节假日 双休日 周末 冬休 待料 窝工"
/* With these the time itself was another, or the actual one is told beside a plan. */
#define OTHERS "提前 推迟 顺延 延长 加班 补课 另 再 每 各 平均 左右 比 较 超 人均 累计 分别 半天 原计划 原定"

/* 实际培训, 净, 有效: do they lead to the days at `m` in its clause? */
static bool is_actual(const gm_view *view, const gm_mention *m) {
  size_t word = gm_find_word(view, m->clause, m->from, ACTUAL);
  return word != SIZE_MAX && m->from - word <= VERB_CHARS + 2 && gm_find_mark(view, word, m->from, "、") == SIZE_MAX;
}

/* The characters behind the mention up to the next one or the next mark. */
static size_t tail_of(const gm_links *links, unsigned i) {
  const gm_view *view = links->view;
  size_t end = i + 1 < links->count ? links->items[i + 1].from : view->count;
  size_t mark = gm_find_mark(view, links->items[i].to, end, "，；。（");
  return mark == SIZE_MAX ? end : mark;
}

/* Does the mention stand with a word of rest: 扣除雨天8天, 停工8天, 7月18日、19日休息? */
static bool is_rest(const gm_links *links, unsigned i, bool day) {
  const gm_mention *m = &links->items[i];
  return gm_find_word(links->view, m->to, tail_of(links, i), day ? REST : "休息 停工 停课 放假 雨天") == m->to ||
         (!day && gm_find_word(links->view, m->label, m->from, REST) != SIZE_MAX);
}

/* The days of rest told as dates, of which mention `last` is the last: 7月18日、19日; 10月1日至3日. *first gets the
 * first of them; 0 when they cannot be counted. */
static int64_t days_named(const gm_links *links, unsigned last, unsigned *first) {
  const gm_view *view = links->view;
  int64_t count = 1;
  for (*first = last; *first; --*first) {
    const gm_mention *b = &links->items[*first], *a = b - 1;
    if (a->figure->kind != GM_FIGURE_DATE || !a->figure->date.day) break;
    size_t parted = gm_words_at(view, a->to, "、 和 及 与"), range = gm_words_at(view, a->to, "至 到 — - – ～");
    if (parted && a->to + parted == b->from) {
      count++;
      continue;
    }
    if (!range || a->to + range != b->from) break;
    gm_days dates;
    int64_t least, most;
    gm_dates_of(links, *first - 1, *first + 1, &dates);
    if (dates.count != 2 || !gm_days_between(&dates.items[0], &dates.items[1], &least, &most)) return 0;
    count += most - 1;
  }
  return links->items[last].figure->date.day ? count : 0;
}

/* What the sentence tells before the actual days. */
typedef struct times_told {
  const gm_mention *whole, *rest; /* NULL when not told as a duration or as dates */
  int64_t days, off;              /* of the whole, of all rests */
  unsigned dates;                 /* the mention behind the last date of the span */
} times_told;

static bool read_times(const gm_links *links, unsigned index, times_told *out) {
  const gm_figure *f = links->items[index].figure;
  unsigned first = index;
  while (first && gm_same_sentence(&links->items[first - 1], &links->items[index])) first--;
  *out = (times_told){.dates = index};
  for (unsigned i = index; i-- > first;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_DATE && is_rest(links, i, true)) {
      unsigned from;
      int64_t days = days_named(links, i, &from);
      if (!days || out->whole) return false;
      bool counted = out->rest == m + 1 && out->rest->clause == m->clause; /* 1月28日至30日闭馆3天: the days are told */
      if (!counted) {
        out->off += days;
        out->rest = m;
      }
      i = from;
    } else if (m->figure->kind == GM_FIGURE_DURATION) {
      if (!gm_comparable(m->figure, f) || !gm_is_exact(m->figure) || m->figure->value.scale) return false;
      bool rest = is_rest(links, i, false);
      if (rest ? out->whole != NULL : out->whole || !out->rest) return false;
      if (rest) {
        out->off += m->figure->value.digits;
        out->rest = m;
      } else {
        out->whole = m;
        out->days = m->figure->value.digits;
      }
    } else if (m->figure->kind != GM_FIGURE_DATE) {
      return false;
    } else if (out->dates == index) {
      out->dates = i + 1;
    }
  }
  return out->rest != NULL;
}

/* No whole told: the span of the two dates of the sentence, both of which count. */
static bool span_of(const gm_links *links, times_told *t) {
  gm_days dates;
  int64_t least;
  unsigned end = t->dates, first = end;
  while (first && gm_same_sentence(&links->items[first - 1], t->rest)) first--;
  gm_dates_of(links, first, end, &dates);
  if (dates.count != 2 || !dates.items[0].date.day || !dates.items[1].date.day ||
      !gm_days_between(&dates.items[0], &dates.items[1], &least, &t->days))
    return false;
  t->whole = dates.items[1].mention;
  return strcmp(gm_units[gm_units[t->rest->figure->unit].same_as].name, "小时") != 0;
}

#define DAYS_OFF 3 /* a slip in reckoning; of more it is another time, or a digit is another */

static void check_actual(gm_line_check *check, const gm_links *links, unsigned at) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[at];
  const gm_figure *f = m->figure;
  times_told t;
  if (!gm_is_exact(f) || f->value.scale || f->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD) || !is_actual(view, m) ||
      gm_is_told(check, m) || !read_times(links, at, &t) || (!t.whole && !span_of(links, &t)))
    return;
  int64_t left = t.days - t.off, told = f->value.digits, apart = left > told ? left - told : told - left;
  if (left <= 0 || !apart || told >= t.days ||
      (apart > DAYS_OFF && gm_look_alike(gm_decimal_of(left), f->value) == GM_UNLIKE && apart % 10) ||
      gm_find_word(view, gm_sentence_start(view, m->from), gm_sentence_end(view, m->to), OTHERS) != SIZE_MAX)
    return;
  gm_report_mention(check, m);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%lld-%lld=%lld，文中为%s", "%lld - %lld = %lld, the text says %s",
         (long long)t.days, (long long)t.off, (long long)left, gm_quote_mention(view, m).text);
  gm_relate_mention(check, t.whole, "全部时间", "the whole time");
  gm_relate_mention(check, t.rest, "休息时间", "the rest");
}

void gm_check_rest_days(gm_line_check *check) {
  if (check->figures->count < 3 || !gm_word_list_may_hold(check->view, ACTUAL)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 2; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_DURATION) check_actual(check, links, i);
}
