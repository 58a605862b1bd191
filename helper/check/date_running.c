/* DT-05: 1962年建成的水电站，到2024年已连续运行52年: what began in the one year and went on to the other. */
#include "check/dates.h"
#include "check/families.h"

#define GOES_ON                                                                                                                                                        \
  "运行 连续运行 安全运行 运营 连续运营 服役 使用 连续使用 走过 经营 办学 营业 生产 连续生产 开放 服务 存在 连续举办 " \
  "举办 坚持 延续 传承 历时 发电 供水 通车"
#define SO_FAR "已 已经 整整 足足 累计 共 总共 了"

/* Does something begin in the year of the mention: 1962年建成, 建于1962年? */
static bool begins(const gm_view *view, const gm_mention *m) {
  size_t at = m->to + gm_words_at(view, m->to, "正式 全线 月 底 初");
  return gm_words_at(view, at, GM_FOUNDED " " GM_BEGINS_WORK " " GM_INTO_USE) || gm_founds(view, at) ||
         gm_words_before(view, m->from, "建于 始建于 建成于 创办于 创建于 成立于 投产于 始于");
}

/* Does 到 or 至 lead to the year: 到2024年? */
static bool leads_to(const gm_view *view, const gm_mention *m) {
  return gm_words_before(view, m->from, "到 至 截至 截止 截止到 到了") != 0;
}

void gm_check_running(gm_line_check *check, const gm_figure *figure) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = links->view;
  unsigned at = gm_mention_of(links, figure);
  if (at == links->count) return;
  const gm_mention *m = &links->items[at], *began = NULL, *now = NULL;
  if (m->figure->value.scale || !gm_is_exact(m->figure) || m->figure->value.digits < 3) return;
  size_t verb = m->from - gm_words_before(view, m->from, "了 整整 已 足足 达 近 共 超过");
  size_t word = gm_words_before(view, verb, GOES_ON);
  if (!word || gm_find_word(view, m->clause, verb, SO_FAR) == SIZE_MAX) return;
  for (unsigned i = 0; i < at; i++) {
    const gm_mention *year = &links->items[i];
    const gm_figure *f = year->figure;
    if ((f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE) || !f->date.year || !gm_same_sentence(year, m))
      continue;
    if (now) return; /* of three years: which is meant is for the reader */
    if (began)
      now = year;
    else
      began = year;
  }
  if (!now || now->clause != m->clause || !leads_to(view, now) || !begins(view, began) ||
      gm_find_word(view, began->to, verb, GM_NOT_ITS_OWN) != SIZE_MAX)
    return;
  int64_t passed = (int64_t)now->figure->date.year - began->figure->date.year, off = passed - m->figure->value.digits;
  if (passed <= 0 || (off >= -1 && off <= 1) || gm_is_told(check, m)) return;
  gm_report_mention(check, m);
  gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", now->figure->date.year,
         began->figure->date.year, (unsigned)passed, gm_quote_mention(view, m).text);
  gm_relate_mention(check, began, "起始年份", "the year it began");
  gm_relate_mention(check, now, "当年", "the year it is told of");
}
