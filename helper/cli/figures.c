#include "cli/command.h"
#include "cli/print.h"

static gm_text shown_path(const gm_run *run) { return (gm_text){run->source.path, strlen(run->source.path)}; }

/* The unit as JSON gives it: the name of its row, else as it is written. */
static void add_unit(gm_run *run, uint32_t line, const gm_figure *figure, gm_buffer *out) {
  if (figure->unit)
    gm_buffer_string(out, gm_units[figure->unit].name);
  else
    gm_render_clean(&run->render, line, figure->unit_start, figure->unit_end, out);
}

static void print_figure(gm_run *run, uint32_t line, const gm_figure *figure) {
  gm_buffer text = {0};
  gm_print_plain(shown_path(run), &run->out);
  gm_buffer_format(&run->out, ":%u:%u: %s ", line + 1, figure->start + 1, gm_figure_kind_name(figure->kind));
  gm_render_clean(&run->render, line, figure->start, figure->end, &text);
  gm_print_plain((gm_text){text.items, text.count}, &run->out);
  gm_buffer_string(&run->out, " = ");
  gm_figure_value(figure, &run->out);
  /* A date is written whole; its unit is only a class. */
  bool calendar = figure->kind == GM_FIGURE_DATE || figure->kind == GM_FIGURE_TIME;
  if (!calendar) add_unit(run, line, figure, &run->out);
  text.count = 0;
  gm_render_clean(&run->render, line, figure->noun_start, figure->noun_end, &text);
  if (text.count) gm_buffer_add(&run->out, " ", 1);
  gm_print_plain((gm_text){text.items, text.count}, &run->out);
  gm_buffer_add(&run->out, "\n", 1);
  gm_array_free(&text);
}

static void csv_range(gm_run *run, uint32_t line, uint32_t start, uint32_t end) {
  gm_buffer text = {0};
  gm_render_clean(&run->render, line, start, end, &text);
  gm_buffer_add(&run->out, ",", 1);
  gm_print_csv((gm_text){text.items, text.count}, &run->out);
  gm_array_free(&text);
}

static void csv_figure(gm_run *run, uint32_t line, const gm_figure *figure) {
  gm_buffer unit = {0};
  gm_place at = gm_places_find(&run->render.places, (gm_position){line, figure->start});
  gm_print_csv(shown_path(run), &run->out);
  gm_buffer_format(&run->out, ",%u,%u,%s", at.line + 1, at.chars, gm_figure_kind_name(figure->kind));
  csv_range(run, line, figure->start, figure->end);
  gm_buffer_add(&run->out, ",", 1);
  gm_figure_value(figure, &run->out);
  csv_range(run, line, figure->approx_start, figure->approx_end);
  gm_buffer_add(&run->out, ",", 1);
  add_unit(run, line, figure, &unit);
  gm_print_csv((gm_text){unit.items, unit.count}, &run->out);
  csv_range(run, line, figure->noun_start, figure->noun_end);
  gm_buffer_string(&run->out, "\r\n");
  gm_array_free(&unit);
}

static void row_figure(gm_run *run, uint32_t line, const gm_figure *figure) {
  gm_run_row_begin(run);
  gm_render_figure(&run->render, line, figure);
  gm_run_row_end(run);
}

static void begin(gm_run *run) {
  if (run->options->format == GM_FORMAT_CSV)
    gm_buffer_string(&run->out, "path,line,char,kind,text,value,approx,unit,noun\r\n");
}

static void figures_file(gm_run *run) {
  const gm_draft *draft = gm_document_draft(run->document);
  const gm_figures *by_line = gm_document_figures(run->document);
  if (run->options->format == GM_FORMAT_JSON) {
    gm_write_map(&run->json, 2);
    gm_write_string(&run->json, "path");
    gm_write_string(&run->json, run->source.path);
    gm_write_string(&run->json, "figures");
    gm_render_figures(&run->render, draft, by_line);
    return;
  }
  void (*print)(gm_run *, uint32_t, const gm_figure *) = run->options->format == GM_FORMAT_CSV     ? csv_figure
                                                         : run->options->format == GM_FORMAT_JSONL ? row_figure
                                                                                                   : print_figure;
  size_t total = 0, of_kind[GM_FIGURE_EXPRESSION + 1] = {0};
  for (size_t i = 0; i < draft->count; i++)
    for (uint32_t k = 0; draft->classes[i].keep && k < by_line[i].count; k++) {
      print(run, (uint32_t)i, &by_line[i].items[k]);
      of_kind[by_line[i].items[k].kind]++;
      total++;
    }
  if (run->options->format != GM_FORMAT_TEXT) return;
  gm_print_plain(shown_path(run), &run->out);
  gm_buffer_format(&run->out, run->settings.language == GM_ENGLISH ? ": %zu figures" : ": 共%zu个数字", total);
  for (int kind = 0; kind <= GM_FIGURE_EXPRESSION; kind++)
    if (of_kind[kind])
      gm_buffer_format(&run->out, ", %s %zu", gm_figure_kind_name((gm_figure_kind)kind), of_kind[kind]);
  gm_buffer_add(&run->out, "\n", 1);
}

const gm_command gm_command_figures = {
    .name = "figures",
    .bit = GM_FOR_FIGURES,
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL) | GM_FORMAT_BIT(CSV),
    .rules = GM_NO_RULES,
    .arguments = "FILE...",
    .zh = "列出文中数字：数量、金额、百分比、日期等",
    .en = "list the figures: quantities, amounts, percentages, dates",
    .begin = begin,
    .file = figures_file};
