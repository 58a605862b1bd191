/* AR-07: 甲村18户、乙村25户、丙村31户，其中乙村最多: a superlative held to the values listed right before it.
 *
 * A list is of values side by side, each behind its name (青石镇186.4毫米、双桥乡172.8毫米、…), or of segments parted
 * by ； in which a later value has its measure before it (流通环节抽检760批次，不合格12批次，不合格率1.58%；…). */
#include <stdio.h>

#include "check/families.h"
#include "check/ranked.h"

#define LISTED_LEAST 3u /* of two, which is meant is mostly told by other words */

/* What the superlative says: of the text before it (流通环节不合格率最高) or of a name behind (雨量最大的双桥乡). */
typedef struct superlative {
  size_t at, end; /* 最高 */
  size_t start;   /* where its words begin, 其中 and its like left out */
  uint32_t word;  /* 高 */
  bool most;      /* of the value: 最快 is the least of durations */
  bool behind;    /* the name stands behind */
  unsigned scope; /* 三个环节中: how many it is one of, 0 when that is not told */
  gm_range words; /* before 最: name and measure, or the measure alone when the name stands behind */
  gm_range name;  /* behind */
} superlative;

/* A change, a threshold, 每户3人 are no values to be ranked by what they are told of. */
static bool is_value(const gm_figure *f) {
  return !gm_is_delta(f) && !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME |
                                          GM_ROLE_COMPARED | GM_ROLE_TO | GM_ROLE_FROM));
}

/* 高 and its like of amounts; 快 of durations is less. */
static bool read_word(const gm_view *view, superlative *s) {
  s->end = s->at + 2;
  if (!gm_one_of(view, s->at + 1, "高大多长重低小少短轻快慢")) return false;
  s->word = view->cp[s->at + 1];
  s->most = gm_one_of(view, s->at + 1, "高大多长重慢");
  return true;
}

/* The name behind 最大的, up to a mark, a bracket, or what tells its value: 最高的渔浦区为11.3%. */
static bool read_name(const gm_links *links, superlative *s, size_t from) {
  const gm_view *view = links->view;
  size_t i = from;
  for (; i < view->count && i - from <= GM_NAME_CHARS && !(view->cls[i] & (GM_PUNCT | GM_SPACE)); i++)
    if ((gm_one_of(view, i, "为达有是仅只") && (view->cls[i + 1] & GM_DIGIT || gm_one_of(view, i + 1, "到有"))) ||
        (gm_one_of(view, i, "高低多少大小长短") && (view->cls[i + 1] & GM_DIGIT || gm_one_of(view, i + 1, "出于"))))
      break;
  s->name = (gm_range){from, i};
  s->behind = true;
  if (gm_one_of(view, i, "、") && !gm_words_at(view, i + 1, "最")) return false; /* 最高的是甲镇、乙镇 */
  return i > from && i - from <= GM_NAME_CHARS && gm_find_word(view, from, i, "之一") == SIZE_MAX;
}

/* What follows the superlative: nothing more (乙村最多，), or the name (最多的是乙村). */
static bool read_behind(const gm_links *links, superlative *s) {
  const gm_view *view = links->view;
  size_t at = s->end, of = gm_words_at(view, at, "的");
  bool ended = at + of >= view->count || gm_one_of(view, at + of, "，。；！（");
  if (ended) return gm_length(s->words) != 0;
  size_t link = gm_words_at(view, at + of, "是 为 当属 ：");
  return (of || link) && read_name(links, s, at + of + link);
}

/* Over 三个环节中 in the superlative's own clause; false when another figure stands there. */
static bool pass_scope(const gm_links *links, superlative *s) {
  const gm_view *view = links->view;
  for (unsigned k = 0; k < links->count && links->items[k].from < s->at; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < s->start || gm_may_name(m->figure)) continue;
    size_t of = gm_find_word(view, m->to, s->at, "中");
    if (s->scope || of == SIZE_MAX || of - m->to > GM_NAME_CHARS || m->figure->value.scale ||
        m->figure->value.digits < 2)
      return false;
    s->scope = m->figure->value.digits < GM_RANKED_MAX ? (unsigned)m->figure->value.digits : GM_RANKED_MAX;
    s->start = of + 1;
  }
  return true;
}

static bool read_superlative(const gm_links *links, size_t at, superlative *s) {
  const gm_view *view = links->view;
  *s = (superlative){.at = at};
  if (!read_word(view, s)) return false;
  size_t low = at > 2 * GM_NAME_CHARS ? at - 2 * GM_NAME_CHARS : 0;
  s->start = gm_view_behind_last(view, low, at, GM_PAUSE | GM_STOP);
  if (s->start == low && low) return false;
  if (gm_one_before(view, s->start, "、") && s->start < at) return false; /* 甲村、乙村最多 */
  if (!pass_scope(links, s)) return false;
  s->words = (gm_range){s->start, at};
  for (size_t n; gm_length(s->words) && (n = gm_words_at(view, s->words.from, "其中 而 但 以 可见 其 比 较")) != 0;)
    s->words.from += n;
  if (s->words.from > at) return false;
  for (size_t n; gm_length(s->words) && (n = gm_words_before(view, s->words.to, "为 是 的")) != 0;) s->words.to -= n;
  return s->words.to >= s->words.from && read_behind(links, s);
}

#define NO_PARTS "全 合计 总计 总 共 平均 均 累计 其余 其他 其它 余下 剩余"

/* 户数 of 18户, 人数, 金额: does the measure say no more than the unit does? */
static bool is_of_unit(const gm_view *view, gm_range measure, const gm_figure *f) {
  const gm_unit *unit = &gm_units[f->unit];
  size_t n = gm_view_match(view, measure.from, unit->name);
  if (n && n + 1 == gm_length(measure) && gm_one_of(view, measure.from + n, "数")) return true;
  const char *words = unit->unit_class == GM_CLASS_PERSON  ? "人数"
                      : unit->unit_class == GM_CLASS_COUNT ? "数量"
                      : unit->unit_class == GM_CLASS_MONEY ? "金额"
                                                           : NULL;
  return words && gm_view_match(view, measure.from, words) == gm_length(measure);
}

#define OTHER_MEASURE \
  "人均 户均 亩均 均 净 总 增 新 同比 环比 最大 最高 最低 最小 同期 去年 上年" /* right before the measure */

/* 平均雨量112.4毫米。其中5个乡镇超过150毫米，分别是青石镇186.4毫米、…: is `measure` told before the list, in its
 * sentence or the one before, and no other since? */
static bool told_before(const gm_links *links, gm_range measure, const gm_mention *first) {
  const gm_view *view = links->view;
  size_t at = SIZE_MAX, low = gm_sentence_start(view, first->from);
  if (low) low = gm_sentence_start(view, low - 1);
  for (size_t i = low;
       gm_length(measure) > 1 && (i = gm_find_run(view, i, first->from, measure.from, gm_length(measure))) != SIZE_MAX;
       i++)
    at = i;
  if (at == SIZE_MAX || (gm_words_before(view, at, OTHER_MEASURE) && !gm_words_before(view, at, "平均"))) return false;
  bool same_unit = false;
  for (unsigned k = 0; k < links->count && &links->items[k] < first; k++) {
    const gm_figure *f = links->items[k].figure;
    if (links->items[k].from < at) continue;
    bool like = gm_rank_alike(f, first->figure);
    if (!like && !(f->kind == GM_FIGURE_QUANTITY && gm_units[f->unit].unit_class == GM_CLASS_COUNT)) return false;
    same_unit = same_unit || like;
  }
  return same_unit || gm_sentence_start(view, first->from) <= at;
}

/* What stands between list and superlative must not change what is ranked: 占25%, 其余9个在62毫米至140毫米之间,
 * 三个环节中. */
static bool nothing_between(const gm_links *links, const gm_ranked *list, superlative *s) {
  const gm_view *view = links->view;
  unsigned stops = 0;
  for (size_t at = list->to; at < s->start;) {
    if (view->cls[at] & (GM_PAUSE | GM_STOP | GM_SPACE | GM_IN_PAREN) || gm_one_of(view, at, "（）")) {
      stops += (view->cls[at++] & GM_STOP) != 0;
      continue;
    }
    size_t end = gm_view_next_before(view, at, s->start, GM_PAUSE | GM_STOP);
    bool scope = gm_one_before(view, end, "中");
    if (scope && gm_words_at(view, at, "其中")) scope = end == at + 2;
    if (!scope && !gm_words_at(view, at, GM_ASIDES " " NO_PARTS)) return false;
    if (scope && !gm_words_at(view, at, "其中 各 以上 上述 这")) {
      gm_numeral numeral;
      size_t n = gm_numeral_read(view, at, &numeral);
      if (!n || numeral.value.scale || numeral.value.digits != list->count) return false;
    }
    at = end;
  }
  return stops < 2 && (!s->scope || s->scope == list->count);
}

/* In which mention the list has what the superlative names, and how its words part. */
typedef struct matched {
  unsigned at;             /* the mention whose words begin with the name */
  const gm_mention *value; /* it, or a later one of its segment: 不合格率1.58% */
  gm_range name, rest, measure;
  bool silent; /* no measure is told by the superlative: 其中乙村最多 */
  bool told;   /* the measure must be told before the list */
} matched;

/* 流通环节不合格率 by the words of the mention at `k`, 流通环节抽检, and those of a later one of its segment, 不合格率.
 */
static bool match_later(const gm_links *links, const superlative *s, gm_range label, matched *out) {
  const gm_view *view = links->view;
  size_t start = gm_segment_start(view, links->items[out->at].from);
  for (unsigned k = out->at + 1; k < links->count && links->items[k].to <= s->start; k++) {
    gm_range measure = gm_label_of(links, &links->items[k]), name = s->behind ? s->name : s->words;
    if (gm_segment_start(view, links->items[k].from) != start) return false;
    if (!gm_length(measure) ||
        (s->behind ? !gm_reads_same(view, s->words, measure) : !gm_reads_end(view, s->words, measure)))
      continue;
    if (!s->behind) name.to -= gm_length(measure);
    if (!s->behind && gm_length(name) && gm_one_before(view, name.to, "的")) name.to--;
    if (!gm_length(name) || !gm_reads_begin(view, label, name)) continue;
    out->name = (gm_range){label.from, label.from + gm_length(name)};
    out->rest = gm_rest_behind(view, label, gm_length(name));
    out->measure = measure;
    out->value = gm_value_in(links, out->at, measure, s->start);
    return out->value != NULL;
  }
  return false;
}

static bool match(const gm_links *links, const superlative *s, unsigned k, matched *out) {
  const gm_view *view = links->view;
  gm_range label = gm_label_of(links, &links->items[k]), name = s->behind ? s->name : s->words;
  *out = (matched){.at = k, .value = &links->items[k]};
  if (!gm_length(label) || !gm_length(name) || view->cp[label.from] != view->cp[name.from]) return false;
  if (match_later(links, s, label, out)) return true;
  gm_range measure = s->behind ? s->words : (gm_range){0, 0};
  if (gm_reads_begin(view, label, name)) { /* 乙村, 乙村收入 */
    out->rest = gm_rest_behind(view, label, gm_length(name));
  } else if (!s->behind && gm_reads_begin(view, name, label)) { /* 乙村收入 by 乙村 */
    measure = gm_rest_behind(view, name, gm_length(label));
    name.to = name.from + gm_length(label);
    out->rest = (gm_range){label.to, label.to};
  } else {
    return false;
  }
  out->name = (gm_range){label.from, label.from + gm_length(name)};
  out->silent = !gm_length(measure);
  out->measure = measure;
  out->told = !out->silent && !gm_reads_same(view, measure, out->rest);
  return !out->told || !gm_length(out->rest);
}

/* Does another value of the segment leave open which of them is ranked? */
static bool has_rival(const gm_links *links, unsigned k, size_t limit) {
  size_t start = gm_segment_start(links->view, links->items[k].from);
  for (unsigned i = k + 1; i < links->count && links->items[i].to <= limit; i++) {
    if (gm_segment_start(links->view, links->items[i].from) != start) return false;
    if (gm_rank_alike(links->items[k].figure, links->items[i].figure) && !gm_is_aside(links, &links->items[i]))
      return true;
  }
  return false;
}

/* Is the mention's segment one of several parted by ；, and the mention the first in it? */
static bool in_segments(const gm_links *links, unsigned k) {
  const gm_view *view = links->view;
  size_t start = gm_segment_start(view, links->items[k].from);
  size_t end = gm_find_mark(view, links->items[k].to, view->count, "；。！？");
  return gm_opens_segment(links, k) && (gm_one_before(view, start, "；") || gm_one_of(view, end, "；"));
}

static void gather(const gm_links *links, const superlative *s, const matched *m, gm_ranked *list) {
  const gm_view *view = links->view;
  bool later = m->value != &links->items[m->at], segments = later || in_segments(links, m->at);
  *list = (gm_ranked){.count = 1, .said = gm_length(m->name), .certain = true, .measure = m->measure};
  list->name[0] = m->name;
  list->value[0] = m->value;
  if (segments && m->silent && has_rival(links, m->at, s->start)) return;
  for (int front = 1; front >= 0; front--)
    if (segments)
      gm_rank_segments(links, m->at, m->rest, later ? m->measure : (gm_range){0, 0}, s->start, front, list);
    else
      gm_rank_beside(links, m->at, m->rest, s->start, front, list);
  const gm_mention *last = list->value[list->count - 1];
  list->from = list->name[0].from;
  list->to = last->to + gm_is_bracketed(view, last);
  size_t end = gm_sentence_end(view, list->to);
  if (later && end < s->start) list->to = end; /* what else the last segment tells */
}

/* 全村74户，甲社18户，乙社25户: may the first be a whole and the others its parts? Not when 、 is between, or when all
 * the names end alike or are of one length. */
static bool may_lead(const gm_view *view, const gm_ranked *list) {
  bool comma = gm_find_mark(view, list->value[0]->to, list->name[1].from, "，") != SIZE_MAX;
  bool alike_end = true, as_long = true;
  for (unsigned k = 1; k < list->count; k++) {
    gm_range a = list->name[0], b = list->name[k];
    size_t end = gm_length(a) > gm_length(b) ? a.from + gm_length(b) : a.to; /* 和平街道准确率92.3%，建设街道94.1% */
    alike_end = alike_end && (view->cp[a.to - 1] == view->cp[b.to - 1] || view->cp[end - 1] == view->cp[b.to - 1]);
    as_long = as_long && gm_length(a) == gm_length(b);
  }
  return comma && !alike_end && !as_long;
}

#define RANKS "排名 名次 位次 排位 等级 降幅 跌幅 增幅 增速 涨幅" /* the first is the least; changes go either way */

/* Are all of them exact amounts above nothing, of which more is more? */
static bool may_rank(const gm_view *view, const matched *m, const gm_ranked *list) {
  for (unsigned k = 0; k < list->count; k++) {
    const gm_figure *f = list->value[k]->figure;
    if (!is_value(f) || !gm_is_exact(f) || f->value.digits < 0 || gm_one_before(view, list->value[k]->to, "级类"))
      return false;
  }
  return gm_find_word(view, m->measure.from, m->measure.to, RANKS) == SIZE_MAX &&
         gm_find_word(view, m->rest.from, m->rest.to, RANKS) == SIZE_MAX;
}

/* The greatest or the least of the list; `told` where no other is. */
static unsigned extreme(const gm_ranked *list, bool most) {
  unsigned best = list->told;
  for (unsigned k = 0; k < list->count; k++) {
    int order = gm_decimal_compare(list->value[k]->figure->value, list->value[best]->figure->value);
    if (most ? order > 0 : order < 0) best = k;
  }
  return best;
}

/* May the value be no part of the list: 全县, 其他, or the sum of the others? */
static bool may_be_whole(const gm_view *view, const gm_ranked *list, unsigned at) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  if (gm_words_at(view, list->name[at].from, NO_PARTS)) return true;
  for (unsigned k = 0; k < list->count; k++)
    if (k != at && !gm_interval_add(&sum, list->value[k]->figure->interval)) return false;
  return gm_interval_meet(sum, list->value[at]->figure->interval);
}

#define VALUE_CHARS 6u /* 最多，达到 */

/* 乙村最多，达31户: the value told behind, when it is neither that of the named nor the extreme, is another measure. */
static bool tells_other(const gm_links *links, const superlative *s, const gm_ranked *list, unsigned best) {
  const gm_view *view = links->view;
  size_t from = s->behind ? s->name.to : s->end;
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < from) continue;
    if (m->from > from + VALUE_CHARS) return false;
    for (size_t i = from; i < m->from; i++)
      if (!gm_one_of(view, i, "，（为达是有到") && !gm_one_of(view, i, "了共仅只的高多")) return false;
    if (!gm_rank_alike(m->figure, list->value[best]->figure)) return gm_is_amount(m->figure);
    return gm_decimal_compare(m->figure->value, list->value[best]->figure->value) != 0 &&
           gm_decimal_compare(m->figure->value, list->value[list->told]->figure->value) != 0;
  }
  return false;
}

/* The name with its value: 餐饮环节3.13%. */
static gm_quote quote(const gm_view *view, const gm_ranked *list, unsigned k) {
  gm_quote q, name = gm_quote_line(view, list->name[k].from, list->name[k].to);
  if (list->quarters) snprintf(name.text, sizeof name.text, "第%u季度", k + 1);
  snprintf(q.text, sizeof q.text, "%.80s%.70s", name.text, gm_quote_mention(view, list->value[k]).text);
  return q;
}

static void report(gm_line_check *check, const superlative *s, const gm_ranked *list, unsigned best) {
  const gm_view *view = check->view;
  bool en = check->language == GM_ENGLISH, measured = gm_length(list->measure) != 0;
  size_t from = s->behind ? s->name.from : s->words.from, to = s->behind ? s->name.to : from + list->said;
  gm_quote word = gm_quote_line(view, s->at, s->end),
           measure = gm_quote_line(view, list->measure.from, list->measure.to);
  if (en) snprintf(word.text, sizeof word.text, "%s", s->most ? "the greatest" : "the least");
  gm_report_line(check, from, to);
  gm_say(check->out, check->language, "所列%s中%s的是%s，文中说%s%s",
         "of the %s listed, %s is that of %s, the text says %s is %s",
         measured ? measure.text
         : en     ? "values"
                  : "各数",
         word.text, quote(view, list, best).text, quote(view, list, list->told).text, word.text);
  if (list->certain) gm_offer(check->out, gm_quote_line(view, list->name[best].from, list->name[best].to).text);
  gm_relate_mention(check, list->value[list->told], "文中所说", "the one named");
  gm_relate_mention(check, list->value[best], "所列之最", "the extreme of those listed");
}

static void judge(gm_line_check *check, const superlative *s, const gm_ranked *list) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  bool duration = list->value[0]->figure->kind == GM_FIGURE_DURATION, most = s->most;
  if (s->word == U'快' || s->word == U'慢') most = duration == s->most;
  unsigned best = extreme(list, most);
  if (best == list->told || !gm_is_beyond(list->value[best]->figure, list->value[list->told]->figure, most) ||
      may_be_whole(view, list, best) || may_be_whole(view, list, list->told) || tells_other(links, s, list, best))
    return;
  for (unsigned k = 0; k < list->count; k++)
    if (gm_is_told(check, list->value[k])) return;
  report(check, s, list, best);
}

/* Finds the list that the superlative is about; false when there is none that leaves no doubt. */
static bool find_list(const gm_links *links, superlative *s, gm_ranked *list) {
  const gm_view *view = links->view;
  size_t low = gm_sentence_start(view, s->start);
  if (low) low = gm_sentence_start(view, low - 1);
  unsigned k = links->count;
  while (k && links->items[k - 1].to > s->start) k--;
  for (; k && links->items[k - 1].from >= low; k--) {
    matched m;
    if (!match(links, s, k - 1, &m)) continue;
    gather(links, s, &m, list);
    return list->count >= LISTED_LEAST && may_rank(view, &m, list) && !may_lead(view, list) &&
           (!m.told || is_of_unit(view, m.measure, list->value[0]->figure) ||
            told_before(links, m.measure, list->value[0])) &&
           (!m.silent || gm_rank_word_fits(s->word, list->value[0]->figure)) && nothing_between(links, list, s);
  }
  return false;
}

/* 甲、乙、丙三县发病率分别为1.2%、2.3%、3.1%，乙县发病率最高. */
static bool find_row(const gm_links *links, superlative *s, gm_ranked *list) {
  const gm_view *view = links->view;
  size_t low = gm_sentence_start(view, s->start);
  if (low) low = gm_sentence_start(view, low - 1);
  gm_ranked_row row;
  unsigned told = 0;
  if (!gm_find_ranked_row(links, low, s->start, &row)) return false;
  size_t said = gm_term_of_row(view, &row, s->behind ? s->name : s->words, &told);
  if (!said || (s->behind && said != gm_length(s->name))) return false;
  matched m = {.measure = s->behind ? s->words : gm_rest_behind(view, s->words, said)};
  size_t to = row.word - gm_words_before(view, row.word, "的 各");
  if (gm_length(m.measure) && !gm_reads_end(view, (gm_range){low, to}, m.measure)) return false;
  gm_rank_row(links, &row, m.measure, list);
  list->told = told;
  list->said = said;
  return may_rank(view, &m, list) && (gm_length(m.measure) || gm_rank_word_fits(s->word, list->value[0]->figure)) &&
         nothing_between(links, list, s);
}

#define NEXT_CHARS 20u /* from one superlative to the next of the same list: 流通环节最高，为1.58%，生产环节最低 */

/* 雨量最大的是青石镇，最小的是柳林镇: is the superlative the second of the list that the one before it was about? */
static bool is_next(const gm_links *links, const superlative *before, const superlative *s, gm_ranked *list) {
  const gm_view *view = links->view;
  gm_range name = s->behind ? s->name : s->words;
  if (!list->count || s->start < before->end || s->start - before->end > NEXT_CHARS ||
      gm_sentence_start(view, s->start) > before->at || (s->behind && gm_length(s->words)))
    return false;
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from >= before->end && m->to <= s->start && !gm_rank_alike(m->figure, list->value[0]->figure)) return false;
  }
  for (list->told = 0; list->told < list->count; list->told++)
    if (gm_reads_same(view, list->name[list->told], name)) {
      list->said = gm_length(name);
      return true;
    }
  return false;
}

void gm_check_superlatives(gm_line_check *check) {
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, "最 第 首")) { /* 冠军 and 亚军 alone */
    gm_check_ranks_beside(check);
    return;
  }
  const gm_links *links = gm_links_of(check);
  superlative before = {0}, s;
  gm_ranked list = {0}, found;
  for (size_t at = 0; (at = gm_view_next(view, at, GM_ITEM)) < view->count; at++) {
    if (!gm_one_of(view, at, "最")) continue;
    bool read = read_superlative(links, at, &s);
    if (read && (find_list(links, &s, &found) || find_row(links, &s, &found))) {
      list = found;
    } else if (!read || !is_next(links, &before, &s, &list)) {
      size_t told = check->out->list.count;
      gm_check_superlative_row(check, at);
      if (check->out->list.count == told) gm_check_superlative_times(check, at);
      if (check->out->list.count == told) gm_check_fastest(check, at);
      continue;
    }
    judge(check, &s, &list);
    before = s;
  }
  gm_check_extremes(check);
  if (!gm_check_ranks_beside(check) && !gm_check_ranks_told(check)) gm_check_rank_listed(check);
}
