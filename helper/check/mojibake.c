#include "text/mojibake.h"
#include "check/families.h"

/* NRM-01. The reading goes to `suggestion`, never to a fix: what was lost cannot be known. */
void gm_check_mojibake(gm_line_check *check) {
  gm_text raw = check->view->raw;
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
