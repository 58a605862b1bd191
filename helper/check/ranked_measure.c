/* Whether what a superlative is told of is what the values of a list are. */
#include "check/ranked.h"

#define BLOCKED "均 率 比 幅 速 净 占 同比 环比 增长 增加 增量 上升 下降 降低 减少 累计 去年 上年 以来 历史 历年 历次"

/* 2024年新购图书 of 借出图书, 优秀方案 of 方案: do the words before those that were told make the measure one of fewer?
 * 拿出的文物, 因放假产量 are what was told. */
static bool is_narrower(const gm_view *view, gm_range words, gm_range lead, gm_range rest) {
  size_t n = gm_length(words);
  if (!n || gm_find_run(view, lead.from, lead.to, words.from, n) != SIZE_MAX ||
      (gm_length(rest) >= n && gm_find_run(view, rest.from, rest.to, words.from, n) != SIZE_MAX))
    return false;
  if (gm_words_at(view, words.from, "因 由于 受")) return false;
  return !gm_one_before(view, words.to, "的") || gm_find_word(view, words.from, words.to, "新 优 特 重点") != SIZE_MAX;
}

bool gm_is_ranked_measure(const gm_view *view, uint32_t word, gm_range m, gm_range lead, gm_range rest,
                          const gm_figure *f) {
  bool percent = f->kind == GM_FIGURE_PERCENT;
  if (!gm_length(m)) return gm_rank_word_fits(word, f);
  if (gm_length(m) == 1 && gm_view_match(view, m.from, gm_units[f->unit].name) == 1) return true; /* 周五人最多 */
  if (gm_words_at(view, m.from, "规模 体量 占比 比重 份额 所占比重") == gm_length(m)) return !percent;
  /* 箱量 of so many 标箱 */
  const char *name = gm_units[f->unit].name;
  size_t bytes = strlen(name), last = bytes > 3 ? bytes - 3 : 0;
  if (gm_length(m) == 2 && gm_one_of(view, m.from + 1, "量数") && gm_view_match(view, m.from, name + last) == 1)
    return !percent;
  /* 得分 of so many 分 */
  if (gm_length(m) == 2 && gm_view_match(view, m.to - 1, gm_units[f->unit].name) == 1)
    return gm_find_run(view, lead.from, lead.to, m.from, 1) != SIZE_MAX;
  if (gm_words_at(view, m.from, "人数 数量 件数 户数 个数 金额 数额") == gm_length(m)) return !percent;
  for (size_t n; (n = gm_find_word(view, m.from, m.to, BLOCKED)) != SIZE_MAX;) {
    /* 近视率 of rates is what they are */
    if (!percent || !gm_one_of(view, n, "率比") || n + 1 != m.to) return false;
    break;
  }
  /* 接待人数 of 接待, 签约金额 of money */
  uint8_t class = gm_units[f->unit].unit_class;
  bool people = class == GM_CLASS_PERSON || class == GM_CLASS_VISIT;
  if (class == GM_CLASS_VISIT && word == U'旺' && gm_words_at(view, m.from, "客流 人流 人气 客流量 人流量") == gm_length(m)) return true;
  size_t counted = f->kind == GM_FIGURE_MONEY ? gm_words_before(view, m.to, "金额")
                   : people                   ? gm_words_before(view, m.to, "人数 人次")
                                              : gm_words_before(view, m.to, "数量 件数 户数");
  if (counted + 2 <= gm_length(m) && !percent &&
      !is_narrower(view, (gm_range){m.from, m.to - counted - 2}, lead, rest) &&
      gm_find_run(view, lead.from, lead.to, m.to - counted - 2, 2) != SIZE_MAX)
    return true;
  for (unsigned cut = 0; cut < 2; cut++) { /* 外借量 of 外借 */
    size_t n = gm_length(m) < 2 ? 1 : 2;
    if (gm_find_run(view, lead.from, lead.to, m.to - n, n) != SIZE_MAX ||
        (gm_length(rest) >= n && gm_find_run(view, rest.from, rest.to, m.to - n, n) != SIZE_MAX))
      return !is_narrower(view, (gm_range){m.from, m.to - n}, lead, rest);
    if (gm_length(m) < 3 || !gm_one_before(view, m.to, "量数额")) return false;
    m.to--;
  }
  return false;
}
