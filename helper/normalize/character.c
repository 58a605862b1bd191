/* NRM-02, 16, 17, 18 and 19: characters that should not be there, or not in this form. */
#include <stdlib.h>
#include <utf8proc.h>

#include "data/unified.h"
#include "normalize/pass.h"
#include "text/pinyin.h"
#include "text/utf8.h"

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool is_free(const gm_pass_context *c, size_t i) { return !gm_cell_is(c, i, GM_CELL_PROTECTED); }

void gm_pass_pinyin(gm_pass_context *c) {
  if (c->pinyin == GM_PINYIN_KEEP) return;
  gm_cells_encode(c);
  const char *p = c->encoded.items, *end = p + c->encoded.count;
  uint32_t han = 0;
  for (size_t i = 0; i < c->cells.count;) {
    const gm_cell *cell = &c->cells.items[i];
    if (cell->cls & GM_CELL_INVISIBLE) {
      p += gm_cell_bytes(cell);
      i++;
      continue;
    }
    unsigned groups;
    size_t bytes = 0;
    if (han && (cell->cls & GM_SPACE || cell->cp == '(' || cell->cp == 0xFF08))
      bytes = gm_pinyin_groups(han, p, end, &groups);
    if (bytes && (c->pinyin == GM_PINYIN_SKIP || gm_pinyin_common(han))) {
      for (const char *stop = p + bytes; p < stop; i++) {
        p += gm_cell_bytes(&c->cells.items[i]);
        gm_cell_delete(c, i);
      }
      han = 0;
      continue;
    }
    han = cell->cls & GM_HAN && is_free(c, i) ? cell->cp : 0;
    p += gm_cell_bytes(cell);
    i++;
  }
}

/* Characters that stand by themselves in NFC: the great majority, so that clusters stay short. */
static bool stands_alone(uint32_t cp) {
  if (cp < 0x300) return true;
  if (cp >= 0x2010 && cp <= 0x9FFF)
    return cp != 0x2126 && cp != 0x212A && cp != 0x212B && cp != 0x2ADC && cp != 0x3099 && cp != 0x309A &&
           !(cp >= 0x302A && cp <= 0x302F) && !(cp >= 0x20D0 && cp <= 0x20FF) && !(cp >= 0x2CEF && cp <= 0x2CF1) &&
           cp != 0x2329 && cp != 0x232A && !(cp >= 0x2DE0 && cp <= 0x2DFF);
  return (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0xFE30 && cp <= 0xFFFF) || (cp >= 0x1F000 && cp < 0x2F800);
}

#define CLUSTER_MAX 32 /* cells composed at once; a longer stack of marks is left as it is */

static void compose(gm_pass_context *c, size_t from, size_t to) {
  char bytes[CLUSTER_MAX * 4 + 1];
  size_t length = 0;
  for (size_t i = from; i < to; i++) length += gm_utf8_encode(at(c, i), bytes + length);
  utf8proc_uint8_t *composed = NULL;
  utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, &composed,
                                    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (n < 0 || ((size_t)n == length && !memcmp(composed, bytes, length))) {
    free(composed);
    return;
  }
  const char *p = (const char *)composed, *end = p + n;
  size_t i = from;
  for (; p < end; i++) {
    uint32_t cp;
    p += gm_utf8_decode(p, end, &cp);
    if (i < to)
      gm_cell_replace(c, i, cp);
    else
      gm_cell_insert(c, to, cp);
  }
  if (i < to) gm_cell_absorb(c, i - 1, to);
  free(composed);
}

void gm_pass_nfc(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count;) {
    size_t end = i + 1;
    while (end < c->cells.count && !stands_alone(at(c, end)) && is_free(c, end) == is_free(c, i)) end++;
    if (is_free(c, i) && end - i <= CLUSTER_MAX && (end > i + 1 || !stands_alone(at(c, i)))) {
      bool valid = true;
      for (size_t j = i; j < end; j++) valid = valid && at(c, j) != GM_REPLACEMENT && at(c, j);
      if (valid) compose(c, i, end);
    }
    i = end;
  }
}

static uint32_t unified(uint32_t cp) {
  if (cp >= GM_RADICAL_FIRST && cp <= GM_RADICAL_LAST) return gm_unified_radicals[cp - GM_RADICAL_FIRST];
  if (cp >= GM_COMPATIBILITY_FIRST && cp <= GM_COMPATIBILITY_LAST)
    return gm_unified_compatibility[cp - GM_COMPATIBILITY_FIRST];
  return 0;
}

/* Two radicals decompose into forms that the mainland does not write: ⼾ 戶 for 户, ⾭ 靑 for 青. */
static uint32_t mainland(uint32_t from, uint32_t to) { return from == 0x2F3E ? 0x6237 : from == 0x2FAD ? 0x9752 : to; }

void gm_pass_unify(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t from = at(c, i), to = is_free(c, i) ? unified(from) : 0;
    if (to && c->options->profile != GM_PROFILE_TW) to = mainland(from, to);
    if (to) gm_cell_replace(c, i, to);
  }
}

static bool is_wide_word(uint32_t cp) {
  return (cp >= 0xFF10 && cp <= 0xFF19) || (cp >= 0xFF21 && cp <= 0xFF3A) || (cp >= 0xFF41 && cp <= 0xFF5A);
}

static bool is_wide_digit(uint32_t cp) { return cp >= 0xFF10 && cp <= 0xFF19; }

#define GROUP 3 /* digits */

/* １，２３４: a full-width comma before exactly three full-width digits, and behind up to three; not ２０２４，２００人. */
static bool groups_thousands(const gm_pass_context *c, size_t i) {
  size_t first = i;
  while (first && i - first <= GROUP && gm_cell_is(c, first - 1, GM_DIGIT)) first--;
  bool goes_on = first && at(c, first - 1) == ',';
  if (goes_on ? i - first != GROUP : i - first > GROUP || at(c, first) == '0') return false;
  return is_wide_digit(at(c, i + 1)) && is_wide_digit(at(c, i + 2)) && is_wide_digit(at(c, i + 3)) &&
         !gm_cell_is(c, i + 4, GM_DIGIT);
}

/* A full-width ． or ： between digits and a ％ behind one go with the digits, when one of these was full-width. */
void gm_pass_width(gm_pass_context *c) {
  bool wide = false; /* the number so far holds a full-width digit */
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = at(c, i);
    if (!is_free(c, i)) continue;
    if (is_wide_word(cp)) {
      wide = wide || is_wide_digit(cp);
      gm_cell_replace(c, i, cp - 0xFEE0);
      continue;
    }
    bool digit_before = i && gm_cell_is(c, i - 1, GM_DIGIT);
    bool wide_after = is_wide_digit(at(c, i + 1));
    if (cp == 0xFF0C && digit_before && wide && groups_thousands(c, i))
      gm_cell_replace(c, i, ',');
    else if ((cp == 0xFF0E || cp == 0xFF1A) && digit_before && gm_cell_is(c, i + 1, GM_DIGIT) && (wide || wide_after))
      gm_cell_replace(c, i, cp - 0xFEE0);
    else if (cp == 0xFF05 && digit_before && wide)
      gm_cell_replace(c, i, '%');
    else if (!gm_cell_is(c, i, GM_DIGIT))
      wide = false;
  }
}

static bool is_emoji(uint32_t cp) {
  return (cp >= 0x1F000 && cp <= 0x1FFFF) || (cp >= 0x2190 && cp <= 0x2BFF) || cp == 0xFE0F || cp == 0x200D;
}

/* Scripts whose letters join: Arabic, the Indic ones and others use these characters to write. */
static bool is_joining(uint32_t cp) { return (cp >= 0x590 && cp <= 0x10FF) || (cp >= 0x1780 && cp <= 0x1AFF); }

/* Half a character: what stands between two halves keeps them from becoming one. */
static bool is_broken_byte(const gm_pass_context *c, size_t i) {
  const gm_cell *cell = &c->cells.items[i];
  return cell->cp == GM_REPLACEMENT && cell->to - cell->from == 1;
}

void gm_pass_invisible(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = at(c, i);
    if (!gm_cell_is(c, i, GM_CELL_INVISIBLE) || !is_free(c, i)) continue;
    if (cp == 0xFEFF && !c->line && !c->cells.items[i].from) continue; /* the byte order mark */
    if (i && is_broken_byte(c, i - 1)) continue;
    uint32_t before = i ? at(c, i - 1) : 0, after = at(c, i + 1);
    if (cp >= 0x200C && cp <= 0x200F && (is_joining(before) || is_joining(after))) continue;
    if (cp == 0x200D && is_emoji(before) && is_emoji(after)) continue;
    gm_cell_delete(c, i);
  }
}
