/* How the passes go about that can go two ways. */
#include "normalize/normalize.h"

static bool is(gm_text text, const char *name) { return strlen(name) == text.len && !memcmp(text.ptr, name, text.len); }

gm_manner gm_manner_named(gm_text name) {
  return is(name, "add") ? GM_MANNER_ADD : is(name, "remove") ? GM_MANNER_REMOVE : GM_MANNER_UNSAID;
}

const char *gm_conversion_named(gm_text name) {
  static const char *const known[] = {"s2t",   "t2s",  "s2tw", "tw2s", "s2hk", "hk2s", "s2twp",
                                      "tw2sp", "t2tw", "tw2t", "t2hk", "hk2t", "t2jp", "jp2t"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (is(name, known[i])) return known[i];
  return NULL;
}

const char *gm_conversion_of(uint8_t profile) { return profile == GM_PROFILE_TW ? "s2tw" : "t2s"; }

static uint64_t bit(gm_text id) {
  int row = gm_pass_find(id);
  return row < 0 ? 0 : UINT64_C(1) << row;
}

void gm_manners_apply(const gm_manners *manners, gm_normalize_options *options) {
  if (manners->convert) options->passes |= bit(GM_TEXT("NRM-30"));
  if (manners->spacing) options->passes |= bit(GM_TEXT("NRM-31"));
  if (manners->indent) options->passes |= bit(GM_TEXT("NRM-33"));
  options->convert = manners->convert ? manners->convert : gm_conversion_of(options->profile);
  options->spacing = manners->spacing == GM_MANNER_ADD ? GM_SPACING_ADD : GM_SPACING_REMOVE;
  options->no_indent = manners->indent == GM_MANNER_REMOVE;
}
