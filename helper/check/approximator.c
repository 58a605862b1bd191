/* APX: words of approximation that contradict or repeat each other. */
#include "check/families.h"
#include "check/words.h"

#define NOT_A_COUNT "媒 功能 元化 维 样 边 点 层 方面 头 渠道 语种" /* 多 of another word: 多媒体, 多功能 */

/* 余 or 多 at `at` as a mark of more, not the head of a compound. */
static bool more_at(const gm_view *view, size_t at) {
  if (gm_one_of(view, at, "余")) return true;
  return gm_one_of(view, at, "多") && !gm_words_at(view, at + 1, NOT_A_COUNT);
}

/* 多 behind a unit: 半个多月, 三年多来; 三年多次 is another word. */
static size_t more_after_unit(const gm_view *view, size_t at) {
  if (gm_one_of(view, at, "余") && !(view->cls[at + 1] & GM_HAN)) return 1;
  if (!gm_one_of(view, at, "多")) return 0;
  size_t next = at + 1;
  if (gm_one_before(view, at, "个")) {
    size_t unit = gm_words_at(view, next, "月 小时 世纪 星期 钟头 学期 季度 百分点");
    return unit ? 1 + unit : 0;
  }
  if (next >= view->count || view->cls[next] & (GM_PUNCT | GM_SPACE) || gm_words_at(view, next, "来 的 时间 以来 里"))
    return 1;
  return 0;
}

/* What stands behind the number to say "more": characters from `at` to its end, 0 when nothing does. *mark gets the
 * place of the word itself. `nouns` is how many characters may stand between the unit and 左右. */
static size_t upward_end(const gm_view *view, size_t at, size_t nouns, size_t *mark, size_t *mark_end) {
  if (more_at(view, at)) {
    *mark = at;
    *mark_end = at + 1;
    size_t end = at + 1 + gm_number_at(view, at + 1);
    return end + gm_measure_at(view, end);
  }
  size_t unit = at + gm_measure_at(view, at);
  size_t more = unit > at ? more_after_unit(view, unit) : 0;
  if (more) {
    *mark = unit;
    *mark_end = unit + 1;
    return unit + more;
  }
  size_t word = gm_words_at(view, unit, "以上 左右 上下 有余 开外");
  for (size_t n = 1; !word && n <= nouns && unit > at && view->cls[unit + n - 1] & GM_HAN; n++)
    if ((word = gm_words_at(view, unit + n, "左右")) != 0) unit += n;
  if (!word) return 0;
  if (gm_words_at(view, unit, "上下") && gm_one_of(view, unit + 2, "游级楼班车联半功")) return 0;
  *mark = unit;
  *mark_end = unit + word;
  return unit + word;
}

/* Bare 近 before a length of time means "the recent": 近十多年来 is right, 持续了近两个多月 is not. */
static bool means_recent(const gm_view *view, size_t near, size_t end, size_t number_end) {
  bool time = false;
  for (size_t i = number_end; i < end; i++) time = time || gm_one_of(view, i, "年月天周日");
  if (!time || gm_words_before(view, near, "了 历时 长达 耗时 用时 达")) return false;
  if (gm_clause_starts(view, near) || gm_words_at(view, end, "来 以来 间 中 里 内")) return true;
  /* 从事播音工作近30余年， */
  return gm_words_at(view, end, "， 、") &&
         !gm_words_before(view, near,
                          "工作 从业 从教 任教 执教 从医 从警 坚守 服务 扎根 奋战 钻研 陪伴 历时 长达 已有");
}

void gm_check_near_more(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = i, number;
  bool bare = false;
  if (gm_one_of(view, i, "近")) {
    number = i + 1;
    if (gm_one_before(view, i, "将接"))
      start--;
    else if (gm_one_before(view, i, "最附邻亲远就临靠走相毗贴切拉挨逼抵驶"))
      return;
    else
      bare = true;
  } else {
    if (!gm_one_of(view, i + 1, "足到满")) return; /* most of them */
    size_t word = gm_words_at(view, i, "不足 不到 不满 未满 未足 未到");
    if (!word) return;
    if (gm_one_of(view, i + 1, "到") && gm_one_before(view, i, "达看想听做找得见遇收意料用感办说买轮等")) return;
    number = i + word;
  }
  while (number < view->count && view->cls[number] & GM_SPACE) number++;
  size_t number_end = number + gm_number_at(view, number), mark, mark_end;
  if (number_end == number) return;
  size_t end = upward_end(view, number_end, 3, &mark, &mark_end);
  if (!end || (bare && means_recent(view, start, end, number_end))) return;
  gm_report_line(check, start, end);
  gm_say(check->out, check->language, "“%s”：“%s”表示不足，“%s”表示超过或前后，互相矛盾，只能留一个",
         "“%s”: “%s” says less, “%s” says more; keep one of them", gm_quote_line(view, start, end).text,
         gm_quote_line(view, start, number).text, gm_quote_line(view, mark, mark_end).text);
}

static void report_repeated(gm_line_check *check, size_t from, size_t to, gm_quote first, gm_quote second) {
  gm_report_line(check, from, to);
  gm_say(check->out, check->language, "“%s”：“%s”与“%s”意思重复，删去一个",
         "“%s”: “%s” and “%s” say the same; drop one", gm_quote_line(check->view, from, to).text, first.text,
         second.text);
}

#define UPWARD      "超过 超过了 突破 突破了 超 逾 至少 最少 起码 不少于 不低于 不下于 不下"
#define DOWNWARD    "最多 至多 不超过 不多于 低于 少于 最高 最长"
#define VERB_CHARS  6  /* between 至少 and its number: 需要投入 */
#define THING_CHARS 12 /* with the thing counted behind the verb: 配备兼职消防队员 */

/* 从业五年以上的安全员2名, 省级以上: does the number that ends at `end` rather say which of the things are meant? Far
 * behind 至少 only a count that ends its clause with 以上 is what 至少 is said of. */
static bool says_which(const gm_view *view, size_t end, bool far) {
  size_t unit = gm_measure_at(view, end), bound = end + unit + gm_words_at(view, end + unit, "以上 以下 以内 之内");
  bool quality = gm_one_of(view, end, "年岁级层月") || gm_words_at(view, end, "周岁 个月");
  bool closed = bound >= view->count || (view->cls[bound] & (GM_STOP | GM_PAUSE) && !gm_one_of(view, bound, "、"));
  return far ? quality || !unit || !closed : quality && !closed;
}

#define ADVANCES "项 种 个 类 款 套 批 道 条 件" /* counted of what is broken through */
#define NO_ADVANCES \
  "大关 关口 的 和 及 并 以 且 而 为 左右 上下 居 位居 位列 列全 同比 同期 比去 比上 较 创下 创新高 创历史"

/* 突破100余项关键技术: is it said of barriers that are broken through, told behind their count, and no bound? */
static bool breaks_through(const gm_view *view, size_t i, size_t number_end, size_t end) {
  size_t more = gm_words_at(view, number_end, "余 多"), unit = number_end + more;
  if (!gm_one_of(view, i, "突") || !gm_words_at(view, unit, ADVANCES)) return false;
  end += gm_words_at(view, end, "的");
  return end < view->count && view->cls[end] & GM_HAN && !gm_words_at(view, end, NO_ADVANCES);
}

static void check_two_bounds(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!gm_one_of(view, i, "超逾") && !gm_one_of(view, i + 1, "少多高长码低下超于破")) return; /* most places */
  size_t word = gm_words_at(view, i, UPWARD);
  bool upward = word != 0;
  if (!upward) word = gm_words_at(view, i, DOWNWARD);
  if (!word || (upward && gm_one_before(view, i, "赶反高"))) return;
  size_t number = i + word;
  number += gm_words_at(view, number,
                        "有 达 达到 要 要有 要达到 应达到 需 需要 得 也要 也得 也有 应有 可达 可 可容纳 容纳 可坐");
  /* 最少需要投入500万元以上, 至少配备兼职消防队员5名以上 */
  size_t verb = 0;
  if (gm_words_at(view, i, "至少 最少 起码 最多 至多"))
    for (; verb < THING_CHARS && view->cls[number] & GM_HAN && !gm_number_at(view, number); verb++) number++;
  number += gm_words_at(view, number, "零下"); /* 低于零下20度以下 */
  size_t number_end = number + gm_number_at(view, number), mark, mark_end;
  if (number_end == number || (verb && says_which(view, number_end, verb > VERB_CHARS))) return;
  if (upward) {
    size_t end = upward_end(view, number_end, 0, &mark, &mark_end);
    if (!end || gm_words_at(view, mark, "左右 上下") || (verb && !gm_words_at(view, mark, "以上"))) return;
    if (breaks_through(view, i, number_end, end)) return;
    report_repeated(check, i, end, gm_quote_line(view, i, i + word), gm_quote_line(view, mark, mark_end));
    return;
  }
  mark = number_end + gm_measure_at(view, number_end);
  size_t below = gm_words_at(view, mark, "以下 以内 之内");
  if (!below) return;
  report_repeated(check, i, mark + below, gm_quote_line(view, i, i + word), gm_quote_line(view, mark, mark + below));
}

/* 1200多人次以上, 300余户以上: the more that stands before the unit, and the one behind it. */
static void check_more_above(gm_line_check *check, size_t i, size_t number) {
  const gm_view *view = check->view;
  size_t end = i + 1 + gm_number_at(view, i + 1), unit = gm_measure_at(view, end);
  if (number == i || !more_at(view, i) || end + unit == i + 1) return;
  end += unit;
  size_t above = gm_words_at(view, end, "以上 之多");
  if (!above || gm_words_at(view, end, "以上述 以上级 以上报 以上为 以上为准 以上情况") ||
      gm_one_before(view, end, "岁") || gm_one_before(view, number, "过逾少超"))
    return;
  report_repeated(check, number, end + above, gm_quote_line(view, i, i + 1), gm_quote_line(view, end, end + above));
}

#define MORE_NOUN 3u /* characters of unit and noun between 来 and 左右: 两百来名护士左右 */

/* 两百来名左右, 80余公里左右: 来 and 余 say already that the number is rough. */
static void check_more_about(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  for (size_t at = i; at-- > 0 && i - at <= MORE_NOUN + 1 && view->cls[at] & GM_HAN;) {
    bool lai = gm_one_of(view, at, "来") && gm_one_before(view, at, "十百千万");
    if (!lai && !more_at(view, at)) continue;
    size_t number = gm_number_before(view, at);
    if (number == at || !gm_measure_at(view, at + 1)) return;
    report_repeated(check, number, i + 2, gm_quote_line(view, at, at + 1), gm_quote_line(view, i, i + 2));
    return;
  }
}

static void check_doubled_more(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t number = gm_number_before(view, i);
  if (gm_one_of(view, i, "多余")) check_more_above(check, i, number);
  if (number < i && gm_words_at(view, i, "多余 余多")) {
    size_t end = i + 2 + gm_number_at(view, i + 2);
    end += gm_measure_at(view, end);
    if (end == i + 2) return; /* 三多余: no unit, another word */
    report_repeated(check, number, end, gm_quote_line(view, i, i + 1), gm_quote_line(view, i + 1, i + 2));
  } else if (gm_one_of(view, i, "左") && gm_words_at(view, i, "左右") &&
             !gm_words_at(view, i, "左右手 左右两 左右开")) {
    check_more_about(check, i);
  }
  if (gm_one_of(view, i, "左") && gm_words_at(view, i, "左右上下 左右以上 左右以下 左右以内")) {
    size_t unit = i > 2 ? i - 2 : 0;
    while (unit < i && unit + gm_measure_at(view, unit) != i) unit++;
    number = gm_number_before(view, unit);
    if (unit == i || number == unit) return;
    report_repeated(check, number, i + 4, gm_quote_line(view, i, i + 2), gm_quote_line(view, i + 2, i + 4));
  }
}

void gm_check_repeated_bound(gm_line_check *check, size_t i) {
  if (gm_one_of(check->view, i, "低少突") && !gm_one_of(check->view, i + 1, "于破")) return; /* most of them */
  if (gm_one_of(check->view, i, "多余左"))
    check_doubled_more(check, i);
  else
    check_two_bounds(check, i);
}

#define NOUN_CHARS 3 /* between the unit and 左右: 约300名学员左右 */

/* 约300人左右: both say the same; so usual that it is a hint only. */
static bool check_about_twice(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t number = gm_number_at(view, i + 1);
  if (!number || gm_one_before(view, i, "合节公契条制预相")) return false;
  size_t end = i + 1 + number;
  if (more_at(view, end)) end++;
  end += gm_measure_at(view, end);
  for (size_t n = 0; n <= NOUN_CHARS; n++, end++) {
    if (gm_words_at(view, end, "左右")) {
      gm_report_line(check, i, end + 2);
      gm_say(check->out, check->language, "“%s”：“约”与“左右”意思重复，删去一个",
             "“%s”: 约 and 左右 say the same; drop one", gm_quote_line(view, i, end + 2).text);
      return true;
    }
    if (end >= view->count || !(view->cls[end] & GM_HAN)) return false;
  }
  return false;
}

void gm_check_about_exact(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  unsigned value;
  if (check_about_twice(check, i)) return;
  size_t number = i + 1 + gm_words_at(view, i + 1, "有 为 达 达到 共有"); /* 大约有1283名 */
  size_t digits = gm_digits_at(view, number, &value);
  /* 约361项: the last digit says the count is known. */
  if (digits < 3 || value % 10 == 0 || view->cp[number + digits] == '.' || gm_one_before(view, i, "合节公契条制预相"))
    return;
  size_t end = number + digits;
  if (view->cls[end] & GM_NUMERAL || gm_one_of(view, end, "余多") || !gm_measure_at(view, end)) return;
  end += gm_measure_at(view, end);
  gm_report_line(check, i, end);
  gm_say(check->out, check->language, "“%s”：数字精确到个位，前面又用“约”，请核对",
         "“%s”: an exact figure after “about”; please check", gm_quote_line(view, i, end).text);
}
