#include "text/menu.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define MENU_CHARS  120
#define ENTRY_CHARS 8
#define ENTRIES_MIN 3

/* The name of the first page at the start of the line; gives its length. */
static size_t home_at_start(const gm_key *k) {
  static const gm_unit16 *const names[] = {u"网站首页", u"本站首页", u"首页"};
  for (size_t i = 0; i < COUNT(names); i++) {
    size_t n = gm_key_match(k, 0, names[i]);
    if (n) return n;
  }
  return 0;
}

/* Nothing but short names, parted by bars or blanks; gives how many, 0 when anything else stands there. */
static size_t entries_from(const gm_key *k, size_t at) {
  size_t count = 0, chars = 0;
  for (; at < k->count; at++) {
    bool bar = gm_key_one_of(k->cp[at], u"|丨｜︱┃·/");
    if (!bar && gm_key_mark(k->cp[at])) return 0;
    if (bar || k->gap[at]) chars = 0;
    if (bar) continue;
    if (++chars > ENTRY_CHARS) return 0;
    count += chars == 1;
  }
  return count;
}

bool gm_menu_is_home(const gm_key *k) { return k->count && home_at_start(k) == k->count; }

bool gm_menu_is_row(const gm_key *k) {
  size_t home = home_at_start(k);
  if (!home || home == k->count || k->count > MENU_CHARS) return false;
  return (k->gap[home] || gm_key_one_of(k->cp[home], u"|丨｜︱┃·/")) && entries_from(k, home) + 1 >= ENTRIES_MIN;
}
