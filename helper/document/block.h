/* Memory of what was learned of lines: lines read one after another share a block, which goes with the last of them. */
#ifndef GM_DOCUMENT_BLOCK_H
#define GM_DOCUMENT_BLOCK_H

#include <stddef.h>

typedef struct gm_block gm_block;

/* Where the next lines' memory comes from. Zeroed: each line gets a block of its own. Of one thread. */
typedef struct gm_blocks {
  gm_block *open; /* holds itself open */
  size_t size;    /* of a block that lines share, 0 for none */
} gm_blocks;

/* From now on lines share blocks of `size` bytes (more than 1 KB; best of all GM_LARGE_PAGE), 0 for none; the open
 * block takes no more lines. */
void gm_blocks_share(gm_blocks *blocks, size_t size);

/* `bytes` of memory (more than 0), aligned for whatever a line has; *in is the block to be released when the line no
 * longer needs them. */
void *gm_blocks_take(gm_blocks *blocks, size_t bytes, gm_block **in);

/* One line less needs the block. NULL is allowed. */
void gm_block_release(gm_block *block);

#endif
