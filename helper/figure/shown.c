#include "figure/shown.h"

#include "figure/event.h"
#include "figure/phrase.h"
#include "figure/told.h"

#define DE         0x7684u /* 的 */
#define WINDOW     480u    /* bytes of the line that are read on either side of the figure */
#define HEADING    16      /* characters of a heading at the line's start */
#define HEAD_REACH 60      /* characters from the line's start to what its heading is about */
#define WHO        16      /* characters before 的 that say of whom a number is: 房屋有裂缝的110户 */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

bool gm_shown_found(gm_shown_reading *m, size_t from, size_t to) {
  gm_noun_trim(m->view, &from, &to);
  m->from = from;
  m->to = to;
  return to > from;
}

static bool nameless(const gm_shown_reading *m) { return m->noun == m->noun_end; }

/* 286名职工中有证书的22名, 8家分馆采购的200册: where in the clause that ends at `to` the words begin that stand behind
 * another number, `to` when there are none. */
static size_t behind_counted(const gm_shown_reading *m, size_t to) {
  const gm_view *view = m->view;
  if (!m->of_line || !m->index) return to;
  const gm_figure *before = &m->of_line->items[m->index - 1];
  if (before->end < m->offset || before->kind != GM_FIGURE_QUANTITY || before->roles & GM_ROLE_THRESHOLD) return to;
  size_t from = gm_view_find(view, before->end - m->offset);
  if (from + 2 > to || to - from > WHO || before->unit == GM_UNIT_AGE) return to;
  for (size_t i = from; i < to; i++)
    if (!is(view, i, GM_HAN)) return to;
  for (size_t i = from; i + 2 < to; i++)
    if (view->cp[i] == 0x4E2D && !gm_one_of(view->cp[i + 1], u"心学等小级")) return i + 1; /* 中 */
  return gm_one_of(view->cp[from], u"以及之多余左上") ? to : from;
}

/* 房屋有裂缝的110户, 震感强烈的有两次: the words before 的, where nothing else is counted. */
static bool who_before(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (!nameless(m) || (m->figure->kind != GM_FIGURE_QUANTITY && m->figure->kind != GM_FIGURE_CLAIM)) return false;
  size_t to = m->start;
  to -= to && gm_one_of(view->cp[to - 1], u"有共约近");
  to -= to && gm_one_of(view->cp[to - 1], u"只仅共尚还各另"); /* 只有22名 */
  if (!to || view->cp[to - 1] != DE) return false;
  size_t from = --to;
  size_t counted = behind_counted(m, to);
  if (counted < to) return gm_shown_found(m, counted, to);
  while (from && to - from <= WHO && (is(view, from - 1, GM_HAN | GM_DIGIT) || view->cp[from - 1] == '.')) from--;
  bool whole = !from || is(view, from - 1, GM_PAUSE | GM_STOP | GM_SPACE);
  if (to - from > WHO || !whole || gm_one_of(view->cp[from], u"比较与和占超达同对把将"))
    return false; /* 比上年的92人 */
  from += gm_pair_at(view, from, u"其中") ? 2 : 0;
  for (size_t i = from; i < to; i++)
    if (gm_one_of(view->cp[i], u"由从")) return false; /* 蓄水量由6日的4亿立方米 */
  return to > from + 1 && gm_shown_found(m, from, to);
}

/* 两次组成专家组: what was done so many times, rather than who did it. */
static bool done_times(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->unit != GM_UNIT_TIME_OF || m->figure->kind == GM_FIGURE_ORDINAL || m->noun_end > m->start)
    return false;
  size_t length, i = m->end;
  const gm_word *word = gm_word_find(view, i, &length);
  if (!is(view, i, GM_HAN) || !word || !(word->flags & GM_WORD_VERB) || gm_is_verb(view, m->noun, m->noun_end))
    return false;
  return gm_event_verb(m, i, i + length);
}

/* 第二个五年规划, 第4个千亿级产业: a number begins what is counted. */
static bool numbered(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t i = m->end;
  if (m->figure->kind != GM_FIGURE_ORDINAL || m->figure->unit != GM_UNIT_PIECE || !is(view, i, GM_DIGIT | GM_NUMERAL))
    return false;
  while (is(view, i, GM_DIGIT | GM_NUMERAL)) i++;
  size_t to = is(view, i, GM_HAN) ? gm_noun_end(view, i + 1, false, false) : i;
  return to > i + 2 && gm_shown_found(m, m->end, to);
}

/* 区域内1家符合条件的示范区: what ends in 内 is a place, and the noun stands behind what modifies it. */
static bool behind_place(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (nameless(m) || m->noun_end > m->start || !m->start || !gm_one_of(view->cp[m->start - 1], u"内里") ||
      gm_units[m->figure->unit].unit_class != GM_CLASS_COUNT)
    return false;
  gm_reading r = {.behind = m->end};
  if (!gm_noun_further(view, &r)) return false;
  if (view->cp[r.noun_end] == DE) { /* 符合条件的 */
    r.noun = r.noun_end + 1;
    r.noun_end = gm_noun_end(view, r.noun, false, false);
  }
  return gm_shown_found(m, r.noun, r.noun_end);
}

/* （四）活动。分三期进行。第一期为…: of the heading in its line. */
static bool of_heading(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (!nameless(m) || !m->line_begins || m->start > HEAD_REACH) return false;
  if (m->figure->unit != GM_UNIT_PERIOD && m->figure->unit != GM_UNIT_BATCHES && m->figure->unit != GM_UNIT_SESSION)
    return false;
  size_t i = 0, mark;
  while (is(view, i, GM_SPACE | GM_OPEN)) i++;
  for (mark = i; is(view, mark, GM_DIGIT | GM_NUMERAL);) mark++;
  if (mark == i || !gm_one_of(view->cp[mark], u"）、.")) return false;
  size_t from = mark + 1, to = from;
  while (is(view, from, GM_SPACE)) from++;
  for (to = from; to < from + HEADING && is(view, to, GM_HAN);) to++;
  return to > from + 1 && view->cp[to] == 0x3002 && to < m->start && gm_shown_found(m, from, to);
}

/* 从甲、乙、丙三方面改善: the unit is what is counted; 两方面问题 has a noun. */
static bool counts_itself(gm_shown_reading *m) {
  const gm_figure *f = m->figure;
  if (f->kind != GM_FIGURE_CLAIM || f->unit_end <= f->unit_start) return false;
  size_t unit = gm_view_find(m->view, f->unit_start), end = gm_view_find(m->view, f->unit_end);
  bool named = m->noun >= m->end && !nameless(m) && !gm_pair_at(m->view, m->noun, u"改善改进著手着手入手加强推进完善");
  return !named && end == unit + 2 && gm_pair_at(m->view, unit, u"方面环节阶段层面步骤") &&
         gm_shown_found(m, unit, end);
}

#define SUBJECT_LEAST 2 /* characters of what a predicate is said of: 渔船 */

/* What is said of the noun, never within one: with its object (公司披露计划), and where the noun ends (船员获救). */
#define PREDICATES                                                                                          \
  u"增施追施喷施披露开启推选坚守驻扎奔赴赶赴前往迎来抵达齐聚汇聚涌入奋战" \
  u"荣获斩获夺得摘得跻身位居选出消除走进走上走出踏上登上驶入驶出"             \
  u"装上用上住上喝上穿上种上铺上换上配上开上"                                           \
  u"守护呼吁致力立足面临陷入遭受遭遇助力携手攻坚获胜升空失联坠毁"
#define STATES                                                                                  \
  u"死亡受伤遇难获救失踪被困受损断电在建参展参赛参会到期获奖获批" \
  u"相撞完工投运投用落幕闭幕开幕启幕出征归来"
#define WHEN u"今天昨天明天今晚昨晚今日昨日近日日前当日当天连夜正在已经加紧抓紧"
#define HOW  u"胜利隆重圆满顺利成功正式集中精准重点联合昼夜迅速"
#define SAID u"稳定严重持续基本" /* as well, but for 外贸稳定增长 */

/* 12名船员获救, 第四次全体会议上: the noun behind the unit without what is said of it, when, where and how. */
static bool before_predicate(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (gm_one_of(view->cp[m->noun], u"因有在由从被于")) return false; /* 因高温死亡 */
  if (m->noun < m->end || m->noun_end < m->noun + SUBJECT_LEAST + 1) return false;
  if (m->figure->kind != GM_FIGURE_QUANTITY && m->figure->kind != GM_FIGURE_ORDINAL &&
      m->figure->kind != GM_FIGURE_CLAIM)
    return false;
  size_t least = m->noun + SUBJECT_LEAST, to = least, length;
  while (to < m->noun_end && !gm_pair_at(view, to, PREDICATES) && !gm_pair_at(view, to, WHEN) &&
         !(to + 2 == m->noun_end && gm_pair_at(view, to, STATES)))
    to++;
  const gm_word *next = gm_word_find(view, to, &length);
  bool within = to < m->noun_end, said = within || (next && next->flags & GM_WORD_VERB);
  if (said && to >= least + 2 && (gm_pair_at(view, to - 2, HOW) || (within && gm_pair_at(view, to - 2, SAID)))) to -= 2;
  if (said && to > least && gm_one_of(view->cp[to - 1], u"正均都也将已")) to--;
  if (to > least && view->cp[to - 1] == 0x4E0A && gm_one_of(view->cp[to - 2], u"会议坛式赛动")) to--; /* 上 */
  return to < m->noun_end && gm_shown_found(m, m->noun, to);
}

/* 各类案件: the noun without what says but that there are more. */
static bool without_each(gm_shown_reading *m) {
  if (m->noun_end < m->noun + 4 || !gm_pair_at(m->view, m->noun, u"各类各种各项各级")) return false;
  size_t from = m->noun + 2; /* 各级各类学校 */
  if (m->noun_end > from + 3 && gm_pair_at(m->view, from, u"各类各种各项")) from += 2;
  return gm_shown_found(m, from, m->noun_end);
}

/* 60岁及以上的108人: without the 的 that leads to the number. */
static bool without_particle(gm_shown_reading *m) {
  return m->noun_end > m->noun + 2 && m->view->cp[m->noun_end - 1] == DE && gm_shown_found(m, m->noun, m->noun_end - 1);
}

/* 直播获得270多万观看量: a number without a unit that a verb leads to counts what stands behind it. */
static bool led_by_verb(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_QUANTITY || m->figure->unit || m->noun_end > m->start || m->start < 2) return false;
  bool more = m->figure->approx == GM_APPROX_MORE; /* 海内外十多万观众 */
  if (!more && !gm_is_verb(view, m->start - 2, m->start)) return false;
  size_t to = gm_noun_end(view, m->end, false, false);
  return to > m->end + 1 && is(view, to, GM_PAUSE | GM_STOP) && gm_shown_found(m, m->end, to);
}

/* 科普活动共开展了50场: what was held, where but the verb was found. */
static bool held(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (nameless(m) || m->noun_end > m->start || m->start > m->noun_end + 1 || m->noun_end != m->noun + 2 ||
      !gm_pair_at(view, m->noun, u"开展举办举行召开进行"))
    return false;
  size_t to = m->noun, from;
  while (to && gm_one_of(view->cp[to - 1], u"共已曾先后累计总")) to--;
  for (from = to; from && is(view, from - 1, GM_HAN) && view->cp[from - 1] != DE && to - from < WHO;) from--;
  bool event = to > from + 2 && gm_pair_at(view, to - 2, u"活动会议课程讲座演练培训比赛展览演出行动宣讲测评座谈");
  return event && gm_shown_found(m, from, to);
}

/* Where the clause that ends before `at` begins. */
static size_t clause_start(const gm_view *view, size_t at) {
  while (at && !is(view, at - 1, GM_STOP | GM_PAUSE | GM_SPACE)) at--;
  return at;
}

/* 增速居全省第8位, 收入突破4万元，居全国第9位: what has its place in an order. */
static bool ranked(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_ORDINAL || m->figure->unit != GM_UNIT_PLACE_IN) return false;
  size_t from = clause_start(view, m->start), to = from, length;
  while (to < m->start && !gm_one_of(view->cp[to], u"居列位升由在从达退以得") && !is(view, to, GM_DIGIT) &&
         !(view->cp[to] == 0x6392 && view->cp[to + 1] != 0x540D)) /* 排, not 排名 */
    to++;
  if (to <= from + 1 && from > 1) { /* the clause before has it */
    from = clause_start(view, from - 1);
    to = gm_noun_end(view, from, false, true);
  }
  const gm_word *word;
  while (from < to && (word = gm_word_find(view, from, &length)) != NULL && word->flags & GM_WORD_STOP) from += length;
  return to > from + 1 && to < from + WHO && gm_shown_found(m, from, to);
}

/* The readings of what is no time, in their order. */
static bool (*const readings[])(gm_shown_reading *) = {ranked,       gm_told_subject, gm_told_before, led_by_verb,
                                                       held,         who_before,      done_times,     numbered,
                                                       behind_place, of_heading,      counts_itself,  before_predicate,
                                                       without_each, without_particle};

static bool read(gm_shown_reading *m) {
  switch ((gm_figure_kind)m->figure->kind) {
    case GM_FIGURE_DATE:
    case GM_FIGURE_YEAR:
    case GM_FIGURE_TIME:
    case GM_FIGURE_DURATION: return gm_told_time(m);
    case GM_FIGURE_RANGE: /* 5至8月, 2—3年 */
      if (!nameless(m) || m->figure->unit == GM_UNIT_AGE) break;
      if (gm_figure_is_months(m->figure) || gm_units[m->figure->unit].unit_class == GM_CLASS_TIME)
        return gm_told_time(m);
      break;
    default: break;
  }
  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
    if (readings[i](m)) return true;
  return false;
}

static uint32_t boundary(gm_text line, uint32_t at) {
  while (at && at < line.len && ((unsigned char)line.ptr[at] & 0xC0) == 0x80) at--;
  return at;
}

void gm_shown_prepare(gm_shown_reading *m, gm_figure *figure) {
  uint32_t noun = figure->noun_start, noun_end = figure->noun_end, offset = m->offset;
  m->figure = figure;
  m->start = gm_view_find(m->view, figure->start - offset);
  m->end = gm_view_find(m->view, figure->end - offset);
  if (noun < noun_end && noun >= offset && noun_end - offset <= m->view->raw.len) {
    m->noun = gm_view_find(m->view, noun - offset);
    m->noun_end = gm_view_find(m->view, noun_end - offset);
  }
  figure->unit_start -= offset;
  figure->unit_end -= offset;
}

void gm_shown_read(gm_shown_reading *m) {
  if (!read(m)) {
    m->from = m->noun;
    m->to = m->noun_end;
  }
  if (!m->name) gm_told_trim(m);
}

gm_shown_noun gm_noun_shown(gm_view *scratch, gm_text line, gm_pinyin_mode pinyin, const gm_figures *of_line,
                            const gm_figure *figure) {
  uint32_t from = figure->start > WINDOW ? boundary(line, figure->start - WINDOW) : 0;
  uint32_t to = line.len - figure->end > WINDOW ? boundary(line, figure->end + WINDOW) : (uint32_t)line.len;
  gm_view_make(scratch, (gm_text){line.ptr + from, to - from}, pinyin);
  gm_figure moved = *figure;
  gm_shown_reading m = {.view = scratch,
                        .line_begins = !from,
                        .line_ends = to == line.len,
                        .of_line = of_line,
                        .index = of_line ? (uint32_t)(figure - of_line->items) : 0,
                        .offset = from};
  gm_shown_prepare(&m, &moved);
  gm_shown_read(&m);
  if (m.name || m.from < m.to)
    return (gm_shown_noun){from + scratch->raw_at[m.from], from + scratch->raw_at[m.to], m.name};
  bool beyond = figure->noun_start < from || figure->noun_end > to; /* of what the view shows */
  return (gm_shown_noun){figure->noun_start, beyond ? figure->noun_end : figure->noun_start, NULL};
}
