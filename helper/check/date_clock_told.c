/* DT-05: 9时20分，主轴卡死；11时05分恢复运转，停了115分钟: a span in hours or minutes against the two times of the day
 * that its sentence tells, with what happened then between. */
#include <stdlib.h>

#include "check/change.h"
#include "check/dates.h"
#include "check/families.h"
#include "check/spans.h"

#define DAY_SECONDS  (24 * 3600)
#define HALF_SECONDS (12 * 3600)
#define TIMES_MAX    4u  /* more in a sentence are a timetable */
#define LEAD_CHARS   12u /* from the mark before it to the span: 全部车辆停运时间达 */
#define NEXT_DAY     "次日 翌日 第二天 隔日"

/* What a span from one time to the other is called; V了 apart: 停了, 开了, 抢修用了. */
#define LASTING                                                                                                                                                    \
  "历时 用时 耗时 费时 共 共计 总共 一共 总计 前后 全程 时长 总时长 时限 限时 时间 持续 为时 历经 长达 中断 停 停运 " \
  "停电 停产 "                                                                                                                                                 \
  "停水 停机 停工 停摆 停业 相隔 间隔 相距 延续 运行 行驶 飞行 航行 行程 车程 航程 赛程 片长 关门时间"
#define ADVERBS "不过 仅仅 仅用 只用 仅 只 才 达 长达 为 共 整整 足足 刚好 正好 一共 总共 恰好 已 就"
/* With these in its clause the span is of something else, or compared with another. */
#define OTHERS                                                                                                                                                    \
  "往返 来回 提前 推迟 推后 延后 延误 晚点 晚 早 迟 每 各 平均 其中 中途 途中 沿途 中场 休息 茶歇 实际 有效 净 单程 " \
  "另 再 "                                                                                                                                                      \
  "缩短 减少 增加 延长 节省 快 慢 分别 上半 下半 互动 间歇 累计 合计 计划 原定 预计 左右 上下"

/* Does nothing but words of lasting stand between its clause's mark and the span? 距接警仅1小时30分 says since
 * when. */
static bool leads(const gm_view *view, const gm_mention *told) {
  size_t at = told->from;
  if (at - told->clause > LEAD_CHARS || at == told->clause || !gm_one_before(view, told->clause, "，；、（"))
    return false;
  if (gm_find_word(view, told->clause, at, OTHERS) != SIZE_MAX) return false;
  size_t than = gm_find_than(view, told->clause, at);
  if (than != SIZE_MAX && !gm_words_at(view, than, "比赛")) return false;
  if (gm_words_at(view, told->clause, "距离 距 离")) return true;
  for (size_t n; at > told->clause && (n = gm_words_before(view, at, ADVERBS)) != 0;) at -= n;
  return gm_words_before(view, told->from, LASTING) || (at > told->clause && gm_words_before(view, at, LASTING)) ||
         (at > told->clause + 1 && gm_one_before(view, at, "了") && view->cls[at - 2] & GM_HAN);
}

/* A time of the day, in seconds; of the next day those of a day more. */
typedef struct moment {
  const gm_mention *m;
  int64_t seconds;
} moment;

/* 23日21时30分…，24日2时10分… */
static bool is_next_day(gm_date a, gm_date b) {
  return b.day == a.day + 1 && (!b.month || b.month == a.month) && (!b.year || b.year == a.year);
}

/* The times of the sentence before the span; 0 when there are too many, or one is of a kind that is not compared. */
static unsigned read_times(const gm_links *links, unsigned index, moment *out) {
  const gm_view *view = links->view;
  unsigned first = index, count = 0, days = 0;
  gm_date day = {0, 0, 0};
  while (first && gm_same_sentence(&links->items[first - 1], &links->items[index])) first--;
  for (unsigned i = first; i < index; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_DATE && m->figure->date.day) {
      if (++days > 2 || (days == 2 && !is_next_day(day, m->figure->date))) return 0; /* date_hours_over.c */
      day = m->figure->date;
    }
    if (m->figure->kind != GM_FIGURE_TIME) continue;
    /* 6时30分至12时 has its span from date_clock.c, and of two such each has its own */
    bool arrives = gm_words_at(view, m->to, "到达 到站 到港 到家 到岗 到位 到场"); /* 14时10分到达终点 */
    if ((!arrives && gm_words_at(view, m->to, "至 到 — —— - – ～ ~ ∼")) ||
        gm_words_before(view, m->from, "至 到 — —— - – ～ ~ ∼"))
      return 0;
    if (count == TIMES_MAX || m->figure->roles & (GM_ROLE_TITLE | GM_ROLE_PAREN) || m->figure->parts[0] > 24) return 0;
    size_t from = m->from - gm_words_before(view, m->from, GM_FORENOON " 中午 " GM_AFTERNOON);
    bool afternoon = count && out[0].m && gm_words_before(view, out[0].m->from, GM_AFTERNOON) && from == m->from;
    out[count++] = (moment){m, 60 * (int64_t)gm_minutes_of_day(view, m, afternoon) +
                                   (days > 1 || gm_words_before(view, from, NEXT_DAY) ? DAY_SECONDS : 0)};
  }
  return count;
}

/* Does another span of the sentence, added or taken off, explain the difference: 停留25分钟? */
static bool explained(const gm_links *links, unsigned index, int64_t off) {
  gm_span other;
  for (unsigned i = 0; i < links->count; i++)
    if (i != index && gm_same_sentence(&links->items[i], &links->items[index]) && gm_read_span(links, i, &other) &&
        other.seconds == off)
      return true;
  return false;
}

void gm_check_clock_told(gm_line_check *check, size_t figure) {
  if (figure < 2 || gm_count_kind(check->figures, GM_FIGURE_TIME) < 2) return;
  const gm_links *links = gm_links_of(check);
  unsigned index = gm_mention_of(links, &check->figures->items[figure]);
  const gm_view *view = links->view;
  moment times[TIMES_MAX];
  gm_span told;
  if (index < 2 || index >= links->count || !gm_read_span(links, index, &told) || told.seconds < 60 ||
      (told.part[1] < 0 && told.part[0] >= 0) || told.whole.figure->roles & GM_ROLE_EACH || !leads(view, &told.whole))
    return;
  unsigned count = read_times(links, index, times);
  /* 9:00开庭，12:30休庭，14:00继续，17:00结束 */
  if (count == 4 && times[1].seconds - times[0].seconds + times[3].seconds - times[2].seconds == told.seconds) return;
  const moment *a = NULL, *b = NULL;
  for (unsigned j = 1; j < count; j++)
    for (unsigned i = 0; i < j; i++) {
      int64_t passed = times[j].seconds - times[i].seconds, off = llabs(passed - told.seconds);
      if (!off) {
        gm_agree(check, &links->items[index], times[i].m, times[j].m);
        return;
      }
      /* by a clock of twelve hours, over midnight, or told to five minutes */
      if (off == HALF_SECONDS || off == DAY_SECONDS || off <= 300 || explained(links, index, off)) return;
      if (gm_span_slips(&told, passed)) a = &times[i], b = &times[j];
    }
  /* of several times the one that lies next to the span and another: which are meant, the slip tells */
  if (!a || b != &times[count - 1] || gm_is_told(check, &told.whole) ||
      gm_words_at(view, told.whole.to, "后 之后 以后 前 内 之内 左右 的 多 以上"))
    return;
  gm_report_mention(check, &told.whole);
  gm_say_hours(check, gm_quote_mention(view, a->m), gm_quote_mention(view, b->m), (b->seconds - a->seconds) / 60,
               &told.whole);
  gm_relate_mention(check, a->m, "起", "from");
  gm_relate_mention(check, b->m, "止", "to");
}
