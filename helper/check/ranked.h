/* Values listed by their names, of which one may be called the greatest or the least: 甲村18户、乙村25户、丙村31户; or
 * segments parted by ； in which a later value has its measure before it: 甲村查120户，查出6户，占5%；…. */
#ifndef GM_CHECK_RANKED_H
#define GM_CHECK_RANKED_H

#include "check/link.h"
#include "check/list.h"

#define GM_RANKED_MAX 24u /* of more, no reader finds the greatest by eye, and they are rather a table */
#define GM_NAME_CHARS 16u /* a longer name is a clause */

/* Clean characters [from, to). */
typedef struct gm_range {
  size_t from, to;
} gm_range;

typedef struct gm_ranked {
  unsigned count, told; /* `told`: the one that is called the greatest */
  size_t said;          /* the characters by which it is called that */
  bool certain;         /* the names are no more and no less than names */
  const gm_mention *value[GM_RANKED_MAX];
  gm_range name[GM_RANKED_MAX];
  gm_range measure; /* may be empty */
  bool quarters;    /* the names are those of the quarters, and stand nowhere */
  size_t from, to;
} gm_ranked;

static inline size_t gm_length(gm_range r) { return r.to - r.from; }

static inline bool gm_reads_same(const gm_view *view, gm_range a, gm_range b) {
  return gm_length(a) == gm_length(b) && gm_reads_alike(view, a.from, b.from, gm_length(a));
}

static inline bool gm_reads_begin(const gm_view *view, gm_range whole, gm_range start) {
  return gm_length(start) <= gm_length(whole) && gm_reads_alike(view, whole.from, start.from, gm_length(start));
}

static inline bool gm_reads_end(const gm_view *view, gm_range whole, gm_range end) {
  return gm_length(end) <= gm_length(whole) &&
         gm_reads_alike(view, whole.to - gm_length(end), end.from, gm_length(end));
}

/* What is left of `whole` behind `count` characters and 的. */
static inline gm_range gm_rest_behind(const gm_view *view, gm_range whole, size_t count) {
  whole.from += count;
  if (gm_length(whole) && gm_one_of(view, whole.from, "的")) whole.from++;
  return whole;
}

/* Of one kind and unit, so that one can be the greater? */
bool gm_rank_alike(const gm_figure *a, const gm_figure *b);

/* Is the one value beyond the other however either was rounded? `most`: above it, else below. */
bool gm_is_beyond(const gm_figure *a, const gm_figure *b, bool most);

/* Is 最 with `word` said of such values where it names no measure: 最多 of a count, 最高 of a rate, 最长 of a length?
 */
bool gm_rank_word_fits(uint32_t word, const gm_figure *f);

/* Can the figure name what a value right behind it is told of: 3月9件, 一季度12件, 2号楼8户? */
bool gm_may_name(const gm_figure *figure);

/* 青石镇（186.4毫米）: is the value alone in brackets? */
bool gm_is_bracketed(const gm_view *view, const gm_mention *m);

/* The words that name a value: 其中甲村 of 其中甲村18户 is 甲村. Empty when there are none or too many. */
gm_range gm_label_of(const gm_links *links, const gm_mention *m);

/* Where the segment of `at` begins: behind the last mark but ， and 、. */
size_t gm_segment_start(const gm_view *view, size_t at);
/* Is the mention at index `k` the first of its segment? */
bool gm_opens_segment(const gm_links *links, unsigned k);
/* The one mention of the segment from index `k` on that is told of `measure`, or the first itself when none is asked
 * for. NULL when there is none, or another. */
const gm_mention *gm_value_in(const gm_links *links, unsigned k, gm_range measure, size_t limit);

#define GM_ASIDES "占 同比 环比 比 较 增长 下降 增加 减少 增幅 降幅 比重 折合 合"

/* 甲村18户、占25%: does the figure say something more of the value before it? */
bool gm_is_aside(const gm_links *links, const gm_mention *m);

/* Adds to the list, which holds that of index `k`, the values side by side with it that end before `limit`, to its
 * front or behind it; the names are what stands before `rest` in their words. */
void gm_rank_beside(const gm_links *links, unsigned k, gm_range rest, size_t limit, bool front, gm_ranked *list);
/* The same of the segments parted by ； with the value told of `measure`. */
void gm_rank_segments(const gm_links *links, unsigned k, gm_range rest, gm_range measure, size_t limit, bool front,
                      gm_ranked *list);

/* Words of what is no part of a list, in the name of its value. */
#define GM_TOTALS       "全 合计 总 共 平均 均 累计 其余 其他 其它 余下 剩余 加起来 合起来 两项 三项"
#define GM_RANKED_LEAST 3u /* of two, which is meant is mostly told by other words */

/* ranked_last.c: the values side by side behind their names that stand last before clean character `before`, totals
 * left out; false when there are not three. */
bool gm_rank_last(const gm_links *links, size_t before, gm_ranked *list);

/* 甲、乙、丙三县发病率分别为1.2%、2.3%、3.1%; 四个季度分别为12件、15件、9件、18件. In ranked_row.c. */
typedef struct gm_ranked_row {
  unsigned first, count; /* mentions */
  size_t word;           /* 分别 */
  bool quarters;
  gm_list terms;
} gm_ranked_row;

/* The last row of three values and more between `low` and `limit`; false when 分别 does not part it among as many
 * terms. */
bool gm_find_ranked_row(const gm_links *links, size_t low, size_t limit, gm_ranked_row *row);
/* The characters of the term that `words` begin with, its index in *told; 0 when there is none, or may be another. The
 * last term is none: where its name ends is not told. */
size_t gm_term_of_row(const gm_view *view, const gm_ranked_row *row, gm_range words, unsigned *told);
/* In ranked_measure.c. Is the measure `m` of a superlative with `word`, of values like `f` told behind `lead`, what
 * they tell: none, that of their unit, or one said before the values (新发, 发得最多; 产量, 因放假产量最低)? `rest` is
 * what stands behind the name in the list. */
bool gm_is_ranked_measure(const gm_view *view, uint32_t word, gm_range m, gm_range lead, gm_range rest,
                          const gm_figure *f);

/* In ranked_places.c. The place that an ordinal tells: 第三季度, 二季度, 首批, 3月; 0 when none. *end gets where its
 * unit begins. */
unsigned gm_place_at(const gm_view *view, gm_range said, size_t *end);
/* Does the text [from, to) before a row tell of as many of what the `length` characters at `unit` count: 四个季度,
 * 分三期, 7月至12月? *first gets the place of the first. */
bool gm_announces_places(const gm_view *view, size_t from, size_t to, size_t unit, size_t length, unsigned count,
                         unsigned *first);

/* The row as a list. */
void gm_rank_row(const gm_links *links, const gm_ranked_row *row, gm_range measure, gm_ranked *list);

#endif
