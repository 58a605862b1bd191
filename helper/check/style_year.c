/* STY-05: years written with two digits, after GB/T 15835-2011, 5.1.4. */
#include "check/dates.h"
#include "check/families.h"
#include "check/words.h"

#define SUBJECT_CHARS 8 /* who it happened to, between 20年 and the verb */

#define OURSELVES \
  "该校 我校 学校 该院 我院 医院 该县 我县 该镇 我镇 该村 我村 该局 我局 该市 我市 该区 我区 公司 我司 集团 该馆 我馆"

/* Does a count or 次 in the clause say that it happened often: 18年获评先进12次? */
static bool happens_often(const gm_view *view, size_t at) {
  size_t reach = view->count - at < GM_REACH_CHARS ? view->count : at + GM_REACH_CHARS;
  size_t end = gm_find_mark(view, at, reach, "，。；");
  if (end == SIZE_MAX) end = reach;
  for (size_t k = at; k < end; k++)
    if (gm_number_at(view, k) && gm_one_of(view, k + gm_number_at(view, k), "次届项个回人名篇本")) return true;
  return gm_find_word(view, at, end, "多次 屡次 先后 连续 连年 累计 每年 年年 各类 无数 数次 如一日") != SIZE_MAX;
}

/* 20年学校获评文明单位: what happens once is dated; a span of time takes no such verb, unless it is counted (建成12座).
 */
static bool dates_event(const gm_view *view, size_t year, size_t at) {
  bool ours = !gm_one_of(view, at - 2, "0") && gm_words_before(view, year, OURSELVES); /* 该校21年获评 */
  if ((ours && happens_often(view, at)) || (!gm_clause_starts(view, year) && !ours) ||
      gm_words_at(view, at, "级 制 期 内 里 中 共 累计 累积 连续 先后 如一日 磨一剑"))
    return false;
  for (size_t k = at + (ours ? 0 : 2); k < view->count && k - at <= SUBJECT_CHARS && view->cls[k - 1] & GM_HAN; k++) {
    size_t verb = gm_words_at(view, k,
                              "获评 获批 荣获 获得 被评为 被授予 被认定为 入选 成立 挂牌 建成 投产 开园 开馆 开工 竣工 "
                              "毕业于 当选 出台 印发 创办 创建 上市");
    if (verb)
      return !gm_number_at(view, k + verb) && !gm_words_at(view, k + verb, "了 过 多 各 数 路 史 历程 之路 庆 纪念");
  }
  return false;
}

#define ONCE                                                                                                                                                         \
  "建成 修建 兴建 新建 始建 建造 翻建 改建 落成 竣工 开工 动工 投产 通车 成立 组建 创办 创建 创立 开办 设立 "              \
  "撤销 修订 制定 制订 发布 编制 签订 建立 启用 开业 装修 投用 立项 批复 开通 发表 出版 录制 "                                   \
  "合并 改制 毕业 参加工作 入伍 参军 退伍 转业 入党 入职 退休 出生 调入 调任 结婚 考上 考入 出台 颁布 印发 购置 购买 " \
  "购进 引进 栽种 栽植 发现 出土 投运 并网 通水 通电 通航 开园 开馆 挂牌 上市 扩建 迁建 迁入 更名 升格 转制 铺设 "       \
  "敷设 架设 "                                                                                                                                                   \
  "安装 出厂 入列"
/* With the thing that is founded in them. */
#define FOUNDED "建厂 建校 建院 建馆 建县 建市 建所 建站 建园 建队 建社 建行 建镇 建乡 建村 建库 建桥 创刊 创校 复校"
/* Of a life or of a house: with a year of the last century only, beside which none of them tells how long. */
#define ONCE_OF_OLD                                                                                                                    \
  "进厂 入厂 进矿 当兵 下乡 插队 返城 转正 提干 下岗 高考 上大学 师范毕业 大学毕业 中专毕业 盖 " \
  "建 修 打 买 栽 种"

/* 98年建成的水塔, 95年参加工作: a verb of what happens once, right behind the year. */
static bool opens_event(const gm_view *view, size_t year, size_t at) {
  if (gm_words_before(view, year, "建于 始建于 修建于 生于 成立于 创办于 创建于 毕业于")) return true;
  /* 他98年参加工作 */
  bool life = gm_one_before(view, year, "他她我") &&
              gm_words_at(view, at, "毕业 参加工作 入伍 参军 入党 退休 出生 考上 考入 退伍 转业");
  bool which = gm_one_before(view, year, "是"); /* 他们是16年入职的 */
  if (!life && !which && !gm_clause_starts(view, year)) return false;
  size_t verb = at + gm_words_at(view, at, "正式 全面 前后"), length = gm_words_at(view, verb, ONCE);
  if (!length || gm_number_at(view, verb + length)) return false;
  if (which) return gm_one_of(view, verb + length, "的");
  return life || gm_one_of(view, verb + length, "的，、") || verb + length == view->count ||
         (gm_words_at(view, verb, "毕业 参加工作 入伍 参军 入党 退休 出生 考上 考入") &&
          !gm_one_of(view, verb + length, "了"));
}

static bool opens_with_event(const gm_view *view, size_t at) {
  at += gm_words_at(view, at, "正式 起 开始");
  return gm_words_at(view, at, ONCE) || gm_words_at(view, at, FOUNDED) ||
         gm_words_at(view, at, "办学 开办 开播 开行 启动 实施 推行 施行");
}

#define LAST_CENTURY 50u /* from here on two digits are a year of the last century, or a very long span */

/* Behind these a number of years tells how long. */
#define LASTED                                                                                                                                                    \
  "历时 建校 办学 建院 办院 建厂 办厂 建党 建国 建军 建馆 办馆 建社 办社 建县 建市 创刊 办刊 开馆 历经 走过 传承 "    \
  "延续 持续 相隔 "                                                                                                                                         \
  "时隔 间隔 距今 存续 跨越 跨度 经营 尘封 沉睡 运行 服役 使用 生活 工作 任教 从医 从教 从艺 等待 等 共 计 有 长 隔 " \
  "续 活 享年 "                                                                                                                                               \
  "刑期 租期 工期 期限 寿命 年限 租 借 住 干 守 守护 坚守 合作 相伴 一晃 转眼 近 约 满 逾 超 这 那 那么 整 整整 累计 " \
  "合计 平均 "                                                                                                                                                \
  "连续 不到 不足 大于 小于 高于 低于 多于 少于 等于 相当于 长于 短于 晚于 早于 不低于 不少于"

/* 该变电站98年投运, 于98年, 从78年起: a year of the last century, by what stands either side of it. */
static bool dates_of_old(const gm_view *view, size_t year, size_t at) {
  unsigned first;
  if (gm_one_of(view, at, "代") || gm_words_before(view, year, LASTED) || gm_reign_before(view, year, &first) ||
      gm_words_before(view, year, "昭和 主体 佛历"))
    return false;
  if (gm_one_before(view, year, "于") || gm_words_at(view, at, "春季 夏季 秋季 冬季 上半年 下半年")) return true;
  if (gm_one_before(view, year, "自从") && gm_words_at(view, at, "起 开始 以来 到现在 到今天 到如今 至今")) return true;
  size_t verb = at + gm_words_at(view, at, "正式 就 才 刚"), length = gm_words_at(view, verb, ONCE);
  if (!length) length = gm_words_at(view, verb, FOUNDED);
  bool of_old = !length && (length = gm_words_at(view, verb, ONCE_OF_OLD)) != 0;
  size_t end = verb + length;
  if (!length || gm_number_at(view, end) || gm_words_at(view, end, "史 历史 过 路 以来 来 多 数 各 历程 纪念"))
    return false;
  /* 98年修的水塔, not 70年建设 */
  if (of_old && length == 1) return gm_one_of(view, end, "的") && !gm_clause_starts(view, year);
  bool ends = end == view->count || gm_one_of(view, end, "的，。；、）");
  return ends || (!gm_clause_starts(view, year) && view->cls[year - 1] & GM_HAN);
}

/* 该站16年投运: of this century where a body is named and it happened in no time. */
static bool dates_instant(const gm_view *view, size_t year, size_t at) {
  if (gm_one_before(view, year, "于"))
    return !gm_words_before(view, year, LASTED) && gm_words_at(view, at, ONCE) != 0 &&
           !gm_number_at(view, at + gm_words_at(view, at, ONCE));
  size_t clause = gm_clause_start(view, year);
  bool this_one = gm_one_of(view, clause, "该这此本我");
  if (year - clause < 2 || year - clause > SUBJECT_CHARS || (!this_one && gm_one_of(view, at - 2, "0")) ||
      gm_words_before(view, year, LASTED) ||
      !gm_one_before(view, year, "厂校院馆站所司桥路线渠库坝港场园楼塔井社店部局区镇村市行铺"))
    return false;
  size_t verb = at + gm_words_at(view, at, "正式 建成 竣工 全面 全线 顺利"),
         length = gm_words_at(view, verb, "投运 投产 投用 并网 挂牌 通车 通航 通水 通电 开业 开馆 开园 启用 上市 揭牌");
  size_t end = verb + length;
  return length &&
         (this_one ? !gm_number_at(view, end)
                   : end == view->count || gm_one_of(view, end, "，。；、的后时") || gm_words_at(view, end, "以来"));
}

#define SINCE_2010 10u
#define THIS_AGE   40u /* two digits from 10 to here are a year of this century, or a span */

/* 从 of a word of its own, behind how long: 18年从未缺勤, 20年从教. */
#define FROM_NOT \
  "从未 从不 从没 从来 从无 从事 从教 从医 从警 从业 从军 从政 从艺 从容 从头 从小 从早 从严 从一而终 从群众"
/* Where someone came from ends in one of these, and it happens in a day. */
#define LEFT                                                                                                                                                   \
  "毕业 退伍 退役 转业 调到 调入 调来 调任 调往 辞职 离职 退休 返乡 回乡 回村 回国 归国 归来 回到 嫁到 嫁来 搬到 " \
  "搬来 搬进 "                                                                                                                                             \
  "搬入 分配到 入伍 考入 考到 考进 借调 来到 分家 出狱 下岗 离开"
#define LEFT_CHARS 16u

/* What befalls a person or a house once. */
#define BEFALLS                                                                                                                                                         \
  "毕业 入职 入伍 参军 退伍 退役 转业 入党 考上 考入 考取 考进 调入 调到 调任 调来 分配到 分到 嫁到 嫁来 嫁给 结婚 "       \
  "成家 当选 "                                                                                                                                                      \
  "当上 出生 去世 病逝 过世 确诊 辞职 辞去 返乡 回乡创业 回村创业 退休 脱贫 摘帽 搬进 搬入 搬到 迁入 落户 入选 获评 "     \
  "被评为 "                                                                                                                                                          \
  "被授予 被确定为 被列为 被列入 被查出 被认定为 被确诊 领证 拿到驾照 取得驾照 接任 接手 参加高考 参加工作 考编 进厂 " \
  "进站 接班 接过 到岗 上岗 生下 研究生毕业 "                                                                                                          \
  "大学毕业 "                                                                                                                                                       \
  "毕了业 入了党 参了军 结了婚 退了休 退了伍 入了伍 转了业 成了家 高中毕业 中专毕业 技校毕业 硕士毕业 博士毕业 "         \
  "本科毕业"
#define BEFALLS_NOT                                                                                                                                                 \
  "毕业生 毕业典礼 毕业证 毕业班 毕业季 退休金 退休生活 退休待遇 退休后 退休前 退伍不 退役不 转业不 毕业后 毕业前 " \
  "退伍军人 "                                                                                                                                                   \
  "退役军人 退休干部 退休教师 退休职工 退休老 结婚纪念 入党初心 出生率 出生人口 脱贫攻坚 脱贫路 考取各"
/* What may stand between the year and what befell: 他18年就考上了. */
#define MEANWHILE "就 才 刚 又 正式 顺利 光荣 终于"

/* 他18年从水电学校毕业: does the year begin what someone left in it? Not 他18年从未缺勤. */
static bool leaves(const gm_view *view, size_t at) {
  if (!gm_one_of(view, at, "从由") || gm_words_at(view, at, FROM_NOT)) return false;
  for (size_t k = at + 2; k < view->count && k - at <= LEFT_CHARS && view->cls[k - 1] & (GM_HAN | GM_DIGIT | GM_LATIN);
       k++)
    if (gm_words_at(view, k, LEFT)) return !gm_words_at(view, k, "毕业生 毕业班 退休金 退休教师 退休干部");
  return false;
}

#define SURNAMES                                                                                                                                                                \
  "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何郑罗梁宋谢唐韩冯邓曹彭肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邱侯" \
  "邹"                                                                                                                                                                         \
  "熊孟秦薛尹陶黎贺顾毛郝龚邵钱覃戴莫孔汤"
#define NAME_CHARS 3u
/* Not 长 of how long. */
#define HEADS                                                                                                                                                  \
  "站长 厂长 镇长 村长 校长 院长 所长 队长 班长 局长 处长 科长 部长 县长 市长 行长 店长 组长 会长 社长 馆长 园长 " \
  "股长 书记 主任"
#define KIN                                                                                                                                                    \
  "师傅 阿姨 大叔 大爷 大娘 大妈 大哥 大姐 老师 医生 叔 婶 嫂 夫妻 夫妇 夫妻俩 兄弟俩 姐妹俩 儿子 女儿 丈夫 妻子 " \
  "老伴 父亲 "                                                                                                                                             \
  "母亲 爸爸 妈妈 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 小伙 小伙子 姑娘 我家 他家 她家 我们家 "                                     \
  "他们家 全家 "                                                                                                                                          \
  "一家 全村 我村 该村 本村 同学 大学生 儿媳 女婿 孙子 自己 本人"

/* Is the one whom it befell named right before `at`: 小王, 张建军, 陈师傅? */
static bool names_someone(const gm_view *view, size_t at) {
  size_t clause = gm_clause_start(view, at), length = at - clause;
  if (!length || length > 2 * SUBJECT_CHARS || !(view->cls[at - 1] & GM_HAN)) return false;
  if (gm_words_before(view, at, KIN)) return true;
  if (gm_words_before(view, at, HEADS)) return !gm_one_before(view, at - 2, "做当任了为干是"); /* 当站长18年 */
  if (length > 1 && gm_one_before(view, at - 1, "小老阿") && (length == 2 || gm_one_before(view, at - 2, "的")) &&
      !gm_one_before(view, at, "兵人是家师"))
    return true;
  return length > 1 && length <= NAME_CHARS && gm_one_of(view, clause, SURNAMES);
}

/* A year of two digits from 2010 on by what is told of it: a day's event of a person, a season, where a span begins.
 */
static bool dates_of_late(const gm_view *view, size_t year, size_t at) {
  unsigned first;
  if ((gm_words_before(view, year, LASTED) && !gm_words_before(view, year, HEADS)) ||
      gm_reign_before(view, year, &first))
    return false;
  /* 20年 is 2020 more often than the other round numbers are years. */
  bool round = gm_one_of(view, at - 2, "0") && !gm_one_of(view, at - 3, "2");
  /* 从18年开始, 打19年起 */
  if (gm_one_before(view, year, "从自打") && !round &&
      (year < 2 || gm_clause_starts(view, year - 1) ||
       gm_one_before(view, year - 1, "他她我们家村厂校院站镇县局司队社区店市")))
    return gm_words_at(view, at, "开始 起， 起就 起我 起他 起她 以来 至今") && !gm_words_at(view, at, "起步 起跳 起算");
  if (!round && gm_words_at(view, at, "上半年 下半年 夏天 冬天 秋天 春天 那年 那会 那场 那次 那批 那阵 那回 那届 那茬"))
    return true;
  /* 那是18年的事 */
  if (!round && gm_one_before(view, year, "是") && gm_words_at(view, at, "的事， 的事。 的事了 的事情 的时候"))
    return true;
  if (round || !(gm_one_before(view, year, "他她我") || names_someone(view, year)) || happens_often(view, at))
    return false;
  size_t verb = at + gm_words_at(view, at, MEANWHILE);
  return leaves(view, at) || (gm_words_at(view, verb, BEFALLS) && !gm_words_at(view, verb, BEFALLS_NOT));
}

#define LATER_MOST 3u /* 2010年和15年 may be a year and a span */

/* 2017年、18年: a year right behind one that is written out. */
static bool follows_year(const gm_view *view, size_t year, unsigned value) {
  unsigned before;
  if (year < 6 || !gm_one_before(view, year, "、和至到与或") || !gm_one_before(view, year - 1, "年") ||
      gm_number_before(view, year - 2) + 4 != year - 2)
    return false;
  gm_digits_at(view, year - 6, &before);
  return before / 100 >= 19 && before / 100 <= 20 && value > before % 100 && value - before % 100 <= LATER_MOST;
}

/* Two-digit years: 09年, 24年3月; 20年来, 用了20年 are spans of time. */
void gm_check_short_year(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (i < 2 || !(view->cls[i - 1] & GM_DIGIT) || !(view->cls[i - 2] & GM_DIGIT)) return;
  size_t start = i - 2;
  if (start &&
      (view->cls[start - 1] & (GM_DIGIT | GM_NUMERAL | GM_LATIN) || gm_one_before(view, start, ".,-—～~/’'国第")))
    return;
  if (gm_era_before(view, start)) return; /* 光绪14年 */
  unsigned year, month;
  gm_digits_at(view, start, &year);
  bool month_follows = gm_digits_at(view, i + 1, &month) && month >= 1 && month <= 12 &&
                       gm_one_of(view, i + 1 + gm_digits_at(view, i + 1, &month), "月");
  bool edge = gm_words_at(view, i + 1, "底 末 初") && !gm_words_at(view, i + 1, "初中 初级 初二 末位"); /* 21年底 */
  bool span =
      (gm_one_before(view, start, "时用近约过满每经了达长历后前再") && !gm_words_before(view, start, HEADS)) ||
      (gm_words_at(view, i + 1, "来 以来 间 前 后 多") && !(year >= LAST_CENTURY && gm_one_before(view, start, "自")));
  bool since = gm_one_before(view, start, "自") &&
               gm_find_word(view, i + 1, i + 12 < view->count ? i + 12 : view->count, "以来 至今") != SIZE_MAX &&
               opens_with_event(view, i + 1); /* 自19年成立以来 */
  bool told = since || month_follows || follows_year(view, start, year) || edge ||
              (year <= 40 && dates_event(view, start, i + 1)) ||
              /* 70年 is a span more often. */
              ((year % 10 || year >= 80) && opens_event(view, start, i + 1)) ||
              (year >= SINCE_2010 && year <= THIS_AGE && dates_of_late(view, start, i + 1)) ||
              (year >= LAST_CENTURY ? dates_of_old(view, start, i + 1) : dates_instant(view, start, i + 1));
  /* 08 has its zero from 2008: no span of time is written so. */
  if (year >= 10 && (span || !told || (year > 40 && year < 50))) return;
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "年份不宜缩写：“%s”应写全四位（GB/T 15835-2011）",
         "write the year with four digits: “%s” (GB/T 15835-2011)", gm_quote_line(view, start, i + 1).text);
}
