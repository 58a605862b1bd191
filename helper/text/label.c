#include "text/label.h"

#include "text/label_table.h"

/* A label with its separator at `at`; gives the key index of its value. */
static size_t label_at(const gm_key *k, size_t at, const gm_label_row **found) {
  size_t best = 0;
  bool bracket = at < k->count && gm_key_one_of(k->cp[at], u"【[〔");
  size_t start = at + bracket;
  gm_unit16 first = k->cp[start];
  if (first >= 'A' && first <= 'Z') first |= 0x20;
  for (const gm_label_row *row = gm_labels_from(first), *rows_end = gm_label_rows + gm_label_row_count;
       row < rows_end && row->word[0] == first; row++) {
    size_t n = gm_key_match(k, start, row->word);
    if (!n) continue;
    size_t end = start + n;
    bool open = bracket;
    if (open && gm_key_one_of(k->cp[end], u"】]〕")) {
      end++;
      open = false;
    }
    bool bar = gm_key_one_of(k->cp[end], u"|丨｜︱┃/");
    bool colon = gm_key_one_of(k->cp[end], u"：:");
    bool counts = row->value == GM_VALUE_COUNT &&
                  (end == k->count || gm_class_of(k->cp[end]) & GM_DIGIT || gm_key_one_of(k->cp[end], u"（["));
    if (row->value == GM_VALUE_TALLY && !(gm_class_of(k->cp[end + colon]) & GM_DIGIT)) continue;
    counts = counts || row->value == GM_VALUE_TALLY;
    bool ended = end == k->count && (row->value == GM_VALUE_COUNT || (bracket && !open));
    if (row->value == GM_VALUE_CREDIT ? !bar : !bar && !colon && !counts && !ended && !(bracket && !open)) continue;
    if (end + (bar || colon) <= best) continue;
    best = end + (bar || colon);
    *found = row;
  }
  return best;
}

/* Is `from` the start of another labelled part or date, so that the value before it has ended? */
static bool part_starts(const gm_key *k, const gm_view *view, size_t at) {
  const gm_label_row *ignored;
  gm_date date;
  bool boundary = k->gap[at] || gm_key_one_of(k->cp[at], u"【[") ||
                  (at && (gm_class_of(k->cp[at - 1]) & GM_DIGIT || gm_key_one_of(k->cp[at - 1], u"】]）；，|")));
  if (!boundary) return false;
  return label_at(k, at, &ignored) || (k->gap[at] && gm_key_date(k, view, at, &date));
}

/* 【打印本页】 between blanks. */
static bool tool_bracket(const gm_key *k, size_t at) {
  if (!k->gap[at] || k->cp[at] != 0x3010) return false;
  size_t end = at;
  while (end < k->count && k->cp[end] != 0x3011) end++;
  return end < k->count && end - at <= 7 && (end + 1 == k->count || k->gap[end + 1]);
}

static bool is_count(const gm_key *k, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (!(gm_class_of(k->cp[i]) & GM_DIGIT) && !gm_key_one_of(k->cp[i], u"次人万余+.，,[]【】（）-")) return false;
  return true;
}

#define VALUE_CHARS 40 /* names and phrases; longer is a sentence */
#define TITLE_CHARS 120
#define TOOLS_CHARS 24
#define TOOL_CHARS  7

static bool is_phrase(const gm_key *k, size_t from, size_t to) {
  if (to - from > VALUE_CHARS || gm_key_has(k, from, to, u"！？")) return false;
  return !gm_key_has(k, from, to ? to - 1 : to, u"。") && (to - from <= 24 || !gm_key_has(k, from, to, u"，；"));
}

static void add_part(gm_label_line *line, uint32_t field, size_t from, size_t to) {
  line->fields |= field;
  if (line->count == GM_LABEL_PARTS) return;
  line->parts[line->count++] = (gm_label_part){field, (uint32_t)from, (uint32_t)to};
}

/* Where the value that begins at `from` ends; from itself when the label is empty. */
static size_t value_end(const gm_key *k, const gm_view *view, size_t from, const gm_label_row *row) {
  gm_date date;
  size_t dated = row->value == GM_VALUE_DATE || row->value == GM_VALUE_STAMP ? gm_key_date(k, view, from, &date) : 0;
  if (dated) return dated;
  if (from == k->count || tool_bracket(k, from) || (k->gap[from] && part_starts(k, view, from))) return from;
  if (row->value >= GM_VALUE_LINK) return k->count;
  size_t to = from + 1;
  while (to < k->count && !part_starts(k, view, to) && !tool_bracket(k, to)) to++;
  return to;
}

#define VALUE_OPENING 4 /* characters before the date of 发布日期: 日期：2024-03-05 */

/* 工作方案.docx: the name of a document, and no sentence. */
static bool is_file(const gm_key *k, size_t from, size_t to) {
  static const gm_unit16 *const endings[] = {u".pdf",  u".doc", u".docx", u".xls", u".xlsx", u".ppt",
                                             u".pptx", u".wps", u".ofd",  u".zip", u".rar"};
  if (gm_key_has(k, from, to, u"。，；！？")) return false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (gm_key_ends(k, to, endings[i])) return true;
  return false;
}

/* 市政府网站　区政府网站: names parted by blanks or bars. */
static bool are_links(const gm_key *k, size_t from, size_t to) {
  size_t parts = 0;
  if (gm_key_has(k, from, to, u"。，；！？")) return false;
  for (size_t i = from + 1; i < to; i++) parts += k->gap[i] || gm_key_one_of(k->cp[i], u"|丨｜");
  return parts > 0;
}

/* Is [from, to) a value such a label may have? */
static bool value_fits(gm_label_line *line, const gm_key *k, const gm_view *view, size_t from, size_t to,
                       const gm_label_row *row) {
  switch (row->value) {
    case GM_VALUE_COUNT:
    case GM_VALUE_TALLY: return is_count(k, from, to);
    case GM_VALUE_FILE: return is_file(k, from, to);
    case GM_VALUE_LINKS: return are_links(k, from, to);
    case GM_VALUE_TITLE: return to - from <= TITLE_CHARS;
    case GM_VALUE_DATE:
    case GM_VALUE_STAMP: {
      gm_date date;
      size_t at = from, after = gm_key_date(k, view, at, &date);
      while (!after && at < to && at < from + VALUE_OPENING) after = gm_key_date(k, view, ++at, &date);
      if (!after && row->value == GM_VALUE_DATE) return false;
      if (after && (!line->date.year || row->field & GM_FIELD_DATE)) line->date = date;
      return is_phrase(k, from, to);
    }
    default: return row->field & GM_FIELD_URL || is_phrase(k, from, to);
  }
}

#define SOURCE_CHARS 20 /* an unlabelled name behind a date */

/* What stands between labelled parts: a date, a toolbar bracket, a mark, a last name. Gives the index behind it, 0 when
 * it is something else. */
static size_t read_between(gm_label_line *line, const gm_key *k, const gm_view *view, size_t at, size_t start) {
  gm_date date;
  size_t after = gm_key_date(k, view, at, &date);
  if (after) {
    if (at > start && !line->labelled && !line->fields) return 0;
    add_part(line, GM_FIELD_DATE, at, after);
    if (!line->date.year) line->date = date;
    return after;
  }
  if (!line->labelled && !(line->fields & GM_FIELD_DATE)) { /* 【纠错】 before 【责任编辑：… */
    size_t end = at;
    while (at == start && k->cp[at] == 0x3010 && end < k->count && k->cp[end] != 0x3011) end++;
    return end > at && end < k->count && end - at <= TOOL_CHARS && k->gap[end + 1] ? end + 1 : 0;
  }
  if (gm_key_one_of(k->cp[at], u"【[")) {
    while (at < k->count && !gm_key_one_of(k->cp[at], u"】]")) at++;
    return at + 1;
  }
  if (gm_key_mark(k->cp[at])) return at + 1;
  if (!k->gap[at] || k->count - at > SOURCE_CHARS || gm_key_has(k, at, k->count, u"，。；！？")) return 0;
  if (!line->labelled && gm_key_ends(k, k->count, u"公布")) return 0;
  add_part(line, GM_FIELD_SOURCE, at, k->count);
  return k->count;
}

size_t gm_label_skip_site(const gm_key *k, const gm_view *view, size_t start) {
  gm_date date;
  size_t at = start, end = start + 1;
  while (end < k->count && end - start < GM_SITE_CHARS && !k->gap[end]) end++;
  if (end < k->count && k->gap[end] && (gm_key_ends(k, end, u"网") || gm_key_ends(k, end, u"网站"))) at = end;
  if (gm_key_match(k, at, u"www.") || gm_key_match(k, at, u"http"))
    do at++;
    while (at < k->count && !k->gap[at]);
  return at > start && at < k->count && k->gap[at] && gm_key_date(k, view, at, &date) ? at : start;
}

bool gm_label_read(gm_label_line *line, const gm_key *k, const gm_view *view, size_t start) {
  memset(line, 0, sizeof *line);
  start = gm_label_skip_site(k, view, start);
  line->weak = true;
  for (size_t at = start; at < k->count;) {
    const gm_label_row *row = NULL;
    size_t from = label_at(k, at, &row);
    if (!from) {
      at = read_between(line, k, view, at, start);
      if (!at) return false;
      continue;
    }
    size_t to = value_end(k, view, from, row);
    line->labelled = true;
    line->weak = line->weak && row->weak;
    if (row->value == GM_VALUE_TOOLS || row->value >= GM_VALUE_LINK) {
      if (row->value == GM_VALUE_TOOLS && to - from > TOOLS_CHARS) return false;
      if (row->value > GM_VALUE_LINK && !value_fits(line, k, view, from, to, row)) return false;
      line->chrome = true;
      line->followed = line->followed || to > from || row->value == GM_VALUE_LINK;
    } else if (to == from) {
      line->empty |= row->field;
    } else {
      if (!value_fits(line, k, view, from, to, row)) return false;
      add_part(line, row->field, from, to);
    }
    at = to;
  }
  return line->labelled || line->fields & GM_FIELD_DATE;
}
