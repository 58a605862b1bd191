#include "cli/options.h"

#include <stdlib.h>

#include "cli/message.h"
#include "text/parallel.h"

static const char *const format_names[GM_FORMAT_COUNT] = {"text",   "json",       "jsonl",  "csv",     "sarif",
                                                          "rdjson", "checkstyle", "github", "markdown"};

static bool is(gm_text value, const char *word) {
  return value.len == strlen(word) && !memcmp(value.ptr, word, value.len);
}

/* Setters: false when the value is not one of theirs. */
static bool set_format(gm_options *o, gm_text value) {
  for (int i = 0; i < GM_FORMAT_COUNT; i++)
    if (is(value, format_names[i])) {
      o->format = (gm_format)i;
      return true;
    }
  return false;
}

static bool set_language(gm_options *o, gm_text value) {
  o->language_given = true;
  o->language = is(value, "en") ? GM_ENGLISH : GM_CHINESE;
  return is(value, "en") || is(value, "zh");
}

static bool set_profile(gm_options *o, gm_text value) { return (o->profile = gm_profile_named(value)) != 0; }

static bool set_select(gm_options *o, gm_text value) {
  gm_text unknown;
  return gm_selectors_add(&o->selection.select, value, &unknown);
}

static bool set_ignore(gm_options *o, gm_text value) {
  gm_text unknown;
  return gm_selectors_add(&o->selection.ignore, value, &unknown);
}

static bool set_fail_level(gm_options *o, gm_text value) {
  o->fail_level = is(value, "error")     ? GM_SEVERITY_ERROR
                  : is(value, "warning") ? GM_SEVERITY_WARNING
                  : is(value, "hint")    ? GM_SEVERITY_HINT
                                         : GM_SEVERITY_OFF;
  return o->fail_level != GM_SEVERITY_OFF;
}

static bool set_color(gm_options *o, gm_text value) {
  o->color = is(value, "always") ? GM_COLOR_ALWAYS : is(value, "never") ? GM_COLOR_NEVER : GM_COLOR_AUTO;
  return o->color != GM_COLOR_AUTO || is(value, "auto");
}

static bool set_convert(gm_options *o, gm_text value) {
  o->convert = gm_conversion_named(value);
  return o->convert != NULL;
}

static bool set_spacing(gm_options *o, gm_text value) {
  return (o->spacing = gm_manner_named(value)) != GM_MANNER_UNSAID;
}

static bool set_indent(gm_options *o, gm_text value) {
  return (o->indent = gm_manner_named(value)) != GM_MANNER_UNSAID;
}

static bool set_names(gm_options *o, gm_text value) {
  o->names = value.ptr;
  return value.len > 0;
}

static bool set_stdin_filename(gm_options *o, gm_text value) {
  o->stdin_filename = value.ptr;
  return value.len > 0;
}

static bool set_threads(gm_options *o, gm_text value) {
  char *end;
  unsigned long threads = strtoul(value.ptr, &end, 10);
  o->threads = (unsigned)threads;
  return threads >= 1 && threads <= GM_WORKERS_MAX && end == value.ptr + value.len;
}

static bool set_reason(gm_options *o, gm_text value) { return (o->reason = value.ptr) != NULL; }
static bool set_keep_quotations(gm_options *o, gm_text value) { return (void)value, o->keep_quotations = true; }
static bool set_exit_zero(gm_options *o, gm_text value) { return (void)value, o->exit_zero = true; }
static bool set_no_config(gm_options *o, gm_text value) { return (void)value, o->no_config = true; }
static bool set_no_dismissed(gm_options *o, gm_text value) { return (void)value, o->no_dismissed = true; }
static bool set_diff(gm_options *o, gm_text value) { return (void)value, o->diff = true; }
static bool set_write(gm_options *o, gm_text value) { return (void)value, o->write = true; }
static bool set_to_utf8(gm_options *o, gm_text value) { return (void)value, o->to_utf8 = true; }
static bool set_sections(gm_options *o, gm_text value) { return (void)value, o->sections = true; }
static bool set_help(gm_options *o, gm_text value) { return (void)value, o->help = true; }

typedef struct gm_option {
  const char *name, *value; /* value NULL: takes none */
  unsigned commands;
  bool (*set)(gm_options *options, gm_text value);
  const char *zh, *en;
} gm_option;

static const gm_option rows[] = {
    {"format", "FORMAT", GM_FOR_ALL, set_format, "输出格式", "output format"},
    {"lang", "zh|en", GM_FOR_ALL, set_language, "消息所用语言（默认看 LC_ALL、LANG）",
     "language of messages (default: LC_ALL, LANG)"},
    {"profile", "PROFILE", GM_FOR_CHECK | GM_FOR_NORMALIZE | GM_FOR_DISMISS, set_profile,
     "文种：cn-news（默认）、cn-gongwen、tw、none", "profile: cn-news (default), cn-gongwen, tw, none"},
    {"select", "LIST", GM_FOR_CHECK | GM_FOR_NORMALIZE | GM_FOR_DISMISS, set_select,
     "只用这些规则：编号、类别、all 或 default，以逗号分隔",
     "run only these: ids, families, all or default, by commas"},
    {"ignore", "LIST", GM_FOR_CHECK | GM_FOR_NORMALIZE | GM_FOR_DISMISS, set_ignore, "不用这些规则",
     "do not run these"},
    {"fail-level", "LEVEL", GM_FOR_CHECK, set_fail_level, "达到此级即以 1 退出：error（默认）、warning、hint",
     "exit 1 from this severity on: error (default), warning, hint"},
    {"exit-zero", NULL, GM_FOR_CHECK, set_exit_zero, "有发现也以 0 退出", "exit 0 whatever was found"},
    {"no-dismissed", NULL, GM_FOR_CHECK, set_no_dismissed, "不看 .gangmu/dismissed.tsv，放过的也报",
     "do not heed .gangmu/dismissed.tsv"},
    {"reason", "TEXT", GM_FOR_DISMISS, set_reason, "放过的理由", "why they are waved through"},
    {"diff", NULL, GM_FOR_NORMALIZE | GM_FOR_RENUMBER, set_diff, "只显示差异（unified diff）",
     "print a unified diff only"},
    {"write", NULL, GM_FOR_NORMALIZE | GM_FOR_RENUMBER, set_write, "改写文件本身", "rewrite the files themselves"},
    {"to-utf8", NULL, GM_FOR_NORMALIZE | GM_FOR_RENUMBER, set_to_utf8, "--write 时允许把其他编码的文件改写为 UTF-8",
     "let --write turn files of another encoding into UTF-8"},
    {"convert", "CONFIG", GM_FOR_NORMALIZE, set_convert, "繁简转换（NRM-30）的 OpenCC 配置，如 t2s",
     "OpenCC configuration for NRM-30, such as t2s"},
    {"names", "LIST", GM_FOR_NORMALIZE, set_names, "繁简转换时不动的词，以逗号分隔",
     "words that conversion leaves alone"},
    {"keep-quotations", NULL, GM_FOR_NORMALIZE, set_keep_quotations, "繁简转换时不动引号里的字",
     "conversion leaves quotations alone"},
    {"spacing", "add|remove", GM_FOR_NORMALIZE, set_spacing, "汉字与字母、数字之间的空格（NRM-31）：加或去",
     "spaces between Han and Latin or digits (NRM-31)"},
    {"indent", "add|remove", GM_FOR_NORMALIZE, set_indent, "段首缩进（NRM-33）：加或去", "paragraph indents (NRM-33)"},
    {"sections", NULL, GM_FOR_COUNT, set_sections, "逐节计数", "count each section as well"},
    {"stdin-filename", "PATH", GM_FOR_FILES, set_stdin_filename, "标准输入（-）的文件名",
     "the name of standard input (-)"},
    {"threads", "N", GM_FOR_READING, set_threads, "大文件用几个线程读（1 至 8；默认按处理器数）",
     "threads that read a large file (1 to 8; default: as many as processors)"},
    {"no-config", NULL, GM_FOR_FILES, set_no_config, "不读 .gangmu.ini", "read no .gangmu.ini"},
    {"color", "WHEN", GM_FOR_ALL, set_color, "着色：auto（默认）、always、never",
     "colour: auto (default), always, never"},
    {"help", NULL, GM_FOR_ALL, set_help, "显示本说明", "print this help"},
};

gm_language gm_language_of_environment(void) {
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return !strncmp(value, "en", 2) ? GM_ENGLISH : GM_CHINESE;
  }
  return GM_CHINESE;
}

static const gm_option *find(unsigned command, gm_text name) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].commands & command && is(name, rows[i].name)) return &rows[i];
  return NULL;
}

/* --lang counts for the messages about the other options, wherever it stands. */
static void look_for_language(gm_options *options, int argc, char **argv) {
  options->language = gm_language_of_environment();
  for (int i = 0; i < argc && strcmp(argv[i], "--"); i++) {
    const char *value = !strncmp(argv[i], "--lang=", 7)              ? argv[i] + 7
                        : !strcmp(argv[i], "--lang") && i + 1 < argc ? argv[i + 1]
                                                                     : NULL;
    if (value) options->language = strcmp(value, "en") ? GM_CHINESE : GM_ENGLISH;
  }
}

static bool read_option(gm_options *o, unsigned command, int argc, char **argv, int *i) {
  const char *word = argv[*i] + 2, *equals = strchr(word, '=');
  gm_text name = {word, equals ? (size_t)(equals - word) : strlen(word)};
  const gm_option *row = find(command, name);
  if (!row) {
    gm_complain(o->language, "没有 %s 这个选项；用 --help 看说明", "unknown option %s; see --help", argv[*i]);
    return false;
  }
  if (!row->value && equals) {
    gm_complain(o->language, "--%s 不带值", "--%s takes no value", row->name);
    return false;
  }
  const char *value = equals ? equals + 1 : "";
  if (row->value && !equals) {
    if (*i + 1 >= argc) {
      gm_complain(o->language, "--%s 需要一个值（%s）", "--%s wants a value (%s)", row->name, row->value);
      return false;
    }
    value = argv[++*i];
  }
  if (row->set(o, (gm_text){value, strlen(value)})) return true;
  gm_complain(o->language, "--%s 不能是“%s”；%s", "--%s cannot be '%s'; %s", row->name, value,
              o->language == GM_ENGLISH ? row->en : row->zh);
  return false;
}

bool gm_options_read(gm_options *options, unsigned command, unsigned formats, int argc, char **argv) {
  memset(options, 0, sizeof *options);
  look_for_language(options, argc, argv);
  bool only_files = false;
  for (int i = 0; i < argc; i++) {
    if (!only_files && !strcmp(argv[i], "--"))
      only_files = true;
    else if (!only_files && !strcmp(argv[i], "-h"))
      options->help = true;
    else if (only_files || strncmp(argv[i], "--", 2)) {
      if (!only_files && argv[i][0] == '-' && argv[i][1]) {
        gm_complain(options->language, "没有 %s 这个选项；用 --help 看说明", "unknown option %s; see --help", argv[i]);
        return false;
      }
      *gm_push(&options->files) = argv[i];
    } else if (!read_option(options, command, argc, argv, &i))
      return false;
  }
  if (!(formats >> options->format & 1)) {
    gm_complain(options->language, "这个命令不能输出 %s 格式；用 --help 看说明",
                "this command cannot write %s; see --help", format_names[options->format]);
    return false;
  }
  return true;
}

void gm_options_free(gm_options *options) {
  gm_selection_free(&options->selection);
  gm_array_free(&options->files);
  gm_array_free(&options->places);
}

void gm_options_help(unsigned command, unsigned formats, gm_language language, gm_buffer *out) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const gm_option *row = &rows[i];
    if (!(row->commands & command)) continue;
    size_t start = out->count;
    gm_buffer_format(out, "  --%s%s%s", row->name, row->value ? "=" : "", row->value ? row->value : "");
    while (out->count - start < 26) gm_buffer_add(out, " ", 1);
    gm_buffer_string(out, language == GM_ENGLISH ? row->en : row->zh);
    if (row->set == set_format) {
      gm_buffer_string(out, language == GM_ENGLISH ? ":" : "：");
      for (int f = 0; f < GM_FORMAT_COUNT; f++)
        if (formats >> f & 1) gm_buffer_format(out, " %s", format_names[f]);
    }
    gm_buffer_add(out, "\n", 1);
  }
}
