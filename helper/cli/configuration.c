#include "cli/configuration.h"

#include <errno.h>
#include <fnmatch.h>
#include <ini.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/folder.h"
#include "cli/message.h"

#define FILE_NAME ".gangmu.ini"
/* inih cuts what is longer without a word: sections and keys at 50 bytes, lines at 200. */
#define NAME_MAX_BYTES 48u
#define LINE_MAX_BYTES 198u

typedef struct gm_entry {
  char *section, *key, *value; /* owned */
} gm_entry;

/* One file, or the knowledge that a folder has none above it either. */
typedef struct gm_configuration {
  char *folder; /* owned; the folder asked for */
  char *path;   /* owned; NULL when none was found */
  size_t root;  /* bytes of `path` that are its folder, slash excluded */
  bool good;
  gm_buffer complaint; /* why it is not, until that was told */
  GM_ARRAY(gm_entry) entries;
} gm_configuration;

typedef struct gm_reading {
  gm_configuration *configuration;
  FILE *file;
  size_t line;      /* read last */
  gm_buffer reason; /* of the first error; empty for none */
  size_t reason_line;
  gm_language language;
} gm_reading;

static gm_text text(const char *string) { return (gm_text){string, strlen(string)}; }

static int severity_of(const char *name) {
  for (int s = GM_SEVERITY_OFF; s <= GM_SEVERITY_ERROR; s++) {
    static const char *const names[] = {"off", "hint", "warning", "error"};
    if (!strcmp(name, names[s])) return s;
  }
  return -1;
}

static int bad(gm_reading *reading, const char *zh, const char *en, const char *what) {
  if (!reading->reason.count) {
    gm_buffer_format(&reading->reason, reading->language == GM_ENGLISH ? en : zh, what);
    reading->reason_line = reading->line;
  }
  return 0;
}

static bool is_glob(const char *section) { return strpbrk(section, "*?[/.") != NULL; }

static bool good_list(const char *value) {
  gm_selectors selectors = {0};
  gm_text unknown;
  bool good = gm_selectors_add(&selectors, text(value), &unknown);
  gm_array_free(&selectors);
  return good;
}

static int check_severity(gm_reading *reading, const char *rule, const char *value) {
  if (gm_rule_find(text(rule)) < 0) return bad(reading, "没有 %s 这条规则", "there is no rule %s", rule);
  if (severity_of(value) < 0)
    return bad(reading, "级别应为 off、hint、warning 或 error，不是“%s”", "want off, hint, warning or error, not '%s'",
               value);
  return 1;
}

/* Is the entry one that settings_of understands? */
static int check(gm_reading *reading, const char *section, const char *key, const char *value) {
  if (strlen(section) > NAME_MAX_BYTES) return bad(reading, "节名太长：%s", "section name too long: %s", section);
  if (!strcmp(section, "severity")) return check_severity(reading, key, value);
  if (*section && !is_glob(section))
    return bad(reading, "没有 [%s] 这一节（文件名通配须含 * ? [ / 或 .）",
               "unknown section [%s] (a pattern of files has one of * ? [ / .)", section);
  if (!strncmp(key, "severity.", 9)) return check_severity(reading, key + 9, value);
  if (!strcmp(key, "profile"))
    return gm_profile_named(text(value)) ? 1 : bad(reading, "没有 %s 这个文种", "there is no profile %s", value);
  if (!strcmp(key, "language"))
    return !strcmp(value, "zh") || !strcmp(value, "en")
               ? 1
               : bad(reading, "语言应为 zh 或 en，不是“%s”", "want language zh or en, not '%s'", value);
  if (!strcmp(key, "select") || !strcmp(key, "ignore"))
    return good_list(value) ? 1 : bad(reading, "规则列表中有不认识的名字：%s", "unknown name in the list: %s", value);
  if (!strcmp(key, "convert"))
    return gm_conversion_named(text(value))
               ? 1
               : bad(reading, "OpenCC 没有 %s 这个配置", "OpenCC has no configuration %s", value);
  if (!strcmp(key, "spacing") || !strcmp(key, "indent"))
    return gm_manner_named(text(value))
               ? 1
               : bad(reading, "应为 add 或 remove，不是“%s”", "want add or remove, not '%s'", value);
  if (!strcmp(key, "quotations"))
    return !strcmp(value, "keep") || !strcmp(value, "convert")
               ? 1
               : bad(reading, "应为 keep 或 convert，不是“%s”", "want keep or convert, not '%s'", value);
  if (!strcmp(key, "names")) return 1;
  return bad(reading, "不认识的键 %s", "unknown key %s", key);
}

static char *copy(const char *string) { return gm_copy(string, strlen(string) + 1); }

static int take_entry(void *user, const char *section, const char *key, const char *value) {
  gm_reading *reading = user;
  if (!check(reading, section, key, value)) return 0;
  *gm_push(&reading->configuration->entries) = (gm_entry){copy(section), copy(key), copy(value)};
  return 1;
}

/* fgets, counting lines and seeing those that inih would cut. */
static char *take_line(char *out, int size, void *user) {
  gm_reading *reading = user;
  char *line = fgets(out, size, reading->file);
  if (!line) return NULL;
  reading->line++;
  if (strlen(line) > LINE_MAX_BYTES) bad(reading, "一行超过 %s 字节", "a line of more than %s bytes", "198");
  return line;
}

/* Reads configuration->path; false with a complaint. */
static bool read_configuration(gm_configuration *configuration, FILE *file, gm_language language) {
  gm_reading reading = {.configuration = configuration, .file = file, .language = language};
  int error = ini_parse_stream(take_line, &reading, take_entry, &reading);
  if (error && !reading.reason.count) {
    reading.line = error > 0 ? (size_t)error : reading.line;
    bad(&reading, "这一行不是“键 = 值”也不是“[节]”%s", "neither 'key = value' nor '[section]'%s", "");
  }
  bool good = !reading.reason.count;
  if (!good)
    gm_buffer_format(&configuration->complaint, "%s:%zu: %.*s", configuration->path, reading.reason_line,
                     (int)reading.reason.count, reading.reason.items);
  gm_array_free(&reading.reason);
  return good;
}

static void search_upward(gm_configuration *configuration, gm_language language) {
  gm_buffer path = {0};
  size_t length = strlen(configuration->folder);
  for (;;) {
    while (length && configuration->folder[length - 1] == '/') length--;
    path.count = 0;
    gm_buffer_format(&path, "%.*s/" FILE_NAME, (int)length, configuration->folder);
    gm_buffer_add(&path, "", 1);
    FILE *file = fopen(path.items, "r");
    if (file) {
      configuration->path = copy(path.items);
      configuration->root = length;
      configuration->good = read_configuration(configuration, file, language);
      fclose(file);
      break;
    }
    if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) {
      gm_buffer_format(&configuration->complaint, "%s: %s", path.items, gm_reason(language, errno));
      configuration->good = false;
      break;
    }
    if (!length) break;
    while (length && configuration->folder[length - 1] != '/') length--;
  }
  gm_array_free(&path);
}

static gm_configuration *find(gm_configurations *all, const char *path, gm_language language) {
  char *folder = gm_folder_of(path);
  for (size_t i = 0; i < all->files.count; i++)
    if (!strcmp(all->files.items[i]->folder, folder)) {
      free(folder);
      return all->files.items[i];
    }
  gm_configuration *configuration = gm_alloc(sizeof *configuration);
  memset(configuration, 0, sizeof *configuration);
  configuration->folder = folder;
  configuration->good = true;
  search_upward(configuration, language);
  *gm_push(&all->files) = configuration;
  return configuration;
}

/* A pattern with a slash is for the path from the configuration's folder, where * and ** cross slashes; one without is
 * for the name. */
static bool matches(const gm_configuration *configuration, const char *pattern, const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  if (!strchr(pattern, '/')) return !fnmatch(pattern, name, 0);
  gm_buffer whole = {0};
  gm_buffer_format(&whole, "%s/%s", configuration->folder + configuration->root, name);
  gm_buffer_add(&whole, "", 1);
  const char *from_root = whole.items;
  while (*from_root == '/') from_root++;
  bool hit = !fnmatch(*pattern == '/' ? pattern + 1 : pattern, from_root, 0);
  gm_array_free(&whole);
  return hit;
}

static void set_severity(gm_settings *settings, const char *rule, const char *value) {
  if (!settings->severity.count) {
    gm_reserve(&settings->severity, gm_rule_count);
    memset(settings->severity.items, GM_SEVERITY_UNSET, gm_rule_count);
    settings->severity.count = gm_rule_count;
  }
  settings->severity.items[gm_rule_find(text(rule))] = (uint8_t)severity_of(value);
}

/* Sets the words of a list parted by commas (of either width), blanks around them left out. */
static void set_names(gm_settings *settings, gm_text list) {
  static const char full_width[] = "，";
  const char *p = list.ptr, *end = p + list.len, *start = p;
  settings->names.count = 0;
  while (p <= end) {
    size_t wide = sizeof full_width - 1;
    bool comma = p < end && *p == ',', stop = comma || p == end;
    bool full = !stop && (size_t)(end - p) >= wide && !memcmp(p, full_width, wide);
    if (stop || full) {
      gm_text name = {start, (size_t)(p - start)};
      while (name.len && *name.ptr == ' ') name.ptr++, name.len--;
      while (name.len && name.ptr[name.len - 1] == ' ') name.len--;
      if (name.len) *gm_push(&settings->names) = name;
      start = p + (full ? wide : 1);
    }
    p += full ? wide : 1;
  }
}

static void apply(gm_settings *settings, const gm_entry *entry) {
  const char *key = entry->key, *value = entry->value;
  gm_text unknown;
  if (!strcmp(entry->section, "severity"))
    set_severity(settings, key, value);
  else if (!strncmp(key, "severity.", 9))
    set_severity(settings, key + 9, value);
  else if (!strcmp(key, "profile"))
    settings->profile = gm_profile_named(text(value));
  else if (!strcmp(key, "language"))
    settings->language = strcmp(value, "en") ? GM_CHINESE : GM_ENGLISH;
  else if (!strcmp(key, "convert"))
    settings->convert = value;
  else if (!strcmp(key, "spacing"))
    settings->spacing = gm_manner_named(text(value));
  else if (!strcmp(key, "indent"))
    settings->indent = gm_manner_named(text(value));
  else if (!strcmp(key, "quotations"))
    settings->keep_quotations = !strcmp(value, "keep");
  else if (!strcmp(key, "names"))
    set_names(settings, text(value));
  else if (!strcmp(key, "ignore"))
    gm_selectors_add(&settings->selection.ignore, text(value), &unknown);
  else {
    settings->selection.select.count = 0;
    gm_selectors_add(&settings->selection.select, text(value), &unknown);
  }
}

static void append(gm_selectors *to, const gm_selectors *from) {
  for (size_t i = 0; i < from->count; i++) *gm_push(to) = from->items[i];
}

/* Fills the settings; NULL, or the configuration that is not good. */
static gm_configuration *fill(gm_configurations *all, const gm_options *options, const char *path,
                              gm_settings *settings) {
  memset(settings, 0, sizeof *settings);
  settings->profile = options->profile_guessed ? options->profile_guessed : GM_PROFILE_NEWS;
  settings->language = options->language;
  if (!options->no_config) {
    gm_configuration *configuration = find(all, path, options->language);
    if (!configuration->good) return configuration;
    for (size_t i = 0; i < configuration->entries.count; i++) {
      const gm_entry *entry = &configuration->entries.items[i];
      if (is_glob(entry->section) && !matches(configuration, entry->section, path)) continue;
      apply(settings, entry);
      settings->configured = true;
    }
  }
  if (options->profile) settings->profile = options->profile;
  if (options->language_given) settings->language = options->language;
  if (options->convert) settings->convert = options->convert;
  if (options->spacing) settings->spacing = options->spacing;
  if (options->indent) settings->indent = options->indent;
  if (options->keep_quotations) settings->keep_quotations = true;
  if (options->names) set_names(settings, text(options->names));
  if (options->selection.select.count) {
    settings->selection.select.count = 0;
    append(&settings->selection.select, &options->selection.select);
  }
  append(&settings->selection.ignore, &options->selection.ignore);
  return NULL;
}

bool gm_settings_find(gm_configurations *all, const gm_options *options, const char *path, gm_settings *settings) {
  gm_configuration *bad = fill(all, options, path, settings);
  if (bad && bad->complaint.count)
    gm_complain(options->language, "%.*s", "%.*s", (int)bad->complaint.count, bad->complaint.items);
  if (bad) bad->complaint.count = 0;
  return !bad;
}

static void release(void *owner) {
  gm_configurations_free(owner);
  free(owner);
}

bool gm_configuration_read(gm_settings *settings, const gm_wished *wished, gm_text path, gm_buffer *reason) {
  gm_options options = {.language = wished->language,
                        .language_given = true,
                        .profile = wished->profile,
                        .profile_guessed = wished->profile_guessed,
                        .selection = *wished->selection};
  gm_configurations *all = gm_alloc(sizeof *all);
  memset(all, 0, sizeof *all);
  char *terminated = gm_alloc(path.len + 1);
  memcpy(terminated, path.ptr, path.len);
  terminated[path.len] = 0;
  gm_configuration *bad = fill(all, &options, terminated, settings);
  if (bad) {
    gm_buffer_add(reason, bad->complaint.items, bad->complaint.count);
    gm_settings_free(settings);
    options.no_config = true;
    fill(all, &options, terminated, settings);
  }
  free(terminated);
  settings->owner = all;
  settings->release = release;
  return !bad;
}

void gm_configurations_free(gm_configurations *all) {
  for (size_t i = 0; i < all->files.count; i++) {
    gm_configuration *configuration = all->files.items[i];
    for (size_t k = 0; k < configuration->entries.count; k++) {
      free(configuration->entries.items[k].section);
      free(configuration->entries.items[k].key);
      free(configuration->entries.items[k].value);
    }
    gm_array_free(&configuration->entries);
    gm_array_free(&configuration->complaint);
    free(configuration->folder);
    free(configuration->path);
    free(configuration);
  }
  gm_array_free(&all->files);
}
