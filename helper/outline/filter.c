#include "outline/filter.h"

#include "data/han.h"
#include "text/utf8.h"

/* Sets of places in a word are bit masks: bit j = the first j code points are matched. */
typedef uint64_t places;

typedef struct word {
  uint32_t codes[GM_FILTER_WORD_MAX]; /* letters in lower case */
  uint32_t count;
} word;

static uint32_t fold(uint32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static word read_word(gm_text text) {
  word w = {.count = 0};
  for (const char *p = text.ptr, *end = p + text.len; p < end && w.count < GM_FILTER_WORD_MAX;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    w.codes[w.count++] = fold(c);
  }
  return w;
}

/* u is written for the u-umlaut, which the table calls v. */
static bool same_letter(char letter, uint32_t code) {
  return (uint32_t)letter == code || (letter == 'v' && code == 'u');
}

/* Where one reading leads from place j. */
static places read_on(const char *syllable, const word *w, uint32_t j) {
  places to = 0;
  uint32_t n = 0;
  bool two = syllable[0] && syllable[1] == 'h';
  while (syllable[n] && j + n < w->count && same_letter(syllable[n], w->codes[j + n])) {
    n++;
    bool whole = !syllable[n], ended = j + n == w->count;
    if (n == 1 || (n == 2 && two) || whole || ended) to |= (places)1 << (j + n);
  }
  return to;
}

/* Where a character of the text leads from the places reached before it. */
static places step(uint32_t c, const word *w, places from) {
  places to = 0;
  c = fold(c);
  bool han = c >= GM_HAN_FIRST && c <= GM_HAN_LAST;
  const uint16_t *set = han ? gm_pinyin_sets + (gm_pinyin_set_of[c - GM_HAN_FIRST] & 0x7FFF) : NULL;
  for (uint32_t j = 0; j < w->count; j++) {
    if (!(from >> j & 1)) continue;
    if (w->codes[j] == c) to |= (places)1 << (j + 1);
    if (!han || w->codes[j] < 'a' || w->codes[j] > 'z') continue;
    for (uint16_t i = 1; i <= set[0]; i++) to |= read_on(gm_pinyin_syllables[set[i]], w, j);
  }
  return to;
}

/* May be left out of what is typed: neither Han nor letter nor digit. */
static bool is_passed_over(uint32_t c) {
  c = fold(c);
  return !(c >= GM_HAN_FIRST && c <= GM_HAN_LAST) && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

bool gm_filter_find(gm_text text, gm_text wanted, gm_span *span) {
  word w = read_word(wanted);
  *span = (gm_span){0, 0};
  if (!w.count) return true;
  const char *end = text.ptr + text.len;
  for (const char *start = text.ptr; start < end;) {
    uint32_t c;
    size_t first = gm_utf8_decode(start, end, &c);
    places reached = step(c, &w, 1);
    const char *p = start + first;
    while (reached && !(reached >> w.count & 1) && p < end) {
      size_t n = gm_utf8_decode(p, end, &c);
      places on = step(c, &w, reached);
      reached = is_passed_over(c) ? on | reached : on;
      p += n;
    }
    if (reached >> w.count & 1) {
      *span = (gm_span){(uint32_t)(start - text.ptr), (uint32_t)(p - text.ptr)};
      return true;
    }
    start += first;
  }
  return false;
}

static gm_text next_word(gm_text *rest) {
  while (rest->len && (*rest->ptr == ' ' || *rest->ptr == '\t')) {
    rest->ptr++;
    rest->len--;
  }
  size_t n = 0;
  while (n < rest->len && rest->ptr[n] != ' ' && rest->ptr[n] != '\t') n++;
  gm_text found = {rest->ptr, n};
  rest->ptr += n;
  rest->len -= n;
  return found;
}

/* Is every word of the query found in a section's marker and title, of which the marker is the first bytes? Latin
 * letters are looked for in the title alone, since the pinyin of a marker says nothing. */
static bool matches(gm_text query, gm_text text, size_t marker, gm_filtered *out, gm_buffer *found) {
  for (;;) {
    gm_text w = next_word(&query);
    if (!w.len) return true;
    uint32_t letter = fold((unsigned char)w.ptr[0]);
    size_t skip = letter >= 'a' && letter <= 'z' ? marker : 0;
    gm_span span;
    if (!gm_filter_find((gm_text){text.ptr + skip, text.len - skip}, w, &span)) return false;
    if (out->span_count == GM_FILTER_WORDS_MAX) continue;
    uint32_t from = (uint32_t)found->count;
    gm_buffer_add(found, text.ptr + skip + span.from, span.to - span.from);
    out->spans[out->span_count++] = (gm_span){from, (uint32_t)found->count};
  }
}

static bool is_numbered(const gm_section *s) {
  return !s->soft && (s->kind == GM_SECTION_NUMBERED || s->kind == GM_SECTION_INLINE || s->kind == GM_SECTION_ARTICLE);
}

void gm_filter_sections(const gm_filter *filter, const gm_outline *outline, const gm_text *lines, gm_pinyin_mode pinyin,
                        gm_filtered_list *out) {
  gm_buffer text = {0};
  size_t begin = out->rows.count;
  for (uint32_t i = 0; i < outline->sections.count; i++) {
    const gm_section *s = &outline->sections.items[i];
    gm_filtered one = {.section = i, .found = true};
    if (filter->numbered && !is_numbered(s)) continue;
    if (filter->line && s->kind == GM_SECTION_INLINE) continue;
    if (filter->findings && !filter->findings[i]) continue;
    if (filter->query.len) {
      text.count = 0;
      gm_text marker = {lines[s->start.line].ptr + s->start.byte, s->marker_end - s->start.byte};
      gm_buffer_add(&text, marker.ptr, marker.len);
      gm_section_title(s, lines, pinyin, &text);
      if (!matches(filter->query, (gm_text){text.items, text.count}, marker.len, &one, &out->text)) continue;
    }
    /* Sections around it that stand behind the last one shown are not in the list yet: innermost first, then turned. */
    size_t from = out->rows.count;
    uint32_t p = s->parent, next = from > begin ? out->rows.items[from - 1].section + 1 : 0;
    for (; p != GM_NO_SECTION && p >= next; p = outline->sections.items[p].parent)
      *gm_push(&out->rows) = (gm_filtered){.section = p};
    for (size_t a = from, b = out->rows.count; a + 1 < b; a++) {
      gm_filtered swapped = out->rows.items[a];
      out->rows.items[a] = out->rows.items[--b];
      out->rows.items[b] = swapped;
    }
    *gm_push(&out->rows) = one;
  }
  gm_array_free(&text);
}
