/* CNT-02: 停产的6家企业为甲厂、乙公司、丙厂和丁公司: bodies named behind 为 or 是, each by a name that ends as such
 * names do. */
#include "check/families.h"
#include "check/list.h"

#define NOUN_CHARS 10u /* from the unit to 为 */
#define NAME_LEAST 2u
#define NAME_MOST  26u

#define LINKS "依次为 依次是 为 是"
/* Before 为 and 是 these make other words of them, or say that all are of one kind: 6家企业均为, 分为, 中为. */
#define NO_LINK "的均都皆全多中里内各分作成列评被由以认变改定不也还只就可应而若设"

#define BODIES                                                                                                                                                    \
  "厂 局 院 校 社 店 站 所 村 镇 县 馆 矿 厅 公司 集团 中学 小学 大学 街道 社区 中心 银行 支行 园区 幼儿园 农场 林场 " \
  "牧场 "                                                                                                                                                       \
  "商场 市场 猪场 鸡场 羊场 养殖场 委员会 协会 商会 学会 联合会 妇联 残联 总工会 红十字会 团委 教委 卫健委 办事处 " \
  "合作社 "                                                                                                                                                    \
  "农庄 果园 茶园 酒楼 饭店 酒店 酒家 餐馆 餐厅 茶楼 宾馆 诊所 药房 网吧 影院 影城 超市"
/* What such a word may end without being a name. */
#define NO_NAMES "老字号 专卖店 体验店 示范村 重点村 贫困村 空壳村 先进村 龙头 试点"

static bool is_body(const gm_view *view, size_t from, size_t to) {
  if (to < from + NAME_LEAST || to - from > NAME_MOST || !gm_words_before(view, to, BODIES) ||
      gm_words_before(view, to, NO_NAMES) ||
      gm_find_word(view, from, to, "的 了 等 被 给 提供 把 将 及其 下属 所属 级") != SIZE_MAX)
    return false;
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & (GM_HAN | GM_DIGIT | GM_LATIN))) return false;
  return true;
}

/* How many bodies the item [from, to) names: 甲厂和乙公司 two; 0 when it is none. */
static unsigned bodies_in(const gm_view *view, size_t from, size_t to) {
  if (!is_body(view, from, to)) return 0;
  for (size_t i = from + NAME_LEAST; i + NAME_LEAST < to; i++) {
    if (!gm_joint_at(view, i) && !gm_words_at(view, i, "以及")) continue;
    size_t behind = i + (gm_words_at(view, i, "以及") ? 2 : 1);
    if (is_body(view, from, i) && is_body(view, behind, to)) return 1 + bodies_in(view, behind, to);
    if (gm_words_before(view, i, BODIES)) return 0; /* 甲局和平安办: nobody knows */
  }
  return 1;
}

/* Where 为 stands behind the noun, with nothing but it between; 0 when it does not. */
static size_t link_behind(const gm_view *view, size_t unit_end) {
  for (size_t i = unit_end; i < view->count && i - unit_end <= NOUN_CHARS; i++) {
    size_t link = gm_words_at(view, i, LINKS);
    if (link) return i + link;
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, NO_LINK)) return 0;
  }
  return 0;
}

/* May the list go on behind its last item: ，以及丁公司, ，丁公司。? */
static bool goes_on(const gm_view *view, size_t end) {
  if (!gm_one_of(view, end, "，；")) return false;
  if (gm_words_at(view, end + 1, "以及 还有 另有 及 和")) return true;
  size_t next = gm_view_next_before(view, end + 1, view->count, GM_PAUSE | GM_STOP);
  return gm_words_before(view, next, BODIES) != 0;
}

void gm_check_bodies(gm_line_check *check, size_t number, size_t unit_end, unsigned claimed) {
  const gm_view *view = check->view;
  if (!gm_one_before(view, unit_end, "家个所间处座")) return;
  size_t at = link_behind(view, unit_end);
  if (!at || at >= view->count || !(view->cls[at] & GM_HAN)) return;
  gm_list list;
  gm_list_behind(view, at, GM_DUN, &list);
  if (list.open || list.too_long || !list.count) return;
  size_t end = list.end[list.count - 1];
  if ((end < view->count && !gm_one_of(view, end, "，；。！")) || goes_on(view, end)) return;
  unsigned listed = 0;
  for (unsigned n = 0; n < list.count; n++) {
    unsigned bodies = bodies_in(view, list.start[n], list.end[n]);
    if (!bodies || (bodies > 1 && n + 1 < list.count)) return;
    listed += bodies;
  }
  if (listed < 2 || !gm_is_miscounted(claimed, listed)) return;
  gm_report_line(check, number, at - 1);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：后面列出%u家（%s……%s），不是%u家",
         "“%s”: %u listed behind it (%s … %s), not %u", gm_quote_line(view, number, at - 1).text, listed,
         gm_quote_line(view, list.start[0], list.end[0]).text,
         gm_quote_line(view, list.start[list.count - 1], end).text, claimed);
  gm_relate_list(check, &list);
}
