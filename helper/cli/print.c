#include "cli/print.h"

#include <errno.h>
#include <unistd.h>

#include "text/utf8.h"

/* C0, DEL, C1, and the marks that turn the direction of writing. */
static bool is_control(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void gm_print_plain(gm_text text, gm_buffer *out) {
  for (const char *p = text.ptr, *end = p + text.len; p < end;) {
    uint32_t c;
    size_t len = gm_utf8_decode(p, end, &c);
    if (c == '\t')
      gm_buffer_add(out, " ", 1);
    else if (is_control(c) || (len == 1 && c == GM_REPLACEMENT))
      gm_buffer_codepoint(out, GM_REPLACEMENT);
    else
      gm_buffer_add(out, p, len);
    p += len;
  }
}

void gm_print_csv(gm_text text, gm_buffer *out) {
  bool quote = false;
  for (size_t i = 0; i < text.len; i++) quote |= strchr(",\"\r\n", text.ptr[i]) != NULL;
  if (!quote) {
    gm_buffer_text(out, text);
    return;
  }
  gm_buffer_add(out, "\"", 1);
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == '"') gm_buffer_add(out, "\"", 1);
    gm_buffer_add(out, text.ptr + i, 1);
  }
  gm_buffer_add(out, "\"", 1);
}

void gm_print_xml(gm_text text, gm_buffer *out) {
  for (const char *p = text.ptr, *end = p + text.len; p < end;) {
    uint32_t c;
    size_t len = gm_utf8_decode(p, end, &c);
    switch (c) {
      case '<': gm_buffer_string(out, "&lt;"); break;
      case '>': gm_buffer_string(out, "&gt;"); break;
      case '&': gm_buffer_string(out, "&amp;"); break;
      case '"': gm_buffer_string(out, "&quot;"); break;
      case '\t':
      case '\n':
      case '\r': gm_buffer_format(out, "&#%u;", (unsigned)c); break;
      default: gm_buffer_codepoint(out, c < 0x20 || c == 0xFFFE || c == 0xFFFF ? GM_REPLACEMENT : c);
    }
    p += len;
  }
}

void gm_print_github(gm_text text, bool property, gm_buffer *out) {
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      gm_buffer_format(out, "%%%02X", (unsigned)c);
    else
      gm_buffer_add(out, &c, 1);
  }
}

void gm_print_uri(gm_text path, gm_buffer *out) {
  if (path.len && path.ptr[0] == '/') gm_buffer_string(out, "file://");
  for (size_t i = 0; i < path.len; i++) {
    unsigned char c = (unsigned char)path.ptr[i];
    bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
    if (plain)
      gm_buffer_add(out, path.ptr + i, 1);
    else
      gm_buffer_format(out, "%%%02X", (unsigned)c);
  }
}

int gm_print_out(gm_text text) {
  while (text.len) {
    ssize_t wrote = write(STDOUT_FILENO, text.ptr, text.len);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return errno;
    text.ptr += wrote;
    text.len -= (size_t)wrote;
  }
  return 0;
}
