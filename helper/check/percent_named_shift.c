/* PCT-01 across paragraphs of a part told in 万 for 亿, or the other way round, by its share of what is named:
 * 产值86亿元 and farther down 税收2.15万元，相当于当年产值的2.5%. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define PAIR_BYTES   60u /* between an amount and its share: ，相当于当年产值的 */
#define NAME_BYTES   6u  /* two Han characters name a base */
#define LINES_ABOVE  40u /* a whole told farther up is no longer in anyone's mind */
#define ASKED_MOST   256u
#define WAN          4
#define YI           8
#define LEAST_DIGITS 10 /* of the share, two: of one digit too much fits */

/* The name of the base between the part and the share: 产值 of ，相当于当年产值的. False when there is none. */
static bool base_of(gm_text line, const gm_figure *part, const gm_figure *share, gm_text *base) {
  static const char *const leads[] = {"占", "约占", "相当于", "达到", NULL}, *const times[] = {"全年", "当年", "年度",
                                                                                               "本年", "今年", "去年",
                                                                                               "同期", "全市", "全县",
                                                                                               "全区", "公司", "企业",
                                                                                               "总",   NULL},
                           *const tails[] = {"的", "总额", "总量", "总值", "总数", "比重", "比例", NULL};
  if (share->start - part->end > PAIR_BYTES) return false;
  uint32_t from = part->end, n;
  while (from < share->start && !(n = gm_reads_one(line, from, leads))) from++;
  if (from >= share->start) return false;
  for (from += n; (n = gm_reads_one(line, from, times)) && from + n < share->start;) from += n;
  uint32_t to = share->start;
  while (to > from && (n = gm_reads_one_before(line, to, tails))) to -= n;
  *base = (gm_text){line.ptr + from, to - from};
  if (to == share->start || to < from + NAME_BYTES) return false;
  for (uint32_t i = from; i < to; i += 3) /* of Han characters */
    if ((unsigned char)line.ptr[i] < 0xE4 || (unsigned char)line.ptr[i] > 0xE9) return false;
  return (to - from) % 3 == 0;
}

static void judge(gm_draft_check *check, uint32_t line, const gm_figure *part, const gm_figure *share) {
  gm_text own = check->draft->lines[line];
  int scale = gm_printed_scale(own, part), by = scale == WAN ? YI - WAN : WAN - YI;
  const gm_interval told = gm_percent_interval(share, 1);
  const gm_figure *whole = NULL;
  gm_interval shifted = part->interval;
  gm_decimal should, computed;
  uint32_t at = line, first = line > LINES_ABOVE ? line - LINES_ABOVE : 0, left = ASKED_MOST;
  gm_text base;
  if ((scale != WAN && scale != YI) || share->value.digits < LEAST_DIGITS || !base_of(own, part, share, &base) ||
      !gm_decimal_shift(part->value, by, &should) || !gm_decimal_shift(shifted.low, by, &shifted.low) ||
      !gm_decimal_shift(shifted.high, by, &shifted.high))
    return;
  for (uint32_t k = line + 1; k-- > first;)
    for (uint32_t i = check->figures[k].count; i-- > 0;) {
      const gm_figure *f = &check->figures[k].items[i];
      if (f == part || !gm_is_amount(f) || !gm_comparable(f, part) || f->value.digits <= 0) continue;
      if (!left-- || gm_ratio_fits(part->interval, f->interval, told)) return;
      /* gm_check_based_share has judged it; 比上年的1.82亿元增长25.8% tells of the slip itself */
      if (k == line &&
          (gm_is_named_before(own, f, base) || (f->roles & GM_ROLE_COMPARED && f->sentence == part->sentence)))
        return;
      if (gm_is_delta(f) || !gm_is_exact(f) || gm_decimal_compare(should, f->value) > 0 ||
          !gm_ratio_fits(shifted, f->interval, told) || !gm_is_named_before(check->draft->lines[k], f, base))
        continue;
      if (whole && gm_decimal_compare(whole->value, f->value)) return;
      whole = f;
      at = k;
    }
  if (!whole || gm_is_reported(check, line, part) || gm_is_reported(check, line, share) ||
      !gm_percent_of(should, whole->value, share->value.scale, &computed))
    return;
  gm_decimal printed = part->value;
  if (!gm_decimal_shift(part->value, -scale, &printed)) return;
  gm_report_figure(check, line, part);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s的%s为%s%s元，文中为%s", "of %s, %s is %s%s元, the text says %s",
         gm_quote_figure(check->draft, at, whole).text, gm_quote_figure(check->draft, line, share).text,
         gm_quote_decimal(gm_decimal_trim(printed)).text, scale == WAN ? "亿" : "万",
         gm_quote_figure(check->draft, line, part).text);
  gm_relate_figure(check, line, share, "占比", "the share");
  gm_relate_figure(check, at, whole, "整体", "the whole");
}

void gm_check_named_shift(gm_draft_check *check) {
  for (uint32_t line = 1; (line = gm_next_line(check, line, GM_KIND(PERCENT))) < check->draft->count; line++) {
    const gm_figures *figures = &check->figures[line];
    if (!(check->kinds[line] & GM_KIND_AMOUNT) || !check->draft->classes[line].keep) continue;
    for (uint32_t i = 1; i < figures->count; i++) {
      const gm_figure *share = &figures->items[i], *part = share - 1;
      if (share->kind == GM_FIGURE_PERCENT && part->kind == GM_FIGURE_MONEY && part->sentence == share->sentence &&
          gm_is_exact(share) && gm_is_count(part))
        judge(check, line, part, share);
    }
  }
}
