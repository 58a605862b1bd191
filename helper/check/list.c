#include "check/list.h"

#define COLON      0xFF1Au
#define ITEM_CHARS 14u /* an item of an announced list is no longer (checks.md, CNT-01) */

static bool opens(const gm_view *view, size_t i) {
  uint32_t c = view->cp[i];
  return c == 0x201C || c == 0x2018 || c == 0x300A || c == 0x3008 || c == 0xFF08;
}

static bool closes(const gm_view *view, size_t i) {
  uint32_t c = view->cp[i];
  return c == 0x201D || c == 0x2019 || c == 0x300B || c == 0x3009 || c == 0xFF09;
}

/* Words in which 和 与 及 part nothing, whatever stands beside them; 人和 and 和平 are not such: 工人和农民,
 * 人数和平均分. */
#define WHOLE_WORDS                                                                                                                                               \
  "和谐 和睦 和解 共和国 饱和 缓和 总和 祥和 参与 与会 与否 给与 赠与 及格 普及 涉及 惠及 遍及 触及 累及 殃及 危及 " \
  "波及 顾及 "                                                                                                                                                \
  "提及 埃及 "                                                                                                                                                \
  "与时俱进 "                                                                                                                                                 \
  "及以上 及以下 及以内 及以前 及以后 与日俱增 跟踪 跟进 跟班 跟岗 跟上 跟随"

#define JOINTS "和与及跟暨"

/* 批发和零售业: does the joint at i stand in the name of an industry (GB/T 4754)? */
static bool names_industry(const gm_view *view, size_t i) {
  return gm_words_before(view, i, "批发 住宿 仓储 租赁 软件 科学研究 环境 居民服务 修理 卫生 体育 燃气 公共管理") &&
         gm_words_at(view, i + 1,
                     "零售业 餐饮业 邮政业 商务服务业 信息技术服务业 技术服务业 公共设施管理业 其他服务业 社会工作 "
                     "娱乐业 供应业 水生产 社会组织");
}

/* 县住房和城乡建设局: an office is one body, whatever its name joins. */
static bool names_office(const gm_view *view, size_t i) {
  return gm_words_before(view, i,
                         "住房 自然资源 规划 人力资源 文化 广播电视 工业 经济 发展 卫生 农业 林业 宗教 交通") &&
         gm_words_at(
             view, i + 1,
             "城乡建设 城乡规划 规划局 自然资源局 社会保障 旅游局 旅游厅 旅游委 旅游部 旅游体育 信息化 改革委 改革局 "
             "改革厅 计划生育 健康 农村局 农村厅 草原局 水务局 建设局");
}

bool gm_joint_at(const gm_view *view, size_t i) {
  if (!gm_one_of(view, i, JOINTS) || names_industry(view, i) || names_office(view, i)) return false;
  if (i && gm_words_at(view, i - 1, "以及")) return true;
  return !gm_words_at(view, i, WHOLE_WORDS) && !(i && gm_words_at(view, i - 1, WHOLE_WORDS));
}

/* Words in which 等 tells of no more. */
#define GRADES                                                                                                                                                 \
  "等级 等次 等第 等待 等候 等于 等同 等值 等额 等价 等距 等效 平等 同等 对等 均等 相等 不等 高等 中等 初等 优等 " \
  "上等 下等 甲等 乙等 丙等 一等 二等 三等 头等 何等"

size_t gm_and_so_on(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (gm_one_of(view, i, "等") && !gm_words_at(view, i, GRADES) && !gm_words_before(view, i + 1, GRADES)) return i;
  return SIZE_MAX;
}

/* Is the character inside brackets of its own? */
static bool inside(const gm_view *view, size_t i, uint16_t outer) {
  return view->cls[i] & ~outer & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN);
}

/* 并与甲、乙、丙: with nothing but these before it, 与 leads the list in and parts nothing. */
#define LEADING "并 还 又 也 已 将 先后 分别 联合 同时 主动 积极 深化 加强 进一步"

/* 幼儿和孕妇等体弱人群: where 等 stands last within the item [from, to), behind what 和 parts in it; `from` when
 * nowhere. */
static size_t within_item(const gm_view *view, size_t from, size_t to) {
  for (size_t i = to; i-- > from + 1;)
    if (i + 1 < to && gm_and_so_on(view, i, i + 1) != SIZE_MAX) return i;
  return from;
}

/* Has each item a 和 of its own: 学习与工作相衔接、线上与线下相衔接, 产业和生态、城市和乡村? Not
 * 与孤独作斗争、学习和互助. `at` are the last joints of the items. */
static bool each_joined(const gm_view *view, const gm_list *list, const size_t *at) {
  bool same_joint = true, same_end = true;
  for (unsigned n = 0; n < list->count; n++) {
    if (!at[n]) return false;
    same_joint = same_joint && view->cp[at[n]] == view->cp[at[0]];
    same_end = same_end && view->cp[list->end[n] - 1] == view->cp[list->end[0] - 1];
  }
  return list->count > 1 && (same_joint || same_end);
}

/* 和 and 与 inside items may part two more, unless each item has its own. */
static void count_joints(const gm_view *view, gm_list *list, uint16_t outer) {
  size_t joined[GM_LIST_MAX] = {0};
  for (unsigned n = 0; n < list->count; n++) {
    size_t from = list->start[n], to = list->end[n];
    bool whole = to > from && closes(view, to - 1) && view->cp[to - 1] != 0xFF09;
    for (; whole && n == 0 && from < to && !opens(view, from);) from++; /* 编印《甲》《乙》 */
    if (whole && from < to && opens(view, from)) list->quoted++;
    size_t so_on = SIZE_MAX; /* where 等 stands, once asked */
    for (size_t i = from; i < to; i++) {
      bool joint = gm_one_of(view, i, JOINTS);
      if ((!joint && !(view->cls[i] & GM_PUNCT)) || inside(view, i, outer)) continue;
      if (joint && so_on == SIZE_MAX) so_on = n + 1 < list->count ? within_item(view, from, to) : from;
      bool parts = joint && i > from && i + 1 < to && gm_joint_at(view, i) &&
                   gm_words_before(view, i, LEADING) != i - from && i > so_on;
      bool adjoining = closes(view, i) && i + 1 < to && opens(view, i + 1) && view->cp[i + 1] != 0xFF08;
      if (!parts && !adjoining) continue;
      list->joints++;
      joined[n] = i;
    }
  }
  if (each_joined(view, list, joined)) list->joints = 0;
}

/* 一、二等奖: the number that follows is the next one and counts nothing, so that the first is no marker. */
static bool goes_on_counting(const gm_view *view, size_t at, size_t next) {
  gm_numeral first, second;
  size_t n = gm_numeral_read(view, at, &first), m = n ? gm_numeral_read(view, next, &second) : 0;
  return m && !first.value.scale && !second.value.scale && second.value.digits == first.value.digits + 1 &&
         !gm_one_of(view, next + m, "大个项条是要");
}

/* 三、抓好…: the first "item" is the marker of a heading, or of what is numbered within a paragraph: …；二、开展…. */
static void drop_marker(const gm_view *view, gm_list *list) {
  if (!list->count || (list->start[0] > 4 && !gm_one_before(view, list->start[0], "；：。"))) return;
  if (list->count > 1 && view->cls[list->start[1]] & GM_NUMERAL) return; /* 一、二、三车间 */
  for (size_t i = list->start[0]; i < list->end[0]; i++)
    if (!(view->cls[i] & (GM_NUMERAL | GM_DIGIT | GM_SPACE))) return;
  size_t number = list->start[0];
  while (number < list->end[0] && view->cls[number] & GM_SPACE) number++;
  if (list->count > 1 && goes_on_counting(view, number, list->start[1])) return;
  list->count--;
  memmove(list->start, list->start + 1, list->count * sizeof *list->start);
  memmove(list->end, list->end + 1, list->count * sizeof *list->end);
}

/* Does one quotation with 、 inside end at `end`, and no other item before it? */
static bool quotation_list(const gm_view *view, size_t end) {
  if (!end || view->cp[end - 1] != 0x201D) return false;
  bool parted = false;
  size_t i = end - 1;
  for (; i && end - i < GM_REACH_CHARS && !opens(view, i - 1); i--) {
    if (closes(view, i - 1)) return false; /* nested: leave it */
    parted = parted || view->cp[i - 1] == GM_DUN;
  }
  return parted && i && view->cp[i - 1] == 0x201C && !(i > 1 && (view->cp[i - 2] == GM_DUN || closes(view, i - 2)));
}

bool gm_is_lone(const gm_view *view, size_t end) {
  size_t reach = end > GM_REACH_CHARS ? end - GM_REACH_CHARS - 1 : 0;
  size_t mark = gm_view_behind_last(view, reach, end, GM_PUNCT);
  return mark == reach || (view->cls[mark - 1] & (GM_STOP | GM_PAUSE) && view->cp[mark - 1] != GM_DUN);
}

void gm_list_before(const gm_view *view, size_t floor, size_t end, gm_list *out) {
  memset(out, 0, sizeof *out);
  uint16_t outer = end ? view->cls[end - 1] & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN) : 0;
  if (end && closes(view, end - 1)) outer = view->cls[end] & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN);
  if (quotation_list(view, end)) { /* “甲、乙、丙”三个方面: the list is the quotation */
    end--;
    outer = view->cls[end - 1] & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN);
  }
  if (gm_one_before(view, end, "等")) {
    out->open = true;
    end--;
  }
  size_t starts[GM_LIST_MAX], ends[GM_LIST_MAX];
  size_t i = end, item_end = end;
  unsigned n = 0;
  size_t reach = end > GM_REACH_CHARS ? end - GM_REACH_CHARS - 1 : 0; /* one more than is looked at */
  for (;; i--) {
    i = gm_view_behind_last(view, floor > reach ? floor : reach, i, GM_PUNCT);
    bool stop = i <= floor;
    if (end - i > GM_REACH_CHARS) {
      out->too_long = true;
      return;
    }
    size_t cut = i; /* the item begins here */
    if (!stop) {
      uint32_t c = view->cp[i - 1];
      uint16_t cls = view->cls[i - 1];
      if (inside(view, i - 1, outer)) continue;
      stop = cls & GM_STOP || c == GM_COMMA || c == GM_SEMICOLON || c == COLON || (outer && opens(view, i - 1));
      /* A quote opening the outer level that holds the list ends it. */
      if (!stop && c == GM_DUN) {
        if (n == GM_LIST_MAX) {
          out->too_long = true;
          return;
        }
        starts[n] = cut;
        ends[n++] = item_end;
        item_end = i - 1;
        continue;
      }
      if (!stop && i < end && closes(view, i - 1) && opens(view, i) && c != 0xFF09 && view->cp[i] != 0xFF08) {
        if (n == GM_LIST_MAX) {
          out->too_long = true;
          return;
        }
        starts[n] = cut;
        ends[n++] = item_end;
        item_end = i;
        continue;
      }
    }
    if (stop) {
      if (n == GM_LIST_MAX) {
        out->too_long = true;
        return;
      }
      starts[n] = cut;
      ends[n++] = item_end;
      break;
    }
  }
  out->count = n;
  for (unsigned k = 0; k < n; k++) {
    out->start[k] = starts[n - 1 - k];
    out->end[k] = ends[n - 1 - k];
  }
  drop_marker(view, out);
  count_joints(view, out, outer);
}

static unsigned weight(const gm_view *view, size_t i) {
  uint32_t c = view->cp[i];
  if (view->cls[i] & GM_STOP) return 4;
  if (c == GM_SEMICOLON) return 3;
  if (c == GM_COMMA || c == COLON) return 2;
  return c == GM_DUN ? 1 : 0;
}

/* “甲”和“乙”，: does 和 at `i` part two items that are all quotation? */
static bool joins_quotes(const gm_view *view, size_t i, uint16_t outer) {
  if (!gm_one_of(view, i, JOINTS) || !i || !closes(view, i - 1) || view->cp[i - 1] == 0xFF09 || !opens(view, i + 1) ||
      view->cp[i + 1] == 0xFF08)
    return false;
  size_t close = i + 2;
  while (close < view->count && close - i < GM_REACH_CHARS && inside(view, close, outer)) close++;
  return close + 1 >= view->count || weight(view, close + 1);
}

void gm_list_behind(const gm_view *view, size_t at, uint32_t separator, gm_list *out) {
  memset(out, 0, sizeof *out);
  uint16_t outer = view->cls[at] & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN);
  if (at < view->count && opens(view, at)) {
    /* “A、B、C” as one quotation: the list stands inside it. */
    size_t close = at + 1;
    while (close < view->count && close - at < GM_REACH_CHARS && inside(view, close, outer)) close++;
    bool parted = false;
    for (size_t i = at + 1; i < close; i++) parted = parted || view->cp[i] == separator;
    if (parted && close < view->count && view->cp[at] != 0x300A &&
        !(view->cp[close + 1] == separator || opens(view, close + 1))) {
      at++;
      outer = view->cls[at] & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN);
    }
  }
  unsigned own = separator == GM_DUN ? 1 : separator == GM_COMMA ? 2 : 3;
  size_t start = at, i = at;
  for (;; i++) {
    bool stop = i >= view->count;
    if (i - at > GM_REACH_CHARS) {
      out->too_long = true;
      return;
    }
    if (!stop && inside(view, i, outer)) continue;
    if (!stop && outer && closes(view, i) && !(view->cls[i] & outer)) stop = true;
    unsigned w = stop ? 4 : weight(view, i);
    bool adjoining = !stop && own == 1 && i > at && opens(view, i) && closes(view, i - 1) && view->cp[i] != 0xFF08 &&
                     view->cp[i - 1] != 0xFF09;
    bool joined = !stop && own == 1 && i > at && joins_quotes(view, i, outer);
    if (!(stop || w >= own || adjoining || joined)) continue;
    if (i > start) {
      if (out->count == GM_LIST_MAX) {
        out->too_long = true;
        return;
      }
      out->start[out->count] = start;
      out->end[out->count++] = i;
    }
    if (stop || w > own) break;
    start = adjoining ? i : i + 1;
  }
  for (unsigned n = 0; n < out->count; n++)
    if (gm_words_before(view, out->end[n], "等 等等")) out->open = true;
  count_joints(view, out, outer);
}

bool gm_list_extend(const gm_view *view, gm_list *list) {
  size_t end = list->end[list->count - 1], more = gm_words_at(view, end, "，以及 ，及 ，还有");
  gm_list rest;
  if (!more) return false;
  gm_list_behind(view, end + more, GM_DUN, &rest);
  if (rest.too_long || !rest.count || list->count + rest.count > GM_LIST_MAX) return false;
  memcpy(list->start + list->count, rest.start, rest.count * sizeof *rest.start);
  memcpy(list->end + list->count, rest.end, rest.count * sizeof *rest.end);
  list->count += rest.count;
  list->joints += rest.joints;
  list->quoted += rest.quoted;
  list->open = list->open || rest.open;
  return true;
}

bool gm_list_fits_before(const gm_view *view, size_t number, unsigned claimed) {
  gm_list list;
  if (!number || gm_is_lone(view, number)) return false;
  gm_list_before(view, 0, number, &list);
  return !list.too_long && gm_list_alike(view, &list) && claimed >= list.count && claimed <= list.count + list.joints;
}

bool gm_list_joined_last(const gm_view *view, const gm_list *list) {
  if (list->count < 3 || list->joints != 1 || list->open) return false;
  unsigned last = list->count - 1;
  size_t from = list->start[last], to = list->end[last], at = from + 1, shortest = SIZE_MAX;
  uint32_t ending = view->cp[to - 1];
  if (!(view->cls[to - 1] & GM_HAN)) return false;
  for (unsigned n = 0; n < last; n++) {
    size_t length = list->end[n] - list->start[n];
    if (view->cp[list->end[n] - 1] != ending) return false;
    if (length < shortest) shortest = length;
  }
  while (at + 1 < to && !gm_joint_at(view, at)) at++;
  return at + 1 < to && view->cp[at - 1] == ending && at - from + 1 >= shortest && to - at >= shortest && shortest > 2;
}

void gm_relate_list(gm_line_check *check, const gm_list *list) {
  gm_relate(check->out, (gm_position){0, check->view->raw_at[list->start[0]]},
            (gm_position){0, gm_raw_end(check->view, list->end[list->count - 1])},
            check->language == GM_ENGLISH ? "the list" : "列举");
}

/* The longer side of the 和 that joins the last two items; all of [from, to) when there is none. */
static size_t longer_part(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from + 1; i + 1 < to; i++)
    if (gm_joint_at(view, i) && !(view->cls[i] & (GM_IN_PAREN | GM_IN_QUOTE | GM_IN_TITLE)))
      return i - from > to - i - 1 ? i - from : to - i - 1;
  return to - from;
}

#define ORGAN_ENDS "局会委办院厅联" /* names of organs, long and short: 市人力资源社会保障局, 市妇联 */

bool gm_list_alike(const gm_view *view, const gm_list *list) {
  if (list->count < 2) return false;
  if (list->quoted == list->count) return true;
  size_t shortest = SIZE_MAX, longest = 0;
  bool same_end = true, organs = true;
  for (unsigned n = 0; n < list->count; n++) {
    size_t length = list->end[n] - list->start[n];
    if (!length) return false;
    if (view->cp[list->end[n] - 1] != view->cp[list->end[0] - 1]) same_end = false;
    organs = organs && gm_one_before(view, list->end[n], ORGAN_ENDS);
    if (!n) continue; /* the first has a lead-in */
    if (n + 1 == list->count) length = longer_part(view, list->start[n], list->end[n]);
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
  }
  if (longest > ITEM_CHARS) return false;
  return same_end || organs || longest <= shortest + 4;
}
