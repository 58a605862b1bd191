/* CNT-07: what a slogan counts, and how many are listed before it: …、一户一人的“四个一”. */
#include "check/families.h"
#include "check/slogan.h"

unsigned gm_slogan_read(const gm_view *view, size_t from, size_t to, gm_slogan_member *out) {
  unsigned n = 0;
  for (size_t i = from; i < to; n++) {
    int32_t number;
    if (n == GM_SLOGAN_MEMBERS || !(view->cls[i] & GM_NUMERAL)) return 0;
    size_t taken = gm_numeral_ordinal(view, i, &number), word = 0;
    if (!taken && gm_one_of(view, i, "两")) {
      taken = 1;
      number = 2;
    }
    if (taken == 2 && view->cp[i + 1] == GM_SLOGAN_ZERO) { /* 四零 is not 40 */
      taken = 1;
      number /= 10;
    }
    if (!taken || number > 20) return 0;
    i += taken;
    out[n].word = view->cp[i];
    out[n].at = i;
    while (i < to && view->cls[i] & GM_HAN &&
           (!(view->cls[i] & GM_NUMERAL) || (!word && view->cp[i] == GM_SLOGAN_ZERO)))
      i++, word++;
    if (!word || word > GM_SLOGAN_WIDTH) return 0;
    out[n].width = word;
    out[n].count = (unsigned)number;
    if (i < to && view->cp[i] == GM_DUN) i++;
  }
  return n;
}

#define ONE_MAX     3u /* 一, 一批, 一公里 */
#define NUMERAL_MAX 2u /* 十二 */

size_t gm_slogan_ones(const gm_view *view, size_t from, size_t to, int32_t *said, size_t *word) {
  *word = from;
  while (*word < to && *word - from <= NUMERAL_MAX && !gm_one_of(view, *word, "个")) ++*word;
  if (to <= ++*word || to - *word > ONE_MAX || !gm_one_of(view, *word, "一")) return 0; /* most */
  bool two = gm_one_of(view, from, "两");
  *said = 2;
  if ((two ? 1 : gm_numeral_ordinal(view, from, said)) + 1 != *word - from || *said < 2 || *said > 20) return 0;
  for (size_t i = *word + 1; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || view->cls[i] & GM_NUMERAL) return 0;
  return to - *word;
}

/* Reports the label at [label, label_end), which says `said`, against the list before it. */
static void report_listed_before(gm_line_check *check, size_t label, size_t label_end, unsigned said,
                                 const gm_list *list) {
  const gm_view *view = check->view;
  unsigned last = list->count - 1;
  gm_report_line(check, label, label_end);
  gm_say(check->out, check->language, "%s：前面列出%u项（%s……%s），不是%u项",
         "%s: %u listed before it (%s … %s), not %u", gm_quote_line(view, label, label_end).text, list->count,
         gm_quote_line(view, list->start[0], list->end[0]).text,
         gm_quote_line(view, list->start[last], list->end[last]).text, said);
  gm_relate_list(check, list);
}

#define DONE                                                                                                                                                         \
  "做到 实现 推进 开展 推动 形成 落实 深化 扎实推进 深入推进 持续推进 扎实开展 深入开展 广泛开展 全面推进 真正做到 " \
  "切实做到 努力做到 "                                                                                                                                       \
  "确保 真正实现 切实落实 严格落实 全面落实 这 这就是 这是 即 也就是"

/* 甲、乙、丙，做到“四个明确”: where what the label at `open` makes of it ends, before the comma; `open` itself when no
 * such words stand before it. */
static size_t before_done(const gm_view *view, size_t open) {
  size_t verb = open - (gm_one_before(view, open, "了") != 0);
  size_t words = gm_words_before(view, verb, DONE);
  return words && gm_one_before(view, verb - words, "，") ? verb - words - 1 : open;
}

/* “一户一档、一户一策、一户一人”的“四个一”: the list in quotes or without them before it, an item for each 一. */
static void check_ones_before(gm_line_check *check, size_t open, size_t close) {
  const gm_view *view = check->view;
  int32_t said;
  size_t word, width = gm_slogan_ones(view, open + 1, close, &said, &word), end = before_done(view, open);
  if (!width) return;
  if (gm_one_before(view, end, "的")) end--;
  gm_list list;
  gm_list_before(view, 0, end, &list);
  if (list.open || list.too_long || list.count < 3 || list.joints || !gm_is_miscounted(said, list.count)) return;
  size_t length = list.end[1] - list.start[1];
  for (unsigned n = 0; n < list.count; n++)
    if (list.end[n] - list.start[n] > GM_SLOGAN_ITEM || (n && width == 1 && list.end[n] - list.start[n] != length) ||
        gm_find_run(view, list.start[n], list.end[n], word, width) == SIZE_MAX)
      return;
  report_listed_before(check, open, close + 1, (unsigned)said, &list);
}

bool gm_begins_figure(const gm_figures *figures, uint32_t byte) {
  uint32_t low = 0, high = figures->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (figures->items[middle].start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low < figures->count && figures->items[low].start == byte;
}

static bool all_han(const gm_view *view, size_t from, size_t to) {
  while (from < to && view->cls[from] & GM_HAN) from++;
  return from == to;
}

/* 底数清、情况明、措施实“四到位”: three items and more of one length right before a slogan of one member. */
static void check_list_of(gm_line_check *check, size_t open, size_t close, unsigned said) {
  const gm_view *view = check->view;
  if (said < 2 || gm_is_lone(view, open)) return;
  gm_list list;
  gm_list_before(view, 0, open, &list);
  if (list.too_long || list.open || list.count < 3 || list.count == said) return;
  size_t length = list.end[1] - list.start[1];
  for (unsigned n = 0; n < list.count && list.joints; n++) /* one in the lead-in parts no items */
    for (size_t k = list.end[n] - length < list.start[n] ? list.start[n] : list.end[n] - length; k < list.end[n]; k++)
      if (gm_joint_at(view, k)) return;
  for (unsigned n = 1; n < list.count; n++)
    if (list.end[n] - list.start[n] != length || !all_han(view, list.start[n], list.end[n])) return;
  if (length < 2 || list.end[0] - list.start[0] < length || list.count > said + 1 || said > list.count + 1) return;
  /* Items before the comma may belong to it, unless the first has a lead-in. */
  if (list.end[0] - list.start[0] == length && list.start[0] && gm_one_before(view, list.start[0], "，；：")) return;
  if (gm_begins_figure(check->figures, view->raw_at[open + 1])) return; /* CNT-01 */
  report_listed_before(check, open, close + 1, said, &list);
}

#define IN_ALL "为内容 为主要内容 为核心 为核心内容 为目标 为特征 为标准 为要求 构成 组成"

/* What a slogan of one word counts: [from, to) of its line. */
typedef struct counted {
  size_t from, to;
} counted;

static bool reads_word(const gm_view *view, size_t at, counted word) {
  for (size_t k = 0; k < word.to - word.from; k++)
    if (at + k >= view->count || view->cp[at + k] != view->cp[word.from + k]) return false;
  return true;
}

static bool word_within(const gm_view *view, size_t from, size_t to, counted word) {
  for (size_t i = from; i < to; i++)
    if (reads_word(view, i, word)) return true;
  return false;
}

/* The run of items that ends at `end`, each beginning with the word (or `ending` in it), parted by one and the same
 * mark. Before the word of the first a lead-in may stand. */
typedef struct run {
  unsigned count, joints; /* joints: 和 within items, that may part two more */
  size_t from;
} run;

static run run_before(const gm_view *view, size_t end, counted word, bool ending) {
  run r = {0, 0, end};
  size_t width = word.to - word.from, longest = 0, floor = gm_sentence_start(view, end);
  uint32_t mark = 0;
  for (size_t stop = end; r.count < GM_LIST_MAX;) {
    size_t start = stop, item = SIZE_MAX;
    unsigned joints = 0;
    bool joined = false; /* 和 and the word again: items of their own */
    for (; start > floor && !(view->cls[start - 1] & GM_PUNCT); start--) {
      if (!gm_joint_at(view, start - 1)) continue;
      joined = ending ? start > width && reads_word(view, start - 1 - width, word) : reads_word(view, start, word);
      if (joined) break;
      joints++;
    }
    bool open = start == stop || gm_words_before(view, stop, "等");
    if (!open && ending && stop - start > width && reads_word(view, stop - width, word)) item = start;
    for (size_t i = stop; !open && !ending && i > start + width && item == SIZE_MAX; i--)
      if (reads_word(view, i - 1 - width, word)) item = i - 1 - width;
    bool led = item != SIZE_MAX && item > start && !ending; /* nothing before it is of the run */
    if (item == SIZE_MAX || stop - item > GM_SLOGAN_ITEM || (led && r.count && stop - item > longest + 4)) return r;
    if (led && word_within(view, start, item, word)) return (run){0, 0, end}; /* 既明确任务又明确时限 */
    if (stop - item > longest) longest = stop - item;
    r.count++;
    r.joints += joints;
    r.from = item;
    if (led || start <= floor) return r;
    if (!joined) {
      if (!gm_one_before(view, start, "、，；")) return r;
      if (mark && view->cp[start - 1] != mark) return r;
      mark = view->cp[start - 1];
    }
    stop = start - 1;
  }
  return r;
}

/* 进学校36场、进社区41场、进企业27场，做到“五进”; 明确甲、明确乙、明确丙的“四个明确”: a run whose items begin or end
 * with what is counted ends right before the label, or before what they make. */
static void check_run_before(gm_line_check *check, size_t open, size_t close, const gm_slogan_member *member) {
  const gm_view *view = check->view;
  unsigned said = member->count;
  counted word = {member->at, close};
  if (gm_one_of(view, word.from, "个") && member->width > 1) word.from++; /* “四个明确” */
  if (said < 3 || word.to - word.from > GM_SLOGAN_WIDTH) return;
  size_t end = before_done(view, open);
  bool made = end != open, quoted = false;
  if (!made && gm_one_before(view, open, "的")) {
    end--;
    end -= gm_words_before(view, end, IN_ALL); /* 以零延误、零差错为内容的“两零” */
  }
  quoted = !made && gm_one_before(view, end, "”");
  if ((quoted || (!made && end == open)) && member->width == 1 &&
      gm_begins_figure(check->figures, view->raw_at[open + 1])) /* CNT-01 */
    return;
  end -= quoted;
  run begins = run_before(view, end, word, false), ends = {0, 0, end};
  if (word.to - word.from > 1) ends = run_before(view, end, word, true); /* 认识到位、措施到位 */
  run r = begins.count >= ends.count ? begins : ends;
  if (r.count < 3 || (said >= r.count && said <= r.count + r.joints) || r.count > said + 1 || said > r.count + 1)
    return;
  gm_report_line(check, open, close + 1);
  gm_say(check->out, check->language, "%s：前面列出%u项（%s），不是%u项", "%s: %u listed before it (%s), not %u",
         gm_quote_line(view, open, close + 1).text, r.count, gm_quote_line(view, r.from, end).text, said);
  gm_relate(check->out, (gm_position){0, view->raw_at[r.from]}, (gm_position){0, gm_raw_end(view, end)},
            check->language == GM_ENGLISH ? "the list" : "列举");
}

void gm_check_slogan_before(gm_line_check *check, size_t open, size_t close) {
  size_t told = check->out->list.count;
  check_ones_before(check, open, close);
  gm_slogan_member members[GM_SLOGAN_MEMBERS];
  if (gm_slogan_read(check->view, open + 1, close, members) != 1) return;
  check_list_of(check, open, close, members[0].count);
  if (check->out->list.count == told) check_run_before(check, open, close, members);
}
