/* PCT-01 of how much of a plan is done, in whatever words the two amounts before it tell the plan and what was done:
 * 任务5万亩，到10月干完4.8万亩，完成92%; 应检2.4万人，查了1.97万人，完成90%; 计划8600亩，实际9030亩，为计划的95.2%; or
 * what was done before the plan: 到位38.5亿元，全年计划为70亿元，已完成65%. */
#include "check/families.h"
#include "check/percent.h"

#define PLANNED "计划 任务 目标 指标 下达 应 要 须 需 拟 承诺 预定 定下 确定"
/* Of what is still to come, or of another part of it. */
#define UNDONE "未 尚 还 剩 差 缺 余 其中 另 新开工 同比 比 上年 去年 超 多 少"
#define OF_PLAN                                                                                                                                              \
  "计划的 任务的 目标的 目标任务的 任务目标的 计划任务的 任务数的 计划数的 年度计划的 全年计划的 年度任务的 " \
  "全年任务的"
#define DONE                                                                                                                                                             \
  "完成 完成了 已完成 共完成 实际完成 完成率 完成率为 完成率达 完成率达到 完成进度 完成进度为 完成进度达 进度 进度为 " \
  "进度达 进度达到 完成比例 完成比例为 总进度"
/* Of a stage of the work, which is not what the plan counts unless it says so. */
#define STAGES \
  "整改 竣工 开工 验收 拨付 支付 启动 立项 签约 备案 整地 申报 报名 审批 交付 通车 投产 入库 动工 摸排 登记 评审"
#define APART_MOST 12 /* points: a share farther off is rather of something else */

/* 完成92%, 为计划的95.2%, 完成了年度任务的88%: does the clause say nothing else? */
static bool says_completed(const gm_view *view, const gm_mention *share) {
  size_t from = share->clause, to = share->from, n;
  from += gm_words_at(view, from, "约 大约 已经 也 就 仅 只 目前 累计");
  if (gm_words_at(view, from, DONE) == to - from) return to > from;
  n = gm_words_at(view, from,
                  "完成 完成了 已完成 为 是 占 达到 达 相当于 只完成 仅完成 已完成了 为年度 占全年 占年度 完成全年 "
                  "完成年度 达到全年 完成了全年 为全年");
  return n && gm_words_at(view, from + n, OF_PLAN) == to - from - n;
}

/* 新增城镇就业2万人: what is planned, or done, may be something that is new. */
static bool can_be_set(const gm_figure *f) {
  return gm_is_amount(f) && gm_is_exact(f) && f->value.digits > 0 && !(f->roles & GM_ROLE_DOWN) &&
         !(f->roles &
           (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED));
}

/* 计划巡检312处，实际整改301处: is what was done another stage than what was planned? */
static bool of_other_stage(const gm_view *view, const gm_mention *plan, const gm_mention *done) {
  size_t at = gm_find_word(view, done->label, done->from, STAGES);
  return at != SIZE_MAX && gm_find_run(view, plan->clause, plan->from, at, 2) == SIZE_MAX;
}

/* 任务5万亩，到10月干完4.8万亩 */
static bool is_plan_first(const gm_view *view, const gm_mention *plan, const gm_mention *done,
                          const gm_mention *share) {
  return gm_find_word(view, plan->clause, plan->from, PLANNED) != SIZE_MAX &&
         gm_find_word(view, plan->to, done->from, PLANNED " " UNDONE) == SIZE_MAX &&
         gm_find_word(view, done->to, share->clause, "、 其中") == SIZE_MAX && !of_other_stage(view, plan, done);
}

#define PLAN_WORDS                                                                                                                                                \
  "全年 年度 今年 当年 年初 本年 本年度 原 总 既定 上级 省里 市里 县里 下达 计划 任务 目标 指标 数 量 额 为 是 定为 " \
  "共 达 的"

#define YEAR_SO_FAR                                                                                                                                             \
  "前三季度 前三个季度 上半年 一季度 今年以来 年初以来 前半年 1至 1— 1～ 1月至 今年前 前八个月 前十个月 前9个月 " \
  "前8个月 前7个月 前10个月 前11个月 前十一个月 前九个月 前七个月 前五个月 前5个月 前四个月 前4个月 前两个月"

/* 今年以来累计造林38.6万亩，全年任务: what there is by now of the year that the plan is for? 累计 alone may be of
 * many years. */
static bool is_of_year(const gm_view *view, const gm_mention *done, const gm_mention *plan) {
  return gm_find_word(view, gm_sentence_start(view, done->from), done->from, YEAR_SO_FAR) != SIZE_MAX &&
         gm_find_word(view, plan->clause, plan->from, "全年 年度") != SIZE_MAX;
}

/* 上半年到位38.5亿元，全年计划为70亿元: does the second's clause call it a plan, and name nothing else than what the
 * first's does? */
static bool is_done_first(const gm_view *view, const gm_mention *done, const gm_mention *plan) {
  size_t at = plan->clause, n;
  if (plan->clause != done->to + 1u || gm_find_word(view, at, plan->from, "计划 任务 目标 指标") == SIZE_MAX ||
      gm_find_word(view, done->clause, done->from, PLANNED " " UNDONE) != SIZE_MAX ||
      (gm_find_word(view, done->clause, done->from, "累计") != SIZE_MAX && !is_of_year(view, done, plan)))
    return false;
  while (at < plan->from && (n = gm_words_at(view, at, PLAN_WORDS)) != 0) at += n;
  if (at == plan->from) return true;
  size_t from = at; /* 年度植树任务2.4万亩 */
  while (at < plan->from && !gm_words_at(view, at, PLAN_WORDS)) at++;
  if (at < from + 2 || gm_find_run(view, done->clause, done->from, from, at - from) == SIZE_MAX) return false;
  while (at < plan->from && (n = gm_words_at(view, at, PLAN_WORDS)) != 0) at += n;
  return at == plan->from;
}

/* Does another pair of the sentence's amounts, or the sum of some in a row, give the share? The two themselves do
 * not, and what is planned of what is done is the slip of who divides the wrong way. */
static bool another_fits(const gm_links *links, unsigned index, unsigned plan, unsigned done, gm_interval told) {
  const gm_mention *share = &links->items[index];
  for (unsigned w = 0; w < index; w++) {
    const gm_figure *whole = links->items[w].figure;
    if (!gm_same_sentence(&links->items[w], share) || !gm_is_amount(whole)) continue;
    for (unsigned first = 0; first < index; first++) {
      if (!gm_is_amount(links->items[first].figure)) continue;
      gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
      for (unsigned k = first; k < index && k != w; k++) {
        if (!gm_is_amount(links->items[k].figure)) continue; /* 一季度8.5亿元，二季度30亿元 */
        if (!gm_same_sentence(&links->items[k], share) || !gm_comparable(links->items[k].figure, whole)) break;
        bool own = k == first && (w == plan || w == done) && (k == plan || k == done);
        if (!gm_interval_add(&sum, links->items[k].figure->interval) ||
            (!own && gm_ratio_fits(sum, whole->interval, told)))
          return true;
      }
    }
  }
  return false;
}

void gm_check_completed(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *done = share - 1, *plan;
  gm_decimal computed, apart;
  if (index < 2 || !gm_is_exact(share->figure) || gm_is_delta(share->figure) || share->figure->roles & GM_ROLE_PAREN ||
      !gm_one_before(view, share->clause, "，") || gm_is_told(check, share) || !says_completed(view, share))
    return;
  /* 完成65%的土方 */
  if (gm_one_of(view, share->to, "的") && !gm_words_at(view, share->to, "的任务 的计划 的目标 的年度")) return;
  /* 计划8600亩，实际9030亩，超额430亩，为计划的95.2% */
  if (gm_is_amount(done->figure) && index > 2 &&
      gm_find_word(view, done->label, done->number, "超额 超出 超过计划 多完成") != SIZE_MAX)
    done--;
  if (!gm_same_sentence(done, share) || !can_be_set(done->figure)) return;
  for (plan = done; plan > links->items; plan--)
    if (gm_is_amount(plan[-1].figure) || plan[-1].figure->kind == GM_FIGURE_PERCENT) break;
  if (plan == links->items || !gm_same_sentence(--plan, done) || !can_be_set(plan->figure) ||
      !gm_comparable(plan->figure, done->figure) || plan->clause == done->clause ||
      gm_find_mark(view, plan->to, share->from, "；：") != SIZE_MAX)
    return;
  if (is_done_first(view, plan, done)) {
    const gm_mention *first = plan;
    plan = done;
    done = first;
  } else if (!is_plan_first(view, plan, done, share)) {
    return;
  }
  /* What is set is no rounded number, though it ends in 万. */
  gm_interval told = gm_percent_interval(share->figure, 1), whole = gm_interval_exact(plan->figure->value);
  if (gm_ratio_fits(done->figure->interval, whole, told)) {
    gm_agree(check, share, done, plan);
    return;
  }
  if (gm_ratio_fits(gm_interval_exact(done->figure->value), whole, gm_percent_interval(share->figure, 3)) ||
      another_fits(links, index, (unsigned)(plan - links->items), (unsigned)(done - links->items), told) ||
      gm_disclaimed(view) ||
      !gm_percent_of(done->figure->value, plan->figure->value, share->figure->value.scale, &computed) ||
      !gm_decimal_subtract(computed, share->figure->value, &apart))
    return;
  if (apart.digits < 0) apart.digits = -apart.digits;
  if (gm_decimal_compare(apart, gm_decimal_of(APART_MOST)) > 0 &&
      !gm_ratio_fits(plan->figure->interval, done->figure->interval, told) &&
      gm_look_alike(computed, share->figure->value) == GM_UNLIKE)
    return;
  gm_report_share(check, share, done, plan, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}
