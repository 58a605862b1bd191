#include "text/mojibake.h"

#include "data/gb.h"
#include "text/utf8.h"
#include "text/view.h"

#define LOST 0x25A1u /* □ stands for the character that was lost */

/* How common a character is, in tenths of ln(n + 1): kHanyuPinlu has it for ideographs. Marks are as common as the
 * commonest words, symbols and the Private Use Area as rare as can be. */
#define COMMON_MARK    80
#define COMMON_ASCII   40
#define COMMON_NOTHING 0

/* The reading must be likelier than the line by e^3 a character; true runs gain 6.6, clean text nothing. Short runs
 * vary more and must gain more. */
#define GAIN       30
#define GAIN_SHORT 45
#define RUN_SHORT  6
#define RUN_MIN    3

#define PROBE_CHARS 12 /* of a run looked at before it is read to its end */

static uint32_t trail_row(uint32_t trail) { return trail - (trail > 0x7F ? 0x41 : 0x40); }

static uint32_t decode_pair(uint32_t lead, uint32_t trail) {
  if (lead < 0x81 || lead > 0xFE || trail < 0x40 || trail == 0x7F || trail > 0xFE) return 0;
  return gm_gb_decoded[(lead - GM_GB_LEAD_FIRST) * GM_GB_TRAILS + trail_row(trail)];
}

/* lead << 8 | trail of a code point, 0 when it has no pair. */
static uint32_t encode_pair(uint32_t cp) {
  if (cp >= GM_HAN_FIRST && cp <= GM_HAN_LAST) return gm_gb_encoded[cp - GM_HAN_FIRST];
  if (cp >= 0xE000 && cp < 0xE234) return (0xAA + (cp - 0xE000) / 94) << 8 | (0xA1 + (cp - 0xE000) % 94);
  if (cp >= 0xE234 && cp < 0xE4C6) return (0xF8 + (cp - 0xE234) / 94) << 8 | (0xA1 + (cp - 0xE234) % 94);
  size_t low = 0, high = gm_gb_mark_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (gm_gb_marks[middle][0] < cp)
      low = middle + 1;
    else
      high = middle;
  }
  return low < gm_gb_mark_count && gm_gb_marks[low][0] == cp ? gm_gb_marks[low][1] : 0;
}

static int common(uint32_t cp) {
  if (cp >= GM_HAN_FIRST && cp <= GM_HAN_LAST) return gm_han_common[gm_han_folded[cp - GM_HAN_FIRST] & 0x7FFFu];
  if (cp < 0x80) return COMMON_ASCII;
  uint16_t cls = gm_class_of(gm_fold(cp));
  if (cp >= 0xFF10 && cp <= 0xFF5A && cls & (GM_DIGIT | GM_LATIN)) return COMMON_ASCII;
  return cls & (GM_STOP | GM_PAUSE | GM_OPEN | GM_CLOSE) ? COMMON_MARK : COMMON_NOTHING;
}

/* Marks that a later tool narrowed: inside a run of pairs they were pairs. */
static uint32_t widened(uint32_t cp) {
  switch (cp) {
    case ',': return 0xFF0C;
    case ';': return 0xFF1B;
    case ':': return 0xFF1A;
    case '!': return 0xFF01;
    case '(': return 0xFF08;
    case ')': return 0xFF09;
    default: return cp;
  }
}

typedef struct reading {
  const char *end; /* of the run in the line */
  uint32_t second; /* byte of the lost character that remains */
  int gain;        /* sum over its characters, in tenths */
  size_t count;    /* characters read */
} reading;

/* Reads the run at `p`, behind the `?`, one byte on; writes it to `out` when that is not NULL. */
static reading read_run(const char *p, const char *end, size_t limit, gm_buffer *out) {
  reading r = {p, 0, 0, 0};
  uint32_t before = 0; /* the pair whose second byte begins the next character */
  while (p < end && r.count < limit) {
    uint32_t written, pair;
    size_t bytes = gm_utf8_decode(p, end, &written);
    uint32_t cp = before ? widened(written) : written == ';' || written == ',' ? widened(written) : written;
    if (cp < 0x80) {
      /* An ASCII byte may be the second half of the last character; with it or before it the text is in step again. */
      uint32_t last = before && cp >= 0x40 ? decode_pair(before & 0xFF, cp) : 0;
      if (last) {
        r.gain += common(last) - common(cp);
        r.count++;
        if (out) gm_buffer_codepoint(out, last);
        r.end = p + bytes;
      }
      return r;
    }
    pair = encode_pair(cp);
    if (!pair) return r;
    if (!before) {
      r.second = pair >> 8;
      r.gain -= common(cp); /* the character that the lost one's second byte made */
    } else {
      uint32_t lead = before & 0xFF;
      if (lead < 0x80) return r; /* an ASCII byte of the text: in step again */
      uint32_t read = decode_pair(lead, pair >> 8);
      if (!read) return r;
      r.gain += common(read) - common(cp);
      r.count++;
      if (out) gm_buffer_codepoint(out, read);
    }
    before = pair;
    p += bytes;
    r.end = p;
  }
  return r;
}

static bool convinces(reading r) {
  if (r.count < RUN_MIN) return false;
  return r.gain >= (r.count < RUN_SHORT ? GAIN_SHORT : GAIN) * (int)r.count;
}

/* What a first byte makes of the second that remains, commonest first. */
static void guess(gm_mojibake *found, uint32_t second) {
  int best[GM_MOJIBAKE_CANDIDATES];
  size_t count = 0;
  for (uint32_t lead = 0x81; lead <= 0xFE; lead++) {
    uint32_t cp = decode_pair(lead, second);
    if (cp < GM_HAN_FIRST || cp > GM_HAN_LAST) continue;
    int worth = common(cp);
    size_t at = count;
    while (at && best[at - 1] < worth) at--;
    if (at >= GM_MOJIBAKE_CANDIDATES) continue;
    if (count < GM_MOJIBAKE_CANDIDATES) count++;
    for (size_t i = count - 1; i > at; i--) {
      best[i] = best[i - 1];
      found->candidates[i] = found->candidates[i - 1];
    }
    best[at] = worth;
    found->candidates[at] = cp;
  }
}

void gm_mojibake_scan(gm_text line, gm_mojibake_array *found, gm_buffer *text) {
  const char *end = line.ptr + line.len;
  for (const char *p = line.ptr; p < end;) {
    const char *mark = memchr(p, '?', (size_t)(end - p));
    if (!mark) return;
    p = mark + 1;
    if (p >= end || ((unsigned char)*p < 0x80 && *p != ';' && *p != ',')) continue;
    if (!convinces(read_run(p, end, PROBE_CHARS, NULL))) continue;
    gm_mojibake *m = gm_push(found);
    m->start = (uint32_t)(mark - line.ptr);
    m->text = (uint32_t)text->count;
    gm_buffer_codepoint(text, LOST);
    reading r = read_run(p, end, SIZE_MAX, text);
    m->end = (uint32_t)(r.end - line.ptr);
    m->len = (uint32_t)text->count - m->text;
    guess(m, r.second);
    p = r.end > p ? r.end : p;
  }
}
