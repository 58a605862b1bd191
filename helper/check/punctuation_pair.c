/* PUN-16: brackets, quotes and title marks pair in their paragraph, and alternate when nested. */
#include "check/families.h"
#include "check/words.h"
#include "text/mojibake.h"
#include "text/utf8.h"

/* Deeper nesting than this is no sentence of a draft; what stands deeper is not judged. */
#define PAIR_DEPTH 32

typedef struct pairing {
  uint32_t closing; /* the mark that would close it */
  size_t at;
} pairing;

static uint32_t closing_of(uint32_t c) {
  switch (c) {
    case 0x201C: return 0x201D;
    case 0x2018: return 0x2019;
    case 0x300A: return 0x300B;
    case 0x3008: return 0x3009;
    case 0x3010: return 0x3011;
    case 0x3014: return 0x3015;
    case 0xFF08: return 0xFF09;
    default: return 0;
  }
}

static bool is_closing(uint32_t c) {
  return c == 0x201D || c == 0x2019 || c == 0x300B || c == 0x3009 || c == 0x3011 || c == 0x3015 || c == 0xFF09;
}

/* 1）, a), 一） as markers of an item. */
static bool marker_bracket(const gm_view *view, size_t i) {
  if (view->cp[i] != 0xFF09 || !i) return false;
  size_t start = i;
  while (start && i - start < 4 && view->cls[start - 1] & (GM_DIGIT | GM_LATIN | GM_NUMERAL)) start--;
  return start < i && (!start || view->cls[start - 1] & (GM_SPACE | GM_PUNCT));
}

/* What is known of the line once: where its text begins and ends, and whether it ends like a paragraph, with a stop, a
 * colon or a semicolon, closing marks behind it left out. */
typedef struct extent {
  size_t first, last; /* of the characters that are neither marks nor blanks; last is behind them */
  bool paragraph;
} extent;

static extent extent_of(const gm_view *view) {
  extent e = {0, view->count, false};
  while (e.first < view->count && view->cls[e.first] & (GM_PUNCT | GM_SPACE)) e.first++;
  while (e.last && view->cls[e.last - 1] & (GM_PUNCT | GM_SPACE)) e.last--;
  size_t i = view->count;
  while (i && (view->cls[i - 1] & (GM_SPACE | GM_CLOSE))) i--;
  e.paragraph = i && (view->cls[i - 1] & GM_STOP || gm_one_before(view, i, "：；"));
  return e;
}

/* The standard of the mainland is nothing to a draft of Taiwan or Hong Kong. */
static void report_lone(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  const char *clause = gm_one_of(view, i, "《》〈〉") ? "4.15" : gm_one_of(view, i, "“”‘’") ? "4.8" : "4.9";
  gm_report_line(check, i, i + 1);
  gm_quote mark = gm_quote_line(view, i, i + 1);
  if (check->profile & GM_PROFILE_CN)
    gm_say(check->out, check->language, "标点 %s 在本段没有配对的另一半（GB/T 15834-2011 %s）",
           "the mark %s has no partner in its paragraph (GB/T 15834-2011 %s)", mark.text, clause);
  else
    gm_say(check->out, check->language, "标点 %s 在本段没有配对的另一半", "the mark %s has no partner in its paragraph",
           mark.text);
}

/* Bytes of mojibake and the Private Use Area stand where a mark was lost: NRM-01 speaks there. */
static bool damaged(const gm_view *view, size_t i) {
  size_t from = i > 8 ? i - 8 : 0;
  for (size_t k = from; k < view->count && k < i + 8; k++)
    if (view->cp[k] == GM_REPLACEMENT || (view->cp[k] >= 0xE000 && view->cp[k] <= 0xF8FF)) return true;
  return false;
}

static bool may_have_partner(const gm_view *view, const extent *line, size_t i) {
  bool quote = view->cp[i] >= 0x2018 && view->cp[i] <= 0x201D;
  bool opens_line = i <= line->first, ends_line = i + 1 >= line->last;
  if (!line->paragraph || ends_line) return true;
  if (view->cls[i] & GM_OPEN) return quote && (opens_line || gm_one_before(view, i, "：，"));
  return opens_line;
}

/* A quotation or a note over several lines: one left open at the line's start, behind a colon or at its end, one closed
 * at its very end or very beginning, and any in a line that is no whole paragraph, may have its partner elsewhere
 * (4.8.3; lines torn by a paste). Of quotations in paragraphs the rule of the draft asks whether they have. */
static bool may_run_on(gm_line_check *check, const extent *line, size_t i) {
  if (!may_have_partner(check->view, line, i)) return false;
  uint32_t mark = check->view->cp[i];
  check->runs_on = check->runs_on || (line->paragraph && (mark == 0x201C || mark == 0x201D));
  return true;
}

/* Shorter lines are chrome or torn by the paste: a lone mark there is no news. */
#define PAIR_LINE_CHARS 16

/* The mark that a lone one lacks may have gone down in mojibake, of which NRM-01 speaks. */
static bool has_mojibake(const gm_view *view) {
  if (!view->raw.len || !memchr(view->raw.ptr, '?', view->raw.len)) return false;
  gm_mojibake_array found = {0};
  gm_buffer text = {0};
  gm_mojibake_scan(view->raw, &found, &text);
  bool any = found.count > 0;
  gm_array_free(&found);
  gm_array_free(&text);
  return any;
}

/* A quote in a quote, a title in a title, of one kind: both halves are there, so it is a doubt only. */
static void report_nested(gm_line_check *check, size_t i) {
  bool title = check->view->cp[i] == 0x300A;
  gm_report_line(check, i, i + 1);
  gm_lower(check->out, GM_SEVERITY_HINT);
  gm_say(check->out, check->language,
         title ? "书名号里面还用书名号时，里面的用单书名号〈〉（GB/T 15834-2011 4.15）"
               : "引号里面还用引号时，里面的用单引号‘’（GB/T 15834-2011 4.8）",
         title ? "a title inside a title takes 〈〉 (GB/T 15834-2011 4.15)"
               : "a quotation inside a quotation takes ‘’ (GB/T 15834-2011 4.8)");
}

static void check_pairs(gm_line_check *check) {
  const gm_view *view = check->view;
  pairing open[PAIR_DEPTH];
  size_t depth = 0, nested[PAIR_DEPTH], nested_count = 0, lone = check->out->list.count;
  if (view->paired || view->count < PAIR_LINE_CHARS) return;
  extent line = extent_of(view);
  for (size_t i = 0; (i = gm_view_next(view, i, GM_OPEN | GM_CLOSE)) < view->count; i++) {
    uint32_t c = view->cp[i], closing = closing_of(c);
    if (closing) {
      if (depth == PAIR_DEPTH) return;
      open[depth++] = (pairing){closing, i};
      continue;
    }
    if (!is_closing(c)) continue;
    /* ’ is an apostrophe too: Xi’an, ’97. */
    if (c == 0x2019 && ((i && view->cls[i - 1] & (GM_LATIN | GM_DIGIT)) || view->cls[i + 1] & GM_DIGIT)) continue;
    size_t d = depth;
    while (d && open[d - 1].closing != c) d--;
    if (d) {
      /* What was opened inside and not closed is alone. */
      for (size_t k = d; k < depth; k++)
        if (!damaged(view, open[k].at)) report_lone(check, open[k].at);
      depth = d - 1;
      bool same = depth && open[depth - 1].closing == c && (c == 0x201D || c == 0x300B);
      if (same && nested_count < PAIR_DEPTH) nested[nested_count++] = open[depth].at;
    } else if (!marker_bracket(view, i) && !may_run_on(check, &line, i) && !damaged(view, i)) {
      report_lone(check, i);
    }
  }
  for (size_t k = 0; k < depth; k++) {
    size_t at = open[k].at;
    if (may_run_on(check, &line, at) || damaged(view, at)) continue;
    report_lone(check, at);
  }
  bool wanted = check->hints && check->profile & GM_PROFILE_CN && check->out->list.count == lone && !depth;
  for (size_t k = 0; wanted && k < nested_count; k++) report_nested(check, nested[k]);
}

/* Straight quotes tell no side: an odd number of them in a paragraph leaves one alone. Told at the last of them. */
static void check_straight_quotes(gm_line_check *check) {
  const gm_view *view = check->view;
  const char *found = view->raw.len ? memchr(view->raw.ptr, '"', view->raw.len) : NULL;
  if (!found) return;
  extent line = extent_of(view);
  size_t first = gm_clean_at(view, (uint32_t)(found - view->raw.ptr)), count = 0, last = first;
  bool quotes = false;
  for (size_t k = first; k < view->count; k++) {
    if (view->cp[k] != '"') continue;
    /* 5" is a measure, a="b" is code, a letter's quotation is another language's. */
    if (k && view->cls[k - 1] & (GM_DIGIT | GM_LATIN) && !(view->cls[k + 1] & GM_HAN)) return;
    if (gm_one_before(view, k, "=\\")) return;
    quotes = quotes || (k && view->cls[k - 1] & GM_HAN) || view->cls[k + 1] & GM_HAN;
    count++;
    last = k;
  }
  if (count % 2 == 0 || !quotes || !line.paragraph || view->count < PAIR_LINE_CHARS) return;
  if (first <= line.first || last + 1 >= line.last || gm_one_before(view, last, "：，")) return;
  gm_report_line(check, last, last + 1);
  gm_say(check->out, check->language, "本段有%u个直引号 \"，不成对（GB/T 15834-2011 4.8）",
         "%u straight quotes in the paragraph do not pair (GB/T 15834-2011 4.8)", (unsigned)count);
}

void gm_check_pairs(gm_line_check *check) {
  gm_findings *out = check->out;
  size_t findings = out->list.count, text = out->text.count;
  check_pairs(check);
  check_straight_quotes(check);
  if (out->list.count == findings || !has_mojibake(check->view)) return;
  out->list.count = findings; /* one fault, one finding */
  out->text.count = text;
}
