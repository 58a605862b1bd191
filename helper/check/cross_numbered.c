/* XR-04: one name with two numbers: 第十二届茶文化节 …… 第十二届茶文化节 …… 第十三届茶文化节; “四色预警” …… “五色预警”.
 */
#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "text/utf8.h"

#define NAMES_MAX    64u /* a draft that tells of more is a chronicle */
#define NAME_LEAST   3u  /* Han characters that name an event: 运动会 */
#define NAME_MAX     14u
#define LABEL_LEAST  2u /* and those behind the number of a label: 色预警 */
#define LABEL_MAX    6u
#define CLOSE_QUOTE  0x201Du
#define HAN_BYTES    3u
#define TITLE_WEIGHT 2u /* a number in the title is told for the whole draft */

/* What an event's name ends in: 会 节 赛 展 坛 奖. */
static bool ends_event(uint32_t c) {
  return c == 0x4F1A || c == 0x8282 || c == 0x8D5B || c == 0x5C55 || c == 0x575B || c == 0x5956;
}

/* 会长, 会议, 会徽: is the character that ends before byte `at` the head of another word? */
static bool heads_word(gm_text line, uint32_t at) {
  static const char *const words[] = {"会长", "会议", "会员", "会徽", "会旗", "会歌", NULL};
  for (const char *const *w = words; *w; w++)
    if (at >= HAN_BYTES && gm_reads(line, at - HAN_BYTES, *w)) return true;
  return false;
}

/* A name and its number, in bytes of their line. */
typedef struct numbered {
  uint32_t line, start, name, name_end; /* the number begins at `start`, the name behind it at `name` */
  int64_t value;
  unsigned weight;
  bool event;
  bool compound; /* a label of several numbers, which begins at `name`: 两优一先 */
} numbered;

typedef struct names {
  numbered items[NAMES_MAX];
  unsigned count;
} names;

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
    if (n >= NAME_LEAST && ends_event(c) && !heads_word(line, (uint32_t)(p - line.ptr)))
      last = (uint32_t)(p - line.ptr);
  }
  for (const char *const *w = bodies; *w && last; w++)
    if (gm_reads_before(line, last, *w)) return 0;
  return last;
}

/* The numeral of one character at `p`, 0 when there is none. */
static int64_t numeral_at(const char *p) {
  static const char digits[] = "一二三四五六七八九十两";
  int64_t value = 1;
  const char *d = digits;
  for (; *d && memcmp(p, d, HAN_BYTES); d += HAN_BYTES) value++;
  return *d ? (value > 10 ? 2 : value) : 0;
}

#define WORDS_LEAST 2u /* characters of a compound label that are no numerals: 优 and 先 */

/* Do two compound labels differ in nothing but numbers? Where they have one word only (五个一批), the two characters
 * behind the quotes must agree too. */
static bool same_compound(const gm_draft_check *check, const numbered *a, const numbered *b) {
  static const char ge[] = "个";
  gm_text line = check->draft->lines[a->line], other = check->draft->lines[b->line];
  uint32_t size = a->name_end - a->name, behind = HAN_BYTES + 2 * HAN_BYTES;
  if (size != b->name_end - b->name) return false;
  unsigned words = 0;
  for (uint32_t i = 0; i < size; i += HAN_BYTES) {
    const char *p = line.ptr + a->name + i, *q = other.ptr + b->name + i;
    if (numeral_at(p) && numeral_at(q)) continue;
    if (memcmp(p, q, HAN_BYTES)) return false;
    words += memcmp(p, ge, HAN_BYTES) != 0;
  }
  return words >= WORDS_LEAST || (a->name_end + behind <= line.len && b->name_end + behind <= other.len &&
                                  !memcmp(line.ptr + a->name_end, other.ptr + b->name_end, behind) &&
                                  (unsigned char)line.ptr[a->name_end + HAN_BYTES] >= 0xE4);
}

static bool same_name(const gm_draft_check *check, const numbered *a, const numbered *b) {
  if (a->compound || b->compound) return a->compound && b->compound && same_compound(check, a, b);
  uint32_t size = a->name_end - a->name, other = b->name_end - b->name;
  if (a->event != b->event || (size != other && !a->event)) return false;
  if (other < size) size = other; /* 社区运动会各项比赛 is of the 社区运动会 */
  return !memcmp(check->draft->lines[a->line].ptr + a->name, check->draft->lines[b->line].ptr + b->name, size);
}

/* The year that the sentence of the edition tells; 0 when it tells none. */
static unsigned year_told(const gm_draft_check *check, const numbered *n) {
  const gm_figures *figures = &check->figures[n->line];
  uint32_t own = 0;
  for (uint32_t i = 0; i < figures->count; i++)
    if (figures->items[i].start == n->start) own = figures->items[i].sentence;
  for (uint32_t i = 0; i < figures->count; i++)
    if (figures->items[i].sentence == own && figures->items[i].date.year &&
        (figures->items[i].kind == GM_FIGURE_DATE || figures->items[i].kind == GM_FIGURE_YEAR))
      return figures->items[i].date.year;
  return 0;
}

/* 第十二届运动会2024年9月开幕。第十一届运动会于2020年举行: is each told of a year of its own? */
static bool of_another_year(const gm_draft_check *check, const numbered *a, const numbered *b) {
  unsigned year = a->event && b->event ? year_told(check, a) : 0;
  return year && year != year_told(check, b);
}

/* 与往届相比，第十届…: what those before are told apart from is the one that the draft is about, if it is not to
 * come.
 */
#define FORMER                                                                                                                                                    \
  "与往年相比 和往年相比 同往年相比 跟往年相比 与往届相比 和往届相比 同往届相比 与历届相比 与以往相比 相比往年 " \
  "相比往届 相比以往 "                                                                                                                                    \
  "相较往年 相较往届 较往年 较往届 比往年 比往届 不同于往年 不同于往届 与往年不同 与往届不同 和往年不同 和往届不同"
#define TO_COME                                                                                                                                                 \
  "下一 下届 明年 来年 后年 次年 筹备 申办 承办 会旗 交接 期待 相约 预告 落户 拟 将 届时 预计 计划 意向 预订 签约 " \
  "招展 招商"

/* Does the sentence of the edition say that it is another one on purpose, or the next one that is to come? */
static bool is_another(const gm_draft_check *check, const numbered *n, int64_t usual) {
  if (n->value > usual && gm_sentence_says(check, n->line, n->name, FORMER))
    return gm_sentence_says(check, n->line, n->name, TO_COME);
  return gm_tells_of_another(check, n->line, n->name, n->value > usual) ||
         (n->value < usual && gm_sentence_says(check, n->line, n->name, "期间 接待 吸引 成交 参观 落幕")) ||
         (n->value == usual + 1 &&
          gm_sentence_says(check, n->line, n->name, "拟 将 计划 届时 预计 意向 预订 签约 招展 招商"));
}

#define CLAUSE_CHARS 40u

/* Does the clause of the edition have one of the words before the number, or behind the name? */
static bool clause_says(const gm_draft_check *check, const numbered *n, const char *before, const char *behind) {
  uint32_t text[CLAUSE_CHARS];
  gm_text line = check->draft->lines[n->line];
  size_t count = gm_context_before(line, n->start, text, CLAUSE_CHARS), from = CLAUSE_CHARS;
  while (count && !(gm_class_of(text[from - 1]) & (GM_STOP | GM_PAUSE))) from--, count--;
  if (before && gm_word_list_first(check->words, text + from, CLAUSE_CHARS - from, before) != SIZE_MAX) return true;
  size_t end = gm_context_behind(line, n->name_end, text, CLAUSE_CHARS), to = 0;
  while (to < end && !(gm_class_of(text[to]) & (GM_STOP | GM_PAUSE))) to++;
  return gm_word_list_first(check->words, text, to, behind) != SIZE_MAX;
}

/* Is the odd edition told as the one that the draft is about: it opens, is held, one takes part in it? Others are named
 * in passing, those before for what was said or came of them, the next one for what is prepared. */
static bool is_told_as_own(const gm_draft_check *check, const numbered *n, int64_t usual) {
  if (clause_says(check, n, NULL, "年来 以来 之后 闭幕后 结束后 落幕后 开幕时 举行时 举办时 闭幕时 之际")) return false;
  if (clause_says(
          check, n, "举办 召开 宣布 适用于 办好 做好 组织好 迎接 报名 欢迎 可参加 可免费 可到 均可",
          "开幕 启幕 开赛 开锣 鸣锣 揭幕 启动 举行 举办 召开 定于 闭幕 落幕 收官 结束 拉开 落下 降下 设 主题 报名"))
    return true;
  return n->value > usual && clause_says(check, n, "参加 参与 参展", "已 了");
}

/* The first line, when it is a title: it ends in no stop. */
static uint32_t title_line(const gm_draft_check *check) {
  for (uint32_t line = 0; line < check->draft->count; line++)
    if (check->draft->looks[line].chars && check->draft->classes[line].keep &&
        !(check->draft->classes[line].fields & GM_FIELD_DOCNO))
      return gm_class_of(check->draft->looks[line].last) & GM_STOP ? UINT32_MAX : line;
  return UINT32_MAX;
}

static void add(names *all, numbered name) {
  if (all->count < NAMES_MAX) all->items[all->count] = name;
  all->count++;
}

static bool too_many(const names *all) { return all->count > NAMES_MAX; }

static void collect_events(const gm_draft_check *check, names *all) {
  uint32_t title = title_line(check);
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(ORDINAL))) < check->draft->count && !too_many(all);
       line++) {
    if (!check->draft->classes[line].keep) continue;
    gm_text text = check->draft->lines[line];
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      uint32_t end =
          f->kind == GM_FIGURE_ORDINAL && gm_reads(text, f->start, "第") && gm_reads(text, f->number_end, "届")
              ? name_end(text, f)
              : 0;
      if (end)
        add(all,
            (numbered){line, f->start, f->end, end, f->value.digits, line == title ? TITLE_WEIGHT : 1, true, false});
    }
  }
}

/* The label behind the opening mark that ends at byte `at`: “四色预警”, “四类哨兵”. Levels and years of several bodies
 * stand side by side: “三级联动”, “五年规划”. */
static void add_label(const gm_draft_check *check, uint32_t line, uint32_t at, names *all) {
  static const char *const other[] = {"级", "年", "月", "日", "天", "季", "届", "期", "是", "方", NULL};
  gm_text text = check->draft->lines[line];
  const char *p = text.ptr + at, *end = text.ptr + text.len;
  if (at + HAN_BYTES > text.len) return;
  int64_t value = numeral_at(p), numbers = value;
  if (!value) return;
  bool compound = false, whole = true, last = true; /* the character before is a numeral: “十四五” is no such label */
  uint32_t c = 0, stop = 0;
  unsigned count = 0;
  for (p += HAN_BYTES; p < end && count <= LABEL_MAX; count++) {
    stop = (uint32_t)(p - text.ptr);
    size_t size = gm_utf8_decode(p, end, &c);
    int64_t more = size == HAN_BYTES ? numeral_at(p) : 0;
    p += size;
    c = gm_fold(c);
    uint16_t cls = gm_class_of(c);
    if (more && last) return;
    last = more != 0;
    if (more) {
      compound = true;
      numbers = numbers * 16 + more;
    } else if (!(cls & GM_HAN) || cls & GM_NUMERAL) {
      break;
    }
    whole = whole && size == HAN_BYTES;
  }
  if (c != CLOSE_QUOTE || count < LABEL_LEAST) return;
  if (compound) {
    if (whole) add(all, (numbered){line, at, at, stop, numbers, 1, false, true});
    return;
  }
  if (value < 2 || gm_reads(text, at, "两")) return;
  for (const char *const *w = other; *w; w++)
    if (gm_reads(text, at + HAN_BYTES, *w)) return;
  add(all, (numbered){line, at, at + HAN_BYTES, stop, value, 1, false, false});
}

/* Labels whose number is a figure of its own are judged by cross_label.c. */
static bool is_recorded(const gm_figures *figures, uint32_t start) {
  for (uint32_t i = 0; i < figures->count; i++)
    if (figures->items[i].start == start) return true;
  return false;
}

static void collect_labels(const gm_draft_check *check, names *all) {
  static const char mark[] = "“";
  const size_t size = sizeof mark - 1;
  for (uint32_t line = 0; !too_many(all) && (line = gm_next_line(check, line, GM_LINE_QUOTES)) < check->draft->count;
       line++) {
    if (!check->draft->classes[line].keep) continue;
    gm_text text = check->draft->lines[line];
    const char *p = text.ptr, *end = text.ptr + text.len;
    for (; p < end && (p = memchr(p, mark[0], (size_t)(end - p))) != NULL; p++) {
      uint32_t at = (uint32_t)(p - text.ptr) + size;
      if ((size_t)(end - p) >= size && !memcmp(p, mark, size) && !is_recorded(&check->figures[line], at))
        add_label(check, line, at, all);
    }
  }
}

/* A name as it is shown beside `other`, which is the same: what more stands behind it is left away. */
static gm_quote quote_name(const gm_draft_check *check, const numbered *n, const numbered *other) {
  uint32_t size = n->name_end - n->name;
  if (n->event && other->name_end - other->name < size) size = other->name_end - other->name;
  return gm_quote_raw(check->draft->lines[n->line], n->start, n->name + size);
}

/* Does the label stand side by side with one of the same name, whose number is another? */
static bool beside_another(const gm_draft_check *check, const names *all, const numbered *label) {
  for (unsigned i = 0; i < all->count; i++) {
    const numbered *n = &all->items[i];
    if (n != label && n->line == label->line && same_name(check, n, label) &&
        gm_side_by_side(check->draft->lines[n->line], n->start, n->name_end, label->start, label->name_end))
      return true;
  }
  return false;
}

/* Reports each name that stands once with a number of its own, while the others have another. */
static void judge(gm_draft_check *check, const names *all) {
  if (too_many(all)) return;
  for (unsigned odd = 0; odd < all->count && all->count > 1; odd++) {
    const numbered *o = &all->items[odd], *usual = NULL;
    unsigned weight = 0;
    bool alone = o->weight == 1;
    for (unsigned i = 0; i < all->count && alone; i++) {
      const numbered *n = &all->items[i];
      if (i == odd || !same_name(check, n, o)) continue;
      alone = n->value != o->value && (!usual || n->value == usual->value);
      if (!usual) usual = n;
      weight += n->weight;
    }
    if (!alone || weight < 2) continue;
    if (o->event ? is_another(check, o, usual->value) || of_another_year(check, o, usual) ||
                       !is_told_as_own(check, o, usual->value)
                 : beside_another(check, all, o))
      continue;
    bool english = check->language == GM_ENGLISH;
    gm_report_draft(check, (gm_position){o->line, o->start}, (gm_position){o->line, o->event ? o->name : o->name_end});
    gm_say(check->out, check->language, "他处均为“%s”，此处为“%s”", "elsewhere it is “%s”, here “%s”",
           quote_name(check, usual, o).text, quote_name(check, o, usual).text);
    gm_relate(check->out, (gm_position){usual->line, usual->start},
              (gm_position){usual->line, usual->compound ? usual->name_end : usual->name},
              english ? "another place" : "另一处");
  }
}

/* Is the edition said to be last year's: 去年第十届茶文化节? */
static bool is_of_last_year(gm_text line, const numbered *n) {
  static const char *const words[] = {"去年", "去年的", "去年举办的", "去年举行的", "上年", NULL};
  for (const char *const *w = words; *w; w++)
    if (gm_reads_before(line, n->start, *w)) return true;
  return false;
}

/* 第六届社员大会第二次会议, 第六届政协三次会议: does a number of its own behind the body tell which session of a term
 * of years it is? */
static bool is_session(gm_text line, const numbered *n) {
  for (uint32_t i = n->name; i < n->name_end; i++)
    if (gm_reads(line, i, "次会")) return true;
  uint32_t at = n->name_end + gm_reads(line, n->name_end, "第");
  while (at + HAN_BYTES <= line.len && numeral_at(line.ptr + at)) at += HAN_BYTES;
  while (at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9') at++;
  return at > n->name_end && gm_reads(line, at, "次");
}

/* 第十二届茶文化节…去年第十届茶文化节: last year's edition is the one before that of the draft. */
static void judge_last_year(gm_draft_check *check, const names *all) {
  if (too_many(all)) return;
  for (unsigned k = 0; k < all->count && all->count > 1; k++) {
    const numbered *o = &all->items[k], *now = NULL;
    gm_text line = check->draft->lines[o->line];
    if (!is_of_last_year(line, o) || is_session(line, o)) continue;
    bool one = true;
    for (unsigned i = 0; i < all->count && one; i++) {
      const numbered *n = &all->items[i];
      if (i == k || !same_name(check, n, o) || is_another(check, n, o->value + 1)) continue;
      one = !now || now->value == n->value;
      now = n;
    }
    /* 第十九届茶文化节留下的…。去年第二十届茶文化节…: that was before last year's */
    if (!one || !now || o->value + 1 == now->value || o->value > now->value) continue;
    gm_report_draft(check, (gm_position){o->line, o->start}, (gm_position){o->line, o->name});
    gm_say(check->out, check->language, "今年为“%s”，去年的应是第%lld届，此处为“%s”",
           "this year's is “%s”, so that last year's was number %lld, here “%s”",
           gm_quote_raw(check->draft->lines[now->line], now->start, now->name_end).text, (long long)now->value - 1,
           gm_quote_raw(line, o->start, o->name_end).text);
    gm_relate(check->out, (gm_position){now->line, now->start}, (gm_position){now->line, now->name},
              check->language == GM_ENGLISH ? "this year's" : "今年");
  }
}

/* What is said of one and the same event, where it is told but twice: that it opens and that it ends; that it will be
 * held and what is to be done for it. */
static const struct {
  const char *first, *second;
  const char *zh, *en;
} courses[] = {
    {"开幕 启幕 启动 拉开帷幕 拉开序幕 开赛 鸣锣", "闭幕 落幕 收官 圆满结束 降下帷幕 落下帷幕 颁奖",
     "开幕的是“%s”，此处为“%s”", "what opened is “%s”, here “%s”"},
    {"举行 举办 开赛 上演 开幕", "宣布", "前文为“%s”，此处为“%s”", "above it is “%s”, here “%s”"},
    {"定于 将于 拟于 决定于 决定举办 决定召开", "请各 请于 报名表 申请表 参展 参赛 报组委会 报送组委会 回执",
     "将举办的是“%s”，此处为“%s”", "what will be held is “%s”, here “%s”"},
};

/* Does the row tell of the two as one event: the first by what begins it, the second by what is said of it then? */
static bool is_course(const gm_draft_check *check, const numbered *first, const numbered *second, size_t row) {
  return gm_sentence_says(check, first->line, first->name, courses[row].first) &&
         gm_sentence_says(check, second->line, second->name, courses[row].second) &&
         !gm_sentence_says(check, first->line, first->name, courses[row].second);
}

/* 第六届读书节开幕。…举行第五届读书节闭幕式: an event that is told but twice, each time by what is said of one alone.
 */
static void judge_courses(gm_draft_check *check, const names *all) {
  if (too_many(all)) return;
  for (unsigned k = 1; k < all->count; k++) {
    const numbered *second = &all->items[k], *first = NULL;
    unsigned told = 0;
    for (unsigned i = 0; i < all->count && told < 3; i++) {
      if (!same_name(check, &all->items[i], second)) continue;
      told++;
      if (i < k) first = &all->items[i];
    }
    if (told != 2 || !first || first->value == second->value || is_another(check, second, first->value) ||
        is_another(check, first, second->value) || of_another_year(check, second, first) ||
        is_of_last_year(check->draft->lines[second->line], second))
      continue;
    size_t row = 0;
    while (row < sizeof courses / sizeof *courses && !is_course(check, first, second, row)) row++;
    if (row == sizeof courses / sizeof *courses) continue;
    gm_report_draft(check, (gm_position){second->line, second->start}, (gm_position){second->line, second->name});
    gm_say(check->out, check->language, courses[row].zh, courses[row].en, quote_name(check, first, second).text,
           quote_name(check, second, first).text);
    gm_relate(check->out, (gm_position){first->line, first->start}, (gm_position){first->line, first->name},
              check->language == GM_ENGLISH ? "another place" : "另一处");
  }
}

void gm_check_numbered_names(gm_draft_check *check) {
  names all = {.count = 0};
  collect_events(check, &all);
  judge(check, &all);
  judge_last_year(check, &all);
  judge_courses(check, &all);
  all.count = 0;
  collect_labels(check, &all);
  judge(check, &all);
}
