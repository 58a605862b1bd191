/* PCT-01 with the whole told in a paragraph before: 党员总数为9804.1万名。 /
 * 女党员2930.2万名，占29.9%。少数民族党员744.5万名， 占7.6%。… Records only: three shares and more of a paragraph, all
 * but one of which fit one earlier amount. Four that agree among themselves are judged by percent_sibling.c, where they
 * stand. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/quiet.h"

#define PAIRS       3
#define JOINT_BYTES 3  /* 、 or 和 between shares told together */
#define PAIR_BYTES  40 /* between an amount and its share: ，占会员总数的 */
#define LINES_ABOVE 8  /* a whole told farther up is of something else */
#define LOOSE       3  /* half units by which a share may be off and still be a slip of rounding */

typedef struct pair {
  const gm_figure *part, *share;
} pair;

/* 甲431人、乙559人，分别占36.93%和49.70%: as many shares as amounts right before them, from figure `i` on, the first
 * share. Gives how many, 0 when it is no such thing. */
static unsigned respective(const gm_figures *figures, uint32_t i, pair *out) {
  unsigned shares = 1, amounts = 0;
  while (shares <= PAIRS && i + shares < figures->count && figures->items[i + shares].kind == GM_FIGURE_PERCENT &&
         gm_is_exact(&figures->items[i + shares]) &&
         figures->items[i + shares].start - figures->items[i + shares - 1].end <= JOINT_BYTES)
    shares++;
  if (shares < 2 || shares > PAIRS || i < shares) return 0;
  for (; amounts < shares; amounts++) {
    const gm_figure *part = &figures->items[i - shares + amounts];
    if (!gm_is_count(part) || part->sentence != figures->items[i].sentence ||
        (amounts && !gm_comparable(part, out[0].part)))
      return 0;
    out[amounts] = (pair){part, &figures->items[i + amounts]};
  }
  bool more = i > shares && figures->items[i - shares - 1].sentence == figures->items[i].sentence &&
              gm_is_count(&figures->items[i - shares - 1]);
  return more ? 0 : shares;
}

/* The shares of a line with their parts; 0 unless there are just PAIRS of them, all of one measure, or fewer that are
 * told together. */
static unsigned pairs_of(const gm_figures *figures, pair *out) {
  unsigned count = 0;
  for (uint32_t i = 1; i < figures->count; i++) {
    const gm_figure *share = &figures->items[i], *part = share - 1;
    if (share->kind != GM_FIGURE_PERCENT || !(share->roles & GM_ROLE_SHARE) || !gm_is_exact(share)) continue;
    if (!count) {
      unsigned together = respective(figures, i, out);
      if (together) return together;
    }
    if (!gm_is_count(part) || part->sentence != share->sentence || share->start - part->end > PAIR_BYTES) continue;
    if (i + 1 < figures->count && share[1].kind == GM_FIGURE_PERCENT && share[1].start - share->end <= JOINT_BYTES)
      continue; /* the first of several, of several parts */
    if (part > figures->items && gm_is_count(part - 1) && gm_comparable(part - 1, part) &&
        part->start - part[-1].end <= JOINT_BYTES)
      continue; /* 97.4亿元、71.8亿元和39.2亿元，合计占54.9%: of a row */
    if (count == PAIRS || (count && !gm_comparable(part, out[0].part))) return 0;
    out[count++] = (pair){part, share};
  }
  return count == PAIRS ? count : 0;
}

static bool fits(const pair *p, const gm_figure *whole, int halves) {
  return gm_ratio_fits(p->part->interval, whole->interval, gm_percent_interval(p->share, halves));
}

/* Any-fit accepts: does some amount of the lines explain what the agreed whole does not? */
static bool explained(const gm_draft_check *check, uint32_t first, uint32_t last, const pair *p) {
  for (uint32_t at = first; at <= last; at++)
    for (uint32_t i = 0; i < check->figures[at].count; i++) {
      const gm_figure *f = &check->figures[at].items[i];
      if (gm_is_amount(f) && gm_comparable(f, p->part) && fits(p, f, 1)) return true;
    }
  return false;
}

/* 欧洲4.38亿元、…、其他0.64亿元，欧洲占境外收入的45.39%: do two other amounts of the line give the share? */
static bool others_give(const gm_figures *figures, const pair *p) {
  for (uint32_t i = 0; i < figures->count; i++)
    for (uint32_t k = 0; k < figures->count; k++) {
      const gm_figure *f = &figures->items[i], *g = &figures->items[k];
      if (i != k && gm_is_count(f) && gm_is_count(g) && gm_comparable(f, p->part) && gm_comparable(g, p->part) &&
          gm_ratio_fits(f->interval, g->interval, gm_percent_interval(p->share, 1)))
        return true;
    }
  return false;
}

static void judge(gm_draft_check *check, uint32_t line, const pair *pairs, unsigned count) {
  const gm_figure *whole = NULL;
  uint32_t whole_line = 0;
  unsigned odd = count;
  uint32_t first = line > LINES_ABOVE ? line - LINES_ABOVE : 0;
  for (uint32_t at = line + 1; at-- > first;) {
    const gm_figures *figures = &check->figures[at];
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, pairs[0].part)) continue;
      unsigned n = 0, misfit = count;
      for (unsigned k = 0; k < count; k++)
        if (fits(&pairs[k], f, 1))
          n++;
        else
          misfit = k;
      if (n == count) return;
      if (n + 1 < count || !gm_is_exact(f) || whole) continue;
      /* One share alone fits many a whole by chance. */
      if (count == 2 && pairs[1 - misfit].share->value.scale < 2) continue;
      whole = f;
      whole_line = at;
      odd = misfit;
    }
  }
  if (!whole || whole_line == line || explained(check, first, line, &pairs[odd]) ||
      others_give(&check->figures[line], &pairs[odd]))
    return;
  const pair *p = &pairs[odd];
  bool rounding = fits(p, whole, LOOSE);
  gm_decimal computed;
  if ((rounding && !check->hints) || gm_decimal_compare(p->part->value, whole->value) > 0 ||
      !gm_percent_of(p->part->value, whole->value, p->share->value.scale, &computed))
    return;
  gm_report_figure(check, line, p->share);
  gm_lower(check->out, rounding ? GM_SEVERITY_HINT : GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s（同列另%u项相符）",
         "%s / %s = %s, the text says %s (%u beside it agree)", gm_quote_figure(check->draft, line, p->part).text,
         gm_quote_figure(check->draft, whole_line, whole).text,
         gm_quote_percent(check->draft->lines[line], p->share, computed).text,
         gm_quote_figure(check->draft, line, p->share).text, count - 1);
  gm_offer_percent(check, line, p->share, computed);
  gm_relate_figure(check, line, p->part, "部分", "the part");
  gm_relate_figure(check, whole_line, whole, "整体", "the whole");
}

void gm_check_earlier_whole(gm_draft_check *check) {
  pair pairs[PAIRS];
  for (uint32_t line = 1; (line = gm_next_line(check, line, GM_KIND(PERCENT))) < check->draft->count; line++) {
    if (check->figures[line].count < 4) continue; /* two amounts, two shares */
    if (gm_is_quiet(check, GM_QUIET_EARLIER_WHOLE, line, LINES_ABOVE)) continue;
    size_t told = check->out->list.count;
    unsigned count = pairs_of(&check->figures[line], pairs);
    if (count) judge(check, line, pairs, count);
    if (told == check->out->list.count) gm_note_quiet(check, GM_QUIET_EARLIER_WHOLE, line, LINES_ABOVE);
  }
}
