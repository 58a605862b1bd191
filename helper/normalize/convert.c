/* NRM-30: traditional and simplified, by OpenCC. */
#include "normalize/convert.h"

#include <stdlib.h>

#include "text/utf8.h"

#ifdef GANGMU_HAVE_OPENCC
#include <dlfcn.h>
#include <opencc.h>

#define NAME_BYTES 32 /* of a configuration's name with .json */

/* The library is loaded when it is first needed: linked, it and the C++ runtime would treble the time of every start.
 */
struct gm_converter {
  void *library;
  __typeof__(opencc_open) *open;
  __typeof__(opencc_close) *close;
  __typeof__(opencc_convert_utf8) *convert;
  __typeof__(opencc_convert_utf8_free) *free_text;
  opencc_t handle; /* NULL before a configuration is open */
  char name[NAME_BYTES];
};

void gm_converter_close(gm_converter *converter) {
  if (!converter) return;
  if (converter->handle) converter->close(converter->handle);
  dlclose(converter->library);
  free(converter);
}

static gm_converter *load_library(void) {
  gm_converter *c = gm_alloc(sizeof *c);
  memset(c, 0, sizeof *c);
  c->library = dlopen(GANGMU_OPENCC_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!c->library) {
    free(c);
    return NULL;
  }
  /* POSIX's way from an object pointer to a function's. */
  *(void **)&c->open = dlsym(c->library, "opencc_open");
  *(void **)&c->close = dlsym(c->library, "opencc_close");
  *(void **)&c->convert = dlsym(c->library, "opencc_convert_utf8");
  *(void **)&c->free_text = dlsym(c->library, "opencc_convert_utf8_free");
  if (c->open && c->close && c->convert && c->free_text) return c;
  gm_converter_close(c);
  return NULL;
}

/* Opens the configuration on first use; NULL when there is none of that name. */
static gm_converter *open_converter(gm_converter *converter, const char *configuration) {
  size_t n = strlen(configuration);
  if (n + sizeof ".json" > NAME_BYTES) return NULL;
  char name[NAME_BYTES];
  memcpy(name, configuration, n);
  memcpy(name + n, ".json", sizeof ".json");
  if (converter && !strcmp(converter->name, name)) return converter;
  gm_converter_close(converter);
  converter = load_library();
  if (!converter) return NULL;
  opencc_t handle = converter->open(name);
  if (handle == (opencc_t)-1) {
    gm_converter_close(converter);
    return NULL;
  }
  converter->handle = handle;
  memcpy(converter->name, name, sizeof name);
  return converter;
}

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool one_of(uint32_t cp, const uint_least16_t *set) {
  for (; *set; set++)
    if (*set == cp) return true;
  return false;
}

/* t2s leaves 著; it is 着 but where it means to write, or to be manifest. */
static bool is_zhe(const gm_pass_context *c, size_t i) {
  return at(c, i) == 0x8457 && !(i && one_of(at(c, i - 1), u"显顯名原巨专專编編论論译譯卓昭遗遺土合拙新旧舊")) &&
         !one_of(at(c, i + 1), u"作名述称稱者录錄书書");
}

/* The cells [from, to) become what `text` says, one for one where the counts agree. */
static void put(gm_pass_context *c, size_t from, size_t to, gm_text text) {
  const char *p = text.ptr, *end = p + text.len;
  size_t count = gm_utf8_count(text, NULL), head = 0, tail = 0, old = to - from;
  if (count != old) { /* only what lies between what both have in common */
    const char *q = end;
    uint32_t cp;
    while (head < old && head < count) {
      size_t n = gm_utf8_decode(p, end, &cp);
      if (cp != at(c, from + head)) break;
      p += n;
      head++;
    }
    while (tail < old - head && tail < count - head) {
      size_t n = gm_utf8_decode_back(p, q, &cp);
      if (cp != at(c, to - 1 - tail)) break;
      q -= n;
      tail++;
    }
    end = q;
  }
  size_t i = from + head, stop = to - tail;
  while (p < end) {
    uint32_t cp;
    p += gm_utf8_decode(p, end, &cp);
    if (i < stop)
      gm_cell_replace(c, i++, cp);
    else
      gm_cell_insert(c, stop, cp);
  }
  if (i < stop) {
    if (i > from + head)
      gm_cell_absorb(c, i - 1, stop);
    else
      for (; i < stop; i++) gm_cell_delete(c, i);
  }
}

/* Cells of a name that must stay, from i on. */
static size_t name_at(const gm_pass_context *c, size_t i) {
  for (size_t n = 0; n < c->options->name_count; n++) {
    gm_text name = c->options->names[n];
    size_t cells = 0;
    const char *p = name.ptr, *end = p + name.len;
    while (p < end) {
      uint32_t cp;
      p += gm_utf8_decode(p, end, &cp);
      if (at(c, i + cells) != cp) break;
      cells++;
      if (p == end) return cells;
    }
  }
  return 0;
}

void gm_pass_convert(gm_pass_context *c) {
  if (!c->options->convert) return;
  gm_converter *converter = open_converter(c->converter, c->options->convert);
  if (!converter) {
    c->convert_failed = true;
    return;
  }
  c->converter = converter;
  bool simplify = !strncmp(c->options->convert, "t2s", 3) || !strncmp(c->options->convert, "tw2s", 4) ||
                  !strncmp(c->options->convert, "hk2s", 4);
  bool quoted = false;
  for (size_t i = 0; i < c->cells.count;) {
    size_t start = i;
    c->readings.count = 0;
    for (; i < c->cells.count && !name_at(c, i); i++) {
      uint32_t cp = at(c, i);
      if (c->options->keep_quotations) {
        if (cp == 0x201C || cp == 0x300C) quoted = true;
        if (cp == 0x201D || cp == 0x300D) quoted = false;
      }
      if (quoted || gm_cell_is(c, i, GM_CELL_PROTECTED) || !gm_cell_is(c, i, GM_HAN)) break;
      gm_buffer_codepoint(&c->readings, cp);
    }
    if (c->readings.count) {
      char *converted = converter->convert(converter->handle, c->readings.items, c->readings.count);
      if (converted) put(c, start, i, (gm_text){converted, strlen(converted)});
      converter->free_text(converted);
    }
    size_t name = name_at(c, i);
    i += name ? name : i == start || i < c->cells.count;
  }
  gm_cells_settle(c);
  for (size_t i = 0; simplify && i < c->cells.count; i++)
    if (is_zhe(c, i) && !gm_cell_is(c, i, GM_CELL_PROTECTED)) gm_cell_replace(c, i, 0x7740);
}

#else

void gm_converter_close(gm_converter *converter) { (void)converter; }

void gm_pass_convert(gm_pass_context *c) { c->convert_failed = true; }

#endif
