/* What kind of line a line is: prose, or one of the things around prose that a paste brings along.
 *
 * gm_look is what one line shows by itself (a fact, computed once); gm_kinds_join decides with the neighbours
 * (duplicate titles, the head and foot of a page, code fences, tables). normalization.md, section 7. */
#ifndef GM_TEXT_KIND_H
#define GM_TEXT_KIND_H

#include "text/date.h"
#include "text/parallel.h"

typedef enum gm_line_kind {
  GM_LINE_PROSE, /* text of the draft: titles, headings, paragraphs, 落款 */
  GM_LINE_BLANK,
  GM_LINE_NAV,
  GM_LINE_META,
  GM_LINE_COUNTER,
  GM_LINE_IMAGE,
  GM_LINE_FOOTER,
  GM_LINE_AD,
  GM_LINE_TABLE,
  GM_LINE_CODE
} gm_line_kind;

/* Fields of metadata, a set of bits; names as in gold/ID.noise.tsv, joined by "+". */
enum {
  GM_FIELD_TITLE = 1 << 0,
  GM_FIELD_SUBTITLE = 1 << 1,
  GM_FIELD_DATE = 1 << 2,
  GM_FIELD_DATE_WRITTEN = 1 << 3,
  GM_FIELD_DATE_SIGNED = 1 << 4,
  GM_FIELD_SOURCE = 1 << 5,
  GM_FIELD_AUTHOR = 1 << 6,
  GM_FIELD_EDITOR = 1 << 7,
  GM_FIELD_REVIEWER = 1 << 8,
  GM_FIELD_PHOTO = 1 << 9,
  GM_FIELD_CAPTION = 1 << 10,
  GM_FIELD_DOCNO = 1 << 11,
  GM_FIELD_SIGNATURE = 1 << 12,
  GM_FIELD_PROMULGATION = 1 << 13,
  GM_FIELD_PLACE = 1 << 14,
  GM_FIELD_URL = 1 << 15,
  GM_FIELD_SECTION = 1 << 16,
  GM_FIELD_VIEWS = 1 << 17,
  GM_FIELD_INDEX = 1 << 18,
  GM_FIELD_SUBJECT = 1 << 19,
  GM_FIELD_KEYWORDS = 1 << 20,
  GM_FIELD_DISTRIBUTION = 1 << 21,
  GM_FIELD_TITLE_DUP = 1 << 22,
  GM_FIELD_DATE_DUP = 1 << 23
};

/* Parts of a page that only the lines around tell from the draft's own. */
typedef enum gm_look_part {
  GM_PART_NONE,
  GM_PART_HOME,    /* 首页 alone: may open a menu, an entry a line */
  GM_PART_NUMBER,  /* — 2 —; tail is the number */
  GM_PART_MENU,    /* 首页 | 机构概况 | 党建园地 */
  GM_PART_CAPTION, /* ▲街景, 图为…: no credit tells that it is a picture's */
  GM_PART_END      /* END without marks around it */
} gm_look_part;

/* The facts of one line by itself. */
typedef struct gm_look {
  uint64_t hash;  /* of the clean characters without blanks and marks: equal titles hash alike; 0 on paragraphs */
  uint64_t tail;  /* of the part of a short line that may stand alone elsewhere, or the page's number, 0 when none; for
                     text/kind.c */
  uint32_t chars; /* clean characters that are not blank */
  uint32_t words; /* as Word counts: each Han or CJK mark is one, each run of Latin letters and digits is one */
  uint32_t han;
  uint32_t indent; /* raw bytes before the first character that is not blank */
  uint32_t pinyin_sites;
  uint32_t fields; /* GM_FIELD_ bits of what the line says about the draft */
  uint32_t first;  /* first clean code point that is not blank, 0 on a blank line */
  uint32_t last;   /* the last one */
  gm_date date;    /* a full date in a metadata line or a line that is a date alone */
  uint16_t flags;  /* for text/kind.c alone */
  uint8_t kind;    /* gm_line_kind by the line alone */
  uint8_t part;    /* gm_look_part; for text/kind.c */
} gm_look;

/* What a line turned out to be among its neighbours. Lines with keep = false are ignored by outline and figures, and
 * are what NRM-03 would delete. Prose is keep = true, fields = 0. */
typedef struct gm_line_class {
  uint32_t fields;
  uint8_t kind;
  bool keep;
} gm_line_class;

/* What the line says of its kind by itself; linear. */
void gm_look_make(gm_look *look, const gm_view *view);

/* Fills classes[0..count), of many lines by a team, which may be NULL; linear. */
void gm_kinds_join(const gm_look *looks, size_t count, gm_line_class *classes, gm_team *team);

/* Names for JSON: "nav", "meta", …; a single GM_FIELD_ bit's name. Static strings. */
const char *gm_line_kind_name(gm_line_kind kind);
const char *gm_field_name(uint32_t bit);

#endif
