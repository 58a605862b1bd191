/* XR-04: one label counted in two ways. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

/* A figure with the words of a label as its key. */
typedef struct mention {
  uint64_t key;
  uint32_t line;
  const gm_figure *figure;
} mention;

typedef GM_ARRAY(mention) mention_array;

/* Sorts by key, mentions of one key staying in their order: a byte at a time, as there are thousands. */
static void sort_mentions(mention_array *all) {
  mention *spare = gm_alloc(all->count * sizeof *spare), *from = all->items, *to = spare;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    size_t at[257] = {0};
    for (size_t i = 0; i < all->count; i++) at[(from[i].key >> shift & 255) + 1]++;
    for (size_t k = 1; k < 256; k++) at[k] += at[k - 1];
    for (size_t i = 0; i < all->count; i++) to[at[from[i].key >> shift & 255]++] = from[i];
    mention *swap = from;
    from = to;
    to = swap;
  }
  free(spare); /* eight passes: the result is where it was */
}

#define LABEL_MAX 20 /* no label counts more */

/* Words that many a label counts by 个 or 大, each with a number of its own: “四个意识” beside “三个意识”教育,
 * “五大工程” of one matter beside “十大工程” of another. */
static bool is_common(gm_text line, const gm_figure *f) {
  static const char *const common[] = {"意识", "自信", "维护", "确立", "全面", "坚持", "服从",
                                       "工程", "行动", "计划", "活动", "任务", "专项", NULL};
  if (f->unit_end - f->unit_start != 3 ||
      (memcmp(line.ptr + f->unit_start, "个", 3) && memcmp(line.ptr + f->unit_start, "大", 3)))
    return false;
  for (const char *const *w = common; *w; w++)
    if (f->noun_end - f->noun_start == strlen(*w) && !memcmp(line.ptr + f->noun_start, *w, strlen(*w))) return true;
  return false;
}

/* “三张清单” eight times and “四张清单” once: labels in quotes with the same unit and noun. */
void gm_check_labels(gm_draft_check *check) {
  mention_array all = {0};
  for (uint32_t line = 0; line < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->facts[line].roles & GM_ROLE_QUOTE)) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!(f->roles & GM_ROLE_QUOTE) || !f->noun_hash || f->value.scale || f->value.digits < 2 ||
          f->value.digits > LABEL_MAX || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) ||
          f->noun_start < f->end || f->noun_end - f->noun_start < 6 || !gm_is_exact(f) ||
          is_common(check->draft->lines[line], f))
        continue;
      mention *m = gm_push(&all);
      m->key = (uint64_t)f->noun_hash << 16 | f->unit;
      m->line = line;
      m->figure = f;
    }
  }
  if (all.count > 2) sort_mentions(&all);
  for (size_t i = 0, next; all.count > 2 && i < all.count; i = next) {
    for (next = i + 1; next < all.count && all.items[next].key == all.items[i].key;) next++;
    /* The value most mentions have, and the one that stands alone. */
    const mention *usual = NULL, *odd = NULL;
    unsigned values = 0, count[LABEL_MAX + 1] = {0};
    for (size_t a = i; a < next; a++) values += !count[all.items[a].figure->value.digits]++;
    for (size_t a = i; a < next; a++) {
      if (count[all.items[a].figure->value.digits] == 1)
        odd = &all.items[a];
      else if (!usual)
        usual = &all.items[a];
    }
    if (values != 2 || !usual || !odd) continue;
    gm_report_figure(check, odd->line, odd->figure);
    gm_say(check->out, check->language, "他处均为“%s%s”，此处为“%s”", "elsewhere it is “%s%s”, here “%s”",
           gm_quote_raw(check->draft->lines[usual->line], usual->figure->start, usual->figure->end).text,
           gm_quote_raw(check->draft->lines[usual->line], usual->figure->noun_start, usual->figure->noun_end).text,
           gm_quote_raw(check->draft->lines[odd->line], odd->figure->start, odd->figure->noun_end).text);
    gm_relate_figure(check, usual->line, usual->figure, "另一处", "another place");
  }
  gm_array_free(&all);
}
