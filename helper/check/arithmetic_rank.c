/* AR-06: a place behind the last: 12个县区中排名第13位. */
#include "check/families.h"
#include "check/link.h"
#include "numeral/numeral.h"

#define RANKED     "排名 排在 排 位列 位居 名列 列 居 位次为 取得 获得 获 考得"
#define OF         "中 当中 之中 里"
#define OTHERS     "全国 全省 全市 全州 全县 全区 全镇 世界 同类 同级 分别 其中 各 均 有 第 届"
#define NOUN_CHARS 8u  /* of what is ranked: 个参评县（市、区） is longer and left alone */
#define RANK_CHARS 12u /* from 中 to 第: ，综合考核成绩排名 */

/* Where the words behind an amount that tell it as the field end: 12个县区中, 12个县区排名 with 在 before,
 * 全县14个乡镇考核. 0 when it is told otherwise. */
static size_t field_end(const gm_view *view, const gm_mention *m) {
  bool in = gm_find_word(view, m->label, m->from, "在") != SIZE_MAX;
  bool all = gm_words_before(view, m->from, "全县 全市 全省 全州 全区 全镇 全州 全旗"); /* 全县14个乡镇考核 */
  for (size_t i = m->to; i < view->count && i - m->to <= NOUN_CHARS; i++) {
    if (!(view->cls[i] & GM_HAN) && !(view->cls[i] & GM_IN_PAREN) && !gm_one_of(view, i, "（）")) break; /* 县（区） */
    size_t of = gm_words_at(view, i, OF);
    if (of && !gm_words_at(view, i, "中学 中心 中小 中职 中专 中药 中医 中队 中型")) return i + of;
    if (in && i > m->to && gm_words_at(view, i, "排名 位列 位居 名列")) return i;
    size_t taking = i > m->to ? gm_words_at(view, i, "参评， 参赛， 参与， 参加， 参选， 参评 参加评比") : 0;
    if (taking) return i + taking;
    if (all && i > m->to && gm_words_at(view, i, "考核 评比 排名 评选 竞赛 测评 排位")) return i;
  }
  return 0;
}

/* 第15位, or 第15 and the end of the clause. */
static bool placed(const gm_view *view, size_t at) {
  return gm_words_at(view, at, "位 名") || at >= view->count || gm_one_of(view, at, "，。；！");
}

void gm_check_rank(gm_line_check *check) {
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, RANKED)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned k = 0; k < links->count; k++) {
    const gm_mention *m = &links->items[k];
    gm_numeral numeral;
    if (m->figure->kind != GM_FIGURE_QUANTITY || !gm_is_exact(m->figure) || m->figure->value.scale) continue;
    size_t from = field_end(view, m);
    if (!from) continue;
    size_t place = gm_find_word(view, from, from + RANK_CHARS < view->count ? from + RANK_CHARS : view->count, "第");
    if (place == SIZE_MAX || gm_find_mark(view, from, place, "；。：、") != SIZE_MAX) continue;
    size_t word = gm_words_before(view, place, RANKED), number = gm_number_at(view, place + 1);
    if ((!word && place != from) || !number || gm_find_word(view, from, place, OTHERS) != SIZE_MAX ||
        !placed(view, place + 1 + number) || gm_numeral_read(view, place + 1, &numeral) != number ||
        numeral.value.scale || gm_decimal_compare(numeral.value, m->figure->value) <= 0)
      continue;
    /* 我市参赛的3名选手中，小李获得第4名: placed among others. */
    if (gm_find_mark(view, from, place, "，") != SIZE_MAX &&
        (gm_words_before(view, place, "取得 获得 获 考得") || gm_units[m->figure->unit].unit_class == GM_CLASS_PERSON ||
         gm_find_word(view, m->clause, m->from, "我 本") != SIZE_MAX))
      continue;
    if (gm_disclaimed(view)) return;
    size_t end = place + 1 + number + gm_words_at(view, place + 1 + number, "位 名");
    gm_report_line(check, place, end);
    gm_say(check->out, check->language, "一共%s，不会有%s", "of %s there is no place %s",
           gm_quote_mention(view, m).text, gm_quote_line(view, place, end).text);
    gm_relate_mention(check, m, "总数", "all there are");
  }
}
