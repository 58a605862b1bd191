/* The join's workbench: candidates laid flat, and the passes that decide what they are. Not for other stages.
 *
 * Order of the passes: lay (candidate.c), contents.c, list.c, title.c, heading.c, tree.c, run.c, misnumbered.c, then the sections are
 * written and measured (outline.c). Each pass is linear in paragraphs or candidates. */
#ifndef GM_OUTLINE_JOIN_H
#define GM_OUTLINE_JOIN_H

#include "outline/marker.h"

#define GM_NONE       UINT32_MAX
#define GM_KEY_COUNT  (GM_FAMILY_COUNT * 8)
#define GM_LONG_CHARS 40u /* a paragraph of body text has at least as many (outline.md, section 7) */
#define GM_REACH      8u  /* paragraphs an inline run may skip over (outline.md, section 5) */
#define GM_GAP_MAX    3   /* numbers a gap may leave out; more is no slip of the pen */

typedef enum gm_role {
  GM_ROLE_OPEN,  /* undecided; at the end: no section */
  GM_ROLE_DEAD,  /* line of contents, attachment list, footnote, part of another marker */
  GM_ROLE_LOCAL, /* item of a list inside one paragraph */
  GM_ROLE_GLUED, /* a line marker in mid-line whose neighbours open their lines */
  GM_ROLE_LINE,  /* line-level section */
  GM_ROLE_HEADING,
  GM_ROLE_TITLE,
  GM_ROLE_TITLE_MORE, /* second and later line of a title */
  GM_ROLE_LABEL,
  GM_ROLE_INLINE
} gm_role;

typedef struct gm_candidate {
  const gm_marker *mark;
  uint32_t line, para;
  uint32_t next;   /* next line-opening candidate of the same key, GM_NONE */
  uint32_t before; /* the item before it in its run, GM_NONE for a run's first */
  uint32_t tail;   /* of a marker torn over two lines: the candidate that has its rest, else GM_NONE */
  int32_t number;  /* as the join reads it: 最后 gets its number, a torn marker its own */
  uint16_t key;    /* family and style: what makes a run */
  uint8_t role;    /* gm_role */
  uint8_t level;
  bool soft;
  bool linked; /* a run has it with at least one more item */
} gm_candidate;

/* A paragraph: a kept line of text that is not blank. */
typedef struct gm_paragraph {
  uint32_t line;
  uint32_t first, count; /* its candidates */
  uint32_t chars;
  bool meta; /* metadata: may be a title, nothing else */
} gm_paragraph;

typedef struct gm_join {
  GM_ARRAY(gm_candidate) candidates;
  GM_ARRAY(gm_paragraph) paragraphs;
  GM_ARRAY(uint32_t) words; /* kept words before each line; one more for the end */
  GM_ARRAY(uint32_t) table; /* hash table of titles, contents.c */
  GM_ARRAY(uint32_t) stack; /* sections, outline.c */
  GM_ARRAY(uint32_t) lists; /* by fault: the list it belongs to, tree.c */
  GM_ARRAY(uint32_t) moves; /* by list: transitions, and how many of them were at fault */
  const gm_draft *draft;
  gm_outline *outline;
} gm_join;

void gm_join_lay(gm_join *join, const gm_draft *draft);
void gm_join_mend(gm_join *join);     /* torn markers: head and tail become one */
void gm_join_link(gm_join *join);     /* each candidate to the next line-opening one of its key */
void gm_join_contents(gm_join *join); /* kills lines of contents, attachment lists, footnotes */
void gm_join_lists(gm_join *join);    /* lists inside one paragraph, glued items */
void gm_join_titles(gm_join *join);
void gm_join_headings(gm_join *join);
void gm_join_tree(gm_join *join); /* line-level sections and their levels */
void gm_join_runs(gm_join *join); /* inline runs */
void gm_join_misnumbered(gm_join *join);

/* Of what is a list made also in mid-line: 一、（一）1. （1）1）①? */
static inline bool gm_is_listed(unsigned family) {
  switch (family) {
    case GM_FAMILY_HAN:
    case GM_FAMILY_HAN_PAREN:
    case GM_FAMILY_ARABIC:
    case GM_FAMILY_ARABIC_PAREN:
    case GM_FAMILY_ARABIC_HALF:
    case GM_FAMILY_CIRCLED: return true;
    default: return false;
  }
}

/* The family's place on the ladder 编 章 节 壹 一、 （一） 1. （1） ①; 0 when it has none. */
int gm_family_rank(unsigned family);

static inline uint16_t gm_key(unsigned family, unsigned style) { return (uint16_t)(family * 8 + (style & 7)); }
static inline unsigned gm_key_family(uint16_t key) { return key / 8; }

/* May this candidate open a line-level section? */
static inline bool gm_opens_line(const gm_candidate *c) {
  return c->mark->flags & GM_MARK_LINE && c->mark->family != GM_FAMILY_NONE && c->mark->family < GM_FAMILY_IS;
}

gm_fault *gm_join_fault(gm_join *join, gm_fault_kind kind, const gm_candidate *at, const gm_candidate *other,
                        int32_t expected);

#endif
