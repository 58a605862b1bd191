/* Dismissals: findings that the writer waved through, with a reason, and the file that keeps them. Text in, text out:
 * whoever reads and writes the file is not known here.
 *
 * The file has one row a dismissal, its columns parted by tabs: fingerprint, rule, draft, reason, date, excerpt.
 * `draft` is a path from the folder that holds .gangmu, or a pattern with * ? [ ] of such paths, where * crosses
 * slashes. Lines that begin with # are remarks. Rows are put in by order of draft, rule and fingerprint, and each
 * change touches its own line alone, so that two people's changes merge. What is no row is kept and told of. */
#ifndef GM_CHECK_DISMISSAL_H
#define GM_CHECK_DISMISSAL_H

#include <stdbool.h>

#include "check/finding.h"

/* Where the file lies, from the folder of the project. */
#define GM_DISMISSAL_FOLDER ".gangmu"
#define GM_DISMISSAL_FILE   "dismissed.tsv"

/* A row. Texts are borrowed from the file's content. */
typedef struct gm_dismissal {
  uint64_t fingerprint;
  gm_text rule, draft, reason, date, excerpt;
  uint32_t line; /* in the file, from 0 */
} gm_dismissal;

/* A line that is no row, and why not. */
typedef enum gm_dismissal_fault { GM_FAULT_COLUMNS, GM_FAULT_FINGERPRINT, GM_FAULT_DRAFT } gm_dismissal_fault;
typedef struct gm_dismissal_bad {
  uint32_t line;
  gm_dismissal_fault fault;
} gm_dismissal_bad;
/* The reason for the writer; a literal. */
const char *gm_dismissal_fault_text(gm_dismissal_fault fault, gm_language language);

/* Zeroed = empty; free with gm_dismissals_free. */
typedef struct gm_dismissals {
  GM_ARRAY(gm_dismissal) rows; /* in the order of the file */
  GM_ARRAY(gm_dismissal_bad) bad;
} gm_dismissals;

/* Replaces what `dismissals` holds by the rows of a file's content. */
void gm_dismissals_parse(gm_dismissals *dismissals, gm_text content);
void gm_dismissals_free(gm_dismissals *dismissals);

/* Does the row's `draft` name this draft (a path from the project's folder)? */
bool gm_dismissal_names(const gm_dismissal *row, gm_text draft);

/* Appends to `out` the content with one row more, or without row `index`. Control characters in the row's texts become
 * blanks. The row's `line` is not looked at. */
void gm_dismissals_with(const gm_dismissals *dismissals, gm_text content, const gm_dismissal *row, gm_buffer *out);
void gm_dismissals_without(const gm_dismissals *dismissals, gm_text content, size_t index, gm_buffer *out);

/* The text of a finding with some words around it, on one line, for the column `excerpt`. */
void gm_dismissal_excerpt(const gm_finding *finding, const gm_text *lines, gm_buffer *out);

/* Fingerprints that are waved through in one draft, ready to be matched. Zeroed = none; free with gm_array_free. */
typedef struct gm_waved_key {
  uint64_t fingerprint;
  uint32_t index; /* of the caller's list */
  uint32_t
      finding; /* what it waves through at the moment: an index of the findings matched last, or GM_WAVES_NOTHING */
} gm_waved_key;
#define GM_WAVES_NOTHING UINT32_MAX
typedef GM_ARRAY(gm_waved_key) gm_waved;

void gm_waved_set(gm_waved *waved, const uint64_t *fingerprints, size_t count);

/* Finds what each fingerprint waves through: at most one finding each, the one that is most alike. Sets `finding` of
 * the keys; gives their number. */
size_t gm_waved_match(gm_waved *waved, const gm_findings *findings);

#endif
