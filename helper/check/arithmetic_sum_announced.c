/* AR-01 of a list whose lead says that it is all there is, so that it is held to its total however far off that is:
 * 总预算48600元，构成如下：…；…。 总投资3.42亿元。来源分五块：…，…。 满分100分：…，…。 */
#include "check/list.h"
#include "check/sum_judged.h"

#define LEAD_CHARS   12u /* of the clause that leads to a list: 资金来源分为五个部分 */
#define ITEMS_LEAST  3u  /* where no number tells how many there are */
#define SHORT_LEAST  4u  /* of a row right behind ： whose total nothing calls so: 管理人员12人：…. */
#define PASSED_CHARS 40u /* between a total and its list, of means and prices: 户均3.47万元，每平方米约404元 */

/* A list from clean character `from` to `to`, led by what stands from `lead` on. */
typedef struct announced {
  size_t lead, from, to;
  unsigned first; /* mention */
  bool rows;      /* parted by ； */
} announced;

#define ANNOUNCES                                                                                                                                                  \
  "构成如下 具体如下 明细如下 分配如下 分布如下 安排如下 组成如下 构成为 组成为 具体为 分别为 分别是 包括 来源为 " \
  "分配为"
#define DIVIDES    "来源 构成 分 组成"
#define ALL_POINTS "满分 总分 总分值 总权重 满分值 总分为 满分为 总分共 共 共计 合计 总计"

#define OPEN "主要 其中 另 此外 左右 以上 以下 比上年 同比 上年 去年 不含 包括 约 余"

/* Does the sentence leave anything open, or tell more than a list? 水电气等单位0.46亿元 leaves nothing open. */
static bool is_open(const gm_links *links, const announced *list, const gm_parts *p) {
  const gm_view *view = links->view;
  return gm_find_word(view, list->from, list->to, OPEN) != SIZE_MAX ||
         gm_find_word(view, links->items[p->at[p->count - 1]].to, list->to, "等") != SIZE_MAX ||
         gm_find_word(view, list->lead, list->from, "主要 包括但 例如 其中主要 等") != SIZE_MAX;
}

#define MEANS "均 单价 每"

/* 户均3.47万元, 每人50元: what each has is no part and no total. */
static bool is_each(const gm_view *view, const gm_mention *m) {
  return m->figure->roles & GM_ROLE_EACH || gm_find_word(view, m->label, m->from, MEANS) != SIZE_MAX;
}

static bool may_be_part(const gm_links *links, const gm_mention *m, const gm_figure *whole) {
  return gm_is_amount(m->figure) && gm_comparable(m->figure, whole) && !is_each(links->view, m) &&
         !(m->figure->roles & GM_ROLE_PAREN);
}

/* 慰问品每人50元，426人，计21300元: the amount of the total's unit that the item comes to, of mentions from *next to
 * clean character `end`; -1 when none can be told. *next gets the first mention behind. */
static int amount_of(const gm_links *links, unsigned *next, size_t end, const gm_figure *whole) {
  int last = -1;
  unsigned amounts = 0;
  for (; *next < links->count && links->items[*next].from < end; ++*next) {
    if (!may_be_part(links, &links->items[*next], whole)) continue;
    last = (int)*next;
    amounts++;
  }
  if (last < 0) return -1;
  const gm_mention *m = &links->items[last];
  if (!gm_is_part(m->figure) || (amounts > 1 && !gm_words_before(links->view, m->from, "计 共 合计 共计 小计 为")))
    return -1;
  return last;
}

/* The parts of a list for a total like `whole`, each item with one; false when an item has none. */
static bool read_parts(const gm_links *links, const announced *list, const gm_figure *whole, gm_parts *p) {
  const gm_view *view = links->view;
  unsigned next = list->first;
  *p = (gm_parts){.count = 0};
  for (size_t at = list->from; at < list->to && p->count < GM_PARTS_MAX;) {
    size_t end = gm_find_mark(view, at, list->to, list->rows ? "；" : "，");
    if (end == SIZE_MAX) end = list->to;
    bool share = !list->rows && p->count && gm_words_at(view, at, "占"); /* 甲9.03亿元，占26.4%，乙… */
    int part = amount_of(links, &next, end, whole);
    if (share ? part >= 0 : part < 0) return false;
    if (!share) {
      const gm_mention *m = &links->items[part];
      if (m->from == at || gm_words_at(view, at, "合计 共计 总计 以上 共 计")) return false; /* told with no name */
      p->at[p->count++] = (unsigned)part;
    }
    at = end + 1;
  }
  return p->count > 1 && p->count < GM_PARTS_MAX;
}

/* 甲20分、乙20分、丙60分: the parts of a list in 、, each mention one. */
static bool read_short_parts(const gm_links *links, const announced *list, const gm_figure *whole, gm_parts *p) {
  const gm_view *view = links->view;
  size_t behind = list->from;
  *p = (gm_parts){.count = 0};
  for (unsigned i = list->first; i < links->count && links->items[i].from < list->to; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_ORDINAL || m->figure->kind == GM_FIGURE_CLAIM) continue;
    if (p->count && m->figure->roles & GM_ROLE_PAREN) continue;
    if (p->count == GM_PARTS_MAX || !may_be_part(links, m, whole) || !gm_is_part(m->figure) || m->from <= behind)
      return false;
    p->at[p->count++] = i;
    size_t end = m->to;
    if (gm_one_of(view, end, "（")) /* 项目经理1人（从业16年）、技术员4人 */
      while (end < list->to && (end == m->to || view->cls[end] & GM_IN_PAREN || gm_one_of(view, end, "）"))) end++;
    behind = end + 1;
    if (end < list->to && !gm_one_of(view, end, "、，；和及与")) return false;
  }
  return p->count > 1 && behind >= list->to;
}

/* Does the lead tell of so many parts, and say that they divide something: 来源分五块, 由三部分组成? */
static bool tells_number(const gm_links *links, const announced *list, unsigned count) {
  const gm_view *view = links->view;
  if (!list->first) return false;
  const gm_mention *number = &links->items[list->first - 1];
  return number->from >= list->lead && number->figure->value.digits == (int64_t)count && !number->figure->value.scale &&
         gm_find_word(view, list->lead, list->from, DIVIDES) != SIZE_MAX;
}

/* Does the list divide mention `total`, and all of it? */
static bool is_announced(const gm_links *links, const announced *list, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  /* 交流侧13.2兆瓦，…。分2期实施：…: in another sentence it must be called a total */
  if (tells_number(links, list, p->count))
    return gm_same_sentence(whole, &links->items[list->first]) ||
           gm_find_total(view, whole->clause, whole->from) != SIZE_MAX ||
           gm_find_word(view, whole->label, whole->from, "总") != SIZE_MAX;
  if (p->count < ITEMS_LEAST || !gm_same_sentence(whole, &links->items[list->first])) return false;
  if (list->lead <= whole->to) /* 满分100分： */
    return list->from == whole->to + 1u &&
           ((p->count >= SHORT_LEAST && !gm_parts_overlap(links, p) && gm_digit_repairs(links, total, p)) ||
            gm_words_before(view, whole->from, ALL_POINTS) ||
            (list->rows && gm_find_total(view, whole->clause, whole->from) != SIZE_MAX));
  return (list->rows || gm_digit_repairs(links, total, p)) && gm_words_before(view, list->from - 1, ANNOUNCES);
}

/* Is another amount that might be divided told before the total in its sentence? */
static bool has_rival(const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total];
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);)
    if (may_be_part(links, &links->items[i], whole->figure)) return true;
  return false;
}

#define RATES "价 标准 限额 最高 上限 额度 起步 每"

/* 票价80元，分三种：成人票80元，学生票40元: what applies to each of them, which one of the parts tells once more? */
static bool is_rate(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total];
  if (gm_find_word(links->view, whole->label, whole->from, RATES) != SIZE_MAX) return true;
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_decimal_compare(links->items[p->at[i]].figure->value, whole->figure->value)) return true;
  return false;
}

static void check_list(gm_line_check *check, const gm_links *links, const announced *list) {
  const gm_mention *first = &links->items[list->first];
  for (unsigned i = list->first; i-- > 0;) {
    const gm_mention *whole = &links->items[i];
    gm_parts p;
    if (whole->figure->sentence + 1u < first->figure->sentence || list->lead > whole->to + PASSED_CHARS) return;
    if (!gm_is_amount(whole->figure) || is_each(links->view, whole)) continue;
    if (!read_parts(links, list, whole->figure, &p) &&
        (list->rows || !read_short_parts(links, list, whole->figure, &p)))
      continue;
    if (!(gm_is_plain(whole->figure) || gm_is_added_part(whole->figure)) || !is_announced(links, list, i, &p) ||
        is_open(links, list, &p) || is_rate(links, i, &p))
      return;
    if (has_rival(links, i) && !gm_digit_repairs(links, i, &p)) return;
    gm_try_certain_sum(check, links, i, &p);
    return;
  }
}

void gm_check_announced_sums(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 1; i + 1 < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_one_before(view, m->clause, "：") || links->items[i - 1].from >= m->clause) continue;
    announced list = {.from = m->clause, .to = gm_sentence_end(view, m->from), .first = i};
    list.lead = gm_clause_start(view, m->clause - 1);
    if (list.to < view->count && !(view->cls[list.to] & GM_STOP)) continue; /* too long to be seen whole */
    list.rows = gm_find_mark(view, list.from, list.to, "；") != SIZE_MAX;
    check_list(check, links, &list);
  }
}
