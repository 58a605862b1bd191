#include "figure/phrase.h"

#define DE        0x7684u /* 的 */
#define LE        0x4E86u /* 了 */
#define OPEN_Q    0x201Cu
#define CLOSE_Q   0x201Du
#define OPEN_T    0x300Au
#define EVENT     4 /* characters of what happens at a time of day */
#define SPAN_NAME 8 /* characters of a noun behind a span of time */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

static bool found(const gm_reading *r) { return r->noun_end > r->noun; }

static void set(gm_reading *r, size_t from, size_t to) {
  r->noun = from;
  r->noun_end = to;
}

/* 内来后前里中底 end a phrase of time or place, no noun: 5个月内, 辅导员中; 高中 初中 集中 are words. */
static bool place_word(const gm_view *view, size_t i) {
  uint32_t before = i ? view->cp[i - 1] : 0;
  if (view->cp[i] == 0x4E2D && gm_one_of(before, u"高初集")) return false;
  return gm_one_of(view->cp[i], u"内来后前里中底");
}

/* Trims blanks, signs and words of no weight at both ends, then a place word at the end. */
void gm_noun_trim(const gm_view *view, size_t *noun, size_t *noun_end) {
  size_t from = *noun, to = *noun_end;
  while (from < to && (is(view, from, GM_SPACE) || gm_one_of(view->cp[from], u"了过之")) &&
         !gm_pair_at(view, from, u"过渡过程了解")) /* words */
    from++;
  while (from < to && (is(view, to - 1, GM_SPACE | GM_PAUSE) || gm_one_of(view->cp[to - 1], u"之尚另又皆¥￥$−±-")))
    to--;
  if (to - from != 2 && to > from && place_word(view, to - 1)) to--;
  size_t letters = 0;
  bool han = false;
  for (size_t i = from; i < to; i++) {
    if (is(view, i, GM_SPACE)) { /* 第五条　本办法: what a blank parts is no one noun */
      from = i + 1;
      letters = han = 0;
    }
    han |= is(view, i, GM_HAN);
    letters += is(view, i, GM_LATIN);
  }
  if (!han && (letters < 2 || letters < to - from)) to = from; /* GDP, CPI are nouns */
  *noun = from;
  *noun_end = to;
}

/* Does the list of words that a noun is made of go on at the mark or 和 at `i`? Kinds of meetings take lists:
 * 6期甲、乙和 丙培训班. */
static bool list_goes_on(const gm_view *view, size_t i) {
  return gm_one_of(view->cp[i], u"、和与及") && is(view, i + 1, GM_HAN) && !is(view, i + 1, GM_NUMERAL);
}

/* Nouns that are whole by themselves: 从三个方面完善制度. */
#define WHOLE u"方面环节阶段层面步骤"

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
size_t gm_noun_end(const gm_view *view, size_t i, bool lists, bool leading) {
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

size_t gm_noun_start(const gm_view *view, const gm_reading *r) {
  static const char *const bounds[] = {"左右", "上下", "以上",
                                       "以下", "以内", "之间"}; /* beside an approximator: 约300元左右 */
  size_t i = r->approx_end > r->end ? r->approx_end : r->end;
  if (gm_one_of(view->cp[i], u"左上以之"))
    for (size_t k = 0; k < sizeof bounds / sizeof *bounds; k++) i += gm_view_match(view, i, bounds[k]);
  if (view->cp[i] == DE || view->cp[i] == ' ') i++;
  if (view->cp[i] == OPEN_Q || view->cp[i] == OPEN_T) i++; /* 3本《…》 is read into the title */
  return i;
}

/* 3个“绿水青山”基地: what is quoted modifies the noun behind it. */
static bool behind_quote(const gm_view *view, gm_reading *r, size_t inside) {
  size_t i = inside;
  while (i < inside + GM_PHRASE_AHEAD && i < view->count && view->cp[i] != CLOSE_Q) i++;
  if (view->cp[i] != CLOSE_Q) return false;
  size_t end = gm_noun_end(view, i + 1, false, false);
  if (end < i + 3) return false;
  set(r, i + 1, end);
  gm_noun_trim(view, &r->noun, &r->noun_end);
  return found(r);
}

/* The noun right behind the unit. */
void gm_noun_behind(const gm_view *view, gm_reading *r) {
  size_t i = r->behind, length;
  bool quoted = i && view->cp[i - 1] == OPEN_Q, span = r->figure.kind == GM_FIGURE_DURATION;
  if (!is(view, i, GM_HAN | GM_LATIN) && !quoted) { /* a mark, mostly */
    if (!span) set(r, i, i);
    return;
  }
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
  if (quoted && behind_quote(view, r, i)) return;
  if (place_word(view, i) && !gm_word_find(view, i, &length)) return;
  if (gm_units[r->figure.unit].unit_class == GM_CLASS_PERSON && gm_view_match(view, i, "集体"))
    return; /* 80人集体观看 */
  bool meeting =
      r->figure.unit == GM_UNIT_PERIOD || r->figure.unit == GM_UNIT_SESSION || r->figure.unit == GM_UNIT_TERM;
  size_t end = gm_pair_at(view, i, WHOLE) ? i + 2 : gm_noun_end(view, i, meeting, false);
  /* 这五年经济持续增长: what a predicate follows is its subject, no name of the span; 二期中 of a place */
  if (span && gm_view_match(view, i, "时间")) { /* 10天时间内 */
    set(r, i, i + 2);
    return;
  }
  bool bounded = !is(view, end, GM_HAN | GM_DIGIT) || view->cp[end] == DE;
  if (span && (!bounded || end < i + 2 || end > i + SPAN_NAME)) return;
  if (end == i + 1 && gm_one_of(view->cp[i], u"间级份许")) return; /* 年间, 5000吨级 */
  set(r, i, end);
  if (view->cp[r->noun_end] == LE && r->noun_end > i + 2) r->noun_end--; /* 作了: 了 follows a verb */
  gm_noun_trim(view, &r->noun, &r->noun_end);
}

/* The noun behind words that modify it: 32项可落实的具体任务, 6份建设纪实材料. */
bool gm_noun_further(const gm_view *view, gm_reading *r) {
  size_t i = r->behind, end = gm_noun_end(view, i, false, true), length;
  const gm_word *word = gm_word_find(view, i, &length);
  if (!word || !word->flags || (word->flags & GM_WORD_LINK)) return false;
  if (end < i + length + 2 || is(view, end, GM_DIGIT | GM_NUMERAL)) {
    size_t limit = i + GM_PHRASE_AHEAD / 2;
    while (i < limit && is(view, i, GM_HAN) && view->cp[i] != DE) i++;
    if (view->cp[i] != DE) return false;
    end = gm_noun_end(view, ++i, false, false);
  }
  if (end == i) return false;
  set(r, i, end);
  return true;
}

/* Does an adverb behind the unit begin a clause that modifies the noun: 2个尚未完工的项目? */
bool gm_noun_has_adverb(const gm_view *view, const gm_reading *r) {
  size_t length;
  const gm_word *word = gm_word_find(view, r->behind, &length);
  return word && (word->flags & GM_WORD_ADVERB);
}

/* `done` asks for the object alone of what was done: 参加了分享会. */
void gm_noun_verb(const gm_view *view, gm_reading *r, size_t i, bool done) {
  size_t length, end;
  const gm_word *word = gm_word_find(view, i, &length);
  end = gm_noun_end(view, word && word->flags == GM_WORD_VERB ? i : i + length, false, true);
  set(r, i, end);
  if (!done || view->cp[end] != LE || end != i + length) return;
  size_t object = gm_noun_end(view, end + 1, false, false);
  if (object > end + 2) set(r, end + 1, object);
}

/* What happens at a time of day, where nothing else is said: 6:40起床、 8:30签到， */
void gm_noun_at_time(const gm_view *view, gm_reading *r) {
  size_t i = r->end, end = i, length;
  while (end < i + EVENT && is(view, end, GM_HAN) && !is(view, end, GM_NUMERAL)) end++;
  if (end < i + 2 || !is(view, end, GM_PAUSE | GM_STOP) || place_word(view, end - 1)) return;
  const gm_word *word = gm_word_find(view, i, &length);
  bool from_then = view->cp[i] == 0x8D77 && !gm_one_of(view->cp[i + 1], u"床飞航程跑火"); /* 起 */
  if (from_then || gm_one_of(view->cp[i], u"整许左前后以之") || gm_pair_at(view, i, u"举行进行开始结束") ||
      (word && word->flags & ~GM_WORD_VERB))
    return;
  set(r, i, end);
}

/* What happens on a date: the verb of the clause behind it, or of the next one when the date is a clause, with its
 * object. */
void gm_noun_event(const gm_view *view, gm_reading *r) {
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
    gm_noun_verb(view, r, i, true);
    return;
  }
}
