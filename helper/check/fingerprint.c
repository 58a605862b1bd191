#include "check/fingerprint.h"

#include <stdlib.h>

#include "check/rule.h"
#include "text/utf8.h"

#define SIDE_CHARS 4u /* words of two or three characters: what stands beside a figure and is not changed with it */
/* Digits and numerals from which a text is not found twice by chance. */
#define DISTINCT_DIGITS 3u

/* FNV-1a over code points. */
#define HASH_START UINT64_C(0xCBF29CE484222325)
static uint64_t mix(uint64_t hash, uint32_t value) { return (hash ^ value) * UINT64_C(0x100000001B3); }

static uint16_t fold16(uint64_t hash) {
  uint16_t folded = (uint16_t)(hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48);
  return folded ? folded : 1;
}

typedef struct core_hash {
  uint64_t hash;
  unsigned digits;
} core_hash;

static void add_line(core_hash *core, const char *p, const char *end) {
  while (p < end) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (!c || c == ' ') continue;
    core->hash = mix(core->hash, c);
    core->digits += (gm_class_of(c) & (GM_DIGIT | GM_NUMERAL)) != 0;
  }
}

static void add_range(core_hash *core, const gm_text *lines, size_t count, gm_position start, gm_position end) {
  core->hash = mix(core->hash, '\n');
  for (uint32_t line = start.line; line <= end.line && line < count; line++) {
    uint32_t from = line == start.line ? start.byte : 0;
    uint32_t to = line == end.line ? end.byte : (uint32_t)lines[line].len;
    if (from < to) add_line(core, lines[line].ptr + from, lines[line].ptr + to);
  }
}

/* A character of a word, neither figure nor mark. */
static bool is_wordy(uint32_t c) {
  uint16_t cls = gm_class_of(c);
  return (cls & (GM_HAN | GM_LATIN)) && !(cls & GM_NUMERAL);
}

/* The edge of the line tells as much as a word: fewer characters are hashed as they are. */
static uint16_t left_of(gm_text line, uint32_t byte) {
  uint64_t hash = HASH_START;
  unsigned n = 0;
  for (const char *p = line.ptr + byte; p > line.ptr && n < SIDE_CHARS;) {
    uint32_t c;
    p -= gm_utf8_decode_back(line.ptr, p, &c);
    c = gm_fold(c);
    if (is_wordy(c)) hash = mix(hash, c), n++;
  }
  return n ? fold16(hash) : 0;
}

static uint16_t right_of(gm_text line, uint32_t byte) {
  uint64_t hash = HASH_START;
  unsigned n = 0;
  for (const char *p = line.ptr + byte, *end = line.ptr + line.len; p < end && n < SIDE_CHARS;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (is_wordy(c)) hash = mix(hash, c), n++;
  }
  return n ? fold16(hash) : 0;
}

void gm_findings_fingerprint(gm_findings *findings, size_t first, const gm_text *lines, size_t count) {
  for (size_t i = first; i < findings->list.count; i++) {
    gm_finding *f = &findings->list.items[i];
    core_hash core = {HASH_START, 0};
    for (const char *p = gm_rules[f->rule].id; *p; p++) core.hash = mix(core.hash, (unsigned char)*p);
    add_range(&core, lines, count, f->start, f->end);
    for (uint32_t k = 0; k < f->related_count; k++) {
      const gm_related *r = &findings->related.items[f->related + k];
      add_range(&core, lines, count, r->start, r->end);
    }
    f->fingerprint = (core.hash ^ core.hash << 32) & ~(GM_FINGERPRINT_DISTINCT | UINT64_C(0xFFFFFFFF));
    if (core.digits >= DISTINCT_DIGITS) f->fingerprint |= GM_FINGERPRINT_DISTINCT;
    f->fingerprint |= (uint64_t)left_of(lines[f->start.line], f->start.byte) << 16;
    if (f->end.line < count) f->fingerprint |= right_of(lines[f->end.line], f->end.byte);
  }
}

gm_alike gm_fingerprint_compare(uint64_t a, uint64_t b) {
  if (a == b) return GM_ALIKE_WHOLLY;
  if (GM_FINGERPRINT_CORE(a) != GM_FINGERPRINT_CORE(b)) return GM_ALIKE_NOT;
  uint32_t sides = (uint32_t)a, differing = (uint32_t)(a ^ b);
  if ((!(differing >> 16) && sides >> 16) || (!(differing & 0xFFFF) && (sides & 0xFFFF))) return GM_ALIKE_BY_SIDE;
  return a & GM_FINGERPRINT_DISTINCT ? GM_ALIKE_BY_CORE : GM_ALIKE_NOT;
}

typedef struct keyed {
  uint64_t fingerprint;
  uint32_t index;
} keyed;

static int compare_keyed(const void *a, const void *b) {
  const keyed *x = a, *y = b;
  if (x->fingerprint != y->fingerprint) return x->fingerprint < y->fingerprint ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

void gm_findings_distinguish(gm_findings *findings) {
  size_t n = findings->list.count;
  if (n < 2) return;
  keyed *keys = gm_alloc(n * sizeof *keys);
  for (size_t i = 0; i < n; i++) keys[i] = (keyed){findings->list.items[i].fingerprint, (uint32_t)i};
  qsort(keys, n, sizeof *keys, compare_keyed);
  uint32_t same = 0;
  for (size_t i = 1; i < n; i++) {
    same = keys[i].fingerprint == keys[i - 1].fingerprint ? same + 1 : 0;
    findings->list.items[keys[i].index].fingerprint ^= same * 0x9E370000u;
  }
  free(keys);
}

bool gm_fingerprint_read(gm_text text, uint64_t *print) {
  if (text.len != GM_FINGERPRINT_DIGITS) return false;
  *print = 0;
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return false;
    *print = *print << 4 | (uint64_t)digit;
  }
  return true;
}
