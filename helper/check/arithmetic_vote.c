/* AR-01 of a vote: 到会82人，赞成75票、反对3票、弃权4票. */
#include "check/families.h"
#include "check/link.h"

#define SIDES     3
#define ABSTAINED "弃权"

static const char *const sides[SIDES] = {"赞成 同意 支持", "反对 不同意 不赞成", ABSTAINED};

/* Those who could vote, or the ballots that came back. */
#define VOTERS \
  "实到 到会 出席 参会 参加 参与 投票 表决 收回 有效票 有效选票 收到 发出 在场 与会 共有 代表 委员 业主 会员 股东"
/* Said of those who are on no side. */
#define UNCOUNTED "未投 未按 未表决 未参加 无效 废票 作废 回避 未交 未收回 另 其余 其他 不足 过半 以上"

/* The side that the words before a count or behind it tell (赞成75票, 75票赞成); SIDES when none does. */
static size_t side_of(const gm_view *view, const gm_mention *m) {
  for (size_t k = SIDES; k-- > 0;) /* 不同意 ends in 同意 */
    if (gm_find_word(view, m->label, m->from, sides[k]) != SIZE_MAX) return k;
  for (size_t k = SIDES; k-- > 0;)
    if (gm_words_at(view, m->to, sides[k])) return k;
  return SIDES;
}

static bool counts_votes(const gm_view *view, const gm_mention *m) {
  return gm_is_amount(m->figure) && gm_is_exact(m->figure) &&
         (gm_units[m->figure->unit].unit_class == GM_CLASS_PERSON || gm_one_before(view, m->to, "票张份户"));
}

#define VALID "有效票 有效选票 有效表决票"

/* 有效票218张: the ballots on which the sides are told, of the sentence before or the same one; NULL when none are, or
 * when several are. */
static const gm_mention *valid_ballots(const gm_links *links, unsigned first) {
  const gm_mention *found = NULL;
  for (unsigned i = first; i-- > 0 && links->items[i].figure->sentence + 1u >= links->items[first].figure->sentence;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || gm_find_word(links->view, m->label, m->from, VALID) == SIZE_MAX) continue;
    if (found) return NULL;
    found = m;
  }
  return found && gm_is_exact(found->figure) ? found : NULL;
}

/* Speaks when the three counts from `first` on are the sides of a vote and do not come to those who voted. Any number
 * of voters told before in the sentence or the one before it accepts; one that its words call so rejects. */
static void check_vote(gm_line_check *check, const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  const gm_mention *side = &links->items[first], *voters = NULL;
  gm_decimal sum = {0, 0};
  for (unsigned k = 0; k < SIDES; k++) {
    if (!counts_votes(view, &side[k]) || !gm_same_sentence(side, &side[k]) || side_of(view, &side[k]) != k ||
        !gm_decimal_add(sum, side[k].figure->value, &sum))
      return;
  }
  const gm_mention *valid = gm_word_list_may_hold(view, VALID) ? valid_ballots(links, first) : NULL;
  for (unsigned i = first; i-- > 0 && links->items[i].figure->sentence + 2 >= side->figure->sentence;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure)) continue;
    /* 应到245人，…有效票235张: nobody votes above the valid ballots */
    if (valid && valid != m && gm_units[m->figure->unit].unit_class == GM_CLASS_PERSON &&
        gm_decimal_compare(valid->figure->value, m->figure->value) < 0)
      continue;
    if (gm_decimal_compare(m->figure->value, sum) == 0) {
      gm_agree(check, &side[0], &side[1], &side[2]);
      gm_agree(check, m, NULL, NULL);
      return;
    }
    if (voters || !counts_votes(view, m) || !gm_is_plain(m->figure)) continue;
    size_t end = m->to + 6 < side->from ? m->to + 6 : side->from;
    bool ballots = m->figure->roles & GM_ROLE_WHOLE_LEAD; /* 98票中 */
    if (ballots || gm_find_word(view, m->label, end, VOTERS) != SIZE_MAX) voters = m;
  }
  if (!voters || gm_is_told(check, voters) || gm_disclaimed(view)) return;
  bool fewer = gm_decimal_compare(sum, voters->figure->value) < 0;
  if (fewer && gm_find_word(view, voters->to, view->count, UNCOUNTED) != SIZE_MAX) return;
  if (!gm_within(sum, voters->figure->value, 300)) return;
  gm_report_mention(check, voters);
  if (fewer) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s+%s+%s=%s，与%s不符", "%s + %s + %s = %s, not %s",
         gm_quote_mention(view, &side[0]).text, gm_quote_mention(view, &side[1]).text,
         gm_quote_mention(view, &side[2]).text, gm_quote_decimal(sum).text, gm_quote_mention(view, voters).text);
  for (unsigned k = 0; k < SIDES; k++) gm_relate_mention(check, &side[k], "分项", "a part");
}

void gm_check_votes(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i + SIDES <= links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, m + 2) || !gm_is_amount(m->figure) || !gm_comparable(m->figure, m[2].figure)) continue;
    if (!gm_word_list_may_hold(check->view, ABSTAINED)) return;
    check_vote(check, links, i);
  }
}
