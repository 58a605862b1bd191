/* A draft as the helper holds it: its lines, what was learned of each, and the joins over all of them.
 *
 * An edit rescans the lines it touched; gm_document_join then brings the whole draft's results up to date. The law:
 * after any sequence of splices, the results equal those of a fresh document of the same text. */
#ifndef GM_DOCUMENT_DOCUMENT_H
#define GM_DOCUMENT_DOCUMENT_H

#include "check/dismissal.h"
#include "check/join.h"
#include "normalize/normalize.h"

/* Lines and bytes a document may have: offsets are 32 bits. A splice beyond them is refused. */
#define GM_DOCUMENT_LINES_MAX 100000000u
#define GM_LINE_BYTES_MAX     0x7FFFFFFFu

typedef struct gm_document gm_document;

/* `rules` is borrowed and must outlive the document. A new document has no lines. */
gm_document *gm_document_new(const gm_rule_set *rules);
void gm_document_free(gm_document *document);

/* From now on many lines given at once (some 250 KB) are read by the team, which is borrowed; NULL means by the caller
 * alone, as a new document does. */
void gm_document_set_team(gm_document *document, gm_team *team);

/* Replaces lines [first, last) (0-based) by `count` lines without line breaks. With `borrow` the bytes are not copied
 * and must outlive the document (the command line's file buffer). False, and nothing changed, when the range does not
 * fit or a limit is passed. */
bool gm_document_splice(gm_document *document, size_t first, size_t last, const gm_text *lines, size_t count,
                        bool borrow);

/* With `on`, lines put in from now on are read for the outline alone: figures and findings of lines are put off until
 * gm_document_study or gm_document_join. What a join gives is the same. */
void gm_document_outline_first(gm_document *document, bool on);

/* Brings classes and outline up to date, and nothing else: what was put off stays so. Figures and findings are those of
 * the last join, of which there must not have been one since lines were put off. */
void gm_document_join_outline(gm_document *document);

/* Does what was put off, of lines of about `bytes` bytes. False when nothing is left. */
bool gm_document_study(gm_document *document, size_t bytes);

/* Forgets what was learned under another rule set and learns it anew under `rules`. */
void gm_document_set_rules(gm_document *document, const gm_rule_set *rules);

/* From here on `rules`, which run the same rules alike, stand in for those before; nothing is learned anew. */
void gm_document_keep_rules(gm_document *document, const gm_rule_set *rules);

/* From the next join on, a finding that is like one of these fingerprints is left out of the findings, each at most
 * one. */
void gm_document_set_dismissals(gm_document *document, const uint64_t *fingerprints, size_t count);

/* Brings classes, outline and findings up to date; does nothing when nothing changed. The other one is for a document
 * that will hardly be joined again: nothing is kept that would spare the next join work. */
void gm_document_join(gm_document *document);
void gm_document_join_once(gm_document *document);

/* Results of the last join; valid until the next splice. */
const gm_draft *gm_document_draft(const gm_document *document);
const gm_outline *gm_document_outline(const gm_document *document);
const gm_figures *gm_document_figures(const gm_document *document);    /* by line */
const gm_line_facts *gm_document_facts(const gm_document *document);   /* by line */
const gm_findings *gm_document_findings(const gm_document *document);  /* sorted by start */
const gm_findings *gm_document_dismissed(const gm_document *document); /* findings left out, sorted by start */
/* The one that the i-th fingerprint left out, as its index there, GM_WAVES_NOTHING when it is not used. */
uint32_t gm_document_waved(const gm_document *document, size_t i);
gm_pinyin_mode gm_document_pinyin(const gm_document *document);

/* Now, joined or not. */
size_t gm_document_line_count(const gm_document *document);
size_t gm_document_bytes(const gm_document *document); /* line breaks not counted */

/* Words of the whole draft as Word counts them, lines of noise included. */
uint64_t gm_document_words(const gm_document *document);

/* Where each line of the draft stood at the last gm_document_mark (0-based), GM_NO_ORIGIN for a line that came since;
 * an edited line keeps its place. Rising over the lines that have one. */
#define GM_NO_ORIGIN UINT32_MAX
const uint32_t *gm_document_origins(const gm_document *document);
/* By line: was it learned anew since the last mark? What was learned of the others is as it was then. */
const bool *gm_document_fresh(const gm_document *document);
/* From here on origins and freshness count: each line is its own origin, none is fresh. */
void gm_document_mark(gm_document *document);

#endif
