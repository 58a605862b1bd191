#include "protocol/value.h"

bool gm_value_is(const gm_value *value, const char *string) {
  size_t len = strlen(string);
  return value && value->type == GM_VALUE_TEXT && value->as.text.len == len && !memcmp(value->as.text.ptr, string, len);
}

const gm_value *gm_value_get(const gm_value *map, const char *key) {
  if (!map || map->type != GM_VALUE_MAP) return NULL;
  for (uint32_t i = 0; i < map->count; i++)
    if (gm_value_is(&map->as.items[2 * i], key))
      return map->as.items[2 * i + 1].type == GM_VALUE_NIL ? NULL : &map->as.items[2 * i + 1];
  return NULL;
}
