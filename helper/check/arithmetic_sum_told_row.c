/* AR-01 of values in a row that have one unit behind the last, and what they come to:
 * 为1.2万、2.3万和3.1万人次，三天累计6.6万人次. */
#include "check/families.h"
#include "check/told_row.h"
#include "numeral/numeral.h"

#define TOTAL_CHARS 16u /* of the words before the total: 以上五个月累计接待 */
#define VERB_CHARS  4u  /* between 累计 and the number: 接待 */
#define TOGETHER    "合计 共计 总计 共 总共 一共 合计为 共计为 总计为 合计达 总计达 共有 总量为 总数为 总和为"
#define GATHERED    "累计 累计达 累计为 累计有 累计约"
/* What adds up to nothing, or to another thing. */
#define NO_PARTS "均 率 比 占 余额 存量 累计 期末 年末 末 价 每 评 得分 最 其中 气温 浓度 指数 排名 第 同比 占比"

/* How many values the words before the total say that they are: 五天累计, 这三个月共; 0 when that is not told. *word
 * gets where 累计 or 共 begins, SIZE_MAX when neither leads to the number. */
static unsigned number_told(const gm_view *view, const gm_mention *whole, size_t *word) {
  *word = SIZE_MAX;
  size_t from = whole->clause;
  from += gm_words_at(view, from, "以上 上述 这 前 该 假期 节日 期间");
  size_t n = gm_number_at(view, from), unit = from + n;
  gm_numeral numeral = {.value = {0, 0}};
  if (n && (gm_numeral_read(view, from, &numeral) != n || numeral.value.scale)) return 0;
  size_t sum = gm_find_word(view, unit, whole->from, TOGETHER " " GATHERED);
  if (sum == SIZE_MAX || sum > unit + VERB_CHARS || (!n && sum != from)) return 0;
  *word = sum;
  return n && sum > unit ? (unsigned)numeral.value.digits : 0;
}

/* Does nothing but a verb stand between the word and the number? */
static bool leads_on(const gm_view *view, const gm_mention *whole, size_t word) {
  size_t from = word + gm_words_at(view, word, TOGETHER " " GATHERED);
  if (from > whole->from || whole->from - from > VERB_CHARS) return false;
  for (size_t i = from; i < whole->from; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return gm_find_word(view, from, whole->from, "均 增 减 超 差 比 占 余") == SIZE_MAX;
}

/* 甲、乙、丙三个景区分别为: are several things named before the row? Days and months have numbers. */
static bool names_several(const gm_view *view, size_t from, size_t to) {
  for (size_t at; (at = gm_find_mark(view, from, to, "、")) != SIZE_MAX; from = at + 1)
    if (!(view->cls[at - 1] & (GM_DIGIT | GM_NUMERAL)) && !gm_one_before(view, at, "月日年")) return true;
  return false;
}

void gm_check_told_row_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = whole - 1;
  size_t word;
  if (!total || whole->from > whole->clause + TOTAL_CHARS || whole->from <= whole->clause + 0u) return;
  while (last > links->items && last->from >= whole->clause) last--; /* 五天累计 */
  if (last->to + 1u != whole->clause || !gm_one_of(view, last->to, "，") ||
      !gm_comparable(last->figure, whole->figure) || !gm_one_before(view, last->number, "、和与及") ||
      !gm_is_exact(whole->figure) || whole->figure->verified || gm_is_told(check, whole))
    return;
  gm_told_row row;
  unsigned told = number_told(view, whole, &word);
  if (word == SIZE_MAX || !leads_on(view, whole, word) || !gm_read_told_row(links, last, &row) || !row.bare) return;
  size_t from = gm_clause_start(view, row.at[0]);
  if (told ? told != row.count : gm_words_at(view, word, GATHERED) != 0) return;
  if (!told && !gm_words_before(view, row.at[0], "为 是 达 分别 依次 有 依次达 分别达")) return;
  if (gm_find_word(view, from, row.at[0], NO_PARTS) != SIZE_MAX || gm_disclaimed(view) ||
      (told && names_several(view, from, row.at[0])))
    return;
  gm_decimal sum;
  gm_interval play;
  if (!gm_told_row_sum(&row, &sum, &play)) return;
  if (gm_interval_touch(play, whole->figure->interval)) {
    gm_agree(check, whole, last, NULL);
    return;
  }
  if (gm_is_far(gm_decimal_trim(sum), gm_decimal_trim(whole->figure->value))) return;
  bool slip = gm_look_alike(gm_decimal_trim(sum), gm_decimal_trim(whole->figure->value)) != GM_UNLIKE;
  gm_report_mention(check, whole);
  if (!slip) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u个数合计%s，总数为%s", "the %u values make %s, the total says %s", row.count,
         gm_quote_amount(sum, whole, view).text, gm_quote_mention(view, whole).text);
  gm_offer_value(check, whole, sum);
  gm_relate_told_row(check, &row, "各项", "the parts");
}
