/* PCT-01 across paragraphs: 占职工总数的46.4% after 全馆现有职工92名 farther up. The base behind 占 names what a figure
 * above counts; that it is the only such figure makes it the whole. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/percent.h"
#include "check/quiet.h"

#define PAIR_BYTES  60 /* between an amount and its share: ，占全体在职职工总数的 */
#define NAME_BYTES  6  /* two Han characters name a base */
#define LINES_ABOVE 40 /* a whole told farther up is no longer in anyone's mind */
#define LOOSE       3  /* half units by which a share may be off and still be a slip of rounding */

/* Bytes of the line. */
typedef struct slice {
  const char *ptr;
  size_t len;
} slice;

static bool ends_in(slice text, const char *word) {
  size_t n = strlen(word);
  return text.len >= n && !memcmp(text.ptr + text.len - n, word, n);
}

static bool begins_with(slice text, const char *word) {
  size_t n = strlen(word);
  return text.len >= n && !memcmp(text.ptr, word, n);
}

static bool holds(slice text, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= text.len; i++)
    if (!memcmp(text.ptr + i, word, n)) return true;
  return false;
}

/* What the share says it is taken of, without 总数, 全体 and their like: 全体职工总数的 names 职工. Empty when it names
 * nothing. */
static slice base_of(gm_text line, const gm_figure *part, const gm_figure *share) {
  static const char *const tails[] = {"的", "比例", "比重", "比", "总数", "总量", "总人数", "人数", "总",
                                      "数", "为",   "达",   "到", "了",   "约",   "近",     NULL};
  static const char *const ours[] = {"全", "我", "本", "该", "在职", NULL};
  slice base = {line.ptr + part->end, share->start - part->end};
  while (base.len >= 3 && !begins_with(base, "占")) base.ptr++, base.len--;
  if (base.len < 3) return (slice){NULL, 0};
  base.ptr += 3;
  base.len -= 3;
  for (const char *const *w = tails; *w;)
    if (ends_in(base, *w)) {
      base.len -= strlen(*w);
      w = tails;
    } else {
      w++;
    }
  static const char *const others[] = {"该项", "此项", "这项",
                                       "该类", "该片", NULL}; /* 占该项概算: of one among several */
  for (const char *const *w = others; *w; w++)
    if (begins_with(base, *w)) return (slice){NULL, 0};
  /* 全馆, 我院, 本校, 全体: a word for all or for us and what it is said of. */
  for (const char *const *w = ours; *w; w++)
    if (begins_with(base, *w) && base.len >= 6 + NAME_BYTES) {
      base.ptr += 6;
      base.len -= 6;
      break;
    }
  for (size_t i = 0; i < base.len; i += 3) /* a name is of Han characters */
    if ((unsigned char)base.ptr[i] < 0xE4 || (unsigned char)base.ptr[i] > 0xE9) return (slice){NULL, 0};
  return base.len >= NAME_BYTES ? base : (slice){NULL, 0};
}

/* What is done with things, and other words for it: 民商事案件结案 of 审结民商事案件4872件. */
static const char *const done[][2] = {
    {"结案", "审结"}, {"结案", "办结"}, {"审结", "结案"}, {"办结", "审结"}, {"收案", "受理"},
    {"收案", "新收"}, {"立案", "新立"}, {"录取", "录用"}, {"中标", "成交"}, {NULL, NULL},
};

#define DONE_BYTES 150 /* 审结各类案件3120件，其中刑事案件214件、民商事案件2350件 */

/* Does the end of the base stand before the amount, as it is or in another word? */
static bool is_done(gm_text line, const gm_figure *f, slice base) {
  uint32_t from = f->start > DONE_BYTES ? f->start - DONE_BYTES : 0;
  slice before = {line.ptr + from, f->start - from};
  char word[NAME_BYTES + 1] = {0};
  memcpy(word, base.ptr + base.len - NAME_BYTES, NAME_BYTES);
  if (holds(before, word)) return true;
  for (size_t i = 0; done[i][0]; i++)
    if (!strcmp(word, done[i][0]) && holds(before, done[i][1])) return true;
  return false;
}

static bool ends_with(slice noun, slice base) {
  return noun.len >= base.len && !memcmp(noun.ptr + noun.len - base.len, base.ptr, base.len);
}

static bool is_named(gm_text line, const gm_figure *f, slice base) {
  slice noun = {line.ptr + f->noun_start, f->noun_end - f->noun_start};
  return ends_with(noun, base) || (base.len > 2 * NAME_BYTES &&
                                   ends_with(noun, (slice){base.ptr, base.len - NAME_BYTES}) && is_done(line, f, base));
}

/* Behind 去年 or 上年 an amount is of another time. */
static bool of_another_time(gm_text line, const gm_figure *f) {
  size_t from = f->start > PAIR_BYTES ? f->start - PAIR_BYTES : 0;
  slice before = {line.ptr + from, f->start - from};
  return holds(before, "去年") || holds(before, "上年") || holds(before, "同期") || holds(before, "计划");
}

#define LABEL_BYTES 45 /* from ；to the amount behind it */

/* 其中初中24个，高中36个；在校学生2856人: ； ends what 其中 opened. */
static bool stands_apart(gm_text line, const gm_figure *f) {
  uint32_t least = f->start > LABEL_BYTES ? f->start - LABEL_BYTES : 0;
  for (uint32_t byte = f->start; byte > least; byte--) {
    if (gm_reads_before(line, byte, "；")) return true;
    if (gm_reads_before(line, byte, "，") || gm_reads_before(line, byte, "其中")) return false;
  }
  return false;
}

static bool fits(const gm_figure *part, const gm_figure *whole, const gm_figure *share, int halves) {
  return gm_ratio_fits(part->interval, whole->interval, gm_percent_interval(share, halves));
}

static bool is_pair(const gm_figure *part, const gm_figure *share) {
  return share->kind == GM_FIGURE_PERCENT && share->roles & GM_ROLE_SHARE && gm_is_exact(share) && gm_is_count(part) &&
         part->sentence == share->sentence && share->start - part->end <= PAIR_BYTES;
}

#define FULL_NAME_BYTES (4 * 3u)

/* 其中…、民商事案件4872件: is the amount told by nothing but the name of the base, and that a long one? */
static bool by_full_name(const gm_figure *f, slice base) {
  uint32_t name = f->noun_end - f->noun_start;
  return name >= FULL_NAME_BYTES && (name == base.len || name + NAME_BYTES == base.len);
}

#define STEM_BYTES (8 * 3u) /* between the name and the amount: 贷款余额为 */

/* 出口531.4亿元, 贷款余额36.28亿元 above, and 占出口总值, 占全部贷款: does the amount give the share, and do the first
 * two characters of the base stand shortly before it? */
static bool fits_by_stem(gm_text line, const gm_figure *f, const gm_figure *part, const gm_figure *share, slice base) {
  if (!fits(part, f, share, 1)) return false;
  uint32_t from = f->start > STEM_BYTES ? f->start - STEM_BYTES : 0;
  char stem[NAME_BYTES + 1] = {0};
  memcpy(stem, base.ptr, NAME_BYTES);
  return holds((slice){line.ptr + from, f->start - from}, stem);
}

/* The one amount above that the base names; NULL when there is none, when several differ, or when any amount of the
 * paragraph or of those with the name explains the share. */
static const gm_figure *whole_above(const gm_draft_check *check, uint32_t line, const gm_figure *part,
                                    const gm_figure *share, slice base, uint32_t *at) {
  const gm_figures *own = &check->figures[line];
  for (uint32_t i = 0; i < own->count; i++) {
    const gm_figure *f = &own->items[i];
    if (f == part || !gm_is_amount(f) || !gm_comparable(f, part)) continue;
    if (fits(part, f, share, 1)) return NULL;
    /* 采集器物1240件、书画5860件，合计7100件，占…: less than the part it is no whole */
    if (is_named(check->draft->lines[line], f, base) && gm_decimal_compare(f->interval.high, part->interval.low) >= 0)
      return NULL;
  }
  const gm_figure *whole = NULL;
  uint32_t first = line > LINES_ABOVE ? line - LINES_ABOVE : 0;
  for (uint32_t k = line; k-- > first;) {
    const gm_figures *figures = &check->figures[k];
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, part)) continue;
      if (fits_by_stem(check->draft->lines[k], f, part, share, base)) return NULL;
      if (!is_named(check->draft->lines[k], f, base)) continue;
      if (fits(part, f, share, 1)) return NULL;
      if (i + 1 < figures->count && is_pair(f, f + 1)) continue; /* 203起，占事故总数的60.1%: a part itself */
      if (!gm_is_count(f) || f->roles & GM_ROLE_COMPARED ||
          (f->roles & GM_ROLE_OF_WHICH && !stands_apart(check->draft->lines[k], f) && !by_full_name(f, base)) ||
          of_another_time(check->draft->lines[k], f))
        return NULL;
      if (whole && gm_decimal_compare(whole->value, f->value)) return NULL;
      whole = f;
      *at = k;
    }
  }
  return whole && gm_decimal_compare(part->value, whole->value) < 0 ? whole : NULL;
}

/* Several shares of the paragraph that do not fit the whole are taken of something else, whatever they say. */
static bool others_differ(const gm_figures *figures, const gm_figure *share, const gm_figure *whole) {
  for (uint32_t i = 1; i < figures->count; i++) {
    const gm_figure *other = &figures->items[i];
    if (other != share && is_pair(other - 1, other) && gm_comparable(other - 1, whole) &&
        !fits(other - 1, whole, other, 1))
      return true;
  }
  return false;
}

/* 分别为18640张和9275张，占22.9%: the share may be of both. */
static bool closes_row(gm_text line, const gm_figures *figures, const gm_figure *part) {
  if (part == figures->items || !gm_comparable(part - 1, part)) return false;
  uint32_t joint = gm_reads(line, part[-1].end, "和");
  if (!joint) joint = gm_reads(line, part[-1].end, "、");
  return joint && part[-1].end + joint == part->start;
}

static void judge(gm_draft_check *check, uint32_t line, const gm_figure *part, const gm_figure *share) {
  if (closes_row(check->draft->lines[line], &check->figures[line], part)) return;
  slice base = base_of(check->draft->lines[line], part, share);
  uint32_t at = 0;
  const gm_figure *whole = base.len ? whole_above(check, line, part, share, base, &at) : NULL;
  gm_decimal computed;
  for (uint32_t i = 0; whole && i < check->figures[line].count; i++) { /* 在职48名、离退休25名，在职的占40.3% */
    const gm_figure *other = &check->figures[line].items[i];
    if (other->sentence == share->sentence && gm_is_amount(other) && gm_comparable(other, part) &&
        fits(other, whole, share, 1))
      return;
  }
  if (!whole || gm_is_reported(check, line, part) || others_differ(&check->figures[line], share, whole) ||
      !gm_percent_of(part->value, whole->value, share->value.scale, &computed))
    return;
  if (gm_is_far(computed, share->value) && !gm_swap_repairs(part, whole, gm_percent_interval(share, 1)))
    return; /* no slip of the pen: of something else */
  bool rounding = fits(part, whole, share, LOOSE);
  if (rounding && !check->hints) return;
  gm_report_far_share(check, line, part, share, at, whole, computed);
  gm_lower(check->out, rounding ? GM_SEVERITY_HINT : GM_SEVERITY_WARNING);
}

void gm_check_named_whole(gm_draft_check *check) {
  for (uint32_t line = 1; (line = gm_next_line(check, line, GM_KIND(PERCENT))) < check->draft->count; line++) {
    if (!(check->kinds[line] & GM_LINE_SHARE) || gm_is_quiet(check, GM_QUIET_NAMED_WHOLE, line, LINES_ABOVE)) continue;
    const gm_figures *figures = &check->figures[line];
    size_t told = check->out->list.count;
    for (uint32_t i = 1; i < figures->count; i++) {
      const gm_figure *share = &figures->items[i], *part = share - 1;
      if (is_pair(part, share)) judge(check, line, part, share);
    }
    if (told == check->out->list.count) gm_note_quiet(check, GM_QUIET_NAMED_WHOLE, line, LINES_ABOVE);
  }
}
