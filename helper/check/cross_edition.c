/* XR-04: one event called by the numbers of two editions: 第十二届茶文化节 …… 第十二届茶文化节 …… 第十三届茶文化节. */
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

#define EDITIONS_MAX 64u /* a draft that tells of more is a chronicle */
#define NAME_LEAST   3u  /* Han characters that name an event: 运动会 */
#define NAME_MAX     14u
#define TITLE_WEIGHT 2u /* a number in the title is told for the whole draft */

/* What an event's name ends in: 会 节 赛 展 坛 奖. */
static bool ends_event(uint32_t c) {
  return c == 0x4F1A || c == 0x8282 || c == 0x8D5B || c == 0x5C55 || c == 0x575B || c == 0x5956;
}

typedef struct edition {
  const gm_figure *figure;
  uint32_t line, name_end; /* in bytes: the name begins at figure->end */
  unsigned weight;
} edition;

/* Where the name of the event behind 第N届 ends; 0 when there is none. Bodies have terms of office, which stand side by
 * side: 第三届董事会. */
static uint32_t name_end(gm_text line, const gm_figure *f) {
  static const char *const bodies[] = {"委员会", "董事会", "理事会", "监事会", "代表大会",
                                       "常委会", "全会",   "会议",   NULL};
  const char *p = line.ptr + f->end, *end = line.ptr + line.len;
  uint32_t last = 0, c;
  for (unsigned n = 1; p < end && n <= NAME_MAX; n++) {
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (!(gm_class_of(c) & GM_HAN) || c == 0x7684 || c == 0x5C06 || c == 0x4E8E) break; /* 的 将 于 */
    if (n >= NAME_LEAST && ends_event(c)) last = (uint32_t)(p - line.ptr);
  }
  for (const char *const *w = bodies; *w && last; w++)
    if (gm_reads_before(line, last, *w)) return 0;
  return last;
}

static bool same_name(const gm_draft_check *check, const edition *a, const edition *b) {
  uint32_t size = a->name_end - a->figure->end;
  return b->name_end - b->figure->end == size && !memcmp(check->draft->lines[a->line].ptr + a->figure->end,
                                                         check->draft->lines[b->line].ptr + b->figure->end, size);
}

/* Does the sentence of the edition say that it is another one on purpose: of another year, or where somebody won? */
static bool is_another(gm_text line, const gm_figure *f) {
  static const char *const words[] = {"去年", "上年", "前年", "明年", "后年", "来年", "上一", "下一", "上届", "下届",
                                      "往届", "历届", "首届", "此前", "曾",   "自第", "从第", "以来", "筹备", "申办",
                                      "承办", "会旗", "交接", "获",   "冠军", "奖牌", "金牌", "银牌", "铜牌", "夺",
                                      "蝉联", "卫冕", "继",   "相约", "期待", "预告", "落户", "连续", "先后", "年举",
                                      "年的", "比第", "与第", "到第", "至第", "、第", "和第", NULL};
  uint32_t from = f->start, to = f->end;
  while (from && !gm_reads_before(line, from, "。")) from--;
  while (to < line.len && !gm_reads(line, to, "。")) to++;
  for (uint32_t at = from; at < to; at++)
    for (const char *const *w = words; *w; w++)
      if (gm_reads(line, at, *w)) return true;
  return false;
}

/* The first line, when it is a title: it ends in no stop. */
static uint32_t title_line(const gm_draft_check *check) {
  for (uint32_t line = 0; line < check->draft->count; line++)
    if (check->draft->looks[line].chars && check->draft->classes[line].keep)
      return gm_class_of(check->draft->looks[line].last) & GM_STOP ? UINT32_MAX : line;
  return UINT32_MAX;
}

static unsigned collect(const gm_draft_check *check, edition out[EDITIONS_MAX]) {
  unsigned count = 0;
  uint32_t title = title_line(check);
  for (uint32_t line = 0; line < check->draft->count; line++) {
    if (!(check->facts[line].kinds & GM_KIND(ORDINAL)) || !check->draft->classes[line].keep) continue;
    gm_text text = check->draft->lines[line];
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_ORDINAL || !gm_reads(text, f->number_end, "届")) continue;
      uint32_t end = name_end(text, f);
      if (!end) continue;
      if (count == EDITIONS_MAX) return 0;
      out[count++] = (edition){f, line, end, line == title ? TITLE_WEIGHT : 1};
    }
  }
  return count;
}

void gm_check_editions(gm_draft_check *check) {
  edition all[EDITIONS_MAX];
  unsigned count = collect(check, all);
  for (unsigned odd = 0; odd < count && count > 1; odd++) {
    const edition *o = &all[odd], *usual = NULL;
    unsigned weight = 0;
    bool alone = o->weight == 1;
    for (unsigned i = 0; i < count && alone; i++) {
      if (i == odd || !same_name(check, &all[i], o)) continue;
      alone = gm_decimal_compare(all[i].figure->value, o->figure->value) &&
              (!usual || !gm_decimal_compare(all[i].figure->value, usual->figure->value));
      if (!usual) usual = &all[i];
      weight += all[i].weight;
    }
    gm_text line = check->draft->lines[o->line];
    if (!alone || weight < 2 || is_another(line, o->figure)) continue;
    gm_text other = check->draft->lines[usual->line];
    gm_report_figure(check, o->line, o->figure);
    gm_say(check->out, check->language, "他处均为“%s”，此处为“%s”", "elsewhere it is “%s”, here “%s”",
           gm_quote_raw(other, usual->figure->start, usual->name_end).text,
           gm_quote_raw(line, o->figure->start, o->name_end).text);
    gm_relate_figure(check, usual->line, usual->figure, "另一处", "another place");
  }
}
