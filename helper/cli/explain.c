#include "cli/command.h"
#include "cli/message.h"
#include "cli/print.h"
#include "normalize/normalize.h"

/* A rule or a pass as `explain` tells it; texts that are empty are left out. */
typedef struct gm_explanation {
  const char *id, *severity, *title, *clause, *bad, *good, *near_miss;
} gm_explanation;

static const char *or_empty(const char *string) { return string ? string : ""; }

static gm_explanation of_rule(const gm_rule *rule, bool english) {
  return (gm_explanation){rule->id,
                          gm_severity_name(rule->severity),
                          english ? rule->title_en : rule->title_zh,
                          or_empty(rule->clause),
                          or_empty(rule->bad),
                          or_empty(rule->good),
                          or_empty(rule->near_miss)};
}

static gm_explanation of_pass(const gm_pass *pass, bool english) {
  static const char *const runs[] = {"default", "opt-in", "report"};
  return (gm_explanation){pass->id,
                          runs[pass->run],
                          english ? pass->title_en : pass->title_zh,
                          "",
                          or_empty(pass->before),
                          or_empty(pass->after),
                          or_empty(pass->must_not)};
}

typedef GM_ARRAY(gm_explanation) gm_explanations;

/* The row of an id, or all rows of a family or of "all". */
static bool collect(gm_text wanted, bool english, gm_explanations *out) {
  gm_selectors selectors = {0};
  gm_text unknown;
  size_t before = out->count;
  bool known = gm_selectors_add(&selectors, wanted, &unknown);
  for (uint16_t i = 0; known && i < gm_rule_count; i++)
    if (gm_selectors_name(&selectors, gm_rules[i].id)) *gm_push(out) = of_rule(&gm_rules[i], english);
  for (uint16_t i = 0; known && i < gm_pass_count; i++)
    if (gm_selectors_name(&selectors, gm_passes[i].id) &&
        gm_rule_find((gm_text){gm_passes[i].id, strlen(gm_passes[i].id)}) < 0)
      *gm_push(out) = of_pass(&gm_passes[i], english);
  gm_array_free(&selectors);
  return out->count > before;
}

static void add_pair(gm_writer *w, const char *key, const char *value) {
  gm_write_string(w, key);
  gm_write_string(w, value);
}

static void write_json(const gm_explanations *rows, gm_buffer *out) {
  gm_writer w;
  gm_writer_init(&w, GM_WIRE_JSON, out);
  gm_write_map(&w, 1);
  gm_write_string(&w, "rules");
  gm_write_array(&w, rows->count);
  for (size_t i = 0; i < rows->count; i++) {
    const gm_explanation *row = &rows->items[i];
    gm_write_map(&w, 7);
    add_pair(&w, "id", row->id);
    add_pair(&w, "severity", row->severity);
    add_pair(&w, "title", row->title);
    add_pair(&w, "clause", row->clause);
    add_pair(&w, "bad", row->bad);
    add_pair(&w, "good", row->good);
    add_pair(&w, "near_miss", row->near_miss);
  }
  gm_buffer_add(out, "\n", 1);
}

static void print_pair(const char *zh, const char *en, const char *value, bool english, gm_buffer *out) {
  if (*value) gm_buffer_format(out, "  %s%s%s\n", english ? en : zh, english ? ": " : "：", value);
}

static void print_text(const gm_explanation *row, bool english, gm_buffer *out) {
  gm_buffer_format(out, "%s  %s\n", row->id, row->title);
  print_pair("级别", "severity", row->severity, english, out);
  print_pair("依据", "clause", row->clause, english, out);
  print_pair("误例", "bad", row->bad, english, out);
  print_pair("正例", "good", row->good, english, out);
  print_pair("不报", "silent", row->near_miss, english, out);
}

/* A cell of a table; a pipe would end it. */
static void print_cell(const char *value, gm_buffer *out) {
  gm_buffer_string(out, " ");
  for (const char *p = value; *p; p++) {
    if (*p == '|') gm_buffer_add(out, "\\", 1);
    gm_buffer_add(out, p, 1);
  }
  gm_buffer_string(out, " |");
}

static void print_markdown(const gm_explanations *rows, bool english, gm_buffer *out) {
  gm_buffer_string(out, english ? "| rule | severity | what | clause | bad | good | silent on |\n"
                                : "| 规则 | 级别 | 内容 | 依据 | 误例 | 正例 | 不报 |\n");
  gm_buffer_string(out, "|---|---|---|---|---|---|---|\n");
  for (size_t i = 0; i < rows->count; i++) {
    const gm_explanation *row = &rows->items[i];
    gm_buffer_string(out, "|");
    print_cell(row->id, out);
    print_cell(row->severity, out);
    print_cell(row->title, out);
    print_cell(row->clause, out);
    print_cell(row->bad, out);
    print_cell(row->good, out);
    print_cell(row->near_miss, out);
    gm_buffer_add(out, "\n", 1);
  }
}

static int explain(const gm_options *options) {
  bool english = options->language == GM_ENGLISH, list = !options->files.count;
  gm_explanations rows = {0};
  gm_buffer out = {0};
  int status = GM_EXIT_GOOD;
  if (list) collect(GM_TEXT("all"), english, &rows);
  for (size_t i = 0; i < options->files.count; i++) {
    const char *wanted = options->files.items[i];
    if (collect((gm_text){wanted, strlen(wanted)}, english, &rows)) continue;
    gm_complain(options->language, "没有 %s 这条规则；gangmu explain 列出全部",
                "there is no rule %s; gangmu explain lists all", wanted);
    status = GM_EXIT_TROUBLE;
  }
  if (options->format == GM_FORMAT_JSON)
    write_json(&rows, &out);
  else if (options->format == GM_FORMAT_MARKDOWN)
    print_markdown(&rows, english, &out);
  else
    for (size_t i = 0; i < rows.count; i++) {
      if (list)
        gm_buffer_format(&out, "%-8s %-8s %s\n", rows.items[i].id, rows.items[i].severity, rows.items[i].title);
      else
        print_text(&rows.items[i], english, &out);
    }
  if (gm_print_out((gm_text){out.items, out.count})) status = GM_EXIT_TROUBLE;
  gm_array_free(&rows);
  gm_array_free(&out);
  return status;
}

const gm_command gm_command_explain = {.name = "explain",
                                       .bit = GM_FOR_EXPLAIN,
                                       .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(MARKDOWN),
                                       .arguments = "[RULE...]",
                                       .zh = "说明一条规则：级别、依据、正误例；不给编号则列出全部",
                                       .en = "explain a rule: severity, clause, examples; without one, list all",
                                       .alone = explain};
