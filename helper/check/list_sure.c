/* Lists that leave no doubt of how many they hold: what a count differs from, however far it is off. */
#include "check/list.h"

#define SURE_LEAST  3u  /* two items may be the end of another phrase */
#define MANY_LEAST  4u  /* items that need not be of one length */
#define SURE_MOST   10u /* greater counts are of what the listed hold: 甲、乙、丙12个县 */
#define ALIKE_CHARS 9u  /* an item that is like the others but for its length is no longer */
#define SPREAD      4u  /* characters by which such items differ */
#define NAME_END    6u  /* nor is a name whose end the two beside 和 have as well */
#define SAME_END    12u /* an item that ends as all others do is no longer */

/* Words with 和 that are no two items: 和平. */
#define AND_WORDS "和平 和美 和田 和县 和林 和政 和顺 共和 温和 中和 调和 融和 平和 柔和 及时 以及"

/* One field of work with 和 in its name. */
#define ONE_FIELD                                                                                                                                      \
  "文化和旅游 文化与旅游 工业和信息化 经济和信息化 住房和城乡 发展和改革 发展与改革 人力资源和社会保障 " \
  "规划和自然资源 "                                                                                                                             \
  "卫生和健康 国防和军队 农业和农村 林业和草原 市场和质量 预防和治疗 传承和保护 传承与保护 保护和传承"

/* What no plain item holds. */
#define NO_ITEM "的 了 是 在 将 把 被 向 由 从 等 不仅 并 通过 围绕 以及"

/* Names of several places at once. */
#define REGIONS                                                                                                                                                 \
  "成渝 川渝 京津 沪宁 苏浙 江浙 粤港 港澳 两广 两湖 苏锡常 长株潭 京津冀 三角 经济带 经济区 流域 沿线 沿江 沿海 " \
  "沿黄 地区 湾区 城市群 都市圈 东部 中部 西部 华中 东北 西北 西南 "                                                                  \
  "华北 华东 华南"

/* Names in which a numeral counts nothing. */
#define NUMERAL_WORDS "四川 三亚 六安 九江 三明 十堰 六盘水 万州 百色 三门峡 一带 一体 统一 单一 唯一 第一 三农 万象"

/* 甲、乙4省10个城市: does the last item hold a number, which may count the others? */
static bool holds_number(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from; (i = gm_view_next_before(view, i, to, GM_DIGIT | GM_NUMERAL)) < to; i++)
    if (!gm_words_at(view, i, NUMERAL_WORDS) && !gm_words_before(view, i + 1, NUMERAL_WORDS)) return true;
  return false;
}

unsigned gm_list_split_last(const gm_view *view, gm_list *list) {
  unsigned last = list->count - 1;
  size_t from = list->start[last], to = list->end[last], joint = SIZE_MAX;
  if (list->count == GM_LIST_MAX || gm_find_word(view, from, to, ONE_FIELD) != SIZE_MAX) return 0;
  for (size_t i = from + 1; i + 1 < to; i++) {
    if (view->cls[i] & (GM_IN_PAREN | GM_IN_QUOTE | GM_IN_TITLE) || !gm_joint_at(view, i)) continue;
    if (joint != SIZE_MAX || gm_words_at(view, i, AND_WORDS) || gm_words_before(view, i + 1, AND_WORDS)) return 0;
    joint = i;
  }
  if (joint == SIZE_MAX || joint < from + 2 || joint + 2 >= to) return 0;
  list->end[last] = joint;
  list->start[last + 1] = joint + 1;
  list->end[last + 1] = to;
  list->count++;
  list->joints--;
  return 1;
}

/* What form the items have; the first may have a lead-in. */
typedef struct form {
  size_t shortest, longest; /* of all but the first */
  bool same_end;
} form;

static bool read_form(const gm_view *view, const gm_list *items, form *out) {
  *out = (form){.shortest = SIZE_MAX, .same_end = true};
  for (unsigned n = 0; n < items->count; n++) {
    size_t from = items->start[n], to = items->end[n], length = to - from;
    if (!length || gm_find_word(view, from, to, REGIONS) != SIZE_MAX) return false;
    out->same_end = out->same_end && view->cp[to - 1] == view->cp[items->end[0] - 1];
    if (!n) continue;
    if (gm_find_word(view, from, to, NO_ITEM) != SIZE_MAX) return false;
    if (length < out->shortest) out->shortest = length;
    if (length > out->longest) out->longest = length;
  }
  return out->shortest >= 2 && items->end[0] - items->start[0] >= 2;
}

bool gm_list_is_sure(const gm_view *view, const gm_list *list, unsigned claimed) {
  gm_list items = *list;
  form f;
  if (claimed > SURE_MOST || list->open || list->too_long) return false;
  if (list->joints) gm_list_split_last(view, &items);
  if (items.joints && (claimed < list->count || items.joints > 1)) return false;
  if (items.count < SURE_LEAST || (claimed >= list->count && claimed <= items.count + items.joints)) return false;
  if (items.quoted == items.count) return true;
  unsigned last = items.count - 1;
  if (holds_number(view, items.start[last], items.end[last]) || !read_form(view, &items, &f)) return false;
  if (f.longest == f.shortest && items.end[0] - items.start[0] >= f.shortest) return true;
  if (f.same_end && f.longest <= SAME_END) return true;
  return items.count >= MANY_LEAST && f.longest <= ALIKE_CHARS && f.longest <= f.shortest + SPREAD;
}

bool gm_list_joined_surely(const gm_view *view, const gm_list *list) {
  gm_list items = *list;
  form f;
  if (list->count < SURE_LEAST || list->joints != 1 || list->open || !gm_list_split_last(view, &items)) return false;
  if (!read_form(view, &items, &f)) return false;
  if (f.same_end && f.longest <= NAME_END) return true; /* 竞赛组、志愿者组和后勤组 */
  return f.shortest == f.longest && items.end[0] - items.start[0] >= f.shortest;
}

bool gm_list_begins_late(const gm_view *view, const gm_list *list, unsigned claimed, gm_list *late) {
  unsigned last = list->count - 1;
  size_t longest = 0;
  if (list->open || list->count < SURE_LEAST) return false;
  for (unsigned n = list->count; n-- > 1;) {
    size_t length = list->end[n] - list->start[n];
    if (last - n + 1 >= SURE_LEAST && length > longest + SPREAD) {
      *late = *list;
      late->count = last - n + 1;
      memmove(late->start, late->start + n, late->count * sizeof *late->start);
      memmove(late->end, late->end + n, late->count * sizeof *late->end);
      late->joints = late->quoted = 0;
      for (unsigned k = 1; k < late->count; k++)
        for (size_t i = late->start[k]; i < late->end[k]; i++) late->joints += gm_joint_at(view, i);
      return gm_list_is_sure(view, late, claimed) && (claimed < late->count || claimed > list->count + list->joints);
    }
    if (length > longest) longest = length;
  }
  return false;
}

#define SHORT_CHARS 6u /* an item behind a bare colon is no longer */
#define EVEN_LEAST  3u /* items of one length fill a clause */

bool gm_list_fills_clause(const gm_view *view, const gm_list *items) {
  gm_list split = *items, *list = &split;
  if (gm_list_joined_last(view, items)) gm_list_split_last(view, &split); /* 安保组、医疗组和后勤组 */
  size_t end = list->end[list->count - 1];
  bool alike = end > 0;
  for (unsigned n = 0; n < list->count; n++) {
    if (list->end[n] - list->start[n] > SHORT_CHARS) return false;
    alike = alike && view->cp[list->end[n] - 1] == view->cp[end - 1];
  }
  if (end >= view->count || view->cls[end] & GM_STOP) return true;
  bool even = list->count >= EVEN_LEAST && list->start[0] + list->end[1] == list->end[0] + list->start[1] &&
              list->end[0] > list->start[0] + 2 && gm_list_of_one_length(list);
  return (alike || even) && gm_one_of(view, end, "，");
}

#define LONG_CHARS 14u /* an item that ends in the noun of its count is no longer */

bool gm_list_ends_in_noun(const gm_view *view, const gm_list *list, size_t from, size_t to) {
  if (to < from + 2) return false;
  for (unsigned n = 0; n < list->count; n++) {
    size_t end = list->end[n], length = end - list->start[n];
    if (length < 3 || length > LONG_CHARS || view->cp[end - 1] != view->cp[to - 1] ||
        view->cp[end - 2] != view->cp[to - 2])
      return false;
  }
  size_t end = list->end[list->count - 1];
  return end >= view->count || view->cls[end] & GM_STOP;
}

#define PLACES "城市 国家 省 省份 市 县 区 市县 区县 县区 县市 市州 地市 地区 乡镇 镇 乡 村 街道 国"

/* Nouns of what is listed itself, which it cannot be about: 甲、乙、丙三个方面, but 甲、乙、丙六项制度. */
#define THEMSELVES                                                                                                                                                 \
  "方面 环节 领域 部分 阶段 层面 维度 要素 步骤 关键 重点 体系 板块 版块 类 类型 种类 方向 模块 单元 行业 产业 部门 " \
  "专题 关系 振兴 转变 提升 统一 结合 要求 坚持 确保 短板 优势 学科 语种 民族 赛道 业态 元素 题材 关 环 关口 因素"

bool gm_list_is_counted(const gm_view *view, const gm_list *list, size_t unit_end, size_t noun) {
  if (list->quoted == list->count || gm_one_before(view, unit_end, "大")) return true;
  if (gm_words_before(view, noun, THEMSELVES) || gm_words_at(view, unit_end, PLACES) + unit_end == noun) return true;
  for (unsigned n = 0; n < list->count; n++)
    if (view->cp[list->end[n] - 1] != view->cp[noun - 1]) return false;
  return true;
}
