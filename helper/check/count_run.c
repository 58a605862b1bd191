/* CNT-03: a count announced against the run of inline items it introduces. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

#define LEAD_BYTES 60 /* from the announced count to the first item: a noun, a few words, a mark */

static bool inline_family(uint8_t family) {
  return family == GM_FAMILY_IS || family == GM_FAMILY_MUST || family == GM_FAMILY_ORDINAL ||
         family == GM_FAMILY_FIRST_NEXT || family == GM_FAMILY_OF_THEM || family == GM_FAMILY_INLINE_HAN ||
         family == GM_FAMILY_INLINE_PAREN;
}

/* Marks between [from, to): the last one that is no blank, and how many stops there are. */
static uint32_t last_mark(gm_text line, uint32_t from, uint32_t to, unsigned *stops, unsigned *commas) {
  uint32_t last = 0;
  *stops = *commas = 0;
  for (const char *p = line.ptr + from, *end = line.ptr + to; p < end;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (!c || c == ' ') continue;
    last = c;
    *stops += (gm_class_of(c) & GM_STOP) != 0;
    *commas += c == 0xFF0C || c == 0xFF1B;
  }
  return last;
}

/* The last figure that ends at or before `limit`, NULL when none does. A line may hold thousands of runs and figures.
 */
static const gm_figure *last_figure_before(const gm_figures *figures, uint32_t limit) {
  uint32_t low = 0, high = figures->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (figures->items[middle].end <= limit)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? &figures->items[low - 1] : NULL;
}

/* 原因有三： before the first item; 0 when it does not stand there. */
static unsigned bare_count(gm_text line, uint32_t byte, gm_position *start) {
  uint32_t c[4];
  size_t n = gm_context_before(line, byte, c, 4);
  static const uint32_t digits[] = {0, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  if (n < 3 || c[3] != 0xFF1A || c[1] != 0x6709) return 0; /* 有N： */
  unsigned value = 0;
  for (unsigned d = 2; d <= 10; d++)
    if (digits[d] == c[2]) value = d;
  start->byte = byte;
  for (unsigned k = 0; value && k < 2 && start->byte;) {
    uint32_t x;
    start->byte -= (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + start->byte, &x);
    x = gm_fold(x);
    k += x && x != ' ';
  }
  return value;
}

/* Items of the run that begins at section `first`, and the greatest number among them; a faulty run gives 0. */
static unsigned run_length(const gm_outline *outline, uint32_t first, const uint32_t *next, int32_t *greatest) {
  unsigned count = 0;
  *greatest = 0;
  for (uint32_t i = first; i != GM_NO_SECTION; i = next[i]) {
    const gm_section *s = &outline->sections.items[i];
    count++;
    if (s->number != (int32_t)count) return 0; /* SEQ-01 speaks of it */
    *greatest = s->number;
  }
  return count;
}

/* Is the announced count fulfilled by the list before it (从甲、乙、丙三个环节入手。一是…)? Then the run is another. */
static bool lists_before(gm_text line, const gm_figure *figure) {
  uint32_t c[24];
  size_t n = gm_context_before(line, figure->start, c, 24);
  for (size_t i = 24 - n; i < 24; i++)
    if (c[i] == 0x3001) return true;
  return false;
}

static bool can_announce(const gm_figure *f) {
  if (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) return false;
  if (!gm_is_exact(f) || f->value.scale || f->value.digits < 2 || f->value.digits > 20) return false;
  if (f->roles & (GM_ROLE_TITLE | GM_ROLE_PAREN | GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_NUMBER_NAME)) return false;
  uint8_t class = gm_units[f->unit].unit_class;
  return class == GM_CLASS_COUNT || class == GM_CLASS_NONE;
}

static void check_run(gm_draft_check *check, uint32_t first, const uint32_t *next) {
  const gm_draft *draft = check->draft;
  const gm_section *item = &check->outline->sections.items[first];
  int32_t greatest;
  unsigned count = run_length(check->outline, first, next, &greatest);
  if (count < 2) return;
  /* The announcement ends in the item's line, or ends the paragraph before when the item opens its own. */
  uint32_t line = item->start.line, limit = item->start.byte;
  unsigned stops, commas;
  bool opens = true;
  for (uint32_t b = 0; b < limit && opens; b++) {
    uint32_t c;
    gm_utf8_decode(draft->lines[line].ptr + b, draft->lines[line].ptr + limit, &c);
    if ((unsigned char)draft->lines[line].ptr[b] >= 0x80 && ((unsigned char)draft->lines[line].ptr[b] & 0xC0) == 0x80)
      continue;
    c = gm_fold(c);
    opens = !c || c == ' ';
  }
  if (opens) {
    uint32_t steps = 0;
    do {
      if (!line || ++steps > 4) return;
      line--;
    } while (!draft->looks[line].chars || !draft->classes[line].keep);
    limit = (uint32_t)draft->lines[line].len;
  }
  gm_text text = draft->lines[line];
  const gm_figure *claim = last_figure_before(&check->figures[line], limit);
  gm_position start = {line, 0};
  unsigned announced = bare_count(text, limit, &start);
  if (announced) {
    if (announced == count || (int32_t)announced == greatest) return;
    uint32_t colon;
    limit -= (uint32_t)gm_utf8_decode_back(text.ptr, text.ptr + limit, &colon);
    gm_report_draft(check, start, (gm_position){line, limit});
  } else {
    if (!claim || limit - claim->end > LEAD_BYTES || !can_announce(claim)) return;
    announced = (unsigned)claim->value.digits;
    if (announced == count || (int32_t)announced == greatest) return;
    uint32_t mark = last_mark(text, claim->end, limit, &stops, &commas);
    /* …四项任务：一是 announces for certain; …四项任务。一是 only when nothing else stands between. */
    bool colon = mark == 0xFF1A;
    if (commas || (colon ? stops != 0 : stops != 1 || limit - claim->end > LEAD_BYTES / 2)) return;
    if (!colon && (claim->kind != GM_FIGURE_CLAIM || lists_before(text, claim))) return;
    if (colon && lists_before(text, claim) && claim->roles & GM_ROLE_LIST_TOTAL) return;
    unsigned off = announced > count ? announced - count : count - announced;
    if (off > (colon ? 3u : 2u)) return;
    gm_report_figure(check, line, claim);
    if (!colon) gm_lower(check->out, GM_SEVERITY_WARNING);
  }
  const gm_finding *finding = &check->out->list.items[check->out->list.count - 1];
  gm_say(check->out, check->language, "“%s”：后面列出%u项，不是%u项", "“%s”: %u items follow, not %u",
         gm_quote_raw(text, finding->start.byte, finding->end.byte).text, count, announced);
  gm_relate(check->out, item->start, (gm_position){item->start.line, item->marker_end},
            check->language == GM_ENGLISH ? "the first item" : "第一项");
}

void gm_check_announced_run(gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  size_t n = outline->sections.count;
  if (n < 2) return;
  uint32_t *next = gm_alloc(n * sizeof *next);
  for (size_t i = 0; i < n; i++) next[i] = GM_NO_SECTION;
  for (size_t i = 0; i < n; i++) {
    uint32_t previous = outline->sections.items[i].previous;
    if (previous != GM_NO_SECTION && previous < n) next[previous] = (uint32_t)i;
  }
  for (uint32_t i = 0; i < n; i++) {
    const gm_section *s = &outline->sections.items[i];
    if (s->kind == GM_SECTION_INLINE && s->previous == GM_NO_SECTION && s->number == 1 && !s->soft &&
        inline_family(s->family))
      check_run(check, i, next);
  }
  free(next);
}
