/* Whether two figures of a draft tell of the same measure, by the words before them. For candidate pairs only: it reads
 * the text again. */
#ifndef GM_CHECK_MEASURE_H
#define GM_CHECK_MEASURE_H

#include "check/draft.h"
#include "check/twins.h"

#define GM_MEASURE_CHARS 40 /* characters before a figure that may share words */

#define GM_MEASURE_BUCKETS 64 /* by the last bits of a character */
_Static_assert(GM_MEASURE_CHARS <= 64, "places of a context are the bits of a word");

/* What is read around a figure, once for all the pairs it is in, and as far as they ask for it. */
typedef struct gm_measure {
  bool dated, made, has_periods, has_places, has_subject, has_opposed;
  unsigned year, own_year; /* told in its sentence, 0 when none; by the draft's title */
  uint32_t day;
  uint32_t holidays; /* that its line opens with, as bits: 清明假期3天，… */
  size_t count;
  uint32_t text[GM_MEASURE_CHARS];     /* the last `count` are filled */
  uint64_t places[GM_MEASURE_BUCKETS]; /* where the characters of a bucket stand that tell of a measure, as bits */
  uint64_t telling;                    /* all of them */
  uint64_t periods;                    /* for gm_same_period */
  uint32_t opposed[2]; /* for gm_of_opposed */
  gm_word_lists *words;
  size_t subject_count; /* for gm_compare_subjects */
  uint32_t subject[GM_MEASURE_CHARS];
} gm_measure;

/* Nothing is read yet. */
void gm_measure_begin(gm_measure *measure);
/* Reads its date and the words before the figure, if that is still to do. */
void gm_measure_read(const gm_draft_check *check, const gm_twin *m, gm_measure *measure);

/* Does a character tell of a measure, as those of numerals and of 占 and 率 do not? */
bool gm_tells(uint32_t c);

/* The last characters of the names of places and bodies: 镇 乡 县 市 省 区 州 村 街 道 局 院 系 部 处 科 所 站 厂 校 社
 * 馆. */
bool gm_ends_a_name(uint32_t c);

/* Do the words before both name no different places or bodies? Both are read. */
bool gm_names_agree(const gm_measure *a, const gm_measure *b);

/* 收入 and 支出, 旅客列车 and 货物列车: does the sentence before each tell another of such a pair? Both are read. */
bool gm_of_opposed(gm_measure *a, gm_measure *b);

/* What the two figures' own clauses (measure_subject.c) name besides the words they share. */
typedef enum gm_subjects {
  GM_SUBJECTS_AGREE,
  GM_SUBJECT_MISSING, /* one of them says less */
  GM_SUBJECTS_DIFFER  /* 东片区新建…, 西片区新建… */
} gm_subjects;
gm_subjects gm_compare_subjects(gm_measure *x, gm_measure *y);

/* 妇联为单亲母亲筹集救助金 and 筹集单亲母亲救助金: do both clauses say the same in another order, but for a body that
 * helps, which one of them leaves out and the other names by nothing but what it is? Both are read. */
bool gm_same_of_helper(gm_measure *x, gm_measure *y);

/* Do both clauses say the same words, `least` or more, in one order, those that any draft has left out? Both are read.
 */
bool gm_same_words(gm_measure *x, gm_measure *y, size_t least);

/* Is one told of a year or a holiday that is not the other's? What tells no year is of the one that the draft's title tells. */
bool gm_other_years(const gm_measure *x, const gm_measure *y);

/* Are both told of the same year, day and period (去年, 二季度, 期间)? */
bool gm_same_period(gm_measure *x, gm_measure *y);

/* Is the later of the two told of no other year, day or period than the earlier one, which it need not repeat, and of
 * none that is longer: 全年, 累计? Both are read. */
bool gm_period_goes_on(gm_measure *earlier, gm_measure *later);

/* Do the words before both share a run of Han characters long enough to tell the same measure, and nothing there says
 * another period, place or subject? Reads what is not read yet. */
bool gm_same_measure(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y);

/* 床位5280张 and 5820张床位, 接待游客300余万人次 and 286万人次的游客接待量: is the noun before one of them told behind
 * the other (with its verb, where one is `rough`), and nothing there says another period or place? */
bool gm_same_turned(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y,
                    bool rough);

/* 在校生由11326人增至11864人, 以在校生11846人的规模: is the noun of what one of them came to told right before the
 * other, of no other year, period or place? Of long numbers only. */
bool gm_same_risen(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y);

/* measure_numbered.c: 一期工程…总投资42万元, 二期工程…总投资75万元: are they told of two things of one kind? */
bool gm_of_two_numbered(const gm_draft_check *check, const gm_twin *a, const gm_twin *b);

/* May a figure of the title and one below it be of one measure, by the years, periods and places told? Reads both. */
bool gm_may_be_titled(const gm_draft_check *check, const gm_twin *title, gm_measure *x, const gm_twin *body,
                      gm_measure *y);

/* The same for a figure of the title, which says less: where it names no period or place, the body may. */
bool gm_same_in_title(const gm_draft_check *check, const gm_twin *title, gm_measure *x, const gm_twin *body,
                      gm_measure *y);

#endif
