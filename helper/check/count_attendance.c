/* CNT-05 over the minutes of a meeting: 应到9人，实到8人 below the names of seven present and two excused. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

#define HEAD_LINES  24u /* kept lines in which minutes name who came */
#define NAME_LEAST  2u
#define NAME_MOST   4u
#define NAMES_LEAST 2u /* of one, more may be told elsewhere */

static const char *const present[] = {"出席：",     "出席人员：",     "参会：", "参会人员：",
                                      "参加人员：", "出席会议人员：", NULL};
static const char *const excused[] = {"请假：", "请假人员：", "缺席：", "缺席人员：", NULL};

/* Where the value behind one of the labels begins that opens the line; 0 when none does. */
static uint32_t behind_label(const gm_draft *draft, uint32_t line, const char *const *labels) {
  uint32_t at = draft->looks[line].indent, bytes = gm_reads_one(draft->lines[line], at, labels);
  return bytes ? at + bytes : 0;
}

/* How many names stand from byte `at` to the line's end, parted by 、 or ，, what is in brackets left out; 0 when some
 * is no name: 各科室负责人, 张三等. */
static unsigned count_names(gm_text line, uint32_t at) {
  unsigned names = 0, chars = 0;
  bool bracket = false;
  for (uint32_t c; at < line.len;) {
    at += (uint32_t)gm_utf8_decode(line.ptr + at, line.ptr + line.len, &c);
    c = gm_fold(c);
    if (c == 0xFF08 || c == 0xFF09) {
      bracket = c == 0xFF08;
    } else if (bracket || c == ' ') {
      continue;
    } else if (c == 0x3001 || c == 0xFF0C || c == 0x3002) {
      if (chars < NAME_LEAST || chars > NAME_MOST) return 0;
      names++;
      chars = 0;
    } else if (!(gm_class_of(c) & GM_HAN) || c == 0x7B49) { /* 等 */
      return 0;
    } else {
      chars++;
    }
  }
  if (!chars) return names;
  return chars >= NAME_LEAST && chars <= NAME_MOST ? names + 1 : 0;
}

/* The figure of persons right behind the word, in the line; NULL when there is none. */
static const gm_figure *told_behind(const gm_draft_check *check, uint32_t line, const char *word) {
  for (uint32_t i = 0; i < check->figures[line].count; i++) {
    const gm_figure *f = &check->figures[line].items[i];
    if (gm_units[f->unit].unit_class == GM_CLASS_PERSON && f->approx == GM_APPROX_NONE &&
        gm_reads_before(check->draft->lines[line], f->start, word))
      return f;
  }
  return NULL;
}

void gm_check_attendance(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  unsigned came = 0, away = 0;
  uint32_t named = 0, line = gm_next_text(draft, 0);
  for (unsigned seen = 0; line < draft->count && seen < HEAD_LINES; line = gm_next_text(draft, line + 1), seen++) {
    uint32_t at = behind_label(draft, line, present);
    if (at && came) return; /* several lists */
    if (at) {
      came = count_names(draft->lines[line], at);
      named = line;
      if (came < NAMES_LEAST) return;
    }
    if ((at = behind_label(draft, line, excused)) != 0) away = count_names(draft->lines[line], at);
    const gm_figure *due = came && away ? told_behind(check, line, "应到") : NULL,
                    *told = due ? told_behind(check, line, "实到") : NULL;
    /* Who is named makes up those who were due: then it is the number that is wrong, and no name left out. */
    if (!told || due->value.digits != (int64_t)came + away || told->value.digits == came) continue;
    gm_report_figure(check, line, told);
    gm_say(check->out, check->language, "名单列出出席%u人、请假%u人，文中为%s",
           "%u are named as present and %u as excused, the text says %s", came, away,
           gm_quote_figure(draft, line, told).text);
    gm_relate(check->out, (gm_position){named, 0}, (gm_position){named, (uint32_t)draft->lines[named].len},
              check->language == GM_ENGLISH ? "the names" : "名单");
    return;
  }
}
