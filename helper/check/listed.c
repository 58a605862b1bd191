#include "check/listed.h"

#include "check/link.h"
#include "text/utf8.h"

#define LIST_CHARS   96u /* before the first value of a list, its names among them */
#define TERMS_MAX    12u
#define TOLD_CHARS   32u /* before a figure that may name it */
#define NAME_LEAST   2u
#define NAME_MAX     8u /* of the first and the last name, whose outer ends nothing marks */
#define VERB_CHARS   8u /* between 分别 and the first value */
#define BEHIND_CHARS 8u
#define JOINT_BYTES  9u /* of what parts two values: ，以及 */

#define DUN  0x3001u /* 、 */
#define AND  0x548Cu /* 和 */
#define WITH 0x4E0Eu /* 与 */
#define JI   0x53CAu /* 及 */
#define DE   0x7684u /* 的 */

/* The names of a list: characters [start, end) of a text. Of the first only the end is sure, of the last the start. */
typedef struct names {
  uint32_t text[LIST_CHARS];
  unsigned count;
  struct {
    size_t start, end;
  } of[TERMS_MAX];
} names;

static bool joins(uint32_t c) { return c == AND || c == WITH || c == JI; }

#define HAN_BYTES 3u

/* Does nothing but 、，和及与以及 stand in these bytes? */
static bool only_joints(gm_text line, uint32_t from, uint32_t to) {
  static const char joints[] = "、，和及与與以约";
  if (from >= to || to - from > JOINT_BYTES || (to - from) % HAN_BYTES) return false;
  for (; from < to; from += HAN_BYTES) {
    size_t k = 0;
    while (k + 1 < sizeof joints && memcmp(line.ptr + from, joints + k, HAN_BYTES)) k += HAN_BYTES;
    if (k + 1 >= sizeof joints) return false;
  }
  return true;
}

static bool neighbours(gm_text line, const gm_figure *a, const gm_figure *b) {
  return a->kind == b->kind && a->sentence == b->sentence && only_joints(line, a->end, b->start) &&
         (a->unit == b->unit || !gm_reads(line, a->end, "，"));
}

/* Where 分别 or 依次 stands among the last characters of the text, at its first character; `count` when it does not. */
static size_t respectively_at(const uint32_t *text, size_t count) {
  for (size_t i = count > 1 ? count - 1 : 0; i-- > 0 && count - i <= VERB_CHARS + 2;) {
    if ((text[i] == 0x5206 && text[i + 1] == 0x522B) || (text[i] == 0x4F9D && text[i + 1] == 0x6B21)) return i;
    if (gm_class_of(text[i]) & GM_PUNCT && text[i] != 0xFF1A /* ： */) return count;
  }
  return count;
}

static size_t start_of_item(const uint32_t *text, size_t end) {
  size_t at = end;
  while (at && !(gm_class_of(text[at - 1]) & GM_PUNCT)) at--;
  return at;
}

/* 甲, 乙 and letters are names of one character. */
static size_t least_of(const uint32_t *text, size_t at) {
  static const uint32_t signs[] = {0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A}; /* 甲乙丙丁戊 */
  for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
    if (text[at] == signs[k]) return 1;
  return gm_class_of(text[at]) & GM_LATIN ? 1 : NAME_LEAST;
}

/* The last list of `count` names parted by 、 before `limit`, its last joint 、 or a word. */
static bool read_names(names *out, const uint32_t *text, size_t limit, unsigned count) {
  size_t last = limit; /* the joint before the last name */
  while (last && text[last - 1] != DUN) last--;
  if (!last && count > 2) return false;
  size_t end = last; /* where the last clause of the list ends */
  while (end < limit && !(gm_class_of(text[end]) & GM_PUNCT)) end++;
  unsigned duns = 0;
  size_t starts[TERMS_MAX + 1];
  for (size_t at = last; at && text[at - 1] == DUN && duns <= TERMS_MAX;) {
    starts[duns++] = at;
    at = start_of_item(text, at - 1);
  }
  size_t joint = last; /* 和 behind the last 、 */
  if (duns + 2 == count) {
    if (!last) { /* 甲和乙分别为: of the clause that has 和 */
      end = limit;
      joint = limit;
      while (joint && !joins(text[joint - 1])) joint--;
      if (!joint) return false;
      while (end > joint && gm_class_of(text[end - 1]) & GM_PUNCT) end--;
      for (size_t i = joint; i < end; i++)
        if (gm_class_of(text[i]) & GM_PUNCT) end = i;
    } else {
      joint = end;
      while (joint > last && !joins(text[joint - 1])) joint--;
      if (joint <= last + 1) return false;
    }
  } else if (duns + 1 != count) {
    return false;
  }
  out->count = count;
  unsigned k = count;
  if (joint != last || !last) {
    out->of[--k].start = joint;
    out->of[k].end = end;
    end = joint - 1;
    if (end && text[end] == JI && text[end - 1] == 0x4EE5) end--; /* 以及 */
  }
  for (unsigned d = 0; d < duns && k; d++) {
    out->of[--k].start = starts[d];
    out->of[k].end = end;
    end = starts[d] - 1;
  }
  if (k != 1) return false;
  out->of[0].end = end;
  out->of[0].start = start_of_item(text, end);
  for (unsigned i = 0; i < count; i++)
    if (out->of[i].end < out->of[i].start + least_of(text, out->of[i].start) &&
        (i || out->of[i].end <= out->of[i].start))
      return false;
  return true;
}

/* The last end of `name` in `text`; 0 when it does not stand there. */
static size_t last_end(const uint32_t *name, size_t size, const uint32_t *text, size_t count) {
  for (size_t end = count; size && end >= size; end--) {
    size_t i = 0;
    while (i < size && text[end - size + i] == name[i]) i++;
    if (i == size) return end;
  }
  return 0;
}

/* Does part of name `k` stand in another name too? */
static bool is_common(const names *list, unsigned k, const uint32_t *part, size_t size) {
  for (unsigned i = 0; i < list->count; i++)
    if (i != k && last_end(part, size, list->text + list->of[i].start, list->of[i].end - list->of[i].start))
      return true;
  return false;
}

/* The same of name `k`: of the first the longest end of it that stands there, of the last the longest beginning. */
static size_t told_at(const names *list, unsigned k, const uint32_t *text, size_t count) {
  size_t start = list->of[k].start, end = list->of[k].end;
  if (k && k + 1 < list->count) return last_end(list->text + start, end - start, text, count);
  size_t size = end - start < NAME_MAX ? end - start : NAME_MAX;
  size_t least = least_of(list->text, k ? start : end - 1);
  for (; size >= least; size--) {
    const uint32_t *part = list->text + (k ? start : end - size);
    size_t at = last_end(part, size, text, count);
    if (at) return size < end - start && is_common(list, k, part, size) ? 0 : at;
  }
  return 0;
}

/* How many characters stand between two bytes of a line, at most `most`. */
static size_t characters_between(gm_text line, uint32_t from, uint32_t to, size_t most) {
  size_t n = 0;
  for (const char *p = line.ptr + from; p < line.ptr + to && n < most; n++) {
    uint32_t c;
    p += gm_utf8_decode(p, line.ptr + to, &c);
  }
  return n;
}

bool gm_named_by_list(gm_text line, const gm_figures *figures, uint32_t index, gm_text other_line,
                      const gm_figure *other) {
  uint32_t first = index, behind = index;
  while (first && index - first < TERMS_MAX && neighbours(line, &figures->items[first - 1], &figures->items[first]))
    first--;
  while (behind + 1 < figures->count && behind - index < TERMS_MAX &&
         neighbours(line, &figures->items[behind], &figures->items[behind + 1]))
    behind++;
  unsigned count = behind - first + 1, of = index - first;
  if (count < 2 || count > TERMS_MAX) return false;
  names list;
  const gm_figure *f = &figures->items[first];
  uint32_t start = gm_figure_from(f);
  size_t n = gm_context_before(line, start, list.text, LIST_CHARS);
  memmove(list.text, list.text + LIST_CHARS - n, n * sizeof *list.text);
  size_t said = respectively_at(list.text, n);
  if (said == n || !read_names(&list, list.text, said, count)) return false;
  uint32_t text[TOLD_CHARS], next[BEHIND_CHARS];
  size_t m = gm_context_before(other_line, other->start, text, TOLD_CHARS), after = 0;
  const gm_figure *last = &figures->items[behind];
  if (line.ptr == other_line.ptr && other->start > last->end) { /* what stands before the list's end is its own */
    size_t most = characters_between(line, last->end, other->start, TOLD_CHARS);
    if (m > most) m = most;
  }
  memmove(text, text + TOLD_CHARS - m, m * sizeof *text);
  for (const char *p = other_line.ptr + other->end, *end = other_line.ptr + other_line.len;
       p < end && after < BEHIND_CHARS;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (gm_class_of(c) & GM_PUNCT) break;
    if (c && c != ' ') next[after++] = c;
  }
  size_t own = told_at(&list, of, text, m), own_behind = told_at(&list, of, next, after);
  for (unsigned k = 0; k < count; k++) {
    if (k == of) continue;
    if (own && told_at(&list, k, text, m) >= own) return false;
    if (!own && (told_at(&list, k, next, after) || told_at(&list, k, text, m))) return false;
  }
  return own || own_behind;
}

#define ROW_REACH 8u   /* figures to either side that are of its row */
#define ROW_AGREE 2u   /* that are the same in both */
#define ROW_LEAST 1000 /* digits of a value that two rows have in common by no chance: 41.67% */

static bool is_row_value(const gm_figure *f, const gm_figure *like) {
  return f->kind == like->kind && f->unit == like->unit && gm_is_exact(f) &&
         gm_decimal_compare((gm_decimal){f->value.digits, 0}, gm_decimal_of(ROW_LEAST)) >= 0;
}

/* Does the row of `b` have the value of `f` on its left, or on its right? */
static bool row_has(const gm_figures *row, const gm_twin *b, const gm_figure *f, bool left) {
  uint32_t from = left ? (b->index > ROW_REACH ? b->index - ROW_REACH : 0) : b->index + 1;
  uint32_t to = left ? b->index : b->index + 1 + ROW_REACH;
  for (uint32_t i = from; i < to && i < row->count; i++)
    if (is_row_value(&row->items[i], b->figure) && !gm_decimal_compare(row->items[i].value, f->value)) return true;
  return false;
}

bool gm_in_like_rows(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  if (a->line == b->line || a->figure->kind != b->figure->kind || a->figure->unit != b->figure->unit) return false;
  const gm_figures *row = &check->figures[a->line], *other = &check->figures[b->line];
  uint32_t from = a->index > ROW_REACH ? a->index - ROW_REACH : 0, to = a->index + 1 + ROW_REACH;
  unsigned same = 0;
  for (uint32_t i = from; i < to && i < row->count; i++)
    same += i != a->index && is_row_value(&row->items[i], a->figure) && row_has(other, b, &row->items[i], i < a->index);
  return same >= ROW_AGREE;
}
