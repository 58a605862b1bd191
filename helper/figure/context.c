#include "figure/phrase.h"

#define EACH_REACH   12 /* characters between 每 and its number: 每个市场监管所抽检电子秤25台 */
#define APPROX_REACH 6  /* characters before a number that its approximator is looked for in */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

/* 上 and 过 say more than before a bare power of ten alone: 上百, 过万; not 加上3台. */
static bool approximates(const gm_view *view, const gm_piece *piece) {
  if (piece->to != piece->from + 1) return true;
  uint32_t c = view->cp[piece->from], next = view->cp[piece->to];
  if (c != 0x4E0A && c != 0x8FC7) return true;
  return next == 0x767E || next == 0x5343 || next == 0x4E07 || next == 0x4EBF || next == 0x5341; /* 百千万亿十 */
}

void gm_approx_before(gm_scan *scan, gm_reading *r) {
  size_t to = gm_lead(scan->view, r->start);
  if (!to || !gm_in_set(gm_lasts_of_approximators, scan->view->cp[to - 1])) return;
  gm_phrase p;
  size_t from = scan->clause > scan->floor ? scan->clause : scan->floor;
  if (from > to) return;
  gm_phrase_cut(scan->view, to - from > APPROX_REACH ? to - APPROX_REACH : from, to, &p);
  if (!p.count) return;
  const gm_piece *last = &p.items[p.count - 1];
  if (!last->word || !last->word->approx || last->to != to || !approximates(scan->view, last)) return;
  r->figure.approx = last->word->approx;
  r->approx = last->from;
  r->approx_end = last->to;
}

/* X率 before a percent: the last plain piece ends in 率. */
static bool rate_before(const gm_view *view, const gm_reading *r) {
  return r->noun_end > r->noun && view->cp[r->noun_end - 1] == 0x7387;
}

/* 压缩为11分钟 tells what it came to; 增幅为20% does not. */
static bool turns_into(const gm_view *view, const gm_reading *r, const gm_piece *verb) {
  static const uint32_t measures[] = {0x5E45, 0x901F, 0x7387, 0x91CF, 0x989D, 0x6570, 0x503C}; /* 幅速率量额数值 */
  if (verb->to + 1 != r->lead || view->cp[verb->to] != 0x4E3A) return false;                   /* 为 */
  for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
    if (view->cp[verb->to - 1] == measures[i]) return false;
  return true;
}

/* 比上年多开208列, 较上月少收了12件: 多 or 少 and a verb of one character, right before the figure; 比上年高1.35元. */
static uint32_t more_or_less(const gm_view *view, size_t to) {
  if (to && gm_one_of(view->cp[to - 1], u"高低贵")) return view->cp[to - 1] == 0x4F4E ? GM_ROLE_DOWN : GM_ROLE_UP;
  to -= to && view->cp[to - 1] == 0x4E86; /* 了 */
  if (to < 3 || !(view->cls[to - 1] & view->cls[to - 3] & GM_HAN)) return 0;
  if (view->cp[to - 3] == 0x4E0D || view->cp[to - 3] == 0x81F3) return 0; /* 不少, 至少 */
  return view->cp[to - 2] == 0x591A ? GM_ROLE_UP : view->cp[to - 2] == 0x5C11 ? GM_ROLE_DOWN : 0;
}

/* 比上年计划多安排37亿元: 多 or 少 and a verb of two characters. */
static uint32_t more_done(const gm_view *view, size_t from, size_t to) {
  to -= to && view->cp[to - 1] == 0x4E86; /* 了 */
  if (to < from + 4 || !gm_pair_at(view, to - 2, u"安排投入完成实现接待支出筹集发放新增处理办理生产销售收入发送") ||
      view->cp[to - 4] == 0x4E0D || view->cp[to - 4] == 0x81F3)
    return 0;
  return view->cp[to - 3] == 0x591A ? GM_ROLE_UP : view->cp[to - 3] == 0x5C11 ? GM_ROLE_DOWN : 0;
}

/* 比2023年的80.2万千瓦高6.2万千瓦, 比上年的84.5万立方米多用5.1万立方米, 但比去年9月仍高0.3元: does what the clause
 * compares with stand one character before the figure, or two, 多 or 少 and a verb, or an adverb before the one? */
static bool follows_compared(const gm_scan *scan, const gm_reading *r) {
  const gm_view *view = scan->view;
  if (scan->out->count <= scan->first || r->start < 2) return false;
  const gm_figure *before = &scan->out->items[scan->out->count - 1];
  size_t between = gm_one_of(view->cp[r->start - 2], u"多少仍还也又略稍更要均都") ? 2 : 1;
  size_t with = scan->clause + gm_one_of(view->cp[scan->clause], u"但却也仍而则又");
  return gm_one_of(view->cp[with], u"比较") && before->end == view->raw_at[r->start - between] &&
         before->start > view->raw_at[with];
}

#define COMPARED_REACH 16 /* characters between 比 and by how much it is more */

/* 比8月份仍然高0.3元: 高 or 低 in a clause that compares, and not the end of another word. */
static bool is_higher(const gm_scan *scan, const gm_reading *r) {
  const gm_view *view = scan->view;
  if (r->start < scan->clause + 3 || !gm_one_of(view->cp[r->start - 1], u"高低贵") ||
      gm_one_of(view->cp[r->start - 2], u"最新身海升提增抬拔减压降落"))
    return false;
  for (size_t i = r->start - 2; i > scan->clause && r->start - i < COMPARED_REACH; i--)
    if (gm_one_of(view->cp[i - 1], u"比较")) return true;
  return false;
}

#define EACH_NAME 4 /* characters of what else each gets: 慰问金 */

/* 每人发放棉被1床、慰问金600元: the second of what each gets. */
static bool follows_each(const gm_scan *scan, const gm_reading *r) {
  const gm_view *view = scan->view;
  if (scan->out->count <= scan->first || r->figure.roles & (GM_ROLE_TOTAL | GM_ROLE_UP | GM_ROLE_DOWN)) return false;
  const gm_figure *before = &scan->out->items[scan->out->count - 1];
  if (!(before->roles & GM_ROLE_EACH) || before->kind != GM_FIGURE_QUANTITY || r->figure.kind != GM_FIGURE_MONEY)
    return false;
  size_t i = r->start;
  while (i && r->start - i <= EACH_NAME && is(view, i - 1, GM_HAN)) i--;
  return i && view->cp[i - 1] == 0x3001 && view->raw_at[i - 1] == before->end; /* 、 */
}

/* 技能提升补贴598.5万元, 焊工提升班: is 提升 part of a name? */
static bool names_a_fund(const gm_view *view, const gm_piece *at) {
  return at->to == at->from + 2 && gm_pair_at(view, at->from, u"提升") && at->from &&
         view->cls[at->from - 1] & GM_HAN &&
         (gm_one_of(view->cp[at->to], u"班营") || gm_pair_at(view, at->to, u"补贴补助资金经费工程项目行动奖补"));
}

/* Roles and verb from the words before; the nearest word of a kind decides. */
static void roles_before(const gm_scan *scan, gm_reading *r, const gm_phrase *p) {
  const gm_view *view = scan->view;
  uint32_t *roles = &r->figure.roles;
  bool direct = true; /* nothing but links and approximators so far */
  bool decided = false;
  for (size_t i = p->count; i; i--) {
    const gm_piece *at = &p->items[i - 1];
    const gm_word *word = at->word;
    if (!word) {
      if (at->to > at->from) direct = false;
      continue;
    }
    uint16_t f = word->flags;
    if (!(f & GM_WORD_ROLES)) {
      direct = direct && (f & GM_WORD_LINK || word->approx);
      continue;
    }
    if (!r->figure.verb_hash && (f & GM_WORD_VERB)) r->figure.verb_hash = gm_phrase_hash(view, at->from, at->to);
    if (r->figure.verb_start == r->figure.verb_end && (f & (GM_WORD_VERB | GM_WORD_UP | GM_WORD_DOWN))) {
      r->figure.verb_start = view->raw_at[at->from];
      r->figure.verb_end = view->raw_at[at->to];
    }
    if (f & GM_WORD_TOTAL) *roles |= GM_ROLE_TOTAL;
    if (f & GM_WORD_OF_WHICH) *roles |= GM_ROLE_OF_WHICH;
    if (f & GM_WORD_COMPARED) *roles |= GM_ROLE_COMPARED;
    if ((f & GM_WORD_EACH) && r->start - at->to <= EACH_REACH) *roles |= GM_ROLE_EACH;
    if ((f & GM_WORD_SHARE) && (r->figure.kind == GM_FIGURE_PERCENT || direct)) *roles |= GM_ROLE_SHARE;
    if ((f & GM_WORD_LIST) && at->to == r->lead) *roles |= GM_ROLE_LIST_TOTAL;
    if (!decided && direct && (f & (GM_WORD_TO | GM_WORD_FROM))) {
      bool until = at->from && view->cp[at->from - 1] == 0x622A; /* 截至 */
      if ((f & GM_WORD_TO) && !until) *roles |= GM_ROLE_TO;
      if (f & GM_WORD_FROM) *roles |= GM_ROLE_FROM;
      decided = true;
    }
    if (!decided && (f & (GM_WORD_UP | GM_WORD_DOWN)) && turns_into(view, r, at)) {
      *roles |= GM_ROLE_TO;
      decided = true;
    }
    if (!decided && (f & (GM_WORD_UP | GM_WORD_DOWN)) && r->start - at->to <= 8 && !names_a_fund(view, at) &&
        !(at->to < r->start && (view->cp[at->to] == 0x5230 || view->cp[at->to] == 0x81F3))) { /* 压减到今年的73万元 */
      *roles |= f & GM_WORD_UP ? GM_ROLE_UP : GM_ROLE_DOWN;
      if (f & GM_WORD_UP && view->cp[at->from] == 0x65B0) *roles |= GM_ROLE_ADDED; /* 新 */
      decided = true;
    }
    if (!(f & (GM_WORD_LINK | GM_WORD_SHARE)) && !word->approx) direct = false;
  }
  if (follows_each(scan, r)) *roles |= GM_ROLE_EACH;
  if (!decided && (*roles & GM_ROLE_COMPARED || follows_compared(scan, r) || is_higher(scan, r)))
    *roles |= more_or_less(view, r->lead);
  if (!decided && *roles & GM_ROLE_COMPARED) *roles |= more_done(view, scan->clause, r->start);
}

/* 其中. */
static bool of_which_at(const gm_view *view, size_t i) { return view->cp[i] == 0x5176 && view->cp[i + 1] == 0x4E2D; }

/* 包括. */
static bool includes_at(const gm_view *view, size_t i) { return view->cp[i] == 0x5305 && view->cp[i + 1] == 0x62EC; }

/* 中， or ，其中 behind the figure and its noun. */
static bool leads_parts(const gm_view *view, const gm_reading *r) {
  size_t i = r->noun >= r->end ? r->noun_end : r->end;
  size_t limit = i + GM_PHRASE_AHEAD;
  if (view->cp[r->end] == 0x91CC && is(view, r->end + 1, GM_PAUSE)) return true; /* 这46.8亿元里， */
  for (; i < limit && i < view->count; i++) {
    uint32_t c = view->cp[i];
    if (is(view, i, GM_DIGIT)) return false;
    if (c == 0x4E2D) { /* 中 */
      if (is(view, i + 1, GM_PAUSE)) return true;
      size_t length;
      const gm_word *word = gm_word_find(view, i, &length);
      return !word && is(view, i + 1, GM_HAN) && i - r->end <= 8 && !gm_word_find(view, i ? i - 1 : 0, &length);
    }
    if (is(view, i, GM_PAUSE | GM_STOP) || c == 0xFF08 || c == ' ') {
      while (is(view, i, GM_PAUSE | GM_STOP | GM_SPACE) || view->cp[i] == 0xFF08) i++;
      return of_which_at(view, i) || includes_at(view, i);
    }
  }
  return false;
}

/* Does the figure say which time what follows is told of? Not 比2023年, 2022级. */
static bool sets_period(const gm_figure *figure) {
  if (figure->roles & (GM_ROLE_COMPARED | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) return false;
  if (figure->kind == GM_FIGURE_YEAR) return true;
  if (figure->kind == GM_FIGURE_DATE) return figure->date.month != 0;
  return figure->kind == GM_FIGURE_ORDINAL && figure->unit == GM_UNIT_QUARTER;
}

/* Does the time open its clause, or stand before a verb? 完成2022年度考核 tells of the 考核 alone. */
static bool is_adverbial(const gm_view *view, const gm_reading *r, const gm_phrase *p) {
  size_t length, i = r->end;
  if (r->figure.unit == GM_UNIT_YEAR_OF) return false;
  if (is(view, i, GM_PAUSE | GM_STOP)) return true;
  const gm_word *word = gm_word_find(view, i, &length);
  if (word && word->flags) return true;
  for (size_t k = 0; k < p->count; k++)
    if (!p->items[k].word) return false;
  return true;
}

/* The time the figure is told of: itself, 今年 among the words before it (not 比去年), or what was said last. */
static void read_period(gm_scan *scan, gm_reading *r, const gm_phrase *p) {
  const gm_view *view = scan->view;
  for (size_t i = p->flags & GM_WORD_TIME ? p->count : 0; i-- > 0;) {
    const gm_piece *at = &p->items[i];
    if (!at->word || !(at->word->flags & GM_WORD_TIME)) continue;
    if (i && p->items[i - 1].word && p->items[i - 1].word->flags & GM_WORD_COMPARED) continue;
    scan->period_start = view->raw_at[at->from];
    scan->period_end = view->raw_at[at->to];
    break;
  }
  if (sets_period(&r->figure) && is_adverbial(view, r, p)) {
    scan->period_start = view->raw_at[r->start];
    scan->period_end = view->raw_at[r->end];
  }
  bool itself = sets_period(&r->figure);
  r->figure.period_start = itself ? view->raw_at[r->start] : scan->period_start;
  r->figure.period_end = itself ? view->raw_at[r->end] : scan->period_end;
}

/* 年满80周岁的长者: an age that says who is counted. */
static bool is_age_reached(const gm_view *view, const gm_reading *r) {
  return view->cp[r->end] == 0x7684 /* 的 */ && view->cp[r->end - 1] == 0x5C81 /* 岁 */ && r->start &&
         view->cp[r->start - 1] == 0x6EE1 /* 满 */;
}

void gm_context_read(gm_scan *scan, gm_reading *r) {
  const gm_view *view = scan->view;
  gm_phrase p;
  r->lead = gm_lead(view, r->start);
  if (r->lead < scan->clause || r->lead < scan->floor) r->lead = r->start;
  gm_phrase_before(scan, r->lead, &p);
  if (p.count && r->approx == r->approx_end) {
    const gm_piece *last = &p.items[p.count - 1];
    if (last->word && last->word->approx && last->to == r->lead && r->figure.approx == GM_APPROX_NONE &&
        approximates(view, last)) {
      r->figure.approx = last->word->approx;
      r->approx = last->from;
      r->approx_end = last->to;
    }
  }
  uint16_t cls = view->cls[r->start];
  uint32_t *roles = &r->figure.roles;
  if (cls & GM_IN_PAREN) *roles |= GM_ROLE_PAREN;
  if (cls & GM_IN_TITLE) *roles |= GM_ROLE_TITLE;
  if (cls & GM_IN_QUOTE) *roles |= GM_ROLE_QUOTE;
  roles_before(scan, r, &p);
  gm_noun_find(scan, r, &p);
  if (*roles & GM_ROLE_OF_WHICH && !(cls & GM_IN_PAREN)) scan->of_which = true; /* （含旧存412件） ends it */
  if (scan->of_which) *roles |= GM_ROLE_OF_WHICH;
  if (scan->compared) *roles |= GM_ROLE_COMPARED;
  uint8_t approx = r->figure.approx;
  if (approx == GM_APPROX_LEAST || approx == GM_APPROX_MOST) *roles |= GM_ROLE_THRESHOLD;
  if (is_age_reached(view, r)) *roles |= GM_ROLE_THRESHOLD;
  if (r->figure.kind == GM_FIGURE_PERCENT && rate_before(view, r)) *roles |= GM_ROLE_RATE;
  if (leads_parts(view, r)) *roles |= GM_ROLE_WHOLE_LEAD;
  if (!r->each_only) r->figure.noun_hash = gm_phrase_hash(view, r->noun, r->noun_end);
  read_period(scan, r, &p);
}

/* Takes note of a time that opens the line or a clause at `at`: 今年, 上半年. */
static void begin_clause(gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  size_t length;
  while (is(view, at, GM_SPACE)) at++;
  const gm_word *word = gm_word_find(view, at, &length);
  if (!word || !(word->flags & GM_WORD_TIME)) return;
  scan->period_start = view->raw_at[at];
  scan->period_end = view->raw_at[at + length];
}

/* Takes note of a pause or stop at `i`. */
static void take_mark(gm_scan *scan, size_t i) {
  const gm_view *view = scan->view;
  uint32_t c = view->cp[i], next = view->cp[i + 1];
  if (c == 0x3001) return; /* 、 parts the members of a list, not clauses */
  bool stop = is(view, i, GM_STOP);
  /* 与上年同期相比， and 同比， hold for the clauses behind them */
  if (c == 0xFF0C && i > 1 && view->cp[i - 1] == 0x6BD4 && gm_one_of(view->cp[i - 2], u"相同期环"))
    scan->compared = true;
  bool which = of_which_at(view, i + 1);
  if (which || includes_at(view, i + 1)) scan->of_which = true;
  if (stop) {
    scan->sentence++;
    scan->of_which = which;
    scan->has_noun = false;
  }
  if (stop || c == 0xFF1B) scan->compared = false;
  scan->clause_count++;
  scan->clause = i + 1;
  if (next == ' ' || gm_in_set(gm_firsts_of_times, next)) begin_clause(scan, i + 1);
}

void gm_context_reach(gm_scan *scan, size_t at) {
  if (!scan->reached) begin_clause(scan, 0);
  for (size_t i = scan->reached; (i = gm_view_next_before(scan->view, i, at, GM_STOP | GM_PAUSE)) < at; i++)
    take_mark(scan, i);
  if (at > scan->reached) scan->reached = at;
}
