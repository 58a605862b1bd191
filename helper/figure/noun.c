#include "figure/phrase.h"

#define DE        0x7684u /* 的 */
#define YI        0x4E00u /* 一 */
#define ZONG      0x603Bu /* 总 */
#define YONG      0x7528u /* 用 */
#define LE        0x4E86u /* 了 */
#define YOU       0x6709u /* 有 */
#define MEI       0x6BCFu /* 每 */
#define CHENG     0x6210u /* 成 */
#define OPEN_Q    0x201Cu
#define CLOSE_Q   0x201Du
#define OPEN_P    0xFF08u
#define CLOSE_P   0xFF09u
#define OPEN_T    0x300Au
#define CLOSE_T   0x300Bu
#define HEADING   16 /* characters of a heading */
#define LABEL     10 /* characters of a label before ： */
#define CLAUSE    4  /* characters before 的 that are no mere noun: 其中公建民营的9家 */
#define EACH_NAME 6  /* characters of 每 and what it is each of */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

static bool found(const gm_reading *r) { return r->noun_end > r->noun; }

static void set(gm_reading *r, size_t from, size_t to) {
  r->noun = from;
  r->noun_end = to;
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
  gm_noun_trim(view, &r->noun, &r->noun_end);
}

/* What happens on a date: 书屋已于9月底, the words before the adverbs that lead to it. */
static void event_before(const gm_view *view, gm_reading *r, const gm_phrase *p) {
  size_t i = p->count;
  while (i && p->items[i - 1].word && p->items[i - 1].word->flags & (GM_WORD_STOP | GM_WORD_LINK)) i--;
  if (!i || i == p->count || p->items[i - 1].word) return;
  set(r, p->items[i - 1].from, p->items[i - 1].to);
  gm_noun_trim(view, &r->noun, &r->noun_end);
  if (r->noun_end < r->noun + 2) r->noun_end = r->noun; /* 请于4月 */
}

/* A short heading in the same line, right before a date that begins the next sentence: （一）启动仪式。4月23日. */
static void heading_before(const gm_scan *scan, gm_reading *r) {
  const gm_view *view = scan->view;
  size_t stop = scan->clause, from;
  if (!stop || r->start != stop || view->cp[stop - 1] != 0x3002) return;
  for (from = stop - 1; from && stop - from < HEADING && is(view, from - 1, GM_HAN);) from--;
  size_t mark = from ? from - 1 : 0;
  while (mark && is(view, mark - 1, GM_DIGIT | GM_NUMERAL)) mark--;
  bool marked = mark + 1 < from && gm_one_of(view->cp[from - 1], u"）、.") &&
                (!mark || !is(view, mark - 1, GM_HAN));            /* not （星期五） */
  if ((from && !marked) || stop - from < (marked ? 3 : 4)) return; /* （一）报名 */
  set(r, from, stop - 1);
}

/* Characters that make a noun of the word before them: 完成率, 增加值, 到位资金. */
static bool nominal(uint32_t c) { return gm_one_of(c, u"率值额数量费款价品金物度面线点权者员"); }

/* Nouns of how much, which make one noun with the verb before them: 采购金额, 参加人数. */
static bool of_measure(const gm_view *view, size_t from, size_t to) {
  return to == from + 2 && gm_pair_at(view, from,
                                      u"金额数量面积规模标准时间期限人数次数总额"
                                      u"水平速度成本价格费用收入资金经费比例目标");
}

/* The piece before piece `i`, when it touches it. */
static const gm_piece *left_of(const gm_phrase *p, size_t i) {
  return i && p->items[i - 1].to == p->items[i].from && p->items[i - 1].to > p->items[i - 1].from ? &p->items[i - 1]
                                                                                                  : NULL;
}

/* Is what stands behind piece `i` measured against it: 比 较 高于 before it, 低于全国3个百分点, 高于全县人均收入2%? */
static bool compared_with(const gm_view *view, const gm_phrase *p, size_t i) {
  const gm_piece *left = left_of(p, i);
  if (left && left->word && left->word->flags & (GM_WORD_EACH | GM_WORD_TIME)) {
    left = left_of(p, --i);
    if (left && !left->word) left = left_of(p, --i);
  }
  if (!left || !left->word) return false;
  bool short_word = left->to == left->from + 1 && (left->word->flags & GM_WORD_COMPARED);
  bool more = left->to == left->from + 2 && gm_pair_at(view, left->from, u"高出超出");
  return short_word || more || (left->word->approx && view->cp[left->to - 1] == 0x4E8E && left->to == left->from + 2);
}

/* 占总量的三成: is piece `i` what the share is of, not what has it? */
static bool shared_of(const gm_phrase *p, size_t i) {
  const uint16_t share = GM_WORD_SHARE | GM_WORD_STOP;
  const gm_piece *left = left_of(p, i);
  return left && left->word && (left->word->flags & share) == share;
}

/* 一个, 一台 count, and name nothing; 一年级 does. */
static bool counted_one(const gm_view *view, size_t from, size_t to) {
  if (gm_pair_at(view, from + 1, u"年级")) return false;
  size_t length;
  gm_unit_place place;
  return view->cp[from] == YI && gm_unit_find(view, from + 1, &length, &place) && from + 1 + length == to;
}

/* Where the number begins, with what says how exact it is. */
static size_t number_start(const gm_reading *r) { return r->approx < r->start ? r->approx : r->lead; }

/* 工人用5天, 评委用了两小时: does the piece that ends at `to` only say who spends the time? 试用3个月 is one word. */
static bool spends_time(const gm_view *view, const gm_reading *r, size_t to) {
  size_t number = number_start(r);
  if (gm_units[r->figure.unit].unit_class != GM_CLASS_TIME || view->cp[to - 1] != YONG) return false;
  if (to > 1 && gm_one_of(view->cp[to - 2], u"试使停占留沿服")) return false;
  return to == number || (to + 1 == number && view->cp[to] == LE);
}

/* Characters of 一场 before the noun of the plain piece [from, to): 一场庭审, and not 一期工程, 一户一策. */
static size_t article(const gm_view *view, size_t from, size_t to) {
  bool counted = view->cp[from] == YI && gm_one_of(view->cp[from + 1], u"个名位所座场支部台辆艘");
  return counted && to >= from + 4 && !is(view, from + 2, GM_NUMERAL) ? 2 : 0;
}

/* Takes the plain piece `i` for the noun, with the word before that makes one noun with it (总长, 完成率). One
 * character alone is seldom a noun: it is kept in *single for want of a better. */
static bool take_plain(const gm_view *view, gm_reading *r, const gm_phrase *p, size_t i, gm_piece *single) {
  size_t from = p->items[i].from, to = p->items[i].to, first = i;
  gm_noun_trim(view, &from, &to);
  if (to == r->lead && to > from + 2 && gm_one_of(view->cp[to - 1], u"高低")) to--; /* 产品高5% */
  if (to == from || counted_one(view, from, to)) return false;
  from += article(view, from, to);
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
  } else if (to == from + 1) {
    if (is(view, from, GM_NUMERAL)) return false; /* 二是增加3万元 */
    if (gm_one_of(view->cp[from], u"会能可应须想请让叫给改做作干搞弄分处判扣")) return false;
    if (to < r->lead) {
      if (!single->to) *single = (gm_piece){NULL, from, to};
      return false;
    }
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

/* Does the verb that ends at `to` say what changes: 增收, 减产, 节支? */
static bool has_object(const gm_view *view, size_t to) { return gm_one_of(view->cp[to - 1], u"收产支效利税"); }

/* Is what stands before the verb at piece `i`, adverbs between or not, what is done: 培训班共举办12期, 设备更新76万元?
 * Not who does it: 每个镇推荐3户, 12个镇共推荐36户. */
static bool theme_before(const gm_scan *scan, const gm_phrase *p, size_t i) {
  if (p->items[i].word->flags != GM_WORD_VERB) return false;
  for (; i && p->items[i - 1].word && p->items[i - 1].word->flags & (GM_WORD_ADVERB | GM_WORD_LINK); i--)
    if (gm_one_of(scan->view->cp[p->items[i - 1].from], u"将拟")) return false; /* 学校将投入180万元 */
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
  size_t number = number_start(r);
  bool of_whole = r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_FRACTION, compared = false;
  for (size_t i = p->count; i-- > 0;) {
    const gm_piece *at = &p->items[i];
    if (!at->word && at->to > at->from) {
      if (compared_with(view, p, i)) {
        compared = true;
        continue;
      }
      if (of_whole && shared_of(p, i)) continue;
      if (spends_time(view, r, at->to)) return;
      if (take_plain(view, r, p, i, &single)) return;
      continue;
    }
    if (!at->word) { /* a mark */
      uint32_t c = view->cp[at->from];
      bool last = at->from + 1 == number;
      if (last && gm_one_of(c, u"—―–=")) { /* 总额——125亿元 */
        number--;
        continue;
      }
      bool of_time =
          c == DE && i && p->items[i - 1].word && (p->items[i - 1].word->flags & GM_WORD_TIME); /* 去年的36亿 */
      if (last && (c == OPEN_P || (c == DE && of_whole) || of_time)) continue; /* 质量（21%）, 金额的30% */
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
      if (of_whole && (shared_of(p, i) || (left && !left->word && shared_of(p, i - 1)))) continue;
      set(r, left && !left->word ? left->from : at->from, at->to);
      return;
    }
    if ((at->word->flags & GM_WORD_SHARE) && !(at->word->flags & GM_WORD_STOP)) { /* 占比, 比重 are nouns */
      set(r, at->from, at->to);
      return;
    }
    bool at_number = at->to == number;
    if ((at->word->flags & (GM_WORD_UP | GM_WORD_DOWN)) && has_object(view, at->to)) {
      set(r, at->from, at->to);
      return;
    }
    if (compared && at->word->flags & (GM_WORD_UP | GM_WORD_DOWN) && gm_one_of(view->cp[at->to - 1], u"速幅率")) {
      const gm_piece *left = left_of(p, i); /* 出口增速高于全省平均水平 */
      set(r, left && !left->word ? left->from : at->from, at->to);
      return;
    }
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
  return last->kind == GM_FIGURE_DURATION && gm_one_of(scan->view->cp[behind], u"来内间以");
}

/* The noun before a date or a quarter that stands between it and the number. */
static void noun_across_time(const gm_scan *scan, gm_reading *r) {
  if (scan->out->count == scan->first || scan->clause > scan->floor || !last_is_time(scan)) return;
  size_t from = scan->floor_before > scan->clause ? scan->floor_before : scan->clause;
  gm_phrase p;
  size_t to = scan->last_start;
  gm_phrase_cut(scan->view, to - from > GM_PHRASE_REACH ? to - GM_PHRASE_REACH : from, to, &p);
  noun_before(scan, r, &p);
}

/* Can the noun be missing here because it is the one before: 增加30964人次, 占24.5%, 缩短到4分钟. */
static bool may_inherit(const gm_reading *r) {
  const uint32_t roles = GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_SHARE | GM_ROLE_TO | GM_ROLE_COMPARED;
  return (r->figure.roles & roles) || r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_POINTS ||
         !r->figure.unit;
}

/* Are there words before the number, and none of them says anything but how much: 达到人民币36.4亿元? Not 近36亿元,
 * which may be of anything, nor 户均3.2人. */
static bool only_links(const gm_phrase *p) {
  bool linked = false;
  for (size_t i = 0; i < p->count; i++) {
    const gm_word *word = p->items[i].word;
    if (!word && p->items[i].from == p->items[i].to && i + 1 == p->count && linked) continue; /* 增加到去年底的36亿元 */
    if (!word || !passes(word) || (word->flags & (GM_WORD_VERB | GM_WORD_TOTAL | GM_WORD_EACH))) return false;
    linked |= (word->flags & GM_WORD_LINK) && !word->approx;
  }
  return linked;
}

/* Does the figure stand right beside the one before: 137处、1.9万平方米; 18条21公里; 815元和615元? */
static bool beside_last(const gm_scan *scan, const gm_reading *r) {
  size_t gap = r->start - scan->floor;
  if (scan->out->count == scan->first) return false;
  return !gap || (gap == 1 && gm_one_of(scan->view->cp[scan->floor], u"、和与及或至到～—/"));
}

/* Does the figure before count the noun that was found last? */
static bool last_has_noun(const gm_scan *scan) {
  const gm_figure *last = &scan->out->items[scan->out->count - 1];
  return last->noun_start < last->noun_end && last->noun_start == scan->view->raw_at[scan->noun];
}

/* The noun of the figure is that of the one before, too. */
static void lend(const gm_view *view, const gm_reading *r, gm_figure *last) {
  last->noun_start = view->raw_at[r->noun];
  last->noun_end = view->raw_at[r->noun_end];
  last->noun_hash = gm_phrase_hash(view, r->noun, r->noun_end);
}

/* 1月至3月, 9时至11时: is the date or time before, which has no noun, where the range begins that this one ends? */
static bool ends_range(const gm_scan *scan, const gm_reading *r, const gm_figure *last) {
  return last && last->kind == r->figure.kind && last->noun_end == last->noun_start && r->start == scan->floor + 1 &&
         gm_one_of(scan->view->cp[scan->floor], u"至到～—-");
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
  lend(scan->view, r, last);
}

/* 第一期60人, 35岁以下41名, 2人户196户: the figure right before names what is counted. */
static bool named_by_figure(const gm_scan *scan, gm_reading *r) {
  const gm_figure *last = scan->out->count > scan->first ? &scan->out->items[scan->out->count - 1] : NULL;
  if (!last || r->start - scan->floor > 1 || scan->clause > scan->floor) return false;
  bool of_people = last->roles & GM_ROLE_NUMBER_NAME && gm_units[last->unit].unit_class == GM_CLASS_PERSON;
  if (last->kind != GM_FIGURE_ORDINAL && last->unit != GM_UNIT_AGE && !(last->roles & GM_ROLE_THRESHOLD) && !of_people)
    return false;
  size_t from = gm_view_find(scan->view, last->start);
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
  gm_unit_class counts = (gm_unit_class)gm_units[r->figure.unit].unit_class;
  size_t i = r->behind, length;
  if (r->figure.kind == GM_FIGURE_DURATION && gm_one_of(view->cp[i], u"内里间")) i++; /* 两年内轮训一遍 */
  const gm_word *word = gm_word_find(view, i, &length);
  if (word && word->flags & GM_WORD_VERB && !(word->flags & ~(GM_WORD_VERB | GM_WORD_LINK))) {
    gm_noun_verb(view, r, i, counts == GM_CLASS_VISIT || counts == GM_CLASS_TIME);
    bool alone = r->noun_end == i + length && gm_pair_at(view, i, u"进行举办举行开展实施完成拥有");
    if (alone) r->noun_end = r->noun;
    return false;
  }
  for (size_t k = p->count; k; k--)
    if (p->items[k - 1].word && (p->items[k - 1].word->flags & GM_WORD_TOTAL)) {
      set(r, p->items[k - 1].from, p->items[k - 1].to);
      return true;
    }
  return false;
}

/* Does nothing stand between 其中 and the number that could be a noun of its own: 其中三家, 其中公建民营的有9家? Not
 * 其中岗位的有680个. */
static bool part_of_last(const gm_view *view, const gm_phrase *p) {
  size_t k = p->count, plain = SIZE_MAX, end = 0;
  for (; k; k--) {
    const gm_piece *at = &p->items[k - 1];
    if (at->word && at->word->flags & GM_WORD_OF_WHICH) break;
    if (!at->word || plain != SIZE_MAX) plain = at->from;
    if (!at->word && !end) end = at->from;
  }
  if (!k) return false;
  return plain == SIZE_MAX || (view->cp[end] == DE && end >= plain + CLAUSE);
}

/* 引进企业7家，其中三家已投产: the figure before in the sentence that counts in the same unit says what. Not of what
 * only bounds or names the part: 其中50万元以上的, 其中四人间. */
static bool noun_of_whole(const gm_scan *scan, gm_reading *r, const gm_phrase *p) {
  const gm_view *view = scan->view;
  gm_unit_class counts = (gm_unit_class)gm_units[r->figure.unit].unit_class;
  if (!(p->flags & GM_WORD_OF_WHICH) || r->figure.roles & (GM_ROLE_THRESHOLD | GM_ROLE_NUMBER_NAME)) return false;
  if (counts != GM_CLASS_COUNT && counts != GM_CLASS_PERSON && counts != GM_CLASS_VISIT) return false;
  if (!part_of_last(view, p)) return false;
  for (size_t k = scan->out->count; k-- > scan->first;) {
    const gm_figure *f = &scan->out->items[k];
    if (f->sentence != r->figure.sentence) return false;
    if (f->unit != r->figure.unit || f->noun_end <= f->noun_start) continue;
    size_t from = gm_view_find(view, f->noun_start), to = gm_view_find(view, f->noun_end);
    if (is(view, from, GM_DIGIT) || gm_is_verb(view, from, to)) continue;
    set(r, from, to);
    return true;
  }
  return false;
}

/* 平均每亩450公斤, 每人每年540元, 人均12元: for want of a noun, what it is for each of. */
static void noun_of_each(const gm_view *view, gm_reading *r, const gm_phrase *p) {
  size_t from = SIZE_MAX, to = 0;
  for (size_t k = p->count; k--;) {
    const gm_piece *at = &p->items[k];
    bool each = view->cp[at->from] == MEI || (at->word && at->word->flags & GM_WORD_EACH);
    bool mean = at->to == at->from + 2 && gm_pair_at(view, at->from, u"平均");
    if (at->from == at->to || mean || (from != SIZE_MAX && (!each || at->to != from))) break;
    if (each) from = at->from;
    if (to < at->to && (each || !at->word)) to = at->to;
  }
  if (from == SIZE_MAX || to < from + 2 || to > from + EACH_NAME) return;
  set(r, from, to);
  r->each_only = true;
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

/* 有四分之一的学生, 有近七成企业: a part that there is, of what stands behind it. */
static bool part_there_is(const gm_view *view, const gm_reading *r) {
  size_t number = number_start(r);
  bool part = r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_FRACTION;
  return part && number && view->cp[number - 1] == YOU;
}

/* 人口超过100万的城市 tells of 人口, 50%的税收 of 税收: does a word that links a noun to its number stand before it? */
static bool said_of_noun(const gm_view *view, const gm_reading *r, const gm_phrase *p) {
  const gm_piece *last = p->count ? &p->items[p->count - 1] : NULL;
  if (r->figure.kind == GM_FIGURE_MONEY && r->lead > 1 && /* 总投资2.86亿元的工程 */
      gm_pair_at(view, r->lead - 2, u"投资总额金额造价产值"))
    return true;
  if (gm_units[r->figure.unit].unit_class == GM_CLASS_MEASURE && r->lead > 1 && /* 海拔1180米的气象站 */
      gm_pair_at(view, r->lead - 2, u"海拔高程面积长度宽度高度深度厚度直径容积容量"))
    return true;
  if (!last || !last->word || last->to != r->lead) return false;
  if (last->word->flags & (GM_WORD_UP | GM_WORD_DOWN)) return true;
  if (!(last->word->flags & GM_WORD_LINK) || view->cp[last->from] == 0x4E0A) return false; /* 上千人 */
  if (last->word->flags & (GM_WORD_STOP | GM_WORD_FROM | GM_WORD_VERB)) return false;
  return last->word->approx != GM_APPROX_NEAR && last->word->approx != GM_APPROX_ABOUT;
}

/* Is what was found for the noun but a verb before the number? */
static bool is_verb(const gm_view *view, const gm_reading *r) {
  return found(r) && r->noun_end <= r->start && gm_is_verb(view, r->noun, r->noun_end);
}

void gm_noun_find(gm_scan *scan, gm_reading *r, const gm_phrase *p) {
  const gm_view *view = scan->view;
  gm_figure_kind kind = (gm_figure_kind)r->figure.kind;
  if (found(r)) return; /* a slogan brings its own */
  r->noun = r->noun_end = r->start;
  r->behind = gm_noun_start(view, r);
  if (kind == GM_FIGURE_YEAR && r->figure.unit == GM_UNIT_YEAR) gm_noun_event(view, r);
  if (found(r)) return;
  if (names_itself(r)) {
    set(r, r->unit, r->unit_end);
    return;
  }
  bool tenths = view->cp[r->unit] == CHENG && r->unit < r->unit_end && is(view, r->end, GM_HAN); /* 七成企业 */
  bool before = view->cp[r->end] == DE ? said_of_noun(view, r, p) : before_first(r) && !tenths;
  if (part_there_is(view, r)) before = false;
  bool calendar = kind == GM_FIGURE_DATE || kind == GM_FIGURE_TIME;
  if (!before) gm_noun_behind(view, r);
  if (kind == GM_FIGURE_TIME) gm_noun_at_time(view, r);
  if (calendar) {
    if (!found(r)) event_before(view, r, p);
    if (!found(r)) heading_before(scan, r);
    gm_figure *last = scan->out->count > scan->first ? &scan->out->items[scan->out->count - 1] : NULL;
    if (last && last->kind == GM_FIGURE_ORDINAL && only_links(p) && scan->floor >= scan->clause) /* 第一期为7月8日 */
      set(r, gm_view_find(view, last->start), gm_view_find(view, last->end));
    if (last && last->kind == GM_FIGURE_DATE && last->noun_end > last->noun_start && scan->floor >= scan->clause &&
        r->start - scan->floor < 4) /* 4月23日上午9:30 */
      set(r, gm_view_find(view, last->noun_start), gm_view_find(view, last->noun_end));
    if (!found(r)) gm_noun_event(view, r);
    if (found(r) && ends_range(scan, r, last)) lend(view, r, last);
    return;
  }
  if (!found(r) && !before && gm_noun_has_adverb(view, r)) gm_noun_further(view, r);
  if (!found(r)) noun_before(scan, r, p);
  bool weak = !found(r) || is_verb(view, r);
  if (weak) {
    noun_across_time(scan, r);
    weak = !found(r) || is_verb(view, r);
  }
  if (weak && before) {
    size_t noun = r->noun, noun_end = r->noun_end;
    r->noun = r->noun_end = r->start;
    gm_noun_behind(view, r);
    if (!found(r)) set(r, noun, noun_end);
  }
  if (!found(r)) label_before(view, scan, r);
  bool own = found(r), verb_only = weak && is_verb(view, r) && !has_object(view, r->noun_end);
  if ((!own || verb_only) && scan->has_noun) {
    if ((may_inherit(r) && !scan->noun_of_claim) || (!own && only_links(p)) ||
        (!own && beside_last(scan, r) && last_has_noun(scan) && !named_by_figure(scan, r))) {
      set(r, scan->noun, scan->noun_end);
      return;
    }
  }
  if ((!own || verb_only) && !before && gm_noun_further(view, r)) own = true, verb_only = false;
  if (!own && named_by_figure(scan, r)) own = true;
  if (!own && noun_of_whole(scan, r, p)) return;
  if (!own) own = noun_of_verb(view, r, p);
  if (!found(r) && kind == GM_FIGURE_ORDINAL && r->unit_end > r->unit + 1) set(r, r->unit, r->unit_end); /* 第一阶段 */
  if (!found(r)) noun_of_each(view, r, p);
  if (found(r) && r->noun >= r->end) lend_to_last(scan, r);
  if (own && !(r->figure.roles & GM_ROLE_PAREN)) {
    scan->has_noun = true;
    scan->noun_of_claim = kind == GM_FIGURE_CLAIM;
    scan->noun = r->noun;
    scan->noun_end = r->noun_end;
  }
}
