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

#define SETS_OUT GM_STARTS " 发车 开出 起飞 登船 离港 接警 接到报警 接报 点火"
#define GETS_IN  GM_ENDS " 到达 降落 靠港 靠岸 进港 扑灭 脱困 获救 脱险 归队"
#define HAPPENED 12 /* characters from a time to what happened then: 22:10从北京西站发车 */

/* Does one of `words` stand in the clause behind the mention? */
static bool happened(const gm_view *view, const gm_mention *m, const char *words) {
  size_t reach = m->to + HAPPENED < view->count ? m->to + HAPPENED : view->count;
  size_t end = gm_find_mark(view, m->to, reach, "，；、。！？");
  return gm_find_word(view, m->to, end < reach ? end : reach, words) != SIZE_MAX;
}

/* Do the moments bound one span: 8日20时至9日14时; 8日20时出发，9日14时抵达? */
static bool bound(const gm_view *view, const moment *a, const moment *b) {
  size_t at = a->time->to;
  at += gm_words_at(view, at, "许 左右 整");
  at += gm_words_at(view, at, "起 开始 开始的 起算");
  at += gm_one_of(view, at, "，");
  if (at + gm_words_at(view, at, "—— — - – ～ 至 到 持续到 持续至 一直到 一直持续到 延续到 截至 直到 直至") ==
          b->from &&
      at < b->from)
    return true;
  return happened(view, a->time, SETS_OUT) && happened(view, b->time, GETS_IN) &&
         gm_find_mark(view, a->time->to, b->from, "；。") == SIZE_MAX;
}

/* Days from the date of the one moment to that of the other; 0 when they cannot be told. */
static int64_t days_between(const gm_links *links, const moment *a, const moment *b) {
  if (!b->date) return 1;
  gm_days dates;
  gm_dates_of(links, (unsigned)(a->date - links->items), (unsigned)(b->time - links->items), &dates);
  /* 8日20时至9日14时, of a month that the line does not tell */
  gm_date from = a->date->figure->date, to = b->date->figure->date;
  if (!dates.count) return to.day > from.day ? to.day - from.day : 0;
  if (dates.count != 2) return 0;
  from = dates.items[0].date, to = dates.items[1].date;
  if (!from.month || (!from.year && from.month == 2 && to.month == 3)) return 0; /* is it a leap year? */
  bool turns = !from.year && from.month == 12 && to.month == 1;
  if (!from.year) from.year = to.year = GM_SOME_YEAR;
  to.year += turns;
  return gm_day_number(to) - gm_day_number(from);
}

/* Minutes from the one moment to the other; false for those of one day, which date_hours.c judges. */
static bool passed_between(const gm_links *links, const moment *a, const moment *b, int64_t *out) {
  int64_t days = days_between(links, a, b);
  *out = days * DAY_MINUTES + gm_minutes_of_day(links->view, b->time, false) -
         gm_minutes_of_day(links->view, a->time, false);
  return days >= 1 && days <= MOST_DAYS;
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

#define THESE  "这 在这 整整 前后 短短 在 就在 仅仅 在短短 这整整 前前后后"
#define WITHIN "里 内 间 中 之内 之间 以内 的时间里 的时间内 时间里 时间内"

/* 到3月3日18时，32个小时里: hours right behind the span, in which something happened. Fewer than it has may be some of
 * them, unless they are called those: 这36个小时里. */
static bool goes_on_within(const gm_view *view, const gm_mention *m, size_t to, bool more) {
  size_t lead = gm_words_before(view, m->from, THESE), from = m[-1].to;
  from += gm_words_at(view, from, "许 左右 整 止 为止");
  if (!gm_words_at(view, to, WITHIN) || m->from < from + lead + 1u) return false;
  size_t end = gm_find_mark(view, to, view->count, "，；。！？");
  if (gm_find_word(view, to, end == SIZE_MAX ? view->count : end,
                   "将 预计 可能 预报 仍有 最大 最高 最低 最多 不得 须 需") != SIZE_MAX) /* of what is to come */
    return false;
  bool those = lead && gm_find_word(view, m->from - lead, m->from, "这 整整 前后") != SIZE_MAX;
  return m->from - lead == from + 1u && gm_one_of(view, from, "，") && (more || those);
}

/* Does a word of lasting lead from the span to the hours? */
static bool leads(const gm_links *links, unsigned at, const moment *a) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[at];
  size_t word = gm_words_before(view, m->from, LASTING), lead = m->from - word;
  /* 停水时间为3月5日22时至3月6日6时，共10小时 */
  if (!word) return m->from - gm_words_before(view, m->from, "，共 （共 ，共计 （共计 ，总共") == m[-1].to;
  lead -= gm_words_before(view, lead, BEFORE_LASTING);
  size_t from = m[-1].to;
  from += gm_words_at(view, from, "许 左右 整");
  from += gm_words_at(view, from, GETS_IN " 止");
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
static bool may_be(int64_t passed, int64_t low, int64_t high, bool observed) {
  if (passed >= low - ROUNDED && passed <= high + ROUNDED) return true;
  if (high < passed / 2 || low > 3 * passed) return true; /* of something else */
  return observed && high < passed && passed % DAY_MINUTES == 0;
}

/* Are the moments bounds of a time, and not said to begin and end anything: the day of observation 8日8时至9日8时? */
static bool observed(const gm_view *view, const moment *a, const moment *b) {
  return !gm_words_at(view, a->time->to, "起 开始") && !happened(view, b->time, GETS_IN " 止");
}

/* 3月5日9时至3月6日17时，共16小时: may they be those of each day from the one time to the other? */
static bool by_day(const gm_view *view, const moment *a, const moment *b, int64_t passed, int64_t low) {
  int64_t daily = gm_minutes_of_day(view, b->time, false) - gm_minutes_of_day(view, a->time, false);
  return daily > 0 && low <= daily * (passed / DAY_MINUTES + 1);
}

/* By a clock of twelve hours, may the second of 8日晚8时至9日2时 be in the afternoon? */
static bool twelve_hours(const gm_view *view, const moment *a, const moment *b) {
  return b->time->figure->parts[0] < 12 && gm_words_before(view, a->time->from, GM_AFTERNOON) &&
         !gm_words_before(view, b->time->from, GM_FORENOON " " GM_AFTERNOON);
}

/* The two moments right before mention `at`, when its sentence tells no other time before them: of three nobody knows
 * which are meant. */
static bool read_moments(const gm_links *links, unsigned at, moment *a, moment *b) {
  if (at < 3 || !read_moment(links, at - 1, b) || !read_moment(links, at - (b->date ? 3 : 2), a) || !a->date ||
      !gm_same_sentence(a->date, &links->items[at]))
    return false;
  for (unsigned i = (unsigned)(a->date - links->items); i-- > 0 && gm_same_sentence(&links->items[i], a->date);)
    if (links->items[i].figure->kind == GM_FIGURE_TIME) return false;
  return true;
}

static void relate_moment(gm_line_check *check, const moment *m, const char *zh, const char *en) {
  const gm_view *view = check->view;
  gm_relate(check->out, (gm_position){0, view->raw_at[m->from]}, (gm_position){0, gm_raw_end(view, m->time->to)},
            check->language == GM_ENGLISH ? en : zh);
}

void gm_check_hours_over(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  if (index < 3 || figure[-1].kind != GM_FIGURE_TIME || figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD)) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
  int64_t low, high, passed;
  gm_mention told;
  moment a, b;
  if (!read_hours(links, at, &told, &low, &high) || !read_moments(links, at, &a, &b) || !bound(view, &a, &b) ||
      !passed_between(links, &a, &b, &passed) ||
      !(leads(links, at, &a) || goes_on_within(view, &links->items[at], told.to, low > passed)))
    return;
  bool frame = observed(view, &a, &b);
  if (may_be(passed, low, high, frame) || by_day(view, &a, &b, passed, low) || gm_is_told(check, &told) ||
      (twelve_hours(view, &a, &b) && may_be(passed + DAY_MINUTES / 2, low, high, frame)))
    return;
  gm_report_mention(check, &told);
  gm_say_hours(check, gm_quote_line(view, a.from, a.time->to), gm_quote_line(view, b.from, b.time->to), passed, &told);
  relate_moment(check, &a, "起", "from");
  relate_moment(check, &b, "止", "to");
}
