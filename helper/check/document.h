/* The elements of an official document (GB/T 9704-2012) as the rules find them in a draft. */
#ifndef GM_CHECK_DOCUMENT_H
#define GM_CHECK_DOCUMENT_H

#include "check/draft.h"

/* One document of the draft: from its title to the next title or label. */
typedef struct gm_official {
  uint32_t title;       /* section of kind GM_SECTION_TITLE */
  uint32_t first, last; /* lines [first, last) below the title */
  gm_view view;         /* of the title as one line; free with gm_official_free */
  gm_buffer text;       /* what the view borrows */
  size_t end;           /* clean characters of the title, （试行） and blanks at its end left out */
  size_t type;          /* characters of its kind at `end`: 通知, 请示; 0 when it names none */
} gm_official;

/* The next document at or behind section *index, whose title names one of the 15 kinds (条例, article 8). False when
 * there is none; *index is moved behind it. Zero `out` before the first call. */
bool gm_official_next(const gm_draft_check *check, uint32_t *index, gm_official *out);
void gm_official_free(gm_official *official);

/* The list of attachments below the text. */
#define GM_ATTACHMENTS_MAX 32 /* a longer list is a register, which nobody checks by eye either */

typedef struct gm_attachment {
  uint32_t line;
  uint32_t number, name, end; /* raw bytes: where its number begins (= name when it has none), its name, its end with
                                 the marks behind it */
  uint32_t name_end;          /* without those marks */
  uint32_t value;             /* of a number in Arabic digits, else 0 */
  bool han;                   /* numbered 一、 */
} gm_attachment;

typedef struct gm_attachments {
  uint32_t line;
  uint32_t colon; /* raw byte of the colon behind 附件 */
  bool half;      /* it is half-width */
  unsigned count;
  gm_attachment items[GM_ATTACHMENTS_MAX];
} gm_attachments;

/* The list that begins at `line` with 附件：, false when none does. */
bool gm_attachments_at(const gm_draft *draft, uint32_t line, gm_attachments *out);

#endif
