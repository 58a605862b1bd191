/* AR-04 of rooms by how many sleep in one: 单人间16间、双人间32间，共有床位80张; 床位80张，其中单人间16间、双人间32间.
 */
#include "check/any_fit.h"
#include "check/families.h"
#include "check/product.h"

#define ROOMS_MOST 6u
#define GAP_CHARS  10u /* from a kind of room to the next, and to what is led to */

/* What may stand between the rooms and the beds. */
#define LED_BY                                                                                                                                                   \
  "共 总 合计 共计 总计 共有 设 设有 有 可 能 提供 可提供 拥有 新增 床 位 床位 床铺 铺位 数 总数 为 达 入住 住 容纳 " \
  "同时 供 安置 人 ， 计 最多 共设 核定 折合"
#define OTHERS "另 其他 其余 加床 套间 家庭 大床 不等 部分 约 以上 亲子 备用 护理 等 或 改造 抢救"

/* How many sleep in a room of the kind that mention `m` counts, told in [*from, *end); 0 when it tells none:
 * 单人间16间, 32间双人间. */
static int64_t sleepers(const gm_view *view, const gm_mention *m, size_t *from, size_t *end) {
  static const struct {
    const char *words;
    int64_t people;
  } kinds[] = {{"单人间 单人房 单人病房 一人间 单人宿舍", 1},
               {"双人间 双人病房 两人间 二人间 双人宿舍 2人间", 2},
               {"三人间 三人房 三人病房 3人间 三人宿舍", 3},
               {"四人间 四人房 四人病房 4人间 四人宿舍", 4},
               {"五人间 5人间", 5},
               {"六人间 六人房 6人间 六人宿舍", 6},
               {"八人间 8人间 八人宿舍", 8}};
  const gm_figure *f = m->figure;
  if (f->kind != GM_FIGURE_QUANTITY || !gm_is_exact(f) || f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN))
    return 0;
  size_t unit = gm_view_find(view, f->unit_start), to = m->from - gm_words_before(view, m->from, "各 为 有 共 计 共有");
  if (!gm_one_of(view, unit, "间套个")) return 0;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    size_t before = gm_words_before(view, to, kinds[i].words);
    size_t behind = before ? 0 : gm_words_at(view, m->to, kinds[i].words);
    if (!before && !behind) continue;
    *from = before ? to - before : m->from;
    *end = m->to + behind;
    return kinds[i].people;
  }
  return 0;
}

static bool counts_beds(const gm_view *view, const gm_mention *m) {
  const gm_figure *f = m->figure;
  if (f->kind != GM_FIGURE_QUANTITY || !f->unit || f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN) ||
      !gm_is_exact(f))
    return false;
  size_t unit = gm_view_find(view, f->unit_start);
  bool bed = gm_find_word(view, m->label, m->from, "床 铺位") != SIZE_MAX || gm_words_at(view, m->to, "床 铺位 床位");
  if (gm_one_of(view, unit, "张个床")) return bed || gm_one_of(view, unit, "床");
  return gm_units[f->unit].unit_class == GM_CLASS_PERSON &&
         gm_find_word(view, m->label, m->from, "可住 入住 可容纳 能住 可安置 可供") != SIZE_MAX;
}

/* Do the words [from, to) say nothing but that so many beds follow? */
static bool leads(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from, n; i < to; i += n) {
    n = gm_words_at(view, i, LED_BY);
    if (!n) return false;
  }
  return true;
}

/* Mention `index` is the first kind of room in its sentence. */
static void check_beds(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rooms[ROOMS_MOST], *first = &links->items[index], *total = NULL;
  gm_decimal sum = {0, 0};
  unsigned count = 0, i = index;
  size_t opens = SIZE_MAX, from, end = 0, last = 0; /* last: where the kind before ends */
  for (; i < links->count && gm_same_sentence(&links->items[i], first); i++) {
    const gm_mention *m = &links->items[i];
    int64_t people = sleepers(view, m, &from, &end);
    if (!people) {
      /* 三人 of 三人间 is a mention of its own */
      if (gm_one_of(view, m->to, "间房") && gm_units[m->figure->unit].unit_class == GM_CLASS_PERSON) continue;
      break;
    }
    if (count == ROOMS_MOST || (count && from > last + 2u)) return;
    if (!count) opens = from;
    gm_decimal beds;
    if (!gm_decimal_multiply(m->figure->value, gm_decimal_of(people), &beds) || !gm_decimal_add(sum, beds, &sum))
      return;
    rooms[count++] = m;
    last = end;
  }
  if (!count || opens == SIZE_MAX) return;
  bool behind = i < links->count && gm_same_sentence(&links->items[i], first) && counts_beds(view, &links->items[i]) &&
                leads(view, last, links->items[i].from);
  if (behind) {
    total = &links->items[i];
  } else {
    unsigned k = index;
    while (k > 0 && gm_same_sentence(&links->items[k - 1], first) && links->items[k - 1].to > opens) k--;
    if (!k || !gm_same_sentence(&links->items[k - 1], first)) return;
    total = &links->items[k - 1];
    /* 床位80张，其中单人间16间、双人间32间。: all of them, and then the sentence ends */
    if (!counts_beds(view, total) || opens > total->to + GAP_CHARS || count < 2 || !gm_one_of(view, last, "。；") ||
        gm_find_word(view, total->to, opens, "其中 ，包括 包含 ：") == SIZE_MAX)
      return;
  }
  if (gm_is_told(check, total) ||
      gm_find_word(view, gm_sentence_start(view, first->from), total->from > last ? total->from : last, OTHERS) !=
          SIZE_MAX ||
      gm_words_at(view, total->to, "，含 （含 多 余 以上"))
    return;
  if (!gm_decimal_compare(sum, total->figure->value)) {
    gm_agree(check, total, rooms[0], count > 1 ? rooms[1] : NULL);
    return;
  }
  if (gm_is_far(sum, total->figure->value) || gm_disclaimed(view)) return;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "“%s”合计%s，文中为%s", "“%s” have %s, the text says %s",
         gm_quote_line(view, opens, last).text, gm_quote_amount(sum, total, view).text,
         gm_quote_mention(view, total).text);
  gm_offer_value(check, total, sum);
  for (unsigned k = 0; k < count; k++) gm_relate_mention(check, rooms[k], "房间", "the rooms");
}

void gm_check_beds(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 2 || !gm_word_list_may_hold(view, "床 铺位 入住 可住 容纳") ||
      !gm_word_list_may_hold(view, "单人 双人 三人 四人 五人 六人 八人 两人 二人 2人 3人 4人 5人 6人 8人 一人"))
    return;
  for (unsigned i = 0; i < links->count; i++) {
    size_t from, end;
    if (!sleepers(view, &links->items[i], &from, &end)) continue;
    check_beds(check, links, i);
    uint16_t sentence = links->items[i].figure->sentence;
    while (i + 1 < links->count && links->items[i + 1].figure->sentence == sentence) i++;
  }
}
