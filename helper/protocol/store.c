#include "protocol/store.h"

void gm_store_parse(gm_store *store) {
  gm_text draft = {store->draft.items, store->draft.count};
  gm_dismissals_parse(&store->dismissals, (gm_text){store->content.items, store->content.count});
  store->own.count = 0;
  for (size_t i = 0; i < store->dismissals.rows.count; i++)
    if (gm_dismissal_names(&store->dismissals.rows.items[i], draft)) *gm_push(&store->own) = (uint32_t)i;
}

void gm_store_free(gm_store *store) {
  gm_array_free(&store->path);
  gm_array_free(&store->draft);
  gm_array_free(&store->content);
  gm_array_free(&store->reason);
  gm_array_free(&store->own);
  gm_dismissals_free(&store->dismissals);
}

bool gm_store_apply(const gm_store *store, gm_document *document, uint64_t *held) {
  GM_ARRAY(uint64_t) prints = {0};
  uint64_t hash = 0;
  for (size_t i = 0; i < store->own.count; i++) {
    uint64_t print = store->dismissals.rows.items[store->own.items[i]].fingerprint;
    *gm_push(&prints) = print;
    hash = (hash ^ print) * UINT64_C(0x9FB21C651E98DF25);
  }
  bool changed = hash != *held;
  if (changed) gm_document_set_dismissals(document, prints.items, prints.count);
  *held = hash;
  gm_array_free(&prints);
  return changed;
}

void gm_store_add(const gm_store *store, const gm_finding *finding, const gm_text *lines, gm_text reason, gm_text date,
                  gm_buffer *content) {
  gm_buffer excerpt = {0};
  const char *rule = gm_rules[finding->rule].id;
  gm_dismissal_excerpt(finding, lines, &excerpt);
  gm_dismissal row = {.fingerprint = finding->fingerprint,
                      .rule = {rule, strlen(rule)},
                      .draft = {store->draft.items, store->draft.count},
                      .reason = reason,
                      .date = date,
                      .excerpt = {excerpt.items, excerpt.count}};
  gm_dismissals_with(&store->dismissals, (gm_text){store->content.items, store->content.count}, &row, content);
  gm_array_free(&excerpt);
}

void gm_store_remove(const gm_store *store, size_t own, gm_buffer *content) {
  gm_dismissals_without(&store->dismissals, (gm_text){store->content.items, store->content.count},
                        store->own.items[own], content);
}
