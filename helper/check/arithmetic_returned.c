/* AR-03 of what came back: 回收1386份，…；剔除无效36份，有效1350份. */
#include "check/change.h"
#include "check/families.h"

static const char *const words[] = {"回收 收回 投回 交回 收到", "剔除 作废 无效 废卷 废票", "有效"};
enum { BACK, OUT, VALID, PLACES };

/* The place that the words before the amount give it; PLACES when none does. 无效 is told before 有效 in 剔除无效. */
static unsigned place_of(const gm_view *view, const gm_mention *m) {
  for (unsigned k = 0; k < PLACES; k++)
    if (gm_find_word(view, m->label, m->from, words[k]) != SIZE_MAX &&
        gm_find_word(view, m->label, m->from, "率") == SIZE_MAX)
      return k;
  return PLACES;
}

void gm_check_returned(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned first = 0, next; first < links->count; first = next) {
    const gm_mention *of[PLACES] = {NULL};
    bool one = true;
    for (next = first; next < links->count && gm_same_sentence(&links->items[next], &links->items[first]); next++) {
      const gm_mention *m = &links->items[next];
      unsigned place = gm_is_count(m->figure) ? place_of(view, m) : PLACES;
      if (place == PLACES) continue;
      one = one && !of[place];
      of[place] = m;
    }
    if (!one || !of[BACK] || !of[OUT] || !of[VALID] || !gm_comparable(of[BACK]->figure, of[VALID]->figure) ||
        !gm_comparable(of[BACK]->figure, of[OUT]->figure) || of[BACK] > of[VALID])
      continue;
    gm_change change = {of[BACK], of[VALID]};
    if (gm_difference_fits(change, of[OUT]))
      gm_agree(check, of[BACK], of[VALID], of[OUT]);
    else if (!gm_is_told(check, of[BACK]) && !gm_is_told(check, of[VALID]) && !gm_is_told(check, of[OUT]))
      gm_report_difference(check, change, of[OUT]);
  }
}
