/* AR-07: 甲镇1320人，乙镇1180人，丙镇960人，丁镇1040人。甲镇名列第一，乙镇紧随其后，丙镇排第三: several places told in
 * a row of the values listed before, of which one is another than its value has; the others bear out that it is these
 * values by which they are placed. */
#include "check/families.h"
#include "check/ranked.h"
#include "numeral/numeral.h"

#define RANKED \
  "名列 位列 位居 排名 排在 排 居 列 得 获 获得 取得 高居 稳居 则 则排 则居 则列 暂居 暂列 以 为 是 拿下 夺得"
#define FIRST "居首 居首位 排首位 列首位 位居榜首 位列榜首 高居榜首 领跑 夺冠 居榜首 拔得头筹 排头名 独占鳌头"
#define NEXT  "紧随其后 次之 紧跟其后 紧追其后"
#define LAST \
  "垫底 殿后 居末 居末位 排末位 列末位 排名末位 位居末位 位列末位 排在末位 排在最后 排最后 居最后 列最后 压阵"
#define BEFORE "其中 而 但 其次是 目前 暂时 可见 "
#define LINK   "的是 的为 的当属"

#define TRIGGERS      "第 居首 领跑" /* one of the places told */
#define TRIGGER_CHARS 2u

#define TOLD_LEAST 3u /* places told, of which all but one, or two that changed places, are right */

typedef struct ranks {
  const gm_links *links;
  gm_ranked list;
  unsigned count;
  unsigned who[GM_RANKED_MAX], place[GM_RANKED_MAX];
  gm_range said[GM_RANKED_MAX]; /* the words for the place */
  gm_range name[GM_RANKED_MAX]; /* by which it is called there */
} ranks;

/* Is the name, of which `n` characters are called by, told with what all are told of behind it: 石桥镇就业1320人,
 * 柳河镇1180人, or 一组收割320亩、二组收割286亩? */
static bool may_be_cut(const ranks *r, unsigned k, size_t n) {
  const gm_view *view = r->links->view;
  gm_range name = r->list.name[k], next = r->list.name[1];
  if (!k && (n == gm_length(next) || view->cp[name.from + n - 1] == view->cp[next.to - 1])) return true;
  for (unsigned i = 0; i < r->list.count; i++)
    if (!gm_reads_end(view, r->list.name[i], (gm_range){name.from + n, name.to})) return false;
  return true;
}

/* The characters of a name of the list at `at`, whose index goes to *who; 0 when none or more than one fit. */
static size_t name_at(const ranks *r, size_t at, unsigned *who) {
  const gm_view *view = r->links->view;
  size_t best = 0;
  bool several = false;
  for (unsigned k = 0; k < r->list.count; k++) {
    gm_range name = r->list.name[k];
    size_t n = 0;
    while (n < gm_length(name) && gm_reads_alike(view, at + n, name.from + n, 1)) n++;
    while (n > 1 && n < gm_length(name) && !may_be_cut(r, k, n)) n--;
    if (n < 2) continue;
    several = n == best || (several && n < best);
    if (n <= best) continue;
    best = n;
    *who = k;
  }
  return several ? 0 : best;
}

/* The place told by the words at `at`; its characters, 0 when they tell none. */
static size_t place_at(const ranks *r, size_t at, unsigned *place, gm_range *said) {
  const gm_view *view = r->links->view;
  size_t n;
  *said = (gm_range){at, at};
  if ((n = gm_words_at(view, at, FIRST)) != 0) {
    *place = 1;
  } else if ((n = gm_words_at(view, at, NEXT)) != 0) {
    if (!r->count) return 0;
    *place = r->place[r->count - 1] + 1;
  } else if ((n = gm_words_at(view, at, LAST)) != 0) {
    *place = r->list.count;
  } else {
    gm_numeral numeral;
    size_t word = gm_words_at(view, at, RANKED), number;
    if (!gm_one_of(view, at + word, "第") || !(number = gm_numeral_read(view, at + word + 1, &numeral)) ||
        numeral.value.scale || numeral.value.digits < 1 || numeral.value.digits > (int)GM_RANKED_MAX)
      return 0;
    *place = (unsigned)numeral.value.digits;
    said->from = at + word;
    n = word + 1 + number;
    n += gm_words_at(view, at + n, "位 名");
  }
  said->to = at + n;
  return n;
}

/* 甲镇名列第一, 排第三的是丙镇: does the clause from `at` to `end` say that and no more? Then it is taken in. */
static bool take_clause(ranks *r, size_t at, size_t end) {
  const gm_view *view = r->links->view;
  unsigned who = 0, place = 0;
  gm_range said;
  at += gm_words_at(view, at, BEFORE);
  size_t name = name_at(r, at, &who), told, link, from = at;
  if (name) {
    told = place_at(r, at + name, &place, &said);
    if (!told || at + name + told != end) return false;
  } else {
    told = place_at(r, at, &place, &said);
    link = told ? gm_words_at(view, at + told, LINK) : 0;
    if (!link || !(name = name_at(r, at + told + link, &who)) || at + told + link + name != end) return false;
    from = at + told + link;
  }
  if (r->count == GM_RANKED_MAX) return false;
  for (unsigned k = 0; k < r->count; k++)
    if (r->who[k] == who || r->place[k] == place) return false;
  r->who[r->count] = who;
  r->place[r->count] = place;
  r->name[r->count] = (gm_range){from, from + name};
  r->said[r->count++] = said;
  return true;
}

/* The place that the value has among those listed; 0 when another is the same or it is no plain one. */
static unsigned place_of(const gm_ranked *list, unsigned who) {
  unsigned above = 0;
  const gm_figure *told = list->value[who]->figure;
  for (unsigned k = 0; k < list->count; k++) {
    const gm_figure *f = list->value[k]->figure;
    if (!gm_is_exact(f) || gm_is_delta(f) || f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME))
      return 0;
    int order = gm_decimal_compare(f->value, told->value);
    if (k != who && !order) return 0;
    above += order > 0;
  }
  return above + 1;
}

static void report(gm_line_check *check, const ranks *r, unsigned at, unsigned place) {
  const gm_view *view = check->view;
  const gm_ranked *list = &r->list;
  gm_report_line(check, r->said[at].from, r->said[at].to);
  gm_say(check->out, check->language, "按所列各数%s排第%u，文中为%s",
         "by the values listed %s is in place %u, the text says %s",
         gm_quote_line(view, r->name[at].from, r->name[at].to).text, place,
         gm_quote_line(view, r->said[at].from, r->said[at].to).text);
  gm_relate_mention(check, list->value[r->who[at]], "其数", "its value");
  for (unsigned k = 0; k < list->count; k++)
    if (place_of(list, k) == r->place[at])
      gm_relate_mention(check, list->value[k], "该位之数", "the value in that place");
}

/* The places told from the clause at `at` on; how far they were read goes to *end. */
static bool judge(gm_line_check *check, ranks *r, size_t at, size_t *end) {
  const gm_view *view = check->view;
  unsigned right = 0, wrong = 0, first = 0, due[GM_RANKED_MAX];
  while (at < view->count) {
    size_t to = gm_view_next_before(view, at, view->count, GM_PAUSE | GM_STOP);
    if (!take_clause(r, at, to)) break;
    *end = at = to;
    if (at < view->count && gm_one_of(view, at, "。")) break;
    at++;
  }
  if (r->count < TOLD_LEAST) return false;
  for (unsigned k = 0; k < r->count; k++) {
    due[k] = place_of(&r->list, r->who[k]);
    if (!due[k]) return false;
    if (due[k] == r->place[k]) {
      right++;
    } else if (!wrong++) {
      first = k;
    } else if (wrong > 2 || due[k] != r->place[first] || due[first] != r->place[k]) {
      return false;
    }
  }
  if (!wrong || right < TOLD_LEAST - 1) return false;
  report(check, r, first, due[first]);
  return true;
}

bool gm_check_ranks_told(gm_line_check *check) {
  const gm_view *view = check->view;
  if (check->figures->count < GM_RANKED_LEAST || !gm_word_list_may_hold(view, TRIGGERS)) return false;
  bool told = false;
  for (size_t at = 0, found; at < view->count; at++) {
    if ((found = gm_find_word(view, at, view->count, TRIGGERS)) == SIZE_MAX) { /* as far as that looks */
      at += GM_REACH_CHARS - 2 * TRIGGER_CHARS;
      continue;
    }
    at = found;
    ranks r = {.links = gm_links_of(check)};
    size_t clause = gm_clause_start(view, at), start = gm_sentence_start(view, at), end = at;
    if (!gm_rank_last(r.links, clause, &r.list)) continue;
    /* right behind the list, or the sentence after it */
    if (r.list.to < start && gm_sentence_end(view, r.list.to) + 1 < start) continue;
    size_t from = r.list.to < start ? start : r.list.to;
    if (from < view->count && gm_one_of(view, from, "，；。")) from++;
    if (from > clause) continue;
    told = judge(check, &r, from, &end) || told;
    if (end > at) at = end; /* the clauses read may end before it */
  }
  return told;
}
