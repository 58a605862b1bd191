/* AR-03 of a value that is said to be above another, told by name, when it is below, or the other way round:
 * 全区增长5.2%，全市平均增速为5.8%，我区高于全市平均水平0.6个百分点; 水位23.46米，警戒水位24.00米，超警戒水位0.54米;
 * 计划35公里，实际完成38.5公里，比计划少3.5公里; 增长6.8%，低于全市平均增速（6.1%）0.7个百分点. */
#include "check/change.h"
#include "check/families.h"

#define ABOVE      "高于 高出 多于 快于 大于 超过 超出 领先于 领先 超"
#define BELOW      "低于 少于 慢于 小于 落后于 落后 低出"
#define THAN_MORE  "多 高 快 大 多出 高出 多了 高了 快了 多完成 多实现 多收 多建 高了"
#define THAN_LESS  "少 低 慢 小 少了 低了 慢了 少完成 少实现 少收 少建 差"
#define NAME_LEAST 2u  /* characters that name the other value again */
#define NAME_MOST  12u /* and what stands between the word and the distance at most */
/* Of which the less is the better, or that say a way of their own. */
#define OTHERS "降幅 跌幅 减幅 排名 位次 名次 用时 下降 减少 亏损 赤字 负增长 上年 去年 同期 年初 上月 上季"

typedef struct telling {
  int way;           /* 1 above, -1 below */
  size_t at, length; /* the word that says so, for the message */
  size_t name, end;  /* what names the other value, [name, end) */
} telling;

/* 高于全市平均水平, 比计划少: the word of the distance's clause, and what it names. */
static bool read_telling(const gm_view *view, size_t from, size_t to, telling *t) {
  for (size_t at = from; at < to; at++) {
    size_t up = gm_words_at(view, at, ABOVE), down = gm_words_at(view, at, BELOW);
    if (up || down) {
      *t = (telling){up ? 1 : -1, at, up ? up : down, at + (up ? up : down), to};
      return t->end >= t->name + NAME_LEAST && t->end - t->name <= NAME_MOST;
    }
    if (!gm_one_of(view, at, "比较") || gm_words_at(view, at, "比例 比重 较大 较多 比较") ||
        gm_one_before(view, at, "占对相"))
      continue;
    size_t more = gm_words_before(view, to, THAN_MORE), less = gm_words_before(view, to, THAN_LESS);
    if (!more && !less) return false;
    size_t word = more ? more : less;
    *t = (telling){more ? 1 : -1, to - word, word, at + 1, to - word};
    return t->end >= t->name + NAME_LEAST && t->end - t->name <= NAME_MOST;
  }
  return false;
}

/* Is it a value that such a distance may be of? */
static bool is_value(const gm_links *links, const gm_mention *m, const gm_mention *gap) {
  bool points = gap->figure->kind == GM_FIGURE_POINTS;
  return gm_is_exact(m->figure) && m->figure->value.digits > 0 &&
         (points ? m->figure->kind == GM_FIGURE_PERCENT && !(m->figure->roles & GM_ROLE_DOWN)
                 : gm_is_amount(m->figure) && gm_subtractable(links->view, m, gap) && !gm_is_delta(m->figure));
}

/* How many characters of the name in a row the clause of the value holds, 0 when only such as any value has. */
static size_t named_by(const gm_view *view, const gm_mention *m, const telling *t) {
  size_t longest = 0;
  for (size_t i = t->name; i + 1 < t->end; i++) {
    if (!(view->cls[i] & view->cls[i + 1] & GM_HAN) || gm_words_at(view, i, "水平 增速 增长 指标 数量 总量")) continue;
    size_t n = NAME_LEAST;
    while (i + n <= t->end && gm_find_run(view, m->clause, m->from, i, n) != SIZE_MAX) n++;
    if (n - 1 >= NAME_LEAST && n - 1 > longest) longest = n - 1;
  }
  return longest;
}

static bool differ_by(const gm_mention *a, const gm_mention *b, const gm_mention *gap) {
  gm_interval size;
  return gm_decimal_compare(a->figure->value, b->figure->value) && gm_change_size((gm_change){a, b}, &size) &&
         gm_interval_meet(size, gap->figure->interval);
}

static void report(gm_line_check *check, const gm_mention *own, const gm_mention *other, const gm_mention *gap,
                   const telling *t) {
  const gm_view *view = check->view;
  bool below = t->way > 0;
  gm_report_mention(check, gap);
  gm_say(check->out, check->language, below ? "%s低于%s，文中说“%s”" : "%s高于%s，文中说“%s”",
         below ? "%s is below %s, the text says “%s”" : "%s is above %s, the text says “%s”",
         gm_quote_mention(view, own).text, gm_quote_mention(view, other).text,
         gm_quote_line(view, t->at, t->at + t->length).text);
  gm_relate_mention(check, own, "前一数", "the one");
  gm_relate_mention(check, other, "所比的数", "what it is compared with");
}

void gm_check_named_way(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *gap = &links->items[index], *own = NULL, *other = NULL;
  telling t;
  bool bracket =
      gap[-1].figure->roles & GM_ROLE_PAREN && gm_one_before(view, gap->from, "）") && gm_same_sentence(gap - 1, gap);
  size_t to = bracket ? gap[-1].from - 1u : gap->from;
  if (gap->figure->verified || !gm_is_exact(gap->figure) || gap->figure->value.digits <= 0 || to <= gap->clause ||
      !read_telling(view, gap->clause, to, &t) || gm_find_word(view, t.name, t.end, OTHERS) != SIZE_MAX ||
      (!bracket && gap[-1].to > gap->clause))
    return;
  if (bracket) {
    other = gap - 1;
    if (!is_value(links, other, gap) || gm_find_mark(view, gap[-1].from, gap->from, "，、；") != SIZE_MAX) return;
  }
  size_t named = 0; /* 水位23.46米，警戒水位24.00米: the one that more of the name is said of */
  for (const gm_mention *m = bracket ? gap - 1 : gap; m-- > links->items && gm_same_sentence(m, gap);) {
    if (!is_value(links, m, gap)) continue;
    size_t n = named_by(view, m, &t);
    if (!bracket && n > named) {
      if (other && own) return; /* which of them is compared is not told */
      if (other) own = other;
      other = m;
      named = n;
    } else if (n == named && n) {
      return;
    } else if (!(m->figure->roles & GM_ROLE_PAREN)) {
      if (own) return;
      own = m;
    }
  }
  if (!own || !other || !differ_by(own, other, gap)) return;
  if (gm_find_word(view, gm_sentence_start(view, gap->from), gap->from,
                   "降幅 跌幅 排名 位次 名次 用时 耗时 亏损 赤字") != SIZE_MAX)
    return;
  int way = gm_decimal_compare(own->figure->value, other->figure->value) > 0 ? 1 : -1;
  if (way == t.way)
    gm_agree(check, own, other, gap);
  else if (!gm_is_told(check, gap) && !gm_disclaimed(view))
    report(check, own, other, gap, &t);
}
