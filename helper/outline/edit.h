/* Editing that stands on the outline: renumber, promote and demote, move, split and join (outline.md, section 10).
 *
 * Each operation looks at the results of the last join and gives a plan: text edits, sorted and not overlapping, that
 * the editor previews and applies in one undo step, and beside them the references that would go stale. Nothing is
 * changed here. A refusal leaves the plan empty. Rules of the edits: "renumber", "shift", "move", "split", "join". */
#ifndef GM_OUTLINE_EDIT_H
#define GM_OUTLINE_EDIT_H

#include "outline/outline.h"

/* What the operations look at; all borrowed. */
typedef struct gm_outline_view {
  const gm_draft *draft;
  const gm_outline *outline;
  gm_pinyin_mode pinyin;
} gm_outline_view;

/* A reference such as 第三部分, 见（二）, 第十五条, 附件2 or a line of contents whose target gets another number. */
typedef struct gm_stale_reference {
  gm_position start, end; /* in the draft as it is */
  uint32_t target;        /* section it points to */
  uint32_t text, len;     /* what it should read afterwards, in plan->text */
} gm_stale_reference;

typedef struct gm_plan {
  gm_edits edits;
  GM_ARRAY(gm_stale_reference) stale; /* in order of start; listed, never among the edits */
  gm_buffer text;
} gm_plan;

typedef enum gm_refusal {
  GM_ACCEPTED,
  GM_REFUSED_KIND,    /* this kind of section cannot be so edited: 条 promoted, an inline item demoted (split first) */
  GM_REFUSED_RUN_OUT, /* the family has no further sign: ⒛, ㈩, 癸, Z */
  GM_REFUSED_EDGE,    /* nothing to go to: no section above, no sibling before it */
  GM_REFUSED_INSIDE,  /* into itself */
  GM_REFUSED_GLUED,   /* a section that does not open its line, or shares its lines with another one */
  GM_REFUSED_RANGE,   /* no such section */
  GM_REFUSED_NO_RUN   /* split and join: no item of 一是…二是… here */
} gm_refusal;

/* A static string for people: what is refused and why, in Chinese or English. */
const char *gm_refusal_text(gm_refusal refusal, bool english);

/* Zeroed = empty. Each operation clears the plan first. */
void gm_plan_clear(gm_plan *plan);
void gm_plan_free(gm_plan *plan);

/* Renumbers the sections [first, last) (indexes; 0 and sections.count for the draft; a section and what lies below it
 * for a subtree, see gm_subtree_end). Each list keeps its first number unless `from` > 0 says what the list of section
 * `first` begins with; families that run on through their parents go on doing so. Keeps each family's style. */
gm_refusal gm_outline_renumber(const gm_outline_view *view, uint32_t first, uint32_t last, int32_t from, gm_plan *plan);

/* The index after the last section below `section`. */
uint32_t gm_subtree_end(const gm_outline *outline, uint32_t section);

/* Promotes (by < 0) or demotes (by > 0) a section by one level with all below it. The text stays where it is; markers
 * take the family of their new siblings, else the next on the draft's own ladder, else 一、 （一） 1. （1） ① in
 * the draft's brackets; then old and new siblings are renumbered. */
gm_refusal gm_outline_shift(const gm_outline_view *view, uint32_t section, int by, gm_plan *plan);

/* Moves a section with all below it before or behind another one of the same family and level, under the same parent or
 * not, and renumbers both ends; GM_REFUSED_KIND for another family or level (shift it first). What closes a document
 * (落款, the list of attachments, noise) stays at its end. Inline items move within their run only: the text between
 * marker and separator moves, markers and separators stay. Accepted without edits when it stands there already. */
gm_refusal gm_outline_move(const gm_outline_view *view, uint32_t section, uint32_t target, bool behind, gm_plan *plan);

/* Splits the inline run that `section` is an item of: a line break and the paragraph's own indent before each marker
 * that does not open its line. GM_REFUSED_EDGE when every item does. */
gm_refusal gm_outline_split(const gm_outline_view *view, uint32_t section, gm_plan *plan);

/* The inverse: items on lines of their own, one right under the other, become one paragraph. With `lead` the first of
 * them too is joined to the line above; gm_run_has_lead tells whether that line leads in (it ends in ：, or in no stop
 * and is not numbered).
 */
gm_refusal gm_outline_join_run(const gm_outline_view *view, uint32_t section, bool lead, gm_plan *plan);
bool gm_run_has_lead(const gm_outline_view *view, uint32_t section);

#endif
