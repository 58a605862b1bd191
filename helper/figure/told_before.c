#include "figure/phrase.h"
#include "figure/told.h"

#define ASKED    4 /* figures that ask one another in a row */
#define LOOKED   8 /* figures before, or behind, that are asked */
#define NEAR     2 /* characters between a verb and its number: 了, 约 */
#define OF_WHOLE 4 /* characters between 占 and what the share is of: 占全年 */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

static const gm_figure *other(const gm_shown_reading *m, uint32_t k) { return &m->of_line->items[k]; }

static size_t place(const gm_shown_reading *m, uint32_t raw) {
  return gm_view_find(m->view, raw > m->offset ? raw - m->offset : 0);
}

static bool nameless(const gm_shown_reading *m) { return m->noun == m->noun_end; }

/* Is the noun but what the number is for each of: 每人, 平均每项? */
static bool each_only(const gm_shown_reading *m) {
  return !nameless(m) && !m->figure->noun_hash && m->figure->roles & GM_ROLE_EACH;
}

static bool is_percent(const gm_figure *f) {
  return f->kind == GM_FIGURE_PERCENT || f->kind == GM_FIGURE_POINTS || f->kind == GM_FIGURE_MULTIPLE;
}

static bool tells_time(const gm_figure *f) {
  return f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_TIME ||
         f->kind == GM_FIGURE_ORDINAL || f->kind == GM_FIGURE_ANNIVERSARY || f->kind == GM_FIGURE_DURATION;
}

/* Where 比 or 与 stands that the clause of `at` begins with, SIZE_MAX when it begins otherwise. */
static size_t compared_from(const gm_view *view, size_t at) {
  size_t i = gm_told_clause(view, at);
  i += gm_one_of(view->cp[i], u"但却也仍而则又并均都");
  if (!gm_one_of(view->cp[i], u"比较与同跟和") || gm_pair_at(view, i, u"比例比重比赛比率比武同比与会同时同步"))
    return SIZE_MAX;
  return i;
}

/* Does by how much more or less than it stand right behind the figure, in its clause? */
static bool changed_by(const gm_shown_reading *m, const gm_figure *f) {
  uint32_t k = (uint32_t)(f - m->of_line->items) + 1;
  if (f->kind == GM_FIGURE_DATE || !f->unit || k >= m->of_line->count) return false;
  const gm_figure *next = other(m, k);
  return next->clause == f->clause && next->roles & (GM_ROLE_UP | GM_ROLE_DOWN) && gm_comparable(next, f);
}

/* Is the figure a value that others are compared with: 比2024年的590公斤增加30公斤, 与上年的510项相比? */
static bool is_base(const gm_shown_reading *m, const gm_figure *f) {
  if (f->roles & (GM_ROLE_UP | GM_ROLE_DOWN) || is_percent(f)) return false;
  const gm_view *view = m->view;
  size_t with = compared_from(view, place(m, f->start)), end = place(m, f->end);
  if (with == SIZE_MAX) return false;
  if (gm_one_of(view->cp[with], u"比较")) /* 比上年最高值295万千瓦增加24万千瓦 as well */
    return gm_one_of(view->cp[place(m, f->start) - 1], u"的") || changed_by(m, f);
  for (size_t i = end; i < end + 6 && is(view, i, GM_HAN); i++)
    if (gm_pair_at(view, i, u"相比相较")) return true;
  return false;
}

/* Takes what the figure `k` is shown to count, no verb and no single character. */
static bool as(gm_shown_reading *m, uint32_t k) {
  const gm_figure *f = other(m, k);
  if (m->depth >= ASKED || (f->noun_end > f->noun_start && !f->noun_hash) || f->start < m->offset ||
      f->end - m->offset > m->view->raw.len)
    return false;
  gm_shown_reading asked = {.view = m->view,
                            .line_begins = m->line_begins,
                            .line_ends = m->line_ends,
                            .of_line = m->of_line,
                            .index = k,
                            .offset = m->offset,
                            .depth = m->depth + 1};
  gm_figure moved = *f;
  gm_shown_prepare(&asked, &moved);
  gm_shown_read(&asked);
  if (asked.name || asked.to < asked.from + 2 || gm_is_verb(m->view, asked.from, asked.to)) return false;
  size_t length;
  const gm_word *word = gm_word_find(m->view, asked.from, &length);
  if (word && word->flags & GM_WORD_TOTAL && asked.from + length == asked.to) return false; /* 合计 */
  if (is(m->view, asked.from, GM_DIGIT) || gm_one_of(m->view->cp[asked.from], u"每第以及")) return false;
  if (gm_pair_at(m->view, asked.from, u"偏高偏低节约结余超支") && asked.to == asked.from + 2) return false;
  return gm_shown_found(m, asked.from, asked.to);
}

/* Does only a share follow, of what the figure counts: 占水稻面积19.2万亩的62.5%? */
static bool is_shared(const gm_shown_reading *m, const gm_figure *f) {
  size_t end = place(m, f->end);
  return m->view->cp[end] == 0x7684 && is(m->view, end + 1, GM_DIGIT); /* 的 */
}

/* Does ； stand between the figure and that one before it? */
static bool parted(const gm_shown_reading *m, const gm_figure *before) {
  if (before->end < m->offset) return true;
  for (size_t i = place(m, before->end); i < m->start; i++)
    if (m->view->cp[i] == 0xFF1B) return true;
  return false;
}

/* What the nearest figure before in the sentence counts that is of the same unit; when it is a percentage of any unit,
 * or of any but percentages. */
static bool as_before(gm_shown_reading *m, bool percents) {
  const gm_figure *f = m->figure;
  uint32_t looked = 0;
  for (uint32_t k = m->index; k-- > 0 && looked < LOOKED; looked++) {
    const gm_figure *before = other(m, k);
    if (before->sentence != f->sentence || parted(m, before)) return false;
    if (f->roles & before->roles & GM_ROLE_EACH) continue; /* what there is for each of something else */
    if (before->roles & (GM_ROLE_PAREN | GM_ROLE_NUMBER_NAME) && !(f->roles & GM_ROLE_PAREN)) continue;
    bool span = before->kind == GM_FIGURE_DURATION && before->roles & GM_ROLE_TO; /* 由15天压缩到6天 */
    if (tells_time(before) && !span && !gm_comparable(before, f)) continue;
    if (is_percent(f) ? !percents && is_percent(before) : !gm_comparable(before, f)) continue;
    if (is_base(m, before) || is_shared(m, before)) continue;
    if (as(m, k)) return true;
  }
  return false;
}

/* Is the noun but the verb of a clause that tells no subject: 增长33.3%, 同比下降5%; not 增收, 研究投入增长? */
static bool only_verb(const gm_shown_reading *m) {
  return gm_is_verb(m->view, m->noun, m->noun_end) && !(m->figure->roles & GM_ROLE_ADDED) &&
         !gm_one_of(m->view->cp[m->noun_end - 1], u"收支产效利税") && m->noun <= gm_told_clause(m->view, m->start) + 2;
}

/* Does the noun stand in the clause of the figure, before its number? */
static bool in_clause(const gm_shown_reading *m) {
  return !nameless(m) && !only_verb(m) && m->noun < m->start && m->noun >= gm_told_clause(m->view, m->start);
}

/* 较上年多供340份: more or less of what was done. */
static bool more_done(const gm_shown_reading *m) {
  const gm_view *view = m->view;
  return in_clause(m) && gm_one_of(view->cp[m->noun], u"多少") && m->noun_end >= m->start - 1 &&
         m->noun_end - m->noun < 4 && !gm_pair_at(view, m->noun, u"少年少儿少先少数多数多种少女");
}

/* 增幅, 降幅 and the like right before the number. */
static bool by_how_much(const gm_shown_reading *m) {
  size_t at = m->start;
  at -= at && gm_one_of(m->view->cp[at - 1], u"为达约");
  return at > 1 && gm_pair_at(m->view, at - 2, u"增幅降幅涨幅升幅跌幅增速成长");
}

/* 比去年春运增加12.4万人次，增长7.1%: what changed stands before, and not what it is compared with. */
static bool changed(gm_shown_reading *m) {
  const gm_figure *f = m->figure;
  if (!(f->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) && !(is_percent(f) && by_how_much(m)) && !more_done(m)) return false;
  if (m->noun >= m->end && !nameless(m)) return false;
  size_t with = compared_from(m->view, m->start);
  bool compared = with != SIZE_MAX && gm_one_of(m->view->cp[with], u"比较") &&
                  (f->roles & GM_ROLE_COMPARED ||
                   (m->index && other(m, m->index - 1)->clause == f->clause && is_base(m, other(m, m->index - 1))));
  if (in_clause(m) && !compared && !more_done(m)) return false;
  return as_before(m, true);
}

/* What money is paid as, and is told of: 每亩补助80元. */
static bool names_money(const gm_view *view, size_t to) {
  return gm_one_of(view->cp[to - 1], u"费金款额价税薪值") ||
         gm_pair_at(view, to - 2, u"补助补贴奖励收入支出投入投资成本利润工资消费") || gm_is_verb(view, to - 2, to);
}

/* Does 平均 stand before `at`? */
static bool mean_of(const gm_view *view, size_t at) { return at > 1 && gm_pair_at(view, at - 2, u"平均"); }

/* 合同额3.82亿元，平均每项50万元; 发放奖学金116万元，每名学生8000元: of what there is so much for each. */
static bool of_each(gm_shown_reading *m) {
  const gm_view *view = m->view;
  const gm_figure *f = m->figure;
  if (nameless(m) || m->noun_end > m->start || !(f->roles & GM_ROLE_EACH)) return false;
  if (gm_pair_at(view, m->noun, u"均价单价价格")) return false;
  bool mean = mean_of(view, m->noun), money = f->kind == GM_FIGURE_MONEY;
  bool receiver = m->noun > 1 && view->cp[m->noun - 2] == 0x6BCF && /* 每 */
                  (mean_of(view, m->noun - 2) || gm_one_of(view->cp[m->noun - 1], u"名人位户家"));
  if (!each_only(m) && (!receiver || (m->noun_end > m->noun + 1 && names_money(view, m->noun_end)))) return false;
  return (mean || money || gm_units[f->unit].unit_class == GM_CLASS_VISIT ||
          gm_units[f->unit].unit_class == GM_CLASS_MEASURE) &&
         as_before(m, true);
}

/* 每亩安装杀虫灯1盏，示范区共安装1350盏: what was done once more is done to the same. */
static bool done_again(gm_shown_reading *m) {
  const gm_figure *f = m->figure;
  if (f->kind != GM_FIGURE_QUANTITY || !f->unit || !f->verb_hash || f->roles & GM_ROLE_OF_WHICH ||
      f->verb_end <= f->verb_start)
    return false;
  if (m->noun >= m->end && !nameless(m)) return false;
  size_t verb = place(m, f->verb_start), verb_end = place(m, f->verb_end);
  if (verb_end > m->start || m->start - verb_end > NEAR || (!nameless(m) && m->noun_end > verb && m->noun != verb))
    return false;
  for (uint32_t k = m->index; k-- > 0 && m->index - k <= LOOKED;) {
    const gm_figure *before = other(m, k);
    if (before->sentence != f->sentence) return false;
    if (before->unit != f->unit || before->verb_hash != f->verb_hash || before->noun_start < before->verb_end) continue;
    if (as(m, k)) return true;
  }
  return false;
}

/* 而同类高校平均配备15名: of what is told before, the verb saying but that there are some. */
static bool has_some(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_QUANTITY || m->noun_end != m->noun + 2 || m->noun_end > m->start) return false;
  return gm_pair_at(view, m->noun, u"配备拥有设有建有备有配有") && as_before(m, true);
}

/* Does the figure stand right behind another, of a batch or a year? */
static const gm_figure *right_before(const gm_shown_reading *m, uint32_t k) {
  if (!k) return NULL;
  const gm_figure *before = other(m, k - 1);
  size_t end = place(m, before->end), start = place(m, other(m, k)->start);
  return start == end || (start == end + 1 && is(m->view, end, GM_SPACE | GM_PAUSE)) ? before : NULL;
}

/* 第一批9个乡镇、10200人: what the clause begins with names the second as well. */
static bool of_batch(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (!nameless(m) || m->figure->kind != GM_FIGURE_QUANTITY || !m->start || !m->index ||
      !gm_one_of(view->cp[m->start - 1], u"、，"))
    return false;
  size_t clause = gm_told_clause(view, m->start - 1);
  for (uint32_t k = m->index - 1; k > 0; k--) {
    if (place(m, other(m, k)->start) < clause) return false;
    const gm_figure *batch = right_before(m, k);
    if (!batch || batch->kind != GM_FIGURE_ORDINAL || batch->end != other(m, k)->start) continue;
    return place(m, batch->start) == clause && gm_shown_found(m, clause, place(m, batch->end));
  }
  return false;
}

static bool begins_row(const gm_figure *f) {
  return f && (f->kind == GM_FIGURE_YEAR || (f->kind == GM_FIGURE_DATE && !f->date.day) ||
               (f->kind == GM_FIGURE_ORDINAL && f->unit == GM_UNIT_QUARTER));
}

/* 转让专利218件。分年度看，2021年52件，2022年71件: a row of years has what was counted before it. */
static bool of_row(gm_shown_reading *m) {
  if ((!nameless(m) && !each_only(m)) || !m->figure->unit || !begins_row(right_before(m, m->index))) return false;
  if (m->figure->kind != GM_FIGURE_QUANTITY && m->figure->kind != GM_FIGURE_MONEY) return false;
  for (uint32_t k = m->index; k-- > 0 && m->index - k <= 2 * LOOKED;) {
    const gm_figure *f = other(m, k);
    if (f->start < m->offset) return false;
    if (f->unit != m->figure->unit || (f->noun_start == f->noun_end && begins_row(right_before(m, k)))) continue;
    return as(m, k);
  }
  return false;
}

/* 与2021年同期的510项相比，项目增加254项: a value compared with is of what it is compared to. */
static bool compared_with(gm_shown_reading *m) {
  const gm_figure *f = m->figure;
  if (in_clause(m) || (!nameless(m) && m->noun >= m->end) || !f->unit || f->kind == GM_FIGURE_DATE || !is_base(m, f))
    return false;
  if (as_before(m, true)) return true;
  for (uint32_t k = m->index + 1; k < m->of_line->count && k - m->index <= LOOKED; k++) {
    const gm_figure *next = other(m, k);
    if (next->sentence != f->sentence) return false;
    if (gm_comparable(next, f) && !is_base(m, next)) return as(m, k);
  }
  return false;
}

/* Is the noun but a word that says that all are counted: 共计654名? */
static bool only_total(const gm_shown_reading *m) {
  size_t length;
  const gm_word *word = nameless(m) ? NULL : gm_word_find(m->view, m->noun, &length);
  return word && word->flags & GM_WORD_TOTAL && m->noun + length == m->noun_end && m->noun_end <= m->start;
}

#define END_CHARS 4u /* of a noun's end that several share: 路长, 巡护队员 */

/* 县级路长16名、乡级路长152名，共计168名: the end that the nouns of the row before share. */
static bool total_of_row(gm_shown_reading *m) {
  const gm_view *view = m->view;
  const gm_figure *f = m->figure;
  size_t from = 0, to = 0;
  unsigned seen = 0;
  if (f->kind != GM_FIGURE_QUANTITY || !f->unit || !only_total(m)) return false;
  for (uint32_t k = m->index; k-- > 0;) {
    const gm_figure *part = other(m, k);
    if (part->sentence != f->sentence || part->start < m->offset || !gm_comparable(part, f)) break;
    if (part->noun_end <= part->noun_start || part->noun_start < m->offset) return false;
    size_t end = place(m, part->noun_end), same = 0;
    size_t longest = seen ? to - from : END_CHARS, own = end - place(m, part->noun_start);
    while (!seen && same < longest && same < own) same++;
    while (seen && same < longest && same < own && view->cp[end - 1 - same] == view->cp[to - 1 - same]) same++;
    if (!seen) to = end;
    from = to - same;
    if (same < 2) return false;
    seen++;
  }
  from += to > from + 2 && gm_one_of(view->cp[from], u"级类型种名");
  return seen > 1 && gm_shown_found(m, from, to);
}

/* 其余1条因涉及用地调整，…: what stands behind says why, or that it will be; the rest is of what was counted before. */
static bool rest_of(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (nameless(m) || m->noun < m->end || m->figure->kind != GM_FIGURE_QUANTITY || m->start < 2) return false;
  if (!gm_one_of(view->cp[m->end], u"因由将正仍已尚未也均都") ||
      gm_pair_at(view, m->end, u"因素因子由来将军将领正式正职正品已婚未婚未成都市未来正常"))
    return false;
  size_t at = m->start - gm_one_of(view->cp[m->start - 1], u"有的");
  if (at < 2 || !gm_pair_at(view, at - 2, u"其余其他剩余还有另有")) return false;
  for (uint32_t k = m->index; k-- > 0 && m->index - k <= LOOKED && other(m, k)->sentence == m->figure->sentence;)
    if (!tells_time(other(m, k)) && gm_comparable(other(m, k), m->figure) && as(m, k)) return true;
  return false;
}

/* Of 有14座开闸溢洪 behind 37座水库中: what all of them are, where but what some did stands behind their number. */
static bool some_of(gm_shown_reading *m) {
  const gm_view *view = m->view;
  const gm_figure *f = m->figure;
  size_t length;
  if (f->kind != GM_FIGURE_QUANTITY || nameless(m) || m->noun != m->end || !m->index || m->start < 3) return false;
  const gm_word *word = gm_word_find(view, m->noun, &length);
  bool deed = (word && word->flags & GM_WORD_VERB) || gm_pair_at(view, m->noun, u"开闸出现发生");
  const gm_figure *whole = other(m, m->index - 1);
  if (!deed || !(whole->roles & GM_ROLE_WHOLE_LEAD) || whole->sentence != f->sentence || !gm_comparable(whole, f) ||
      whole->noun_start < whole->end)
    return false;
  size_t at = m->start - gm_one_of(view->cp[m->start - 1], u"有仅");
  at -= gm_one_of(view->cp[at - 1], u"只仅共已");
  at -= at && gm_one_of(view->cp[at - 1], u"，");
  return at && view->cp[at - 1] == 0x4E2D && as(m, m->index - 1); /* 中 */
}

/* 是上年同期6.4万单的1.5倍: of what is so many times as much. */
static bool times(gm_shown_reading *m) {
  return m->figure->kind == GM_FIGURE_MULTIPLE && nameless(m) && as_before(m, false);
}

/* 占最大用电负荷的18.9%: what has the share, not what it is of. */
static bool shares(gm_shown_reading *m) {
  const gm_view *view = m->view;
  bool share = m->figure->kind == GM_FIGURE_PERCENT && m->figure->roles & GM_ROLE_SHARE;
  /* 经常用餐的536人，占38.6% */
  bool bare = nameless(m) ||
              (m->index && m->noun < m->start && other(m, m->index - 1)->noun_start == other(m, m->index)->noun_start);
  if (share && bare && m->start && gm_one_of(view->cp[m->start - 1], u"占约达为") && as_before(m, false)) return true;
  if (m->figure->kind != GM_FIGURE_PERCENT || !(m->figure->roles & GM_ROLE_SHARE) || !in_clause(m)) return false;
  if (m->noun_end + 1 != m->start || view->cp[m->noun_end] != 0x7684) return false; /* 的 */
  size_t clause = gm_told_clause(view, m->start), i = m->noun;
  while (i > clause && m->noun - i < OF_WHOLE && view->cp[i] != 0x5360) i--; /* 占 */
  if (view->cp[i] != 0x5360 || gm_pair_at(view, i, u"占地占比占用占有")) return false;
  size_t from = clause + (gm_pair_at(view, clause, u"其中") ? 2 : 0);
  from += gm_one_of(view->cp[from], u"约就仅只");
  if (i >= from + 2 && gm_view_next_before(view, from, i, GM_DIGIT | GM_PUNCT) == i && !is(view, from, GM_NUMERAL)) {
    size_t length;
    const gm_word *word = gm_word_find(view, from, &length);
    if (!word || !word->flags) return gm_shown_found(m, from, i);
  }
  return as_before(m, false);
}

static bool (*const readings[])(gm_shown_reading *) = {changed,       of_each, done_again,   has_some, of_batch, of_row,
                                                       compared_with, shares,  total_of_row, rest_of,  some_of,  times};

bool gm_told_before(gm_shown_reading *m) {
  if (!m->of_line) return false;
  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
    if (readings[i](m)) return true;
  return false;
}
