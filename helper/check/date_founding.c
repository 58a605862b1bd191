/* DT-06 over a draft: 今年迎来建院七十周年 against the founding told in the same line or elsewhere, and the draft's
 * date. */
#include "check/dates.h"
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

#define CONTEXT       24u /* characters looked at on either side of a year */
#define SUBJECT_CHARS 14u /* between 1965年， and 正式成立 */
#define NAME_CHARS    3u  /* a name has so many characters at least */
#define FOUNDINGS_MAX 64u /* more in a draft are a chronicle of many things */

/* Words of founding stand for each other; the others have their anniversary by the same word. */
#define BEGUN \
  "投产 投运 运行 运营 通车 开通 通航 通水 蓄水 开业 开馆 开园 开播 开诊 开站 开港 开院 开校 开店 挂牌 揭牌 上市 结对"

/* What a draft calls the body that it is of. */
#define GENERIC                                                                                                                                                     \
  "学校 学院 大学 中学 小学 党校 技校 职校 学堂 医院 公司 集团 企业 工厂 协会 学会 商会 研究院 研究所 研究会 图书馆 " \
  "博物馆 文化馆 纪念馆 美术馆 档案馆 幼儿园 报社 杂志社 杂志 本刊 银行 支行 分行 合作社 供销社 电视台 电台 广播台 " \
  "剧团 剧院 乐团 歌舞团 文工团 俱乐部 基金会 出版社 中心 农场 林场 牧场 矿山 煤矿 电厂 水厂 车站 机场 港口 社区 "     \
  "联合会 志愿队 救援队 车队 商场 超市 园区 开发区 高新区 景区 水库"
#define OWN "我 本 该 全 此"

#define NIAN 0x5E74u /* 年 */

/* A founding that the draft tells of. */
typedef struct founding {
  uint32_t line;
  const gm_figure *figure;
  uint32_t word[2];
  uint32_t subject[SUBJECT_CHARS]; /* what was founded; its last characters */
  unsigned length;                 /* 0: not told in its clause */
  bool relative;                   /* 建校于1952年的县一中: told of what follows, for its own sentence alone */
  bool earlier;                    /* 集团的前身汽车公司成立于1955年: of what the subject came from */
  bool by_work;                    /* 瓷厂1956年点火: rather the year it began its work */
  bool attribute;                  /* 1955年建成的市图书馆: for the anniversary right behind alone */
} founding;

typedef struct foundings {
  founding items[FOUNDINGS_MAX];
  unsigned count;
  bool looked, many;
  gm_date today; /* the draft's */
  bool titled;   /* a title alone tells the draft's year: it may be held on the eve of it */
} foundings;

static bool is_han(uint32_t c) { return gm_class_of(c) & GM_HAN; }

static bool is_thing(gm_word_lists *lists, uint32_t c) { return gm_word_list_in(lists, &c, 1, GM_FOUNDED_THINGS) != 0; }

/* Is text[0], text[1] a word of founding (建院, 成立), or one of those with an anniversary of their own? */
static bool is_founded(gm_word_lists *lists, const uint32_t *text) {
  return ((text[0] == 0x5EFA || text[0] == 0x521B) && is_thing(lists, text[1])) || /* 建 创 */
         gm_word_list_in(lists, text, 2, GM_FOUNDED) == 2;
}

static bool is_beginning(gm_word_lists *lists, const uint32_t *text) {
  return is_founded(lists, text) || gm_word_list_in(lists, text, 2, BEGUN) == 2;
}

/* Keeps the run of ideographs that ends at `end` as what was founded, adverbs left out. */
static void set_subject(founding *f, gm_word_lists *lists, const uint32_t *text, size_t end) {
  size_t start = end;
  for (bool more = true; more;) {
    more = false;
    for (size_t k = 1; k <= 2 && k <= end; k++)
      if (gm_word_list_in(lists, text + end - k, k, "于 在 正式 挂牌 宣告 获批 最早 最初 就 即 原 由") == k) {
        end -= k;
        more = true;
        break;
      }
  }
  start = end;
  while (start && end - start < SUBJECT_CHARS && is_han(text[start - 1])) start--;
  f->length = (unsigned)(end - start);
  memcpy(f->subject, text + start, f->length * sizeof *text);
}

/* What stands between the words before and the anniversary of the body that they speak of. */
#define LED "是 逢 值 此 来 祝 念 接 贺 年 为 行 办 开 展 庆"

#define OBJECT_CHARS 48u /* from 2015年 to 成立了合作社 */

#define DE 0x7684u /* 的: 前身是1956年创办的卫生所 */

/* 学校, 我院, 该公司: what the draft is of? */
static bool is_generic(gm_word_lists *lists, const uint32_t *subject, unsigned length) {
  if (!length) return false;
  bool own = gm_word_list_in(lists, subject, 1, OWN) != 0;
  if (own && length == 2 && is_thing(lists, subject[1])) return true;
  return length > own && gm_word_list_in(lists, subject + own, length - own, GENERIC) == length - own;
}

#define PREDECESSOR_AWAY 12u /* an anniversary farther off is rather counted from when the body itself was founded */

/* Of the founding of a predecessor that text[0, end) tells of, keeps the body that it became. */
static void read_predecessor(founding *f, gm_word_lists *lists, const uint32_t *text, size_t end) {
  size_t at = gm_word_list_first(lists, text, end, "前身");
  if (at == SIZE_MAX) return;
  f->earlier = true;
  set_subject(f, lists, text, at && text[at - 1] == DE ? at - 1 : at);
}

/* 2015年，他回到村里，联合27户村民成立了合作社: a founding with what was founded behind it, before the sentence ends.
 */
static bool read_object(gm_word_lists *lists, gm_text line, const gm_figure *figure, founding *out) {
  uint32_t text[OBJECT_CHARS];
  size_t m = gm_context_behind(line, figure->end, text, OBJECT_CHARS);
  for (size_t i = 0; i + 4 < m && !(gm_class_of(text[i]) & GM_STOP) && text[i] != NIAN; i++) {
    if (gm_word_list_in(lists, text + i, 2, "创办 创建 成立 组建 创立 办起 建起") != 2 || text[i + 2] != 0x4E86)
      continue; /* 了 */
    size_t from = i + 3, end = from;
    while (end < m && is_han(text[end])) end++;
    if (end == m || end - from > SUBJECT_CHARS || !is_generic(lists, text + from, (unsigned)(end - from))) return false;
    static const uint32_t word[] = {0x6210, 0x7ACB}; /* 成立 */
    memcpy(out->word, word, sizeof word);
    out->length = (unsigned)(end - from);
    memcpy(out->subject, text + from, out->length * sizeof *text);
    return true;
  }
  return false;
}

/* 瓷厂1956年点火建窑，: does the year open with the work that a house begins with, and nothing else? */
static bool read_work(founding *f, gm_word_lists *lists, const uint32_t *text, size_t count) {
  size_t end = gm_word_list_in(lists, text, count, GM_BEGINS_WORK);
  if (!end) return false;
  end += gm_word_list_in(lists, text + end, count - end, GM_BEGINS_WORK " " GM_INTO_USE);
  static const uint32_t word[] = {0x6210, 0x7ACB}; /* 成立 */
  memcpy(f->word, word, sizeof word);
  return f->by_work = end < count && gm_class_of(text[end]) & (GM_PAUSE | GM_STOP);
}

#define BODIES "院 校 厂 馆 社 会 台 所 站 司 团 队 矿 园 场 店 局 部 小 中 学"

/* 医院始建于1956年, 学校于1956年创办, 1956年3月，公司正式成立: false when the year is none of a founding. */
static bool read_founding(gm_word_lists *lists, gm_text line, const gm_figure *figure, founding *out) {
  uint32_t text[CONTEXT], behind[CONTEXT];
  size_t n = gm_context_before(line, figure->start, text, CONTEXT);
  const uint32_t *before = text + CONTEXT - n;
  size_t m = gm_context_behind(line, figure->end, behind, CONTEXT);
  out->figure = figure;
  bool relative = m && behind[0] == DE;
  for (size_t k = 2; k <= 4 && k <= n; k += 2) /* 成立於民國68年 */
    if (gm_word_list_in(lists, before + n - k, k, "民国 中华民国 公元 西元") == k) {
      n -= k;
      break;
    }
  if (n > 2 && before[n - 1] == 0x4E8E && is_beginning(lists, before + n - 3)) { /* 于 */
    memcpy(out->word, before + n - 3, sizeof out->word);
    set_subject(out, lists, before, n - 3);
    read_predecessor(out, lists, before, n - 3);
    out->relative = relative;
    return !relative || n == 3 || !is_han(before[n - 4]); /* 建校于1952年的县一中; not 由始建于1952年的… */
  }
  if (relative) return false;
  if (n > 3 && before[n - 1] == 0x4E8E && gm_word_list_in(lists, before + n - 2, 1, "建 创 办 立 设")) { /* 医院建于 */
    static const uint32_t word[] = {0x6210, 0x7ACB};                                                     /* 成立 */
    memcpy(out->word, word, sizeof word);
    set_subject(out, lists, before, n - 2);
    /* a house or a tower may be older than who is in it */
    return out->length && gm_word_list_in(lists, &out->subject[out->length - 1], 1, BODIES);
  }
  size_t at = m && behind[0] == 0xFF0C; /* ， */
  if (m > at + 2 && gm_word_list_in(lists, behind + at, 2, "正式 开始") == 2) at += 2;
  if (m < at + 2) return false;
  if (is_beginning(lists, behind + at)) {
    uint32_t next = m > at + 2 ? behind[at + 2] : 0;
    if (next == DE && !at) {
      out->relative = out->attribute = true;
      memcpy(out->word, behind, sizeof out->word);
      return true;
    }
    if (next == DE || next == 0x4E8E || gm_class_of(next) & (GM_DIGIT | GM_NUMERAL)) return false; /* 建校60周年 */
    /* 建成大坝主体 is not what the subject began with, 建成蓄水 is. */
    if (is_han(next) && gm_word_list_in(lists, behind + at, 2, "建成") &&
        !gm_word_list_in(lists, behind + at + 2, m - at - 2, GM_INTO_USE))
      return false;
    memcpy(out->word, behind + at, sizeof out->word);
    set_subject(out, lists, before, n);
    read_predecessor(out, lists, before, n);
    return true;
  }
  if (read_work(out, lists, behind + at, m - at)) {
    set_subject(out, lists, before, n);
    return out->length >= NAME_CHARS;
  }
  size_t end = at;
  while (end < m && end - at <= SUBJECT_CHARS + 2 && is_han(behind[end])) end++;
  if (end - at < 4 || end >= m || !(gm_class_of(behind[end]) & (GM_PAUSE | GM_STOP)) ||
      !is_beginning(lists, behind + end - 2))
    return read_object(lists, line, figure, out);
  memcpy(out->word, behind + end - 2, sizeof out->word);
  set_subject(out, lists, behind + at, end - 2 - at);
  return true;
}

/* Can what has its 建校 anniversary be that which was founded? 0: nothing says what it is. */
static bool is_thing_of(uint32_t wanted, const founding *f) {
  if (!wanted || !f->length) return true;
  uint32_t last = f->subject[f->length - 1], before = f->length > 1 ? f->subject[f->length - 2] : 0;
  if (last == wanted) return true;
  switch (wanted) {
    case 0x6821: return last == 0x5B66 || (last == 0x9662 && (before == 0x5B66 || before == 0x4E66)); /* 校: 学 学院 */
    case 0x53F8:                                                                                      /* 司 厂 业 */
    case 0x5382:
    case 0x4E1A: return last == 0x53F8 || last == 0x5382 || last == 0x4E1A || last == 0x56E2; /* 团 of 集团 */
    case 0x520A: return last == 0x5FD7 || last == 0x793E;                                     /* 刊: 志 社 */
    default: return false;
  }
}

static void collect(const gm_draft_check *check, foundings *out) {
  out->looked = true;
  for (uint32_t line = 0;
       (line = gm_next_line(check, line, GM_KIND(YEAR) | GM_KIND(DATE))) < check->draft->count && !out->many; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!f->date.year || f->roles & GM_ROLE_TITLE) continue;
      founding found = {.line = line};
      if (!read_founding(check->words, check->draft->lines[line], f, &found)) continue;
      out->many = out->count == FOUNDINGS_MAX;
      if (out->many) break;
      out->items[out->count++] = found;
    }
  }
}

/* An anniversary, with the words before it in its sentence. */
typedef struct anniversary {
  uint32_t line;
  const gm_figure *figure;
  const uint32_t *text; /* up to the number */
  size_t count;
  uint32_t thing;     /* 院 of 建院, of 医院成立; 0 when it is not told */
  size_t name;        /* where the name of another begins, SIZE_MAX for the body that the draft is of */
  bool begun;         /* a word of a beginning stands before it; else 今年将举办25周年厂庆 */
  bool founded, bare; /* that is one of founding; of the body that the draft is of, and no name of another */
} anniversary;

/* Reads what the anniversary is of. */
static void read_anniversary(gm_word_lists *lists, anniversary *a) {
  if (a->count < 2) return;
  const uint32_t *word = a->text + a->count - 2;
  a->begun = is_beginning(lists, word);
  if (!a->begun) return;
  a->founded = is_founded(lists, word);
  size_t end = a->count - 2, start = end;
  bool built = a->founded && gm_word_list_in(lists, word, 2, GM_FOUNDED) != 2; /* 建院 */
  a->thing = built ? word[1] : end && is_thing(lists, word[-1]) ? word[-1] : 0;
  while (start && end - start < 8 && is_han(a->text[start - 1])) start--;
  /* 今年恰逢集团成立30周年 */
  a->bare = built && (start == end || gm_word_list_in(lists, a->text + end - 1, 1, LED));
  a->name = SIZE_MAX;
  for (size_t from = start; from < end && !a->bare; from++) {
    bool led = from == start || gm_word_list_in(lists, a->text + from - 1, 1, LED);
    if (led) a->name = from;
    a->bare = led && is_generic(lists, a->text + from, (unsigned)(end - from));
  }
  if (a->bare) a->name = SIZE_MAX;
}

/* 1955年建成的市图书馆开馆70周年: is there nothing but the name between the founding and the anniversary? */
static bool stands_right_behind(gm_word_lists *lists, const anniversary *a, const founding *f, gm_text line) {
  if (f->figure->end > a->figure->start) return false;
  size_t between = gm_utf8_count((gm_text){line.ptr + f->figure->end, a->figure->start - f->figure->end}, NULL);
  if (between > a->count || between > 2 * SUBJECT_CHARS) return false;
  const uint32_t *text = a->text + a->count - between;
  if (!a->begun && (between < 2 || gm_word_list_in(lists, text + between - 2, 2, GM_COMES_UP) != 2)) return false;
  for (size_t i = 0; i < between; i++)
    if (!is_han(text[i]) || gm_word_list_in(lists, text + i, 1, "和 与 及")) return false;
  return gm_word_list_first(lists, text, between, GM_NOT_ITS_OWN) == SIZE_MAX;
}

/* Is the name of what was founded said before the anniversary? */
static bool is_named_before(const anniversary *a, const founding *f) {
  if (f->length < NAME_CHARS) return false;
  for (size_t i = 0; i + f->length <= a->count; i++)
    if (!memcmp(a->text + i, f->subject, f->length * sizeof *f->subject)) return true;
  return false;
}

/* 集团成立于1998年，今年恰逢子公司成立20周年: is what has its anniversary called otherwise than what was founded? */
static bool is_of_another(gm_word_lists *lists, const anniversary *a, const founding *f) {
  size_t length = a->begun && a->name != SIZE_MAX ? a->count - 2 - a->name : 0;
  if (length < 2 || f->length < 2 || !is_thing(lists, a->text[a->count - 3])) return false; /* not 正好 */
  return memcmp(a->text + a->count - 4, f->subject + f->length - 2, 2 * sizeof *f->subject) != 0;
}

/* The only year in which, by the draft, the thing began, told in the same line or, of the body that the draft is of,
 * elsewhere; NULL when there is none, or when two differ. */
static const founding *founding_of(const gm_draft_check *check, const foundings *all, const anniversary *a) {
  const founding *found = NULL;
  for (int elsewhere = 0; elsewhere < 2 && !found; elsewhere++)
    for (unsigned i = 0; i < all->count; i++) {
      const founding *f = &all->items[i];
      if (elsewhere ? f->line == a->line : f->line != a->line) continue;
      /* 建成于1985年，今年正好开馆40周年: in one sentence any word of a beginning will do. */
      bool near = f->line == a->line && f->figure->sentence == a->figure->sentence;
      bool word = near         ? true
                  : !a->begun  ? false
                  : a->founded ? is_founded(check->words, f->word)
                               : !memcmp(f->word, a->text + a->count - 2, sizeof f->word);
      if (near && is_of_another(check->words, a, f)) continue;
      if (f->attribute && !(near && stands_right_behind(check->words, a, f, check->draft->lines[a->line]))) continue;
      if (!word || (f->relative && !near) || !is_thing_of(a->thing, f)) continue;
      if (f->by_work && !(a->thing && a->founded)) continue;
      bool generic = is_generic(check->words, f->subject, f->length), named = is_named_before(a, f);
      if (elsewhere ? !(named || (generic && a->bare)) : !(named || generic || near || !f->length)) continue;
      if (found && f->by_work) continue; /* 创办于1956年，1958年开学: told better already */
      if (found && !found->by_work && found->figure->date.year != f->figure->date.year) return NULL;
      found = f;
    }
  return found;
}

/* Days that are of the draft's own year where it is not of that year's first month. */
#define DAYS_NEAR "今天 今日 本周 本月 这个月 昨天 昨日 前天 上周 上个月 上月 前不久 不久前 近日 近期"

/* Does the sentence before the figure speak of 今年, and of no other year behind it? */
static bool speaks_of_today(gm_word_lists *lists, const anniversary *a, gm_date today) {
  for (size_t i = 0; i + 1 < a->count; i++)
    if (gm_word_list_in(lists, a->text + i, 2, "值此") == 2) return true;
  for (size_t i = a->count; i-- > 0;) {
    if (gm_word_list_in(lists, a->text + i, a->count - i, DAYS_NEAR)) return today.month > 1;
    if (a->text[i] == NIAN && i) {
      if (gm_word_list_in(lists, a->text + i - 1, 2, "今年 本年") == 2) return true;
      if (gm_word_list_in(lists, a->text + i - 1, 2, "明年 来年 后年 去年 上年 前年 次年") == 2) return false;
    }
  }
  return false;
}

/* 会议定于2025年9月18日召开: the year of what is to come in the same line; 0 when there is none. */
static unsigned planned_year(gm_text line, const gm_figures *figures) {
  static const char *const words[] = {"定于", "将于", "拟于"};
  for (uint32_t i = 0; i < figures->count; i++)
    for (size_t k = 0; k < sizeof words / sizeof *words && figures->items[i].date.year; k++)
      if (gm_reads_before(line, figures->items[i].start, words[k])) return figures->items[i].date.year;
  return 0;
}

#define LONG_AGO 10u /* years before the draft's own: no draft calls that year 今年 */

/* The year of the anniversary: the only one told before it in its sentence, or 今年; 0 when it is not told. */
static unsigned year_of(const gm_draft_check *check, const anniversary *a, const founding *start, unsigned own,
                        gm_date today) {
  const gm_figures *figures = &check->figures[a->line];
  unsigned year = 0;
  for (uint32_t i = 0; i < figures->count && figures->items + i < a->figure; i++) {
    const gm_figure *f = &figures->items[i];
    if (!f->date.year || f == start->figure) continue;
    if (own && f->sentence != a->figure->sentence && f->date.year + LONG_AGO <= own) continue; /* 他1969年进厂 */
    if (year && year != f->date.year) return 0;
    year = f->date.year;
    if (f->sentence != a->figure->sentence) return 0;
  }
  /* What the line itself tells of both years, the rule of a line has seen. */
  if (!speaks_of_today(check->words, a, today)) return start->line == a->line ? 0 : year;
  if (!own) own = planned_year(check->draft->lines[a->line], figures);
  return year && year != own ? 0 : own;
}

/* Does any year of the line make the anniversary right? */
static bool any_year_fits(const gm_figures *figures, unsigned now, unsigned years) {
  for (uint32_t i = 0; i < figures->count; i++)
    if (figures->items[i].date.year && figures->items[i].date.year + years == now) return true;
  return false;
}

static void check_anniversary(gm_draft_check *check, foundings *all, const anniversary *a, unsigned own) {
  const gm_figures *figures = &check->figures[a->line];
  unsigned years = (unsigned)a->figure->value.digits, start, now;
  bool dated = check->facts[a->line].kinds & (GM_KIND(YEAR) | GM_KIND(DATE));
  const founding *found = NULL;
  if (!dated && (start = gm_known_founding(check->draft->lines[a->line], a->figure)) != 0) {
    now = speaks_of_today(check->words, a, all->today) ? own : 0;
  } else {
    anniversary whole = *a;
    read_anniversary(check->words, &whole);
    if (!all->looked) collect(check, all);
    if (all->many || !(found = founding_of(check, all, &whole))) return;
    start = found->figure->date.year;
    /* 上周六，新码头迎来启用5周年: of another matter */
    bool alike = whole.begun && (whole.founded ? is_founded(check->words, found->word)
                                               : !memcmp(found->word, a->text + a->count - 2, sizeof found->word));
    now = year_of(check, a, found, own, alike ? all->today : (gm_date){0, 0, 0});
  }
  if (all->titled && now == own && (now - start == years + 1 || now - start + 1 == years)) return;
  if (now <= start || now - start == years || any_year_fits(figures, now, years)) return;
  if (found && any_year_fits(&check->figures[found->line], now, years)) return;
  if (found && found->earlier && now - start > years + PREDECESSOR_AWAY) return;
  /* Built in one year, opened in the next. */
  if (found && (found->attribute || found->by_work) && (now - start == years + 1 || now - start + 1 == years)) return;
  gm_report_figure(check, a->line, a->figure);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", now, start, now - start,
         gm_quote_figure(check->draft, a->line, a->figure).text);
  if (found) gm_relate_figure(check, found->line, found->figure, "起始年份", "the year it began");
}

/* A speech is held in the year that its title tells, */
#define SPEECHES "讲话 致辞 致词 发言 演讲 祝词 贺词 献词 寄语 感言"
/* and what is written of a year or for it says 今年 of that one or the next: 2025年工作总结. */
#define OF_A_YEAR "总结 小结 汇报 报告 方案 计划 简报 活动 工作 年会 通知"

/* The year that 今年 is in the draft, `year` if its date tells it; 0 when it does not tell. */
static unsigned year_of_draft(const gm_draft_check *check, unsigned year, bool *titled) {
  *titled = !year && gm_title_holds(check, SPEECHES, &year);
  return year;
}

/* 今年是建党105周年, and the draft is of 2025. */
void gm_check_anniversary_today(gm_draft_check *check) {
  foundings all;
  all.today = gm_today_of(check);
  unsigned own = year_of_draft(check, all.today.year, &all.titled), spoken = own;
  if (!own) all.titled = gm_title_holds(check, OF_A_YEAR, &own);
  all.count = 0;
  all.looked = all.many = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(ANNIVERSARY))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || check->figures[line].count > GM_MENTIONS_MAX) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_ANNIVERSARY || !gm_is_exact(f) || f->value.scale || f->value.digits > 3000 ||
          f->roles & GM_ROLE_TITLE)
        continue;
      uint32_t text[4 * CONTEXT];
      size_t n = gm_context_before(check->draft->lines[line], f->start, text, 4 * CONTEXT);
      check_anniversary(
          check, &all,
          &(anniversary){.line = line, .figure = f, .text = text + 4 * CONTEXT - n, .count = n, .name = SIZE_MAX}, own);
    }
  }
  gm_check_ages_today(check, spoken);
  gm_check_ages_then(check);
}
