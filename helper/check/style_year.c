/* STY-05: years written with two digits, after GB/T 15835-2011, 5.1.4. */
#include "check/dates.h"
#include "check/families.h"
#include "check/words.h"

#define SUBJECT_CHARS 8 /* who it happened to, between 20年 and the verb */

#define OURSELVES \
  "该校 我校 学校 该院 我院 医院 该县 我县 该镇 我镇 该村 我村 该局 我局 该市 我市 该区 我区 公司 我司 集团 该馆 我馆"

/* 20年学校获评文明单位: what happens once is dated; a span of time takes no such verb, unless it is counted (建成12座).
 */
static bool dates_event(const gm_view *view, size_t year, size_t at) {
  bool ours = !gm_one_of(view, at - 2, "0") && gm_words_before(view, year, OURSELVES); /* 该校21年获评 */
  if ((!gm_clause_starts(view, year) && !ours) ||
      gm_words_at(view, at, "级 制 期 内 里 中 共 累计 累积 连续 先后 如一日 磨一剑"))
    return false;
  for (size_t k = at + (ours ? 0 : 2); k < view->count && k - at <= SUBJECT_CHARS && view->cls[k - 1] & GM_HAN; k++) {
    size_t verb = gm_words_at(view, k,
                              "获评 获批 荣获 获得 被评为 被授予 被认定为 入选 成立 挂牌 建成 投产 开园 开馆 开工 竣工 "
                              "毕业于 当选 出台 印发 创办 创建 上市");
    if (verb) return !gm_number_at(view, k + verb) && !gm_words_at(view, k + verb, "了 过 多 各 数");
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
  if (year - clause < 2 || year - clause > SUBJECT_CHARS || !gm_one_of(view, clause, "该这此本我") ||
      !gm_one_before(view, year, "厂校院馆站所司桥路线渠库坝港场园楼塔井社店部局区镇村"))
    return false;
  size_t verb = at + gm_words_at(view, at, "正式"),
         length = gm_words_at(view, verb, "投运 投产 投用 并网 挂牌 通车 通航 通水 通电 开业 开馆 开园 启用 上市 揭牌");
  return length && !gm_number_at(view, verb + length);
}

/* Two-digit years: 09年, 24年3月; 20年来, 用了20年 are spans of time. */
void gm_check_short_year(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (i < 2 || !(view->cls[i - 1] & GM_DIGIT) || !(view->cls[i - 2] & GM_DIGIT)) return;
  size_t start = i - 2;
  if (start &&
      (view->cls[start - 1] & (GM_DIGIT | GM_NUMERAL | GM_LATIN) || gm_one_before(view, start, ".,-—～~/’'国第")))
    return;
  unsigned year, month;
  gm_digits_at(view, start, &year);
  bool month_follows = gm_digits_at(view, i + 1, &month) && month >= 1 && month <= 12 &&
                       gm_one_of(view, i + 1 + gm_digits_at(view, i + 1, &month), "月");
  bool edge = gm_words_at(view, i + 1, "底 末 初") && !gm_words_at(view, i + 1, "初中 初级 初二 末位"); /* 21年底 */
  bool span =
      gm_one_before(view, start, "时用近约过满每经了达长历后前再") ||
      (gm_words_at(view, i + 1, "来 以来 间 前 后 多") && !(year >= LAST_CENTURY && gm_one_before(view, start, "自")));
  bool since = gm_one_before(view, start, "自") &&
               gm_find_word(view, i + 1, i + 12 < view->count ? i + 12 : view->count, "以来 至今") != SIZE_MAX &&
               opens_with_event(view, i + 1); /* 自19年成立以来 */
  bool told = since || month_follows || edge || (year <= 40 && dates_event(view, start, i + 1)) ||
              /* 70年 is a span more often. */
              ((year % 10 || year >= 80) && opens_event(view, start, i + 1)) ||
              (year >= LAST_CENTURY ? dates_of_old(view, start, i + 1) : dates_instant(view, start, i + 1));
  /* 08 has its zero from 2008: no span of time is written so. */
  if (year >= 10 && (span || !told || (year > 40 && year < 50))) return;
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "年份不宜缩写：“%s”应写全四位（GB/T 15835-2011）",
         "write the year with four digits: “%s” (GB/T 15835-2011)", gm_quote_line(view, start, i + 1).text);
}
