/* Vim's notation of keys to the bytes that a terminal sends for them. */
#ifndef GM_SCREEN_KEYS_H
#define GM_SCREEN_KEYS_H

#include <stdbool.h>

#include "text/array.h"

/* Appends the bytes of `notation` ("ihello<Esc>", "<C-w>l", "<lt>") up to and including the first <Esc>, which must be
 * sent alone; *rest gets what follows it (empty at the end). False when a <name> is unknown. */
bool keys_translate(gm_text notation, gm_buffer *bytes, gm_text *rest);

#endif
