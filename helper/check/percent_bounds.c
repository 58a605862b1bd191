/* PCT-04, PCT-08: percentages and multiples that cannot be, told by the words beside them. */
#include "check/families.h"
#include "check/words.h"

/* Rates whose part is counted within its whole. 完成率, 利用率, 执行率, 产销率, 开工率 and their like, which are told
 * against a plan or a capacity, may be above 100 %. */
#define SHARES                                                                                                                                                         \
  "结业率 满意率 满意度 知晓度 认可度 支持度 好评率 认可率 信任率 支持率 赞成率 同意率 知晓率 熟悉率 参与率 覆盖率 "   \
  "普及率 "                                                                                                                                                         \
  "合格率 达标率 优良率 "                                                                                                                                     \
  "优秀率 及格率 通过率 准确率 正确率 成功率 完好率 差错率 出勤率 出席率 到会率 到课率 到岗率 报到率 参会率 参训率 "   \
  "参赛率 "                                                                                                                                                         \
  "参保率 参合率 投保率 参考率 投票率 得票率 入学率 入园率 升学率 巩固率 毕业率 录取率 就业率 辍学率 失业率 开课率 "   \
  "治愈率 好转率 死亡率 发病率 检出率 阳性率 建档率 持证率 签约率 履约率 入住率 出租率 空置率 办结率 结案率 "             \
  "解决率 化解率 整改率 整治率 销号率 处置率 处理率 收集率 清运率 回收率 采纳率 答复率 回复率 响应率 反馈率 受理率 "   \
  "公开率 见面率 走访率 入户率 通达率 通水率 通电率 硬化率 绿化率 绿地率 成活率 存活率 良种率 机械化率 城镇化率 "       \
  "发生率 返贫率 流失率 到位率 兑现率 发放率 到账率 按时率 及时率 准时率 准点率 正点率 归档率 录入率 上传率 联网率 "   \
  "抽检率 检测率 体检率 复查率 竣工率 随访率 知情率 签到率 打卡率 复诊率 转诊率 接种率 筛查率 控制率 管理率 "             \
  "服务率 安装率 配备率 普惠率 复学率 脱贫率 资助率 保障率 回访率 接通率 出警率 破案率 侦破率 起诉率 批捕率 调解率 "   \
  "服判率 改判率 上诉率 命中率 送达率 签收率 复购率 退货率 投诉率 留存率 转化率 点击率 渗透率 占有率 综合利用率 "       \
  "资源化利用率 无害化率 巡查率 检查率 排查率 上线率 立案率 查处率 通关率 中奖率 中标率 入选率 录用率 获奖率 优质率 " \
  "近视率 肥胖率 患病率 感染率 治理率 修复率 还款率 续保率 续费率 缺勤率 迟到率 空缺率 离职率 识别率 阅读率 借阅率 "   \
  "参评率 评优率 推荐率 上报率 报送率 参检率 受检率 到检率 参演率 参展率 参测率 入保率 领取率 认领率 结对率 "             \
  "占比 比重 比例为 占"
/* 入园比例: 增长比例 and 溢价比例 may be above it. */
#define RATIOS                                                                                                                                                   \
  "入园比例 入学比例 参与比例 合格比例 达标比例 覆盖比例 获奖比例 优良比例 天数比例 支持比例 赞成比例 通过比例 " \
  "安装比例 "                                                                                                                                                \
  "建成比例 签约比例 就业比例 升学比例 录取比例 参保比例 满意比例 检出比例 回收比例 党员比例 女性比例 学历比例"
/* Of those who are all: 107.4%的受访者. */
#define ALL_OF                                                                                                                                                          \
  "的受访 的被调查 的被访 的人 的家长 的居民 的群众 的学生 的用户 的村民 的网友 的消费者 的观众 的游客 的职工 的员工 " \
  "的老人 的家庭 的农户 的患者 的参与者 的同学 的教师 的党员 的店主 的商户 的司机 的读者 的客户 的业主 的考生 的市民"
/* Rates by these names do exceed 100 %: 拨备覆盖率, 毛入学率, 同期结案率. */
#define OVER_HUNDRED "毛入学率 毛入园率 同期结案率 同期办结率 当期结案率 净增占 备覆盖率 性覆盖率 利息覆盖率 现金覆盖率"
#define EVEN         "更是 更 也 都 均 已 已经 仍 则 又 竟 竟然 居然 甚至 一度 始终 普遍 今年 本月 目前 现在 如今 去年 上月"
#define BETWEEN                                                                                                                                                \
  "达 为 达到 达到了 达了 是 高达 约 约为 均为 均达 均达到 分别为 已达 已达到 约达 近 超过 超 突破 突破了 已突破 " \
  "稳定在 "                                                                                                                                                 \
  "保持在 维持在 实现 创下 接近"
#define FALLS "下降幅度 降低幅度 减少幅度 降幅 减幅 跌幅 下降 减少 降低 下滑 缩短 压缩 缩减 减 降 减低 锐减 骤降 下跌"

#define SHARE_CHARS 14u /* between 占 and its percentage */

/* 占职工总数的: a share of a whole that names itself one. Its characters before `at`, 0 when there is none. */
static size_t share_of_total(const gm_view *view, size_t at) {
  size_t clause = gm_clause_start(view, at), from = at > clause + SHARE_CHARS ? at - SHARE_CHARS : clause;
  for (size_t i = at; i-- > from;)
    if (gm_words_at(view, i, "占全部 占全体 占应到 占应出席 占应参加 占应参会") && gm_one_before(view, at, "的"))
      return at - i;
  size_t end = at - gm_words_before(view, at, "的 的比例为 的比重为 的比例达 的比例达到 的比重达");
  if (end == at || !gm_words_before(view, end, "总数 总量 总额 全部 总人数 总票数 总面积 总人口 总户数 总投资 总收入"))
    return 0;
  if (gm_find_word(view, from, at, "上年 去年 同期 年度 计划 目标 任务 预算") != SIZE_MAX)
    return 0; /* 占上年总量的101% */
  for (size_t i = end; i-- > from;)
    if (gm_words_at(view, i, "占")) return at - i;
  return 0;
}

#define TERMS_MAX   8u  /* rates told together */
#define NAMES_CHARS 60u /* from the first of their names to 分别 */

/* 合格率、优秀率分别达到98.6%和101.2%: the name of the rate whose number begins at `start`, the count of the terms as
 * 分别 wants it. Gives the name's characters, *end gets the place behind it; 0 when it is no share. */
static size_t respective_share(const gm_view *view, size_t start, size_t *end) {
  size_t at = start, before = 0, behind = 0;
  while (before < TERMS_MAX && at > 1 && gm_one_before(view, at, "、和及与，") && view->cp[at - 2] == '%') {
    size_t number = gm_number_before(view, at - 2);
    if (number == at - 2) return 0;
    at = number;
    before++;
  }
  at -= gm_words_before(view, at, "达 为 达到 达到了 达了 是 高达 约 约为 已达 已达到");
  size_t said = gm_words_before(view, at, "分别 则分别 已分别");
  if (!said) return 0;
  at -= said;
  for (size_t next = start;; behind++) {
    size_t number = gm_number_at(view, next);
    if (!number || view->cp[next + number] != '%' || behind > TERMS_MAX) return 0;
    next += number + 1;
    if (!gm_one_of(view, next, "、和及与，") || !gm_number_at(view, next + 1)) break;
    next++;
  }
  /* The names from the last: as many as there are numbers behind, then the one that is meant. */
  size_t limit = at > NAMES_CHARS ? at - NAMES_CHARS : 0;
  for (size_t skip = behind; skip > 0; skip--) {
    if (!gm_words_before(view, at, SHARES) && !gm_one_before(view, at, "率")) return 0;
    while (at > limit && !gm_one_before(view, at, "、和及与，。；：")) at--;
    if (at <= limit || gm_one_before(view, at, "，。；：")) return 0;
    at--;
  }
  size_t word = gm_words_before(view, at, SHARES);
  *end = at;
  return gm_words_before(view, at, OVER_HUNDRED) ? 0 : word;
}

#define RISEN                                                                                                                                                     \
  "提高到 提升到 上升到 增加到 增长到 提高至 提升至 上升至 升至 升到 增至 提高到了 提升到了 攀升到 攀升至 飙升到 " \
  "飙升至 跃升到 跃升至 涨到 涨至"

/* 到课率从91%提高到105%: the rate named at the head of the clause. Its characters, *end gets the place behind it. */
static size_t risen_share(const gm_view *view, size_t start, size_t *end) {
  size_t said = start - gm_words_before(view, start, "年末的 年底的 今年的 目前的 现在的 如今的 本月的 期末的 当前的");
  if (said == start && gm_words_before(view, start, "年的 月的"))
    said = gm_number_before(view, start - 2); /* 2027年的 */
  size_t verb = gm_words_before(view, said, RISEN);
  if (!verb) return 0;
  start = said;
  size_t clause = gm_clause_start(view, start), from = gm_find_word(view, clause, start - verb, "由 从");
  size_t at = from == SIZE_MAX ? start - verb : from;
  if (from == SIZE_MAX) at -= gm_words_before(view, at, EVEN);
  if (at <= clause || gm_words_before(view, at, OVER_HUNDRED)) return 0;
  *end = at;
  return gm_words_before(view, at, SHARES);
}

void gm_check_over_hundred(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = gm_number_before(view, i);
  size_t whole = 0;
  while (view->cls[start + whole] & GM_DIGIT) whole++;
  if (whole < 3 || start + whole > i) return;
  bool hundred = whole == 3 && view->cp[start] == '1' && view->cp[start + 1] == '0' && view->cp[start + 2] == '0';
  for (size_t k = start + 3; hundred && k < i; k++) hundred = view->cp[k] == '0' || view->cp[k] == '.';
  if (hundred) return;
  size_t before = start - gm_words_before(view, start, BETWEEN);
  before -= gm_words_before(view, before, EVEN); /* 更是高达 */
  size_t word = gm_words_before(view, before, SHARES);
  bool share = word && !gm_words_before(view, before, OVER_HUNDRED);
  if (!share && (word = share_of_total(view, start))) {
    share = true;
    before = start;
  }
  size_t ratio = share ? 0 : gm_words_before(view, before, RATIOS);
  if (ratio) {
    share = true;
    word = ratio;
  }
  size_t behind = 0;
  if (!share && gm_words_at(view, i + 1, ALL_OF) &&
      (gm_clause_starts(view, start) || gm_words_before(view, start, "有 约 近 超过 超"))) {
    size_t end = i + 1 + gm_words_at(view, i + 1, ALL_OF);
    gm_report_line(check, start, i + 1);
    gm_say(check->out, check->language, "“%s”：不会超过100%%", "“%s” cannot exceed 100%%",
           gm_quote_line(view, start, end).text);
    return;
  }
  if (!share && ((word = respective_share(view, start, &behind)) || (word = risen_share(view, start, &behind)))) {
    gm_report_line(check, start, i + 1);
    gm_say(check->out, check->language, "%s“%s”：这个比率不会超过100%%", "%s “%s”: such a rate cannot exceed 100%%",
           gm_quote_line(view, behind - word, behind).text, gm_quote_line(view, start, i + 1).text);
    return;
  }
  if (!share) {
    before = start;
    if (gm_one_before(view, before, "了")) before--;
    size_t linked = start - gm_words_before(view, start, BETWEEN); /* 降幅超过110% */
    if (gm_one_before(view, linked, "幅度")) before = linked;
    if (!(word = gm_words_before(view, before, FALLS))) return;
    /* A profit that turns into a loss falls by more than all of it. */
    size_t sentence = gm_sentence_start(view, before);
    for (size_t k = sentence; k < before; k++)
      if (gm_words_at(view, k, "利润 净利 收益 亏损 盈利 净额 现金流 顺差 逆差 温度 气温")) return;
  }
  gm_report_line(check, before - word, i + 1);
  if (share)
    gm_say(check->out, check->language, "“%s”：这个比率不会超过100%%", "“%s”: such a rate cannot exceed 100%%",
           gm_quote_line(view, before - word, i + 1).text);
  else
    gm_say(check->out, check->language, "“%s”：降幅不会超过100%%", "“%s”: a fall cannot exceed 100%%",
           gm_quote_line(view, before - word, i + 1).text);
}

void gm_check_fall_by_multiple(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = gm_number_before(view, i);
  if (start == i || gm_one_of(view, start, "半") || gm_words_at(view, i, "数 率 镜 速")) return;
  /* 0.5倍 is a part, not a multiple. */
  if (view->cp[start] == '0') return;
  size_t before = start - gm_words_before(view, start, "近 约 了近 了约 了 整整 了整整 将近 超过 了超过");
  size_t word = gm_words_before(view, before, "减少 降低 下降 缩小 缩短 下滑 少 减 降 减小 压缩 便宜 减轻");
  /* 故障率低了3倍 */
  if (!word && gm_one_before(view, before, "低") &&
      (gm_one_of(view, before, "了") || gm_find_word(view, gm_clause_start(view, before), before, "比 较") != SIZE_MAX))
    word = 1;
  if (!word || (word == 1 && gm_one_before(view, before - 1, "至不多最很减"))) return;
  if (gm_one_before(view, before - word, "不") && word > 1) return; /* 不减少 … */
  gm_report_line(check, before - word, i + 1);
  gm_say(check->out, check->language, "“%s”：减少、降低不用“倍”，请改用百分数、分数或“降到……分之一”",
         "“%s”: nothing falls by a multiple; give a fraction or a percentage",
         gm_quote_line(view, before - word, i + 1).text);
}
