#include "check/complement.h"

/* What one names the other does not, and nothing is left. */
#define EXHAUSTIVE(PAIR)                        \
  PAIR("男", "女")                              \
  PAIR("线上", "线下")                          \
  PAIR("专职", "兼职")                          \
  PAIR("全职", "兼职")                          \
  PAIR("公办", "民办")                          \
  PAIR("公立", "民营 私立")                     \
  PAIR("公共", "专用 私人")                     \
  PAIR("纸质", "电子 数字")                     \
  PAIR("税收", "非税")                          \
  PAIR("城镇 城市 城区 县城", "农村 乡村 乡镇") \
  PAIR("上半年", "下半年")                      \
  PAIR("离休", "退休")                          \
  PAIR("重箱", "空箱")                          \
  PAIR("走读", "住宿 寄宿 住校")                \
  PAIR("进口", "出口")                          \
  PAIR("一般债务", "专项债务")                  \
  PAIR("白天", "夜间 夜里")                     \
  PAIR("境内 国内", "境外 国外")                \
  PAIR("省内", "省外")                          \
  PAIR("市内", "市外")                          \
  PAIR("县内", "县外")                          \
  PAIR("校内", "校外")                          \
  PAIR("馆内", "馆外")                          \
  PAIR("本地 本市 本县 本区 本省", "外地")      \
  PAIR("在编", "编外 聘用")                     \
  PAIR("户籍", "非户籍")                        \
  PAIR("室内", "室外")                          \
  PAIR("合格", "不合格")                        \
  PAIR("达标", "不达标 未达标")                 \
  PAIR("及格", "不及格")                        \
  PAIR("到位", "未到位")                        \
  PAIR("有效", "无效")                          \
  PAIR("国产", "进口")                          \
  PAIR("地上", "地下")                          \
  PAIR("在职", "退休 离退休")                   \
  PAIR("汉族", "少数民族")                      \
  PAIR("内销", "外销 出口")                     \
  PAIR("批发", "零售")                          \
  PAIR("陆域 陆地", "海域 水域 海洋")           \
  PAIR("直接", "间接")                          \
  PAIR("当场 立即", "限期")                     \
  PAIR("强制", "推荐")                          \
  PAIR("揽收", "投递")                          \
  PAIR("冰上", "雪上")                          \
  PAIR("报废更新", "置换")                      \
  PAIR("境外输入", "本土")                      \
  PAIR("公务舱", "经济舱")

/* The same, but there may be a third: 水浇地, 小学, what is not begun. */
#define CONTRARY(PAIR)                                                              \
  PAIR("夏粮", "秋粮")                                                              \
  PAIR("中文", "外文")                                                              \
  PAIR("续建", "新开工 新建")                                                       \
  PAIR("初中", "高中")                                                              \
  PAIR("文科", "理科")                                                              \
  PAIR("本科", "专科")                                                              \
  PAIR("客运", "货运")                                                              \
  PAIR("旱地", "水田")                                                              \
  PAIR("自有", "租赁 租用")                                                         \
  PAIR("新生", "老生")                                                              \
  PAIR("老校区 老厂区 老院区 老馆 旧馆 老城区", "新校区 新厂区 新院区 新馆 新城区") \
  PAIR("上午", "下午")                                                              \
  PAIR("正式", "临时")                                                              \
  PAIR("固定", "流动")                                                              \
  PAIR("干流", "支流")                                                              \
  PAIR("主桥", "引桥")                                                              \
  PAIR("干线", "支线")                                                              \
  PAIR("门诊", "住院")                                                              \
  PAIR("已", "未 正在 尚 待")                                                       \
  PAIR("办结 完成 解决", "正在 未 待办 在办")                                       \
  PAIR("儿童 少儿 未成年", "成人")                                                  \
  PAIR("青少年 少年", "成年 成人")                                                  \
  PAIR("初婚", "再婚")                                                              \
  PAIR("规模以上 规上 限上", "规模以下 规下 限下")                                  \
  PAIR("必修", "选修")                                                              \
  PAIR("自建", "外购")                                                              \
  PAIR("内聘", "外聘")                                                              \
  PAIR("重伤", "轻伤")                                                              \
  PAIR("续订", "新订")                                                              \
  PAIR("常设", "临时")                                                              \
  PAIR("来电", "来信")                                                              \
  PAIR("新欠", "陈欠 旧欠")                                                         \
  PAIR("集中", "分散")                                                              \
  PAIR("地下", "地面")                                                              \
  PAIR("行政编制", "事业编制")                                                      \
  PAIR("国有", "集体")                                                              \
  PAIR("单位 团体 集体", "个人")                                                    \
  PAIR("定期", "活期")                                                              \
  PAIR("困难 特困 特殊 重点 重大", "普通 一般")

static const struct {
  const char *one, *other;
  gm_complement kind;
} pairs[] = {
#define ROW(one, other) {one, other, GM_COMPLEMENT_CONTRARY},
    CONTRARY(ROW)
#undef ROW
#define ROW(one, other) {one, other, GM_COMPLEMENT_EXHAUSTIVE},
        EXHAUSTIVE(ROW)
#undef ROW
};

#define WORDS(one, other) one " " other " "
static const char words_of_pairs[] = EXHAUSTIVE(WORDS) CONTRARY(WORDS);
#undef WORDS
#define WORD_MAX 8u /* no word is longer: where one of a row ends, a longer one of another row may go on */

#define BU  0x4E0Du /* 不 */
#define WEI 0x672Au /* 未 */
#define FEI 0x975Eu /* 非 */

static bool is_not(uint32_t c) { return c == BU || c == WEI || c == FEI; }

/* 成功 and 不成功: what one says with 不, 未 or 非 the other says without. What is not done (未) may be begun. */
static gm_complement negates(const gm_view *view, size_t from, size_t to, size_t other_from, size_t other_to) {
  for (size_t i = other_from; i + 2 < other_to; i++) {
    if (!is_not(view->cp[i])) continue;
    for (size_t k = from; k + 1 < to; k++)
      if (view->cp[k] == view->cp[i + 1] && view->cp[k + 1] == view->cp[i + 2] &&
          (k == from || !is_not(view->cp[k - 1])))
        return view->cp[i] == WEI ? GM_COMPLEMENT_CONTRARY : GM_COMPLEMENT_EXHAUSTIVE;
  }
  return GM_COMPLEMENT_NONE;
}

/* 普惠性民办园 beside 公办园: is only one of the two words of a pair, at `at` and `other`, of a kind that is named
 * before it? */
static bool one_is_qualified(const gm_view *view, size_t from, size_t at, size_t other_from, size_t other) {
  return (at > from && gm_one_of(view, at - 1, "性")) != (other > other_from && gm_one_of(view, other - 1, "性"));
}

/* 公办中学 beside 民办小学: are the words of a pair said of two kinds of one thing? */
static bool of_two_kinds(const gm_view *view, size_t at, size_t to, size_t other, size_t other_to, const char *words,
                         const char *other_words) {
  size_t a = at + gm_words_at(view, at, words), b = other + gm_words_at(view, other, other_words);
  return a + 2 <= to && b + 2 <= other_to && view->cls[a] & view->cls[b] & GM_HAN && view->cp[a] != view->cp[b] &&
         view->cp[a + 1] == view->cp[b + 1] && view->cls[a + 1] & GM_HAN;
}

gm_complement gm_complementary(const gm_view *view, size_t from, size_t to, size_t other_from, size_t other_to) {
  gm_complement found = negates(view, from, to, other_from, other_to);
  if (!found) found = negates(view, other_from, other_to, from, to);
  size_t reach = to + WORD_MAX < view->count ? to + WORD_MAX : view->count;
  if (found == GM_COMPLEMENT_EXHAUSTIVE || gm_find_word(view, from, reach, words_of_pairs) == SIZE_MAX)
    return found; /* most of them */
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    const char *one = pairs[i].one, *other = pairs[i].other;
    if (pairs[i].kind <= found || !gm_word_list_may_hold(view, one) || !gm_word_list_may_hold(view, other)) continue;
    size_t a = gm_find_word(view, from, to, one), b = gm_find_word(view, other_from, other_to, other);
    size_t c = gm_find_word(view, from, to, other), d = gm_find_word(view, other_from, other_to, one);
    bool there = a != SIZE_MAX && b != SIZE_MAX && c == SIZE_MAX,
         back = c != SIZE_MAX && d != SIZE_MAX && b == SIZE_MAX;
    if (!there && !back) continue;
    if (one_is_qualified(view, from, there ? a : c, other_from, there ? b : d) ||
        (pairs[i].kind == GM_COMPLEMENT_EXHAUSTIVE &&
         of_two_kinds(view, there ? a : c, to, there ? b : d, other_to, there ? one : other, there ? other : one)))
      return found;
    return pairs[i].kind;
  }
  return found;
}
