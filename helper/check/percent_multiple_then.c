/* PCT-07 of how many times as much there is now, both told before by their times:
 * 从前种高粱，一亩地一年收入1500元，如今亩均收入7500元， 是从前的5倍. */
#include "check/change.h"

#define TIMES \
  "过去 原来 从前 以前 以往 先前 原先 早先 往常 往日 昔日 旧时 早年 当年 当初 起初 最初 之前 此前 往年 平时 平常 平日"
#define WAYS "老办法 传统 人工 改造前 改革前 搬迁前 流转前 种粮"
#define PAST TIMES " " WAYS
#define NOW  "如今 现在 而今 眼下 目前 今天 今年 现今 当下 这会儿 现 改造后 改革后 搬迁后 流转后 改种 换成 现如今"
#define IS \
  "是 为 相当于 约为 达到 已是 就是 正好是 恰好是 足足是 几乎是 则是 竟是 只有 仅有 仅为 仅是 只是 只相当于 仅相当于"
#define MEAN  "均 每 亩 一户 一家 一人 一头 单"
#define REACH 40u /* characters from the earlier value to the later */

/* The span or the thing that a value is told for: 一天, 每月, 一年. */
static int span_of(const gm_view *view, size_t from, size_t to) {
  static const char *const spans[] = {"一年 每年 年均 全年 年收入 年产 年产值 年", "一个月 每月 月均 每个月 月",
                                      "一天 每天 每日 日均 日产 当天 日", "一小时 每小时", "每周 一周"};
  for (int i = 0; i < (int)(sizeof spans / sizeof *spans); i++)
    if (gm_find_word(view, from, to, spans[i]) != SIZE_MAX) return i + 1;
  return 0;
}

/* Where the words that tell of a value begin: behind the mention before it, in its sentence. */
static size_t words_of(const gm_links *links, const gm_mention *m) {
  size_t start = gm_sentence_start(links->view, m->from);
  return m > links->items && m[-1].to > start ? m[-1].to : start;
}

#define ROUGHLY 150 /* thousandths that a fraction may be off */

/* 以往跑一趟120分钟，现在30分钟，是以往的三分之一: of a half or less in whole numbers. */
static void judge_fraction(gm_line_check *check, const gm_mention *before, const gm_mention *after,
                           const gm_mention *m) {
  const gm_view *view = check->view;
  gm_decimal part, whole, share;
  if (!m->figure->parts[1] || !gm_decimal_multiply(after->figure->value, gm_decimal_of(m->figure->parts[1]), &whole) ||
      !gm_decimal_multiply(before->figure->value, gm_decimal_of(m->figure->parts[0]), &part) ||
      !gm_percent_of(after->figure->value, before->figure->value, 0, &share))
    return;
  if (gm_within(whole, part, ROUGHLY)) {
    gm_agree(check, before, after, m);
    return;
  }
  if (gm_disclaimed(view)) return;
  gm_report_mention(check, m);
  gm_say(check->out, check->language, "%s是%s的%s%%，文中为“%s”", "%s is to %s as %s to 100, the text says “%s”",
         gm_quote_mention(view, after).text, gm_quote_mention(view, before).text, gm_quote_decimal(share).text,
         gm_quote_mention(view, m).text);
  gm_relate_mention(check, before, "原来的数", "the earlier amount");
  gm_relate_mention(check, after, "后来的数", "the later amount");
}

static bool can_be_told(const gm_figure *f) { return gm_is_amount(f) || (f->kind == GM_FIGURE_DURATION && f->unit); }

void gm_check_multiple_then(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *after = m - 1, *before;
  size_t of = m->from - gm_one_before(view, m->from, "的"), word = gm_words_before(view, of, PAST);
  if (index < 2 || of == m->from || !word || m->figure->verified || gm_is_told(check, m) || !gm_is_exact(m->figure) ||
      gm_words_at(view, m->to, "多 以上 有余 左右 半"))
    return;
  size_t past = of - word, is = past - gm_words_before(view, past, IS);
  while (after > links->items && after->from >= m->clause) after--; /* 是10年前 is no such */
  if (is == past || is != m->clause || after != m - 1 || !gm_same_sentence(after, m) || m->clause != after->to + 1u ||
      !can_be_told(after->figure) || !gm_is_exact(after->figure) || gm_is_delta(after->figure))
    return;
  for (before = after; before-- > links->items && gm_same_sentence(before, m);)
    if (can_be_told(before->figure) && gm_comparable(before->figure, after->figure)) break;
  if (before < links->items || !gm_same_sentence(before, m) || before->clause == after->clause ||
      !gm_is_exact(before->figure) || gm_is_delta(before->figure) || before->figure->value.digits <= 0 ||
      after->from - before->to > REACH ||
      (before->figure->roles | after->figure->roles) & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_OF_WHICH))
    return;
  for (const gm_mention *x = before; x-- > links->items && gm_same_sentence(x, m);)
    if (can_be_told(x->figure) && gm_comparable(x->figure, after->figure)) return; /* a series */
  size_t from = words_of(links, before);
  bool of_time = gm_words_at(view, past, TIMES) == word;
  if ((of_time ? gm_find_word(view, from, before->from, TIMES) : gm_find_run(view, from, before->from, past, word)) ==
          SIZE_MAX ||
      gm_find_word(view, from, before->from, NOW) != SIZE_MAX ||
      gm_find_word(view, before->to, after->from, NOW) == SIZE_MAX ||
      gm_find_mark(view, before->to, m->from, "；") != SIZE_MAX)
    return;
  /* 过去一年800元，如今一个月600元: of another span */
  int then = span_of(view, from, before->from), now = span_of(view, before->to, after->from);
  bool mean = gm_find_word(view, from, before->from, MEAN) != SIZE_MAX,
       own = gm_find_word(view, before->to, after->from, MEAN) != SIZE_MAX;
  bool all = gm_find_word(view, before->to, after->from, "总 全村 全县 全镇 全年 合计 共") != SIZE_MAX;
  if ((now && now != then) || (own && !mean) || (mean && !own && all)) return;
  if (m->figure->kind == GM_FIGURE_FRACTION)
    judge_fraction(check, before, after, m);
  else
    gm_judge_times(check, before, after, m);
}
