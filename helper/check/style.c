/* STY: how figures are written, after GB/T 15835-2011 and usage. */
#include "check/dates.h"
#include "check/families.h"
#include "check/words.h"

static bool numeric(const gm_view *view, size_t at) { return view->cls[at] & (GM_DIGIT | GM_NUMERAL); }

/* Units and names that begin with 千 or 百: 5千瓦 is right. */
#define KILO                                                                                                                                                        \
  "千克 千瓦 千米 千公顷 千升 千字 千伏 千卡 千帕 千赫 千焦 千安 千乏 千兆 千比特 千人计划 千秒 千巴 千年 千里 千岁 " \
  "千牛 千欧 千禧 千斤顶 "                                                                                                                                               \
  "百帕 百科 百货 百姓 百度 百年 百家 "                                                                                                               \
  "百分 百米 百公里 百强 百佳 百校 百名"

void gm_check_digit_han_unit(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || !(view->cls[i - 1] & GM_DIGIT) || view->cls[i] & GM_IN_TITLE || gm_words_at(view, i, KILO)) return;
  size_t start = i;
  while (start && (view->cls[start - 1] & GM_DIGIT || (view->cp[start - 1] == '.' && start < i))) start--;
  size_t whole = start;
  while (whole < i && view->cp[whole] != '.') whole++;
  /* 3亿4千万, 2千株; 360百货 and 2024十大 are a name and a year. */
  if (start && gm_written_otherwise(view, start - 1)) return; /* 3萬4千元 */
  if (whole - start > 1 || (start && (view->cls[start - 1] & GM_LATIN || gm_one_before(view, start, "./-")))) return;
  size_t end = i + 1;
  while (numeric(view, end)) end++;
  if (view->cls[i] & GM_IN_QUOTE && gm_one_of(view, end, "多来")) return; /* “光油钱就是12万8千多”: as it was said */
  size_t unit = gm_measure_at(view, end);
  if (!unit && gm_one_of(view, i, "十")) return; /* 1十 of something is noise, not a figure */
  gm_report_line(check, start, end + unit);
  gm_say(check->out, check->language, "阿拉伯数字后只用“万”“亿”作单位：“%s”宜写全数字或全用汉字（GB/T 15835-2011）",
         "after Arabic digits only 万 and 亿: write “%s” in full (GB/T 15835-2011)",
         gm_quote_line(view, start, end + unit).text);
}

static void check_doubled_percent(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || !(view->cls[i - 1] & GM_DIGIT)) return;
  size_t start = gm_number_before(view, i), end = i + 1;
  if (gm_one_of(view, end, "%") && !gm_one_of(view, end + 1, "%")) {
    gm_report_line(check, start, end + 1);
    gm_say(check->out, check->language, "“%s”多写了一个百分号（GB/T 15835-2011）",
           "“%s” has one percent sign too many (GB/T 15835-2011)", gm_quote_line(view, start, end + 1).text);
    gm_propose(check->out, (gm_position){0, view->raw_at[i]}, (gm_position){0, gm_raw_end(view, i + 1)}, GM_TEXT(""),
               "STY-04");
    return;
  }
  size_t word = gm_words_before(view, start, "百分之 千分之");
  if (!word) return;
  gm_report_line(check, start - word, end);
  gm_say(check->out, check->language, "“%s”：“百分之”与“%%”重复（GB/T 15835-2011）",
         "“%s”: 百分之 and %% say the same (GB/T 15835-2011)", gm_quote_line(view, start - word, end).text);
}

static void check_lost_zero(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!(view->cls[i + 1] & GM_DIGIT)) return;
  bool after_han = i && view->cls[i - 1] & GM_HAN && !(view->cls[i - 1] & GM_NUMERAL);
  bool after_pause = i && gm_one_before(view, i, "，；：、（＝=");
  if (!after_han && !after_pause) return;
  size_t end = i + 1;
  while (view->cls[end] & GM_DIGIT) end++;
  /* Only with a unit behind: …见.1节 and file names are no decimals. */
  size_t unit = gm_words_at(view, end, "% 个百分点 元 万元 亿元 倍 吨 公斤 千克 克 米 公里 平方米 亩 公顷 小时");
  if (!unit) return;
  gm_report_line(check, i, end + unit);
  gm_say(check->out, check->language, "小数点前的“0”不能省略：“%s”应为“0%s”（GB/T 15835-2011）",
         "write the 0 before the point: “%s” should be “0%s” (GB/T 15835-2011)",
         gm_quote_line(view, i, end + unit).text, gm_quote_line(view, i, end + unit).text);
  gm_propose(check->out, (gm_position){0, view->raw_at[i]}, (gm_position){0, view->raw_at[i]}, GM_TEXT("0"), "STY-04");
}

/* 1,23,456 or 1,2345万元: groups of other than three digits. Lists such as 1,2,3 have no last group of three. */
static void check_digit_groups(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = i, groups = 0, last = 0, first = 0;
  bool odd = false;
  while (start && view->cls[start - 1] & GM_DIGIT) start--;
  first = i - start;
  if (!first || (start && gm_one_before(view, start, ",."))) return;
  size_t end = i;
  while (gm_one_of(view, end, ",") && view->cls[end + 1] & GM_DIGIT) {
    size_t from = ++end;
    while (view->cls[end] & GM_DIGIT) end++;
    odd = odd || (groups && last != 3);
    last = end - from;
    groups++;
  }
  bool fours = groups == 1 && last == 4 && first <= 3 && /* 1,2345万元 */
               gm_words_at(view, end, "元 万元 亿元 人 人次 吨 公斤 平方米 亩 件 户") &&
               !gm_one_before(view, start, "图表注第款条页式");
  if (!fours && (groups < 2 || last != 3 || first > 3 || !odd)) return;
  gm_report_line(check, start, end);
  gm_say(check->out, check->language, "“%s”分节有误：从个位起每三位一节（GB/T 15835-2011）",
         "“%s”: group the digits by threes from the right (GB/T 15835-2011)", gm_quote_line(view, start, end).text);
}

static bool is_wide(const gm_view *view, size_t i) { return (unsigned char)view->raw.ptr[view->raw_at[i]] == 0xEF; }

static bool full_width(const gm_view *view, size_t i) { return view->cls[i] & GM_DIGIT && is_wide(view, i); }

/* １，７５３．５: the marks within a full-width number go with its digits. */
static bool is_within(const gm_view *view, size_t i) {
  return i && (view->cp[i] == ',' || view->cp[i] == '.') && is_wide(view, i) && full_width(view, i - 1) &&
         full_width(view, i + 1);
}

/* The view has folded full-width digits; the raw byte tells. */
static void check_full_width(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!full_width(view, i) || (i && full_width(view, i - 1))) return;
  /* One a line: NRM-18 mends them all. */
  if (check->told) return;
  check->told = true;
  size_t end = i;
  while (full_width(view, end) || is_within(view, end)) end++;
  gm_report_line(check, i, end);
  gm_say(check->out, check->language, "全角数字“%s”应为半角（GB/T 15835-2011）",
         "full-width digits “%s”: write half-width (GB/T 15835-2011)", gm_quote_line(view, i, end).text);
  /* The fix takes all of the line's. */
  for (size_t k = i; k < view->count; k++) {
    if (!full_width(view, k) && !is_within(view, k)) continue;
    char half = (char)view->cp[k];
    gm_propose(check->out, (gm_position){0, view->raw_at[k]}, (gm_position){0, gm_raw_end(view, k + 1)},
               (gm_text){&half, 1}, "STY-04");
  }
}

void gm_check_digit_form(gm_line_check *check, size_t i) {
  switch (check->view->cp[i]) {
    case '%': check_doubled_percent(check, i); break;
    case '.': check_lost_zero(check, i); break;
    case ',': check_digit_groups(check, i); break;
    default: check_full_width(check, i); break;
  }
}

static unsigned small_han(uint32_t c) {
  static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
  for (unsigned i = 0; i < 9; i++)
    if (digits[i] == c) return i + 1;
  return 0;
}

/* 三、四个月 for 三四个月. Ordinals (二、三产业, 6、7月, 一、二年级) have no such measure word behind. */
static void check_split_estimate(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || i + 1 >= view->count) return;
  unsigned a, b;
  bool digits = view->cls[i - 1] & GM_DIGIT && view->cls[i + 1] & GM_DIGIT;
  if (digits) {
    a = view->cp[i - 1] - '0';
    b = view->cp[i + 1] - '0';
  } else {
    if (!(view->cls[i - 1] & view->cls[i + 1] & GM_NUMERAL)) return;
    a = small_han(view->cp[i - 1]);
    b = small_han(view->cp[i + 1]);
  }
  bool three_five = !digits && a == 3 && b == 5; /* 三五天 is an estimate too */
  if (a < (digits ? 2 : 1) || (b != a + 1 && !three_five)) return;
  if (three_five && !gm_words_at(view, i + 2, "天 个 年 次 家 户 里 公里 小时 分钟 倍 人 百 米")) return;
  bool scaled = !digits && gm_one_of(view, i + 2, "十百千万") && gm_measure_at(view, i + 3); /* 三、四百斤 */
  /* 十七、八天 */
  size_t start = !digits && i > 2 && gm_one_of(view, i - 2, "十") && !numeric(view, i - 3) ? i - 2 : i - 1;
  if (i < 2 || numeric(view, start - 1) || (numeric(view, i + 2) && !scaled)) return;
  bool after = gm_one_before(view, start, "后") && gm_words_at(view, i + 2, "天 年 小时 分钟 个月"); /* 雨后三、四天 */
  if ((!after && gm_one_before(view, start, "第、.．（(附表图前后初高大小")) ||
      (view->cls[start - 1] & (GM_STOP | GM_SPACE | GM_PAUSE)))
    return;
  if (gm_one_before(view, start, "周期拜") && !gm_words_at(view, i + 2, "次 个 小时")) return; /* 每周三、五 */
  size_t unit = gm_words_at(view, i + 2,
                            "个 名 天 年 次 家 户 岁 里 公里 小时 分钟 倍 人 百 千 万 元 吨 亩 斤 米 位 只 棵 张 里地");
  if (scaled) unit = 1 + gm_measure_at(view, i + 3);
  if (!unit || gm_words_at(view, i + 2, "年级 年制 人称 名决赛 名争夺 名排位 名之争 次会议 次产业 位数 家庭 个部分 次全会 次分配 名额 天气 里程"))
    return;
  if (digits && !gm_words_at(view, i + 2, "个 天 年 小时 分钟 里 公里 次 百 千 万")) return;
  gm_report_line(check, start, i + 2 + unit);
  gm_say(check->out, check->language,
         digits ? "相邻数字连用表示概数，用汉字且不加顿号：“%s”（GB/T 15835-2011）"
                : "相邻数字连用表示概数，中间不加顿号：“%s”（GB/T 15835-2011）",
         "an estimate of two neighbouring numbers takes Han numerals without a comma: “%s” (GB/T 15835-2011)",
         gm_quote_line(view, start, i + 2 + unit).text);
  if (!digits)
    gm_propose(check->out, (gm_position){0, view->raw_at[i]}, (gm_position){0, gm_raw_end(view, i + 1)}, GM_TEXT(""),
               "STY-06");
}

/* 10几个, 几10人: 十几个, 几十人. */
static void check_digits_with_ji(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (i && view->cp[i - 1] == '0' && (i < 2 || gm_number_before(view, i) + 4 > i)) {
    size_t start = gm_number_before(view, i), unit = gm_measure_at(view, i + 1);
    if (!unit || (start && view->cls[start - 1] & GM_LATIN)) return;
    gm_report_line(check, start, i + 1 + unit);
  } else if (view->cls[i + 1] & GM_DIGIT && !gm_one_before(view, i, "第")) {
    unsigned value;
    size_t digits = gm_digits_at(view, i + 1, &value);
    if (value != 10 && value != 100 && value != 1000) return;
    gm_report_line(check, i, i + 1 + digits + gm_measure_at(view, i + 1 + digits));
  } else {
    return;
  }
  const gm_finding *f = &check->out->list.items[check->out->list.count - 1];
  gm_say(check->out, check->language, "含“几”的概数用汉字：“%s”（GB/T 15835-2011）",
         "an estimate with 几 takes Han numerals: “%s” (GB/T 15835-2011)",
         gm_quote_raw(view->raw, f->start.byte, f->end.byte).text);
}

void gm_check_estimate_form(gm_line_check *check, size_t i) {
  if (gm_one_of(check->view, i, "几"))
    check_digits_with_ji(check, i);
  else
    check_split_estimate(check, i);
}

/* 零 in a year written digit by digit, 〇 in a number with places. */
void gm_check_zero(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = i, end = i;
  while (start && i - start < GM_NUMBER_CHARS && view->cls[start - 1] & GM_NUMERAL) start--;
  while (end - i < GM_NUMBER_CHARS && view->cls[end] & GM_NUMERAL) end++;
  bool places = false, first = true;
  for (size_t k = start; k < end; k++) {
    places = places || gm_one_of(view, k, "十百千万亿");
    if (k < i && view->cp[k] == view->cp[i]) first = false;
  }
  if (!first) return; /* reported at the first one */
  if (gm_one_of(view, i, "零")) {
    if (places || end - start != 4 || !gm_one_of(view, end, "年")) return;
    gm_report_line(check, start, end + 1);
    gm_say(check->out, check->language, "年份中的“零”用“〇”：“%s”（GB/T 15835-2011）",
           "in a year write 〇, not 零: “%s” (GB/T 15835-2011)", gm_quote_line(view, start, end + 1).text);
    for (size_t k = start; k < end; k++)
      if (gm_one_of(view, k, "零"))
        gm_propose(check->out, (gm_position){0, view->raw_at[k]}, (gm_position){0, gm_raw_end(view, k + 1)},
                   GM_TEXT("〇"), "STY-07");
  } else if (places && end - start > 2 && !gm_one_of(view, start, "〇")) {
    gm_report_line(check, start, end);
    gm_say(check->out, check->language, "计量用“零”，编号和年份才用“〇”：“%s”（GB/T 15835-2011）",
           "a quantity takes 零, only codes and years take 〇: “%s” (GB/T 15835-2011)",
           gm_quote_line(view, start, end).text);
    for (size_t k = start; k < end; k++)
      if (gm_one_of(view, k, "〇"))
        gm_propose(check->out, (gm_position){0, view->raw_at[k]}, (gm_position){0, gm_raw_end(view, k + 1)},
                   GM_TEXT("零"), "STY-07");
  }
}

/* Points of time at which nothing ends: 截止目前 is 截至目前 wherever it stands. */
#define NOW "目前 现在 当前 此时 发稿 发稿时 记者发稿"
#define UNTIL_TIMES                                                                                                                                        \
  NOW " 今年 今日 去年 昨天 昨日 今天 本月 上月 本周 本年 上年末 年底 年末 月底 月末 当日 报告期 报告期末 期末 " \
      "本季度末 上季度末"
/* What is taken in up to a day, and what is said of it: its 截止 is no 截至. */
#define DEADLINES                                                                                                                                                 \
  "报名 申报 投稿 征集 征稿 征求 受理 逾期 提交 缴费 缴纳 投票 登记 即日起 申请 招募 预约 预订 优惠 有效 期限 公示 " \
  "展期 展览 "                                                                                                                                                \
  "招标 投标 递交 领取 报送 逾时 过时 过期 欢迎 请 须 将 提名 推荐 评选 竞价 拍卖 订购 要完成 要实现 要达到 要全面 " \
  "力争 "                                                                                                                                                       \
  "争取 计划 预计 确保 拟"
#define RECKONED "已 共 累计 总 现有 现已 实有 全 我 各 仍 尚 还"

/* Characters of the point of time at `at`: 今年6月底, 2024年12月; 0 when none stands there. */
static size_t point_of_time(const gm_view *view, size_t at) {
  size_t end = at + gm_words_at(view, at, UNTIL_TIMES), number = gm_number_at(view, end);
  if (!number || !gm_one_of(view, end + number, "年月日时点")) return end - at;
  while (end < view->count && (gm_number_at(view, end) || gm_one_of(view, end, "年月日时点分底末初"))) end++;
  return end - at;
}

/* 截止 straight before a point of time means 截至; 截止到 is another way to say it. Behind 报名 it is the predicate. */
void gm_check_until(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!gm_one_of(view, i + 1, "止")) return;
  size_t at = i + 2, time = point_of_time(view, at);
  if (!time || gm_one_before(view, i, "未已将日前后")) return;
  bool now = gm_words_at(view, at, NOW) != 0, opens = gm_clause_starts(view, i);
  if (!now && !opens) { /* what is told of it must be a reckoning */
    if (gm_find_word(view, gm_sentence_start(view, i), gm_sentence_end(view, i), DEADLINES) != SIZE_MAX) return;
    size_t behind = at + time + gm_words_at(view, at + time, "，");
    if (!gm_words_at(view, behind, RECKONED)) return;
  }
  gm_report_line(check, i, at + time);
  gm_say(check->out, check->language, "时点前用“截至”：“%s”", "before a point of time write 截至: “%s”",
         gm_quote_line(view, i, at + time).text);
  gm_propose(check->out, (gm_position){0, view->raw_at[i + 1]}, (gm_position){0, gm_raw_end(view, at)}, GM_TEXT("至"),
             "STY-08");
}
