/* Whether an amount is one of those that stand behind it, and not what they come to. */
#include "check/sum.h"

bool gm_opens_list(const gm_links *links, unsigned first, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[first];
  size_t to = links->items[part].from;
  return !(whole->figure->roles & GM_ROLE_WHOLE_LEAD) && gm_find_mark(view, whole->to, to, "，；：") == SIZE_MAX &&
         (gm_find_mark(view, whole->to, to, "、") != SIZE_MAX || gm_one_of(view, whole->to, "和与及"));
}

#define TOWARDS "对向从由在为给于"

bool gm_is_told_alike(const gm_links *links, unsigned first, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[first];
  gm_parts all = {.at = {first}, .count = 1};
  if (!p->count || p->count == GM_PARTS_MAX ||
      gm_find_word(view, whole->clause, whole->from, "全 所有 各") != SIZE_MAX ||
      gm_find_total(view, whole->clause, whole->from) != SIZE_MAX)
    return false;
  uint32_t towards = view->cp[links->items[p->at[0]].clause];
  size_t same = whole->clause; /* the first may tell its subject before: 我市对东片 */
  while (same < whole->from && view->cp[same] != towards) same++;
  if (same == whole->from || !gm_one_of(view, same, TOWARDS)) return false;
  for (unsigned i = 0; i < p->count; i++) {
    if (view->cp[links->items[p->at[i]].clause] != towards) return false;
    all.at[all.count++] = p->at[i];
  }
  return gm_parts_parallel(links, &all);
}

bool gm_tells_subject_again(const gm_view *view, const gm_mention *whole, const gm_mention *m) {
  size_t same = 0;
  while (whole->clause + same < whole->from && m->clause + same < m->from && view->cls[m->clause + same] & GM_HAN &&
         view->cp[whole->clause + same] == view->cp[m->clause + same])
    same++;
  return same > 1 && gm_one_before(view, m->clause + same, TOWARDS);
}
