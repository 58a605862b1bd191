/* Findings: what rules say, and the list they say it to. */
#ifndef GM_CHECK_FINDING_H
#define GM_CHECK_FINDING_H

#include "text/edit.h"

#include <stdbool.h>

typedef enum gm_severity { GM_SEVERITY_OFF, GM_SEVERITY_HINT, GM_SEVERITY_WARNING, GM_SEVERITY_ERROR } gm_severity;

typedef enum gm_language { GM_CHINESE, GM_ENGLISH } gm_language;

/* A finding; its message, related places and fix stand in the list's own arrays. */
typedef struct gm_finding {
  gm_position start, end;
  uint16_t rule;                       /* row of gm_rules */
  uint8_t severity;                    /* gm_severity, after the configuration */
  bool far_off;                        /* what was computed is farther off than rounding explains */
  uint32_t message, message_len;       /* in list->text */
  uint32_t related, related_count;     /* in list->related */
  uint32_t fix, fix_count;             /* in list->fixes.list; empty when none is certain */
  uint32_t suggestion, suggestion_len; /* in list->text: a reading that is shown, never applied (NRM-01) */
  uint32_t replacement,
      replacement_len;  /* in list->text: what its own range would read if its other places are right;
                           put there when the writer says so, never as a fix; empty when there is none */
  uint64_t fingerprint; /* fingerprint.h */
} gm_finding;

typedef struct gm_related {
  gm_position start, end;
  uint32_t message, message_len;
} gm_related;

/* Zeroed = empty; free with gm_findings_free. */
typedef struct gm_findings {
  GM_ARRAY(gm_finding) list;
  GM_ARRAY(gm_related) related;
  gm_edits fixes;
  gm_buffer text;
} gm_findings;

/* Empties the list; its memory is kept for the next. */
void gm_findings_clear(gm_findings *findings);
void gm_findings_free(gm_findings *findings);

/* Appends all of `from` to `to`, `line` added to every line number. */
void gm_findings_append(gm_findings *to, const gm_findings *from, uint32_t line);

/* Orders by start, then severity (the graver first), then rule. Stable: equal findings keep their order. */
void gm_findings_sort(gm_findings *findings);

/* Appends a copy of one finding of `from`. */
void gm_findings_append_one(gm_findings *to, const gm_findings *from, size_t index);

#endif
