/* What a list is part of: whether the clause before it may hold the first of its items, whether its ends are of
 * something else. */
#include "check/list.h"

#define PART_CHARS 9u /* a part of a list before its comma, and the comma */

bool gm_list_of_one_length(const gm_list *list) {
  size_t length = list->count < 3 ? 0 : list->end[1] - list->start[1];
  for (unsigned n = 2; n < list->count; n++)
    if (list->end[n] - list->start[n] != length) return false;
  return length && list->end[0] - list->start[0] >= length;
}

/* The clause before may be the first half of the list: 甲，乙、丙三个方面. Not when a word leads the list in, or the
 * first item is so much longer than the others that it must hold one. */
static bool led_in(const gm_view *view, const gm_list *list) {
  for (size_t i = list->start[0]; i < list->end[0]; i++)
    if (gm_words_at(view, i,
                    "从 在 对 围绕 就 以 聚焦 由 按 按照 通过 针对 抓好 做好 健全 完善 落实 坚持 建立 向 到 把 将 抓 "
                    "建 新增 计划 开设 设立 推出 包括 实施 开展 组织 推进 编印 做强 做大 用好 形成 打造 构建 加快 强化 "
                    "提升 优化 推动 "
                    "实现 突出 紧扣 "
                    "统筹 依托 把握 培育 发展 壮大 涵盖 覆盖 涉及 深化 筑牢 守住 瞄准 集聚 建强 建成 旗下 即 有"))
      return true;
  size_t longest = 0;
  for (unsigned n = 1; n < list->count; n++)
    if (list->end[n] - list->start[n] > longest) longest = list->end[n] - list->start[n];
  if (gm_list_of_one_length(list) && list->end[0] - list->start[0] > longest) return true;
  return list->end[0] - list->start[0] > longest + 3;
}

/* A clause that tells no more than when or where. */
#define MOMENTS                                                                                                                                                   \
  "刚才 会上 会前 会后 随后 近日 日前 目前 同时 此外 当天 现场 期间 会议期间 活动中 活动期间 活动现场 近年来 今年 " \
  "今年以来 去年 当晚 上午 下午 最后 接着 首先 一年来 截至目前 在会上 在现场 "                                                     \
  "至此 如今 此前 其中 为此 总体上"

#define BODY_LEAST   3u /* bodies listed whose names all end alike */
#define CLAUSE_LEAST 5u /* characters of a clause that is no short name: 武警 */
#define LISTED_ENDS  "局委办院厅联部处科所站司社校镇乡村县市区州馆厂队团"
/* What the name of a body or of a place may end in. */
#define NAME_ENDS                                                                                                                                                               \
  "局委办院厅联部处科所站司社校镇乡村县市区州馆厂队团会道街心场园点行府警军学业企商方店铺房室组班庭署台库港矿圈带盟旗" \
  "派"

/* 寒潮来临前夜，县农业局、县林业局、县住建局: do all listed end alike as bodies do, and is the clause before, which
 * ends at `end`, none of them for certain? */
static bool is_no_body(const gm_view *view, const gm_list *list, size_t at, size_t end) {
  if (list->count < BODY_LEAST || end < at + CLAUSE_LEAST) return false;
  for (unsigned n = 0; n < list->count; n++)
    if (view->cp[list->end[n] - 1] != view->cp[list->end[0] - 1]) return false;
  return gm_one_before(view, list->end[0], LISTED_ENDS) && view->cls[end - 1] & GM_HAN &&
         !gm_one_before(view, end, NAME_ENDS);
}

/* Does a clause end before the list that may hold the first of it? What is longer than an item does not. */
static bool comma_before(const gm_view *view, const gm_list *list) {
  size_t start = list->start[0], at = start;
  if (!start || !gm_one_before(view, start, "，；")) return false;
  /* 会同县消防救援大队，甲局、乙局三个部门: however long, it is one of them */
  if (gm_words_at(view, gm_clause_start(view, start - 1), "会同 协同 连同 联合 联手 携手")) return true;
  for (at--; at && !(view->cls[at - 1] & (GM_PAUSE | GM_STOP)) && start - at <= PART_CHARS;) at--;
  if (gm_words_at(view, at, MOMENTS) == start - 1 - at) return false;
  /* 21日， 3月， 3月5日上午， */
  size_t day = start - 1;
  day -= gm_words_before(view, day, "上午 下午 中午 晚上 晚 当晚 清晨 早上 傍晚 凌晨 起");
  if (day > 1 && gm_one_before(view, day, "日月年") && view->cls[day - 2] & (GM_DIGIT | GM_NUMERAL)) return false;
  /* 规模以上工业中， 学期初， 汛期以来， */
  if (gm_one_before(view, start - 1, "中初末底际时") ||
      gm_words_before(view, start - 1,
                      "以来 期间 之后 之前 前夜 前夕 当晚 当夜 昨夜 昨晚 昨天 深夜 夜里 凌晨 清晨 傍晚 时分 过后"))
    return false;
  if (is_no_body(view, list, at, start - 1)) return false;
  if (gm_one_before(view, start - 1, "前后") && !gm_one_before(view, list->end[list->count - 1], "前中后"))
    return false; /* 节前，甲局、乙局两个部门, and not 产前，产中、产后 */
  /* 由分管副县长牵头，: a person is none of the bodies listed */
  if (gm_words_before(view, start - 1, "牵头 主持 带队 负责 挂帅 任组长") &&
      gm_find_word(view, at, start, "长 书记 主任 主席 领导") != SIZE_MAX)
    return false;
  return start - at <= PART_CHARS;
}

/* 同行的威胁，潜在进入者的威胁、替代品的威胁: does the clause before the list end as its first item does, or tell whose
 * its own are as that does: 云桥镇的柳庄、潘庄，石桥镇的马塘、西渡? */
static bool goes_on_over_comma(const gm_view *view, const gm_list *list) {
  size_t start = list->start[0], end = list->end[0];
  if (start < 4 || !gm_one_before(view, start, "，") || end < start + 2) return false;
  /* 由甲校牵头，乙校、丙校、丁校四所: who leads them is one */
  if (gm_words_before(view, start - 1, "牵头 主办 发起 带头 倡议 召集") &&
      gm_find_run(view, gm_clause_start(view, start - 1), start - 1, end - 1, 1) != SIZE_MAX)
    return true;
  size_t of = gm_find_word(view, start, end, "镇的 乡的 县的 区的 市的 街道的 省的 校的");
  return gm_reads_alike(view, start - 3, end - 2, 2) ||
         (of != SIZE_MAX &&
          gm_find_run(view, gm_clause_start(view, start - 1), start - 1, of, 2) != SIZE_MAX);
}

bool gm_list_may_begin_before(const gm_view *view, const gm_list *list) {
  return goes_on_over_comma(view, list) || (comma_before(view, list) && !led_in(view, list));
}

bool gm_list_ends_in_name(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  if (!gm_one_before(view, list->end[last], "省市区县州旗镇乡")) return false;
  /* The others go on behind the same word. */
  for (unsigned n = 0; n < last; n++) {
    size_t at = gm_find_run(view, list->start[n], list->end[n], list->end[last] - 1, 1);
    if (at == SIZE_MAX || at + 1 == list->end[n]) return false;
  }
  return true;
}

/* What has its subject before it and its object behind it, and is in no noun. */
#define CLAUSE_WORDS "将 已 仍 必须 应当 坚持 恪守 遵守 遵循 遵照 践行 履行 弘扬 围绕 聚焦 紧扣 依据 根据 按照"
/* Words with 将 and 已 that are no adverbs. */
#define NO_ADVERBS "将士 将领 将军 将来 将官 大将 健将 猛将 干将 名将 主将 老将 小将 虎将 已知"

/* The first of CLAUSE_WORDS in [from, to), SIZE_MAX when there is none. */
static size_t clause_word(const gm_view *view, size_t from, size_t to) {
  for (size_t at = from; (at = gm_find_word(view, at, to, CLAUSE_WORDS)) != SIZE_MAX; at++)
    if (!(view->cls[at] & (GM_IN_QUOTE | GM_IN_TITLE)) && !gm_words_at(view, at, NO_ADVERBS) &&
        !gm_words_before(view, at + 1, NO_ADVERBS))
      return at;
  return SIZE_MAX;
}

bool gm_list_ends_in_clause(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  size_t at = clause_word(view, list->start[last], list->end[last]);
  if (at == SIZE_MAX || at < list->start[last] + 2 || at + 2 >= list->end[last]) return false;
  for (unsigned n = 0; n < last; n++) /* 党员坚持标准、干部坚持原则: each is one */
    if (clause_word(view, list->start[n], list->end[n]) != SIZE_MAX) return false;
  return true;
}

/* Verbs that end no noun: what is counted behind them is their object. */
#define OBJECT_VERBS "坚持 遵守 恪守 遵循 遵照 围绕 聚焦 紧扣 按照"
/* Words that lead a count in, alone behind 、. */
#define COUNT_LEADS "分 分成 分为 共分 按 按照 从 就 在 以 由 向 对"
/* Words in which 地 ends no adverb. */
#define GROUNDS                                                                                                                                                \
  "用地 土地 基地 湿地 耕地 林地 草地 绿地 园地 场地 工地 农地 产地 驻地 属地 当地 内地 外地 各地 本地 领地 陆地 " \
  "盆地 "                                                                                                                                                    \
  "阵地 荒地 沙地 牧地 山地 营地 圣地 墓地 民地 的地 源地 在地 坡地 腹地 高地 低地 旱地 菜地 滩地 空地 闲地 "        \
  "地区 地方 地位 地点 地址 地面 地下 地图 地形 地理 地质 地震 地铁 地产 地块 地段 地带 地名 地标 地热 地灾"
#define ADVERB_CHARS 4u /* 大张旗鼓、持之以恒地 */
#define VERB_CHARS   4u

/* 大张旗鼓、持之以恒地宣传: are the items adverbs of four characters, and is what is left behind 地 a verb? */
static bool are_adverbs(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  size_t at = list->start[last] + ADVERB_CHARS;
  if (at + 1 >= list->end[last] || list->end[last] - at - 1 > VERB_CHARS || !gm_one_of(view, at, "地") ||
      gm_words_at(view, at, GROUNDS) || gm_words_before(view, at + 1, GROUNDS))
    return false;
  for (unsigned n = 0; n < last; n++)
    if (list->end[n] < list->start[n] + ADVERB_CHARS || (n && list->end[n] != list->start[n] + ADVERB_CHARS))
      return false;
  return true;
}

bool gm_list_ends_in_verb(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  size_t end = list->end[last];
  if (gm_words_at(view, list->start[last], COUNT_LEADS) == end - list->start[last] || are_adverbs(view, list))
    return true;
  if (!gm_words_before(view, end, OBJECT_VERBS)) return false;
  for (unsigned n = 0; n < last; n++) /* 对人民的坚持、对理想的坚持: each is one */
    if (!gm_words_before(view, list->end[n], OBJECT_VERBS)) return true;
  return false;
}

#define NAME_CHARS 3u /* of a person: one of them before the number and one behind it */

bool gm_list_ends_in_item(const gm_view *view, const gm_list *list, size_t number, size_t noun) {
  unsigned last = list->count - 1;
  size_t from = list->start[last], end = list->end[last], length = end - from;
  if (end != number || !gm_one_of(view, noun, "、")) return false;
  if (length >= 2 && list->end[last - 1] >= list->start[last - 1] + length &&
      gm_reads_alike(view, list->end[last - 1] - length, from, length))
    return true;
  if (noun - from != NAME_CHARS || length != 1) return false;
  for (unsigned n = 0; n < last; n++)
    if (list->end[n] < list->start[n] + 2) return false;
  return true;
}

bool gm_list_left_open(const gm_view *view, const gm_list *list) {
  for (unsigned n = 1; n < list->count; n++)
    if (gm_and_so_on(view, list->start[n], list->end[n]) != SIZE_MAX) return true;
  return list->open;
}

bool gm_list_begins_within(const gm_view *view, const gm_list *list, unsigned claimed) {
  if (claimed < 2 || claimed >= list->count) return false;
  unsigned within = list->count - claimed;
  size_t ending = list->end[0] - 1, shortest = SIZE_MAX, longest = 0;
  for (unsigned n = 1; n < within; n++)
    if (view->cp[list->end[n] - 1] != view->cp[ending]) return false;
  size_t at = gm_find_run(view, list->start[within] + 1, list->end[within] - 1, ending, 1);
  if (at == SIZE_MAX) return false;
  for (unsigned n = within + 1; n < list->count; n++) {
    size_t length = list->end[n] - list->start[n];
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
  }
  size_t first = list->end[within] - at - 1;
  return first >= shortest && first <= longest;
}

#define JOINS        "和 与 及 以及"
#define JOINED_CHARS 12u /* from a number to one that is joined to it: 四个街道以及一个 */

/* The count that begins at `at`, in 个 or in the measure word at `measure`; 0 when none does. */
static unsigned count_at(const gm_view *view, size_t at, size_t measure) {
  gm_numeral number;
  size_t n = gm_numeral_read(view, at, &number);
  if (!n || number.value.scale || number.value.digits < 1 || number.value.digits > GM_LIST_MAX) return 0;
  bool same = gm_one_of(view, at + n, "个") || gm_reads_alike(view, at + n, measure, 1);
  return same ? (unsigned)number.value.digits : 0;
}

unsigned gm_list_joined_behind(const gm_view *view, size_t measure, size_t from, size_t to) {
  for (size_t i = from + 1; i < to; i++) {
    size_t joint = gm_words_at(view, i, JOINS);
    unsigned joined = joint ? count_at(view, i + joint, measure) : 0;
    if (joined) return joined;
  }
  return 0;
}

unsigned gm_list_joined_before(const gm_view *view, size_t number, size_t measure) {
  size_t joint = gm_words_before(view, number, JOINS), from = number - joint;
  for (size_t i = from; joint && i && number - i < JOINED_CHARS && view->cls[i - 1] & (GM_HAN | GM_DIGIT); i--) {
    if (i > 1 && view->cls[i - 2] & (GM_NUMERAL | GM_DIGIT)) continue; /* within a number */
    unsigned joined = from - i > 2 ? count_at(view, i - 1, measure) : 0;
    if (joined) return joined;
  }
  return 0;
}

bool gm_list_is_parting(const gm_view *view, size_t at, const gm_list *list) {
  return gm_one_of(view, at, "分改划析撤并") && !gm_words_at(view, at, "分别") &&
         gm_find_word(view, at + 2, list->end[0], "为 成") != SIZE_MAX;
}

#define ATTRIBUTE_CHARS 2 /* a noun may be the attribute of the one that tells: 六个工作小组 */

/* Endings of bodies, places and levels, and the nouns that count these themselves. */
#define BODIES "院系校镇乡县市区村省局部处科厂所站馆司社组班级类型层期度"
#define BODY_NOUNS                                                                                                                                                   \
  "单位 部门 机构 企业 公司 高校 学校 学院 院系 系部 县市 市县 区县 县区 乡镇 镇街 街道 社区 村庄 行政村 地区 地方 "    \
  "城市 "                                                                                                                                                          \
  "国家 省份 片区 园区 校区 组织 主体 成员 团队 小组 工作组 班子 科室 委办局 场馆 场所 站点 网点 基地 阵地 窗口 党委 " \
  "总支 "                                                                                                                                                          \
  "处室 点位 地市 市州 村居 层面 层级 级别 类别 类型 方面 维度 阶段 环节 时期"

bool gm_list_shares_count(const gm_view *view, const gm_list *list, size_t unit_end, size_t noun) {
  for (unsigned n = 0; n < list->count; n++) /* an item may be empty: 、理学院 */
    if (list->end[n] == list->start[n] || view->cp[list->end[n] - 1] != view->cp[list->end[0] - 1]) return false;
  uint32_t ending = view->cp[list->end[0] - 1];
  if (!gm_one_of(view, list->end[0] - 1, BODIES)) return false;
  for (size_t i = unit_end ? unit_end - 1 : 0; i < noun + ATTRIBUTE_CHARS && i < view->count; i++)
    if (view->cp[i] == ending || gm_words_at(view, i, BODY_NOUNS)) return false;
  return true;
}

#define ACTS                                                                                                                                                     \
  "好 到 了 住 牢 实 把 将 以 用 按 提高 加快 扩大 推进 改进 实行 推行 执行 履行 践行 开展 拓展 发展 建设 实施 打造 " \
  "塑造 "                                                                                                                                                      \
  "增强 加强 强化 深化 优化 提升 坚持 支持 保持 建立 树立 确立 完善 推动 带动 突破 打破 力争 荣获 获得 维护 守护 "   \
  "坚守 "                                                                                                                                                      \
  "领悟 领会 感悟 理解 认清 牢记 铭记 掌握 拥护 捍卫 遵守 恪守 严守 响应 适应 结合 符合 按照 依据 根据 围绕 聚焦 "   \
  "紧扣 纠治 形成 办成 建成 完成 培育 弘扬 发扬 传承 "                                                                                       \
  "把握 "                                                                                                                                                      \
  "贯彻 实现 突出 体现 彰显 统筹 协调"

bool gm_list_leads_to_quote(const gm_view *view, const gm_list *list) {
  if (gm_words_before(view, list->end[list->count - 1], ACTS)) return true;
  for (unsigned n = 0; n + 1 < list->count; n++)
    if (gm_one_before(view, list->end[n], "”") && !gm_one_before(view, list->end[list->count - 1], "”")) return true;
  return false;
}
