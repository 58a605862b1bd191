/* DT-06: ages against the years of birth and of what happened. */
#include "check/families.h"
#include "check/link.h"

static bool is_year(const gm_mention *m) {
  return (m->figure->kind == GM_FIGURE_YEAR || m->figure->kind == GM_FIGURE_DATE) && m->figure->date.year;
}

/* 1956年出生, 生于1956年, 1956年生， */
static bool is_birth(const gm_view *view, const gm_mention *m) {
  if (gm_words_before(view, m->from, "生于 出生于 诞生于")) return true;
  if (gm_words_at(view, m->to, "出生 诞生 生于")) return true;
  return gm_one_of(view, m->to, "生") && !(view->cls[m->to + 1] & GM_HAN && !gm_one_of(view, m->to + 1, "人"));
}

#define DEATHS   "去世 逝世 病逝 病故 辞世 离世 牺牲 殉职 仙逝 谢世 过世 离开"
#define AT_DEATH "享年 终年 卒年"
#define AT_EVENT "年满 刚满 时正好 时刚好 时已经 时才 时仅 时只有 年仅 时年 年方 年龄仅 年龄只有 年仅仅"
/* 2010年建社，那年他56岁: of the year told last. */
#define THAT_YEAR                                                                                                                                                    \
  "那年 那年他 那年她 那一年 那一年他 那一年她 这年 这年他 这年她 这一年 这一年他 这一年她 当年他 当年她 当年 当时 " \
  "当时他 "                                                                                                                                                       \
  "当时她 此时他 此时她 彼时他 彼时她 那时他 那时她 时他 时她 那年我 时年 那一年我 我当时 他当时 她当时 他那年 "       \
  "她那年 我那年"
#define TODAY "现年 今年 现已 年龄 年龄为"

/* The birth told in the figure's sentence, or the only one of the line before it; NULL when none, or more than one. */
static const gm_mention *birth_before(const gm_links *links, unsigned index) {
  const gm_mention *found = NULL;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!is_year(m) || !is_birth(links->view, m)) continue;
    if (gm_same_sentence(m, &links->items[index])) return m;
    if (found) return NULL;
    found = m;
  }
  return found;
}

/* How far an age may be off the difference of the years: the birthday is yet to come; 虚岁 counts one or two more. */
#define YEARS_SHORT 1
#define YEARS_OVER  1
#define YEARS_MORE  2 /* of those who have died, by old custom */

#define GAP_CHARS 8u /* 2010年退休时70岁 */
#define AT_AGE    "已 已有 已经 已是 已经有 时 时已 时已经 时已有 满 已满 刚满 才 只有 仅"

/* The year right before the age, with nothing but what happened then between; NULL when none is. */
static const gm_mention *year_right_before(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *age = &links->items[index], *m = age - 1;
  if (!is_year(m) || is_birth(view, m) || age->from - m->to > GAP_CHARS || m->figure->roles & GM_ROLE_TITLE ||
      gm_words_before(view, m->from, "从 自 到 至 于"))
    return NULL;
  return gm_view_next_before(view, m->to, age->from, GM_PAUSE | GM_STOP) == age->from &&
                 gm_words_before(view, age->from, AT_AGE)
             ? m
             : NULL;
}

#define NEAR 3  /* years by which such an age is off; of more it is rather one of another time: 刚满18岁参军 */
#define TEN  10 /* or a digit is another */

/* 2024年6月14日（星期五）是…。年纪最大的1964年5月出生，刚满59岁: the one day that the line tells, in another sentence.
 */
static void check_on_day(gm_line_check *check, const gm_links *links, unsigned index, const gm_mention *birth) {
  const gm_view *view = links->view;
  const gm_mention *age = &links->items[index], *now = NULL;
  bool full = gm_words_before(view, age->from, "刚满 已满 刚刚满") != 0;
  if (!full && !gm_words_before(view, age->from, "现年 今年")) return;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m == birth || !is_year(m)) continue;
    if (now || !m->figure->date.day || i > index) return;
    now = m;
  }
  if (!now || now->from != gm_sentence_start(view, now->from) || !gm_one_of(view, age->to, "，。；、！）")) return;
  gm_date a = birth->figure->date, b = now->figure->date;
  int64_t years = (int64_t)b.year - a.year, told = age->figure->value.digits;
  bool known = a.month && a.month != b.month;
  int64_t least = years - (known ? a.month > b.month : 1), most = full ? (known ? least : years) : years + YEARS_OVER;
  int64_t off = told < least ? least - told : told - most;
  if (years <= 0 || (told >= least && told <= most) || (off > NEAR && off != TEN)) return;
  gm_report_mention(check, age);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "到%s为%lld岁，文中为%s", "on %s the age is %lld, the text says %s",
         gm_quote_mention(view, now).text, (long long)(known ? least : years), gm_quote_mention(view, age).text);
  gm_relate_mention(check, birth, "出生年份", "the year of birth");
  gm_relate_mention(check, now, "当日", "that day");
}

/* The year told last before the age, in its sentence; NULL when none is. */
static const gm_mention *last_year(const gm_links *links, unsigned index) {
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[index]);)
    if (is_year(&links->items[i])) return &links->items[i];
  return NULL;
}

/* 65 of 56 */
static int64_t told_turned(const gm_mention *age) {
  int64_t told = age->figure->value.digits;
  return told > 9 && told < 100 ? told % 10 * 10 + told / 10 : told;
}

static void check_age(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *age = &links->items[index], *now = NULL;
  bool high = gm_words_before(view, age->from, "以") && gm_words_at(view, age->to, "高龄 的高龄 之龄 的年龄");
  bool death = gm_words_before(view, age->from, AT_DEATH) ||
               (high && gm_words_at(view, age->to + gm_words_at(view, age->to, "高龄 的高龄 之龄 的年龄"), DEATHS));
  bool event = gm_words_before(view, age->from, AT_EVENT);
  bool just = gm_words_before(view, age->from, "他正好 她正好 他刚好 她刚好 正好 刚好");
  const gm_mention *then = death || high ? NULL : year_right_before(links, index);
  bool that = !death && !high && !event && gm_words_before(view, age->from, THAT_YEAR);
  event = event || then;
  if (!death && !event && !high && !just && !that && !gm_words_before(view, age->from, TODAY)) return;
  if (!gm_is_exact(age->figure) || age->figure->value.scale) return;
  const gm_mention *birth = birth_before(links, index);
  if (!birth) return;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], age);) {
    const gm_mention *m = &links->items[i];
    if (m == birth || !is_year(m) || m->figure->roles & GM_ROLE_TITLE) continue;
    if (!now || m->figure->date.year > now->figure->date.year) now = m;
  }
  if (then) now = then;
  if (that) {
    now = last_year(links, index);
    int64_t off = now ? age->figure->value.digits + birth->figure->date.year - now->figure->date.year : 0;
    int64_t turned = told_turned(age);
    if (now == birth || (off != TEN && off != -TEN && turned != age->figure->value.digits - off)) return;
    event = true;
  }
  if (!now) check_on_day(check, links, index, birth);
  if (!now || now->figure->date.year <= birth->figure->date.year) return;
  int64_t years = now->figure->date.year - birth->figure->date.year, told = age->figure->value.digits;
  /* 1962年生，2023年退休，现年64岁: today, or the year of death, may be later than any year told. */
  bool later = told > years + (death ? YEARS_MORE : YEARS_OVER);
  /* 2024年他正好75岁: of the year of its own clause. */
  bool same = now->figure->clause == age->figure->clause;
  if (just && !event && !death && !same) return;
  bool died = death && (high || gm_find_word(view, now->to, age->from, DEATHS) != SIZE_MAX);
  if (told >= years - YEARS_SHORT && (!later || !(died || event || ((high || just) && same)))) return;
  gm_report_mention(check, age);
  if (!death) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s",
         (unsigned)now->figure->date.year, (unsigned)birth->figure->date.year, (unsigned)years,
         gm_quote_mention(view, age).text);
  gm_relate_mention(check, birth, "出生年份", "the year of birth");
  gm_relate_mention(check, now, "当年", "the year of the event");
}

void gm_check_ages(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 2; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if ((f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_DURATION) &&
        gm_one_before(links->view, links->items[i].to, "岁"))
      check_age(check, links, i);
  }
}
