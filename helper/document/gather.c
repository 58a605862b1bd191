#include "document/gather.h"

#include "check/draft.h"
#include "check/fingerprint.h"

#define STATUTE_ARTICLES 3 /* a draft that quotes an article or two is none */

/* Where the articles of a statute begin, SIZE_MAX when there is none: a notice may have one behind it. */
static size_t statute_line(const gm_outline *outline) {
  size_t first = SIZE_MAX, chapter = SIZE_MAX;
  unsigned articles = 0;
  for (size_t i = 0; i < outline->sections.count && articles < STATUTE_ARTICLES; i++) {
    const gm_section *section = &outline->sections.items[i];
    if (section->family == GM_FAMILY_CHAPTER && chapter == SIZE_MAX) chapter = section->start.line;
    if (section->kind != GM_SECTION_ARTICLE) continue;
    if (!articles++) first = chapter < section->start.line ? chapter : section->start.line;
  }
  return articles == STATUTE_ARTICLES ? first : SIZE_MAX;
}

static void spare_statute(gm_findings *findings, size_t first) {
  size_t kept = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (!gm_rules[f->rule].spares_statutes || f->start.line < first) findings->list.items[kept++] = *f;
  }
  findings->list.count = kept;
}

#define WRAPPED_CHARS 30 /* a line broken at a width is no shorter; headings are */
#define WIDTH_PLAY    6  /* by which the lines that are broken at one width differ, for marks and letters */

/* Does the line above run on into this one, broken at a width? */
static bool continues(const gm_draft *draft, uint32_t line) {
  if (!line) return false;
  const gm_look *above = &draft->looks[line - 1];
  uint16_t last = gm_class_of(above->last);
  bool open = !(last & GM_PUNCT) || last & GM_OPEN || above->last == 0xFF0C || above->last == 0x3001;
  if (draft->looks[line].chars > above->chars + WIDTH_PLAY) return false; /* a title above its text */
  return open && above->chars >= WRAPPED_CHARS && draft->classes[line - 1].kind == GM_LINE_PROSE;
}

static bool in_first_sentence(gm_text line, uint32_t byte) {
  for (uint32_t i = 0; i + 3 <= byte; i++)
    if (!memcmp(line.ptr + i, "。", 3)) return false;
  return true;
}

/* The other half of a mark may stand in the line above. */
static void spare_torn(const gm_draft *draft, gm_findings *findings) {
  size_t kept = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (gm_rules[f->rule].spares_torn && continues(draft, f->start.line) &&
        in_first_sentence(draft->lines[f->start.line], f->start.byte))
      continue;
    findings->list.items[kept++] = *f;
  }
  findings->list.count = kept;
}

/* Does the line tell what was answered: 选择“价格”的占62.3%, 认为不便的938人? */
static bool tells_answers(gm_text line) {
  static const char *const words[] = {"选择", "选项", "的选", "，选", "选“",  "认为", "希望",
                                      "表示", "觉得", "担心", "愿意", "因素", "原因", NULL};
  for (uint32_t i = 0; i < line.len; i++)
    for (const char *const *w = words; *w; w++)
      if (gm_reads(line, i, *w)) return true;
  return false;
}

/* A draft that says its figures need not add up is taken at its word, as far as the reason goes. */
static void heed_disclaimers(const gm_draft *draft, gm_findings *findings, bool rounds, bool answers) {
  size_t kept = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    uint8_t by = gm_rules[f->rule].disclaimed_by;
    if ((rounds && by & GM_DISCLAIMS_ROUNDING && !f->far_off) ||
        (answers && by & GM_DISCLAIMS_ANSWERS && tells_answers(draft->lines[f->start.line])))
      continue;
    findings->list.items[kept++] = *f;
  }
  findings->list.count = kept;
}

/* What a line says by itself and its draft says again, by one rule of one place, is told once. Of sorted findings. */
static void tell_once(gm_findings *findings) {
  size_t kept = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i], *last = kept ? &findings->list.items[kept - 1] : NULL;
    const gm_rule *rule = &gm_rules[f->rule];
    if (last && rule->draft && (rule->at || rule->figure || rule->line) && last->rule == f->rule &&
        !gm_position_compare(last->start, f->start) && !gm_position_compare(last->end, f->end))
      continue;
    findings->list.items[kept++] = *f;
  }
  findings->list.count = kept;
}

void gm_gather(const gm_draft *draft, const gm_outline *outline, const uint32_t *held, gm_findings *const *of_lines,
               const gm_findings *of_draft, gm_findings *out) {
  uint32_t disclaims = 0;
  for (size_t i = 0; i < draft->count; i++) {
    if (of_lines[i] && draft->classes[i].keep && draft->classes[i].kind != GM_LINE_CODE)
      gm_findings_append(out, of_lines[i], (uint32_t)i);
    disclaims |= held[i] & (GM_LINE_DISCLAIMS | GM_LINE_ANSWERS);
  }
  spare_statute(out, statute_line(outline));
  spare_torn(draft, out);
  gm_findings_append(out, of_draft, 0);
  if (disclaims) heed_disclaimers(draft, out, disclaims & GM_LINE_DISCLAIMS, disclaims & GM_LINE_ANSWERS);
  gm_findings_sort(out);
  tell_once(out);
  gm_findings_distinguish(out);
}
