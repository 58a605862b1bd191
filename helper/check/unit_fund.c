/* US-02 of a fund: 需资金327.6万元 … 所需的327.6元从维修基金中列支. So long a number is the same by chance hardly ever,
 * and no fund is of some hundred yuan and a few dimes. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define DIGITS_LEAST 4 /* with a point */
#define DIGITS_SURE  5
#define CLAUSE_BYTES 90u

static bool parts_clause(gm_text line, uint32_t at) {
  return gm_reads(line, at, "，") || gm_reads(line, at, "；") || gm_reads(line, at, "。") || gm_reads(line, at, "：");
}

bool gm_same_fund(const gm_draft_check *check, const gm_figure *f, uint32_t other_line, const gm_figure *other) {
  static const char *const funds[] = {"资金", "经费", "预算", "概算", "投资", "列支", "支出", "拨付",
                                      "拨款", "到位", "筹集", "自筹", "配套", "基金", "专款", "所需",
                                      "总额", "合计", "承担", "结余", "专项", NULL};
  static const char *const prices[] = {"单价", "均价", "售价", "票价", "价格",   "每",     "平均",
                                       "人均", "户均", "时薪", "收费", "成本价", "客单价", "股价",
                                       "市价", "面值", "工本", "押金", "标准为", "/",      NULL};
  if (f->kind != GM_FIGURE_MONEY || other->kind != GM_FIGURE_MONEY || !gm_is_plain(f) || !gm_is_plain(other))
    return false;
  int digits = gm_decimal_significant(other->value);
  if (digits < DIGITS_LEAST || (!other->value.scale && digits < DIGITS_SURE)) return false;
  gm_text line = check->draft->lines[other_line];
  uint32_t from = other->start, to = other->end, least = from > CLAUSE_BYTES ? from - CLAUSE_BYTES : 0;
  while (from > least && !parts_clause(line, from - 1)) from--;
  while (to < line.len && to - other->end < CLAUSE_BYTES && !parts_clause(line, to)) to++;
  return gm_reads_within(line, from, to, funds) && !gm_reads_within(line, from, to, prices);
}
