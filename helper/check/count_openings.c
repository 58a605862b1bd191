/* CNT-07 over paragraphs: 归纳起来，是“三难”。 above paragraphs that open with 选址难。, 盈利难。, 用工难。 and
 * 配送难。. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "numeral/numeral.h"
#include "text/utf8.h"

#define OPENING_CHARS 9u  /* of what a paragraph opens with, its marker aside */
#define REACH_LINES   24u /* kept lines behind the label */
#define LISTED_LEAST  2u

/* A label at the end of its line: “三难”. */
typedef struct label {
  uint32_t from, to; /* raw bytes, the quotation marks left out */
  unsigned said;
  uint32_t word; /* 难 */
} label;

static unsigned value_of(uint32_t numeral) {
  static const uint32_t numerals[] = {U'两', U'三', U'四', U'五', U'六', U'七', U'八', U'九', U'十'};
  for (unsigned i = 0; i < sizeof numerals / sizeof *numerals; i++)
    if (numerals[i] == numeral) return i + 2;
  return 0;
}

static bool read_label(gm_text line, label *out) {
  uint32_t at = (uint32_t)line.len, c = 0, back[4];
  while (at && ((back[0] = (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + at, &c)), c = gm_fold(c)) &&
         (c == ' ' || c == 0x3002 || c == 0xFF1A))
    at -= back[0];
  if (c != 0x201D) return false; /* ” */
  at -= back[0];
  out->to = at;
  uint32_t last[3];
  for (unsigned k = 0; k < 3; k++) {
    if (!at) return false;
    at -= (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + at, &last[k]);
    if (k == 1) out->from = at;
  }
  out->word = gm_fold(last[0]);
  out->said = value_of(gm_fold(last[1]));
  return out->said && gm_fold(last[2]) == 0x201C && gm_class_of(out->word) & GM_HAN &&
         !(gm_class_of(out->word) & GM_NUMERAL);
}

/* Does the paragraph open with a few words that end in `word`, or begin with it: 选址难。 or 一是选址难。, 抓班子。? */
static bool opens_with(gm_text line, uint32_t at, uint32_t word) {
  static const char *const markers[] = {"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", NULL};
  uint32_t first = 0, last = 0, c;
  at += gm_reads_one(line, at, markers);
  for (unsigned chars = 0; at < line.len && chars <= OPENING_CHARS; chars++) {
    at += (uint32_t)gm_utf8_decode(line.ptr + at, line.ptr + line.len, &c);
    c = gm_fold(c);
    if (c == 0x3002 || c == 0xFF1A || c == 0xFF0C || c == 0x2014) return chars > 1 && (last == word || first == word);
    if (!(gm_class_of(c) & GM_HAN)) return false;
    if (!first) first = c;
    last = c;
  }
  return false;
}

/* How many paragraphs right behind the line open so; 0 when more of them stand farther down, with others between: what
 * belongs to which is not told then. */
static unsigned count_opened(const gm_draft *draft, uint32_t line, uint32_t word) {
  unsigned run = 0, all = 0, seen = 0;
  for (uint32_t i = gm_next_text(draft, line + 1); i < draft->count && seen < REACH_LINES;
       i = gm_next_text(draft, i + 1), seen++) {
    bool opens = opens_with(draft->lines[i], draft->looks[i].indent, word);
    all += opens;
    if (opens && run == seen) run++;
    if (!run) return 0;
  }
  return run == all ? run : 0;
}

void gm_check_openings(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  label told;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_QUOTES)) < draft->count; line++) {
    if (!draft->classes[line].keep || !read_label(draft->lines[line], &told)) continue;
    unsigned listed = count_opened(draft, line, told.word);
    if (listed < LISTED_LEAST || listed == told.said) continue;
    gm_report_draft(check, (gm_position){line, told.from}, (gm_position){line, told.to});
    gm_say(check->out, check->language, "“%s”：后面列出%u项，不是%u项", "“%s”: %u listed behind it, not %u",
           gm_quote_raw(draft->lines[line], told.from, told.to).text, listed, told.said);
  }
}
