/* XR-01 of how many there are of a thing, told again of 全市 or its like with another digit:
 * 城市书房总数由23座增加到32座 … 依托全市35座城市书房; 站党委下设14个党支部 … 全站41个党支部中. */
#include "check/again.h"
#include "check/families.h"
#include "check/known.h"
#include "check/link.h"
#include "check/sum.h"

#define HAN_BYTES    3u
#define NOUN_LEAST   (2 * HAN_BYTES)
#define VALUE_LEAST  10  /* fewer are counted of many things */
#define WHOLES_MAX   16u /* such figures of a draft that are judged */
#define FIGURES_MOST 2048u
#define LEAD_BYTES   60u /* before a total that may say that it is planned */

/* What a draft is of, all of it. */
static const char *const wholes[] = {"全市", "全县", "全区",   "全镇",   "全乡",   "全省",   "全州",   "全村",
                                     "全校", "全院", "全站",   "全馆",   "全局",   "全厂",   "全行",   "全所",
                                     "全港", "全矿", "全社",   "全队",   "全园",   "全旗",   "全盟",   "全路",
                                     "全段", "全线", "全系统", "全公司", "全集团", "全街道", "全辖区", NULL};

/* Words that there are so many stand behind, */
static const char *const having[] = {"共有", "现有", "下设", "设有", "下辖", "现辖",
                                     "管辖", "辖",   "拥有", "共设", "共辖", NULL};
/* nouns of a number itself, */
static const char *const numbers[] = {"总数", "总量", "数量", NULL};
/* and what stands between such a noun and the number. */
static const char *const reaching[] = {"达到", "达", "已达", "已达到", NULL};

static const char *const planned[] = {"计划", "力争", "预计", "将", "拟", "目标", "争取", "确保", "规划", "明年", NULL};

/* What is done by all there are, or rests on them. */
static const char *const resting[] = {"依托", "立足", "发挥", "利用", "用好", "借助", NULL};
static const char *const leading[] = {"在",   "对",   "为",   "向",   "把",   "将",   "让",   "使",   "由",   "从",
                                      "覆盖", "组织", "发动", "动员", "围绕", "带领", "引导", "推动", "实现", "走遍",
                                      "辐射", "联动", "串联", "整合", "统筹", "服务", "目前", "现在", "如今", NULL};
static const char *const marks[] = {"，", "。", "；", "：", "！", "　", NULL};
static const char *const ends[] = {"，", "。", "；", "、", "（", "：", "！", NULL};

/* Behind the noun: of all of them something is said. */
static const char *const all_of[] = {"中", "里", "均", "都", "全部", "全面", "全覆盖", "已全部", "无一", NULL};

/* What may be said of them right behind, where the noun seems to go on. */
static const char *const said[] = {"作用", "优势", "力量", "资源", "网络", "平台", "阵地", "纳入", "实现", "完成",
                                   "开展", "参加", "建立", "设置", "配备", "配齐", "安装", "通过", "达到", NULL};
static const char *const joined[] = {"、", "和", "与", "及", "以及", "（", NULL};

typedef struct whole {
  gm_twin twin;
  uint32_t name; /* where 全市 begins */
  gm_text noun;
  bool resting;   /* surely all there are are meant */
  bool next_year; /* 2025年，依托…: it is there already */
} whole;

static bool may_be_whole(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY && f->unit && gm_is_exact(f) && !f->value.scale && gm_is_plain(f) &&
         gm_is_countable(f) && gm_decimal_compare(f->value, gm_decimal_of(VALUE_LEAST)) >= 0 &&
         !(f->roles & (GM_ROLE_OF_WHICH | GM_ROLE_COMPARED | GM_ROLE_FROM | GM_ROLE_LIST_TOTAL));
}

/* Can 全站 or 全系统 end before the figure? Most have no 全 there. */
static bool may_be_named(gm_text line, const gm_figure *f) {
  static const char quan[] = "全";
  for (uint32_t chars = 2; chars <= 3; chars++)
    if (f->start >= chars * HAN_BYTES && !memcmp(line.ptr + f->start - chars * HAN_BYTES, quan, HAN_BYTES)) return true;
  return false;
}

/* Reads 全站14个党支部 at a figure; false when it is none. */
static bool read_whole(gm_text line, const gm_figure *f, whole *out) {
  if (f->noun_start != f->end || !may_be_named(line, f) || !may_be_whole(f) || f->roles & GM_ROLE_TO) return false;
  uint32_t name = gm_reads_one_before(line, f->start, wholes);
  if (!name) return false;
  out->name = f->start - name;
  uint32_t end = f->noun_start + NOUN_LEAST, last = f->noun_end;
  if (gm_reads(line, last + HAN_BYTES, "均")) last += HAN_BYTES; /* 21个乡镇均… is not told of 镇均 */
  if (last < end) return false;
  while (end < last && !gm_reads_one(line, end, all_of) && !gm_reads_one(line, end, said)) end += HAN_BYTES;
  if (end > last) end = last;
  if (gm_reads_one(line, end, joined)) return false; /* 35座城市书房、文化驿站 */
  out->noun = (gm_text){line.ptr + f->noun_start, end - f->noun_start};
  bool rests = gm_reads_one_before(line, out->name, resting) != 0;
  out->next_year = rests;
  out->resting = rests || gm_reads_one(line, end, all_of);
  return rests || !out->name || gm_reads_one_before(line, out->name, marks) ||
         gm_reads_one_before(line, out->name, leading);
}

/* The bytes of the noun without 全市 before it and 总数 behind. */
static gm_text bare_noun(gm_text line, const gm_figure *f) {
  uint32_t from = f->noun_start, to = f->noun_end;
  if (from < f->start) {
    from += gm_reads_one(line, from, wholes);
    to -= gm_reads_one_before(line, to, numbers);
  }
  return from < to ? (gm_text){line.ptr + from, to - from} : (gm_text){line.ptr + f->noun_start, 0};
}

static bool same_bytes(gm_text a, gm_text b) { return a.len == b.len && a.len && !memcmp(a.ptr, b.ptr, a.len); }

/* Does the first begin with the second? */
static bool starts_alike(gm_text a, gm_text b) { return b.len && a.len >= b.len && !memcmp(a.ptr, b.ptr, b.len); }

/* May the figure be told of it: does its noun hold the first characters of the other, or is it but one? */
static bool may_name(gm_text line, const gm_figure *f, gm_text noun) {
  if (f->noun_end - f->noun_start < NOUN_LEAST)
    return f->noun_end > f->noun_start && !memcmp(line.ptr + f->noun_start, noun.ptr, f->noun_end - f->noun_start);
  for (uint32_t i = f->noun_start; i + NOUN_LEAST <= f->noun_end; i++)
    if (!memcmp(line.ptr + i, noun.ptr, NOUN_LEAST)) return true;
  return false;
}

/* Is nothing but 全市, 我校, 本, or a name that holds its character (站党委 of 全站), between the clause's start and
 * the byte? */
static bool is_own_subject(gm_text line, uint32_t at, gm_text whole_name) {
  uint32_t from = at;
  while (from >= HAN_BYTES && !gm_reads_one_before(line, from, marks)) from--;
  if (from < HAN_BYTES) from = 0;
  if (from == at) return true;
  const char *last = whole_name.ptr + whole_name.len - HAN_BYTES;
  for (uint32_t i = from; i + HAN_BYTES <= at; i++)
    if (!memcmp(line.ptr + i, last, HAN_BYTES)) return true;
  static const char *const own[] = {"我", "本", "全", "目前", "现", "系统", NULL};
  return gm_reads_within(line, from, at, own);
}

/* Is 全省 said before the figure in its clause, where the other is of 全校? */
static bool is_of_another(gm_text line, const gm_figure *f, gm_text name) {
  uint32_t from = f->start;
  while (from >= HAN_BYTES && !gm_reads_one_before(line, from, marks)) from--;
  for (uint32_t i = from < HAN_BYTES ? 0 : from, n; i < f->start; i++)
    if ((n = gm_reads_one(line, i, wholes)) && !same_bytes((gm_text){line.ptr + i, n}, name)) return true;
  return false;
}

/* Does the figure tell how many there are of what its noun names? *subject gets where what has them ends. */
static bool tells_all(gm_text line, const gm_figure *f, uint32_t *subject) {
  if (!may_be_whole(f)) return false;
  uint32_t from = f->start > LEAD_BYTES ? f->start - LEAD_BYTES : 0, start = gm_figure_from(f), word;
  if (gm_reads_within(line, from, f->start, planned)) return false;
  if (f->noun_start == f->end) {
    word = gm_reads_one_before(line, start, having);
    *subject = start - word;
    /* 共有23个村完成改厕 are not all the villages. */
    return word && (f->noun_end >= line.len || gm_reads_one(line, f->noun_end, ends));
  }
  if (f->noun_end > f->start) return false;
  *subject = f->noun_start;
  if (gm_reads_one_before(line, f->noun_end, numbers) || f->roles & GM_ROLE_TO) return true;
  if ((word = gm_reads_one_before(line, f->noun_start, having)) != 0) {
    *subject = f->noun_start - word;
    return true;
  }
  return gm_reads_one_before(line, start, reaching) &&
         (gm_reads_one(line, f->noun_start, wholes) || gm_reads_one_before(line, f->noun_start, marks));
}

/* Are they of the same year, period and place? What rests on all there are may be of the year to come. */
static bool same_around(const gm_draft_check *check, const gm_twin *a, const gm_twin *b, bool next_year) {
  gm_measure x, y;
  gm_measure_begin(&x);
  gm_measure_begin(&y);
  gm_measure_read(check, a, &x);
  gm_measure_read(check, b, &y);
  if (next_year) {
    unsigned first = x.year ? x.year : x.own_year;
    if (first && y.year == first + 1) y.year = x.year;
    if (y.year == x.year) y.own_year = x.own_year;
  }
  return gm_period_goes_on(&x, &y) && gm_names_agree(&x, &y);
}

#define BESIDE 2u /* figures either way that may be added */

/* 辖10个乡镇、2个街道, 全县12个乡镇: do figures beside the first make up the difference? */
static bool made_up_beside(const gm_draft_check *check, const gm_twin *f, const gm_figure *own) {
  const gm_figures *figures = &check->figures[f->line];
  gm_decimal off;
  if (!gm_decimal_subtract(own->value, f->figure->value, &off)) return true;
  if (off.digits < 0) off.digits = -off.digits;
  uint32_t from = f->index > BESIDE ? f->index - BESIDE : 0;
  for (uint32_t i = from; i < figures->count && i <= f->index + BESIDE; i++)
    if (gm_is_amount(&figures->items[i]) && !gm_decimal_compare(figures->items[i].value, off)) return true;
  return false;
}

/* Must the two values be one that was typed otherwise? */
static bool is_slip(const whole *g, const gm_twin *f, bool own) {
  gm_decimal a = f->figure->value, b = g->twin.figure->value;
  bool more = gm_decimal_compare(b, a) > 0; /* no part of them is more than all */
  return own && (more || g->resting) && (gm_look_alike(a, b) == GM_SWAPPED || gm_one_digit_apart(a, b));
}

static void report(gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  if (second->figure->verified && !first->figure->verified) {
    const gm_twin *right = second;
    second = first;
    first = right;
  }
  if (gm_is_reported(check, second->line, second->figure) || gm_is_reported(check, first->line, first->figure)) return;
  gm_report_figure(check, second->line, second->figure);
  gm_say(check->out, check->language, "与第%u行的%s不一致：同一总数前后应相同，文中为%s",
         "line %u has %s: one total, two values (%s here)", first->line + 1,
         gm_quote_figure(check->draft, first->line, first->figure).text,
         gm_quote_figure(check->draft, second->line, second->figure).text);
  gm_relate_figure(check, first->line, first->figure, "另一处", "the other place");
}

/* Compares it with all the draft tells of the same thing; nothing is said when any of that agrees. */
static void judge(gm_draft_check *check, const whole *g) {
  const gm_twin *own = &g->twin;
  gm_text line = check->draft->lines[own->line];
  gm_text name = {line.ptr + g->name, own->figure->start - g->name};
  gm_twin found = {NULL, 0, 0};
  unsigned left = FIGURES_MOST;
  for (uint32_t k = 0; (k = gm_next_line(check, k, GM_KIND(QUANTITY))) < check->draft->count; k++) {
    if (!check->draft->classes[k].keep) continue;
    gm_text other = check->draft->lines[k];
    for (uint32_t i = 0; i < check->figures[k].count; i++) {
      gm_twin f = {&check->figures[k].items[i], k, i};
      uint32_t subject = 0;
      whole again;
      if (!left--) return;
      if (f.figure == own->figure || !gm_is_amount(f.figure) || !gm_comparable(f.figure, own->figure) ||
          !may_name(other, f.figure, g->noun) ||
          !(starts_alike(bare_noun(other, f.figure), g->noun) || starts_alike(g->noun, bare_noun(other, f.figure))))
        continue;
      if (!gm_decimal_compare(f.figure->value, own->figure->value)) return;
      bool before = k < own->line || (k == own->line && i < own->index);
      if (!before) continue;
      bool like = read_whole(other, f.figure, &again);
      if (!same_bytes(like ? again.noun : bare_noun(other, f.figure), g->noun) || is_of_another(other, f.figure, name))
        continue;
      if (like && !same_bytes((gm_text){other.ptr + again.name, f.figure->start - again.name}, name)) continue;
      if (!like && !tells_all(other, f.figure, &subject)) continue;
      if (is_slip(g, &f, like ? again.resting : is_own_subject(other, subject, name)) &&
          same_around(check, &f, own, g->next_year) && !made_up_beside(check, &f, own->figure))
        found = f;
      else
        found.figure = NULL; /* the last that is told counts */
    }
  }
  if (found.figure && !gm_difference_told(check, &found, own)) report(check, &found, own);
}

void gm_check_wholes(gm_draft_check *check) {
  unsigned judged = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(QUANTITY))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      whole g = {.twin = {&check->figures[line].items[i], line, i}};
      if (g.twin.figure->kind != GM_FIGURE_QUANTITY) continue;
      if (!read_whole(check->draft->lines[line], g.twin.figure, &g)) continue;
      if (judged++ == WHOLES_MAX) return;
      judge(check, &g);
    }
  }
}
