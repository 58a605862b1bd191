/* What is quoted as code, and addresses, are not the writer's words. */
#include "check/rule.h"

typedef struct code_span {
  uint32_t start, end; /* raw bytes */
} code_span;

typedef GM_ARRAY(code_span) code_spans;

/* `…` on one line; a backtick without its partner opens nothing. */
static void add_quoted(gm_text raw, code_spans *spans) {
  const char *end = raw.ptr + raw.len, *open = memchr(raw.ptr, '`', raw.len);
  while (open) {
    const char *close = memchr(open + 1, '`', (size_t)(end - open) - 1);
    if (!close) return;
    *gm_push(spans) = (code_span){(uint32_t)(open - raw.ptr), (uint32_t)(close - raw.ptr) + 1};
    open = memchr(close + 1, '`', (size_t)(end - close) - 1);
  }
}

static bool of_address(char c) { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>'; }

/* http://… up to the first blank or character that is not ASCII. */
static void add_addresses(gm_text raw, code_spans *spans) {
  const char *end = raw.ptr + raw.len;
  for (const char *p = raw.ptr; (p = memchr(p, ':', (size_t)(end - p))) != NULL; p++) {
    if (end - p < 3 || p[1] != '/' || p[2] != '/') continue;
    const char *from = p, *to = p;
    while (from > raw.ptr && ((from[-1] | 0x20) >= 'a' && (from[-1] | 0x20) <= 'z')) from--;
    while (to < end && of_address(*to)) to++;
    if (from < p) *gm_push(spans) = (code_span){(uint32_t)(from - raw.ptr), (uint32_t)(to - raw.ptr)};
    p = to - 1;
  }
}

/* Both are in order of start. */
static void leave(gm_findings *findings, const code_spans *spans) {
  size_t kept = 0, s = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    while (s < spans->count && spans->items[s].end <= f->start.byte) s++;
    bool inside = s < spans->count && spans->items[s].start <= f->start.byte && f->end.byte <= spans->items[s].end;
    if (!inside) findings->list.items[kept++] = *f;
  }
  findings->list.count = kept;
}

void gm_findings_leave_code(gm_findings *findings, gm_text raw) {
  code_spans spans = {0};
  add_quoted(raw, &spans);
  leave(findings, &spans);
  spans.count = 0;
  add_addresses(raw, &spans);
  leave(findings, &spans);
  gm_array_free(&spans);
}
