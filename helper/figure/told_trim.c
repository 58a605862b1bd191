#include "figure/phrase.h"
#include "figure/told.h"

#define LEAST 2 /* characters that are left of a noun */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

/* Is the figure no time and no place in an order? */
static bool is_amount(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_MONEY || f->kind == GM_FIGURE_PERCENT ||
         f->kind == GM_FIGURE_POINTS || f->kind == GM_FIGURE_RANGE;
}

/* Where all of a place is meant, and where those are who write: 全县, 辖区, 本校. */
#define ALL_OF u"省市县区镇乡街村校院厂站系局馆园港"
#define OURS   u"站校院县市区镇乡村局厂店馆所队会省"

/* 全省公用充电桩, 本站自筹: the noun without where, what is left being one. */
static void without_place(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t from = m->from, rest;
  if (!is_amount(m->figure) || is(view, from, GM_IN_TITLE | GM_IN_QUOTE)) return;
  bool all = view->cp[from] == 0x5168 && gm_one_of(view->cp[from + 1], ALL_OF); /* 全 */
  bool ours = view->cp[from] == 0x672C && gm_one_of(view->cp[from + 1], OURS);  /* 本 */
  if (!all && !ours && !gm_pair_at(view, from, u"辖区辖内")) return;
  rest = from + 2;
  if (view->cp[rest - 1] == 0x7CFB && view->cp[rest] == 0x7EDF) rest++; /* 全系统 */
  rest += gm_one_of(view->cp[rest], u"内共已总");
  if (rest + LEAST > m->to || gm_one_of(view->cp[rest], u"级域籍长史志委城的性外")) return;
  m->from = rest;
}

/* 预计总产稻谷, 共需经费, 表示满意: without what only leads to the noun. */
static void without_lead(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t from = m->from;
  if (!is_amount(m->figure) || (from && view->cp[from - 1] == 0x6309)) return; /* 按需 */
  if (gm_pair_at(view, from, u"预计估计") && from + 2 + LEAST <= m->to) from += 2;
  if (gm_pair_at(view, from, u"总产") && from + 2 + LEAST <= m->to && !gm_one_of(view->cp[from + 2], u"值量出品能业"))
    from += 2;
  size_t need = from + gm_one_of(view->cp[from], u"共总还尚约另仍");
  if (view->cp[m->to] != 0x7684 && view->cp[need] == 0x9700 && /* 需, and not 需上级明确的4个 */
      !gm_pair_at(view, need, u"需求需要需用需量") && need + 1 + LEAST <= m->to) /* 需 */
    from = need + 1;
  if (gm_pair_at(view, from, u"表示") && from + 2 + LEAST <= m->to) from += 2;
  m->from = from;
}

/* 每期42人: what it is for each of, whole. */
static void with_each(gm_shown_reading *m) {
  if (m->to == m->from + 1 && m->from && m->view->cp[m->from - 1] == 0x6BCF && m->to <= m->start) m->from--; /* 每 */
}

/* Verbs of two characters that seldom modify the noun behind them. */
#define DEEDS                                                                                               \
  u"促成接听接打拨打解答化解查获缴获抢修抢收清运疏浚打捞修剪栽植补植垫付" \
  u"兑付开出接到收到发出抽取组织"

/* 促成合作78件: what, without what was done to it. */
static void without_deed_before(gm_shown_reading *m) {
  if (m->to > m->start || !is_amount(m->figure) || m->to < m->from + 2 + LEAST) return;
  if (gm_pair_at(m->view, m->from, DEEDS) && !gm_one_of(m->view->cp[m->from + 2], u"队组员站点费人生结架工部机体建关"))
    m->from += 2;
}

/* 半年内清结: 内 of the time before. */
static void without_within(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t from = m->from;
  if (!from || m->to < from + 1 + LEAST || !gm_one_of(view->cp[from], u"内里间") ||
      gm_pair_at(view, from, u"内部内科内容内河内陆间接里程"))
    return;
  if (gm_one_of(view->cp[from - 1], u"年月日天周时分号期旬")) m->from++;
}

/* 2月4日晚高峰进站口: the hour of the day before. */
static void without_hour(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t from = m->from;
  if (!from || view->cp[from - 1] != 0x65E5) return; /* 日 */
  size_t hour = gm_one_of(view->cp[from], u"早晚") && gm_pair_at(view, from + 1, u"高峰") ? 3 : 0;
  if (gm_pair_at(view, from, u"凌晨清晨傍晚深夜夜间白天")) hour = 2;
  if (hour && from + hour + LEAST <= m->to) m->from += hour;
}

/* 分4期举办业务轮训: what was held. */
static void without_holding(gm_shown_reading *m) {
  gm_figure_kind kind = (gm_figure_kind)m->figure->kind;
  if (kind != GM_FIGURE_CLAIM && kind != GM_FIGURE_QUANTITY && kind != GM_FIGURE_ORDINAL) return;
  const gm_view *view = m->view;
  if (m->from < m->end || m->to < m->from + 2 + LEAST || !gm_pair_at(view, m->from, u"举办召开举行开展组织")) return;
  m->from += 2;
  if (gm_pair_at(view, m->to, u"轮训培训演练调研检查宣传评选测评考核展览竞赛慰问宣讲巡讲演出")) m->to += 2;
}

/* 进站口排队一度超过: without the adverb of the number behind; 今天正好 is no noun. */
static void without_adverb(gm_shown_reading *m) {
  const gm_view *view = m->view;
  gm_figure_kind kind = (gm_figure_kind)m->figure->kind;
  if (m->to > m->start || kind == GM_FIGURE_DATE || kind == GM_FIGURE_TIME || kind == GM_FIGURE_YEAR) return;
  size_t to = m->to;
  while (m->to >= m->from + 2 &&
         gm_pair_at(view, m->to - 2, u"一度正好恰好刚好恰恰已经曾经仍然依然依旧同时先后分别依次今天昨天今日昨日"))
    m->to -= 2;
  if (to > m->to && m->to == m->from + 2 && gm_pair_at(view, m->from, u"今天昨天明天目前如今现在当天")) m->to = m->from;
}

/* Those who do something, before how they do it. */
#define ACTORS u"单位部门企业公司机构高校学校医院银行协会人员民警队员党员干部职工同学学生教师专家志愿"

/* 3家单位联合查验: who, without what they do. */
static void without_deed(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->from < m->end) return;
  for (size_t i = m->from + LEAST; i + LEAST <= m->to; i++) {
    if (!gm_pair_at(view, i - 2, ACTORS) || !gm_pair_at(view, i, u"联合共同集中分别轮流一起同时主动自愿踊跃积极连续") ||
        gm_one_of(view->cp[i + 2], u"会体社国国"))
      continue;
    m->to = i;
    return;
  }
}

/* 在县级联赛中踢了14场: where it was done. */
static void without_doing(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (!m->from || view->cp[m->from - 1] != 0x5728 || m->to > m->start) return; /* 在 */
  for (size_t i = m->from + LEAST; i < m->to; i++)
    if (m->to - i < 4 && view->cp[i] == 0x4E2D && !gm_one_of(view->cp[i - 1], u"高初集")) { /* 中 */
      m->to = i;
      return;
    }
}

/* 为山区学校捐款: what is given, without to whom. */
static void without_receiver(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (!m->from || m->to > m->start || m->to < m->from + 2 + LEAST || !gm_one_of(view->cp[m->from - 1], u"为向给对"))
    return;
  if (gm_pair_at(view, m->to - 2, u"捐款捐资捐赠募捐拨款放贷贷款赔付补贴补助")) m->from = m->to - 2;
}

/* 以调解、撤诉方式结案2019件: what was done that way. */
static void without_way(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->to > m->start || !is_amount(m->figure)) return;
  size_t by = gm_told_clause(view, m->start);
  while (by <= m->from && !gm_one_of(view->cp[by], u"以用")) by++;
  if (by > m->from) return;
  for (size_t i = m->from; i + 2 + LEAST <= m->to; i++)
    if (gm_pair_at(view, i, u"方式形式途径渠道") && !gm_one_of(view->cp[i + 2], u"主上")) {
      m->from = i + 2;
      return;
    }
}

/* 按每列72个标准箱计算: without the reckoning. */
static void without_reckoning(gm_shown_reading *m) {
  size_t by = gm_told_clause(m->view, m->start);
  while (by < m->start && m->view->cp[by] != 0x6309) by++; /* 按 */
  if (by < m->start && m->from >= m->end && m->to >= m->from + 2 + LEAST &&
      gm_pair_at(m->view, m->to - 2, u"计算测算折算核算计价计费"))
    m->to -= 2;
}

/* 会员总数1260家，较上年增加60家: what was added is no number of them. */
static void without_number(gm_shown_reading *m) {
  const gm_view *view = m->view;
  const gm_figure *f = m->figure;
  bool percent = f->kind == GM_FIGURE_PERCENT || f->kind == GM_FIGURE_POINTS || f->kind == GM_FIGURE_MULTIPLE;
  if (percent && m->from >= gm_told_clause(view, m->start)) return; /* 企业数量增长7% */
  bool change = f->roles & (GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_COMPARED);
  if (!change || m->to > m->start) return;
  bool counted =
      gm_units[f->unit].unit_class == GM_CLASS_COUNT || gm_units[f->unit].unit_class == GM_CLASS_PERSON || percent;
  if (!counted || m->to < m->from + 1 + LEAST) return;
  if (gm_pair_at(view, m->to - 2, u"总数总量数量")) {
    if (m->to >= m->from + 2 + LEAST) m->to -= 2;
  } else if (view->cp[m->to - 1] == 0x6570 && /* 数 */
             !gm_one_of(view->cp[m->to - 2], u"人户次件指参系函倍分天复多少总个家台起")) {
    m->to--;
  }
}

/* 一季度送餐量, 上半年进出口: the noun without its time. */
static void without_quarter(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t from = m->from;
  if (!is_amount(m->figure)) return;
  if (is(view, from, GM_NUMERAL) && gm_pair_at(view, from + 1, u"季度"))
    from += 3;
  else if (gm_one_of(view->cp[from], u"上下") && gm_pair_at(view, from + 1, u"半年"))
    from += 3;
  if (from > m->from && from + LEAST <= m->to && !gm_one_of(view->cp[from], u"末初底内期性")) m->from = from;
}

/* 38个小区分为三类: 分 of what is done with them. */
static void without_dividing(gm_shown_reading *m) {
  if (m->from >= m->end && m->to >= m->from + 1 + LEAST && m->view->cp[m->to - 1] == 0x5206 && /* 分 */
      gm_one_of(m->view->cp[m->to], u"为成作"))
    m->to--;
}

static void (*const trims[])(gm_shown_reading *) = {
    without_quarter,  without_dividing,    with_each,         without_within, without_hour, without_place,
    without_lead,     without_deed_before, without_holding,   without_adverb, without_deed, without_doing,
    without_receiver, without_way,         without_reckoning, without_number};

void gm_told_trim(gm_shown_reading *m) {
  size_t from = m->from, to = m->to;
  for (size_t i = 0; i < sizeof trims / sizeof *trims && m->from < m->to; i++) trims[i](m);
  if (m->from < m->to && (m->from != from || m->to != to)) gm_shown_found(m, m->from, m->to);
}
