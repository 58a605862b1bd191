/* The table of rules. A rule is one row and one function; adding one touches its family's file and this table. */
#ifndef GM_CHECK_RULE_H
#define GM_CHECK_RULE_H

#include "check/facts.h"
#include "check/finding.h"
#include "text/alphabet.h"

/* Profiles of standards.md, section 1, as bits. Rules that rest on no standard carry GM_PROFILE_ALL. */
enum {
  GM_PROFILE_GONGWEN = 1 << 0,
  GM_PROFILE_NEWS = 1 << 1,
  GM_PROFILE_TW = 1 << 2,
  GM_PROFILE_NONE = 1 << 3,
  GM_PROFILE_CN = GM_PROFILE_GONGWEN | GM_PROFILE_NEWS,
  GM_PROFILE_ALL = 15
};

/* What a rule that looks at one line sees. Findings carry line 0: the document adds the line. */
typedef struct gm_line_check {
  const gm_view *view;
  const gm_figures *figures;
  struct gm_links *links; /* for gm_links_of */
  gm_language language;
  uint8_t profile;
  gm_findings *out;
  uint16_t rule;    /* the row that is running */
  uint8_t severity; /* of that row, after the configuration */
  bool hints;       /* hints are wanted: doubts that are no warning may be reported with gm_lower */
  bool runs_on;     /* a quotation may begin or end in another line; for gm_check_pairs */
  bool refers;      /* the line may refer to an article of the draft; for gm_note_reference */
  bool labels;      /* the line has a label like “五统一”; for gm_note_word_label */
  bool told;        /* false when a line begins; for STY-04, which tells of full-width digits once a line */
} gm_line_check;

/* What a rule that looks at the draft sees: records only, never a second look at the text (quotes in messages aside).
 */
typedef struct gm_draft_check {
  const gm_draft *draft;
  const gm_outline *outline;   /* NULL in a rule that is `early` */
  const gm_figures *figures;   /* by line */
  const gm_line_facts *facts;  /* by line: a line whose kinds or roles lack what the rule is about can be passed */
  const uint32_t *kinds;       /* by line: those of the facts and GM_LINE_ bits, side by side; for gm_next_line */
  struct gm_twins *twins;      /* for a rule that says which it reads */
  struct gm_quiet *quiet;      /* for gm_is_quiet; NULL: nobody is */
  struct gm_word_lists *words; /* for gm_word_list_in */
  unsigned title_year;         /* gm_year_of_title: asked for each figure that is compared */
  gm_language language;
  uint8_t profile;
  gm_findings *out;
  uint16_t rule;
  uint8_t severity;
  bool hints;
} gm_draft_check;

/* What else a line holds, in the bits above those of kinds. */
enum {
  GM_LINE_ROUNDED = 1 << 16, /* a number with 余, 近 or 超过 */
  GM_LINE_SCALED = 1 << 17,  /* a number printed to thousands or coarser */
  GM_LINE_CHANGE = 1 << 18,  /* figures with these roles: up or down */
  GM_LINE_SHARE = 1 << 19,
  GM_LINE_QUOTED = 1 << 20,
  GM_LINE_QUOTES = 1 << 21,    /* “ */
  GM_LINE_DISCLAIMS = 1 << 22, /* the draft's figures are rounded, and were not made to add up */
  GM_LINE_TWINS = 1 << 23,     /* a key of the first way of gm_twins_by, the next bit: of the second */
  GM_LINE_YEAR = 1 << 25,      /* four amounts that may be those of a year */
  GM_LINE_ANSWERS = 1 << 26,   /* several answers were allowed */
  GM_LINE_PAIRS = 1 << 27,     /* one of “ ” 《 》 （ ） */
  GM_LINE_RUNS_ON = 1 << 28,   /* half of a quotation, which may run on over other lines */
  GM_LINE_REFERS = 1 << 29,    /* 本公告第…: an article of the draft */
  GM_LINE_LABELS = 1 << 30     /* “五统一” */
};

/* The first line at or after `line` with a figure of one of `kinds` (GM_KIND() bits), or with one of the GM_LINE_ bits;
 * the draft's count of lines when there is none: most lines have no figures. */
static inline uint32_t gm_next_line(const gm_draft_check *check, uint32_t line, uint32_t kinds) {
  while (line < check->draft->count && !(check->kinds[line] & kinds)) line++;
  return line;
}

typedef struct gm_rule {
  const char *id;   /* "AR-01" */
  uint8_t severity; /* gm_severity by default; a hint is off unless selected */
  uint8_t profiles;
  const char *title_zh, *title_en;
  const char *clause;                 /* what a message may cite; "" when none */
  const char *bad, *good, *near_miss; /* examples, one line each */
  uint8_t disclaimed_by;              /* GM_DISCLAIMS_ bits: silent in a draft that says so */
  bool spares_torn;                   /* silent in the first sentence of a line that the line above runs on into */
  bool spares_statutes;               /* silent in a draft of articles (第X条), which have a style of their own */
  /* What a line must hold, so that the rule costs nothing on the others; what is left out asks nothing. */
  const char *triggers; /* characters of the analysis alphabet, or as written (０) where those are not: `at` is called
                           at each of them; before `line` or `figure` is called the line must hold one */
  uint16_t beside;      /* `at` is called only where a neighbour of the trigger has one of these classes (GM_DIGIT …);
                           before the line stands a blank */
  uint32_t kinds;       /* GM_KIND() of figures: `figure` is called for these alone, `line` when there is one */
  uint32_t also;        /* GM_KIND() of figures of which there must be one as well */
  uint32_t roles;       /* GM_ROLE_ bits: a figure of the line must have one of them */
  uint8_t least;        /* figures the line must have at least, whatever their kind */
  /* How it runs: one way, and `draft` beside it where a join over the draft finds more of the same; or at its triggers
   * and once a line, for which alone the line must then hold the figures asked for. */
  void (*at)(gm_line_check *check, size_t i);
  void (*figure)(gm_line_check *check, size_t index); /* for each figure of the line */
  void (*line)(gm_line_check *check);                 /* once a line */
  void (*draft)(gm_draft_check *check);               /* once a join; maybe at the same time as others */
  bool early;                                         /* `draft` reads no outline, which is joined meanwhile */
  uint8_t twins; /* 1 << gm_twins_by: figures that were brought together before `draft` is called */
} gm_rule;

/* The bit of a kind of figure in `kinds` and `also`. */
#define GM_KIND(name) (UINT32_C(1) << GM_FIGURE_##name)
/* Counted, measured or paid quantities. */
#define GM_KIND_AMOUNT (GM_KIND(QUANTITY) | GM_KIND(MONEY))
#define GM_KIND_ANY    UINT32_C(0xFFFF)
_Static_assert(GM_FIGURE_EXPRESSION < 16, "the bits of the kinds end below GM_LINE_ROUNDED");

extern const gm_rule gm_rules[];
extern const uint16_t gm_rule_count;

/* The row of an id (any case), -1 when there is none. */
int gm_rule_find(gm_text id);
/* Does `id` (any case) name the row `rule`, by its id or by the element of a document it reports: DOC-01 is STY-09? */
bool gm_rule_named(gm_text id, const char *rule);

/* Rows that run on a line or its figures, in their order, as bits. */
#define GM_LINE_RULES_MAX 61 /* three bits of the triggers are for other uses */
#define GM_KINDS_MAX      32

/* Which of them a line lets run, for each thing that it may hold. */
typedef struct gm_line_rules {
  uint64_t untriggered, any_kind, any_also; /* those that ask for no trigger, no kind, no second kind */
  uint64_t kind[GM_KINDS_MAX], also[GM_KINDS_MAX];
  uint64_t need_figures;
  unsigned count;
  uint16_t row[GM_LINE_RULES_MAX];
} gm_line_rules;

#define GM_BESIDE_ANY    0x10000u /* no class: a row asks for none */
#define GM_TRIGGER_LISTS 256      /* different sets of rows that characters call, and one for none */

/* A row called at a character, with what it reports by. */
typedef struct gm_rule_call {
  void (*at)(gm_line_check *check, size_t i); /* NULL ends a list */
  uint16_t rule;
  uint8_t severity;
  bool hints;
} gm_rule_call;

/* Which rules run and how loudly; made once per configuration. */
typedef struct gm_rule_set {
  uint8_t *severity;                  /* by row; GM_SEVERITY_OFF = does not run */
  uint8_t *trigger;                   /* by code point of the BMP: 0, or the number of a list of rows called there */
  gm_alphabet *alphabet;              /* watches those characters; for the views of lines that are checked */
  GM_ARRAY(gm_rule_call) lists;       /* those lists one after the other */
  uint16_t list_at[GM_TRIGGER_LISTS]; /* where list n begins in `lists` */
  uint64_t gates[GM_TRIGGER_LISTS];   /* the line rules that a character of list n lets run */
  uint32_t beside[GM_TRIGGER_LISTS];  /* classes beside it, one of which a row of list n asks for; GM_BESIDE_ANY */
  gm_line_rules line_rules;
  struct gm_word_lists *words;    /* lists of words that rules have asked for, made ready */
  GM_ARRAY(uint16_t) draft_rules; /* rows with `draft` */
  uint8_t profile;
  gm_language language;
  bool *hints; /* by row: also report what a rule of another severity calls a hint */
} gm_rule_set;

/* Default severities for a profile; hints are off. */
void gm_rule_set_init(gm_rule_set *set, uint8_t profile, gm_language language);
/* Turns on every hint of the profile. */
void gm_rule_set_hints(gm_rule_set *set);
/* The row also reports what it calls a hint: it was selected by name. */
void gm_rule_set_hint(gm_rule_set *set, uint16_t rule);
/* Sets one row's severity (turning a hint on, a rule off); call gm_rule_set_ready when all is set. */
void gm_rule_set_severity(gm_rule_set *set, uint16_t rule, gm_severity severity);
/* Builds the trigger map; may be called again after further changes. Rules run only after it. */
void gm_rule_set_ready(gm_rule_set *set);
void gm_rule_set_free(gm_rule_set *set);

/* Runs the line rules on one line. Appends to `out`, sorted by start. Of the facts, gm_check_line sets `disclaims`,
 * `quotes` and `pairs`. The view is made with the set's alphabet, or with none. `words` is where it keeps the rules' lists of words
 * made ready, NULL for a place of the set; lines are checked at the same time when each thread has its own. */
void gm_check_line(const gm_rule_set *set, struct gm_word_lists *words, gm_view *view, const gm_figures *figures,
                   gm_line_facts *facts, gm_findings *out);

/* Takes out the findings of one line, sorted, that lie in `code` or in an address (http://…). */
void gm_findings_leave_code(gm_findings *findings, gm_text raw);

/* The raw byte after clean character to - 1, noise behind it left out; 0 when `to` is 0. */
uint32_t gm_raw_end(const gm_view *view, size_t to);

/* For rule functions: adds a finding over clean characters [from, to), or over a raw range of a line. The message is
 * then written with gm_say_* and stays open until the next call. */
gm_finding *gm_report_line(gm_line_check *check, size_t from, size_t to);
gm_finding *gm_report_draft(gm_draft_check *check, gm_position start, gm_position end);
/* Lowers the last finding's severity: what is certain in one case may be a mere doubt in another. */
void gm_lower(gm_findings *out, gm_severity severity);

/* Writes the message of the last finding: printf-like, the format chosen by language. */
void gm_say(gm_findings *out, gm_language language, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
/* Adds a related place to the last finding. */
void gm_relate(gm_findings *out, gm_position start, gm_position end, const char *message);
/* Adds an edit to the last finding's fix. */
void gm_propose(gm_findings *out, gm_position start, gm_position end, gm_text text, const char *rule);
/* Sets the last finding's suggestion: a reading that is shown, never applied. */
void gm_suggest(gm_findings *out, gm_text text);
/* Sets what the last finding's own range would read if its other places are right; offered, never applied unasked. */
void gm_offer(gm_findings *out, const char *text);

#endif
