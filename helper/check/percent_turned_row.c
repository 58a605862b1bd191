/* PCT-01: one share of a row that has two digits the other way round: 男1032人，占51.6%，女968人，占84.4%. The others
 * are right of one whole, the sum of the row or an amount told, and the turned one makes it right of that too. Two such
 * agreements are no chance, so that no word need say what the shares are of. */
#include "check/percent.h"
#include "check/percent_turned.h"
#include "check/swap.h"

#define PAIRS_MAX  24
#define LEAD_CHARS 16u /* between an amount and its share */

typedef struct pair {
  const gm_mention *part, *share;
} pair;

typedef struct row {
  pair items[PAIRS_MAX];
  unsigned count;
} row;

bool gm_turned_share(const gm_figure *share, gm_interval part, gm_interval whole, gm_decimal *should) {
  gm_figure told = *share;
  gm_interval shifted;
  told.interval = gm_percent_interval(share, 1);
  for (unsigned k = 0; gm_next_swap(&told, &k, should, &shifted);)
    if (gm_ratio_fits(part, whole, shifted)) return true;
  return false;
}

static bool is_part(const gm_figure *f) {
  return gm_is_count(f) || (gm_is_amount(f) && gm_is_exact(f) && f->value.digits > 0 && f->roles & GM_ROLE_ADDED);
}

/* A share that can be turned or bear another out. */
static bool is_share(const gm_figure *f) {
  return f->kind == GM_FIGURE_PERCENT && gm_is_exact(f) && !gm_is_delta(f) && f->value.digits > 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_COMPARED));
}

/* 936.0亿元，增长13.6%，占59%: the amount that a share behind it is of, over how it has grown. */
static const gm_mention *part_before(const gm_links *links, unsigned index, size_t at) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *part = share - 1;
  if (!index) return NULL;
  while (part > links->items && part->figure->kind == GM_FIGURE_PERCENT && gm_is_delta(part->figure)) part--;
  if (!gm_same_sentence(part, share) || !is_part(part->figure) ||
      gm_find_mark(view, part->to, share->from, "；：") != SIZE_MAX ||
      share->from - part[share - part - 1].to > LEAD_CHARS ||
      gm_find_word(view, part->to, share->from, "其中 分别 依次 合计 共计 总计 两者 三者 前两 前三 、") != SIZE_MAX)
    return NULL;
  size_t opening = share->clause > part->to ? share->clause : part->to;
  return at <= opening + gm_words_at(view, opening, "约 大约 均 也 就 仅 只 已") ? part : NULL;
}

/* 中央补助占45%，计1800万元: the amount told behind its share. */
static const gm_mention *part_behind(const gm_links *links, unsigned index) {
  const gm_mention *share = &links->items[index], *part = share + 1;
  return index + 1 < links->count && gm_same_sentence(share, part) && is_part(part->figure) &&
                 share->to + 1u >= part->clause &&
                 gm_words_at(links->view, part->clause, "计 共 即 为 共计 合 约 有") == part->from - part->clause
             ? part
             : NULL;
}

static void add(row *r, const gm_mention *part, const gm_mention *share) {
  if (r->count < PAIRS_MAX && (!r->count || gm_comparable(part->figure, r->items[0].part->figure)))
    r->items[r->count++] = (pair){part, share};
}

/* 甲98人、乙474人、丙595人，依次占8.40%、40.62%和50.98%: as many amounts as shares from mention `first` on, whatever
 * dates stand between. Gives how many shares there are; 1 and adds nothing where there is no such thing. */
static unsigned add_respective(const gm_links *links, unsigned first, row *r) {
  const gm_mention *share = &links->items[first], *parts[PAIRS_MAX];
  unsigned count = 1, left;
  while (first + count < links->count && is_share(share[count].figure) && share[count].from <= share[count - 1].to + 1u)
    count++;
  if (count < 2 || !first || r->count + count > PAIRS_MAX) return 1;
  if (gm_find_word(links->view, share[-1].to, share->from, "分别 依次 各占") == SIZE_MAX) return 1;
  left = count;
  for (const gm_mention *m = share; left && m > links->items && gm_same_sentence(m - 1, share);) {
    m--;
    if (m->figure->kind == GM_FIGURE_DATE || m->figure->kind == GM_FIGURE_YEAR) continue;
    if (!is_part(m->figure) || (left < count && !gm_comparable(m->figure, parts[count - 1]->figure))) return 1;
    parts[--left] = m;
  }
  for (unsigned i = 0; !left && i < count; i++) add(r, parts[i], &share[i]);
  return left ? 1 : count;
}

/* The amounts with a share each of the sentence that mention `from` begins; gives the mention behind it. */
static unsigned collect(const gm_links *links, unsigned from, row *r) {
  unsigned i = from;
  r->count = 0;
  while (i < links->count && gm_same_sentence(&links->items[i], &links->items[from])) {
    const gm_mention *m = &links->items[i];
    size_t at, stop;
    if (!is_share(m->figure)) {
      i++;
      continue;
    }
    unsigned taken = add_respective(links, i, r);
    gm_lead lead = taken > 1 ? GM_LEAD_NONE : gm_lead_of(links, i, &at, &stop);
    if ((lead == GM_LEAD_SHARE && !gm_told_elsewhere(links, i, at)) || lead == GM_LEAD_BRACKET) {
      const gm_mention *part = part_before(links, i, at);
      if (!part) part = part_behind(links, i);
      if (part) add(r, part, m);
    }
    i += taken;
  }
  return i;
}

static bool fits(const pair *p, gm_interval whole) {
  return gm_ratio_fits(p->part->figure->interval, whole, gm_percent_interval(p->share->figure, 1));
}

/* Is the share right as it stands, of an amount of the line or of what several in a row come to? */
static bool is_explained(const gm_links *links, const pair *p) {
  gm_interval percent = gm_percent_interval(p->share->figure, 1);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_comparable(f, p->part->figure) &&
        gm_ratio_fits(p->part->figure->interval, f->interval, percent))
      return true;
  }
  return gm_share_of_sum_fits(links, p->part->figure, percent);
}

/* Where the words begin that name the base of the share: behind 占; the percentage when there are none: 占38%. */
static size_t base_of(const gm_links *links, const pair *p) {
  const gm_view *view = links->view;
  const gm_mention *share = p->share;
  size_t from = p->part < share ? p->part->to : share->label;
  if (gm_words_before(view, share->from, "占 占比 占比为 占比达 占比约 约占 各占 、 和")) return share->from;
  size_t at = gm_find_word(view, from, share->from, "占");
  return at == SIZE_MAX ? share->from : at + 1;
}

/* 占全省女生的53.5%: does the share alone name a base? What the first of a row names holds for all. */
static bool has_own_base(const gm_links *links, const row *r, unsigned odd) {
  const pair *p = &r->items[odd];
  size_t base = base_of(links, p), length = p->share->from - base;
  if (!odd || !length) return false;
  for (unsigned i = 0; i < r->count; i++) {
    size_t other = base_of(links, &r->items[i]);
    if (i != odd && r->items[i].share->from - other == length && gm_reads_alike(links->view, base, other, length))
      return false;
  }
  return true;
}

/* Which one of the pairs [from, to) alone is no share of the whole and would be, turned; -1 when it is not so. */
static int odd_of(const row *r, unsigned from, unsigned to, gm_interval whole, gm_decimal *should) {
  int odd = -1;
  for (unsigned i = from; i < to; i++) {
    if (fits(&r->items[i], whole)) continue;
    if (odd >= 0) return -1;
    odd = (int)i;
  }
  return odd >= 0 && gm_turned_share(r->items[odd].share->figure, r->items[odd].part->figure->interval, whole, should)
             ? odd
             : -1;
}

/* What the parts of the pairs [from, to) come to. */
static bool sum_of(const row *r, unsigned from, unsigned to, gm_interval *sum, gm_decimal *value) {
  *sum = gm_interval_exact((gm_decimal){0, 0});
  *value = (gm_decimal){0, 0};
  for (unsigned i = from; i < to; i++)
    if (!gm_interval_add(sum, r->items[i].part->figure->interval) ||
        !gm_decimal_add(*value, r->items[i].part->figure->value, value))
      return false;
  return true;
}

static void report_of_sum(gm_line_check *check, const pair *p, unsigned count, gm_decimal sum, gm_decimal should) {
  const gm_view *view = check->view;
  gm_report_mention(check, p->share);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u项合计%s：%s应占%s，文中为%s",
         "the %u make %s: %s is %s of it, the text says %s", count, gm_quote_amount(sum, p->part, view).text,
         gm_quote_mention(view, p->part).text, gm_quote_percent(view->raw, p->share->figure, should).text,
         gm_quote_mention(view, p->share).text);
  gm_offer_value(check, p->share, should);
  gm_relate_mention(check, p->part, "部分", "the part");
}

/* The row's sum is the whole. */
static bool judge_by_sum(gm_line_check *check, const gm_links *links, const row *r) {
  for (unsigned from = 0; from + 1 < r->count; from++)
    for (unsigned to = from + 2; to <= r->count; to++) {
      gm_interval sum;
      gm_decimal value, should;
      if (!sum_of(r, from, to, &sum, &value)) return true;
      int odd = odd_of(r, from, to, sum, &should);
      if (odd < 0 || gm_is_told(check, r->items[odd].share) || r->items[odd].share->figure->verified ||
          has_own_base(links, r, (unsigned)odd) ||
          (base_of(links, &r->items[odd]) < r->items[odd].share->from && is_explained(links, &r->items[odd])))
        continue;
      report_of_sum(check, &r->items[odd], to - from, value, should);
      return true;
    }
  return false;
}

#define SURE_DIGITS 2 /* of a share that tells the whole: 占4% may be of much */

/* An amount told before is the whole. */
static void judge_by_whole(gm_line_check *check, const gm_links *links, const row *r) {
  for (unsigned w = 0; w < links->count; w++) {
    const gm_mention *whole = &links->items[w];
    if (whole > r->items[0].share || !is_part(whole->figure) || !gm_comparable(whole->figure, r->items[0].part->figure))
      continue;
    gm_decimal should;
    int odd = odd_of(r, 0, r->count, whole->figure->interval, &should);
    if (odd < 0 || has_own_base(links, r, (unsigned)odd)) continue;
    const pair *p = &r->items[odd];
    bool sure = false, scaled = p->share->figure->value.scale || r->count > 2;
    for (unsigned i = 0; i < r->count; i++)
      sure = sure || (i != (unsigned)odd && gm_decimal_significant(r->items[i].share->figure->value) >= SURE_DIGITS);
    if (!sure || !scaled || p->part == whole || gm_is_told(check, p->share) || p->share->figure->verified ||
        is_explained(links, p))
      continue;
    gm_report_share(check, p->share, p->part, whole, should);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    return;
  }
}

void gm_check_turned_rows(gm_line_check *check, const gm_links *links) {
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 2) return;
  for (unsigned from = 0, to; from < links->count; from = to) {
    row r;
    to = collect(links, from, &r);
    if (r.count > 1 && !judge_by_sum(check, links, &r)) judge_by_whole(check, links, &r);
  }
}
