/* Whether a share or a rate is of another thing than the amounts beside it, by the words of its own clause. */
#include "check/percent.h"

#define SHORT_SUBJECTS "女性 男性 女生 男生 妇女 党员 青年 学生 长者 老人 本地 外地 儿童"
#define SUBJECT_CHARS  4u /* fewer before 占 (其中, 两项合计) are no subject */

/* What a share calls people, and what their number may call them: 老人1.2万人，老年人口占比28%. */
static const struct {
  const char *share, *number;
} people[] = {
    {"老年 老龄 老人", "老年 老人 老龄 高龄 岁以上 岁及以上"},
    {"妇女 女性 女职", "女"},
    {"儿童 少儿 少年 未成年", "儿童 少儿 少年 孩子 未成年 岁以下"},
    {"外来 流动 外地", "外来 流动 外地"},
};

/* Does the subject that begins at `opening` call the people of [start, end) by another of their names? */
static bool calls_alike(const gm_view *view, size_t opening, size_t start, size_t end) {
  for (size_t i = 0; i < sizeof people / sizeof *people; i++)
    if (gm_words_at(view, opening, people[i].share))
      return gm_find_word(view, start, end, people[i].number) != SIZE_MAX;
  return false;
}

bool gm_speaks_of_another(const gm_view *view, const gm_mention *part, const gm_mention *percent, size_t at) {
  size_t from = percent->clause;
  /* 集体访38批、792人次，批次占来访的9.2%: the subject is a unit, and not the part's */
  if (from >= part->to && at == from + 2 && gm_words_at(view, from, "批次 人次 件次 场次 批数 户数 件数") &&
      view->cp[gm_view_find(view, part->figure->unit_start)] != view->cp[from])
    return true;
  /* 15名群众代表打分，评委分占六成: a share of the marks */
  if (at > from && gm_one_before(view, at, "分票") && gm_units[part->figure->unit].unit_class == GM_CLASS_PERSON)
    return true;
  /* 专任教师241人，专任教师中硕士占38.2%: the amount is the whole. */
  size_t among = from >= part->to ? gm_find_word(view, from + 2, at, "中 里 当中") : SIZE_MAX;
  if (among != SIZE_MAX && gm_share_pair(view, from, among, part->clause, part->to + 8 < from ? part->to + 8 : from))
    return true;
  if (from < part->to) { /* 6座水文站的经费占34.2% */
    size_t of = gm_find_word(view, part->to, at, "的");
    return of != SIZE_MAX && at >= of + 3 &&
           gm_words_before(view, at, "经费 资金 收入 支出 面积 产值 产量 藏书 人口 投资");
  }
  bool short_name = at == from + 2 && gm_words_at(view, from, SHORT_SUBJECTS); /* 服务对象7318人，女性占61.4% */
  if (at < from + SUBJECT_CHARS && !short_name) return false;
  size_t start = part->clause, end = part->to + 8 < from ? part->to + 8 : from;
  size_t opening = from + gm_words_at(view, from, "其中 这些 该类 此类 上述");
  while (opening < at && !(view->cls[opening] & GM_HAN)) opening++; /* 7日内回复率 */
  if (at < opening + 2) return false;
  return !gm_share_pair(view, opening, opening + 2, start, end) && !calls_alike(view, opening, start, end);
}

/* Where the 占 of a share stands that has a subject of its own in its clause; SIZE_MAX when it has none. */
static size_t share_with_subject(const gm_view *view, const gm_mention *share) {
  size_t at = gm_find_word(view, share->clause, share->from, "占");
  return at != SIZE_MAX && at >= share->clause + 2u ? at : SIZE_MAX;
}

bool gm_goes_on_with_base(const gm_links *links, unsigned index, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *p = &links->items[part];
  size_t at = share->clause > p->to ? share_with_subject(view, share) : SIZE_MAX;
  size_t end = p->to + 8 < share->clause ? p->to + 8u : share->clause;
  if (at == SIZE_MAX || !gm_same_sentence(p, share) || gm_share_pair(view, share->clause, at, p->label, end))
    return false;
  for (unsigned i = part + 1; i < index; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_PERCENT && m->figure->kind != GM_FIGURE_FRACTION) continue;
    size_t other = m->clause > p->to ? share_with_subject(view, m) : SIZE_MAX;
    if (other != SIZE_MAX && gm_words_before(view, m->from, "的") && m->from > other + 3u &&
        !gm_share_pair(view, m->clause, other, p->label, p->from))
      return true;
  }
  return false;
}

#define STEM_CHARS 2u /* 办结 of 办结率: what stands before it may be a subject */
#define OF_ALL                                                                                                                                                     \
  "总体 总 整体 综合 全县 全市 全区 全镇 全乡 全村 全校 全院 全年 累计 平均 实际 最终 一次 按期 按时 及时 当期 当年 " \
  "年度 本年 其 目前 已 首次 初次 有效 群众 信访 案件 项目 事项 诉求 工程"

bool gm_has_own_subject(const gm_links *links, const gm_mention *percent, size_t stop, const gm_mention *part,
                        const gm_mention *whole) {
  const gm_view *view = links->view;
  size_t from = percent->clause, to = stop - 1 - STEM_CHARS, first = whole < part ? whole->label : part->label;
  if (to < from + STEM_CHARS || stop < STEM_CHARS + 1 || percent->clause < part->to) return false;
  for (size_t n; from < to && (n = gm_words_at(view, from, OF_ALL)) != 0;) from += n;
  return to >= from + STEM_CHARS && !gm_share_pair(view, from, to, first, percent->clause);
}

bool gm_is_rate_within(const gm_links *links, const gm_mention *percent, size_t stop, const gm_mention *part,
                       const gm_mention *whole) {
  const gm_view *view = links->view;
  size_t to = stop - 1 - STEM_CHARS, subject = part->label + gm_words_at(view, part->label, "其中");
  return stop > STEM_CHARS && part->figure->roles & GM_ROLE_OF_WHICH && to >= percent->clause + STEM_CHARS &&
         gm_find_run(view, subject, part->from, percent->clause, to - percent->clause) != SIZE_MAX &&
         gm_find_run(view, part->label, part->from, to, STEM_CHARS) == SIZE_MAX &&
         (gm_find_run(view, whole->label, whole->from, to, STEM_CHARS) != SIZE_MAX ||
          /* 咨询18.4万次，其中人工坐席5.9万次，人工接通率96.8%: of what came to them */
          gm_find_run(view, gm_sentence_start(view, part->from), percent->clause, to, STEM_CHARS) == SIZE_MAX);
}

#define MANNERS "按时 按期 及时 准时 限时 一次性 一次 首次 当场 当日 当天 提前 优先 有效 规范"

bool gm_is_of_manner(const gm_view *view, const gm_mention *percent, size_t stop, const gm_mention *part) {
  size_t end = part->to + 6u < percent->clause ? part->to + 6u : percent->clause;
  for (size_t at = percent->clause; (at = gm_find_word(view, at, stop, MANNERS)) != SIZE_MAX; at++) {
    size_t length = gm_words_at(view, at, MANNERS);
    if (gm_find_run(view, part->label, part->from, at, length) == SIZE_MAX &&
        gm_find_run(view, part->to, end, at, length) == SIZE_MAX)
      return true;
  }
  return false;
}
