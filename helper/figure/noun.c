#include "figure/phrase.h"

#define DE        0x7684u /* 的 */
#define LE        0x4E86u /* 了 */
#define ZONG      0x603Bu /* 总 */
#define OPEN_Q    0x201Cu
#define CLOSE_Q   0x201Du
#define OPEN_P    0xFF08u
#define CLOSE_P   0xFF09u
#define OPEN_T    0x300Au
#define CLOSE_T   0x300Bu
#define HEADING   16 /* characters of a heading */
#define SPAN_NAME 8  /* characters of a noun behind a span of time */
#define LABEL     10 /* characters of a label before ： */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

static bool one_of(uint32_t c, const char16_t *list) {
  for (; *list; list++)
    if (*list == c) return true;
  return false;
}

static bool found(const gm_reading *r) { return r->noun_end > r->noun; }

static void set(gm_reading *r, size_t from, size_t to) {
  r->noun = from;
  r->noun_end = to;
}

/* 内来后前里中底 end a phrase of time or place, no noun: 5个月内, 辅导员中; 高中 初中 集中 are words. */
static bool place_word(const gm_view *view, size_t i) {
  uint32_t before = i ? view->cp[i - 1] : 0;
  if (view->cp[i] == 0x4E2D && one_of(before, u"高初集")) return false;
  return one_of(view->cp[i], u"内来后前里中底");
}

/* Trims blanks, signs and words of no weight at both ends of [*from, *to), then a place word at its end; empties it
 * when it holds neither Han nor an abbreviation. */
static void trim(const gm_view *view, size_t *from, size_t *to) {
  while (*from < *to && (is(view, *from, GM_SPACE) || one_of(view->cp[*from], u"了过之"))) (*from)++;
  while (*from < *to && (is(view, *to - 1, GM_SPACE | GM_PAUSE) || one_of(view->cp[*to - 1], u"之尚另又皆¥￥$−±-")))
    (*to)--;
  if (*to - *from != 2 && *to > *from && place_word(view, *to - 1)) (*to)--;
  for (size_t i = *from; i < *to; i++)
    if (is(view, i, GM_SPACE)) *from = i + 1; /* 第五条　本办法: what a blank parts is no one noun */
  size_t letters = 0;
  for (size_t i = *from; i < *to; i++) {
    if (is(view, i, GM_HAN)) return;
    letters += is(view, i, GM_LATIN);
  }
  if (letters < 2 || letters < *to - *from) *to = *from; /* GDP, CPI are nouns */
}

/* Does the list of words that a noun is made of go on at the mark or 和 at `i`? Kinds of meetings take lists:
 * 6期甲、乙和 丙培训班. */
static bool list_goes_on(const gm_view *view, size_t i) {
  return one_of(view->cp[i], u"、和与及") && is(view, i + 1, GM_HAN) && !is(view, i + 1, GM_NUMERAL);
}

/* 方面 环节 … are whole by themselves: 从三个方面完善制度. Gives the characters. */
static size_t whole_noun(const gm_view *view, size_t i) {
  static const char *const nouns[] = {"方面", "环节", "阶段", "层面", "步骤"};
  for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++) {
    size_t n = gm_view_match(view, i, nouns[k]);
    if (n) return n;
  }
  return 0;
}

/* A verb and one character more before a boundary name a thing: 慰问品, 补助金. */
static bool names_thing(const gm_view *view, const gm_word *word, size_t end) {
  size_t length;
  if (word->flags != GM_WORD_VERB || !is(view, end, GM_HAN) || is(view, end, GM_NUMERAL)) return false;
  if (view->cp[end] == DE || gm_word_find(view, end, &length)) return false;
  const gm_word *next = gm_word_find(view, end + 1, &length);
  return !is(view, end + 1, GM_HAN) || view->cp[end + 1] == DE || (next && next->flags);
}

/* The words from `i` on that make a noun: up to a mark, a verb, an adverb, a digit, 的. `leading` lets the first word
 * be a verb (建设纪实材料). Gives the end. */
static size_t noun_from(const gm_view *view, size_t i, bool lists, bool leading) {
  size_t from = i, limit = i + GM_PHRASE_AHEAD, length;
  for (; i < limit; i += length) {
    const gm_word *word = gm_word_find(view, i, &length);
    if (lists && i > from && list_goes_on(view, i)) {
      length = 1;
      continue;
    }
    if (!is(view, i, GM_HAN | GM_LATIN) || view->cp[i] == DE) break;
    bool number_next = is(view, i + length, GM_DIGIT | GM_NUMERAL);
    if (word && ((!number_next && gm_only_at_number(word, length)) || gm_modifies(view, word, i + length))) word = NULL;
    if (word && names_thing(view, word, i + length)) {
      length++;
      continue;
    }
    if (word && word->flags && !(leading && i == from && word->flags == GM_WORD_VERB)) break;
    gm_numeral numeral;
    gm_unit_place place;
    size_t unit_length, taken = is(view, i, GM_NUMERAL) ? gm_numeral_read(view, i, &numeral) : 0;
    if (taken && gm_unit_find(view, i + taken, &unit_length, &place)) break;
    if (!word) length = 1;
  }
  return i;
}

static size_t start_behind(const gm_view *view, const gm_reading *r) {
  static const char *const bounds[] = {"左右", "上下", "以上", "以下",
                                       "以内"}; /* beside an approximator: 约300元左右 */
  size_t i = r->approx_end > r->end ? r->approx_end : r->end;
  for (size_t k = 0; k < sizeof bounds / sizeof *bounds; k++) i += gm_view_match(view, i, bounds[k]);
  if (view->cp[i] == DE || view->cp[i] == ' ') i++;
  if (view->cp[i] == OPEN_Q || view->cp[i] == OPEN_T) i++; /* 3本《…》 is read into the title */
  return i;
}

/* 3个“绿水青山”基地: what is quoted modifies the noun behind it. */
static bool behind_quote(const gm_view *view, gm_reading *r, size_t inside) {
  if (view->cp[inside - 1] != OPEN_Q) return false;
  size_t i = inside;
  while (i < inside + GM_PHRASE_AHEAD && i < view->count && view->cp[i] != CLOSE_Q) i++;
  if (view->cp[i] != CLOSE_Q) return false;
  size_t end = noun_from(view, i + 1, false, false);
  if (end < i + 3) return false;
  set(r, i + 1, end);
  trim(view, &r->noun, &r->noun_end);
  return found(r);
}

/* The noun right behind the unit. */
static void noun_behind(const gm_view *view, gm_reading *r) {
  size_t i = start_behind(view, r), length;
  size_t name = r->start && view->cp[r->start - 1] == OPEN_Q ? i : SIZE_MAX; /* “三个不放过” */
  while (name != SIZE_MAX && name < i + 6 && is(view, name, GM_HAN)) name++;
  if (name != SIZE_MAX && name > i && view->cp[name] == CLOSE_Q) {
    set(r, i, name);
    return;
  }
  if (r->figure.unit == GM_UNIT_PERSON && view->cp[i] == 0x53E3) { /* 100万人口 */
    set(r, r->unit, i + 1);
    return;
  }
  if (i && behind_quote(view, r, i)) return;
  if (place_word(view, i) && !gm_word_find(view, i, &length)) return;
  bool meeting =
      r->figure.unit == GM_UNIT_PERIOD || r->figure.unit == GM_UNIT_SESSION || r->figure.unit == GM_UNIT_TERM;
  size_t whole = whole_noun(view, i), end = whole ? i + whole : noun_from(view, i, meeting, false);
  /* 这五年经济持续增长: what a predicate follows is its subject, no name of the span; 二期中 of a place */
  bool span = r->figure.kind == GM_FIGURE_DURATION;
  if (span && gm_view_match(view, i, "时间")) { /* 10天时间内 */
    set(r, i, i + 2);
    return;
  }
  bool bounded = !is(view, end, GM_HAN | GM_DIGIT) || view->cp[end] == DE;
  if (span && (!bounded || end < i + 2 || end > i + SPAN_NAME)) return;
  set(r, i, end);
  if (view->cp[r->noun_end] == LE && r->noun_end > i + 2) r->noun_end--; /* 作了: 了 follows a verb */
  trim(view, &r->noun, &r->noun_end);
}

/* The noun behind words that modify it: 32项可落实的具体任务, 6份建设纪实材料. */
static bool noun_further(const gm_view *view, gm_reading *r) {
  size_t i = start_behind(view, r), end = noun_from(view, i, false, true), length;
  const gm_word *word = gm_word_find(view, i, &length);
  if (!word || !word->flags || (word->flags & GM_WORD_LINK)) return false;
  if (end < i + length + 2 || is(view, end, GM_DIGIT | GM_NUMERAL)) {
    size_t limit = i + GM_PHRASE_AHEAD / 2;
    while (i < limit && is(view, i, GM_HAN) && view->cp[i] != DE) i++;
    if (view->cp[i] != DE) return false;
    end = noun_from(view, ++i, false, false);
  }
  if (end == i) return false;
  set(r, i, end);
  return true;
}

/* Does an adverb behind the unit begin a clause that modifies the noun: 2个尚未完工的项目? */
static bool adverb_behind(const gm_view *view, const gm_reading *r) {
  size_t length;
  const gm_word *word = gm_word_find(view, start_behind(view, r), &length);
  return word && (word->flags & GM_WORD_ADVERB);
}

/* Inside of a quote or a title that ends right before `to`. */
static bool quoted_before(const gm_view *view, size_t floor, size_t to, size_t *from) {
  if (!to || !is(view, to - 1, GM_CLOSE) || is(view, to - 1, GM_SPACE)) return false;
  uint32_t open = view->cp[to - 1] == CLOSE_Q ? OPEN_Q : view->cp[to - 1] == CLOSE_T ? OPEN_T : 0;
  for (size_t i = to - 1; open && i > floor && to - i < GM_PHRASE_AHEAD; i--)
    if (view->cp[i - 1] == open) {
      *from = i;
      return i < to - 1;
    }
  return false;
}

/* A label that ends in ： right before: 总投资：3亿元. */
static void label_before(const gm_view *view, const gm_scan *scan, gm_reading *r) {
  size_t colon = scan->clause;
  if (!colon || view->cp[colon - 1] != 0xFF1A || r->start - colon > 4) return;
  size_t from = --colon;
  while (from && colon - from < LABEL && is(view, from - 1, GM_HAN)) from--;
  set(r, from, colon);
  trim(view, &r->noun, &r->noun_end);
}

/* What happens on a date: 书屋已于9月底, the words before the adverbs that lead to it. */
static void event_before(const gm_view *view, gm_reading *r, const gm_phrase *p) {
  size_t i = p->count;
  while (i && p->items[i - 1].word && p->items[i - 1].word->flags & (GM_WORD_STOP | GM_WORD_LINK)) i--;
  if (!i || i == p->count || p->items[i - 1].word) return;
  set(r, p->items[i - 1].from, p->items[i - 1].to);
  trim(view, &r->noun, &r->noun_end);
  if (r->noun_end < r->noun + 2) r->noun_end = r->noun; /* 请于4月 */
}

/* What happens on a date: the verb of the clause behind it, or of the next one when the date is a clause, with its
 * object. */
static void event_behind(const gm_view *view, gm_reading *r) {
  bool whole_clause = false;
  size_t limit = r->end + GM_PHRASE_REACH, length;
  for (size_t i = r->end; i < limit && i < view->count; i += length) {
    const gm_word *word = gm_word_find(view, i, &length);
    if (!length) length = 1;
    if (is(view, i, GM_STOP | GM_DIGIT)) return;
    if (is(view, i, GM_PAUSE)) {
      if (whole_clause || i > r->end + 3) return;
      whole_clause = true;
    }
    if (!word || word->flags != GM_WORD_VERB || names_thing(view, word, i + length)) continue;
    set(r, i, noun_from(view, i, false, true));
    return;
  }
}

/* A short heading in the same line, right before a date that begins the next sentence: （一）启动仪式。4月23日. */
static void heading_before(const gm_scan *scan, gm_reading *r) {
  const gm_view *view = scan->view;
  size_t stop = scan->clause, from;
  if (!stop || r->start != stop || view->cp[stop - 1] != 0x3002) return;
  for (from = stop - 1; from && stop - from < HEADING && is(view, from - 1, GM_HAN);) from--;
  if (from && !one_of(view->cp[from - 1], u"）、.")) return;
  if (stop - from > 3) set(r, from, stop - 1);
}

/* Characters that make a noun of the word before them: 完成率, 增加值, 到位资金. */
static bool nominal(uint32_t c) { return one_of(c, u"率值额数量费款价品金物度面线点权者员"); }

/* Nouns of how much, which make one noun with the verb before them: 采购金额, 参加人数. */
static bool of_measure(const gm_view *view, size_t from, size_t to) {
  static const char *const nouns[] = {"金额", "数量", "面积", "规模", "标准", "时间", "期限", "人数", "次数", "总额",
                                      "水平", "速度", "成本", "价格", "费用", "收入", "资金", "经费", "比例", "目标"};
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (gm_view_match(view, from, nouns[i]) == to - from) return true;
  return false;
}

/* The piece before piece `i`, when it touches it. */
static const gm_piece *left_of(const gm_phrase *p, size_t i) {
  return i && p->items[i - 1].to == p->items[i].from && p->items[i - 1].to > p->items[i - 1].from ? &p->items[i - 1]
                                                                                                  : NULL;
}

/* Is what stands behind piece `i` measured against it: 比 较 高于 before it, 低于全国3个百分点? */
static bool compared_with(const gm_view *view, const gm_phrase *p, size_t i) {
  const gm_piece *left = left_of(p, i);
  if (!left || !left->word) return false;
  bool short_word = left->to == left->from + 1 && (left->word->flags & GM_WORD_COMPARED);
  return short_word || (left->word->approx && view->cp[left->to - 1] == 0x4E8E && left->to == left->from + 2);
}

/* 一个, 一台 count, and name nothing. */
static bool counted_one(const gm_view *view, size_t from, size_t to) {
  size_t length;
  gm_unit_place place;
  return view->cp[from] == 0x4E00 && gm_unit_find(view, from + 1, &length, &place) && from + 1 + length == to;
}

/* Takes the plain piece `i` for the noun, with the word before that makes one noun with it (总长, 完成率). One
 * character alone is seldom a noun: it is kept in *single for want of a better. */
static bool take_plain(const gm_view *view, gm_reading *r, const gm_phrase *p, size_t i, gm_piece *single) {
  size_t from = p->items[i].from, to = p->items[i].to, first = i;
  trim(view, &from, &to);
  if (to == from || counted_one(view, from, to)) return false;
  const gm_piece *left = from == p->items[i].from ? left_of(p, i) : NULL;
  bool total = left && left->word && left->to == left->from + 1 && view->cp[left->from] == ZONG;
  bool verb = left && left->word && (left->word->flags == GM_WORD_VERB || nominal(view->cp[from]));
  if (total || (to == from + 1 && verb && !(left->word->flags & GM_WORD_LINK && left->to == left->from + 1))) {
    from = left->from;
    first--;
    bool goes_on = total || nominal(view->cp[to - 1]);
    const gm_piece *further = goes_on ? left_of(p, first) : NULL;
    if (further && !further->word) from = further->from;
  } else if (left && left->word && left->word->flags == GM_WORD_VERB && of_measure(view, from, to)) {
    from = left->from;
  } else if (to == from + 1 && to < r->start) {
    if (!single->to && !one_of(view->cp[from], u"会能可应须想请让叫给改做作干搞弄分处判扣"))
      *single = (gm_piece){NULL, from, to};
    return false;
  }
  set(r, from, to);
  return true;
}

/* Index of the （ that the ） at piece `i` closes; `i` when there is none. */
static size_t skip_parentheses(const gm_view *view, const gm_phrase *p, size_t i) {
  for (size_t k = i; k-- > 0;)
    if (p->items[k].from == p->items[k].to && view->cp[p->items[k].from] == OPEN_P) return k;
  return i;
}

/* Words that a noun may be looked for behind, on the way back from the number. */
static bool passes(const gm_word *word) {
  return word->flags & (GM_WORD_LINK | GM_WORD_ADVERB | GM_WORD_UP | GM_WORD_DOWN | GM_WORD_COMPARED | GM_WORD_EACH) ||
         word->approx;
}

/* Is what stands before the verb at piece `i`, adverbs between or not, what is done: 培训班共举办12期, 设备更新76万元?
 * Not who does it: 每个镇推荐3户, 12个镇共推荐36户. */
static bool theme_before(const gm_scan *scan, const gm_phrase *p, size_t i) {
  if (p->items[i].word->flags != GM_WORD_VERB) return false;
  while (i && p->items[i - 1].word && p->items[i - 1].word->flags & (GM_WORD_ADVERB | GM_WORD_LINK)) i--;
  if (!i || p->items[i - 1].word || p->items[i - 1].to < p->items[i - 1].from + 2) return false;
  bool of_last = p->items[i - 1].from == scan->floor && scan->out->count > scan->first;
  bool each = i > 1 && p->items[i - 2].word && (p->items[i - 2].word->flags & GM_WORD_EACH);
  return !of_last && !each;
}

/* The noun before the number: the last plain piece, links and adverbs skipped; the verb alone when there is nothing
 * else. */
static void noun_before(const gm_scan *scan, gm_reading *r, const gm_phrase *p) {
  const gm_view *view = scan->view;
  const gm_piece *verb = NULL;
  gm_piece single = {0};
  size_t number = r->approx < r->start ? r->approx : r->start;
  bool of_whole = r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_FRACTION;
  for (size_t i = p->count; i-- > 0;) {
    const gm_piece *at = &p->items[i];
    if (!at->word && at->to > at->from) {
      if (compared_with(view, p, i)) continue;
      if (take_plain(view, r, p, i, &single)) return;
      continue;
    }
    if (!at->word) { /* a mark */
      uint32_t c = view->cp[at->from];
      bool last = at->from + 1 == number;
      if (last && one_of(c, u"—―–=")) { /* 总额——125亿元 */
        number--;
        continue;
      }
      if (last && (c == OPEN_P || (c == DE && of_whole))) continue; /* 质量（21%）, 金额的30% */
      size_t inside, open = c == CLOSE_P ? skip_parentheses(view, p, i) : i;
      if (open < i) {
        i = open;
        continue;
      }
      if (quoted_before(view, scan->clause, at->from + 1, &inside)) set(r, inside, at->from);
      break;
    }
    if ((at->word->flags & GM_WORD_TOTAL) && !(at->word->flags & GM_WORD_LINK)) { /* 座位总数 is a noun */
      const gm_piece *left = left_of(p, i);
      set(r, left && !left->word ? left->from : at->from, at->to);
      return;
    }
    if ((at->word->flags & GM_WORD_SHARE) && !(at->word->flags & GM_WORD_STOP)) { /* 占比, 比重 are nouns */
      set(r, at->from, at->to);
      return;
    }
    bool at_number = at->to == number;
    if (!verb && (at->word->flags & GM_WORD_VERB)) verb = at;
    if (!passes(at->word) && !(at->word->flags & GM_WORD_SHARE) && !(at_number && theme_before(scan, p, i))) break;
  }
  if (found(r)) return;
  if (single.to)
    set(r, single.from, single.to);
  else if (verb)
    set(r, verb->from, verb->to);
}

/* Is the figure before, which ends right where the words of this one begin, only its time: 产值2023年增长5%? */
static bool last_is_time(const gm_scan *scan) {
  const gm_figure *last = &scan->out->items[scan->out->count - 1];
  if (last->kind == GM_FIGURE_DATE || last->kind == GM_FIGURE_YEAR || last->kind == GM_FIGURE_TIME) return true;
  if (last->kind == GM_FIGURE_ORDINAL) return last->unit == GM_UNIT_QUARTER;
  size_t behind = scan->floor + gm_view_match(scan->view, scan->floor, "时间");
  return last->kind == GM_FIGURE_DURATION && one_of(scan->view->cp[behind], u"来内间以");
}

/* The noun before a date or a quarter that stands between it and the number. */
static void noun_across_time(const gm_scan *scan, gm_reading *r) {
  if (scan->out->count == scan->first || scan->clause > scan->floor || !last_is_time(scan)) return;
  size_t from = scan->floor_before > scan->clause ? scan->floor_before : scan->clause;
  gm_phrase p;
  size_t to = scan->last_start;
  if (to > from && scan->view->cp[to - 1] == 0x7B2C) to--; /* 第 */
  gm_phrase_cut(scan->view, to - from > GM_PHRASE_REACH ? to - GM_PHRASE_REACH : from, to, &p);
  noun_before(scan, r, &p);
}

/* Can the noun be missing here because it is the one before: 增加30964人次, 占24.5%, 缩短到4分钟. */
static bool may_inherit(const gm_reading *r) {
  const uint32_t roles = GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_SHARE | GM_ROLE_TO | GM_ROLE_COMPARED;
  return (r->figure.roles & roles) || r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_POINTS ||
         !r->figure.unit;
}

/* Are there words before the number, and none of them says anything but how much: 达到人民币36.4亿元? */
static bool only_links(const gm_phrase *p) {
  for (size_t i = 0; i < p->count; i++)
    if (!p->items[i].word || !passes(p->items[i].word) || (p->items[i].word->flags & (GM_WORD_VERB | GM_WORD_TOTAL)))
      return false;
  return p->count > 0;
}

/* Does the figure stand right beside the one before: 137处、1.9万平方米; 18条21公里; 815元和615元? */
static bool beside_last(const gm_scan *scan, const gm_reading *r) {
  size_t gap = r->start - scan->floor;
  if (scan->out->count == scan->first) return false;
  return !gap || (gap == 1 && one_of(scan->view->cp[scan->floor], u"、和与及或至到～—/"));
}

/* 43所和12所高校, 1.8级至2.5级地震: the figure before, of the same unit, counts what stands behind this one. */
static void lend_to_last(gm_scan *scan, const gm_reading *r) {
  if (!beside_last(scan, r)) return;
  gm_figure *last = &scan->out->items[scan->out->count - 1];
  if (!r->figure.unit || last->unit != r->figure.unit) return;
  size_t length, from = gm_view_find(scan->view, last->noun_start), to = gm_view_find(scan->view, last->noun_end);
  const gm_word *word = gm_word_find(scan->view, from, &length);
  bool of_sum = word && length == to - from && (word->flags & GM_WORD_TOTAL); /* 共有 is a noun for want of a better */
  if (to > from && !of_sum) return;
  last->noun_start = scan->view->raw_at[r->noun];
  last->noun_end = scan->view->raw_at[r->noun_end];
  last->noun_hash = gm_phrase_hash(scan->view, r->noun, r->noun_end);
}

/* 第一期60人, 35岁以下41名, 2人户196户: the figure right before names what is counted. */
static bool named_by_figure(const gm_scan *scan, gm_reading *r) {
  const gm_figure *last = scan->out->count > scan->first ? &scan->out->items[scan->out->count - 1] : NULL;
  if (!last || r->start - scan->floor > 1 || scan->clause > scan->floor) return false;
  bool of_people = last->roles & GM_ROLE_NUMBER_NAME && gm_units[last->unit].unit_class == GM_CLASS_PERSON;
  if (last->kind != GM_FIGURE_ORDINAL && last->unit != GM_UNIT_AGE && !(last->roles & GM_ROLE_THRESHOLD) && !of_people)
    return false;
  size_t from = gm_view_find(scan->view, last->start);
  if (from && scan->view->cp[from - 1] == 0x7B2C) from--; /* 第 */
  set(r, from, r->start);
  return true;
}

/* A year, a quarter, a floor counts nothing but itself. */
static bool names_itself(const gm_reading *r) {
  return (r->figure.kind == GM_FIGURE_YEAR && r->figure.unit == GM_UNIT_YEAR) ||
         (r->figure.kind == GM_FIGURE_ORDINAL &&
          (r->figure.unit == GM_UNIT_QUARTER || r->figure.unit == GM_UNIT_FLOOR));
}

/* The last resort: the verb behind with its object (21个批次选派干部), or the word of a sum (合计 48.6), which is true
 * of the cells behind it too. */
static bool noun_of_verb(const gm_view *view, gm_reading *r, const gm_phrase *p) {
  size_t i = start_behind(view, r), length;
  if (r->figure.kind == GM_FIGURE_DURATION && one_of(view->cp[i], u"内里间")) i++; /* 两年内轮训一遍 */
  const gm_word *word = gm_word_find(view, i, &length);
  if (word && word->flags == GM_WORD_VERB) {
    set(r, i, noun_from(view, i, false, true));
    return false;
  }
  for (size_t k = p->count; k; k--)
    if (p->items[k - 1].word && (p->items[k - 1].word->flags & GM_WORD_TOTAL)) {
      set(r, p->items[k - 1].from, p->items[k - 1].to);
      return true;
    }
  return false;
}

/* Does the noun of this figure rather stand before it than behind its unit? */
static bool before_first(const gm_reading *r) {
  switch ((gm_figure_kind)r->figure.kind) {
    case GM_FIGURE_PERCENT:
    case GM_FIGURE_POINTS:
    case GM_FIGURE_ANNIVERSARY:
    case GM_FIGURE_FRACTION:
    case GM_FIGURE_RATIO: return true;
    default: break;
  }
  return r->unit == r->unit_end || r->figure.unit == GM_UNIT_ONES ||
         gm_units[r->figure.unit].unit_class == GM_CLASS_VISIT;
}

/* 人口超过100万的城市 tells of 人口, 50%的税收 of 税收: does a word that links a noun to its number stand before it? */
static bool said_of_noun(const gm_view *view, const gm_reading *r, const gm_phrase *p) {
  const gm_piece *last = p->count ? &p->items[p->count - 1] : NULL;
  if (!last || !last->word || last->to != r->start) return false;
  if (last->word->flags & (GM_WORD_UP | GM_WORD_DOWN)) return true;
  if (!(last->word->flags & GM_WORD_LINK) || view->cp[last->from] == 0x4E0A) return false; /* 上千人 */
  if (last->word->flags & (GM_WORD_STOP | GM_WORD_FROM | GM_WORD_VERB)) return false;
  return last->word->approx != GM_APPROX_NEAR && last->word->approx != GM_APPROX_ABOUT;
}

void gm_noun_find(gm_scan *scan, gm_reading *r, const gm_phrase *p) {
  const gm_view *view = scan->view;
  gm_figure_kind kind = (gm_figure_kind)r->figure.kind;
  if (found(r)) return; /* a slogan brings its own */
  r->noun = r->noun_end = r->start;
  if (kind == GM_FIGURE_YEAR && r->figure.unit == GM_UNIT_YEAR) event_behind(view, r);
  if (found(r)) return;
  if (names_itself(r)) {
    set(r, r->unit, r->unit_end);
    return;
  }
  bool before = view->cp[r->end] == DE ? said_of_noun(view, r, p) : before_first(r);
  bool calendar = kind == GM_FIGURE_DATE || kind == GM_FIGURE_TIME;
  if (!before) noun_behind(view, r);
  if (calendar) {
    if (!found(r)) event_before(view, r, p);
    if (!found(r)) heading_before(scan, r);
    const gm_figure *last = scan->out->count > scan->first ? &scan->out->items[scan->out->count - 1] : NULL;
    if (last && last->kind == GM_FIGURE_DATE && last->noun_end > last->noun_start && scan->floor >= scan->clause &&
        r->start - scan->floor < 4) /* 4月23日上午9:30 */
      set(r, gm_view_find(view, last->noun_start), gm_view_find(view, last->noun_end));
    if (!found(r)) event_behind(view, r);
    return;
  }
  if (!found(r) && !before && adverb_behind(view, r)) noun_further(view, r);
  if (!found(r)) noun_before(scan, r, p);
  if (!found(r) || (r->noun_end <= r->start && gm_is_verb(view, r->noun, r->noun_end))) noun_across_time(scan, r);
  bool weak = found(r) && r->noun_end <= r->start && gm_is_verb(view, r->noun, r->noun_end);
  if (before && (!found(r) || weak)) {
    gm_reading behind = *r;
    behind.noun = behind.noun_end = behind.start;
    noun_behind(view, &behind);
    if (found(&behind)) set(r, behind.noun, behind.noun_end);
  }
  if (!found(r)) label_before(view, scan, r);
  bool own = found(r);
  bool verb_only = own && r->noun_end <= r->start && gm_is_verb(view, r->noun, r->noun_end);
  if ((!own || verb_only) && scan->has_noun) {
    if (may_inherit(r) || (!own && only_links(p)) || (!own && beside_last(scan, r) && !named_by_figure(scan, r))) {
      set(r, scan->noun, scan->noun_end);
      return;
    }
  }
  if ((!own || verb_only) && !before && noun_further(view, r)) own = true, verb_only = false;
  if (!own && named_by_figure(scan, r)) own = true;
  if (!own) own = noun_of_verb(view, r, p);
  if (!found(r) && kind == GM_FIGURE_ORDINAL && r->unit_end > r->unit + 1) set(r, r->unit, r->unit_end); /* 第一阶段 */
  if (found(r) && r->noun >= r->end) lend_to_last(scan, r);
  if (own && !(r->figure.roles & GM_ROLE_PAREN)) {
    scan->has_noun = true;
    scan->noun = r->noun;
    scan->noun_end = r->noun_end;
  }
}
