/* XR-04: “五统一”, told again and again, and once “六统一”: a label of two characters behind its number, no measure word
 * between. It is no figure, so that it is read from the text of the lines that gm_note_word_label found to have one. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "text/utf8.h"

#define OPEN_QUOTE  "“"
#define CLOSE_QUOTE "”"
#define HAN_BYTES   3u
#define WORD_CHARS  2u
#define SLIP_MAX    2    /* a number further off is of another label */
#define TOLD_LEAST  2u   /* times that the usual one is told */
#define LINES_APART 30u  /* from the label to the odd one */
#define LISTED      180u /* bytes looked at on either side of a label for what it lists */

/* Measure words and their like: with them a label is a figure, of which cross_label_short.c tells. */
#define MEASURES u"个大项种类张条级字面轮期次届批步层方位名件点"

typedef struct label {
  uint32_t word[WORD_CHARS];
  uint32_t line, start, end; /* between the quotes */
  unsigned number;
} label;

typedef GM_ARRAY(label) label_array;

/* 2 to 10 of its character, 0 of another. */
static unsigned number_of(uint32_t c) {
  static const uint16_t digits[] = {0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  for (unsigned i = 0; i < sizeof digits / sizeof *digits; i++)
    if (digits[i] == c) return i + 2;
  return c == 0x4E24 ? 2 : 0; /* 两 */
}

static bool is_measure(uint32_t c) {
  static const uint_least16_t measures[] = MEASURES;
  for (size_t i = 0; measures[i]; i++)
    if (measures[i] == c) return true;
  return false;
}

static bool makes_word(uint32_t a, uint32_t b) {
  return gm_class_of(a) & gm_class_of(b) & GM_HAN && !is_measure(a) && !(gm_class_of(a) & GM_NUMERAL) &&
         (!(gm_class_of(b) & GM_NUMERAL) || b == 0x4E00); /* 一 of 统一 */
}

void gm_note_word_label(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  check->labels = check->labels || (number_of(view->cp[at + 1]) && makes_word(view->cp[at + 2], view->cp[at + 3]) &&
                                    gm_one_of(view, at + 4, CLOSE_QUOTE));
}

/* The label that the quote at byte `at` opens; its number is 0 when it opens none. */
static label read_label(gm_text text, uint32_t line, uint32_t at) {
  label l = {.line = line, .start = at + (uint32_t)strlen(OPEN_QUOTE)};
  const char *p = text.ptr + l.start, *end = text.ptr + text.len;
  uint32_t c[1 + WORD_CHARS + 1] = {0};
  for (unsigned i = 0; i < sizeof c / sizeof *c && p < end; i++) {
    l.end = (uint32_t)(p - text.ptr);
    p += gm_utf8_decode(p, end, &c[i]);
    c[i] = gm_fold(c[i]);
  }
  memcpy(l.word, c + 1, sizeof l.word);
  if (c[1 + WORD_CHARS] == 0x201D && makes_word(c[1], c[2])) l.number = number_of(c[0]);
  return l;
}

static int compare_labels(const void *x, const void *y) {
  const label *a = x, *b = y;
  int by_word = memcmp(a->word, b->word, sizeof a->word);
  if (by_word) return by_word;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  return a->start < b->start ? -1 : a->start > b->start;
}

static uint32_t before_quote(const label *l) { return l->start - (uint32_t)strlen(OPEN_QUOTE); }
static uint32_t behind_quote(const label *l) { return l->end + (uint32_t)strlen(CLOSE_QUOTE); }

/* Words before a label that is known: 按照“五统一”的要求. */
static bool is_spoken_of(gm_text line, const label *l) {
  static const char *const words[] = {"对照", "按照", "依照", "根据", "按",   "照着", "围绕", "落实", "践行", "坚持",
                                      "执行", "抓好", "深化", "用好", "巩固", "做实", "抓实", "对",   "把",   NULL};
  return gm_reads_one_before(line, before_quote(l), words);
}

/* “六统一”工程 is another matter than the “五统一”管理. */
static const char *name_behind(gm_text line, const label *l) {
  static const char *const names[] = {"工程", "活动", "行动", "计划", "奖", "专项", "战略", "规划", "教育", "工作法", NULL};
  for (const char *const *w = names; *w; w++)
    if (gm_reads(line, behind_quote(l), *w)) return *w;
  return NULL;
}

/* Does a list stand beside the label in its sentence, so that it says itself what it counts? */
static bool lists(gm_text line, const label *l) {
  unsigned marks = 0;
  uint32_t from = before_quote(l), floor = from > LISTED ? from - LISTED : 0;
  if (gm_reads_before(line, from, "的") || gm_reads_before(line, from, CLOSE_QUOTE) ||
      gm_reads_before(line, from, "、") || gm_reads(line, behind_quote(l), "、") ||
      gm_reads(line, behind_quote(l), "：") || gm_reads(line, behind_quote(l), "，即"))
    return true;
  for (uint32_t at = from; at > floor && !gm_reads_before(line, at, "。"); at--) marks += gm_reads(line, at, "、") != 0;
  for (uint32_t at = behind_quote(l), end = at + LISTED; at < end && at < line.len && !gm_reads(line, at, "。"); at++)
    marks += gm_reads(line, at, "、") != 0;
  return marks > 1;
}

/* Words that many a label has, each with a number of its own. */
static bool is_general(gm_text line, const label *l) {
  static const char *const general[] = {"意识", "自信", "维护", "确立", "全面", "坚持", "服从", "工程", "行动",
                                        "计划", "活动", "任务", "专项", "学习", "创建", "战役", "建设", NULL};
  for (const char *const *w = general; *w; w++)
    if (gm_reads(line, l->start + HAN_BYTES, *w)) return true;
  return false;
}

/* What says that the other number is meant, or is of others. */
#define MEANT                                                                                                        \
  "后来 随后 逐步 又 升级 拓展 扩展 延伸 扩大 扩容 扩面 增至 增加 变为 变成 转为 新增 提升为 提升到 深化为 上级 "   \
  "全国 全省 全市 全区 省里 市里 县里 部里 国家 上年 去年 往年 原来 原有 原先 过去 此前 曾 基础上 创新 首创 新的 再加 " \
  "扩充 丰富为 调整为 改为 另一 另外 其他 兄弟 邻 学习 借鉴 推出 提出"

/* Of labels of one word, in their order: the only one that has another number. NULL when there is none. */
static const label *odd_one(const label *group, size_t count) {
  unsigned times[11] = {0}, values = 0;
  const label *odd = NULL;
  for (size_t i = 0; i < count; i++) values += !times[group[i].number]++;
  for (size_t i = 1; i < count; i++)
    if (times[group[i].number] == 1) odd = &group[i];
  return values == 2 && odd && times[group->number] >= TOLD_LEAST ? odd : NULL;
}

static bool same_sentence(gm_text line, const label *a, const label *b) {
  uint32_t from = a->start < b->start ? a->end : b->end, to = a->start < b->start ? b->start : a->start;
  if (a->line != b->line) return false;
  while (from < to && !gm_reads(line, from, "。")) from++;
  return from == to;
}

/* Has another rule told of the label as of a figure: “四本账”? */
static bool is_told(const gm_draft_check *check, const label *l) {
  for (size_t i = 0; i < check->out->list.count; i++) {
    gm_position start = check->out->list.items[i].start;
    if (start.line == l->line && start.byte >= before_quote(l) && start.byte < l->end) return true;
  }
  return false;
}

static void judge(gm_draft_check *check, const label *group, size_t count) {
  const label *odd = odd_one(group, count), *usual = group;
  if (!odd || odd->line - usual->line > LINES_APART) return;
  int off = (int)usual->number - (int)odd->number;
  gm_text line = check->draft->lines[odd->line];
  if (off > SLIP_MAX || off < -SLIP_MAX || is_general(line, odd) || !is_spoken_of(line, odd) || lists(line, odd)) return;
  const char *name = name_behind(line, odd);
  bool named = !name;
  for (size_t i = 0; i < count; i++) {
    if (&group[i] == odd) continue;
    if (same_sentence(line, &group[i], odd)) return;
    named = named || name_behind(check->draft->lines[group[i].line], &group[i]) == name;
  }
  if (!named || is_told(check, odd) || gm_sentence_says(check, odd->line, odd->start, MEANT)) return;
  gm_report_draft(check, (gm_position){odd->line, odd->start}, (gm_position){odd->line, odd->end});
  gm_say(check->out, check->language, "他处均为“%s”，此处为“%s”", "elsewhere it is “%s”, here “%s”",
         gm_quote_raw(check->draft->lines[usual->line], usual->start, usual->end).text,
         gm_quote_raw(line, odd->start, odd->end).text);
  gm_relate(check->out, (gm_position){usual->line, usual->start}, (gm_position){usual->line, usual->end},
            check->language == GM_ENGLISH ? "another place" : "另一处");
}

void gm_check_word_labels(gm_draft_check *check) {
  label_array all = {0};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_LABELS)) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t at = 0; at < text.len; at++) {
      const char *quote = memchr(text.ptr + at, OPEN_QUOTE[0], text.len - at);
      if (!quote) break;
      at = (uint32_t)(quote - text.ptr);
      if (!gm_reads(text, at, OPEN_QUOTE)) continue;
      label l = read_label(text, line, at);
      if (l.number) *gm_push(&all) = l;
    }
  }
  if (all.count > TOLD_LEAST) qsort(all.items, all.count, sizeof *all.items, compare_labels);
  for (size_t i = 0, next; all.count > TOLD_LEAST && i < all.count; i = next) {
    for (next = i + 1; next < all.count && !memcmp(all.items[next].word, all.items[i].word, sizeof all.items[i].word);)
      next++;
    if (next - i > TOLD_LEAST) judge(check, &all.items[i], next - i);
  }
  gm_array_free(&all);
}
