/* A real editor with the plugin of this checkout, in a home of its own: no file of the user's is read or written. */
#ifndef GM_SCREEN_SESSION_H
#define GM_SCREEN_SESSION_H

#include "terminal.h"

/* Cells must stay the same for so long before a screen counts as drawn; every Neovim paints late bytes. */
#define SESSION_QUIET   40
#define SESSION_TIMEOUT 10000 /* default patience of WAIT; a sanitized helper on a busy machine needs seconds */

typedef struct session {
  /* Set by the caller before session_open; borrowed. */
  const char *editor; /* program, looked up in PATH */
  const char *root;   /* the checkout */
  const char *helper; /* the helper of the build tree, or a path where none is */
  int rows, columns;
  bool light;
  gm_buffer vimrc;       /* lines run before the plugin is loaded */
  gm_buffer environment; /* NAME=VALUE, each ended by a NUL, besides the harness's own */
  /* Set by session_init and session_open. */
  char directory[128]; /* where the editor runs; removed by session_close */
  terminal *terminal;
  double typed; /* when the last keys were sent */
  /* The columns that checks look at, from 0, end exclusive; 0, 0 means all. */
  int from, to;
} session;

/* Makes the private directory. False with a message when it cannot. */
bool session_init(session *s);
/* Starts the editor with `count` arguments behind the harness's own. */
bool session_open(session *s, const gm_text *arguments, size_t count);
void session_close(session *s);

bool session_is_neovim(const session *s);
/* Is `program` a path to, or a name in PATH of, something that can be run? */
bool session_program_exists(const char *program);

/* Types keys in Vim's notation, Escape alone, and waits until the screen is quiet when `settle`. */
bool session_keys(session *s, gm_text notation, bool settle);

/* Waits until a row of the screen contains `text` (or none does, when `gone`), and the screen is quiet. Gives the
 * milliseconds from the last key to the moment it first held, negative on a time-out. */
double session_wait(session *s, gm_text text, bool gone, int timeout);

/* Does a row contain it? *row and *column (may be NULL) get the cell where it begins. */
bool session_find(const session *s, gm_text text, int *row, int *column);

/* The value of a Vim expression as string() writes it, asked by a command typed in Normal mode; false on a time-out. */
bool session_value(session *s, gm_text expression, gm_buffer *value);

/* Process ids of the helpers that descend from the editor; gives their count, at most `limit`. */
size_t session_helpers(const session *s, pid_t *pids, size_t limit);

#endif
