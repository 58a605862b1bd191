/* A figure that a closing thought holds up as the draft's own: 53800件诉求背后是…; 34800个岗位是数字，更是…. */
#include "check/draft.h"
#include "check/known.h"
#include "check/link.h"
#include "text/utf8.h"

#define HAN_BYTES   3u
#define NOUN_LEAST  2u /* characters between the number and the thought: 诉求, 群众诉求 */
#define NOUN_MOST   8u
#define LEAST_TOLD  3u    /* digits that no other number has by chance but for one */
#define OTHERS_MOST 4096u /* figures of the draft that are asked whether one of them has the value */

/* Words before the figure that set it in no other time or place than the draft's. */
static const char *const leads[] = {"全年",     "一年来",   "这一年",   "过去一年", "一年下来", "正是",
                                    "可以说，", "应当说，", "我们说，", "整整",     NULL};

/* What is said of a figure that is known, and not what is told of one. */
static const char *const thoughts[] = {
    "背后",     "的背后",   "是数字",     "不是数字",     "不是冰冷",     "是冰冷",   "不只是",   "不仅是",
    "不单是",   "不光是",   "绝不只是",   "绝不仅是",     "不仅仅是",     "不止是",   "不单单是", "并不只是",
    "并不仅是", "，不只是", "，不仅是",   "，不单是",     "，不仅仅是",   "意味着",   "，意味着", "见证了",
    "见证着",   "凝聚着",   "凝结着",     "承载着",       "映照出",       "折射出",   "饱含着",   "诉说着",
    "记录着",   "是沉甸甸", "是实打实",   "是最好",       "是最有力",     "是一个个", "是一份份", "是一户户",
    "是一张张", "是一次次", "，每一件都", "，每一个都",   "，每一户都",   "，件件",   "，个个",   "，户户",
    "，一件件", "，一个个", "，一户户",   NULL};

/* Does the thought, or the clause that leads to it, begin at the byte? */
static bool begins_thought(gm_text line, uint32_t at) {
  at -= gm_reads_one_before(line, at, leads);
  static const char *const marks[] = {"。", "！", "？", "】", "；", "　", NULL};
  return !at || line.ptr[at - 1] == ' ' || gm_reads_one_before(line, at, marks);
}

bool gm_is_reflected(const gm_draft_check *check, const gm_twin *m) {
  const gm_figure *f = m->figure;
  gm_text line = check->draft->lines[m->line];
  if (!gm_is_amount(f) || !gm_is_exact(f) || !gm_is_plain(f) || f->unit_end != f->end ||
      gm_decimal_significant(f->value) < LEAST_TOLD || !begins_thought(line, f->start))
    return false;
  uint32_t at = f->end;
  for (unsigned n = 0; n <= NOUN_MOST; n++) {
    if (n >= NOUN_LEAST && gm_reads_one(line, at, thoughts)) return true;
    uint32_t c;
    if (at + HAN_BYTES > line.len) return false;
    at += (uint32_t)gm_utf8_decode(line.ptr + at, line.ptr + line.len, &c);
    if (!(gm_class_of(gm_fold(c)) & GM_HAN)) return false;
  }
  return false;
}

/* Does another figure of the draft have the value, of whatever it is told? */
static bool is_told_elsewhere(const gm_draft_check *check, const gm_twin *m) {
  unsigned left = OTHERS_MOST;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_AMOUNT)) < check->draft->count; line++)
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f != m->figure && (!left-- || (f->unit && !gm_decimal_compare(f->value, m->figure->value)))) return true;
    }
  return false;
}

bool gm_may_be_reflected(const gm_draft_check *check, const gm_twin *m) {
  return !gm_is_reflected(check, m) || !is_told_elsewhere(check, m);
}

bool gm_is_reflection_of(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                         gm_measure *y) {
  const gm_figure *f = first->figure, *g = second->figure;
  if (!gm_is_amount(f) || !gm_is_exact(f) || !gm_is_plain(f) || f->roles & (GM_ROLE_COMPARED | GM_ROLE_FROM) ||
      !gm_comparable(f, g) || gm_decimal_significant(f->value) < LEAST_TOLD)
    return false;
  gm_likeness likeness = gm_look_alike(f->value, g->value);
  bool part = f->roles & GM_ROLE_OF_WHICH; /* 其中线下46场，…，提供岗位38400个: it may be one no more */
  if ((likeness != GM_SWAPPED && (likeness != GM_ONE_DIGIT || part)) || !gm_is_reflected(check, second)) return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  return !gm_other_years(x, y) && gm_names_agree(x, y);
}
