#include "check/document.h"

#include "text/utf8.h"

/* 党政机关公文处理工作条例 (中办发〔2012〕14号), article 8. */
#define KINDS "决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要"

bool gm_official_next(const gm_draft_check *check, uint32_t *index, gm_official *out) {
  const gm_outline *outline = check->outline;
  for (uint32_t i = *index; i < outline->sections.count; i++) {
    const gm_section *title = &outline->sections.items[i];
    if (title->kind != GM_SECTION_TITLE) continue;
    out->text.count = 0;
    gm_section_title(title, check->draft->lines, GM_PINYIN_KEEP, &out->text);
    gm_view_make(&out->view, (gm_text){out->text.items, out->text.count}, GM_PINYIN_KEEP);
    size_t end = out->view.count;
    while (end && out->view.cls[end - 1] & GM_SPACE) end--;
    if (gm_one_before(&out->view, end, "）")) {
      while (end && out->view.cls[end - 1] & (GM_IN_PAREN | GM_CLOSE)) end--;
      if (gm_one_before(&out->view, end, "（")) end--;
    }
    out->end = end;
    out->type = end && !(out->view.cls[end - 1] & GM_IN_TITLE) ? gm_words_before(&out->view, end, KINDS) : 0;
    if (!out->type || out->type == end) continue;
    out->title = i;
    out->first = title->title_end.line + 1;
    out->last = (uint32_t)check->draft->count;
    uint32_t next = i + 1;
    for (; next < outline->sections.count; next++) {
      const gm_section *other = &outline->sections.items[next];
      if (other->kind != GM_SECTION_TITLE && other->family != GM_FAMILY_ATTACHMENT) continue;
      out->last = other->start.line;
      break;
    }
    *index = next;
    return true;
  }
  *index = (uint32_t)outline->sections.count;
  return false;
}

void gm_official_free(gm_official *official) {
  gm_view_free(&official->view);
  gm_array_free(&official->text);
}

static uint32_t skip_blanks(gm_text line, uint32_t at) {
  while (at < line.len) {
    uint32_t c;
    size_t bytes = gm_utf8_decode(line.ptr + at, line.ptr + line.len, &c);
    uint32_t folded = gm_fold(c);
    if (folded && folded != ' ') break;
    at += (uint32_t)bytes;
  }
  return at;
}

static bool reads(gm_text line, uint32_t at, const char *word) {
  size_t n = strlen(word);
  return at + n <= line.len && !memcmp(line.ptr + at, word, n);
}

/* The number of an entry at `at`: 1. 1、 １． 一、; bytes behind it and its blanks, `at` when there is none. *value
 * gets that of Arabic digits. */
static uint32_t entry_number(gm_text line, uint32_t at, bool *han, uint32_t *value) {
  uint32_t p = at, c, arabic = 0;
  unsigned digits = 0, numerals = 0;
  while (p < line.len) {
    size_t bytes = gm_utf8_decode(line.ptr + p, line.ptr + line.len, &c);
    c = gm_fold(c);
    uint16_t cls = gm_class_of(c);
    if (!(cls & (GM_DIGIT | GM_NUMERAL))) break;
    if (cls & GM_DIGIT) arabic = arabic * 10 + c - '0';
    digits += (cls & GM_DIGIT) != 0;
    numerals += (cls & GM_NUMERAL) != 0;
    p += (uint32_t)bytes;
  }
  if ((digits != 0) == (numerals != 0) || digits + numerals > 3 || p >= line.len) return at;
  p += (uint32_t)gm_utf8_decode(line.ptr + p, line.ptr + line.len, &c);
  c = gm_fold(c);
  if (c != '.' && c != 0x3001) return at;
  *han = numerals != 0;
  *value = arabic;
  return skip_blanks(line, p);
}

/* 1.名额分配表　2.报名汇总表: where the entry behind number `value` begins in the same line, behind a blank or ；; its
 * end when there is none. */
static uint32_t next_on_line(gm_text text, uint32_t at, uint32_t value) {
  for (uint32_t next, number; at < text.len; at = next) {
    uint32_t c;
    bool han;
    next = at + (uint32_t)gm_utf8_decode(text.ptr + at, text.ptr + text.len, &c);
    c = gm_fold(c);
    if (c != ' ' && c != ';' && c != 0xFF1B) continue;
    next = skip_blanks(text, c == ' ' ? at : next);
    uint32_t most = value + (c == ' ' ? 1 : 2); /* behind ； one may be left out */
    if (next < text.len && entry_number(text, next, &han, &number) != next && !han && number > value && number <= most)
      return next;
  }
  return (uint32_t)text.len;
}

/* Adds the entry that begins at byte `at`; gives where the next one of its line begins, or the line's end. */
static uint32_t add_entry(gm_attachments *out, gm_text text, uint32_t line, uint32_t at) {
  gm_attachment *entry = &out->items[out->count];
  entry->line = line;
  entry->number = at;
  entry->han = false;
  entry->value = 0;
  entry->name = entry_number(text, at, &entry->han, &entry->value);
  uint32_t next = entry->value ? next_on_line(text, entry->name, entry->value) : (uint32_t)text.len, end = next, c;
  while (end > entry->name) {
    size_t bytes = gm_utf8_decode_back(text.ptr, text.ptr + end, &c);
    if (gm_fold(c) != ' ' && gm_fold(c)) break;
    end -= (uint32_t)bytes;
  }
  entry->end = entry->name_end = end;
  while (entry->name_end > entry->name) {
    size_t bytes = gm_utf8_decode_back(text.ptr, text.ptr + entry->name_end, &c);
    c = gm_fold(c);
    if (c != 0x3002 && c != 0xFF1B && c != 0xFF0C && c != 0x3001) break;
    entry->name_end -= (uint32_t)bytes;
  }
  if (entry->name_end > entry->name) out->count++;
  return next;
}

static void add_entries(gm_attachments *out, gm_text text, uint32_t line, uint32_t at) {
  while (at < text.len && out->count < GM_ATTACHMENTS_MAX) at = add_entry(out, text, line, at);
}

#define FU 0x9644u /* 附 */

bool gm_attachments_at(const gm_draft *draft, uint32_t line, gm_attachments *out) {
  if (draft->looks[line].first != FU) return false; /* most */
  gm_text text = draft->lines[line];
  uint32_t at = draft->looks[line].indent;
  if (!reads(text, at, "附件")) return false;
  at += 6;
  out->half = reads(text, at, ":");
  if (!out->half && !reads(text, at, "：")) return false;
  out->line = line;
  out->colon = at;
  out->count = 0;
  at = skip_blanks(text, at + (out->half ? 1 : 3));
  if (at >= text.len) return false;
  add_entries(out, text, line, at);
  bool numbered = out->count && out->items[0].name > out->items[0].number;
  for (line++; numbered && line < draft->count && out->count < GM_ATTACHMENTS_MAX; line++) {
    if (!draft->looks[line].chars) break;
    bool han;
    uint32_t value;
    text = draft->lines[line];
    at = skip_blanks(text, 0);
    if (entry_number(text, at, &han, &value) == at) break;
    add_entries(out, text, line, at);
  }
  return out->count > 0;
}
