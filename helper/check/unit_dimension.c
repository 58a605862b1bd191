/* US-03: a unit that does not measure what the noun names: 建筑面积8600米, 全长36平方公里. */
#include "check/families.h"
#include "check/link.h"

typedef enum dimension { NONE, LENGTH, AREA, VOLUME, MASS, TEMPERATURE, ENERGY, POWER } dimension;

static const char *const units[] = {
    [LENGTH] = "米 公里 千米 厘米 毫米 公尺 公分 分米 英尺 英寸 英里 海里 华里 市里 km cm mm",
    [AREA] = "平方米 平方公里 平方千米 平方厘米 平方公尺 平方 平米 公顷 亩 公亩 英亩 坪 ㎡ m² km² hm²",
    [VOLUME] = "立方米 立方 立方公尺 立方厘米 立方千米 亿立方米 升 毫升 公升 m³ ㎥",
    [MASS] = "吨 公斤 千克 克 斤 公吨 台斤",
    [TEMPERATURE] = "℃ 摄氏度 华氏度 开尔文 开氏度 克耳文",
    [ENERGY] = "千瓦时 千瓦小时 万千瓦时 亿千瓦时 兆瓦时 吉瓦时 kWh MWh GWh",
    [POWER] = "千瓦 兆瓦 吉瓦 kW MW GW",
};

/* What stands right before the number; its last characters tell what it is measured in. */
#define LABELS                                                                                                                                                          \
  "面积 占地面积 建筑面积 总面积 总建筑面积 使用面积 营业面积 办公面积 展览面积 种植面积 播种面积 绿化面积 水域面积 " \
  "耕地面积 林地面积 辖区面积 用地面积 经营面积 馆舍面积 房屋面积 厂房面积 改造面积 流转面积 "                                  \
  "全长 总长 总长度 全线长 总里程 通车里程 里程 长度 宽度 全宽 路宽 海拔 水深 航程 行程 路程 "                                     \
  "库容 总库容 体积 蓄水量 总蓄水量 用水量 供水量 取水量 污水处理量 输水量 需水量 "                                                   \
  "体重 总重 净重 毛重 自重 总重量 重量 亩产 亩产量 单产 平均亩产 "                                                                           \
  "气温 室温 体温 水温 温度 室内温度 最高气温 最低气温 平均气温 最高温度 最低温度 "                                                   \
  "用电量 发电量 供电量 售电量 上网电量 耗电量 全社会用电量 年发电量 累计发电量 "                                                     \
  "装机容量 总装机容量 装机规模 总装机规模 用电负荷 最高用电负荷 最大负荷"

/* The last characters of those, and of the links behind them. */
#define LABEL_ENDS "积长程度宽深容量重温拔产模荷"
#define ENDS       LABEL_ENDS "达为约共有是近仅足过超逾在：就已高至计到增加大"

/* What the label that ends before `end` is measured in. */
static dimension fits(const gm_view *view, size_t end) {
  if (gm_one_before(view, end, "积")) return gm_one_before(view, end - 1, "体") ? VOLUME : AREA;
  if (gm_one_before(view, end, "度温")) return gm_words_before(view, end, "长度 宽度") ? LENGTH : TEMPERATURE;
  if (gm_one_before(view, end, "重产")) return MASS;
  if (gm_one_before(view, end, "容")) return VOLUME;
  if (gm_one_before(view, end, "模荷")) return POWER;
  if (!gm_one_before(view, end, "量")) return LENGTH;
  return gm_one_before(view, end - 1, "电")     ? ENERGY
         : gm_one_before(view, end - 1, "容")   ? POWER
         : gm_one_before(view, end - 1, "重产") ? MASS
                                                : VOLUME;
}

static bool is_unit_of(const char *unit, dimension d) {
  size_t bytes = strlen(unit);
  for (const char *word = units[d]; *word;) {
    size_t n = strcspn(word, " ");
    if (n == bytes && !memcmp(word, unit, n)) return true;
    word += n + (word[n] == ' ');
  }
  return false;
}

static dimension dimension_of(const char *unit) {
  for (dimension d = LENGTH; d <= POWER; d++)
    if (is_unit_of(unit, d)) return d;
  return NONE;
}

bool gm_check_dimension(gm_line_check *check, const gm_figure *f) {
  const gm_view *view = check->view;
  if (gm_units[f->unit].unit_class != GM_CLASS_MEASURE || f->roles & GM_ROLE_TITLE) return false;
  size_t number = gm_view_find(view, gm_figure_from(f));
  size_t to = gm_view_find(view, f->end), end = number;
  if (!gm_one_before(view, end, ENDS)) return false; /* most */
  end = gm_skip_links(view, end);
  size_t label = gm_one_before(view, end, LABEL_ENDS) ? gm_words_before(view, end, LABELS) : 0;
  if (!label) return false;
  dimension wanted = fits(view, end), d = dimension_of(gm_units[f->unit].name);
  bool amount = (d == VOLUME || d == MASS) && (wanted == VOLUME || wanted == MASS); /* 库容3万吨 */
  /* 面积30米×20米, 水深8米的, 体积3米见方 */
  if (d == NONE || d == wanted || amount || gm_one_of(view, to, "×xX*乘见宽长高/")) return false;
  /* 折合每平方米建筑面积0.49立方米 */
  if (gm_words_before(view, end - label, "每平方米 每平米 每亩 每公顷 每公里 每延米 每立方米 单位")) return false;
  if (gm_words_at(view, to, "的距离 的范围 范围内 的高度 高度 高空 深处 处 外")) return false; /* 温度在100公里的距离内 */
  if (d == ENERGY && gm_find_word(view, gm_sentence_start(view, number), number, "储能") != SIZE_MAX) return false;
  gm_report_line(check, number, to);
  gm_say(check->out, check->language, "“%s”：%s不以“%s”计，请核对单位", "%s: %s is not measured in %s",
         gm_quote_line(view, end - label, to).text, gm_quote_line(view, end - label, end).text,
         gm_quote_line(view, gm_view_find(view, f->unit_start), to).text);
  return true;
}
