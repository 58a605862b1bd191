/* CNT-03, CNT-04: a count announced against the run of inline items or of headings that it introduces. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

#define LEAD_BYTES 60 /* from the announced count to the first item: a noun, a few words, a mark */

static bool inline_family(uint8_t family) {
  return family == GM_FAMILY_IS || family == GM_FAMILY_MUST || family == GM_FAMILY_ORDINAL ||
         family == GM_FAMILY_FIRST_NEXT || family == GM_FAMILY_OF_THEM || family == GM_FAMILY_INLINE_HAN ||
         family == GM_FAMILY_INLINE_PAREN;
}

/* Marks between [from, to): the last one that is no blank, and how many stops there are. */
static uint32_t last_mark(gm_text line, uint32_t from, uint32_t to, unsigned *stops, unsigned *commas) {
  uint32_t last = 0;
  *stops = *commas = 0;
  for (const char *p = line.ptr + from, *end = line.ptr + to; p < end;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (!c || c == ' ') continue;
    last = c;
    *stops += (gm_class_of(c) & GM_STOP) != 0;
    *commas += c == 0xFF0C || c == 0xFF1B;
  }
  return last;
}

/* The last figure that ends at or before `limit`, NULL when none does. A line may hold thousands of runs and figures.
 */
static const gm_figure *last_figure_before(const gm_figures *figures, uint32_t limit) {
  uint32_t low = 0, high = figures->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (figures->items[middle].end <= limit)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? &figures->items[low - 1] : NULL;
}

/* 原因有三： before the first item; 0 when it does not stand there. */
static unsigned bare_count(gm_text line, uint32_t byte, gm_position *start) {
  uint32_t c[4];
  size_t n = gm_context_before(line, byte, c, 4);
  static const uint32_t digits[] = {0, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  if (n < 3 || c[3] != 0xFF1A || c[1] != 0x6709) return 0; /* 有N： */
  unsigned value = 0;
  for (unsigned d = 2; d <= 10; d++)
    if (digits[d] == c[2]) value = d;
  start->byte = byte;
  for (unsigned k = 0; value && k < 2 && start->byte;) {
    uint32_t x;
    start->byte -= (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + start->byte, &x);
    x = gm_fold(x);
    k += x && x != ' ';
  }
  return value;
}

/* Is there a 点 or 點 within LEAD_BYTES before `limit`? */
static bool has_point(gm_text line, uint32_t limit) {
  static const char point[] = "点", traditional[] = "點";
  size_t from = limit > LEAD_BYTES ? limit - LEAD_BYTES : 0, to = limit + 3 < line.len ? limit + 3 : line.len;
  for (size_t i = from; i + 3 <= to; i++)
    if ((line.ptr[i] == point[0] && !memcmp(line.ptr + i, point, 3)) ||
        (line.ptr[i] == traditional[0] && !memcmp(line.ptr + i, traditional, 3)))
      return true;
  return false;
}

/* 五点意见： or 把握三点：, for 点 is no unit of a figure, as it tells the hour too. *start and *end are set around it;
 * 0 when none stands within LEAD_BYTES before `limit`. */
static unsigned points_announced(gm_text line, uint32_t limit, gm_position *start, uint32_t *end) {
  static const char *const nouns[] = {"意见", "建议", "要求", "体会", "希望", "想法", "看法", "认识",
                                      "做法", "不足", "问题", "原因", "启示", "经验", "感受", "理由",
                                      "打算", "承诺", "区别", "收获", "变化", "特点", "优势", "困难",
                                      "倡议", "提醒", "思考", "心得", "感悟", "亮点",
                                      "主张", "共识", "设想", "构想", "考虑", "估计",
                                      "结论", "判断", "保证", "期望", "愿望", "寄语",
                                      "举措", "措施", "安排", "说明", "声明", "内容", NULL};
  static const char *const counts[] = {"两点", "三点", "四点", "五点", "六点", "七点", "八点", "九点", "十点"};
  if (!has_point(line, limit)) return 0;
  uint32_t at = limit, c = 0, behind;
  if (limit < line.len) gm_utf8_decode(line.ptr + limit, line.ptr + line.len, &c);
  while (at && limit - at < LEAD_BYTES) {
    behind = gm_fold(c);
    at -= (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + at, &c);
    if (behind != 0x70B9) continue; /* 点 */
    for (unsigned k = 0; k < sizeof counts / sizeof *counts; k++) {
      uint32_t bytes = gm_reads(line, at, counts[k]), noun = 0;
      if (!bytes) continue;
      for (const char *const *word = nouns; *word && !noun; word++) noun = gm_reads(line, at + bytes, *word);
      if (!noun && at + bytes + gm_reads(line, at + bytes, "：") != limit) return 0;
      start->byte = at;
      *end = at + bytes + noun;
      return k + 2;
    }
  }
  return 0;
}

/* Items of the run that begins at section `first`, and the greatest number among them; a faulty run gives 0. */
static unsigned run_length(const gm_outline *outline, uint32_t first, const uint32_t *next, int32_t *greatest) {
  unsigned count = 0;
  *greatest = 0;
  for (uint32_t i = first; i != GM_NO_SECTION; i = next[i]) {
    const gm_section *s = &outline->sections.items[i];
    count++;
    if (s->number != (int32_t)count) return 0; /* SEQ-01 speaks of it */
    *greatest = s->number;
  }
  return count;
}

/* Is the announced count fulfilled by the list before it (从甲、乙、丙三个环节入手。一是…)? Then the run is another. */
static bool lists_before(gm_text line, const gm_figure *figure) {
  uint32_t c[24];
  size_t n = gm_context_before(line, figure->start, c, 24);
  for (size_t i = 24 - n; i < 24; i++)
    if (c[i] == 0x3001) return true;
  return false;
}

static bool can_announce(const gm_figure *f) {
  if (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) return false;
  if (!gm_is_exact(f) || f->value.scale || f->value.digits < 2 || f->value.digits > 20) return false;
  if (f->roles & (GM_ROLE_TITLE | GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_NUMBER_NAME)) return false;
  uint8_t class = gm_units[f->unit].unit_class;
  return class == GM_CLASS_COUNT || class == GM_CLASS_NONE;
}

/* Headings that a report has beside what it announced. */
static const char *const outside[] = {
    "不足",     "下一步",   "下步",     "存在",     "今后",     "明年",     "问题",     "打算",
    "基本情况", "总体",     "概况",     "背景",     "体会",     "启示",     "建议",     "结语",
    "组织领导", "保障措施", "组织保障", "强化保障", "加强保障", "工作保障", "坚强保障", "有力保障",
    "要求",     "来年",     "展望",     "附则",     "其他",     "安排",     "计划",     "议定",
    NULL};

/* Those of them that come before it. */
static const char *const preliminary[] = {"基本情况", "总体", "概况", "背景", "基本", "现状", "意义", "认识", NULL};

static bool is_outside(const gm_draft_check *check, const gm_section *s, const char *const *words) {
  uint32_t to =
      s->title_end.line == s->title.line ? s->title_end.byte : (uint32_t)check->draft->lines[s->title.line].len;
  return gm_reads_within(check->draft->lines[s->title.line], s->title.byte, to, words);
}

/* Can `announced` be met by the run when headings beside the announced ones are left out at either end? */
static bool met_without(const gm_draft_check *check, uint32_t first, const uint32_t *next, unsigned count,
                        unsigned announced) {
  unsigned leading = 0, trailing = 0, n = 0;
  for (uint32_t i = first; i != GM_NO_SECTION; i = next[i], n++) {
    const gm_section *s = &check->outline->sections.items[i];
    leading += leading == n && is_outside(check, s, preliminary);
    trailing = is_outside(check, s, outside) ? trailing + 1 : 0;
  }
  return count >= announced && count - announced <= leading + trailing;
}

/* 从四个方面汇报, 讲三点意见, 分为四个部分: what makes a sentence before headings announce them. */
static const char *const announcing[] = {"从",   "讲",   "谈",   "分为", "分成", "提出", "以下", "如下", "下面",
                                         "汇报", "报告", "强调", "说明", "包括", "包含", "组成", NULL};

static bool announces(gm_text line, const gm_figure *claim) {
  uint32_t from = claim->start, c;
  while (from) {
    uint32_t back = (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + from, &c);
    if (gm_class_of(gm_fold(c)) & GM_STOP) break;
    from -= back;
  }
  /* 分四个阶段进行 */
  if (gm_reads_before(line, claim->start, "分")) return true;
  return gm_reads_within(line, from, (uint32_t)line.len, announcing);
}

/* Is the line blank before `byte`? */
static bool opens_line(gm_text line, uint32_t byte) {
  for (const char *p = line.ptr, *end = line.ptr + byte; p < end;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (c && c != ' ') return false;
  }
  return true;
}

static void report(gm_draft_check *check, const gm_section *item, uint32_t line, unsigned count, unsigned announced) {
  const gm_finding *finding = &check->out->list.items[check->out->list.count - 1];
  gm_say(check->out, check->language, "“%s”：后面列出%u项，不是%u项", "“%s”: %u items follow, not %u",
         gm_quote_raw(check->draft->lines[line], finding->start.byte, finding->end.byte).text, count, announced);
  gm_relate(check->out, item->start, (gm_position){item->start.line, item->marker_end},
            check->language == GM_ENGLISH ? "the first item" : "第一项");
}

#define HIDDEN_LINES 4 /* behind the last item's line, that may open with another */

/* 首先…再者…此外…最后: is there a word for one more item than the run shows? */
static bool may_hide_items(const gm_draft_check *check, uint32_t first, const uint32_t *next, unsigned count,
                           unsigned announced) {
  static const char *const more[] = {"再次", "再者", "再有", "再就是", "此外", "另外", "同时",
                                     "还有", "最后", "然后", "接着",   "其三", "第三", "三是",
                                     "末了", "再一", "另一", "还要",   "还需", "三要", NULL};
  const gm_section *sections = check->outline->sections.items, *item = &sections[first];
  if (item->family != GM_FAMILY_FIRST_NEXT || announced <= count) return false;
  for (uint32_t i = first; i != GM_NO_SECTION; i = next[i]) item = &sections[i];
  uint32_t end = item->start.line + HIDDEN_LINES;
  for (uint32_t line = sections[first].start.line; line <= end && line < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    uint32_t from = 0;
    for (uint32_t i = first; i != GM_NO_SECTION; i = next[i]) /* the words between the items' markers */
      if (sections[i].start.line == line) {
        if (i != first && gm_reads_within(text, from, sections[i].start.byte, more)) return true;
        from = sections[i].marker_end;
      }
    if (gm_reads_within(text, from, (uint32_t)text.len, more)) return true;
  }
  return false;
}

#define SURE_ITEMS 3 /* behind a count, 一是 二是 三是 are what it counts, however far it is off */

static void check_run(gm_draft_check *check, uint32_t first, const uint32_t *next, bool headings) {
  const gm_draft *draft = check->draft;
  const gm_section *item = &check->outline->sections.items[first];
  int32_t greatest;
  unsigned count = run_length(check->outline, first, next, &greatest);
  if (count < 2) return;
  /* The announcement ends in the item's line, or ends the paragraph before when the item opens its own. */
  uint32_t line = item->start.line, limit = item->start.byte;
  unsigned stops, commas;
  if (opens_line(draft->lines[line], limit)) {
    uint32_t steps = 0;
    do {
      if (!line || ++steps > 4) return;
      line--;
    } while (!draft->looks[line].chars || !draft->classes[line].keep);
    limit = (uint32_t)draft->lines[line].len;
  }
  gm_text text = draft->lines[line];
  const gm_figure *claim = last_figure_before(&check->figures[line], limit);
  /* 从五个方面汇报一年来的工作 */
  while (claim && claim > check->figures[line].items && limit - claim->end < LEAD_BYTES &&
         (claim->kind == GM_FIGURE_DURATION || claim->kind == GM_FIGURE_YEAR))
    claim--;
  gm_position start = {line, 0};
  unsigned announced = bare_count(text, limit, &start), points_end = 0,
           points = announced ? 0 : points_announced(text, limit, &start, &points_end);
  if (announced || points) {
    announced += points;
    if (announced == count || (int32_t)announced == greatest) return;
    if (may_hide_items(check, first, next, count, announced)) return;
    if (headings && met_without(check, first, next, count, announced)) return;
    uint32_t mark = last_mark(text, start.byte, limit, &stops, &commas), colon;
    bool joined = points && !headings && commas == 1 && limit - points_end == strlen("，"); /* 提出三点希望，一是… */
    if (points && !joined && (commas > headings || stops > 1 || (mark != 0xFF1A && !(gm_class_of(mark) & GM_STOP))))
      return;
    if (points)
      limit = points_end;
    else
      limit -= (uint32_t)gm_utf8_decode_back(text.ptr, text.ptr + limit, &colon);
    gm_report_draft(check, start, (gm_position){line, limit});
  } else {
    if (!claim || limit - claim->end > LEAD_BYTES || !can_announce(claim)) return;
    announced = (unsigned)claim->value.digits;
    if (announced == count || (int32_t)announced == greatest || may_hide_items(check, first, next, count, announced))
      return;
    uint32_t mark = last_mark(text, claim->end, limit, &stops, &commas);
    uint32_t named = claim->noun_start >= claim->end ? claim->noun_end : claim->end;
    if (commas && limit - named <= strlen("”，即：") && gm_reads_before(text, limit, "，即："))
      commas--; /* “四个到位”，即：（1）… */
    /* …四项任务：一是 announces for certain; …四项任务。一是 only when nothing else stands between. */
    bool colon = mark == 0xFF1A;
    /* 从四个方面报告，请予审议。 before headings */
    bool told = headings && !colon && commas <= 1 && announces(text, claim);
    uint32_t stop = claim->noun_start >= claim->end ? claim->noun_end : claim->end;
    bool joined = !headings && commas == 1 && !stops && limit - stop <= strlen("”，") && claim->kind == GM_FIGURE_CLAIM;
    if (joined) colon = true;
    if ((commas && !told && !joined) ||
        (colon ? stops != 0 : stops != 1 || (!told && limit - claim->end > LEAD_BYTES / 2)))
      return;
    /* 办好三件事。一是 */
    bool tight = !headings && stops == 1 && !commas && limit - named <= strlen("。");
    if (!colon && ((claim->kind != GM_FIGURE_CLAIM && !tight) || lists_before(text, claim))) return;
    if (colon && lists_before(text, claim) && (headings || claim->roles & GM_ROLE_LIST_TOTAL)) return;
    if (headings && (met_without(check, first, next, count, announced) || (!colon && !announces(text, claim)))) return;
    /* 没收“五大总成”的：（一）… is a list of cases. */
    if (headings && (claim->roles & GM_ROLE_QUOTE || (!told && limit - claim->end > LEAD_BYTES / 2))) return;
    if (headings && claim->kind != GM_FIGURE_CLAIM && gm_units[claim->unit].unit_class != GM_CLASS_COUNT) return;
    unsigned off = announced > count ? announced - count : count - announced;
    if (off > (colon ? 3u : 2u) && (headings || count < SURE_ITEMS || !(colon || tight))) return;
    /* 涉及三个方面、五个问题： the one before may count them */
    if (claim > check->figures[line].items && gm_reads_before(text, claim->start, "、") &&
        claim[-1].sentence == claim->sentence && claim[-1].value.digits == (int64_t)count && !claim[-1].value.scale)
      return;
    gm_report_figure(check, line, claim);
    if (!colon) gm_lower(check->out, GM_SEVERITY_WARNING);
  }
  report(check, item, line, count, announced);
}

#define TITLE_FIGURES 16 /* a heading with more counts nothing */

/* 二、突出重点，抓好四项任务: does the heading end in what is to be done, counted? */
static bool announces_matters(gm_text line, const gm_figure *claim, const gm_section *heading) {
  static const char *const verbs[] = {"抓好", "做好", "突出", "推进", "实施", "落实",
                                      "完成", "打好", "聚焦", "抓实", NULL};
  static const char *const matters[] = {"任务", "工作", "重点",     "举措",     "措施", "环节",
                                        "行动", "工程", "重点工作", "重点任务", NULL};
  uint32_t noun = claim->end, verb = 0;
  for (const char *const *w = verbs; *w && !verb; w++) verb = gm_reads_before(line, claim->start, *w);
  for (const char *const *w = matters; *w && verb; w++)
    if (noun + gm_reads(line, noun, *w) == heading->title_end.byte && gm_reads(line, noun, *w)) return true;
  return false;
}

/* （一）抓基地，… （二）抓加工，…: do all headings of the run begin with one character? */
static bool begin_alike(const gm_draft_check *check, uint32_t first, const uint32_t *next) {
  const gm_section *sections = check->outline->sections.items;
  const char *head = NULL;
  const size_t size = sizeof "抓" - 1;
  for (uint32_t i = first; i != GM_NO_SECTION; i = next[i]) {
    const gm_section *s = &sections[i];
    if (s->title_end.line == s->title.line && s->title_end.byte < s->title.byte + size) return false;
    const char *title = check->draft->lines[s->title.line].ptr + s->title.byte;
    if (head && memcmp(head, title, size)) return false;
    head = title;
  }
  return head != NULL;
}

/* 二、推进五个共建 over （一）组织共建 …: the heading's own count, when every heading below it begins or ends with what
 * it counts, or all begin alike. */
static void check_title(gm_draft_check *check, uint32_t first, const uint32_t *next) {
  const gm_outline *outline = check->outline;
  const gm_section *item = &outline->sections.items[first];
  if (item->parent == GM_NO_SECTION) return;
  const gm_section *parent = &outline->sections.items[item->parent];
  if ((parent->kind != GM_SECTION_NUMBERED && parent->kind != GM_SECTION_HEADING) ||
      parent->title.line != parent->title_end.line)
    return;
  uint32_t line = parent->title.line;
  const gm_figures *figures = &check->figures[line];
  const gm_figure *claim = NULL;
  for (uint32_t i = 0; i < figures->count && i < TITLE_FIGURES; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->start < parent->title.byte || f->end > parent->title_end.byte || !can_announce(f)) continue;
    if (claim) return;
    claim = f;
  }
  if (!claim || claim->noun_start < claim->number_end || claim->noun_end < claim->noun_start + 6) return;
  int32_t greatest;
  unsigned count = run_length(outline, first, next, &greatest), announced = (unsigned)claim->value.digits, named = 0;
  unsigned off = announced > count ? announced - count : count - announced;
  if (count < 2 || !off || off > 2) return;
  /* The noun's last two characters. */
  char noun[7] = {0};
  memcpy(noun, check->draft->lines[line].ptr + claim->noun_end - 6, 6);
  for (uint32_t i = first; i != GM_NO_SECTION; i = next[i]) {
    const gm_section *s = &outline->sections.items[i];
    if (s->title_end.line != s->title.line || s->title_end.byte < s->title.byte + 6) continue;
    const char *title = check->draft->lines[s->title.line].ptr;
    named += !memcmp(title + s->title.byte, noun, 6) || !memcmp(title + s->title_end.byte - 6, noun, 6);
  }
  if (named < count &&
      !(count > 2 && announces_matters(check->draft->lines[line], claim, parent) && begin_alike(check, first, next)))
    return;
  gm_report_figure(check, line, claim);
  report(check, item, line, count, announced);
}

/* Calls for each run of sections of `kind` that begins at 1. */
static void each_run(gm_draft_check *check, bool headings) {
  const gm_outline *outline = check->outline;
  size_t n = outline->sections.count;
  if (n < 2) return;
  uint32_t *next = gm_alloc(n * sizeof *next);
  for (size_t i = 0; i < n; i++) next[i] = GM_NO_SECTION;
  for (size_t i = 0; i < n; i++) {
    uint32_t previous = outline->sections.items[i].previous;
    if (previous != GM_NO_SECTION && previous < n) next[previous] = (uint32_t)i;
  }
  for (uint32_t i = 0; i < n; i++) {
    const gm_section *s = &outline->sections.items[i];
    if (s->previous != GM_NO_SECTION || s->number != 1 || s->soft) continue;
    bool is_inline = s->kind == GM_SECTION_INLINE && inline_family(s->family);
    if (headings && s->kind == GM_SECTION_NUMBERED) check_run(check, i, next, true);
    if (headings && (is_inline || s->kind == GM_SECTION_NUMBERED)) check_title(check, i, next);
    if (!headings && is_inline) check_run(check, i, next, false);
  }
  free(next);
}

void gm_check_announced_run(gm_draft_check *check) { each_run(check, false); }

void gm_check_announced_headings(gm_draft_check *check) { each_run(check, true); }
