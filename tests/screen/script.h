/* The language of the .screen files: README.md of this folder describes it. */
#ifndef GM_SCREEN_SCRIPT_H
#define GM_SCREEN_SCRIPT_H

#include "session.h"

typedef struct script {
  gm_text *lines; /* of the file, without line breaks */
  size_t count, next;
  const char *folder;    /* of the file: COPY looks here first */
  const char *shared;    /* folder of the drafts kept beside the checkout; may not exist */
  const char *snapshots; /* where SNAPSHOT writes; NULL = nowhere */
  session session;
  int timeout;
  double waited;       /* milliseconds the last WAIT took from the last key, negative before the first */
  gm_buffer complaint; /* why the last command failed or the script was skipped */
} script;

typedef enum script_result { SCRIPT_OK, SCRIPT_FAIL, SCRIPT_SKIP } script_result;

/* Runs lines [next, count); script->next is then the line that failed, or count. */
script_result script_run(script *s);

/* A command whose name begins with `?`: looks at the screen and changes nothing. */
script_result check_screen(script *s, gm_text args);
script_result check_row(script *s, gm_text args);
script_result check_cell(script *s, gm_text args);
script_result check_look(script *s, gm_text args);
script_result check_unlike(script *s, gm_text args);
script_result check_cursor(script *s, gm_text args);
script_result check_aligned(script *s, gm_text args);
script_result check_value(script *s, gm_text args);
script_result check_no_error(script *s, gm_text args);
script_result check_within(script *s, gm_text args);
script_result check_helpers(script *s, gm_text args);

/* Fails with a printf-like complaint. */
script_result script_fail(script *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Takes the next word of *text; a word in "" may hold blanks. Empty at the end. */
gm_text script_word(gm_text *text);
/* Takes a whole number; false when there is none. */
bool script_number(gm_text *text, int *number);
/* Takes `word` when the text begins with it. */
bool script_take(gm_text *text, const char *word);

#endif
