/* PUN-16 where a line alone does not tell: in titles and headings, which end in no stop, so that the rule of the line
 * takes them for torn ones, and at quotations that may run on over paragraphs. */
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

#define LINES_MOST  3  /* of a title */
#define BYTES_LEAST 18 /* of a heading: what is shorter may be chrome */
#define DEPTH_MOST  8

/* The marks of some lines that have no partner in them. */
typedef struct lone_marks {
  uint32_t count;
  uint32_t mark, line; /* of the last */
  uint32_t from, to;   /* its bytes */
} lone_marks;

static uint32_t partner_of(uint32_t c) {
  switch (c) {
    case 0x201C: return 0x201D;
    case 0x300A: return 0x300B;
    case 0xFF08: return 0xFF09;
    case 0x201D: return 0x201C;
    case 0x300B: return 0x300A;
    case 0xFF09: return 0xFF08;
    default: return 0;
  }
}

static bool opens(uint32_t c) { return c == 0x201C || c == 0x300A || c == 0xFF08; }

static lone_marks lone_in(const gm_draft_check *check, uint32_t first, uint32_t last) {
  lone_marks lone = {0}, open[DEPTH_MOST];
  unsigned depth = 0;
  for (uint32_t line = first; line <= last; line++) {
    if (!(check->kinds[line] & GM_LINE_PAIRS)) continue; /* most headings */
    const gm_text text = check->draft->lines[line];
    for (uint32_t at = 0, bytes; at < text.len; at += bytes) {
      uint32_t c, partner;
      bytes = (uint32_t)gm_utf8_decode(text.ptr + at, text.ptr + text.len, &c);
      c = gm_fold(c);
      if (!(partner = partner_of(c))) continue;
      lone_marks here = {lone.count + 1, c, line, at, at + bytes};
      if (opens(c)) {
        if (depth == DEPTH_MOST) return (lone_marks){0};
        open[depth++] = here;
      } else if (depth && open[depth - 1].mark == partner) {
        depth--;
      } else {
        lone = here;
      }
    }
  }
  if (depth) {
    uint32_t before = lone.count;
    lone = open[depth - 1];
    lone.count = before + depth;
  }
  return lone;
}

/* The nearest line with text from `line` on, `down` or up, has it the partner that the mark lacks? */
static bool goes_on(const gm_draft_check *check, uint32_t line, bool down, uint32_t mark) {
  const gm_draft *draft = check->draft;
  while (down ? ++line < draft->count : line-- > 0) {
    if (!draft->looks[line].chars) continue;
    lone_marks lone = lone_in(check, line, line);
    return lone.count && (lone.count > 1 || lone.mark == partner_of(mark));
  }
  return false;
}

static bool ends_as_text(const gm_draft *draft, uint32_t line) {
  uint32_t last = draft->looks[line].last;
  return gm_class_of(last) & GM_STOP || last == 0xFF1A || last == 0xFF1B;
}

static void report(gm_draft_check *check, const lone_marks *lone, const char *zh, const char *en) {
  gm_report_draft(check, (gm_position){lone->line, lone->from}, (gm_position){lone->line, lone->to});
  gm_say(check->out, check->language, zh, en, gm_quote_raw(check->draft->lines[lone->line], lone->from, lone->to).text);
}

static void check_headings(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  for (size_t i = 0; i < check->outline->sections.count; i++) {
    const gm_section *s = &check->outline->sections.items[i];
    uint32_t first = s->title.line, last = s->title_end.line;
    if ((s->kind != GM_SECTION_TITLE && s->kind != GM_SECTION_HEADING && s->kind != GM_SECTION_NUMBERED) || s->soft ||
        last < first || last - first >= LINES_MOST || draft->lines[first].len < BYTES_LEAST ||
        ends_as_text(draft, last))
      continue;
    lone_marks lone = lone_in(check, first, last);
    if (lone.count != 1 || goes_on(check, first, false, lone.mark) || goes_on(check, last, true, lone.mark)) continue;
    /* 1） and 一） open items */
    if (lone.mark == 0xFF09 && lone.line == s->start.line && lone.to <= s->marker_end) continue;
    report(check, &lone, "标题中的 %s 没有配对的另一半", "%s in the heading has no partner");
  }
}

#define FAR_LINES 40 /* with text, over which a quotation may run on: a letter, a speech that is quoted whole */

/* Is the quotation left open at the end of `line`, or at its beginning, told on in another? Each paragraph of a long one
 * opens with “, and the last alone closes. One that the draft ends in may be cut off. */
static bool runs_on(const gm_draft_check *check, uint32_t line, bool down) {
  const gm_draft *draft = check->draft;
  unsigned seen = 0;
  while (seen < FAR_LINES && (down ? ++line < draft->count : line-- > 0)) {
    if (!draft->looks[line].chars) continue;
    if (!seen++ && down && draft->looks[line].first == 0x201C) return true;
    lone_marks lone = lone_in(check, line, line);
    if (!lone.count) continue;
    return lone.count > 1 || lone.mark != (down ? 0x201Cu : 0x201Du);
  }
  return !seen;
}

static void check_quotations(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  for (uint32_t i = gm_next_line(check, 0, GM_LINE_RUNS_ON); i < draft->count;
       i = gm_next_line(check, i + 1, GM_LINE_RUNS_ON)) {
    lone_marks lone = lone_in(check, i, i);
    bool opening = lone.mark == 0x201C;
    if (lone.count != 1 || !(opening || lone.mark == 0x201D) || draft->classes[i].kind != GM_LINE_PROSE) continue;
    if (!opening && lone.from && draft->lines[i].ptr[lone.from - 1] >= '0' && draft->lines[i].ptr[lone.from - 1] <= '9')
      continue; /* 3′15” */
    if (!runs_on(check, i, opening))
      report(check, &lone, "标点 %s 在本段和前后各段都没有配对的另一半",
             "the mark %s has no partner, neither in its paragraph nor in others");
  }
}

void gm_check_far_pairs(gm_draft_check *check) {
  check_headings(check);
  check_quotations(check);
}
