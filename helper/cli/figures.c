#include <utf8proc.h>

#include "cli/command.h"
#include "cli/print.h"

#define KIND_COUNT    (GM_FIGURE_EXPRESSION + 1)
#define SECTION_CELLS 40 /* longer texts are cut, so that a row stays one line */
#define NOUN_CELLS    24
#define TEXT_CELLS    24

/* Columns of the text. */
enum { PLACE, TEXT, VALUE, KIND, NOUN, VERB, PERIOD, VERDICT, SECTION, COLUMN_COUNT };

/* One row, its columns one behind another in the table's text. */
typedef struct row {
  size_t end[COLUMN_COUNT];
} row;

typedef struct table {
  GM_ARRAY(row) rows;
  gm_buffer text;
  size_t widths[COLUMN_COUNT];
} table;

static gm_text shown_path(const gm_run *run) { return (gm_text){run->source.path, strlen(run->source.path)}; }

static bool english(const gm_run *run) { return run->settings.language == GM_ENGLISH; }

static const char *kind_name(const gm_run *run, int kind) {
  static const char *const names[] = {"数量", "金额", "百分比", "百分点", "倍数", "分数", "日期", "年份",
                                      "时刻", "时长", "序数",   "周年",   "计数", "范围", "比",   "算式"};
  return english(run) ? gm_figure_kind_name((gm_figure_kind)kind) : names[kind];
}

static const char *verdict_name(const gm_run *run, gm_verdict verdict) {
  static const char *const names[] = {"未能核对", "相符", "不符"};
  return english(run) ? gm_verdict_name(verdict) : names[verdict];
}

/* Cells that the text takes on a terminal. */
static size_t cells(gm_text text) {
  size_t width = 0;
  utf8proc_int32_t codepoint;
  for (size_t i = 0; i < text.len;) {
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + i, (utf8proc_ssize_t)(text.len - i), &codepoint);
    if (n < 1) n = 1, codepoint = 0xFFFD;
    int w = utf8proc_charwidth(codepoint);
    width += w > 0 ? (size_t)w : 0;
    i += (size_t)n;
  }
  return width;
}

static gm_text column(const table *t, size_t index, int c) {
  size_t from = c ? t->rows.items[index].end[c - 1] : index ? t->rows.items[index - 1].end[COLUMN_COUNT - 1] : 0;
  return (gm_text){t->text.items + from, t->rows.items[index].end[c] - from};
}

static void end_column(table *t, int c) {
  t->rows.items[t->rows.count - 1].end[c] = t->text.count;
  size_t width = cells(column(t, t->rows.count - 1, c));
  if (width > t->widths[c]) t->widths[c] = width;
}

/* Appends the text, cut to so many cells. */
static void add_cut(table *t, gm_text text, size_t limit) {
  size_t end = 0, width = 0;
  bool whole = cells(text) <= limit;
  while (end < text.len && (whole || width + 2 < limit)) {
    size_t next = end + 1;
    while (next < text.len && ((unsigned char)text.ptr[next] & 0xC0) == 0x80) next++;
    width += cells((gm_text){text.ptr + end, next - end});
    end = next;
  }
  gm_print_plain((gm_text){text.ptr, end}, &t->text);
  if (end < text.len) gm_buffer_string(&t->text, "…");
}

static void add_range(gm_run *run, table *t, uint32_t line, uint32_t start, uint32_t end, size_t limit) {
  gm_buffer text = {0};
  gm_render_clean(&run->render, line, start, end, &text);
  add_cut(t, (gm_text){text.items, text.count}, limit);
  gm_array_free(&text);
}

/* A date is written whole; its unit is only a class. */
static bool has_unit(const gm_figure *figure) {
  return figure->kind != GM_FIGURE_DATE && figure->kind != GM_FIGURE_TIME && !gm_figure_is_months(figure);
}

/* The figure as it stands, its approximator with it: 近300人, 300人以上. */
static void add_text(gm_run *run, table *t, uint32_t line, const gm_figure *f) {
  uint32_t start = f->start, end = f->end;
  if (f->approx_start < f->approx_end && f->approx_end == start) start = f->approx_start;
  if (f->approx_start == end) end = f->approx_end;
  add_range(run, t, line, start, end, TEXT_CELLS);
}

static void add_section(gm_run *run, table *t, uint32_t line, const gm_figure *figure) {
  gm_buffer path = {0};
  gm_render_path(&run->render, (gm_position){line, figure->start}, &path);
  add_cut(t, (gm_text){path.items, path.count}, SECTION_CELLS);
  gm_array_free(&path);
}

static void add_noun(gm_run *run, table *t, uint32_t line, const gm_figure *figure) {
  gm_buffer noun = {0};
  gm_render_noun(&run->render, line, figure, &noun);
  add_cut(t, (gm_text){noun.items, noun.count}, NOUN_CELLS);
  gm_array_free(&noun);
}

static void add_row(gm_run *run, table *t, uint32_t line, const gm_figure *figure) {
  gm_push(&t->rows);
  gm_print_plain(shown_path(run), &t->text);
  gm_buffer_format(&t->text, ":%u:%u:", line + 1, figure->start + 1);
  end_column(t, PLACE);
  add_text(run, t, line, figure);
  end_column(t, TEXT);
  gm_buffer_string(&t->text, "= ");
  gm_figure_value(figure, &t->text);
  if (has_unit(figure)) gm_render_unit(&run->render, line, figure, &t->text);
  end_column(t, VALUE);
  gm_buffer_string(&t->text, kind_name(run, figure->kind));
  end_column(t, KIND);
  add_noun(run, t, line, figure);
  end_column(t, NOUN);
  add_range(run, t, line, figure->verb_start, figure->verb_end, NOUN_CELLS);
  end_column(t, VERB);
  if (figure->period_start != figure->start)
    add_range(run, t, line, figure->period_start, figure->period_end, NOUN_CELLS);
  end_column(t, PERIOD);
  gm_verdict verdict = gm_render_verdict(&run->render, line, figure);
  if (verdict != GM_VERDICT_NONE) gm_buffer_string(&t->text, verdict_name(run, verdict));
  end_column(t, VERDICT);
  add_section(run, t, line, figure);
  end_column(t, SECTION);
}

/* Columns two blanks apart; one that is empty in every row is left out. */
static void print_table(gm_run *run, const table *t) {
  for (size_t i = 0; i < t->rows.count; i++) {
    size_t owed = 0;
    for (int c = 0; c < COLUMN_COUNT; c++) {
      gm_text text = column(t, i, c);
      if (!t->widths[c]) continue;
      for (; text.len && owed; owed--) gm_buffer_add(&run->out, " ", 1);
      gm_buffer_text(&run->out, text);
      owed += t->widths[c] - cells(text) + (c == PLACE ? 1 : 2);
    }
    gm_buffer_add(&run->out, "\n", 1);
  }
}

static void csv_text(gm_run *run, const gm_buffer *text) {
  gm_buffer_add(&run->out, ",", 1);
  gm_print_csv((gm_text){text->items, text->count}, &run->out);
}

static void csv_range(gm_run *run, uint32_t line, uint32_t start, uint32_t end) {
  gm_buffer text = {0};
  gm_render_clean(&run->render, line, start, end, &text);
  csv_text(run, &text);
  gm_array_free(&text);
}

static void csv_figure(gm_run *run, uint32_t line, const gm_figure *figure) {
  gm_buffer text = {0};
  gm_place at = gm_places_find(&run->render.places, (gm_position){line, figure->start});
  gm_print_csv(shown_path(run), &run->out);
  gm_buffer_format(&run->out, ",%u,%u,%s", at.line + 1, at.chars, gm_figure_kind_name(figure->kind));
  csv_range(run, line, figure->start, figure->end);
  gm_figure_value(figure, &text);
  csv_text(run, &text);
  text.count = 0;
  gm_figure_bound(figure, false, &text);
  csv_text(run, &text);
  text.count = 0;
  gm_figure_bound(figure, true, &text);
  csv_text(run, &text);
  csv_range(run, line, figure->approx_start, figure->approx_end);
  text.count = 0;
  gm_render_unit(&run->render, line, figure, &text);
  csv_text(run, &text);
  gm_buffer_format(&run->out, ",%s", gm_unit_class_name(gm_units[gm_figure_shown_unit(figure)].unit_class));
  text.count = 0;
  gm_render_noun(&run->render, line, figure, &text);
  csv_text(run, &text);
  csv_range(run, line, figure->verb_start, figure->verb_end);
  csv_range(run, line, figure->period_start, figure->period_end);
  text.count = 0;
  gm_render_path(&run->render, (gm_position){line, figure->start}, &text);
  csv_text(run, &text);
  gm_buffer_format(&run->out, ",%s\r\n", gm_verdict_name(gm_render_verdict(&run->render, line, figure)));
  gm_array_free(&text);
}

static void begin(gm_run *run) {
  if (run->options->format == GM_FORMAT_CSV)
    gm_buffer_string(&run->out,
                     "path,line,char,kind,text,value,low,high,approx,unit,unit_class,noun,verb,period,section,"
                     "verdict\r\n");
}

/* How many figures of which kinds, and what share of them agree, conflict, or have nothing to be held against. */
static void print_summary(gm_run *run, size_t total, const size_t *of_kind, const size_t *of_verdict) {
  static const gm_verdict order[] = {GM_VERDICT_VERIFIED, GM_VERDICT_CONFLICTING, GM_VERDICT_NONE};
  gm_print_plain(shown_path(run), &run->out);
  gm_buffer_format(&run->out, english(run) ? ": %zu figures" : ": 共%zu个数字", total);
  for (size_t i = 0; total && i < sizeof order / sizeof *order; i++) {
    size_t tenths = (of_verdict[order[i]] * 1000 + total / 2) / total;
    const char *form = english(run) ? "%s%s %zu (%zu.%zu%%)" : "%s%s%zu个（%zu.%zu%%）";
    gm_buffer_format(&run->out, form,
                     english(run) ? (i ? ", " : ": ")
                     : i          ? "、"
                                  : "：",
                     verdict_name(run, order[i]), of_verdict[order[i]], tenths / 10, tenths % 10);
  }
  bool first = true;
  for (int kind = 0; kind < KIND_COUNT; kind++) {
    if (!of_kind[kind]) continue;
    const char *between = english(run) ? (first ? "; " : ", ") : first ? "；" : "、";
    gm_buffer_format(&run->out, english(run) ? "%s%s %zu" : "%s%s%zu", between, kind_name(run, kind), of_kind[kind]);
    first = false;
  }
  gm_buffer_add(&run->out, "\n", 1);
}

static void row_figure(gm_run *run, uint32_t line, const gm_figure *figure) {
  gm_run_row_begin(run);
  gm_render_figure(&run->render, line, figure);
  gm_run_row_end(run);
}

static void print_text(gm_run *run, const gm_draft *draft, const gm_figures *by_line) {
  table t = {0};
  size_t total = 0, of_kind[KIND_COUNT] = {0}, of_verdict[GM_VERDICT_COUNT] = {0};
  for (size_t i = 0; i < draft->count; i++)
    for (uint32_t k = 0; draft->classes[i].keep && k < by_line[i].count; k++) {
      const gm_figure *figure = &by_line[i].items[k];
      add_row(run, &t, (uint32_t)i, figure);
      of_kind[figure->kind]++;
      of_verdict[gm_render_verdict(&run->render, (uint32_t)i, figure)]++;
      total++;
    }
  print_table(run, &t);
  print_summary(run, total, of_kind, of_verdict);
  gm_array_free(&t.rows);
  gm_array_free(&t.text);
}

static void figures_file(gm_run *run) {
  const gm_draft *draft = gm_document_draft(run->document);
  const gm_figures *by_line = gm_document_figures(run->document);
  run->render.document = run->document;
  switch (run->options->format) {
    case GM_FORMAT_JSON:
      gm_write_map(&run->json, 2);
      gm_write_string(&run->json, "path");
      gm_write_string(&run->json, run->source.path);
      gm_write_string(&run->json, "figures");
      gm_render_figures(&run->render, draft, by_line);
      return;
    case GM_FORMAT_CSV:
    case GM_FORMAT_JSONL: {
      void (*print)(gm_run *, uint32_t, const gm_figure *) =
          run->options->format == GM_FORMAT_CSV ? csv_figure : row_figure;
      for (size_t i = 0; i < draft->count; i++)
        for (uint32_t k = 0; draft->classes[i].keep && k < by_line[i].count; k++)
          print(run, (uint32_t)i, &by_line[i].items[k]);
      return;
    }
    default: print_text(run, draft, by_line);
  }
}

const gm_command gm_command_figures = {
    .name = "figures",
    .bit = GM_FOR_FIGURES,
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL) | GM_FORMAT_BIT(CSV),
    .rules = GM_ALL_RULES,
    .heeds_dismissals = true,
    .arguments = "FILE...",
    .zh = "列出文中数字：数值、单位、所数的事物、时间、章节，与别处是否相符",
    .en = "list the figures: value, unit, noun, period, section, and whether they agree with others",
    .begin = begin,
    .file = figures_file};
