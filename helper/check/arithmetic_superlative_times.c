/* AR-07 of a row told by times, whose measure only the first tells, and of which another time is called the greatest:
 * 18日入场1.8万人次，19日2.7万人次，20日2.5万人次，其中20日客流最旺. */
#include <stdio.h>

#include "check/families.h"
#include "check/ranked.h"

#define MEASURE_CHARS 10u /* 18日入场: what is told between the time and its value */
#define SAID_CHARS    24u
#define TOLD_CHARS    6u /* 最多，达: up to a value told behind */
#define TOTALLING     "累计 共 合计 总计 总 平均 均 一共 全部 占"
#define PERSONS       "客流 客流量 人流 人流量 人气 人 人数 游客 客 客人 观众"

typedef struct times_row {
  unsigned count;
  const gm_mention *value[GM_RANKED_MAX];
  uint32_t time[GM_RANKED_MAX];
  gm_range measure; /* of the first */
} times_row;

/* What it is the time of: two scales are never one time. */
enum { DAY = 1 << 8, MONTH = 2 << 8, WEEKDAY = 3 << 8, OF_MOON = 4 << 8, NTH = 5 << 8, YEAR = 1 << 12 };

static unsigned han_digit(const gm_view *view, size_t at) {
  static const uint32_t digits[] = U"一二三四五六七八九十";
  for (unsigned k = 0; k < 10; k++)
    if (view->cp[at] == digits[k]) return k + 1;
  return gm_one_of(view, at, "日天") ? 7 : 0; /* 周日 */
}

/* The time at clean character `at`: 18日, 10月2日 by its day, 3月, 周二, 初三, 第二天, 2023年. Its characters, 0 when
 * there is none. */
static size_t time_at(const gm_view *view, size_t at, uint32_t *time) {
  unsigned value = 0;
  size_t n = gm_words_at(view, at, "周 星期 初 正月初 大年初 农历初"), digits;
  if (n) {
    *time = (gm_one_before(view, at + n, "初") ? OF_MOON : WEEKDAY) | han_digit(view, at + n);
    return *time & 0xFF ? n + 1 : 0;
  }
  if (gm_one_of(view, at, "第") && (value = han_digit(view, at + 1)) != 0 && value < 10) {
    *time = NTH | value;
    n = gm_words_at(view, at + 2, "天 日 周 季度");
    return n ? 2 + n : 0;
  }
  digits = gm_digits_at(view, at, &value);
  if (!digits) return 0;
  if (digits == 4 && gm_one_of(view, at + 4, "年") && value < YEAR) {
    *time = YEAR | value;
    return 5;
  }
  if (digits > 2) return 0;
  if (gm_one_of(view, at + digits, "月") && value <= 12) {
    unsigned day = 0;
    size_t month = digits + 1, behind = gm_digits_at(view, at + month, &day);
    if (behind && day <= 31 && gm_one_of(view, at + month + behind, "日号")) {
      *time = DAY | day;
      return month + behind + 1;
    }
    *time = MONTH | value;
    return month + gm_words_at(view, at + month, "份");
  }
  *time = DAY | value;
  return value <= 31 && gm_one_of(view, at + digits, "日号") ? digits + 1 : 0;
}

/* （周日）, where it stands. */
static size_t weekday_at(const gm_view *view, size_t at) {
  size_t n = gm_words_at(view, at, "（周 （星期");
  return n && gm_one_of(view, at + n + 1, "）") ? n + 2 : 0;
}

/* The row of values behind their times that ends last before `start`, three of them at least. */
static bool read_row(const gm_links *links, size_t start, times_row *row) {
  const gm_view *view = links->view;
  size_t low = gm_sentence_start(view, start);
  if (low) low = gm_sentence_start(view, low - 1);
  row->count = 0;
  unsigned first = 0;
  while (first < links->count && links->items[first].from < low) first++;
  for (unsigned i = first; i < links->count && links->items[i].to <= start; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure)) continue;
    size_t from = gm_view_behind_last(view, low, m->from, GM_PAUSE | GM_STOP);
    uint32_t time;
    size_t n = time_at(view, from, &time);
    n = n ? n + weekday_at(view, from + n) : 0;
    gm_range measure = {from + n, m->from};
    bool value = n && measure.from <= m->from && gm_length(measure) <= MEASURE_CHARS && gm_is_exact(m->figure) &&
                 gm_is_part(m->figure) && m->figure->value.digits > 0;
    for (size_t k = measure.from; k < measure.to && value; k++) value = view->cls[k] & GM_HAN;
    bool follows = row->count && value && gm_comparable(m->figure, row->value[0]->figure) &&
                   row->value[row->count - 1]->to + 1u == from && (time ^ row->time[0]) >> 8 == 0 &&
                   row->count < GM_RANKED_MAX;
    /* What the others tell is nothing, or what the first does. */
    if (follows && gm_length(measure) && !gm_reads_same(view, measure, row->measure) &&
        gm_words_at(view, measure.from, "为 有 达 是 达到") != gm_length(measure))
      follows = false;
    if (!follows && row->count >= GM_RANKED_LEAST) return true;
    if (!follows) row->count = 0;
    if (!value) continue;
    if (!row->count) row->measure = measure;
    row->time[row->count] = time;
    row->value[row->count++] = m;
  }
  return row->count >= GM_RANKED_LEAST;
}

/* Do only totals and means of the row stand between it and the superlative's clause? Not 工作日中，, which ranks but
 * some of them. */
static bool follows(const gm_links *links, const times_row *row, size_t start) {
  const gm_view *view = links->view;
  const gm_mention *last = row->value[row->count - 1];
  unsigned stops = 0;
  for (size_t at = last->to; at < start;) {
    if (view->cls[at] & (GM_PAUSE | GM_STOP | GM_SPACE | GM_IN_PAREN) || gm_one_of(view, at, "（）")) {
      stops += (view->cls[at++] & GM_STOP) != 0;
      continue;
    }
    size_t end = gm_view_next_before(view, at, start, GM_PAUSE | GM_STOP);
    if (end < start && (gm_find_word(view, at, end, TOTALLING) == SIZE_MAX || gm_one_before(view, end, "中里内")))
      return false;
    at = end;
  }
  for (const gm_mention *m = last + 1; m < links->items + links->count && m->from < start; m++)
    if (m->figure->kind != GM_FIGURE_DURATION && !gm_comparable(m->figure, last->figure)) return false;
  return stops < 2;
}

/* Is the superlative's measure what the row tells: nothing, people, or what its first value is told by? */
static bool is_measure(const gm_view *view, const times_row *row, gm_range m, uint32_t word) {
  const gm_figure *f = row->value[0]->figure;
  uint8_t class = gm_units[f->unit].unit_class;
  if (!gm_length(m)) return gm_rank_word_fits(word, f);
  if (class == GM_CLASS_PERSON || class == GM_CLASS_VISIT)
    if (gm_words_at(view, m.from, PERSONS) == gm_length(m)) return true;
  size_t tail = gm_words_before(view, m.to, "量 数 额 人数 人次 数量 总量");
  if (gm_length(m) >= tail + 2) m.to -= tail;
  /* Not 夜间接诊 of 接诊. */
  return gm_length(m) > 1 && gm_length(m) <= gm_length(row->measure) &&
         gm_find_run(view, row->measure.from, row->measure.to, m.from, gm_length(m)) != SIZE_MAX;
}

/* 最多，达2.7万人次: is another value told behind than that of the time named or of the extreme? */
static bool tells_other(const gm_links *links, const times_row *row, size_t end, unsigned named, unsigned best) {
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < end) continue;
    return m->from <= end + TOLD_CHARS && gm_is_amount(m->figure) &&
           gm_decimal_compare(m->figure->value, row->value[named]->figure->value) != 0 &&
           gm_decimal_compare(m->figure->value, row->value[best]->figure->value) != 0;
  }
  return false;
}

void gm_check_superlative_times(gm_line_check *check, size_t at) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = links->view;
  uint32_t word = view->cp[at + 1], named_time = 0;
  times_row row = {.count = 0};
  if (links->count < GM_RANKED_LEAST || !gm_one_of(view, at + 1, "多高大旺少低小")) return;
  bool most = gm_one_of(view, at + 1, "多高大旺");
  size_t low = at > SAID_CHARS ? at - SAID_CHARS : 0, end = at + 2;
  size_t start = gm_view_behind_last(view, low, at, GM_PAUSE | GM_STOP), said = start;
  if (gm_one_before(view, start, "、")) return; /* 19日、20日最多 */
  for (size_t n; said < at && (n = gm_words_at(view, said, "其中 而 但 以 又以 尤以 可见")) != 0;) said += n;
  size_t n = time_at(view, said, &named_time);
  gm_range measure = {said, at}, name = {said, said + n};
  if (n) {
    measure.from += n + weekday_at(view, said + n);
    measure.from += gm_words_at(view, measure.from, "的 当天 当日 这天 这一天 一天");
    if (gm_one_of(view, measure.from, "的")) measure.from++;
    size_t of = gm_words_at(view, end, "的");
    if (end + of < view->count && !gm_one_of(view, end + of, "，。；！")) return;
  } else { /* 客流最大的是20日 */
    name.from = end + gm_words_at(view, end, "的是 的一天是 的为 的当属 的当数 是 出现在");
    n = name.from > end ? time_at(view, name.from, &named_time) : 0;
    name.to = name.from + n;
    end = name.to + weekday_at(view, name.to);
    if (!n || (end < view->count && !gm_one_of(view, end, "，。；！"))) return;
  }
  if (measure.from > at || !read_row(links, start, &row) || !follows(links, &row, start)) return;
  unsigned named = row.count, best = 0;
  for (unsigned k = 0; k < row.count; k++) {
    for (unsigned other = 0; other < k; other++)
      if (row.time[other] == row.time[k]) return; /* two rows */
    if (row.time[k] == named_time) named = k;
    int order = gm_decimal_compare(row.value[k]->figure->value, row.value[best]->figure->value);
    if (most ? order > 0 : order < 0) best = k;
    if (gm_is_told(check, row.value[k])) return;
  }
  if (named == row.count || best == named || !gm_is_beyond(row.value[best]->figure, row.value[named]->figure, most) ||
      !is_measure(view, &row, measure, word == U'旺' ? U'多' : word) || tells_other(links, &row, end, named, best))
    return;
  gm_quote told = gm_quote_line(view, at, at + 2);
  if (check->language == GM_ENGLISH) snprintf(told.text, sizeof told.text, "%s", most ? "the greatest" : "the least");
  gm_report_line(check, name.from, name.to);
  gm_say(check->out, check->language, "所列各数中%s的是%s，文中所说的%s为%s",
         "of the values listed %s is %s, the text names %s, %s", told.text,
         gm_quote_mention(view, row.value[best]).text, gm_quote_line(view, name.from, name.to).text,
         gm_quote_mention(view, row.value[named]).text);
  gm_relate_mention(check, row.value[named], "文中所说", "the one named");
  gm_relate_mention(check, row.value[best], "所列之最", "the extreme of those listed");
}
