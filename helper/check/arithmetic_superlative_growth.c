/* AR-07 of rates of growth: 城东区增长7.2%、城西区增长6.8%、高新区增长9.5%，增速最快的是城东区;
 * 城东区86亿元，增长7.2%；…. */
#include <stdio.h>

#include "check/families.h"
#include "check/ranked.h"

#define RISES "增速 增幅 涨幅 增长率 增长 同比增速 同比增幅 增长得 涨得 增势 升幅"
#define FALLS "降幅 跌幅 下降 同比降幅 降得"
#define VERBS                                                                                                                                                      \
  "同比增长了 同比增长 同比上升 同比增加 同比提高 比上年增长 较上年增长 增长了 增长 上升 增加 提高 增幅为 增速为 " \
  "同比下降 比上年下降 较上年下降 下降了 下降 减少 降低 同比 分别 为"
#define LED         "其中 而 但 可见 以"
#define NAME_END    "达比为仅增同（"
#define VALUE_CHARS 6u

typedef struct fastest {
  size_t at, end, start; /* 最快; its clause */
  bool most, fell;
  gm_range said;
} fastest;

/* 增速最快的是城东区, 城东区增速最快: what is named; false when it is no such superlative. */
static bool read_fastest(const gm_view *view, size_t at, fastest *s) {
  *s = (fastest){.at = at, .end = at + 2, .start = gm_clause_start(view, at)};
  if (!gm_one_of(view, at + 1, "快高大慢低小")) return false;
  s->most = gm_one_of(view, at + 1, "快高大");
  size_t rise = gm_words_before(view, at, RISES), fall = rise ? 0 : gm_words_before(view, at, FALLS);
  size_t measure = at - (rise ? rise : fall);
  if (measure == at || measure < s->start) return false;
  s->fell = fall != 0;
  s->said = (gm_range){s->start + gm_words_at(view, s->start, LED), measure};
  size_t of = s->end + gm_words_at(view, s->end, "的"), link = gm_words_at(view, of, "是 为 当属");
  if (s->said.from < measure) { /* the name before */
    if (gm_one_before(view, s->said.to, "的")) s->said.to--;
    return gm_length(s->said) > 1 && (s->end >= view->count || gm_one_of(view, s->end, "，。；！（"));
  }
  if (of == s->end || !link) return false;
  size_t to = of + link;
  while (to < view->count && !(view->cls[to] & (GM_PUNCT | GM_SPACE)) && !gm_one_of(view, to, NAME_END)) to++;
  s->said = (gm_range){of + link, to};
  return gm_length(s->said) > 1 && !gm_one_of(view, to, "、");
}

/* The name that a rate is told of: before its verb, or before the amount that it is the growth of. *first gets where
 * the words of both begin; empty when there is none. */
static gm_range name_of(const gm_links *links, const gm_mention *m, const gm_mention **first) {
  const gm_view *view = links->view;
  gm_range name = gm_label_of(links, m);
  *first = m;
  for (size_t n; gm_length(name) && (n = gm_words_before(view, name.to, VERBS)) != 0 && n <= gm_length(name);)
    name.to -= n;
  if (gm_length(name) || m == links->items || !gm_same_sentence(m - 1, m)) return name;
  *first = m - 1;
  return gm_is_amount(m[-1].figure) && m[-1].clause < m[-1].from && m->clause == m[-1].to + 1u
             ? gm_label_of(links, m - 1)
             : name;
}

/* The rates side by side behind their names that end right before the clause at `start`. */
static bool collect(const gm_links *links, const fastest *s, gm_ranked *list) {
  const gm_view *view = links->view;
  const uint32_t way = s->fell ? GM_ROLE_DOWN : GM_ROLE_UP;
  unsigned k = links->count;
  *list = (gm_ranked){.count = 0};
  while (k && links->items[k - 1].to > s->start) k--;
  if (!k || links->items[k - 1].to + 1 != s->start) return false;
  for (size_t next = 0; k && list->count < GM_RANKED_MAX;) {
    const gm_mention *m = &links->items[k - 1], *first;
    if (m->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(m->figure) || !(m->figure->roles & way) ||
        m->figure->value.digits < 0 || m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_TO | GM_ROLE_FROM))
      break;
    if (next && (m->to + 1 < next || !gm_same_sentence(m, list->value[0]))) break; /* more than a mark between */
    gm_range name = name_of(links, m, &first);
    if (gm_length(name) < 2 || gm_find_word(view, name.from, name.to, GM_TOTALS) != SIZE_MAX) break;
    memmove(list->name + 1, list->name, list->count * sizeof *list->name);
    memmove(list->value + 1, list->value, list->count * sizeof *list->value);
    list->name[0] = name;
    list->value[0] = m;
    list->count++;
    next = name.from;
    k = (unsigned)(first - links->items);
  }
  return list->count >= GM_RANKED_LEAST;
}

/* Is a rate told behind the superlative, which is then of something else? */
static bool tells_other(const gm_links *links, const fastest *s, const gm_ranked *list) {
  size_t from = s->said.to > s->end ? s->said.to : s->end;
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    if (m->from < from) continue;
    return m->from <= from + VALUE_CHARS && m->figure->kind == GM_FIGURE_PERCENT &&
           gm_decimal_compare(m->figure->value, list->value[list->told]->figure->value) != 0;
  }
  return false;
}

void gm_check_fastest(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  fastest s;
  gm_ranked list;
  if (!read_fastest(view, at, &s)) return;
  const gm_links *links = gm_links_of(check);
  if (links->count < GM_RANKED_LEAST || !collect(links, &s, &list)) return;
  unsigned found = 0, best = 0;
  for (unsigned k = 0; k < list.count; k++) {
    int order = gm_decimal_compare(list.value[k]->figure->value, list.value[best]->figure->value);
    if (s.most ? order > 0 : order < 0) best = k;
    if (gm_is_told(check, list.value[k])) return;
    /* 各门店客流东门店增长12.6%: what all are told of stands before the first name */
    if (!gm_reads_begin(view, list.name[k], s.said) && (k || !gm_reads_end(view, list.name[k], s.said))) continue;
    list.told = k;
    found++;
  }
  if (found != 1 || best == list.told ||
      !gm_is_beyond(list.value[best]->figure, list.value[list.told]->figure, s.most) || tells_other(links, &s, &list) ||
      gm_disclaimed(view))
    return;
  gm_quote word = gm_quote_line(view, s.at, s.end);
  if (check->language == GM_ENGLISH) snprintf(word.text, sizeof word.text, "%s", s.most ? "the greatest" : "the least");
  gm_report_line(check, s.said.from, s.said.to);
  gm_say(check->out, check->language, "所列各数中%s的是%s，文中所说的%s为%s",
         "of the values listed %s is %s, the text names %s, %s", word.text,
         gm_quote_mention(view, list.value[best]).text, gm_quote_line(view, s.said.from, s.said.to).text,
         gm_quote_mention(view, list.value[list.told]).text);
  gm_relate_mention(check, list.value[list.told], "文中所说", "the one named");
  gm_relate_mention(check, list.value[best], "所列之最", "the extreme of those listed");
}
