#include "figure/scan.h"

#include "figure/quantity.h"
#include "figure/verify.h"

#define DI         0x7B2Cu /* 第 */
#define BAN        0x534Au /* 半 */
#define JI         0x51E0u /* 几 */
#define PART_REACH 24      /* characters of a denominator */
#define OPENQ      0x201Cu
#define CLOSEQ     0x201Du

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

/* Characters that make a code, a file name, a telephone number of the digits beside them: banner-02, A4, 0000-6381203.
 */
static bool of_token(const gm_view *view, size_t i) {
  uint32_t c = view->cp[i];
  return is(view, i, GM_DIGIT | GM_LATIN) || c == '_' || c == '-' || c == '.' || c == '/' || c == '@' || c == '#';
}

static size_t skip_token(const gm_view *view, size_t i) {
  while (of_token(view, i)) i++;
  return i;
}

/* Digits that belong to a code: letters glued before them, a long number behind a dash. */
static bool continues_code(const gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  if (!at) return false;
  if (is(view, at - 1, GM_LATIN)) return true;
  uint32_t c = view->cp[at - 1];
  if (!gm_one_of(c, u"-_./@#")) return false;
  if (c == '/' && scan->out->count > scan->first && scan->floor == at - 1) return false; /* 4732mm/1854mm */
  bool of_time = scan->out->count > scan->first && scan->floor == at - 1 &&              /* 15:00-18:00 */
                 scan->out->items[scan->out->count - 1].kind == GM_FIGURE_TIME;
  if (of_time) return false;
  if (at > 1 && (c == '-' || c == '_' || c == '.' || c == '/' || c == '@') && of_token(view, at - 2)) return true;
  return c == '_' || c == '#' || c == '@';
}

/* Do the digits [at, end) begin one? */
static bool begins_code(const gm_view *view, size_t at, size_t end) {
  uint32_t mark = view->cp[end];
  if (mark == '_') return true;
  if (mark != '.' && mark != '-') return false;
  if (mark == '.' && is(view, end + 1, GM_LATIN)) return true; /* 02.jpg */
  size_t next = end + 1;
  while (is(view, next, GM_DIGIT)) next++;
  if (mark == '.') return next > end + 1 && view->cp[next] == '.' && is(view, next + 1, GM_DIGIT); /* 1.2.3 */
  return next - end > 5 || (end - at > 1 && view->cp[at] == '0') || view->cp[next] == '-';
}

static void push(gm_scan *scan, gm_reading *r) {
  const gm_view *view = scan->view;
  const uint32_t *raw = view->raw_at;
  gm_figure *f = &r->figure;
  gm_context_read(scan, r);
  f->start = raw[r->start];
  f->number_end = raw[r->number_end];
  f->end = raw[r->end];
  f->approx_start = raw[r->approx];
  f->approx_end = raw[r->approx_end];
  f->unit_start = raw[r->unit];
  f->unit_end = raw[r->unit_end];
  f->noun_start = raw[r->noun];
  f->noun_end = raw[r->noun_end];
  if (f->approx == GM_APPROX_NONE) f->approx_start = f->approx_end = f->start;
  bool spanning = f->kind == GM_FIGURE_RANGE || f->kind == GM_FIGURE_FRACTION || f->kind == GM_FIGURE_RATIO ||
                  f->approx == GM_APPROX_VAGUE;
  if (!spanning) gm_interval_of_figure(f, r->unit_value, r->place);
  gm_reserve(scan->out, scan->out->count + 1);
  scan->out->items[scan->out->count++] = *f;
  scan->floor_before = scan->floor;
  scan->last_start = r->start;
  scan->floor = r->approx_end > r->end ? r->approx_end : r->end;
  scan->reached = r->end; /* a mark in a figure ends no clause */
}

static void begin(gm_reading *r, gm_scan *scan, size_t at) {
  gm_context_reach(scan, at);
  *r = (gm_reading){.start = at, .end = at, .approx = at, .approx_end = at};
  r->figure.sentence = scan->sentence;
  r->figure.clause = scan->clause_count;
  r->unit_value = r->place = gm_decimal_of(1);
}

/* 百分之五点五, 千分之三, 三分之一: number 分之 number. */
static size_t read_parts(gm_scan *scan, size_t at, size_t end) {
  const gm_view *view = scan->view;
  gm_numeral below, above;
  while (end - at < PART_REACH && is(view, end, GM_DIGIT | GM_NUMERAL)) end++;
  if (view->cp[end] != 0x5206 || view->cp[end + 1] != 0x4E4B) return 0; /* 分之 */
  size_t n = gm_numeral_read(view, at, &below);
  if (!n) return 0;
  size_t of = gm_view_match(view, at + n, "分之"), m;
  if (!of || !(m = gm_numeral_read(view, at + n + of, &above))) return 0;
  gm_reading r;
  begin(&r, scan, at);
  r.number_end = r.end = r.unit = r.unit_end = at + n + of + m;
  r.figure.numeral_flags = above.flags;
  int64_t whole = below.value.digits;
  int power = whole == 100 ? 0 : whole == 1000 ? -1 : whole == 10000 ? -2 : 1;
  if (n == 1 && power < 1) {
    r.figure.kind = GM_FIGURE_PERCENT;
    r.figure.unit = GM_UNIT_PERCENT;
    gm_decimal_shift(above.value, power, &r.figure.value);
    gm_decimal_shift(above.unit, power, &r.unit_value);
    gm_decimal_shift(above.place, power, &r.place);
  } else if (!gm_fraction_set(&r, above.value, below.value)) {
    return 0;
  }
  push(scan, &r);
  return r.end - at;
}

/* 全国第5位, 居第三位: does the 位 that ends before `end` tell a place in an order? Not 第一位老师, 第三位选手. */
static bool is_rank(const gm_view *view, size_t at, size_t end) {
  if (is(view, at, GM_DIGIT)) return !is(view, end, GM_HAN) || gm_one_of(view->cp[end], u"和的升上下降提跃至到，");
  return at > 1 && gm_one_of(view->cp[at - 2], u"居列位升") && !is(view, end, GM_HAN);
}

/* 第三批, 第4届; not the parts of a text (第一章, 第二条), nor 第一时间. */
static size_t read_ordinal(gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  gm_numeral n;
  gm_unit_place place;
  size_t length, taken = gm_numeral_read(view, at, &n);
  if (!taken) return 0;
  uint16_t unit = gm_unit_find(view, at + taken, &length, &place);
  static const char *const not_counted[] = {"章", "节", "条", "款", "编", "篇", "项", "部分", "部", "时", "大", "目"};
  for (size_t i = 0; i < sizeof not_counted / sizeof *not_counted; i++)
    if (gm_view_match(view, at + taken, not_counted[i])) return 0;
  if (view->cp[at + taken] == 0x4F4D /* 位 */ && !is_rank(view, at, at + taken + 1)) return 0;
  if (!unit || place == GM_UNIT_BARE || n.value.scale) return 0;
  if (place == GM_UNIT_DIGITS && !is(view, at, GM_DIGIT) && is(view, at + taken + length, GM_HAN))
    return 0; /* 第二通道 */
  gm_reading r;
  begin(&r, scan, at);
  r.number_end = r.unit = at + taken;
  r.unit_end = r.end = r.number_end + length;
  r.figure.kind = GM_FIGURE_ORDINAL;
  r.figure.unit = unit;
  r.figure.value = n.value;
  if (unit == GM_UNIT_PLACE_IN) r.figure.roles = GM_ROLE_NUMBER_NAME; /* 由第5位升至第2位: fewer is better */
  r.figure.numeral_flags = n.flags;
  r.start = r.approx = r.approx_end = at - 1; /* 第 */
  push(scan, &r);
  return r.end - at;
}

/* 半年, 半个月, 半小时; not 上半年, 一半. */
static size_t read_half(gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  if (at && is(view, at - 1, GM_HAN)) {
    static const uint16_t part[] = {0x4E0A, 0x4E0B, 0x5927, 0x5C0F, 0x524D, 0x540E, 0x591A, 0x5BF9, 0x6298, 0x8FC7};
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) /* 上下大小前后多对折过 */
      if (view->cp[at - 1] == part[i] && !(at > 1 && gm_pair_at(view, at - 2, u"再过又过经过"))) return 0;
    if (is(view, at - 1, GM_NUMERAL)) return 0;
  }
  gm_unit_place place;
  size_t length, skip = view->cp[at + 1] == 0x4E2A && view->cp[at + 2] != 0x6708; /* 个 of 半个小时 */
  if (skip && view->cp[at + 2] == 0x591A) skip = 2;                               /* 半个多月 */
  uint16_t unit = gm_unit_find(view, at + 1 + skip, &length, &place);
  if (skip == 2 && unit == GM_UNIT_MONTH_OF) unit = GM_UNIT_MONTH;
  if (gm_units[unit].unit_class != GM_CLASS_TIME || unit == GM_UNIT_AGE || unit == GM_UNIT_NIGHT) return 0;
  gm_reading r;
  begin(&r, scan, at);
  r.number_end = at + 1;
  r.unit = at + 1 + skip;
  r.unit_end = r.end = r.unit + length;
  r.figure.kind = GM_FIGURE_DURATION;
  r.figure.unit = unit;
  r.figure.value = (gm_decimal){5, 1};
  r.figure.numeral_flags = GM_NUMERAL_HAN;
  if (skip == 2) {
    r.figure.approx = GM_APPROX_MORE;
    r.approx = at + 2;
    r.approx_end = at + 3;
  }
  push(scan, &r);
  return r.end - at;
}

#define MEMBER_CHARS 3u

/* One member of 三亮三比三争: a Han digit and `width` characters, or for 0 as many, one to three, as stand before the
 * next digit or mark: 三提升 of 三问三解三提升. */
static size_t read_member(const gm_view *view, size_t at, size_t width, uint32_t *value) {
  gm_numeral n;
  size_t most = width ? width : MEMBER_CHARS, i = 1;
  if (!is(view, at, GM_NUMERAL)) return 0;
  while (i <= most && is(view, at + i, GM_HAN) && !is(view, at + i, GM_NUMERAL)) i++;
  if (i == 1 || (width && i <= width)) return 0;
  if (gm_numeral_read(view, at, &n) != 1 || n.value.digits > 10 || n.value.digits < 1) return 0;
  *value = (uint32_t)n.value.digits;
  return i;
}

/* “三农” “三夏” “七夕” “四书”: names that nobody counts any more. */
static bool fixed_name(uint32_t c) { return gm_one_of(c, u"农北夕书经难夏秋伏"); }

/* A name that counts, in quotes: “三亮三比三争”, “两融合、三围绕、六联动”, “三问三解三提升” (three members or more),
 * “四有”. */
static size_t read_slogan(gm_scan *scan, size_t at) {
  static const uint8_t widths[] = {1, 2, 3, 0}; /* 0: each its own */
  const gm_view *view = scan->view;
  for (size_t k = 0; k < sizeof widths; k++) {
    const size_t width = widths[k];
    uint32_t value, members = 0, packed = 0;
    size_t i = at, n;
    size_t first_end = at;
    while (members < 4 && (n = read_member(view, i, width, &value)) != 0) {
      if (!members++) first_end = i + n;
      packed = packed * 100 + value;
      i += n;
      if (view->cp[i] == 0x3001) i++; /* 、 */
    }
    if (members == 1 && fixed_name(view->cp[at + 1])) continue;
    if (view->cp[i] != CLOSEQ || members == 0 || members == 2 || (members == 1 && (width != 1 || packed < 2))) continue;
    gm_reading r;
    begin(&r, scan, at);
    r.number_end = r.unit = at + 1;
    r.unit_end = r.end = i;
    if (members > 1) {
      r.unit_end = r.unit;
      r.figure.parts[0] = members;
      r.figure.parts[1] = packed;
    }
    r.figure.kind = GM_FIGURE_CLAIM;
    gm_numeral first;
    gm_numeral_read(view, at, &first);
    r.figure.value = first.value;
    r.figure.numeral_flags = first.flags;
    r.noun = at + 1;
    r.noun_end = first_end;
    push(scan, &r);
    return i - at;
  }
  return 0;
}

/* ”七进: a listing in quotes, then its count with a word for what is counted. */
static size_t read_count_of_list(gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  gm_numeral n;
  size_t taken = gm_numeral_read(view, at, &n);
  if (!taken || n.value.digits < 2 || n.value.digits > 20 || is(view, at + taken, GM_NUMERAL)) return 0;
  if (!is(view, at + taken, GM_HAN) || !is(view, at + taken + 1, GM_HAN)) return 0;
  gm_reading r;
  begin(&r, scan, at);
  r.number_end = r.unit = at + taken;
  r.unit_end = r.end = r.number_end + 1;
  r.figure.kind = GM_FIGURE_CLAIM;
  r.figure.value = n.value;
  r.figure.numeral_flags = n.flags;
  r.noun = r.unit;
  r.noun_end = r.unit_end;
  push(scan, &r);
  return r.end - at;
}

/* 2024 in 〔2024〕. */
static size_t read_bracketed_year(gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  gm_numeral n;
  if (!at || !gm_one_of(view->cp[at - 1], u"〔[") || gm_numeral_read(view, at, &n) != 4) return 0;
  if (!is(view, at + 4, GM_CLOSE) || n.value.digits < 1900 || n.value.digits > 2100) return 0;
  gm_reading r;
  begin(&r, scan, at);
  r.number_end = r.unit = r.unit_end = r.end = at + 4;
  r.figure.kind = GM_FIGURE_YEAR;
  r.figure.unit = GM_UNIT_YEAR;
  r.figure.roles = GM_ROLE_NUMBER_NAME;
  r.figure.value = n.value;
  r.figure.date.year = (uint16_t)n.value.digits;
  r.figure.numeral_flags = n.flags;
  push(scan, &r);
  return 4;
}

/* A Han numeral that nothing behind it can make a number: most of those in running text. Gives the characters to skip,
 * 0 when it must be read. */
static size_t plain_word(const gm_view *view, size_t at, size_t end) {
  size_t n = end - at;
  uint32_t next = view->cp[end];
  bool ranges = (next == 0x81F3 || next == 0x5230) && is(view, at + n + 1, GM_NUMERAL); /* 一至三年, 十到二十人 */
  if (ranges) return 0;
  if (n == 1 && view->cp[at] == 0x4E00) /* 一 counts spans of time alone: 年个天周小月日半, 番, and 成 */
    return next == 0x5E74 || next == 0x4E2A || next == 0x5929 || next == 0x5468 || next == 0x5C0F || next == 0x6708 ||
                   next == 0x65E5 || next == 0x5206 || next == 0x5B63 || next == 0x756A || next == 0x6210
               ? 0
               : 1;
  if (gm_is_ideograph(next) ? gm_rows_of(&gm_first_of_units, next)->to > 0 : next != 0 && !is(view, at + n, GM_PUNCT))
    return 0;
  if (next == '%') return 0;
  switch (next) {
    case JI:
    case 0x4F59: /* 余 多 来 and the forms of 余 */
    case 0x9918:
    case 0x9980:
    case 0x591A:
    case 0x6765: return 0;
    default: break;
  }
  uint32_t last = view->cp[at + n - 1];
  bool scaled = last == 0x4E07 || last == 0x4EBF || last == 0x5146; /* 万亿兆 */
  return scaled ? 0 : n;
}

/* 队伍四个, 大陆十三省, 收拾三间: does the capital numeral end a word, so that the number begins behind it? */
static bool ends_word(const gm_view *view, size_t at) {
  static const char *const words[] = {"队伍", "入伍", "退伍", "大陆", "内陆", "登陆", "着陆", "收拾"};
  if (!gm_one_of(view->cp[at], u"伍陆拾")) return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (gm_view_match_before(view, at + 1, words[i])) return true;
  return false;
}

/* 两年零八个月: is it 零 between two units of one duration or sum, so that the number begins behind it? */
static bool joins_units(const gm_scan *scan, size_t at) {
  if (scan->view->cp[at] != 0x96F6 || scan->floor != at || scan->out->count == scan->first) return false;
  const gm_figure *last = &scan->out->items[scan->out->count - 1];
  return last->unit && (last->kind == GM_FIGURE_DURATION || last->kind == GM_FIGURE_MONEY);
}

/* 3　对策建议: does the number at the line's start, a wide blank behind it and nothing but Han, number a heading? */
static bool numbers_heading(const gm_view *view, size_t at, size_t end) {
  const uint32_t wide = sizeof "　" - 1;
  if (at || end > 2 || !is(view, end, GM_SPACE) || view->raw_at[end + 1] - view->raw_at[end] < wide) return false;
  size_t i = end + 1;
  while (is(view, i, GM_HAN) || gm_one_of(view->cp[i], u"、“”《》")) i++;
  return i == view->count && i > end + 3;
}

/* Reads the figure that begins at a numeral; gives the characters to go on by, at least 1. */
static size_t read_at(gm_scan *scan, size_t at) {
  const gm_view *view = scan->view;
  bool digits = is(view, at, GM_DIGIT);
  uint32_t before = at ? view->cp[at - 1] : 0;
  size_t taken, end = at + 1; /* of the characters of one script */
  if (!digits && (ends_word(view, at) || joins_units(scan, at))) return 1;
  while (is(view, end, digits ? GM_DIGIT : GM_NUMERAL)) end++;
  if (digits && (continues_code(scan, at) || numbers_heading(view, at, end))) return skip_token(view, at) - at;
  if (digits && (taken = read_bracketed_year(scan, at)) != 0) return taken;
  if (before == DI) return (taken = read_ordinal(scan, at)) != 0 ? taken : end - at;
  if (!digits && before == OPENQ && (taken = read_slogan(scan, at)) != 0) return taken;
  if (!digits && before != CLOSEQ && (taken = plain_word(view, at, end)) != 0) return taken;
  if ((taken = gm_calendar_lunar(view, at, end)) != 0) return taken;
  gm_reading r;
  if (gm_calendar_mark(view, at, end)) {
    begin(&r, scan, at);
    if ((taken = gm_calendar_read(view, at, &r)) != 0) {
      r.figure.numeral_flags |= digits ? GM_NUMERAL_ARABIC : GM_NUMERAL_HAN;
      push(scan, &r);
      return taken;
    }
  }
  if (digits && begins_code(view, at, end)) return skip_token(view, at) - at;
  if ((taken = read_parts(scan, at, end)) != 0) return taken;
  begin(&r, scan, at);
  /* what stands before decides whether 近百 or 约万 is a number, so the words before are read first */
  gm_approx_before(scan, &r);
  if ((taken = gm_quantity_read(view, at, &r)) != 0) {
    push(scan, &r);
    return taken;
  }
  if (!digits && before == CLOSEQ && (taken = read_count_of_list(scan, at)) != 0) return taken;
  return end - at;
}

/* Does 数 or 几 at `i` begin a vague number? 次数百, 少数十 do not. */
static bool begins_vague(const gm_view *view, size_t i) {
  static const uint16_t word[] = {0x6B21, 0x5C11, 0x591A, 0x4EBA, 0x603B, 0x6307, 0x5206, 0x53C2, 0x4EF6, 0x51FD,
                                  0x7CFB, 0x57FA, 0x4EE3, 0x5947, 0x5076, 0x500D, 0x7EA7, 0x6237, 0x4E2A, 0x540D};
  if (view->cp[i] == JI) return true;
  if (!is(view, i + 1, GM_NUMERAL)) return false;
  for (size_t k = 0; i && k < sizeof word / sizeof *word; k++) /* 次少多人总指分参件函系基代奇偶倍级户个名 */
    if (view->cp[i - 1] == word[k]) return false;
  return true;
}

/* 几百人, 数千元 */
static size_t read_vague(gm_scan *scan, size_t at) {
  if (!begins_vague(scan->view, at)) return 0;
  gm_reading r;
  begin(&r, scan, at);
  size_t taken = gm_quantity_read(scan->view, at, &r);
  if (taken) push(scan, &r);
  return taken;
}

/* Do the characters [from, to) join two of a row: 、, 以及, maybe between blanks? */
static bool is_joint(const gm_view *view, size_t from, size_t to) {
  static const char *const joints[] = {"、", "和", "及", "与", "以及"};
  while (from < to && is(view, from, GM_SPACE)) from++;
  while (from < to && is(view, to - 1, GM_SPACE)) to--;
  for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
    if (from < to && gm_view_match(view, from, joints[k]) == to - from) return true;
  return false;
}

/* 高2.4个、2.9个和0.7个百分点: what is told by half of the unit behind a row is of it. */
static void share_points(const gm_view *view, gm_figure *figures, size_t count) {
  const uint32_t size = sizeof "个" - 1;
  for (size_t i = count; i-- > 1;) {
    const gm_figure *last = &figures[i];
    gm_figure *before = &figures[i - 1];
    if (last->kind != GM_FIGURE_POINTS || before->kind != GM_FIGURE_QUANTITY || before->unit_end != before->end ||
        before->unit_end - before->unit_start != size || memcmp(view->raw.ptr + before->unit_start, "个", size) ||
        !is_joint(view, gm_view_find(view, before->end), gm_view_find(view, last->start)))
      continue;
    before->kind = GM_FIGURE_POINTS;
    before->unit = last->unit;
  }
}

void gm_figures_scan(const gm_view *view, gm_figure_array *out) {
  gm_scan scan = {.view = view, .out = out, .first = out->count};
  for (size_t i = 0; (i = gm_view_next(view, i, GM_DIGIT | GM_NUMERAL | GM_VAGUE)) < view->count;) {
    if (is(view, i, GM_DIGIT | GM_NUMERAL)) {
      i += read_at(&scan, i);
    } else {
      size_t taken = view->cp[i] == BAN ? read_half(&scan, i) : read_vague(&scan, i);
      i += taken ? taken : 1;
    }
  }
  if (out->count > scan.first + 1) share_points(view, out->items + scan.first, out->count - scan.first);
  if (out->count > scan.first + 1) gm_figures_verify(out->items + scan.first, (uint32_t)(out->count - scan.first));
}
