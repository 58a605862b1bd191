/* AR-01 of a total that says how many amounts before it make it: 公路…，增长7.1%；水路…，增长4.2%，两者合计…; and of
 * what is due by what was left over and what came: 旧存142件，新收3286件，应办案件共3428件. */
#include "check/families.h"
#include "check/sum_judged.h"
#include "numeral/numeral.h"

#define THING_CHARS 6u /* between the number and 合计: 座航站楼 */
#define MANY        9  /* amounts that a total may count */

/* How many amounts the clause of the total says it is made of: 两者合计, 上述三项共计, 两座航站楼合计; 0 when it does
 * not. *first is set when they are the first that were told. */
static unsigned number_told(const gm_view *view, const gm_mention *whole, bool *first) {
  size_t word = gm_words_before(view, whole->from, "共 共计 合计 总计 总共 共有 合计为 合计达 合计有"),
         from = whole->clause;
  if (!word) return 0;
  *first = gm_words_at(view, from, "前");
  from += gm_words_at(view, from, "以上 上述 这 前 届时 该");
  size_t number = gm_number_at(view, from), thing = from + number, end = whole->from - word;
  gm_numeral numeral;
  if (!number || thing >= end || end - thing > THING_CHARS || gm_numeral_read(view, from, &numeral) != number ||
      numeral.value.scale || numeral.value.digits < 2 || numeral.value.digits > MANY)
    return 0;
  for (; thing < end; thing++)
    if (!(view->cls[thing] & GM_HAN)) return 0;
  return (unsigned)numeral.value.digits;
}

#define NOUN_CHARS 4u /* between 合计 and the number: 两项合计奖金 */

/* 两项合计奖金15000元: the same where what is summed stands before the number. */
static unsigned number_told_of(const gm_view *view, const gm_mention *whole) {
  size_t from = whole->clause + gm_words_at(view, whole->clause, "以上 上述 这"), number = gm_number_at(view, from);
  size_t thing = from + number + gm_words_at(view, from + number, "项 类 者 部分 块 笔"),
         noun = thing + gm_words_at(view, thing, "合计 共计 总计 总共 一共 共");
  gm_numeral numeral;
  if (!number || thing == from + number || noun == thing || noun > whole->from || whole->from - noun > NOUN_CHARS ||
      gm_numeral_read(view, from, &numeral) != number || numeral.value.scale || numeral.value.digits < 2 ||
      numeral.value.digits > MANY || gm_find_word(view, noun, whole->from, "均 每 余 增 减 差 占") != SIZE_MAX)
    return 0;
  for (; noun < whole->from; noun++)
    if (!(view->cls[noun] & GM_HAN)) return 0;
  return (unsigned)numeral.value.digits;
}

#define UNIT_BYTES 6u /* two characters, of which each is a unit */

/* 次 and 件 of 件次, 台 and 次 of 台次; persons and times do not make 人次. */
static bool makes_unit(const gm_figure *f, const gm_figure *whole) {
  const char *all = gm_units[whole->unit].name, *one = gm_units[f->unit].name;
  if (gm_units[whole->unit].same_as == gm_units[f->unit].same_as || !memcmp(all, "人", UNIT_BYTES / 2)) return false;
  if (strlen(all) != UNIT_BYTES || strlen(one) != UNIT_BYTES / 2 || !gm_is_countable(f)) return false;
  if (gm_units[f->unit].unit_class == GM_CLASS_PERSON) return false;
  return !memcmp(all, one, UNIT_BYTES / 2) || !memcmp(all + UNIT_BYTES / 2, one, UNIT_BYTES / 2);
}

/* Of one unit, exact; with `added`, what was added too, 新增议案127件, which is no difference of two. */
static bool may_add(const gm_figure *f, const gm_figure *whole, bool added) {
  return gm_is_amount(f) && (gm_comparable(f, whole) || makes_unit(f, whole)) && gm_is_exact(f) &&
         (added || !gm_is_delta(f)) && f->value.digits > 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* 古桥73座，其中31座、28座、9座，三类合计73座: is the amount right before the parts the total too? */
static bool told_before_parts(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_mention *first = &links->items[p->at[0]], *before = first - 1;
  return p->at[0] && p->count > 2 && gm_same_sentence(before, whole) && gm_is_amount(before->figure) &&
         gm_comparable(before->figure, whole->figure) &&
         !gm_decimal_compare(before->figure->value, whole->figure->value);
}

/* 第1包20万元，第2包12万元，第3包10万元，三个包合计42万元: a row parted by ， and 、 alone, of all there are in the
 * sentence? */
static bool are_all_before(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total];
  if (p->count < 3) return false;
  for (unsigned i = p->at[0]; i < total; i++) {
    const gm_mention *m = &links->items[i], *next = m + 1;
    if (m->figure->kind == GM_FIGURE_ORDINAL || m->from >= whole->clause) continue;
    if (!gm_is_amount(m->figure) || gm_find_mark(links->view, m->to, next->from, "；：") != SIZE_MAX ||
        gm_find_word(links->view, m->to, next->from, "其中 另 此外 其余 其他") != SIZE_MAX ||
        gm_decimal_compare(m->figure->value, whole->figure->value) >= 0)
      return false;
  }
  unsigned amounts = 0;
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);)
    amounts += gm_is_amount(links->items[i].figure) && (gm_comparable(links->items[i].figure, whole->figure) ||
                                                        makes_unit(links->items[i].figure, whole->figure));
  return amounts == p->count && gm_same_sentence(&links->items[p->at[0]], whole);
}

/* …费1.2万元，平均每场2000元；…费0.9万元；…费1.4万元。以上三项合计…: are they all there are of the sentence before,
 * what each costs left out? */
static bool are_all_of_sentence(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_mention *first = &links->items[p->at[0]];
  unsigned amounts = 0;
  if (p->count < 3 || gm_sentence_start(links->view, whole->from) != whole->clause ||
      first->figure->sentence + 1u != whole->figure->sentence)
    return false;
  for (const gm_mention *m = links->items; m < whole; m++) {
    if (m->figure->sentence != first->figure->sentence) continue;
    if (gm_find_word(links->view, m->label, m->from, "其中 另 此外 共 合计 总") != SIZE_MAX) return false;
    amounts += may_add(m->figure, whole->figure, true);
  }
  return amounts == p->count;
}

/* 计6000元; …，每项1600元，5项计8000元。两项合计奖金15000元: as many as the clause of the total counts are summed up
 * themselves before it, in its sentence and the one before. */
void gm_check_subtotals(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned count = gm_is_exact(whole->figure) && !gm_is_told(check, whole) ? number_told_of(view, whole) : 0;
  gm_parts p = {.count = 0};
  gm_interval sum;
  gm_decimal value;
  for (unsigned i = total; count && i-- > 0 && links->items[i].figure->sentence + 1u >= whole->figure->sentence;) {
    const gm_mention *m = &links->items[i];
    if (m->from >= whole->clause || !gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure) ||
        !gm_words_before(view, m->from, "计 共计 合计 小计 总计") ||
        gm_words_before(view, m->from, "预计 估计 累计 统计 设计 审计"))
      continue;
    if (!may_add(m->figure, whole->figure, false) || p.count == count || gm_is_told(check, m)) return;
    gm_parts_prepend(&p, i);
  }
  if (!count || p.count != count || !gm_sum_of(links, &p, &sum, &value)) return;
  if (gm_interval_touch(sum, whole->figure->interval))
    gm_agree_parts(check, links, whole, &p);
  else if (!gm_disclaimed(view))
    gm_report_sum(check, links, whole, &p, value, GM_SEVERITY_WARNING);
}

#define SURE_DIGITS 4 /* of what they come to: that fewer fit but for one digit may be chance */

void gm_check_counted_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total];
  bool first = false;
  unsigned count = gm_is_exact(whole->figure) ? number_told(links->view, whole, &first) : 0;
  if (!first) gm_check_subtotals(check, links, total);
  if (!count) return;
  gm_parts p = {.count = 0};
  unsigned i = total;
  for (; i-- > 0 && links->items[i].figure->sentence + 1u >= whole->figure->sentence;) {
    const gm_mention *m = &links->items[i];
    if (!first && p.count == count) break;
    if (m->from >= whole->clause || !may_add(m->figure, whole->figure, false)) continue;
    if (p.count == GM_PARTS_MAX) return;
    gm_parts_prepend(&p, i);
  }
  if (p.count < count) return;
  p.count = count;
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, &p, &sum, &value)) return;
  if (gm_interval_touch(sum, whole->figure->interval)) {
    gm_agree_parts(check, links, whole, &p);
  } else if (!gm_is_told(check, whole)) {
    bool sure = told_before_parts(links, whole, &p) || gm_is_swapped_sum(links, total, &p);
    if (!sure && gm_decimal_significant(value) >= SURE_DIGITS && gm_digit_repairs(links, total, &p) &&
        gm_try_certain_sum(check, links, total, &p))
      return;
    /* That all but one of them make it is no excuse: one was put in, and the total left as it was. */
    if (are_all_of_sentence(links, whole, &p) && !gm_disclaimed(links->view)) {
      gm_report_sum(check, links, whole, &p, value, GM_SEVERITY_ERROR);
      return;
    }
    p.closed = !sure && are_all_before(links, total, &p);
    if (sure || p.closed) gm_try_sum(check, links, total, &p, sure ? GM_PARTS_LISTED : GM_PARTS_BEFORE);
  }
}

#define LEFT_OVER "旧存 结转 遗留 存量 跨年"
#define CAME      "新收 新立 新增 新受理 新接 新发现 新登记 收到 发现"
#define DUE       "应办 应结 应审 应整改 应化解 应执行 应完成 应处理 需办 实有"

void gm_check_due_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *a = whole - 2, *b = whole - 1;
  if (total < 2 || gm_find_word(view, whole->label, whole->from, DUE) == SIZE_MAX || !gm_same_sentence(a, whole) ||
      !may_add(a->figure, whole->figure, true) || !may_add(b->figure, whole->figure, true) ||
      !gm_is_exact(whole->figure) || whole->clause != b->to + 1u)
    return;
  bool turned = gm_find_word(view, b->label, b->from, LEFT_OVER) != SIZE_MAX;
  const gm_mention *left = turned ? b : a, *came = turned ? a : b;
  if (gm_find_word(view, left->label, left->from, LEFT_OVER) == SIZE_MAX ||
      gm_find_word(view, came->label, came->from, CAME) == SIZE_MAX || gm_is_told(check, whole))
    return;
  if (gm_find_word(view, left->label, came->from > left->from ? came->from : left->from, "比 较 同比") != SIZE_MAX)
    return;
  gm_parts p = {.at = {total - 2, total - 1}, .count = 2};
  gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}
