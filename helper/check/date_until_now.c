/* DT-05 over a draft: 2019年11月起任校长，到现在刚满6年, and the draft is of December 2024. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define SINCE_BYTES 150u /* from the date of the beginning to the years */
#define BEGUN_BYTES 36u  /* from that date to what began */

static const char *const now_words[] = {"到现在",   "到今天", "到今年", "到如今", "到目前", "到此刻", "至今",
                                        "截至目前", "至目前", "如今",   "迄今",   "今年",   "现在",   NULL};
/* Whole years, neither begun nor rounded. */
static const char *const full[] = {"刚满", "已满",   "整整",   "刚好",   "正好",   "正满",
                                   "整满", "刚刚满", "已经满", "正好满", "刚好满", NULL};
/* 自2003年成立以来，已经走过23年: up to now as well. */
static const char *const walked[] = {"走过", "走过了", "度过", "度过了", "历经", NULL};
/* Years that may be counted with the first and the last. */
static const char *const about[] = {"已经有", "已有", "已经", "已", "有", NULL};
/* 已从教25年: what someone does for so long. */
static const char *const doing[] = {"从教", "从医", "从警", "任教", "执教", "工作", "任职", "服役", "驻村",
                                    "运行", "相伴", "相守", "结婚", "坚守", "守护", "服务", NULL};
static const char *const between[] = {"，",     "我",   "他",   "她",   "也",     "就",   "又",   "已", "已经", "恰好",
                                      "国庆节", "国庆", "元旦", "春节", "中秋节", "中秋", "年底", "底", NULL};

/* What begins in the year or the month of the date. */
static const char *const begun[] = {
    "任",   "当上", "当选", "接手", "接任",     "履新", "履职",   "上岗", "参加工作", "入职", "入伍", "参军",
    "入党", "调入", "调到", "调任", "来到",     "加入", "从事",   "进入", "驻村",     "起",   "开始", "以来",
    "成立", "创办", "开业", "挂牌", "建成",     "启用", "开馆",   "结对", "组建",     "设立", "创建", "投产",
    "结婚", "成婚", "完婚", "成亲", "结为夫妻", "相识", "分配到", "进厂", "进校",     "进站", "进馆", "从教",
    "从医", "从警", "到任", "落户", "扎根",     "定居", "迁入",   "拜师", NULL};
static const char *const begun_in[] = {"成立于", "创办于", "始建于", "组建于", "设立于", "创建于",
                                       "创立于", "开业于", "投产于", "建成于", "结婚于", NULL};
/* With these between, it did not go on. */
static const char *const ended[] = {"卸任", "离任", "退休", "离开", "出生", "去世", "调离", "前往", NULL};
/* 1990年大学毕业，就到馆里上班: who leaves school begins to work, if nothing else is told between. */
static const char *const at_work[] = {"上班", "工作",   "任教",   "从教",   "从医",   "留校",   "入职",   "任职",
                                      "上岗", "当医生", "当老师", "当教师", "当护士", "当工人", "当记者", NULL};
static const char *const elsewhere[] = {"先",   "后来", "之后", "此后", "随后", "又",   "多年",
                                        "几年", "辞",   "下海", "返",   "回乡", "转",   "创",
                                        "打工", "外地", "调",   "改",   "再",   "直到", NULL};

/* May one of those words end just before the byte? Most figures have none. */
static bool may_follow(gm_text line, uint32_t byte) {
  static const char last[] = "满整好有经已教医警作职役村行伴守婚护务过了";
  for (size_t i = 0; byte >= 3 && i < sizeof last - 1; i += 3)
    if (!memcmp(line.ptr + byte - 3, last + i, 3)) return true;
  return false;
}

/* Years up to now as a figure tells them: 到现在刚满6年. */
typedef struct years_told {
  uint32_t now;           /* the byte at which 到现在 begins */
  const gm_figure *month; /* 3月 of 到今年3月, else NULL */
  bool doing;             /* 从教, 从医: it tells itself what began */
  bool strict;
  int64_t months; /* told behind the years: 22年零8个月; 0 when none are */
  bool school;    /* begun when one left school */
} years_told;

/* Do words of now, or 到今年3月, lead to figure i, a plain number of years? */
static bool read_years(gm_text line, const gm_figures *figures, uint32_t i, years_told *out) {
  const gm_figure *f = &figures->items[i], *before = f - 1;
  if (f->kind != GM_FIGURE_DURATION || !may_follow(line, f->start) || f->value.scale || f->approx != GM_APPROX_NONE ||
      f->value.digits < 1 || f->value.digits > 99 || strcmp(gm_units[f->unit].name, "年"))
    return false;
  static const char *const behind[] = {"，",   "。",     "；",   "！",     "）",   "”",      "、",   "了",     "整",
                                       "时间", "的时间", "历史", "的历史", "之久", "的历程", "历程", "的风雨", NULL};
  uint32_t end = f->end + gm_reads(line, f->end, "零"), next = i + 1;
  out->months = 0;
  if (next < figures->count && f[1].start == end && f[1].kind == GM_FIGURE_DURATION && gm_is_exact(f + 1) &&
      !f[1].value.scale && !strcmp(gm_units[gm_units[f[1].unit].same_as].name, "个月"))
    out->months = f[1].value.digits, end = f[1].end;
  else
    end = f->end;
  bool plain = end == line.len;
  for (const char *const *word = behind; *word && !plain; word++) plain = gm_reads(line, end, *word) != 0;
  if (!plain) return false; /* 6年多, 6年党龄, 6年的时候 */
  uint32_t passed = gm_reads_one_before(line, f->start, walked);
  uint32_t at = f->start - (passed ? passed : gm_reads_one_before(line, f->start, doing)),
           bytes = gm_reads_one_before(line, at, full);
  out->school = false;
  out->doing = !passed && at < f->start;
  out->strict = bytes != 0;
  if (!bytes) bytes = gm_reads_one_before(line, at, about);
  at -= bytes;
  for (int k = 0; k < 3; k++) at -= gm_reads_one_before(line, at, between);
  out->month =
      before->kind == GM_FIGURE_DATE && !before->date.year && before->date.month && before->end == at ? before : NULL;
  if (out->month) at = before->start;
  uint32_t since = passed ? gm_reads_before(line, at, "以来") : 0;
  out->now = at - (since ? since : gm_reads_one_before(line, at, now_words));
  return (bytes || passed) && out->now < at;
}

static const char *const work[] = {"参加工作", "从教", "任教",     "执教",         "从医", "从警",
                                   "入伍",     "入职", "走上讲台", "走上教师岗位", NULL};

/* 1998年8月参加工作，一直在学校。算到今年8月，我已从教25年: the date in another sentence of the line at which the work
 * began; NULL when there is none, or another. */
static const gm_figure *began_work(gm_text line, const gm_figures *figures, const gm_figure *f) {
  const gm_figure *found = NULL;
  for (const gm_figure *g = figures->items; g < f; g++) {
    if ((g->kind != GM_FIGURE_DATE && g->kind != GM_FIGURE_YEAR) || !g->date.year || !gm_reads_one(line, g->end, work))
      continue;
    if (found) return NULL;
    found = g;
  }
  return found;
}

/* 1956年成立，至今已有60年历史: is it a history told in tens, that have passed? */
static bool is_round_history(gm_text line, const gm_figure *f, gm_date then, gm_date own) {
  static const char *const history[] = {"历史", "的历史", "之久", NULL};
  int64_t over = (int64_t)own.year - then.year - f->value.digits;
  return f->value.digits % 10 == 0 && over >= 0 && over < 10 && gm_reads_one(line, f->end, history);
}

/* Ten years off, or a digit: what was begun when one left school is told by no word of its own. */
static bool slips(const gm_figure *f, gm_date then, gm_date own) {
  int64_t off = (int64_t)own.year - then.year - f->value.digits;
  return off == 10 || off == -10;
}

/* 1990年大学毕业，22岁就到馆里上班: does work begin in the clauses behind that year, and nothing else between? */
static bool left_school(gm_text line, const gm_figure *then, uint32_t now) {
  static const char *const school[] = {"毕业", NULL};
  uint32_t reach = then->end + BEGUN_BYTES < now ? then->end + BEGUN_BYTES : now;
  return gm_reads_within(line, then->end, reach, school) && gm_reads_within(line, then->end, now, at_work) &&
         !gm_reads_within(line, then->end, now, elsewhere);
}

/* The date told last before figure i in its sentence, if something began then that may go on; NULL otherwise. */
static const gm_figure *beginning_of(gm_text line, const gm_figures *figures, uint32_t i, years_told *told) {
  const gm_figure *f = &figures->items[i], *then = NULL;
  while (i-- > 0 && figures->items[i].sentence == f->sentence && !then) {
    const gm_figure *g = &figures->items[i];
    if (g == told->month || gm_is_age(g)) continue;
    if (g->kind == GM_FIGURE_DURATION || (g->kind == GM_FIGURE_DATE && !g->date.year)) return NULL;
    if (g->kind == GM_FIGURE_DATE || g->kind == GM_FIGURE_YEAR) then = g;
  }
  if (!then && told->doing) then = began_work(line, figures, f);
  if (!then || !then->date.year || then->roles & GM_ROLE_TITLE || then->end > told->now ||
      told->now - then->end > SINCE_BYTES)
    return NULL;
  if (then->sentence != f->sentence) return then;
  uint32_t reach = then->end + BEGUN_BYTES < told->now ? then->end + BEGUN_BYTES : told->now;
  bool since = gm_reads_before(line, then->start, "从") || gm_reads_before(line, then->start, "自") ||
               gm_reads_one_before(line, then->start, begun_in);
  bool begins = since || gm_reads_within(line, then->end, reach, begun);
  told->school = !begins && left_school(line, then, told->now);
  return (begins || told->school) && !gm_reads_within(line, then->end, told->now, ended) ? then : NULL;
}

/* The fewest and the most years that may have passed up to `own`: full ones, those between the numbers of the years, or
 * rounded ones. Of dates without a month the last may not be full. */
static void passed_years(gm_date then, gm_date own, int64_t *least, int64_t *most) {
  int64_t years = (int64_t)own.year - then.year, months = 12 * years + own.month - then.month;
  bool known = own.month && then.month;
  *least = known ? months / 12 : years - 1;
  *most = known && (months + 6) / 12 > years ? (months + 6) / 12 : years;
}

/* 22年零8个月: do the years and months told fit, to a month, those that have passed? */
static bool months_fit(const gm_figure *f, int64_t months, gm_date then, gm_date own) {
  int64_t off = 12 * ((int64_t)own.year - then.year) + own.month - then.month - 12 * f->value.digits - months;
  return !own.month || !then.month || (off <= 1 && off >= -1);
}

/* Do the years told fit the draft's date, or the year that its title tells? */
static bool fits(const gm_draft_check *check, const gm_figure *f, gm_date then, gm_date own, bool strict) {
  int64_t least, most, slack = !strict;
  passed_years(then, own, &least, &most);
  if (f->value.digits >= least - slack && f->value.digits <= most + slack) return true;
  int64_t titled = (int64_t)check->title_year - then.year;
  return check->title_year && check->title_year != own.year &&
         (f->value.digits == titled || f->value.digits + 1 == titled);
}

/* 2019年任站长，2021年兼任书记，到现在刚满5年: do the years fit any date that the line tells before them? */
static bool some_fits(const gm_draft_check *check, const gm_figures *figures, uint32_t i, gm_date own, bool strict) {
  const gm_figure *f = &figures->items[i];
  while (i-- > 0) {
    gm_date then = figures->items[i].date;
    if (then.year && then.year <= own.year && fits(check, f, then, own, strict)) return true;
  }
  return false;
}

/* 2010年，学校举行校庆。自1960年创办以来，已走过50年: are the years those up to another that the line tells? */
static bool fits_another(const gm_figures *figures, const gm_figure *f, const gm_figure *then) {
  for (uint32_t i = 0; i < figures->count; i++) {
    const gm_figure *g = &figures->items[i];
    int64_t off = g->date.year ? (int64_t)g->date.year - then->date.year - f->value.digits : 2;
    if (g != then && off >= -1 && off <= 1) return true;
  }
  return false;
}

void gm_check_until_now(gm_draft_check *check) {
  gm_date own = {0, 0, 0};
  bool looked = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DURATION))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->kinds[line] & (GM_KIND(YEAR) | GM_KIND(DATE)))) continue;
    const gm_figures *figures = &check->figures[line];
    gm_text text = check->draft->lines[line];
    for (uint32_t i = 1; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      years_told told;
      if (!read_years(text, figures, i, &told)) continue;
      const gm_figure *then = beginning_of(text, figures, i, &told);
      if (!then) continue;
      if (!looked) own = gm_today_of(check);
      looked = true;
      if (!own.year) return;
      gm_date now = {own.year, told.month ? told.month->date.month : own.month, 0};
      bool exact = told.months && then->date.month && now.month;
      if (then->date.year >= own.year || (exact && months_fit(f, told.months, then->date, now)) ||
          (told.school && !slips(f, then->date, now)) || is_round_history(text, f, then->date, now) ||
          (!exact && some_fits(check, figures, i, now, told.strict)) || (!exact && fits_another(figures, f, then)) ||
          gm_is_reported(check, line, f))
        continue;
      gm_report_figure(check, line, f);
      int64_t months = 12 * ((int64_t)own.year - then->date.year) + now.month - then->date.month;
      if (exact)
        gm_say(check->out, check->language, "到%u年%u月为%lld年零%lld个月，文中为%s零%lld个月",
               "by %u-%u these are %lld years and %lld months, the text says %s and %lld months", own.year, now.month,
               (long long)(months / 12), (long long)(months % 12), gm_quote_figure(check->draft, line, f).text,
               (long long)told.months);
      else
        gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", own.year,
               then->date.year, (unsigned)own.year - then->date.year, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, then, "起始年份", "the year it began");
    }
  }
}
