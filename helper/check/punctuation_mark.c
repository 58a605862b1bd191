/* PUN-12 to PUN-15, PUN-19: single marks that are superfluous or of another form. */
#include "check/families.h"
#include "check/punctuation.h"

/* The 、 between ”“ or 》《 at `at`? */
static bool between_pairs(const gm_view *view, size_t at) {
  return at && at + 1 < view->count && view->cp[at] == 0x3001 && gm_opening_of(view->cp[at - 1]) &&
         gm_opening_of(view->cp[at - 1]) == view->cp[at + 1];
}

#define LIST_MARKS_MAX 24 /* a longer list is mended in parts */

/* “甲”、“乙”、“丙”: once a list. */
void gm_check_pause_between_pairs(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!between_pairs(view, i)) return;
  size_t open = gm_opened_at(view, i - 1);
  if (open != SIZE_MAX && open && between_pairs(view, open - 1)) return; /* told at the first one */
  bool quotes = view->cp[i - 1] != 0x300B;
  size_t marks[LIST_MARKS_MAX], count = 0;
  for (size_t at = i; count < LIST_MARKS_MAX && at != SIZE_MAX && between_pairs(view, at);) {
    marks[count++] = at;
    at = gm_closed_at(view, at + 1);
    if (at != SIZE_MAX) at++;
  }
  gm_report_line(check, i, i + 1);
  gm_say(check->out, check->language,
         quotes ? "标有引号的并列成分之间通常不用顿号（GB/T 15834-2011 4.5.3.5）"
                : "标有书名号的并列成分之间通常不用顿号（GB/T 15834-2011 4.5.3.5）",
         quotes ? "between quoted items 、 is usually left out (GB/T 15834-2011 4.5.3.5)"
                : "between titles in 《》 the mark 、 is usually left out (GB/T 15834-2011 4.5.3.5)");
  for (size_t k = 0; k < count; k++) gm_replace_line(check, marks[k], marks[k] + 1, GM_TEXT(""));
}

/* 等 as "and so on" at `at`, not the head of another word. */
static bool and_so_on(const gm_view *view, size_t at) {
  return gm_one_of(view, at, "等") &&
         !gm_words_at(view, at,
                      "等级 等次 等第 等候 等待 等于 等同 等价 等号 等到 等额 等额选举 等离子 等边 等比 等温 等高 等闲 "
                      "等身 等分 等效 等量 等距 等压 等速 等式 等着 等我 等你 等他 等她 等它 等一 等下 等不 等得 等了 "
                      "等过 等差 等值 等位 等深 等腰 等长 等车 等客");
}

#define TIMES "分钟 多分钟 来分钟 分多钟 小时 个小时 个多小时 个半小时 秒 天 多天 个月 刻钟 个钟头"

/* 跑2.4趟、等35分钟: 等 as the verb of how long one waits. */
static bool waits(const gm_view *view, size_t at) {
  size_t end = at + 1;
  while (end < view->count && (view->cls[end] & (GM_DIGIT | GM_NUMERAL) || gm_one_of(view, end, ".几半"))) end++;
  return end > at + 1 && gm_words_at(view, end, TIMES);
}

/* Is 等 a verb of one item among others: 停车、等车、揽客; 归家的人、等信的人? */
static bool is_item(const gm_view *view, size_t at) {
  size_t end = at + 1;
  while (end < view->count && end - at < 5 && view->cls[end] & GM_HAN) end++;
  if (end > at + 1 && gm_one_of(view, end, "、")) return true;
  size_t of = at + 1, tail = at - 1;
  while (of < end && !gm_one_of(view, of, "的")) of++;
  while (tail > 0 && at - tail < 5 && !gm_one_of(view, tail, "的")) tail--;
  return of > at + 1 && of < end && gm_one_of(view, tail, "的") && gm_reads_alike(view, tail, of, at - 1 - tail);
}

/* 学习、工作、等 */
void gm_check_pause_before_etc(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  if (at < 2 || !gm_one_before(view, at, "、")) return;
  size_t i = at - 1; /* the mark */
  if (view->cls[i - 1] & (GM_STOP | GM_PAUSE | GM_OPEN | GM_SPACE) || gm_words_at(view, at, "等外") || !and_so_on(view, at) || is_item(view, at) ||
      waits(view, at))
    return;
  gm_report_line(check, i, i + 2);
  gm_say(check->out, check->language, "“等”前不用顿号（GB/T 15834-2011 B.1.2）",
         "no 、 before 等 (GB/T 15834-2011 B.1.2)");
  gm_replace_line(check, i, i + 1, GM_TEXT(""));
}

#define TWELVE_DOTS 4 /* characters … of twelve dots */
#define PAGE_DIGITS 4
#define DOTS_MIN    3  /* full stops of another script that stand for an ellipsis */
#define DOTS_MAX    11 /* twelve dots and more are a leader or two ellipses */

/* A leader runs to the line's end or to a page number there. */
static bool leader(const gm_view *view, size_t end) {
  end = gm_skip_blanks(view, end);
  if (gm_one_of(view, end, "（") || gm_one_of(view, end, "-")) end++;
  size_t digits = 0;
  while (end < view->count && view->cls[end] & GM_DIGIT) end++, digits++;
  if (gm_one_of(view, end, "）") || gm_one_of(view, end, "-")) end++;
  return digits <= PAGE_DIGITS && gm_skip_blanks(view, end) >= view->count;
}

/* Is the word before `at` one of a list parted by 、? */
static bool in_list(const gm_view *view, size_t at) {
  for (size_t k = at, limit = at > 12 ? at - 12 : 0; k-- > limit;) {
    if (gm_one_of(view, k, "、")) return true;
    if (view->cls[k] & (GM_STOP | GM_PAUSE)) return false;
  }
  return false;
}

/* 甲、乙……等, and more than twelve dots. */
void gm_check_ellipsis(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (i && view->cp[i - 1] == view->cp[i]) return;
  size_t end = i + 1;
  while (end < view->count && view->cp[end] == view->cp[i]) end++;
  if (view->cp[i] == '.' && (end - i < DOTS_MIN || end - i > DOTS_MAX)) return;
  size_t after = gm_words_at(view, end, "等等 等");
  bool behind =
      after && and_so_on(view, end) &&
      (in_list(view, i) || end + after >= view->count || view->cls[end + after] & (GM_PUNCT | GM_DIGIT | GM_NUMERAL) ||
       gm_words_at(view, end + after, "的 方面 内容 工作 问题 活动 项目 情况 各 都 多 几 共 人 单位 部门"));
  size_t word = gm_words_before(view, i, "等等 等");
  bool before = word && i > word && (word == 2 || in_list(view, i - word)) &&
                !gm_one_before(view, i - word, "平相优中头上下高同何此久均");
  if (behind || before) {
    size_t from = before ? i - word : i, to = behind ? end + after : end;
    gm_report_line(check, from, to);
    gm_say(check->out, check->language, "“%s”：省略号与“等”意思重复，只用一个（GB/T 15834-2011 A.9）",
           "“%s”: the ellipsis and 等 say the same; keep one (GB/T 15834-2011 A.9)",
           gm_quote_line(view, from, to).text);
    return;
  }
  if (view->cp[i] == '.' || end - i <= TWELVE_DOTS || !i || leader(view, end) || !(view->cls[i - 1] & GM_HAN)) return;
  gm_report_line(check, i, end);
  gm_say(check->out, check->language, "省略号六点，省略段落也只用十二点（GB/T 15834-2011 A.9）",
         "an ellipsis has six dots, at most twelve for whole paragraphs (GB/T 15834-2011 A.9)");
}

static bool chinese(const gm_view *view, size_t at) {
  return at < view->count && (view->cls[at] & GM_HAN || (view->cls[at] & GM_PUNCT && view->cp[at] > 0xFF));
}

/* `...`, 。。。, a single … */
static void check_dots(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  uint32_t c = view->cp[i];
  if (i && view->cp[i - 1] == c) return;
  size_t end = i + 1;
  while (end < view->count && view->cp[end] == c) end++;
  size_t run = end - i;
  bool odd = c == 0x2026 ? run == 1 : run >= DOTS_MIN;
  if (!odd || (c == '.' && (run > DOTS_MAX || leader(view, end)))) return;
  if (gm_one_of(view, end, ".…。") || gm_one_before(view, i, ".…。")) return; /* what these dots mean is unclear */
  if (c == '.' && end < view->count && !(chinese(view, end) || view->cls[end] & GM_SPACE)) return;
  if (!i || !chinese(view, i - 1) || gm_one_before(view, i, "等") || gm_one_of(view, end, "等")) return;
  gm_report_line(check, i, end);
  gm_say(check->out, check->language, "省略号是六个点，占两格：“……”（GB/T 15834-2011 4.11）",
         "an ellipsis is two U+2026: “……” (GB/T 15834-2011 4.11)");
  gm_replace_line(check, i, end, GM_TEXT("……"));
}

/* -- and ── between Han. ―― is what some tables of GB 18030 make of ——: it looks the same. */
static void check_dashes(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  uint32_t c = view->cp[i];
  if (i && view->cp[i - 1] == c) return;
  if (!gm_one_of(view, i + 1, c == '-' ? "-" : "─") || i + 2 >= view->count || view->cp[i + 2] == c) return;
  bool left = i && (view->cls[i - 1] & GM_HAN || (view->cls[i - 1] & GM_CLOSE && view->cp[i - 1] > 0xFF));
  bool right = view->cls[i + 2] & GM_HAN || (view->cls[i + 2] & GM_OPEN && view->cp[i + 2] > 0xFF);
  if (!left || !right) return;
  gm_report_line(check, i, i + 2);
  gm_say(check->out, check->language, "破折号是“——”，占两格（GB/T 15834-2011 4.10）",
         "a dash is two U+2014: “——” (GB/T 15834-2011 4.10)");
  gm_replace_line(check, i, i + 2, GM_TEXT("——"));
}

void gm_check_mark_form(gm_line_check *check, size_t i) {
  if (gm_one_of(check->view, i, ".…。"))
    check_dots(check, i);
  else
    check_dashes(check, i);
}

/* 100-150千克. Codes, telephones, dates and scores have no unit of measure behind. */
void gm_check_range_sign(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || !(view->cls[i - 1] & GM_DIGIT) || !(view->cls[i + 1] & GM_DIGIT) || view->cls[i] & GM_IN_TITLE) {
    /* 60%-70% has the unit at both ends. */
    if (!i || !gm_one_before(view, i, "%") || !(view->cls[i + 1] & GM_DIGIT)) return;
  }
  size_t low_end = gm_one_before(view, i, "%") ? i - 1 : i, low = gm_number_before(view, low_end);
  size_t high = gm_number_at(view, i + 1), end = i + 1 + high;
  if (low == low_end || !high || end - i > 10 || (low && view->cls[low - 1] & (GM_LATIN | GM_DIGIT))) return;
  if (low && gm_one_before(view, low, "-—/.:—～_第")) return;
  size_t unit = gm_words_at(view, end,
                            "% 千克 公斤 克 吨 斤 米 千米 公里 厘米 毫米 平方米 亩 公顷 元 万元 亿元 万 亿 人 名 个 件 "
                            "项 户 次 小时 分钟 天 倍 度 千瓦 升 岁 厘 ℃");
  if (!unit || gm_words_at(view, end, "次列车 次会议 号")) return;
  unsigned a, b;
  size_t digits_a = gm_digits_at(view, low, &a), digits_b = gm_digits_at(view, i + 1, &b);
  bool whole = digits_a == low_end - low && digits_b == high;
  if (whole && a >= b) return; /* 3-2 is a score */
  gm_report_line(check, low, end + unit);
  gm_say(check->out, check->language, "数值范围用浪纹线“～”或一字线“—”，不用短横：“%s”（GB/T 15834-2011 4.13.3.2）",
         "a range of values takes ～ or —, no hyphen: “%s” (GB/T 15834-2011 4.13.3.2)",
         gm_quote_line(view, low, end + unit).text);
}
