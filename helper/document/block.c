#include "document/block.h"

#include <stdlib.h>

#include "text/array.h"

#define ALIGNMENT 16u

struct gm_block {
  _Alignas(ALIGNMENT) size_t holders; /* lines, and the one who has it open */
  size_t used, size;                  /* bytes behind this */
};

static size_t align(size_t bytes) { return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

static gm_block *new_block(size_t size) {
  gm_block *block = gm_alloc(sizeof(gm_block) + size);
  *block = (gm_block){1, 0, size};
  return block;
}

void gm_block_release(gm_block *block) {
  if (block && !--block->holders) free(block);
}

void gm_blocks_share(gm_blocks *blocks, size_t size) {
  gm_block_release(blocks->open);
  *blocks = (gm_blocks){NULL, size};
}

void *gm_blocks_take(gm_blocks *blocks, size_t bytes, gm_block **in) {
  bytes = align(bytes);
  if (!blocks->size) {
    *in = new_block(bytes);
    return *in + 1;
  }
  if (!blocks->open || blocks->open->size - blocks->open->used < bytes) {
    gm_block_release(blocks->open);
    size_t room = blocks->size - sizeof(gm_block);
    blocks->open = new_block(bytes > room ? bytes : room);
  }
  gm_block *block = *in = blocks->open;
  char *memory = (char *)(block + 1) + block->used;
  block->used += bytes;
  block->holders++;
  return memory;
}
