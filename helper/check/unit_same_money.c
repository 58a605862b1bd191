/* US-02 of money that is called by two words for one thing: 接收社会捐赠6.83亿元 … 收到的6.83万元捐款. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define BEFORE_BYTES 60u /* before an amount, in its clause, what it is of */
#define BEHIND_BYTES 18u /* behind it: 6.83万元社会各界捐款 */

/* Words for money of one kind. */
#define GROUP_WORDS 8
static const char *const kinds[][GROUP_WORDS] = {
    {"捐赠", "捐款", "善款", "捐资", "募捐", "认捐", "募集"},
    {"贷款", "授信", "信贷", "放贷"},
    {"补贴", "补助", "奖补", "津贴"},
    {"赔偿", "补偿", "理赔", "赔付"},
    {"销售额", "销售收入", "营业收入", "营收", "营业额", "成交额", "交易额"},
    {"税收", "纳税", "税款", "缴税"},
    {"欠薪", "工资", "薪酬"},
    {"违约金", "罚款", "罚没"},
    {"投资", "总投资"},
    {"债务", "欠款", "负债"},
};
#define KINDS (sizeof kinds / sizeof *kinds)

/* What is one of many, or is taken of each, is no amount told again. */
static const char *const others[] = {"单笔", "最高", "最低", "最大", "最小", "平均", "人均", "户均", "每", "其中",
                                     "一次", "一笔", "首笔", "首期", "上年", "去年", "同期", "增",   "减", NULL};

static bool parts_clause(gm_text line, uint32_t at) {
  return gm_reads(line, at, "，") || gm_reads(line, at, "；") || gm_reads(line, at, "。") || gm_reads(line, at, "：");
}

/* The kinds named in the amount's clause, as bits; 0 when it is told as another's. */
static uint32_t kinds_of(gm_text line, const gm_figure *f) {
  uint32_t from = f->start, least = from > BEFORE_BYTES ? from - BEFORE_BYTES : 0, found = 0;
  while (from > least && !parts_clause(line, from - 1)) from--;
  uint32_t end = f->end + BEHIND_BYTES < line.len ? f->end + BEHIND_BYTES : line.len;
  for (uint32_t at = from; at < end; at++) {
    if (at == f->start) at = f->end;
    if (at >= end || (at >= f->end && parts_clause(line, at))) break;
    for (const char *const *w = others; *w && at < f->start; w++)
      if (gm_reads(line, at, *w)) return 0;
    for (size_t k = 0; k < KINDS; k++)
      for (size_t i = 0; i < GROUP_WORDS && kinds[k][i]; i++)
        if (gm_reads(line, at, kinds[k][i])) found |= UINT32_C(1) << k;
  }
  return found;
}

/* 收到的6.83万元捐款, 这6.83万元捐款: is the amount told as one that is known? */
static bool is_known(gm_text line, const gm_figure *f) {
  return gm_reads_before(line, f->start, "的") || gm_reads_before(line, f->start, "这") ||
         gm_reads_before(line, f->start, "这笔") || gm_reads_before(line, f->start, "上述");
}

bool gm_same_money(const gm_draft_check *check, uint32_t line, const gm_figure *f, uint32_t other_line,
                   const gm_figure *other, bool long_number) {
  gm_text a = check->draft->lines[line], b = check->draft->lines[other_line];
  if (f->kind != GM_FIGURE_MONEY || other->kind != GM_FIGURE_MONEY || !gm_is_plain(f) || !gm_is_plain(other) ||
      (!long_number && !is_known(b, other)))
    return false;
  uint32_t kind = kinds_of(a, f);
  return kind && kind & kinds_of(b, other);
}
