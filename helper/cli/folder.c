#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/folder.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

char *gm_folder_of(const char *path) {
  const char *slash = strrchr(path, '/');
  char *folder = slash ? gm_copy(path, strlen(path) + 1) : gm_copy(".", 2);
  if (slash) folder[slash == path ? 1 : slash - path] = 0;
  char *real = realpath(folder, NULL);
  if (!real) real = realpath(".", NULL);
  free(folder);
  return real ? real : gm_copy("/", 2);
}

static bool has_mark(const char *folder, size_t length) {
  static const char *const marks[] = {".gangmu", ".gangmu.ini", ".git"};
  gm_buffer path = {0};
  bool has = false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks && !has; i++) {
    path.count = 0;
    gm_buffer_format(&path, "%.*s/%s", (int)length, folder, marks[i]);
    gm_buffer_add(&path, "", 1);
    has = !access(path.items, F_OK);
  }
  gm_array_free(&path);
  return has;
}

size_t gm_project_of(const char *folder) {
  size_t whole = strlen(folder);
  while (whole && folder[whole - 1] == '/') whole--;
  for (size_t length = whole;;) {
    if (has_mark(folder, length)) return length;
    if (!length) return whole;
    while (length && folder[length - 1] != '/') length--;
    while (length && folder[length - 1] == '/') length--;
  }
}
