/* PCT-02: 28名规培学员，来自县级医院的占31%，来自乡镇卫生院的占18%: shares of those whose number opens the sentence. */
#include "check/percent.h"

#define NOUN_CHARS 8u /* of who they are */

/* What someone is by; the clause tells it of those counted, as it has no subject of its own. */
#define IS_BY                                                                                                                                                       \
  "来自 出自 具有 拥有 持有 取得 获得 从事 属于 毕业于 出身 出生于 生于 籍贯 户籍 超过 不足 年满 年龄在 年龄 学历为 " \
  "学历在 连续 累计 曾 有过 有 未 没有 无 首次 初次 第一次 两次 参加 参加过 担任 担任过 任 使用 选择 报考 选报 主修 "  \
  "住在 家住 居住在 在 由 是 非 已 已婚 未婚"

/* Does the clause that begins at `from` say by what they are so, up to 的 at its end before `at`? */
static bool says_what_they_are(const gm_view *view, size_t from, size_t at) {
  return at > from + 3 && gm_one_before(view, at, "的") &&
         (gm_words_at(view, from, IS_BY) || view->cls[from] & GM_DIGIT);
}

bool gm_is_share_of_topic(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  size_t comma = n->to;
  while (comma < percent->from && comma - n->to < NOUN_CHARS && view->cls[comma] & GM_HAN) comma++;
  if (gm_units[n->figure->unit].unit_class != GM_CLASS_PERSON || !gm_one_of(view, comma, "，") ||
      n->clause != gm_sentence_start(view, n->from) || !says_what_they_are(view, percent->clause, at))
    return false;
  /* each clause from the noun on tells one share alone */
  size_t next = comma + 1;
  for (const gm_mention *m = n + 1; m < percent; m++) {
    if (m->figure->kind != GM_FIGURE_PERCENT) { /* 35岁以下的占 */
      if (gm_is_amount(m->figure) && gm_comparable(m->figure, n->figure)) return false;
      continue;
    }
    if (m->clause != next || !gm_one_of(view, m->to, "，、；") || !gm_words_before(view, m->from, "的占")) return false;
    next = m->to + 1;
  }
  if (percent->clause != next || !gm_one_before(view, percent->from, "占")) return false;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--)
    if (gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, n->figure)) return false;
  return gm_find_word(view, n->clause, n->from, "每 各 平均 其中 约 近 超 前") == SIZE_MAX &&
         gm_find_word(view, comma, percent->from, "平均 分别 人次 总 全") == SIZE_MAX;
}
