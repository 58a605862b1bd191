#include "check/link.h"

#include "text/utf8.h"

/* A mention in the clause of the one before shares its start, so that each character is looked at once. */
static void find_clause(const gm_view *view, const gm_mention *before, gm_mention *m) {
  uint32_t reach = m->from > GM_REACH_CHARS ? m->from - GM_REACH_CHARS : 0;
  bool behind = before && before->from < m->from;
  uint32_t low = behind && before->from > reach ? before->from : reach;
  size_t mark = gm_view_behind_last(view, low, m->from, GM_PAUSE | GM_STOP), clause = mark;
  while (clause > low && view->cp[clause - 1] == GM_DUN)
    clause = gm_view_behind_last(view, low, clause - 1, GM_PAUSE | GM_STOP);
  if (clause == low && behind && before->clause < low) clause = before->clause > reach ? before->clause : reach;
  m->clause = (uint32_t)clause;
  m->label = (uint32_t)(mark > low ? mark : clause);
  if (before && before->to > m->label) m->label = before->to;
}

static void make_links(gm_links *links, const gm_view *view, const gm_figures *figures) {
  links->view = view;
  links->count = figures->count < GM_MENTIONS_MAX ? figures->count : GM_MENTIONS_MAX;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = &figures->items[i];
    gm_mention *m = &links->items[i];
    m->figure = f;
    m->number = (uint32_t)gm_view_find(view, f->start);
    m->from = (uint32_t)gm_view_find(view, gm_figure_from(f));
    m->to = (uint32_t)gm_view_find(view, f->end);
    find_clause(view, i ? m - 1 : NULL, m);
  }
}

const gm_links *gm_links_of(gm_line_check *check) {
  if (!check->links->view) make_links(check->links, check->view, check->figures);
  return check->links;
}

unsigned gm_count_kind(const gm_figures *figures, gm_figure_kind kind) {
  unsigned n = 0;
  for (uint32_t i = 0; i < figures->count; i++) n += figures->items[i].kind == kind;
  return n;
}

size_t gm_find_total(const gm_view *view, size_t from, size_t to) {
  for (; (from = gm_find_word(view, from, to, "共 合计 总计 总共 累计 总数 总量 总额 现有")) != SIZE_MAX; from++) {
    bool part =
        (gm_words_at(view, from, "共建 共享 共同 共产 共青 共治 共育 共和 共识 共赢 共用 共管 共性 共创 共学 共富") &&
         !gm_words_at(view, from, "共建成 共建立 共创建 共享受 共用去")) ||
        (gm_one_of(view, from, "共") && gm_one_before(view, from, "公中")) ||
        (gm_words_at(view, from, "现有") &&
         gm_words_before(view, from, "利用 依托 改造 盘活 整合 租用")); /* 利用现有场馆20个 */
    if (!part) return from;
  }
  return SIZE_MAX;
}

bool gm_in_one_part(const gm_links *links, const gm_mention *a, const gm_mention *b) {
  const gm_mention *first = a < b ? a : b, *second = a < b ? b : a;
  return gm_same_sentence(a, b) && gm_find_mark(links->view, first->to, second->from, "；") == SIZE_MAX;
}

bool gm_divides(const gm_view *view, size_t from, size_t to) {
  if (gm_words_at(view, from, "在全部 在总 全部")) { /* 在全部支出中， */
    size_t mark = gm_find_word(view, from, to, "，");
    return mark != SIZE_MAX && gm_one_before(view, mark, "中");
  }
  if (!gm_words_at(view, from, "从 按")) return false;
  size_t mark = gm_find_mark(view, from, to, "，");
  return mark != SIZE_MAX && gm_words_before(view, mark, "看 分 划分 统计 来看 分类 区分 来分");
}

bool gm_share_pair(const gm_view *view, size_t from, size_t to, size_t other_from, size_t other_to) {
  for (size_t a = from; a + 1 < to; a++) {
    if (!(view->cls[a] & view->cls[a + 1] & GM_HAN)) continue;
    for (size_t b = other_from; b + 1 < other_to; b++)
      if (view->cp[a] == view->cp[b] && view->cp[a + 1] == view->cp[b + 1]) return true;
  }
  return false;
}

/* What stands for the whole paragraph, what for the answers told behind it, and what for what a bracket is put behind.
 */
#define DISCLAIMERS "四舍五入 机械调整 不完全统计 合计不等 ”应为“ ”应改为“ ”更正为“ ”系“ ”误为“ ”误写成“"
#define OF_ANSWERS  "多选 可选两项 可选三项 选两项以上 最多选"
#define OVERLAPPING "有交叉 交叉重复 有重复 重复计算 兼有 不等于"

/* Does a number stand in [from, to)? */
static bool holds_number(const gm_view *view, size_t from, size_t to) {
  while (from < to && !(view->cls[from] & GM_DIGIT)) from++;
  return from < to;
}

/* Where the next disclaimer of a part of the line alone stands from `at` on, and of which part: 需求（多选题），助餐占
 * 63.2%, 两者（不重复计算）. SIZE_MAX when there is none. */
static size_t next_local_disclaimer(const gm_view *view, size_t at, size_t *from, size_t *to) {
  for (; at < view->count; at++) {
    bool answers = gm_words_at(view, at, OF_ANSWERS) != 0;
    if (!answers && !gm_words_at(view, at, OVERLAPPING)) continue;
    size_t end = gm_sentence_end(view, at);
    if (answers ? !holds_number(view, at, end) : !(view->cls[at] & GM_IN_PAREN) && !gm_words_at(view, at, "不等于"))
      continue;
    *from = gm_sentence_start(view, at);
    *to = answers ? view->count : end;
    return at;
  }
  return SIZE_MAX;
}

static bool disclaims_all(const gm_view *view, size_t from) {
  if (gm_find_word(view, from, view->count, DISCLAIMERS) != SIZE_MAX) return true;
  size_t start, end, local = SIZE_MAX;
  bool known = false;
  for (size_t at = from; (at = gm_find_word(view, at, view->count, OF_ANSWERS " " OVERLAPPING)) != SIZE_MAX; at++) {
    if (!known || (local != SIZE_MAX && local < at)) local = next_local_disclaimer(view, at, &start, &end);
    known = true;
    if (local != at) return true;
  }
  return false;
}

bool gm_disclaimed(const gm_view *view) {
  /* A disclaimer opens a paragraph or ends it. */
  size_t tail = view->count > GM_REACH_CHARS ? view->count - GM_REACH_CHARS : 0;
  return disclaims_all(view, 0) || (tail && disclaims_all(view, tail));
}

void gm_heed_local_disclaimers(const gm_view *view, gm_findings *findings) {
  size_t from, to;
  for (size_t at = 0; (at = next_local_disclaimer(view, at, &from, &to)) != SIZE_MAX; at++) {
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
      gm_finding *f = &findings->list.items[i];
      const char *id = gm_rules[f->rule].id;
      bool reckoned = !strncmp(id, "AR-", 3) || !strncmp(id, "PCT-", 4);
      if (reckoned && f->start.byte >= view->raw_at[from] && (to == view->count || f->start.byte < view->raw_at[to]))
        continue;
      findings->list.items[kept++] = *f;
    }
    findings->list.count = kept;
  }
}

/* 存在四舍五入, where it says that figures were rounded; 合计6214.32元，四舍五入到元为6214元 says how one was. */
static size_t find_rounding(const gm_view *view) {
  size_t at = 0;
  while ((at = gm_find_word(view, at, view->count, "四舍五入")) != SIZE_MAX &&
         gm_words_at(view, at + 4, "到 至 为 后为 后约 后取 取整 法取整 计为 记为 得"))
    at += 4;
  return at;
}

uint8_t gm_disclaims_draft(const gm_view *view) {
  size_t count = view->count, rounding = find_rounding(view);
  bool rounds =
      gm_find_word(view, 0, count, "机械调整") != SIZE_MAX ||
      (rounding != SIZE_MAX && gm_find_word(view, gm_sentence_start(view, rounding), gm_sentence_end(view, rounding),
                                            "部分 合计 分项 总计 总和 加总 百分比 相加") != SIZE_MAX);
  bool answers = gm_find_word(view, 0, count, "多选题") != SIZE_MAX;
  return (uint8_t)((rounds ? GM_DISCLAIMS_ROUNDING : 0) | (answers ? GM_DISCLAIMS_ANSWERS : 0));
}

gm_interval gm_percent_interval(const gm_figure *percent, int halves) {
  gm_interval i = percent->interval;
  gm_decimal unit;
  if (percent->approx != GM_APPROX_NONE || !gm_decimal_subtract(i.high, i.low, &unit)) return i;
  if (!gm_decimal_compare(unit, gm_decimal_of(1))) unit = (gm_decimal){4, 1};
  for (; halves > 1; halves -= 2)
    if (!gm_decimal_subtract(i.low, unit, &i.low) || !gm_decimal_add(i.high, unit, &i.high)) return percent->interval;
  return i;
}

#define SMALL INT64_C(1000000000)

/* A whole number whose product with another such, or with 10^9, fits. */
static bool is_small(gm_decimal v) { return !v.scale && v.digits < SMALL && v.digits > -SMALL; }

bool gm_ratio_fits(gm_interval part, gm_interval whole, gm_interval percent) {
  if (is_small(part.low) && is_small(part.high) && is_small(whole.low) && is_small(whole.high) &&
      is_small((gm_decimal){percent.low.digits, 0}) && is_small((gm_decimal){percent.high.digits, 0}) &&
      percent.low.scale == percent.high.scale && percent.low.scale <= 6) { /* most counts */
    int64_t hundred = 100;
    for (int scale = percent.low.scale; scale > 0; scale--) hundred *= 10;
    return part.high.digits * hundred >= percent.low.digits * whole.low.digits &&
           part.low.digits * hundred <= percent.high.digits * whole.high.digits;
  }
  gm_decimal low, high, least, most;
  /* 100 part.high >= percent.low whole.low and 100 part.low <= percent.high whole.high */
  if (!gm_decimal_shift(part.high, 2, &high) || !gm_decimal_multiply(percent.low, whole.low, &least)) return true;
  if (!gm_decimal_shift(part.low, 2, &low) || !gm_decimal_multiply(percent.high, whole.high, &most)) return true;
  return gm_decimal_compare(high, least) >= 0 && gm_decimal_compare(low, most) <= 0;
}

bool gm_interval_add(gm_interval *sum, gm_interval term) {
  gm_interval out;
  if (!gm_decimal_add(sum->low, term.low, &out.low) || !gm_decimal_add(sum->high, term.high, &out.high)) return false;
  out.low_open = sum->low_open && term.low_open;
  out.high_open = sum->high_open && term.high_open;
  *sum = out;
  return true;
}

bool gm_interval_subtract(gm_interval a, gm_interval b, gm_interval *out) {
  gm_interval r = {a.low, a.high, a.low_open && b.high_open, a.high_open && b.low_open};
  if (!gm_decimal_subtract(a.low, b.high, &r.low) || !gm_decimal_subtract(a.high, b.low, &r.high)) return false;
  *out = r;
  return true;
}

bool gm_percent_of(gm_decimal part, gm_decimal whole, int scale, gm_decimal *out) {
  gm_decimal hundredfold;
  return gm_decimal_shift(part, 2, &hundredfold) && gm_decimal_divide(hundredfold, whole, scale, out);
}

/* Makes both whole numbers of one scale; false when one does not fit. */
static bool align(gm_decimal *a, gm_decimal *b) {
  for (; a->scale < b->scale; a->scale++, a->digits *= 10)
    if (a->digits > INT64_MAX / 10 || a->digits < INT64_MIN / 10) return false;
  for (; b->scale < a->scale; b->scale++, b->digits *= 10)
    if (b->digits > INT64_MAX / 10 || b->digits < INT64_MIN / 10) return false;
  return true;
}

/* Without the zeros at its end. */
static uint64_t strip(uint64_t value) {
  while (value && value % 10 == 0) value /= 10;
  return value;
}

gm_likeness gm_look_alike(gm_decimal a, gm_decimal b) {
  if (!align(&a, &b) || (a.digits < 0) != (b.digits < 0)) return GM_UNLIKE;
  uint64_t x = (uint64_t)(a.digits < 0 ? -a.digits : a.digits), y = (uint64_t)(b.digits < 0 ? -b.digits : b.digits);
  uint64_t rest = x, other = y;
  unsigned count = 0, differ = 0, place = 0, pair[2] = {0, 0}; /* place and pair: of the last that differ */
  bool swapped = false;
  do {
    unsigned p = (unsigned)(rest % 10), q = (unsigned)(other % 10);
    rest /= 10;
    other /= 10;
    if (p != q) {
      swapped = differ == 1 && count == place + 1 && p == pair[1] && q == pair[0];
      differ++;
      place = count;
      pair[0] = p;
      pair[1] = q;
    }
    count++;
  } while (rest && other);
  /* 782万 and 782: the same digits but for zeros at the end. */
  if (rest || other) return strip(x) == strip(y) && strip(x) >= 10 ? GM_SHIFTED : GM_UNLIKE;
  if (differ == 2 && swapped) return GM_SWAPPED;
  return differ == 1 && count >= 3 ? GM_ONE_DIGIT : GM_UNLIKE;
}

bool gm_within(gm_decimal a, gm_decimal b, int parts_per_thousand) {
  gm_decimal difference, allowed;
  if (!gm_decimal_subtract(a, b, &difference)) return false;
  if (difference.digits < 0) difference.digits = -difference.digits;
  if (b.digits < 0) b.digits = -b.digits;
  if (!gm_decimal_multiply(b, (gm_decimal){parts_per_thousand, 3}, &allowed)) return false;
  return gm_decimal_compare(difference, allowed) <= 0;
}

#define NEAR_PERMILLE 300 /* a slip of the pen seldom goes farther, but for one of a digit */

bool gm_is_far(gm_decimal computed, gm_decimal told) {
  int64_t a = told.digits, b = computed.digits; /* 58 and 88: two digits, one of them the same */
  if (!told.scale && !computed.scale && a > 9 && a < 100 && b > 9 && b < 100 && (a / 10 == b / 10 || a % 10 == b % 10))
    return false;
  return !gm_within(computed, told, NEAR_PERMILLE) &&
         gm_look_alike(gm_decimal_trim(computed), gm_decimal_trim(told)) == GM_UNLIKE;
}

bool gm_is_age(const gm_figure *figure) {
  const gm_unit *unit = &gm_units[figure->unit];
  return unit->unit_class == GM_CLASS_TIME && (!strcmp(unit->name, "岁") || !strcmp(unit->name, "周岁"));
}

bool gm_is_base(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *share = m + 1;
  return index + 1 < links->count && share->figure->kind == GM_FIGURE_PERCENT && share->from == m->to + 1u &&
         gm_one_of(links->view, m->to, "的");
}

int gm_printed_scale(gm_text line, const gm_figure *figure) {
  static const char *const words[] = {"万", "萬", "亿", "億"};
  for (unsigned k = 0; k < 4; k++)
    if (figure->number_end >= 3 && !memcmp(line.ptr + figure->number_end - 3, words[k], 3)) return k < 2 ? 4 : 8;
  return 0;
}

gm_quote gm_quote_decimal(gm_decimal value) {
  gm_quote quote;
  gm_buffer text = {0};
  gm_decimal_write(value, &text);
  size_t length = text.count < sizeof quote.text ? text.count : sizeof quote.text - 1;
  memcpy(quote.text, text.items, length);
  quote.text[length] = 0;
  gm_array_free(&text);
  return quote;
}

bool gm_is_permille(gm_text line, const gm_figure *percent) {
  static const char sign[] = "‰";
  return percent->number_end + (sizeof sign - 1) <= percent->end &&
         !memcmp(line.ptr + percent->number_end, sign, sizeof sign - 1);
}

gm_quote gm_quote_percent(gm_text line, const gm_figure *like, gm_decimal value) {
  bool permille = gm_is_permille(line, like) && gm_decimal_shift(value, 1, &value);
  gm_quote quote = gm_quote_decimal(value);
  strcat(quote.text, permille ? "‰" : "%"); /* a decimal leaves room */
  return quote;
}

gm_quote gm_quote_like(gm_decimal value, const gm_mention *model, const gm_view *view) {
  size_t end = gm_view_find(view, model->figure->number_end);
  const char *word = "";
  int power = 0;
  if (end && gm_one_of(view, end - 1, "万")) {
    word = "万";
    power = 4;
  } else if (end && gm_one_of(view, end - 1, "亿")) {
    word = "亿";
    power = 8;
  }
  gm_decimal scaled, size = {value.digits < 0 ? -value.digits : value.digits, value.scale};
  bool small = gm_decimal_compare(size, gm_decimal_of(power > 4 ? 1000000 : 100)) < 0; /* 30, and not 0.003万 */
  if (!power || small || !gm_decimal_shift(value, -power, &scaled)) return gm_quote_decimal(value);
  gm_quote quote = gm_quote_decimal(gm_decimal_trim(scaled));
  size_t length = strlen(quote.text);
  if (length + strlen(word) < sizeof quote.text) strcpy(quote.text + length, word);
  return quote;
}

#define WAN_MOST INT64_C(1000000000) /* what is more is not told in 万: 237000万元 */

gm_quote gm_quote_amount(gm_decimal value, const gm_mention *model, const gm_view *view) {
  gm_quote quote = gm_quote_like(value, model, view);
  gm_decimal yi;
  if (gm_printed_scale(view->raw, model->figure) == 4 && gm_decimal_compare(value, gm_decimal_of(WAN_MOST)) >= 0 &&
      gm_decimal_compare(model->figure->value, gm_decimal_of(WAN_MOST)) < 0 && gm_decimal_shift(value, -8, &yi)) {
    quote = gm_quote_decimal(gm_decimal_trim(yi));
    if (strlen(quote.text) + sizeof "亿" <= sizeof quote.text) strcat(quote.text, "亿");
  }
  size_t unit = gm_view_find(view, model->figure->unit_start), length = strlen(quote.text);
  if (model->figure->unit_end <= model->figure->unit_start) return quote;
  while (gm_one_of(view, unit, "万亿")) unit++;
  gm_quote name = gm_quote_line(view, unit, model->to);
  if (length + strlen(name.text) < sizeof quote.text) strcpy(quote.text + length, name.text);
  return quote;
}

gm_decimal gm_round_like(gm_decimal value, const gm_mention *model, const gm_view *view) {
  int power = gm_printed_scale(view->raw, model->figure);
  gm_decimal printed, rounded;
  if (!gm_decimal_shift(gm_decimal_trim(model->figure->value), -power, &printed) ||
      !gm_decimal_shift(value, -power, &rounded) ||
      !gm_decimal_divide(rounded, gm_decimal_of(1), gm_decimal_trim(printed).scale + 1, &rounded) ||
      !gm_decimal_shift(rounded, power, &rounded))
    return gm_decimal_trim(value);
  return gm_decimal_trim(rounded.digits ? rounded : value);
}

gm_quote gm_quote_mention(const gm_view *view, const gm_mention *mention) {
  return gm_quote_line(view, mention->from, mention->to);
}

#define ROUNDED_PERMILLE 30 /* no sum or rate of rounded terms is farther off */

void gm_note_distance(gm_line_check *check, gm_decimal computed, gm_decimal told) {
  check->out->list.items[check->out->list.count - 1].far_off = !gm_within(computed, told, ROUNDED_PERMILLE);
}

void gm_offer_value(gm_line_check *check, const gm_mention *mention, gm_decimal value) {
  const gm_view *view = check->view;
  const gm_figure *f = mention->figure;
  gm_note_distance(check, value, f->value);
  gm_text raw = view->raw;
  if (!gm_is_exact(f) || value.digits < 0 || (gm_is_permille(raw, f) && !gm_decimal_shift(value, 1, &value))) return;
  uint32_t digits_end = f->start;
  while (digits_end < f->number_end &&
         ((raw.ptr[digits_end] >= '0' && raw.ptr[digits_end] <= '9') || raw.ptr[digits_end] == '.'))
    digits_end++;
  /* Behind the digits 万 or 亿 alone: grouped and mixed numbers are the writer's to set. */
  gm_quote number = gm_quote_like(value, mention, view);
  if (digits_end == f->start || f->number_end - digits_end > 3 || !number.text[0]) return;
  gm_buffer text = {0};
  gm_buffer_add(&text, number.text, strlen(number.text));
  gm_buffer_add(&text, raw.ptr + f->number_end, f->end - f->number_end);
  *gm_push(&text) = 0;
  gm_offer(check->out, text.items);
  gm_array_free(&text);
}

void gm_agree(gm_line_check *check, const gm_mention *a, const gm_mention *b, const gm_mention *c) {
  const gm_mention *all[] = {a, b, c};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i]) check->figures->items[all[i] - check->links->items].verified = true;
}

bool gm_is_told(const gm_line_check *check, const gm_mention *mention) {
  for (size_t i = check->out->list.count; i-- > 0;)
    if (check->out->list.items[i].start.byte == check->view->raw_at[mention->from]) return true;
  return false;
}

void gm_report_mention(gm_line_check *check, const gm_mention *at) { gm_report_line(check, at->from, at->to); }

void gm_relate_mention(gm_line_check *check, const gm_mention *other, const char *zh, const char *en) {
  gm_relate(check->out, (gm_position){0, check->view->raw_at[other->from]},
            (gm_position){0, gm_raw_end(check->view, other->to)}, check->language == GM_ENGLISH ? en : zh);
}
