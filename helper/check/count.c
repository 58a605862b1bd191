/* CNT: a count against what is listed. */
#include <stdio.h>

#include "check/families.h"
#include "check/list.h"
#include "check/respectively.h"
#include "check/slogan.h"

#define COUNT_MAX 20 /* larger counts are not announced with a list */

/* Nouns that stand for what was listed: 三个方面, 六家单位. */
#define CONTAINERS                                                                                                                                                 \
  "方面 环节 领域 部分 阶段 层面 维度 要素 步骤 关键 重点 机制 体系 制度 工程 行动 平台 板块 类 类型 种类 方向 渠道 " \
  "原则 要求 标准 "                                                                                                                                          \
  "任务 措施 举措 目标 内容 专题 主题 单位 部门 机构 企业 公司 学院 院系 专业 学校 高校 县 市 区 乡镇 镇街 街道 乡 "   \
  "镇 村 社区 省 "                                                                                                                                            \
  "省份 国家 城市 项目 课程 清单 文件 奖项 模块 系统 节点 中心 基地 行业 产业 专项 关系 能力 意识 观念 精神 作风 "     \
  "问题 短板 优势 "                                                                                                                                          \
  "振兴 实事 大事 难题 场景 窗口 园区 景区 片区 赛道 赛项 组别 工作组 专班 年级 班级 车间 班组 区县 县区 县市 市州 "  \
  "地市 村庄 行政村 地区 区域 民族 语种 学段 座谈会 开发区 保税区 综保区 试验区 示范区 新区 "                                 \
  "特点 特色 品牌 载体 岗位 科目 学科 栏目 主体 支部 党支部 小组 关 环 抓手 结合 结合点 衔接 转变 统一 坚持 确保 "     \
  "建设 共建 维护 意见 办法 "                                                                                                                            \
  "规定 方案 科室 乡村 馆 队伍 工种 技能 指标 角度 因素 条件 途径 方式 方法 工作 服务 活动 梯队 层次 等级 档次 程序 " \
  "流程 版块 单元 章节 资源 力量 主体 对象 群体"

#define MEASURES "个项大种类条张家所门支本份件部座处场期篇道款套"

/* Verbs and links that show that the number does not close the list before it: …、卫生开展4项检查. */
#define BREAKS                                                                                                                                                      \
  "开展 新建 完成 组织 举办 设立 建立 建成 举行 制定 实施 推进 提出 印发 出台 新增 增加 形成 召开 获得 成立 推出 "      \
  "设置 培育 打造 选派 选拔 "                                                                                                                             \
  "招募 聘请 邀请 分为 作为 包括 涉及 涵盖 覆盖 共有 各有 拥有 参加 参与 承担 承办 命名 授予 评选 收到 受理 办理 "      \
  "解决 整改 落实 安排 "                                                                                                                                    \
  "投入 采购 发放 配备 增设 开设 开通 上线 编印 编写 发布 签订 走访 慰问 帮扶 其中 之外 以外 以来 期间 当中 了 过 为 " \
  "是 有 达 获 设 建 列 被 "                                                                                                                                \
  "这 那 每 各 前 后 第 另 其他 其它 余 加强 发挥 提高 提升 深化 贯彻 强化 践行 树牢 增强 做到 做好 抓好 实现 打好 "     \
  "牢记 "                                                                                                                                                         \
  "弘扬 铭记 突出 紧扣 "                                                                                                                                    \
  "把握 拓展 优化 改善 促进 推动 保障 支持 服务 建设 会同 联合市 联合县 联合区 联合省 联合镇 联合乡 联合团 联合共青"

/* Is the approximator before the number the end of what is listed: 衔接不畅、能力不足四个方面? */
static bool ends_item(const gm_view *view, const gm_figure *figure) {
  if (figure->approx != GM_APPROX_NEAR || figure->approx_end > figure->start ||
      figure->approx_start >= figure->approx_end)
    return false;
  size_t at = gm_view_find(view, figure->approx_start), end = gm_view_find(view, figure->approx_end);
  if (!gm_words_at(view, at, "不足") || end != at + 2) return false;
  size_t mark = gm_view_behind_last(view, at > 8 ? at - 8 : 0, at, GM_PUNCT);
  return mark && mark + 2 <= at && view->cp[mark - 1] == GM_DUN;
}

static bool whole_count(const gm_view *view, const gm_figure *figure, unsigned *value) {
  gm_decimal v = figure->value;
  if ((figure->approx != GM_APPROX_NONE && !ends_item(view, figure)) || v.scale || v.digits < 2 || v.digits > COUNT_MAX)
    return false;
  *value = (unsigned)v.digits;
  return true;
}

/* 结对, 对接, 为民: is the character part of a word, and not what leads in? */
static bool is_compound(const gm_view *view, size_t i) {
  return gm_words_at(view, i, "对接 对标 对口 对照 对账 为民 将士") ||
         gm_words_before(view, i + 1, "结对 应对 核对 校对 行为 作为 参与 存在 现在 合并");
}

/* The end of the noun counted: 个 + up to two characters of attribute + a container noun; 0 when it is none. */
static size_t container_end(const gm_view *view, size_t at) {
  for (size_t skip = 0; skip <= 2; skip++) {
    if (skip && (!(view->cls[at + skip - 1] & GM_HAN) || gm_one_of(view, at + skip - 1, "等的和与及在是"))) return 0;
    size_t noun = gm_words_at(view, at + skip, CONTAINERS);
    if (noun) return gm_words_at(view, at + skip, "方面军") ? 0 : at + skip + noun;
  }
  return 0;
}

/* 八字方针 counts characters: CNT-07. */
static bool counts_characters(const gm_view *view, const gm_figure *figure) {
  return gm_one_of(view, gm_view_find(view, figure->number_end), "字");
}

/* The end of the figure's noun when it stands behind it, else of its unit. */
static size_t noun_behind(const gm_view *view, const gm_figure *figure, size_t unit_end) {
  return figure->noun_end > figure->noun_start && figure->noun_start >= figure->end
             ? gm_view_find(view, figure->noun_end)
             : unit_end;
}

/* A slip in counting is by one or two; a greater difference tells that the list is another one. */
static bool plausible_slip(unsigned claimed, unsigned listed) {
  unsigned difference = claimed > listed ? claimed - listed : listed - claimed;
  return difference <= (listed >= 6 ? 3u : 2u);
}

static bool names_persons(const gm_figure *figure) {
  return figure->unit && gm_units[figure->unit].unit_class == GM_CLASS_PERSON;
}

#define VERBAL_NOUNS "服务 建设 安排 支持 保障 组织 参与 整改 落实 采购 推进 帮扶 慰问 发布 办理"
#define NOUN_BEFORE  4u /* characters before one of these that make it a noun */

/* Does a word of BREAKS stand anywhere in [from, to), outside of quotes? One that is `all` of it is an item:
 * 人才、组织. */
static bool broken(const gm_view *view, size_t from, size_t to, bool all) {
  for (size_t i = from; i < to; i++) {
    size_t word = view->cls[i] & (GM_IN_QUOTE | GM_IN_TITLE) ? 0 : gm_words_at(view, i, BREAKS);
    if (word == 1 && i + 1 < to && gm_one_of(view, i, "设建列达获前后余过")) continue; /* 设施, 建筑 */
    /* 智能配套服务: behind so much it is a noun; 产业帮扶和就业帮扶 */
    if (word && i > from && i + word < to && gm_joint_at(view, i + word) && gm_words_at(view, i, VERBAL_NOUNS) == word)
      continue;
    if (word && i > from + 1 && i + word + 1 == to && gm_one_of(view, to - 1, "局厅委署"))
      continue; /* 住房城乡建设局 */
    if (word && i + word == to && i - from >= NOUN_BEFORE && gm_words_at(view, i, VERBAL_NOUNS) == word) continue;
    if (word && !(all && word > 1 && i == from && i + word == to)) return true;
  }
  return false;
}

#define ADDED "加上 再加上 外加"

/* 甲、乙、丙3个部门和丁、戊2个乡镇: a list that its own count closes ends before the next one begins. Gives the first
 * character behind such a count between the clause's start and `end`, 0 when there is none. */
static size_t behind_counted_list(const gm_line_check *check, size_t index, size_t end, unsigned claimed) {
  const gm_view *view = check->view;
  if (!index) return 0;
  const gm_figure *before = &check->figures->items[index - 1];
  unsigned value;
  if ((before->kind != GM_FIGURE_QUANTITY && before->kind != GM_FIGURE_CLAIM) || !whole_count(view, before, &value))
    return 0;
  if (before->sentence != check->figures->items[index].sentence) return 0;
  size_t unit_end = gm_view_find(view, before->unit_end > before->number_end ? before->unit_end : before->number_end);
  if (gm_one_of(view, unit_end, "的")) return 0; /* 排名前三位的甲、乙、丙3个县 */
  size_t noun = container_end(view, unit_end);
  if (!noun) noun = noun_behind(view, before, unit_end);
  if (noun == unit_end || noun >= end) return 0;
  size_t added = gm_find_word(view, unit_end, noun + 1, ADDED); /* 五个科研所加上水文、测绘…六个所 */
  if (added != SIZE_MAX) noun = added;
  size_t joint = gm_words_at(view, noun, "和 与 及 以及 暨 、 ， ，以及 " ADDED);
  if (!joint || noun + joint >= end) return 0;
  /* 江北五门闸工程、甲渠、乙堰3个工程: a number in the name of the first item, with no list of its own before it. */
  gm_list whole;
  if (gm_is_lone(view, gm_view_find(view, before->start))) {
    gm_list_before(view, 0, end, &whole);
    if (!whole.too_long && claimed >= whole.count && claimed <= whole.count + whole.joints) return 0;
  }
  return noun + joint;
}

/* 进机关、进企业、进学校“三进”: what is counted begins every item; a lead-in may stand before the first. */
static bool shared_beginning(const gm_view *view, const gm_list *list, size_t at, unsigned least) {
  size_t i = list->start[0];
  while (i < list->end[0] && view->cp[i] != view->cp[at]) i++;
  if (i + 1 >= list->end[0] || list->count < least) return false;
  for (unsigned n = 1; n < list->count; n++)
    if (view->cp[list->start[n]] != view->cp[at] || list->end[n] < list->start[n] + 2) return false;
  return true;
}

/* “甲点单、乙派单、丙评单”三单制度: what is counted is the ending of every item, or its beginning. The end of the word,
 * 0 when it is neither. */
static size_t shared_word(const gm_view *view, const gm_list *list, size_t at) {
  if (!(view->cls[at] & GM_HAN)) return 0;
  if (shared_beginning(view, list, at, 3)) return at + 1;
  for (unsigned n = 0; n < list->count; n++) {
    size_t end = list->end[n];
    while (end > list->start[n] && view->cls[end - 1] & GM_PUNCT) end--;
    if (end == list->start[n] || view->cp[end - 1] != view->cp[at]) return 0;
  }
  return at + 1;
}

/* "3", or "3至4" where a 和 may part two. */
static gm_quote how_many(const gm_list *list, gm_language language) {
  gm_quote quote;
  if (list->joints)
    snprintf(quote.text, sizeof quote.text, language == GM_ENGLISH ? "%u to %u" : "%u至%u", list->count,
             list->count + list->joints);
  else
    snprintf(quote.text, sizeof quote.text, "%u", list->count);
  return quote;
}

/* Has CNT-07 spoken of the figure: one fault, one finding? */
static bool is_spoken_of(const gm_line_check *check, const gm_figure *figure) {
  for (size_t i = check->out->list.count; i-- > 0;)
    if (check->out->list.items[i].start.byte <= figure->start && check->out->list.items[i].end.byte > figure->start)
      return true;
  return false;
}

/* 甲线、乙线两大干线四个方向: is the list up to `end` that of the count right before, to which it comes? */
static bool counted_within(const gm_line_check *check, size_t index, const gm_list *list, size_t end) {
  const gm_view *view = check->view;
  const gm_figure *before = index ? &check->figures->items[index - 1] : NULL;
  unsigned value;
  if (!before || (before->kind != GM_FIGURE_QUANTITY && before->kind != GM_FIGURE_CLAIM) ||
      gm_view_find(view, before->start) <= list->start[list->count - 1] || !whole_count(view, before, &value))
    return false;
  size_t unit_end = gm_view_find(view, before->unit_end > before->number_end ? before->unit_end : before->number_end);
  size_t noun = noun_behind(view, before, unit_end);
  if (noun == unit_end) noun = container_end(view, unit_end);
  return noun == end && value >= list->count && value <= list->count + list->joints;
}

/* 从甲、乙、丙中任选两项, 将甲、乙、丙分成两组: how many of them are taken, or what is made of them. */
#define TAKEN "任选 选 选出 选取 选择 挑选 抽取 抽出 抽 分成 分为 划分成 划分为 拆成 拆分为 合并为 合并成 整合为 合成 组成 之中 当中"

#define ALLOWANCES "补贴 补助 津贴 待遇 保险 救助"
#define RECEIVERS  "人 员 儿 户 老人 儿童 群众 家庭 学生 军属 职工"

/* 低保、孤儿与残疾人两项补贴: what the last of them are paid, who are not it. */
static bool is_paid_to_last(const gm_view *view, const gm_list *list, size_t unit_end) {
  return gm_words_at(view, unit_end, ALLOWANCES) != 0 &&
         gm_words_before(view, list->end[list->count - 1], RECEIVERS) != 0;
}

/* What is made of the words listed before it, and of nothing else. */
#define TENETS "原则 方针 理念 要求 标准 准则"

#define EACH_CHARS 4u /* from 依次 to the first of the values: 依次开会2次 */

/* 提名、薪酬与考核4个委员会，依次开会2次、5次、1次、3次: are as many values told behind as things are said to be? */
static bool gives_each_one(gm_line_check *check, size_t noun_end, unsigned claimed) {
  const gm_view *view = check->view;
  size_t clause = gm_find_mark(view, noun_end, gm_sentence_end(view, noun_end), "，");
  if (clause == SIZE_MAX || !gm_words_at(view, clause + 1, "依次 分别")) return false;
  const gm_links *links = gm_links_of(check);
  gm_terms values;
  unsigned first = 0;
  while (first < links->count && links->items[first].from < clause) first++;
  return first < links->count && links->items[first].from <= clause + 3 + EACH_CHARS &&
         gm_values_from(links, first, true, &values) && values.least == claimed;
}

static void check_list_before(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  unsigned claimed;
  if (!whole_count(view, figure, &claimed) || names_persons(figure)) return;
  size_t number = gm_view_find(view, figure->start), bare = number;
  if (!number || view->cls[number] & (GM_IN_TITLE | GM_IN_PAREN) || counts_characters(view, figure)) return;
  if (number > 1 && view->cls[number - 1] & GM_SPACE && view->cls[number] & GM_DIGIT) bare--; /* 丙學院 3 所學校 */
  size_t end = bare;
  /* 健全甲、乙、丙“三项制度”: the list stands before the quote. */
  if (gm_one_before(view, end, "“")) {
    end--;
    /* 午餐补助、校车“三项补贴”等标准: one of several, with its quote */
    size_t close = gm_find_word(view, number, gm_view_next_before(view, number, view->count, GM_PAUSE | GM_STOP), "”");
    if (close != SIZE_MAX && gm_and_so_on(view, close + 1, close + 2) != SIZE_MAX) return;
  }
  end -= gm_words_before(view, end, "共 这 合计 以上 上述 共计 等共 一共");
  bool tenets = false; /* 坚持自愿参加、因材施教、量力而行的三项原则 */
  /* 来自甲、乙、丙的3个省市: 的 before what can only be they. “早发现、早报告”的“两早” */
  if (end > 2 && gm_one_before(view, end, "的")) {
    bool places =
        gm_words_at(view, gm_view_find(view, figure->unit_end), "省市 省份 省区市 省 城市 国家 县市 县区 区县") != 0;
    /* 从人防到技防、从被动到主动的“三个转变” */
    bool turns =
        gm_words_at(view, gm_view_find(view, figure->number_end), "个转变 个转换 个跨越 个跃升 个飞跃 大转变 大跨越") &&
        gm_find_word(view, gm_view_behind_last(view, 0, end - 1, GM_PUNCT), end, "从 由") != SIZE_MAX;
    tenets = gm_words_at(view, gm_view_find(view, figure->unit_end), TENETS) != 0;
    if (places || turns || tenets || (end != bare && gm_one_before(view, end - 1, "”"))) end--;
  }
  if (!end || !(view->cls[end - 1] & GM_HAN || gm_one_before(view, end, "”》’"))) return;
  if (gm_words_before(view, end, "和 与 及 以及 暨")) return; /* 9个部门、6个乡镇和4户企业: each with its own */
  if (gm_words_before(view, end, TAKEN)) return;
  if (gm_is_lone(view, end)) return;                          /* most of them */
  gm_list list;
  size_t floor = behind_counted_list(check, index, end, claimed);
  gm_list_before(view, floor, end, &list);
  bool begins = floor && list.count && list.start[0] == floor;
  if (list.too_long || list.count < 2 || (tenets && !gm_list_of_one_length(&list))) return;
  /* 氮、磷、钾中两种: some of them; 附中4支 is a name */
  if (gm_one_before(view, end, "中") &&
      list.end[list.count - 1] - list.start[list.count - 1] == list.end[list.count - 2] - list.start[list.count - 2] + 1)
    return;
  size_t unit_end = gm_view_find(view, figure->unit_end > figure->number_end ? figure->unit_end : figure->number_end);
  size_t noun = container_end(view, unit_end);
  if (!noun && figure->unit_end > figure->unit_start) /* 四方面: the noun itself is read as the unit */
    noun = container_end(view, gm_view_find(view, figure->number_end));
  bool all_quoted = list.quoted == list.count, any_noun = false;
  /* 来自甲坡、乙坡的5个采茶队: what is of them is not they. */
  if (gm_one_before(view, list.end[list.count - 1], "的") && !all_quoted) return;
  /* “三亮”“三比”“三争”: a slogan among others counts none of them. */
  if (all_quoted && end != bare && view->cls[list.start[list.count - 1] + 1] & GM_NUMERAL) return;
  /* 三代核电, 机场四期: names. */
  if (gm_one_of(view, unit_end - 1, "代轮级") || (!all_quoted && gm_one_of(view, unit_end - 1, "期"))) return;
  /* Behind three items and more any noun of a common measure word is what they are: 甲、乙、丙3个码头. */
  if (!noun && list.count + list.joints >= 3 && gm_one_before(view, unit_end, MEASURES) &&
      view->cls[unit_end] & GM_HAN && !gm_joint_at(view, unit_end) && /* 跳绳、现代五项等, a name */
      gm_and_so_on(view, unit_end, unit_end + 1) == SIZE_MAX) {
    noun = noun_behind(view, figure, unit_end);
    any_noun = true;
  }
  /* 改善重点为分流预约、整并柜台、更新指标三项。 */
  if (!noun && gm_one_before(view, unit_end, "项类种点") && gm_list_of_one_length(&list) &&
      (unit_end >= view->count || view->cls[unit_end] & GM_STOP)) {
    noun = unit_end;
    any_noun = true;
  }
  if (!noun && !all_quoted && !(noun = shared_word(view, &list, gm_view_find(view, figure->number_end)))) return;
  /* 四部门: the noun is read as the unit */
  size_t counted = noun <= unit_end ? gm_view_find(view, figure->number_end) + 1 : unit_end;
  if (noun && gm_list_shares_count(view, &list, counted, noun)) return;
  unsigned last = list.count - 1;
  /* 一类、二类和三类, 东二方面军、东四方面军: ordinals, not a count. */
  size_t unit = gm_view_find(view, figure->number_end);
  for (unsigned n = 0; n < list.count; n++)
    for (size_t i = list.start[n]; i + 1 < list.end[n]; i++)
      if (view->cls[i] & (GM_NUMERAL | GM_DIGIT) &&
          (view->cp[i + 1] == view->cp[unit_end - 1] || view->cp[i + 1] == view->cp[unit]))
        return;
  if (end != bare && !gm_list_of_one_length(&list) && gm_list_leads_to_quote(view, &list)) return;
  gm_list late;
  bool joined = gm_list_joined_surely(view, &list);
  if (!gm_list_of_one_length(&list) && !joined && broken(view, list.start[last], list.end[last], end == bare)) return;
  if (!gm_list_alike(view, &list) && gm_list_begins_late(view, &list, claimed, &late)) {
    list = late;
    last = list.count - 1;
    begins = true;
  }
  if (!gm_list_alike(view, &list) || gm_list_ends_in_name(view, &list) || gm_list_ends_in_clause(view, &list) ||
      gm_list_ends_in_verb(view, &list) || gm_list_ends_in_item(view, &list, number, noun ? noun : unit_end) ||
      counted_within(check, index, &list, end))
    return;
  if (claimed >= list.count + joined && claimed <= list.count + list.joints) return;
  bool far = !plausible_slip(claimed, list.count), sure = gm_list_is_sure(view, &list, claimed);
  if (gm_list_begins_within(view, &list, claimed) || (far && !sure)) return;
  /* 落实学校、年级、班级“六个制度”: a label tells what is listed */
  if (far && end == bare && !gm_list_is_counted(view, &list, unit_end, noun)) return;
  /* 独唱证书等3种证书, 独唱证书等目前在用3种证书 */
  if (claimed > list.count && gm_list_left_open(view, &list)) return;
  if (claimed < list.count + joined) {
    if (end == bare && is_paid_to_last(view, &list, unit_end)) return;
    /* Fewer than listed: earlier items may belong to another phrase. */
    for (unsigned n = 0; n < list.count && !joined && !sure; n++) {
      if (n && list.end[n] - list.start[n] > 8 && !all_quoted) return;
      for (size_t i = list.start[n] + (n ? 0 : list.end[0] - list.start[0]); i < list.end[n]; i++)
        if (gm_words_at(view, i, "的 等 和 对 在 以及 从 把 将 为 及 与 并 通过 围绕") && !is_compound(view, i)) return;
    }
  } else if (!begins && gm_list_may_begin_before(view, &list)) {
    return;
  }
  size_t stop = noun ? noun : unit_end;
  if (is_spoken_of(check, figure) || gives_each_one(check, stop, claimed)) return;
  gm_report_line(check, number, stop);
  if (list.joints || list.open || any_noun || far) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：前面列出%s项（%s……%s），与“%s”不符",
         "“%s”: %s listed before it (%s … %s), “%s” said", gm_quote_line(view, number, stop).text,
         how_many(&list, check->language).text, gm_quote_line(view, list.start[0], list.end[0]).text,
         gm_quote_line(view, list.start[last], list.end[last]).text, gm_quote_line(view, number, unit_end).text);
  gm_relate_list(check, &list);
}

void gm_check_list_then_count(gm_line_check *check) {
  for (uint32_t i = 0; i < check->figures->count; i++)
    if ((GM_KIND(QUANTITY) | GM_KIND(CLAIM)) >> check->figures->items[i].kind & 1) check_list_before(check, i);
  gm_check_counted_amounts(check);
}

#define DASH 0x2014u

#define LEADS \
  "—— —— 即 即： 分别是 分别为 分别是： 分别为： 包括 即是 也就是 ： 包括： 它们是 依次是 依次为 具体是 具体为"

static bool fits(const gm_view *view, const gm_list *list, unsigned claimed) {
  return !list->too_long && claimed >= list->count + gm_list_joined_last(view, list) &&
         claimed <= list->count + list->joints;
}

#define BRACKETED_LEAST 3u /* fewer are other words for what is counted: 4个乡镇（街道、园区） */

/* 4个内设机构（综合科、业务科、执法科、监督科）: the list that fills the brackets at `open`, one more or less than
 * said. */
static void check_bracketed(gm_line_check *check, size_t index, size_t number, size_t open, unsigned claimed) {
  const gm_view *view = check->view;
  gm_list list;
  if (names_persons(&check->figures->items[index]) ||
      gm_words_at(view, open + 1, "含 包括 其中 不含 如 以下 简称 即 见"))
    return;
  gm_list_behind(view, open + 1, GM_DUN, &list);
  if (list.open || list.too_long || list.joints || list.count < BRACKETED_LEAST || !gm_list_alike(view, &list) ||
      !gm_one_of(view, list.end[list.count - 1], "）") || (claimed != list.count + 1 && claimed + 1 != list.count) ||
      (gm_one_before(view, number, "“") && shared_beginning(view, &list, number + 1, 3))) /* CNT-07 */
    return;
  for (unsigned n = 0; n < list.count; n++) {
    if (list.end[n] - list.start[n] < 2) return;
    for (size_t i = list.start[n]; i < list.end[n]; i++)
      if (!(view->cls[i] & GM_HAN) || (view->cls[i] & GM_NUMERAL && view->cp[i] != GM_SLOGAN_ZERO)) return;
  }
  if (gm_one_before(view, number, "“")) number--; /* “四个零”目标（ */
  gm_report_line(check, number, open);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：括号内列出%u项（%s……%s），不是%u项",
         "“%s”: %u listed in the brackets (%s … %s), not %u", gm_quote_line(view, number, open).text, list.count,
         gm_quote_line(view, list.start[0], list.end[0]).text,
         gm_quote_line(view, list.start[list.count - 1], list.end[list.count - 1]).text, claimed);
  gm_relate_list(check, &list);
}

/* 2.6公里, and not 12路: does an amount or a percentage begin at the character? */
static bool has_value_at(gm_line_check *check, size_t at) {
  for (uint32_t i = 0; i < check->figures->count; i++) {
    const gm_figure *f = &check->figures->items[i];
    if (f->start == check->view->raw_at[at])
      return f->kind == GM_FIGURE_PERCENT || f->kind == GM_FIGURE_MONEY || f->kind == GM_FIGURE_DURATION ||
             (f->kind == GM_FIGURE_QUANTITY && f->unit && !(f->roles & GM_ROLE_NUMBER_NAME));
  }
  return false;
}

/* 甲站的抢修班、营业班，乙站的抢修班，丙站的作业班: how many there are where ， parts those of several, all ending
 * alike (班), and 、 those of one; 0 where they end otherwise. */
static unsigned count_of_both_levels(const gm_view *view, const gm_list *comma) {
  unsigned parts = comma->count;
  for (unsigned n = 0; n < comma->count; n++) {
    if (view->cp[comma->end[n] - 1] != view->cp[comma->end[0] - 1]) return 0;
    for (size_t i = comma->start[n]; i < comma->end[n]; i++) parts += view->cp[i] == GM_DUN;
  }
  return parts;
}

/* 5个班各栽3棵：: does a count of the same clause part what is counted among them? */
static bool is_of_each(const gm_line_check *check, size_t index, size_t number) {
  const gm_view *view = check->view;
  unsigned value;
  if (!index || !whole_count(view, &check->figures->items[index - 1], &value)) return false;
  size_t before = gm_view_find(view, check->figures->items[index - 1].end);
  return before >= gm_clause_start(view, number) && before < number &&
         gm_find_word(view, before, number, "各 每 均 都") != SIZE_MAX;
}

/* 5次：1月2次、2月1次、12月2次: does each item end in a count by the same unit? What they come to is AR-01's. */
static bool are_counts(const gm_view *view, const gm_list *list, size_t unit, size_t length) {
  for (unsigned n = 0; n < list->count; n++)
    if (list->end[n] < list->start[n] + length + 1 ||
        !(view->cls[list->end[n] - length - 1] & (GM_DIGIT | GM_NUMERAL)) ||
        !gm_reads_alike(view, list->end[n] - length, unit, length))
      return false;
  return length && list->count;
}

/* 7层：规划科、项目科、法规科: does a number that tells which one of several open the line? */
static bool is_label(const gm_view *view, size_t number, size_t unit_end) {
  size_t first = 0;
  while (first < number && view->cls[first] & GM_SPACE) first++;
  return first == number &&
         gm_words_before(view, unit_end, "层 楼 栋 幢 座 号 号楼 桌 组 队 班 排 室 区 车 号车 期 批 届 岁");
}

/* N个X，即A、B、C. Any separator that gives N accepts; the strongest that parts like items is held against it. */
static void check_list_behind(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  unsigned claimed;
  if (figure->kind != GM_FIGURE_QUANTITY && figure->kind != GM_FIGURE_CLAIM) return;
  if (!whole_count(view, figure, &claimed)) return;
  size_t number = gm_view_find(view, figure->start);
  if (view->cls[number] & (GM_IN_TITLE | GM_IN_PAREN) || counts_characters(view, figure)) return;
  if (gm_check_steps(check, index, claimed)) return;
  if (figure->kind == GM_FIGURE_CLAIM && figure->parts[0] > 1 && !(figure->roles & GM_ROLE_QUOTE)) {
    gm_check_members(check, number, gm_view_find(view, figure->end)); /* 三包三定：包宣传、… */
    return;
  }
  size_t unit_end = gm_view_find(view, figure->unit_end > figure->number_end ? figure->unit_end : figure->number_end);
  /* The lead word stands at most a short noun away. */
  size_t at = unit_end;
  while (at < view->count && at - unit_end < 10 && !(view->cls[at] & (GM_PAUSE | GM_STOP)) && view->cp[at] != DASH)
    at++;
  size_t open = unit_end;
  while (open < at && !gm_one_of(view, open, "（")) open++;
  if (gm_one_of(view, open, "（")) check_bracketed(check, index, number, open, claimed);
  if (!is_spoken_of(check, figure) && !names_persons(figure)) gm_check_bodies(check, number, unit_end, claimed);
  /* 三个重点村即甲、乙、丙 */
  size_t is = gm_find_word(view, unit_end + 1, at, "即 也就是 分别是 分别为");
  size_t item = is == SIZE_MAX ? 0 : is + gm_words_at(view, is, "即 也就是 分别是 分别为");
  if (item && !(view->cls[item] & (GM_DIGIT | GM_NUMERAL)) && gm_find_word(view, unit_end, is, "的") == SIZE_MAX &&
      !gm_words_at(view, is, "即将 即使 即可 即便 即时 即日 即墨") &&
      !gm_words_at(view, is - 1, "立即 随即 当即 旋即 亦即"))
    at = is;
  else if (!gm_one_of(view, at, "，：—"))
    return;
  /* 四项测试中的三项——甲、乙和丙: those told of the four are listed. */
  size_t among = gm_find_word(view, unit_end, at, "中的 里的 之中的");
  if (among != SIZE_MAX && gm_view_next_before(view, among, at, GM_NUMERAL | GM_DIGIT) < at) return;
  size_t noun_end = at;
  if (gm_one_of(view, noun_end - 1, "”")) noun_end--;
  if (gm_one_of(view, at, "，")) at++;
  size_t lead = gm_words_at(view, at, LEADS);
  if (!lead) return;
  bool colon_only = lead == 1 && gm_one_of(view, at, "：");
  if (colon_only && at == unit_end && is_label(view, number, unit_end)) return;
  at += lead;
  if (gm_words_at(view, at, "一方面 一面")) return;      /* two clauses, each with lists of its own */
  bool bare = colon_only && !gm_one_of(view, at, "“《"); /* a bare colon leads in much else */
  if (names_persons(figure)) return;                     /* names with titles part in too many ways */
  /* 三个标段，分别为2.6公里、3.1公里: CNT-06. */
  if (gm_words_before(view, at, "分别为 分别是") && view->cls[at] & GM_DIGIT && has_value_at(check, at)) return;
  gm_list dun, comma, semicolon;
  gm_list_behind(view, at, GM_DUN, &dun);
  gm_list_behind(view, at, GM_COMMA, &comma);
  gm_list_behind(view, at, GM_SEMICOLON, &semicolon);
  /* 三个中心讲了两点要求：: the number nearest to the colon counts */
  bool nearest = gm_view_next_before(view, unit_end, noun_end, GM_NUMERAL | GM_DIGIT) >= noun_end;
  if (bare && nearest && gm_check_colon(check, number, noun_end, at, claimed, &dun, &comma, &semicolon)) return;
  if (dun.open || dun.too_long || dun.count < 2) return;
  bool places = gm_one_before(view, noun_end, "国家省份区市") && gm_list_of_places(view, &dun);
  if (bare && !places &&
      (dun.count < 3 || !(gm_list_fills_clause(view, &dun) || gm_list_ends_in_noun(view, &dun, unit_end, noun_end))))
    return;
  /* “三个一”：一支队伍…; “三亮”：亮身份、亮标准: CNT-07. */
  if (gm_one_before(view, number, "“") && gm_words_at(view, unit_end, "一”")) return;
  if (gm_one_before(view, number, "“") && gm_one_of(view, unit_end, "”") && shared_beginning(view, &dun, number + 1, 2))
    return;
  if (fits(view, &dun, claimed) || (semicolon.count > 1 && fits(view, &semicolon, claimed))) return;
  if (is_of_each(check, index, number) || gm_list_is_parting(view, at, &dun)) return;
  size_t measure = gm_view_find(view, figure->number_end);
  unsigned earlier = gm_list_joined_before(view, number, measure);
  if (earlier > 1) return; /* 三个园区和四个县：: told of the first */
  if (earlier && fits(view, &dun, claimed + earlier)) return;
  unsigned joined = gm_list_joined_behind(view, measure, unit_end, noun_end);
  if (joined && fits(view, &dun, joined)) return; /* those of one of them */
  claimed += joined;
  if (joined && fits(view, &dun, claimed)) return;
  if (gm_list_extend(view, &dun) && fits(view, &dun, claimed)) return;
  /* 四大方向，包括甲、乙和丙等内容: fewer than said tell nothing. */
  size_t last = dun.count - 1;
  if (gm_and_so_on(view, dun.start[last], dun.end[last]) != SIZE_MAX && claimed > dun.count) return;
  if (gm_words_before(view, at, "包括 包括：") && gm_list_fits_before(view, number, claimed)) return;
  /* Two levels: commas part the items and 、 stands within some of them. */
  bool every = comma.count > 1;
  for (unsigned n = 0; n < comma.count && every; n++) {
    bool parted = false;
    for (size_t i = comma.start[n]; i < comma.end[n]; i++) parted = parted || view->cp[i] == GM_DUN;
    every = parted;
  }
  if (every && fits(view, &comma, claimed)) return;
  if (comma.count > 1 && count_of_both_levels(view, &comma) == claimed) return;
  if (semicolon.count > 1) return;
  if (!gm_list_alike(view, &dun) || is_spoken_of(check, figure) || are_counts(view, &dun, measure, unit_end - measure))
    return;
  bool far = !plausible_slip(claimed, dun.count);
  if (far && !places && !gm_list_is_sure(view, &dun, claimed)) return;
  size_t close = gm_one_before(view, number, "“") ? gm_find_word(view, unit_end, noun_end, "”") : SIZE_MAX;
  if (close != SIZE_MAX) noun_end = close; /* “六化”工作法 */
  gm_report_line(check, number, noun_end);
  if (far) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：后面列出%u项（%s……%s），不是%u项",
         "“%s”: %u listed behind it (%s … %s), not %u", gm_quote_line(view, number, noun_end).text,
         dun.count + gm_list_joined_last(view, &dun), gm_quote_line(view, dun.start[0], dun.end[0]).text,
         gm_quote_line(view, dun.start[dun.count - 1], dun.end[dun.count - 1]).text, claimed);
  gm_relate_list(check, &dun);
}

void gm_check_count_then_list(gm_line_check *check) {
  for (uint32_t i = 0; i < check->figures->count; i++)
    if ((GM_KIND(QUANTITY) | GM_KIND(CLAIM)) >> check->figures->items[i].kind & 1) check_list_behind(check, i);
}
