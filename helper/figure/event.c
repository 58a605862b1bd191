#include "figure/event.h"

#include "figure/phrase.h"

#define DE         0x7684u /* 的 */
#define LE         0x4E86u /* 了 */
#define YU         0x4E8Eu /* 于 */
#define BING       0x5E76u /* 并 */
#define COMMA      0xFF0Cu
#define COLON      0xFF1Au
#define OPEN_P     0xFF08u
#define CLOSE_P    0xFF09u
#define CLAUSES    3  /* that are looked through for a verb */
#define SIGNED     24 /* characters of who signs before the date in its brackets */
#define HEADING    16 /* characters of a heading behind its year */
#define MODIFIER   12 /* from a verb to the 的 that makes it say which: 受上级委托的机构 */
#define SUBJECT    16 /* characters of what is held, before the verb */
#define PREDICATE  14 /* characters of a subject and its verb */
#define NOUN_ALONE 12 /* characters of a noun that is said of a date without a verb */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

static bool found(gm_shown_reading *m, size_t from, size_t to) { return gm_shown_found(m, from, to); }

/* What is in quotes, titles and brackets tells of something else, unless the figure stands there too. */
static uint16_t outside(const gm_shown_reading *m) {
  return (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN) & ~m->view->cls[m->start];
}

static bool named(gm_shown_reading *m, const char *name) {
  m->name = name;
  return true;
}

/* Verbs and their nouns that tell what happens, beside the verbs of the lexicon. */
/* clang-format off */
#define EVENTS \
  u"上报上映上诉下线下达中标丰收交房交流任职休渔会见会谈作出供暖供水修改修正值守值班做出停业停产停工" \
  u"停暖停止停水停电停课免征免缴兑付入伍入党入围入学公告公示增强增进巩固夯实关停决堤决定出发出版出生" \
  u"出访分红划归创办创建创立判决制成动员动工勘察勘查升空印制去世参军发出发射发行受聘合并合龙同意启封启程" \
  u"回到坠毁培训填报复产复工复课失效夺取奠基始建学习审查审理审议宣判对接封闭封顶就任展出展开展览废止" \
  u"座谈建造开业开启开学开庭开拍开播开标开渔开班开营开采开镰开馆拉开落下归来录取录用征收恢复感觉执行" \
  u"批准投票投运抢修抢险报到拘留招标捐款换届接到推广提交提请搬迁撤离撤销播出播种收割收官收购改造放假" \
  u"救援整改整治暂停暴发更名杀青检查检测歇业毕业注册派发派息测评测试清理溃坝演出演练爆发牺牲生效申请" \
  u"病逝登记登陆监测直播看望着陆督导督查研究离校突降签发组织终止结业考察考核考试自查致信致电致辞观摩" \
  u"观看视察解封讨论讲话访问评审试产试点试行诞生调任调查调研调离赶赴起火起诉转入转移辞去辞职迁址运营" \
  u"返校述职退休选举逝世逮捕部署量产闭营闭馆集结面试颁布首发首映首演首航首飞验收"
/* clang-format on */

/* Those that say nothing without what was held or done: 召开座谈会, 进行审查. */
#define LIGHT u"召开举行举办开展进行作出做出实现感觉感到"

/* Those that lead to what is done: 组织志愿者开展清洁行动. */
#define LEADING u"开始组织组成前往继续"

/* Those of a predicate that an object told before it has: 对申请实行告知承诺. */
#define PREDICATES u"实行奠定予以给予加以得以"

/* Those of a number, which is told of what the scan found. */
#define CHANGES u"增长增加上涨上升提高下降减少降低回落"

/* Words behind a verb that say how it ended. */
#define RESULTS u"到位完毕成功结束"

/* Characters that make a noun of the verb before them: 检查组, 培训班, 执行期限. */
static bool makes_noun(uint32_t c) { return gm_one_of(c, u"组班会团员者队站室厅院局处率量期费金证权"); }

/* Characters of the verb at `i`, 0 when there is none; of another word *skip tells how many to go on by. */
static size_t verb_at(const gm_view *view, size_t i, size_t *skip) {
  size_t length;
  const gm_word *word = gm_word_find(view, i, &length);
  bool verb =
      word && word->flags & GM_WORD_VERB && !(word->flags & ~(GM_WORD_VERB | GM_WORD_UP | GM_WORD_DOWN | GM_WORD_LINK));
  if (!verb && gm_pair_at(view, i, EVENTS) && length < 3) verb = true, length = 2;
  *skip = length ? length : 1;
  if (!verb && word && word->flags == (GM_WORD_STOP | GM_WORD_VERB))
    verb = !is(view, i + length, GM_HAN); /* 会议通过 */
  bool meets = length == 2 && gm_pair_at(view, i, u"召开举行举办参加出席") && /* 召开会商会 */
               gm_pair_at(view, i + 2, u"会商会议会谈会见会展会演会战");
  if (!verb || (word && length == 1 && !is(view, i + 1, GM_HAN)) || (makes_noun(view->cp[i + length]) && !meets))
    return 0;
  return length;
}

/* Words that say more of a time and stand behind it. */
static size_t time_word(const gm_view *view, size_t i) {
  static const char *const words[] = {"上午", "下午", "晚上", "晚间",   "夜里",   "夜间", "深夜", "凌晨", "清晨",
                                      "早上", "傍晚", "中午", "早高峰", "晚高峰", "当天", "上旬", "中旬", "下旬",
                                      "年底", "以来", "之前", "以前",   "之后",   "以后", "期间", "左右", "底止",
                                      "之内", "以内", "晚",   "早",     "起",     "前",   "后",   "止",   "底",
                                      "初",   "末",   "内",   "里",     "间"};
  if (gm_pair_at(view, i, u"前往后续起诉起火早已起床内部")) return 0;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
    size_t n = gm_view_match(view, i, words[k]);
    if (n) return n;
  }
  return 0;
}

/* The end of a date or time of day that begins at `i`, `i` when there is none: 8月8日, 十九日, 8时35分, 9:30. */
static size_t date_at(const gm_view *view, size_t i) {
  for (size_t end = i, k = i;; end = k) {
    bool clock = false;
    while (is(view, k, GM_DIGIT | GM_NUMERAL) || (view->cp[k] == ':' && is(view, k + 1, GM_DIGIT)))
      clock |= view->cp[k++] == ':';
    if (k == end || (!clock && !gm_one_of(view->cp[k], u"年月日时分号"))) return end;
    k += !clock;
  }
}

/* Behind the figure, what says more of the time, and the times of which it is the first: 4月5日上午至6日, 4月和9月. */
size_t gm_event_time_end(const gm_view *view, size_t i) {
  for (size_t n;;) {
    while (is(view, i, GM_SPACE)) i++;
    if ((n = time_word(view, i)) != 0) {
      i += n;
      continue;
    }
    size_t next = i;
    while (gm_one_of(view->cp[next], u"至到—–―～~-、和及与")) next++;
    size_t end = date_at(view, next);
    if (end == next) return i;
    i = end;
  }
}

/* The end of the clause that begins at `i`. */
static size_t clause_end(const gm_shown_reading *m, size_t i) {
  const gm_view *view = m->view;
  uint16_t inside = view->cls[m->start] & (GM_IN_TITLE | GM_IN_QUOTE | GM_IN_PAREN);
  for (; i < view->count && (view->cls[i] & inside) == inside; i++)
    if (is(view, i, GM_STOP | GM_PAUSE) && view->cp[i] != 0x3001 && !is(view, i, outside(m))) break;
  return i;
}

/* 第一次 before what was held. */
static size_t behind_ordinal(const gm_view *view, size_t i) {
  size_t k = i + (view->cp[i] == 0x7B2C); /* 第 */
  while (is(view, k, GM_DIGIT | GM_NUMERAL)) k++;
  return k > i && gm_one_of(view->cp[k], u"次届期场轮批个") ? k + 1 : i;
}

/* What was held, told before the verb at `verb`: 名为…的联欢活动在广场举行. */
static bool subject(gm_shown_reading *m, size_t from, size_t verb) {
  const gm_view *view = m->view;
  size_t to = verb;
  for (size_t i = from; i < to; i++) {
    if (view->cp[i] == DE && !is(view, i, outside(m))) from = i + 1;
    if (i > from + 1 && gm_one_of(view->cp[i], u"在于由将拟已正如")) to = i;
    if (view->cp[i] == 0x7B2C) from = behind_ordinal(view, i); /* 第 */
  }
  for (size_t i = from; i < to; i++)
    if (is(view, i, outside(m) | GM_PAUSE)) return false;
  return to > from + 1 && to <= from + SUBJECT && !gm_one_of(view->cp[from], u"在于由为对向") && found(m, from, to);
}

/* The verb [verb, behind) of the clause that begins at `clause`, with what it is done to. */
static bool tell(gm_shown_reading *m, size_t clause, size_t verb, size_t behind) {
  const gm_view *view = m->view;
  bool done = view->cp[behind] == LE, light = behind == verb + 2 && gm_pair_at(view, verb, LIGHT);
  bool by_number = is(view, behind, GM_DIGIT | GM_NUMERAL) && m->noun < m->noun_end; /* 物价指数11月增长3% */
  if (by_number && gm_pair_at(view, verb, CHANGES)) return false;
  if (gm_pair_at(view, behind, u"帷幕序幕大幕")) return subject(m, clause, verb);
  size_t object = behind;
  while (gm_one_of(view->cp[object], u"了过着到") && object < behind + 1) object++;
  if (light) object = behind_ordinal(view, object);
  size_t to = gm_noun_end(view, object, false, true);
  if (gm_pair_at(view, to, u"以来") && gm_one_of(view->cp[to + 2], u"最")) /* 出现入汛以来最强降雨 */
    to = gm_noun_end(view, to + 4, false, true);
  for (size_t i = object; i < to; i++)
    if (view->cp[i] == BING || gm_pair_at(view, i, PREDICATES)) to = i;
  if (light) {
    if (to > object + 1 && found(m, object, to)) return true;
    if (subject(m, clause, verb)) return true;
    return m->noun == m->noun_end && found(m, verb, behind);
  }
  bool cut = to == behind + 1 && is(view, to, GM_NUMERAL); /* 完成新一轮 */
  return found(m, verb, done || cut || view->cp[to] == DE || gm_pair_at(view, behind, RESULTS) ? behind : to);
}

/* 将方案报文旅局: the verb alone, what it is done to being told before it. */
static bool disposed(gm_shown_reading *m, size_t from, size_t to) {
  const gm_view *view = m->view;
  if (!gm_one_of(view->cp[from], u"将把") || !is(view, from + 1, GM_HAN | GM_OPEN)) return false;
  for (size_t i = from + 2, skip; i < to; i += skip) {
    size_t length = verb_at(view, i, &skip);
    if (is(view, i, outside(m))) continue;
    if (length) return found(m, i, i + length);
    if (skip == 1 && gm_one_of(view->cp[i], u"报交送") && is(view, i + 1, GM_HAN)) return found(m, i, i + 1);
  }
  return false;
}

/* Does the verb at `i` only lead to what is done? */
static bool leads(const gm_view *view, size_t i, size_t length) {
  return length == 1 ? view->cp[i] == 0x8D74 : gm_pair_at(view, i, LEADING); /* 赴 */
}

/* What was held or done by those whom a verb of the clauses before called together: 组织专家，对库区进行调查. */
static bool led_to(gm_shown_reading *m, size_t from) {
  const gm_view *view = m->view;
  for (size_t i = from; i < view->count && !is(view, i, GM_STOP) && view->cp[i] != 0xFF1B; i++) { /* ； */
    if (is(view, i, outside(m)) || !gm_pair_at(view, i, u"进行开展")) continue;
    size_t object = i + 2 + (view->cp[i + 2] == LE), to = gm_noun_end(view, object, false, true);
    return to > object + 1 && found(m, object, to);
  }
  return false;
}

/* The first verb of the clause [from, to); one that only says which (受委托的机构) or leads to another is second best.
 */
bool gm_event_verb(gm_shown_reading *m, size_t from, size_t to) {
  const gm_view *view = m->view;
  size_t spare = 0, spare_end = 0;
  bool spare_leads = false;
  if (disposed(m, from, to)) return true;
  for (size_t i = from, skip; i < to; i += skip) {
    skip = 1;
    if (is(view, i, outside(m))) continue;
    size_t length = verb_at(view, i, &skip);
    if (!length) continue;
    size_t de = i + length;
    while (de < to && de < i + MODIFIER && view->cp[de] != DE && !is(view, de, GM_DIGIT)) de++;
    bool modifies = i > from && de < to && view->cp[de] == DE && is(view, de + 1, GM_HAN);
    bool leading = leads(view, i, length);
    if (!modifies && !leading) return tell(m, from, i, i + length);
    if (!spare_end) spare = i, spare_end = i + length, spare_leads = leading;
    if (modifies) skip = de + 1 - i;
  }
  if (spare_leads && led_to(m, spare_end)) return true;
  return spare_end && tell(m, from, spare, spare_end);
}

/* A noun that is said of the date without a verb: 截至十二月底，馆藏总数为…; 自3月至4月，无异常记录. */
static bool noun_alone(gm_shown_reading *m, size_t from, size_t to) {
  const gm_view *view = m->view;
  from += gm_one_of(view->cp[from], u"无有");
  size_t end = gm_noun_end(view, from, false, true), length;
  const gm_word *word = gm_word_find(view, end, &length);
  if (word && word->flags & GM_WORD_TOTAL && !(word->flags & GM_WORD_LINK))
    word = gm_word_find(view, end += length, &length);
  bool linked = word && word->flags & GM_WORD_LINK && !(word->flags & GM_WORD_STOP);
  if (end < from + 2 || end > from + NOUN_ALONE) return false;
  return (linked || is(view, end, GM_DIGIT) || (end == to && is(view, to, GM_STOP))) && found(m, from, end);
}

/* 根据…，结合…， say why or how, and lead to what is done. */
static bool starts_with_grounds(const gm_view *view, size_t i) {
  return gm_pair_at(view, i, u"根据结合按照依据围绕针对为了随着面对通过经过");
}

/* What the clauses behind the figure tell, from `i` on. */
bool gm_event_behind(gm_shown_reading *m, size_t i) {
  const gm_view *view = m->view;
  size_t first = i;
  for (int clause = 0; clause < CLAUSES; clause++) {
    while (is(view, i, GM_SPACE) || view->cp[i] == COMMA) i++;
    size_t to = clause_end(m, i);
    if (!clause) first = i;
    for (size_t k = i; clause && k < to; k++) /* of another date */
      if (is(view, k, GM_DIGIT) && gm_one_of(view->cp[k + 1], u"年月日")) to = i;
    if (clause && to == i) break;
    bool grounds = starts_with_grounds(view, i) && view->cp[to] == COMMA;
    if (!grounds && gm_event_verb(m, i, to)) return true;
    bool counts = !clause && !grounds && gm_view_next_before(view, i, to, GM_DIGIT) < to;
    if (view->cp[to] != COMMA || counts) break;
    i = to;
  }
  return noun_alone(m, first, clause_end(m, first));
}

/* 2024 of 〔2024〕17号. */
static bool document_year(gm_shown_reading *m) {
  if (m->figure->kind != GM_FIGURE_YEAR || !(m->figure->roles & GM_ROLE_NUMBER_NAME)) return false;
  const gm_view *view = m->view;
  size_t i = m->end + is(view, m->end, GM_CLOSE);
  i += view->cp[i] == 0x7B2C; /* 第 */
  size_t digits = i;
  while (is(view, i, GM_DIGIT)) i++;
  return i > digits && view->cp[i] == 0x53F7 && named(m, "发文年份"); /* 号 */
}

/* A whole date alone on its line; one in brackets below a title may be of anything. */
static bool signature(gm_shown_reading *m) {
  const gm_view *view = m->view;
  const gm_date *date = &m->figure->date;
  if (m->figure->kind != GM_FIGURE_DATE || !date->year || !date->day || !m->line_begins || !m->line_ends) return false;
  size_t from = 0, to = view->count;
  while (is(view, from, GM_SPACE)) from++;
  while (to > from && is(view, to - 1, GM_SPACE)) to--;
  if (m->start == from && m->end == to) return named(m, m->figure->parts[0] ? "日期" : "成文日期"); /* with an hour */
  if (view->cp[from] == OPEN_P && view->cp[to - 1] == CLOSE_P && m->end == to - 1 && m->start <= from + SIGNED) {
    for (size_t i = from + 1; i < m->start; i++)
      if (!is(view, i, GM_HAN | GM_SPACE)) return false;
    return named(m, "日期");
  }
  /* ——2025年1月9日在县第十届人民代表大会第四次会议上 */
  bool first = m->start == from || (gm_one_of(view->cp[from], u"—―–（") && m->start <= from + 2);
  to -= view->cp[from] == OPEN_P && view->cp[to - 1] == CLOSE_P;
  return first && view->cp[to - 1] == 0x4E0A && view->cp[m->end] == 0x5728 && named(m, "日期"); /* 上 在 */
}

/* 2024年工作回顾: the year at the head of a heading. */
static bool heading_year(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_YEAR || !m->line_begins || !m->line_ends) return false;
  size_t from = 0, to = view->count;
  while (is(view, from, GM_SPACE)) from++;
  while (to > m->end && is(view, to - 1, GM_SPACE)) to--;
  bool second = m->start > from && gm_one_of(view->cp[m->start - 1], u"和与及暨"); /* 发展成就和2025年工作回顾 */
  if ((m->start != from && !second) || to < m->end + 2 || to > m->end + HEADING ||
      gm_one_of(view->cp[m->end], u"的是度以"))
    return false;
  for (size_t i = m->end; i < to; i++)
    if (!is(view, i, GM_HAN) || (second && view->cp[i] == DE)) return false;
  return found(m, m->end, to);
}

/* 2024年，受理案件1286件: what was counted in a year is not what happened in it. */
static bool counting_year(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_YEAR || view->cp[m->end] != COMMA) return false;
  size_t to = clause_end(m, m->end + 1);
  for (size_t i = m->end + 1; i < to; i++)
    if (is(view, i, GM_DIGIT | GM_NUMERAL) && view->cp[i] != 0x4E00 && !is(view, i, outside(m)))
      return view->cp[m->end - 1] == 0x5E74 ? named(m, "年度") /* 年 */
                                            : found(m, gm_view_find(view, m->figure->unit_start), m->end);
  return false;
}

/* 成立于1956年, 毕业于2004年. */
static bool since_verb(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t at = m->start, skip;
  if (at < 3 || view->cp[at - 1] != YU || (m->figure->kind != GM_FIGURE_DATE && m->figure->kind != GM_FIGURE_YEAR))
    return false;
  return verb_at(view, at - 3, &skip) == 2 && found(m, at - 3, at - 1);
}

/* Where the range of dates begins that the figure ends, its own start when it ends none. */
static size_t range_start(const gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t i = m->start;
  if (m->figure->kind != GM_FIGURE_DATE || !i || !gm_one_of(view->cp[i - 1], u"至到—-―～")) return i;
  while (i && (is(view, i - 1, GM_DIGIT | GM_NUMERAL) || gm_one_of(view->cp[i - 1], u"年月日至到—-―～上中下旬"))) i--;
  return i;
}

/* Where the Han before `to` begin, `to` when they are too many or too few to be a name. */
size_t gm_shown_name_before(const gm_view *view, size_t to) {
  size_t from = to;
  while (from && to - from <= NOUN_ALONE && is(view, from - 1, GM_HAN) && !gm_one_of(view->cp[from - 1], u"的称谓"))
    from--;
  while (from < to && gm_one_of(view->cp[from], u"年月日时")) from++; /* 2025年第三季度（ */
  return to - from > NOUN_ALONE || to - from < 2 ? to : from;
}

/* 所称报告期，是指2023年1月1日至12月31日; 准备阶段（3月10日至4月20日）; 报名时间：5月6日. */
static bool defined(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t to = range_start(m);
  if (m->figure->kind != GM_FIGURE_DATE || to < 3) return false;
  if (gm_pair_at(view, to - 2, u"是指系指"))
    to -= 2 + (view->cp[to - 3] == COMMA);
  else if (view->cp[to - 1] == OPEN_P && view->cp[gm_event_time_end(view, m->end)] == CLOSE_P)
    to--;
  else if (view->cp[to - 1] == COLON && gm_pair_at(view, to - 3, u"时间日期期限时限时段"))
    to--;
  else
    return false;
  return found(m, gm_shown_name_before(view, to), to);
}

/* 自3月8日开张以来. */
static bool since(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_DATE) return false;
  size_t i = m->end;
  while (i < m->end + SUBJECT && is(view, i, GM_HAN) && !gm_pair_at(view, i, u"以来")) i++;
  return i > m->end + 1 && gm_pair_at(view, i, u"以来") && !time_word(view, m->end) && found(m, m->end, i);
}

/* 新华社4月9日电. */
static bool dispatch(gm_shown_reading *m) {
  const gm_view *view = m->view;
  bool sent = gm_one_of(view->cp[m->end], u"电讯") && !is(view, m->end + 1, GM_HAN);
  return m->figure->kind == GM_FIGURE_DATE && sent && found(m, m->end, m->end + 1);
}

/* Did the scan find what the date is of, not who did something then: 期限为…至, （一）报名。5月6日, 第一期为7月8日? */
static bool has_name(const gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->noun == m->noun_end || m->noun_end > m->start) return false;
  if (is(view, m->noun, GM_DIGIT) || view->cp[m->noun] == 0x7B2C) return true;
  bool marked = m->noun && gm_one_of(view->cp[m->noun - 1], u"）、.");
  /* 2.加快工程建设。6月底前投产…: a deadline is of what is to be done by then */
  size_t before = m->end + gm_one_of(view->cp[m->end], u"底初末");
  bool done = is(view, before + 1, GM_HAN) && is(view, before + 2, GM_HAN) && is(view, before + 3, GM_HAN);
  if (marked && gm_one_of(view->cp[before], u"前") && done && !gm_pair_at(view, before, u"前往前后前来")) return false;
  for (size_t i = m->noun_end; i < m->start; i++)
    if ((marked && is(view, i, GM_STOP)) || gm_one_of(view->cp[i], u"为是：")) return true;
  return false;
}

/* The character before it, 0 at the window's start. */
static uint32_t view_before(const gm_shown_reading *m) { return m->start ? m->view->cp[m->start - 1] : 0; }

/* A date, or months of a year: 5至8月. */
static bool is_date(const gm_shown_reading *m) {
  return m->figure->kind == GM_FIGURE_DATE || gm_figure_is_months(m->figure);
}

static bool is_span(const gm_shown_reading *m) {
  return m->figure->kind == GM_FIGURE_DURATION ||
         (m->figure->kind == GM_FIGURE_RANGE && !gm_figure_is_months(m->figure));
}

/* What the clause behind a date or time tells; 尤以12月8日 tells of the clause before. */
static bool of_date(gm_shown_reading *m) {
  bool time = m->figure->kind == GM_FIGURE_TIME;
  if ((!is_date(m) && !time) || has_name(m) || view_before(m) == 0x4EE5 || (time && m->noun < m->noun_end))
    return false;
  size_t i = gm_event_time_end(m->view, m->end);
  if (m->view->cp[i] == DE || is(m->view, i, GM_STOP | GM_CLOSE) || gm_one_of(m->view->cp[i], u"；：、")) return false;
  return gm_event_behind(m, i);
}

/* Is what the scan found before the span but a verb that says nothing of it: 开展不到半天, 开始为期两年? */
static bool empty_verb(const gm_shown_reading *m) {
  return m->noun_end == m->noun + 2 && m->noun < m->start &&
         (gm_pair_at(m->view, m->noun, LIGHT) || gm_pair_at(m->view, m->noun, LEADING));
}

/* 集团连续四年举办比武: does it say how long in a row something was held? */
static bool years_running(const gm_shown_reading *m) {
  return m->noun < m->start && m->start > 1 && gm_pair_at(m->view, m->start - 2, u"连续接连一连持续") &&
         gm_pair_at(m->view, m->end, u"召开举行举办开展组织");
}

/* 五年内免征企业所得税, 24小时值守, 开营两周前召开家长会: what is done within the span, or at its end. */
static bool of_span(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t length;
  if (!is_span(m)) return false;
  if (view->cp[m->end] == 0x6765 || gm_pair_at(view, m->end, u"以来")) return false; /* 一年来办件287件 */
  size_t i = gm_event_time_end(view, m->end);
  bool bounded = i > m->end && m->noun < m->start, free = m->noun == m->noun_end || empty_verb(m);
  if (view->cp[i] == DE && free && i == m->end) { /* 在122天的开放时间里 */
    size_t to = gm_noun_end(view, i + 1, false, true);
    return to > i + 2 && found(m, i + 1, to);
  }
  bool time = m->noun == m->end && m->noun_end == m->end + 2 && gm_pair_at(view, m->noun, u"时间");
  bool spent = time && (view->cp[m->noun_end] == COMMA || verb_at(view, m->noun_end, &length));
  if (spent) return gm_event_behind(m, m->noun_end); /* 用3个月时间，对…进行调查; 用40天时间完成调查 */
  if (years_running(m)) return gm_event_verb(m, i, clause_end(m, i));
  if ((!free && !bounded) || !is(view, i, GM_HAN) || view->cp[i] == DE) return false;
  size_t to = clause_end(m, i);
  if (!gm_event_verb(m, i, to)) return false;
  if (m->to == to && m->from > i && to - i <= PREDICATE) { /* 这五年综合实力大幅提升 */
    for (size_t k = i; k < to; k++)
      if (!is(view, k, GM_HAN)) return true;
    m->from = i;
  }
  return true;
}

/* 距法定退休年龄五年以内: what the span is before. */
static bool distance(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_DURATION) return false;
  for (size_t i = m->start, length; i && m->start - i < PREDICATE && is(view, i - 1, GM_HAN); i--) {
    if (view->cp[i - 1] != 0x8DDD) continue; /* 距 */
    i += view->cp[i] == 0x79BB;              /* 离 */
    size_t to = i;
    while (to < m->start && (!gm_word_find(view, to, &length) || !gm_word_find(view, to, &length)->flags)) to++;
    return to > i + 1 && found(m, i, to);
  }
  return false;
}

/* The readings, in their order. */
static bool (*const readings[])(gm_shown_reading *) = {document_year, signature, heading_year, since_verb,
                                                       counting_year, defined,   since,        distance,
                                                       dispatch,      of_date,   of_span};

bool gm_event_read(gm_shown_reading *m) {
  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
    if (readings[i](m)) return true;
  return false;
}
