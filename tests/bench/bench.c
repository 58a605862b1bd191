/* gangmu_bench draft MEGABYTES: prints a draft.
 * gangmu_bench [megabytes [stage]]: megabytes a second of each stage beside iconv in the same run, the price of one
 * changed character in a draft of 1 MB, the join over 10,000 figures, the cold start. Medians of several rounds. */
#include <fcntl.h>
#include <iconv.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "document/publish.h"
#include "draft.h"

#define ROUNDS         9
#define PROFILE_ROUNDS 30
#define EDITS          2000
#define STARTS         200
#define MEGABYTE       1000000u
#define EDITED_BYTES   (1u * MEGABYTE)
#define FIGURES        10000
#define SMALL_DRAFT    5000
#define BUDGET_MB_S    150 /* what check and normalize must reach */
#define DRAFT_SEED     7
#define PATH_TEMPLATE  "/tmp/gangmu-bench.XXXXXX"

extern char **environ;

typedef struct lines {
  GM_ARRAY(gm_text) list;
} lines;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Sorts and gives the value below which `share` of them lie. */
static double quantile(double *values, size_t count, double share) {
  qsort(values, count, sizeof *values, by_value);
  size_t at = (size_t)(share * (double)count);
  return values[at < count ? at : count - 1];
}

static void split(lines *out, const gm_buffer *text) {
  for (const char *p = text->items, *end = p + text->count; p < end;) {
    const char *eol = memchr(p, '\n', (size_t)(end - p));
    if (!eol) eol = end;
    *gm_push(&out->list) = (gm_text){p, (size_t)(eol - p)};
    p = eol + 1;
  }
}

/* What one round of every stage needs. */
typedef struct work {
  const gm_buffer *text;
  const lines *lines;
  const gm_rule_set *rules;
  gm_document *document; /* filled and joined, for the stages that stand on it */
  size_t sink;           /* so that no work is optimized away */
} work;

static void run_iconv(work *w) {
  iconv_t convert = iconv_open("UTF-16LE", "UTF-8");
  size_t left = w->text->count, room = 2 * left + 16;
  char *out = gm_alloc(room), *to = out, *from = w->text->items;
  iconv(convert, &from, &left, &to, &room);
  w->sink += (size_t)(to - out);
  iconv_close(convert);
  free(out);
}

static void run_view(work *w) {
  gm_view view = {0};
  for (size_t i = 0; i < w->lines->list.count; i++) {
    gm_view_make(&view, w->lines->list.items[i], GM_PINYIN_KEEP);
    w->sink += view.count;
  }
  gm_view_free(&view);
}

static void run_scan(work *w) {
  gm_document *document = gm_document_new(w->rules);
  gm_document_splice(document, 0, 0, w->lines->list.items, w->lines->list.count, true);
  gm_document_free(document);
}

static void check(work *w, unsigned threads) {
  gm_document *document = gm_document_new(w->rules);
  gm_team *team = gm_team_new(threads);
  gm_document_set_team(document, team);
  gm_document_splice(document, 0, 0, w->lines->list.items, w->lines->list.count, true);
  gm_document_join(document);
  w->sink += gm_document_findings(document)->list.count;
  gm_document_free(document);
  gm_team_free(team);
}

static void run_check(work *w) { check(w, 1); }
static void run_check_shared(work *w) { check(w, 2); }

static void run_outline_join(work *w) {
  gm_outline outline = {0};
  gm_outline_join(&outline, gm_document_draft(w->document));
  w->sink += outline.sections.count;
  gm_outline_free(&outline);
}

static void run_draft_rules(work *w) {
  gm_findings findings = {0};
  gm_check_draft(w->rules, gm_document_draft(w->document), gm_document_outline(w->document),
                 gm_document_figures(w->document), gm_document_facts(w->document), NULL, &findings);
  w->sink += findings.list.count;
  gm_findings_free(&findings);
}

static void run_normalize(work *w) {
  gm_normalizer *normalizer = gm_normalizer_new();
  gm_edits edits = {0};
  gm_normalize_options options = {.passes = gm_passes_default(), .profile = GM_PROFILE_NEWS};
  gm_normalize(normalizer, gm_document_draft(w->document), gm_document_pinyin(w->document), 0, w->lines->list.count,
               &options, &edits);
  w->sink += edits.list.count;
  gm_edits_free(&edits);
  gm_normalizer_free(normalizer);
}

static const struct {
  const char *name;
  void (*run)(work *w);
  unsigned budget; /* MB/s, 0 = none of its own */
} stages[] = {
    {"iconv UTF-8 to UTF-16", run_iconv, 0},
    {"clean view", run_view, 0},
    {"scan (view, facts, line rules)", run_scan, 0},
    {"outline join", run_outline_join, 0},
    {"draft rules", run_draft_rules, 0},
    {"check (all stages)", run_check, BUDGET_MB_S},
    {"check by two threads", run_check_shared, 0},
    {"normalize", run_normalize, BUDGET_MB_S},
};

static void bench_edits(const gm_rule_set *rules);
static void bench_figures(const gm_rule_set *rules);

/* Runs one stage alone, for a profiler. */
static int profile_stage(work *w, const char *name) {
  if (!strcmp(name, "edits")) return bench_edits(w->rules), 0;
  if (!strcmp(name, "joins")) return bench_figures(w->rules), 0;
  for (size_t s = 0; s < sizeof stages / sizeof *stages; s++) {
    if (!strstr(stages[s].name, name)) continue;
    double best = 0;
    for (int round = 0; round < PROFILE_ROUNDS; round++) {
      double begin = now();
      stages[s].run(w);
      double took = now() - begin;
      if (!round || took < best) best = took;
    }
    printf("%s: %.2f ms at best\n", stages[s].name, best * 1e3);
    return 0;
  }
  fprintf(stderr, "no stage has %s in its name\n", name);
  return 2;
}

static void bench_stages(work *w) {
  double iconv_rate = 0;
  printf("%zu bytes, %zu lines, shuffled; median of %d\n", w->text->count, w->lines->list.count, ROUNDS);
  printf("%-34s %10s %10s %8s %8s\n", "stage", "ms", "MB/s", "x iconv", "budget");
  for (size_t s = 0; s < sizeof stages / sizeof *stages; s++) {
    double times[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double begin = now();
      stages[s].run(w);
      times[round] = now() - begin;
    }
    double median = quantile(times, ROUNDS, 0.5), rate = (double)w->text->count / MEGABYTE / median;
    if (s == 0) iconv_rate = rate;
    printf("%-34s %10.2f %10.0f %8.2f ", stages[s].name, median * 1e3, rate, rate / iconv_rate);
    if (stages[s].budget)
      printf("%8u\n", stages[s].budget);
    else
      printf("%8s\n", "");
  }
}

/* One more character in a line of a draft of 1 MB: taken in, joined, told. */
static void bench_edits(const gm_rule_set *rules) {
  gm_buffer text = {0}, edited = {0};
  lines all = {0};
  draft_make(&text, EDITED_BYTES, DRAFT_SEED + 1);
  split(&all, &text);
  gm_document *document = gm_document_new(rules);
  gm_document_splice(document, 0, 0, all.list.items, all.list.count, true);
  gm_document_join(document);
  gm_publisher publisher = {0};
  gm_publisher_update(&publisher, document);
  double *take = gm_alloc(EDITS * sizeof *take), *join = gm_alloc(EDITS * sizeof *join);
  double *tell = gm_alloc(EDITS * sizeof *tell), *both = gm_alloc(EDITS * sizeof *both);
  uint64_t random = DRAFT_SEED;
  for (int i = 0; i < EDITS; i++) {
    size_t at = draft_random(&random, (uint32_t)all.list.count);
    gm_text line = all.list.items[at];
    size_t cut = line.len / 6 * 3; /* on a boundary, as nearly all characters have three bytes */
    while (cut < line.len && ((unsigned char)line.ptr[cut] & 0xC0) == 0x80) cut++;
    edited.count = 0;
    gm_buffer_add(&edited, line.ptr, cut);
    gm_buffer_string(&edited, i % 3 ? "的" : "3");
    gm_buffer_add(&edited, line.ptr + cut, line.len - cut);
    gm_text changed = {edited.items, edited.count};
    double begin = now();
    gm_document_splice(document, at, at + 1, &changed, 1, false);
    double taken = now();
    gm_document_join(document);
    double joined = now();
    gm_publisher_update(&publisher, document);
    take[i] = (taken - begin) * 1e3;
    join[i] = (joined - taken) * 1e3;
    tell[i] = (now() - joined) * 1e3;
    both[i] = join[i] + tell[i];
  }
  printf("\none changed character in %zu bytes, %zu lines, ms\n", text.count, all.list.count);
  printf("%-34s p50 %.4f  p99 %.4f  (budget 0.2)\n", "take in", quantile(take, EDITS, 0.5),
         quantile(take, EDITS, 0.99));
  printf("%-34s p50 %.4f  p99 %.4f\n", "join", quantile(join, EDITS, 0.5), quantile(join, EDITS, 0.99));
  printf("%-34s p50 %.4f  p99 %.4f\n", "what changed", quantile(tell, EDITS, 0.5), quantile(tell, EDITS, 0.99));
  printf("%-34s p50 %.4f  p99 %.4f  (budget 2)\n", "both", quantile(both, EDITS, 0.5), quantile(both, EDITS, 0.99));
  gm_publisher_free(&publisher);
  gm_document_free(document);
  gm_array_free(&text);
  gm_array_free(&edited);
  gm_array_free(&all.list);
  free(take);
  free(join);
  free(tell);
  free(both);
}

static void bench_figures(const gm_rule_set *rules) {
  gm_buffer text = {0};
  lines all = {0};
  draft_make_figures(&text, FIGURES, DRAFT_SEED);
  split(&all, &text);
  gm_document *document = gm_document_new(rules);
  gm_document_splice(document, 0, 0, all.list.items, all.list.count, true);
  gm_document_join(document);
  size_t figures = 0;
  for (size_t i = 0; i < all.list.count; i++) figures += gm_document_figures(document)[i].count;
  double times[ROUNDS * 4];
  for (int i = 0; i < ROUNDS * 4; i++) {
    gm_text line = all.list.items[0]; /* with and without its full stop, so that it does change */
    if (i % 2 == 0) line.len -= 3;
    gm_document_splice(document, 0, 1, &line, 1, true);
    double begin = now();
    gm_document_join(document);
    times[i] = (now() - begin) * 1e3;
  }
  printf("%-34s p50 %.3f ms over %zu figures\n", "join", quantile(times, ROUNDS * 4, 0.5), figures);
  gm_document_free(document);
  gm_array_free(&text);
  gm_array_free(&all.list);
}

/* Milliseconds from spawn to exit; output goes to /dev/null. */
static double start(char *const argv[], struct rusage *used) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t pid;
  double begin = now();
  int status = -1;
  if (posix_spawn(&pid, argv[0], &actions, NULL, argv, environ) == 0) wait4(pid, &status, 0, used);
  posix_spawn_file_actions_destroy(&actions);
  return (now() - begin) * 1e3;
}

static void bench_start(const char *name, char *const argv[]) {
  double times[STARTS];
  struct rusage used;
  for (int i = 0; i < STARTS; i++) times[i] = start(argv, &used);
  printf("%-34s p50 %.2f  p99 %.2f ms\n", name, quantile(times, STARTS, 0.5), quantile(times, STARTS, 0.99));
}

static bool write_draft(char *path, const char *bytes, size_t count) {
  int fd = mkstemp(path);
  bool ok = fd >= 0 && write(fd, bytes, count) == (ssize_t)count;
  if (fd >= 0) close(fd);
  return ok;
}

static void bench_process(const gm_buffer *text) {
  char small[] = PATH_TEMPLATE, large[] = PATH_TEMPLATE;
  size_t cut = SMALL_DRAFT;
  while (cut < text->count && text->items[cut - 1] != '\n') cut++;
  if (!write_draft(small, text->items, cut) || !write_draft(large, text->items, text->count)) return;
  printf("cold start, a draft of %zu bytes\n", cut);
  bench_start("/bin/true", (char *const[]){"/bin/true", NULL});
  bench_start("gangmu check", (char *const[]){BENCH_HELPER, "check", small, NULL});
  struct rusage used = {0};
  double ms = start((char *const[]){BENCH_HELPER, "check", large, NULL}, &used);
  double peak = (double)used.ru_maxrss / 1e3; /* KB on Linux */
  printf("%-34s %.0f ms, %.0f MB/s; peak %.1f MB (budget %.1f)\n", "gangmu check, the whole draft", ms,
         (double)text->count / MEGABYTE / ms * 1e3, peak, 4.0 * (double)text->count / MEGABYTE + 8);
  unlink(small);
  unlink(large);
}

static int print_draft(size_t bytes) {
  gm_buffer text = {0};
  draft_make(&text, bytes, DRAFT_SEED + 1);
  bool ok = fwrite(text.items, 1, text.count, stdout) == text.count;
  gm_array_free(&text);
  return !ok;
}

int main(int argc, char **argv) {
  if (argc > 2 && !strcmp(argv[1], "draft")) return print_draft((size_t)strtoul(argv[2], NULL, 10) * MEGABYTE);
  size_t bytes = (argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 10) * MEGABYTE;
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  gm_buffer text = {0};
  lines all = {0};
  draft_make(&text, bytes, DRAFT_SEED);
  split(&all, &text);
  /* First, while this process is small: a child's peak is told as no less than that of its parent when it began. */
  if (argc <= 2) bench_process(&text);
  work w = {.text = &text, .lines = &all, .rules = &rules, .document = gm_document_new(&rules)};
  gm_document_splice(w.document, 0, 0, all.list.items, all.list.count, true);
  gm_document_join(w.document);
  printf("%zu sections, %zu findings\n", gm_document_outline(w.document)->sections.count,
         gm_document_findings(w.document)->list.count);
  if (argc > 2) return profile_stage(&w, argv[2]);
  bench_stages(&w);
  bench_edits(&rules);
  bench_figures(&rules);
  gm_document_free(w.document);
  gm_rule_set_free(&rules);
  gm_array_free(&text);
  gm_array_free(&all.list);
  return w.sink == 0;
}
