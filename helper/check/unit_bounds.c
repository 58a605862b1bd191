/* US-03: figures that no such thing can have, and 人, 人次, 个 for one another. */
#include "check/families.h"
#include "check/link.h"

/* A measure of general knowledge: behind one of `labels` an amount in `unit` lies between `low` and `high` (0 = no
 * bound). Where `of` is not empty, one of its words stands right before the label. */
typedef struct measure {
  const char *labels, *of, *unit;
  int64_t low, high;
  bool average; /* an average of it lies there too: 平均身高 */
} measure;

#define REGIONS "全县 该县 县 县域 全市 该市 我市 本市 全镇 该镇 镇 镇域 全乡 该乡 乡 全区 该区 全省 省 全州 县城 州"

/* The least of a region is that of a small township; the highest mountain has 8848.86 m; the rest are records. */
static const measure measures[] = {
    {"总面积 土地总面积 国土总面积 面积", REGIONS, "平方米", 1000000, 0, false},
    {"国土面积 幅员面积 行政区域面积 行政区划面积", "", "平方米", 1000000, 0, false},
    {"辖区面积 辖区总面积 管辖面积 区域面积 区域总面积 境内面积", "", "平方米", 5000, 0, false}, /* of a few streets */
    {"耕地面积 林地面积 播种面积 粮食播种面积 种植面积 农作物播种面积 森林面积 造林面积 水域面积 湿地面积",
     "全县 该县 我县 全市 该市 我市 全省 全州 全区 我区 我省", "平方米", 10000000, 0, false},
    {"耕地面积 林地面积 播种面积 粮食播种面积 种植面积 农作物播种面积 造林面积 水域面积",
     "全镇 该镇 我镇 全乡 该乡 我乡", "平方米", 500000, 0, false},
    {"住房面积 宿舍面积 仓库面积 车间面积 客厅面积 会议室面积 教室面积 办公室面积 展厅面积 大厅面积 房屋面积 厂房面积 "
     "食堂面积",
     "", "平方公里", 0, 1, false},
    {"建筑面积 建筑总面积 总建筑面积 营业面积 办公面积 使用面积 馆舍面积", "", "平方公里", 0, 10, false},
    {"常住人口 户籍人口 总人口 人口总数", "全县 该县 我县 全市 该市 我市 全省 全州", "人", 3000, 0, false},
    {"常住人口 户籍人口 总人口 人口总数 人口",
     "全县 该县 我县 县 全镇 该镇 我镇 镇 全乡 该乡 我乡 乡 街道 全街道 全村 该村 我村 村 社区 全社区", "人", 0,
     5000000, false},
    {"海拔", "", "米", 0, 8850, false},
    {"身高", "", "米", 0, 3, true},
    {"身高", "", "厘米", 30, 290, true},
    {"体温", "", "℃", 25, 46, false},
    {"体温", "", "摄氏度", 25, 46, false},
    {"气温 最高气温 室温", "", "℃", 0, 60, false},
    {"气温 最高气温 室温", "", "摄氏度", 0, 60, false},
    {"年龄 享年 终年 现年 年纪", "", "岁", 0, 130, true},
    {"每天 每日 日均 每天学习 每天工作 每日工作 每天训练 每天开放 每日开放 每天睡眠 每天劳动", "", "小时", 0, 24, true},
};

#define BETWEEN                                                                                                                                             \
  "达 为 约 共 有 是 共有 达到 约为 近 仅 不足 超过 超 逾 在 的 ： 就 只有 仅有 已达 高达 最高 至 工作 学习 训练 " \
  "开放 劳动 连续 保持在 控制在 稳定在 合计 共计 新增 增加 增至 增加到 扩大 扩大到 扩大至"

size_t gm_skip_links(const gm_view *view, size_t from) {
  for (size_t n = 0, word; n < 3 && (word = gm_words_before(view, from, BETWEEN)) != 0; n++) from -= word;
  return from;
}

#define RECORDS    "最长寿 最年长 最高寿 最高龄 年龄最大 世界纪录 吉尼斯"
#define OLDEST_AGE 150 /* the oldest that anybody is said to have been */

/* 最长寿的老人…享年136岁: an age told as a record, true or not? */
static bool is_record(const gm_view *view, const gm_figure *f, const measure *m, size_t number) {
  return !strcmp(m->unit, "岁") && gm_decimal_compare(f->interval.low, gm_decimal_of(OLDEST_AGE)) <= 0 &&
         gm_find_word(view, gm_sentence_start(view, number), gm_sentence_end(view, number), RECORDS) != SIZE_MAX;
}

static bool outside(const gm_figure *f, const measure *m) {
  bool below = m->low && gm_decimal_compare(f->interval.high, gm_decimal_of(m->low)) < 0;
  return below || (m->high && gm_decimal_compare(f->interval.low, gm_decimal_of(m->high)) > 0);
}

/* 城镇常住人口, 4县人口: is the place that ends just before `at` no single one? */
static bool of_many(const gm_view *view, size_t at, size_t length) {
  return gm_words_before(view, at, "城镇 乡村 农村 乡镇 村镇 城乡 市县 村居") ||
         (at > length &&
          (view->cls[at - length - 1] & (GM_DIGIT | GM_NUMERAL) || gm_one_before(view, at - length, "各个数")));
}

static bool check_measure(gm_line_check *check, const gm_figure *f) {
  const gm_view *view = check->view;
  if (f->roles & (GM_ROLE_TITLE | GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_THRESHOLD)) return false;
  const char *unit = gm_units[f->unit].name;
  uint8_t class = gm_units[f->unit].unit_class;
  if (class == GM_CLASS_COUNT || class == GM_CLASS_MONEY || class == GM_CLASS_VISIT) return false; /* none above */
  for (size_t k = 0; k < sizeof measures / sizeof *measures; k++) {
    const measure *m = &measures[k];
    if (unit[0] != m->unit[0] || unit[1] != m->unit[1] || strcmp(unit, m->unit)) continue;
    if ((f->roles & GM_ROLE_EACH && !m->average) || !outside(f, m) || !gm_word_list_may_hold(view, m->labels)) continue;
    size_t number = gm_view_find(view, gm_figure_from(f));
    size_t end = gm_skip_links(view, number), label = gm_words_before(view, end, m->labels);
    if (!label) {
      end = number;
      label = gm_words_before(view, end, m->labels);
    }
    if (gm_one_before(view, end - label, "塔机车船佛楼像")) label = 0; /* 塔身高 */
    size_t of = label && *m->of ? gm_words_before(view, end - label, m->of) : 0;
    if (!label || (*m->of && !of) || (of && of_many(view, end - label, of))) continue;
    if (is_record(view, f, m, number)) continue;
    size_t to = gm_view_find(view, f->end);
    gm_report_line(check, number, to);
    gm_quote what = gm_quote_line(view, end - label, end), said = gm_quote_line(view, number, to);
    if (m->low && gm_decimal_compare(f->interval.high, gm_decimal_of(m->low)) < 0)
      gm_say(check->out, check->language, "%s为%s，小于常理下限%lld%s：请核对单位和量级",
             "%s is %s, below any such (%lld %s); check unit and scale", what.text, said.text, (long long)m->low,
             m->unit);
    else
      gm_say(check->out, check->language, "%s为%s，大于常理上限%lld%s：请核对单位和量级",
             "%s is %s, above any such (%lld %s); check unit and scale", what.text, said.text, (long long)m->high,
             m->unit);
    return true;
  }
  return false;
}

/* 38.6人, 90.5人次: persons are whole, unless they are an average. */
static bool check_whole_persons(gm_line_check *check, const gm_figure *f) {
  const gm_view *view = check->view;
  const bool visits = gm_units[f->unit].unit_class == GM_CLASS_VISIT;
  if ((gm_units[f->unit].unit_class != GM_CLASS_PERSON && !visits) || !f->value.scale ||
      f->roles & (GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_COMPARED))
    return false;
  if (f->numeral_flags & GM_NUMERAL_SCALED || (!visits && !gm_is_exact(f)) || f->kind != GM_FIGURE_QUANTITY) return false;
  size_t number = gm_view_find(view, f->start), to = gm_view_find(view, f->end);
  size_t from = gm_sentence_start(view, number), end = gm_sentence_end(view, to);
  if (!number && view->cls[gm_view_find(view, f->number_end)] & GM_SPACE) return false; /* 3.2 人员要求: a heading */
  if (!number && gm_one_of(view, to, "户间桌床组份套")) return false; /* 3.2人户: item 3 */
  if (gm_find_word(view, from, end, "平均 均 每 万人中 千人中 百人中 密度 折合 折算 相当 系数 指数 比 率 / 标准 当量 之间") != SIZE_MAX)
    return false;
  gm_report_line(check, number, to);
  gm_say(check->out, check->language, "“%s”：人数应为整数，请核对是否漏写“万”",
         "“%s”: persons are whole; is 万 missing?", gm_quote_line(view, number, to).text);
  return true;
}

#define PERSONS                                                                                                                                                   \
  "书记 主任 干部 党员 教师 老师 学生 同志 代表 委员 医生 护士 民警 队员 志愿者 专家 教授 农民 职工 工人 村民 居民 " \
  "同学 "                                                                                                                                                       \
  "支部书记 党支部书记 公务员 辅导员 讲解员"

#define HEAD_BYTES 6u /* two characters of Han */

bool gm_same_head(gm_text line, const gm_figure *a, const gm_figure *b) {
  return a->noun_end - a->noun_start >= HEAD_BYTES && b->noun_end - b->noun_start >= HEAD_BYTES &&
         !memcmp(line.ptr + a->noun_end - HEAD_BYTES, line.ptr + b->noun_end - HEAD_BYTES, HEAD_BYTES);
}

#define NEAR_FIGURES 48u /* figures before and behind one that may tell the same number */

/* 255个书记; 5703人 and 5703人次 of one thing. */
static void check_classifier(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *f = &check->figures->items[index];
  size_t number = gm_view_find(view, f->start), to = gm_view_find(view, f->end);
  size_t person = strcmp(gm_units[f->unit].name, "个") ? 0 : gm_words_at(view, to, PERSONS);
  if (person &&
      (!(view->cls[to + person] & GM_HAN) || gm_words_at(view, to + person, "参 在 到 和 的 被 与 为 是 都"))) {
    gm_report_line(check, number, to + person);
    gm_lower(check->out, GM_SEVERITY_HINT);
    gm_say(check->out, check->language, "“%s”：指人宜用“名”", "“%s”: persons are counted by 名",
           gm_quote_line(view, number, to + person).text);
    return;
  }
  if (!strcmp(gm_units[f->unit].name, "个") && gm_words_before(view, number, PERSONS) &&
      (to >= view->count || view->cls[to] & (GM_PAUSE | GM_STOP))) { /* 培训乡村医生412个， */
    gm_report_line(check, number, to);
    gm_lower(check->out, GM_SEVERITY_HINT);
    gm_say(check->out, check->language, "“%s”：指人宜用“名”", "“%s”: persons are counted by 名",
           gm_quote_line(view, number, to).text);
    return;
  }
  if (strcmp(gm_units[f->unit].name, "人次") || f->value.digits < 10) return;
  for (size_t i = index > NEAR_FIGURES ? index - NEAR_FIGURES : 0;
       i < check->figures->count && i <= index + NEAR_FIGURES; i++) {
    const gm_figure *other = &check->figures->items[i];
    if (gm_units[other->unit].unit_class != GM_CLASS_PERSON || !gm_same_head(view->raw, f, other) ||
        gm_decimal_compare(other->value, f->value) || !gm_is_exact(f) || !gm_is_exact(other))
      continue;
    gm_report_line(check, number, to);
    gm_lower(check->out, GM_SEVERITY_HINT);
    gm_say(check->out, check->language, "“%s”：同一数另一处以“人”计，请核对是人还是人次",
           "“%s”: the same number is told in persons elsewhere", gm_quote_line(view, number, to).text);
    gm_relate(check->out, (gm_position){0, other->start}, (gm_position){0, other->end},
              check->language == GM_ENGLISH ? "the other place" : "另一处");
    return;
  }
}

void gm_check_bounds(gm_line_check *check, size_t index) {
  const gm_figure *f = &check->figures->items[index];
  if (!f->unit || gm_check_reversed_range(check, f)) return;
  if (f->kind != GM_FIGURE_QUANTITY && f->kind != GM_FIGURE_DURATION) return;
  if (check_measure(check, f) || gm_check_dimension(check, f) || check_whole_persons(check, f)) return;
  if (check->hints) check_classifier(check, index);
}
