/* AR-07: 3路98.6万人次、17路91.2万人次、22路85.9万人次…，22路升至第二位: a place against the values listed before it.
 */
#include "check/families.h"
#include "check/ranked.h"

#define RANKED                                                                                                                                                   \
  "升至 升到 跃居 跃升至 跃升到 降至 退居 跌至 位居 位列 居 列 排 排名 排在 排到 名列 排行 排名升至 排名降至 稳居 " \
  "高居"
#define FIRST      "首位 榜首 首 第一"
#define CLAUSE_MAX 14u /* from the mark before it to the words of the place */
#define NOW        "本季度 本季 本期 今年 本月 本年 现 现已 目前 如今 本周 已 其中 以 数量 总量"
/* With these in its sentence the place may be that of another field or time. */
#define OTHERS "全省 全国 全市 全州 全县 全区 同类 同期 综合 增速 增幅 增长 率 均 满意 评分 得分 考核 测评 上届 届"

#define FIRST_LEAST 3u /* characters of a name that begins in the words for the first */

typedef struct place {
  size_t word, at, end; /* 升至, 第三位 */
  unsigned number;
} place;

static bool read_place(const gm_view *view, size_t at, place *out) {
  gm_numeral numeral;
  size_t first = gm_words_at(view, at, FIRST), n;
  *out = (place){.at = at, .end = at + first, .number = 1};
  if (!first) {
    if (!gm_one_of(view, at, "第") || !(n = gm_numeral_read(view, at + 1, &numeral)) || numeral.value.scale ||
        numeral.value.digits < 1 || numeral.value.digits > (int)GM_RANKED_MAX)
      return false;
    out->number = (unsigned)numeral.value.digits;
    out->end = at + 1 + n;
  }
  out->end += gm_words_at(view, out->end, "位 名");
  size_t word = gm_words_before(view, at, RANKED);
  out->word = at - word;
  return word && (out->end >= view->count || gm_one_of(view, out->end, "，。；！"));
}

/* The only one of the list whose name the sentence of the place says before it; false when none, or several. */
static bool name_said(const gm_view *view, gm_ranked *list, size_t from, const place *p) {
  unsigned found = 0;
  for (unsigned k = 0; k < list->count; k++) {
    gm_range name = list->name[k];
    size_t at = gm_length(name) > 1 ? gm_find_run(view, from, p->word, name.from, gm_length(name)) : SIZE_MAX;
    /* 办件量东城中心862件: what all are told of stands before the first */
    for (size_t cut = name.from + 1; !k && at == SIZE_MAX && cut + FIRST_LEAST <= name.to; cut++) {
      at = gm_find_run(view, from, p->word, cut, name.to - cut);
      if (at != SIZE_MAX) list->name[0].from = cut;
    }
    if (at == SIZE_MAX) continue;
    if (at > from && (view->cls[at - 1] & (GM_DIGIT | GM_HAN)) && !gm_words_before(view, at, "其中 而 但"))
      return false;
    list->told = k;
    found++;
  }
  return found == 1;
}

/* Does the clause of the place say no more than whose it is, and when? */
static bool is_plain(const gm_links *links, const gm_ranked *list, const place *p) {
  const gm_view *view = links->view;
  size_t at = gm_clause_start(view, p->word);
  gm_range name = list->name[list->told];
  if (p->word - at > CLAUSE_MAX) return false;
  while (at < p->word) {
    size_t n = gm_words_at(view, at, NOW);
    if (!n && gm_reads_alike(view, at, name.from, gm_length(name))) n = gm_length(name);
    for (unsigned k = 0; !n && k < links->count; k++) /* 以86件居首 */
      if (links->items[k].from == at &&
          !gm_decimal_compare(links->items[k].figure->value, list->value[list->told]->figure->value))
        n = links->items[k].to - at;
    if (!n) return false;
    at += n;
  }
  return at == p->word;
}

static void check_place(gm_line_check *check, const gm_links *links, const place *p) {
  const gm_view *view = links->view;
  gm_ranked list;
  size_t start = gm_sentence_start(view, p->word);
  size_t clause = gm_clause_start(view, p->word);
  if (!gm_rank_last(links, clause, &list)) return;
  size_t from = list.to > start ? list.to : start; /* behind the list */
  while (from < p->word && gm_one_of(view, from, "，；。")) from++;
  if (gm_sentence_end(view, list.to) + 1 < start && gm_sentence_start(view, start - 1) > list.to + 1) return;
  if (!name_said(view, &list, from, p) || !is_plain(links, &list, p) ||
      gm_find_word(view, from, p->end, OTHERS) != SIZE_MAX)
    return;
  unsigned above = 0;
  const gm_figure *told = list.value[list.told]->figure, *at_place = NULL;
  for (unsigned k = 0; k < list.count; k++) {
    const gm_figure *f = list.value[k]->figure;
    if (!gm_is_exact(f) || gm_is_delta(f) || f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME))
      return;
    if (k != list.told && !gm_decimal_compare(f->value, told->value)) return;
    above += gm_decimal_compare(f->value, told->value) > 0;
    /* places are those of a list told from the first to the last */
    if (k && gm_decimal_compare(f->value, list.value[k - 1]->figure->value) > 0 && p->number > 1) return;
    at_place = k + 1 == p->number ? f : at_place;
  }
  if (above + 1 == p->number || !at_place) return;
  gm_report_line(check, p->at, p->end);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "按所列各数%s排第%u，文中为%s",
         "by the values listed %s is in place %u, the text says %s",
         gm_quote_line(view, list.name[list.told].from, list.name[list.told].to).text, above + 1,
         gm_quote_line(view, p->at, p->end).text);
  gm_relate_mention(check, list.value[list.told], "其数", "its value");
}

void gm_check_rank_listed(gm_line_check *check) {
  const gm_view *view = check->view;
  if (check->figures->count < GM_RANKED_LEAST || !gm_word_list_may_hold(view, RANKED)) return;
  place p;
  for (size_t at = 0; (at = gm_find_word(view, at, view->count, "第 首 榜首")) != SIZE_MAX; at++)
    if (read_place(view, at, &p)) check_place(check, gm_links_of(check), &p);
}
