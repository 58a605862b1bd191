#include "cli/run.h"

#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/dismissed.h"
#include "cli/message.h"
#include "cli/print.h"
#include "text/pages.h"

void gm_run_status(gm_run *run, int status) {
  if (status > run->status) run->status = status;
}

void gm_run_row_begin(gm_run *run) {
  gm_writer_init(&run->row, GM_WIRE_JSON, &run->out);
  run->render.writer = &run->row;
  run->render.path = run->source.path;
}

void gm_run_row_end(gm_run *run) { gm_buffer_add(&run->out, "\n", 1); }

/* Writes what has come together; false, once, when standard output takes no more. */
static bool flush(gm_run *run) {
  int error = gm_print_out((gm_text){run->out.items, run->out.count});
  run->out.count = 0;
  if (!error) return true;
  gm_complain(run->options->language, "写不出结果：%s", "cannot write the result: %s",
              gm_reason(run->options->language, error));
  gm_run_status(run, GM_EXIT_TROUBLE);
  return false;
}

static void make_rules(gm_run *run) {
  if (run->command->rules == GM_ALL_RULES) {
    gm_settings_rules(&run->settings, &run->rules);
    return;
  }
  gm_rule_set_init(&run->rules, run->settings.profile, run->settings.language);
  if (run->command->rules == GM_NORMALIZE_RULES) gm_selection_rules(&run->settings.selection, &run->rules);
  for (uint16_t i = 0; i < gm_rule_count; i++)
    if (run->command->rules == GM_NO_RULES || strncmp(gm_rules[i].id, "NRM-", 4))
      gm_rule_set_severity(&run->rules, i, GM_SEVERITY_OFF);
  gm_rule_set_ready(&run->rules);
}

/* In JSON a file that could not be read has a row that says so, because the count of files is announced. */
static void write_unread(gm_run *run) {
  if (run->options->format != GM_FORMAT_JSON) return;
  gm_write_map(&run->json, 2);
  gm_write_string(&run->json, "path");
  gm_write_string(&run->json, run->source.path);
  gm_write_string(&run->json, "error");
  gm_write_string(&run->json, "not read");
}

/* Lines of the file of dismissals that are no rows are told of once. */
static void tell_of_bad_rows(gm_run *run) {
  const gm_store *store = &run->store;
  if (!store->dismissals.bad.count ||
      (run->warned.count == store->path.count && !memcmp(run->warned.items, store->path.items, store->path.count)))
    return;
  run->warned.count = 0;
  gm_buffer_add(&run->warned, store->path.items, store->path.count);
  for (size_t i = 0; i < store->dismissals.bad.count; i++) {
    const gm_dismissal_bad *bad = &store->dismissals.bad.items[i];
    gm_complain(run->options->language, "%.*s:%u: 这一行不算：%s", "%.*s:%u: this line does not count: %s",
                (int)store->path.count, store->path.items, bad->line + 1,
                gm_dismissal_fault_text(bad->fault, run->options->language));
  }
}

/* Standard input without a name has no dismissals. */
static void heed_dismissals(gm_run *run) {
  uint64_t held = 0;
  if (!run->command->heeds_dismissals || run->options->no_dismissed || !strcmp(run->source.path, "<stdin>")) return;
  gm_text path = {run->source.path, strlen(run->source.path)};
  if (!gm_dismissed_read(&run->store, path, run->options->language)) {
    gm_complain(run->options->language, "%.*s", "%.*s", (int)run->store.reason.count, run->store.reason.items);
    gm_run_status(run, GM_EXIT_TROUBLE);
  }
  tell_of_bad_rows(run);
  gm_store_apply(&run->store, run->document, &held);
}

static unsigned threads(const gm_options *options) {
  if (options->threads) return options->threads;
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count < GM_WORKERS_MAX ? (unsigned)count : GM_WORKERS_MAX;
}

static void analyse(gm_run *run) {
  make_rules(run);
  run->document = gm_document_new(&run->rules);
  gm_document_set_team(run->document, run->team);
  heed_dismissals(run);
  if (!gm_document_splice(run->document, 0, 0, run->source.lines.items, run->source.lines.count, true)) {
    gm_complain(run->options->language, "%s: 行数或行长超过限度", "%s: too many lines, or one too long",
                run->source.path);
    gm_run_status(run, GM_EXIT_TROUBLE);
    write_unread(run);
  } else {
    gm_document_join_once(run->document);
    gm_render_init(&run->render, &run->json, run->source.lines.items, run->source.lines.count,
                   gm_document_pinyin(run->document));
    run->command->file(run);
    gm_render_free(&run->render);
  }
  gm_document_free(run->document);
  gm_rule_set_free(&run->rules);
}

static void run_file(gm_run *run, const char *path) {
  bool standard_input = !strcmp(path, "-");
  const char *name = run->options->stdin_filename;
  const char *shown = !standard_input ? path : name ? name : "<stdin>";
  bool good =
      gm_settings_find(&run->configurations, run->options, standard_input && !name ? "." : shown, &run->settings);
  memset(&run->source, 0, sizeof run->source);
  run->source.path = shown;
  if (good) good = gm_source_read(&run->source, path, shown, run->options->language, run->team);
  if (good) {
    analyse(run);
  } else {
    gm_run_status(run, GM_EXIT_TROUBLE);
    write_unread(run);
  }
  gm_source_free(&run->source);
  gm_settings_free(&run->settings);
}

static bool wants_color(const gm_options *options) {
  const char *no_color = getenv("NO_COLOR");
  if (options->color != GM_COLOR_AUTO) return options->color == GM_COLOR_ALWAYS;
  return isatty(STDOUT_FILENO) && !(no_color && *no_color);
}

int gm_run_command(const gm_command *command, const gm_options *options) {
  gm_run run;
  gm_keep_pages();
  memset(&run, 0, sizeof run);
  run.command = command;
  run.options = options;
  run.color = wants_color(options);
  if (!options->files.count) {
    gm_complain(options->language, "没有给出文件；读标准输入请用 -", "no file given; - reads standard input");
    return GM_EXIT_TROUBLE;
  }
  if (command->ready && !command->ready(&run)) return GM_EXIT_TROUBLE;
  if (options->format == GM_FORMAT_JSON) {
    gm_writer_init(&run.json, GM_WIRE_JSON, &run.out);
    gm_write_map(&run.json, 1);
    gm_write_string(&run.json, "files");
    gm_write_array(&run.json, options->files.count);
  } else if (command->begin) {
    command->begin(&run);
  }
  run.team = gm_team_new(threads(options));
  bool open = true;
  for (size_t i = 0; i < options->files.count && open; i++) {
    run.index = i;
    run_file(&run, options->files.items[i]);
    if (i + 1 < options->files.count) open = flush(&run);
  }
  if (options->format == GM_FORMAT_JSON)
    gm_buffer_add(&run.out, "\n", 1);
  else if (command->end)
    command->end(&run);
  if (open) flush(&run);
  gm_team_free(run.team);
  gm_configurations_free(&run.configurations);
  gm_array_free(&run.out);
  gm_store_free(&run.store);
  gm_array_free(&run.warned);
  return run.status;
}
