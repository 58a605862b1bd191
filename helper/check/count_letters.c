/* CNT-07: the characters that a creed is said to have: “团结、紧张、严肃、活泼”八字方针. */
#include "check/families.h"
#include "check/list.h"

#define OPEN_QUOTE  0x201Cu
#define CLOSE_QUOTE 0x201Du

/* Letters of [from, to), marks and blanks left out; 0 when there is any that is not Han. */
static unsigned letters(const gm_view *view, size_t from, size_t to) {
  unsigned n = 0;
  for (size_t i = from; i < to; i++) {
    if (view->cls[i] & (GM_LATIN | GM_DIGIT)) return 0;
    n += (view->cls[i] & GM_HAN) != 0;
  }
  return n;
}

/* The quotation whose closing mark is at `close`: its opening mark, SIZE_MAX when it is not near. */
static size_t opening(const gm_view *view, size_t close) {
  for (size_t i = close; i-- > 0 && close - i < GM_REACH_CHARS;) {
    if (view->cp[i] == CLOSE_QUOTE) return SIZE_MAX;
    if (view->cp[i] == OPEN_QUOTE) return i;
  }
  return SIZE_MAX;
}

#define CREEDS                                                                                                                                                   \
  "方针 原则 要求 精神 方略 思路 经验 口诀 诀 诀窍 箴言 总要求 工作法 方法 工作方法 要诀 校训 班训 院训 家训 准则 " \
  "宗旨 "                                                                                                                                                      \
  "目标 标准 作风 传统 理念 战略 方案 承诺 歌诀 真言 秘诀 治水思路 工作方针 工作要求 工作原则 工作思路 基本方针 "  \
  "总方针 守则 信条 口号 誓言 誓词 训词 标语 要领 准绳 信念 "                                                                             \
  "总目标 模式 机制 教诲 嘱托 格言 座右铭 警句 "                                                                                               \
  "校风 班风 学风 教风 家风 村风 馆训 司训 厂训 行风 医风 警风"

static void report_letters(gm_line_check *check, size_t from, size_t to, size_t open, size_t close, unsigned said,
                           unsigned counted) {
  const gm_view *view = check->view;
  gm_report_line(check, from, to);
  gm_say(check->out, check->language, "“%s”：%s共%u字，不是%u字", "“%s”: %s has %u characters, not %u",
         gm_quote_line(view, from, to).text, gm_quote_line(view, open, close + 1).text, counted, said);
  gm_relate(check->out, (gm_position){0, view->raw_at[open]}, (gm_position){0, gm_raw_end(view, close + 1)},
            check->language == GM_ENGLISH ? "the words" : "原文");
}

/* “…”八字方针, “…”五个大字: the characters of the quotation before, or of all that adjoin it. */
static bool letters_before(gm_line_check *check, size_t number, size_t to, unsigned said) {
  const gm_view *view = check->view;
  size_t end = number;
  if (gm_one_before(view, end, "的")) end--;
  if (gm_one_before(view, end, "这")) end--;
  if (!end || view->cp[end - 1] != CLOSE_QUOTE) return false;
  unsigned sum = 0, last = 0;
  size_t close = end - 1, first_open = SIZE_MAX, last_close = close;
  for (;;) {
    size_t open = opening(view, close);
    unsigned n = open == SIZE_MAX ? 0 : letters(view, open + 1, close);
    if (!n) break;
    if (!last) last = n;
    sum += n;
    first_open = open;
    if (n == said || sum == said) return true;
    if (open && view->cp[open - 1] == CLOSE_QUOTE)
      close = open - 1;
    else if (open > 1 && view->cp[open - 1] == GM_DUN && view->cp[open - 2] == CLOSE_QUOTE)
      close = open - 2;
    else
      break;
  }
  if (!last) return true;
  if (sum > 2 * said || said > 2 * sum) return true;
  report_letters(check, number, to, first_open, last_close, said, sum);
  return true;
}

/* 八字方针：甲乙丙丁、戊己庚辛。 Items of one length without quotes, to the end of the sentence. */
static void letters_without_quotes(gm_line_check *check, size_t number, size_t to, size_t at, unsigned said) {
  const gm_view *view = check->view;
  size_t length = 0, from = at;
  unsigned items = 0;
  for (size_t i = at;; i++) {
    bool end = i >= view->count || view->cls[i] & GM_STOP;
    if (!end && view->cls[i] & GM_HAN && i - at < GM_REACH_CHARS) continue;
    if (!end && !gm_one_of(view, i, "、，")) return;
    if (items && i - from != length) return;
    length = i - from;
    items++;
    from = i + 1;
    if (end) break;
  }
  size_t n = length * items;
  if (length == said) return; /* 三字诀：早发现、早报告 */
  if (items < 2 || length < 2 || said % length || n == said || n > 2 * said || said > 2 * n) return;
  report_letters(check, number, to, at, at + n + items - 2, said, (unsigned)n);
}

#define SINGLES_MOST 12u

/* 三字诀：勤、严、细、暖, 四字诀：“望”“闻”“问”: single characters, each of which stands for one of those said. */
static bool single_letters(gm_line_check *check, size_t number, size_t to, size_t at, unsigned said) {
  const gm_view *view = check->view;
  size_t i = at, end = at;
  unsigned items = 0;
  while (i < view->count && items <= SINGLES_MOST) {
    bool quoted = view->cp[i] == OPEN_QUOTE;
    i += quoted;
    if (i >= view->count || !(view->cls[i] & GM_HAN) || (quoted && !gm_one_of(view, i + 1, "”"))) return false;
    end = i += 1u + quoted;
    items++;
    if (i < view->count && view->cp[i] == GM_DUN)
      i++;
    else if (!(quoted && i < view->count && view->cp[i] == OPEN_QUOTE))
      break;
  }
  /* 勤、严、细和暖, 勤、严等 may be more */
  if (items < 2 || (end < view->count && !gm_one_of(view, end, "，。；！）”—"))) return false;
  if (said > items && gm_one_of(view, end, "，；")) return true; /* 勤、严、细，暖在心头 */
  if (items != said && items <= said + 2 && said <= items + 2)
    report_letters(check, number, to, at, end - 1, said, items);
  return true;
}

/* 八字方针“…”, 八字方针：“…”, 八字方针，即“…”. */
static void letters_behind(gm_line_check *check, size_t number, size_t to, unsigned said) {
  const gm_view *view = check->view;
  size_t at = to;
  if (gm_one_of(view, at, "”")) at++;
  size_t link = gm_words_at(view, at, "： ，即 ，即： —— 即 ，就是 ，也就是 是");
  at += link;
  if (at >= view->count) return;
  if ((link || view->cp[at] == OPEN_QUOTE) && single_letters(check, number, to, at, said)) return;
  if (view->cp[at] != OPEN_QUOTE) {
    if (link && gm_one_before(view, at, "：即")) letters_without_quotes(check, number, to, at, said);
    return;
  }
  size_t close = at + 1;
  while (close < view->count && close - at < GM_REACH_CHARS && view->cp[close] != CLOSE_QUOTE) close++;
  unsigned n = close < view->count ? letters(view, at + 1, close) : 0;
  if (!n || n == said || n > 2 * said || said > 2 * n) return;
  if (view->cp[close + 1] == OPEN_QUOTE || view->cp[close + 1] == GM_DUN) return; /* one of several */
  report_letters(check, number, to, at, close, said, n);
}

/* 坚持甲乙丙丁、戊己庚辛、…的十六字方针: items of one length without quotes. */
static void letters_of_list(gm_line_check *check, size_t number, size_t to, unsigned said) {
  const gm_view *view = check->view;
  size_t end = number;
  if (gm_one_before(view, end, "“")) end--;
  if (gm_one_before(view, end, "的")) end--;
  if (!end || !(view->cls[end - 1] & GM_HAN)) return;
  gm_list list;
  gm_list_before(view, 0, end, &list);
  if (list.too_long || list.open || list.count < 2) return;
  size_t length = list.end[1] - list.start[1], first = list.end[0] - list.start[0];
  for (unsigned n = 1; n < list.count; n++)
    if (list.end[n] - list.start[n] != length || letters(view, list.start[n], list.end[n]) != length) return;
  if (said % length || first < length || said == length * list.count) return;
  /* Items before the comma may belong to it, unless the first has a lead-in. */
  if (first == length && list.start[0] && gm_one_before(view, list.start[0], "，；")) return;
  unsigned due = said / (unsigned)length;
  if (length == 1 && list.count < 3) return;
  if (due > list.count + 2 || list.count > due + 2) return;
  report_letters(check, number, to, list.end[0] - length, end - 1, said, (unsigned)length * list.count);
}

void gm_check_letters(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t end = i, behind = i + 1;
  bool plain = true; /* 八字, not 八个字 */
  if (gm_one_before(view, end, "大金")) end--;
  if (gm_one_before(view, end, "个")) {
    end--;
    plain = false;
  }
  size_t number = gm_number_before(view, end);
  if (number == end || (number && gm_one_before(view, number, "第约近余多上"))) return;
  gm_numeral numeral;
  if (gm_numeral_read(view, number, &numeral) != end - number || numeral.value.scale || numeral.value.digits < 2 ||
      numeral.value.digits > 64)
    return;
  unsigned said = (unsigned)numeral.value.digits;
  size_t creed = 0;
  bool quoted = gm_one_before(view, number, "“") && gm_one_of(view, behind, "”");
  behind += quoted;
  for (size_t skip = 0; plain && skip <= 4 && !creed; skip++) {
    creed = gm_words_at(view, behind + skip, CREEDS);
    if (creed) creed += skip;
  }
  if (plain && !creed && !(gm_one_of(view, behind, "，。；、") || behind >= view->count)) return;
  size_t from = number, to = behind + creed;
  if (quoted) { /* 早、实、细“四字”诀; “十六字”方针 says nothing */
    if (creed) letters_of_list(check, from, to, said);
    return;
  }
  if (letters_before(check, from, to, said) || !creed) return;
  size_t findings = check->out->list.count;
  letters_behind(check, from, to, said);
  if (check->out->list.count == findings) letters_of_list(check, from, to, said);
}
