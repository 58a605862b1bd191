#include "check/punctuation.h"

#define NUMBER_CHARS 3 /* 二十一 */

size_t gm_skip_blanks(const gm_view *view, size_t at) {
  while (at < view->count && view->cls[at] & GM_SPACE) at++;
  return at;
}

size_t gm_text_start(const gm_view *view) {
  size_t at = 0;
  while (at < view->count && (view->cls[at] & GM_SPACE || gm_one_of(view, at, "#*>-"))) at++;
  return at;
}

bool gm_item_place(const gm_view *view, size_t at) {
  while (at && (view->cls[at - 1] & GM_SPACE || view->cp[at - 1] == '*')) at--;
  return at == gm_text_start(view) || !at || gm_one_before(view, at, "。！？；：");
}

bool gm_plain_stop(const gm_view *view, size_t at) {
  return gm_one_of(view, at, "。！？") && !(view->cls[at] & (GM_IN_QUOTE | GM_IN_TITLE | GM_IN_PAREN));
}

/* The Han number at `at` as an item counts; 0 when there is none. */
static size_t number_at(const gm_view *view, size_t at, int32_t *number) {
  if (at >= view->count || !(view->cls[at] & GM_NUMERAL)) return 0;
  size_t length = gm_numeral_ordinal(view, at, number);
  return length <= NUMBER_CHARS ? length : 0;
}

static bool clause_opens(const gm_view *view, size_t at) { return !at || view->cls[at - 1] & (GM_PUNCT | GM_SPACE); }

gm_item gm_item_at(const gm_view *view, size_t at) {
  gm_item none = {0}, item = {.at = at};
  if (at >= view->count || !(view->cls[at] & GM_HAN)) return none;
  uint32_t c = view->cp[at];
  if (view->cls[at] & GM_NUMERAL) {
    size_t length = clause_opens(view, at) ? number_at(view, at, &item.number) : 0;
    if (!length) return none;
    item.end = at + length + 1;
    item.form = gm_one_of(view, at + length, "是")   ? GM_ITEM_IS
                : gm_one_of(view, at + length, "要") ? GM_ITEM_MUST
                                                     : GM_ITEM_NONE;
    return item.form ? item : none;
  }
  if (c == 0x7B2C || c == 0x5176) { /* 第 其 */
    size_t length = clause_opens(view, at) ? number_at(view, at + 1, &item.number) : 0;
    if (length && gm_one_of(view, at + 1 + length, "，、：是.")) {
      item.end = at + 1 + length;
      item.form = c == 0x7B2C ? GM_ITEM_ORDINAL : GM_ITEM_OF_THEM;
      return item;
    }
  }
  static const struct {
    const char *word;
    int32_t number;
  } words[] = {{"首先", 1}, {"其次", 2}, {"再次", 3}, {"最后", GM_ITEM_LAST}};
  if (!gm_one_of(view, at, "首其再最") || !gm_one_of(view, at + 1, "先次后") || !clause_opens(view, at)) return none;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (gm_view_match(view, at, words[i].word)) {
      item.end = at + 2;
      item.number = words[i].number;
      item.form = GM_ITEM_FIRST;
      return item;
    }
  return none;
}

gm_item gm_item_before(const gm_view *view, size_t end, const gm_item *next) {
  size_t limit = end > GM_REACH_CHARS ? end - GM_REACH_CHARS : 0;
  for (size_t at = end; at-- > limit;) {
    if (!(view->cls[at] & GM_HAN) || !clause_opens(view, at)) continue;
    gm_item item = gm_item_at(view, at);
    if (item.form != next->form) continue;
    if (item.number == next->number - 1) return item;
    if (item.number >= next->number) break; /* another list has begun since */
  }
  return (gm_item){0};
}

uint32_t gm_opening_of(uint32_t closing) {
  switch (closing) {
    case 0x201D: return 0x201C;
    case 0x2019: return 0x2018;
    case 0x300B: return 0x300A;
    default: return 0;
  }
}

size_t gm_opened_at(const gm_view *view, size_t at) {
  uint32_t closing = view->cp[at], opening = gm_opening_of(closing);
  unsigned depth = 0;
  for (size_t k = at, limit = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0; k-- > limit;) {
    if (view->cp[k] == closing) depth++;
    if (view->cp[k] != opening) continue;
    if (!depth) return k;
    depth--;
  }
  return SIZE_MAX;
}

size_t gm_closed_at(const gm_view *view, size_t at) {
  uint32_t opening = view->cp[at];
  unsigned depth = 0;
  for (size_t k = at + 1; k < view->count && k - at < GM_REACH_CHARS; k++) {
    if (view->cp[k] == opening) depth++;
    if (gm_opening_of(view->cp[k]) != opening) continue;
    if (!depth) return k;
    depth--;
  }
  return SIZE_MAX;
}

void gm_replace_line(gm_line_check *check, size_t from, size_t to, gm_text text) {
  gm_propose(check->out, (gm_position){0, check->view->raw_at[from]}, (gm_position){0, gm_raw_end(check->view, to)},
             text, gm_rules[check->rule].id);
}
