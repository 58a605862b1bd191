/* XR-06: the numbers of attachments in their list, and where the text refers to one. */
#include "check/document.h"
#include "check/families.h"

/* 1. 2. 4.: the first number of the list that is not the next. True when there is one. */
static bool check_order(gm_draft_check *check, const gm_attachments *list) {
  for (unsigned i = 1; i < list->count && list->items[0].value == 1; i++) {
    const gm_attachment *entry = &list->items[i];
    if (entry->value == i + 1) continue;
    if (!entry->value || entry->value > i + 3) return true;
    gm_position from = {entry->line, entry->number}, to = {entry->line, entry->name};
    gm_report_draft(check, from, to);
    gm_say(check->out, check->language, "附件序号为%u，接前文应为%u", "attachment %u; number %u is due here",
           (unsigned)entry->value, i + 1);
    return true;
  }
  return list->items[0].value != 1;
}

/* Does a line below the list begin with 附件N? */
static bool has_label(const gm_draft_check *check, uint32_t line, unsigned number) {
  for (line++; line < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    uint32_t at = check->draft->looks[line].indent;
    if (at + 7 > text.len || memcmp(text.ptr + at, "附件", 6)) continue;
    unsigned value = 0;
    for (at += 6; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9' && value < 100; at++)
      value = value * 10 + (unsigned)(text.ptr[at] - '0');
    if (value == number) return true;
  }
  return false;
}

#define REFERENCES_MAX 64u /* looked at in a draft: those beyond are of a register */

/* 详见附件3, and the list has two: the reference is to none. That to 《办法》附件3 is to another list. */
static void check_references(gm_draft_check *check, const gm_attachments *list) {
  unsigned seen = 0;
  for (uint32_t line = 0; line < list->line; line++) {
    gm_text text = check->draft->lines[line];
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t at = 0; at + 7 <= text.len;) {
      const char *found = memchr(text.ptr + at, "附"[0], text.len - at - 6);
      if (!found) break;
      at = (uint32_t)(found - text.ptr);
      if (memcmp(found, "附件", 6)) {
        at++;
        continue;
      }
      uint32_t start = at, digits = 0;
      unsigned value = 0;
      for (at += 6; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9' && value < 100; at++, digits++)
        value = value * 10 + (unsigned)(text.ptr[at] - '0');
      bool led = gm_reads_before(text, start, "见") || gm_reads_before(text, start, "（") ||
                 gm_reads_before(text, start, "填写") || gm_reads_before(text, start, "按") ||
                 gm_reads_before(text, start, "按照");
      if (!digits || !led || value <= list->count || value > list->count + 2 || ++seen > REFERENCES_MAX ||
          gm_reads(text, at, "-") || has_label(check, list->line, value))
        continue;
      gm_report_draft(check, (gm_position){line, start}, (gm_position){line, at});
      gm_say(check->out, check->language, "提到附件%u，附件说明只列出%u个",
             "attachment %u is referred to; %u are listed", value, list->count);
      gm_relate(check->out, (gm_position){list->line, list->colon - 6}, (gm_position){list->line, list->colon},
                check->language == GM_ENGLISH ? "the list of attachments" : "附件说明");
    }
  }
}

#define LISTS_MAX 4u /* more are those of a collection */

void gm_check_attachment_numbers(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  gm_attachments list;
  unsigned lists = 0;
  gm_check_articles(check);
  for (uint32_t line = 0; line < draft->count && lists < LISTS_MAX; line++) {
    if (!gm_attachments_at(draft, line, &list) || draft->looks[line].chars < 4 || !draft->classes[line].keep) continue;
    lists++;
    if (list.count > 1 && list.count < GM_ATTACHMENTS_MAX && !check_order(check, &list)) check_references(check, &list);
  }
}
