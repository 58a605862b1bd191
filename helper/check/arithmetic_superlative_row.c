/* AR-07 where the superlative calls what is greatest by more or less than its name in the list: 城东9.8万册次、…，
 * 外借量最高的是城东分馆; 邻里139起、…，邻里类最多; and of a row whose values have no names but their places:
 * 四个季度依次新发1.2万张、…，第四季度发得最多. */
#include <stdio.h>

#include "check/families.h"
#include "check/percent.h"
#include "check/ranked.h"

#define SUFFIX_CHARS 4u /* 分馆 of 城东分馆 */
#define SAID_CHARS   24u

/* What the superlative says. */
typedef struct superlative {
  size_t at, end, start; /* 最高; its clause */
  bool most, behind;
  uint32_t word;
  gm_range said;    /* what begins with the name */
  gm_range measure; /* of a name behind: what is told before 最 */
  unsigned scope;   /* 四家借展单位中: of how many of the list, 0 when not told */
} superlative;

#define CROWDS "客流 人流 人气" /* 客流最旺 */

static bool read_superlative(const gm_view *view, size_t at, superlative *s) {
  *s = (superlative){.at = at, .end = at + 2};
  if (!gm_one_of(view, at + 1, "高大多长重低小少短轻") && !gm_words_before(view, at, CROWDS)) return false;
  s->word = view->cp[at + 1];
  s->most = !gm_one_of(view, at + 1, "低小少短轻");
  if (gm_words_before(view, at, CROWDS) && !gm_one_of(view, at + 1, "高大多低小少旺")) return false;
  size_t low = at > SAID_CHARS ? at - SAID_CHARS : 0;
  s->start = gm_view_behind_last(view, low, at, GM_PAUSE | GM_STOP);
  if (s->start == low && low) return false;
  if (gm_one_before(view, s->start, "、") || gm_one_of(view, s->end, "、和")) return false;
  for (size_t n; s->start < at && (n = gm_words_at(view, s->start, "其中 而 但 以 可见 尤以 又以 要数 一周里")) != 0;)
    s->start += n;
  size_t of = s->end + gm_words_at(view, s->end, "的"), link = gm_words_at(view, of, "是 为 当属 当数 要数 还是 仍是");
  if (of >= view->count || gm_one_of(view, of, "，。；！")) {
    s->said = (gm_range){s->start, at};
    for (size_t n; gm_length(s->said) && (n = gm_words_before(view, s->said.to, "为 是 的 得")) != 0;) s->said.to -= n;
    return gm_length(s->said) > 0;
  }
  if (of == s->end && !link) return false;
  s->behind = true;
  s->measure = (gm_range){s->start, at};
  for (size_t n; gm_length(s->measure) && (n = gm_words_before(view, s->measure.to, "为 是 的 得")) != 0;)
    s->measure.to -= n;
  size_t i = of + link;
  s->said.from = i;
  while (i < view->count && i - s->said.from < GM_NAME_CHARS && !(view->cls[i] & (GM_PUNCT | GM_SPACE)) &&
         !gm_one_of(view, i, "比达仅为只已"))
    i++;
  s->said.to = i;
  return gm_length(s->said) > 0 && !gm_one_of(view, i, "、") &&
         gm_find_word(view, s->said.from, i, "之一 和 与 及") == SIZE_MAX;
}

/* Characters of the name at `said` that are those of `label`; 周三 is 星期三, 二季度 第二季度. *of gets how many of the
 * label's. */
static size_t common(const gm_view *view, gm_range said, gm_range label, size_t *of) {
  size_t a = said.from, b = label.from;
  if (gm_one_of(view, a, "周") && gm_words_at(view, b, "星期")) a++, b += 2;
  if (gm_one_of(view, a, "第") && !gm_one_of(view, b, "第"))
    a++;
  else if (gm_one_of(view, b, "第") && !gm_one_of(view, a, "第"))
    b++;
  while (a < said.to && b < label.to && view->cp[a] == view->cp[b]) a++, b++;
  *of = b - label.from;
  return a - said.from;
}

#define KINDS "类 项 组 型 档 种 类型 类别 一类 方面 等"
/* Does nothing but totals and shares of the list stand between it and the superlative's clause? `quiet` of one that
 * names no measure: no other words may then. */
static bool follows(const gm_links *links, const gm_ranked *list, superlative *s, bool quiet) {
  const gm_view *view = links->view;
  const size_t start = s->start;
  unsigned stops = 0;
  for (size_t at = list->to; at < start;) {
    if (view->cls[at] & (GM_PAUSE | GM_STOP | GM_SPACE | GM_IN_PAREN) || gm_one_of(view, at, "（）")) {
      stops += (view->cls[at++] & GM_STOP) != 0;
      continue;
    }
    size_t end = gm_view_next_before(view, at, start, GM_PAUSE | GM_STOP);
    bool figures = false,
         aside = gm_words_at(view, at, GM_ASIDES " " GM_TOTALS) || gm_words_at(view, at, "其中") + at == end;
    if (end > at + 2 && gm_one_of(view, end - 2, "最")) aside = true; /* 其中2月最低， */
    for (unsigned k = 0; k < links->count; k++) {
      const gm_mention *m = &links->items[k];
      if (m->from < at || m->from >= end) continue;
      /* 2月为半年低点 */
      if (m->figure->kind == GM_FIGURE_DATE || m->figure->kind == GM_FIGURE_YEAR ||
          m->figure->kind == GM_FIGURE_ORDINAL ||
          (m->figure->kind == GM_FIGURE_DURATION && list->value[0]->figure->kind != GM_FIGURE_DURATION))
        continue;
      /* 5家合计187.9万人次: how many they are */
      if (m->from == at && !gm_decimal_compare(m->figure->value, gm_decimal_of(list->count))) continue;
      if (m->from == at && end + 1 == start && gm_one_before(view, end, "中") && !m->figure->value.scale &&
          m->figure->value.digits > 1 && m->figure->value.digits < list->count) {
        s->scope = (unsigned)m->figure->value.digits;
        continue;
      }
      figures = true;
      aside = aside || m->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_SHARE) ||
              gm_find_word(view, at, m->from, GM_TOTALS) != SIZE_MAX;
      if (!gm_rank_alike(m->figure, list->value[list->count - 1]->figure) && m->figure->kind != GM_FIGURE_PERCENT)
        return false;
    }
    if (!aside && (figures || quiet) && end < start) return false;
    at = end;
  }
  return stops < 2 || (s->scope && stops < 3);
}

#define VERB_CHARS 4u

/* 清河镇培训126人，双桥镇148人，石门乡92人: does the first alone tell what all do, [rest], behind a name, of `length`
 * characters, as long as the others'? */
static bool is_told_first(const gm_view *view, const gm_ranked *list, size_t length, gm_range rest) {
  size_t name = gm_length(list->name[1]); /* 展出样品 stands behind the first name alone */
  if (list->told || gm_length(rest) > VERB_CHARS || length > name + VERB_CHARS || length + 1 < name) return false;
  for (unsigned k = 1; k < list->count; k++) {
    size_t other = gm_length(list->name[k]);
    if (other > name + 1 || name > other + 1 || gm_reads_end(view, list->name[k], rest)) return false;
  }
  return true;
}

/* Which of the list the superlative names, and what is left of its words as the measure; false when it is not sure. */
static bool name_told(const gm_links *links, const superlative *s, gm_ranked *list, gm_range *measure, gm_range *rest) {
  const gm_view *view = links->view;
  size_t best = 0, of = 0, second = 0, n;
  for (unsigned k = 0; k < list->count; k++) {
    size_t found = common(view, s->said, list->name[k], &n);
    /* 日工资木工350元、瓦工380元: what all of them are told of stands before the first */
    for (size_t at = list->name[0].from + 1; !k && !found && at + 1 < list->name[0].to; at++) {
      size_t whole = common(view, s->said, (gm_range){at, list->name[0].to}, &n);
      if (at + n < list->name[0].to || whole < 2) continue;
      list->name[0].from = at;
      found = whole;
    }
    if (found > best) {
      second = best;
      best = found;
      of = n;
      list->told = k;
    } else if (found > second) {
      second = found;
    }
  }
  if (best < 2 && !(best == 1 && gm_length(list->name[list->told]) == 1)) return false;
  if (best == second) return false;
  list->said = best;
  *rest = (gm_range){list->name[list->told].from + of, list->name[list->told].to};
  /* 南岸桥长, 北岸桥长: what all tell */
  for (unsigned k = 0; k < list->count && gm_length(*rest) && !is_told_first(view, list, best, *rest); k++) {
    if (k != list->told && !gm_reads_end(view, list->name[k], *rest) && k) return false;
  }
  gm_range left = {s->said.from + best, s->said.to};
  if (gm_length(left) && gm_one_of(view, left.from, "（")) { /* 20日（周日）客流最旺 */
    size_t close = left.from;
    while (close < left.to && !gm_one_of(view, close, "）")) close++;
    if (close == left.to) return false;
    left.from = close + 1;
  }
  size_t kind = gm_words_at(view, left.from, KINDS);
  if (kind > gm_length(left)) kind = 0;
  if (!kind && gm_length(left)) {
    size_t lead = gm_sentence_start(view, list->from);
    if (lead) lead = gm_sentence_start(view, lead - 1);
    for (kind = gm_length(left) < SUFFIX_CHARS ? gm_length(left) : SUFFIX_CHARS; kind; kind--) {
      size_t at = gm_find_run(view, lead, list->from, left.from, kind);
      if (at == SIZE_MAX) continue;
      size_t number = at - gm_words_before(view, at, "个 家 所 座 处 条 支"); /* 五个分馆 */
      if (gm_words_at(view, at + kind, "中 里 内 看 分 划分 ： ，") ||
          (number < at && gm_number_before(view, number) < number))
        break;
    }
  }
  left.from += kind;
  list->said += kind;
  if (gm_one_of(view, left.from, "的") && gm_length(left)) left.from++;
  *measure = s->behind ? s->measure : left;
  /* 降雨最大的石桥镇出现积水 */
  return !s->behind || !gm_length(left) ||
         (best > 2 && !gm_length(*rest) && best == gm_length(list->name[list->told]) && gm_length(s->measure));
}

#define VALUE_CHARS 6u

/* Is a value told behind the superlative, which is then another measure? */
static bool tells_other(const gm_links *links, const superlative *s, const gm_ranked *list, unsigned best) {
  size_t from = s->behind ? s->said.to : s->end;
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < from) continue;
    if (m->from > from + VALUE_CHARS) return false;
    for (size_t at = from; at < m->from; at++) /* ；调成474起 */
      if (!gm_one_of(links->view, at, "，（为达是有到") && !gm_one_of(links->view, at, "了共仅只的高多")) return false;
    return gm_rank_alike(m->figure, list->value[best]->figure) &&
           gm_decimal_compare(m->figure->value, list->value[best]->figure->value) != 0 &&
           gm_decimal_compare(m->figure->value, list->value[list->told]->figure->value) != 0;
  }
  return false;
}

/* Is it one of 17.2万、14.8万和19.2万吨, of which the last alone has the unit? */
static bool lacks_unit(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY && !f->unit && f->unit_end == f->unit_start;
}

/* The values in a row from mention `first` on. */
static unsigned row_from(const gm_links *links, unsigned first) {
  unsigned count = 0, next = first;
  for (; next < links->count && count < GM_RANKED_MAX && lacks_unit(links->items[next].figure); next++, count++)
    if (count && (links->items[next].from != links->items[next - 1].to + 1u ||
                  !gm_one_of(links->view, links->items[next - 1].to, "、")))
      return count;
  if (!count) return gm_row_from(links, first, GM_RANKED_MAX);
  const gm_mention *last = &links->items[next];
  bool ends = next < links->count && last->from == last[-1].to + 1u && gm_one_of(links->view, last[-1].to, "、和及与");
  return count + ends;
}

/* Of 17.2、14.8和19.2万吨 all have 万, but are not read so. */
static bool is_alike(const gm_view *view, const gm_figure *f, const gm_figure *last) {
  return gm_rank_alike(f, last) ||
         (lacks_unit(f) && gm_is_amount(last) && gm_printed_scale(view->raw, f) == gm_printed_scale(view->raw, last));
}

/* All of them exact amounts of one kind that are ranked by what they are told of. */
static bool may_rank(const gm_view *view, const gm_ranked *list, size_t low) {
  /* 各月产量 are those of the months, each of which is ranked */
  bool each = gm_find_word(view, low, list->to, "每 均") != SIZE_MAX;
  const gm_figure *last = list->value[list->count - 1]->figure;
  for (unsigned k = 0; k < list->count; k++) {
    const gm_figure *f = list->value[k]->figure;
    if (!gm_is_exact(f) || gm_is_delta(f) || f->value.digits < 0 || !is_alike(view, f, last) ||
        (f->roles & GM_ROLE_EACH && each) ||
        f->roles &
            (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED | GM_ROLE_TO | GM_ROLE_FROM))
      return false;
  }
  return true;
}

/* 一车间24项，二车间18项，锅炉房54项，一车间最多: of the workshops, half of the others, whose names end alike? */
static bool of_a_kind(const gm_view *view, const gm_ranked *list, unsigned best) {
  unsigned alike = 0;
  if (!list->name[best].to) return false; /* a row of places */
  uint32_t last = view->cp[list->name[list->told].to - 1];
  for (unsigned k = 0; k < list->count; k++) alike += k != list->told && view->cp[list->name[k].to - 1] == last;
  return 2 * alike + 1 >= list->count && view->cp[list->name[best].to - 1] != last;
}

/* 四家借展单位中 of five that are listed: the one named is not the greatest, whichever is left out, when more values
 * than are left out are beyond it. The last of those, NULL when there are fewer. */
static const gm_mention *beyond_in_scope(const superlative *s, const gm_ranked *list) {
  const gm_mention *order[GM_RANKED_MAX];
  unsigned count = 0;
  for (unsigned k = 0; k < list->count; k++) {
    const gm_mention *m = list->value[k];
    if (!gm_is_beyond(m->figure, list->value[list->told]->figure, s->most)) continue;
    unsigned at = count++;
    for (; at && gm_is_beyond(m->figure, order[at - 1]->figure, s->most); at--) order[at] = order[at - 1];
    order[at] = m;
  }
  unsigned out = list->count - s->scope;
  return count > out ? order[out] : NULL;
}

/* Reports the one named as not the greatest of those in scope. */
static void judge_scope(gm_line_check *check, const superlative *s, const gm_ranked *list) {
  const gm_view *view = check->view;
  const gm_mention *told = list->value[list->told], *beyond = beyond_in_scope(s, list);
  if (!beyond) return;
  gm_report_line(check, s->said.from, s->said.from + list->said);
  gm_say(check->out, check->language, "文中说%s%s，所列%s却比它的%s更%s",
         "the text names %s as %s, but %s listed is beyond its %s%s",
         gm_quote_line(view, s->said.from, s->said.from + list->said).text,
         check->language == GM_ENGLISH ? "the extreme" : gm_quote_line(view, s->at, s->end).text,
         gm_quote_mention(view, beyond).text, gm_quote_mention(view, told).text,
         check->language == GM_ENGLISH ? "" : gm_quote_line(view, s->at + 1, s->end).text);
  gm_relate_mention(check, told, "文中所说", "the one named");
  gm_relate_mention(check, beyond, "所列之数", "the value listed");
}

static void judge(gm_line_check *check, const superlative *s, const gm_ranked *list) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  unsigned best = list->told;
  for (unsigned k = 0; k < list->count; k++) {
    int order = gm_decimal_compare(list->value[k]->figure->value, list->value[best]->figure->value);
    if (s->most ? order > 0 : order < 0) best = k;
    if (gm_is_told(check, list->value[k])) return;
  }
  if (best == list->told || !gm_is_beyond(list->value[best]->figure, list->value[list->told]->figure, s->most) ||
      tells_other(links, s, list, best) || of_a_kind(view, list, best))
    return;
  if (s->scope) {
    judge_scope(check, s, list);
    return;
  }
  gm_quote word = gm_quote_line(view, s->at, s->end);
  if (check->language == GM_ENGLISH)
    snprintf(word.text, sizeof word.text, "%s", s->most ? "the greatest" : "the least");
  gm_report_line(check, s->said.from, s->said.from + list->said);
  gm_say(check->out, check->language, "所列各数中%s的是%s，文中所说的%s为%s",
         "of the values listed %s is %s, the text names %s, %s", word.text,
         gm_quote_mention(view, list->value[best]).text,
         gm_quote_line(view, s->said.from, s->said.from + list->said).text,
         gm_quote_mention(view, list->value[list->told]).text);
  gm_relate_mention(check, list->value[list->told], "文中所说", "the one named");
  gm_relate_mention(check, list->value[best], "所列之最", "the extreme of those listed");
}

#define PLACED                                                                                                                                                \
  "季度 期 批 轮 次 月 个月 车间 组 班 标段 周 天 场 年级 阶段 季 号楼 分厂 科室 中队 生产线 条 座 栋 道工序 工区 " \
  "片区"
/* 四个季度依次新发1.2万张、…: the row whose values have places for names. */
static void check_places(gm_line_check *check, superlative *s) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = links->view;
  size_t unit, low = gm_sentence_start(view, s->start);
  unsigned place = gm_place_at(view, s->said, &unit);
  size_t length = place ? gm_words_at(view, unit, PLACED) : 0;
  if (place && (gm_words_before(view, unit, "周 星期 礼拜") || place > GM_RANKED_MAX))
    length = 1; /* 四 of 周四, 年 of 2024年 */
  if (!length || unit + length > s->said.to) return;
  for (unsigned k = 0; k < links->count && links->items[k].to <= s->start; k++) {
    if (links->items[k].from < low) continue;
    unsigned count = row_from(links, k);
    if (count < GM_RANKED_LEAST || links->items[k + count - 1].to > s->start) {
      k += count ? count - 1 : 0;
      continue;
    }
    unsigned first;
    if (!gm_announces_places(view, low, links->items[k].from, unit, length, count, &first) || place < first ||
        place >= first + count)
      return;
    gm_ranked list = {.count = count, .told = place - first, .said = unit + length - s->said.from};
    for (unsigned i = 0; i < count; i++) list.value[i] = &links->items[k + i];
    list.from = links->items[k].from;
    list.to = links->items[k + count - 1].to;
    gm_range lead = {low, list.from}, left = {unit + length, s->said.to};
    bool month = gm_one_of(view, unit, "月") && gm_length(left) && gm_one_of(view, left.from, "份"); /* 4月份 */
    left.from += month;
    list.said += month;
    if (gm_one_of(view, left.from, "的") && gm_length(left)) left.from++;
    gm_range measure = s->behind ? s->measure : left;
    if ((!s->behind || !gm_length(left)) && may_rank(view, &list, low) &&
        gm_is_ranked_measure(view, s->word, measure, lead, (gm_range){0, 0}, list.value[count - 1]->figure) &&
        follows(links, &list, s, !gm_length(measure)))
      judge(check, s, &list);
    return;
  }
}

void gm_check_superlative_row(gm_line_check *check, size_t at) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = links->view;
  superlative s;
  gm_ranked list;
  gm_range measure, rest;
  if (links->count < GM_RANKED_LEAST || !read_superlative(view, at, &s)) return;
  if (gm_rank_last(links, s.start, &list) && name_told(links, &s, &list, &measure, &rest)) {
    size_t lead = gm_sentence_start(view, list.from);
    if (gm_sentence_start(view, s.start) > list.from && lead) lead = gm_sentence_start(view, lead - 1);
    if (may_rank(view, &list, lead) &&
        gm_is_ranked_measure(view, s.word, measure, (gm_range){lead, list.from}, rest, list.value[0]->figure) &&
        follows(links, &list, &s, !gm_length(measure)))
      judge(check, &s, &list);
    return;
  }
  check_places(check, &s);
}
