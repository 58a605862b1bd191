/* PCT-01 of a rate whose whole is told farther up by the same name: 半程项目6000人。 / 半程项目共有5820人完赛，
 * 完赛率97%. A name is little to go by: only a rate with two neighbouring digits the other way round is told. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/quiet.h"

#define HAN_BYTES   3u
#define NAME_LEAST  (3 * HAN_BYTES) /* 半程项目; of two characters there are too many */
#define NAME_MOST   (10 * HAN_BYTES)
#define PAIR_BYTES  36u /* from an amount to its rate: 人完赛，完赛率为 */
#define LEAD_BYTES  48u /* from the name to its amount */
#define LINES_ABOVE 40u

/* Does one of the marks end at the byte? */
static bool ends_mark(gm_text line, uint32_t at, const char *const *marks) {
  unsigned char lead = at >= HAN_BYTES ? (unsigned char)line.ptr[at - HAN_BYTES] : 0;
  if (lead != 0xE3 && lead != 0xEF) return false; /* no mark is begun by another byte */
  for (; *marks; marks++)
    if (gm_reads_before(line, at, *marks)) return true;
  return false;
}

/* The two characters before 率, which tell what the part has done: 落实 of 落实率为. Empty when there are none. */
static gm_text deed_of(gm_text line, const gm_figure *part, const gm_figure *rate) {
  uint32_t at = rate->start;
  while (at > part->end && !gm_reads_before(line, at, "率")) at--;
  return at >= part->end + 3 * HAN_BYTES ? (gm_text){line.ptr + at - 3 * HAN_BYTES, 2 * HAN_BYTES} : (gm_text){NULL, 0};
}

/* The words that begin the clause of the part, up to what says that it is told: 半程项目 of 半程项目共有5820人, 本科生
 * of 本科生落实3620人，落实率为…. */
static gm_text name_of(gm_text line, const gm_figure *part, gm_text deed) {
  static const char *const marks[] = {"，", "。", "；", "、", "：", "）", NULL};
  static const char *const ends[] = {"共", "有", "已", "实", "完", "为", "达", "累", "全", "现", NULL};
  uint32_t start = part->start, floor = start > LEAD_BYTES ? start - LEAD_BYTES : 0;
  while (start > floor && !ends_mark(line, start, marks)) start--;
  start += gm_reads(line, start, "其中");
  uint32_t end = start;
  for (; end + HAN_BYTES <= part->start; end += HAN_BYTES) {
    bool stop = (unsigned char)line.ptr[end] < 0xE4 || (unsigned char)line.ptr[end] > 0xE9;
    for (const char *const *w = ends; *w && !stop && end > start; w++) stop = gm_reads(line, end, *w) != 0;
    stop = stop ||
           (deed.len && end > start && end + deed.len <= part->start && !memcmp(line.ptr + end, deed.ptr, deed.len));
    if (stop) break;
  }
  gm_text name = {line.ptr + start, end - start};
  return name.len >= NAME_LEAST && name.len <= NAME_MOST ? name : (gm_text){NULL, 0};
}

/* Does the name stand before the amount, with nothing counted or parted between? */
static bool is_of(gm_text line, const gm_figures *figures, uint32_t index, gm_text name) {
  static const char *const marks[] = {"，", "；", "。", NULL};
  const gm_figure *f = &figures->items[index];
  uint32_t least = index ? figures->items[index - 1].end : 0;
  if (least + LEAD_BYTES < f->start) least = f->start - LEAD_BYTES;
  for (uint32_t at = f->start; at >= least + name.len; at--) {
    if (ends_mark(line, at, marks)) return false;
    if (line.ptr[at - 1] == name.ptr[name.len - 1] && !memcmp(line.ptr + at - name.len, name.ptr, name.len))
      return true;
  }
  return false;
}

static bool is_rate(gm_text line, const gm_figure *part, const gm_figure *rate) {
  if (rate->kind != GM_FIGURE_PERCENT || rate->roles & (GM_ROLE_SHARE | GM_ROLE_UP | GM_ROLE_DOWN) ||
      !gm_is_exact(rate) || !gm_is_count(part) || part->sentence != rate->sentence || rate->start < part->end ||
      rate->start - part->end > PAIR_BYTES)
    return false;
  uint32_t at = rate->start;
  for (uint32_t n; (n = gm_reads_before(line, at, "为")) || (n = gm_reads_before(line, at, "达"));) at -= n;
  return gm_reads_before(line, at, "率") != 0;
}

/* Judges the rate right behind figure `index` of the line. */
static void judge(gm_draft_check *check, uint32_t line, uint32_t index) {
  const gm_figure *part = &check->figures[line].items[index], *rate = part + 1;
  const gm_interval percent = gm_percent_interval(rate, 1);
  gm_text line_text = check->draft->lines[line], name = name_of(line_text, part, deed_of(line_text, part, rate));
  const gm_figure *whole = NULL;
  uint32_t at = 0, first = line > LINES_ABOVE ? line - LINES_ABOVE : 0;
  gm_decimal computed;
  if (!name.len) return;
  for (uint32_t k = line + 1; k-- > first;) {
    /* The nearest figures only: a line may have any number of rates. */
    uint32_t end = check->figures[k].count;
    if (k == line && end > index + GM_MENTIONS_MAX) end = index + GM_MENTIONS_MAX;
    for (uint32_t i = end > 2 * GM_MENTIONS_MAX ? end - 2 * GM_MENTIONS_MAX : 0; i < end; i++) {
      const gm_figure *f = &check->figures[k].items[i];
      if (f == part || !gm_is_amount(f) || !gm_comparable(f, part)) continue;
      if (k == line && gm_ratio_fits(part->interval, f->interval, percent)) return;
      if (!is_of(check->draft->lines[k], &check->figures[k], i, name)) continue;
      if (gm_ratio_fits(part->interval, f->interval, percent)) return;
      if (!gm_is_count(f) || gm_decimal_compare(f->value, part->value) <= 0) continue;
      if (whole && gm_decimal_compare(whole->value, f->value)) return;
      whole = f;
      at = k;
    }
  }
  if (!whole || !gm_percent_of(part->value, whole->value, rate->value.scale, &computed) ||
      gm_look_alike(computed, rate->value) != GM_SWAPPED)
    return;
  gm_report_far_share(check, line, part, rate, at, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_rate_above(gm_draft_check *check) {
  for (uint32_t line = 1; (line = gm_next_line(check, line, GM_KIND(PERCENT))) < check->draft->count; line++) {
    if (gm_is_quiet(check, GM_QUIET_RATE_ABOVE, line, LINES_ABOVE)) continue;
    const gm_figures *figures = &check->figures[line];
    size_t told = check->out->list.count;
    for (uint32_t i = 1; i < figures->count; i++)
      if (is_rate(check->draft->lines[line], &figures->items[i - 1], &figures->items[i])) judge(check, line, i - 1);
    if (told == check->out->list.count) gm_note_quiet(check, GM_QUIET_RATE_ABOVE, line, LINES_ABOVE);
  }
}
