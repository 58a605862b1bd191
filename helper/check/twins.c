#include "check/twins.h"

#include <stdlib.h>

#include "check/draft.h"
#include "check/link.h"

#define LEAST_DIGITS 3   /* 15 and 51 are alike too often by chance */
#define LEAST_VALUE  100 /* the least that has so many, its point left out */

/* ---- facts of a line ---- */

bool gm_can_conflict(const gm_figure *f) {
  bool kind = (GM_KIND_AMOUNT | GM_KIND(DURATION)) >> f->kind & 1;
  return (kind || (f->kind == GM_FIGURE_PERCENT && f->value.scale >= 1)) && f->unit && gm_is_exact(f) &&
         (!gm_is_delta(f) || f->roles & GM_ROLE_ADDED) &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED |
                       GM_ROLE_FROM | GM_ROLE_TO));
}

/* 新增就业4726人: a count of what is new, which is told again as such; no change of a count. */
static bool is_new(gm_text line, const gm_figure *f) {
  static const char xin[] = "新";
  if (f->verb_end - f->verb_start < 2 * (sizeof xin - 1) || memcmp(line.ptr + f->verb_start, xin, sizeof xin - 1))
    return false;
  gm_figure told = *f;
  told.roles &= ~(uint32_t)(GM_ROLE_UP | GM_ROLE_DOWN);
  return gm_can_conflict(&told);
}

/* 增长7.48%: a rate of change told to two decimals, which is told again as such. */
static bool is_growth(const gm_figure *f) {
  if (f->kind != GM_FIGURE_PERCENT || f->value.scale < 2 || !gm_is_delta(f)) return false;
  gm_figure told = *f;
  told.roles &= ~(uint32_t)(GM_ROLE_UP | GM_ROLE_DOWN);
  return gm_can_conflict(&told);
}

/* 由11326人增至11864人: what something came to, which is told again as what it is. */
static bool is_risen(const gm_figure *f) {
  if (!(f->roles & GM_ROLE_TO) || f->roles & GM_ROLE_FROM) return false;
  gm_figure told = *f;
  told.roles &= ~(uint32_t)GM_ROLE_TO;
  return gm_can_conflict(&told);
}

#define LONG_AVERAGE 1000 /* of four digits or more: 人均可支配收入28650元 */

/* 人均30790元, 亩产487.5公斤: an average told to four digits or to a decimal, which is told again as such. */
static bool is_average(const gm_figure *f) {
  if (!(f->roles & GM_ROLE_EACH) || (!f->value.scale && gm_decimal_compare(f->value, gm_decimal_of(LONG_AVERAGE)) < 0))
    return false;
  gm_figure told = *f;
  told.roles &= ~(uint32_t)(GM_ROLE_EACH | GM_ROLE_UP | GM_ROLE_DOWN); /* 户均增收3275元 */
  return gm_can_conflict(&told);
}

#define POOL_BYTES 24u /* of the noun between the figure and 中 */

/* 从1342篇征文中评出: what is chosen from, and no change. */
static bool is_pool(gm_text line, const gm_figure *f) {
  static const char from[] = "从", among[] = "中", inside[] = "里";
  const uint32_t size = sizeof from - 1;
  if (!(f->roles & GM_ROLE_FROM) || f->roles & GM_ROLE_TO || f->start < size ||
      memcmp(line.ptr + f->start - size, from, size))
    return false;
  bool pool = false;
  for (uint32_t i = f->end; !pool && i + size <= line.len && i < f->end + POOL_BYTES; i += size) {
    if ((unsigned char)line.ptr[i] < 0xE4) return false; /* no Han */
    pool = !memcmp(line.ptr + i, among, size) || !memcmp(line.ptr + i, inside, size);
  }
  gm_figure told = *f;
  told.roles &= ~(uint32_t)GM_ROLE_FROM;
  return pool && gm_can_conflict(&told);
}

/* The digits of the value as a multiset (4 bits a digit), with unit and decimals; 0 when there are too few. */
static uint64_t key_of(const gm_figure *f) {
  uint64_t digits = 0;
  unsigned count = 0;
  uint64_t d = (uint64_t)(f->value.digits < 0 ? -f->value.digits : f->value.digits);
  bool scaled = f->kind == GM_FIGURE_MONEY || f->numeral_flags & GM_NUMERAL_SCALED;
  while (d && d % 10 == 0 && scaled) d /= 10; /* 31亿 has two digits */
  for (; d; d /= 10, count++) digits += UINT64_C(1) << (4 * (d % 10));
  if (count < LEAST_DIGITS) return 0;
  uint64_t unit = (uint64_t)gm_units[f->unit].same_as << 8 | (uint64_t)f->value.scale;
  uint64_t key = ((digits * 31 + count) * 0x100000001B3u) ^ unit;
  return key ? key : 1;
}

#define NOUN_BYTES 6  /* of the noun's end that must agree: two characters of Han, its head */
#define NOUN_LEAST 10 /* smaller numbers are repeated of many things */

/* May a figure be one of two ways to tell a measure: approximate or not? */
static bool can_repeat(const gm_figure *f) {
  bool rough = f->approx == GM_APPROX_MORE || f->approx == GM_APPROX_NEAR || f->approx == GM_APPROX_OVER ||
               f->approx == GM_APPROX_ABOUT;
  return gm_is_amount(f) && (gm_is_exact(f) || rough) && !gm_is_delta(f) &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED |
                       GM_ROLE_FROM | GM_ROLE_TO));
}

/* Where the noun's head ends: of 游客接待量, told behind its figure, that is 游客. */
static uint32_t head_end(gm_text line, const gm_figure *f) {
  static const char amount[] = "量";
  bool told = f->noun_start > f->start && f->noun_end - f->noun_start > 2 * NOUN_BYTES &&
              !memcmp(line.ptr + f->noun_end - (sizeof amount - 1), amount, sizeof amount - 1);
  return told ? f->noun_start + NOUN_BYTES : f->noun_end;
}

/* The unit with the end of the noun; 0 when the noun is too short or the number too small. */
static uint64_t key_of_noun(gm_text line, const gm_figure *f) {
  if (f->noun_end - f->noun_start < NOUN_BYTES || gm_decimal_compare(f->value, gm_decimal_of(NOUN_LEAST)) < 0) return 0;
  uint64_t key = gm_units[f->unit].same_as;
  uint32_t end = head_end(line, f);
  for (uint32_t i = end - NOUN_BYTES; i < end; i++) key = key << 8 | (unsigned char)line.ptr[i];
  return key * 0xD6E8FEB86659FD93u | 1;
}

static void push_key(gm_twin_keys *twins, uint64_t key, size_t figure) {
  if (key) *gm_push(twins) = (gm_twin_key){key, (uint32_t)figure};
}

void gm_line_facts_make(gm_line_facts *facts, gm_text line, const gm_figure *figures, size_t count,
                        gm_twin_keys *twins) {
  memset(facts, 0, sizeof *facts);
  size_t before = twins->count;
  for (size_t i = 0; i < count; i++) {
    const gm_figure *f = &figures[i];
    facts->kinds |= UINT32_C(1) << f->kind;
    facts->roles |= f->roles;
    facts->numerals |= f->numeral_flags;
    facts->rounds = facts->rounds || (f->approx >= GM_APPROX_MORE && f->approx <= GM_APPROX_OVER);
    if (f->value.digits < LEAST_VALUE && f->value.digits > -LEAST_VALUE) continue; /* as key_of finds, but at once */
    if (gm_can_conflict(f) || is_new(line, f) || is_growth(f) || is_risen(f) || is_pool(line, f) || is_average(f))
      push_key(twins, key_of(f), i);
  }
  facts->year = gm_may_tell_year(line, figures, count);
  facts->twin_end[GM_TWINS_BY_DIGITS] = (uint32_t)(twins->count - before);
  for (size_t i = 0; i < count; i++)
    if (can_repeat(&figures[i])) push_key(twins, key_of_noun(line, &figures[i]), i);
  facts->twin_end[GM_TWINS_BY_NOUN] = (uint32_t)(twins->count - before);
}

/* ---- the join ---- */

#define TWIN_BITS    15                 /* 32,768 places: more than the figures of a draft of 1 MB */
#define CROWD        (4 * GM_TWINS_MAX) /* keys that come more often belong to groups that are not judged */
#define GROUPS_FIRST 256u
#define NO_MEMBER    UINT32_MAX

typedef struct member {
  uint32_t line, figure;
  uint32_t next; /* member of its group */
} member;

typedef struct group {
  uint64_t key;
  uint64_t members, judged; /* a sum over the members, now and when they were judged; 0 = never */
  uint32_t first, last, count;
  uint32_t join;  /* the join that this is of */
  bool has_wrong; /* one of wrong_of is not 0 */
  uint8_t wrong_of[GM_TWINS_MAX];
} group;

/* What is known of the groups brought together one way. */
typedef struct way {
  uint32_t join;
  size_t used, places; /* of groups: a power of two, more than half of them empty */
  group *groups;       /* by key, open addressing; key 0 = empty */
  GM_ARRAY(member) members;
  GM_ARRAY(uint64_t) seen; /* keys of the groups of two and more, in the order of their second members */
  uint8_t *times;          /* how often a place of the keys is taken, at most 255 */
} way;

struct gm_twins {
  way ways[GM_TWINS_WAYS];
};

gm_twins *gm_twins_new(void) {
  gm_twins *twins = gm_alloc(sizeof *twins);
  memset(twins, 0, sizeof *twins);
  return twins;
}

void gm_twins_free(gm_twins *twins) {
  if (!twins) return;
  for (size_t i = 0; i < GM_TWINS_WAYS; i++) {
    way *w = &twins->ways[i];
    free(w->groups);
    free(w->times);
    gm_array_free(&w->members);
    gm_array_free(&w->seen);
  }
  free(twins);
}

static uint64_t spread(uint64_t key) { return key * 0x9E3779B97F4A7C15u; }
static size_t place_of_times(uint64_t key) { return (size_t)(spread(key) >> (64 - TWIN_BITS)); }

static group *find(const way *twins, uint64_t key) {
  for (size_t at = (size_t)(spread(key) >> 20);; at++) {
    group *g = &twins->groups[at & (twins->places - 1)];
    if (!g->key || g->key == key) return g;
  }
}

/* Makes room, and leaves behind the groups that the join before had no members of. */
static void make_room(way *twins) {
  group *old = twins->groups;
  size_t places = twins->places, alive = 0;
  for (size_t i = 0; i < places; i++) alive += old[i].key && old[i].join + 1 >= twins->join;
  twins->places = GROUPS_FIRST;
  while (twins->places < 4 * alive) twins->places *= 2;
  twins->groups = gm_alloc(twins->places * sizeof *twins->groups);
  for (size_t i = 0; i < twins->places; i++) twins->groups[i].key = 0;
  twins->used = alive;
  for (size_t i = 0; i < places; i++)
    if (old[i].key && old[i].join + 1 >= twins->join) *find(twins, old[i].key) = old[i];
  free(old);
}

static group *group_of(way *twins, uint64_t key) {
  group *g = find(twins, key);
  if (!g->key) {
    if (2 * twins->used >= twins->places) {
      make_room(twins);
      g = find(twins, key);
    }
    memset(g, 0, sizeof *g);
    g->key = key;
    g->join = twins->join - 1;
    twins->used++;
  }
  if (g->join != twins->join) {
    g->join = twins->join;
    g->members = 0;
    g->count = 0;
    g->first = NO_MEMBER;
  }
  return g;
}

/* `line_sum` tells the reading of the line, whether it is the title, and the year that the title tells. */
static void add(way *twins, uint32_t line, uint64_t line_sum, const gm_twin_key *key) {
  group *g = group_of(twins, key->key);
  uint32_t at = (uint32_t)twins->members.count;
  uint32_t apart = 0; /* from the member before; farther than near is far */
  *gm_push(&twins->members) = (member){line, key->figure, NO_MEMBER};
  if (g->first == NO_MEMBER) {
    g->first = at;
  } else {
    member *before = &twins->members.items[g->last];
    apart = line - before->line > GM_TWINS_NEAR ? GM_TWINS_NEAR + 1 : line - before->line;
    before->next = at;
  }
  g->last = at;
  if (++g->count == 2) *gm_push(&twins->seen) = g->key;
  g->members = spread((g->members ^ line_sum) + apart) + ((uint64_t)key->figure << 1 | 1);
}

static void begin_join(way *twins) {
  twins->join++;
  twins->members.count = twins->seen.count = 0;
  if (!twins->places) make_room(twins);
  if (!twins->times) twins->times = gm_alloc(1u << TWIN_BITS);
  memset(twins->times, 0, 1u << TWIN_BITS);
}

static uint32_t first_key(const gm_line_facts *facts, gm_twins_by by) { return by ? facts->twin_end[by - 1] : 0; }

/* Brings the figures of all lines together. Whom most keys belong to has no other: only the keys that come twice are
 * looked at again. */
static void gather(way *twins, const gm_draft_check *check, gm_twins_by by, uint32_t title) {
  begin_join(twins);
  uint32_t lines = (uint32_t)check->draft->count;
  uint64_t year = spread(check->title_year); /* a judge asks for it, so that a verdict stands only with it */
  uint32_t held = (uint32_t)GM_LINE_TWINS << by;
  for (uint32_t line = 0; (line = gm_next_line(check, line, held)) < lines; line++) {
    const gm_line_facts *facts = &check->facts[line];
    for (uint32_t k = first_key(facts, by); k < facts->twin_end[by]; k++) {
      uint8_t *times = &twins->times[place_of_times(facts->twins[k].key)];
      *times += *times < UINT8_MAX;
    }
  }
  for (uint32_t line = 0; (line = gm_next_line(check, line, held)) < lines; line++) {
    if (!check->draft->classes[line].keep) continue;
    const gm_line_facts *facts = &check->facts[line];
    uint32_t k = first_key(facts, by), end = facts->twin_end[by];
    uint64_t line_sum = spread(facts->reading) + (line == title) + year;
    for (; k < end; k++) {
      const gm_twin_key *key = &facts->twins[k];
      uint8_t times = twins->times[place_of_times(key->key)];
      if (times > 1 && times <= CROWD) add(twins, line, line_sum, key);
    }
  }
}

static unsigned list_members(const way *twins, const gm_draft_check *check, const group *g,
                             gm_twin members[GM_TWINS_MAX]) {
  unsigned count = 0;
  for (uint32_t i = g->first; i != NO_MEMBER; i = twins->members.items[i].next) {
    const member *m = &twins->members.items[i];
    members[count++] = (gm_twin){&check->figures[m->line].items[m->figure], m->line, m->figure};
  }
  return count;
}

void gm_twins_gather(gm_twins *all, const gm_draft_check *check, gm_twins_by by, uint32_t title) {
  gather(&all->ways[by], check, by, title);
}

#define SHARE 64u /* groups that a thread judges before it takes more */

size_t gm_twins_shares(const gm_twins *all, gm_twins_by by) { return (all->ways[by].seen.count + SHARE - 1) / SHARE; }

void gm_twins_judge_share(gm_twins *all, const gm_draft_check *check, gm_twins_by by, size_t share, uint32_t title,
                          gm_twins_judge *judge) {
  const way *twins = &all->ways[by];
  size_t i = share * SHARE, end = i + SHARE < twins->seen.count ? i + SHARE : twins->seen.count;
  for (; i < end; i++) {
    group *g = find(twins, twins->seen.items[i]);
    if (g->count > GM_TWINS_MAX || g->judged == g->members) continue;
    gm_twin members[GM_TWINS_MAX];
    unsigned count = list_members(twins, check, g, members);
    memset(g->wrong_of, 0, sizeof g->wrong_of);
    judge(check, members, count, title, g->wrong_of);
    g->judged = g->members;
    g->has_wrong = false;
    for (unsigned k = 0; k < count; k++) g->has_wrong = g->has_wrong || g->wrong_of[k];
  }
}

void gm_twins_each(gm_twins *all, gm_draft_check *check, gm_twins_by by, gm_twins_report *report) {
  const way *twins = &all->ways[by];
  for (size_t i = 0; i < twins->seen.count; i++) {
    const group *g = find(twins, twins->seen.items[i]);
    if (g->count > GM_TWINS_MAX || !g->has_wrong) continue;
    gm_twin members[GM_TWINS_MAX];
    unsigned count = list_members(twins, check, g, members);
    for (unsigned k = 0; k < count; k++)
      if (g->wrong_of[k]) report(check, &members[g->wrong_of[k] - 1], &members[k]);
  }
}
