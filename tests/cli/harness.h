/* Driving the command line: runs it in a folder of its own and keeps what it said. */
#ifndef GM_TESTS_CLI_HARNESS_H
#define GM_TESTS_CLI_HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* cJSON before 1.7.17 has no guard of its own around these names. */
#include <cJSON.h>

typedef struct gm_told {
  int status;      /* of the exit; -1 when it was killed */
  char *out, *err; /* NUL-terminated, valid until the next run */
  size_t out_len, err_len;
} gm_told;

/* Goes into a new folder with LC_ALL=C.UTF-8; cli_leave removes it. As cmocka's setup and teardown. */
int cli_enter(void **state);
int cli_leave(void **state);

/* Takes the program's path from the test's first argument. */
void cli_program(int argc, char **argv);

/* Runs the program with the arguments, which NULL ends; `in` is its standard input (may be NULL). */
const gm_told *cli_run_with(const char *in, size_t in_len, const char *const *arguments);
#define cli_run(...)              cli_run_with(NULL, 0, (const char *const[]){__VA_ARGS__, NULL})
#define cli_pipe(in, in_len, ...) cli_run_with((in), (in_len), (const char *const[]){__VA_ARGS__, NULL})

/* Files in the folder. */
void cli_write(const char *path, const char *bytes, size_t len);
#define cli_text(path, literal) cli_write((path), (literal), sizeof(literal) - 1)
char *cli_read(const char *path, size_t *len); /* free it */
void cli_assert_file(const char *path, const char *bytes, size_t len);
#define cli_assert_text(path, literal) cli_assert_file((path), (literal), sizeof(literal) - 1)
size_t cli_count_files(void); /* names in the folder, hidden ones included */

/* Parses JSON, which must have nothing behind it but one line break. Freed by the next call and by cli_leave. */
const cJSON *cli_json(const char *text);

/* The item at a path such as "files.0.diagnostics.1.rule"; fails when there is none. */
const cJSON *cli_at(const cJSON *json, const char *path);
const char *cli_string(const cJSON *json, const char *path);
int cli_number(const cJSON *json, const char *path);

void cli_assert_contains(const char *text, const char *part);
void cli_assert_lacks(const char *text, const char *part);

/* Fails when it is no well-formed XML of elements, attributes and character data. */
void cli_assert_xml(const char *text);

#endif
