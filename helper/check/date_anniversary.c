/* DT-06: anniversaries against the years they are counted from. */
#include "check/dates.h"
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

typedef struct founding {
  const char *names;
  const char *bare; /* names that others have too, behind what tells whose: 老挝建国, 县人民政协成立; "" when none */
  unsigned year;
} founding;

/* Foundings of general knowledge; the year of each from any encyclopaedia. */
static const founding foundings[] = {
    {"中国共产党成立 中国共产党建党 我们党成立 我党成立", "建党 党成立", 1921},
    {"新中国成立 中华人民共和国成立 新中国建国", "建国 共和国成立", 1949},
    {"中国人民解放军建军 解放军建军 人民军队建军 中国人民解放军成立", "建军", 1927},
    {"中国共产主义青年团成立 中国共产主义青年团建团 中国共青团成立 中国共青团建团", "共青团成立 共青团建团", 1922},
    {"中国少年先锋队建队 中国少年先锋队成立", "少先队建队 少先队成立", 1949},
    {"中国人民政治协商会议成立 中国人民政协成立", "人民政协成立", 1949},
    {"中华全国总工会成立", "全国总工会成立", 1925},
    {"人民海军成立 中国人民解放军海军成立 人民空军成立 中国人民解放军空军成立", "", 1949},
    {"全国人民代表大会成立", "", 1954},
    {"改革开放", "", 1978},
    {"抗日战争胜利 抗战胜利 世界反法西斯战争胜利", "", 1945},
    {"红军长征胜利 长征胜利", "", 1936},
    {"五四运动", "", 1919},
    {"辛亥革命", "", 1911},
    {"南昌起义 秋收起义", "", 1927},
    {"遵义会议 遵义会议召开", "", 1935},
    {"九一八事变", "", 1931},
    {"七七事变 卢沟桥事变 全民族抗战爆发 全面抗战爆发", "", 1937},
    {"抗美援朝出国作战", "", 1950},
    {"西藏和平解放", "", 1951},
    {"内蒙古自治区成立", "", 1947},
    {"新疆维吾尔自治区成立", "", 1955},
    {"广西壮族自治区成立 宁夏回族自治区成立", "", 1958},
    {"西藏自治区成立", "", 1965},
    {"深圳经济特区建立 深圳经济特区成立", "", 1980},
    {"海南建省", "", 1988},
    {"浦东开发开放", "", 1990},
    {"香港回归 香港回归祖国", "", 1997},
    {"澳门回归 澳门回归祖国", "", 1999},
};

/* What stands before a name that tells not whose: 庆祝建国, 今年是建党. */
#define BARE_LEADS "祝念接逢值来迎礼为的年是和与及暨在于到向时夕际后着了贺庆行办展开"

/* The founding whose name ends just before `end`; NULL when none does. */
static const founding *known_before(const gm_view *view, size_t end) {
  for (size_t i = 0; i < sizeof foundings / sizeof *foundings; i++) {
    if (gm_words_before(view, end, foundings[i].names)) return &foundings[i];
    size_t n = *foundings[i].bare ? gm_words_before(view, end, foundings[i].bare) : 0;
    if (n && (n == end || !(view->cls[end - n - 1] & GM_HAN) || gm_one_before(view, end - n, BARE_LEADS) ||
              gm_words_before(view, end - n, "我国 中国")))
      return &foundings[i];
  }
  return NULL;
}

/* What begins in a year and has its anniversary by the same word: 通车10周年 counts from 通车. Words of founding stand
 * for each other (1958年创办, 建校65周年), and so do those of a row. */
static const char *const beginnings[] = {
    GM_FOUNDED,
    "投产 投运 运行 运营 投入使用 投入运行 投入运营 试运行 发电 并网",
    "通车 开通 通航 通水 通电 蓄水 通气 供暖",
    "开业 开馆 开园 开张 开放 开街 开站 开港 开院 开校 开店 开诊 开播 营业",
    "挂牌 揭牌",
    "上市",
    "出版 发行 首发",
    "结对 结好 缔结 对口支援 对口帮扶 建交",
    "恢复重建 重建 复建 恢复办学 复办",
    "改制",
    "复刊",
};
#define BEGINNINGS (sizeof beginnings / sizeof *beginnings)
#define FOUNDING   0u /* the first row, and 建校 and its like */
#define AGAIN      7u /* from this row on what was there before began anew */

#define BODY_ENDS "司团厂业矿校院学会委馆社队部心所站局"

/* The row of the word of beginning that ends just before `at`, or that begins there; -1 when there is none. *length
 * gets its characters. */
static int beginning(const gm_view *view, size_t at, bool before, size_t *length) {
  if (before ? at > 1 && gm_founds(view, at - 2) : gm_founds(view, at)) {
    *length = 2;
    return FOUNDING;
  }
  for (size_t i = 0; i < BEGINNINGS; i++) {
    *length = before ? gm_words_before(view, at, beginnings[i]) : gm_words_at(view, at, beginnings[i]);
    if (*length) return (int)i;
  }
  return -1;
}

/* The same of what ends in 于 before `from`: 创办于, 建于; -1 when nothing does. */
static int begun_at(const gm_view *view, size_t from, size_t *length) {
  if (!gm_one_before(view, from, "于")) return -1;
  int row = beginning(view, from - 1, true, length);
  /* 镇卫生院建于; a house or a tower may be older than who is in it */
  if (row >= 0 || from < 3 || !gm_one_before(view, from - 1, "建创办立设") ||
      !(gm_one_before(view, from - 2, BODY_ENDS) || gm_one_before(view, from - 2, "小中店园台")))
    return row;
  *length = 1;
  return FOUNDING;
}

#define SUBJECT_CHARS 14u /* between 1965年， and 正式成立 */

/* Where what says which year it is begins: 民国 before it, or the reign of 清光绪二十八年（1902年）. */
static size_t year_begins(const gm_view *view, size_t from) {
  from -= gm_words_before(view, from, "民国 中华民国 公元 西元");
  if (!gm_one_before(view, from, "（") || from < 2 || !gm_one_before(view, from - 1, "年")) return from;
  size_t at = from - 1;
  while (at && from - at < SUBJECT_CHARS && !gm_one_before(view, at, "于") && view->cls[at - 1] & (GM_HAN | GM_DIGIT))
    at--;
  return gm_one_before(view, at, "于") ? at : from;
}

/* 创办于1958年, 1958年创办, 1958年，学校正式成立，: the row of the word, -1 when there is none; *thing gets 校 of 建校,
 * *word where the word stands.
 */
static int begun_in(const gm_view *view, const gm_mention *m, uint32_t *thing, size_t *word) {
  size_t length, at = m->to + (gm_one_of(view, m->to, "，") != 0);
  size_t from = year_begins(view, m->from);
  int row = -1;
  *thing = 0;
  if ((row = begun_at(view, from, &length)) >= 0)
    at = from - 1 - length;
  else /* 1958年正式成立 */
    row = beginning(view, at += gm_words_at(view, at, "正式 开始 全线 建成"), false, &length);
  if (row < 0) {
    size_t end = at;
    while (end < view->count && end - at < SUBJECT_CHARS && view->cls[end] & GM_HAN) end++;
    if (!gm_one_of(view, end, "，。；")) return -1;
    if (gm_words_before(view, from, "自 从")) end -= gm_words_before(view, end, "以来"); /* 自2004年6月挂牌以来 */
    if ((row = beginning(view, end, true, &length)) < 0) return -1;
    at = end - length;
  }
  if (gm_number_at(view, at + length)) return -1;                   /* 2024年建校60周年 */
  if (at >= m->to && gm_one_of(view, at + length, "于")) return -1; /* 2023年9月，建校于1953年的… */
  if (row == (int)FOUNDING && gm_founds(view, at)) *thing = view->cp[at + 1];
  *word = at;
  return row;
}

/* 公司成立20周年，党委成立15周年: are the characters before two words of founding those of different bodies? */
static bool bodies_differ(const gm_view *view, size_t a, size_t b) {
  if (!a || !b || view->cp[a - 1] == view->cp[b - 1]) return false;
  if (!gm_one_before(view, a, BODY_ENDS) || !gm_one_before(view, b, BODY_ENDS)) return false;
  return !(gm_one_before(view, a, "司团厂业矿") && gm_one_before(view, b, "司团厂业矿")) &&
         !(gm_one_before(view, a, "校院学") && gm_one_before(view, b, "校院学"));
}

/* 1975年通车，到2025年10月，正好走过60周年: is there nothing between the clause of the beginning, which holds `from`,
 * and the number but how much time goes by? */
static bool goes_by(const gm_view *view, size_t from, size_t told) {
  if (!gm_words_before(view, told, "走过 迎来 度过 走过了 度过了 迎来了 走过整整")) return false;
  size_t at = gm_find_mark(view, from, told, "，");
  while (at < told) {
    size_t n = gm_words_at(view, at, "， 到 至 今年 正好 恰好 刚好 已经 已 走过 迎来 度过 了 整整 年 月 日 底 初");
    if (!n) n = gm_number_at(view, at);
    if (!n) return false;
    at += n;
  }
  return at == told;
}

/* 1955年建成的市图书馆, 始建于1955年的一中: the 的 behind a mention that tells when what follows began; 0 when it does
 * not. */
static size_t attribute_end(const gm_view *view, const gm_mention *m) {
  size_t length, at = m->to, from = year_begins(view, m->from);
  int row;
  if ((row = begun_at(view, from, &length)) >= 0) {
    if (row >= (int)AGAIN) return 0;
  } else {
    at += gm_words_at(view, at, "正式 全线 开始");
    if ((row = beginning(view, at, false, &length)) < 0 || row >= (int)AGAIN) return 0;
    at += length;
    if (beginning(view, at, false, &length) >= 0) at += length; /* 建成通车的 */
  }
  return gm_one_of(view, at, "的") ? at : 0;
}

/* 1955年建成的市图书馆开馆70周年, 始建于1955年的一中今年迎来建校70周年: does the mention tell when that began whose
 * anniversary stands right behind it, whatever the words for both? */
static bool begun_as_attribute(const gm_view *view, const gm_mention *m, size_t told) {
  size_t at = attribute_end(view, m);
  if (!at || at + 2 >= told || told - at > 2 * SUBJECT_CHARS) return false;
  size_t comma = gm_find_mark(view, at, told, "，");
  if (comma != SIZE_MAX && /* 前身是1956年创办的卫生所，… */
      (gm_one_before(view, m->from, "是由为从") || !gm_words_at(view, comma + 1, GM_THIS_YEAR)))
    return false;
  for (size_t i = at; i < told; i++)
    if (i != comma && (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, "和与及"))) return false;
  return gm_find_word(view, at, told, GM_NOT_ITS_OWN) == SIZE_MAX;
}

/* 1972年建成蓄水，…建成50周年: is it the word of the anniversary itself, and no object behind it? */
static bool built_in(const gm_view *view, const gm_mention *m, size_t told) {
  size_t at = m->to + gm_words_at(view, m->to, "正式 全线 基本"), word = gm_words_at(view, at, "建成 落成");
  if (!word || !gm_words_before(view, told, "建成 落成")) return false;
  at += word;
  return gm_one_of(view, at + gm_words_at(view, at, GM_INTO_USE), "，；。、");
}

/* Can a body whose name ends in `last` have the anniversary of its 建校 (`own` is 校)? */
static bool is_body_of(uint32_t own, const gm_view *view, size_t last) {
  if (view->cp[last] == own) return true;
  return own == 0x6821 && gm_one_of(view, last, "学院"); /* 校 */
}

/* 红星瓷厂1956年点火建窑，…建厂60周年: does what has the anniversary begin its work in that year? */
static bool begins_work_in(const gm_view *view, const gm_mention *m, uint32_t own) {
  size_t from = year_begins(view, m->from);
  from -= gm_words_before(view, from, "于 在 早在 自");
  if (!own || from < 2 || !is_body_of(own, view, from - 1)) return false;
  size_t at = m->to + gm_words_at(view, m->to, "正式 首次 就 便 即 开始"), end = at, length;
  while (end < view->count && end - at < SUBJECT_CHARS && view->cls[end] & GM_HAN) end++;
  if (!gm_one_of(view, end, "，。；、")) return false;
  if ((length = gm_words_at(view, at, GM_BEGINS_WORK)) != 0)
    return at + length + gm_words_at(view, at + length, GM_BEGINS_WORK " " GM_INTO_USE) == end;
  return gm_one_of(view, at, "在借由从") && gm_words_before(view, end, GM_BEGINS_WORK);
}

#define WORD_CHARS 2u /* 开渡, 首演 */

/* What an anniversary is told with, and what is told of persons: none of them begins what has it. */
#define NO_BEGINNING                                                                                                                                           \
  "迎来 喜迎 走过 庆祝 纪念 举办 举行 召开 开展 欢庆 恰逢 正值 适逢 正逢 欣逢 度过 进入 推出 获得 同庆 共庆 校庆 " \
  "院庆 厂庆 结婚 "                                                                                                                                      \
  "入党 入伍 从教 从艺 从医 逝世 去世 牺牲 诞辰 出生 毕业 入学 参军 就义 殉难 遇难 当年 今年 时隔 已有 回归 建国 " \
  "建党 建军 胜利"

/* 金沙渡1949年开渡，…开渡60周年: does the same word, whatever it is, stand by the year and by the anniversary? */
static bool same_word(const gm_view *view, const gm_mention *m, size_t told) {
  if (told < m->to + WORD_CHARS || gm_words_before(view, told, NO_BEGINNING)) return false;
  size_t word = told - WORD_CHARS, at = m->to + gm_words_at(view, m->to, "正式 首次");
  if (!(view->cls[word] & view->cls[word + 1] & GM_HAN) || view->cls[word] & GM_NUMERAL) return false;
  if (gm_one_before(view, m->from, "于") && m->from > WORD_CHARS &&
      gm_reads_alike(view, m->from - 1 - WORD_CHARS, word, WORD_CHARS))
    return true;
  return at + WORD_CHARS <= word && gm_reads_alike(view, at, word, WORD_CHARS) &&
         gm_one_of(view, at + WORD_CHARS, "，。；、");
}

/* 1949年，共和国成立。…十月革命三十五周年: does a name stand right before the anniversary that the founding's sentence
 * does not tell? */
static bool of_another_name(const gm_view *view, const gm_mention *m, size_t told) {
  if (told < m->to + 2u || !(view->cls[told - 1] & view->cls[told - 2] & GM_HAN) ||
      gm_words_before(view, told, NO_BEGINNING " " GM_COMES_UP))
    return false;
  return gm_words_before(view, told, "革命 起义 运动 战争 事件 会战 战役 解放 和约 条约 宣言") &&
         gm_find_run(view, gm_sentence_start(view, m->from), gm_sentence_end(view, m->to), told - 2, 2) == SIZE_MAX;
}

/* The year that the anniversary told behind clean character `told` is counted from, by its own word (建厂65周年); 0
 * when none, or when two differ. *loose when that year is of another word than the anniversary: 1955年建成, 开馆70周年.
 */
static unsigned founding_year(const gm_links *links, size_t told, const gm_mention **where, bool *loose) {
  const gm_view *view = links->view;
  unsigned year = 0;
  size_t length, word = 0;
  uint32_t own = 0, thing;
  const gm_mention *work = NULL;
  int wanted = beginning(view, told, true, &length);
  if (wanted == (int)FOUNDING && gm_one_before(view, told - length + 1, "建创")) own = view->cp[told - 1];
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if ((m->figure->kind != GM_FIGURE_YEAR && m->figure->kind != GM_FIGURE_DATE) || !m->figure->date.year) continue;
    int row = begun_in(view, m, &thing, &word);
    bool attribute = told && m->to < told && begun_as_attribute(view, m, told);
    if (attribute && (row < 0 || row != wanted) && (wanted >= 0 || gm_words_before(view, told, GM_COMES_UP))) {
      row = wanted < 0 ? (int)FOUNDING : wanted;
      *loose = true;
    }
    if (told && m->to < told && wanted == (int)FOUNDING && (row != wanted || (own && thing && own != thing))) {
      if (built_in(view, m, told)) {
        row = FOUNDING;
        word = m->to;
        thing = 0;
      } else if (begins_work_in(view, m, own)) {
        if (!work) work = m;
        continue;
      }
    }
    if (told && wanted < 0 && row < 0 && same_word(view, m, told)) row = FOUNDING;
    bool untold = wanted < 0 && m->to < told && gm_sentence_end(view, m->to) >= told && goes_by(view, m->to, told);
    if (row < 0 || (row != wanted && !untold && (wanted > 0 || row > 0))) continue;
    if ((own && thing && own != thing) || (wanted < 0 && of_another_name(view, m, told))) continue;
    if (wanted == (int)FOUNDING && !own && bodies_differ(view, told - length, word)) continue;
    if (year && year != m->figure->date.year) return 0;
    year = m->figure->date.year;
    *where = m;
  }
  if (year || !work) return year;
  *loose = true; /* 1956年点火: nothing tells better when it was founded */
  *where = work;
  return work->figure->date.year;
}

static void report_anniversary(gm_line_check *check, const gm_mention *m, unsigned now, unsigned start,
                               gm_severity severity) {
  gm_report_mention(check, m);
  gm_lower(check->out, severity);
  gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", now, start, now - start,
         gm_quote_mention(check->view, m).text);
}

/* 今年是…80周年（2025年8月1日印发）: the day in brackets behind tells which year 今年 is; NULL when there is none. */
static const gm_mention *day_of_issue(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *day = m + 1;
  if (index + 1 >= links->count || gm_find_word(links->view, m->clause, m->from, "今年 本年") == SIZE_MAX) return NULL;
  return day->figure->kind == GM_FIGURE_DATE && day->figure->date.year && day->figure->date.day &&
                 gm_one_before(links->view, day->from, "（") && gm_words_at(links->view, day->to, "印发 发布 讲话 ）")
             ? day
             : NULL;
}

/* 2025年，……。学院创办于1980年，今年恰逢建校45周年: the year that opens the paragraph is 今年; NULL when none does. */
static const gm_mention *year_of_paragraph(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *year = links->items;
  bool today = gm_find_word(links->view, m->clause, m->from, "今年 本年") != SIZE_MAX;
  return today && index && year->figure->kind == GM_FIGURE_YEAR && year->figure->date.year &&
                 year->from == gm_sentence_start(links->view, year->from) && year->from < 3 &&
                 gm_one_of(links->view, year->to, "，")
             ? year
             : NULL;
}

/* 为庆祝中国共产党成立104周年，集团于2025年6月举办…: the date that the next clause tells, of what was done to mark it;
 * NULL when there is none. */
static const gm_mention *marked_in(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *date = m + 1;
  if (index + 1 >= links->count || !gm_same_sentence(m, date) || !date->figure->date.year ||
      (date->figure->kind != GM_FIGURE_YEAR && date->figure->kind != GM_FIGURE_DATE) || !gm_one_of(view, m->to, "，") ||
      date->clause != m->to + 1u || date->from - date->clause > SUBJECT_CHARS ||
      gm_find_word(view, m->clause, m->from, "庆祝 纪念 迎接 喜迎") == SIZE_MAX)
    return NULL;
  size_t end = gm_find_mark(view, date->to, view->count, "，。；");
  if (end == SIZE_MAX) end = view->count;
  size_t held = gm_find_word(view, date->to, end, "举办 举行 召开 开展 组织 上演 演出");
  return held != SIZE_MAX && gm_find_word(view, date->to, held, "的 起 筹备 启动 开始 创作") == SIZE_MAX ? date : NULL;
}

/* Does a sentence, a title or a quotation stand in [from, to) between the year and the anniversary? 2024年“七一”前夕 is
 * a day. */
static bool tells_of_other(const gm_view *view, size_t from, size_t to) {
  if (gm_find_word(view, from, to, "：“ ，“") != SIZE_MAX) return true; /* 2022年…指出：“…一是迎来…一百周年 */
  for (size_t at = from; (at = gm_find_word(view, at, to, "。 《 ”")) != SIZE_MAX; at++)
    if (!gm_one_of(view, at, "”") ||
        !gm_words_before(view, at, "“七一 “八一 “十一 “五一 “五四 “六一 “三八 “七七 “九一八 “国庆 “双节 “两节"))
      return true;
  return false;
}

/* 2020年为迎接建党100周年, 2024年启动庆祝…105周年献礼剧目创作: is it one that the year made ready for? */
static bool is_ahead(const gm_view *view, size_t from, size_t to, unsigned passed, unsigned told) {
  return told > passed && (gm_one_of(view, from, "起") ||
                           gm_find_word(view, from, to, "筹备 策划 谋划 启动 起草 规划 备战 献礼") != SIZE_MAX ||
                           (told == passed + 1 && gm_find_word(view, from, to, "迎接") != SIZE_MAX));
}

static void check_anniversary(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *event = NULL, *founded = NULL;
  if (!gm_is_exact(m->figure) || m->figure->value.scale || m->figure->roles & GM_ROLE_TITLE) return;
  unsigned n = (unsigned)m->figure->value.digits;
  const founding *known = known_before(view, m->from);
  bool loose = false;
  unsigned start = known ? 0 : founding_year(links, m->from, &founded, &loose);
  /* Any year of the line that fits accepts. */
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if ((f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE) || !f->date.year) continue;
    for (unsigned k = 0; k < links->count; k++) {
      const gm_figure *g = links->items[k].figure;
      if ((g->kind == GM_FIGURE_YEAR || g->kind == GM_FIGURE_DATE) && g->date.year && f->date.year == g->date.year + n)
        return;
    }
    if (i < index && f->sentence == m->figure->sentence && &links->items[i] != founded &&
        !attribute_end(view, &links->items[i]))
      event = &links->items[i];
  }
  /* 始建于1955年，2020年重修，今年是重修五周年: an earlier clause does not tell which year 今年 is. */
  if (event && event->to < m->clause && gm_find_word(view, m->clause, m->from, "今年 本年") != SIZE_MAX &&
      gm_sentence_start(view, event->from) != event->from)
    event = NULL;
  if (!event) event = day_of_issue(links, index);
  if (!event && start) event = year_of_paragraph(links, index);
  if (!event && known) event = marked_in(links, index);
  if (!event) return;
  unsigned now = event->figure->date.year;
  if (start && now > start) {
    if (now - start != n && !(loose && (now - start == n + 1 || now - start + 1 == n))) {
      report_anniversary(check, m, now, start, GM_SEVERITY_ERROR);
      gm_relate_mention(check, founded, "起始年份", "the year it began");
      gm_relate_mention(check, event, "当年", "the year of the event");
    }
    return;
  }
  /* A known founding right before the number, its year in the same clause. */
  if (!known || (event < m && tells_of_other(view, event->to, m->from))) return;
  if (event < m && gm_find_mark(view, event->to, m->from, "，") != SIZE_MAX &&
      gm_find_word(view, event->to, m->from,
                   "迎来 庆祝 喜迎 走过 恰逢 正值 也是 又是 还是 适逢 欣逢 纪念 欢庆 同庆 共庆 喜庆") == SIZE_MAX)
    return;
  if (now <= known->year || now - known->year == n) return;
  if (event < m && is_ahead(view, event->to, m->from, now - known->year, n)) return;
  report_anniversary(check, m, now, known->year, GM_SEVERITY_WARNING);
}

#define CENTENARIES "百年校庆 百年院庆 百年华诞 百年庆典 百年店庆 百年馆庆 百年诞辰 百岁华诞"

/* 创建于1897年，2017年举行百年校庆: a hundred years, give or take one. Elsewhere 百年 is said of any long time. */
static void check_centenary(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (!gm_word_list_may_hold(view, CENTENARIES)) return;
  const gm_mention *founded = NULL, *event = NULL;
  bool loose = false;
  unsigned start = founding_year(links, 0, &founded, &loose);
  size_t at = start ? gm_find_word(view, 0, view->count, CENTENARIES) : SIZE_MAX;
  if (at == SIZE_MAX) return;
  for (unsigned i = 0; i < links->count && links->items[i].from < at; i++) {
    const gm_mention *m = &links->items[i];
    if ((m->figure->kind != GM_FIGURE_YEAR && m->figure->kind != GM_FIGURE_DATE) || !m->figure->date.year ||
        m == founded)
      continue;
    event = m;
  }
  unsigned now = event ? event->figure->date.year : 0;
  if (now <= start || (now - start >= 99 && now - start <= 101)) return;
  gm_report_line(check, at, at + gm_words_at(view, at, CENTENARIES));
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u-%u=%u，文中为“%s”", "%u - %u = %u, the text says “%s”", now, start,
         now - start, gm_quote_line(view, at, at + gm_words_at(view, at, CENTENARIES)).text);
  gm_relate_mention(check, founded, "起始年份", "the year it began");
  gm_relate_mention(check, event, "当年", "the year of the event");
}

void gm_check_anniversaries(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  bool any = false;
  for (unsigned i = 0; i < links->count; i++) {
    if (links->items[i].figure->kind != GM_FIGURE_ANNIVERSARY) continue;
    check_anniversary(check, links, i);
    any = true;
  }
  if (!any) check_centenary(check, links);
  gm_check_ages(check);
}

/* Is the name at the end of the line's first `at` bytes all there is of it, and no other's? */
static bool stands_bare(gm_text line, uint32_t at) {
  uint32_t c;
  if (!at) return true;
  gm_utf8_decode_back(line.ptr, line.ptr + at, &c);
  if (!(gm_class_of(gm_fold(c)) & GM_HAN) || gm_reads_before(line, at, "我国") || gm_reads_before(line, at, "中国"))
    return true;
  for (const char *p = BARE_LEADS, *end = p + sizeof BARE_LEADS - 1; p < end;) {
    uint32_t lead;
    p += gm_utf8_decode(p, end, &lead);
    if (lead == gm_fold(c)) return true;
  }
  return false;
}

/* The bytes of the longest of the words that end just before byte `at`; 0 when none does. */
static uint32_t name_before(gm_text line, uint32_t at, const char *words) {
  char name[64];
  uint32_t longest = 0;
  for (const char *word = words; *word;) {
    size_t bytes = strcspn(word, " ");
    if (bytes < sizeof name) {
      memcpy(name, word, bytes);
      name[bytes] = 0;
      uint32_t n = gm_reads_before(line, at, name);
      if (n > longest) longest = n;
    }
    word += bytes + (word[bytes] == ' ');
  }
  return longest;
}

unsigned gm_known_founding(gm_text line, const gm_figure *f) {
  for (size_t i = 0; i < sizeof foundings / sizeof *foundings; i++) {
    if (name_before(line, f->start, foundings[i].names)) return foundings[i].year;
    uint32_t n = name_before(line, f->start, foundings[i].bare);
    if (n && stands_bare(line, f->start - n)) return foundings[i].year;
  }
  return 0;
}
