/* AR-07: 甲班186.5分，居第一；乙班181分，列第二；丙班183分，列第三: places told right behind the values by which they
 * are given, or before them, of which two changed places. Of marks, votes and counts only: in a race the least is
 * first. */
#include "check/families.h"
#include "check/ranked.h"
#include "numeral/numeral.h"

#define TOLD_LEAST 3u
#define AHEAD      24u /* characters from 第一名 to its value */

/* Behind a count these say that it is ranked by. */
#define RANKED "位居 位列 名列 排名 排在 居 列 排 暂居 暂列 高居 分列 屈居 退居"
/* Behind marks and votes also what was won by them. */
#define WON \
  RANKED    \
  " 获 得 夺得 获得 夺 摘得 收获 取得 拿下 夺取 勇夺 荣获 斩获 摘取 摘 捧得 拿到 赢得"
#define OTHERS                                                                                                                                                   \
  "扣分 罚分 失分 用时 耗时 倒数 并列 加赛 附加 净胜 胜负 小分 增速 增幅 单打 投诉 事故 违规 差错 上届 去年 上年 "   \
  "杆 秒 累计 两轮 三轮 总排名 综合 进步 预赛 初赛 名次按 定名次 为准 票数定 总积分 折合 报价 投标 中标 招标 候选 " \
  "评标 成本 能耗 单价 "                                                                                                                                 \
  "负债 欠"

/* One of these must stand in the line. */
#define FIRST       "第一 第1 冠军 头名 榜首 首位 分获 分列"
#define FIRST_CHARS 4u
#define PLACES      "第 冠军 亚军 季军 头名 榜首 首位"

typedef struct told {
  const gm_mention *value;
  unsigned place;
  size_t from, to;
} told;

typedef struct row {
  unsigned count;
  told items[GM_RANKED_MAX];
} row;

/* The characters of the words for a place at `at`: 第一, 第二名, 冠军; 0 when there are none. */
static size_t place_at(const gm_view *view, size_t at, unsigned *place) {
  static const char *const titles[] = {"冠军 头名 榜首 首位", "亚军", "季军"};
  for (unsigned k = 0; k < 3; k++) {
    size_t n = gm_words_at(view, at, titles[k]);
    *place = k + 1;
    if (n) return n;
  }
  gm_numeral numeral;
  size_t n = gm_one_of(view, at, "第") ? gm_numeral_read(view, at + 1, &numeral) : 0;
  if (!n || numeral.value.scale || numeral.value.digits < 1 || numeral.value.digits > (int)GM_RANKED_MAX) return 0;
  *place = (unsigned)numeral.value.digits;
  return 1 + n + gm_words_at(view, at + 1 + n, "位 名");
}

static bool ends_clause(const gm_view *view, size_t at) {
  return at >= view->count || gm_one_of(view, at, "，；。、！）");
}

/* 分 of marks, 票 and 环, by which one wins. */
static bool wins(const gm_view *view, const gm_mention *m) { return gm_one_before(view, m->to, "分票环"); }

static bool may_rank(const gm_view *view, const gm_mention *m) {
  const gm_figure *f = m->figure;
  return gm_is_amount(f) && gm_is_exact(f) && (gm_is_plain(f) || f->roles & GM_ROLE_ADDED) &&
         f->kind != GM_FIGURE_DURATION && gm_one_before(view, m->to, "分票环人名件元户个") &&
         !(view->cls[m->to] & GM_DIGIT);
}

/* The value that the place [from, …) stands right behind, with a mark and a verb between; NULL when none does. */
static const gm_mention *value_before(const gm_links *links, size_t from) {
  const gm_view *view = links->view;
  size_t verb = gm_words_before(view, from, RANKED), won = gm_words_before(view, from, WON);
  size_t at = from - (verb > won ? verb : won);
  if (gm_one_before(view, at, "，")) at--;
  if (gm_one_before(view, at, "）")) at--; /* 甲班（186.5分）第一 */
  for (unsigned k = links->count; k-- > 0;) {
    const gm_mention *m = &links->items[k];
    if (m->to > at) continue;
    return m->to == at && may_rank(view, m) && (verb || wins(view, m)) ? m : NULL;
  }
  return NULL;
}

/* 第一名甲班186.5分: the value told in the clauses behind the place that opens its clause. */
static const gm_mention *value_behind(const gm_links *links, size_t from, size_t to) {
  const gm_view *view = links->view;
  if (!gm_clause_starts(view, from) && !gm_one_before(view, from, "、")) return NULL;
  size_t end = gm_find_mark(view, to, view->count, "；。、");
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < to || !gm_is_amount(m->figure)) continue;
    return m->from - to <= AHEAD && (end == SIZE_MAX || m->to <= end) && may_rank(view, m) && wins(view, m) ? m : NULL;
  }
  return NULL;
}

/* Are all places of the row told once, from the first on, by values of one unit, no two of which are the same? Those in
 * the order of their places go to `at`. */
static bool in_order(const row *r, const told **at) {
  for (unsigned k = 0; k < r->count; k++) at[k] = NULL;
  for (unsigned k = 0; k < r->count; k++) {
    const told *t = &r->items[k];
    if (t->place > r->count || at[t->place - 1] || !gm_comparable(t->value->figure, r->items[0].value->figure))
      return false;
    at[t->place - 1] = t;
  }
  return true;
}

static void judge(gm_line_check *check, const row *r) {
  const told *at[GM_RANKED_MAX];
  if (r->count < TOLD_LEAST || !in_order(r, at)) return;
  unsigned wrong = 0, k = 0;
  for (unsigned n = 0; n + 1 < r->count; n++) {
    int order = gm_decimal_compare(at[n]->value->figure->value, at[n + 1]->value->figure->value);
    if (!order) return;
    if (order < 0 && !wrong++) k = n;
  }
  if (wrong != 1) return;
  /* only two that stand in each other's place */
  gm_decimal more = at[k + 1]->value->figure->value, less = at[k]->value->figure->value;
  if ((k && gm_decimal_compare(at[k - 1]->value->figure->value, more) <= 0) ||
      (k + 2 < r->count && gm_decimal_compare(less, at[k + 2]->value->figure->value) <= 0))
    return;
  gm_report_line(check, at[k]->from, at[k]->to);
  gm_say(check->out, check->language, "按所列各数%s排第%u，文中为%s",
         "by the values listed %s is in place %u, the text says %s", gm_quote_mention(check->view, at[k]->value).text,
         at[k + 1]->place, gm_quote_line(check->view, at[k]->from, at[k]->to).text);
  gm_relate_mention(check, at[k]->value, "其数", "its value");
  gm_relate_mention(check, at[k + 1]->value, "该位之数", "the value in that place");
}

/* Reads the places of the sentence [from, to), told behind their values or before them. */
static void read_row(const gm_links *links, size_t from, size_t to, bool behind, row *out) {
  const gm_view *view = links->view;
  out->count = 0;
  for (size_t at = from; (at = gm_find_word(view, at, to, PLACES)) != SIZE_MAX; at++) {
    unsigned place;
    size_t n = place_at(view, at, &place);
    if (!n || (behind && !ends_clause(view, at + n))) continue;
    const gm_mention *value = behind ? value_before(links, at) : value_behind(links, at, at + n);
    if (!value) continue;
    if (out->count == GM_RANKED_MAX) {
      out->count = 0;
      return;
    }
    out->items[out->count++] = (told){value, place, at, at + n};
    at += n - 1;
  }
}

#define SHARED                                                                                                                                                      \
  "分获第一、二、三名 分获第一、第二、第三名 分列第一、二、三名 分列第一、二、三位 分获一、二、三名 分获前三名 " \
  "分列前三名 "                                                                                                                                                \
  "分列前三位 分获冠亚季军 分获冠、亚、季军 分列一、二、三位 分列第一、第二、第三位 分获第一名、第二名和第三名"

/* 一车间186.5分、二车间179分、三车间183分，分获第一、二、三名: the values before it in its sentence, as many as places.
 */
static void check_shared(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  const gm_mention *values[TOLD_LEAST];
  unsigned k = links->count, n = TOLD_LEAST;
  size_t from = gm_sentence_start(view, at);
  while (k && links->items[k - 1].from >= at) k--;
  for (; k && n && links->items[k - 1].from >= from; k--) values[--n] = &links->items[k - 1];
  if (n || (k && links->items[k - 1].from >= from)) return; /* fewer, or more than these three */
  for (unsigned i = 0; i < TOLD_LEAST; i++)
    if (!may_rank(view, values[i]) || !wins(view, values[i]) || !gm_comparable(values[i]->figure, values[0]->figure))
      return;
  int first = gm_decimal_compare(values[0]->figure->value, values[1]->figure->value),
      next = gm_decimal_compare(values[1]->figure->value, values[2]->figure->value);
  if (!first || !next || (first > 0) == (next > 0)) return;
  const gm_mention *wrong = values[first > 0 ? 2 : 1];
  gm_report_mention(check, wrong);
  gm_say(check->out, check->language, "名次依次为第一、二、三，%s却高于前一名的%s",
         "the places are told from the first to the third, but %s is above %s before it",
         gm_quote_mention(view, wrong).text, gm_quote_mention(view, values[first > 0 ? 1 : 0]).text);
  gm_relate_mention(check, values[first > 0 ? 1 : 0], "前一名", "the place before");
}

bool gm_check_ranks_beside(gm_line_check *check) {
  const gm_view *view = check->view;
  if (check->figures->count < TOLD_LEAST || !gm_word_list_may_hold(view, FIRST)) return false;
  size_t told_before = check->out->list.count, shared = gm_find_word(view, 0, view->count, SHARED);
  if (shared != SIZE_MAX && gm_find_word(view, gm_sentence_start(view, shared), shared, OTHERS) == SIZE_MAX)
    check_shared(check, shared);
  for (size_t at = 0; at < view->count; at++) {
    size_t found = gm_find_word(view, at, view->count, FIRST);
    if (found == SIZE_MAX) { /* as far as that looks */
      at += GM_REACH_CHARS - FIRST_CHARS;
      continue;
    }
    size_t from = gm_sentence_start(view, found), to = gm_sentence_end(view, found);
    unsigned seen = 0;
    for (size_t k = from; seen < TOLD_LEAST && (k = gm_find_word(view, k, to, PLACES)) != SIZE_MAX; k++) seen++;
    if (seen == TOLD_LEAST && gm_find_word(view, from, to, OTHERS) == SIZE_MAX) {
      row r;
      read_row(gm_links_of(check), from, to, true, &r);
      if (r.count < TOLD_LEAST) read_row(gm_links_of(check), from, to, false, &r);
      judge(check, &r);
    }
    at = to;
  }
  return check->out->list.count > told_before;
}
