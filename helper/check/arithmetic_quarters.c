/* AR-01: 四节比分依次为22比18、15比21、19比16和24比20，最终以80比75取胜: the points of each period of a match, which
 * add up to the final score. Of 节 only: sets and games are won one by one. */
#include "check/families.h"
#include "check/list.h"

#define PERIODS_MAX 6u
#define PERIODS     4u
#define SCORE_MOST  200u
#define OFF_MOST    20u /* a score farther off is rather one of another match */
#define FINAL       "最终 总比分 全场 终场 最后以 总分 取胜 战胜 击败 胜出 获胜 险胜 大胜 力克 完胜 逆转 胜利 不敌 惜败 落败"
#define OTHERS      "加时 罚球 让分 系列赛 局"

typedef struct score {
  unsigned a, b;
  size_t from, to;
} score;

/* 22比18, 22:18 at `at`. */
static bool read_score(const gm_view *view, size_t at, score *out) {
  if (!(view->cls[at] & GM_DIGIT) || (at && view->cls[at - 1] & GM_DIGIT)) return false;
  size_t n = gm_digits_at(view, at, &out->a), mark = at + n;
  if (!n || n > 3 || !gm_one_of(view, mark, "比：∶:-—－–")) return false;
  size_t m = gm_digits_at(view, mark + 1, &out->b);
  *out = (score){out->a, out->b, at, mark + 1 + m};
  return m && m <= 3 && out->a <= SCORE_MOST && out->b <= SCORE_MOST && !gm_one_of(view, out->to, ".%：:年月日时分");
}

/* Is each score no less than the one before: 22比18、37比39、56比55、80比75 are told as they stood? */
static bool runs_up(const score *all, unsigned count) {
  for (unsigned k = 1; k < count; k++)
    if (all[k].a < all[k - 1].a || all[k].b < all[k - 1].b) return false;
  return true;
}

static unsigned apart(unsigned a, unsigned b) { return a > b ? a - b : b - a; }

void gm_check_quarters(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  /* 四节比分, 各节比分, 首节以22比18 */
  bool all = gm_one_before(view, at, "四4各") && gm_words_at(view, at + 1, "比分 比赛比分 的比分 得分 比赛的比分");
  bool one = gm_one_before(view, at, "首") || gm_words_before(view, at, "第一 第1");
  if (!all && !one) return;
  size_t end = gm_sentence_end(view, at);
  score parts[PERIODS_MAX], final;
  unsigned count = 0;
  bool told = false;
  for (size_t i = at; i < end && !told; i++) {
    score s;
    if (!read_score(view, i, &s)) continue;
    size_t clause = gm_clause_start(view, i), stop = gm_view_next_before(view, i, end, GM_PAUSE | GM_STOP);
    if (count &&
        gm_find_word(view, clause > parts[count - 1].to ? clause : parts[count - 1].to, stop, FINAL) != SIZE_MAX) {
      final = s;
      told = true;
    } else {
      if (count == PERIODS_MAX) return;
      parts[count++] = s;
      i = s.to - 1;
    }
  }
  if (!told || count != PERIODS || runs_up(parts, count) ||
      gm_find_word(view, gm_sentence_start(view, at), end, OTHERS) != SIZE_MAX)
    return;
  unsigned a = 0, b = 0;
  for (unsigned k = 0; k < count; k++) {
    a += parts[k].a;
    b += parts[k].b;
  }
  if ((a == final.a && b == final.b) || (a == final.b && b == final.a)) return;
  bool turned = a == final.b || b == final.a; /* the loser's score first */
  if (apart(a, turned ? final.b : final.a) > OFF_MOST || apart(b, turned ? final.a : final.b) > OFF_MOST) return;
  gm_report_line(check, final.from, final.to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "各节相加为%u比%u，文中为%s", "the periods make %u to %u, the text says %s",
         turned ? b : a, turned ? a : b, gm_quote_line(view, final.from, final.to).text);
  gm_relate(check->out, (gm_position){0, view->raw_at[parts[0].from]},
            (gm_position){0, gm_raw_end(view, parts[count - 1].to)},
            check->language == GM_ENGLISH ? "the periods" : "各节");
}
