/* DT-03 of a span of hours that only a clock of twelve hours would tell rightly, in a draft whose clock has 24:
 * 15:30前送到…， 时间为9:00—6:30. */
#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"

#define NOON           12u
#define DAY_BEGINS     6u
#define MORNING_BEGINS 8u /* before it the hour would be one of the evening, by a clock of twelve hours */

#define OVER_NIGHT                                                                                                                                                 \
  "夜 晚 凌晨 次日 翌日 第二天 值班 值守 交接班 轮班 倒班 休 闭 停 禁 限 封 急诊 下午 傍晚 上午 早 二十四小时 24小时 " \
  "全天"

/* Is there nothing but a sign of range between the two? */
static bool is_range(gm_text line, const gm_figure *a, const gm_figure *b) {
  static const char *const signs[] = {"——", "—", "–", "-", "～", "~", "至", "到"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (a->end + gm_reads(line, a->end, signs[i]) == b->start && b->start > a->end) return true;
  return false;
}

/* 9:00—6:30 */
static bool runs_back(const gm_draft_check *check, uint32_t line, uint32_t i) {
  const gm_figure *b = &check->figures[line].items[i], *a = b - 1;
  return a->kind == GM_FIGURE_TIME && b->kind == GM_FIGURE_TIME && a->parts[0] >= DAY_BEGINS && a->parts[0] <= NOON &&
         b->parts[0] < MORNING_BEGINS && b->parts[0] < a->parts[0] && is_range(check->draft->lines[line], a, b) &&
         !gm_sentence_says(check, line, a->start, OVER_NIGHT);
}

/* Has the clock of the draft 24 hours: does it tell one behind noon, and none as 下午2:30? */
static bool has_24_hours(const gm_draft_check *check) {
  static const char *const halves[] = {"下午", "晚上", "傍晚", "晚"};
  bool behind_noon = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(TIME))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_TIME) continue;
      behind_noon = behind_noon || f->parts[0] > NOON;
      for (size_t k = 0; k < sizeof halves / sizeof *halves; k++)
        if (f->parts[0] <= NOON && gm_reads_before(check->draft->lines[line], f->start, halves[k])) return false;
    }
  }
  return behind_noon;
}

static void check_hours(gm_draft_check *check) {
  int known = -1;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(TIME))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 1; i < check->figures[line].count; i++) {
      if (!runs_back(check, line, i)) continue;
      if (known < 0) known = has_24_hours(check);
      if (!known) return;
      const gm_figure *b = &check->figures[line].items[i], *a = b - 1;
      gm_report_figure(check, line, b);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "文中用24小时制，“%s”早于开始时刻“%s”：起止倒置",
             "the draft's clock has 24 hours: %s is before %s, where it begins",
             gm_quote_figure(check->draft, line, b).text, gm_quote_figure(check->draft, line, a).text);
      gm_relate_figure(check, line, a, "开始时刻", "the beginning");
    }
  }
}

void gm_check_clock(gm_draft_check *check) {
  check_hours(check);
  gm_check_deadlines(check);
  gm_check_outside(check);
  gm_check_behind_end(check);
  gm_check_event_over(check);
}
