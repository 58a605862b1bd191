/* DT-06 over a draft: 1983年8月，22岁的他…。他生于1963年6月; 老人生于1938年2月，开张那天…83岁的他, and another
 * paragraph tells the year in which it opened. */
#include "check/date_terms.h"
#include "check/families.h"
#include "check/link.h"

#define HAN_BYTES   3u
#define AGE_MOST    115
#define YEARS_OFF   1    /* the birthday is yet to come; 虚岁 */
#define OFF_MOST    10   /* an age farther off is of another time or person, but for 58 of 85 */
#define GAP_BYTES   15u  /* from the day to the age: 1983年8月，年仅22岁 */
#define EVENT_BYTES 120u /* from a year to what happened in it */

/* 22岁的妻子: one whose birth is not that of 他. */
static const char *const kin[] = {"妻",   "丈夫", "儿",   "女",   "弟",   "妹",   "哥",   "姐", "父",   "母",
                                  "爸",   "妈",   "孙",   "侄",   "徒",   "爱人", "老伴", "同", "战友", "好友",
                                  "朋友", "老师", "师傅", "恩",   "邻",   "搭档", "叔",   "舅", "姑",   "婆",
                                  "公公", "岳",   "爷",   "奶",   "堂",   "表",   "大",   "小", "二",   "三",
                                  "两",   "高龄", "年",   "时候", "生日", NULL};
static const char *const pronouns[] = {"他", "她", "老人", "老汉", "老太", "老兵", "老党员", NULL};

/* Is the figure, by what stands behind it, of who it is told: 22岁的汤老师? Where the words for that begin. */
static uint32_t owner_of(gm_text line, const gm_figure *f) {
  uint32_t of = gm_reads(line, f->end, "的");
  return of && !gm_reads_one(line, f->end + of, kin) ? f->end + of : 0;
}

static bool is_age(const gm_figure *f) {
  return gm_is_age(f) && gm_is_exact(f) && !f->value.scale && f->value.digits > 5 && f->value.digits < AGE_MOST;
}

/* The only birth of the line; its index in *at, or NULL when there is none, or more than one. */
static const gm_figure *birth_of(gm_text line, const gm_figures *figures, uint32_t *at) {
  static const char *const behind[] = {"出生", "生，", "生。", "生于", "诞生", NULL}, *const before[] = {
                                                                                          "生于", "出生于", NULL};
  const gm_figure *found = NULL;
  for (uint32_t i = 0; i < figures->count; i++) {
    const gm_figure *f = &figures->items[i];
    if (!f->date.year || f->roles & GM_ROLE_TITLE || (f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE) ||
        !(gm_reads_one(line, f->end, behind) || gm_reads_one_before(line, f->start, before)))
      continue;
    if (found) return NULL;
    found = f;
    *at = i;
  }
  return found;
}

/* The byte at which the sentence of `at` begins. */
static uint32_t sentence_start(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "！", "？", "”", NULL};
  while (at && !gm_reads_one_before(line, at, stops)) at--;
  while (gm_reads(line, at, "　")) at += gm_reads(line, at, "　");
  return at;
}

/* 1983年8月，22岁的汤怀礼…。他生于1963年6月: the year right before the age, and a birth in the sentence behind, of 他
 * or of the same name. 0 when it is not told so. */
static unsigned year_before(gm_text line, const gm_figures *figures, uint32_t age, uint32_t at) {
  const gm_figure *birth = &figures->items[at];
  static const char *const gaps[] = {"，年仅", "，时年", "，刚满",   "，年方", "，才",   "，已经",
                                     "，已",   "时，",   "冬天，",   "春天，", "夏天，", "秋天，",
                                     "年底，", "年初，", "的一天，", "，",     NULL};
  const gm_figure *f = &figures->items[age], *when = age ? f - 1 : NULL;
  uint32_t owner = owner_of(line, f);
  bool before = at + 1 < age; /* 生于1948年的周师傅…。1968年冬天，18岁的他… */
  if (!when || !owner || !when->date.year || (birth->start < f->end && !before) || birth->sentence > f->sentence + 1u ||
      birth->sentence + 1u < f->sentence || (when->kind != GM_FIGURE_DATE && when->kind != GM_FIGURE_YEAR) ||
      when->sentence != f->sentence || f->start - when->end > GAP_BYTES)
    return 0;
  uint32_t gap = f->start - when->end, word = gap ? gm_reads_one(line, when->end, gaps) : 0;
  if (gap != word) return 0;
  for (uint32_t i = (before ? at : age) + 1; i < (before ? age : at); i++)
    if (gm_is_age(&figures->items[i])) return 0; /* 他 may be another */
  static const char *const others[] = {"妻", "儿", "女", "父",   "母",   "弟", "妹",
                                       "哥", "姐", "孙", "长子", "丈夫", NULL};
  if (before)
    return gm_reads_one(line, owner, pronouns) &&
                   !gm_reads_within(line, sentence_start(line, birth->start), when->start, others)
               ? when->date.year
               : 0;
  static const char *const him[] = {"他", "她", NULL}, *const people[] = {"他们", "她们", NULL};
  uint32_t who = birth->sentence == f->sentence ? f->end : sentence_start(line, birth->start);
  if (birth->sentence == f->sentence) { /* 22岁的他走进小学，他生于1963年 */
    while (who + HAN_BYTES < birth->start && !gm_reads(line, who, "，")) who++;
    who += gm_reads(line, who, "，");
  }
  static const char *const of[] = {"的", NULL};
  if (who > birth->start || gm_reads_within(line, who, birth->start, of) ||
      gm_reads_within(line, who, birth->start, others))
    return 0;
  bool same = who + 2 * HAN_BYTES <= birth->start && !memcmp(line.ptr + who, line.ptr + owner, 2 * HAN_BYTES);
  return same || (gm_reads_one(line, who, him) && !gm_reads_one(line, who, people)) ? when->date.year : 0;
}

/* Does 开张, or 开了张, stand in the bytes [from, to)? */
static bool holds(gm_text line, uint32_t from, uint32_t to, const char *event) {
  for (uint32_t i = from; i + 2 * HAN_BYTES <= to; i++) {
    if (memcmp(line.ptr + i, event, HAN_BYTES) != 0) continue;
    uint32_t next = i + HAN_BYTES;
    next += gm_reads(line, next, "了");
    if (next + HAN_BYTES <= line.len && !memcmp(line.ptr + next, event + HAN_BYTES, HAN_BYTES)) return true;
  }
  return false;
}

/* The only year in which the draft tells what the two characters name; 0 when none, or several. */
static unsigned year_of_event(const gm_draft_check *check, const char *event, const gm_figure *birth) {
  static const char *const stops[] = {"。", "！", "？", "；", NULL};
  unsigned year = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(YEAR) | GM_KIND(DATE))) < check->draft->count;
       line++) {
    gm_text text = check->draft->lines[line];
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f == birth || !f->date.year || (f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE)) continue;
      uint32_t to = f->end;
      while (to < text.len && to - f->end < EVENT_BYTES && !gm_reads_one(text, to, stops)) to++;
      if (!holds(text, f->end, to, event)) continue;
      if (year && year != f->date.year) return 0;
      year = f->date.year;
    }
  }
  return year;
}

/* 老人生于1938年2月，开张那天戴着军功章来的，83岁的他: the year of that day, which the draft tells elsewhere. */
static unsigned year_of_day(const gm_draft_check *check, uint32_t line, uint32_t age, uint32_t birth) {
  static const char *const days[] = {"那天", "那一天", "当天", "当日", "那日", NULL};
  gm_text text = check->draft->lines[line];
  const gm_figure *f = &check->figures[line].items[age], *b = &check->figures[line].items[birth];
  uint32_t owner = owner_of(text, f);
  if (birth > age || f->sentence > b->sentence + 1u || !owner || !gm_reads_one(text, owner, pronouns)) return 0;
  for (uint32_t i = birth + 1; i < age; i++)
    if (check->figures[line].items[i].date.year || is_age(&check->figures[line].items[i])) return 0;
  for (uint32_t at = b->end + 2 * HAN_BYTES; at < f->start; at++) {
    if (!gm_reads_one(text, at, days) || at < 2 * HAN_BYTES) continue;
    const char *event = gm_label_before(text, at);
    return event ? year_of_event(check, event, b) : 0;
  }
  return 0;
}

void gm_check_ages_then(gm_draft_check *check) {
  for (uint32_t line = 0;
       (line = gm_next_line(check, line, GM_KIND(QUANTITY) | GM_KIND(DURATION))) < check->draft->count; line++) {
    const gm_figures *figures = &check->figures[line];
    if (!(check->kinds[line] & (GM_KIND(DATE) | GM_KIND(YEAR))) || !check->draft->classes[line].keep ||
        figures->count < 2 || figures->count > GM_MENTIONS_MAX)
      continue;
    gm_text text = check->draft->lines[line];
    const gm_figure *birth = NULL;
    uint32_t at = 0;
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!is_age(f) || !gm_reads(text, f->end, "的")) continue;
      if (!birth && !(birth = birth_of(text, figures, &at))) break;
      unsigned year = year_before(text, figures, i, at);
      if (!year) year = year_of_day(check, line, i, at);
      int64_t years = (int64_t)year - birth->date.year, off = f->value.digits - years;
      bool turned = f->value.digits % 10 * 10 + f->value.digits / 10 == years;
      if (!year || years <= 0 || (off >= -YEARS_OFF && off <= YEARS_OFF) ||
          (!turned && (off > OFF_MOST || off < -OFF_MOST)) || gm_is_reported(check, line, f))
        continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", year,
             (unsigned)birth->date.year, (unsigned)years, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, birth, "出生年份", "the year of birth");
    }
  }
}
