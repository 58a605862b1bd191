/* A total and the amounts that may be its parts: whether they should come to it, and what is said when they do not. */
#ifndef GM_CHECK_SUM_H
#define GM_CHECK_SUM_H

#include <string.h>

#include "check/link.h"

#define GM_PARTS_MAX 24

/* Indices of mentions that may add up, in their order. */
typedef struct gm_parts {
  unsigned at[GM_PARTS_MAX];
  unsigned count;
  bool mixed;  /* of more than one unit: 册 and 件 */
  bool apart;  /* nothing is counted in two of them: what is done, and what is left */
  bool closed; /* told as a row that its total follows at once: 甲3个、乙4个，共7个 */
} gm_parts;

/* 新增和更换64台，其中新增29台: an amount that was added, and no difference of two. */
static inline bool gm_is_added_part(const gm_figure *figure) {
  if (!(figure->roles & GM_ROLE_ADDED)) return false; /* as most: no copy is made */
  gm_figure told = *figure;
  told.roles &= ~(uint32_t)(GM_ROLE_UP | GM_ROLE_DOWN);
  return gm_is_part(&told);
}

/* There must be room for it. */
static inline void gm_parts_prepend(gm_parts *parts, unsigned index) {
  memmove(parts->at + 1, parts->at, parts->count * sizeof *parts->at);
  parts->at[0] = index;
  parts->count++;
}

/* What the parts come to, as intervals and as printed; false when it cannot be computed. */
bool gm_sum_of(const gm_links *links, const gm_parts *parts, gm_interval *sum, gm_decimal *value);

/* Notes that the total and all its parts agree. */
void gm_agree_parts(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *parts);

/* Where the parts stand, and with it how surely they are the total's. */
typedef enum gm_parts_place {
  GM_PARTS_BEHIND,  /* behind 其中 */
  GM_PARTS_BRACKET, /* in brackets right behind the total */
  GM_PARTS_LISTED,  /* behind ：, or divided by two words that leave nothing out */
  GM_PARTS_BEFORE,
  GM_PARTS_NEXT_SENTENCE,
  GM_PARTS_LOOSE
} gm_parts_place;

/* 树葬142份、花葬88份、壁葬310份，三样加起来540份: is the last called what those before it come to? Then the parts are
 * not all there is. */
bool gm_ends_in_subtotal(const gm_links *links, const gm_parts *parts);

/* sum_nested.c. Does one of the parts hold the next, or … leave their list open, so that they come to nothing? */
bool gm_parts_nested(const gm_links *links, const gm_parts *parts);

/* Do their words say that the parts are all there is: 男 and 女, 线上 and 线下, 其余? */
bool gm_exhaustive(const gm_links *links, const gm_parts *parts);

/* sum_complete.c. 三类以外没有别的线索: does the draft say right behind the parts that there is no more of the total?
 */
bool gm_is_said_complete(const gm_links *links, unsigned total, const gm_parts *parts);

/* What is said of a part: the words before it behind the mention before, and those right behind it. */
void gm_part_words(const gm_links *links, unsigned index, size_t *from, size_t *to);

/* 30岁以下…，31至40岁…，41岁以上…: bands from below the first bound to above the last? */
bool gm_parts_are_bands(const gm_links *links, const gm_parts *parts);

/* Is the same counted in several of them: shares that exceed 100 %, parts of several kinds? */
bool gm_parts_overlap(const gm_links *links, const gm_parts *parts);

/* Do the words of all parts end alike (广场演出, 剧场演出, 下乡演出), so that they are of one division? */
bool gm_parts_parallel(const gm_links *links, const gm_parts *parts);

/* 审计项目26个，其中预算执行审计8个、政府投资审计5个、专项审计调查2个: do all of three parts or more repeat the same
 * two characters of what the total counts? */
bool gm_parts_repeat(const gm_links *links, const gm_mention *total, const gm_parts *parts);

/* Are there three, of what is done, under way and not begun: 已整改24项，正在整改9项，尚未启动5项? */
bool gm_by_status(const gm_links *links, const gm_parts *parts);

/* Do three parts bear the names of three that leave nothing out: 轻伤, 重伤, 危重; 上旬, 中旬, 下旬? */
bool gm_is_triple(const gm_links *links, const gm_parts *p);

/* 投诉3953件，其中商品类2073件，服务类1880件；举报621件: the total is itself an item, and ； ends its parts. */
bool gm_is_item(const gm_links *links, unsigned total);

/* Would the parts come to the total, of three printed digits at least, if one of them or the total had two
 * neighbouring digits the other way round? All are exact. */
bool gm_is_swapped_sum(const gm_links *links, unsigned total, const gm_parts *parts);

/* sum_swapped.c: the same of figures of any kind and length, `sum` being what the parts come to as printed. */
bool gm_swap_makes_sum(const gm_links *links, const gm_parts *parts, const gm_figure *total, gm_decimal sum);

/* Has the total the digits of the sum of the parts in another order (1263, 2316), three of them at least, all exact? */
bool gm_is_reordered(const gm_links *links, const gm_figure *total, const gm_parts *parts, gm_decimal sum);

/* Reports mention `total` when `parts` should come to it and do not. True when they are its parts, whether they agree
 * or not; then no other reading is tried. May drop parts of another total from `parts`. */
bool gm_try_sum(gm_line_check *check, const gm_links *links, unsigned total, gm_parts *parts, gm_parts_place where);

/* The same of parts whose sentence says that they are all there is: how far off they are says nothing then, as long as
 * one digit, or two turned round, explain it. */
bool gm_try_certain_sum(gm_line_check *check, const gm_links *links, unsigned total, const gm_parts *parts);

/* Are they of one length, and differ in one digit? */
bool gm_one_digit_apart(gm_decimal a, gm_decimal b);

/* Reports the part that has 亿 for 万 or the like, if the parts come to the total without that. True when there is one.
 */
bool gm_report_shifted(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *parts);

/* Counts things or people. */
static inline bool gm_is_countable(const gm_figure *figure) {
  uint8_t unit_class = gm_units[figure->unit].unit_class;
  return unit_class == GM_CLASS_COUNT || unit_class == GM_CLASS_PERSON;
}

/* Land, goods and money, which are not counted twice as people and what they do are. */
static inline bool gm_is_measured(const gm_figure *figure) {
  uint8_t unit_class = gm_units[figure->unit].unit_class;
  return unit_class == GM_CLASS_MEASURE || unit_class == GM_CLASS_MONEY;
}

/* Words of a part that is what the others leave. */
#define GM_REST "其余 其他 其它 剩余 余下 自筹"

/* sum_sibling.c. 240个床位、1300个座位: does 、 or 和 part mention `first` from mention `part`, and no weightier
 * mark, so that both are members of one list? */
bool gm_opens_list(const gm_links *links, unsigned first, unsigned part);
/* 对东片投入6.8亿元，对西片投入4.2亿元，对其他乡镇投入1.9亿元: are mention `first` and those behind it told in one
 * form, and the first of no more than the others? */
bool gm_is_told_alike(const gm_links *links, unsigned first, const gm_parts *parts);
/* 我市对老区投入12亿元。其中，…；我市对其他乡镇投入6亿元: does the clause of `m` take up again what `whole` is told of,
 * so that it stands beside it? */
bool gm_tells_subject_again(const gm_view *view, const gm_mention *whole, const gm_mention *m);

/* arithmetic_named.c: mention `first` and those behind it as the parts of what its clause is led by, named again
 * without its number: 技术人员中，. */
void gm_check_named_parts(gm_line_check *check, const gm_links *links, unsigned first);
/* The same of two parts that leave nothing out, where no mark stands behind 中: 转派件中按期办结23050件，逾期470件. */
void gm_check_named_within(gm_line_check *check, const gm_links *links, unsigned first);

/* arithmetic_division.c: mention `first` and those behind it as what 按功能分， divides a total told before into. */
void gm_check_division(gm_line_check *check, const gm_links *links, unsigned first);
/* arithmetic_rows.c: the same of rows parted by ；, one of whose columns comes to its total and another does not. */
void gm_check_rows(gm_line_check *check, const gm_links *links, unsigned first);
/* The same of the one column of such rows, from mention `first` on, that repeats the words of mention `total`. True
 * when it was judged. */
bool gm_check_rows_of(gm_line_check *check, const gm_links *links, unsigned total, unsigned first);

/* arithmetic_sum_mixed.c: mention `total` as what counts of several units before it come to:
 * 乡镇37个、学校29所，共66处. True when such a row stands there, whether it is judged or not: then no part of the row
 * is a sum by itself. */
bool gm_check_mixed_sum(gm_line_check *check, const gm_links *links, unsigned total);

/* arithmetic_sum_before.c: mention `total` as what the amounts before it come to. */
void gm_check_sum_before(gm_line_check *check, const gm_links *links, unsigned total);
/* sum_verdict.c. Has the total the digits of the sum, two at least, at another power of ten: 12.6亿元 of 1.26亿元? */
bool gm_has_lost_scale(gm_decimal sum, gm_decimal total);

/* arithmetic_sum_done.c: mention `total` as what a row right before it comes to, some of which was added. */
void gm_check_done_sum(gm_line_check *check, const gm_links *links, unsigned total);
/* arithmetic_sum_closing.c: mention `total` as what a row of named parts right before it comes to, when its own words
 * say so: 加起来, 总预算, 共设网点 behind parts that are all 网点. */
void gm_check_closing_sum(gm_line_check *check, const gm_links *links, unsigned total);
/* arithmetic_sum_counted.c: mention `total` as what so many amounts before it come to, as its clause says: 两者合计. Of
 * others that stand between only a swap of digits is told. */
void gm_check_counted_sum(gm_line_check *check, const gm_links *links, unsigned total);
/* The same where so many are summed up themselves, and what is summed may stand before the number:
 * 计6000元；…，计8000元。两项合计奖金14000元. */
void gm_check_subtotals(gm_line_check *check, const gm_links *links, unsigned total);
/* The same: mention `total` as what is due by what was left over and what came right before it. */
void gm_check_due_sum(gm_line_check *check, const gm_links *links, unsigned total);
/* arithmetic_sum_sentences.c: mention `index` as the end of a list whose total stands some sentences before, or as the
 * total of quarters or of a list told in detail. */
void gm_check_sum_sentences(gm_line_check *check, const gm_links *links, unsigned index);
/* arithmetic_games.c: 9场比赛6胜2平1负, of a line with a quantity whose unit is in no row; 9金6银7铜，共22枚奖牌. */
void gm_check_games(gm_line_check *check);
void gm_check_medals(gm_line_check *check, const gm_links *links);
/* The same file: AR-03 of goals, 进14球、失9球，净胜5球. */
void gm_check_goals(gm_line_check *check, const gm_links *links);
/* AR-03 of medals, and of those of the last time: 奖牌总数64枚，…。上届16金14银22铜。…，奖牌总数增加12枚. */
void gm_check_medals_gained(gm_line_check *check, const gm_links *links);

/* arithmetic_sum_years.c: mention `total` as what so many years, told one after the other, come to. */
void gm_check_years_sum(gm_line_check *check, const gm_links *links, unsigned total);
/* arithmetic_sum_days.c: days and those of them behind 其中. */
void gm_check_days_sum(gm_line_check *check, const gm_links *links);
/* sum.c. Does the total come of some of the parts less the others:
 * 原有8.6万册，剔除0.9万册，新添1.35万册，现有9.05万册; 原有12万只，发出4.5万只、3万只，收到2万只，现有6.5万只? Part
 * `kept` is none of the others. False of too few or too many parts. */
bool gm_some_fall_away(const gm_links *links, const gm_mention *total, const gm_parts *parts, unsigned kept);
/* arithmetic_sum_times.c: of the times of a programme. */
void gm_check_times_sum(gm_line_check *check, const gm_links *links);
/* arithmetic_sum_announced.c: lists behind ：, led by what says that they are all there is: 构成如下, 来源分五块. */
void gm_check_announced_sums(gm_line_check *check, const gm_links *links);
/* arithmetic_rows.c: rows of two measures behind the totals of both: 42个班、1836名学生：一年级8个班344人，…. */
void gm_check_paired_rows(gm_line_check *check, const gm_links *links);
/* arithmetic_rows_closing.c: the totals in the clause of mention `index`, the first of them, as what the rows of two
 * measures or more before it come to: 一组12户、46人，二组15户、58人，两组共27户、104人. */
void gm_check_rows_closing(gm_line_check *check, const gm_links *links, unsigned index);
/* The same file: mentions `index` and the next as the totals of both before the rows: 16个乡镇、18400人分两批体检，…. */
void gm_check_rows_opening(gm_line_check *check, const gm_links *links, unsigned index);
/* arithmetic_named_sources.c: 自筹部分来自三个渠道，…: amounts that come to one named before. */
void gm_check_named_sources(gm_line_check *check, const gm_links *links);

/* arithmetic_part_free.c: AR-02 of mention `index`, a part by other words than 其中. */
void gm_check_part_free(gm_line_check *check, const gm_links *links, unsigned index);

#endif
