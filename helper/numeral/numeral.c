#include "numeral/numeral.h"

#include "text/set.h"

#define NO_DIGIT    (-1)
#define DIGITS_MAX  18
#define GROUPS_MAX  6 /* of three digits: no value is longer */
#define SECTION_TOP 4 /* 万: a section of 千百十 stands below it */

/* What a Han character means in a number: a digit, or tens (廿), or a power of ten. */
typedef struct glyph {
  int8_t digit; /* 0-9, 20, 30, 40; NO_DIGIT for a power */
  int8_t power; /* 十 1, 百 2, 千 3, 万 4, 亿 8, 兆 12; 0 for a digit */
} glyph;

#define GLYPHS 178u /* the least number of places at which no two of them meet: the compiler tells of two at one */

/* By the character: which it is cannot be foretold, so that a switch would be a row of guesses. */
static glyph glyph_of(uint32_t c) {
#define AT(character, digit, power) [character % GLYPHS] = { character, {digit, power} }
  static const struct {
    uint16_t character;
    glyph glyph;
  } places[GLYPHS] = {
      AT(0x3007, 0, 0),         /* 〇 */
      AT(0x96F6, 0, 0),         /* 零 */
      AT(0x4E00, 1, 0),         /* 一 */
      AT(0x58F9, 1, 0),         /* 壹 */
      AT(0x4E8C, 2, 0),         /* 二 */
      AT(0x4E24, 2, 0),         /* 两 */
      AT(0x8D30, 2, 0),         /* 贰 */
      AT(0x4E09, 3, 0),         /* 三 */
      AT(0x53C1, 3, 0),         /* 叁 */
      AT(0x56DB, 4, 0),         /* 四 */
      AT(0x8086, 4, 0),         /* 肆 */
      AT(0x4E94, 5, 0),         /* 五 */
      AT(0x4F0D, 5, 0),         /* 伍 */
      AT(0x516D, 6, 0),         /* 六 */
      AT(0x9646, 6, 0),         /* 陆 */
      AT(0x4E03, 7, 0),         /* 七 */
      AT(0x67D2, 7, 0),         /* 柒 */
      AT(0x516B, 8, 0),         /* 八 */
      AT(0x634C, 8, 0),         /* 捌 */
      AT(0x4E5D, 9, 0),         /* 九 */
      AT(0x7396, 9, 0),         /* 玖 */
      AT(0x5EFF, 20, 0),        /* 廿 */
      AT(0x5345, 30, 0),        /* 卅 */
      AT(0x534C, 40, 0),        /* 卌 */
      AT(0x5341, NO_DIGIT, 1),  /* 十 */
      AT(0x62FE, NO_DIGIT, 1),  /* 拾 */
      AT(0x767E, NO_DIGIT, 2),  /* 百 */
      AT(0x4F70, NO_DIGIT, 2),  /* 佰 */
      AT(0x5343, NO_DIGIT, 3),  /* 千 */
      AT(0x4EDF, NO_DIGIT, 3),  /* 仟 */
      AT(0x4E07, NO_DIGIT, 4),  /* 万 */
      AT(0x4EBF, NO_DIGIT, 8),  /* 亿 */
      AT(0x5146, NO_DIGIT, 12), /* 兆 */
  };
#undef AT
  return places[c % GLYPHS].character == c ? places[c % GLYPHS].glyph : (glyph){NO_DIGIT, 0};
}

/* 參 folds to 参, which is a numeral only among capitals: 貳仟參佰. */
static bool capital(uint32_t c) {
  switch (c) {
    case 0x58F9:
    case 0x8D30:
    case 0x53C1:
    case 0x8086:
    case 0x4F0D:
    case 0x9646:
    case 0x67D2:
    case 0x634C:
    case 0x7396:
    case 0x62FE:
    case 0x4F70:
    case 0x4EDF: return true;
    default: return false;
  }
}

static bool capital_three(const gm_view *view, size_t i) {
  return view->cp[i] == 0x53C2 && (capital(view->cp[i + 1]) || (i && capital(view->cp[i - 1])));
}

static bool is_glyph(const gm_view *view, size_t i) { return view->cls[i] & GM_NUMERAL || capital_three(view, i); }

static glyph glyph_at(const gm_view *view, size_t i) {
  if (view->cls[i] & GM_NUMERAL) return glyph_of(view->cp[i]);
  return (glyph){capital_three(view, i) ? 3 : NO_DIGIT, 0};
}

/* One plain Han digit, 两 included; NO_DIGIT when it is none. */
static int digit_at(const gm_view *view, size_t i) {
  glyph g = glyph_at(view, i);
  return g.digit > 9 ? NO_DIGIT : g.digit;
}

static bool arabic(const gm_view *view, size_t i) { return view->cls[i] & GM_DIGIT; }

/* Arabic digits from `i`, at most one more than any value has. */
static size_t digits_from(const gm_view *view, size_t i) {
  size_t n = 0;
  while (n <= DIGITS_MAX && arabic(view, i + n)) n++;
  return n;
}

/* A blank groups digits when it is a thin or hard one, or a plain one before a last group that Han follows: 321 146件.
 */
static bool blank_groups(const gm_view *view, size_t i) {
  if (view->raw.ptr[view->raw_at[i]] != ' ') return view->raw.ptr[view->raw_at[i]] != '\t';
  size_t end = i;
  while (end - i < 4 * GROUPS_MAX && view->cp[end] == ' ' && digits_from(view, end + 1) == 3) end += 4;
  if (view->cp[end] == '.' && arabic(view, end + 1)) end += 1 + digits_from(view, end + 1); /* 1 296.4万元 */
  return view->cls[end] & GM_HAN;
}

/* Takes the Arabic digits at `i` behind *digits, at most one more than any value has, and gives how many. */
static inline size_t take_digits(const gm_view *view, size_t i, uint64_t *digits) {
  size_t n = 0;
  uint64_t value = *digits;
  for (; n <= DIGITS_MAX && arabic(view, i + n); n++) value = value * 10 + (view->cp[i + n] - '0');
  *digits = value;
  return n;
}

/* Does the mark at `i`, behind digits from `at`, part them from a group of three more? */
static bool groups_on(const gm_view *view, size_t at, size_t i, uint32_t separator) {
  uint32_t c = view->cp[i];
  if ((separator && c != separator) || i - at > 4 * GROUPS_MAX) return false;
  if (!separator && (i - at > 3 || view->cp[at] == '0')) return false;
  if (digits_from(view, i + 1) != 3 || (c == ' ' && !blank_groups(view, i))) return false;
  return c != ' ' || separator || at < 2 || view->cp[at - 1] != ' ' || !arabic(view, at - 2);
}

#define MONTHS 12u

/* 1·8万, 45·6％, 263·39点: behind `whole` a middle dot is a point where a power or a percent sign follows its digits, or
 * where no month stands before it (3·15). */
static bool middle_point(const gm_view *view, size_t at, uint64_t whole) {
  if (view->cp[at] != 0xB7 || !arabic(view, at + 1)) return false;
  size_t end = at + 2;
  while (arabic(view, end)) end++;
  return whole > MONTHS || GM_IS_ONE_OF(view->cp[end], u"万亿%‰倍");
}

/* Digits with groups and a point from `at`; 0 when there are none or they do not fit. */
static size_t read_arabic(const gm_view *view, size_t at, gm_numeral *out) {
  uint64_t digits = 0;
  size_t count = take_digits(view, at, &digits), i = at + count;
  int scale = 0;
  uint16_t flags = GM_NUMERAL_ARABIC;
  for (uint32_t c, separator = 0; ((c = view->cp[i]) == ',' || c == ' ') && groups_on(view, at, i, separator);) {
    separator = c;
    flags |= GM_NUMERAL_GROUPED;
    count += take_digits(view, i + 1, &digits);
    i += 4;
  }
  if (count > DIGITS_MAX) return 0;
  if ((view->cp[i] == '.' && arabic(view, i + 1)) || middle_point(view, i, digits)) {
    uint64_t longer = digits;
    size_t fraction = take_digits(view, i + 1, &longer), end = i + 1 + fraction;
    bool dotted = view->cp[end] == '.' && arabic(view, end + 1); /* 1.2.3 is no decimal */
    if (!dotted && count + fraction <= DIGITS_MAX) {
      digits = longer;
      scale = (int)fraction;
      flags |= GM_NUMERAL_POINT;
      i = end;
    }
  }
  out->value = (gm_decimal){(int64_t)digits, scale};
  out->flags = flags;
  return i - at;
}

/* 二〇二四, 九五: two digits or more and no power behind them. */
static size_t read_positional(const gm_view *view, size_t at, gm_numeral *out) {
  size_t i = at;
  int64_t value = 0;
  for (int d; (d = digit_at(view, i)) != NO_DIGIT && view->cp[i] != 0x4E24; i++) {
    if (i - at == 18) return 0;
    value = value * 10 + d;
  }
  if (i - at < 2 || is_glyph(view, i)) return 0;
  out->value = gm_decimal_of(value);
  out->flags = GM_NUMERAL_HAN | GM_NUMERAL_POSITIONAL;
  return i - at;
}

/* 点 and digits behind a Han integer: 五点五; not a time (三点五分, 三点一刻). */
static size_t read_point(const gm_view *view, size_t at, gm_decimal *value) {
  if (view->cp[at] != 0x70B9) return 0;
  size_t i = at + 1;
  int64_t digits = value->digits;
  int scale = 0;
  for (int d; scale < 6 && (d = digit_at(view, i)) != NO_DIGIT && view->cp[i] != 0x4E24; i++, scale++)
    digits = digits * 10 + d;
  uint32_t next = view->cp[i];
  if (!scale || digits >= INT64_C(1000000000000)) return 0;
  if (next == 0x5206 || next == 0x523B || next == 0x5341 || next == 0x949F) return 0; /* 分 刻 十 钟 */
  *value = (gm_decimal){digits, scale};
  return i - at;
}

/* 千克, 千瓦, 兆赫 …: behind Arabic digits the power belongs to the unit. */
static bool power_of_unit(uint32_t power, uint32_t next) {
  static const uint32_t of_thousand[] = {0x514B, 0x74E6, 0x7C73, 0x4F0F, 0x8D6B, 0x5361, 0x7126, 0x5E15, 0x5B57, 0};
  static const uint32_t of_million[] = {0x74E6, 0x8D6B, 0x5E15, 0x5B57, 0x6B27, 0x7126, 0x4F0F, 0x4F4D, 0x6BD4, 0};
  const uint32_t *list = power == 0x5343 ? of_thousand : power == 0x5146 ? of_million : NULL;
  for (; list && *list; list++)
    if (*list == next) return true;
  return false;
}

/* A structured numeral while it is read: total + group x 10^big + section + pending. */
typedef struct reader {
  gm_decimal total, group, section, pending;
  bool has_pending, pending_arabic, zero, implied;
  int big;         /* power of the last 万 亿 兆, 0 before one */
  int section_low; /* power of the last 十 百 千 of this section, SECTION_TOP before one */
  int step;        /* power of the last printed digit's place */
  uint16_t flags;
} reader;

static bool add_to(gm_decimal *sum, gm_decimal value, int power) {
  gm_decimal shifted = value;
  return (!power || gm_decimal_shift(value, power, &shifted)) && gm_decimal_add(*sum, shifted, sum);
}

/* 十 百 千. */
static bool take_small(reader *r, int power) {
  if (power >= r->section_low) return false;
  gm_decimal coefficient = r->has_pending ? r->pending : gm_decimal_of(1);
  if (!r->has_pending) {
    bool first = r->section_low == SECTION_TOP && !r->big;
    if (!first && power != 1) return false; /* 一百十 is read, 一千百 is not */
    r->implied = first && power > 1;        /* 十一 is eleven, 百一 is nothing */
  } else {
    r->implied = false;
  }
  if (!add_to(&r->section, coefficient, power)) return false;
  r->step = r->has_pending && r->pending_arabic ? power - coefficient.scale : 0;
  if (r->has_pending && r->pending_arabic) r->flags |= GM_NUMERAL_SCALED;
  r->section_low = power;
  r->has_pending = r->zero = false;
  return true;
}

/* 万 亿 兆. */
static bool take_big(reader *r, int power) {
  bool empty = !r->has_pending && r->section_low == SECTION_TOP;
  if (r->big && (r->big == power || (r->big > power && empty))) return false;
  gm_decimal inner = r->section;
  if (r->has_pending && !gm_decimal_add(inner, r->pending, &inner)) return false;
  if (r->big && r->big < power) {
    if (!gm_decimal_add(inner, r->group, &inner)) return false;
  } else if (!gm_decimal_add(r->total, r->group, &r->total)) {
    return false;
  }
  r->implied = !r->big && empty;
  if (r->implied) inner = gm_decimal_of(1), r->step = 0;
  if (!gm_decimal_shift(inner, power, &r->group)) return false;
  r->step += power;
  r->big = power;
  r->section = gm_decimal_of(0);
  r->section_low = SECTION_TOP;
  r->has_pending = r->zero = false;
  r->flags |= GM_NUMERAL_SCALED;
  return true;
}

/* Adds what is pending at the end: 两千零五 is 2005, 三万五 is 35000. */
static bool finish(reader *r, gm_numeral *out) {
  if (r->has_pending) {
    int last = r->section_low < SECTION_TOP ? r->section_low : r->big;
    bool shorthand = last > 1 && !r->zero && !r->implied && r->pending.scale == 0 && r->pending.digits < 10;
    int power = shorthand ? last - 1 : 0;
    r->step = power - r->pending.scale;
    if (!add_to(&r->section, r->pending, power)) return false;
  }
  out->value = r->section;
  if (r->big && (!add_to(&out->value, r->group, 0) || !add_to(&out->value, r->total, 0))) return false;
  /* 三万四千五百 is printed to the last one, 3.4万 and 3万5千 are rounded */
  r->flags &= (uint16_t)~GM_NUMERAL_SCALED;
  if (r->step >= 3 || (r->step > 0 && (r->flags & GM_NUMERAL_ARABIC))) r->flags |= GM_NUMERAL_SCALED;
  out->flags = r->flags;
  out->unit = gm_decimal_of(1);
  return !r->step || gm_decimal_shift(out->unit, r->step, &out->unit);
}

static void set_place(gm_numeral *out) {
  gm_decimal place = {1, out->value.scale};
  for (int64_t digits = out->value.digits; digits && digits % 10 == 0; digits /= 10) {
    if (place.scale)
      place.scale--;
    else
      place.digits *= 10;
  }
  out->place = place;
}

/* Takes Arabic digits for the next coefficient. */
static void begin_with(reader *r, const gm_numeral *digits) {
  r->pending = digits->value;
  r->flags |= digits->flags;
  r->has_pending = r->pending_arabic = true;
  r->step = -digits->value.scale;
}

/* The next coefficient at `i`: Arabic digits or a Han digit; 0 when none can stand here. */
static size_t take_coefficient(reader *r, const gm_view *view, size_t i, bool first) {
  if (r->has_pending) return 0;
  if (arabic(view, i)) {
    gm_numeral part;
    size_t taken = r->flags & GM_NUMERAL_ARABIC ? read_arabic(view, i, &part) : 0;
    if (taken) begin_with(r, &part);
    return taken;
  }
  glyph g = glyph_at(view, i);
  if (g.digit > 9) { /* 廿五 */
    if (r->section_low < 2) return 0;
    r->section.digits += g.digit;
    r->section_low = 1;
    r->step = 0;
    r->zero = r->implied = false;
    r->flags |= GM_NUMERAL_HAN;
    return 1;
  }
  if (g.digit == NO_DIGIT) return 0;
  if (g.digit == 0 && !first) {
    if (r->zero || !is_glyph(view, i + 1) || glyph_at(view, i + 1).digit == 0) {
      if (r->zero || !arabic(view, i + 1)) return 0;
    }
    r->zero = true;
    return 1;
  }
  if (view->cp[i] == 0x4E24 && !first && !glyph_at(view, i + 1).power) return 0; /* 3万两, 五十两: 两 is a weight */
  r->pending = gm_decimal_of(g.digit);
  r->has_pending = true;
  r->pending_arabic = false;
  r->step = 0;
  r->flags |= GM_NUMERAL_HAN;
  return 1;
}

/* A Han fraction behind what was read so far: 十五点五. */
static size_t take_point(reader *r, const gm_view *view, size_t i) {
  gm_decimal whole = r->section;
  if (view->cp[i] != 0x70B9 || r->big || (r->flags & GM_NUMERAL_ARABIC)) return 0;
  if (r->has_pending && !gm_decimal_add(whole, r->pending, &whole)) return 0;
  size_t taken = read_point(view, i, &whole);
  if (!taken) return 0;
  r->section = gm_decimal_of(0);
  r->section_low = SECTION_TOP;
  r->pending = whole;
  r->has_pending = true;
  r->pending_arabic = false;
  r->step = -whole.scale;
  r->flags |= GM_NUMERAL_POINT;
  return taken;
}

/* A Han number below a hundred: 三, 十, 二十三; what goes on behind it is left to gm_numeral_read. */
static inline size_t below_hundred(const gm_view *view, size_t at, int *out) {
  size_t i = at;
  int value = digit_at(view, at), ones;
  if (value != NO_DIGIT) i++;
  if (view->cp[i] == 0x5341 && value) { /* 十 */
    value = value == NO_DIGIT ? 10 : value * 10;
    i++;
    if (view->cp[i] != 0x4E24 && (ones = digit_at(view, i)) > 0) value += ones, i++;
  }
  if (i == at || view->cp[i] == 0x70B9 || is_glyph(view, i)) return 0;
  *out = value;
  return i - at;
}

static size_t read_small(const gm_view *view, size_t at, gm_numeral *out) {
  int value;
  size_t taken = below_hundred(view, at, &value);
  if (!taken) return 0;
  out->value = gm_decimal_of(value);
  out->unit = gm_decimal_of(1);
  out->place = gm_decimal_of(value && value % 10 == 0 ? 10 : 1);
  out->flags = GM_NUMERAL_HAN;
  return taken;
}

/* Digits alone, of either script: 361, 16.3, 二〇二四. *goes_on when Arabic ones are but the first coefficient. */
static size_t read_digits(const gm_view *view, size_t at, gm_numeral *out, bool *goes_on) {
  size_t taken;
  if (arabic(view, at)) {
    if (!(taken = read_arabic(view, at, out))) return 0;
    *goes_on = is_glyph(view, at + taken);
  } else {
    if (!(taken = read_positional(view, at, out))) return 0;
    size_t point = read_point(view, at + taken, &out->value);
    if (point) out->flags |= GM_NUMERAL_POINT;
    taken += point;
  }
  out->unit = (gm_decimal){1, out->value.scale};
  return taken;
}

size_t gm_numeral_read(const gm_view *view, size_t at, gm_numeral *out) {
  bool goes_on = false, digits = arabic(view, at);
  size_t i = at, small = digits ? 0 : read_small(view, at, out);
  if (small) return small;
  i += read_digits(view, at, out, &goes_on);
  if (i > at && !goes_on) {
    set_place(out);
    return i - at;
  }
  if (i == at && digits) return 0;
  reader r = {.section_low = SECTION_TOP};
  if (goes_on) begin_with(&r, out);
  for (;;) {
    size_t taken = take_coefficient(&r, view, i, i == at);
    i += taken;
    if (i > at) i += take_point(&r, view, i);
    glyph g = glyph_at(view, i);
    if (!g.power) {
      if (taken && !r.has_pending) continue; /* 零 or 廿: a digit may follow */
      break;
    }
    if (r.pending_arabic && r.has_pending && power_of_unit(view->cp[i], view->cp[i + 1])) break;
    reader before = r;
    if (!(g.power < SECTION_TOP ? take_small(&r, g.power) : take_big(&r, g.power))) {
      r = before;
      break;
    }
    r.flags |= GM_NUMERAL_HAN;
    i++;
  }
  if (i == at) return 0;
  if (r.has_pending && r.implied && !r.zero) { /* 万一, 百一: the digit begins something else */
    r.has_pending = false;
    r.step = r.big;
    i--;
  }
  if (!finish(&r, out)) return 0;
  set_place(out);
  return i - at;
}

#define ORDINAL_MAX 9 /* characters: 九千九百九十九 is seven, with 零 eight */

size_t gm_numeral_ordinal(const gm_view *view, size_t at, int32_t *value) {
  gm_numeral numeral;
  if (arabic(view, at)) {
    size_t count = digits_from(view, at);
    if (count > 4) return 0;
    *value = 0;
    for (size_t i = at; i < at + count; i++) *value = *value * 10 + (int32_t)(view->cp[i] - '0');
    return count;
  }
  if (view->cp[at] == 0x4E24 && !is_glyph(view, at + 1)) return 0; /* 两 */
  size_t n = below_hundred(view, at, value);
  if (n) return n; /* most of them */
  while (n <= ORDINAL_MAX && is_glyph(view, at + n)) n++;
  if (!n || n > ORDINAL_MAX) return 0;
  size_t taken = gm_numeral_read(view, at, &numeral);
  if (taken != n || numeral.value.scale || numeral.value.digits > 9999) return 0;
  *value = (int32_t)numeral.value.digits;
  return n;
}
