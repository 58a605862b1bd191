#include "check/words.h"

#include "text/utf8.h"

/* Measure words and units that rules on wording meet; a longer one stands before its own beginning in no order: the
 * longest match wins. */
static const char measures[] =
    "个 名 人 位 件 项 家 户 次 人次 件次 册 册次 场 场次 期 篇 本 份 张 条 种 类 门 台 辆 架 艘 座 栋 幢 间 套 处 所 "
    "支 "
    "只 头 匹 棵 株 盆 尾 亩 公顷 块 片 面 枚 颗 粒 首 封 句 字 页 幅 集 部 卷 点 步 年 个月 月 天 日 周 个星期 星期 "
    "小时 "
    "个小时 学时 课时 分钟 秒 岁 元 万元 亿元 美元 吨 公斤 千克 克 斤 两 米 千米 公里 里 厘米 毫米 平方米 平方公里 "
    "平方千米 "
    "立方米 升 毫升 千瓦 千瓦时 度 倍 成 % 个百分点 批 批次 届 轮 代 级 层 组 队 班 村 县 市 省 区 乡 镇 个人 对 双 副 "
    "顶 "
    "桌 席 床 团 盏 筐 箱 袋 瓶 桶 车 趟 回 遍 顿 例 起 宗 桩 笔 单 票 路 线 站 孔 口 眼 根 杆 堂 节";

#define BLANKS_MAX 2 /* between the words of one phrase (增加 6,480 冊); wider gaps are layout */

static __attribute__((noinline)) size_t words_behind_blanks(const gm_view *view, size_t at, const char *words) {
  size_t blanks = 0;
  while (at < view->count && blanks < BLANKS_MAX && view->cls[at] & GM_SPACE) at++, blanks++;
  size_t length = at < view->count ? gm_word_list_at(view, at, words) : 0;
  return length ? length + blanks : 0;
}

static __attribute__((noinline)) size_t words_before_blanks(const gm_view *view, size_t at, const char *words) {
  size_t blanks = 0;
  while (at && blanks < BLANKS_MAX && view->cls[at - 1] & GM_SPACE) at--, blanks++;
  size_t length = gm_word_list_before(view, at, words);
  return length ? length + blanks : 0;
}

size_t gm_words_at(const gm_view *view, size_t at, const char *words) {
  if (at >= view->count) return 0;
  return view->cls[at] & GM_SPACE ? words_behind_blanks(view, at, words) : gm_word_list_at(view, at, words);
}

size_t gm_words_before(const gm_view *view, size_t at, const char *words) {
  if (!at) return 0;
  return view->cls[at - 1] & GM_SPACE ? words_before_blanks(view, at, words) : gm_word_list_before(view, at, words);
}

size_t gm_find_word(const gm_view *view, size_t from, size_t to, const char *words) {
  if (to > view->count) to = view->count;
  if (from >= to) return SIZE_MAX;
  return gm_word_list_find(view, from, to - from > GM_REACH_CHARS ? from + GM_REACH_CHARS : to, words);
}

#define JI   0x51E0u /* 几 */
#define BAN  0x534Au /* 半 */
#define QIAN 0x5343u /* 千 */

static bool is_number(const gm_view *view, size_t i) {
  if (view->cls[i] & (GM_DIGIT | GM_NUMERAL) || view->cp[i] == JI || view->cp[i] == BAN) return true;
  return (view->cp[i] == '.' || view->cp[i] == ',') && i && view->cls[i - 1] & GM_DIGIT && view->cls[i + 1] & GM_DIGIT;
}

size_t gm_find_run(const gm_view *view, size_t from, size_t to, size_t run, size_t length) {
  if (from < to && to - from > GM_REACH_CHARS) to = from + GM_REACH_CHARS;
  for (; from + length <= to; from++)
    if (gm_reads_alike(view, from, run, length)) return from;
  return SIZE_MAX;
}

size_t gm_number_at(const gm_view *view, size_t at) {
  size_t i = at;
  while (i < view->count && i - at < GM_NUMBER_CHARS && is_number(view, i)) i++;
  return i - at - (i > at + 1 && view->cp[i - 1] == QIAN && gm_one_of(view, i, "瓦米克卡伏赫")); /* 40万千瓦时 */
}

size_t gm_number_before(const gm_view *view, size_t end) {
  size_t start = end;
  while (start && end - start < GM_NUMBER_CHARS && is_number(view, start - 1)) start--;
  return start;
}

size_t gm_digits_at(const gm_view *view, size_t at, unsigned *value) {
  size_t i = at;
  unsigned v = 0;
  while (i < view->count && view->cls[i] & GM_DIGIT && i - at < 9) v = v * 10 + (view->cp[i++] - '0');
  *value = v;
  return i - at;
}

size_t gm_measure_at(const gm_view *view, size_t at) { return gm_words_at(view, at, measures); }

bool gm_written_otherwise(const gm_view *view, size_t at) {
  uint32_t written;
  gm_utf8_decode(view->raw.ptr + view->raw_at[at], view->raw.ptr + view->raw.len, &written);
  return written != view->cp[at];
}

bool gm_clause_starts(const gm_view *view, size_t at) { return !at || view->cls[at - 1] & (GM_PUNCT | GM_SPACE); }

size_t gm_clause_start(const gm_view *view, size_t at) {
  size_t limit = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0;
  for (;; at--) {
    at = gm_view_behind_last(view, limit, at, GM_STOP | GM_PAUSE);
    if (at == limit || view->cp[at - 1] != GM_DUN) return at;
  }
}

size_t gm_sentence_start(const gm_view *view, size_t at) {
  return gm_view_behind_last(view, at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0, at, GM_STOP);
}

size_t gm_sentence_end(const gm_view *view, size_t at) {
  size_t limit = view->count - at > GM_REACH_CHARS ? at + GM_REACH_CHARS : view->count;
  return gm_view_next_before(view, at, limit, GM_STOP);
}

#define ELLIPSIS "…"

gm_quote gm_quote_line(const gm_view *view, size_t from, size_t to) {
  gm_quote quote;
  size_t length = 0;
  for (size_t i = from; i < to && i < view->count; i++) {
    uint32_t c, at = view->raw_at[i];
    size_t bytes = gm_utf8_decode(view->raw.ptr + at, view->raw.ptr + view->raw.len, &c);
    if (length + bytes + sizeof ELLIPSIS > sizeof quote.text) {
      memcpy(quote.text + length, ELLIPSIS, sizeof ELLIPSIS - 1);
      length += sizeof ELLIPSIS - 1;
      break;
    }
    memcpy(quote.text + length, view->raw.ptr + at, bytes);
    length += bytes;
  }
  quote.text[length] = 0;
  return quote;
}

gm_quote gm_quote_raw(gm_text line, uint32_t from, uint32_t to) {
  gm_quote quote;
  size_t length = 0;
  const char *p = line.ptr + from, *end = line.ptr + (to < line.len ? to : line.len);
  while (p < end) {
    uint32_t c;
    size_t bytes = gm_utf8_decode(p, end, &c);
    if (length + bytes + 1 > sizeof quote.text) break;
    memcpy(quote.text + length, p, bytes);
    length += bytes;
    p += bytes;
  }
  quote.text[length] = 0;
  return quote;
}

size_t gm_clean_at(const gm_view *view, uint32_t byte) { return gm_view_find(view, byte); }
