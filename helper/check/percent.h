/* What a percentage is told of, by the words before it; shared by the PCT rules. */
#ifndef GM_CHECK_PERCENT_H
#define GM_CHECK_PERCENT_H

#include "check/link.h"

/* Rates that are shares of nothing, or of a year's mean population, which no one tells. */
#define GM_NO_SHARES                                                                                                                                                 \
  "功率 频率 速率 利率 税率 汇率 效率 费率 曲率 增长率 生产率 周转率 收益率 回报率 换手率 市盈率 概率 出生率 死亡率 " \
  "结婚率 离婚率 备用率 分辨率 心率 采样率 倍率 精简率 "                                                                                       \
  "压缩率 压减率 缩短率 下降率 缩减率 降低率 提升率 上升率 提速率"

/* Shares whose names end like one of those: 功率, 效率, 费率. */
#define GM_SHARES_STILL "成功率 有效率 无效率 显效率 见效率 缴费率 收费率 续费率 免费率"

/* More than a draft of one body counts. */
#define GM_WIDER "全国 全球 世界 全行业 全省 全市 全区 全县"

/* The place, the time or the kind that all of a draft's things are of: 占全院的. */
#define GM_ALL_OF \
  "全年 全县 全市 全区 全镇 全乡 全村 全校 全院 当日 当天 当年 当月 本年 本月 该类 该项 该批 该区 该县 其"

typedef enum gm_lead {
  GM_LEAD_NONE,
  GM_LEAD_SHARE,   /* 占…% */
  GM_LEAD_RATE,    /* 合格率…%, 获奖比例…% */
  GM_LEAD_BRACKET, /* 90人（57%） */
  GM_LEAD_PLAN,    /* 完成计划的95% */
  GM_LEAD_OF       /* 完成预算数60999万元的40.4%: the whole stands right before */
} gm_lead;

/* What kind of percentage mention `index` is, by the words between the figure before it and itself. *at gets the place
 * of 占, or of the rate's name, *stop the place behind 率 or 占. */
gm_lead gm_lead_of(const gm_links *links, unsigned index, size_t *at, size_t *stop);

/* Words of the base named behind 占 ([from, to): 占社员总数的) that stand around the amount too; -1 when the phrase
 * names nothing (占总数的). */
int gm_base_words(const gm_view *view, size_t from, size_t to, const gm_mention *whole);

/* The mention of the whole that the text itself names for mention `part` of the share or rate `index`, -1 when it names
 * none. In percent_whole.c, as are the next three. */
int gm_whole_of(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t at, size_t stop);

/* The whole of part `part` of the share or rate `index` where the sentence leaves no doubt of it, -1 elsewhere: what
 * does not fit it is told however far it is off. In percent_certain.c. */
int gm_certain_whole(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t at, size_t stop);

/* 解决率 and 已解决49个: the rate's name, [name, stop), shares a character with the words before its part, or two with
 * those right behind it, or is another word for them. */
bool gm_rate_names_part(const gm_links *links, size_t name, size_t stop, unsigned part);

/* Can an amount be the whole of a share? What is new is a whole of its own: 新增读者4860人，其中…. */
bool gm_can_be_whole(const gm_figure *amount);

/* The whole told in the very words of the base [from, to), -1 when there is none: 占地方财政收入66.19% and
 * 地方财政收入完成100223万元. */
int gm_whole_by_phrase(const gm_links *links, unsigned part, size_t from, size_t to);

/* Would the percentage fit if two neighbouring digits of one of the two counts changed places? */
bool gm_swap_repairs(const gm_figure *part, const gm_figure *whole, gm_interval percent);

/* Is what was computed, or what the printed amounts may mean, one unit of the percentage's last digit off, at most? */
bool gm_is_last_digit(const gm_figure *percent, gm_decimal computed, gm_interval part, gm_interval whole);

/* What a share told in percent, in tenths or as a fraction may mean, in percent: of a percentage as
 * gm_percent_interval has it. */
gm_interval gm_share_interval(const gm_figure *share, int halves);
/* The same with the play of rounding once more, but for tenths: nobody says 八成 of more than they may mean. */
gm_interval gm_share_loosely(const gm_figure *share);
/* 超过三分之二, 九成以上, 四成多 */
bool gm_has_no_top(const gm_figure *share);

/* PCT-01 of a percentage with its counts in brackets beside it: 出席率94.9%（243/256）; 占90.0%（231人中有208人到会）.
 * In percent_bracket.c. */
void gm_check_fraction(gm_line_check *check, const gm_mention *percent);
void gm_check_bracket_counts(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of a percentage that a written quotient leads to: 348÷360=96.67%. In percent_formula.c. */
void gm_check_formula(gm_line_check *check, const gm_mention *percent);

/* PCT-01 of mention `index` when it is the rate of what is told before it as it and as not it:
 * 合格486批次，不合格14批次， 合格率为97.2%. In percent_opposite.c. */
void gm_check_opposite(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of mention `index` when it is the rate of places taken: 床位3480张，入住2262名，入住率65%. In
 * percent_capacity.c. */
void gm_check_capacity(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of mention `index` when it is told of the first of two that leave nothing out: 男生1280人，占52%，女生1281人.
 * In percent_of_two.c. */
void gm_check_share_of_two(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of mention `index` when it is the urbanization rate: 常住人口51.24万人，其中城镇29.37万人，城镇化率为57.32%.
 * In percent_urban.c. */
void gm_check_urban_rate(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of mention `index` when it is a ratio that has a definition: 资产负债率, 营业收入利润率. In percent_defined.c.
 */
void gm_check_defined_ratio(gm_line_check *check, const gm_links *links, unsigned index);

/* Does the sum of neighbouring comparable amounts, from any of them on, serve as the whole of `part`? In
 * percent_share.c. */
bool gm_share_of_sum_fits(const gm_links *links, const gm_figure *part, gm_interval percent);

/* PCT-01 of the share `index` (占 at `at`, its base from `stop` on) whose part is told in a sentence before. In
 * percent_subject.c. */
void gm_check_subject_share(gm_line_check *check, const gm_links *links, unsigned index, size_t at, size_t stop);

/* PCT-01 of the share `index` of one of the amounts that divide a total before it, by the name of that part:
 * 车辆240台。客车96台、货车84台、…，货车占35.0%. In percent_division.c. */
void gm_check_share_of_division(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of the rate `index` of an amount right before it, whose sentence opens with the name of its whole:
 * 违法图斑47个。违法图斑已整改44个，整改率为93.6%. In percent_subject.c. */
void gm_check_rate_of_named(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of the rate `index`, whose name ends at `stop`, with its two counts behind it. In percent_ahead.c. */
void gm_check_rate_ahead(gm_line_check *check, const gm_links *links, unsigned index, size_t stop);

/* The same of a rate between its part, right before it, and its whole. */
void gm_check_rate_between(gm_line_check *check, const gm_links *links, unsigned index, unsigned part);

/* PCT-01 of the rate `index`, which a duration stands right before: days of a year. In percent_days.c. */
void gm_check_days_of_year(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of mention `index`, which nothing explains: a slip of digits in it that two amounts before it do. In
 * percent_slip.c. */
void gm_check_slip(gm_line_check *check, const gm_links *links, unsigned index);

/* In percent_slip.c: does the text lead from the whole to the part and from it to the share? Does some pair of the
 * paragraph explain the share as it is? */
bool gm_share_is_led(const gm_links *links, unsigned index, unsigned part, unsigned whole);
bool gm_share_is_explained(const gm_links *links, unsigned index);
/* percent_otherwise.c. Any of these accepts a share that the nearest whole does not give. */
/* 持股116540万股，占总股本的58.27%，其中第一大股东持有36400万股，占18.20%: does an earlier amount with its share give a
 * whole that explains this one? */
bool gm_earlier_share_fits(const gm_links *links, unsigned index, const gm_mention *part, gm_interval percent);
/* 居前5位的依次为118例、97例、92例，占总数的71.5%: is it the share of the amounts in a row that end with the part? */
bool gm_share_of_row_fits(const gm_links *links, unsigned part, gm_interval percent);
/* 仓容46.8万吨，完好率96.6%，其中低温仓18.3万吨，占完好仓容的40.5%: an amount with a rate right behind it, which the
 * share is of what the rate leaves of it. */
bool gm_rated_whole_fits(const gm_links *links, unsigned part, gm_interval percent);
/* 办结1862件，办结率93.1%，其中当场办结640件，当场办结率32.0%: an amount with its rate right behind it, so that both
 * are rates of one larger number that no figure tells. */
bool gm_base_of_rate_fits(const gm_links *links, unsigned part, gm_interval percent);
/* 签约12.6万人，签约率42.0%，其中重点人群签约7.8万人，重点人群签约率78.0%: is a rate of the same name, of something
 * larger, told right behind the whole? `stop` is behind the name of rate `index`. */
bool gm_whole_has_like_rate(const gm_links *links, unsigned index, unsigned whole, size_t stop);
/* 有效问卷412份，满意的408家，其中很满意267家，占64.81%: a count of its sentence that has another unit. */
bool gm_other_count_fits(const gm_links *links, unsigned index, unsigned part, gm_interval percent);
/* 收回有效问卷21620份。支持的20539户，占有效问卷的95%: a base of another unit, called by its name. */
bool gm_other_base_fits(const gm_links *links, unsigned part, size_t from, size_t to, gm_interval percent);

/* Reports a count that does not give the share with the `other` one, and would if it were `should`; offers that when it
 * is the only repair. */
void gm_report_repair(gm_line_check *check, const gm_mention *share, const gm_mention *wrong, const gm_mention *other,
                      gm_decimal should, bool only);

/* PCT-01 of mention `index`, which nothing explains, when another digit in it or in one of the two counts right before
 * it mends it. In percent_mended.c. */
void gm_check_mended_share(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of the parts and shares in a row behind mention `index`, their whole. In percent_opened.c. */
void gm_check_opened_row(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of the shares of amounts that come to the whole told before them, or of which another share tells the whole:
 * 收入42.6亿元。税收31.95亿元，占四分之三；非税10.65亿元，占三分之一. In percent_divided.c. */
void gm_check_shares_of_divided(gm_line_check *check, const gm_links *links);

/* PCT-01 of mention `index`, how much of a plan told right before it is done: 任务5万亩，到10月干完4.8万亩，完成92%. In
 * percent_completed.c. */
void gm_check_completed(gm_line_check *check, const gm_links *links, unsigned index);

/* The part right before the share `index` (占 at `at`): 31.95亿元，占; 150辆是新车，占. NULL when the share names
 * another, or when several are told of together. In percent_divided.c. */
const gm_mention *gm_part_beside(const gm_links *links, unsigned index, size_t at);

/* PCT-01 of the share `index` of a whole that its base calls as the text does right before a number:
 * 归集12.96亿元。提取 8.1亿元，占归集额的七成多. In percent_based.c. */
void gm_check_based_share(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of the share `index` that is right of what there was and not of what there is. In percent_past_base.c. */
void gm_check_share_of_past(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of the rate `index` of what was saved of a sum, or whose whole is told behind its part: 目标人群4.5万人. In
 * percent_saved.c. */
void gm_check_saved(gm_line_check *check, const gm_links *links, unsigned index);

/* PCT-01 of shares told again in round words, and of such words behind a part and its whole: 占44.9%，超过一半. In
 * percent_restated.c. */
void gm_check_restated_shares(gm_line_check *check, const gm_links *links);

/* PCT-05 of as many shares in a row as kinds are told. In percent_kinds.c. */
void gm_check_shares_of_kinds(gm_line_check *check, const gm_links *links);

/* 年检7.9万辆，年检率91.9%，新能源车年检率98%: is the share of the part in the whole told already, between the part and
 * `share`, rightly or with a finding? Then `share` is of something else. In percent_share.c. */
bool gm_share_told_before(const gm_line_check *check, const gm_mention *share, const gm_mention *part,
                          const gm_mention *whole);

/* Is share `index`, by the words of its clause up to `to`, of another time or a wider place than the amounts before it
 * in its sentence: 办结率92.7%，上年同期办结率85.6%; 全市平均占…; 补植后成活率? Then nothing is computed of these. */
bool gm_told_elsewhere(const gm_links *links, unsigned index, size_t to);

/* In percent_another.c, as are the next four. 副教授428人，具有博士学位的教师占68.5%;
 * 女运动员129名，一级运动员占12.6%: the share (占 at `at`) has a subject of its own in its clause, which begins with
 * words that do not stand around the amount. */
bool gm_speaks_of_another(const gm_view *view, const gm_mention *part, const gm_mention *percent, size_t at);

/* 12种鱼…，青鱼产量占全湖产量的41%，鲢鱼占18%: has share `index` a subject of its own, as has one between it and the
 * part, which names the base for both? */
bool gm_goes_on_with_base(const gm_links *links, unsigned index, unsigned part);

/* 收到来信126件，办结118件，来电办结率为…: has the rate a subject of its own, of which neither count speaks? */
bool gm_has_own_subject(const gm_links *links, const gm_mention *percent, size_t stop, const gm_mention *part,
                        const gm_mention *whole);

/* 共签约25.3万人，其中重点人群9.86万人，重点人群签约率82.6%: is what the rate is a rate of (签约) said of the whole,
 * and its subject the part's? Then it is of all such, who are not told. */
bool gm_is_rate_within(const gm_links *links, const gm_mention *percent, size_t stop, const gm_mention *part,
                       const gm_mention *whole);

/* 办结406件，按时办结率为98.0%: is the rate one of what was done in a manner that no word beside its part tells? */
bool gm_is_of_manner(const gm_view *view, const gm_mention *percent, size_t stop, const gm_mention *part);

/* 28名规培学员，来自县级医院的占31%: is the share of those whose number opens the sentence, told by what they are, 占
 * at `at`? In percent_topic.c. */
bool gm_is_share_of_topic(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at);

/* How many mentions from `first` on, all of amounts or all of percentages, stand side by side in a list: `most` at
 * most. In percent_rows.c. */
unsigned gm_row_from(const gm_links *links, unsigned first, unsigned most);

/* Reports a share at its percentage: part ÷ whole = `computed`, not what the text says; offers that, relates both. */
void gm_report_share(gm_line_check *check, const gm_mention *percent, const gm_mention *part, const gm_mention *whole,
                     gm_decimal computed);

/* percent_opposite.c: reports the rate as not that of what `is_not` leaves of the whole, `computed`. */
void gm_report_rate_of_rest(gm_line_check *check, const gm_mention *rate, const gm_mention *whole,
                            const gm_mention *is_not, gm_decimal computed);

#endif
