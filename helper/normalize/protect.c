/* Spans no pass may touch: URLs, file names, code, markup, stretches of Latin text, entries of a reference list. */
#include "normalize/pass.h"
#include "text/mojibake.h"

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static void protect(gm_pass_context *c, size_t from, size_t to) {
  for (size_t i = from; i < to && i < c->cells.count; i++) c->cells.items[i].cls |= GM_CELL_PROTECTED;
}

static bool is_letter(uint32_t cp) { return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z' && cp < 0x80; }
static bool is_digit(uint32_t cp) { return cp >= '0' && cp <= '9'; }
static bool is_word(uint32_t cp) { return is_letter(cp) || is_digit(cp); }

/* Does the line read `word` (ASCII, lower case) at i? */
static size_t reads(const gm_pass_context *c, size_t i, const char *word) {
  size_t n = 0;
  for (; word[n]; n++) {
    uint32_t cp = at(c, i + n);
    if (cp >= 'A' && cp <= 'Z') cp |= 0x20;
    if (cp != (uint32_t)(unsigned char)word[n]) return 0;
  }
  return n;
}

static inline bool one_of(uint32_t cp, const char *set) {
  for (; *set; set++)
    if ((uint32_t)(unsigned char)*set == cp) return true;
  return false;
}

/* A URL ends at a blank, a character that is not ASCII, or what belongs to the sentence around it. */
static size_t url_end(const gm_pass_context *c, size_t i) {
  size_t end = i, open = 0;
  while (end < c->cells.count) {
    uint32_t cp = at(c, end);
    if (cp <= ' ' || cp >= 0x7F || one_of(cp, "<>\"`")) break;
    if (cp == '(') open++;
    if (cp == ')' && !open) break;
    if (cp == ')') open--;
    end++;
  }
  while (end > i && one_of(at(c, end - 1), ".,;:!?'")) end--;
  return end;
}

static void protect_urls(gm_pass_context *c, size_t i) {
  static const char *const schemes[] = {"http", "https", "ftp", "file", "mailto"};
  size_t start = i;
  while (start && is_letter(at(c, start - 1))) start--;
  for (size_t s = 0; s < sizeof schemes / sizeof *schemes; s++)
    if (start + strlen(schemes[s]) == i && reads(c, start, schemes[s])) protect(c, start, url_end(c, i + 1));
}

static void protect_mail(gm_pass_context *c, size_t i) {
  size_t start = i, end = i + 1;
  while (start && (is_word(at(c, start - 1)) || one_of(at(c, start - 1), "._%+-"))) start--;
  while (is_word(at(c, end)) || one_of(at(c, end), ".-")) end++;
  while (end > i + 1 && one_of(at(c, end - 1), ".-")) end--;
  if (start < i && end > i + 1) protect(c, start, end);
}

/* name.ext, with the bracketed count of a copy: 0 (1)_2.jpg. */
static void protect_file(gm_pass_context *c, size_t dot) {
  static const char *const endings[] = {"jpg", "jpeg", "png",  "gif", "bmp",  "webp", "svg", "tif", "tiff",
                                        "pdf", "doc",  "docx", "wps", "xls",  "xlsx", "et",  "ppt", "pptx",
                                        "txt", "md",   "csv",  "zip", "rar",  "7z",   "mp3", "mp4", "avi",
                                        "mov", "htm",  "html", "xml", "json", "exe"};
  size_t end = dot + 1;
  while (is_word(at(c, end))) end++;
  bool known = false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    known = known || reads(c, dot + 1, endings[i]) == end - dot - 1;
  if (!known || end == dot + 1) return;
  size_t start = dot;
  while (start) {
    uint32_t cp = at(c, start - 1);
    if (is_word(cp) || one_of(cp, "_-.()+&") || (cp == ' ' && at(c, start) == '(')) {
      start--;
      continue;
    }
    break;
  }
  if (start == dot && !gm_cell_is(c, dot ? dot - 1 : 0, GM_HAN)) return;
  while (start < dot && one_of(at(c, start), ")+-&.")) start++;
  /* An opening bracket that the name does not close belongs to the sentence. */
  size_t depth = 0;
  for (size_t i = dot; i-- > start;) {
    if (at(c, i) == ')') depth++;
    if (at(c, i) == '(') {
      if (!depth) {
        start = i + 1;
        break;
      }
      depth--;
    }
  }
  protect(c, start, end);
}

/* `code`, <tag>, <!-- comment -->, &entity;, C:\path, [text](target), ![text](target). */
static size_t protect_markup(gm_pass_context *c, size_t i) {
  uint32_t cp = at(c, i);
  size_t end = i + 1;
  if (cp == '`') {
    while (end < c->cells.count && at(c, end) != '`') end++;
    if (end == c->cells.count) return i + 1;
    protect(c, i, end + 1);
    return end + 1;
  }
  if (cp == '<') {
    if (!is_letter(at(c, end)) && !one_of(at(c, end), "/!")) return i + 1;
    bool comment = reads(c, i, "<!--");
    while (end < c->cells.count && !(at(c, end) == '>' && (!comment || at(c, end - 1) == '-'))) end++;
    if (end == c->cells.count) return i + 1;
    protect(c, i, end + 1);
    return end + 1;
  }
  if (cp == '&') {
    if (at(c, end) == '#') end++;
    while (is_word(at(c, end)) && end < i + 12) end++;
    if (end < i + 3 || at(c, end) != ';') return i + 1;
    protect(c, i, end + 1);
    return end + 1;
  }
  if (cp == ']' && at(c, i + 1) == '(') {
    size_t depth = 1;
    for (end = i + 2; end < c->cells.count && depth; end++) {
      uint32_t inner = at(c, end);
      if (inner == '(') depth++;
      if (inner == ')') depth--;
      if (inner == ' ' && at(c, end + 1) != '"') return i + 1;
    }
    /* A target is a path: footnotes such as [3](见附注) are text. */
    bool path = false;
    for (size_t j = i + 2; j < end; j++) path = path || one_of(at(c, j), "/.#:");
    if (depth || !path) return i + 1;
    size_t start = i;
    while (start && at(c, start) != '[') start--;
    protect(c, start && at(c, start - 1) == '!' ? start - 1 : i, end);
    return end;
  }
  if (cp == ':' && at(c, i + 1) == '\\' && i && is_letter(at(c, i - 1))) {
    while (end < c->cells.count && at(c, end) > ' ' && at(c, end) < 0x7F) end++;
    protect(c, i - 1, end);
    return end;
  }
  return i + 1;
}

/* A run of ASCII with two or more Latin words and a blank: its punctuation is its own, up to a mark that Han follows
 * directly. */
static size_t protect_latin(gm_pass_context *c, size_t i) {
  size_t end = i, words = 0, last = i, blanks = 0;
  while (end < c->cells.count) {
    uint32_t cp = at(c, end);
    if (is_letter(cp)) {
      bool lower = false;
      while (is_letter(at(c, end)) || (one_of(at(c, end), "'-") && is_letter(at(c, end + 1)))) {
        lower = lower || (at(c, end) >= 'a' && at(c, end) <= 'z');
        end++;
      }
      words += lower;
      last = end;
      continue;
    }
    if (!is_digit(cp) && !one_of(cp, " ,.;:!?\"'()-/&%")) break;
    if (cp == ' ' && at(c, end + 1) == ' ') break;
    blanks += cp == ' ';
    if (is_digit(cp)) last = end + 1;
    end++;
  }
  if (words < 2 || !blanks) return end > i ? end : i + 1;
  /* The mark at the end is the stretch's own when a blank or the end of the line follows it. */
  if (one_of(at(c, last), ",.;:!?") && (at(c, last + 1) == ' ' || last + 1 >= c->cells.count)) last++;
  protect(c, i, last);
  return end;
}

static bool is_reference(const gm_pass_context *c) {
  size_t i = 0;
  while (gm_cell_is(c, i, GM_SPACE)) i++;
  if (at(c, i) != '[' || !is_digit(at(c, i + 1))) return false;
  for (i += 2; i < c->cells.count; i++)
    if (at(c, i) == '[' && at(c, i + 1) >= 'A' && at(c, i + 1) <= 'Z' && one_of(at(c, i + 2), "]/ABCDEFGHIJKLMNOPRSTZ"))
      return true;
  return false;
}

/* NRM-01 reports these spans; a pass that touched them would destroy the evidence by which they can be read. */
static void protect_mojibake(gm_pass_context *c) {
  gm_cells_encode(c);
  c->found.count = c->readings.count = 0;
  gm_mojibake_scan((gm_text){c->encoded.items, c->encoded.count}, &c->found, &c->readings);
  uint32_t byte = 0;
  for (size_t i = 0, m = 0; i < c->cells.count && m < c->found.count; i++) {
    if (byte >= c->found.items[m].end) m++;
    if (m < c->found.count && byte >= c->found.items[m].start) protect(c, i, i + 1);
    byte += (uint32_t)gm_cell_bytes(&c->cells.items[i]);
  }
}

void gm_cells_protect(gm_pass_context *c) {
  gm_cell *cells = c->cells.items;
  for (size_t i = 0; i < c->cells.count; i++) cells[i].cls &= (uint16_t)~GM_CELL_PROTECTED;
  uint8_t kind = c->draft->classes ? c->draft->classes[c->line].kind : GM_LINE_PROSE;
  if (kind == GM_LINE_CODE) {
    protect(c, 0, c->cells.count);
    return;
  }
  if (is_reference(c)) {
    protect(c, 0, c->cells.count);
    return;
  }
  if (c->has & GM_HAS_MOJIBAKE) protect_mojibake(c);
  size_t markup = 0, latin = 0;
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = cells[i].cp;
    if (cp >= 0x80) continue;
    switch (cp) {
      case '`':
      case '<':
      case '&':
      case ']':
      case ':':
        if (i >= markup) markup = protect_markup(c, i);
        if (cp == ':' && at(c, i + 1) == '/' && at(c, i + 2) == '/') protect_urls(c, i);
        break;
      case '@': protect_mail(c, i); break;
      case '.':
        if (is_word(at(c, i + 1))) protect_file(c, i);
        break;
      default:
        if ((cp == 'w' || cp == 'W') && reads(c, i, "www.") && !(i && is_word(at(c, i - 1))))
          protect(c, i, url_end(c, i));
        if (is_letter(cp) && i >= latin) latin = protect_latin(c, i);
        break;
    }
  }
}
