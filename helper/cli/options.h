/* The options of the command line: one row each, which parses it and prints its help. */
#ifndef GM_CLI_OPTIONS_H
#define GM_CLI_OPTIONS_H

#include "check/finding.h"
#include "protocol/selection.h"

typedef enum gm_format {
  GM_FORMAT_TEXT,
  GM_FORMAT_JSON,
  GM_FORMAT_JSONL,
  GM_FORMAT_CSV,
  GM_FORMAT_SARIF,
  GM_FORMAT_RDJSON,
  GM_FORMAT_CHECKSTYLE,
  GM_FORMAT_GITHUB,
  GM_FORMAT_MARKDOWN,
  GM_FORMAT_COUNT
} gm_format;

typedef enum gm_color { GM_COLOR_AUTO, GM_COLOR_ALWAYS, GM_COLOR_NEVER } gm_color;

/* A place in a file, for `dismiss`: column 0 is the whole line, both count from 1. */
typedef struct gm_wanted_place {
  uint32_t line, column;
} gm_wanted_place;

/* Zeroed = nothing was given. Texts are borrowed from argv. */
typedef struct gm_options {
  gm_format format;
  gm_color color;
  gm_language language; /* of messages: --lang, else the environment */
  bool language_given;
  uint8_t profile;         /* GM_PROFILE_ bit, 0 when not given */
  uint8_t profile_guessed; /* what holds when the configuration says none either; 0: cn-news. No option sets it */
  uint8_t fail_level;
  gm_selection selection;
  const char *convert;       /* OpenCC configuration for NRM-30 */
  gm_manner spacing, indent; /* how NRM-31 and NRM-33 go about it */
  const char *names;         /* a list of words that NRM-30 leaves alone */
  const char *stdin_filename;
  const char *reason;
  unsigned threads; /* 0 when not given */
  bool keep_quotations, exit_zero, no_config, no_dismissed, diff, write, to_utf8, sections, help;
  GM_ARRAY(const char *) files;     /* what is no option */
  GM_ARRAY(gm_wanted_place) places; /* of `dismiss`, one for each file */
} gm_options;

/* Bits of the commands, for the rows of options. */
enum {
  GM_FOR_OUTLINE = 1 << 0,
  GM_FOR_FIGURES = 1 << 1,
  GM_FOR_CHECK = 1 << 2,
  GM_FOR_NORMALIZE = 1 << 3,
  GM_FOR_COUNT = 1 << 4,
  GM_FOR_EXPLAIN = 1 << 5,
  GM_FOR_RENUMBER = 1 << 6,
  GM_FOR_DISMISS = 1 << 7,
  /* Those that read a document whole. */
  GM_FOR_READING = GM_FOR_OUTLINE | GM_FOR_FIGURES | GM_FOR_CHECK | GM_FOR_COUNT,
  GM_FOR_FILES = GM_FOR_OUTLINE | GM_FOR_FIGURES | GM_FOR_CHECK | GM_FOR_NORMALIZE | GM_FOR_COUNT | GM_FOR_RENUMBER |
                 GM_FOR_DISMISS,
  GM_FOR_ALL = GM_FOR_FILES | GM_FOR_EXPLAIN
};

/* The language of LC_ALL, LC_MESSAGES or LANG: English when it begins with "en", else Chinese. */
gm_language gm_language_of_environment(void);

/* Reads the arguments after the command's name; `command` is its GM_FOR_ bit, `formats` the bits of the formats it can
 * write. False after a message on standard error. Free the options with gm_options_free in either case. */
bool gm_options_read(gm_options *options, unsigned command, unsigned formats, int argc, char **argv);
void gm_options_free(gm_options *options);

/* Appends one line of help for each option of the command. */
void gm_options_help(unsigned command, unsigned formats, gm_language language, gm_buffer *out);

#endif
