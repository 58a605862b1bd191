#include "normalize/lines.h"

#include <stdlib.h>

#include "text/utf8.h"

typedef struct plan {
  const gm_draft *draft;
  size_t first, last;
  uint8_t *fates;
} plan;

static uint8_t row_of(const char *id) { return (uint8_t)(1 + gm_pass_find((gm_text){id, strlen(id)})); }

static bool selected(uint64_t passes, const char *id) { return passes >> (row_of(id) - 1) & 1; }

#define CHROME_ROUNDS 8 /* each may show more chrome; no page needs more than two */

/* NRM-03. What is left may show another line to be chrome, so the kinds are joined again until nothing more goes. */
static void plan_chrome(plan *p) {
  size_t count = p->draft->count, kept = 0;
  gm_look *looks = gm_alloc(count * sizeof *looks);
  gm_line_class *classes = gm_alloc(count * sizeof *classes);
  size_t *lines = gm_alloc(count * sizeof *lines);
  for (size_t i = 0; i < count; i++) {
    lines[kept] = i;
    looks[kept] = p->draft->looks[i];
    classes[kept++] = p->draft->classes[i];
  }
  uint8_t rule = row_of("NRM-03");
  bool changed = true;
  for (int round = 0; changed && round < CHROME_ROUNDS; round++) {
    size_t next = 0, text = 0;
    for (size_t i = 0; i < kept; i++) text += classes[i].keep && looks[i].chars;
    if (!text) break; /* never the only text there is */
    changed = false;
    for (size_t i = 0; i < kept; i++) {
      bool inside = lines[i] >= p->first && lines[i] < p->last;
      if (inside && !classes[i].keep) {
        p->fates[lines[i] - p->first] = rule;
        changed = true;
        continue;
      }
      lines[next] = lines[i];
      looks[next++] = looks[i];
    }
    kept = next;
    gm_kinds_join(looks, kept, classes, NULL);
  }
  free(looks);
  free(classes);
  free(lines);
}

/* NRM-34: of a run of blank lines the first stays; before a signature all do. */
static void plan_blanks(plan *p) {
  uint8_t rule = row_of("NRM-34");
  size_t previous = SIZE_MAX;
  for (size_t i = p->first; i < p->last; i++) {
    if (p->fates[i - p->first]) continue;
    bool blank = !p->draft->looks[i].chars;
    if (!blank) {
      previous = SIZE_MAX;
      continue;
    }
    if (previous == SIZE_MAX) {
      previous = i;
      size_t next = i;
      while (next < p->draft->count && !p->draft->looks[next].chars) next++;
      bool is_signature =
          next < p->draft->count && p->draft->classes[next].fields & (GM_FIELD_SIGNATURE | GM_FIELD_DATE_SIGNED);
      if (is_signature) i = next - 1;
      continue;
    }
    p->fates[i - p->first] = rule;
  }
}

/* Widths count ideographs, letters and digits: what no other pass changes. */
#define WRAP_SLACK 6u  /* characters a full line may fall short of the longest */
#define WRAP_MIN   20u /* of the narrowest column */
#define WRAP_MAX   90u /* and of the widest */

/* A line as it stands after the joins so far. */
typedef struct joined {
  size_t first, last;
  uint32_t width;
  uint32_t indent; /* blanks before it */
} joined;

/* Does the text run on behind this last character? Half-width marks count as what they would become. */
static bool ends_open(uint32_t last) {
  uint16_t cls = gm_class_of(last);
  return !(cls & (GM_STOP | GM_CLOSE)) && last != 0xFF1A && last != 0xFF1B && last != '.' && last != '"' &&
         last != '\'' && last != '-' && last != 0x2014;
}

/* May text be carried on into the line: prose without marker or indent? */
static bool carries_on(const gm_draft *draft, const joined *line) {
  const gm_look *look = &draft->looks[line->first];
  if (line->indent > 1) return false;
  if (draft->markers && draft->markers[line->first].count && draft->markers[line->first].items[0].byte <= look->indent)
    return false;
  return !strchr("#-*+>|=`<[", draft->lines[line->first].ptr[look->indent]);
}

static joined measure(const gm_draft *draft, size_t line, gm_pinyin_mode pinyin, gm_view *view) {
  joined j = {line, line, 0, 0};
  gm_view_make(view, draft->lines[line], pinyin);
  while (view->cls[j.indent] & GM_SPACE) j.indent++;
  for (size_t i = 0; i < view->count; i++) j.width += (view->cls[i] & (GM_HAN | GM_DIGIT | GM_LATIN)) != 0;
  return j;
}

/* Joins once what was cut among the lines of a block: those as wide as the widest, or nearly. */
static bool join_block(const gm_draft *draft, joined *lines, size_t *count) {
  uint32_t widest = 0;
  for (size_t i = 0; i < *count; i++)
    if (lines[i].width > widest) widest = lines[i].width;
  if (widest < WRAP_MIN || widest > WRAP_MAX) return false;
  size_t out = 0;
  bool changed = false, full = lines[0].width + WRAP_SLACK >= widest;
  for (size_t i = 1; i < *count; i++) {
    joined next = lines[i];
    bool next_full = next.width + WRAP_SLACK >= widest;
    if (full && ends_open(draft->looks[lines[out].last].last) && carries_on(draft, &next)) {
      lines[out].last = next.last;
      lines[out].width += next.width;
      changed = true;
    } else {
      lines[++out] = next;
    }
    full = next_full;
  }
  *count = out + 1;
  return changed;
}

/* NRM-32. Joined lines count as one, until nothing more joins: so a second run finds nothing. */
static void plan_joins(plan *p, gm_pinyin_mode pinyin) {
  const gm_draft *draft = p->draft;
  GM_ARRAY(joined) block = {0};
  gm_view view = {0};
  for (size_t i = p->first; i < p->last; i += !block.count) {
    block.count = 0;
    for (; i < p->last && !p->fates[i - p->first] && draft->looks[i].chars && draft->classes[i].kind == GM_LINE_PROSE;
         i++) {
      joined line = measure(draft, i, pinyin, &view);
      *gm_push(&block) = line;
    }
    if (!block.count) continue;
    while (join_block(draft, block.items, &block.count)) continue;
    for (size_t b = 0; b < block.count; b++)
      for (size_t line = block.items[b].first; line < block.items[b].last; line++)
        p->fates[line - p->first] = GM_FATE_JOIN;
  }
  gm_array_free(&block);
  gm_view_free(&view);
}

void gm_lines_plan(const gm_draft *draft, size_t first, size_t last, uint64_t passes, gm_pinyin_mode pinyin,
                   uint8_t *fates) {
  plan p = {draft, first, last, fates};
  memset(fates, 0, last - first);
  if (selected(passes, "NRM-03")) plan_chrome(&p);
  if (selected(passes, "NRM-32")) plan_joins(&p, pinyin);
  if (selected(passes, "NRM-34")) plan_blanks(&p);
}

size_t gm_lines_tail(const gm_draft *draft, size_t first, size_t last, const uint8_t *fates) {
  if (last < draft->count) return last;
  while (last > first && fates[last - 1 - first] && fates[last - 1 - first] != GM_FATE_JOIN) last--;
  return last;
}

static gm_position end_of_line(const gm_draft *draft, size_t line) {
  return (gm_position){(uint32_t)line, (uint32_t)draft->lines[line].len};
}

void gm_lines_delete(const gm_draft *draft, size_t first, size_t from, size_t to, bool tail, uint8_t rule,
                     gm_edits *out) {
  gm_position start = {(uint32_t)from, 0}, end = {(uint32_t)to, 0};
  if (tail) {
    end = end_of_line(draft, to - 1);
    if (from > first) start = end_of_line(draft, from - 1);
  }
  if (!gm_position_compare(start, end)) return;
  gm_edits_add(out, start, end, GM_TEXT(""), gm_passes[rule - 1].id);
}

uint32_t gm_line_text_end(gm_text line) {
  const char *p = line.ptr + line.len;
  while (p > line.ptr) {
    uint32_t cp;
    size_t n = gm_utf8_decode_back(line.ptr, p, &cp);
    if (!(gm_class_of(gm_fold(cp)) & GM_SPACE)) break;
    p -= n;
  }
  return (uint32_t)(p - line.ptr);
}

static bool is_word(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

void gm_lines_join(const gm_draft *draft, size_t line, uint8_t rule, gm_edits *out) {
  gm_text text = draft->lines[line], next = draft->lines[line + 1];
  uint32_t end = gm_line_text_end(text), indent = draft->looks[line + 1].indent;
  bool words = end && indent < next.len && is_word(text.ptr[end - 1]) && is_word(next.ptr[indent]);
  gm_edits_add(out, (gm_position){(uint32_t)line, end}, (gm_position){(uint32_t)line + 1, indent},
               words ? GM_TEXT(" ") : GM_TEXT(""), gm_passes[rule - 1].id);
}
