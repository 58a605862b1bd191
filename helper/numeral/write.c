/* A number in the style of another one. */
#include "numeral/write.h"

#include "text/utf8.h"

static const char *const han_digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const capitals[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
static const char *const capitals_traditional[] = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
static const char *const han_powers[] = {"千", "百", "十"}, *const capital_powers[] = {"仟", "佰", "拾"};

void gm_numeral_write_group(int32_t number, const char *const *digits, const char *const *powers, bool full,
                            gm_buffer *out) {
  static const int32_t values[] = {1000, 100, 10};
  bool written = false, zero = false;
  for (size_t p = 0; p < 3; p++) {
    int32_t digit = number / values[p] % 10;
    if (!digit) {
      zero = written;
      continue;
    }
    if (zero) gm_buffer_string(out, digits[0]);
    zero = false;
    if (!(values[p] == 10 && digit == 1 && !written && !full)) gm_buffer_string(out, digits[digit]);
    gm_buffer_string(out, powers[p]);
    written = true;
  }
  if (!(number % 10)) return;
  if (zero) gm_buffer_string(out, digits[0]);
  gm_buffer_string(out, digits[number % 10]);
}

static bool has(gm_text text, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= text.len; i++)
    if (!memcmp(text.ptr + i, word, n)) return true;
  return false;
}

static bool has_any(gm_text text, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (has(text, words[i])) return true;
  return false;
}

/* The scale words of a numeral with Arabic digits, by their powers of ten; what is left of `like` is the digits. False
 * when they are of a kind that no decimal has before it (3万5千). */
static bool take_scale(gm_text *like, int *power) {
  static const struct {
    const char *word;
    int power;
  } scales[] = {{"万亿", 12}, {"萬億", 12}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}, {"千", 3}, {"百", 2}};
  *power = 0;
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
    size_t n = strlen(scales[i].word);
    if (like->len <= n || memcmp(like->ptr + like->len - n, scales[i].word, n)) continue;
    like->len -= n;
    *power = scales[i].power;
    break;
  }
  const char *end = like->ptr + like->len;
  for (const char *at = like->ptr; at < end;) {
    uint32_t c;
    at += gm_utf8_decode(at, end, &c);
    if (c >= 0x4E00 && c <= 0x9FFF) return false;
  }
  return true;
}

/* The sign between groups of three digits: the first that is no digit and no point; none is 0. */
static uint32_t separator(gm_text like) {
  const char *end = like.ptr + like.len;
  for (const char *at = like.ptr; at < end;) {
    uint32_t c;
    at += gm_utf8_decode(at, end, &c);
    bool digit = (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
    if (c == '.' || c == 0xFF0E) return 0;
    if (!digit) return c;
  }
  return 0;
}

static bool write_arabic(gm_decimal value, gm_text like, gm_buffer *out) {
  int power;
  gm_text digits = like;
  if (!take_scale(&digits, &power) || !gm_decimal_shift(value, -power, &value)) return false;
  if (power) value = gm_decimal_trim(value);
  gm_buffer text = {0};
  gm_decimal_write(value, &text);
  uint32_t between = separator(digits);
  bool wide = digits.len && (unsigned char)digits.ptr[0] == 0xEF;
  size_t whole = 0;
  while (whole < text.count && text.items[whole] != '.') whole++;
  for (size_t i = 0; i < text.count; i++) {
    char c = text.items[i];
    if (between && i && i < whole && (whole - i) % 3 == 0) gm_buffer_codepoint(out, between);
    gm_buffer_codepoint(out, wide ? (c == '.' ? 0xFF0E : 0xFF10 + (uint32_t)(c - '0')) : (uint32_t)c);
  }
  gm_array_free(&text);
  gm_buffer_text(out, (gm_text){like.ptr + digits.len, like.len - digits.len});
  return true;
}

static const char *zero_of(gm_text like) { return has(like, "○") ? "○" : has(like, "零") ? "零" : "〇"; }

/* 二〇二四: by places. */
static void write_places(int64_t number, gm_text like, gm_buffer *out) {
  char digits[24];
  int n = 0;
  for (int64_t rest = number; rest; rest /= 10) digits[n++] = (char)(rest % 10);
  while (n--) gm_buffer_string(out, digits[n] ? han_digits[(int)digits[n]] : zero_of(like));
}

static bool write_han(int64_t number, gm_text like, gm_buffer *out) {
  static const char *const traditional_words[] = {"貳", "參", "陸", "萬", "億", "兩"};
  static const char *const capital_words[] = {"壹", "贰", "貳", "叁", "參", "肆", "伍", "陆",
                                              "陸", "柒", "捌", "玖", "拾", "佰", "仟"};
  static const char *const odd_words[] = {"廿", "卅", "半", "点", "點", "兆"};
  static const char *const power_words[] = {"十", "百", "千", "万", "萬", "亿", "億", "拾", "佰", "仟"};
  if (number < 1 || number >= INT64_C(1000000000000) || has_any(like, odd_words, 6)) return false;
  if (!has_any(like, power_words, 10) && like.len > 3) {
    write_places(number, like, out);
    return true;
  }
  bool capital = has_any(like, capital_words, 15), traditional = has_any(like, traditional_words, 6);
  const char *const *digits = !capital ? han_digits : traditional ? capitals_traditional : capitals;
  const char *const *powers = capital ? capital_powers : han_powers;
  static const int64_t scales[] = {100000000, 10000, 1};
  const char *const scale_words[] = {traditional ? "億" : "亿", traditional ? "萬" : "万", ""};
  gm_buffer text = {0};
  bool written = false, skipped = false;
  for (size_t i = 0; i < 3; i++) {
    int32_t group = (int32_t)(number / scales[i] % 10000);
    if (!group) {
      skipped = true;
      continue;
    }
    if (written && (group < 1000 || skipped)) gm_buffer_string(&text, digits[0]);
    gm_numeral_write_group(group, digits, powers, capital || written, &text);
    gm_buffer_string(&text, scale_words[i]);
    written = true;
    skipped = false;
  }
  /* 两 stands before 百, 千, 万 and 亿 where the writer has it so. */
  const char *pair = has(like, "兩") ? "兩" : has(like, "两") ? "两" : NULL;
  for (size_t i = 0; i + 3 <= text.count; i += 3) {
    bool two = pair && !memcmp(text.items + i, "二", 3) && i + 6 <= text.count && memcmp(text.items + i + 3, "十", 3);
    gm_buffer_add(out, two ? pair : text.items + i, 3);
  }
  gm_array_free(&text);
  return true;
}

bool gm_numeral_write(gm_decimal value, gm_text like, gm_buffer *out) {
  if (!like.len || value.digits < 0) return false;
  uint32_t first;
  gm_utf8_decode(like.ptr, like.ptr + like.len, &first);
  if ((first >= '0' && first <= '9') || (first >= 0xFF10 && first <= 0xFF19)) return write_arabic(value, like, out);
  gm_decimal whole = gm_decimal_trim(value);
  return whole.scale == 0 && write_han(whole.digits, like, out);
}
