/* A numeral in the style of another one. */
#include "outline/marker_write.h"

#include "numeral/write.h"
#include "outline/marker.h"
#include "text/utf8.h"

#define MARKER_BYTES_MAX 512u /* no marker is longer; what is stays as it is */

static const char *const han_digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const capitals[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
static const char *const capitals_traditional[] = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
static const char *const romans[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

static bool is_sign(uint32_t c) {
  int32_t number;
  return gm_sign_of(c, &number) >= 0;
}

/* Is `c`, folded, part of a numeral of the family? */
static bool is_part(gm_family family, uint32_t c) {
  uint16_t cls = gm_class_of(c);
  switch (family) {
    case GM_FAMILY_CIRCLED: return is_sign(c);
    case GM_FAMILY_STEM:
    case GM_FAMILY_STEM_PAREN: return gm_stem_of(c) != 0;
    case GM_FAMILY_LETTER: return cls & GM_LATIN;
    case GM_FAMILY_ROMAN: return c == 'I' || c == 'V' || c == 'X' || (c >= 0x2160 && c <= 0x216B);
    case GM_FAMILY_DECIMAL: return cls & GM_DIGIT || c == '.';
    case GM_FAMILY_FIRST_NEXT:
    case GM_FAMILY_ASPECT:
    case GM_FAMILY_LABEL:
    case GM_FAMILY_NONE: return false;
    default: return cls & (GM_DIGIT | GM_NUMERAL) || c == 0x53C2 || is_sign(c); /* 参 of 參、 */
  }
}

bool gm_marker_numeral(gm_text marker, gm_family family, size_t *start, size_t *end) {
  if (marker.len > MARKER_BYTES_MAX) return false;
  gm_view view = {0};
  gm_view_make(&view, marker, GM_PINYIN_SKIP);
  size_t i = 0;
  while (i < view.count && !is_part(family, view.cp[i])) i++;
  size_t from = i;
  while (i < view.count && is_part(family, view.cp[i])) i++;
  if (family == GM_FAMILY_DECIMAL)
    while (i > from && view.cp[i - 1] == '.') i--;
  *start = view.raw_at[from];
  *end = view.raw_at[i];
  bool found = i > from;
  gm_view_free(&view);
  return found;
}

static bool has(gm_text text, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= text.len; i++)
    if (!memcmp(text.ptr + i, word, n)) return true;
  return false;
}

static void write_digits(int32_t number, bool wide, gm_buffer *out) {
  char text[12];
  int n = 0;
  for (int32_t rest = number; rest || !n; rest /= 10) text[n++] = (char)('0' + rest % 10);
  while (n--)
    if (wide)
      gm_buffer_codepoint(out, 0xFF10 + (uint32_t)(text[n] - '0'));
    else
      gm_buffer_add(out, text + n, 1);
}

/* 二〇, 九五: by places; a single digit or 十 shows no system, so 十 and more take the usual one. */
static bool by_places(gm_text like) {
  size_t count = gm_utf8_count(like, NULL);
  static const char *const powers[] = {"十", "百", "千", "拾", "佰", "仟", "廿", "卅"};
  for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
    if (has(like, powers[i])) return false;
  return count >= 2;
}

static void write_places(int32_t number, gm_text like, gm_buffer *out) {
  const char *zero = has(like, "○") ? "○" : has(like, "零") ? "零" : "〇";
  char text[12];
  int n = 0;
  for (int32_t rest = number; rest; rest /= 10) text[n++] = (char)(rest % 10);
  while (n--) gm_buffer_string(out, text[n] ? han_digits[(int)text[n]] : zero);
}

static void write_roman(int32_t number, bool lower, gm_buffer *out) {
  size_t from = out->count;
  for (int32_t tens = number / 10; tens > 0; tens--) gm_buffer_string(out, "X");
  if (number % 10) gm_buffer_string(out, romans[number % 10 - 1]);
  for (size_t i = from; lower && i < out->count; i++) out->items[i] = (char)(out->items[i] | 0x20);
}

static bool write_like(gm_text like, int32_t number, gm_family family, gm_buffer *out) {
  uint32_t c;
  gm_utf8_decode(like.ptr, like.ptr + like.len, &c);
  uint32_t folded = gm_fold(c);
  int32_t own;
  int style = gm_sign_of(c, &own);
  if (style >= 0) {
    uint32_t sign = gm_sign_write(style, number);
    if (sign) gm_buffer_codepoint(out, sign);
    return sign != 0;
  }
  if (family == GM_FAMILY_STEM || family == GM_FAMILY_STEM_PAREN) {
    if (number > 10) return false;
    gm_buffer_string(out, stems[number - 1]);
    return true;
  }
  if (family == GM_FAMILY_ROMAN) {
    if (c >= 0x2160 && c <= 0x216B) {
      if (number > 12) return false;
      gm_buffer_codepoint(out, 0x2160 + (uint32_t)number - 1);
      return true;
    }
    if (number > 39) return false;
    write_roman(number, false, out);
    return true;
  }
  if (family == GM_FAMILY_LETTER) {
    if (number > 26) return false;
    uint32_t base = c >= 0xFF21 ? (c & ~0x1Fu) : (c & 0x20 ? 'a' - 1u : 'A' - 1u);
    gm_buffer_codepoint(out, base + (uint32_t)number);
    return true;
  }
  if (folded >= '0' && folded <= '9') {
    write_digits(number, c >= 0xFF10, out);
    return true;
  }
  static const char *const powers[] = {"千", "百", "十"}, *const capital_powers[] = {"仟", "佰", "拾"};
  if (family == GM_FAMILY_CAPITAL) {
    bool traditional = has(like, "貳") || has(like, "參") || has(like, "陸");
    bool simplified = has(like, "贰") || has(like, "叁") || has(like, "陆");
    gm_numeral_write_group(number, traditional || !simplified ? capitals_traditional : capitals, capital_powers, false,
                           out);
    return true;
  }
  if (by_places(like) && number >= 10) {
    write_places(number, like, out);
    return true;
  }
  if ((has(like, "廿") || has(like, "卅")) && number >= 20 && number < 40) {
    gm_buffer_string(out, number < 30 ? "廿" : "卅");
    if (number % 10) gm_buffer_string(out, han_digits[number % 10]);
    return true;
  }
  gm_numeral_write_group(number, han_digits, powers, false, out);
  return true;
}

bool gm_numeral_tells(gm_text numeral) {
  static const char *const telling[] = {"廿", "卅", "貳", "參", "陸", "贰", "叁", "陆"};
  for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
    if (has(numeral, telling[i])) return true;
  return (unsigned char)*numeral.ptr >= 0xE3 && (unsigned char)*numeral.ptr < 0xEF && by_places(numeral);
}

bool gm_numeral_like(gm_text like, gm_family family, int32_t number, gm_buffer *out) {
  if (number < 1 || number > 9999 || !like.len) return false;
  if (family != GM_FAMILY_DECIMAL) return write_like(like, number, family, out);
  size_t last = like.len; /* only the last part changes */
  while (last) {
    uint32_t c;
    size_t n = gm_utf8_decode_back(like.ptr, like.ptr + last, &c);
    if (gm_fold(c) == '.') break;
    last -= n;
  }
  gm_buffer_add(out, like.ptr, last);
  return write_like((gm_text){like.ptr + last, like.len - last}, number, GM_FAMILY_ARABIC, out);
}

bool gm_marker_like(gm_text marker, gm_family family, int32_t number, gm_buffer *out) {
  size_t start, end;
  if (!gm_marker_numeral(marker, family, &start, &end)) return false;
  size_t from = out->count;
  gm_buffer_add(out, marker.ptr, start);
  if (!gm_numeral_like((gm_text){marker.ptr + start, end - start}, family, number, out)) {
    out->count = from;
    return false;
  }
  gm_buffer_add(out, marker.ptr + end, marker.len - end);
  return true;
}
