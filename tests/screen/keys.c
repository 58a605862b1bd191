#include "keys.h"

#include <strings.h>

static const struct {
  const char *name, *bytes;
} names[] = {
    {"CR", "\r"},       {"Enter", "\r"},         {"Tab", "\t"},       {"Space", " "},     {"lt", "<"},
    {"Bar", "|"},       {"BS", "\x7f"},          {"Up", "\x1b[A"},    {"Down", "\x1b[B"}, {"Right", "\x1b[C"},
    {"Left", "\x1b[D"}, {"Home", "\x1b[1~"},     {"End", "\x1b[4~"},  {"Del", "\x1b[3~"}, {"PageUp", "\x1b[5~"},
    {"F1", "\x1bOP"},   {"PageDown", "\x1b[6~"}, {"S-Tab", "\x1b[Z"},
};

/* The bytes of one name without its angle brackets; false when there is none. */
static bool add_named(gm_text name, gm_buffer *bytes) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (name.len == strlen(names[i].name) && !strncasecmp(name.ptr, names[i].name, name.len)) {
      gm_buffer_string(bytes, names[i].bytes);
      return true;
    }
  }
  if (name.len == 3 && name.ptr[1] == '-' && (name.ptr[0] | 32) == 'c') {
    gm_buffer_add(bytes, &(char){(char)(name.ptr[2] & 0x1f)}, 1);
    return true;
  }
  if (name.len == 3 && name.ptr[1] == '-' && ((name.ptr[0] | 32) == 'a' || (name.ptr[0] | 32) == 'm')) {
    gm_buffer_add(bytes, "\x1b", 1);
    gm_buffer_add(bytes, name.ptr + 2, 1);
    return true;
  }
  return false;
}

bool keys_translate(gm_text notation, gm_buffer *bytes, gm_text *rest) {
  const char *p = notation.ptr, *end = p + notation.len;
  while (p < end) {
    const char *close = *p == '<' ? memchr(p, '>', (size_t)(end - p)) : NULL;
    if (!close) {
      gm_buffer_add(bytes, p++, 1);
      continue;
    }
    gm_text name = {p + 1, (size_t)(close - p - 1)};
    p = close + 1;
    if (name.len == 3 && !strncasecmp(name.ptr, "Esc", 3)) {
      gm_buffer_add(bytes, "\x1b", 1);
      break;
    }
    if (!add_named(name, bytes)) return false;
  }
  *rest = (gm_text){p, (size_t)(end - p)};
  return true;
}
