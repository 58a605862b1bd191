/* AR-03 of places in a ranking, where the lesser is the better: 由第27位升至第19位，上升8位. */
#include "check/families.h"
#include "check/link.h"
#include "numeral/numeral.h"

#define BETWEEN_CHARS 16u /* from the one place to the other: 位跃升至全省同类地区 */
#define RISES                                                                                                                                                          \
  "跃升至 跃升到 跃升为 跃升 跃至 跃居 一跃至 升至 升到 升为 上升至 上升到 上升为 提升至 提升到 提升为 提高至 提高到 " \
  "前移至 "                                                                                                                                                         \
  "前移到 攀升至 攀升到 进至 进到 晋升至 晋升到 晋升为 进位至 跻身 上移至 上移到 前进至 前进到 提前至 提前到"
#define FALLS                                                                                                                                                    \
  "下降至 下降到 下降为 下滑至 下滑到 降至 降到 降为 跌至 跌到 跌落至 滑落至 滑落到 滑至 退至 退到 后移至 后移到 " \
  "后退至 后退到 退居"
#define RISE "上升 提升 提高 前移 前进 跃升 上移 进位 攀升 晋升 提前 进"
#define FALL "下降 下滑 后移 后退 倒退 下跌 滑落 退后 下移 退"
/* What may stand between the later place and the change. */
#define LINKS                                                                                                                                                    \
  "， 较上年 比上年 较去年 比去年 较上年度 比上年度 较上期 比上期 较上月 比上月 同比 环比 共 累计 整体 总体 实现 " \
  "一举 位次 "                                                                                                                                               \
  "排名 名次 一年 整整 大幅 净 在全省 在全市 在全国 连续 又 已 足足 一共 总共"

typedef struct place {
  size_t from, to; /* 第27位 */
  gm_decimal value;
} place;

/* 第27位, 第二十七名: the place told at `at`. */
static bool read_place(const gm_view *view, size_t at, place *out) {
  gm_numeral numeral;
  size_t number = at < view->count && gm_one_of(view, at, "第") ? gm_number_at(view, at + 1) : 0;
  if (!number || gm_numeral_read(view, at + 1, &numeral) != number || numeral.value.scale) return false;
  size_t unit = gm_words_at(view, at + 1 + number, "位 名");
  *out = (place){at, at + 1 + number + unit, numeral.value};
  return unit && numeral.value.digits > 0;
}

typedef struct shift {
  size_t from, to; /* the number with its unit */
  gm_decimal value;
  bool up;
} shift;

/* 上升8位, 前移了8个位次: the change whose verb begins at `at`. */
static bool read_shift(const gm_view *view, size_t at, shift *out) {
  gm_numeral numeral;
  size_t rise = gm_words_at(view, at, RISE), verb = rise ? rise : gm_words_at(view, at, FALL);
  if (!verb) return false;
  at += verb;
  at += gm_words_at(view, at, "了");
  size_t number = gm_number_at(view, at), end = at + number;
  if (!number || gm_numeral_read(view, at, &numeral) != number || numeral.value.scale) return false;
  end += gm_words_at(view, end, "个");
  size_t unit = gm_words_at(view, end, "位次 名次 位 名");
  *out = (shift){at, end + unit, numeral.value, rise != 0};
  return unit != 0;
}

/* The change behind the later place: ，较上年上升8位. */
static bool shift_behind(const gm_view *view, size_t at, shift *out) {
  for (size_t n; !read_shift(view, at, out); at += n)
    if ((n = gm_words_at(view, at, LINKS)) == 0) return false;
  return true;
}

/* The change that ends where the clause of the earlier place begins: 排名上升8位，由第27位. */
static bool shift_before(const gm_view *view, size_t clause, shift *out) {
  if (!gm_one_before(view, clause, "，")) return false;
  for (size_t at = gm_clause_start(view, clause - 1); at + 1 < clause; at++)
    if (read_shift(view, at, out)) return out->to + 1 == clause;
  return false;
}

static void report_way(gm_line_check *check, const place *from, const place *to) {
  const gm_view *view = check->view;
  bool better = gm_decimal_compare(to->value, from->value) < 0;
  gm_report_line(check, to->from, to->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, better ? "由%s到%s是上升，文中说下降" : "由%s到%s是下降，文中说上升",
         better ? "from %s to %s is up, the text says down" : "from %s to %s is down, the text says up",
         gm_quote_line(view, from->from, from->to).text, gm_quote_line(view, to->from, to->to).text);
}

static void check_shift(gm_line_check *check, const place *from, const place *to, const shift *told) {
  const gm_view *view = check->view;
  gm_decimal size;
  if (!gm_decimal_subtract(from->value, to->value, &size)) return;
  bool up = size.digits > 0;
  if (!up) size.digits = -size.digits;
  if (up == told->up && !gm_decimal_compare(size, told->value)) return;
  gm_report_line(check, told->from, told->to);
  gm_say(check->out, check->language, up ? "由%s到%s上升%s位，文中为%s" : "由%s到%s下降%s位，文中为%s",
         up ? "from %s to %s is %s up, the text says %s" : "from %s to %s is %s down, the text says %s",
         gm_quote_line(view, from->from, from->to).text, gm_quote_line(view, to->from, to->to).text,
         gm_quote_decimal(size).text, gm_quote_line(view, told->from, told->to).text);
}

void gm_check_places(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  place from, to;
  if (!read_place(view, at, &from)) return;
  size_t clause = gm_clause_start(view, at);
  if (gm_find_word(view, clause, at, "由 从 自") == SIZE_MAX ||
      gm_find_word(view, clause, at, "分别 至 到 每 各") != SIZE_MAX)
    return;
  size_t limit = from.to + BETWEEN_CHARS < view->count ? from.to + BETWEEN_CHARS : view->count;
  size_t next = gm_find_word(view, from.to, limit, "第");
  if (next == SIZE_MAX || !read_place(view, next, &to) || gm_find_mark(view, from.to, next, "，；：。、") != SIZE_MAX)
    return;
  bool rises = gm_find_word(view, from.to, next, RISES) != SIZE_MAX;
  if ((!rises && gm_find_word(view, from.to, next, FALLS) == SIZE_MAX) || gm_one_of(view, to.to, "、和与及")) return;
  shift told;
  int order = gm_decimal_compare(to.value, from.value);
  if (rises ? order > 0 : order < 0)
    report_way(check, &from, &to);
  else if (order && (shift_behind(view, to.to, &told) || shift_before(view, clause, &told)))
    check_shift(check, &from, &to, &told);
}
