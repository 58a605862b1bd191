#include "check/draft.h"

#include "check/link.h"
#include "text/utf8.h"

#define TITLE_LINES 200 /* a page's own lines may stand above it; looked at for each figure that may be told twice */

#define TITLES 4u /* lines in which a title stands */

/* ——2024年11月27日在县人大常委会会议上: the day a speech was held on; none of it is 0 when no subtitle tells it. */
static gm_date date_of_speech(const gm_draft_check *check) {
  uint32_t i = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; i < check->draft->count && i < TITLE_LINES && seen < TITLES;
       i = gm_next_text(check->draft, i + 1), seen++) {
    if (!check->figures[i].count || check->draft->looks[i].chars > GM_TITLE_CHARS) continue;
    const gm_figure *f = &check->figures[i].items[0];
    gm_text line = check->draft->lines[i];
    if (f->kind == GM_FIGURE_DATE && f->date.year && f->date.month && f->date.day && gm_reads(line, f->end, "在") &&
        (gm_reads_before(line, f->start, "—") || gm_reads_before(line, f->start, "（")))
      return f->date;
  }
  return (gm_date){0, 0, 0};
}

gm_draft_date gm_date_of_draft(const gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  gm_draft_date best = {{0, 0, 0}, false};
  unsigned rank = 0;
  for (size_t i = 0; i < draft->count; i++) {
    uint32_t fields = draft->classes[i].fields;
    unsigned r = fields & GM_FIELD_DATE ? 3 : fields & (GM_FIELD_DATE_SIGNED | GM_FIELD_DATE_WRITTEN) ? 2 : 0;
    if (r <= rank) continue;
    const gm_date d = draft->looks[i].date;
    if (!d.year || !d.month || !d.day) continue;
    rank = r;
    best.date = d;
    best.published = r == 3;
  }
  if (!rank) best.date = date_of_speech(check);
  return best;
}

unsigned gm_year_of_title(const gm_draft_check *check) {
  unsigned year = 0;
  bool told = false;
  uint32_t i = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; i < check->draft->count && i < TITLE_LINES && seen < TITLES;
       i = gm_next_text(check->draft, i + 1), seen++) {
    bool title = gm_may_be_title(check->draft, i);
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      const gm_figure *figure = &check->figures[i].items[f];
      if ((figure->kind != GM_FIGURE_YEAR && figure->kind != GM_FIGURE_DATE) || !figure->date.year) continue;
      if (year && year != figure->date.year && figure->date.day) continue; /* the draft's own date */
      if (year && year != figure->date.year) return 0;
      year = figure->date.year;
      gm_text line = check->draft->lines[i];
      told = told || title || gm_reads(line, figure->start, "民国") || gm_reads_before(line, figure->start, "民国");
    }
  }
  return told ? year : 0;
}

bool gm_title_holds(const gm_draft_check *check, const char *words, unsigned *year) {
  unsigned told = 0;
  bool holds = false, several = false;
  uint32_t i = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; i < check->draft->count && seen < TITLES; i = gm_next_text(check->draft, i + 1), seen++) {
    if (!gm_may_be_title(check->draft, i)) continue;
    uint32_t title[2 * GM_TITLE_CHARS]; /* with its blanks */
    size_t count = 0;
    gm_text line = check->draft->lines[i];
    for (const char *p = line.ptr, *end = line.ptr + line.len; p < end && count < 2 * GM_TITLE_CHARS;) {
      uint32_t c;
      p += gm_utf8_decode(p, end, &c);
      if ((c = gm_fold(c)) != 0) title[count++] = c;
    }
    holds = holds || gm_word_list_first(check->words, title, count, words) != SIZE_MAX;
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      const gm_figure *figure = &check->figures[i].items[f];
      /* 某政〔2026〕2号 is numbered by another year. */
      unsigned now = gm_reads_before(line, figure->start, "〔") ? 0 : figure->date.year;
      several = several || (told && now && now != told);
      if (now) told = now;
    }
  }
  if (year && holds) *year = several ? 0 : told;
  return holds;
}

uint32_t gm_title_line(const gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  const gm_draft *draft = check->draft;
  if (outline->sections.count) {
    const gm_section *title = &outline->sections.items[0];
    if (title->kind != GM_SECTION_TITLE) return UINT32_MAX;
    return title->start.line == title->title_end.line ? title->start.line : UINT32_MAX;
  }
  size_t first = 0, next;
  while (first < draft->count && !draft->looks[first].chars) first++;
  for (next = first + 1; next < draft->count && !draft->looks[next].chars;) next++;
  if (next >= draft->count || !draft->classes[first].keep) return UINT32_MAX;
  const gm_look *look = &draft->looks[first];
  bool open = !(gm_class_of(look->last) & GM_PUNCT) || look->last == '%';
  return open && look->chars <= GM_TITLE_CHARS && draft->looks[next].chars > look->chars ? (uint32_t)first : UINT32_MAX;
}

int64_t gm_day_number(gm_date d) {
  /* Years from March, so that the leap day is the last: Hinnant, days_from_civil. */
  int64_t year = (int64_t)d.year - (d.month <= 2);
  int64_t era = year / 400, of_era = year - era * 400;
  int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

unsigned gm_weekday(gm_date d) {
  /* 0000-03-01 was a Wednesday. */
  return (unsigned)((gm_day_number(d) + 2) % 7) + 1;
}

unsigned gm_nearest_year(gm_date near, unsigned month, unsigned day) {
  unsigned best = near.year;
  int64_t least = INT64_MAX;
  for (unsigned y = near.year - 1u; y <= near.year + 1u; y++) {
    gm_date d = {(uint16_t)y, (uint8_t)month, (uint8_t)day};
    int64_t distance = gm_day_number(d) - gm_day_number(near);
    if (distance < 0) distance = -distance;
    if (distance >= least) continue;
    least = distance;
    best = y;
  }
  return best;
}

static gm_position start_of(uint32_t line, const gm_figure *f) { return (gm_position){line, gm_figure_from(f)}; }

void gm_report_figure(gm_draft_check *check, uint32_t line, const gm_figure *f) {
  gm_report_draft(check, start_of(line, f), (gm_position){line, f->end});
}

void gm_relate_figure(gm_draft_check *check, uint32_t line, const gm_figure *f, const char *zh, const char *en) {
  gm_relate(check->out, start_of(line, f), (gm_position){line, f->end}, check->language == GM_ENGLISH ? en : zh);
}

bool gm_is_reported(const gm_draft_check *check, uint32_t line, const gm_figure *f) {
  for (size_t i = 0; i < check->out->list.count; i++) {
    gm_position start = check->out->list.items[i].start, at = start_of(line, f);
    if (check->out->list.items[i].rule == check->rule && start.line == at.line && start.byte == at.byte) return true;
  }
  return false;
}

void gm_offer_percent(gm_draft_check *check, uint32_t line, const gm_figure *percent, gm_decimal value) {
  gm_text text = check->draft->lines[line];
  for (uint32_t i = percent->start; i < percent->number_end; i++)
    if ((text.ptr[i] < '0' || text.ptr[i] > '9') && text.ptr[i] != '.') return;
  if (gm_is_permille(text, percent) && !gm_decimal_shift(value, 1, &value)) return;
  gm_buffer offer = {0};
  gm_decimal_write(value, &offer);
  gm_buffer_add(&offer, text.ptr + percent->number_end, percent->end - percent->number_end);
  *gm_push(&offer) = 0;
  gm_offer(check->out, offer.items);
  gm_array_free(&offer);
}

void gm_report_far_share(gm_draft_check *check, uint32_t line, const gm_figure *part, const gm_figure *share,
                         uint32_t at, const gm_figure *whole, gm_decimal computed) {
  gm_report_figure(check, line, share);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_figure(check->draft, line, part).text, gm_quote_figure(check->draft, at, whole).text,
         gm_quote_percent(check->draft->lines[line], share, computed).text,
         gm_quote_figure(check->draft, line, share).text);
  gm_offer_percent(check, line, share, computed);
  gm_relate_figure(check, line, part, "部分", "the part");
  gm_relate_figure(check, at, whole, "整体", "the whole");
}

gm_quote gm_quote_figure(const gm_draft *draft, uint32_t line, const gm_figure *f) {
  return gm_quote_raw(draft->lines[line], start_of(line, f).byte, f->end);
}

gm_quote gm_quote_as(const gm_draft *draft, uint32_t line, const gm_figure *figure, gm_decimal value) {
  gm_text text = draft->lines[line];
  const uint32_t word = sizeof "万" - 1;
  int scale = gm_printed_scale(text, figure);
  gm_decimal shown;
  bool scaled = scale && gm_decimal_shift(value, -scale, &shown);
  gm_quote quote = gm_quote_decimal(scaled ? gm_decimal_trim(shown) : value),
           unit = gm_quote_raw(text, figure->number_end - (scaled ? word : 0), figure->end);
  size_t length = strlen(quote.text);
  if (length + strlen(unit.text) < sizeof quote.text) strcpy(quote.text + length, unit.text);
  return quote;
}

uint32_t gm_reads(gm_text line, uint32_t byte, const char *word) {
  const char *p = line.ptr + byte, *end = line.ptr + line.len;
  for (const char *w = word, *stop = word + strlen(word); w < stop;) {
    uint32_t expected, c;
    if (p >= end) return 0;
    w += gm_utf8_decode(w, stop, &expected);
    p += gm_utf8_decode(p, end, &c);
    if (gm_fold(c) != expected) return 0;
  }
  return (uint32_t)(p - line.ptr) - byte;
}

/* Few words begin as the text does: the first character is read and folded once for all of them. */
uint32_t gm_reads_one(gm_text line, uint32_t byte, const char *const *words) {
  if (byte >= line.len) return 0;
  uint32_t c, bytes = 0;
  char first[4];
  gm_utf8_decode(line.ptr + byte, line.ptr + line.len, &c);
  size_t length = gm_utf8_encode(gm_fold(c), first);
  for (; *words && !bytes; words++)
    if (!strncmp(*words, first, length)) bytes = gm_reads(line, byte, *words);
  return bytes;
}

uint32_t gm_reads_one_before(gm_text line, uint32_t byte, const char *const *words) {
  uint32_t longest = 0;
  for (; *words; words++) {
    uint32_t bytes = gm_reads_before(line, byte, *words);
    if (bytes > longest) longest = bytes;
  }
  return longest;
}

bool gm_reads_within(gm_text line, uint32_t from, uint32_t to, const char *const *words) {
  for (uint32_t at = from; at < to; at++) {
    if (((unsigned char)line.ptr[at] & 0xC0) == 0x80) continue; /* no character begins here */
    if (gm_reads_one(line, at, words)) return true;
  }
  return false;
}

uint32_t gm_reads_before(gm_text line, uint32_t byte, const char *word) {
  const char *p = line.ptr + byte;
  for (const char *w = word + strlen(word); w > word;) {
    uint32_t expected, c;
    if (p <= line.ptr) return 0;
    w -= gm_utf8_decode_back(word, w, &expected);
    p -= gm_utf8_decode_back(line.ptr, p, &c);
    if (gm_fold(c) != expected) return 0;
  }
  return byte - (uint32_t)(p - line.ptr);
}

size_t gm_context_before(gm_text line, uint32_t byte, uint32_t *out, size_t count) {
  const char *p = line.ptr + byte;
  uint32_t *to = out + count;
  while (p > line.ptr && to > out) {
    uint32_t c;
    if (p - line.ptr > 3 && gm_ideograph_before(p, &c)) {
      p -= 3; /* ideographs end no sentence and are no blank */
      *--to = (gm_han_folded[c - GM_HAN_FIRST] & 0x7FFFu) + GM_HAN_FIRST;
      continue;
    }
    p -= gm_utf8_decode_back(line.ptr, p, &c);
    c = gm_fold(c);
    if (gm_class_of(c) & GM_STOP) break;
    if (!c || c == ' ') continue;
    *--to = c;
  }
  return (size_t)(out + count - to);
}

size_t gm_context_behind(gm_text line, uint32_t byte, uint32_t *out, size_t count) {
  const char *p = line.ptr + byte, *end = line.ptr + line.len;
  size_t n = 0;
  while (p < end && n < count) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (c && c != ' ') out[n++] = c;
  }
  return n;
}

#define NAMED_BYTES 36u /* from a name to its number: 产值累计已达到 */

bool gm_is_named_before(gm_text line, const gm_figure *figure, gm_text name) {
  static const char *const marks[] = {"，", "；", "。", "、", "：", NULL};
  uint32_t length = (uint32_t)name.len,
           least = figure->start > NAMED_BYTES + length ? figure->start - NAMED_BYTES - length : 0;
  for (uint32_t at = figure->start; at >= least + length; at--) {
    if (!memcmp(line.ptr + at - length, name.ptr, length)) return true;
    if (gm_reads_one(line, at - 1, marks)) return false;
  }
  return false;
}
