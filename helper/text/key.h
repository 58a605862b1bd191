/* A short line without its blanks, to compare with words: labels are often letter-spaced (索 引 号). For text/ alone.
 */
#ifndef GM_TEXT_KEY_H
#define GM_TEXT_KEY_H

#include "text/date.h"
#include "text/set.h"

/* Lines with more clean characters than this are prose: no label, notice or caption is as long. */
#define GM_KEY_CHARS 200

/* Words are UTF-16 literals in the analysis alphabet (simplified, full-width marks), to compare without decoding. */
typedef uint_least16_t gm_unit16;

typedef struct gm_key {
  size_t count;
  gm_unit16 cp[GM_KEY_CHARS + 1];
  uint32_t at[GM_KEY_CHARS + 1]; /* index of the clean character */
  bool gap[GM_KEY_CHARS + 1];    /* a blank stood before it */
} gm_key;

/* The first GM_KEY_CHARS characters of the line. */
void gm_key_make(gm_key *key, const gm_view *view);

/* Is the character one of a literal's? */
#define gm_key_one_of(character, set) GM_IS_ONE_OF(character, set)

/* Does the key read the rest of `word` behind its first character at `at`? Gives the length of the word, else 0. */
size_t gm_key_match_rest(const gm_key *key, size_t at, const gm_unit16 *word);

/* Does the key read `word` at `at` (ASCII in any case)? Gives its length, else 0. */
static inline size_t gm_key_match(const gm_key *key, size_t at, const gm_unit16 *word) {
  if (at >= key->count || (key->cp[at] != word[0] && (key->cp[at] | 0x20) != (word[0] | 0x20))) return 0;
  return gm_key_match_rest(key, at, word);
}
/* Does `word` end just before `end`? */
bool gm_key_ends(const gm_key *key, size_t end, const gm_unit16 *word);
/* Is one of the characters of `set` in [from, to)? */
bool gm_key_has(const gm_key *key, size_t from, size_t to, const gm_unit16 *set);

/* The tables of words of chrome_table.h. */
typedef enum gm_key_table {
  GM_KEY_TOOLS,
  GM_KEY_RELATED,
  GM_KEY_OPENINGS,
  GM_KEY_ANY /* of them, those of label_table.h and of foot.c, and of bylines */
} gm_key_table;

/* Does a word of the table begin with this character (ASCII in any case)? A quick no for most. */
bool gm_key_head(uint32_t c, gm_key_table table);

/* Neither Han nor digit nor letter. */
bool gm_key_mark(gm_unit16 c);

/* FNV-1a over the characters that are no marks: what gm_look.hash is made of. */
uint64_t gm_key_hash(const gm_key *key, size_t from, size_t to);

/* The date (and time) at `at`; gives the index behind it, 0 when there is none. */
size_t gm_key_date(const gm_key *key, const gm_view *view, size_t at, gm_date *date);

#endif
