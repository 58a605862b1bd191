/* AR-01 of a total behind its parts in free wording: 首轮6万份、每份30元，第二轮4万份、每份50元，一共10万份;
 * 三级河长各18名、126名和432名，加在一起576名. */
#include "check/free_row.h"
#include "check/swap.h"
#include "numeral/numeral.h"

#define SURE \
  "总共 拢共 一共 统共 通共 合起来 加起来 加在一起 合在一起 合到一起 加到一起 凑足 凑成 凑够 总计 合计 共计 总共是"
#define LEAD_CHARS 6u /* before the word in its clause: 三个月, 支出 */
#define TAIL_CHARS 4u /* between it and the number */
#define WORD_CHARS 6u /* of the word: 加在一起 */
#define AMISS                                                                                                 \
  "占 比 每 均 余 剩 差 超 去年 上年 另 还 约 累计 历年 往年 只 才 计划 拟 预计 " \
  "全村 全镇 全乡 全县 全市 全区 全省 全国 全校 全院 全厂 全公司 全系统 全行业 全社会" /* others may have some too */
#define BREAKS "其中 等 部分 主要 包括 不含 去年 上年 同期 此前 原有 比 较 另外 计划 减 扣 重复 结余 还清 归还"

/* Does the clause say that the number sums up what stands before it? *verb gets where the verb stands that must tell
 * all parts then, behind 共 alone: 全年共栽7.8万株; SIZE_MAX for none. */
static bool sums_up(const gm_view *view, const gm_mention *total, size_t *verb) {
  if (total->from - total->clause > LEAD_CHARS + WORD_CHARS + TAIL_CHARS) return false; /* most */
  size_t word = gm_find_word(view, total->clause, total->from, SURE);
  *verb = SIZE_MAX;
  if (word == SIZE_MAX && (word = gm_find_word(view, total->clause, total->from, "共")) != SIZE_MAX) {
    if (word + 1 >= total->from || !gm_one_before(view, word, "年天日季月周期次轮届批场回")) return false;
    *verb = word + 1;
  }
  if (word == SIZE_MAX || word - total->clause > LEAD_CHARS || gm_one_of(view, total->to, "的中")) return false;
  word += *verb == SIZE_MAX ? gm_words_at(view, word, SURE) : 1;
  if (word > total->from || total->from - word > TAIL_CHARS) return false;
  for (size_t i = word; i < total->from; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return gm_find_word(view, total->clause, total->from, AMISS) == SIZE_MAX;
}

#define APART (GM_ROLE_COMPARED | GM_ROLE_TO | GM_ROLE_FROM | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)

/* 服装每人80元，共15360元: what a price comes to, and no total of what stands before. */
static bool is_of_price(const gm_links *links, unsigned index) {
  return index && links->items[index - 1].figure->roles & GM_ROLE_EACH &&
         gm_same_sentence(&links->items[index - 1], &links->items[index]);
}

/* The price itself, what it comes to right behind it: 每人80元，共15360元. */
static bool is_price(const gm_links *links, unsigned index, unsigned total) {
  const gm_mention *next = &links->items[index + 1];
  return index + 1 < total && next->figure->roles & GM_ROLE_TOTAL && next->clause == links->items[index].to + 1u &&
         gm_comparable(next->figure, links->items[index].figure);
}

/* All amounts of its kind before the total in its sentence; false when one of them may be no part. */
static bool take_row(const gm_links *links, unsigned total, gm_free_row *row) {
  const gm_mention *whole = &links->items[total];
  gm_parts *p = &row->parts;
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure)) continue;
    if (!gm_comparable(m->figure, whole->figure)) {
      if (gm_is_countable(m->figure) && gm_is_countable(whole->figure) && !(m->figure->roles & GM_ROLE_EACH))
        p->mixed = true; /* 9个部门、6个乡镇和4户企业，共计19个单位 */
      continue;
    }
    if (m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD)) continue;
    unsigned times = gm_told_of(links, i);
    if (!times && is_price(links, i, total)) continue;
    if (!times || m->from >= whole->clause || m->figure->roles & APART || gm_is_of_which(links->view, m) ||
        gm_is_delta(m->figure) || !gm_is_exact(m->figure) || m->figure->value.digits <= 0 || p->count == GM_PARTS_MAX ||
        (m->figure->roles & GM_ROLE_TOTAL && !is_of_price(links, i)) ||
        gm_decimal_compare(m->figure->value, whole->figure->value) >= 0)
      return false;
    gm_parts_prepend(p, i);
    memmove(row->times + 1, row->times, (p->count - 1) * sizeof *row->times);
    row->times[0] = times;
    row->each = row->each || times > 1;
  }
  return p->count > 1 && !p->mixed;
}

/* Do some of them in a row come to the total? */
static bool some_fit(const gm_links *links, const gm_free_row *row, const gm_mention *total) {
  for (unsigned first = 0; first < row->parts.count; first++) {
    gm_decimal sum = {0, 0}, all;
    for (unsigned i = first; i < row->parts.count; i++) {
      if (!gm_decimal_multiply(links->items[row->parts.at[i]].figure->value, gm_decimal_of(row->times[i]), &all) ||
          !gm_decimal_add(sum, all, &sum))
        return true;
      if (gm_interval_touch(gm_interval_exact(sum), total->figure->interval)) return true;
    }
  }
  return false;
}

/* 甲27分。…乙、丙、丁分别19分、14分和10分，四人合计70分: does another amount of the paragraph make up the total with
 * them? */
static bool lacks_one(const gm_links *links, unsigned total, unsigned first, gm_decimal sum) {
  gm_decimal rest;
  if (!gm_decimal_subtract(links->items[total].figure->value, sum, &rest)) return true;
  for (unsigned i = 0; i < first && rest.digits > 0; i++)
    if (gm_is_amount(links->items[i].figure) && !gm_decimal_compare(links->items[i].figure->value, rest)) return true;
  return false;
}

/* 总计352家，其他未归类7家: is more told right behind it? */
static bool goes_on(const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total], *next = whole + 1;
  return total + 1 < links->count && gm_same_sentence(next, whole) && gm_comparable(next->figure, whole->figure) &&
         gm_find_word(links->view, whole->to, next->from, "其他 其它 其余 另 未 还有") != SIZE_MAX;
}

/* Does the verb stand before the number of every part? */
static bool is_verb_of_all(const gm_links *links, const gm_free_row *row, size_t verb) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i < row->parts.count; i++) {
    const gm_mention *m = &links->items[row->parts.at[i]];
    size_t from = m->from > m->label + 3u ? m->from - 3 : m->label;
    if (gm_find_run(view, from, m->from, verb, 1) == SIZE_MAX) return false;
  }
  return !gm_one_of(view, verb, "有是为计达完");
}

/* 两天总共, of three parts: does the clause open with another number than that of the parts? */
static bool counts_others(const gm_view *view, const gm_mention *total, unsigned parts) {
  gm_numeral numeral;
  size_t number = gm_number_at(view, total->clause);
  return number && !gm_words_at(view, total->clause, SURE) &&
         gm_numeral_read(view, total->clause, &numeral) == number && !numeral.value.scale &&
         numeral.value.digits != (int64_t)parts;
}

/* 12.4万、8.7万和5.3万人次，合计26.3万: parts rounded behind the point need not come to the digit. */
static bool fits_as_rounded(const gm_links *links, const gm_free_row *row, const gm_mention *total) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  int point = gm_printed_scale(links->view->raw, total->figure);
  gm_decimal printed;
  for (unsigned i = 0; i < row->parts.count; i++)
    for (unsigned k = 0; k < row->times[i]; k++)
      if (!gm_interval_add(&sum, links->items[row->parts.at[i]].figure->interval)) return true;
  return gm_decimal_shift(total->figure->value, -point, &printed) && gm_decimal_trim(printed).scale &&
         gm_interval_touch(sum, total->figure->interval);
}

#define WHOLE_YEAR "全年 一年 这一年 一年下来 今年全年 去年全年 当年"
#define SEASONS    "春 夏 秋 冬 上半年 下半年 前三季度 一季度 二季度 三季度 四季度"

/* 春茶卖了680万元，夏茶卖了240万元，秋茶卖了310万元，全年收入达1230万元: parts of the year, each told by its own
 * time, and what the year comes to. */
static bool spans_year(const gm_links *links, const gm_free_row *row, const gm_mention *total) {
  const gm_view *view = links->view;
  if (!gm_words_at(view, total->clause, WHOLE_YEAR) || row->parts.count < 2 ||
      gm_find_word(view, total->clause, total->from, "占 比 每 均 余 剩 差 超 约 累计 计划 拟 预计 利润 净") != SIZE_MAX)
    return false;
  size_t season[GM_PARTS_MAX];
  size_t named = total->clause + gm_words_at(view, total->clause, WHOLE_YEAR);
  bool same = false; /* 全年培训 is no total of 招生 */
  for (unsigned i = 0; i < row->parts.count; i++) {
    const gm_mention *m = &links->items[row->parts.at[i]];
    same = same || gm_share_pair(view, named, total->from, m->clause, m->from);
    season[i] = gm_find_word(view, m->clause, m->from, SEASONS);
    if (season[i] == SIZE_MAX || m->figure->kind == GM_FIGURE_ORDINAL) return false;
    for (unsigned k = 0; k < i; k++)
      if (view->cp[season[k]] == view->cp[season[i]]) return false;
  }
  gm_decimal sum;
  return same || (total->figure->kind == GM_FIGURE_MONEY && gm_free_sum(links, row, &sum) &&
                  gm_swap_touches(total->figure, gm_interval_exact(sum)));
}

void gm_check_free_total(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total];
  gm_free_row row = {.parts = {.count = 0}};
  gm_decimal sum;
  size_t verb = SIZE_MAX;
  if (!gm_is_exact(whole->figure) || gm_is_delta(whole->figure) || gm_is_told(check, whole)) return;
  bool sure = sums_up(view, whole, &verb);
  if (!sure && !gm_words_at(view, whole->clause, WHOLE_YEAR)) return;
  if (!take_row(links, total, &row) || (!sure && !spans_year(links, &row, whole)) ||
      (sure && verb != SIZE_MAX && !is_verb_of_all(links, &row, verb)) || !gm_free_sum(links, &row, &sum))
    return;
  const gm_mention *first = &links->items[row.parts.at[0]];
  if (goes_on(links, total) || (!row.each && counts_others(view, whole, row.parts.count)) ||
      some_fit(links, &row, whole) || fits_as_rounded(links, &row, whole) || lacks_one(links, total, row.parts.at[0], sum) ||
      gm_find_word(view, first->clause, whole->clause, BREAKS) != SIZE_MAX || !gm_free_slip(links, &row, whole, sum) ||
      gm_disclaimed(view))
    return;
  /* 发展会员320名，年审1860名，注销45名，合计2135名 */
  if (!row.each && gm_some_fall_away(links, whole, &row.parts, 0)) return;
  for (unsigned i = 0; i < row.parts.count; i++)
    if (gm_is_told(check, &links->items[row.parts.at[i]])) return;
  gm_report_free_sum(check, links, &row, whole, sum);
}
