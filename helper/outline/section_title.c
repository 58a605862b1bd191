/* A section's title as it is printed. */
#include "outline/outline.h"
#include "text/pinyin.h"
#include "text/utf8.h"

#define TITLE_MAX 80u /* code points */

static bool is_blank(uint32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0x200B || c == 0xFEFF;
}

/* Blanks and marks that do not stand at a title's end. */
static bool trails(uint32_t c) { return is_blank(c) || c == 0xFF0C || c == 0x3001 || c == ',' || c == '*'; }

/* Appends one line's share of the title; gives its code points. */
static size_t add(gm_text text, gm_pinyin_mode pinyin, size_t room, gm_buffer *out) {
  const char *p = text.ptr, *end = text.ptr + text.len;
  uint32_t written = 0;
  size_t count = 0;
  while (p < end && count < room) {
    if (written && pinyin != GM_PINYIN_KEEP) {
      unsigned groups;
      size_t bytes = gm_pinyin_groups(written, p, end, &groups);
      if (bytes && (pinyin == GM_PINYIN_SKIP || gm_pinyin_common(written))) {
        p += bytes;
        written = 0;
        continue;
      }
    }
    uint32_t c;
    size_t n = gm_utf8_decode(p, end, &c);
    if (c == '*' && p + 1 < end && p[1] == '*') {
      p += 2;
      continue;
    }
    gm_buffer_add(out, p, n);
    count++;
    written = gm_class_of(gm_fold(c)) & GM_HAN ? c : 0;
    p += n;
  }
  return count;
}

void gm_section_title(const gm_section *section, const gm_text *lines, gm_pinyin_mode pinyin, gm_buffer *out) {
  size_t room = TITLE_MAX;
  for (uint32_t line = section->title.line; line <= section->title_end.line; line++) {
    uint32_t start = line == section->title.line ? section->title.byte : 0;
    size_t end = line == section->title_end.line ? section->title_end.byte : lines[line].len;
    if (end > lines[line].len) end = lines[line].len;
    gm_text text = {lines[line].ptr + start, end > start ? end - start : 0};
    uint32_t c;
    while (text.len) { /* blanks around the break of a wrapped title */
      size_t n = gm_utf8_decode(text.ptr, text.ptr + text.len, &c);
      if (!is_blank(c)) break;
      text.ptr += n;
      text.len -= n;
    }
    size_t from = out->count, count = add(text, pinyin, room, out);
    room -= count;
    while (room && out->count > from) { /* a title cut at its limit keeps its last mark */
      size_t n = gm_utf8_decode_back(out->items + from, out->items + out->count, &c);
      if (!trails(c)) break;
      out->count -= n;
    }
  }
}
