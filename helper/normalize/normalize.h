/* Normalization: a table of passes that turn what was pasted into text edits. normalization.md is the specification. */
#ifndef GM_NORMALIZE_NORMALIZE_H
#define GM_NORMALIZE_NORMALIZE_H

#include "check/rule.h"

/* How a pass takes part. */
typedef enum gm_pass_default { GM_PASS_DEFAULT, GM_PASS_OPT_IN, GM_PASS_REPORT } gm_pass_default;

typedef struct gm_pass_context gm_pass_context; /* normalize/ alone */

typedef struct gm_pass {
  const char *id; /* "NRM-04" */
  uint8_t run;    /* gm_pass_default */
  const char *title_zh, *title_en, *before, *after, *must_not;
  uint32_t triggers; /* what a line must hold for the pass to be called; normalize/ alone */
  void (*apply)(gm_pass_context *context);
} gm_pass;

/* In the order they run. `before`, `after` and `must_not` are examples, " / " in them a line break; must_not is what
 * the pass leaves alone. */
extern const gm_pass gm_passes[];
extern const uint16_t gm_pass_count;

int gm_pass_find(gm_text id); /* -1 when there is none */

#define GM_PASS_LIMIT 64 /* rows that fit the mask below; there are some thirty */

typedef enum gm_spacing { GM_SPACING_REMOVE, GM_SPACING_ADD } gm_spacing;

typedef struct gm_normalize_options {
  uint64_t passes;      /* bit i = gm_passes[i] runs; start from gm_passes_default() */
  uint8_t profile;      /* GM_PROFILE_ bit; tw keeps half-width brackets */
  const char *convert;  /* OpenCC configuration for NRM-30 ("t2s"), NULL for none */
  uint8_t spacing;      /* gm_spacing, for NRM-31; the official style has no spaces */
  bool no_indent;       /* NRM-33 takes indents away instead of making them two U+3000 */
  bool keep_quotations; /* NRM-30 leaves what stands in “” and 「」 */
  const gm_text *names; /* words that NRM-30 leaves as they are (乾安), borrowed */
  size_t name_count;
} gm_normalize_options;

/* What is said of a pass that can go two ways. */
typedef enum gm_manner { GM_MANNER_UNSAID, GM_MANNER_ADD, GM_MANNER_REMOVE } gm_manner;

/* "add", "remove"; GM_MANNER_UNSAID for any other. */
gm_manner gm_manner_named(gm_text name);

/* The name of one of OpenCC's configurations, as a static string; NULL when there is none. */
const char *gm_conversion_named(gm_text name);
/* The conversion towards what a profile (its bit) writes. */
const char *gm_conversion_of(uint8_t profile);

/* What is wished of the passes that ask how: saying how asks for the pass too. NULL and unsaid: nothing. */
typedef struct gm_manners {
  const char *convert; /* NRM-30 */
  gm_manner spacing;   /* NRM-31 */
  gm_manner indent;    /* NRM-33 */
} gm_manners;

/* Puts manners into options whose passes and profile are set. NRM-30 selected without a word on which way goes towards
 * what the profile writes. */
void gm_manners_apply(const gm_manners *manners, gm_normalize_options *options);

uint64_t gm_passes_default(void); /* the rows that run unasked */
uint64_t gm_passes_opt_in(void);
uint64_t gm_passes_of_lines(void); /* the rows that delete and join lines */

/* Reused scratch; zeroed by gm_normalizer_new. */
typedef struct gm_normalizer gm_normalizer;
gm_normalizer *gm_normalizer_new(void);
void gm_normalizer_free(gm_normalizer *normalizer);

/* Why the last gm_normalize could not convert (NRM-30): built without OpenCC, or no such configuration is installed.
 * NULL when all went well. A static string in the language asked for. */
const char *gm_normalizer_problem(const gm_normalizer *normalizer, gm_language language);

/* Appends the edits for lines [first, last) of the draft, the rest being context (density of pinyin, kinds of lines).
 * The edits are sorted, do not overlap and stay inside the range; `pinyin` is the draft's own mode. Idempotent, for any
 * set of passes and after any subset of the edits. */
void gm_normalize(gm_normalizer *normalizer, const gm_draft *draft, gm_pinyin_mode pinyin, size_t first, size_t last,
                  const gm_normalize_options *options, gm_edits *out);

#endif
