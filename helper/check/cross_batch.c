/* XR-04: what one was chosen for, called by another number: 入选第五批中国传统村落 …… 作为第六批中国传统村落. */
#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "text/utf8.h"

#define NAME_MAX    6u   /* of the name of a place or a body */
#define REACH_LINES 100u /* so far the second is looked for, that no draft takes long */
#define NEAR_BYTES  90u  /* from 作为第六批… to the name of whom it is said */

/* Where the name that opens the clause of `f` begins and ends (梨树坪村于2019年入选…): the first
 * that ends in one of `ends`. False when there is none. */
static bool name_before(gm_text line, const gm_figure *f, uint32_t *from, uint32_t *to) {
  static const char *const ends[] = {"村", "镇", "乡", "县",   "市",   "区",   "校",   "院", "馆",
                                     "厂", "局", "站", "公司", "小学", "中学", "大学", NULL};
  uint32_t at = f->start, c;
  while (at) {
    uint32_t back = (uint32_t)gm_utf8_decode_back(line.ptr, line.ptr + at, &c);
    if (gm_class_of(gm_fold(c)) & (GM_STOP | GM_PAUSE)) break;
    at -= back;
  }
  *from = at;
  for (unsigned n = 0; at < f->start && n < NAME_MAX; n++) {
    at += (uint32_t)gm_utf8_decode(line.ptr + at, line.ptr + line.len, &c);
    if (!(gm_class_of(gm_fold(c)) & GM_HAN)) return false;
    for (const char *const *w = ends; *w && n; w++)
      if (gm_reads_before(line, at, *w)) {
        *to = at;
        return true;
      }
  }
  return false;
}

#define HAN_BYTES 3u

/* Is the name said again right behind `g`, or 该 with its last character: 作为第六批中国传统村落，梨树坪村…; 该村…? */
static bool name_behind(gm_text line, uint32_t from, uint32_t to, gm_text other, const gm_figure *g) {
  const char *last = line.ptr + to - HAN_BYTES;
  for (uint32_t i = g->end; i < g->end + NEAR_BYTES; i++) {
    if (i + (to - from) <= other.len && !memcmp(other.ptr + i, line.ptr + from, to - from)) return true;
    uint32_t that = i + 2 * HAN_BYTES <= other.len ? gm_reads(other, i, "该") : 0;
    if (that && !memcmp(other.ptr + i + that, last, HAN_BYTES)) return true;
  }
  return false;
}

static bool is_batch(gm_text line, const gm_figure *f) {
  return f->kind == GM_FIGURE_ORDINAL && gm_reads(line, f->number_end, "批") != 0;
}

static const char *const wide[] = {"全国", "国家", "国家级", "全省", "省级", "全市", "市级", "省", "市", NULL};

/* Does one of the words stand before the ordinal, 全国 or its like between: 入选全国第二批? */
static bool is_led(gm_text line, const gm_figure *f, const char *const *words) {
  uint32_t at = f->start, n = gm_reads_one_before(line, at, wide);
  for (const char *const *w = words; *w; w++)
    if (gm_reads_before(line, at, *w) || (n && gm_reads_before(line, at - n, *w))) return true;
  return false;
}

static const char *const chosen[] = {"入选",   "列入",   "入围",     "跻身",   "获评",   "荣获",   "被评为", "获批",
                                     "成为",   "被列为", "被列入",   "认定为", "入选了", "命名为", "确定为", "评定为",
                                     "被授予", "授予",   "入选成为", "评选为", "获得",   "获",     NULL};

#define OCCASION_BYTES 60u /* the name of what the batch is of */

/* The byte at which the word that led to the ordinal begins: 入选 of 以入选全省第四批; 0 when none does. */
static uint32_t chosen_at(gm_text line, const gm_figure *f) {
  uint32_t at = f->start - gm_reads_one_before(line, f->start, wide), n = gm_reads_one_before(line, at, chosen);
  if (!n) at = f->start, n = gm_reads_one_before(line, at, chosen);
  return n ? at - n - gm_reads_before(line, at - n, "被") : 0;
}

/* 将以入选全省第四批…为契机; 自获批第四批…以来: is what one was chosen for told of as an occasion? */
static bool is_occasion(gm_text line, const gm_figure *g) {
  static const char *const these[] = {"此次", "这次", "本次", "此番", NULL}, *const led[] = {"以", "自", "从", NULL};
  static const char *const words[] = {"为契机", "为起点", "为新起点", "为动力", "为新的起点", "以来", NULL};
  uint32_t at = chosen_at(line, g),
           to = g->end + OCCASION_BYTES < line.len ? g->end + OCCASION_BYTES : (uint32_t)line.len;
  if (!at) return false;
  uint32_t this = gm_reads_one_before(line, at, these);
  return this || (gm_reads_one_before(line, at, led) && gm_reads_within(line, g->end, to, words));
}

/* 日前入选全省第五批…。院方表示，将以入选全省第四批…为契机: is the one told as news, and the other not of another time,
 * in its line or the next? */
static bool is_of_news(const gm_draft_check *check, uint32_t line, const gm_figure *f, uint32_t next,
                       const gm_figure *g) {
  return gm_next_text(check->draft, line + 1) >= next &&
         gm_sentence_says(check, line, f->start, "日前 近日 今天 昨天 昨日 今日 最近 新近 刚刚 公布 喜讯 喜获") &&
         !gm_sentence_says(check, next, g->start, "去年 上年 前年 此前 先前 早前 曾 当年 那年 继 上一 又 再次");
}

/* 全省第五批 is none of 全国第四批: do the two characters before both ordinals read alike? */
static bool same_width(gm_text line, const gm_figure *f, gm_text other, const gm_figure *g) {
  return f->start >= 2 * HAN_BYTES && g->start >= 2 * HAN_BYTES &&
         !memcmp(line.ptr + f->start - 2 * HAN_BYTES, other.ptr + g->start - 2 * HAN_BYTES, 2 * HAN_BYTES);
}

/* 梨树坪村入选第五批中国传统村落 …… 作为第六批中国传统村落，梨树坪村…: what one was chosen for, and is called by
 * another number. */
void gm_check_batches(gm_draft_check *check) {
  static const char *const called[] = {"作为", "身为", NULL};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(ORDINAL))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    gm_text text = check->draft->lines[line];
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      uint32_t from, to;
      if (!is_batch(text, f)) continue;
      if (!is_led(text, f, chosen) || !name_before(text, f, &from, &to)) continue;
      for (uint32_t next = line; next < check->draft->count && next - line <= REACH_LINES; next++) {
        if (!check->draft->classes[next].keep || !(check->kinds[next] & GM_KIND(ORDINAL))) continue;
        gm_text other = check->draft->lines[next];
        for (uint32_t k = next == line ? i + 1 : 0; k < check->figures[next].count; k++) {
          const gm_figure *g = &check->figures[next].items[k];
          if (!is_batch(other, g) || !gm_decimal_compare(f->value, g->value)) continue;
          bool occasion = is_occasion(other, g) && same_width(text, f, other, g),
               again = (is_led(other, g, called) || occasion) && name_behind(text, from, to, other, g);
          if (!(again || (occasion && is_of_news(check, line, f, next, g))) || !gm_same_object(text, f, other, g) ||
              gm_is_reported(check, next, g))
            continue;
          gm_report_figure(check, next, g);
          gm_say(check->out, check->language, "前文为“%s”，此处为“%s”", "before it was “%s”, here “%s”",
                 gm_quote_raw(text, f->start, f->end).text, gm_quote_raw(other, g->start, g->end).text);
          gm_relate_figure(check, line, f, "另一处", "another place");
        }
      }
    }
  }
}
