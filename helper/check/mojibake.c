#include "text/mojibake.h"
#include "check/families.h"
#include "text/utf8.h"

/* The mark of what a conversion could not read, told once for each place. */
static void check_replacements(gm_line_check *check) {
  static const char mark[] = "\xEF\xBF\xBD";
  const size_t size = sizeof mark - 1;
  const gm_view *view = check->view;
  for (size_t i = gm_view_next(view, 0, GM_WATCHED), end; i < view->count; i = gm_view_next(view, end, GM_WATCHED)) {
    end = i + 1;
    if (view->cp[i] != GM_REPLACEMENT || view->raw_at[i] + size > view->raw.len ||
        memcmp(view->raw.ptr + view->raw_at[i], mark, size))
      continue;
    while (end < view->count && view->cp[end] == GM_REPLACEMENT) end++;
    gm_report_line(check, i, end);
    gm_say(check->out, check->language, "此处是乱码：有字在转码时丢失（U+FFFD）",
           "characters were lost here in a conversion (U+FFFD)");
  }
}

/* NRM-01. The reading goes to `suggestion`, never to a fix: what was lost cannot be known. */
void gm_check_mojibake(gm_line_check *check) {
  gm_text raw = check->view->raw;
  check_replacements(check);
  if (!raw.len || !memchr(raw.ptr, '?', raw.len)) return;
  gm_mojibake_array found = {0};
  gm_buffer text = {0}, guesses = {0};
  gm_mojibake_scan(raw, &found, &text);
  for (size_t i = 0; i < found.count; i++) {
    const gm_mojibake *m = &found.items[i];
    const gm_view *view = check->view;
    gm_finding *finding = gm_report_line(check, gm_view_find(view, m->start), gm_view_find(view, m->end));
    finding->start.byte = m->start;
    finding->end.byte = m->end;
    guesses.count = 0;
    for (size_t g = 0; g < GM_MOJIBAKE_CANDIDATES && m->candidates[g]; g++) {
      if (g) gm_buffer_string(&guesses, "、");
      gm_buffer_codepoint(&guesses, m->candidates[g]);
    }
    gm_say(check->out, check->language, "此处是乱码，按 GBK 错开一个字节复原见建议；□ 已丢失，可能是 %.*s",
           "mojibake: GBK read one byte off, see the suggestion; □ is lost, perhaps %.*s", (int)guesses.count,
           guesses.items);
    finding = &check->out->list.items[check->out->list.count - 1];
    finding->suggestion = (uint32_t)check->out->text.count;
    finding->suggestion_len = m->len;
    gm_buffer_add(&check->out->text, text.items + m->text, m->len);
  }
  gm_array_free(&found);
  gm_array_free(&text);
  gm_array_free(&guesses);
}
