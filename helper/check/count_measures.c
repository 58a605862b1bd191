/* CNT-06 of things counted, and a measure of each told in a row: 挂出五宗地，面积32亩、41亩、18亩、55亩、27亩、25亩;
 * the row's unit may stand behind its last number alone: 五所学校改造食堂，面积分别为820、640、1150、760平方米. */
#include "check/families.h"
#include "check/respectively.h"

#define ROW_LEAST   3u
#define VERB_CHARS  10u /* from the thing counted to its clause's end: 四所学校新建食堂 */
#define LABEL_CHARS 6u
#define MEASURED                                                                                                                                                     \
  "面积 长度 人数 户数 金额 造价 投资 总投资 宽度 高度 深度 重量 容量 产量 产值 床位 分值 得分 年龄 工期 报价 成交价 " \
  "单价 价格"
#define LINKS "分别 依次 为 是 达 约 有 ： 各"

/* The numbers from `at` on, parted by 、 or 和, each with a unit or none, the last with one, that end their clause. 0
 * when they are no such row; *to gets where it ends. */
static unsigned row_at(const gm_view *view, size_t at, size_t *to) {
  unsigned count = 0;
  for (;;) {
    size_t number = gm_number_at(view, at), unit;
    if (!number || !(view->cls[at] & GM_DIGIT)) return 0;
    at += number;
    unit = gm_measure_at(view, at);
    at += unit;
    count++;
    if (!gm_one_of(view, at, "、和")) {
      *to = at;
      return unit && (at == view->count || view->cls[at] & (GM_PAUSE | GM_STOP)) ? count : 0;
    }
    at++;
  }
}

/* The things counted in the clause before `clause`: one count, up to which nothing but a lead-in stands, and behind
 * which no second thing is told; NULL when it is none such. */
static const gm_mention *counted_before(const gm_links *links, size_t clause) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  if (!clause || !gm_one_of(view, clause - 1, "，")) return NULL;
  size_t from = gm_clause_start(view, clause - 1);
  for (unsigned i = 0; i < links->count && links->items[i].from < clause; i++) {
    const gm_mention *m = &links->items[i];
    const gm_figure *f = m->figure;
    if (m->from < from) continue;
    if (f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR) continue;
    bool counts = (f->kind == GM_FIGURE_CLAIM || f->kind == GM_FIGURE_QUANTITY) && gm_is_exact(f) && !f->value.scale &&
                  f->value.digits >= 2 && f->value.digits <= (int64_t)GM_RESPECTIVE_MAX &&
                  gm_units[f->unit].unit_class != GM_CLASS_MEASURE && gm_units[f->unit].unit_class != GM_CLASS_PERSON;
    if (found || !counts || f->roles & (GM_ROLE_PAREN | GM_ROLE_NUMBER_NAME | GM_ROLE_OF_WHICH)) return NULL;
    found = m;
  }
  if (!found || clause - 1 - found->to > VERB_CHARS || clause - 1 < found->to + 1u ||
      gm_find_mark(view, found->to, clause - 1, "、") != SIZE_MAX ||
      gm_joints_of_terms(view, found->to, clause - 1, false) ||
      gm_find_word(view, found->to, clause, "等 共 中 的") != SIZE_MAX)
    return NULL;
  return found;
}

void gm_check_measures(gm_line_check *check) {
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, MEASURED)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    size_t at = m->clause, to, name = gm_words_at(view, at, MEASURED);
    if (!name || m[-1].from >= m->clause || m->from > at + name + LABEL_CHARS) continue;
    for (size_t n = name; n; n = gm_words_at(view, at, LINKS)) at += n;
    unsigned told = at == m->number ? row_at(view, at, &to) : 0;
    const gm_mention *count = told >= ROW_LEAST ? counted_before(links, m->clause) : NULL;
    int64_t off = count ? count->figure->value.digits - (int64_t)told : 0;
    if ((off != 1 && off != -1) || gm_is_told(check, m) || gm_is_told(check, count)) continue;
    gm_report_line(check, m->from, to);
    gm_say(check->out, check->language, "前面为%s，后面列出%u个数（%s）", "%s before it, %u figures here (%s)",
           gm_quote_mention(view, count).text, told, gm_quote_line(view, m->from, to).text);
    gm_relate_mention(check, count, "另一边", "the other side");
  }
}
