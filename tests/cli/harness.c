#define _XOPEN_SOURCE 700 /* nftw */
#include "harness.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static char program[4096], folder[64];
static gm_told told;
static cJSON *parsed;

void cli_program(int argc, char **argv) {
  if (argc < 2 || !realpath(argv[1], program)) {
    fprintf(stderr, "want the path of gangmu\n");
    exit(2);
  }
}

int cli_enter(void **state) {
  (void)state;
  strcpy(folder, "/tmp/gangmu-cli-XXXXXX");
  if (!mkdtemp(folder) || chdir(folder)) return -1;
  setenv("LC_ALL", "C.UTF-8", 1);
  unsetenv("NO_COLOR");
  return 0;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *at) {
  (void)status;
  (void)type;
  (void)at;
  return remove(path);
}

int cli_leave(void **state) {
  (void)state;
  cJSON_Delete(parsed);
  parsed = NULL;
  free(told.out);
  free(told.err);
  memset(&told, 0, sizeof told);
  return chdir("/") || nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS) ? -1 : 0;
}

/* A file without a name that holds `bytes`, read from its start. */
static int nameless(const char *bytes, size_t len) {
  char path[] = "/tmp/gangmu-cli-XXXXXX";
  int file = mkstemp(path);
  assert_true(file >= 0);
  unlink(path);
  if (len) assert_int_equal(write(file, bytes, len), len);
  lseek(file, 0, SEEK_SET);
  return file;
}

static char *slurp(int file, size_t *len) {
  off_t size = lseek(file, 0, SEEK_END);
  assert_true(size >= 0);
  char *bytes = malloc((size_t)size + 1);
  assert_non_null(bytes);
  lseek(file, 0, SEEK_SET);
  *len = 0;
  for (ssize_t got; (got = read(file, bytes + *len, (size_t)size - *len)) > 0;) *len += (size_t)got;
  bytes[*len] = 0;
  close(file);
  return bytes;
}

const gm_told *cli_run_with(const char *in, size_t in_len, const char *const *arguments) {
  const char *argv[32] = {program};
  size_t count = 1;
  while (arguments[count - 1]) argv[count] = arguments[count - 1], count++;
  int files[3] = {nameless(in, in_len), nameless(NULL, 0), nameless(NULL, 0)}, status;
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (!child) {
    for (int i = 0; i < 3; i++) dup2(files[i], i);
    execv(program, (char *const *)argv);
    _exit(127);
  }
  assert_int_equal(waitpid(child, &status, 0), child);
  close(files[0]);
  free(told.out);
  free(told.err);
  told.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  told.out = slurp(files[1], &told.out_len);
  told.err = slurp(files[2], &told.err_len);
  return &told;
}

void cli_write(const char *path, const char *bytes, size_t len) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, len, file), len);
  assert_int_equal(fclose(file), 0);
}

char *cli_read(const char *path, size_t *len) {
  int file = open(path, O_RDONLY);
  assert_true(file >= 0);
  return slurp(file, len);
}

void cli_assert_file(const char *path, const char *bytes, size_t len) {
  size_t got;
  char *content = cli_read(path, &got);
  assert_int_equal(got, len);
  assert_memory_equal(content, bytes, len);
  free(content);
}

size_t cli_count_files(void) {
  DIR *handle = opendir(".");
  assert_non_null(handle);
  size_t count = 0;
  for (struct dirent *entry; (entry = readdir(handle));)
    count += strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..");
  closedir(handle);
  return count;
}

const cJSON *cli_json(const char *text) {
  const char *end = NULL;
  cJSON_Delete(parsed);
  parsed = cJSON_ParseWithOpts(text, &end, 0);
  if (!parsed) print_error("no JSON: %.200s\n", text);
  assert_non_null(parsed);
  assert_string_equal(end, "\n");
  return parsed;
}

const cJSON *cli_at(const cJSON *json, const char *path) {
  char part[64];
  const char *rest = path;
  while (json && *rest) {
    size_t len = strcspn(rest, ".");
    snprintf(part, sizeof part, "%.*s", (int)len, rest);
    json = isdigit((unsigned char)*part) ? cJSON_GetArrayItem(json, atoi(part))
                                         : cJSON_GetObjectItemCaseSensitive(json, part);
    rest += len + (rest[len] == '.');
  }
  if (!json) print_error("nothing at %s\n", path);
  assert_non_null(json);
  return json;
}

const char *cli_string(const cJSON *json, const char *path) {
  const cJSON *item = cli_at(json, path);
  assert_true(cJSON_IsString(item));
  return item->valuestring;
}

int cli_number(const cJSON *json, const char *path) {
  const cJSON *item = cli_at(json, path);
  assert_true(cJSON_IsNumber(item));
  return item->valueint;
}

void cli_assert_contains(const char *text, const char *part) {
  if (!strstr(text, part)) print_error("no “%s” in: %s\n", part, text);
  assert_non_null(strstr(text, part));
}

void cli_assert_lacks(const char *text, const char *part) {
  if (strstr(text, part)) print_error("“%s” in: %s\n", part, text);
  assert_null(strstr(text, part));
}

/* Character data up to one of `stops`: entities whole, no bare < or control character. */
static const char *xml_data(const char *p, const char *stops) {
  static const char *const entities[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#"};
  for (; *p && !strchr(stops, *p); p++) {
    assert_true((unsigned char)*p >= 0x20 || *p == '\n' || *p == '\t');
    assert_int_not_equal(*p, '<');
    bool known = *p != '&';
    for (size_t i = 0; !known && i < sizeof entities / sizeof *entities; i++)
      known = !strncmp(p, entities[i], strlen(entities[i]));
    assert_true(known);
  }
  return p;
}

void cli_assert_xml(const char *p) {
  char open[16][32];
  size_t depth = 0, elements = 0;
  assert_int_equal(strncmp(p, "<?xml ", 6), 0);
  p = strstr(p, "?>") + 2;
  while (*(p = xml_data(p, "<"))) {
    bool closes = p[1] == '/';
    size_t len = strcspn(p + 1 + closes, " />");
    char name[32] = {0};
    assert_in_range(len, 1, 31);
    memcpy(name, p + 1 + closes, len);
    p += 1 + closes + len;
    if (closes) {
      assert_true(depth > 0);
      assert_string_equal(open[--depth], name);
      assert_int_equal(*p++, '>');
      continue;
    }
    while (*p == ' ') {
      p += strcspn(p, "=");
      assert_int_equal(strncmp(p, "=\"", 2), 0);
      p = xml_data(p + 2, "\"");
      assert_int_equal(*p++, '"');
    }
    elements++;
    if (*p == '/') {
      p++;
    } else {
      assert_in_range(depth, 0, 15);
      strcpy(open[depth++], name);
    }
    assert_int_equal(*p++, '>');
  }
  assert_int_equal(depth, 0);
  assert_true(elements > 0);
}
