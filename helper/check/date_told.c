/* DT-04: what is told as past of a day after the draft's own date. */
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

static bool exists(gm_date d) { return d.month && d.day && d.day <= gm_month_days(d.year, d.month); }

/* A date without its year is taken for the draft's year only when it lies this near behind the draft's date: farther
 * off it is last year's. */
#define AHEAD_DAYS 60

#define SENTENCE_BYTES 900u /* no sentence of a draft is longer either side of its date */

typedef struct sentence {
  size_t from, to; /* of `text` */
  uint32_t text[2 * SENTENCE_BYTES];
} sentence;

static bool ends_sentence(uint32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F; }

/* The characters around byte `at`, between 。！？ or the line's ends. */
static void read_sentence(gm_text line, uint32_t at, sentence *out) {
  const char *middle = line.ptr + at, *start = line.ptr, *end = line.ptr + line.len;
  uint32_t c;
  out->from = out->to = SENTENCE_BYTES;
  for (const char *p = middle; p > start && middle - p < (ptrdiff_t)SENTENCE_BYTES; out->text[--out->from] = c) {
    if (p - start > 3 && gm_ideograph_before(p, &c)) {
      p -= 3;
      continue;
    }
    p -= gm_utf8_decode_back(start, p, &c);
    if (ends_sentence(c)) break;
  }
  for (const char *p = middle; p < end && p - middle < (ptrdiff_t)SENTENCE_BYTES; out->text[out->to++] = c) {
    p += gm_utf8_decode(p, end, &c);
    if (ends_sentence(c)) break;
  }
}

#define BOUNDS      "前 起 至 后 後 之 以 止 — - ～ 到"
#define BOUND_BYTES 3u /* behind a date: 3月14日前, 3月14日至20日 */

static bool is_term(gm_word_lists *lists, gm_text line, uint32_t at) {
  uint32_t c;
  const char *p = line.ptr + at, *end = line.ptr + (at + BOUND_BYTES < line.len ? at + BOUND_BYTES : line.len);
  while (p < end) {
    p += gm_utf8_decode(p, end, &c);
    if (gm_word_list_in(lists, &c, 1, BOUNDS)) return true;
  }
  return false;
}

#define FUTURE                                                                                                                                                    \
  "将 將 拟 擬 计划 預計 预计 定于 定於 届时 屆時 力争 截止 截至 有效 施行 实施 申请 报名 请 請 预定 安排 时间 時間 " \
  "期间 期間 欢迎 敬请 期待 即将 农历 農曆 倒计时 再过 再過 就要 快要 目标 明年 去年 上年 开始 应于 须于 务必 必须 " \
  "应当 确保"
#define PAST_BUT_HELD "了 说 获悉 表示 介绍 完成 開展 获得 說 走进 来到 参加 结束 完毕"
#define HELD          "举行 召开 举办 舉行 舉辦 召開 闭幕 落幕" /* said of what is to come as well: 大赛于5月20日举行 */
/* 开展的, 举办的: what was done then, right behind a month. */
#define DONE_THEN "开展的 举办的 组织的 召开的 举行的 完成的 进行的 实施的 推出的"

#define BRACKET_BYTES 30u /* （星期六） behind a date */

/* 6月14日（星期六）是世界献血者日: does the calendar tell it, and nobody who was there? */
static bool is_of_calendar(gm_text line, uint32_t at) {
  if (gm_reads(line, at, "（"))
    for (uint32_t end = at + BRACKET_BYTES; at < end && at < line.len && !gm_reads_before(line, at, "）");) at++;
  return gm_reads(line, at, "是") != 0;
}

static size_t count_chars(gm_text line, uint32_t from, uint32_t to) {
  return gm_utf8_count((gm_text){line.ptr + from, to - from}, NULL);
}

/* Does a word set the sentence in another time? 比上年 only compares. */
static bool tells_of_later(gm_word_lists *lists, const uint32_t *text, size_t count) {
  for (size_t from = 0, at; from < count; from += at + 1) {
    at = gm_word_list_first(lists, text + from, count - from, FUTURE);
    if (at == SIZE_MAX) return false;
    size_t word = from + at;
    bool compares = word && gm_word_list_in(lists, text + word, count - word, "去年 上年") &&
                    gm_word_list_in(lists, text + word - 1, 1, "比 较");
    if (!compares) return true;
  }
  return false;
}

/* Is the sentence around a date told as past, and nothing in it as still to come? */
static bool tells_past(gm_word_lists *lists, gm_text line, const gm_figure *figure) {
  sentence s;
  read_sentence(line, figure->start, &s);
  const uint32_t *text = s.text + s.from;
  size_t count = s.to - s.from;
  if (tells_of_later(lists, text, count)) return false;
  /* 11月28日，第八届菌菇文化节开幕。 */
  bool opened = count > 2 && gm_word_list_in(lists, text + count - 2, 2, "开幕 启幕");
  size_t behind = s.to - SENTENCE_BYTES, date = count_chars(line, figure->start, figure->end);
  if (gm_reads_before(line, figure->start, "于") ||
      (date < behind && gm_word_list_in(lists, s.text + SENTENCE_BYTES + date, behind - date, DONE_THEN)))
    return gm_word_list_first(lists, text, count, PAST_BUT_HELD) != SIZE_MAX;
  return opened || gm_word_list_first(lists, text, count, PAST_BUT_HELD " " HELD) != SIZE_MAX;
}

#define DONE "了总结 举行了 召开了 举办了 开展了 完成了 参加了 进行了 组织了 通过了 签订了 签署了 发布了 获得了"

/* Behind a signature stand plans too: told as past for certain. */
static bool tells_done(gm_word_lists *lists, gm_text line, uint32_t at) {
  sentence s;
  read_sentence(line, at, &s);
  return gm_word_list_first(lists, s.text + SENTENCE_BYTES, s.to - SENTENCE_BYTES, DONE) != SIZE_MAX;
}

/* What else keeps a sentence that has no word of the past in it from telling any. */
#define STILL_TO_COME                                                                                                                                             \
  "就能 到时 预报 可能 有望 或将 建议 注意 提醒 初定 暂定 确保 争取 祝 可以 可在 可到 可凭 可于 均可 即可 "              \
  "需要 应当 "                                                                                                                                                \
  "须 务必 定在 定为 不低于 不少于 恢复 切换 天象 流星 月食 日食 可见 可观 停水 停电 停运 停航 停气 封闭 管制 禁行 " \
  "限行 施工 有雨 阵雨 小雨 中雨 气温 多云 "                                                                                                      \
  "顺延 行程 日程 "                                                                                                                                         \
  "彩排 演练方案 倒计时 要求 学年 次年 来年 下一步 下步 力求 准备 筹备 将要 后天 明天 明日 下周 下月 正式上线 "       \
  "起售 开售 开票 "                                                                                                                                         \
  "前往 敬告 特此 上映 定档 首播 播出 出生 截止日"

/* When nobody plans for. */
#define SMALL_HOURS \
  "清晨 凌晨 清早 一早 早晨 大早 拂晓 黎明 傍晚 深夜 夜里 入夜 黄昏 晌午 天刚亮 天不亮 天还没亮 天没亮 天蒙蒙亮"

/* What only who was there can tell. */
#define SEEN                                                                                                                                                          \
  "笔者看到 笔者见到 笔者走进 笔者来到 笔者在 笔者随 "                                                                                          \
  "收回 回收率 驶出 驶离 靠泊 缓缓 徐徐 传来 响起 发令枪响 鸣笛 记者看到 记者见到 记者走进 记者在 记者来到 记者从 "    \
  "记者随 告诉记者 "                                                                                                                                           \
  "人头攒动 热闹非凡 座无虚席 人声鼎沸 热火朝天 络绎不绝 井然有序 忙着 正忙 忙碌 接到 接报 接警 突发 突降 突遇 突袭 " \
  "突然 遭遇 连夜 "                                                                                                                                             \
  "转移群众 转移安置 救出 救起 扑灭 抓获 查获 缴获 告破 受灾 倒塌 遇难 死亡 受伤 夺得 夺冠 摘得 斩获 荣获 获评 获颁 "   \
  "捧回 成交 "                                                                                                                                                    \
  "结果显示 数据显示 测定显示 监测显示 累计接待 收到 冒雨 冒着 送到 送来 送去 交到 递到 拿到 领到 搬进 住进 码进 "      \
  "装上 装进 运抵 "                                                                                                                                             \
  "上岸 起捕 卸下 只见 赶到 赶来 围在 聚在 挤满 坐满 站满 排起 亮起 升起 映入 翻开 指着 拉着 握着 捧着 望着 看着 "        \
  "谈起 说起 提起 回忆起 当场 当庭 签下 按下手印 一片繁忙 一派繁忙 一片忙碌 一片欢腾 一片金黄 洋溢着 喜滋滋 美滋滋 "  \
  "乐滋滋 逢人便 直夸 "                                                                                                                                       \
  "笑着 顺利通过 "                                                                                                                                              \
  "一次性通过 成功"

/* How someone was seen to feel and speak: told of a day gone by, whoever signs the draft. */
#define FELT                                                                                                                                                          \
  "舒一口气 舒了一口气 舒了口气 松一口气 松了一口气 松了口气 长出一口气 出了一口气 脸上 满脸 露出笑容 露出了 "         \
  "露出欣慰 "                                                                                                                                                     \
  "露出灿烂 合不拢嘴 喜上眉梢 喜笑颜开 眉开眼笑 笑开了花 乐开了花 乐呵呵 笑呵呵 笑盈盈 眼眶 眼圈 热泪 泪水 泪花 "      \
  "红了眼 哽咽 "                                                                                                                                                 \
  "激动地 激动不已 激动万分 高兴地 开心地 自豪地 感激地 兴奋地 欣喜地 满意地 动情地 感慨地 感慨道 感慨万千 感叹道 "   \
  "赞叹道 "                                                                                                                                                        \
  "竖起大拇指 竖起了大拇指 连连点头 连连道谢 连声道谢 连声称赞 连声说 笑着说 说：“ 说道：“ 告诉记者 握手言和 "      \
  "冰释前嫌 "                                                                                                                                                     \
  "道出了 忍不住 不由得 紧紧握 紧握着 鞠了一躬 深鞠一躬 送上锦旗 递上锦旗 一字一句 脱口而出 欣慰不已 喜不自禁 难掩 " \
  "告诉笔者 对笔者说 向笔者介绍 向记者介绍 对记者说 笑着对"
/* What goes on there, and may be told of today as well. */
#define UNDER_WAY                                                                                                                                              \
  "正在 飘出 飘来 飘着 飘香 传出 洒在 洒满 洒进 映照 映红 围坐 围着 边吃边 有说有笑 欢声笑语 笑声 掌声 灯火通明 " \
  "热气腾腾 穿梭 天还没亮 天没亮 天不亮 "                                                                                                      \
  "人声 喧闹 阵阵"
#define TODAY "目前 眼下 当前 现在 如今 连日来 近日 筹备 备战 排练 紧锣密鼓"

/* With a number close behind, what came of it. */
#define RESULTS \
  "收回 回收率 回收 收到 降雨 降水 降雪 雨量 转移群众 转移 救出 疏散 查获 抓获 缴获 扑灭 成交 签约 夺得 荣获"
#define RESULT_GAP  6u /* characters from one of those to its number */
#define CLOSES_PAST "合龙 贯通 封顶 揭牌 挂牌 签约 落成 竣工 下线 首航 启航 夺冠"

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool tells_result(gm_word_lists *lists, const uint32_t *text, size_t count) {
  for (size_t from = 0, at; from < count; from += at + 1) {
    at = gm_word_list_first(lists, text + from, count - from, RESULTS);
    if (at == SIZE_MAX) return false;
    size_t end = from + at + gm_word_list_in(lists, text + from + at, count - from - at, RESULTS), reach = end;
    while (reach < count && reach - end < RESULT_GAP && !is_digit(text[reach]) &&
           !(gm_class_of(text[reach]) & GM_PUNCT))
      reach++;
    if (reach < count && is_digit(text[reach])) return true;
  }
  return false;
}

#define PASSED "评审 验收 审查 考核 审核 鉴定 评估 认证 审定 核查 复审 终验 初验 评定"

/* 1月13日，成果通过县级评审。: is its sentence [text, count) one that ends with what was passed? */
static bool tells_passed(gm_word_lists *lists, const uint32_t *text, size_t count) {
  size_t at = gm_word_list_first(lists, text, count, "通过");
  return at != SIZE_MAX && at + 4 <= count && at + 14 > count && gm_word_list_in(lists, text + count - 2, 2, PASSED);
}

/* What may stand between a date and the comma that sets it off: 4月25日上午9时许，. */
#define OF_THE_DAY                                                                                                                                           \
  "上 下 中 午 晚 间 夜 清 凌 早 晨 一 大 傍 黄 昏 黎 明 拂 晓 深 入 天 刚 蒙 亮 不 没 当 日 时 点 分 许 半 左 右 （ " \
  "） ( ) 星 期 周 二 "                                                                                                                                 \
  "三 四 五 六 0 1 2 3 4 5 6 7 8 9 : ："

/* Where the first clause of text[0, count) ends. */
static size_t clause_end(gm_word_lists *lists, const uint32_t *text, size_t count) {
  size_t at = gm_word_list_first(lists, text, count, "， ； ,");
  return at == SIZE_MAX ? count : at;
}

#define PLACE_ENDS "室 厅 院 馆 场 村 镇 县 市 区 家 里 上 内 中 口 边 旁 处 站 厂 园 间 店 社 队 所 前 下 头"
#define NO_PLACE   "比赛 会上 仪式 开幕 论坛 晚会 活动 举行 举办 召开 开赛 期间"

static bool is_place(gm_word_lists *lists, const uint32_t *clause, size_t count) {
  return count > 2 && gm_word_list_in(lists, clause + count - 1, 1, PLACE_ENDS) &&
         gm_word_list_first(lists, clause, count, NO_PLACE) == SIZE_MAX;
}

/* 12月13日，调解室里，调解员正在劝导邻居: is it told of the day itself, in the clause that follows it or its place? */
static bool goes_on(gm_word_lists *lists, const uint32_t *behind, size_t count) {
  for (size_t at = 0, end; at < count; at = end + 1) {
    end = at + clause_end(lists, behind + at, count - at);
    if (gm_word_list_first(lists, behind + at, end - at, UNDER_WAY) != SIZE_MAX) return true;
    if (!is_place(lists, behind + at, end - at)) return false;
  }
  return false;
}

#define NATURAL \
  "强降雨 暴雨 大暴雨 特大暴雨 强降雪 暴雪 大雪 冰雹 地震 台风 洪水 洪涝 山洪 滑坡 泥石流 火灾 山火 事故 爆炸"

/* 11月28日强降雨之后: what nobody plans for, right behind the date, and others after it. */
static bool tells_nature(gm_word_lists *lists, const uint32_t *behind, size_t count) {
  size_t at = 0;
  while (at < count && gm_word_list_in(lists, behind + at, 1, OF_THE_DAY " 的")) at++;
  size_t word = gm_word_list_in(lists, behind + at, count - at, NATURAL);
  return word && gm_word_list_in(lists, behind + at + word, count - at - word, "之后 过后 以后 后 发生后");
}

/* Is what the date sets the scene of told as seen, or as brought about, without any 了? `end` is where the next date of
 * the line begins. */
static bool tells_happened(gm_word_lists *lists, gm_text line, const gm_figure *figure, uint32_t end, bool published) {
  sentence s;
  read_sentence(line, figure->start, &s);
  const uint32_t *text = s.text + SENTENCE_BYTES;
  size_t all = s.to - s.from, count = s.to - SENTENCE_BYTES, date = count_chars(line, figure->start, figure->end);
  if (published && gm_reads_before(line, figure->start, "今天是")) return true;
  uint32_t before = s.from < SENTENCE_BYTES ? text[-1] : 0;
  if (before && !(gm_class_of(before) & (GM_PUNCT | GM_SPACE))) return false;
  if (gm_word_list_first(lists, s.text + s.from, all, FUTURE) != SIZE_MAX) return false;
  if (date < count && tells_nature(lists, text + date, count - date)) return true;
  if (gm_word_list_first(lists, s.text + s.from, all, STILL_TO_COME) != SIZE_MAX) return false;
  size_t own = count_chars(line, figure->start, end);
  if (own < count) count = own;
  if (count <= date) return false;
  const uint32_t *behind = text + date;
  count -= date;
  if (!figure->date.day) {
    size_t done = gm_word_list_in(lists, behind, count, DONE_THEN);
    return published && done && gm_word_list_first(lists, behind + done, count - done, PAST_BUT_HELD) != SIZE_MAX;
  }
  size_t clause = clause_end(lists, behind, count), hours = 0;
  while (hours < clause && gm_word_list_in(lists, behind + hours, 1, OF_THE_DAY)) hours++;
  if (hours < clause && !(gm_word_list_in(lists, behind + hours, clause - hours, "在 的 走进 来到") &&
                          is_place(lists, behind + hours, clause - hours)))
    /* 4月25日开园，工人们正忙着布展: the rest need not be of that day */
    return gm_word_list_first(lists, behind, clause, DONE_THEN) == SIZE_MAX && tells_result(lists, behind, clause);
  if (tells_result(lists, behind, count) || gm_word_list_first(lists, behind, count, FELT) != SIZE_MAX) return true;
  if ((published || figure->date.year) && tells_passed(lists, behind, count)) return true;
  if (!published) return false;
  bool closes = count > 2 && gm_word_list_in(lists, behind + count - 2, 2, CLOSES_PAST);
  size_t told = hours < clause ? 0 : hours + 1;
  bool today = gm_word_list_first(lists, s.text + s.from, all, TODAY) != SIZE_MAX;
  return closes || (!today && told < count && goes_on(lists, behind + told, count - told)) ||
         gm_word_list_first(lists, text, date + hours, SMALL_HOURS) != SIZE_MAX ||
         gm_word_list_first(lists, behind, count, SEEN) != SIZE_MAX;
}

/* Drafts of what is to come, by their titles. */
#define PLANS                                                                                                                                                  \
  "通知 公告 预告 通告 方案 安排 预案 日程 启事 邀请 指南 须知 简章 公示 提示 议程 攻略 纪要 计划 要点 意见 办法 " \
  "规则 规程 预报 "                                                                                                                                      \
  "倒计时 请示 章程 细则 流程 手册 预警 招募 招聘 招标 征集 征稿 征求 倡议 规划"

/* Who speaks sets tasks in the same words that a report tells of what was done by: 植树活动，全员参加. */
#define SPEECHES "讲话 发言 致辞 演讲 动员 党课"

/* What is asked of a draft once, and only when a date lies ahead. */
typedef struct whole {
  bool known;
  bool speech;
  bool plans;     /* it tells of what is to be */
  bool last_year; /* its dates without a year are those of the year before */
} whole;

/* Does the draft tell of a day far ahead as past? Then it runs through the year before: a review of January. */
static bool is_of_last_year(const gm_draft_check *check, gm_date own) {
  unsigned titled = check->title_year;
  if (titled && titled != own.year) return true;
  int64_t today = gm_day_number(own);
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t f = 0; f < check->figures[line].count; f++) {
      const gm_figure *figure = &check->figures[line].items[f];
      gm_date date = figure->date;
      if (figure->kind != GM_FIGURE_DATE || date.year || !exists(date)) continue;
      date.year = own.year;
      if (gm_day_number(date) > today + AHEAD_DAYS && tells_past(check->words, check->draft->lines[line], figure))
        return true;
    }
  }
  return false;
}

/* 2024年启动。4月25日…: is the last year told before in the line another? */
static bool follows_other_year(const gm_figures *figures, uint32_t f, unsigned year) {
  while (f-- > 0)
    if (figures->items[f].date.year) return figures->items[f].date.year != year;
  return false;
}

#define HEAD_LINES 4 /* kept lines in which a report names its day */
#define SOME_YEAR  2023

/* 本报6月3日讯, 新华社北京6月3日电: the day a report was sent; `guessed` when it does not tell the year. */
static gm_draft_date date_of_report(const gm_draft_check *check, bool *guessed) {
  gm_draft_date none = {{0, 0, 0}, false};
  unsigned seen = 0;
  for (uint32_t i = 0; i < check->draft->count && seen < HEAD_LINES; i++) {
    if (!check->draft->looks[i].chars || !check->draft->classes[i].keep) continue;
    seen++;
    if (!check->figures[i].count || check->figures[i].items[0].kind != GM_FIGURE_DATE) continue;
    const gm_figure *f = &check->figures[i].items[0];
    gm_text line = check->draft->lines[i];
    if (!f->date.month || !f->date.day ||
        !(gm_reads(line, f->end, "讯") || gm_reads(line, f->end, "电") || gm_reads(line, f->end, "发布消息") ||
          gm_reads(line, f->end, "消息")))
      continue;
    gm_date date = f->date;
    *guessed = !date.year;
    if (!date.year) date.year = SOME_YEAR;
    return (gm_draft_date){date, true};
  }
  return none;
}

/* What is told of a day after the draft's own date as if it were past. */
void gm_check_future_event(gm_draft_check *check) {
  bool guessed = false;
  gm_draft_date own = gm_date_of_draft(check), sent = date_of_report(check, &guessed);
  if (sent.published) own = sent;
  if (!own.date.year) return;
  int64_t today = gm_day_number(own.date);
  whole draft = {false, false, false, false};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    const gm_line_class *class = &check->draft->classes[line];
    if (!class->keep || class->fields || class->kind != GM_LINE_PROSE) continue;
    for (uint32_t f = 0; f < check->figures[line].count; f++) {
      const gm_figure *figure = &check->figures[line].items[f];
      gm_date date = figure->date;
      if (figure->kind != GM_FIGURE_DATE || !date.month || (guessed && date.year)) continue;
      if (figure->roles & (GM_ROLE_TITLE | GM_ROLE_PAREN)) continue;
      if (!date.year) date.year = own.date.year;
      if (!date.day) date.day = 1; /* 6月份 lies ahead when its first day does */
      if (!exists(date)) continue;
      int64_t ahead = gm_day_number(date) - today;
      if (ahead <= 0 || (!figure->date.year && ahead > AHEAD_DAYS)) continue;
      gm_text text = check->draft->lines[line];
      /* 已于2026年4月底前完工: nothing else need say so */
      bool done = figure->date.year &&
                  (gm_reads_before(text, figure->start, "已于") || gm_reads_before(text, figure->start, "已在"));
      if (!done && (is_term(check->words, text, figure->end) || is_of_calendar(text, figure->end))) continue;
      if (!draft.known) {
        draft.plans = gm_title_holds(check, PLANS, NULL);
        draft.speech = gm_title_holds(check, SPEECHES, NULL);
        draft.last_year = is_of_last_year(check, own.date);
        draft.known = true;
      }
      bool reports = own.published && !draft.speech;
      bool past =
          done || (figure->date.day && (own.published || figure->date.year) && tells_past(check->words, text, figure) &&
                   (reports || tells_done(check->words, text, figure->start)));
      if (!past) {
        uint32_t next = f + 1;
        while (next < check->figures[line].count && check->figures[line].items[next].kind != GM_FIGURE_DATE) next++;
        uint32_t end = next < check->figures[line].count ? check->figures[line].items[next].start : text.len;
        if (draft.plans ||
            (!figure->date.year && (draft.last_year || follows_other_year(&check->figures[line], f, own.date.year))) ||
            !tells_happened(check->words, text, figure, end, reports))
          continue;
      }
      if (!done && gm_lies_ahead(check, line)) continue;
      gm_report_figure(check, line, figure);
      if (guessed)
        gm_say(check->out, check->language, "%s晚于发布日期%u月%u日，却作已发生叙述",
               "%s is after the date of publication, %u-%u, but told as past",
               gm_quote_figure(check->draft, line, figure).text, own.date.month, own.date.day);
      else
        gm_say(
            check->out, check->language,
            own.published ? "%s晚于发布日期%u年%u月%u日，却作已发生叙述" : "%s晚于成文日期%u年%u月%u日，却作已发生叙述",
            own.published ? "%s is after the date of publication, %u-%u-%u, but told as past"
                          : "%s is after the date of the document, %u-%u-%u, but told as past",
            gm_quote_figure(check->draft, line, figure).text, own.date.year, own.date.month, own.date.day);
    }
  }
}
