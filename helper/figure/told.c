#include "figure/told.h"

#include "figure/phrase.h"

#define DE      0x7684u /* 的 */
#define SUBJECT 16      /* characters of a clause's subject */
#define EVENT   16      /* characters of what a time is set for */

static bool is(const gm_view *view, size_t i, uint16_t bits) { return view->cls[i] & bits; }

static bool nameless(const gm_shown_reading *m) { return m->noun == m->noun_end; }

size_t gm_told_clause(const gm_view *view, size_t at) {
  while (at && !is(view, at - 1, GM_STOP) && (!is(view, at - 1, GM_PAUSE) || view->cp[at - 1] == 0x3001)) at--;
  while (is(view, at, GM_SPACE)) at++;
  return at;
}

/* Takes [from, to), words of a clause before what is said, for its subject: no digits and marks, no more than a name.
 */
static bool subject(gm_shown_reading *m, size_t from, size_t to) {
  const gm_view *view = m->view;
  size_t length;
  const gm_word *word;
  if (view->cp[from] == 0x7B2C) { /* 第十届读书节 */
    size_t i = from + 1;
    while (is(view, i, GM_DIGIT | GM_NUMERAL)) i++;
    if (gm_one_of(view->cp[i], u"次届期场轮批个")) from = i + 1;
  }
  while (to > from + 2 && gm_pair_at(view, to - 2, u"分别一律统一初步暂时均已今天昨天今日昨日")) to -= 2;
  to -= to > from + 2 && gm_one_of(view->cp[to - 1], u"已均也都将");
  for (; from < to && (word = gm_word_find(view, from, &length)) && word->flags & GM_WORD_STOP; from += length) {
  }
  from += from < to && gm_one_of(view->cp[from], u"使将把令让其");
  if (to > from + 3 && gm_pair_at(view, from, u"带动推动促进力争确保")) from += 2;
  if (is(view, from, GM_NUMERAL) && gm_one_of(view->cp[from + 1], u"季月年是")) return false; /* 一季度 */
  if (to < from + 2 || to > from + SUBJECT || view->cp[to - 1] == DE) return false;
  for (size_t i = from; i < to; i++)
    if (!is(view, i, GM_HAN | GM_LATIN)) return false;
  return gm_shown_found(m, from, to);
}

/* Does 由 or 从 at `i` tell what something was before: 由24项增加到33项; not 理由, 服从? */
static bool from_at(const gm_view *view, size_t i) {
  uint32_t before = i ? view->cp[i - 1] : 0, next = view->cp[i + 1];
  if (view->cp[i] == 0x7531) return !gm_one_of(before, u"理自缘事因") && !gm_one_of(next, u"于此来衷"); /* 由 */
  return view->cp[i] == 0x4ECE && !gm_one_of(before, u"服跟听顺盲") && !gm_one_of(next, u"而事业中严"); /* 从 */
}

/* 获奖项目由上一届的24项增加到33项: what stands before 由. */
static bool was_before(gm_shown_reading *m) {
  if (!(m->figure->roles & (GM_ROLE_FROM | GM_ROLE_TO | GM_ROLE_UP | GM_ROLE_DOWN))) {
    size_t de = m->start;
    if (!de || m->view->cp[de - 1] != DE) return false; /* 由上一届的24项 */
  }
  if (is(m->view, m->start, GM_IN_QUOTE) || m->figure->kind == GM_FIGURE_CLAIM) return false;
  bool verb = m->figure->roles & GM_ROLE_FROM && m->noun_end == m->noun + 1 &&
              gm_one_of(m->view->cp[m->noun_end], u"至到"); /* 由600张扩至800张 */
  if (m->noun >= m->end && !nameless(m) && !verb) return false;
  size_t clause = gm_told_clause(m->view, m->start), i = clause;
  while (i < m->start && !from_at(m->view, i)) i++;
  if (i >= m->start || (!nameless(m) && m->noun >= clause && m->noun < i)) return false;
  return subject(m, clause, i);
}

/* Verbs that are nouns before one of change. */
#define DONE u"投入支出消费供应销售出口进口投资接待发送使用采购生产建设服务运输贷款就业"

/* 基础研究投入增长8%: what was done, before how it changed. */
static bool done_more(gm_shown_reading *m) {
  const gm_view *view = m->view;
  const gm_figure *f = m->figure;
  size_t clause = gm_told_clause(view, m->start);
  if (!(f->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) || f->verb_end <= f->verb_start || f->verb_start < m->offset)
    return false;
  if (!nameless(m) && (m->noun >= m->end || (m->noun >= clause && !gm_is_verb(view, m->noun, m->noun_end))))
    return false;
  size_t verb = gm_view_find(view, f->verb_start - m->offset);
  if (verb < clause + 4 || !gm_pair_at(view, verb - 2, DONE) || gm_one_of(view->cp[clause], u"比较与同")) return false;
  return subject(m, clause, verb) && m->to > m->from + 2;
}

/* 县财政按每亩20元的标准: does 按 or 以 stand between the noun and the number, so that it names but who goes by it? */
static bool goes_by_it(const gm_shown_reading *m) {
  size_t i = m->noun_end;
  while (i < m->start && is(m->view, i, GM_HAN) && !gm_one_of(m->view->cp[i], u"按以")) i++;
  return m->noun_end < m->start && i < m->start && gm_one_of(m->view->cp[i], u"按以");
}

/* 按不少于10%的比例抽查: the noun that the number only measures. */
static bool measures(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if ((!nameless(m) && !goes_by_it(m)) || view->cp[m->end] != DE ||
      !gm_pair_at(view, m->end + 1, u"比例标准幅度额度速度比率频次强度价格利率税率水平"))
    return false;
  return gm_shown_found(m, m->end + 1, m->end + 3);
}

/* 会费按每家6000元收取: what is had at that price. */
static bool priced(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_MONEY && m->figure->kind != GM_FIGURE_PERCENT) return false;
  if (!nameless(m) && m->noun < m->end && m->figure->noun_hash) return false;
  size_t clause = gm_told_clause(view, m->start), i = clause;
  while (i < m->start && view->cp[i] != 0x6309) i++; /* 按 */
  bool payer = i > clause && gm_one_of(view->cp[i - 1], u"级府局位司校院厂会部县市区镇乡村人户家政");
  return i < m->start && !payer && subject(m, clause, i);
}

/* Verbs that spend, and those that only lead to what it is spent on. */
#define SPENDS  u"投入安排拨付筹集争取使用列支斥资耗资出资投资支出划拨下达落实花费筹措"
#define LEADING u"实施开展用于进行支持推进推动启动组织"

/* 集团投入8.6亿元实施绿色改造: what the money is for, rather than whose it is. */
static bool spent_on(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_MONEY || m->noun >= m->end || m->start < 2) return false;
  size_t verb = m->start, length, to;
  verb -= gm_one_of(view->cp[verb - 1], u"约近超了达");
  if (verb < 2 || !gm_pair_at(view, verb - 2, SPENDS) || (!nameless(m) && m->noun_end > verb && m->noun != verb - 2))
    return false;
  const gm_word *word = gm_word_find(view, m->end, &length);
  if (!gm_pair_at(view, m->end, LEADING) && !(word && word->flags == GM_WORD_VERB)) return false;
  size_t from = gm_pair_at(view, m->end, LEADING) ? m->end + 2 : m->end;
  to = gm_noun_end(view, from, false, true);
  if (from == m->end && to < from + length + 2) return false;
  return to > from + 1 && gm_shown_found(m, from, to);
}

#define BODY_ENDS u"县市区镇乡村省局厅部委会社院校司厂团行站所政府"

/* 澜沂县累计投入2.16亿元: that it was spent, rather than who did. */
static bool spent_by(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_MONEY || nameless(m) || m->noun_end + 2 > m->start || m->start < 2 ||
      !gm_one_of(view->cp[m->noun_end - 1], BODY_ENDS) || m->noun < gm_told_clause(view, m->start))
    return false;
  size_t verb = m->start, from;
  verb -= gm_one_of(view->cp[verb - 1], u"约近超了达");
  if (verb < m->noun_end + 2 || !gm_pair_at(view, verb - 2, SPENDS)) return false;
  for (from = m->noun_end; from < verb - 2; from++)
    if (!gm_one_of(view->cp[from], u"累计共总先后已")) return false;
  return from > m->noun_end && gm_shown_found(m, verb - 2, verb);
}

#define ALONE u"仅光单独"

/* 仅水费就省下1.9万元, 光人工一项就节约8万元: of what, that is enough by itself. */
static bool enough_alone(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t from = gm_told_clause(view, m->start), to = from;
  if (!gm_one_of(view->cp[from], ALONE) || (!nameless(m) && m->noun >= m->end)) return false;
  from++;
  from += gm_one_of(view->cp[from], u"仅是单");
  while (to < m->start && !gm_one_of(view->cp[to], u"就便")) to++;
  size_t verb = m->start - (m->start - to == 4 && gm_one_of(view->cp[m->start - 1], u"了约近"));
  if (verb != to + 3 || !is(view, to + 1, GM_HAN) || !is(view, to + 2, GM_HAN)) return false;
  if (to > from + 3 && gm_pair_at(view, to - 2, u"一项这项一块")) to -= 2;
  return subject(m, from, to);
}

/* 把126个村分为平原、丘陵、库区三类: what is divided, rather than the last of its kinds. */
static bool divided_into(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_CLAIM && m->figure->kind != GM_FIGURE_QUANTITY) return false;
  if (!gm_one_of(view->cp[m->end - 1], u"类级型档种组片") || nameless(m) || m->noun_end > m->start) return false;
  size_t clause = gm_told_clause(view, m->start), at = clause + 1, from = clause;
  while (at < m->noun && !gm_pair_at(view, at, u"分为分成划为归为分作")) at++;
  if (at >= m->noun || gm_view_next_before(view, at, m->noun, GM_PAUSE) == m->noun) return false; /* a row of kinds */
  for (size_t i = clause; i < at; i++)
    if (gm_one_of(view->cp[i], u"把将")) from = i + 1;
  size_t to = at - (gm_one_of(view->cp[at - 1], u"划细") && at > from + 1), unit, length;
  for (unit = from; is(view, unit, GM_DIGIT); unit++) {
  }
  gm_unit_place place;
  if (unit > from && gm_unit_find(view, unit, &length, &place)) from = unit + length;
  if (to == from + 1 && is(view, from, GM_HAN)) return gm_shown_found(m, from, to); /* 村 */
  return subject(m, from, to);
}

/* 全县分4期举办轮训: what is held in so many parts. */
static bool in_parts(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (!m->start || view->cp[m->start - 1] != 0x5206 || (!nameless(m) && m->noun >= m->end)) return false; /* 分 */
  if (!gm_pair_at(view, m->end, u"举办召开举行开展组织")) return false;
  size_t to = gm_noun_end(view, m->end, false, true);
  return to > m->end + 3 && gm_shown_found(m, m->end, to);
}

/* 吸引21.7万人次参加: what those do whom a verb only draws. */
static bool drew(gm_shown_reading *m) {
  const gm_view *view = m->view;
  gm_unit_class counts = (gm_unit_class)gm_units[m->figure->unit].unit_class;
  if (counts != GM_CLASS_VISIT && counts != GM_CLASS_PERSON) return false;
  bool draws = m->noun_end == m->noun + 2 && gm_pair_at(view, m->noun, u"吸引组织带动动员发动引导");
  if (!draws || m->noun_end > m->start) return false;
  return gm_pair_at(view, m->end, u"参加参与观看参观观展报名互动收看游览体验到场打卡观赛就业") &&
         gm_shown_found(m, m->end, m->end + 2);
}

/* 调解372起，成功365起: how many came to a good end. */
static bool succeeded(gm_shown_reading *m) {
  size_t at = m->start;
  if (!nameless(m) || m->figure->kind != GM_FIGURE_QUANTITY) return false;
  at -= at && gm_one_of(m->view->cp[at - 1], u"了约近超");
  return at > 1 && gm_pair_at(m->view, at - 2, u"成功") && gm_shown_found(m, at - 2, at);
}

/* 还有10个没有开工: what those that have no name have not done. */
static bool have_not(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_QUANTITY || m->noun >= m->end || !gm_pair_at(view, m->end, u"没有尚未仍未还未"))
    return false;
  if (!nameless(m) && m->noun >= gm_told_clause(view, m->start)) return false;
  size_t to = m->end + 2;
  while (to < m->end + 6 && is(view, to, GM_HAN)) to++;
  return to > m->end + 3 && is(view, to, GM_PAUSE | GM_STOP) && gm_shown_found(m, m->end, to);
}

/* 三个方面的不足, 两项突破: words that elsewhere say how exact a number is. */
static bool lacks(gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t i = nameless(m) || m->noun < m->end ? m->end : m->noun_end; /* 三个方面 */
  i += view->cp[i] == DE;
  if (m->figure->kind != GM_FIGURE_CLAIM && m->figure->kind != GM_FIGURE_QUANTITY) return false;
  if (m->figure->kind == GM_FIGURE_QUANTITY && !nameless(m) && m->noun < m->end) return false;
  if (!gm_pair_at(view, i, u"不足突破") || (view->cp[i] == 0x7A81 && is(view, i + 2, GM_HAN)) || /* 突 */
      is(view, i + 2, GM_DIGIT | GM_NUMERAL | GM_VAGUE))
    return false;
  return gm_shown_found(m, i, i + 2);
}

static bool (*const readings[])(gm_shown_reading *) = {was_before, done_more,    measures, enough_alone, priced,
                                                       spent_on,   spent_by,     in_parts, drew,         succeeded,
                                                       have_not,   divided_into, lacks};

bool gm_told_subject(gm_shown_reading *m) {
  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
    if (readings[i](m)) return true;
  return false;
}

/* 春运自1月14日开始，到2月22日结束，历时40天: of what the sentence begins with. */
static bool lasted(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_DURATION || !nameless(m) || m->start < 2) return false;
  size_t at = m->start - gm_one_of(view->cp[m->start - 1], u"近约达");
  if (at < 2 || !gm_pair_at(view, at - 2, u"历时为期持续共计前后")) return false;
  size_t from = at;
  while (from && !is(view, from - 1, GM_STOP) && view->cp[from - 1] != 0xFF1B) from--; /* ； */
  while (is(view, from, GM_SPACE)) from++;
  while (is(view, from, GM_DIGIT | GM_NUMERAL) || gm_one_of(view->cp[from], u"年月日度")) from++; /* 2025年春运 */
  size_t to = from;
  while (to < at && is(view, to, GM_HAN) && !gm_one_of(view->cp[to], u"自从于在由将已为是今昨")) to++;
  return to < at && (is(view, to, GM_DIGIT | GM_NUMERAL) || gm_one_of(view->cp[to], u"自从于在由将已为是今昨")) &&
         subject(m, from, to);
}

/* Words by which something is set for a time. */
#define SET_FOR u"定于定在订于改在改到改于改为订在延至推迟提前安排拟于"

/* 启动会定于5月9日（星期五）上午9:00: what the day and the hour were set for. */
static bool set_for(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_DATE && m->figure->kind != GM_FIGURE_TIME) return false;
  size_t clause = gm_told_clause(view, m->start), i = clause;
  while (i + 1 < m->start && !gm_pair_at(view, i, SET_FOR)) i++;
  if (i + 1 >= m->start || i < clause + 2 || i > clause + EVENT) return false;
  size_t behind = i + 2;
  behind += gm_one_of(view->cp[behind], u"到至在于");
  for (; behind < m->start; behind++) /* the day before the hour, its weekday */
    if (!is(view, behind, GM_DIGIT | GM_NUMERAL | GM_OPEN | GM_CLOSE | GM_SPACE) &&
        !gm_one_of(view->cp[behind], u"年月日号周星期上下午晚早今明当本"))
      return false;
  for (size_t k = m->end; !is(view, k, GM_STOP | GM_PAUSE) && k < view->count; k++) /* 县局定于7月25日召开调度会 */
    if (gm_pair_at(view, k, u"召开举行举办开展组织") && is(view, k + 2, GM_HAN)) return false;
  size_t to = i;
  while (to > clause && gm_one_of(view->cp[to - 1], u"已将拟初原均现也")) to--;
  if (to > clause && gm_one_of(view->cp[to - 1], u"上中后前里内时")) return false; /* 会上定于 */
  return subject(m, clause, to);
}

/* What a document is called at its title's end. */
#define DOCUMENTS u"方案报告总结计划通知要点意见办法公报预案规划清单细则通报公告纲要述职"

/* 《2025年绿色高产创建实施方案》: the year that a document is of. */
static bool of_title(const gm_shown_reading *m) {
  const gm_view *view = m->view;
  size_t i = m->end;
  bool title = is(view, m->start, GM_IN_TITLE);
  while (is(view, i, GM_HAN | GM_OPEN | GM_CLOSE) && !gm_one_of(view->cp[i], u"》（")) i++;
  if (i < m->end + 2 || !gm_pair_at(view, i - 2, DOCUMENTS)) return false;
  if (title) return view->cp[i] == 0x300B; /* 》 */
  while (is(view, i, GM_SPACE)) i++;
  return m->line_begins && m->line_ends && (i == view->count || view->cp[i] == 0xFF08); /* （ */
}

/* A year that is no deadline: what began with it, what happens in the years of which it is one, its document's; else it
 * but says when. */
static bool year(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_YEAR) return false;
  if (of_title(m)) {
    m->name = "年度";
    return true;
  }
  if (gm_pair_at(view, m->end - 1, u"年底年末年初")) return gm_event_behind(m, m->end + 1);
  if (view->cp[m->end - 1] != 0x5E74) return false; /* 年 */
  bool opens = !m->start || m->start == gm_told_clause(view, m->start) || gm_one_of(view->cp[m->start - 1], u"自从");
  if (gm_pair_at(view, m->end, u"以来")) {
    size_t from = m->end + 2;
    from += is(view, from, GM_PAUSE);
    return opens && gm_event_verb(m, from, gm_view_next(view, from, GM_PAUSE | GM_STOP));
  }
  size_t behind = gm_event_time_end(view, m->end), before = m->start;
  bool second =
      before > 1 && gm_one_of(view->cp[before - 1], u"至到—–―～~-") && view->cp[before - 2] == 0x5E74; /* 年 */
  bool first = gm_one_of(view->cp[m->end], u"至到—–―～~-") && behind > m->end + 4;
  return (first || second) && gm_one_of(view->cp[behind], u"，") && gm_event_behind(m, behind);
}

/* A year with nothing but itself for a noun. */
static bool only_year(gm_shown_reading *m) {
  if (m->figure->kind != GM_FIGURE_YEAR || m->figure->unit != GM_UNIT_YEAR || m->noun_end != m->end ||
      m->noun + 1 != m->noun_end)
    return false;
  m->name = "年度";
  return true;
}

/* 截至2024年底，…: nothing happened then; it is the day for which the numbers behind it are told. */
static bool as_of(gm_shown_reading *m) {
  const gm_view *view = m->view;
  if (m->figure->kind != GM_FIGURE_DATE && m->figure->kind != GM_FIGURE_YEAR) return false;
  if (!nameless(m) && !(m->noun + 2 == m->end && gm_pair_at(view, m->noun, u"年底年末年初"))) return false;
  size_t at = m->start - (m->start && gm_one_of(view->cp[m->start - 1], u"到"));
  if (at > 1 && gm_pair_at(view, at - 2, u"今年去年上年本年")) at -= 2;
  if (at < 2 || !gm_pair_at(view, at - 2, u"截至截止")) return false;
  m->name = "统计时点";
  return true;
}

/* 今后三年预计投入…: words that say which time it is, and name nothing. */
static void without_when(gm_shown_reading *m) {
  if (m->figure->kind == GM_FIGURE_DURATION && m->noun_end == m->noun + 2 && m->noun_end <= m->start &&
      gm_pair_at(m->view, m->noun, u"今后未来过去最近此后近来"))
    m->noun_end = m->noun;
}

bool gm_told_time(gm_shown_reading *m) {
  without_when(m);
  if (lasted(m) || set_for(m) || year(m) || (m->figure->kind == GM_FIGURE_YEAR && as_of(m))) return true;
  return gm_event_read(m) || as_of(m) || only_year(m);
}
