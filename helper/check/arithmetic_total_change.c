/* AR-03 over sentences and paragraphs: a change told as a total, and the changes that make it up. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define CHANGES_MAX 12 /* changes of one sentence that may add up */

/* A change told as a total, or alone in its sentence, and the changes behind it: figures first to end - 1 of `line`. */
typedef struct total_change {
  const gm_figure *total;
  uint32_t total_line, line, first, end;
  unsigned count; /* of the changes */
  gm_interval sum;
  gm_decimal value;
} total_change;

/* Adds the changes up: those in the total's direction, and if `net`, less those in the other. False when they are none
 * that add up. */
static bool add_changes(const gm_draft_check *check, total_change *t, bool net) {
  const uint32_t direction = GM_ROLE_UP | GM_ROLE_DOWN;
  t->sum = gm_interval_exact((gm_decimal){0, 0});
  t->value = (gm_decimal){0, 0};
  t->count = 0;
  for (uint32_t k = t->first; k < t->end; k++) {
    const gm_figure *part = &check->figures[t->line].items[k];
    if (!gm_is_amount(part) || !gm_is_delta(part) || !gm_comparable(part, t->total)) continue;
    if (++t->count > CHANGES_MAX) return false;
    bool added = (part->roles & direction) == (t->total->roles & direction);
    if (added) {
      if (!gm_interval_add(&t->sum, part->interval) || !gm_decimal_add(t->value, part->value, &t->value)) return false;
    } else if (!net || !gm_interval_subtract(t->sum, part->interval, &t->sum) ||
               !gm_decimal_subtract(t->value, part->value, &t->value)) {
      return false;
    }
  }
  return t->count >= 2;
}

/* 达到58346户。企业21418户，个体36928户: are there as many amounts as changes, and do they come to one that stands
 * beside the total change? Then the changes are all there are. */
static bool amounts_add_up(const gm_draft_check *check, const total_change *t) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  unsigned count = 0;
  for (uint32_t line = t->total_line; line <= t->line; line++) {
    const gm_figures *figures = &check->figures[line];
    for (uint32_t i = 0; i < (line == t->line ? t->end : figures->count); i++) {
      const gm_figure *f = &figures->items[i];
      bool beside = line == t->total_line && f->sentence <= t->total->sentence && (line < t->line || i < t->first);
      if (beside || !gm_is_amount(f) || !gm_is_plain(f) || !gm_comparable(f, t->total)) continue;
      if (t->line == t->total_line && i > t->first) return false; /* columns, of which AR-01 speaks */
      if (++count > CHANGES_MAX || !gm_interval_add(&sum, f->interval)) return false;
    }
  }
  if (count != t->count) return false;
  const gm_figures *figures = &check->figures[t->total_line];
  for (uint32_t i = 0; i < figures->count && (t->total_line < t->line || i < t->first); i++) {
    const gm_figure *f = &figures->items[i];
    if (f->sentence == t->total->sentence && gm_is_amount(f) && gm_is_plain(f) && gm_comparable(f, t->total) &&
        gm_interval_touch(sum, f->interval))
      return true;
  }
  return false;
}

#define COMPARED_CHARS 96u /* before a figure in its sentence that may tell what it is compared with */
#define COMPARED_WITH  "年初 去年 上年 同期 上月 上季 前年 年末 年底 期初"

/* What a figure is compared with: 比2020年, 与年初相比. A year, or the two characters of a word; 0 when nothing is
 * told. */
static uint64_t base_of(const gm_draft_check *check, uint32_t line, const gm_figure *figure) {
  uint32_t text[COMPARED_CHARS];
  size_t n = gm_context_before(check->draft->lines[line], figure->start, text, COMPARED_CHARS);
  uint64_t base = 0;
  for (const uint32_t *c = text + COMPARED_CHARS - n; c + 4 < text + COMPARED_CHARS; c++) {
    if (*c != 0x6BD4 && *c != 0x8F83 && *c != 0x4E0E && *c != 0x540C) continue; /* 比较与同 */
    if (gm_class_of(c[1]) & gm_class_of(c[4]) & GM_DIGIT)
      base = (uint64_t)c[1] << 48 ^ (uint64_t)c[2] << 32 ^ (uint64_t)c[3] << 16 ^ c[4];
    else if (gm_word_list_in(check->words, c + 1, (size_t)(text + COMPARED_CHARS - c) - 1, COMPARED_WITH))
      base = (uint64_t)c[1] << 32 ^ c[2];
  }
  return base;
}

/* Do the changes say another time than the total: against 2020年 and against 年初? */
static bool of_another_time(const gm_draft_check *check, const total_change *t) {
  uint64_t parts = base_of(check, t->line, &check->figures[t->line].items[t->end - 1]);
  return parts && parts != base_of(check, t->total_line, t->total);
}

/* 净增1376单位. …甲增加2218单位，乙减少942单位: a net change, and what came and what went. */
static bool is_net(const gm_draft_check *check, const total_change *t) {
  static const char *const nets[] = {"净增", "净减", "净增加", "净减少", "净增长"};
  const uint32_t direction = GM_ROLE_UP | GM_ROLE_DOWN;
  bool net = false, other = false;
  if (gm_net_is_told(&check->figures[t->total_line], t->total)) return false;
  for (size_t i = 0; i < sizeof nets / sizeof *nets && !net; i++)
    net = gm_reads_before(check->draft->lines[t->total_line], t->total->start, nets[i]) != 0;
  for (uint32_t k = t->first; k < t->end && net; k++) {
    const gm_figure *part = &check->figures[t->line].items[k];
    other = other || (gm_is_delta(part) && gm_comparable(part, t->total) &&
                      (part->roles & direction) != (t->total->roles & direction));
  }
  return other;
}

#define NEAR_CHANGE 5   /* per mille: so near they belong together though nothing says that there are no others */
#define FAR_CHANGE  500 /* per mille, of changes that are all there are */

static void check_total_change(gm_draft_check *check, total_change *t) {
  const gm_figure *total = t->total;
  bool near_by = t->line <= t->total_line + 1 || check->draft->looks[t->line - 1].chars == 0;
  if (!near_by || !add_changes(check, t, true) || gm_interval_touch(t->sum, total->interval)) return;
  bool wrong = gm_within(t->value, total->value, FAR_CHANGE) && !(total->roles & GM_ROLE_ADDED) &&
               (amounts_add_up(check, t) || is_net(check, t)) && !of_another_time(check, t);
  if (!wrong &&
      (!(total->roles & GM_ROLE_TOTAL) || !add_changes(check, t, false) ||
       (!gm_within(t->value, total->value, NEAR_CHANGE) && gm_look_alike(t->value, total->value) != GM_SWAPPED)))
    return;
  if (gm_is_reported(check, t->total_line, total)) return;
  gm_report_figure(check, t->total_line, total);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "分项变动合计%s，文中为%s", "the changes come to %s, the text says %s",
         gm_quote_as(check->draft, t->total_line, total, t->value).text, gm_quote_figure(check->draft, t->total_line, total).text);
  gm_relate_figure(check, t->line, &check->figures[t->line].items[t->first], "分项变动", "a change");
}

/* 共增加153557册次。线下增加108643册次，线上增加44864册次: a change told as a total or alone, and the changes of the
 * next sentence or paragraph that make it up. */
void gm_check_total_change(gm_draft_check *check) {
  total_change t = {0};
  for (uint32_t line = 0; (line = t.total ? line : gm_next_line(check, line, GM_LINE_CHANGE)) < check->draft->count;
       line++) {
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->looks[line].chars) continue;
    bool changes = check->kinds[line] & GM_LINE_CHANGE;
    for (uint32_t i = 0; changes && i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_is_delta(f) || f->roles & GM_ROLE_PAREN) continue;
      gm_check_net_flows(check, line, i);
      bool fresh = !t.total || !gm_comparable(f, t.total);
      if (f->roles & GM_ROLE_TOTAL || (fresh && !(t.total && t.total->roles & GM_ROLE_TOTAL))) {
        t.total = f;
        t.total_line = line;
        continue;
      }
      if (fresh) continue;
      t.line = line;
      t.first = i;
      for (t.count = 0; i < figures->count && figures->items[i].sentence == f->sentence; i++)
        t.count += gm_is_delta(&figures->items[i]) && gm_comparable(&figures->items[i], t.total);
      t.end = i--;
      if (t.count > 1) check_total_change(check, &t);
      t.total = t.count > 1 ? NULL : f;
      t.total_line = line;
    }
    if (line > t.total_line + 2) t.total = NULL;
  }
  gm_check_told_change(check);
}
