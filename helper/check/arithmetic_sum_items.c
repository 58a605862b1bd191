/* AR-01 of numbered lines, each with one amount or one that is called its sum, and the line below that sums them up:
 * 1.课桌120套，单价260元，小计31200元；…。以上三项合计50600元. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define ITEMS_MOST 20u
#define LEAD_BYTES 45u /* between 合计 and the number: 金额为人民币 */

static const char *const openings[] = {"以上", "上述", "前述", "这", "合计", "总计", "共计", NULL},
                         *const sums[] = {"合计", "共计", "总计", "总金额", "总价", "总额", "总预算", "总费用", NULL};

static uint32_t skip_blanks(gm_text line) {
  uint32_t at = 0;
  while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t' || gm_reads(line, at, "　")))
    at += line.ptr[at] == ' ' || line.ptr[at] == '\t' ? 1 : (uint32_t)strlen("　");
  return at;
}

/* The number at the byte, of digits or of Han up to 十九; its bytes, 0 when there is none. */
static uint32_t number_at(gm_text line, uint32_t at, unsigned *value) {
  static const char *const han[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  uint32_t from = at;
  *value = 0;
  while (at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9' && at - from < 2)
    *value = *value * 10 + (unsigned)(line.ptr[at++] - '0');
  if (at > from) return at - from;
  if (gm_reads(line, at, "两")) {
    *value = 2;
    return gm_reads(line, at, "两");
  }
  for (unsigned turn = 0; turn < 2; turn++)
    for (unsigned i = 0; i < 10; i++) {
      uint32_t n = gm_reads(line, at, han[i]);
      if (!n || (turn && (*value != 10 || i == 9))) continue;
      *value += i + 1;
      at += n;
      break;
    }
  return at - from;
}

/* The number that the line begins with as an item: 1. （2） 三、 ④; 0 when it begins with none. */
static unsigned item_of(gm_text line) {
  static const char *const circled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", NULL}, *const ends[] = {
                                                                                                     "．", ".", "、",
                                                                                                     "）", ")", NULL};
  uint32_t at = skip_blanks(line), n;
  unsigned value;
  for (unsigned i = 0; circled[i]; i++)
    if (gm_reads(line, at, circled[i])) return i + 1;
  uint32_t open = gm_reads(line, at, "（") ? gm_reads(line, at, "（") : at < line.len && line.ptr[at] == '(';
  at += open;
  if (!(n = number_at(line, at, &value)) || !value) return 0;
  at += n;
  for (unsigned i = 0; ends[i]; i++) {
    size_t length = strlen(ends[i]);
    if (at + length > line.len || memcmp(line.ptr + at, ends[i], length)) continue;
    at += (uint32_t)length;
    return at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9' && !open && *ends[i] == '.' ? 0 : value;
  }
  return 0;
}

/* Does the figure stand behind what calls it the sum of its item? */
static bool is_called_sum(gm_text line, const gm_figure *f) {
  static const char *const words[] = {"小计",   "小计为", "合计",   "合计为",   "共计", "总计",   "金额",
                                      "金额为", "预算",   "预算为", "预算金额", "总价", "总价为", "总额",
                                      "计",     "共",     "共需",   "共需资金", NULL},
                           *const others[] = {"预计", "估计", "统计", "审计", "设计", "累计", "其中", NULL};
  return gm_reads_one_before(line, f->start, words) && !gm_reads_one_before(line, f->start, others);
}

/* The one amount of the item like `whole`, or the last that is called its sum; NULL when it cannot be told. */
static const gm_figure *amount_of(const gm_draft_check *check, uint32_t line, const gm_figure *whole) {
  const gm_figure *only = NULL, *sum = NULL;
  unsigned amounts = 0;
  for (uint32_t i = 0; i < check->figures[line].count; i++) {
    const gm_figure *f = &check->figures[line].items[i];
    if (!gm_is_amount(f) || !gm_comparable(f, whole)) continue;
    amounts++;
    only = f;
    if (is_called_sum(check->draft->lines[line], f)) sum = f;
  }
  const gm_figure *told = sum ? sum : amounts == 1 ? only : NULL;
  return told && gm_is_exact(told) && told->value.digits > 0 && !gm_is_delta(told) &&
                 !(told->roles & (GM_ROLE_EACH | GM_ROLE_COMPARED | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) &&
                 (told == sum || !(told->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD)))
             ? told
             : NULL;
}

/* Is the line one that sums up what stands above it: 以上三项合计, 以上各项共计, 合计? The first amount behind that,
 * and how many items it tells, 0 when it tells none. */
static const gm_figure *total_of(const gm_draft_check *check, uint32_t line, unsigned *told) {
  static const char *const things[] = {"项", "类", "款", "笔", "个包", "个标段", "部分", "种", "宗", "个项目", NULL},
                           *const every[] = {"各项", "几项",   "各类", "所有", "全部",
                                             "费用", "各部分", "各包", "内容", NULL},
                           *const apart[] = {"优惠", "折",   "下浮", "另", "扣", "减", "除", "均", "比",
                                             "约",   "不超", "。",   "；", "增", "占", "余", NULL};
  gm_text text = check->draft->lines[line];
  uint32_t at = skip_blanks(text), from = at, n;
  *told = 0;
  if (!gm_reads_one(text, at, openings)) return NULL;
  if (!gm_reads_one(text, at, sums)) {
    at += gm_reads_one(text, at, openings);
    if ((n = number_at(text, at, told)) != 0) {
      at += n;
      if (!(n = gm_reads_one(text, at, things))) return NULL;
      at += n;
    }
    for (unsigned k = 0; k < 4 && (n = gm_reads_one(text, at, every)); k++) at += n;
  }
  if (!(n = gm_reads_one(text, at, sums))) return NULL;
  at += n;
  for (uint32_t i = 0; i < check->figures[line].count; i++) {
    const gm_figure *f = &check->figures[line].items[i];
    if (f->start < at || !gm_is_amount(f)) continue;
    return f->start - at <= LEAD_BYTES && gm_is_exact(f) && f->value.digits > 0 && !gm_is_delta(f) &&
                   !(f->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD)) && !gm_reads_within(text, from, f->start, apart)
               ? f
               : NULL;
  }
  return NULL;
}

typedef struct items {
  uint32_t line[ITEMS_MOST];
  const gm_figure *of[ITEMS_MOST];
  unsigned count;
} items;

/* The items right above the line, from the first on, each with its amount. */
static bool read_items(const gm_draft_check *check, uint32_t line, const gm_figure *whole, items *out) {
  out->count = 0;
  for (unsigned next = 0; next != 1;) {
    do
      if (!line--) return false;
    while (!check->draft->looks[line].chars || !check->draft->classes[line].keep);
    unsigned number = item_of(check->draft->lines[line]);
    if (!number || number > ITEMS_MOST || (next && number != next - 1)) return false;
    if (!next) out->count = number;
    if (!(out->of[number - 1] = amount_of(check, line, whole))) return false;
    out->line[number - 1] = line;
    next = number;
  }
  return out->count > 1;
}

static void judge(gm_draft_check *check, uint32_t line, const gm_figure *whole, const items *p) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  gm_decimal value = {0, 0};
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_interval_add(&sum, p->of[i]->interval) || !gm_decimal_add(value, p->of[i]->value, &value)) return;
  if (gm_interval_touch(sum, whole->interval) || gm_is_reported(check, line, whole) ||
      gm_is_far(gm_decimal_trim(value), gm_decimal_trim(whole->value)))
    return;
  for (unsigned i = 0; i < p->count; i++)
    if (gm_is_reported(check, p->line[i], p->of[i])) return;
  gm_quote should = gm_quote_as(check->draft, line, whole, value);
  gm_report_figure(check, line, whole);
  gm_say(check->out, check->language, "以上%u项合计%s，文中为%s", "the %u items above make %s, the text says %s",
         p->count, should.text, gm_quote_figure(check->draft, line, whole).text);
  gm_offer(check->out, should.text);
  for (unsigned i = 0; i < p->count; i++) gm_relate_figure(check, p->line[i], p->of[i], "分项", "a part");
}

void gm_check_sum_of_items(gm_draft_check *check) {
  for (uint32_t line = 2; (line = gm_next_line(check, line, GM_KIND_AMOUNT)) < check->draft->count; line++) {
    unsigned told;
    items p;
    const gm_figure *whole = check->draft->classes[line].keep ? total_of(check, line, &told) : NULL;
    if (whole && read_items(check, line, whole, &p) && (!told || told == p.count)) judge(check, line, whole, &p);
  }
}
