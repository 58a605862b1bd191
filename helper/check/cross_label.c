/* XR-04: one label counted in two ways. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

/* A figure with the words of a label as its key. */
typedef struct mention {
  uint64_t key;
  uint32_t line;
  const gm_figure *figure;
} mention;

typedef GM_ARRAY(mention) mention_array;

/* Sorts by key, mentions of one key staying in their order: a byte at a time, as there are thousands. */
static void sort_mentions(mention_array *all) {
  mention *spare = gm_alloc(all->count * sizeof *spare), *from = all->items, *to = spare;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    size_t at[257] = {0};
    for (size_t i = 0; i < all->count; i++) at[(from[i].key >> shift & 255) + 1]++;
    for (size_t k = 1; k < 256; k++) at[k] += at[k - 1];
    for (size_t i = 0; i < all->count; i++) to[at[from[i].key >> shift & 255]++] = from[i];
    mention *swap = from;
    from = to;
    to = swap;
  }
  free(spare); /* eight passes: the result is where it was */
}

#define LABEL_MAX 20 /* no label counts more */

/* Words that many a label counts, each with a number of its own. */
static bool is_general(gm_text line, const gm_figure *f) {
  static const char *const general[] = {"意识", "自信", "维护", "确立", "全面", "坚持", "服从",
                                        "工程", "行动", "计划", "活动", "任务", "专项", NULL};
  for (const char *const *w = general; *w; w++)
    if (f->noun_end - f->noun_start == strlen(*w) && !memcmp(line.ptr + f->noun_start, *w, strlen(*w))) return true;
  return false;
}

/* By 个 or 大 most of all: “四个意识” beside “三个意识”教育, “五大工程” of one matter beside “十大工程” of another. */
static bool is_common(gm_text line, const gm_figure *f) {
  return f->unit_end - f->unit_start == 3 &&
         (!memcmp(line.ptr + f->unit_start, "个", 3) || !memcmp(line.ptr + f->unit_start, "大", 3)) &&
         is_general(line, f);
}

#define CLOSE_QUOTE  0x201Du
#define INSIDE_MAX   6u /* characters of a label in its quotes, behind its number: 张清单 */
#define BEHIND_MAX   4u /* characters behind the quotes that belong to it: “五个一”便民工程 */
#define BEHIND_LEAST 2u

static uint64_t mix(uint64_t key, uint64_t c) { return (key ^ c) * 0x100000001B3u; }

/* The key of “五个一”便民工程 or “五进”活动, whose noun is what stands behind the quotes: the text from the number's
 * end. 0 when the figure is no such label. */
static uint64_t key_with_behind(gm_text line, const gm_figure *f) {
  if (!gm_reads_before(line, f->start, "“")) return 0;
  uint64_t key = 0xCBF29CE484222325u;
  const char *p = line.ptr + f->number_end, *end = line.ptr + line.len;
  unsigned inside = 0, behind = 0;
  uint32_t c = 0;
  for (; p < end && inside <= INSIDE_MAX; inside++) {
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (c == CLOSE_QUOTE) break;
    if (!(gm_class_of(c) & GM_HAN)) return 0;
    key = mix(key, c);
  }
  if (c != CLOSE_QUOTE || !inside) return 0;
  for (; p < end && behind < BEHIND_MAX; behind++) {
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (!(gm_class_of(c) & GM_HAN) || c == 0x7684 || c == 0x548C || c == 0x7B49) break; /* 的和等 */
    key = mix(key, c);
  }
  return behind >= BEHIND_LEAST ? key : 0;
}

/* The key of a label in quotes, 0 when the figure is none. */
static uint64_t key_of_label(gm_text line, const gm_figure *f) {
  if (!(f->roles & GM_ROLE_QUOTE) || !f->noun_hash || f->value.scale || f->value.digits < 2 ||
      f->value.digits > LABEL_MAX || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f))
    return 0;
  if (f->noun_start < f->end || f->noun_end - f->noun_start < 6) return key_with_behind(line, f);
  return (uint64_t)f->noun_hash << 16 | f->unit;
}

/* The value most mentions of one label have, and the one that stands alone. */
static bool odd_one(const mention *all, size_t count, const mention **usual, const mention **odd) {
  unsigned values = 0, times[LABEL_MAX + 1] = {0};
  *usual = *odd = NULL;
  for (size_t i = 0; i < count; i++) values += !times[all[i].figure->value.digits]++;
  for (size_t i = 0; i < count; i++) {
    if (times[all[i].figure->value.digits] == 1)
      *odd = &all[i];
    else if (!*usual)
      *usual = &all[i];
  }
  return values == 2 && *usual && *odd;
}

static uint32_t label_end(gm_text line, const gm_figure *f) {
  if (f->noun_start >= f->end) return f->noun_end;
  const char *p = line.ptr + f->number_end, *end = line.ptr + line.len;
  for (uint32_t c = 0; p < end;) {
    size_t n = gm_utf8_decode(p, end, &c);
    if (gm_fold(c) == CLOSE_QUOTE) break;
    p += n;
  }
  return (uint32_t)(p - line.ptr);
}

#define LISTED_BYTES 180u /* looked at before a label and behind it */

/* How many marks part a list in the clause before the label. */
static unsigned marks_before(gm_text line, const gm_figure *f) {
  unsigned n = 0;
  uint32_t floor = f->start > LISTED_BYTES ? f->start - LISTED_BYTES : 0;
  for (uint32_t at = f->start; at > floor + 2; at--) {
    if (gm_reads_before(line, at, "，") || gm_reads_before(line, at, "。") || gm_reads_before(line, at, "；")) break;
    n += gm_reads_before(line, at, "、") != 0;
  }
  return n;
}

/* How many do so behind it, in what ： or 即 opens; 1 when it opens anything. */
static unsigned marks_behind(gm_text line, const gm_figure *f) {
  static const char *const opens[] = {"：", "，即", "即", "，分别", "（", "，包括", "，一", "，也就是", NULL};
  static const char *const marks[] = {"、", "；", "，", NULL};
  uint32_t at = label_end(line, f), word = 0;
  if (gm_reads(line, at, "”")) at += (uint32_t)strlen("”");
  for (const char *const *w = opens; *w && !word; w++) word = gm_reads(line, at, *w);
  if (!word) return 0;
  unsigned n = 1;
  for (uint32_t end = (at += word) + LISTED_BYTES; at < end && at < line.len && !gm_reads(line, at, "。"); at++)
    for (const char *const *m = marks; *m; m++) n += gm_reads(line, at, *m) != 0;
  return n;
}

/* 对照“四个清单”逐项销号: of one that is known from the same sentence. */
static bool points_back(gm_text line, const gm_figure *f) {
  static const char *const words[] = {"对照", "按照", "依照", "根据", "依据", "按", NULL};
  uint32_t at = f->start - gm_reads_before(line, f->start, "“");
  for (const char *const *w = words; *w; w++)
    if (gm_reads_before(line, at, *w)) return true;
  return false;
}

/* 甲、乙、丙“三个清单”, and later “四个清单” without a list of its own: the first says which they are. */
static bool defines(const gm_draft_check *check, const mention *first, const mention *second) {
  gm_text line = check->draft->lines[first->line], other = check->draft->lines[second->line];
  int64_t wanted = first->figure->value.digits;
  if (wanted == second->figure->value.digits) return false;
  if (first->line == second->line && first->figure->sentence == second->figure->sentence &&
      (marks_before(line, first->figure) + 1 != wanted || !points_back(line, second->figure)))
    return false;
  if (marks_before(line, first->figure) + 1 < wanted && marks_behind(line, first->figure) < wanted) return false;
  return !marks_before(other, second->figure) && !marks_behind(other, second->figure);
}

#define SUBJECT_BYTES 18u /* who does what the label counts */

/* Do the words [from, to) stand in the other line too, before its figure? */
static bool named_before(gm_text line, uint32_t from, uint32_t to, gm_text other, const gm_figure *f) {
  for (uint32_t at = 0; at + (to - from) <= f->start; at++)
    if (!memcmp(line.ptr + from, other.ptr + at, to - from)) return true;
  return false;
}

/* Is the label told as one known, of no other body: ，继续深化“六大行动”, and not 实施“六大行动”, 安全生产“六大行动” or
 * 村里围绕“六大行动”? Only such words stand before it in its clause, and who did it where the label was first told. */
static bool is_known(gm_text line, const gm_figure *f, gm_text other, const gm_figure *first) {
  static const char *const words[] = {
      "深化",   "推进",   "落实", "抓好", "围绕", "做好", "推动", "继续", "持续", "深入", "聚焦", "紧扣", "通过",
      "依托",   "巩固",   "按照", "抓实", "坚持", "全力", "扎实", "大力", "全面", "着力", "重点", "要",   "将",
      "年初",   "对照",   "根据", "依照", "依据", "照着", "践行", "执行", "年中", "年底", "年末", "月底", "把",
      "下一步", "进一步", "以",   "在",   "对",   "我们", "还",   "都",   "也",   "好",   "抓",   NULL};
  static const char *const stops[] = {"，", "。", "；", "：", "、", NULL};
  uint32_t quote = gm_reads_before(line, f->start, "“"), at = f->start - quote;
  for (uint32_t taken = 1; quote && taken;) {
    if (!at) return true;
    for (const char *const *w = stops; *w; w++)
      if (gm_reads_before(line, at, *w)) return true;
    taken = 0;
    for (const char *const *w = words; *w && !taken; w++) taken = gm_reads_before(line, at, *w);
    at -= taken;
  }
  for (uint32_t from = at; from && at - from < SUBJECT_BYTES; from--) /* 街道对照“六大行动” */
    for (const char *const *w = stops; *w; w++)
      if (gm_reads_before(line, from, *w)) return at > from + 3 && named_before(line, from, at, other, first);
  return false;
}

/* 护林“五项行动”, far behind the list of “四项行动”: is it of a matter that the words before it name? */
static bool is_of_another(const gm_draft_check *check, const mention *first, const mention *second) {
  gm_text line = check->draft->lines[second->line];
  return first->line != second->line && is_general(line, second->figure) &&
         !is_known(line, second->figure, check->draft->lines[first->line], first->figure);
}

/* The bytes of the period told; none for 年初, 年中, 年底, which are of one year. */
static uint32_t period_size(gm_text line, const gm_figure *f) {
  return gm_reads(line, f->period_start, "年") ? 0 : f->period_end - f->period_start;
}

static bool same_told_period(gm_text line, const gm_figure *f, gm_text other, const gm_figure *g) {
  uint32_t size = period_size(line, f);
  return size == period_size(other, g) &&
         (!size || !memcmp(line.ptr + f->period_start, other.ptr + g->period_start, size));
}

/* Of a common label the one that stands alone is no slip when it is listed, or introduced, or of another year. */
static bool slipped(const gm_draft_check *check, const mention *all, size_t count, const mention *odd) {
  gm_text line = check->draft->lines[odd->line];
  if (!is_known(line, odd->figure, check->draft->lines[all->line], all->figure) || marks_before(line, odd->figure) ||
      marks_behind(line, odd->figure))
    return false;
  size_t timeless = 0; /* told of no time, as the odd one may be too: 2025年起实施“四大工程”; …; 推进“四大工程” */
  for (size_t i = 0; i < count; i++) {
    gm_text other = check->draft->lines[all[i].line];
    bool same = same_told_period(line, odd->figure, other, all[i].figure);
    if (!same && period_size(line, odd->figure)) return false;
    timeless += same && &all[i] != odd;
  }
  return timeless + 1 >= (count < 3 ? count : 3);
}

/* Does the odd label stand side by side with another of the kind? */
static bool beside_another(const gm_draft_check *check, const mention *all, size_t count, const mention *odd) {
  gm_text line = check->draft->lines[odd->line];
  for (size_t i = 0; i < count; i++)
    if (&all[i] != odd && all[i].line == odd->line &&
        gm_side_by_side(line, all[i].figure->start, label_end(line, all[i].figure), odd->figure->start,
                        label_end(line, odd->figure)))
      return true;
  return false;
}

/* “三张清单” eight times and “四张清单” once: labels in quotes with the same unit and noun. */
void gm_check_labels(gm_draft_check *check) {
  gm_check_batches(check);
  gm_check_numbered_names(check);
  mention_array all = {0};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_QUOTED)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      uint64_t key = key_of_label(check->draft->lines[line], f);
      if (key) *gm_push(&all) = (mention){key, line, f};
    }
  }
  if (all.count > 1) sort_mentions(&all);
  for (size_t i = 0, next; all.count > 1 && i < all.count; i = next) {
    const mention *usual, *odd;
    for (next = i + 1; next < all.count && all.items[next].key == all.items[i].key;) next++;
    bool common = is_common(check->draft->lines[all.items[i].line], all.items[i].figure);
    bool defined = next - i == 2 && !common && defines(check, &all.items[i], &all.items[i + 1]) &&
                   !is_of_another(check, &all.items[i], &all.items[i + 1]);
    if (defined) {
      usual = &all.items[i];
      odd = &all.items[i + 1];
    } else if (!odd_one(all.items + i, next - i, &usual, &odd) ||
               (common && !slipped(check, all.items + i, next - i, odd)) ||
               beside_another(check, all.items + i, next - i, odd)) {
      continue;
    }
    gm_text line = check->draft->lines[usual->line], other = check->draft->lines[odd->line];
    gm_report_figure(check, odd->line, odd->figure);
    gm_say(check->out, check->language, defined ? "前文列出的是“%s”，此处为“%s”" : "他处均为“%s”，此处为“%s”",
           defined ? "what was listed before is “%s”, here “%s”" : "elsewhere it is “%s”, here “%s”",
           gm_quote_raw(line, usual->figure->start, label_end(line, usual->figure)).text,
           gm_quote_raw(other, odd->figure->start, label_end(other, odd->figure)).text);
    gm_relate_figure(check, usual->line, usual->figure, "另一处", "another place");
  }
  gm_array_free(&all);
  gm_check_short_labels(check);
  gm_check_single_labels(check);
  gm_check_word_labels(check);
}
