#include "figure/scan.h"

#define REACH        40 /* characters looked at before a number: a clause's noun, verb and adverb fit in it */
#define APPROX_REACH 6  /* characters before a number that its approximator is looked for in */
#define AHEAD        24 /* characters looked at behind a figure for its noun */

/* A stretch of the words before a number: a word of the lexicon, or what lies between two (word = NULL). */
typedef struct piece {
  const gm_word *word;
  size_t from, to;
} piece;

typedef struct pieces {
  piece items[REACH + 1];
  size_t count;
} pieces;

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

/* 近 超 增 减 … by themselves say something only right before the number; elsewhere they are part of a word. */
static bool only_at_number(const gm_word *word, size_t length) {
  return length == 1 && (word->approx || word->flags & (GM_WORD_UP | GM_WORD_DOWN));
}

/* Cuts [from, to) into words and what is between them; a mark is a boundary (an empty plain piece). */
static void cut(const gm_view *view, size_t from, size_t to, pieces *out) {
  out->count = 0;
  size_t i = from, plain = from;
  while (i < to) {
    size_t length = 0;
    const gm_word *word = is(view, i, GM_HAN) ? gm_word_find(view, i, &length) : NULL;
    bool mark = is(view, i, GM_PUNCT) || view->cp[i] == 0x7684; /* 的 */
    if (word && i + 1 < to && only_at_number(word, length)) word = NULL;
    if (word && (i + length > to || !word->flags)) {
      i += i + length > to ? 1 : length;
      continue;
    }
    if (!word && !mark) {
      i++;
      continue;
    }
    if (i > plain) out->items[out->count++] = (piece){NULL, plain, i};
    if (word) {
      out->items[out->count++] = (piece){word, i, i + length};
      i += length;
    } else {
      out->items[out->count++] = (piece){NULL, i, i};
      i++;
    }
    plain = i;
  }
  if (i > plain) out->items[out->count++] = (piece){NULL, plain, i};
}

static size_t start_of_context(const gm_scan *scan, size_t at) {
  size_t from = scan->clause > scan->floor ? scan->clause : scan->floor;
  return at - from > REACH ? at - REACH : from;
}

void gm_approx_before(gm_scan *scan, gm_reading *r) {
  if (!r->start || !is(scan->view, r->start - 1, GM_HAN)) return;
  pieces p;
  size_t from = start_of_context(scan, r->start);
  cut(scan->view, r->start - from > APPROX_REACH ? r->start - APPROX_REACH : from, r->start, &p);
  if (!p.count) return;
  const piece *last = &p.items[p.count - 1];
  if (!last->word || !last->word->approx || last->to != r->start) return;
  r->figure.approx = last->word->approx;
  r->approx = last->from;
  r->approx_end = last->to;
}

/* 内来后前里中底 end a phrase of time or place, no noun: 5个月内, 辅导员中; 高中 初中 集中 are words. */
static bool place_word(const gm_view *view, size_t i) {
  static const uint16_t words[] = {0x5185, 0x6765, 0x540E, 0x524D, 0x91CC, 0x4E2D, 0x5E95};
  uint32_t before = i ? view->cp[i - 1] : 0;
  if (view->cp[i] == 0x4E2D && (before == 0x9AD8 || before == 0x521D || before == 0x96C6)) return false;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (words[k] == view->cp[i]) return true;
  return false;
}

/* Trims blanks at both ends of [*from, *to), then a place word at its end; empties it when it holds no Han. */
static void trim(const gm_view *view, size_t *from, size_t *to) {
  while (*from < *to && is(view, *from, GM_SPACE)) (*from)++;
  while (*from < *to && is(view, *to - 1, GM_SPACE | GM_PAUSE)) (*to)--;
  if (*to - *from != 2 && *to > *from && place_word(view, *to - 1)) (*to)--;
  for (size_t i = *from; i < *to; i++)
    if (is(view, i, GM_SPACE)) *from = i + 1; /* 第五条　本办法: what a blank parts is no one noun */
  for (size_t i = *from; i < *to; i++)
    if (is(view, i, GM_HAN)) return;
  *to = *from;
}

/* Does the list of words that a noun is made of go on at the mark or 和 at `i`? Kinds of meetings take lists:
 * 6期甲、乙和 丙培训班. */
static bool list_goes_on(const gm_view *view, size_t i) {
  uint32_t c = view->cp[i];
  return (c == 0x3001 || c == 0x548C || c == 0x4E0E || c == 0x53CA) && is(view, i + 1, GM_HAN) &&
         !is(view, i + 1, GM_NUMERAL);
}

/* A verb and one character more before a boundary name a thing: 慰问品, 补助金. */
static bool names_thing(const gm_view *view, const gm_word *word, size_t end) {
  size_t length;
  if (word->flags != GM_WORD_VERB || !is(view, end, GM_HAN) || is(view, end, GM_NUMERAL)) return false;
  if (view->cp[end] == 0x7684 || gm_word_find(view, end, &length)) return false;
  const gm_word *next = gm_word_find(view, end + 1, &length);
  return !is(view, end + 1, GM_HAN) || view->cp[end + 1] == 0x7684 || (next && next->flags);
}

/* The words from `i` on that make a noun: up to a mark, a verb, an adverb, a digit, 的. `leading` lets the first word
 * be a verb (建设纪实材料). Gives the end. */
static size_t noun_from(const gm_view *view, size_t i, bool lists, bool leading) {
  size_t from = i, limit = i + AHEAD, length;
  for (; i < limit; i += length) {
    const gm_word *word = gm_word_find(view, i, &length);
    if (lists && i > from && list_goes_on(view, i)) {
      length = 1;
      continue;
    }
    if (!is(view, i, GM_HAN | GM_LATIN) || view->cp[i] == 0x7684) break;
    if (word && only_at_number(word, length)) word = NULL;
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
  size_t i = r->approx_end > r->end ? r->approx_end : r->end;
  if (view->cp[i] == 0x7684 || view->cp[i] == ' ') i++;
  if (view->cp[i] == 0x201C || view->cp[i] == 0x300A) i++; /* 3本《…》 is read into the title */
  return i;
}

/* The noun right behind the unit. */
static void noun_behind(const gm_view *view, gm_reading *r) {
  size_t i = start_behind(view, r), length;
  size_t name = r->start && view->cp[r->start - 1] == 0x201C ? i : SIZE_MAX; /* “三个不放过” */
  while (name != SIZE_MAX && name < i + 6 && is(view, name, GM_HAN)) name++;
  if (name != SIZE_MAX && name > i && view->cp[name] == 0x201D) {
    r->noun = i;
    r->noun_end = name;
    return;
  }
  if (place_word(view, i) && !gm_word_find(view, i, &length)) return;
  bool meeting =
      r->figure.unit == GM_UNIT_PERIOD || r->figure.unit == GM_UNIT_SESSION || r->figure.unit == GM_UNIT_TERM;
  r->noun = i;
  r->noun_end = noun_from(view, i, meeting, false);
  if (view->cp[r->noun_end] == 0x4E86 && r->noun_end > i + 2) r->noun_end--; /* 作了: 了 follows a verb */
  trim(view, &r->noun, &r->noun_end);
}

/* The noun behind words that modify it: 32项可落实的具体任务, 6份建设纪实材料. */
static bool noun_further(const gm_view *view, gm_reading *r) {
  size_t i = start_behind(view, r), end = noun_from(view, i, false, true), length;
  const gm_word *word = gm_word_find(view, i, &length);
  if (!word || !word->flags || (word->flags & GM_WORD_LINK)) return false;
  if (end < i + length + 2 || is(view, end, GM_DIGIT | GM_NUMERAL)) {
    size_t limit = i + AHEAD / 2;
    while (i < limit && is(view, i, GM_HAN) && view->cp[i] != 0x7684) i++;
    if (view->cp[i] != 0x7684) return false;
    end = noun_from(view, ++i, false, false);
  }
  if (end == i) return false;
  r->noun = i;
  r->noun_end = end;
  return true;
}

/* Inside of a quote or a title that ends right before `to`. */
static bool quoted_before(const gm_view *view, size_t floor, size_t to, size_t *from) {
  if (!to || !is(view, to - 1, GM_CLOSE) || is(view, to - 1, GM_SPACE)) return false;
  uint32_t open = view->cp[to - 1] == 0x201D ? 0x201Cu : view->cp[to - 1] == 0x300B ? 0x300Au : 0;
  for (size_t i = to - 1; open && i > floor && to - i < AHEAD; i--)
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
  while (from && colon - from < 10 && is(view, from - 1, GM_HAN)) from--;
  r->noun = from;
  r->noun_end = colon;
  trim(view, &r->noun, &r->noun_end);
}

/* What happens on a date: 书屋已于9月底, the words before the adverbs that lead to it. */
static void event_before(const gm_view *view, gm_reading *r, const pieces *p) {
  size_t i = p->count;
  while (i && p->items[i - 1].word && p->items[i - 1].word->flags & (GM_WORD_STOP | GM_WORD_LINK)) i--;
  if (!i || i == p->count || p->items[i - 1].word) return;
  r->noun = p->items[i - 1].from;
  r->noun_end = p->items[i - 1].to;
  trim(view, &r->noun, &r->noun_end);
  if (r->noun_end < r->noun + 2) r->noun_end = r->noun; /* 请于4月 */
}

/* The noun before the number: the last plain piece, links skipped; the verb alone when there is nothing else. */
static void noun_before(gm_scan *scan, gm_reading *r, const pieces *p) {
  const gm_view *view = scan->view;
  size_t i = p->count;
  const piece *verb = NULL;
  while (i) {
    const piece *at = &p->items[i - 1];
    if (!at->word) {
      size_t from = at->from, to = at->to;
      trim(view, &from, &to);
      if (to > from) {
        /* 捐赠品, 慰问金: a verb with one character makes a noun */
        const piece *left = i > 1 ? &p->items[i - 2] : NULL;
        bool joins = to == from + 1 && left && left->word && left->word->flags == GM_WORD_VERB && left->to == from;
        r->noun = joins ? left->from : from;
        r->noun_end = to;
        return;
      }
      if (at->from == at->to) { /* a mark */
        size_t inside;
        if (quoted_before(view, scan->clause, at->from + 1, &inside)) {
          r->noun = inside;
          r->noun_end = at->from;
        }
        break;
      }
    } else if ((at->word->flags & GM_WORD_TOTAL) && !(at->word->flags & GM_WORD_LINK)) { /* 座位总数 is a noun */
      const piece *left = i > 1 ? &p->items[i - 2] : at;
      r->noun = !left->word && left->to == at->from ? left->from : at->from;
      r->noun_end = at->to;
      return;
    } else if (at->word->flags & GM_WORD_LINK || at->word->approx || at->word->flags == GM_WORD_EACH) {
      if (!verb && (at->word->flags & GM_WORD_VERB)) verb = at;
    } else if (at->word->flags & (GM_WORD_UP | GM_WORD_DOWN | GM_WORD_SHARE)) {
      if (at->word->flags & GM_WORD_SHARE && !(at->word->flags & GM_WORD_STOP)) { /* 占比, 比重 are nouns */
        r->noun = at->from;
        r->noun_end = at->to;
        return;
      }
    } else {
      if (at->word->flags & GM_WORD_VERB) verb = verb ? verb : at;
      break;
    }
    i--;
  }
  if (r->noun_end > r->noun || !verb) return;
  r->noun = verb->from;
  r->noun_end = verb->to;
}

static uint32_t hash_range(const gm_view *view, size_t from, size_t to) {
  uint32_t hash = 2166136261u; /* FNV-1a */
  for (size_t i = from; i < to; i++) hash = (hash ^ view->cp[i]) * 16777619u;
  return to > from ? (hash ? hash : 1) : 0;
}

/* X率 before a percent: the last plain piece ends in 率. */
static bool rate_before(const gm_view *view, const gm_reading *r) {
  return r->noun_end > r->noun && view->cp[r->noun_end - 1] == 0x7387;
}

/* Roles and verb from the words before; the nearest word of a kind decides. */
static void roles_before(const gm_scan *scan, gm_reading *r, const pieces *p) {
  const gm_view *view = scan->view;
  uint32_t *roles = &r->figure.roles;
  bool direct = true; /* nothing but links and approximators so far */
  bool decided = false;
  for (size_t i = p->count; i; i--) {
    const piece *at = &p->items[i - 1];
    const gm_word *word = at->word;
    if (!word) {
      if (at->to > at->from) direct = false;
      continue;
    }
    uint16_t f = word->flags;
    if (!r->figure.verb_hash && (f & GM_WORD_VERB)) r->figure.verb_hash = hash_range(view, at->from, at->to);
    if (f & GM_WORD_TOTAL) *roles |= GM_ROLE_TOTAL;
    if (f & GM_WORD_OF_WHICH) *roles |= GM_ROLE_OF_WHICH;
    if (f & GM_WORD_COMPARED) *roles |= GM_ROLE_COMPARED;
    if ((f & GM_WORD_EACH) && r->start - at->to <= 8) *roles |= GM_ROLE_EACH;
    if ((f & GM_WORD_SHARE) && (r->figure.kind == GM_FIGURE_PERCENT || direct)) *roles |= GM_ROLE_SHARE;
    if ((f & GM_WORD_LIST) && at->to == r->start) *roles |= GM_ROLE_LIST_TOTAL;
    if (!decided && direct && (f & (GM_WORD_TO | GM_WORD_FROM))) {
      bool until = at->from && view->cp[at->from - 1] == 0x622A; /* 截至 */
      if ((f & GM_WORD_TO) && !until) *roles |= GM_ROLE_TO;
      if (f & GM_WORD_FROM) *roles |= GM_ROLE_FROM;
      decided = true;
    }
    if (!decided && (f & (GM_WORD_UP | GM_WORD_DOWN)) && r->start - at->to <= 8) {
      *roles |= f & GM_WORD_UP ? GM_ROLE_UP : GM_ROLE_DOWN;
      decided = true;
    }
    if (!(f & (GM_WORD_LINK | GM_WORD_SHARE)) && !word->approx) direct = false;
  }
}

/* 中， or ，其中 behind the figure and its noun. */
static bool leads_parts(const gm_view *view, const gm_reading *r) {
  size_t i = r->noun >= r->end ? r->noun_end : r->end;
  size_t limit = i + AHEAD;
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
      return gm_view_match(view, i, "其中") || gm_view_match(view, i, "包括");
    }
  }
  return false;
}

/* Can the noun be missing here because it is the one before: 增加30964人次, 占24.5%, 缩短到4分钟. */
static bool may_inherit(const gm_reading *r) {
  const uint32_t roles = GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_SHARE | GM_ROLE_TO | GM_ROLE_COMPARED;
  return (r->figure.roles & roles) || r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_POINTS ||
         !r->figure.unit;
}

/* 第一期60人, 35岁以下41名, 2人户196户: the figure right before names what is counted. */
static bool named_by_figure(const gm_scan *scan, gm_reading *r) {
  const gm_figure *last = scan->out->count > scan->first ? &scan->out->items[scan->out->count - 1] : NULL;
  if (!last || r->start - scan->floor > 1 || scan->clause > scan->floor) return false;
  bool of_people = last->roles & GM_ROLE_NUMBER_NAME && gm_units[last->unit].unit_class == GM_CLASS_PERSON;
  if (last->kind != GM_FIGURE_ORDINAL && last->unit != GM_UNIT_AGE && !(last->roles & GM_ROLE_THRESHOLD) && !of_people)
    return false;
  r->noun = gm_view_find(scan->view, last->start);
  if (r->noun && scan->view->cp[r->noun - 1] == 0x7B2C) r->noun--; /* 第 */
  r->noun_end = r->start;
  return true;
}

/* A year, a quarter, a floor counts nothing but itself. */
static bool names_itself(const gm_reading *r) {
  return (r->figure.kind == GM_FIGURE_YEAR && r->figure.unit == GM_UNIT_YEAR) ||
         (r->figure.kind == GM_FIGURE_ORDINAL &&
          (r->figure.unit == GM_UNIT_QUARTER || r->figure.unit == GM_UNIT_FLOOR));
}

/* The last resort: the verb behind with its object (21个批次选派干部), or the word of a sum (合计 48.6). */
static bool noun_of_verb(const gm_view *view, gm_reading *r, const pieces *p) {
  size_t i = start_behind(view, r), length;
  const gm_word *word = gm_word_find(view, i, &length);
  if (word && word->flags == GM_WORD_VERB) {
    r->noun = i;
    r->noun_end = noun_from(view, i, false, true);
    return true;
  }
  for (size_t k = p->count; k; k--)
    if (p->items[k - 1].word && (p->items[k - 1].word->flags & GM_WORD_TOTAL)) {
      r->noun = p->items[k - 1].from;
      r->noun_end = p->items[k - 1].to;
      return true;
    }
  return false;
}

static void choose_noun(gm_scan *scan, gm_reading *r, const pieces *p) {
  const gm_view *view = scan->view;
  gm_figure_kind kind = (gm_figure_kind)r->figure.kind;
  if (r->noun_end > r->noun) return; /* a slogan brings its own */
  r->noun = r->noun_end = r->start;
  if (names_itself(r)) {
    r->noun = r->unit;
    r->noun_end = r->unit_end;
    return;
  }
  bool percent = kind == GM_FIGURE_PERCENT || kind == GM_FIGURE_POINTS;
  bool before_first = percent || kind == GM_FIGURE_ANNIVERSARY || r->figure.unit == GM_UNIT_ONES ||
                      gm_units[r->figure.unit].unit_class == GM_CLASS_VISIT;
  bool calendar = kind == GM_FIGURE_DATE || kind == GM_FIGURE_TIME;
  if (!before_first) noun_behind(view, r);
  if (calendar) {
    if (r->noun_end == r->noun) event_before(view, r, p);
    return;
  }
  if (r->noun_end == r->noun) noun_before(scan, r, p);
  if (r->noun_end == r->noun && before_first) noun_behind(view, r);
  if (r->noun_end == r->noun) label_before(view, scan, r);
  bool own = r->noun_end > r->noun;
  bool verb_only = own && r->noun_end <= r->start && gm_is_verb(view, r->noun, r->noun_end);
  size_t gap = r->start - scan->floor; /* 137处、1.9万平方米; 18条21公里 */
  bool beside = !own && scan->out->count > scan->first && (!gap || (gap == 1 && view->cp[scan->floor] == 0x3001));
  if ((!own || verb_only) && scan->has_noun && (may_inherit(r) || (beside && !named_by_figure(scan, r)))) {
    r->noun = scan->noun;
    r->noun_end = scan->noun_end;
    return;
  }
  if ((!own || verb_only) && !before_first && noun_further(view, r)) own = true, verb_only = false;
  if (!own && named_by_figure(scan, r)) own = true;
  if (!own && noun_of_verb(view, r, p)) verb_only = true;
  if (own && !(r->figure.roles & GM_ROLE_PAREN)) {
    scan->has_noun = true;
    scan->noun = r->noun;
    scan->noun_end = r->noun_end;
  }
}

bool gm_is_verb(const gm_view *view, size_t from, size_t to) {
  size_t length;
  const gm_word *word = gm_word_find(view, from, &length);
  return word && length == to - from && (word->flags & (GM_WORD_VERB | GM_WORD_UP | GM_WORD_DOWN));
}

void gm_context_read(gm_scan *scan, gm_reading *r) {
  const gm_view *view = scan->view;
  pieces p;
  cut(view, start_of_context(scan, r->start), r->start, &p);
  if (p.count && r->approx == r->approx_end) {
    const piece *last = &p.items[p.count - 1];
    if (last->word && last->word->approx && last->to == r->start && r->figure.approx == GM_APPROX_NONE) {
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
  choose_noun(scan, r, &p);
  if (*roles & GM_ROLE_OF_WHICH) scan->of_which = true;
  if (scan->of_which) *roles |= GM_ROLE_OF_WHICH;
  if (scan->compared) *roles |= GM_ROLE_COMPARED;
  uint8_t approx = r->figure.approx;
  if (approx == GM_APPROX_LEAST || approx == GM_APPROX_MOST) *roles |= GM_ROLE_THRESHOLD;
  if (r->figure.kind == GM_FIGURE_PERCENT && rate_before(view, r)) *roles |= GM_ROLE_RATE;
  if (leads_parts(view, r)) *roles |= GM_ROLE_WHOLE_LEAD;
  r->figure.noun_hash = hash_range(view, r->noun, r->noun_end);
}

void gm_context_mark(gm_scan *scan, size_t i) {
  const gm_view *view = scan->view;
  uint32_t c = view->cp[i];
  if (c == 0x3001) { /* 、 parts the members of a list, not clauses */
    return;
  }
  bool stop = is(view, i, GM_STOP);
  uint32_t before = i > 1 && view->cp[i - 1] == 0x6BD4 ? view->cp[i - 2] : 0; /* of 比 */
  /* 与上年同期相比， and 同比， hold for the clauses behind them: 相比 同比 期比 环比 */
  if (!stop && c == 0xFF0C && (before == 0x76F8 || before == 0x540C || before == 0x671F || before == 0x73AF))
    scan->compared = true;
  bool which = i + 1 < view->count && view->cp[i + 1] == 0x5176 && view->cp[i + 2] == 0x4E2D;   /* 其中 */
  if (which || (view->cp[i + 1] == 0x5305 && view->cp[i + 2] == 0x62EC)) scan->of_which = true; /* 包括 */
  if (stop) {
    scan->sentence++;
    scan->of_which = which;
    scan->has_noun = false;
  }
  if (stop || c == 0xFF1B) scan->compared = false;
  scan->clause_count++;
  scan->clause = i + 1;
}
