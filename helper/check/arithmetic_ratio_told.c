/* AR-05 of two or three amounts told by their ratio right behind them: 上级拨5800万元，县里配1450万元，二者为四比一;
 * 产业4350万元，基建2175万元，培训725万元，按6∶3∶1切分. */
#include "check/change.h"
#include "check/families.h"

#define BOTH         "二者 两者 两项 两块 两笔 两类 两部分 两级 两地 两种 前后两者"
#define MADE         "之比 比例 的比例 之间 配比 大致 恰好 正好 刚好 正 恰 约 为 是 达 成 呈 之 数量"
#define BY           "按 按照 恰好按 正好按 大致按 约按 比例为 之比为 比例是 之比是 恰好是 正好是"
#define TERMS_MAX    3u
#define SLACK        60 /* thousandths: a ratio of small numbers is rounded so far */
#define CHINESE_MOST 10 /* 五比一: a term in Han numerals */

typedef struct terms {
  gm_decimal value[TERMS_MAX];
  unsigned count;
  size_t from, to;
} terms;

/* 一 to 十 at `at`. */
static int64_t han_term(const gm_view *view, size_t at) {
  static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两"};
  for (int64_t i = 0; i <= CHINESE_MOST; i++)
    if (gm_words_at(view, at, digits[i])) return i == CHINESE_MOST ? 2 : i + 1;
  return 0;
}

/* 五比一 at `at`, which is no figure. */
static bool read_han(const gm_view *view, size_t at, terms *out) {
  int64_t first = han_term(view, at), second = first && gm_one_of(view, at + 1, "比") ? han_term(view, at + 2) : 0;
  if (!second || han_term(view, at + 3)) return false;
  *out = (terms){.value = {gm_decimal_of(first), gm_decimal_of(second)}, .count = 2, .from = at, .to = at + 3};
  return true;
}

/* Are a and b to each other as p and q? */
static bool is_as(gm_decimal a, gm_decimal b, gm_decimal p, gm_decimal q) {
  gm_decimal x, y;
  return !gm_decimal_multiply(a, q, &x) || !gm_decimal_multiply(b, p, &y) || gm_within(x, y, SLACK);
}

/* The `count` amounts right before clean character `to`, of one kind, told side by side in the sentence of `last`; NULL
 * when they are not. */
static const gm_mention *amounts_before(const gm_links *links, unsigned end, unsigned count) {
  if (end < count) return NULL;
  const gm_mention *first = &links->items[end - count];
  for (const gm_mention *m = first; m < &links->items[end]; m++)
    if (!gm_same_sentence(m, &links->items[end - 1]) || !gm_is_amount(m->figure) || !gm_is_exact(m->figure) ||
        m->figure->value.digits <= 0 || gm_is_delta(m->figure) || !gm_comparable(m->figure, first->figure) ||
        m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_COMPARED | GM_ROLE_NUMBER_NAME))
      return NULL;
  return first;
}

static void report(gm_line_check *check, const terms *told, const gm_mention *first, const gm_mention *second) {
  const gm_view *view = check->view;
  gm_decimal quotient;
  bool turned = gm_decimal_compare(first->figure->value, second->figure->value) < 0;
  if (gm_disclaimed(view) || !gm_decimal_divide(turned ? second->figure->value : first->figure->value,
                                                turned ? first->figure->value : second->figure->value, 2, &quotient))
    return;
  gm_quote ratio = gm_quote_decimal(gm_decimal_trim(quotient));
  gm_report_line(check, told->from, told->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s与%s之比为%s∶%s，文中为%s", "%s to %s is %s:%s, the text says %s",
         gm_quote_mention(view, first).text, gm_quote_mention(view, second).text, turned ? "1" : ratio.text,
         turned ? ratio.text : "1", gm_quote_line(view, told->from, told->to).text);
  gm_relate_mention(check, first, "前项", "the first term");
  gm_relate_mention(check, second, "后项", "the second term");
}

/* Two: 二者 leaves no doubt which. Three: two that are as they are told convict the third. */
static void judge(gm_line_check *check, const terms *told, const gm_mention *first) {
  const gm_decimal *t = told->value;
  bool as[TERMS_MAX]; /* of the first and second, the second and third, the first and third */
  as[0] = is_as(first->figure->value, first[1].figure->value, t[0], t[1]);
  if (told->count == 2) {
    if (!as[0]) report(check, told, first, first + 1);
    return;
  }
  as[1] = is_as(first[1].figure->value, first[2].figure->value, t[1], t[2]);
  as[2] = is_as(first->figure->value, first[2].figure->value, t[0], t[2]);
  if (as[0] + as[1] + as[2] != 1) return;
  if (as[0])
    report(check, told, first + 1, first + 2);
  else
    report(check, told, first, first + 1);
}

/* 二者之比为4∶1; 按6∶3∶1切分 */
static void check_figure(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  const gm_figure *f = m->figure;
  const unsigned count = f->parts[1] ? 2 : f->parts[0];
  unsigned end = index;
  if (count < 2 || count > TERMS_MAX) return;
  const terms told = {
      .value = {f->value, f->interval.low, f->interval.high}, .count = count, .from = m->from, .to = m->to};
  size_t both = gm_words_at(view, m->clause, BOTH), from = m->clause + both, n;
  while (both && from < m->from && (n = gm_words_at(view, from, MADE))) from += n;
  if (count == 2 ? !both || from != m->from : gm_words_at(view, m->clause, BY) != m->from - m->clause) return;
  if (both && links->items[end - 1].from >= m->clause) end--; /* 二者 is a mention itself */
  const gm_mention *first = amounts_before(links, end, count);
  size_t mark = first ? gm_find_mark(view, first[count - 1].to, m->from, "，；：。") : SIZE_MAX;
  if (mark != SIZE_MAX && mark + 1 == m->clause && !gm_is_told(check, m)) judge(check, &told, first);
}

/* 二者为五比一 */
static void check_words(gm_line_check *check, const gm_links *links, size_t at) {
  const gm_view *view = links->view;
  size_t from = at + gm_words_at(view, at, BOTH), n;
  terms told;
  while ((n = gm_words_at(view, from, MADE))) from += n;
  if (!gm_clause_starts(view, at) || !read_han(view, from, &told)) return;
  unsigned end = 0;
  while (end < links->count && links->items[end].to <= at) end++;
  const gm_mention *first = amounts_before(links, end, 2);
  if (first && gm_find_mark(view, first[1].to, at, "，；：。") + 1 == at && !gm_one_before(view, at, "。；："))
    judge(check, &told, first);
}

void gm_check_ratios_told(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = links->view;
  for (unsigned i = 3; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_RATIO) check_figure(check, links, i);
  if (!gm_word_list_may_hold(view, BOTH)) return;
  for (size_t at = 0; (at = gm_find_word(view, at, view->count, BOTH)) != SIZE_MAX; at++) check_words(check, links, at);
}
