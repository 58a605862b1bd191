/* XR-02 of an exact number that the next clause rounds the wrong way: 合计1860人次，超1900人次. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

static const char *const leads[] = {"已经", "已", "首次", "首度", "一举", NULL};
static const char *const rounds[] = {"超过了", "超过", "超", "逾",   "突破了", "突破",
                                     "将近",   "接近", "近", "不足", "不到",   NULL};
static const char *const ends[] = {"，", "。", "；", "）", "！", "大关", NULL};

/* Do the bytes [from, to) hold a comma and the approximator alone, so that nothing else is told of: ，已突破? */
static bool restates(gm_text line, uint32_t from, uint32_t to) {
  uint32_t at = from + gm_reads(line, from, "，");
  if (at == from) return false;
  at += gm_reads_one(line, at, leads);
  return at == to || at + gm_reads_one(line, at, rounds) == to;
}

#define SHOWN 20 /* hundredths of the rounded number by which the exact one may be off and be what it rounds */

/* Is the exact number at most so far from the rounded one that no other is meant, and on its wrong side? 近 of more. */
static bool wrong_side(const gm_figure *exact, const gm_figure *rough) {
  gm_decimal off, most;
  if (!gm_decimal_subtract(exact->value, rough->value, &off)) return false;
  if (off.digits < 0) off.digits = -off.digits;
  if (!gm_decimal_multiply(rough->value, (gm_decimal){SHOWN, 2}, &most) || gm_decimal_compare(off, most) > 0)
    return false;
  return rough->approx == GM_APPROX_OVER ? gm_decimal_compare(exact->interval.high, rough->value) < 0
                                         : gm_decimal_compare(exact->interval.low, rough->value) > 0;
}

#define NAME_BYTES 30u /* before a number that name it */

/* Is the exact number what was meant to be, which the next need not repeat: 预算500万元，不足480万元? */
static bool is_meant(const gm_draft_check *check, uint32_t line, const gm_figure *exact) {
  static const char *const words[] = {"预算", "计划", "目标", "任务", "概算", "限额", "上限", "原定", "估算", NULL};
  gm_text text = check->draft->lines[line];
  return gm_reads_within(text, exact->start > NAME_BYTES ? exact->start - NAME_BYTES : 0, exact->start, words);
}

#define UNPLAIN (GM_ROLE_OF_WHICH | GM_ROLE_COMPARED | GM_ROLE_FROM)

static void check_restated(gm_draft_check *check, uint32_t line, uint32_t index) {
  gm_text text = check->draft->lines[line];
  const gm_figure *rough = &check->figures[line].items[index], *exact = rough - 1;
  if ((rough->approx != GM_APPROX_NEAR && rough->approx != GM_APPROX_OVER) || !gm_is_amount(rough) ||
      !gm_is_amount(exact) || !gm_is_exact(exact) || !gm_is_plain(exact) || exact->roles & UNPLAIN ||
      exact->sentence != rough->sentence || !gm_comparable(exact, rough) || !restates(text, exact->end, rough->start) ||
      (rough->end < text.len && !gm_reads_one(text, rough->end, ends)) || !wrong_side(exact, rough) ||
      is_meant(check, line, exact) || gm_is_reported(check, line, rough) || gm_is_reported(check, line, exact))
    return;
  gm_report_figure(check, line, rough);
  gm_say(check->out, check->language, "与前面的%s不相容，文中为“%s”", "it cannot be with %s before, the text says “%s”",
         gm_quote_figure(check->draft, line, exact).text, gm_quote_figure(check->draft, line, rough).text);
  gm_relate_figure(check, line, exact, "确数", "the exact number");
}

void gm_check_restated(gm_draft_check *check) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_ROUNDED)) < check->draft->count; line++)
    for (uint32_t i = 1; check->draft->classes[line].keep && i < check->figures[line].count; i++)
      check_restated(check, line, i);
}
