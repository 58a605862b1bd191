/* DT-05: 7月8日20时至9日14时，我县遭遇强降雨，持续16小时: hours against two times of different days. */
#include "check/draft.h"
#include "check/families.h"
#include "check/lasting.h"

/* Minutes by which such hours are rounded in speech: 20时30分至次日14时15分 is 17 or 18 hours. */
#define ROUNDED     30
#define DAY_MINUTES (24 * 60)
#define MOST_DAYS   10 /* nobody tells what lasted longer in hours */

/* A time and the date it is of: that right before it, or of 次日14时 the day behind the other's. */
typedef struct moment {
  const gm_mention *date, *time;
  size_t from; /* where it begins */
} moment;

#define NEXT_DAY "次日 翌日 第二天"

/* The moment whose time is mention `at`; without a date of its own when it is of the next day. */
static bool read_moment(const gm_links *links, unsigned at, moment *out) {
  const gm_view *view = links->view;
  const gm_mention *time = &links->items[at], *date = at ? time - 1 : NULL;
  if (time->figure->kind != GM_FIGURE_TIME || time->figure->parts[0] > 24) return false;
  size_t from = time->from - gm_words_before(view, time->from, GM_FORENOON " 中午 " GM_AFTERNOON);
  size_t next = gm_words_before(view, from, NEXT_DAY);
  if (next) {
    *out = (moment){NULL, time, from - next};
    return true;
  }
  if (!date || date->figure->kind != GM_FIGURE_DATE || !date->figure->date.day || date->to != from) return false;
  *out = (moment){date, time, date->from};
  return true;
}

/* Does the clause behind the mention begin with one of `words`? */
static bool opens_with(const gm_view *view, const gm_mention *m, const char *words) {
  return gm_words_at(view, m->to + gm_words_at(view, m->to, "许 左右 整 准时 正式"), words) != 0;
}

/* Do the moments bound one span: 8日20时至9日14时; 8日20时出发，9日14时抵达? */
static bool bound(const gm_view *view, const moment *a, const moment *b) {
  size_t at = a->time->to;
  at += gm_words_at(view, at, "许 左右 整");
  at += gm_words_at(view, at, "起 开始");
  at += gm_one_of(view, at, "，");
  if (at + gm_words_at(view, at, "—— — - – ～ 至 到 持续到 持续至 一直到 一直持续到 延续到") == b->from && at < b->from)
    return true;
  return opens_with(view, a->time, GM_STARTS) && opens_with(view, b->time, GM_ENDS) &&
         gm_find_mark(view, a->time->to, b->from, "；。") == SIZE_MAX;
}

/* Minutes from the one moment to the other; of a clock of twelve hours as it is told. */
static bool passed_between(const gm_links *links, const moment *a, const moment *b, int64_t *out) {
  gm_days dates;
  unsigned first = (unsigned)(a->date - links->items), last = (unsigned)(b->time - links->items);
  gm_dates_of(links, first, last, &dates);
  if (dates.count != (b->date ? 2u : 1u)) return false;
  int64_t days = 1;
  if (b->date) {
    gm_date from = dates.items[0].date, to = dates.items[1].date;
    bool turns = !from.year && from.month == 12 && to.month == 1;
    bool leap = !from.year && from.month == 2 && to.month == 3; /* of which year it is nobody knows */
    if (leap || from.month == 0 || to.month == 0) return false;
    if (!from.year) from.year = to.year = GM_SOME_YEAR;
    to.year += turns;
    days = gm_day_number(to) - gm_day_number(from);
  }
  if (days < 1 || days > MOST_DAYS) return false; /* date_hours.c judges those of one day */
  *out = days * DAY_MINUTES + gm_minutes_of_day(links->view, b->time, false) -
         gm_minutes_of_day(links->view, a->time, false);
  return true;
}

#define LASTING                                                                                                                                                 \
  "持续 持续了 历时 用时 耗时 长达 前后 前后历时 前后持续 时长 时长为 总时长 整整 历经 为时 持续时间 持续时间为 " \
  "持续时间达 持续达 持续长达 历时达 历时长达"
#define BEFORE_LASTING "共 总共 全程 全程共 整个过程 过程 已 先后 总"

/* What begins a clause that says when or why, and tells nothing that could last. */
#define ADVERBIAL "受 因 由于 在 经 经过 面对 针对 按照 根据 随着"
/* What begins a clause of just what was told. */
#define THE_SAME "此次 本次 这次 这场 本场 此轮 本轮 这轮 该 整个 整场 全程 过程 前后 从开始"

/* With one of these between, the hours are those of a part, or of something in that time. */
#define OTHERS                                                                                                                     \
  "其中 局地 局部 部分 个别 有的 每 各 中断 间歇 间断 断续 断断续续 累计 分别 休息 两段 分段 " \
  "期间 平均 预警 小时雨量 中场"

/* Does a superlative part one of many off, as 最大雨强出现在西河 does, and 入汛以来最强降雨 does not? */
static bool singles_out(const gm_view *view, size_t from, size_t to) {
  for (size_t at; (at = gm_find_word(view, from, to, "最大 最强 最长 最高 最多")) != SIZE_MAX; from = at + 1)
    if (!gm_words_before(view, at, "以来 来 年来的 来的 历史上")) return true;
  return false;
}

#define SUBJECT 2 /* characters by which it is known again */

/* May what stands between the second moment and the words of lasting, [from, to), be nothing but what happened in the
 * span: ，受台风影响，我县遭遇强降雨，? */
static bool tells_one_thing(const gm_view *view, size_t from, size_t to) {
  unsigned told = 0;
  size_t start = from;
  while (from < to) {
    size_t end = gm_find_mark(view, from, to, "，；：。");
    bool last = end == SIZE_MAX;
    if (last) end = to;
    if (!last && !gm_one_of(view, end, "，")) return false;
    /* 我县遭遇强降雨，降雨过程持续 */
    if (end > from && last)
      return gm_words_at(view, from, THE_SAME " 的 （") || gm_find_run(view, start, from, from, SUBJECT) != SIZE_MAX;
    if (end > from && !gm_words_at(view, from, ADVERBIAL)) told++;
    from = end + 1;
  }
  return told < 2;
}

/* Does a word of lasting lead from the span to the hours? */
static bool leads(const gm_links *links, unsigned at, const moment *a) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[at];
  size_t word = gm_words_before(view, m->from, LASTING), lead = m->from - word;
  if (!word) return false;
  lead -= gm_words_before(view, lead, BEFORE_LASTING);
  size_t from = m[-1].to;
  from += gm_words_at(view, from, "许 左右 整");
  from += gm_words_at(view, from, GM_ENDS " 止");
  return lead >= from && gm_find_word(view, a->from, m->from, OTHERS) == SIZE_MAX &&
         !singles_out(view, from, m->from) && !gm_words_at(view, m->to, "后 之后 以后 前 内 之内") &&
         tells_one_thing(view, from, lead);
}

/* The minutes told by mention `at`, and by the one right behind it: 17小时30分. */
static bool read_hours(const gm_links *links, unsigned at, gm_mention *whole, int64_t *low, int64_t *high) {
  int64_t more, most;
  if (at >= links->count) return false;
  const gm_mention *m = &links->items[at];
  *whole = *m;
  if (!gm_minutes_told(m->figure, low, high)) return false;
  if (at + 1 < links->count && m[1].from == m->to && gm_minutes_told(m[1].figure, &more, &most)) {
    whole->to = m[1].to;
    *low += more;
    *high += most;
  }
  return true;
}

/* Do the hours told fit those passed, or may they be those of something in that time? */
static bool may_be(int64_t passed, int64_t low, int64_t high) {
  if (passed >= low - ROUNDED && passed <= high + ROUNDED) return true;
  if (high < passed / 2 || low > 3 * passed) return true; /* of something else */
  return high < passed && passed % DAY_MINUTES == 0;      /* 8日8时至9日8时 is a day of observation */
}

void gm_check_hours_over(gm_line_check *check, size_t index) {
  const gm_figure *figure = &check->figures->items[index];
  if (index < 3 || figure[-1].kind != GM_FIGURE_TIME || figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD)) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure), before;
  int64_t low, high, passed;
  gm_mention told;
  moment a, b;
  if (at < 3 || !read_hours(links, at, &told, &low, &high) || !read_moment(links, at - 1, &b)) return;
  before = at - (b.date ? 3 : 2);
  if (!read_moment(links, before, &a) || !a.date || !gm_same_sentence(a.date, &links->items[at])) return;
  /* Of three times of a sentence nobody knows which are meant. */
  for (unsigned i = (unsigned)(a.date - links->items); i-- > 0 && gm_same_sentence(&links->items[i], a.date);)
    if (links->items[i].figure->kind == GM_FIGURE_TIME) return;
  if (!bound(check->view, &a, &b) || !leads(links, at, &a) || !passed_between(links, &a, &b, &passed)) return;
  if (may_be(passed, low, high)) return;
  /* 8日晚8时至9日2时: by a clock of twelve hours the second may be in the afternoon */
  bool twelve = b.time->figure->parts[0] < 12 && gm_words_before(check->view, a.time->from, GM_AFTERNOON) &&
                !gm_words_before(check->view, b.time->from, GM_FORENOON " " GM_AFTERNOON);
  if ((twelve && may_be(passed + DAY_MINUTES / 2, low, high)) || gm_is_told(check, &told)) return;
  gm_report_mention(check, &told);
  gm_say_hours(check, gm_quote_line(check->view, a.from, a.time->to), gm_quote_line(check->view, b.from, b.time->to),
               passed, &told);
  gm_relate(check->out, (gm_position){0, check->view->raw_at[a.from]},
            (gm_position){0, gm_raw_end(check->view, a.time->to)}, check->language == GM_ENGLISH ? "from" : "起");
  gm_relate(check->out, (gm_position){0, check->view->raw_at[b.from]},
            (gm_position){0, gm_raw_end(check->view, b.time->to)}, check->language == GM_ENGLISH ? "to" : "止");
}
