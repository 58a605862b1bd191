/* STY-09, DOC-05: the figures and marks in the elements of an official document. */
#include "check/document.h"
#include "check/families.h"
#include "check/punctuation.h"
#include "text/utf8.h"

/* A zero before the month or the day: 2024年03月05日. */
static void check_zeros(gm_draft_check *check, uint32_t line) {
  gm_text text = check->draft->lines[line];
  static const char year[] = "年0", month[] = "月0";
  size_t n = sizeof year - 1;
  gm_position zeros[2];
  unsigned found = 0;
  size_t from = SIZE_MAX, to = 0;
  for (size_t i = 0; i + n < text.len && found < 2; i++) {
    if (memcmp(text.ptr + i, year, n) && memcmp(text.ptr + i, month, n)) continue;
    zeros[found++] = (gm_position){line, (uint32_t)(i + n - 1)};
    if (from == SIZE_MAX) from = i;
    to = i + n + 1;
  }
  if (!found) return;
  for (uint32_t f = 0; f < check->figures[line].count; f++) {
    const gm_figure *figure = &check->figures[line].items[f];
    if (figure->kind != GM_FIGURE_DATE || !figure->date.year || figure->start > from || figure->end < to) continue;
    gm_report_figure(check, line, figure);
    gm_say(check->out, check->language, "成文日期不编虚位：应为%u年%u月%u日（GB/T 9704-2012 7.3.5.4）",
           "a signed date has no leading zeros: %u-%u-%u (GB/T 9704-2012 7.3.5.4)", figure->date.year,
           figure->date.month, figure->date.day);
    for (unsigned k = 0; k < found; k++)
      gm_propose(check->out, zeros[k], (gm_position){line, zeros[k].byte + 1}, GM_TEXT(""), "STY-09");
    return;
  }
}

#define CHANGE_YEAR  2012u /* GB/T 9704-2012 is in force since July 2012; before it dates were in Han numerals */
#define CHANGE_MONTH 7u

/* 二〇二四年三月五日 */
static void check_han_date(gm_draft_check *check, uint32_t line) {
  gm_text text = check->draft->lines[line];
  for (uint32_t f = 0; f < check->figures[line].count; f++) {
    const gm_figure *figure = &check->figures[line].items[f];
    gm_date date = figure->date;
    if (figure->kind != GM_FIGURE_DATE || !date.year || !date.month || !date.day) continue;
    if (date.year < CHANGE_YEAR || (date.year == CHANGE_YEAR && date.month < CHANGE_MONTH)) continue;
    uint32_t first;
    gm_utf8_decode(text.ptr + figure->start, text.ptr + text.len, &first);
    if (!(gm_class_of(gm_fold(first)) & GM_NUMERAL)) continue;
    gm_report_figure(check, line, figure);
    gm_say(check->out, check->language, "成文日期用阿拉伯数字：应为%u年%u月%u日（GB/T 9704-2012 7.3.5.4）",
           "a signed date takes Arabic numerals: %u-%u-%u (GB/T 9704-2012 7.3.5.4)", date.year, date.month, date.day);
    gm_buffer arabic = {0};
    gm_buffer_format(&arabic, "%u年%u月%u日", date.year, date.month, date.day);
    gm_propose(check->out, (gm_position){line, figure->start}, (gm_position){line, figure->end},
               (gm_text){arabic.items, arabic.count}, "STY-09");
    gm_array_free(&arabic);
    return;
  }
}

#define SIGNER_CHARS 24 /* the name of who signs is no longer */

/* A date of its own line that is a signature: known as one, or behind text and a short line that ends in no mark. */
static bool is_signature(const gm_draft_check *check, uint32_t line) {
  const gm_draft *draft = check->draft;
  uint32_t fields = draft->classes[line].fields;
  if (fields & GM_FIELD_DATE_SIGNED) return true;
  if (fields != GM_FIELD_DATE) return false; /* with its source beside it, it is the page's */
  uint32_t seen = 0;
  for (uint32_t i = line; i-- > 0;) {
    const gm_look *look = &draft->looks[i];
    if (!look->chars) continue;
    if (!seen && (look->chars > SIGNER_CHARS || gm_class_of(look->last) & GM_PUNCT || !draft->classes[i].keep))
      return false;
    seen++;
    if (seen == 3 || (seen == 2 && gm_class_of(look->last) & GM_STOP)) return true; /* 特此通知。 */
  }
  return false;
}

/* Does the draft show that it is an official document: its profile, a document number? */
static bool is_official(const gm_draft_check *check) {
  if (check->profile & GM_PROFILE_GONGWEN) return true;
  for (uint32_t line = 0; line < check->draft->count; line++)
    if (check->draft->classes[line].fields & GM_FIELD_DOCNO) return true;
  return false;
}

/* 附件：一、名单 */
static void check_attachment_numbers(gm_draft_check *check, uint32_t line) {
  gm_attachments list;
  if (!gm_attachments_at(check->draft, line, &list) || !list.items[0].han) return;
  const gm_attachment *first = &list.items[0];
  gm_report_draft(check, (gm_position){first->line, first->number}, (gm_position){first->line, first->name});
  gm_say(check->out, check->language, "附件顺序号用阿拉伯数字，如“附件：1.”（GB/T 9704-2012 7.3.4）",
         "attachments are numbered 1. 2. (GB/T 9704-2012 7.3.4)");
  for (unsigned i = 0; i < list.count; i++) {
    const gm_attachment *entry = &list.items[i];
    const char *name = check->draft->lines[entry->line].ptr + entry->name;
    if (*name >= '0' && *name <= '9') return; /* 2.3号楼: a point would make a decimal of it */
  }
  for (unsigned i = 0; i < list.count; i++) {
    const gm_attachment *entry = &list.items[i];
    if (!entry->han) continue;
    gm_buffer number = {0};
    gm_buffer_format(&number, "%u.", i + 1);
    gm_propose(check->out, (gm_position){entry->line, entry->number}, (gm_position){entry->line, entry->name},
               (gm_text){number.items, number.count}, "STY-09");
    gm_array_free(&number);
  }
}

void gm_check_document_elements(gm_draft_check *check) {
  int official = -1;
  for (uint32_t line = 0; line < check->draft->count; line++) {
    const gm_line_class *class = &check->draft->classes[line];
    if (!class->keep) continue;
    if (check->draft->looks[line].chars > 3) check_attachment_numbers(check, line);
    if (!(class->fields & (GM_FIELD_DATE_SIGNED | GM_FIELD_DATE)) || !is_signature(check, line)) continue;
    check_zeros(check, line);
    if (official < 0) official = is_official(check);
    if (official) check_han_date(check, line);
  }
}

/* Where the year in its brackets begins that ends before `end`: （2024） [2024] 【2024】 〔2024〕; SIZE_MAX when there
 * is none. */
static size_t year_before(const gm_view *view, size_t end) {
  if (end < 6 || !gm_one_before(view, end, "〕]】）")) return SIZE_MAX;
  for (size_t k = end - 5; k < end - 1; k++)
    if (!(view->cls[k] & GM_DIGIT)) return SIZE_MAX;
  return gm_one_before(view, end - 5, "〔[【（") ? end - 6 : SIZE_MAX;
}

#define SERIAL_DIGITS 3u /* 采计〔2024〕01563号 is filled up to a width: a number in a system, and no document's */

/* 某政发[2024]第05号: one finding for brackets, 第 and zeros. Round brackets are those of court cases too, so they need
 * the name of an office or of a series before them. */
void gm_check_document_number(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t digits = i;
  while (digits && i - digits < 6 && view->cls[digits - 1] & GM_DIGIT) digits--;
  if (digits == i) return;
  bool ordinal = gm_one_before(view, digits, "第");
  size_t close = digits - ordinal, open = year_before(view, close);
  if (open == SIZE_MAX || !open || !(view->cls[open - 1] & GM_HAN)) return;
  size_t zeros = 0;
  while (i - digits <= SERIAL_DIGITS && digits + zeros + 1 < i && gm_one_of(view, digits + zeros, "0")) zeros++;
  bool bracket = !gm_one_of(view, open, "〔"), round = gm_one_of(view, open, "（");
  if (!bracket && !ordinal && !zeros) return;
  if (round && !gm_one_before(view, open, "发函字办文委厅政党教财人卫建规令电任纪组宣统团工妇")) return;
  gm_report_line(check, open, i + 1);
  gm_say(check->out, check->language, "发文字号“%s”应为“〔%s〕%s号”（GB/T 9704-2012 7.2.5）",
         "document number “%s” should be “〔%s〕%s号” (GB/T 9704-2012 7.2.5)", gm_quote_line(view, open, i + 1).text,
         gm_quote_line(view, open + 1, close - 1).text, gm_quote_line(view, digits + zeros, i).text);
  if (bracket) {
    gm_replace_line(check, open, open + 1, GM_TEXT("〔"));
    gm_replace_line(check, close - 1, close, GM_TEXT("〕"));
  }
  if (ordinal || zeros) gm_replace_line(check, close, digits + zeros, GM_TEXT(""));
}

/* Folded characters of a name for comparing: blanks and marks left out. */
static size_t letters(gm_text text, uint32_t *out, size_t room) {
  size_t n = 0;
  for (const char *p = text.ptr, *end = p + text.len; p < end && n < room;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (c && !(gm_class_of(c) & (GM_PUNCT | GM_SPACE))) out[n++] = c;
  }
  return n;
}

#define NAME_CHARS 80 /* names and titles are compared up to here */

static bool contains(const uint32_t *a, size_t n, const uint32_t *b, size_t m) {
  for (size_t i = 0; i + m <= n; i++)
    if (!memcmp(a + i, b, m * sizeof *b)) return true;
  return false;
}

/* Kinds of attachments: what ends so is the name of one. */
static bool names_kind(gm_text text) {
  if (text.len > 3 && !memcmp(text.ptr + text.len - 3, "）", 3)) { /* …细则（试行） */
    size_t at = text.len - 3;
    while (at && memcmp(text.ptr + at, "（", 3)) at--;
    text.len = at;
  }
  uint32_t name[NAME_CHARS];
  size_t n = letters(text, name, NAME_CHARS);
  static const char *const kinds[] = {"表",   "名单", "清单", "名册",   "方案", "办法", "细则", "规定",
                                      "规程", "要点", "目录", "流程",   "指南", "手册", "预案", "计划",
                                      "须知", "标准", "书",   "章程",   "制度", "提纲", "回执", "明细",
                                      "安排", "台账", "图",   "通讯录", "分工", "日程", "题库", "范本"};
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    uint32_t kind[4];
    size_t m = letters((gm_text){kinds[k], strlen(kinds[k])}, kind, 4);
    if (n > m && !memcmp(name + n - m, kind, m * sizeof *kind)) return true;
  }
  return false;
}

/* Is a name meant for a title that it does not equal: most of the shorter one's characters stand in the longer, or
 * both are names of attachments? */
static bool differs(gm_text name, gm_text title) {
  uint32_t a[NAME_CHARS], b[NAME_CHARS];
  size_t n = letters(name, a, NAME_CHARS), m = letters(title, b, NAME_CHARS);
  if (n < 4 || m < 4 || contains(a, n, b, m) || contains(b, m, a, n)) return false;
  if (names_kind(name) && names_kind(title)) return true;
  const uint32_t *shorter = n < m ? a : b, *longer = n < m ? b : a;
  size_t few = n < m ? n : m, many = n < m ? m : n, shared = 0;
  for (size_t i = 0; i < few; i++)
    for (size_t k = 0; k < many; k++)
      if (shorter[i] == longer[k]) {
        shared++;
        break;
      }
  return shared * 4 >= few * 3 && few * 2 >= many;
}

#define TITLE_LINES 4 /* between 附件1 and the title of the attachment */

/* The title below the label of attachment `number`; NULL when the draft has none. */
static const gm_section *attached_title(const gm_draft_check *check, uint32_t line, int32_t number) {
  const gm_outline *outline = check->outline;
  for (uint32_t i = 0; i + 1 < outline->sections.count; i++) {
    const gm_section *label = &outline->sections.items[i], *title = label + 1;
    if (label->start.line <= line) continue;
    bool attached = i && label[-1].family == GM_FAMILY_ATTACHMENT;
    if (label->kind == GM_SECTION_TITLE && !attached) return NULL; /* another document, with labels of its own */
    if (label->family != GM_FAMILY_ATTACHMENT) continue;
    if (label->number != number && !(number == 1 && !label->number)) continue;
    bool near = title->kind == GM_SECTION_TITLE && title->start.line <= label->start.line + TITLE_LINES;
    return near ? title : NULL;
  }
  return NULL;
}

static void check_names(gm_draft_check *check, const gm_attachments *list) {
  gm_buffer text = {0};
  for (unsigned i = 0; i < list->count; i++) {
    const gm_attachment *entry = &list->items[i];
    const gm_section *title = attached_title(check, list->line, (int32_t)i + 1);
    if (!title) continue;
    gm_text line = check->draft->lines[entry->line];
    gm_text name = {line.ptr + entry->name, entry->name_end - entry->name};
    text.count = 0;
    gm_section_title(title, check->draft->lines, GM_PINYIN_KEEP, &text);
    if (!differs(name, (gm_text){text.items, text.count})) continue;
    *gm_push(&text) = 0;
    gm_report_draft(check, (gm_position){entry->line, entry->name}, (gm_position){entry->line, entry->name_end});
    gm_say(check->out, check->language, "附件说明为“%s”，附件标题为“%s”，两处应一致（GB/T 9704-2012 7.3.7）",
           "the list says “%s”, the attachment's title “%s”: they should agree (GB/T 9704-2012 7.3.7)",
           gm_quote_raw(line, entry->name, entry->name_end).text, text.items);
    gm_relate(check->out, title->start, title->title_end,
              check->language == GM_ENGLISH ? "the attachment's title" : "附件标题");
  }
  gm_array_free(&text);
}

void gm_check_attachments(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  gm_attachments list;
  for (uint32_t line = 0; line < draft->count; line++) {
    if (!gm_attachments_at(draft, line, &list) || draft->looks[line].chars < 4 || !draft->classes[line].keep) continue;
    if (list.half) {
      gm_position from = {line, list.colon}, to = {line, list.colon + 1};
      gm_report_draft(check, from, to);
      gm_say(check->out, check->language, "“附件”后用全角冒号（GB/T 9704-2012 7.3.4）",
             "附件 takes a full-width colon (GB/T 9704-2012 7.3.4)");
      gm_propose(check->out, from, to, GM_TEXT("："), "DOC-05");
    }
    for (unsigned i = 0; i < list.count; i++) {
      const gm_attachment *entry = &list.items[i];
      if (entry->name_end == entry->end) continue;
      gm_position from = {entry->line, entry->name_end}, to = {entry->line, entry->end};
      gm_report_draft(check, from, to);
      gm_say(check->out, check->language, "附件名称后不加标点（GB/T 9704-2012 7.3.4）",
             "no mark behind the name of an attachment (GB/T 9704-2012 7.3.4)");
      gm_propose(check->out, from, to, GM_TEXT(""), "DOC-05");
    }
    check_names(check, &list);
  }
}
