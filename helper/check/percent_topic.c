/* PCT-02: 28名规培学员，来自县级医院的占31%，来自乡镇卫生院的占18%: shares of those whose number opens the sentence. */
#include "check/percent.h"

#define NOUN_CHARS 8u /* of who they are */

/* What someone is by; the clause tells it of those counted, as it has no subject of its own. */
#define IS_BY                                                                                                                                                       \
  "来自 出自 具有 拥有 持有 取得 获得 从事 属于 毕业于 出身 出生于 生于 籍贯 户籍 超过 不足 年满 年龄在 年龄 学历为 " \
  "学历在 连续 累计 曾 有过 有 未 没有 无 首次 初次 第一次 两次 参加 参加过 担任 担任过 任 使用 选择 报考 选报 主修 "  \
  "住在 家住 居住在 在 由 是 非 已 已婚 未婚 投 表示 认为 赞成 反对 支持 愿意 打算 希望 通过 考取 考上 坚持 完成 "       \
  "达到 高于 "                                                                                                                                                  \
  "低于 接受 享受 患有 会 能 学过 返乡 留 毕业 获评 被评为 评为"
/* Who they are, at the end of a subject that names no others. */
#define WHO                                                                                                                                                         \
  "党员 团员 女性 男性 女生 男生 学历 职称 本科生 研究生 硕士 博士 少数民族 退役军人 独生子女 走读生 住校生 寄宿生 " \
  "老人 青年"

/* Does the clause that begins at `from` say by what they are so, up to 的 at its end before `at`? */
static bool says_what_they_are(const gm_view *view, const gm_mention *n, size_t comma, size_t from, size_t at) {
  /* 今年扩招护生250名，男生占81.0%: of all, maybe */
  bool plain = at > from + 1 && at - from <= NOUN_CHARS &&
               gm_find_word(view, n->clause, n->from, "新 增 扩 招 引进 调入 退休 减少 流失 净") == SIZE_MAX;
  for (size_t i = from; i < at && plain; i++) plain = view->cls[i] & GM_HAN && !gm_one_of(view, i, "的和与");
  /* 17名职工，女职工占31%; 支教队18人，中共党员占71% */
  if (plain && (gm_words_before(view, at, WHO) ||
                (comma >= n->to + 2u && at > from + 2 && gm_reads_alike(view, comma - 2, at - 2, 2))))
    return true;
  return at > from + 3 && gm_one_before(view, at, "的") &&
         (gm_words_at(view, from, IS_BY) || view->cls[from] & GM_DIGIT);
}

bool gm_is_share_of_topic(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  size_t comma = n->to;
  while (comma < percent->from && comma - n->to < NOUN_CHARS && view->cls[comma] & GM_HAN) comma++;
  if (gm_units[n->figure->unit].unit_class != GM_CLASS_PERSON || !gm_one_of(view, comma, "，") ||
      n->clause != gm_sentence_start(view, n->from) || !says_what_they_are(view, n, comma, percent->clause, at))
    return false;
  /* each clause from the noun on tells one share alone */
  size_t next = comma + 1;
  for (const gm_mention *m = n + 1; m < percent; m++) {
    if (m->figure->kind != GM_FIGURE_PERCENT) { /* 35岁以下的占 */
      if (gm_is_amount(m->figure) && gm_comparable(m->figure, n->figure)) return false;
      continue;
    }
    if (m->clause != next || !gm_one_of(view, m->to, "，、；") || !gm_one_before(view, m->from, "占")) return false;
    next = m->to + 1;
  }
  if (percent->clause != next || !gm_one_before(view, percent->from, "占")) return false;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--)
    if (gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, n->figure)) return false;
  return gm_find_word(view, n->clause, n->from, "每 各 平均 其中 约 近 超 前") == SIZE_MAX &&
         gm_find_word(view, comma, percent->from, "平均 分别 人次 总 全 率 新 中") == SIZE_MAX;
}
