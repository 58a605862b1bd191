#include "figure/phrase.h"

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

bool gm_only_at_number(const gm_word *word, size_t length) {
  return length == 1 && (word->approx || word->flags & (GM_WORD_UP | GM_WORD_DOWN));
}

bool gm_modifies(const gm_view *view, const gm_word *word, size_t end) {
  uint32_t next = view->cp[end];
  return (word->flags & (GM_WORD_VERB | GM_WORD_UP | GM_WORD_DOWN)) &&
         (next == 0x5F0F || next == 0x578B || next == 0x6027); /* 式型性 */
}

void gm_phrase_cut(const gm_view *view, size_t from, size_t to, gm_phrase *out) {
  out->count = out->flags = 0;
  size_t i = from, plain = from;
  while (i < to) {
    size_t length;
    const gm_word *word = gm_word_find(view, i, &length);
    bool mark = view->cp[i] == 0x7684 || is(view, i, GM_PUNCT); /* 的 */
    if (!word && !mark) {
      i++;
      continue;
    }
    if (word && ((i + 1 < to && gm_only_at_number(word, length)) || gm_modifies(view, word, i + length))) word = NULL;
    if (word ? i + length > to || !word->flags : !mark) {
      i += word && i + length <= to ? length : 1;
      continue;
    }
    if (i > plain) out->items[out->count++] = (gm_piece){NULL, plain, i};
    if (word) {
      out->items[out->count++] = (gm_piece){word, i, i + length};
      out->flags |= word->flags;
      i += length;
    } else {
      out->items[out->count++] = (gm_piece){NULL, i, i};
      i++;
    }
    plain = i;
  }
  if (i > plain) out->items[out->count++] = (gm_piece){NULL, plain, i};
}

void gm_phrase_before(const gm_scan *scan, size_t at, gm_phrase *out) {
  size_t from = scan->clause > scan->floor ? scan->clause : scan->floor;
  gm_phrase_cut(scan->view, at - from > GM_PHRASE_REACH ? at - GM_PHRASE_REACH : from, at, out);
}

bool gm_is_verb(const gm_view *view, size_t from, size_t to) {
  size_t length;
  const gm_word *word = gm_word_find(view, from, &length);
  return word && length == to - from && (word->flags & (GM_WORD_VERB | GM_WORD_UP | GM_WORD_DOWN));
}

uint32_t gm_phrase_hash(const gm_view *view, size_t from, size_t to) {
  uint32_t hash = 2166136261u; /* FNV-1a */
  for (size_t i = from; i < to; i++) hash = (hash ^ view->cp[i]) * 16777619u;
  return to > from ? (hash ? hash : 1) : 0;
}
