/* XR-04: a short label in quotes, “四个一” or “四张图”, that is once told with another number. Its words are too few to
 * tell it from others of the kind, so that the odd one must be spoken of as one that is known. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

#define OPEN_QUOTE  "“"
#define CLOSE_QUOTE 0x201Du
#define INSIDE_MAX  3u   /* characters behind the number: 个一, 张图 */
#define LONG_NOUN   6u   /* bytes of a noun by which cross_label.c judges: 工程 of “五大工程” */
#define LABEL_MAX   20   /* no label counts more */
#define SLIP_MAX    2    /* a number further off is of another label */
#define LINES_APART 12u  /* from the label to the odd one */
#define LISTED      180u /* bytes looked at behind a label for what it lists */

typedef struct label {
  uint64_t words;     /* the characters behind the number, 16 bits each */
  uint32_t line, end; /* `end`: the closing quote */
  const gm_figure *figure;
} label;

typedef GM_ARRAY(label) label_array;

/* Reads the label of a figure; `words` is 0 when it is none. */
static label read_label(const gm_draft_check *check, uint32_t line, const gm_figure *f) {
  label l = {0, line, 0, f};
  gm_text text = check->draft->lines[line];
  if (!(f->roles & GM_ROLE_QUOTE) || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f) ||
      (f->noun_start >= f->end && f->noun_end - f->noun_start >= LONG_NOUN) || f->value.scale || f->value.digits < 2 ||
      f->value.digits > LABEL_MAX || !gm_reads_before(text, f->start, OPEN_QUOTE))
    return l;
  const char *p = text.ptr + f->number_end, *end = text.ptr + text.len;
  uint64_t words = 0;
  for (unsigned n = 0; p < end && n <= INSIDE_MAX; n++) {
    uint32_t c;
    size_t bytes = gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    l.end = (uint32_t)(p - text.ptr);
    if (c == CLOSE_QUOTE && n > 1) l.words = words;
    if (c == CLOSE_QUOTE || !(gm_class_of(c) & GM_HAN)) return l;
    words = words << 16 | (c & 0xFFFF);
    p += bytes;
  }
  return l;
}

/* Words before a label that is known: 对照“四张图”打分. */
static bool is_spoken_of(gm_text line, const label *l) {
  static const char *const words[] = {"对照", "对",   "按照", "依照", "根据", "按",   "照着", "围绕",
                                      "落实", "践行", "坚持", "执行", "抓好", "深化", "用好", NULL};
  uint32_t at = l->figure->start - gm_reads_before(line, l->figure->start, OPEN_QUOTE);
  for (const char *const *w = words; *w; w++)
    if (gm_reads_before(line, at, *w)) return true;
  /* 目前，“四张图”已在全县推广 */
  static const char *const done[] = {"已", "成为", "让", "使", "在", "全面", "上墙", "管理", "工作法", NULL};
  uint32_t behind = l->end + gm_reads(line, l->end, "”");
  for (const char *const *w = done; *w; w++)
    if (gm_reads(line, behind, *w)) return !at || gm_reads_before(line, at, "，") || gm_reads_before(line, at, "。");
  return false;
}

/* What makes a name of the label with it: “五个一”工程 is another matter than the “四个一”治理模式. */
static uint32_t name_behind(gm_text line, const label *l) {
  static const char *const names[] = {"工程", "活动", "行动", "计划", "奖", "专项", "战略", "规划", "教育", NULL};
  uint32_t at = l->end + gm_reads(line, l->end, "”"), n = 0;
  for (const char *const *w = names; *w && !n; w++) n = gm_reads(line, at, *w);
  return n;
}

static bool same_name(const gm_draft_check *check, const label *a, const label *b) {
  gm_text line = check->draft->lines[a->line], other = check->draft->lines[b->line];
  uint32_t n = name_behind(line, a);
  return !n || (n == name_behind(other, b) && !memcmp(line.ptr + a->end, other.ptr + b->end, n + strlen("”")));
}

/* Does a list stand before the label or behind it, so that it says itself what it counts? */
static bool lists(gm_text line, const label *l) {
  uint32_t at = l->end + gm_reads(line, l->end, "”"), open = l->figure->start - (uint32_t)strlen(OPEN_QUOTE);
  if (gm_reads_before(line, open, "的") || gm_reads_before(line, open, "”") || gm_reads_before(line, open, "、"))
    return true;
  for (uint32_t end = at + LISTED, marks = 0; at < end && at < line.len && !gm_reads(line, at, "。"); at++)
    if (gm_reads(line, at, "、") && ++marks > 1) return true;
  return false;
}

static int compare_labels(const void *x, const void *y) {
  const label *a = x, *b = y;
  if (a->words != b->words) return a->words < b->words ? -1 : 1;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  return a->end < b->end ? -1 : a->end > b->end;
}

/* Of labels with the same words, in their order: the one that alone has another number than the rest, of which there
 * are two or more, the first before it. NULL when there is none. */
static const label *odd_one(const label *group, size_t count) {
  unsigned values = 0, times[LABEL_MAX + 1] = {0};
  const label *odd = NULL;
  for (size_t i = 0; i < count; i++) values += !times[group[i].figure->value.digits]++;
  for (size_t i = 1; i < count; i++)
    if (times[group[i].figure->value.digits] == 1) odd = &group[i];
  return values == 2 && count > 2 && times[group->figure->value.digits] > 1 ? odd : NULL;
}

#define TOLD_LEAST 3u /* times that the label is told right, to say of the odd one that what follows it is the same */

/* “五张网”建设 … “六张网”建设: is the odd label followed by the same two characters as another of the `count` labels?
 */
static bool follows_alike(const gm_draft_check *check, const label *group, size_t count, const label *odd) {
  gm_text line = check->draft->lines[odd->line];
  const uint32_t quote = sizeof "”" - 1, width = 2 * (sizeof "建" - 1);
  if (count <= TOLD_LEAST || odd->end + quote + width > line.len) return false;
  for (size_t i = 0; i < count; i++) {
    gm_text other = check->draft->lines[group[i].line];
    if (&group[i] != odd && group[i].end + quote + width <= other.len &&
        !memcmp(line.ptr + odd->end + quote, other.ptr + group[i].end + quote, width))
      return true;
  }
  return false;
}

/* Does the odd label stand side by side with another of the kind? */
static bool beside_another(const gm_draft_check *check, const label *group, size_t count, const label *odd) {
  for (size_t i = 0; i < count; i++)
    if (&group[i] != odd && group[i].line == odd->line &&
        gm_side_by_side(check->draft->lines[odd->line], group[i].figure->start, group[i].end, odd->figure->start,
                        odd->end))
      return true;
  return false;
}

static void judge(gm_draft_check *check, const label *group, size_t count, const label *odd) {
  const label *usual = group;
  gm_text line = check->draft->lines[odd->line];
  int64_t off = usual->figure->value.digits - odd->figure->value.digits;
  if (off > SLIP_MAX || off < -SLIP_MAX || odd->line - usual->line > LINES_APART ||
      !(is_spoken_of(line, odd) || follows_alike(check, group, count, odd)) || lists(line, odd) ||
      !same_name(check, odd, usual) || beside_another(check, group, count, odd) ||
      gm_is_reported(check, odd->line, odd->figure))
    return;
  gm_report_figure(check, odd->line, odd->figure);
  gm_say(check->out, check->language, "他处均为“%s”，此处为“%s”", "elsewhere it is “%s”, here “%s”",
         gm_quote_raw(check->draft->lines[usual->line], usual->figure->start, usual->end).text,
         gm_quote_raw(line, odd->figure->start, odd->end).text);
  gm_relate_figure(check, usual->line, usual->figure, "另一处", "another place");
}

void gm_check_short_labels(gm_draft_check *check) {
  label_array all = {0};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_QUOTED)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->kinds[line] & (GM_KIND(CLAIM) | GM_KIND(QUANTITY)))) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      label l = read_label(check, line, &check->figures[line].items[i]);
      if (l.words) *gm_push(&all) = l;
    }
  }
  if (all.count > 1) qsort(all.items, all.count, sizeof *all.items, compare_labels);
  for (size_t i = 0, next; i < all.count; i = next) {
    for (next = i + 1; next < all.count && all.items[next].words == all.items[i].words;) next++;
    const label *odd = odd_one(all.items + i, next - i);
    if (odd) judge(check, &all.items[i], next - i, odd);
  }
  gm_array_free(&all);
}
