#include "text/kind.h"

#include <stdlib.h>

#include "text/chrome.h"
#include "text/key.h"

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
  look->chars = (uint32_t)view->count - view->blanks;
  look->words = look->chars - view->joined;
  look->han = view->han;
  look->pinyin_sites = view->pinyin_sites;
  if (!look->chars) {
    look->kind = GM_LINE_BLANK;
    look->indent = (uint32_t)view->raw.len;
    return;
  }
  size_t first = 0, end = view->count;
  while (view->cls[first] & GM_SPACE) first++;
  while (view->cls[end - 1] & GM_SPACE) end--;
  look->indent = view->raw_at[first];
  look->first = view->cp[first];
  look->last = view->cp[end - 1];
  look->kind = GM_LINE_PROSE;
  gm_chrome_read(look, view, first);
}

/* ---- the join ---- */

#define FRONT_MATTER_LINES 30 /* a rule that finds no partner so near is a rule, not front matter */
#define SIGNATURE_LINES    3  /* signatures above one date */
#define TOOLBAR_WORDS      8  /* words a line between 【字号： and 】 */
#define NOT_FOUND          SIZE_MAX

/* Fields by which a line of metadata is worth keeping. */
#define KEPT_FIELDS                                                                                            \
  (GM_FIELD_TITLE | GM_FIELD_SUBTITLE | GM_FIELD_DATE | GM_FIELD_DATE_WRITTEN | GM_FIELD_DATE_SIGNED |         \
   GM_FIELD_SOURCE | GM_FIELD_AUTHOR | GM_FIELD_EDITOR | GM_FIELD_REVIEWER | GM_FIELD_PHOTO | GM_FIELD_DOCNO | \
   GM_FIELD_SIGNATURE | GM_FIELD_PROMULGATION | GM_FIELD_PLACE | GM_FIELD_URL)

typedef struct joining {
  const gm_look *looks;
  size_t count;
  gm_line_class *classes;
  size_t body, foot;  /* first paragraph; line after the last one */
  size_t pictures;    /* lines that say 图片 and nothing else */
  bool pointed;       /* a line of the text begins with ▲ */
  bool paged;         /* — 2 — numbers pages, not parts of the text */
  uint16_t *flags;    /* of the looks, side by side: few lines have those that are asked for */
  uint32_t *doubtful; /* by piece: its lines of noise that may be prose yet */
  struct piece *pieces;
} joining;

/* The first line at or after `i` with the flag, the count of lines when there is none. */
static size_t next_with(const joining *j, size_t i, uint16_t flag) {
  while (i < j->count && !(j->flags[i] & flag)) i++;
  return i;
}

static bool is_noise(uint8_t kind) { return kind >= GM_LINE_NAV && kind <= GM_LINE_AD; }

static void set(joining *j, size_t i, uint8_t kind, uint32_t fields, bool keep) {
  j->classes[i] = (gm_line_class){fields, kind, keep};
}

static size_t neighbour(const joining *j, size_t i, int step) {
  for (size_t at = i + (size_t)(ptrdiff_t)step; at < j->count; at += (size_t)(ptrdiff_t)step)
    if (j->looks[at].chars) return at;
  return NOT_FOUND;
}

static bool noise_beside(const joining *j, size_t i) {
  for (int step = -1; step <= 1; step += 2) {
    size_t at = neighbour(j, i, step);
    if (at == NOT_FOUND) continue;
    const gm_look *look = &j->looks[at];
    if (is_noise(look->kind) && !(look->flags & GM_LOOK_WEAK)) return true;
    if (look->part > GM_PART_HOME) continue; /* it is in doubt itself */
    if (is_noise(look->kind) && look->kind == j->looks[i].kind) return true;
  }
  return false;
}

#define PIECE_LINES 4096u /* taken by one thread at a time */

/* What is found in some lines. */
typedef struct piece {
  size_t body, foot; /* as those of all lines */
  size_t pictures;
  size_t doubtful;              /* lines of noise that may be prose yet */
  bool pointed, told, numbered; /* lines that begin with ▲: of the text, of captions by no credit; a line is — 2 — */
} piece;

/* Does the line begin with ▲ △ ▼ ▽? */
static bool points(const gm_look *look) { return look->first >= 0x25B2 && look->first <= 0x25BD; }

/* Sets the kind that each of some lines has by itself: looks of many lines lie far, so that threads share them out. */
static void take_looks(void *context, unsigned worker, size_t index) {
  joining *j = context;
  size_t i = index * PIECE_LINES, end = j->count - i < PIECE_LINES ? j->count : i + PIECE_LINES;
  uint32_t *doubtful = j->doubtful + i;
  piece found = {.body = j->count};
  (void)worker;
  for (; i < end; i++) {
    const gm_look *look = &j->looks[i];
    j->flags[i] = look->flags;
    if (look->flags & GM_LOOK_LONG) {
      if (found.body == j->count) found.body = i;
      found.foot = i + 1;
    }
    bool noise = is_noise(look->kind), doubt = noise && look->flags & (GM_LOOK_WEAK | GM_LOOK_EMPTY_LABEL);
    bool keep =
        !noise || (look->kind == GM_LINE_META && look->fields & KEPT_FIELDS && !(look->flags & GM_LOOK_EMPTY_LABEL));
    set(j, i, look->kind, look->kind == GM_LINE_PROSE ? 0 : look->fields, keep);
    if (doubt) doubtful[found.doubtful++] = (uint32_t)i;
    found.pointed = found.pointed || (points(look) && !look->fields);
    found.told = found.told || (points(look) && look->part == GM_PART_CAPTION);
    found.numbered = found.numbered || look->part == GM_PART_NUMBER;
    found.pictures += doubt && look->kind == GM_LINE_IMAGE && !look->fields;
  }
  j->pieces[index] = found;
}

/* ▲…（摄影：某某） beside another ▲ is an item of a list; 图为… is none. */
static bool is_item(const joining *j, size_t i) {
  if (gm_class_of(j->looks[i].first) & GM_HAN) return false;
  for (int step = -1; step <= 1; step += 2) {
    size_t at = neighbour(j, i, step);
    if (at != NOT_FOUND && j->looks[at].first == j->looks[i].first) return true;
  }
  return false;
}

#define CAPTION_LINES 2 /* a caption stands as many lines from its picture at most */

/* The line next to `i` in one direction when it is a picture, or the word 图片. */
static size_t picture_beside(const joining *j, size_t i, int step) {
  size_t at = neighbour(j, i, step);
  if (at == NOT_FOUND || (at > i ? at - i : i - at) > CAPTION_LINES) return NOT_FOUND;
  return j->looks[at].kind == GM_LINE_IMAGE && !j->looks[at].fields ? at : NOT_FOUND;
}

/* Does a line that ▲ begins, without a credit, stand beside no picture? */
static bool points_alone(const joining *j) {
  for (size_t i = 0; i < j->count; i++)
    if (j->looks[i].part == GM_PART_CAPTION && points(&j->looks[i]) && picture_beside(j, i, -1) == NOT_FOUND &&
        picture_beside(j, i, 1) == NOT_FOUND)
      return true;
  return false;
}

/* ▲ begins items of the text when lines of it begin so, or two of these stand together. */
static bool points_at_item(const joining *j, size_t i) { return points(&j->looks[i]) && (j->pointed || is_item(j, i)); }

/* Is line `at`, beside a line that says 图片, a paragraph, noise for certain, or another such line? */
static bool is_firm(const joining *j, size_t at) {
  if (at == NOT_FOUND) return false;
  const gm_look *look = &j->looks[at];
  bool weak = look->flags & GM_LOOK_WEAK && look->kind != GM_LINE_IMAGE;
  if (look->part == GM_PART_CAPTION && points_at_item(j, at)) return false;
  return look->flags & GM_LOOK_LONG || (is_noise(look->kind) && !weak);
}

/* Does a line that says 图片 stand for a picture? It is none in a list of short lines; below a paragraph it may be a
 * heading, unless the draft says it twice. */
static bool is_picture(const joining *j, size_t i) {
  size_t above = neighbour(j, i, -1), below = neighbour(j, i, 1);
  if ((above != NOT_FOUND && above + 1 == i && !is_firm(j, above)) ||
      (below != NOT_FOUND && below == i + 1 && !is_firm(j, below)))
    return false;
  return (is_firm(j, above) || is_firm(j, below)) && (j->pictures >= 2 || noise_beside(j, i));
}

/* ▲街景 or 图为街景 beside a picture; signs that begin lines of the text too are its items. */
static bool is_told(const joining *j, size_t i) {
  if (points_at_item(j, i)) return false;
  for (int step = -1; step <= 1; step += 2) {
    size_t at = picture_beside(j, i, step);
    if (at != NOT_FOUND && (!(j->looks[at].flags & GM_LOOK_WEAK) || is_picture(j, at))) return true;
  }
  return false;
}

/* Is noise for certain beside line i? */
static bool firm_beside(const joining *j, size_t i) {
  for (int step = -1; step <= 1; step += 2) {
    size_t at = neighbour(j, i, step);
    if (at != NOT_FOUND && is_noise(j->looks[at].kind) && !(j->looks[at].flags & GM_LOOK_WEAK)) return true;
  }
  return false;
}

/* END below the last paragraph, above other things of the page or nothing. */
static bool is_end(const joining *j, size_t i) {
  size_t above = neighbour(j, i, -1), below = neighbour(j, i, 1);
  if (i < j->foot || above == NOT_FOUND) return false;
  if (below == NOT_FOUND) return j->looks[above].flags & GM_LOOK_LONG;
  return is_noise(j->looks[below].kind) && j->looks[below].part <= GM_PART_HOME;
}

static bool counts(const joining *j, size_t i) {
  const gm_look *look = &j->looks[i];
  switch (look->part) {
    case GM_PART_NUMBER: return j->paged;
    case GM_PART_MENU: return neighbour(j, i, -1) == NOT_FOUND || firm_beside(j, i);
    case GM_PART_CAPTION: return is_told(j, i);
    case GM_PART_END: return is_end(j, i);
    default: break;
  }
  if (look->kind == GM_LINE_IMAGE) return look->fields ? !is_item(j, i) : is_picture(j, i);
  return i < j->body || i >= j->foot || noise_beside(j, i);
}

#define CUT_CHARS 40 /* a line as long that has no stop goes on below */

/* Do the — 2 — of the draft number its pages? They rise, and the first page has none, the last stands below all, or one
 * cuts a sentence. Parts of a text are numbered so from 1 on, above each. */
static bool numbers_pages(const joining *j) {
  uint64_t last = 0;
  bool shown = false;
  for (size_t i = 0; i < j->count; i++) {
    const gm_look *look = &j->looks[i];
    if (look->part != GM_PART_NUMBER) continue;
    if (look->tail <= last) return false;
    size_t above = neighbour(j, i, -1), below = neighbour(j, i, 1);
    bool cuts =
        above != NOT_FOUND && j->looks[above].chars >= CUT_CHARS && !(gm_class_of(j->looks[above].last) & GM_PUNCT);
    bool closes = below == NOT_FOUND || (is_noise(j->looks[below].kind) && j->looks[below].kind != GM_LINE_META);
    shown = shown || (!last && look->tail > 1) || cuts || closes;
    last = look->tail;
  }
  return shown;
}

/* Everyday words and empty labels count as noise only among noise, or outside the body. */
static void take_doubtful(joining *j, const uint32_t *doubtful, size_t count) {
  for (size_t k = 0; k < count; k++) {
    size_t i = doubtful[k];
    if (!counts(j, i)) set(j, i, GM_LINE_PROSE, 0, true);
  }
}

/* --- key: value --- at the very start. */
static void take_front_matter(joining *j) {
  size_t open = 0;
  while (open < j->count && !j->looks[open].chars) open++;
  if (open == j->count || !(j->looks[open].flags & GM_LOOK_RULE)) return;
  size_t close = open + 1, limit = open + FRONT_MATTER_LINES;
  while (close < j->count && close < limit && !(j->looks[close].flags & GM_LOOK_RULE)) {
    const gm_look *look = &j->looks[close];
    if (look->chars && !is_noise(look->kind) && !(look->flags & GM_LOOK_KEY)) return;
    close++;
  }
  if (close >= j->count || close >= limit) return;
  set(j, open, GM_LINE_NAV, 0, false);
  set(j, close, GM_LINE_NAV, 0, false);
  for (size_t i = open + 1; i < close; i++) {
    const gm_look *look = &j->looks[i];
    if (look->chars && !(is_noise(look->kind) && look->fields & KEPT_FIELDS))
      /* A long item of a list of names is the title by another name. */
      look->han >= 8 ? set(j, i, GM_LINE_META, GM_FIELD_TITLE, true) : set(j, i, GM_LINE_NAV, 0, false);
  }
}

static void take_code(joining *j) {
  for (size_t i = 0; (i = next_with(j, i, GM_LOOK_FENCE)) < j->count; i++) {
    size_t close = next_with(j, i + 1, GM_LOOK_FENCE);
    if (close == j->count) return; /* an open fence fences nothing */
    for (; i <= close; i++) set(j, i, GM_LINE_CODE, 0, true);
    i--;
  }
}

/* 【字号： / 加大 / 减小 / 】 stand a word a line. */
static void take_toolbars(joining *j) {
  for (size_t i = 0; (i = next_with(j, i, GM_LOOK_TOOL_OPEN)) < j->count; i++) {
    if (j->classes[i].keep) continue;
    size_t close = neighbour(j, i, 1), words = 0;
    while (close != NOT_FOUND && words++ < TOOLBAR_WORDS && !(j->looks[close].flags & GM_LOOK_LONE_CLOSE) &&
           (j->looks[close].kind == GM_LINE_NAV || j->looks[close].chars <= 2))
      close = neighbour(j, close, 1);
    if (close == NOT_FOUND || !(j->looks[close].flags & GM_LOOK_LONE_CLOSE)) continue;
    for (i++; i <= close; i++)
      if (j->looks[i].chars) set(j, i, GM_LINE_NAV, 0, false);
    i--;
  }
}

/* What follows 相关文章 at the foot of the page are titles of other pages, up to the end or a footer. */
static void take_links(joining *j) {
  for (size_t i = j->foot; (i = next_with(j, i, GM_LOOK_LINKS)) < j->count; i++) {
    if (j->classes[i].keep) continue;
    for (i++; i < j->count; i++) {
      const gm_look *look = &j->looks[i];
      if (!look->chars) continue;
      if (is_noise(look->kind) || look->chars > 60) break;
      set(j, i, GM_LINE_NAV, 0, false);
    }
    i--;
  }
}

/* Below the copyright line of a page stands nothing of the draft. */
static void take_page_end(joining *j) {
  for (size_t i = next_with(j, j->foot, GM_LOOK_PAGE_END) + 1; i < j->count; i++)
    if (j->looks[i].chars && j->classes[i].kind == GM_LINE_PROSE) set(j, i, GM_LINE_FOOTER, 0, false);
}

/* 主办单位：… 地址：… is the page's between its toolbars and its footers; a notice gives both above them. */
static void take_hosts(joining *j) {
  for (size_t i = j->foot; (i = next_with(j, i, GM_LOOK_HOST)) < j->count; i++) {
    size_t above = neighbour(j, i, -1), last = i, below;
    while ((below = neighbour(j, last, 1)) != NOT_FOUND && j->flags[below] & GM_LOOK_HOST) last = below;
    if (above == NOT_FOUND) continue;
    uint8_t kind = j->classes[above].kind;
    bool in_page =
        !j->classes[above].keep && (kind == GM_LINE_NAV || kind == GM_LINE_FOOTER || kind == GM_LINE_COUNTER);
    /* or the page ends with it, below 下一条：… */
    bool ends = below == NOT_FOUND && kind == GM_LINE_NAV && !(j->looks[above].flags & GM_LOOK_WEAK);
    if (!in_page || !(ends || (below != NOT_FOUND && j->classes[below].kind == GM_LINE_FOOTER))) continue;
    for (; i <= last; i++)
      if (j->looks[i].chars) set(j, i, GM_LINE_FOOTER, 0, false);
  }
}

#define TITLE_HAN 5

/* Does a line that may be the title stand next below line `i`, above the text? What stands above a subtitle or the
 * metadata is the title itself. */
static bool title_below(const joining *j, size_t i) {
  for (size_t at = i; (at = neighbour(j, at, 1)) != NOT_FOUND && at < j->body;) {
    const gm_look *look = &j->looks[at];
    if (is_noise(j->classes[at].kind) && !j->classes[at].keep) continue;
    if (j->looks[i].tail && j->looks[i].tail == look->hash) continue; /* the section's name below the trail */
    if (j->classes[at].kind != GM_LINE_PROSE || look->flags & GM_LOOK_DASH || look->han < TITLE_HAN) return false;
    return look->last != 0x4E0A && look->last != 0xFF1A && look->last != 0xFF09; /* 在某会议上 各位代表： （日期） */
  }
  return false;
}

#define ENTRY_CHARS 6

/* 首页 / 新闻 / 专题, an entry a line, from 首页 to the trail of steps above the title. */
static void take_menus(joining *j) {
  for (size_t i = 0; i < j->body && i < FRONT_MATTER_LINES; i++) {
    if (j->looks[i].part != GM_PART_HOME || j->classes[i].keep) continue;
    size_t at = neighbour(j, i, 1);
    while (at < j->body && !(j->looks[at].kind == GM_LINE_NAV && j->looks[at].fields & GM_FIELD_SECTION) &&
           (is_noise(j->looks[at].kind) || (j->looks[at].flags & GM_LOOK_PLAIN && j->looks[at].chars <= ENTRY_CHARS)))
      at = neighbour(j, at, 1);
    bool trail = at < j->body && j->looks[at].kind == GM_LINE_NAV && j->looks[at].fields & GM_FIELD_SECTION;
    if (!trail || !title_below(j, at)) return;
    for (; i < at; i++)
      if (j->classes[i].kind == GM_LINE_PROSE) set(j, i, GM_LINE_NAV, 0, false);
    return;
  }
}

/* The name of the section, the title and the date are often printed twice above the text. */
static void take_duplicates(joining *j) {
  for (size_t i = 0; i < j->body && i < j->count; i++) {
    const gm_look *look = &j->looks[i];
    if (!look->chars) continue;
    for (size_t at = 0; at < i; at++) {
      const gm_look *before = &j->looks[at];
      if (!before->chars) continue;
      if (look->flags & GM_LOOK_DATE_ALONE && j->classes[at].kind == GM_LINE_META && before->date.year &&
          !memcmp(&before->date, &look->date, sizeof look->date) && before->fields & GM_FIELD_DATE)
        set(j, i, GM_LINE_META, GM_FIELD_DATE_DUP, false);
      if (j->classes[i].kind != GM_LINE_PROSE) continue;
      if (before->kind == GM_LINE_NAV && before->tail && before->tail == look->hash && title_below(j, i))
        set(j, i, GM_LINE_NAV, GM_FIELD_SECTION, false);
      else if (j->classes[at].kind == GM_LINE_PROSE && look->han >= 8 &&
               (before->hash == look->hash || before->tail == look->hash))
        set(j, i, GM_LINE_META, GM_FIELD_TITLE_DUP, false);
    }
    if (look->flags & GM_LOOK_DASH && i) set(j, i, GM_LINE_META, GM_FIELD_SUBTITLE, true);
    if (i > 40) break; /* no page has a longer head */
  }
}

/* A date alone under the text, with the names above it: 落款. */
static void take_signatures(joining *j) {
  for (size_t i = j->body; (i = next_with(j, i, GM_LOOK_DATE_ALONE)) < j->count; i++) {
    if (!j->classes[i].keep) continue;
    size_t names[SIGNATURE_LINES], count = 0, at = neighbour(j, i, -1);
    while (at != NOT_FOUND && at > j->body && count < SIGNATURE_LINES && j->looks[at].flags & GM_LOOK_PLAIN &&
           j->classes[at].kind == GM_LINE_PROSE) {
      names[count++] = at;
      at = neighbour(j, at, -1);
    }
    set(j, i, GM_LINE_META, GM_FIELD_DATE_SIGNED, true);
    if (at == NOT_FOUND || (j->looks[at].flags & GM_LOOK_PLAIN)) continue;
    while (count) set(j, names[--count], GM_LINE_META, GM_FIELD_SIGNATURE, true);
  }
}

/* The site's notice: its heading and the paragraph below it. */
static void take_notices(joining *j) {
  for (size_t i = 0; (i = next_with(j, i, GM_LOOK_NOTICE)) < j->count; i++) {
    if (j->looks[i].kind != GM_LINE_FOOTER) continue;
    bool last_words = neighbour(j, i, 1) == NOT_FOUND || i + 8 >= j->foot;
    if (!last_words) set(j, i, GM_LINE_PROSE, 0, true);
  }
}

void gm_kinds_join(const gm_look *looks, size_t count, gm_line_class *classes, gm_team *team) {
  size_t pieces = (count + PIECE_LINES - 1) / PIECE_LINES;
  joining j = {.looks = looks,
               .count = count,
               .classes = classes,
               .body = count,
               .flags = gm_alloc((count + 1) * sizeof *j.flags),
               .doubtful = gm_alloc(count * sizeof *j.doubtful),
               .pieces = gm_alloc(pieces * sizeof *j.pieces)};
  bool told = false;
  gm_parallel(team, pieces, take_looks, &j);
  for (size_t k = pieces; k-- > 0;) {
    if (j.pieces[k].body < count) j.body = j.pieces[k].body;
    if (j.pieces[k].foot > j.foot) j.foot = j.pieces[k].foot;
    j.pictures += j.pieces[k].pictures;
    j.pointed = j.pointed || j.pieces[k].pointed;
    j.paged = j.paged || j.pieces[k].numbered;
    told = told || j.pieces[k].told;
  }
  j.paged = j.paged && numbers_pages(&j);
  j.pointed = j.pointed || (told && points_alone(&j));
  for (size_t k = 0; k < pieces; k++) take_doubtful(&j, j.doubtful + k * PIECE_LINES, j.pieces[k].doubtful);
  free(j.doubtful);
  free(j.pieces);
  take_front_matter(&j);
  take_toolbars(&j);
  take_links(&j);
  take_hosts(&j);
  take_page_end(&j);
  take_menus(&j);
  take_duplicates(&j);
  take_signatures(&j);
  take_notices(&j);
  take_code(&j);
  free(j.flags);
}
