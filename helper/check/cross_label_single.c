/* XR-04: “五进”, told again and again with what it stands for, and once “六进”: a label of a single character behind
 * its number. It is too short to be known by its word alone, so that a list must bear out the usual one, or many
 * tellings. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

#define OPEN_QUOTE "“"
#define HAN_BYTES  3u
#define LABEL_MAX  12   /* no label counts more */
#define SLIP_MAX   2    /* a number further off is of another label */
#define LISTED     210u /* bytes looked at to either side of a label for what it lists */
#define TOLD_LEAST 2u   /* times the usual one is told, where its list is told too */
#define TOLD_SURE  3u   /* without a list */

typedef struct label {
  uint32_t word; /* 进 */
  uint32_t line, end;
  const gm_figure *figure;
} label;

typedef GM_ARRAY(label) label_array;

static label read_label(const gm_draft_check *check, uint32_t line, const gm_figure *f) {
  label l = {0, line, 0, f};
  gm_text text = check->draft->lines[line];
  if (!(f->roles & GM_ROLE_QUOTE) || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f) ||
      f->value.scale || f->value.digits < 2 || f->value.digits > LABEL_MAX ||
      !gm_reads_before(text, f->start, OPEN_QUOTE) || !gm_reads(text, f->number_end + HAN_BYTES, "”"))
    return l;
  uint32_t c;
  if (gm_utf8_decode(text.ptr + f->number_end, text.ptr + text.len, &c) != HAN_BYTES) return l;
  c = gm_fold(c);
  if (!(gm_class_of(c) & GM_HAN) || gm_class_of(c) & GM_NUMERAL) return l;
  l.word = c;
  l.end = f->number_end + HAN_BYTES;
  return l;
}

static int compare_labels(const void *x, const void *y) {
  const label *a = x, *b = y;
  if (a->word != b->word) return a->word < b->word ? -1 : 1;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  return a->end < b->end ? -1 : a->end > b->end;
}

/* How many items in the label's sentence begin with its word: 进机关、进企业、进农村. */
static unsigned listed(gm_text line, const label *l) {
  uint32_t from = l->figure->start, least = from > LISTED ? from - LISTED : 0, to = l->end, n = 0, clauses = 0;
  while (from > least && !gm_reads_before(line, from, "。")) from--;
  while (to < line.len && to - l->end < LISTED && !gm_reads(line, to, "。")) to++;
  const char *word = line.ptr + l->figure->number_end;
  static const char *const parts[] = {"、", "和", "及", NULL}, *const marks[] = {"，", "；", NULL};
  for (uint32_t at = from; at + HAN_BYTES <= to; at++) {
    if (memcmp(line.ptr + at, word, HAN_BYTES) != 0) continue;
    n += gm_reads_one_before(line, at, parts) != 0;
    clauses += gm_reads_one_before(line, at, marks) != 0;
  }
  return n ? n + 1 : clauses > 1 ? clauses + 1 : 0;
}

/* Words before a label that is known. */
static bool is_spoken_of(gm_text line, const label *l) {
  static const char *const words[] = {"推动", "推进", "实施", "深化", "落实", "抓好", "坚持", "围绕", "开展",
                                      "持续", "巩固", "做好", "践行", "执行", "按照", "对照", "通过", "依托",
                                      "用好", "完善", "根据", "依照", "让",   "把",   "以",   "将",   "抓实",
                                      "抓牢", "打造", "做实", "优化", "对",   "该",   "这",   NULL};
  static const char *const marks[] = {"，", "。", "；", "：", NULL};
  uint32_t at = l->figure->start - (uint32_t)strlen(OPEN_QUOTE);
  return !at || gm_reads_one_before(line, at, words) || gm_reads_one_before(line, at, marks);
}

/* Do the same two characters stand before both: 防火宣传“五进”, 防火宣传“六进”? */
static bool same_before(gm_text line, const label *a, gm_text other, const label *b) {
  uint32_t at = a->figure->start - (uint32_t)strlen(OPEN_QUOTE), bt = b->figure->start - (uint32_t)strlen(OPEN_QUOTE);
  return at >= 2 * HAN_BYTES && bt >= 2 * HAN_BYTES &&
         !memcmp(line.ptr + at - 2 * HAN_BYTES, other.ptr + bt - 2 * HAN_BYTES, 2 * HAN_BYTES);
}

/* “六进”工程 is another matter than the “五进”活动. */
static const char *name_behind(gm_text line, const label *l) {
  static const char *const names[] = {"工程", "活动",   "行动", "计划", "专项", "战略", "机制", "制度",
                                      "模式", "工作法", "要求", "原则", "标准", "教育", NULL};
  uint32_t at = l->end + gm_reads(line, l->end, "”");
  for (const char *const *w = names; *w; w++)
    if (gm_reads(line, at, *w)) return *w;
  return NULL;
}

/* What says that the other number is meant. */
#define MEANT                                                                                                                                                       \
  "后来 随后 逐步 又 升级 拓展 扩展 延伸 扩大 扩容 扩面 增至 增加 变为 变成 转为 新增 提升为 提升到 深化为 深化到 "    \
  "上级 全国 全省 全市 "                                                                                                                                    \
  "全区 省里 "                                                                                                                                                  \
  "市里 县里 部里 国家 上年 去年 往年 原来 原有 原先 过去 此前 曾 在此基础上 基础上 创新 首创 新的 再加 扩充 丰富为 " \
  "调整为 "                                                                                                                                                      \
  "另一 另外 其他 兄弟 邻"

/* Of labels of one word, in their order: the only one that has another number. NULL when there is none. */
static const label *odd_one(const gm_draft_check *check, const label *group, size_t count) {
  unsigned times[LABEL_MAX + 1] = {0}, values = 0;
  const label *odd = NULL, *usual = group;
  for (size_t i = 0; i < count; i++) values += !times[group[i].figure->value.digits]++;
  for (size_t i = 0; i < count; i++) {
    if (times[group[i].figure->value.digits] == 1)
      odd = &group[i];
    else
      usual = &group[i];
  }
  if (values != 2 || !odd || odd == group || count <= TOLD_LEAST) return NULL;
  int64_t off = usual->figure->value.digits - odd->figure->value.digits;
  if (off > SLIP_MAX || off < -SLIP_MAX) return NULL;
  bool proved = count > TOLD_SURE;
  for (size_t i = 0; i < count && !proved; i++)
    proved = &group[i] != odd &&
             listed(check->draft->lines[group[i].line], &group[i]) == (unsigned)group[i].figure->value.digits;
  return proved ? odd : NULL;
}

static void judge(gm_draft_check *check, const label *group, size_t count) {
  const label *odd = odd_one(check, group, count), *usual = group;
  if (!odd || gm_is_reported(check, odd->line, odd->figure)) return;
  gm_text line = check->draft->lines[odd->line];
  const char *name = name_behind(line, odd);
  bool known = is_spoken_of(line, odd), named = !name;
  for (size_t i = 0; i < count; i++) {
    gm_text other = check->draft->lines[group[i].line];
    if (&group[i] == odd) continue;
    known = known || same_before(line, odd, other, &group[i]);
    named = named || name_behind(other, &group[i]) == name;
    if (group[i].line == odd->line && group[i].figure->sentence == odd->figure->sentence) return;
  }
  if (!known || !named || listed(line, odd) || gm_sentence_says(check, odd->line, odd->figure->start, MEANT)) return;
  gm_report_figure(check, odd->line, odd->figure);
  gm_say(check->out, check->language, "他处均为“%s”，此处为“%s”", "elsewhere it is “%s”, here “%s”",
         gm_quote_raw(check->draft->lines[usual->line], usual->figure->start, usual->end).text,
         gm_quote_raw(line, odd->figure->start, odd->end).text);
  gm_relate_figure(check, usual->line, usual->figure, "另一处", "another place");
}

void gm_check_single_labels(gm_draft_check *check) {
  label_array all = {0};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_QUOTED)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->kinds[line] & (GM_KIND(CLAIM) | GM_KIND(QUANTITY)))) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      label l = read_label(check, line, &check->figures[line].items[i]);
      if (l.word) *gm_push(&all) = l;
    }
  }
  if (all.count > TOLD_LEAST) qsort(all.items, all.count, sizeof *all.items, compare_labels);
  for (size_t i = 0, next; all.count > TOLD_LEAST && i < all.count; i = next) {
    for (next = i + 1; next < all.count && all.items[next].word == all.items[i].word;) next++;
    if (next - i > TOLD_LEAST) judge(check, &all.items[i], next - i);
  }
  gm_array_free(&all);
}
