/* The screen as a picture: SVG with every glyph at the place of its cell, so that no viewer's font moves it. */
#ifndef GM_SCREEN_PICTURE_H
#define GM_SCREEN_PICTURE_H

#include "terminal.h"

/* Appends the screen as SVG, the cursor as an outlined block. */
void picture_svg(const terminal *t, gm_buffer *out);

/* Appends the screen as text, a line for each row. */
void picture_text(const terminal *t, gm_buffer *out);

/* Writes the screen to `path`: .txt, .svg, or .png by rsvg-convert. False with a message on stderr. */
bool picture_write(const terminal *t, const char *path);

#endif
