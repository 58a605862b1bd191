#include "document/document.h"

#include <stdlib.h>

#include "check/quiet.h"
#include "check/word_list.h"
#include "document/gather.h"
#include "document/reader.h"
#include "text/pages.h"
#include "text/parallel.h"

/* The gate of normalization.md, section 5: from these on, bracketed readings are noise and not glosses. */
#define GATE_SITES     5u
#define GATE_SHARE     50u  /* one site in fifty Han characters: 2 % */
#define SHORT_TEXT_HAN 200u /* below it only common characters lose a group */

/* Of lines that were read. */
typedef struct tally {
  uint64_t han, sites, words;
  uint64_t put_off; /* lines read for the outline alone */
} tally;

struct gm_document {
  const gm_rule_set *rules;
  gm_draft draft; /* points at the arrays below */
  GM_ARRAY(gm_text) lines;
  GM_ARRAY(bool) borrowed;
  GM_ARRAY(gm_look) looks;
  GM_ARRAY(gm_line_class) classes;
  GM_ARRAY(gm_markers) markers;
  GM_ARRAY(gm_figures) figures;
  GM_ARRAY(gm_line_facts) facts;
  GM_ARRAY(gm_block *) blocks; /* by line: has its figures, markers and twins; NULL for a line without any */
  GM_ARRAY(uint32_t) origins;
  GM_ARRAY(bool) fresh;                  /* learned since the last mark */
  GM_ARRAY(bool) put_off;                /* only read for the outline: its figures and findings are to be learned */
  GM_ARRAY(gm_findings *) line_findings; /* NULL for a line without any */
  gm_outline outline;
  gm_findings findings, dismissed;
  gm_waved waved;              /* after a join `finding` of a key is an index of `dismissed` */
  GM_ARRAY(uint32_t) waved_at; /* where the i-th fingerprint given stands in `waved` */
  size_t bytes;
  tally sum;
  gm_pinyin_mode pinyin;
  bool stale;
  bool outline_first;  /* lines put in are put off */
  size_t put_off_from; /* no line before this one is put off */
  uint64_t readings;   /* of lines, ever; the facts of a line that is put off have none */
  gm_memory memory;    /* of the joins */
  gm_team *team;       /* that reads many lines; NULL for none */
  gm_reader readers[GM_WORKERS_MAX];
  gm_findings draft_scratch;
};

gm_document *gm_document_new(const gm_rule_set *rules) {
  gm_document *d = gm_alloc(sizeof *d);
  memset(d, 0, sizeof *d);
  d->rules = rules;
  d->pinyin = GM_PINYIN_COMMON;
  d->stale = true;
  d->memory = gm_memory_new();
  return d;
}

static void add(tally *to, tally more) {
  to->han += more.han;
  to->sites += more.sites;
  to->words += more.words;
  to->put_off += more.put_off;
}

static tally tally_of(const gm_document *d, size_t i) {
  const gm_look *look = &d->looks.items[i];
  return (tally){look->han, look->pinyin_sites, look->words, d->put_off.items[i]};
}

static void take_away(tally *from, tally less) {
  add(from, (tally){-less.han, -less.sites, -less.words, -less.put_off});
}

static void free_facts(gm_document *d, size_t i) {
  gm_block_release(d->blocks.items[i]);
  if (d->line_findings.items[i]) {
    gm_findings_free(d->line_findings.items[i]);
    free(d->line_findings.items[i]);
  }
}

static void free_text(gm_document *d, size_t i) {
  if (!d->borrowed.items[i]) free((char *)(uintptr_t)d->lines.items[i].ptr);
}

static void forget_facts(gm_document *d, size_t i) {
  take_away(&d->sum, tally_of(d, i));
  d->put_off.items[i] = false;
  free_facts(d, i);
}

static void forget_line(gm_document *d, size_t i) {
  d->bytes -= d->lines.items[i].len;
  forget_facts(d, i);
  free_text(d, i);
}

static gm_line_row row_of(gm_document *d, size_t i) {
  return (gm_line_row){d->lines.items[i],  &d->looks.items[i],  &d->markers.items[i],      &d->figures.items[i],
                       &d->facts.items[i], &d->blocks.items[i], &d->line_findings.items[i]};
}

#define PIECE_LINES 64u /* lines a thread reads before it takes more: few, so that all end together */

/* Learns rows at[0..count), at most PIECE_LINES, as the mode has it, which counts for lines with pinyin only. The
 * reading of row `first` is `reading`, those of the rows behind it follow. Touches nothing of the document but the
 * rows.
 */
static tally read_rows(gm_document *d, gm_reader *reader, const size_t *at, size_t count, size_t first,
                       uint64_t reading) {
  gm_line_row rows[PIECE_LINES];
  tally read = {0};
  for (size_t k = 0; k < count; k++) {
    rows[k] = row_of(d, at[k]);
    if (d->outline_first) gm_read_outline(reader, d->pinyin, rows[k]);
  }
  if (!count) return read;
  if (!d->outline_first) gm_read_lines(reader, d->rules, d->pinyin, rows, count);
  for (size_t k = 0; k < count; k++) {
    d->put_off.items[at[k]] = d->outline_first;
    d->fresh.items[at[k]] |= !d->outline_first;
    if (!d->outline_first) rows[k].facts->reading = reading + (at[k] - first);
    add(&read, tally_of(d, at[k]));
  }
  return read;
}

/* Takes into account what was read of lines from `first` on. */
static void note(gm_document *d, size_t first, tally read) {
  if (read.put_off && (!d->sum.put_off || first < d->put_off_from)) d->put_off_from = first;
  add(&d->sum, read);
}

static void learn(gm_document *d, size_t i) { note(d, i, read_rows(d, &d->readers[0], &i, 1, i, ++d->readings)); }

#define PARALLEL_BYTES (256u << 10) /* fewer are read before a thread has started */

/* A block of memory for each so many bytes of text: few blocks, of which little is left over. */
#define BLOCK_SHARE 64u
#define BLOCK_LEAST 4096u
#define BLOCK_MOST  (256u << 10)
#define LARGE_BYTES (8u << 20) /* more bytes have blocks of a large page */

static size_t block_size(size_t bytes) {
  if (bytes >= LARGE_BYTES) return GM_LARGE_PAGE;
  size_t size = bytes / BLOCK_SHARE;
  return size < BLOCK_LEAST ? 0 : size < BLOCK_MOST ? size : BLOCK_MOST;
}

static gm_team *team_for(const gm_document *d, size_t bytes) { return bytes < PARALLEL_BYTES ? NULL : d->team; }

typedef struct bulk {
  gm_document *document;
  size_t first, last;   /* rows */
  const gm_text *given; /* their text; NULL when they have it */
  bool borrow;          /* it is not copied */
  bool pinyin_only;     /* only those with pinyin */
  tally read[GM_WORKERS_MAX];
} bulk;

static void put_line(gm_document *d, size_t i, gm_text line, bool borrow) {
  if (!borrow) line.ptr = gm_copy(line.ptr, line.len);
  d->lines.items[i] = line;
  d->borrowed.items[i] = borrow;
}

static bool is_of(const bulk *lines, size_t i) {
  return !lines->pinyin_only || lines->document->looks.items[i].pinyin_sites;
}

static void read_piece(void *context, unsigned worker, size_t piece) {
  bulk *lines = context;
  gm_document *d = lines->document;
  size_t i = lines->first + piece * PIECE_LINES, end = i + PIECE_LINES < lines->last ? i + PIECE_LINES : lines->last;
  size_t at[PIECE_LINES], count = 0;
  for (; i < end; i++) {
    if (lines->given) {
      put_line(d, i, lines->given[i - lines->first], lines->borrow);
      d->fresh.items[i] = false;
    }
    if (is_of(lines, i)) at[count++] = i;
  }
  add(&lines->read[worker], read_rows(d, &d->readers[worker], at, count, lines->first, d->readings + 1));
}

/* Learns the rows, `bytes` long: what each is by itself does not depend on the order. */
static void learn_all(bulk lines, size_t bytes) {
  gm_document *d = lines.document;
  gm_team *team = team_for(d, bytes);
  unsigned workers = gm_team_workers(team);
  for (unsigned k = 0; k < workers; k++) {
    if (k && !d->readers[k].words) d->readers[k].words = gm_word_lists_new();
    gm_blocks_share(&d->readers[k].blocks, block_size(bytes));
  }
  gm_parallel(team, (lines.last - lines.first + PIECE_LINES - 1) / PIECE_LINES, read_piece, &lines);
  d->readings += lines.last - lines.first;
  for (unsigned k = 0; k < workers; k++) {
    gm_blocks_share(&d->readers[k].blocks, 0);
    note(d, lines.first, lines.read[k]);
  }
}

static gm_pinyin_mode gate(uint64_t han, uint64_t sites) {
  if (han < SHORT_TEXT_HAN) return GM_PINYIN_COMMON;
  return sites >= GATE_SITES && sites * GATE_SHARE >= han ? GM_PINYIN_SKIP : GM_PINYIN_KEEP;
}

#define SAMPLE_LINES 512u /* looked at to guess the mode: drafts of two sorts put together come near the gate */
#define SAMPLE_SHARE 32u  /* of so many lines no more than one */

/* Before lines are learned: the mode that all lines will likely have. A wrong guess costs a second reading of lines
 * with pinyin. */
static void guess_mode(gm_document *d, const gm_text *lines, size_t all) {
  size_t count = all / SAMPLE_SHARE < SAMPLE_LINES ? all / SAMPLE_SHARE : SAMPLE_LINES;
  if (!count || d->sum.han) return;
  uint64_t han = 0, sites = 0;
  gm_view view = {.alphabet = d->rules->alphabet};
  for (size_t k = 0; k < count; k++) {
    gm_view_make(&view, lines[all * k / count], d->pinyin);
    han += view.han;
    sites += view.pinyin_sites;
  }
  gm_view_free(&view);
  d->pinyin = gate(han * all / count, sites * all / count);
}

void gm_document_set_team(gm_document *d, gm_team *team) { d->team = team; }

void gm_document_outline_first(gm_document *d, bool on) { d->outline_first = on; }

bool gm_document_study(gm_document *d, size_t bytes) {
  for (size_t done = 0; d->sum.put_off && done <= bytes; d->put_off_from++) {
    size_t i = d->put_off_from;
    if (!d->put_off.items[i]) continue;
    gm_read_later(&d->readers[0], d->rules, d->pinyin, row_of(d, i));
    d->fresh.items[i] = true;
    d->facts.items[i].reading = ++d->readings;
    d->put_off.items[i] = false;
    d->sum.put_off--;
    done += d->lines.items[i].len;
  }
  return d->sum.put_off > 0;
}

/* Opens or closes a gap so that `last - first` rows become `count`, in each of the parallel arrays. The rows put in are
 * written when their lines are read, by the thread that reads them. */
static void *splice_rows(void *items, size_t *rows, size_t *capacity, size_t size, size_t first, size_t last,
                         size_t count) {
  size_t total = *rows - (last - first) + count;
  if (!*rows && total > *capacity) {
    free(items);
    items = gm_alloc(total * size);
    *capacity = total;
  } else if (total > *capacity)
    items = gm_array_grow(items, capacity, total, size);
  if (*rows > last && last - first != count)
    memmove((char *)items + (first + count) * size, (char *)items + last * size, (*rows - last) * size);
  *rows = total;
  return items;
}

/* The k-th line taken out lives on as the k-th line put in. */
static void splice_origins(gm_document *d, size_t first, size_t last, size_t count) {
  size_t edited = last - first < count ? last - first : count;
  size_t rows = d->origins.count, to = d->origins.count - (last - first) + count;
  gm_reserve(&d->origins, to);
  uint32_t *origins = d->origins.items;
  if (rows > last && last - first != count)
    memmove(origins + first + count, origins + last, (rows - last) * sizeof *origins);
  for (size_t i = first + edited; i < first + count; i++) origins[i] = GM_NO_ORIGIN;
  d->origins.count = to;
}

#define SPLICE(array) \
  (d->array.items =   \
       splice_rows(d->array.items, &d->array.count, &d->array.capacity, sizeof *d->array.items, first, last, count))

static bool same_text(gm_text a, gm_text b) { return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len)); }

bool gm_document_splice(gm_document *d, size_t first, size_t last, const gm_text *lines, size_t count, bool borrow) {
  if (first > last || last > d->lines.count || d->lines.count - (last - first) > GM_DOCUMENT_LINES_MAX - count ||
      count > GM_DOCUMENT_LINES_MAX)
    return false;
  for (size_t i = 0; i < count; i++)
    if (lines[i].len > GM_LINE_BYTES_MAX) return false;
  /* Lines given again as they were keep what was learned of them. */
  while (first < last && count && same_text(d->lines.items[first], *lines)) first++, lines++, count--;
  while (first < last && count && same_text(d->lines.items[last - 1], lines[count - 1])) last--, count--;
  if (last - first == count) {
    for (size_t i = 0; i < count; i++)
      if (!same_text(d->lines.items[first + i], lines[i])) {
        forget_line(d, first + i);
        put_line(d, first + i, lines[i], borrow);
        d->bytes += lines[i].len;
        learn(d, first + i);
        d->stale = true;
      }
    return true;
  }
  for (size_t i = first; i < last; i++) forget_line(d, i);
  SPLICE(lines);
  SPLICE(borrowed);
  SPLICE(looks);
  SPLICE(classes);
  SPLICE(markers);
  SPLICE(figures);
  SPLICE(facts);
  SPLICE(blocks);
  SPLICE(line_findings);
  SPLICE(fresh);
  SPLICE(put_off);
  if (d->put_off_from > first) d->put_off_from = first;
  splice_origins(d, first, last, count);
  size_t bytes = 0;
  for (size_t i = 0; i < count; i++) bytes += lines[i].len;
  d->bytes += bytes;
  guess_mode(d, lines, count);
  learn_all((bulk){.document = d, .first = first, .last = first + count, .given = lines, .borrow = borrow}, bytes);
  d->stale = true;
  return true;
}

/* When the mode was not what it was thought to be, the lines for which it counts are learned anew. */
static void apply_gate(gm_document *d) {
  gm_pinyin_mode mode = gate(d->sum.han, d->sum.sites);
  if (mode == d->pinyin) return;
  d->pinyin = mode;
  size_t bytes = 0;
  for (size_t i = 0; i < d->lines.count; i++)
    if (d->looks.items[i].pinyin_sites) {
      forget_facts(d, i);
      bytes += d->lines.items[i].len;
    }
  learn_all((bulk){.document = d, .last = d->lines.count, .pinyin_only = true}, bytes);
}

/* Moves the findings that were waved through to `dismissed`. */
static void dismiss(gm_document *d) {
  gm_findings_clear(&d->dismissed);
  size_t count = d->findings.list.count, kept = 0;
  if (!gm_waved_match(&d->waved, &d->findings)) return;
  uint32_t *key_of = gm_alloc(count * sizeof *key_of);
  memset(key_of, 0xFF, count * sizeof *key_of);
  for (uint32_t k = 0; k < d->waved.count; k++)
    if (d->waved.items[k].finding != GM_WAVES_NOTHING) key_of[d->waved.items[k].finding] = k;
  for (size_t i = 0; i < count; i++) {
    if (key_of[i] == UINT32_MAX) {
      d->findings.list.items[kept++] = d->findings.list.items[i];
      continue;
    }
    d->waved.items[key_of[i]].finding = (uint32_t)d->dismissed.list.count;
    gm_findings_append_one(&d->dismissed, &d->findings, i);
  }
  d->findings.list.count = kept;
  free(key_of);
}

static void join_findings(gm_document *d) {
  gm_findings_clear(&d->draft_scratch);
  d->memory.team = team_for(d, d->bytes);
  gm_join_draft(d->rules, &d->draft, &d->outline, d->figures.items, d->facts.items, &d->memory, &d->draft_scratch);
  gm_findings_clear(&d->findings);
  gm_gather(&d->draft, &d->outline, d->memory.kinds.items, d->line_findings.items, &d->draft_scratch, &d->findings);
  dismiss(d);
}

static void join_lines(gm_document *d) {
  apply_gate(d);
  gm_kinds_join(d->looks.items, d->lines.count, d->classes.items, team_for(d, d->bytes));
  d->draft = (gm_draft){d->lines.count, d->lines.items, d->looks.items, d->classes.items, d->markers.items};
}

void gm_document_join_outline(gm_document *d) {
  join_lines(d);
  gm_outline_join(&d->outline, &d->draft);
}

void gm_document_join(gm_document *d) {
  if (!d->stale) return;
  apply_gate(d); /* before what was put off is learned, since it may put off more */
  gm_document_study(d, SIZE_MAX);
  join_lines(d);
  join_findings(d);
  d->stale = false;
}

void gm_document_join_once(gm_document *d) {
  gm_quiet_free(d->memory.quiet);
  d->memory.quiet = NULL;
  gm_document_join(d);
}

void gm_document_set_dismissals(gm_document *d, const uint64_t *fingerprints, size_t count) {
  gm_waved_set(&d->waved, fingerprints, count);
  gm_reserve(&d->waved_at, count);
  d->waved_at.count = count;
  for (size_t k = 0; k < count; k++) d->waved_at.items[d->waved.items[k].index] = (uint32_t)k;
  d->stale = true;
}

void gm_document_keep_rules(gm_document *d, const gm_rule_set *rules) { d->rules = rules; }

void gm_document_set_rules(gm_document *d, const gm_rule_set *rules) {
  d->rules = rules;
  for (size_t i = 0; i < d->lines.count; i++) forget_facts(d, i);
  learn_all((bulk){.document = d, .last = d->lines.count}, d->bytes);
  d->stale = true;
}

void gm_document_free(gm_document *d) {
  if (!d) return;
  for (size_t i = 0; i < d->lines.count; i++) {
    free_facts(d, i);
    free_text(d, i);
  }
  gm_array_free(&d->lines);
  gm_array_free(&d->borrowed);
  gm_array_free(&d->looks);
  gm_array_free(&d->classes);
  gm_array_free(&d->markers);
  gm_array_free(&d->figures);
  gm_array_free(&d->facts);
  gm_array_free(&d->blocks);
  gm_array_free(&d->line_findings);
  gm_array_free(&d->origins);
  gm_array_free(&d->fresh);
  gm_array_free(&d->put_off);
  gm_outline_free(&d->outline);
  gm_findings_free(&d->findings);
  gm_findings_free(&d->dismissed);
  gm_array_free(&d->waved);
  gm_array_free(&d->waved_at);
  gm_findings_free(&d->draft_scratch);
  gm_memory_free(&d->memory);
  for (unsigned k = 0; k < GM_WORKERS_MAX; k++) gm_reader_free(&d->readers[k]);
  free(d);
}

const gm_draft *gm_document_draft(const gm_document *d) { return &d->draft; }
const gm_outline *gm_document_outline(const gm_document *d) { return &d->outline; }
const gm_figures *gm_document_figures(const gm_document *d) { return d->figures.items; }
const gm_line_facts *gm_document_facts(const gm_document *d) { return d->facts.items; }
const gm_findings *gm_document_findings(const gm_document *d) { return &d->findings; }
const gm_findings *gm_document_dismissed(const gm_document *d) { return &d->dismissed; }

uint32_t gm_document_waved(const gm_document *d, size_t i) {
  return i < d->waved_at.count ? d->waved.items[d->waved_at.items[i]].finding : GM_WAVES_NOTHING;
}

gm_pinyin_mode gm_document_pinyin(const gm_document *d) { return d->pinyin; }
size_t gm_document_line_count(const gm_document *d) { return d->lines.count; }
size_t gm_document_bytes(const gm_document *d) { return d->bytes; }
uint64_t gm_document_words(const gm_document *d) { return d->sum.words; }

const uint32_t *gm_document_origins(const gm_document *d) { return d->origins.items; }
const bool *gm_document_fresh(const gm_document *d) { return d->fresh.items; }

void gm_document_mark(gm_document *d) {
  for (size_t i = 0; i < d->origins.count; i++) d->origins.items[i] = (uint32_t)i;
  if (d->fresh.count) memset(d->fresh.items, 0, d->fresh.count * sizeof *d->fresh.items);
}
