#include "text/kind.h"

static const char *const kind_names[] = {"prose", "blank",  "nav", "meta",  "counter",
                                         "image", "footer", "ad",  "table", "code"};

static const char *const field_names[] = {
    "title",    "subtitle", "date",    "date-written", "date-signed", "source",       "author",    "editor",
    "reviewer", "photo",    "caption", "docno",        "signature",   "promulgation", "place",     "url",
    "section",  "views",    "index",   "subject",      "keywords",    "distribution", "title-dup", "date-dup"};

const char *gm_line_kind_name(gm_line_kind kind) { return kind_names[kind]; }

const char *gm_field_name(uint32_t bit) {
  for (size_t i = 0; i < sizeof field_names / sizeof *field_names; i++)
    if (bit == 1u << i) return field_names[i];
  return "";
}

void gm_look_make(gm_look *look, const gm_view *view) {
  memset(look, 0, sizeof *look);
  uint64_t hash = 14695981039346656037u;
  bool in_word = false;
  size_t first = view->count;
  for (size_t i = 0; i < view->count; i++) {
    uint16_t cls = view->cls[i];
    if (cls & GM_SPACE) {
      in_word = false;
      continue;
    }
    if (first == view->count) first = i;
    look->chars++;
    look->last = view->cp[i];
    bool wordy = view->cp[i] < 0x80;
    look->words += !(wordy && in_word);
    in_word = wordy;
    if (!(cls & GM_PUNCT)) hash = (hash ^ view->cp[i]) * 1099511628211u;
  }
  look->hash = hash;
  look->han = view->han;
  look->indent = view->raw_at[first];
  look->pinyin_sites = view->pinyin_sites;
  look->common_sites = view->common_sites;
  look->kind = look->chars ? GM_LINE_PROSE : GM_LINE_BLANK;
}

void gm_kinds_join(const gm_look *looks, size_t count, gm_line_class *classes) {
  for (size_t i = 0; i < count; i++) classes[i] = (gm_line_class){looks[i].fields, looks[i].kind, true};
}
