#include "check/edition.h"

#include "check/draft.h"
#include "text/utf8.h"

#define OBJECT_LEAST 4u /* Han characters that name what a batch is of */
#define OBJECT_MAX   10u

/* The Han characters of what 第五批 is of, right behind it; how many. */
static unsigned object_of(gm_text line, const gm_figure *f, uint32_t out[OBJECT_MAX]) {
  const char *p = line.ptr + f->end, *end = line.ptr + line.len;
  unsigned n = 0;
  while (p < end && n < OBJECT_MAX) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (!(gm_class_of(c) & GM_HAN)) break;
    out[n++] = c;
  }
  return n;
}

bool gm_same_object(gm_text line, const gm_figure *f, gm_text other, const gm_figure *g) {
  uint32_t a[OBJECT_MAX], b[OBJECT_MAX];
  unsigned n = object_of(line, f, a), m = object_of(other, g, b), same = 0;
  while (same < n && same < m && a[same] == b[same]) same++;
  return same >= OBJECT_LEAST;
}

#define SENTENCE_CHARS 160u /* to either side: a longer sentence tells of too much */

/* The characters of the sentence that holds the byte are text[*from, *to). */
static void read_sentence(const gm_draft_check *check, uint32_t line, uint32_t byte, uint32_t text[2 * SENTENCE_CHARS],
                          size_t *from, size_t *to) {
  gm_text raw = check->draft->lines[line];
  size_t before = gm_context_before(raw, byte, text, SENTENCE_CHARS), count = SENTENCE_CHARS;
  size_t end = count + gm_context_behind(raw, byte, text + count, SENTENCE_CHARS);
  while (count < end && !(gm_class_of(text[count]) & GM_STOP)) count++;
  *from = SENTENCE_CHARS - before;
  *to = count;
}

bool gm_sentence_says(const gm_draft_check *check, uint32_t line, uint32_t byte, const char *words) {
  uint32_t text[2 * SENTENCE_CHARS];
  size_t from, to;
  read_sentence(check, line, byte, text, &from, &to);
  return gm_word_list_first(check->words, text + from, to - from, words) != SIZE_MAX;
}

/* Does the sentence say that somebody won something? 为获奖者颁奖 is of any edition but one to come. */
static bool tells_of_prize(const gm_draft_check *check, uint32_t line, uint32_t byte) {
  uint32_t text[2 * SENTENCE_CHARS];
  size_t from, to, n;
  read_sentence(check, line, byte, text, &from, &to);
  for (; (n = gm_word_list_first(check->words, text + from, to - from, "获")) != SIZE_MAX; from++) {
    from += n;
    if (!gm_word_list_in(
            check->words, text + from, to - from,
            "获奖者 获奖代表 获奖选手 获奖单位 获奖个人 获奖作品 获奖团队 获奖队 获奖人员 获奖名单 获奖运动员"))
      return true;
  }
  return false;
}

bool gm_tells_of_another(const gm_draft_check *check, uint32_t line, uint32_t byte, bool later) {
  return gm_sentence_says(
             check, line, byte,
             "去年 上年 前年 明年 后年 来年 上一 下一 上届 下届 往届 历届 首届 此前 曾 自第 从第 以来 筹备 "
             "申办 承办 会旗 交接 冠军 奖牌 金牌 银牌 铜牌 夺 蝉联 卫冕 继 相约 期待 预告 落户 连续 先后 "
             "年举 年的 比第 与第 到第 至第 、第 和第 往年 基础上 上次 前次 上批 较第 后第") ||
         (later ? tells_of_prize(check, line, byte) : gm_sentence_says(check, line, byte, "获"));
}

bool gm_side_by_side(gm_text line, uint32_t start, uint32_t end, uint32_t other_start, uint32_t other_end) {
  static const char *const joints[] = {"与",     "和",     "同",     "及",     "到",     "至",     "比",     "跟",
                                       "、",     "以及",   "升级为", "升级到", "拓展为", "拓展到", "扩展为", "提升为",
                                       "深化为", "发展为", "丰富为", "优化为", "调整为", "改为",   "变为",   NULL};
  uint32_t from = start < other_start ? end : other_end, to = start < other_start ? other_start : start;
  from += gm_reads(line, from, "”");
  if (from > to) return false;
  to -= gm_reads_before(line, to, "“");
  for (const char *const *w = joints; *w; w++) {
    uint32_t length = gm_reads(line, from, *w);
    if (length && from + length == to) return true;
  }
  return false;
}
