/* A session: the drafts an editor has open, the methods it may call, what it is told. Bytes in, bytes out, and the time
 * is given: no I/O and no clock, so that tests and fuzzers drive it as the loop does. */
#ifndef GM_PROTOCOL_SESSION_H
#define GM_PROTOCOL_SESSION_H

#include "document/publish.h"
#include "protocol/input.h"
#include "protocol/outbox.h"
#include "protocol/settings.h"
#include "protocol/store.h"

/* Pause in the changes after which results are pushed, in ms; `publish_delay` changes it up to GM_PUBLISH_LATEST. */
#define GM_PUBLISH_DELAY 40
/* Results are pushed at the latest so many ms after the first change. */
#define GM_PUBLISH_LATEST 200
/* What is not urgent (gm_urgency) is pushed after these pauses in ms while the writer types: one in which he looks up,
 * and, for the words of a heading, one between two words. At the latest so many ms after the first of it: each push is
 * work for the editor, who has keys to answer, and no one types for so long without such a pause. */
#define GM_TYPING_PAUSE  300
#define GM_HEADING_PAUSE 150
#define GM_TYPING_LATEST 30000
/* Largest message written. Vim drops one with a pause of 100 ms inside, so its messages are small. */
#define GM_MESSAGE_BYTES_JSON    ((size_t)32 << 10)
#define GM_MESSAGE_BYTES_MSGPACK ((size_t)1 << 20)
/* A draft of more bytes than this tells its outline before its figures and findings are learned. Below, all of it takes
 * no longer than a frame of the screen. */
#define GM_OUTLINE_FIRST_BYTES ((size_t)64 << 10)
/* What is learned of such a draft in one go, in bytes: some ms, after which the loop reads and writes again. */
#define GM_STUDY_BYTES ((size_t)64 << 10)
/* Drafts open at once. */
#define GM_BUFFERS_MAX        1024
#define GM_CALLBACK_BYTES_MAX 128

#define GM_PROFILES 4 /* bits of GM_PROFILE_ALL */

typedef struct gm_open_buffer {
  int64_t number, tick;
  uint8_t profile;                   /* GM_PROFILE_ bit */
  uint8_t profile_asked;             /* of `open`, 0 when it said none */
  uint8_t profile_guessed;           /* likewise: holds when nothing else says one */
  bool loading;                      /* more lines follow */
  bool lost;                         /* out of step: resync was pushed, changes are dropped until it is opened again */
  bool pending;                      /* changed since the last publish */
  bool outline_first;                /* its outline is to be told before figures and findings are learned */
  bool studying;                     /* that was told, and they are being learned */
  bool typed;                        /* all of that was typed by a writer who types on */
  int64_t pause;                     /* and as of the last change waits for this, in µs; 0: nothing of it may wait */
  int64_t first_change, last_change; /* µs; the first since the publish, or since it was found that it may wait */
  int64_t waits_since;               /* µs: the first change since the publish */
  uint32_t serial;
  size_t bytes;
  gm_buffer path;         /* of the draft; empty when it has none */
  uint64_t held;          /* the dismissals its document was given, for gm_store_apply */
  gm_settings settings;   /* `configured` when its folder has a configuration */
  gm_rule_set *own_rules; /* as that asks for, owned; NULL: the session's */
  gm_document *document;
  gm_publisher publisher;
} gm_open_buffer;

/* A ring of measured times, for info's `timings`. */
#define GM_SAMPLES 1024
typedef struct gm_timing {
  uint32_t ns[GM_SAMPLES];
  size_t count; /* ever */
} gm_timing;

typedef struct gm_session {
  gm_wire wire;
  gm_input *input;
  gm_outbox outbox;
  GM_ARRAY(gm_open_buffer) buffers;
  gm_rule_set rules[GM_PROFILES]; /* by bit of the profile; made when first asked for */
  bool has_rules[GM_PROFILES];
  gm_language language;
  uint8_t profile;       /* of `initialize`, 0 when it said none */
  int64_t publish_delay; /* µs */
  char callback[GM_CALLBACK_BYTES_MAX + 1];
  gm_selection selection; /* of `initialize`; points into `selectors` */
  gm_buffer selectors;
  gm_manners manners; /* of `initialize` */
  bool ended;         /* shutdown was asked */
  gm_normalizer *normalizer;
  GM_ARRAY(gm_text) lines; /* scratch */
  gm_buffer scratch;
  gm_edits edits; /* of the last `normalize`, which is asked for part by part */
  struct {
    bool sound; /* nothing has changed since */
    int64_t buffer;
    size_t first, last;
    gm_normalize_options options;
    const char *problem; /* why NRM-30 could not run, static; NULL when all went well */
  } edits_of;
  gm_store store; /* the file of dismissals read last */
  /* How it is read and written; NULL: nothing can be dismissed. And today's date. */
  gm_store_read *read_store;
  gm_store_write *write_store;
  void (*today)(char date[11]);
  gm_settings_read *read_settings; /* NULL: drafts have no configuration */
  int64_t (*clock)(void);          /* ns, to measure with; NULL measures nothing */
  gm_timing scan, join, publish;
} gm_session;

/* `publish_delay` in ms, negative for the default. */
gm_session *gm_session_new(gm_wire wire, int publish_delay);
void gm_session_free(gm_session *session);

/* Takes in every whole message that session->input holds; `now` in µs of any steady clock. */
void gm_session_take(gm_session *session, int64_t now);

/* When something is to be pushed next, in µs of that clock; -1 when nothing waits. */
int64_t gm_session_due(const gm_session *session);

/* Pushes what is due. To be called when the outbox is empty: a client that does not read gets the newest state only. */
void gm_session_push(gm_session *session, int64_t now);

/* Learns some more of drafts whose outline was told first. True when there is more to learn: to be called again when
 * what came is read and what waits is written, as far as may be. */
bool gm_session_study(gm_session *session);

/* Gives back memory that large messages took. */
void gm_session_idle(gm_session *session);

/* ---- For the files of methods ---- */

/* A call in progress. Exactly one of gm_answer and gm_fail is used. */
typedef struct gm_call {
  gm_session *session;
  const gm_message *message;
  int64_t now;
  bool answered;
  bool resync; /* push `resync` for resync_buffer when the answer is written */
  int64_t resync_buffer;
  gm_writer writer;
  gm_buffer discarded; /* where the answer to a notification goes */
} gm_call;

typedef struct gm_method {
  const char *name;
  void (*run)(gm_call *call);
} gm_method;

extern const gm_method gm_methods[];
extern const size_t gm_method_rows;

/* Begins the answer: the caller then writes exactly one value. */
gm_writer *gm_answer(gm_call *call);
/* Answers with an error; for a notification it is pushed as `log`. */
void gm_fail(gm_call *call, const char *code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Begins a push: the caller then writes exactly one value, the map of `method`, and ends it with gm_outbox_end. */
gm_writer gm_begin_push(gm_session *session, const char *method);
void gm_push_log(gm_session *session, const char *code, gm_text text);
void gm_push_resync(gm_session *session, int64_t buffer);

/* Notes a change of a buffer's results, to be pushed after a pause; `soon`: without one. */
void gm_buffer_changed(gm_session *session, gm_open_buffer *buffer, int64_t now, bool typed, bool soon);

/* The buffer of a number, NULL when it is not open. */
gm_open_buffer *gm_find_buffer(gm_session *session, int64_t number);
void gm_close_buffer(gm_session *session, gm_open_buffer *buffer);

/* An integer parameter within [low, high]. Fails the call and gives false when it is missing (unless it has
 * `standard`), no integer or out of range. */
bool gm_take_integer(gm_call *call, const char *key, int64_t low, int64_t high, const int64_t *standard, int64_t *out);

/* A parameter that is true, or a number but 0. */
bool gm_take_flag(const gm_call *call, const char *key);

/* Takes `convert`, `spacing` and `indent` of a map, as far as it has them; "" leaves one unsaid. Fails the call and
 * gives false at a value that is none. */
bool gm_take_manners(gm_call *call, const gm_value *map, gm_manners *manners);

/* The rule set of a profile's bit. */
const gm_rule_set *gm_session_rules(gm_session *session, uint8_t profile);
/* The bit of a profile's name, 0 when there is none. */
uint8_t gm_take_profile(const gm_value *name);
/* Appends the selectors of the array under `key`, none when it is missing; they point into the message. False when the
 * call has failed. */
bool gm_take_selectors(gm_call *call, const gm_value *map, const char *key, gm_selectors *selectors);

/* "pass", "opt-in", "report": how a pass of normalization takes part, a gm_pass_default. */
const char *gm_pass_run_name(uint8_t run);

/* Joins the document, measured. */
void gm_buffer_join(gm_session *session, gm_open_buffer *buffer);

/* Reads the file of dismissals for a buffer and heeds it (dismiss.c). */
void gm_buffer_heed(gm_session *session, gm_open_buffer *buffer, int64_t now);

/* Reads the configuration for a buffer and gives the rules that hold for it (configure.c). What is wrong in it is
 * pushed as `log`, and the rules are as if there were none. */
const gm_rule_set *gm_buffer_configure(gm_session *session, gm_open_buffer *buffer);
/* Forgets it, for a buffer that is closed. */
void gm_buffer_unconfigure(gm_open_buffer *buffer);
/* Reads it again; what it changes is learned and told. */
void gm_buffer_reconfigure(gm_session *session, gm_open_buffer *buffer, int64_t now);
/* The rules that hold for a buffer. */
const gm_rule_set *gm_buffer_rules(gm_session *session, const gm_open_buffer *buffer);
/* Learns a buffer anew under other rules. */
void gm_buffer_learn_rules(gm_session *session, gm_open_buffer *buffer, const gm_rule_set *rules, int64_t now);

/* Pushes what changed in a buffer (published.c). */
void gm_push_published(gm_session *session, gm_open_buffer *buffer);
/* Pushes the outline of a buffer of which nothing was told yet. */
void gm_push_outline(gm_session *session, gm_open_buffer *buffer);

/* The time now, and one more sample of the time since then, both by the session's clock. */
int64_t gm_timing_begin(const gm_session *session);
void gm_timing_end(const gm_session *session, gm_timing *timing, int64_t begun);
/* Microseconds at the share of samples, 0.5 for the median; 0 when there are none. */
int64_t gm_timing_at(const gm_timing *timing, double share);

#define GM_KEY(writer, key) gm_write_string((writer), (key))

#endif
