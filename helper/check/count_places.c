/* CNT-01: countries, provinces and other places listed before their number: 甲、乙和丙四国, 甲、乙、丙四地. The number
 * stands right before the noun, without a measure word. */
#include "check/families.h"
#include "check/list.h"

#define PROVINCES                                                                                                                                                 \
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 " \
  "云南 "                                                                                                                                                       \
  "陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"

#define COUNTRIES                                                                                                                                                        \
  "中国 美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 印度 意大利 加拿大 澳大利亚 新西兰 巴西 阿根廷 智利 秘鲁 墨西哥 "        \
  "古巴 "                                                                                                                                                              \
  "哥伦比亚 委内瑞拉 厄瓜多尔 玻利维亚 巴拉圭 乌拉圭 巴拿马 哥斯达黎加 尼加拉瓜 洪都拉斯 萨尔瓦多 危地马拉 多米尼加 "  \
  "海地 牙买加 圭亚那 苏里南 巴巴多斯 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 奥地利 希腊 爱尔兰 冰岛 丹麦 挪威 瑞典 "      \
  "芬兰 "                                                                                                                                                              \
  "波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 黑山 北马其顿 阿尔巴尼亚 波黑 爱沙尼亚 "    \
  "拉脱维亚 立陶宛 乌克兰 白俄罗斯 摩尔多瓦 马耳他 塞浦路斯 土耳其 格鲁吉亚 亚美尼亚 阿塞拜疆 哈萨克斯坦 "                  \
  "吉尔吉斯斯坦 "                                                                                                                                                  \
  "塔吉克斯坦 乌兹别克斯坦 土库曼斯坦 蒙古国 蒙古 越南 老挝 柬埔寨 泰国 缅甸 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 "   \
  "文莱 "                                                                                                                                                              \
  "东帝汶 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 不丹 马尔代夫 阿富汗 伊朗 伊拉克 叙利亚 黎巴嫩 约旦 以色列 巴勒斯坦 "         \
  "沙特阿拉伯 沙特 阿联酋 卡塔尔 科威特 巴林 阿曼 也门 埃及 利比亚 突尼斯 阿尔及利亚 摩洛哥 毛里塔尼亚 苏丹 南苏丹 "     \
  "埃塞俄比亚 厄立特里亚 索马里 吉布提 肯尼亚 乌干达 坦桑尼亚 卢旺达 布隆迪 刚果（金） 刚果（布） 加蓬 喀麦隆 乍得 "    \
  "中非 "                                                                                                                                                              \
  "赤道几内亚 几内亚 几内亚比绍 塞内加尔 冈比亚 马里 布基纳法索 尼日尔 尼日利亚 贝宁 多哥 加纳 科特迪瓦 利比里亚 "       \
  "塞拉利昂 佛得角 安哥拉 赞比亚 津巴布韦 马拉维 莫桑比克 博茨瓦纳 纳米比亚 南非 莱索托 斯威士兰 马达加斯加 毛里求斯 " \
  "摩纳哥 安道尔 塞舌尔 科摩罗 斐济 萨摩亚 汤加 瓦努阿图 所罗门群岛 巴布亚新几内亚 基里巴斯 瑙鲁"

/* One character for each, in lists of such: 京、津、冀三地. */
#define SHORT_PROVINCES "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔贵滇云陕秦甘陇青台蒙桂藏宁新港澳"
#define SHORT_COUNTRIES "中美英法德俄日韩朝印意加澳巴埃伊沙土蒙越老缅泰马新柬菲荷比西葡乌波"

/* 陆 and 伍 are numerals too. */
#define SMALL_NUMERALS "二两三四五六七八九十"

#define ENDS "省 市 自治区 特别行政区 壮族自治区 回族自治区 维吾尔自治区"

/* The nouns counted, and what makes other words of them. */
#define NOUNS "类 类型 类别 国 省 省份 省区 省市 省区市 地 地市 市 市州 州市 州"
#define OTHER_WORDS                                                                                                                                          \
  "集团 联军 联盟 机制 杯 演义 级 道 会城 方 点 区块 块 下 铁 段 面 址 形 处 场 民 政 值 价 售 长 委 县 区县 际 似 " \
  "推 比 群"

#define FEW  10u /* of more places than these only some are named */
#define SLIP 3u  /* … unless hardly any are missing */

typedef enum place_kind { NO_PLACE, PROVINCE, COUNTRY, SHORT } place_kind;

/* The characters of the place that ends at `end` of the item [from, end), and what it is. */
static size_t place_before(const gm_view *view, size_t from, size_t end, place_kind *what) {
  size_t suffix = gm_words_before(view, end, ENDS), name = gm_words_before(view, end - suffix, PROVINCES);
  *what = PROVINCE;
  if (!name && suffix) name = gm_words_before(view, end - (suffix = 0), PROVINCES);
  if (!name && (name = gm_words_before(view, end, COUNTRIES)) != 0) *what = COUNTRY, suffix = 0;
  if (name && end - from >= name + suffix) return name + suffix;
  *what = NO_PLACE;
  return 0;
}

/* What all items of the list are, the last words of the first and each other by itself; in *before how many characters
 * of the first stand before its name. */
static place_kind kind_of(const gm_view *view, const gm_list *list, bool provinces, size_t *before) {
  place_kind all = NO_PLACE, what;
  bool brief = true;
  for (unsigned n = 0; n < list->count; n++) {
    size_t from = list->start[n], to = list->end[n], name = place_before(view, from, to, &what);
    brief = brief && to > from && (!n || to == from + 1) &&
            (provinces ? gm_one_before(view, to, SHORT_PROVINCES) : gm_one_before(view, to, SHORT_COUNTRIES));
    if (!n) {
      all = what;
      *before = to - from - name;
    } else if (what != all || name != to - from) {
      all = NO_PLACE;
    }
  }
  if (all != NO_PLACE || !brief || list->count < 3) return all;
  *before = list->end[0] - list->start[0] - 1;
  return SHORT;
}

/* 甲和乙、丙、丁三国: is that the number of the items behind some joint? */
static bool fits_behind_joint(const gm_view *view, const gm_list *list, unsigned claimed) {
  for (unsigned n = 0; n < list->count; n++)
    for (size_t i = list->start[n] + 1; i + 1 < list->end[n]; i++)
      if ((gm_joint_at(view, i) || gm_one_of(view, i, "同对")) && claimed == list->count - n) return true;
  return false;
}

/* 三省一市: the number that follows, of other places; 0 when none does. */
static unsigned counted_behind(const gm_view *view, size_t at) {
  gm_numeral number;
  at += gm_words_at(view, at, "和 、 及");
  size_t n = gm_numeral_read(view, at, &number);
  if (!n || number.value.scale || number.value.digits > GM_LIST_MAX || !gm_one_of(view, at + n, "省市区县州地"))
    return 0;
  return (unsigned)number.value.digits;
}

static bool has_figure_at(const gm_line_check *check, size_t number) {
  for (uint32_t i = 0; i < check->figures->count; i++)
    if (gm_view_find(check->view, check->figures->items[i].start) == number) return true;
  return false;
}

/* 在某沙地，甲、乙、丙三省: may the clause before hold the first of the places, as it ends in one like them? */
static bool may_begin_before(const gm_view *view, const gm_list *list, place_kind what) {
  size_t start = list->start[0];
  place_kind other = NO_PLACE;
  if (what == NO_PLACE || what == SHORT || !gm_one_before(view, start, "，"))
    return gm_list_may_begin_before(view, list);
  place_before(view, gm_clause_start(view, start - 1), start - 1, &other);
  return other == what;
}

/* 苏南、皖北、豫东八市: do all items name a part of something? */
static bool are_parts(const gm_view *view, const gm_list *list) {
  for (unsigned n = 0; n < list->count; n++)
    if (!gm_one_before(view, list->end[n], "东南西北中部省区")) return false;
  return true;
}

static void check_places(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  gm_numeral read;
  size_t number_end = gm_one_of(view, i, "类") && gm_one_before(view, i, "大种") ? i - 1 : i;
  size_t number = gm_number_before(view, number_end), noun = gm_words_at(view, i, NOUNS), end = number;
  if (number == number_end || !number || !noun ||
      !(view->cls[number] & GM_DIGIT || gm_one_of(view, number, SMALL_NUMERALS)) || gm_words_at(view, number, "九州") ||
      gm_words_at(view, i + noun, OTHER_WORDS))
    return;
  if (gm_numeral_read(view, number, &read) != number_end - number || read.value.scale || read.value.digits < 2 ||
      read.value.digits > GM_LIST_MAX || view->cls[number] & (GM_IN_TITLE | GM_IN_PAREN))
    return;
  unsigned claimed = (unsigned)read.value.digits;
  end -= gm_words_before(view, end, "共 这 合计 共计 等共 一共");
  if (!end || !(view->cls[end - 1] & GM_HAN || gm_one_before(view, end, "”》")) ||
      gm_one_before(view, end, "第的和与及") || gm_is_lone(view, end))
    return;
  gm_list list, whole;
  gm_list_before(view, 0, end, &whole);
  if (whole.too_long || whole.count < 2) return;
  list = whole;
  gm_list_split_last(view, &list);
  bool countries = gm_one_of(view, i, "国");
  size_t before = 0;
  place_kind what = kind_of(view, &list, !countries, &before);
  unsigned more = counted_behind(view, i + noun);
  if (what == NO_PLACE) {
    list = whole;
    if (gm_one_of(view, i, "国省") || claimed < 3 || has_figure_at(check, number) ||
        !gm_list_is_sure(view, &list, claimed))
      return;
    if (gm_one_of(view, i, "市州") && claimed > whole.count && are_parts(view, &whole)) return;
    gm_list_split_last(view, &list);
    before = 0;
  } else {
    /* 江苏、安徽八市 are of them, 江苏、安徽两地 they themselves. */
    if (what == PROVINCE && !gm_one_of(view, i, "省地")) return;
    if (what == COUNTRY && !gm_one_of(view, i, "国地")) return;
    if (what == SHORT && !gm_one_of(view, i, countries ? "国" : "省地")) return;
  }
  unsigned most = list.count + list.joints;
  if ((claimed >= list.count && claimed <= most) || (more && claimed + more >= list.count && claimed + more <= most))
    return;
  if (claimed < list.count
          ? fits_behind_joint(view, &list, claimed)
          : list.open || (claimed > FEW && claimed > list.count + SLIP) || may_begin_before(view, &list, what) ||
                (before && fits_behind_joint(view, &list, list.count)))
    return;
  gm_report_line(check, number, i + noun);
  if (list.joints || list.open || what == NO_PLACE || claimed > list.count + SLIP - 1)
    gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：前面列出%u项（%s……%s）", "“%s”: %u listed before it (%s … %s)",
         gm_quote_line(view, number, i + noun).text, list.count,
         gm_quote_line(view, list.start[0] + before, list.end[0]).text,
         gm_quote_line(view, list.start[list.count - 1], list.end[list.count - 1]).text);
  gm_relate_list(check, &list);
}

/* The characters of the place that begins at `at`, 0 when none does. */
static size_t place_at(const gm_view *view, size_t at, place_kind *what) {
  size_t name = gm_words_at(view, at, PROVINCES);
  *what = name ? PROVINCE : COUNTRY;
  if (name) return name + gm_words_at(view, at + name, ENDS);
  return gm_words_at(view, at, COUNTRIES);
}

bool gm_list_of_places(const gm_view *view, gm_list *list) {
  gm_list places = *list;
  place_kind first, what;
  if (list->count < 2 || list->too_long || list->open || list->count == GM_LIST_MAX) return false;
  unsigned last = places.count - 1;
  size_t name = place_at(view, places.start[last], &what), joint = places.start[last] + name;
  if (name && joint < places.end[last] && gm_joint_at(view, joint)) { /* …、甲国和乙国的代表 */
    places.end[last] = joint;
    places.start[++last] = joint + 1;
    places.end[last] = list->end[last - 1];
    places.count++;
  }
  for (unsigned n = 0; n <= last; n++) {
    name = place_at(view, places.start[n], &what);
    size_t end = places.start[n] + name;
    if (!n) first = what;
    if (!name || what != first || (n < last && end != places.end[n])) return false;
    if (n == last && (gm_joint_at(view, end) || gm_one_of(view, end, "等"))) return false;
    places.end[n] = end;
  }
  places.joints = 0;
  *list = places;
  return true;
}

void gm_check_listed_before(gm_line_check *check, size_t i) {
  if (gm_one_of(check->view, i, "方"))
    gm_check_parties(check, i);
  else if (gm_one_of(check->view, i, "跌降减"))
    gm_check_ups_and_downs(check, i);
  else if (!gm_one_of(check->view, i, "大种"))
    check_places(check, i);
  else if (gm_one_of(check->view, i + 1, "类"))
    check_places(check, i + 1); /* 四大类, 四种类型 */
}
