/* AR-03 over sentences: 平均停时由31小时缩短到25小时…。平均停时缩短8小时: a change told again by the very name of what
 * went from the one to the other. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define HAN_BYTES   3u
#define NAME_LEAST  (5 * HAN_BYTES) /* a shorter name may be another's too */
#define NAME_MOST   (16 * HAN_BYTES)
#define LINES_ABOVE 8u
#define JUDGED_MAX  64u

/* Where the verb begins by which a figure tells how much something changed; its own start when there is none. */
static uint32_t verb_before(gm_text line, const gm_figure *f) {
  static const char *const verbs[] = {"缩短", "延长", "增加", "减少", "降低", "提高", "压缩", "压减", NULL};
  if (!(gm_is_amount(f) || f->kind == GM_FIGURE_DURATION) || !gm_is_delta(f) || !gm_is_exact(f) ||
      f->roles & (GM_ROLE_PAREN | GM_ROLE_TO | GM_ROLE_FROM | GM_ROLE_COMPARED | GM_ROLE_TITLE | GM_ROLE_THRESHOLD))
    return f->start;
  uint32_t to = f->start - gm_reads_before(line, f->start, "了"), verb = 0;
  for (const char *const *w = verbs; *w && !verb; w++) verb = gm_reads_before(line, to, *w);
  return verb ? to - verb : f->start;
}

/* Where the name begins that fills the clause up to `end`; `end` when it is too short, too long or no name alone. */
static uint32_t name_before(gm_text line, uint32_t end) {
  static const char *const others[] = {"比",   "较", "再",   "又",   "每",   "将", "预计",
                                       "计划", "可", "同比", "环比", "其中", NULL};
  uint32_t from = end;
  while (from >= HAN_BYTES && (unsigned char)line.ptr[from - HAN_BYTES] >= 0xE4 &&
         (unsigned char)line.ptr[from - HAN_BYTES] <= 0xE9 && end - from <= NAME_MOST)
    from -= HAN_BYTES;
  if (end - from < NAME_LEAST || end - from > NAME_MOST || gm_reads_within(line, from, end, others)) return end;
  return from;
}

/* The two ends that line `at` tells of the name, the first of figures[*first]: 平均停时由31小时缩短到25小时. */
static bool find_ends(const gm_draft_check *check, uint32_t at, gm_text name, uint32_t before, const gm_figure *delta,
                      const gm_figure **from, const gm_figure **to) {
  const gm_figures *figures = &check->figures[at];
  gm_text line = check->draft->lines[at];
  for (uint32_t i = 0; i + 1 < figures->count; i++) {
    const gm_figure *a = &figures->items[i], *b = a + 1;
    if (a->start >= before) return false;
    if (!(a->roles & GM_ROLE_FROM) || !(b->roles & GM_ROLE_TO) || a->sentence != b->sentence || !gm_is_exact(a) ||
        !gm_is_exact(b) || !gm_comparable(a, delta) || !gm_comparable(b, delta))
      continue;
    uint32_t said = a->start - HAN_BYTES; /* 由 */
    if (a->start < name.len + HAN_BYTES || (!gm_reads(line, said, "由") && !gm_reads(line, said, "从")) ||
        memcmp(line.ptr + said - name.len, name.ptr, name.len))
      continue;
    *from = a;
    *to = b;
    return true;
  }
  return false;
}

static void judge(gm_draft_check *check, uint32_t line, const gm_figure *delta, gm_text name, uint32_t start) {
  uint32_t first = line > LINES_ABOVE ? line - LINES_ABOVE : 0;
  const gm_figure *from = NULL, *to = NULL;
  for (uint32_t k = line + 1; k-- > first;) {
    if (!check->draft->classes[k].keep || check->figures[k].count < 2 ||
        !find_ends(check, k, name, k == line ? start : UINT32_MAX, delta, &from, &to))
      continue;
    bool rose = gm_decimal_compare(to->value, from->value) > 0;
    gm_interval size;
    gm_decimal value;
    if (!gm_interval_subtract(rose ? to->interval : from->interval, rose ? from->interval : to->interval, &size) ||
        gm_interval_touch(size, delta->interval) || gm_is_reported(check, line, delta) ||
        !gm_decimal_subtract(rose ? to->value : from->value, rose ? from->value : to->value, &value))
      return;
    gm_report_figure(check, line, delta);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "由%s到%s相差%s，文中为%s", "from %s to %s is %s, the text says %s",
           gm_quote_figure(check->draft, k, from).text, gm_quote_figure(check->draft, k, to).text,
           gm_quote_as(check->draft, line, delta, value).text, gm_quote_figure(check->draft, line, delta).text);
    gm_relate_figure(check, k, from, "变动前", "before");
    gm_relate_figure(check, k, to, "变动后", "after");
    return;
  }
}

/* 由31小时缩短到25小时: does the line tell what something went from and to? Few lines of a draft do. */
static bool tells_ends(const gm_figures *figures) {
  for (uint32_t i = 0; i + 1 < figures->count; i++)
    if (figures->items[i].roles & GM_ROLE_FROM && figures->items[i + 1].roles & GM_ROLE_TO) return true;
  return false;
}

void gm_check_told_change(gm_draft_check *check) {
  unsigned judged = 0;
  uint32_t ends = UINT32_MAX; /* the last line that tells them */
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_AMOUNT | GM_KIND(DURATION))) < check->draft->count;
       line++) {
    if (!check->draft->classes[line].keep) continue;
    gm_text text = check->draft->lines[line];
    if (tells_ends(&check->figures[line])) ends = line;
    if (ends == UINT32_MAX || line - ends > LINES_ABOVE) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      uint32_t verb = verb_before(text, f), from = verb < f->start ? name_before(text, verb) : verb;
      if (from == verb) continue;
      if (judged++ == JUDGED_MAX) return;
      judge(check, line, f, (gm_text){.ptr = text.ptr + from, .len = verb - from}, from);
    }
  }
}
