/* DT-05: 第三季度（7月至10月）, 1—5月（上半年）: a part of the year glossed by months of which one end is another. */
#include <stdio.h>

#include "check/dates.h"
#include "check/families.h"

#define QUARTER_MONTHS 3u
#define YEAR_QUARTERS  4u

/* A part of the year as it is named, and its first and last month. */
typedef struct part {
  size_t from, to;
  unsigned first, last;
} part;

/* 1 to 4 as it is written at `at`, 0 for anything else. */
static unsigned quarter_at(const gm_view *view, size_t at) {
  static const uint32_t han[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB}; /* 一 二 三 四 */
  for (unsigned n = 0; n < YEAR_QUARTERS; n++)
    if (view->cp[at] == han[n] || view->cp[at] == '1' + n) return n + 1;
  return gm_one_of(view, at, "两") ? 2 : 0;
}

/* 上半年, 下半年度, whose 半 stands at `at`. */
static bool read_half(const gm_view *view, size_t at, part *out) {
  bool second = gm_one_before(view, at, "下");
  if (!gm_one_of(view, at + 1, "年") || (!second && !gm_one_before(view, at, "上"))) return false;
  *out = second ? (part){at - 1, at + 2, 7, 12} : (part){at - 1, at + 2, 1, 6};
  out->to += gm_one_of(view, out->to, "度");
  return true;
}

/* 三季度, 第三季度, 前三季度, 前三个季度, whose 季 stands at `at`; 一、二季度 and 三至四季度 are none. */
static bool read_quarter(const gm_view *view, size_t at, part *out) {
  size_t number = at - gm_one_before(view, at, "个");
  unsigned n = gm_one_of(view, at + 1, "度") && number ? quarter_at(view, number - 1) : 0;
  if (!n) return false;
  size_t from = number - 1;
  bool all = gm_one_before(view, from, "前");
  if ((number < at || gm_one_of(view, from, "两")) && !all) return false; /* 三个季度, 两季度 */
  if (all || gm_one_before(view, from, "第")) from--;
  if (from && view->cls[from - 1] & (GM_DIGIT | GM_NUMERAL)) return false;
  unsigned last = n * QUARTER_MONTHS;
  *out = (part){from, at + 2, all ? 1 : last - QUARTER_MONTHS + 1, last};
  return true;
}

/* Months from one to another: 7—10月 in one figure, 7月至10月 in two. */
typedef struct months {
  const gm_mention *begin, *end;
  unsigned first, last;
} months;

#define SIGNS "—— — - – ～ 至 到 ─ ―"

/* The months of two dates: whole ones, from the first of the one to the last day of the other if days are told. */
static bool whole_months(const gm_view *view, const gm_mention *a, const gm_mention *b, months *out) {
  if (a->figure->kind != GM_FIGURE_DATE || b->figure->kind != GM_FIGURE_DATE) return false;
  gm_date from = a->figure->date, to = b->figure->date;
  if (!from.month || !to.month || (to.year && to.year != from.year) || !from.day != !to.day ||
      a->to + gm_words_at(view, a->to, SIGNS) != b->from || a->to == b->from)
    return false;
  if (from.day && (from.day != 1 || to.day != gm_month_days(from.year, to.month))) return false;
  *out = (months){a, b, from.month, to.month};
  return true;
}

/* The months whose first mention is `at`. */
static bool read_months(const gm_links *links, unsigned at, months *out) {
  if (at >= links->count) return false;
  const gm_mention *m = &links->items[at];
  if (gm_figure_is_months(m->figure)) {
    gm_interval ends = m->figure->interval;
    *out = (months){m, m, (unsigned)ends.low.digits, (unsigned)ends.high.digits};
    return true;
  }
  return at + 1 < links->count && whole_months(links->view, m, m + 1, out);
}

/* Does the bracket that opens behind the part's name hold months and no more: （7月至10月）, （2024年7—10月，下同）? */
static bool glossed(const gm_links *links, const part *p, months *out) {
  const gm_view *view = links->view;
  size_t lead = gm_words_at(view, p->to, "（ （即 （指 （自 （从 ，即 ：");
  if (!lead) return false;
  unsigned at = 0;
  while (at < links->count && links->items[at].from < p->to + lead) at++;
  if (at == links->count || links->items[at].from != p->to + lead) return false;
  /* 2024年 of 2024年7—10月 */
  if (links->items[at].figure->kind == GM_FIGURE_YEAR && at + 1 < links->count &&
      links->items[at + 1].from == links->items[at].to)
    at++;
  if (!read_months(links, at, out)) return false;
  size_t behind = out->end->to + gm_words_at(view, out->end->to, "份 底 末 止");
  return gm_one_of(view, behind, "），");
}

/* Is the part's name all that a bracket behind months holds: 7—10月（三季度）? */
static bool glosses(const gm_links *links, const part *p, months *out) {
  const gm_view *view = links->view;
  size_t open = p->from - gm_words_before(view, p->from, "即 为");
  if (!gm_one_before(view, open, "（") || !gm_one_of(view, p->to, "）")) return false;
  for (unsigned i = 0; i < links->count && links->items[i].from < open; i++)
    if (read_months(links, i, out) && out->end->to == open - 1)
      return !gm_words_before(view, out->begin->from, SIGNS " 、"); /* 1—6月、7—10月（三季度） */
  return false;
}

#define NAME_REACH 12u /* before the name: 二季度至三季度（4月至9月） */
#define JOINED     "季度 半年 至 到 — – - ～ 、 和 及 与 或"

/* Years that begin in another month. */
#define OTHER_YEARS "财年 财季 财政年度 会计年度 学年 榨季 农历"

/* Is the name that of one part by itself, of the calendar's year? */
static bool stands_alone(const gm_view *view, const part *p) {
  size_t open = p->from - gm_words_before(view, p->from, "即 为");
  size_t start = gm_one_before(view, open, "（") ? open : gm_clause_start(view, open);
  if (p->from - start > NAME_REACH) start = p->from - NAME_REACH;
  /* 一季度（1—3月）、二季度（4—7月）: each with its own */
  if (gm_find_word(view, start, p->from, "）") != SIZE_MAX) start = p->from;
  size_t sentence = gm_sentence_start(view, p->from);
  return gm_find_word(view, start, p->from, JOINED) == SIZE_MAX &&
         gm_find_word(view, sentence, gm_sentence_end(view, p->to), OTHER_YEARS) == SIZE_MAX;
}

/* Offers the months with the wrong number set right, where it is one of Arabic digits and no days are told. */
static void offer(gm_line_check *check, const months *m, const part *p) {
  const gm_view *view = check->view;
  if (m->begin->figure->date.day) return;
  size_t from = m->begin->from, to = m->end->to, number, end;
  if (m->first != p->first && m->begin == m->end) {
    number = from;
    end = number + gm_number_at(view, number);
  } else {
    end = (m->first != p->first ? m->begin->to : to) - 1; /* before 月 */
    number = gm_number_before(view, end);
  }
  if (number == end || !(view->cls[number] & GM_DIGIT)) return;
  char text[2 * GM_QUOTE_BYTES + 8];
  snprintf(text, sizeof text, "%s%u%s", number > from ? gm_quote_line(view, from, number).text : "",
           m->first != p->first ? p->first : p->last, gm_quote_line(view, end, to).text);
  gm_offer(check->out, text);
}

void gm_check_part_of_year(gm_line_check *check, size_t at) {
  if (gm_one_of(check->view, at, "周星")) {
    gm_check_week(check, at);
    return;
  }
  const gm_view *view = check->view;
  part p;
  if (!(gm_one_of(view, at, "半") ? read_half(view, at, &p) : read_quarter(view, at, &p))) return;
  if (!gm_one_of(view, p.to, "（，：）")) return; /* most */
  const gm_links *links = gm_links_of(check);
  months m;
  if (!glossed(links, &p, &m) && !glosses(links, &p, &m)) return;
  /* 第一季度（4月至6月） is one of another year. */
  if ((m.first == p.first) == (m.last == p.last) || m.first > m.last || !stands_alone(view, &p)) return;
  gm_report_line(check, m.begin->from, m.end->to);
  gm_say(check->out, check->language, "%s为%u月至%u月，文中为%s", "%s is months %u to %u, the text says %s",
         gm_quote_line(view, p.from, p.to).text, p.first, p.last, gm_quote_line(view, m.begin->from, m.end->to).text);
  offer(check, &m, &p);
  gm_relate(check->out, (gm_position){0, view->raw_at[p.from]}, (gm_position){0, gm_raw_end(view, p.to)},
            check->language == GM_ENGLISH ? "the part of the year" : "所指时段");
}
