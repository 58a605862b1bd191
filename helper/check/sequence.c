/* SEQ: what the outline found wrong with the order of its items. */
#include "check/families.h"
#include "outline/marker_write.h"

static gm_text raw(const gm_draft_check *check, gm_position start, gm_position end) {
  gm_text line = check->draft->lines[start.line];
  return (gm_text){line.ptr + start.byte, end.byte - start.byte};
}

/* The marker as the writer has it, without blanks and line breaks. */
static void quote(const gm_draft_check *check, gm_position start, gm_position end, gm_buffer *out) {
  gm_buffer_text(out, raw(check, start, end));
  *gm_push(out) = '\0';
}

/* The marker that should stand there; its number in digits when the family has no such sign. */
static void write_expected(const gm_draft_check *check, const gm_fault *fault, gm_buffer *out) {
  gm_text marker = raw(check, fault->at, fault->end);
  if (!gm_marker_like(marker, (gm_family)fault->family, fault->expected, out))
    gm_buffer_format(out, "%d", (int)fault->expected);
  *gm_push(out) = '\0';
}

static void explain(gm_draft_check *check, const gm_fault *fault, gm_buffer *text) {
  gm_findings *out = check->out;
  size_t found = text->count;
  quote(check, fault->at, fault->end, text);
  size_t other = text->count;
  quote(check, fault->other, fault->other_end, text);
  size_t expected = text->count;
  write_expected(check, fault, text);
  const char *f = text->items + found, *o = text->items + other, *e = text->items + expected;
  switch ((gm_fault_kind)fault->kind) {
    case GM_FAULT_GAP:
      if (fault->found == fault->expected + 1)
        gm_say(out, check->language, "“%s”之后是“%s”，缺“%s”", "%s is followed by %s: %s is missing", o, f, e);
      else
        gm_say(out, check->language, "“%s”之后是“%s”，中间缺%d项，应从“%s”接起",
               "%s is followed by %s: %d items are missing, from %s on", o, f, (int)(fault->found - fault->expected),
               e);
      break;
    case GM_FAULT_DUPLICATE:
      gm_say(out, check->language, "序号“%s”重复，接前文应为“%s”", "%s occurs twice; %s is due here", f, e);
      break;
    case GM_FAULT_ORDER: gm_say(out, check->language, "“%s”在“%s”之前，次序颠倒", "%s stands before %s", f, o); break;
    case GM_FAULT_GLUED:
      gm_say(out, check->language, "“%s”接在上一段末尾，应另起一行", "%s is glued to the paragraph before it", f);
      break;
    case GM_FAULT_TORN: gm_say(out, check->language, "序号被拆成两行", "the marker is torn over two lines"); break;
    case GM_FAULT_WRONG_GLYPH:
      gm_say(out, check->language, "“%s”中的“笫”应为“第”", "%s has 笫 in place of 第", f);
      gm_propose(out, fault->at, (gm_position){fault->at.line, fault->at.byte + 3}, GM_TEXT("第"), "SEQ-02");
      break;
    case GM_FAULT_MISNUMBERED:
      if (gm_position_compare(fault->other, fault->at) < 0)
        gm_say(out, check->language, "“%s”应为“%s”：前一项是“%s”", "%s should be %s: %s stands before it", f, e, o);
      else
        gm_say(out, check->language, "“%s”应为“%s”：后一项是“%s”", "%s should be %s: %s stands behind it", f, e, o);
      break;
    case GM_FAULT_FORGOTTEN: break;
    case GM_FAULT_CONTENTS:
      gm_say(out, check->language, "目录与正文不一致：目录为“%s”，正文为“%s”", "the contents say %s, the body says %s",
             f, o);
      break;
  }
  if (gm_position_compare(fault->at, fault->other))
    gm_relate(out, fault->other, fault->other_end,
              fault->kind == GM_FAULT_CONTENTS ? (check->language == GM_CHINESE ? "正文标题" : "the heading")
              : check->language == GM_CHINESE  ? "相邻的一项"
                                               : "its neighbour");
}

static void report(gm_draft_check *check, bool is_inline) {
  gm_buffer text = {0};
  for (size_t i = 0; i < check->outline->faults.count; i++) {
    const gm_fault *fault = &check->outline->faults.items[i];
    if (fault->is_inline != is_inline) continue;
    gm_report_draft(check, fault->at, fault->end);
    text.count = 0;
    explain(check, fault, &text);
  }
  gm_array_free(&text);
}

void gm_check_inline_sequence(gm_draft_check *check) { report(check, true); }

void gm_check_heading_sequence(gm_draft_check *check) { report(check, false); }

/* The ladder of GB/T 9704-2012: 一、（一）1.（1）. One may begin at any rung and skip （一）; none stands above its
 * own. */
static int rung(unsigned family) {
  switch (family) {
    case GM_FAMILY_HAN: return 1;
    case GM_FAMILY_HAN_PAREN: return 2;
    case GM_FAMILY_ARABIC: return 3;
    case GM_FAMILY_ARABIC_PAREN: return 4;
    default: return 0;
  }
}

static void report_under(gm_draft_check *check, gm_buffer *text, gm_position start, gm_position end, gm_position parent,
                         gm_position parent_end) {
  gm_report_draft(check, start, end);
  text->count = 0;
  quote(check, parent, parent_end, text);
  size_t own = text->count;
  quote(check, start, end, text);
  gm_say(check->out, check->language, "“%s”之下用“%s”，层次次序为一、（一）1.（1）",
         "%s stands under %s; the order is 一、（一）1.（1）",
         check->language == GM_CHINESE ? text->items : text->items + own,
         check->language == GM_CHINESE ? text->items + own : text->items);
  gm_relate(check->out, parent, parent_end, check->language == GM_CHINESE ? "上一层" : "the level above");
}

#define FRAMED_LEAST 2 /* 一、二、 between 1. and 2.: a single 一、 may be a slip */

/* 1. then 一、二、 then 2.: a list of 一、 that another frames. The outline has 一、 above 1. whatever came first, so
 * this reads the markers that open lines. */
typedef struct frame {
  uint32_t line;      /* of the framing item, GM_NO_SECTION when none is open */
  const gm_marker *m; /* its marker */
  uint32_t first;     /* line of 一、 */
  int32_t inside;     /* number of the last 一、二、 below it */
} frame;

static void check_frame(gm_draft_check *check, gm_buffer *text, frame *open, uint32_t line) {
  const gm_marker *m = check->draft->markers[line].items;
  if (m->family == GM_FAMILY_HAN) {
    if (open->line == GM_NO_SECTION) return;
    if (m->number == 1 && !open->inside) open->first = line;
    if (m->number == open->inside + 1)
      open->inside++;
    else
      open->line = GM_NO_SECTION;
    return;
  }
  if (open->line != GM_NO_SECTION && open->inside) {
    if (m->family != open->m->family) return; /* below 一、 */
    const gm_marker *first = check->draft->markers[open->first].items;
    if (m->number != open->m->number + 1)
      m = NULL; /* （一） again, below 一、 */
    else if (open->inside >= FRAMED_LEAST)
      report_under(check, text, (gm_position){open->first, first->byte}, (gm_position){open->first, first->end},
                   (gm_position){open->line, open->m->byte}, (gm_position){open->line, open->m->end});
  } else if (open->line != GM_NO_SECTION && rung(m->family) > rung(open->m->family)) {
    return; /* below the item that may frame */
  }
  *open = m ? (frame){line, m, 0, 0} : (frame){.line = GM_NO_SECTION};
}

static void check_frames(gm_draft_check *check, gm_buffer *text) {
  const gm_draft *draft = check->draft;
  const gm_outline *outline = check->outline;
  frame open = {.line = GM_NO_SECTION};
  bool under = false; /* a 一、 is open: what follows stands below it */
  uint32_t next = 0;
  for (uint32_t line = 0; line < draft->count; line++) {
    for (; next < outline->sections.count && outline->sections.items[next].start.line <= line; next++) {
      const gm_section *s = &outline->sections.items[next];
      if (s->kind != GM_SECTION_TITLE && s->kind != GM_SECTION_HEADING && s->kind != GM_SECTION_LABEL &&
          s->family != GM_FAMILY_CHAPTER)
        continue;
      open.line = GM_NO_SECTION;
      under = false;
    }
    const gm_markers *markers = &draft->markers[line];
    if (!markers->count || !draft->classes[line].keep || !rung(markers->items->family) ||
        markers->items->byte != draft->looks[line].indent)
      continue;
    if (markers->items->family == GM_FAMILY_HAN && open.line == GM_NO_SECTION) under = true;
    if (!under) check_frame(check, text, &open, line);
  }
}

void gm_check_heading_form(gm_draft_check *check) {
  gm_buffer text = {0};
  const gm_outline *outline = check->outline;
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *section = &outline->sections.items[i];
    if (section->kind != GM_SECTION_NUMBERED || section->previous != GM_NO_SECTION || !rung(section->family)) continue;
    if (section->parent == GM_NO_SECTION) continue;
    const gm_section *parent = &outline->sections.items[section->parent];
    if (!rung(parent->family) || rung(parent->family) < rung(section->family)) continue;
    report_under(check, &text, section->start, (gm_position){section->start.line, section->marker_end}, parent->start,
                 (gm_position){parent->start.line, parent->marker_end});
  }
  check_frames(check, &text);
  gm_array_free(&text);
}
