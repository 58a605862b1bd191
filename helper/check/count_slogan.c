/* CNT-07: counts inside slogans: “三亮”：亮身份、亮标准…; 三包三定责任制，即…. */
#include "check/families.h"
#include "check/list.h"
#include "check/slogan.h"

#define OPEN_QUOTE    0x201Cu
#define CLOSE_QUOTE   0x201Du
#define ZI            0x5B57u /* 字 */
#define JI            0x7EA7u /* 级 */
#define JIU           0x5373u /* 即 */
#define COLON         0xFF1Au
#define OPEN_PAREN    0xFF08u
#define NOUN_CHARS    6u /* between a slogan and its list: 活动, 主题实践 */
#define SUBJECT_CHARS 4u /* who does it, before the first item: 党员亮身份 */

/* Reports the label at [label, label_end), which says `said`; [from, to) lists `listed`. */
static void report_listed(gm_line_check *check, size_t label, size_t label_end, unsigned said, unsigned listed,
                          size_t from, size_t to) {
  const gm_view *view = check->view;
  gm_report_line(check, label, label_end);
  gm_say(check->out, check->language, "%s：列出%u项（%s），不是%u项", "%s: %u listed (%s), not %u",
         gm_quote_line(view, label, label_end).text, listed, gm_quote_line(view, from, to).text, said);
  gm_relate(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, to)},
            check->language == GM_ENGLISH ? "the list" : "列举");
}

static bool parts(const gm_view *view, size_t i) {
  return view->cls[i] & (GM_PAUSE | GM_STOP) || gm_one_of(view, i, "（）“”和及与");
}

/* The run of items from `at` on that begin with `word`, parted by 、 or ，: how many, and where it ends. `more` are the
 * items of it that hold 和 before the same word again. */
static unsigned run_of(const gm_view *view, size_t at, uint32_t word, size_t *end, size_t *shortest, size_t *longest) {
  unsigned n = 0;
  *shortest = SIZE_MAX;
  *longest = 0;
  *end = at;
  while (at < view->count && view->cp[at] == word && n < GM_LIST_MAX) {
    size_t stop = at + 1;
    while (stop < view->count && stop - at <= GM_SLOGAN_ITEM &&
           !(view->cls[stop] & (GM_PAUSE | GM_STOP) || gm_one_of(view, stop, "（）“”") ||
             (gm_one_of(view, stop, "和及与") && view->cp[stop + 1] == word)))
      stop++;
    if (stop - at < *shortest) *shortest = stop - at;
    if (stop - at > *longest) *longest = stop - at;
    n++;
    *end = stop;
    if (!(gm_one_of(view, stop, "、，；和及与") && view->cp[stop + 1] == word)) break;
    at = stop + 1;
  }
  return n;
}

/* The first item that begins with `word` in [from, to), there at once or behind a mark. */
static size_t find_item(const gm_view *view, size_t from, size_t to, uint32_t word) {
  for (size_t i = from; i < to; i++)
    if (view->cp[i] == word && (i == from || parts(view, i - 1)) &&
        (word == GM_SLOGAN_ZERO || !(view->cls[i] & (GM_NUMERAL | GM_DIGIT))))
      return i;
  return SIZE_MAX;
}

/* 居民评质量、评进度: does the item before the run begin with who does it, and then the word? */
static bool led_by_subject(const gm_view *view, size_t from, size_t item, uint32_t word) {
  if (item < from + 2 || view->cp[item - 1] != GM_DUN) return false;
  size_t start = item - 1;
  while (start > from && !parts(view, start - 1)) start--;
  for (size_t i = start + 1; i < item - 1 && i <= start + SUBJECT_CHARS; i++)
    if (view->cp[i] == word) return true;
  return false;
}

/* “四抓”：一抓组织建设；二抓教育培训；三抓督导检查: items that are numbered with the word. True when they are. */
static bool check_counted_off(gm_line_check *check, size_t label, size_t label_end, size_t from,
                              gm_slogan_member slogan) {
  const gm_view *view = check->view;
  size_t end = from;
  unsigned listed = 0;
  size_t reach = view->count - from > GM_REACH_CHARS ? from + GM_REACH_CHARS : view->count;
  for (size_t i = from; (i = gm_view_next_before(view, i, reach, GM_NUMERAL)) < reach && i + 1 < view->count; i++) {
    int32_t number;
    if (i > from && !parts(view, i - 1)) continue;
    size_t taken = gm_numeral_ordinal(view, i, &number);
    if (!taken || view->cp[i + taken] != slogan.word) continue;
    if (number != (int32_t)listed + 1) return listed > 0;
    listed++;
    end = i + taken + 1;
  }
  if (listed < 2) return false;
  if (!gm_is_miscounted(slogan.count, listed)) return true;
  gm_report_line(check, label, label_end);
  gm_say(check->out, check->language, "%s：列出%u项，不是%u项", "%s: %u listed, not %u",
         gm_quote_line(view, label, label_end).text, listed, slogan.count);
  gm_relate(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, end)},
            check->language == GM_ENGLISH ? "the list" : "列举");
  return true;
}

/* Does the item [at, end) end in what the member counts? */
static bool ends_in_member(const gm_view *view, size_t at, size_t end, const gm_slogan_member *m) {
  if (end < at + m->width + 1) return false;
  for (size_t k = 0; k < m->width; k++)
    if (view->cp[end - m->width + k] != view->cp[m->at + k]) return false;
  return true;
}

/* Is [at, end) an item of a member: does it begin or end with what one counts? */
static bool is_item(const gm_view *view, size_t at, size_t end, const gm_slogan_member *members, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    if (end > at + 1 && (view->cp[at] == members[i].word || ends_in_member(view, at, end, &members[i]))) return true;
  return false;
}

/* 办公室和综合协调组: are both what stands before the 和 at `joint` and what stands behind it items? */
static bool joins_items(const gm_view *view, size_t at, size_t joint, const gm_slogan_member *members, unsigned count) {
  size_t end = joint + 1;
  while (end < view->count && end - joint <= GM_SLOGAN_ITEM && view->cls[end] & GM_HAN &&
         !gm_one_of(view, end, "和及与"))
    end++;
  return is_item(view, at, joint, members, count) && is_item(view, joint + 1, end, members, count);
}

/* 三查三看：查制度、看执行，查隐患、看整改: is the list from `from` on one whose items all begin with what is counted,
 * to the end of the sentence or the bracket? Then it is held against the counts, in whatever order its items stand. */
static bool check_closed(gm_line_check *check, size_t label, size_t label_end, size_t from,
                         const gm_slogan_member *members, unsigned count) {
  const gm_view *view = check->view;
  unsigned listed[GM_SLOGAN_MEMBERS] = {0}, last[GM_SLOGAN_MEMBERS] = {0}, items = 0;
  size_t first[GM_SLOGAN_MEMBERS] = {0}, until[GM_SLOGAN_MEMBERS] = {0}; /* where those of a member begin and end */
  bool apart[GM_SLOGAN_MEMBERS] = {false};                               /* others stand among them */
  size_t at = from + gm_one_of(view, from, "“"), end = at;
  for (unsigned k = 0; k < count; k++)
    for (unsigned i = 0; i < k; i++)
      if (members[i].word == members[k].word) return false;
  for (; items < GM_LIST_MAX; items++) {
    for (end = at; end - at <= GM_SLOGAN_ITEM && view->cls[end] & GM_HAN; end++) {
      bool next = false; /* 和看整改; 党小组会和 */
      for (unsigned i = 0; i < count && end > at && gm_one_of(view, end, "和及与"); i++)
        next = next || view->cp[end + 1] == members[i].word || ends_in_member(view, at, end, &members[i]);
      if (next || (gm_one_of(view, end, "和及与") && joins_items(view, at, end, members, count))) break;
    }
    unsigned k = 0;
    while (k < count && view->cp[at] != members[k].word) k++;
    for (unsigned i = 0; k == count && i < count; i++) /* 马上办、网上办 */
      if (ends_in_member(view, at, end, &members[i])) k = i, i = count - 1;
    if (k == count || end < at + 2 || end - at > GM_SLOGAN_ITEM || gm_words_before(view, end, "等")) return false;
    if (!listed[k]++)
      first[k] = at;
    else
      apart[k] = apart[k] || last[k] + 1 < items;
    last[k] = items;
    until[k] = end;
    if (!gm_one_of(view, end, "、，；和及与")) break;
    at = end + 1;
  }
  if (end < view->count && !(view->cls[end] & GM_STOP) && !gm_one_of(view, end, "）”")) return false;
  for (unsigned k = 0; k < count; k++) {
    if (listed[k] == members[k].count) continue;
    if (!listed[k] || !gm_is_miscounted(members[k].count, listed[k])) return false;
    if (listed[k] < 2) return true; /* 三查三看（查台账、看落实）: some of them */
    report_listed(check, label, label_end, members[k].count, listed[k], apart[k] ? from : first[k],
                  apart[k] ? end : until[k]);
    return true;
  }
  return true;
}

/* What follows are some of them: 重点抓零上门、零审批. */
#define SOME "其中 尤其 特别 重点 着重 先 首批 率先 首先 试行 部分 突出 侧重"
/* “三公经费”，严禁公款吃喝、公款送礼: what follows is told against, and is no list of it. */
#define FORBIDDEN "严禁 禁止 杜绝 不得 防止 严查 整治 避免 减少 压减 严防 查处"
/* The list goes on in other words. */
#define MORE "，再加 ，还有 ，外加 ，以及 ，加上 ，另有 ，再到 ，后又 ，又"

/* 零上门、零审批全覆盖: is the last item of the run [from, to) by more than one longer than all before it, so that
 * what is said of them may be in it? */
static bool says_more(const gm_view *view, size_t from, size_t to) {
  size_t last = to, longest = 0;
  while (last > from && !parts(view, last - 1)) last--;
  for (size_t i = from, start = from; i < last; i++) {
    if (!parts(view, i)) continue;
    if (i - start > longest) longest = i - start;
    start = i + 1;
  }
  return to - last > longest + 1;
}

/* 不转不等、不拖不推: does an item of [from, to) hold the word twice? */
static bool holds_twice(const gm_view *view, size_t from, size_t to, uint32_t word) {
  bool seen = false;
  for (size_t i = from; i < to; i++) {
    if (view->cls[i] & (GM_PAUSE | GM_STOP)) seen = false;
    if (view->cp[i] != word) continue;
    if (seen) return true;
    seen = true;
  }
  return false;
}

/* 不推诿、不拖延，问题不过夜: does the clause behind the run hold the word as well, with who does it before? */
static bool goes_on_behind(const gm_view *view, size_t end, uint32_t word) {
  if (!gm_one_of(view, end, "，；")) return false;
  for (size_t i = end + 1; i < view->count && i - end <= GM_SLOGAN_ITEM && !parts(view, i); i++)
    if (view->cp[i] == word) return true;
  return false;
}

void gm_check_members(gm_line_check *check, size_t label, size_t label_end) {
  const gm_view *view = check->view;
  gm_slogan_member members[GM_SLOGAN_MEMBERS];
  bool quoted = gm_one_of(view, label, "“");
  unsigned count = gm_slogan_read(view, label + quoted, label_end - quoted, members);
  if (!count) return;
  size_t at = label_end, lead = gm_words_at(view, at, "要求 就是 即 是指 内容为");
  if (lead && view->cp[at + lead] != members[0].word) lead = 0; /* “四不”要求，即不脱岗 */
  while (!lead && at < view->count && at < label_end + NOUN_CHARS && view->cls[at] & GM_HAN) {
    size_t is = gm_words_at(view, at, "即 就是 是指 指的是 包括 包含 分别是"); /* “四零”服务包括零上门 */
    if (is && view->cp[at + is] == members[0].word)
      lead = is;
    else
      at++;
  }
  if (!lead)
    lead = gm_words_at(view, at, "， ： （ —— ，即 ，即： ，也就是 ，包括 ，做到 ，要求 ，坚持 ，分别是 ，就是");
  if (!lead || gm_words_before(view, at + lead, "中，")) return; /* “三公”经费中，公务接待费占19.2%: some of them */
  size_t from = at + lead, to = gm_sentence_end(view, at);
  if (count == 1 && check_counted_off(check, label, label_end, from, members[0])) return;
  if (count > 1 && check_closed(check, label, label_end, from, members, count)) return;
  if (count == 1) {
    /* Only a list that stands there at once, and that is one of likes to its end. */
    if (gm_one_of(view, from, "“")) from++;
    for (size_t skip = 0; skip < SUBJECT_CHARS && view->cls[from] & GM_HAN && view->cp[from] != members[0].word;
         skip++, from++)
      if (gm_words_at(view, from, SOME " " FORBIDDEN)) return;
    if (view->cp[from] != members[0].word) return;
    to = from + 1;
  }
  for (unsigned k = 0; k < count; k++) {
    if (members[k].count < 2) continue;
    size_t item = find_item(view, from, to, members[k].word), end, shortest, longest;
    if (item == SIZE_MAX) continue;
    unsigned listed = run_of(view, item, members[k].word, &end, &shortest, &longest);
    listed += led_by_subject(view, from, item, members[k].word);
    if (listed < 2 || !gm_is_miscounted(members[k].count, listed) || longest > shortest + 4) continue;
    /* A list that goes on in other words may hold the rest: 亮身份、亮标准、践承诺. */
    if (gm_one_of(view, end, "、") || gm_words_at(view, end, "等 和 及 与")) continue;
    if (gm_words_before(view, end, "等") || gm_words_at(view, end, MORE)) continue;
    if (listed < members[k].count && goes_on_behind(view, end, members[k].word)) continue;
    if (count == 1 && (holds_twice(view, item, end, members[k].word) ||
                       (gm_one_before(view, at + lead, "，") && says_more(view, item, end))))
      continue;
    report_listed(check, label, label_end, members[k].count, listed, item, end);
    return;
  }
}

/* “五个一”, “五个一点”: items that each hold 一, or 一点, parted by 、 to the end of the sentence. */
static void check_ones(gm_line_check *check, size_t label, size_t label_end) {
  const gm_view *view = check->view;
  bool quoted = gm_one_of(view, label, "“");
  int32_t said;
  size_t one, width = gm_slogan_ones(view, label + quoted, label_end - quoted, &said, &one);
  if (!width) return;
  size_t at = label_end;
  while (at < view->count && at - label_end < NOUN_CHARS && view->cls[at] & GM_HAN) at++;
  size_t lead = gm_words_at(view, at, "， ： （ ，即 ，即： ，做到 ，坚持");
  if (!lead) return;
  gm_list list;
  gm_list_behind(view, at + lead, GM_DUN, &list);
  if (list.open || list.too_long || list.count < 2 || list.joints || !gm_is_miscounted(said, list.count)) return;
  bool batch = gm_words_at(view, one, "一批") != 0; /* 提升一批项目 */
  for (unsigned n = 0; n < list.count; n++) {
    size_t least = width > 1 && !batch ? list.end[n] - width : list.start[n];
    if (list.end[n] - list.start[n] > GM_SLOGAN_ITEM || gm_find_run(view, least, list.end[n], one, width) == SIZE_MAX)
      return;
  }
  size_t end = list.end[list.count - 1];
  end += gm_one_of(view, end, "”"); /* 即“一事一表、一案一策” */
  if (end < view->count && !(view->cls[end] & GM_STOP) && !gm_one_of(view, end, "）；")) {
    /* …、办成一件实事，收集意见217条: what follows holds no 一. */
    size_t next = gm_find_mark(view, end + 1, view->count, "，；。");
    if (!gm_one_of(view, end, "，") || list.count < 3 ||
        gm_find_run(view, end + 1, next == SIZE_MAX ? view->count : next, one, width) != SIZE_MAX)
      return;
  }
  report_listed(check, label, label_end, (unsigned)said, list.count, list.start[0], list.end[list.count - 1]);
}

/* Does a list end at `end`: at a stop, or at a comma behind which [word, word_end) does not come again in the sentence?
 */
static bool ends_list(const gm_view *view, size_t end, size_t word, size_t word_end) {
  if (end >= view->count || view->cls[end] & GM_STOP || gm_one_of(view, end, "）；")) return true;
  return gm_one_of(view, end, "，") && !gm_words_at(view, end + 1, "再加 还有 外加 以及 加上 另有 并 也 又") &&
         gm_find_run(view, end, gm_sentence_end(view, end), word, word_end - word) == SIZE_MAX;
}

/* “三不放过”，原因未查清不放过、责任未落实不放过…: a list whose items all end with what is counted. */
static bool check_shared_end(gm_line_check *check, size_t open, size_t close, size_t word, int32_t said) {
  const gm_view *view = check->view;
  size_t width = close - word;
  if (close < word + 2 || width > 4) return false;
  size_t at = close + 1; /* “四必访”制度，即 */
  while (at < view->count && at - close <= NOUN_CHARS && view->cls[at] & GM_HAN) at++;
  size_t lead = gm_words_at(view, at, "， ： （ ，即 ，即： ，做到 —— ：即");
  if (!lead) return false;
  gm_list list;
  gm_list_behind(view, at + lead, GM_DUN, &list);
  if (list.open || list.too_long || list.count < 3 || list.joints || !gm_is_miscounted(said, list.count)) return false;
  for (unsigned n = 0; n < list.count; n++) {
    if (list.end[n] < list.start[n] + width + 1) return false;
    for (size_t k = 0; k < width; k++)
      if (view->cp[list.end[n] - width + k] != view->cp[word + k]) return false;
  }
  size_t end = list.end[list.count - 1];
  if (!ends_list(view, end, word, close)) return false;
  report_listed(check, open, close + 1, (unsigned)said, list.count, list.start[0], end);
  return true;
}

#define NAME_CHARS 2u

/* “五个必须”，必须甲、必须乙…: items that begin with the two characters that are counted. */
static void check_named_items(gm_line_check *check, size_t open, size_t close) {
  const gm_view *view = check->view;
  int32_t said;
  size_t taken = gm_numeral_ordinal(view, open + 1, &said), word = open + 1 + taken;
  if (!taken || said < 3 || said > 20) return;
  if (check_shared_end(check, open, close, word, said)) return;
  word += gm_words_at(view, word, "个 项 大");
  if (word + NAME_CHARS != close) return;
  /* “五公开” is gm_check_members', but for “五统一”, which holds a numeral. */
  if (word == open + 1 + taken && !(view->cls[word + 1] & GM_NUMERAL)) return;
  size_t at = close + 1;
  while (at < view->count && at - close <= NOUN_CHARS && view->cls[at] & GM_HAN) at++;
  size_t lead = gm_words_at(view, at, "， ： （ ，即 ，即： ，做到 —— ：即");
  if (!lead) return;
  unsigned listed = 0;
  size_t from = at + lead, i = from, end = from;
  while (i + NAME_CHARS < view->count && view->cp[i] == view->cp[word] && view->cp[i + 1] == view->cp[word + 1]) {
    end = i + NAME_CHARS;
    while (end < view->count && !(view->cls[end] & (GM_PAUSE | GM_STOP)) && !gm_one_of(view, end, "（）“”")) end++;
    listed++;
    if (!gm_one_of(view, end, "、，；")) break;
    i = end + 1;
  }
  if (listed < 3 || !gm_is_miscounted(said, listed)) return;
  if (!ends_list(view, end, word, close) || gm_words_before(view, end, "等")) return;
  if (word > open + 1 + taken && gm_one_of(view, end, "，")) return; /* “三个提升”——…，抓好窗口 is CNT-02's */
  report_listed(check, open, close + 1, (unsigned)said, listed, from, end);
}

/* “三零”要求，即伤亡零发生、服务零投诉、…; “三个一律”，即…一律压减、…: items that each hold what is counted. */
static void check_items_holding(gm_line_check *check, size_t open, size_t close) {
  const gm_view *view = check->view;
  int32_t said = 2;
  size_t taken = gm_one_of(view, open + 1, "两") ? 1 : gm_numeral_ordinal(view, open + 1, &said),
         word = open + 1 + taken;
  if (taken == 2 && view->cp[open + 2] == GM_SLOGAN_ZERO) { /* 三零 is not 30 */
    said /= 10;
    word--;
  }
  size_t classifier = gm_words_at(view, word, "个 项 大");
  word += classifier;
  if (!taken || said < 2 || said > 20 || word >= close || close - word > NAME_CHARS || !(view->cls[word] & GM_HAN) ||
      (view->cls[close - 1] & GM_NUMERAL && view->cp[close - 1] != GM_SLOGAN_ZERO))
    return;
  size_t at = close + 1;
  while (at < view->count && at - close <= NOUN_CHARS && view->cls[at] & GM_HAN) at++;
  size_t lead = gm_words_at(view, at, "，即 ，即： ：即 （即");
  if (!lead) return;
  gm_list list;
  gm_list_behind(view, at + lead, GM_DUN, &list);
  if (list.open || list.too_long || list.count < 3 || list.joints || !gm_is_miscounted(said, list.count) ||
      (classifier && gm_begins_figure(check->figures, view->raw_at[open + 1]) &&
       gm_list_alike(view, &list))) /* CNT-02 */
    return;
  for (unsigned n = 0; n < list.count; n++) {
    size_t first = gm_find_run(view, list.start[n], list.end[n], word, close - word);
    if (first == SIZE_MAX || list.end[n] - list.start[n] > GM_SLOGAN_ITEM ||
        gm_find_run(view, first + 1, list.end[n], word, close - word) != SIZE_MAX)
      return;
  }
  size_t end = list.end[list.count - 1];
  if (ends_list(view, end, word, close))
    report_listed(check, open, close + 1, (unsigned)said, list.count, list.start[0], end);
}

/* What a label without quotes is a label of. */
#define LABELLED                                                                                                                                          \
  "责任制 制度 活动 工程 行动 工作法 工作制 机制 要求 模式 办法 措施 标准 教育 举措 方法 计划 法 制 主题活动 " \
  "实践活动 "                                                                                                                                         \
  "管理法 管理制度 工作机制 工作制度 工作模式 工作要求 专项行动 服务法 服务机制 服务模式 工作措施 主题教育"
#define LABEL_CHARS 16u
#define LAST_CHARS  (4u + GM_SLOGAN_WIDTH + 1u) /* one of those, and the last member with its number */

/* Where the clause with a label would end that stands before the ： （ or ，即 at `i`: 0 when no two numbers stand near
 * each other there, as in 三包三定责任制, 五个一活动. Most places have none. */
static size_t bare_label_end(const gm_view *view, size_t i) {
  size_t end = i;
  if (view->cp[i] == JIU) { /* 即 */
    if (!i || view->cp[i - 1] != GM_COMMA) return 0;
    end--;
  }
  size_t reach = end > LAST_CHARS ? end - LAST_CHARS : 0, second = gm_view_behind_last(view, reach, end, GM_NUMERAL);
  if (second == reach) return 0;
  second--;
  reach = second > GM_SLOGAN_WIDTH + 1 ? second - GM_SLOGAN_WIDTH - 1 : 0;
  return gm_view_behind_last(view, reach, second, GM_NUMERAL) == reach ? 0 : end;
}

/* 三包三定责任制，即包农户、…; 五个一活动：…: a label without quotes that ends at `end`. */
static __attribute__((noinline)) void check_bare_label(gm_line_check *check, size_t end) {
  const gm_view *view = check->view;
  end -= gm_words_before(view, end, LABELLED);
  bool one = gm_one_before(view, end, "一");
  size_t start = end, floor = end > LABEL_CHARS ? end - LABEL_CHARS : 0;
  if (one && gm_words_before(view, end, "个一")) {
    start = gm_number_before(view, end - 2);
    if (start + 2 < end && !gm_one_before(view, start, "“第")) check_ones(check, start, end);
    return;
  }
  /* Back over words of a few characters, each behind its number. */
  for (size_t at = end; at > floor;) {
    size_t word = at;
    while (word > floor && at - word < GM_SLOGAN_WIDTH && view->cls[word - 1] & GM_HAN &&
           !(view->cls[word - 1] & GM_NUMERAL) && !gm_one_before(view, word, "两"))
      word--;
    if (word == at || !(word > floor && (view->cls[word - 1] & GM_NUMERAL || gm_one_before(view, word, "两")))) break;
    at = start = word - 1;
    if (at > floor && gm_one_before(view, at, "、")) at--;
  }
  if (start == end ||
      (start && (view->cls[start - 1] & (GM_NUMERAL | GM_DIGIT) || gm_one_before(view, start, "第“、"))))
    return;
  gm_slogan_member members[GM_SLOGAN_MEMBERS];
  if (gm_slogan_read(view, start, end, members) > 1) gm_check_members(check, start, end);
}

static __attribute__((noinline)) void check_marked(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (view->cp[i] == JI) {
    gm_check_levels(check, i);
    return;
  }
  if (view->cp[i] == ZI) {
    gm_check_letters(check, i);
    return;
  }
  if (!(view->cls[i + 1] & GM_NUMERAL)) return;
  size_t close = i + 1;
  while (close < view->count && close - i < GM_SLOGAN_MEMBERS * (GM_SLOGAN_WIDTH + 2) && view->cp[close] != CLOSE_QUOTE)
    close++;
  if (close >= view->count || view->cp[close] != CLOSE_QUOTE) return;
  size_t told = check->out->list.count;
  gm_check_members(check, i, close + 1);
  check_ones(check, i, close + 1);
  check_named_items(check, i, close);
  if (told == check->out->list.count) check_items_holding(check, i, close);
  gm_check_slogan_before(check, i, close);
}

void gm_check_slogan(gm_line_check *check, size_t i) {
  uint32_t c = check->view->cp[i];
  if (c == COLON || c == OPEN_PAREN || c == JIU) {
    if (!(check->view->cls[i + 1] & (GM_HAN | GM_OPEN))) return;
    size_t end = bare_label_end(check->view, i);
    if (end) check_bare_label(check, end);
    return;
  }
  check_marked(check, i);
}
