/* The functions of the rules, by family: a family is a file. check/table.c has the rows. */
#ifndef GM_CHECK_FAMILIES_H
#define GM_CHECK_FAMILIES_H

#include "check/list.h"
#include "check/rule.h"

struct gm_links;

/* arithmetic_sum.c */
void gm_check_sums(gm_line_check *check); /* AR-01 */

/* sum_formed.c */
void gm_check_formed_body(gm_line_check *check, size_t by); /* AR-01 at 由, and at 节 the next */
/* arithmetic_quarters.c */
void gm_check_quarters(gm_line_check *check, size_t at); /* AR-01, called by gm_check_formed_body */

/* AR-01, called by gm_check_sums. arithmetic_sum_each.c: mention `total` as what the row right before it, of what each
 * has, comes to. */
void gm_check_sum_of_each(gm_line_check *check, const struct gm_links *links, unsigned total);
/* AR-01, called by gm_check_sums. arithmetic_sum_told_row.c: mention `total` as what a row of values with one unit comes
 * to; arithmetic_sum_honoured.c: as what a row comes to that says behind the number what they did;
 * arithmetic_sum_scales.c: as what parts in other units come to. */
void gm_check_told_row_sum(gm_line_check *check, const struct gm_links *links, unsigned total);
void gm_check_honoured_sum(gm_line_check *check, const struct gm_links *links, unsigned total);
void gm_check_scaled_parts(gm_line_check *check, const struct gm_links *links, unsigned total);
/* arithmetic_sum_turned.c: totals and parts that agree but for two digits the other way round; with `left` AR-03 of
 * what was done and what is left. */
void gm_check_turned_sums(gm_line_check *check, const struct gm_links *links, bool left);
/* arithmetic_sum_turned_named.c: AR-03 of what is owned, owed and left of it, and of other such accounts. */
void gm_check_turned_accounts(gm_line_check *check, const struct gm_links *links);
/* arithmetic_weighted.c: scores by the weights told before them. */
void gm_check_weighted(gm_line_check *check, const struct gm_links *links);
/* arithmetic_kinds.c: so many kinds that an amount is counted by. */
void gm_check_sum_of_kinds(gm_line_check *check, const struct gm_links *links);

/* arithmetic_sum_items.c: 以上三项合计 over numbered lines; AR-01, called by gm_check_table_sum */
void gm_check_sum_of_items(gm_draft_check *check);
/* arithmetic_sum_below.c: AR-01 of a total and the paragraph below that 其中 opens; called by the same */
void gm_check_sum_below(gm_draft_check *check);

/* arithmetic_part.c */
void gm_check_part_exceeds(gm_line_check *check); /* AR-02 */

/* arithmetic_column.c */
void gm_check_columns(gm_line_check *check); /* AR-01, called by gm_check_sums */

/* arithmetic_rest_days.c */
void gm_check_rest_days(gm_line_check *check); /* AR-01, called by gm_check_sums */

/* arithmetic_vote.c */
void gm_check_votes(gm_line_check *check); /* AR-01, called by gm_check_sums */

/* arithmetic_change.c */
void gm_check_changes(gm_line_check *check);       /* AR-03 */
void gm_check_total_change(gm_draft_check *check); /* AR-03 */
/* arithmetic_told_change.c */
void gm_check_told_change(gm_draft_check *check); /* AR-03, called behind gm_check_total_change */
/* arithmetic_net_flows.c: the change at figure `index`, if it is a net one; AR-03, called by gm_check_total_change */
void gm_check_net_flows(gm_draft_check *check, uint32_t line, uint32_t index);
/* 新增945家，退出888家，净增57家，年末4023家: do two amounts before the net change, in its sentence, make it? */
bool gm_net_is_told(const gm_figures *figures, const gm_figure *net);

/* arithmetic_places.c */
void gm_check_places(gm_line_check *check, size_t at); /* AR-03 at 第 */

/* arithmetic_account.c */
void gm_check_accounts(gm_line_check *check, const struct gm_links *links); /* AR-03, called by gm_check_changes */

/* arithmetic_rhythm.c */
void gm_check_rhythms(gm_line_check *check, const struct gm_links *links); /* AR-04, called by gm_check_products */

/* arithmetic_daily_range.c: of the amount `index` that each day between two dates has; AR-04, called by
 * gm_check_rhythms */
void gm_check_daily_range(gm_line_check *check, const struct gm_links *links, unsigned index);

/* arithmetic_product.c */
void gm_check_products(gm_line_check *check); /* AR-04 */

/* product_standard.c */
void gm_check_priced(gm_line_check *check); /* AR-04: gm_check_products, and what is paid by a standard */

/* arithmetic_rated.c: AR-04 of money by a rate of exchange, of interest or of what is paid; called by gm_check_priced
 */
void gm_check_rated(gm_line_check *check, const struct gm_links *links);

/* arithmetic_paid.c */
void gm_check_what_was_paid(gm_line_check *check, const struct gm_links *links); /* AR-03, called by gm_check_changes */

/* arithmetic_average.c */
void gm_check_averages(gm_line_check *check); /* AR-05 */

/* arithmetic_average_above.c */
void gm_check_average_above(gm_draft_check *check); /* AR-05 */

/* arithmetic_ratio.c: of the ratio `index` (1∶1.36), and of the amount that so many have (每千人42张); AR-05, called by
 * gm_check_averages */
void gm_check_ratio(gm_line_check *check, const struct gm_links *links, unsigned index);
void gm_check_per_thousand(gm_line_check *check, const struct gm_links *links, unsigned index);
bool gm_may_tell_per_thousand(const gm_view *view); /* can the line hold 每千人 and its like? */

/* arithmetic_ratio_told.c */
void gm_check_ratios_told(gm_line_check *check); /* AR-05, called by gm_check_averages */

/* arithmetic_mean_reckoned.c */
void gm_check_mean_reckoned(gm_draft_check *check); /* AR-05, called behind gm_check_average_above */

/* arithmetic_sexes.c */
void gm_check_sex_ratio(gm_line_check *check, const struct gm_links *links, unsigned at); /* AR-05 */

/* arithmetic_period.c */
void gm_check_period_average(gm_line_check *check, const struct gm_links *links,
                             unsigned index); /* AR-05, called by gm_check_averages */

/* arithmetic_span_mean.c */
void gm_check_span_mean(gm_line_check *check, const struct gm_links *links,
                        unsigned index); /* AR-05, called behind gm_check_period_average */

/* arithmetic_judges.c: the mean of marks in a row, maybe without the highest and the lowest; AR-05, called by
 * gm_check_averages */
void gm_check_judges(gm_line_check *check, const struct gm_links *links, unsigned index);

/* arithmetic_stay.c: the days in a hospital of each, AR-05, called by gm_check_averages; the beds in use, PCT-01, called
 * by gm_check_shares */
void gm_check_stay(gm_line_check *check, const struct gm_links *links, unsigned index);
void gm_check_bed_use(gm_line_check *check, const struct gm_links *links, unsigned index);

/* percent_share.c */
void gm_check_shares(gm_line_check *check);             /* PCT-01 */
void gm_check_impossible_percent(gm_line_check *check); /* PCT-02 */
void gm_check_composition(gm_line_check *check);        /* PCT-05 */

/* percent_earlier.c */
void gm_check_earlier_whole(gm_draft_check *check); /* PCT-01, called behind gm_check_table_shares */

/* percent_named.c */
void gm_check_named_whole(gm_draft_check *check); /* PCT-01, called behind gm_check_table_shares */
void gm_check_rate_above(gm_draft_check *check);  /* PCT-01, behind that */

/* percent_named_shift.c */
void gm_check_named_shift(gm_draft_check *check); /* PCT-01, called before gm_check_earlier_whole */

/* percent_period.c */
void gm_check_period_rates(gm_line_check *check); /* PCT-03, called behind gm_check_change_rate */

/* percent_sum.c */
void gm_check_share_sums(gm_line_check *check); /* PCT-05, called behind gm_check_composition */

/* percent_complements.c */
void gm_check_complementary_rates(gm_line_check *check); /* PCT-05, called behind gm_check_composition */

/* percent_yearly.c */
void gm_check_yearly_rates(gm_line_check *check); /* PCT-03, called behind gm_check_change_rate */

/* percent_in_periods.c: of values in a row, from one period to the next; PCT-03, called behind gm_check_change_rate */
void gm_check_rates_in_periods(gm_line_check *check, const struct gm_links *links);

/* percent_rows.c */
void gm_check_rows_of_changes(gm_line_check *check); /* PCT-03, called behind gm_check_change_rate */

/* percent_sibling.c */
void gm_check_sibling_shares(gm_line_check *check);    /* PCT-01, called behind gm_check_shares */
void gm_check_half_shares(gm_line_check *check);       /* PCT-01, called behind gm_check_shares */
void gm_check_respective_shares(gm_line_check *check); /* PCT-01, called behind gm_check_shares */

/* percent_rate_rows.c */
void gm_check_rows_of_rates(gm_line_check *check); /* PCT-01, called behind gm_check_shares */

/* percent_survey.c */
void gm_check_surveys(gm_line_check *check); /* PCT-01, called behind gm_check_shares */

/* percent_change.c */
void gm_check_change_rate(gm_line_check *check);       /* PCT-03 */
void gm_check_percentage_points(gm_line_check *check); /* PCT-06 */
void gm_check_multiples(gm_line_check *check);         /* PCT-07 */

/* percent_bounds.c */
void gm_check_over_hundred(gm_line_check *check, size_t i);     /* PCT-04 */
void gm_check_fall_by_multiple(gm_line_check *check, size_t i); /* PCT-08 */

/* count.c */
void gm_check_list_then_count(gm_line_check *check); /* CNT-01 */
void gm_check_count_then_list(gm_line_check *check); /* CNT-02 */

/* count_amounts.c */
void gm_check_counted_amounts(gm_line_check *check);         /* CNT-01, called by gm_check_list_then_count */
void gm_check_ups_and_downs(gm_line_check *check, size_t i); /* CNT-01 at 跌 降 减, called by gm_check_listed_before */

/* count_colon.c: CNT-02, called by gm_check_count_then_list; true when it has spoken of the count [number, noun_end),
 * `claimed`, whose list begins at `at` behind a bare colon and was read as parted by 、 by ， and by ；. */
bool gm_check_colon(gm_line_check *check, size_t number, size_t noun_end, size_t at, unsigned claimed,
                    const gm_list *dun, const gm_list *comma, const gm_list *semicolon);

/* count_bodies.c: CNT-02 of the count [number, unit_end), `claimed`, behind whose noun 为 names the bodies; called by
 * gm_check_count_then_list. */
void gm_check_bodies(gm_line_check *check, size_t number, size_t unit_end, unsigned claimed);

/* count_parties.c */
void gm_check_parties(gm_line_check *check, size_t i);       /* CNT-01, by gm_check_listed_before */
void gm_check_named_parties(gm_line_check *check, size_t i); /* CNT-02 */

/* count_places.c */
void gm_check_listed_before(gm_line_check *check, size_t i); /* CNT-01: parties, or places */

/* count_run.c */
void gm_check_announced_run(gm_draft_check *check);      /* CNT-03 */
void gm_check_announced_headings(gm_draft_check *check); /* CNT-04 */

/* count_names.c */
void gm_check_named(gm_line_check *check, size_t index); /* CNT-05 */

/* count_openings.c */
void gm_check_openings(gm_draft_check *check); /* CNT-07 */

/* count_attendance.c */
void gm_check_attendance(gm_draft_check *check); /* CNT-05 */

/* count_respectively.c */
void gm_check_respectively(gm_line_check *check, size_t i); /* CNT-06 */

/* count_measures.c */
void gm_check_measures(gm_line_check *check); /* CNT-06 */

/* count_slogan.c */
void gm_check_slogan(gm_line_check *check, size_t i); /* CNT-07 */
/* The label [label, label_end) (“三亮三比”, 三包三定) against the items listed behind it; called by gm_check_slogan and
 * gm_check_count_then_list. */
void gm_check_members(gm_line_check *check, size_t label, size_t label_end);
/* count_steps.c: CNT-02, called by gm_check_count_then_list; true when the steps that figure `index` counts, `claimed`
 * of them, stand behind it as ordinals. */
bool gm_check_steps(gm_line_check *check, size_t index, unsigned claimed);
/* count_letters.c: CNT-07 at 字; called by gm_check_slogan. */
void gm_check_letters(gm_line_check *check, size_t i);
/* CNT-07 of 级; called by gm_check_slogan. */
void gm_check_levels(gm_line_check *check, size_t i);

/* cross_whole.c */
void gm_check_wholes(gm_draft_check *check); /* XR-01, called behind gm_check_conflicts */

/* cross_reference.c */
/* Before the rules that read them: one way, then each of its shares (gm_twins_shares). */
void gm_gather_twins(const gm_draft_check *check, gm_twins_by by);
void gm_judge_twins(const gm_draft_check *check, gm_twins_by by, size_t share);
void gm_check_conflicts(gm_draft_check *check); /* XR-01 */
void gm_check_rough(gm_draft_check *check);     /* XR-02 */
void gm_check_restated(gm_draft_check *check);  /* cross_restated.c: called by gm_check_rough */
void gm_check_title(gm_draft_check *check);     /* XR-03 */
void gm_check_cells(gm_draft_check *check);     /* cross_cell.c: called by gm_check_conflicts */

/* cross_label.c */
void gm_check_labels(gm_draft_check *check); /* XR-04 */

/* cross_title.c */
void gm_check_title_ordinals(gm_draft_check *check, uint32_t title); /* XR-03, called by gm_check_title */

/* cross_title_date.c */
void gm_check_title_day(gm_draft_check *check, uint32_t title); /* XR-03, called by gm_check_title */

/* cross_title_year.c, cross_title_period.c */
void gm_check_title_year(gm_draft_check *check, uint32_t title);   /* XR-03, called by gm_check_title */
void gm_check_title_period(gm_draft_check *check, uint32_t title); /* XR-03, the same */

/* cross_label_short.c */
void gm_check_short_labels(gm_draft_check *check); /* XR-04, called by gm_check_labels */
/* cross_label_single.c */
void gm_check_single_labels(gm_draft_check *check); /* XR-04, called behind gm_check_short_labels */
/* cross_label_word.c */
void gm_note_word_label(gm_line_check *check, size_t at); /* at “ */
void gm_check_word_labels(gm_draft_check *check);         /* XR-04, called behind gm_check_single_labels */

/* sequence_step.c */
void gm_check_step_sequence(gm_line_check *check); /* SEQ-01 */

/* cross_batch.c */
void gm_check_batches(gm_draft_check *check); /* XR-04, called by gm_check_labels */

/* cross_numbered.c */
void gm_check_numbered_names(gm_draft_check *check); /* XR-04, called by gm_check_labels */

/* cross_capital.c */
void gm_check_capitals(gm_line_check *check); /* XR-05 */

/* cross_attachment.c */
void gm_check_attachment_numbers(gm_draft_check *check); /* XR-06 */

/* cross_article.c */
void gm_check_articles(gm_draft_check *check);           /* XR-06, called by gm_check_attachment_numbers */
void gm_note_reference(gm_line_check *check, size_t at); /* for it, at 本 */

/* date_draft.c */
void gm_check_weekday(gm_draft_check *check); /* DT-02 */

/* date_told.c */
void gm_check_future_event(gm_draft_check *check); /* DT-04 */

/* date_span.c */
void gm_check_spans(gm_line_check *check); /* DT-03 */

/* date_clock.c */
void gm_check_clock(gm_draft_check *check); /* DT-03 */

/* date_deadline.c */
void gm_check_deadlines(gm_draft_check *check); /* DT-03, called behind gm_check_clock */

/* date_outside.c */
void gm_check_outside(gm_draft_check *check); /* DT-03, called behind gm_check_clock */

/* date_behind_end.c */
void gm_check_behind_end(gm_draft_check *check); /* DT-03, called behind gm_check_clock */
/* date_event_over.c */
void gm_check_event_over(gm_draft_check *check); /* DT-03, called behind gm_check_behind_end */
/* date_ahead.c: does the line stand under a heading, or a sentence with ：, that tells of what is to come? */
bool gm_lies_ahead(const gm_draft_check *check, uint32_t line);
/* date_age_then.c */
void gm_check_ages_then(gm_draft_check *check); /* DT-06, called behind gm_check_ages_today */

/* date_anniversary.c */
void gm_check_anniversaries(gm_line_check *check); /* DT-06 */

/* date_founding.c */
void gm_check_anniversary_today(gm_draft_check *check); /* DT-06 */

/* date_age.c */
void gm_check_ages(gm_line_check *check); /* DT-06, called behind gm_check_anniversaries */

/* date_age_today.c: called behind gm_check_anniversary_today; `own` is the draft's year, 0 when it has none */
void gm_check_ages_today(gm_draft_check *check, unsigned own); /* DT-06 */

/* date_ago.c */
void gm_check_years_ago(gm_draft_check *check); /* DT-05 */

/* date_until_now.c */
void gm_check_until_now(gm_draft_check *check); /* DT-05, called behind gm_check_years_ago */

/* date_session.c */
void gm_check_session(gm_draft_check *check); /* DT-05, called behind gm_check_years_ago */

/* date_editions.c */
void gm_check_editions(gm_draft_check *check); /* DT-05, called behind gm_check_years_ago */

/* date_hours.c */
void gm_check_hours(gm_line_check *check, size_t index); /* DT-05, called by gm_check_durations */

/* date_hours_over.c */
void gm_check_hours_over(gm_line_check *check, size_t index); /* DT-05, called by gm_check_durations */

/* date_clock_told.c */
void gm_check_clock_told(gm_line_check *check, size_t index); /* DT-05, called by gm_check_durations */

/* date_between.c */
void gm_check_between(gm_line_check *check, const gm_figure *figure); /* DT-05, called by gm_check_durations */

/* date_phase.c */
void gm_check_phase(gm_line_check *check, const gm_figure *figure); /* DT-05, called by gm_check_durations */

/* date_reckoned.c: DT-05, called by gm_check_durations */
void gm_check_reckoned_year(gm_line_check *check, const gm_figure *figure);
/* date_week.c */
void gm_check_week(gm_line_check *check, size_t at); /* DT-05 at 周 and 星, called by gm_check_part_of_year */

/* date_counted.c */
void gm_check_counted(gm_line_check *check, const gm_figure *figure); /* DT-05, called by gm_check_durations */

/* date_quarter.c */
void gm_check_part_of_year(gm_line_check *check, size_t at); /* DT-05 at 季 半 周 星 */

/* date_days.c */
void gm_check_days(gm_line_check *check, size_t index); /* DT-07 */
void gm_check_days_today(gm_draft_check *check);        /* DT-07 */

/* date_era.c */
void gm_check_era(gm_line_check *check, size_t index); /* DT-08 */

/* date_duration.c */
void gm_check_durations(gm_line_check *check); /* DT-05 */

/* date.c */
void gm_check_far_pairs(gm_draft_check *check);                /* PUN-16 */
void gm_check_stacked_marks(gm_line_check *check);             /* PUN-22 */
void gm_check_impossible_date(gm_line_check *check, size_t i); /* DT-01 */
/* Days of a month, 1 to 12; February has 29 when the year is 0 (unknown). 0 when there is no such month. */
unsigned gm_month_days(unsigned year, unsigned month);

/* table_rows.c */
void gm_check_table_shares(gm_draft_check *check); /* PCT-01 */
void gm_check_table_sum(gm_draft_check *check);    /* AR-01 */

/* arithmetic_rank.c */
void gm_check_rank(gm_line_check *check); /* AR-06 */

/* arithmetic_superlative.c */
void gm_check_superlatives(gm_line_check *check); /* AR-07 */
/* arithmetic_superlative_row.c: of the superlative at `at`; AR-07, called by gm_check_superlatives */
void gm_check_superlative_row(gm_line_check *check, size_t at);
/* arithmetic_superlative_times.c: the same of a row told by times whose first alone tells what is ranked */
void gm_check_superlative_times(gm_line_check *check, size_t at);
/* arithmetic_superlative_growth.c: of the superlative at `at`; AR-07, called by gm_check_superlatives */
void gm_check_fastest(gm_line_check *check, size_t at);
/* arithmetic_rank_listed.c */
void gm_check_rank_listed(gm_line_check *check); /* AR-07, called behind gm_check_superlatives */
/* arithmetic_ranks_told.c: AR-07, called before gm_check_rank_listed; true when it spoke */
bool gm_check_ranks_told(gm_line_check *check);
/* arithmetic_ranks_beside.c: AR-07, called before gm_check_ranks_told; true when it spoke */
bool gm_check_ranks_beside(gm_line_check *check);
/* arithmetic_extremes.c */
void gm_check_extremes(gm_line_check *check); /* AR-07, called behind gm_check_superlatives */

/* arithmetic_earlier.c */
void gm_check_earlier_total(gm_draft_check *check); /* AR-01, called behind gm_check_table_sum */

/* unit_scale.c */
void gm_check_doubled_unit(gm_line_check *check, size_t i); /* US-02 */
void gm_check_range_unit(gm_line_check *check, size_t i);   /* US-04 */

/* unit_amount.c */
void gm_check_two_ways(gm_draft_check *check);   /* US-01 */
void gm_check_scale_slip(gm_draft_check *check); /* US-02 */
/* unit_fund.c: is the second, without 万, a fund that must be the first: 所需的327.6元从维修基金中列支? */
bool gm_same_fund(const gm_draft_check *check, const gm_figure *f, uint32_t other_line, const gm_figure *other);
/* unit_same_money.c: are two sums with the same digits called by words for one kind of money, the second, unless its
 * number is long, as a known one? */
bool gm_same_money(const gm_draft_check *check, uint32_t line, const gm_figure *f, uint32_t other_line,
                   const gm_figure *other, bool long_number);

/* unit_paid_full.c: is the second of two sums said to be all of the first, paid or come: 合同总价…；已一次付清…? Where they
 * have fewer than three digits one must name the other. */
bool gm_is_paid_in_full(const gm_draft_check *check, uint32_t line, const gm_figure *f, uint32_t other_line,
                        const gm_figure *other, bool three_digits);

/* unit_reckoned.c */
void gm_check_scale_reckoned(gm_line_check *check); /* US-02 */

/* unit_converted.c */
void gm_check_converted(gm_line_check *check); /* US-02, called by gm_check_scale_reckoned */

/* unit_basis.c: of the basis points of mention `at`, if it tells any */
void gm_check_basis_points(gm_line_check *check, const struct gm_links *links, unsigned at); /* US-02 */

/* unit_bounds.c */
void gm_check_bounds(gm_line_check *check, size_t index); /* US-03 */

/* The end of the label before `from`, over 达 为 约 and approximators between. */
size_t gm_skip_links(const gm_view *view, size_t from);
/* Do the nouns of two figures of the line end in the same two characters? */
bool gm_same_head(gm_text line, const gm_figure *a, const gm_figure *b);

/* unit_dimension.c: US-03, called by gm_check_bounds; true when it spoke */
bool gm_check_dimension(gm_line_check *check, const gm_figure *f);
/* unit_range.c: the same */
bool gm_check_reversed_range(gm_line_check *check, const gm_figure *f);

/* style.c */
void gm_check_er_for_liang(gm_line_check *check, size_t i);   /* STY-01 */
void gm_check_digit_han_unit(gm_line_check *check, size_t i); /* STY-03 */
void gm_check_digit_form(gm_line_check *check, size_t i);     /* STY-04 */
void gm_check_estimate_form(gm_line_check *check, size_t i);  /* STY-06 */
void gm_check_zero(gm_line_check *check, size_t i);           /* STY-07 */
void gm_check_until(gm_line_check *check, size_t i);          /* STY-08 */

/* style_year.c */
void gm_check_short_year(gm_line_check *check, size_t i); /* STY-05 */
/* style_year_compared.c */
void gm_check_short_years_compared(gm_draft_check *check); /* STY-05 */

/* style_form.c */
void gm_check_same_form(gm_line_check *check); /* STY-02 */

/* approximator.c */
void gm_check_near_more(gm_line_check *check, size_t i);      /* APX-01 */
void gm_check_repeated_bound(gm_line_check *check, size_t i); /* APX-02 */
void gm_check_about_exact(gm_line_check *check, size_t i);    /* APX-03 */

/* sequence.c */
void gm_check_inline_sequence(gm_draft_check *check);  /* SEQ-01 */
void gm_check_heading_sequence(gm_draft_check *check); /* SEQ-02 */
void gm_check_heading_form(gm_draft_check *check);     /* SEQ-03 */

/* punctuation_marker.c */
void gm_check_ordinal_mark(gm_line_check *check, size_t i); /* PUN-01 */
void gm_check_han_mark(gm_line_check *check, size_t i);     /* PUN-02 */
void gm_check_arabic_mark(gm_draft_check *check);           /* PUN-03 */
void gm_check_bracket_mark(gm_line_check *check, size_t i); /* PUN-04 */
void gm_check_chapter_mark(gm_line_check *check, size_t i); /* PUN-05 */
void gm_check_is_mark(gm_line_check *check, size_t i);      /* PUN-06 */

/* punctuation_paragraph.c */
void gm_check_heading_end(gm_draft_check *check); /* PUN-07 */
void gm_check_final_mark(gm_draft_check *check);  /* PUN-20 */

/* punctuation_chain.c */
void gm_check_chain_separator(gm_draft_check *check);       /* PUN-08 */
void gm_check_stop_in_item(gm_line_check *check, size_t i); /* PUN-09 */
void gm_check_list_lead(gm_line_check *check, size_t i);    /* PUN-10 */
void gm_check_colon_reach(gm_line_check *check, size_t i);  /* PUN-11 */
void gm_check_mixed_items(gm_line_check *check, size_t i);  /* PUN-21 */

/* punctuation_mark.c */
void gm_check_pause_between_pairs(gm_line_check *check, size_t i); /* PUN-12 */
void gm_check_pause_before_etc(gm_line_check *check, size_t i);    /* PUN-13 */
void gm_check_ellipsis(gm_line_check *check, size_t i);            /* PUN-14 */
void gm_check_mark_form(gm_line_check *check, size_t i);           /* PUN-15 */
void gm_check_range_sign(gm_line_check *check, size_t i);          /* PUN-19 */

/* punctuation_pair.c */
void gm_check_pairs(gm_line_check *check); /* PUN-16 */

/* punctuation_quote.c */
void gm_check_stop_in_quote(gm_line_check *check, size_t i); /* PUN-17 */
void gm_check_title_marks(gm_line_check *check, size_t i);   /* PUN-18 */

/* document_title.c */
void gm_check_document_title(gm_draft_check *check);   /* DOC-02 */
void gm_check_addressee(gm_draft_check *check);        /* DOC-03 */
void gm_check_document_request(gm_draft_check *check); /* DOC-07 */

/* document_element.c */
void gm_check_document_elements(gm_draft_check *check);        /* STY-09 */
void gm_check_document_number(gm_line_check *check, size_t i); /* STY-09 */
void gm_check_attachments(gm_draft_check *check);              /* DOC-05 */

/* mojibake.c */
void gm_check_mojibake(gm_line_check *check); /* NRM-01 */

#endif
