/* PCT-01 of a share of one of the amounts that come to the whole told before them: 收入42.6亿元。税收31.95亿元，
 * 占四分之三；非税10.65亿元，占三分之一. Nothing is left over, so that the share is of that whole, whatever other pair
 * of the paragraph gives it by chance. The same where a share beside it tells the whole and no other amount is told. */
#include "check/families.h"
#include "check/half.h"
#include "check/percent.h"

#define PARTS_LEAST 2u
#define NOUN_CHARS  8u /* behind a whole: 名在编人员 */
#define GENERIC     "总数 总量 总额 总 数 量 额 全部 全年 全体 的 比 为 达 达到 了 到 约 近"
#define LEAD_CHARS  16u                           /* between a part and its share: ，恰好占归集总额的 */
#define OPENS       "（ 约 大约 恰好 正好 刚好 也 就 仅 只 已 还 大致"
#define WITHIN      "其中 包括 含 这些 当中 中，" /* opens what lies in the amount before it */

/* An amount that is told by itself: not 比上年的40亿元, not 增收2.6亿元. */
static bool stands_alone(const gm_figure *f) {
  return gm_is_amount(f) && gm_is_exact(f) && f->value.digits > 0 && (!gm_is_delta(f) || f->roles & GM_ROLE_ADDED) &&
         !(f->roles &
           (GM_ROLE_COMPARED | GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_PAREN));
}

static bool is_like(const gm_mention *m, const gm_mention *p) {
  return stands_alone(m->figure) && gm_comparable(m->figure, p->figure);
}

const gm_mention *gm_part_beside(const gm_links *links, unsigned index, size_t at) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *part = share - 1;
  if (!index || !gm_same_sentence(part, share) || !stands_alone(part->figure) || share->from - part->to > LEAD_CHARS ||
      gm_find_word(view, part->to, share->from, "其中 分别 依次 合计 共计 总计 两者 三者 率 、") != SIZE_MAX)
    return NULL;
  size_t mark = gm_find_mark(view, part->to, share->from, "，；：。"); /* …88件，甲馆最多，占四分之一 */
  if (mark != SIZE_MAX && mark + 1 != share->clause) return NULL;
  size_t opening = share->clause > part->to ? share->clause : part->to;
  for (size_t n; opening < at && (n = gm_words_at(view, opening, OPENS)) != 0;) opening += n;
  return opening == at ? part : NULL;
}

/* 实用新型820件，外观设计290件，发明专利370件，发明占35%: the only part that the share's clause calls by name. */
static const gm_mention *part_called(const gm_links *links, unsigned index, size_t at) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *found = NULL;
  size_t from = share->clause;
  if (at < from + 2 || !(view->cls[from] & view->cls[from + 1] & GM_HAN) ||
      gm_find_word(view, from, at, "和 与 及 、 以上 以下 其中 合计 两 按 以 从") != SIZE_MAX)
    return NULL;
  for (const gm_mention *m = share; m > links->items && gm_same_sentence(m - 1, share);) {
    m--;
    if (!stands_alone(m->figure) || m->label == m->from) continue;
    if (m->figure->unit != share[-1].figure->unit) return NULL; /* 5038户、8297人，农村占 */
    if (!gm_reads_alike(view, m->label, from, 2)) continue;
    if (found) return NULL;
    found = m;
  }
  return found && found->to <= share->clause ? found : NULL;
}

/* Does the share say that it is of something other than the whole, from `stop` on: 占全省的, 占税收的? */
static bool names_other_base(const gm_view *view, size_t stop, const gm_mention *share, const gm_mention *whole) {
  size_t wider = gm_find_word(view, stop, share->from, GM_WIDER);
  if (wider != SIZE_MAX && gm_find_word(view, gm_sentence_start(view, whole->from), whole->to, GM_WIDER) == SIZE_MAX)
    return true;
  if (gm_find_word(view, stop, share->from, "计划 任务 目标 预算 同期 上年 去年") != SIZE_MAX) return true;
  if (gm_base_words(view, stop, share->from, whole) <= 0) return !gm_base_words(view, stop, share->from, whole);
  /* 5865名在编人员。…占事业在编人员的: all that it says is said of the whole */
  size_t from = stop, to = share->from, n,
         end = whole->to + NOUN_CHARS < view->count ? whole->to + NOUN_CHARS : view->count;
  while (from < to && (n = gm_words_at(view, from, GENERIC))) from += n;
  while (to > from && (n = gm_words_before(view, to, GENERIC))) to -= n;
  return to > from && gm_find_run(view, gm_sentence_start(view, whole->from), end, from, to - from) == SIZE_MAX;
}

/* A share in its own words, with the part that it is of. */
typedef struct led {
  const gm_mention *part;
  size_t stop;
  bool beside;
} led;

static bool read_led(const gm_links *links, unsigned index, bool named, led *out) {
  const gm_figure *f = links->items[index].figure;
  size_t at;
  if ((f->kind != GM_FIGURE_PERCENT && f->kind != GM_FIGURE_FRACTION) || f->approx == GM_APPROX_VAGUE ||
      f->roles & GM_ROLE_PAREN || gm_is_delta(f) || gm_lead_of(links, index, &at, &out->stop) != GM_LEAD_SHARE)
    return false;
  /* 占65.4%、27.7%和2.1% */
  if ((index + 1 < links->count && f[1].kind == f->kind &&
       links->items[index + 1].from <= links->items[index].to + 1u) ||
      gm_one_before(links->view, links->items[index].from, "、"))
    return false;
  out->part = gm_part_beside(links, index, at);
  out->beside = out->part != NULL;
  if (!out->part && named) out->part = part_called(links, index, at);
  /* 事故24起、死亡13人，占总数的: of which of the two? */
  const gm_mention *other = out->part ? out->part - 1 : NULL;
  if (other >= links->items && gm_same_sentence(other, out->part) && gm_is_amount(other->figure) &&
      !gm_comparable(other->figure, out->part->figure) && !(other->figure->roles & GM_ROLE_THRESHOLD) &&
      gm_find_mark(links->view, other->to, out->part->from, "；") == SIZE_MAX)
    return false;
  return out->part && !gm_told_elsewhere(links, index, at);
}

/* Is mention `index` a part with its own share of the whole beside it? */
static bool is_sibling(const gm_links *links, unsigned index, const gm_mention *whole) {
  const gm_mention *m = &links->items[index];
  led other;
  return index + 1 < links->count && read_led(links, index + 1, false, &other) && other.part == m &&
         !names_other_base(links->view, other.stop, m + 1, whole) &&
         gm_ratio_fits(m->figure->interval, whole->figure->interval, gm_share_interval(m[1].figure, 1));
}

/* Do the amounts of the part's sentence, from `from` on, come to the whole before any of them lies in another, and are
 * the shares beside the others those of it? */
static bool is_divided(const gm_links *links, const gm_mention *whole, const gm_mention *from, const gm_mention *part,
                       unsigned *siblings) {
  const gm_mention *end = links->items + links->count, *last = NULL;
  gm_decimal sum = {0, 0};
  unsigned terms = 0;
  bool holds = false;
  led other;
  *siblings = 0;
  for (const gm_mention *m = from; m < end && gm_same_sentence(m, part); m++) {
    if (!is_like(m, part)) continue;
    if (last && gm_find_word(links->view, last->to, m->from, WITHIN) != SIZE_MAX) return false;
    if (!gm_decimal_add(sum, m->figure->value, &sum)) return false;
    holds = holds || m == part;
    last = m;
    terms++;
    if (m != part && m + 1 < end && read_led(links, (unsigned)(m + 1 - links->items), false, &other) &&
        other.part == m) {
      if (!is_sibling(links, (unsigned)(m - links->items), whole)) return false;
      ++*siblings;
    }
    int over = gm_decimal_compare(sum, whole->figure->value);
    if (over >= 0) return !over && holds && terms >= PARTS_LEAST;
  }
  return false;
}

/* 教师42人，医生28人，占20%，护士14人，其他…: does the whole open its sentence, and are the parts all that follow?
 * Where no other share tells the whole, amounts in a row come to one of them by chance. */
static bool leaves_nothing(const gm_links *links, const gm_mention *whole, const gm_mention *part) {
  const gm_mention *end = links->items + links->count;
  gm_decimal sum = {0, 0};
  for (const gm_mention *m = whole; m-- > links->items && gm_same_sentence(m, whole);)
    if (is_like(m, whole)) return false;
  for (const gm_mention *m = whole + 1; m < end && m->figure->sentence <= part->figure->sentence; m++)
    if (is_like(m, whole) && !gm_decimal_add(sum, m->figure->value, &sum)) return false;
  return !gm_decimal_compare(sum, whole->figure->value);
}

/* Is the share, of which no other part has one beside it, that of the part or of the row it ends in another amount? */
static bool is_explained(const gm_links *links, const gm_mention *part, gm_interval told) {
  for (unsigned i = 0; i < links->count; i++)
    if (&links->items[i] != part && gm_is_amount(links->items[i].figure) &&
        gm_comparable(links->items[i].figure, part->figure) &&
        gm_ratio_fits(part->figure->interval, links->items[i].figure->interval, told))
      return true;
  return gm_share_of_row_fits(links, (unsigned)(part - links->items), told);
}

/* The first amount before the part that it and its like come to, in its sentence or the one before; NULL when none is.
 * 共2000万元：补助1000万元，县级600万元，自筹400万元: an earlier whole holds what a later one may be by chance. */
static const gm_mention *divided_whole(const gm_links *links, unsigned index, const gm_mention *part) {
  const gm_mention *first = part, *found = NULL;
  const gm_interval told = gm_share_interval(links->items[index].figure, 1);
  unsigned siblings;
  while (first > links->items && gm_same_sentence(first - 1, part)) first--;
  for (const gm_mention *w = part; w > links->items;) {
    w--;
    if (w->figure->sentence + 1u < part->figure->sentence) break;
    if (!is_like(w, part) || gm_decimal_compare(w->figure->value, part->figure->value) <= 0 ||
        !is_divided(links, w, w < first ? first : w + 1, part, &siblings))
      continue;
    /* 煤炭1714.4万吨，占四成；矿石1285.8万吨，占三成；粮食428.6万吨: one that has a share itself is a part */
    if (gm_find_word(links->view, w->to, w[1].from, "占") != SIZE_MAX) continue;
    if (siblings || (leaves_nothing(links, w, part) && !is_explained(links, part, told))) found = w;
  }
  return found;
}

/* The only amount like the part that the paragraph tells before it but those that have shares of it beside them; one at
 * least has, there or right behind. NULL when there is none. */
static const gm_mention *borne_whole(const gm_links *links, unsigned index, const led *own) {
  const gm_mention *whole = NULL, *part = own->part, *share = &links->items[index];
  unsigned siblings = 0, i = 0;
  if (!own->beside || part->figure->roles & GM_ROLE_TOTAL) return NULL;
  for (; &links->items[i] < part; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1u < part->figure->sentence || !gm_comparable(m->figure, part->figure)) continue;
    if (!whole) {
      if (!stands_alone(m->figure) || !gm_can_be_whole(m->figure) || m->figure->roles & GM_ROLE_OF_WHICH ||
          gm_decimal_compare(m->figure->value, part->figure->value) <= 0)
        return NULL;
      whole = m;
      continue;
    }
    if (!is_sibling(links, i, whole) || gm_find_word(links->view, m[1].to, part->from, WITHIN) != SIZE_MAX ||
        gm_ratio_fits(part->figure->interval, m->figure->interval, gm_share_interval(share->figure, 1)))
      return NULL;
    siblings += gm_same_sentence(m, part);
  }
  for (i = index + 1; whole && i < links->count && gm_same_sentence(&links->items[i], share); i++) {
    if (!gm_comparable(links->items[i].figure, part->figure)) continue;
    if (!is_sibling(links, i, whole) || gm_find_word(links->view, share->to, links->items[i].from, WITHIN) != SIZE_MAX)
      break;
    siblings++;
  }
  return siblings ? whole : NULL;
}

#define BASE_HEAD 2u /* characters of a base that tell which amount it is: 发行额 */

/* 新增额度15亿元，已发行9亿元，…；已支出6亿元，占发行额的66.7%: is it the share of an amount told by the base's word? */
static bool is_of_named(const gm_links *links, const led *own, const gm_mention *share) {
  const gm_view *view = links->view;
  const gm_interval told = gm_share_interval(share->figure, 1);
  if (own->stop + BASE_HEAD > share->from) return false;
  for (const gm_mention *m = links->items; m < own->part; m++)
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, own->part->figure) &&
        gm_find_run(view, m->clause, m->from, own->stop, BASE_HEAD) != SIZE_MAX &&
        gm_ratio_fits(own->part->figure->interval, m->figure->interval, told))
      return true;
  return false;
}

static void check_one(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index];
  led own;
  gm_decimal computed;
  if (!index || gm_is_told(check, share) || !read_led(links, index, true, &own)) return;
  const gm_mention *whole = divided_whole(links, index, own.part);
  if (!whole) whole = borne_whole(links, index, &own);
  if (!whole || names_other_base(view, own.stop, share, whole) || gm_is_told(check, own.part) ||
      gm_is_told(check, whole) ||
      gm_ratio_fits(own.part->figure->interval, whole->figure->interval, gm_share_loosely(share->figure)) ||
      is_of_named(links, &own, share) || gm_disclaimed(view) ||
      !gm_percent_of(own.part->figure->value, whole->figure->value,
                     share->figure->kind == GM_FIGURE_PERCENT ? share->figure->value.scale : 1, &computed))
    return;
  gm_report_share(check, share, own.part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

/* 占一半 */
static void check_half(gm_line_check *check, const gm_links *links) {
  gm_links with;
  gm_figure half;
  unsigned index = gm_add_halves(links, &with, &half);
  if (index) check_one(check, &with, index);
}

void gm_check_shares_of_divided(gm_line_check *check, const gm_links *links) {
  check_half(check, links);
  for (unsigned i = 2; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_PERCENT ? f->roles & GM_ROLE_SHARE : f->kind == GM_FIGURE_FRACTION)
      check_one(check, links, i);
  }
}
