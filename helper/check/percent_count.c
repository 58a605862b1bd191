/* PCT-02: percentages that no whole count gives (GRIM: Brown and Heathers 2017). */
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"

#define LAST_YEAR_CHARS 2 /* a verb at least between 去年 and its count */
#define SPARSE          4 /* times as many may still tell, when a slip of rounding is let pass */

/* Half units by which the percentage may be off: one, or three where whole numbers lie denser. */
static int slack(gm_decimal n, int decimals) {
  int64_t limit = 10;
  while (decimals-- > 0) limit *= 10;
  return n.digits < limit ? 1 : 3;
}

/* GRIM tells little once whole numbers lie as dense as the printed digits: n below 10^(decimals + 1) leaves a
 * gap ten digits wide. */
static bool has_power(gm_decimal n, int decimals, int64_t times) {
  int64_t limit = 10 * times;
  while (decimals-- > 0) limit *= 10;
  return n.scale == 0 && n.digits > 1 && n.digits < limit;
}

/* Is there a whole number k with k / n inside the percentage? n >= 1. */
static bool some_part_fits(int64_t n, gm_interval percent) {
  gm_decimal product, quotient;
  if (!gm_decimal_multiply(percent.low, gm_decimal_of(n), &product)) return true;
  if (!gm_decimal_divide(product, gm_decimal_of(100), 0, &quotient)) return true;
  for (int64_t k = quotient.digits > 1 ? quotient.digits - 1 : 0; k <= quotient.digits + 2; k++) {
    gm_interval part = gm_interval_exact(gm_decimal_of(k)), whole = gm_interval_exact(gm_decimal_of(n));
    if (gm_ratio_fits(part, whole, percent)) return true;
  }
  return false;
}

/* Is there a whole number B with |n - B| / B inside the percentage? */
static bool some_base_fits(int64_t n, gm_interval percent, bool down) {
  gm_decimal hundred = gm_decimal_of(100), factor, quotient, product;
  if (!(down ? gm_decimal_subtract(hundred, percent.low, &factor) : gm_decimal_add(hundred, percent.low, &factor)))
    return true;
  if (factor.digits <= 0 || !gm_decimal_multiply(gm_decimal_of(n), hundred, &product) ||
      !gm_decimal_divide(product, factor, 0, &quotient))
    return true;
  for (int64_t base = quotient.digits > 2 ? quotient.digits - 2 : 1; base <= quotient.digits + 2; base++) {
    int64_t change = down ? base - n : n - base;
    if (change >= 0 &&
        gm_ratio_fits(gm_interval_exact(gm_decimal_of(change)), gm_interval_exact(gm_decimal_of(base)), percent))
      return true;
  }
  return false;
}

static bool counts_exactly(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY && gm_units[f->unit].exact && gm_is_exact(f) && gm_is_plain(f) &&
         !(f->numeral_flags & (GM_NUMERAL_POINT | GM_NUMERAL_SCALED)) && f->value.scale == 0;
}

/* 今年受理92件，去年87件: a count of last year, with one told before it in its sentence, or of which nothing but the
 * year is told. 去年受理87件 is a draft's own year. */
static bool is_last_year_beside_this(const gm_links *links, const gm_mention *n) {
  size_t year = gm_find_word(links->view, n->clause, n->from, "去年 上年");
  if (year == SIZE_MAX) return false;
  if (n->from < year + 2 + LAST_YEAR_CHARS) return true;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--)
    if (gm_is_amount(m[-1].figure)) return true;
  return false;
}

/* 10月完工11台，9月为8台，环比增长37.5%: does a count told before `n` change from it at the rate? */
static bool is_base_of_another(const gm_links *links, const gm_mention *n, gm_interval percent, bool down) {
  const gm_interval base = n->figure->interval;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--) {
    const gm_mention *now = m - 1;
    gm_decimal change;
    if (!counts_exactly(now->figure) || !gm_comparable(now->figure, n->figure)) continue;
    if (!(down ? gm_decimal_subtract(base.low, now->figure->value, &change)
               : gm_decimal_subtract(now->figure->value, base.low, &change)))
      continue;
    if (change.digits > 0 && gm_ratio_fits(gm_interval_exact(change), base, percent)) return true;
  }
  return false;
}

/* 来信142封，与上月相比下降2.35%: the clause of the change has no subject of its own. */
static void check_change_of_count(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *n = percent - 1;
  while (n > links->items && n->figure->kind >= GM_FIGURE_DATE && n->figure->kind <= GM_FIGURE_ORDINAL)
    n--; /* 163次，较11月下降4.27% */
  bool down = percent->figure->roles & GM_ROLE_DOWN;
  size_t end = n->to;
  if (n > links->items && gm_one_before(view, n->from, "前")) { /* 52个前八名: a rank, of which so many are counted */
    if (n[-1].to + 1u != n->from) return;
    n--;
  }
  if (!(percent->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) || !counts_exactly(n->figure)) return;
  if (!gm_same_sentence(n, percent) || !gm_is_exact(percent->figure)) return;
  if (!has_power(n->figure->value, percent->figure->value.scale, 1) || !gm_one_of(view, end, "，、")) return;
  if (!gm_words_at(view, end + 1, "同比 环比 与 比 较 下降 上升 增长 减少 增加")) return;
  /* 件数 and 人数 下降, or one rate each for several: the clause tells of which. */
  if (gm_find_word(view, end + 1, percent->from, "， ； 率 占 数 量 额 分别") != SIZE_MAX) return;
  /* 小微贷款1.27亿元68笔，同比增长8.9%: of two measures told at once */
  if (n > links->items && n[-1].to == n->from && gm_is_amount(n[-1].figure)) return;
  if (gm_find_word(view, n->clause, n->from, "同期") != SIZE_MAX || is_last_year_beside_this(links, n)) return;
  const gm_interval rate = gm_percent_interval(percent->figure, 3); /* or cut off */
  if (some_base_fits(n->figure->value.digits, rate, down) || is_base_of_another(links, n, rate, down)) return;
  if (index + 1 < links->count && gm_one_of(view, percent->to, "和、") && gm_same_sentence(percent, percent + 1) &&
      percent[1].figure->kind == GM_FIGURE_PERCENT)
    return;    /* 分别减少4起和3人，下降22.2%和25.0% */
  size_t verb; /* 多抽84批，增长26.4%: a change itself */
  if (gm_disclaimed(view) || gm_change_verb(view, n->from, &verb) || gm_one_of(view, n->clause, "多少")) return;
  gm_decimal factor, product, base = {0, 0}, hundred = gm_decimal_of(100), computed;
  bool ok = down ? gm_decimal_subtract(hundred, percent->figure->value, &factor)
                 : gm_decimal_add(hundred, percent->figure->value, &factor);
  if (!ok || !gm_decimal_multiply(n->figure->value, hundred, &product) ||
      !gm_decimal_divide(product, factor, 0, &base) || base.digits <= 0)
    return;
  int64_t change = down ? base.digits - n->figure->value.digits : n->figure->value.digits - base.digits;
  if (!gm_percent_of(gm_decimal_of(change), base, percent->figure->value.scale, &computed)) return;
  gm_report_mention(check, percent);
  gm_say(check->out, check->language, "没有整数基数能得出%s：若基数为%lld，变动为%s%%",
         "no whole base gives %s: from %lld the change is %s%%", gm_quote_mention(view, percent).text,
         (long long)base.digits, gm_quote_decimal(computed).text);
  gm_relate_mention(check, n, "计数", "the count");
}

/* Rates whose whole is the things counted, or the people, each once; an attendance is averaged over many days. */
#define MEMBER_RATES \
  "优秀率 及格率 合格率 通过率 达标率 获奖率 上线率 优良率 良好率 治愈率 签约率 巩固率 赞成率 同意率 " FOUND_RATES
/* Rates of people alone: not of 36所学校. */
#define PEOPLE_RATES "录取率 就业率 升学率 毕业率 参保率 持证率 报到率 转正率 近视率 肥胖率 超重率 患龋率 龋齿率 贫血率"
/* The count before them may be of those found, 脂肪肝420人，检出率35.1%, unless it says what was done with all. */
#define FOUND_RATES "检出率 阳性率"
#define EXAMINED    "检 查 测 筛 化验 采样 抽样 参加 接受"

#define ASKED "收回 回收 收到 发放 发出 回访 走访 访谈 采访 询问 调研 受访 问卷 测评 评议 投票 调查 抽样 访问 参评"
#define ANSWERS \
  "得票率 支持率 非常满意率 很满意率 比较满意率 基本满意率 不满意率 好评率 认可率 知晓率 赞成率 同意率 反对率"
#define OPINIONS                                                                                                                                                    \
  "认为 回答 表示 评价 选择 赞成 同意 反对 满意 非常满意 比较满意 不满意 给予 打出 希望 愿意 支持 知道 了解 对 觉得 " \
  "选 "                                                                                                                                                            \
  "勾选"
/* Of many questions at once, or of the answers of several groups. */
#define AVERAGED "综合 平均 总体 整体 各项 均 加权 分别 各"

/* Is the count that of the people asked, or of what they filled in, with no other such count in the sentence but of
 * what was sent out? */
static bool counts_asked(const gm_links *links, const gm_mention *n, const gm_mention *percent) {
  const gm_view *view = links->view;
  const gm_figure *f = n->figure;
  if (gm_units[f->unit].unit_class != GM_CLASS_PERSON && !gm_one_before(view, n->to, "份张票户")) return false;
  if (gm_find_word(view, n->clause, percent->from, ASKED) == SIZE_MAX) return false;
  bool came_back = gm_find_word(view, n->clause, n->from, "收回 回收 收到 有效") != SIZE_MAX;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--)
    if (gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, f) && !came_back &&
        gm_decimal_compare(m[-1].figure->value, f->value))
      return false;
  return gm_find_word(view, n->to, percent->from, AVERAGED) == SIZE_MAX;
}

#define TEST_CHARS 8 /* of what the rate is of: 体质健康测试优良率 */

/* 收回问卷62份，非常满意率为88.2%: one answer of each of those asked, told in the clause right behind their number. */
static bool is_rate_of_answers(const gm_links *links, const gm_mention *n, const gm_mention *percent) {
  const gm_view *view = links->view;
  size_t word = percent->from - gm_words_before(view, percent->from, "为 达 达到 是 约为");
  size_t comma = n->to; /* 87户业主投票， */
  while (comma < percent->from && comma - n->to < TEST_CHARS && view->cls[comma] & GM_HAN) comma++;
  return gm_one_of(view, comma, "，") && percent->clause == comma + 1 && gm_words_before(view, word, ANSWERS) &&
         counts_asked(links, n, percent);
}

#define OPINION_CHARS 20 /* from the count to the clause of the answer: ，全部收回， */

#define TESTED_CHARS 16 /* of what they went through: 门店接受了神秘顾客检查 */
#define NOUN_CHARS   4  /* 老人 in 58位老人参加了体检 */
#define PEOPLE_CHARS 8  /* of people, who are counted whatever is said of them: 36名退役军人代表参加了 */

/* Characters of the noun behind a count, up to the verb 参加 or 接受. */
static size_t noun_chars(const gm_view *view, const gm_mention *n) {
  size_t i = 0, most = gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON ? PEOPLE_CHARS : NOUN_CHARS;
  while (i < most && view->cls[n->to + i] & GM_HAN && !gm_words_at(view, n->to + i, "参 接受")) i++;
  return i;
}

/* 58位老人参加了体检，血压偏高的占41.4%: what share of those who took part is so; 占 stands at `at`. */
static bool is_share_of_tested(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  size_t noun = noun_chars(view, n);
  if (!gm_words_before(view, at, "的") || percent->clause <= n->to ||
      percent->clause > n->to + TESTED_CHARS + (noun > NOUN_CHARS ? noun - NOUN_CHARS : 0))
    return false;
  if (gm_find_word(view, n->to, percent->clause, "参加了 参加 接受了 接受 参与了") != n->to + noun) return false;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--)
    if (gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, n->figure)) return false;
  return gm_find_mark(view, n->to, percent->clause - 1, "，；") == SIZE_MAX;
}

/* 测评的代表共36名，评价为“好”的占94.6%: what share of those asked gave one answer; 占 stands at `at`. */
static bool is_share_of_answers(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  return percent->clause > n->to && percent->clause - n->to <= OPINION_CHARS && at > percent->clause + 3 &&
         (gm_one_before(view, at, "的") || gm_words_before(view, at, "的人 的代表 的家长 的群众 的居民 的同志")) &&
         gm_words_at(view, percent->clause + gm_one_of(view, percent->clause, "“"), OPINIONS) &&
         gm_find_mark(view, n->to, percent->clause, "；") == SIZE_MAX && counts_asked(links, n, percent);
}

/* 优秀率 opens the clause right behind the count, and no other count of the sentence could be the whole. */
static bool is_rate_of(const gm_links *links, const gm_mention *n, const gm_mention *percent) {
  const gm_view *view = links->view;
  bool people = gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON;
  if (!people && gm_one_before(view, n->to, "次场轮趟") && !gm_words_before(view, n->to, "批次 人次"))
    return false; /* 检查10次，优良率94.6%: of what was seen each time */
  const char *rates = people ? MEMBER_RATES " " PEOPLE_RATES : MEMBER_RATES;
  size_t of = n->to; /* 65名职工的合格率为 */
  while (of < percent->from && of - n->to < TEST_CHARS && view->cls[of] & GM_HAN && !gm_one_of(view, of, "的")) of++;
  size_t own = gm_one_of(view, of, "的") ? gm_words_at(view, of + 1, rates) : 0;
  if (own && percent->from - (of + 1 + own) <= 3) return true;
  size_t comma = n->to; /* 在参评的23个村中， */
  while (comma < percent->from && comma - n->to < TESTED_CHARS && view->cls[comma] & GM_HAN) comma++;
  /* 23家门店接受了神秘顾客检查， */
  bool tested = gm_find_word(view, n->to, comma, "接受检 接受了 接受抽 接受考 参加考 参加检 参加了") != SIZE_MAX ||
                (gm_one_before(view, n->from, "对") &&
                 gm_words_before(view, comma, "检查 抽检 抽查 检测 测试 考核 验收 评估 督查"));
  if (!tested && comma - n->to > TEST_CHARS) return false;
  /* 共有32名同学， 32名同学参加测试， */
  bool all = people && (n->figure->roles & GM_ROLE_TOTAL ||
                        gm_words_before(view, n->from, "全班 全校 全队 全组 全院 全部 全体") ||
                        gm_find_word(view, n->to, comma, "参加 参考 投票") != SIZE_MAX);
  if (comma > n->to && !all && !tested && !gm_one_before(view, comma, "中")) return false;
  if (gm_one_of(view, comma, "，") &&
      gm_words_at(view, comma + 1, "全部参加 均参加 都参加 全员参加 全部接受 均接受 全体参加")) {
    size_t next = gm_find_mark(view, comma + 1, percent->from, "，"); /* 全部参加了结业考核， */
    if (next != SIZE_MAX && next - comma <= TESTED_CHARS) comma = next;
  }
  if (!gm_one_of(view, comma, "，")) return false;
  for (const gm_mention *m = n; m > links->items && gm_same_sentence(m - 1, n); m--)
    if (gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, n->figure)) return false;
  size_t rate = gm_words_at(view, comma + 1, rates), at = comma + 1;
  if (gm_words_before(view, percent->from - gm_words_before(view, percent->from, "为 达"), FOUND_RATES) &&
      gm_find_word(view, n->clause, comma, EXAMINED) == SIZE_MAX)
    return false;
  /* 体质健康测试优良率 */
  for (; !rate && at + 1 < percent->from && at - comma <= TEST_CHARS && view->cls[at] & GM_HAN; at++)
    rate = gm_words_at(view, at + 1, rates);
  /* 平均合格率: of more than those counted; 通过初审的86家，通过率67.2%: the count is the part */
  return rate && percent->from - (at + rate) <= 3 &&
         gm_find_word(view, comma + 1, percent->from, "， ； " AVERAGED) == SIZE_MAX &&
         !gm_share_pair(view, at, at + 2, n->clause, n->from);
}

/* 700人中， and 700人，其中 make the count the whole of a share. */
static bool is_whole_of(const gm_view *view, const gm_mention *n, const gm_mention *percent) {
  size_t behind = n->to;
  while (behind < view->count && behind - n->to < 8 && view->cls[behind] & GM_HAN && !gm_one_of(view, behind, "中") &&
         !gm_words_at(view, behind, "里，"))
    behind++;
  if (gm_one_of(view, behind, "里")) return true;
  if (gm_one_of(view, behind, "中")) /* no 中小学 */
    return !(view->cls[behind + 1] & GM_HAN) || gm_one_of(view, behind + 1, "有占的男女");
  return gm_one_of(view, behind, "，") && gm_words_at(view, behind + 1, "其中") &&
         gm_find_mark(view, behind + 1, percent->from, "，；、") == SIZE_MAX;
}

/* 新任法官共92名，女法官占30.1%: a total, and the subject of 占 (at `at`) ends as what it counts. */
static bool is_total_of(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  if (!(n->figure->roles & GM_ROLE_TOTAL) || percent->clause != n->to + 1u || !gm_one_of(view, n->to, "，") ||
      at < percent->clause + 2 || n->figure->noun_end < n->figure->noun_start + 6)
    return false;
  if (gm_find_word(view, percent->clause, at, "率 人次") != SIZE_MAX) return false;
  size_t noun = gm_view_find(view, n->figure->noun_end);
  return noun > 1 && view->cp[noun - 1] == view->cp[at - 1] && view->cp[noun - 2] == view->cp[at - 2];
}

#define QUALITIES \
  "学历 学位 职称 党员 团员 女性 男性 研究生 本科 大专 专科 硕士 博士 岁 资格 证书 技师 技工 高级 中级 初级 少数民族"

/* 管理层中，; 中级 is a rank. */
static bool says_among(const gm_view *view, size_t from, size_t to) {
  for (size_t at = from; (at = gm_find_word(view, at, to, "中")) != SIZE_MAX; at++)
    if (!gm_words_at(view, at, "中级 中专 中等 中共") &&
        (!gm_words_at(view, at, "中高级") || (at > from && view->cls[at - 1] & GM_HAN))) /* 管理层中高级职称占 */
      return true;
  return false;
}

/* 现有工作人员54名，具有硕士以上学位的占71.8%: what share of the staff is so; 占 stands at `at`. */
static bool is_share_of_staff(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  size_t comma = n->to; /* 27名评委， */
  while (comma < percent->from && comma - n->to < NOUN_CHARS && view->cls[comma] & GM_HAN) comma++;
  bool all = n->figure->roles & GM_ROLE_TOTAL ||
             gm_find_word(view, n->label, n->from, "在编 在职 在岗 在册 现有 全体") != SIZE_MAX;
  if (gm_units[n->figure->unit].unit_class != GM_CLASS_PERSON || !all || percent->clause != comma + 1 ||
      !gm_one_of(view, comma, "，") || gm_find_word(view, percent->clause, at, QUALITIES) == SIZE_MAX ||
      gm_find_word(view, percent->clause, percent->from, "率 分别 新 计划 目标 力争 提到 提高 提升 升至") != SIZE_MAX ||
      says_among(view, percent->clause, percent->from))
    return false;
  for (unsigned i = 0; i < links->count; i++)
    if (&links->items[i] != n && gm_same_sentence(&links->items[i], n) && gm_is_amount(links->items[i].figure) &&
        gm_comparable(links->items[i].figure, n->figure))
      return false;
  return true;
}

/* What a place or a body is or has, and not those in it or what it makes. */
#define IS_SO                                                                                                                                                  \
  "开放 开通 开设 建有 建成 设有 设立 配有 配备 配齐 配置 装有 安装 加装 接入 联网 值守 运行 启用 投用 投产 停用 " \
  "改造 改建 翻修 达标 完成 实行 实现 采用 盈利 亏损 挂牌 授牌 获评 通过 通水 通电 通车 通网"

/* 公共图书馆共21家，通宵开放的占45.3%: a total of things, and the share of those that are so; 占 stands at `at`. */
static bool is_share_of_things(const gm_links *links, const gm_mention *n, const gm_mention *percent, size_t at) {
  const gm_view *view = links->view;
  return n->figure->roles & GM_ROLE_TOTAL && gm_units[n->figure->unit].unit_class == GM_CLASS_COUNT &&
         percent->clause == n->to + 1u && gm_one_of(view, n->to, "，") && gm_one_before(view, at, "的") &&
         gm_find_word(view, percent->clause, at, IS_SO) != SIZE_MAX &&
         gm_find_word(view, percent->clause, percent->from, "率 分别 新 计划 目标 力争 中 总 全") == SIZE_MAX;
}

#define FOREIGN                                                                                                                                                \
  "读者 学生 教师 老师 儿童 职工 员工 人员 群众 居民 村民 农民 患者 病人 观众 游客 旅客 用户 人口 人数 人次 户数 " \
  "女性 "                                                                                                                                                    \
  "男性 女生 男生 党员 老人 青年 藏书 图书 面积 收入 支出 经费 资金 产值 利润 税收 产量 数量 总量 业务量 贷款 存款"

/* 21家图书馆中，儿童读者占45.3%: are they, by the word that ends at `end`, other things than those counted? */
static bool are_others(const gm_view *view, const gm_mention *n, size_t end) {
  size_t length = gm_words_before(view, end, FOREIGN), behind = n->to;
  if (!length) return false;
  while (behind < view->count && behind - n->to < TEST_CHARS && view->cls[behind] & GM_HAN) behind++;
  return gm_units[n->figure->unit].unit_class != GM_CLASS_PERSON &&
         !gm_share_pair(view, end - length, end, n->label, behind);
}

#define DOES \
  "已 开 建 完 实 选 认 表 达 没 仍 尚 由 来 属 拥 具 为 是 能 可 未 设 配 装 通过 采用 采取 参加 加入 接受 存在"

/* 21家图书馆中，45.3%的图书馆, 38名教师中，64.3%的人, 83.7%已通宵开放: is the percentage at the head of its clause told
 * of the things counted, by their name or by what they are? */
static bool heads_share(const gm_view *view, const gm_mention *n, const gm_mention *percent) {
  bool people = gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON;
  size_t noun = percent->to + 1, behind = n->to;
  if (!gm_one_of(view, percent->to, "的"))
    return gm_words_at(view, percent->to, people ? DOES : "已 均 都 " IS_SO) != 0;
  while (behind < view->count && behind - n->to < TEST_CHARS && view->cls[behind] & GM_HAN &&
         !gm_one_of(view, behind, "中里"))
    behind++;
  if (people && gm_words_at(view, noun, "人 受访 被访 受调查")) return true;
  if (behind == n->to + 1u) /* 14个村中，65.7%的村已, and no 村民 */
    return gm_reads_alike(view, n->to, noun, 1) && gm_words_at(view, noun + 1, "已 有 " IS_SO);
  return gm_share_pair(view, noun, noun + NOUN_CHARS, n->label, behind);
}

/* 共有住户160户，已有63.2%的住户: a percentage of the things counted in the clause before, named again, at the head of
 * its clause or behind 已有. */
static bool is_of_named(const gm_links *links, const gm_mention *n, const gm_mention *percent) {
  const gm_view *view = links->view;
  size_t noun = percent->to + 1, last = n->from;
  if (!gm_one_of(view, percent->to, "的") || percent->clause != n->to + 1u || !(n->figure->roles & GM_ROLE_TOTAL) ||
      percent->clause + gm_words_at(view, percent->clause, "已有 有 约有 其中 其中有 目前已有 现已有 目前有") !=
          percent->from)
    return false;
  last -= gm_words_before(view, last, "共有 共 有 为 现有 总计");
  return last >= n->label + 2u && gm_reads_alike(view, last - 2, noun, 2) && !(view->cls[noun + 2] & GM_DIGIT);
}

/* 访谈了38名班主任，64.3%的受访者认为: a percentage of those asked, whose number stands in the clause before. */
static bool is_of_asked(const gm_links *links, const gm_mention *n, const gm_mention *percent) {
  const gm_view *view = links->view;
  return percent->clause + gm_words_at(view, percent->clause, "有 约有 其中 其中有") == percent->from &&
         gm_words_at(view, percent->to, "的受访者 的被访者 的受访 的被访 的被调查 的调查对象 的受调查 的访谈对象") &&
         counts_asked(links, n, percent);
}

/* 14个村，…的村占65.7%: does the subject of 占 (at `at`) name what was counted? */
static bool names_counted(const gm_view *view, const gm_mention *n, const gm_mention *percent, size_t at) {
  if (n->to >= percent->clause || at < percent->clause + 2 || !(view->cls[n->to] & GM_HAN)) return false;
  size_t width = 1;
  while (width < 4 && view->cls[n->to + width] & GM_HAN) width++;
  if (n->to + width >= percent->clause + 1u || !gm_one_of(view, n->to + width, "，")) return false;
  if (at < percent->clause + width + 1 || !gm_one_before(view, at - width, "的")) return false;
  for (size_t k = 0; k < width; k++)
    if (view->cp[n->to + k] != view->cp[at - width + k]) return false;
  return true;
}

/* 108分及以上为优秀，共25人，优秀率为16.7%: does the clause before the number say what the rate is called by, so that
 * it counts those? */
static bool counts_those_rated(const gm_view *view, const gm_mention *n, const gm_mention *percent) {
  size_t rate = gm_find_word(view, n->to, percent->from, "率");
  if (rate == SIZE_MAX || rate < n->to + 3u || !n->clause) return false;
  size_t before = gm_clause_start(view, n->clause - 1);
  return gm_find_run(view, before, n->from, rate - 2, 2) != SIZE_MAX;
}

#define RESULTS    "结果显示 结果表明 测评结果显示 投票结果显示 评议结果显示"
#define ONE_BY_ONE "逐件 逐户 逐人 逐一 逐项 逐案 逐个 逐条"

/* 转办诉求48件。经逐件回访，满意率为99.7%: the one amount of the sentence before, each of which was asked after. NULL
 * when the sentence tells another way, or several amounts. */
static const gm_mention *each_asked(const gm_links *links, const gm_mention *percent) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  size_t start = gm_sentence_start(view, percent->from);
  if (!gm_words_at(view, start, RESULTS) && gm_find_word(view, start, percent->clause, ONE_BY_ONE) == SIZE_MAX)
    return NULL;
  for (const gm_mention *m = percent; m-- > links->items && m->figure->sentence + 1u >= percent->figure->sentence;) {
    if (!gm_is_amount(m->figure)) continue;
    if (found || gm_same_sentence(m, percent)) return NULL;
    found = m;
  }
  /* 48名代表进行了无记名测评。结果显示: of those who gave their answer */
  bool one = found && (!gm_words_at(view, start, RESULTS) ||
                       gm_find_word(view, found->to, start, "无记名 投票 表决 打分 测评 评议") != SIZE_MAX);
  return one ? found : NULL;
}

/* What a share may be of instead of the number of things: 49条道路中，超标的占总长度的54.9%. */
#define MEASURED "长度 面积 里程 总长 总额 金额 人口 产值 收入 重量 体积 容量 时长"

/* 700人中，专科占25.17%: no whole number of 700 gives it. Only when no part is told: then PCT-01 computes. */
static void check_share_of_count(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *n = NULL;
  if (!gm_is_exact(percent->figure) || percent->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_PAREN)) return;
  size_t at, stop;
  bool named = false;
  gm_lead lead = gm_lead_of(links, index, &at, &stop);
  /* 36户家庭中，有41.2%的家庭 */
  bool have = lead == GM_LEAD_NONE && gm_words_before(view, percent->from, "中，有 中，约有 中有 中，");
  size_t ratio = lead == GM_LEAD_RATE ? gm_words_before(view, percent->from,
                                                        "的比例为 的比例达 的比例是 的比例 的比重为 的比重达 的比重")
                                      : 0; /* 建有卫生室的比例为45.3% */
  bool attribute = lead == GM_LEAD_SHARE && gm_one_before(view, at, "的");
  size_t said = lead == GM_LEAD_NONE ? gm_words_before(view, percent->from, "的有 的约有 的达 的达到") : 0;
  bool answer = said != 0;
  if (answer) at = percent->from - said + 1;
  bool again = lead == GM_LEAD_NONE && !have && index && is_of_named(links, percent - 1, percent);
  bool asked = lead == GM_LEAD_NONE && !have && !again && gm_words_at(view, percent->to, "的受 的被 的调 的访");
  if (lead != GM_LEAD_SHARE && lead != GM_LEAD_RATE && !have && !answer && !asked && !again) return;
  if (lead == GM_LEAD_SHARE && gm_find_word(view, stop, percent->from, MEASURED) != SIZE_MAX) return;
  const gm_mention *within = NULL,
                   *asked_after = lead == GM_LEAD_RATE || lead == GM_LEAD_SHARE ? each_asked(links, percent) : NULL;
  n = asked_after;
  for (unsigned i = index; !n && i-- > 0;) { /* 开通24小时自助借还的占45.3% lies within */
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, percent)) return;
    if (m->figure->kind == GM_FIGURE_PERCENT) continue;
    if ((attribute || ratio) && m->from >= percent->clause && !is_whole_of(view, m, percent)) {
      if (!within || gm_is_amount(m->figure)) within = m;
      continue;
    }
    if (lead == GM_LEAD_SHARE && names_counted(view, m, percent, at)) { /* 14个村，收入超20万元的村占65.7% */
      n = m;
      named = true;
      break;
    }
    if (m->figure->approx != GM_APPROX_NONE || m->figure->roles & GM_ROLE_THRESHOLD) continue;
    n = m;
    break;
  }
  /* 508家企业在12个展区参展，其中…占73%: without a point those of people alone, whom nothing else is shared among */
  if (n && !percent->figure->value.scale && lead != GM_LEAD_RATE &&
      gm_units[n->figure->unit].unit_class != GM_CLASS_PERSON)
    return;
  if (!n || !counts_exactly(n->figure) || !has_power(n->figure->value, percent->figure->value.scale, SPARSE)) return;
  if (within && gm_comparable(within->figure, n->figure)) return; /* then PCT-01 computes */
  /* 表彰标兵60名、集体30个、能手40名，其中基层一线占75.4%: of all of a row */
  if (n > links->items && gm_one_of(view, n[-1].to, "、") && gm_same_sentence(n - 1, n) && counts_exactly(n[-1].figure))
    return;
  bool whole;
  if (asked_after)
    whole = true;
  else if (ratio)
    whole = is_whole_of(view, n, percent) && !are_others(view, n, percent->from - ratio) &&
            (gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON ||
             gm_find_word(view, percent->clause, percent->from, IS_SO) != SIZE_MAX);
  else if (lead == GM_LEAD_RATE)
    whole = (is_rate_of(links, n, percent) && !counts_those_rated(view, n, percent) &&
             !gm_words_before(view, n->from, "以上的 以下的 以内的")) || /* 120分及以上的81人，优秀率41.8% */
            is_rate_of_answers(links, n, percent);
  else if (again)
    whole = n == percent - 1;
  else if (asked)
    whole = is_of_asked(links, n, percent);
  else if (answer)
    whole = is_share_of_answers(links, n, percent, at);
  else
    whole = ((named || is_whole_of(view, n, percent) || is_total_of(links, n, percent, at)) &&
             (have ? heads_share(view, n, percent)
                   : (named || gm_base_words(view, stop, percent->from, n) != 0) && !are_others(view, n, at))) ||
            (lead == GM_LEAD_SHARE &&
             (is_share_of_things(links, n, percent, at) || is_share_of_staff(links, n, percent, at) ||
              is_share_of_answers(links, n, percent, at) || gm_is_share_of_topic(links, n, percent, at) ||
              (!gm_words_at(view, stop, GM_ALL_OF) && is_share_of_tested(links, n, percent, at))));
  if (!whole || gm_told_elsewhere(links, index, percent->from)) return;
  /* 15家医院中，我院占比为28.6%，居第2位: what is ranked among them is told of each */
  if (gm_words_at(view, percent->to, "，居 ，位居 ，位列 ，排 ，列 ，名列 ，高于 ，低于")) return;
  if (some_part_fits(n->figure->value.digits,
                     gm_percent_interval(percent->figure, slack(n->figure->value, percent->figure->value.scale))) ||
      gm_disclaimed(view))
    return;
  gm_report_mention(check, percent);
  gm_say(check->out, check->language, "%s中没有整数个能得出%s", "no whole number of %s gives %s",
         gm_quote_mention(view, n).text, gm_quote_mention(view, percent).text);
  gm_relate_mention(check, n, "整体", "the whole");
}

/* Is there a whole number of which `n` is the percentage? A slip of rounding is let pass. */
static bool some_whole_fits(int64_t n, const gm_figure *percent) {
  gm_interval p = gm_percent_interval(percent, 3);
  gm_decimal least, most;
  if (p.low.digits <= 0 || !gm_decimal_divide(gm_decimal_of(n * 100), p.high, 6, &least) ||
      !gm_decimal_divide(gm_decimal_of(n * 100), p.low, 6, &most))
    return true;
  const int64_t unit = 1000000; /* of six digits behind the point */
  if (least.scale != 6 || most.scale != 6) return true;
  return most.digits / unit * unit >= least.digits;
}

#define COUNT_LIMIT 1000000 /* larger counts fit any percentage */

/* 党员86名，占干警总数的99.09%, and no whole told: no whole number has 86 as such a share. */
static void check_whole_of_count(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *n = percent - 1;
  size_t at, stop;
  if (!gm_is_exact(percent->figure) || percent->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_PAREN) ||
      !counts_exactly(n->figure) || !gm_same_sentence(n, percent) || n->figure->value.digits > COUNT_LIMIT ||
      gm_lead_of(links, index, &at, &stop) != GM_LEAD_SHARE)
    return;
  if (percent->figure->value.scale < 2 || gm_find_word(view, stop, percent->from, "总数 总量 总人数") == SIZE_MAX ||
      gm_find_word(view, n->to, percent->from, "； 其中 分别") != SIZE_MAX)
    return;
  size_t clause = percent->clause;
  if (at > clause + 1 && !gm_share_pair(view, clause, at, n->clause, n->to)) return;
  for (unsigned i = 0; i < links->count; i++)
    if (&links->items[i] != n && gm_is_amount(links->items[i].figure) &&
        gm_comparable(links->items[i].figure, n->figure))
      return; /* PCT-01 may know the whole */
  if (some_whole_fits(n->figure->value.digits, percent->figure) || gm_disclaimed(view)) return;
  gm_report_mention(check, percent);
  gm_say(check->out, check->language, "%s不会是任何整数的%s", "%s is %s of no whole number",
         gm_quote_mention(view, n).text, gm_quote_mention(view, percent).text);
  gm_relate_mention(check, n, "部分", "the part");
}

#define ROUND 5 /* percent: of so few a share told in whole fives is a round one, as 占30% is */

void gm_check_impossible_percent(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) {
    const gm_figure *percent = links->items[i].figure;
    if (percent->kind != GM_FIGURE_PERCENT) continue;
    if (percent->value.scale) check_change_of_count(check, links, i);
    if (percent->value.scale || percent->value.digits % ROUND) check_share_of_count(check, links, i);
    check_whole_of_count(check, links, i);
  }
}
