/* DT-05 over the minutes of a meeting: 时间：6月17日14:30—17:00 in the head, 会期3个半小时 below. */
#include "check/dates.h"
#include "check/draft.h"
#include "check/families.h"

#define HEAD_LINES 24u /* kept lines in which minutes tell of the meeting itself */
#define SLACK      30  /* minutes: a meeting begins late and ends late */

static const char *const heads[] = {"时间：", "会议时间：", "开会时间：", NULL};
static const char *const lasted[] = {"会期", "会期为", "会期共", "会议历时", "会议持续", "会议持续了", NULL};

/* Minutes of the day; 下午2:30 is half past 14. */
static int64_t minutes_of(gm_text line, const gm_figure *time, bool afternoon) {
  unsigned hour = time->parts[0];
  if (hour < 12 && (afternoon || gm_reads_before(line, time->start, "下午"))) hour += 12;
  return (int64_t)hour * 60 + time->parts[1];
}

/* The only two times of a line that 时间： opens, the second behind the first; minutes between them, 0 when it tells no
 * such span. */
static int64_t session_of(const gm_draft_check *check, uint32_t line) {
  gm_text text = check->draft->lines[line];
  const gm_figure *times[2];
  unsigned count = 0;
  bool headed = gm_reads_one(text, check->draft->looks[line].indent, heads) != 0;
  for (uint32_t i = 0; headed && i < check->figures[line].count; i++) {
    const gm_figure *f = &check->figures[line].items[i];
    if (f->kind != GM_FIGURE_TIME) continue;
    if (count == 2) return 0;
    times[count++] = f;
  }
  if (count != 2) return 0;
  int64_t from = minutes_of(text, times[0], false);
  int64_t to = minutes_of(text, times[1], from >= 12 * 60);
  return to > from ? to - from : 0;
}

/* The minutes that figure i may mean, with those right behind it: 1小时40分钟. False when it tells no hours or minutes.
 */
static bool read_told(const gm_figures *figures, uint32_t i, int64_t *low, int64_t *high) {
  const gm_figure *f = &figures->items[i];
  int64_t least, most;
  if (!gm_minutes_told(f, low, high)) return false;
  if (i + 1 < figures->count && f[1].start == f->end && gm_minutes_told(f + 1, &least, &most)) {
    *low += least;
    *high += most;
  }
  return true;
}

void gm_check_session(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  int64_t session = 0, low, high;
  uint32_t head = 0, line = gm_next_text(draft, 0);
  for (unsigned seen = 0; line < draft->count && seen < HEAD_LINES; line = gm_next_text(draft, line + 1), seen++) {
    if (!(check->kinds[line] & (GM_KIND(TIME) | GM_KIND(DURATION)))) continue;
    int64_t here = session_of(check, line);
    if (here && session) return; /* of two days */
    if (here) {
      session = here;
      head = line;
      continue;
    }
    for (uint32_t i = 0; session && i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!read_told(&check->figures[line], i, &low, &high) ||
          !gm_reads_one_before(draft->lines[line], f->start, lasted) ||
          (low <= session + SLACK && session <= high + SLACK))
        continue;
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "会议时间为%lld分钟，文中为%s",
             "the meeting took %lld minutes, the text says %s", (long long)session,
             gm_quote_figure(draft, line, f).text);
      gm_relate(check->out, (gm_position){head, 0}, (gm_position){head, (uint32_t)draft->lines[head].len},
                check->language == GM_ENGLISH ? "its times" : "会议时间");
      return;
    }
  }
}
