/* AR-03 over sentences and paragraphs: a net change, and the one amount that came and the one that went told in the
 * sentence behind it: 年末137户，比年初净减12户。全年新设3户，注销或划出14户. */
#include <string.h>

#include "check/change.h"
#include "check/draft.h"
#include "check/families.h"

#define CONTEXT_CHARS 64u

/* Does 净增 or 净增加 end at the byte, by its first character? Most amounts are passed by this. */
static bool may_be_net(gm_text line, uint32_t byte) {
  static const char net[] = "净";
  const uint32_t size = sizeof net - 1;
  return byte >= 3 * size &&
         (!memcmp(line.ptr + byte - 2 * size, net, size) || !memcmp(line.ptr + byte - 3 * size, net, size));
}

#define VERB_CHARS 3u

/* Does one of the words end at the byte? */
static bool ends_verb(const gm_draft_check *check, gm_text line, uint32_t byte, const char *words) {
  uint32_t text[VERB_CHARS];
  for (size_t n = gm_context_before(line, byte, text, VERB_CHARS); n; n--)
    if (gm_word_list_in(check->words, text + VERB_CHARS - n, n, words) == n) return true;
  return false;
}

/* Does each quarter, half or month named before the flows stand before the net change too? */
static bool of_one_time(const gm_draft_check *check, uint32_t line, const gm_figure *net, uint32_t other,
                        const gm_figure *flow) {
  uint32_t text[CONTEXT_CHARS], behind[CONTEXT_CHARS];
  size_t n = gm_context_before(check->draft->lines[line], net->start, text, CONTEXT_CHARS),
         m = gm_context_before(check->draft->lines[other], flow->start, behind, CONTEXT_CHARS);
  const uint32_t *a = text + CONTEXT_CHARS - n, *b = behind + CONTEXT_CHARS - m;
  for (size_t i = 1; i < m; i++) {
    if (b[i] != 0x5B63 && b[i] != 0x6708 && b[i] != 0x534A && b[i] != 0x5468) continue; /* 季月半周 */
    bool found = false;
    for (size_t k = 1; k < n && !found; k++) found = a[k] == b[i] && a[k - 1] == b[i - 1];
    if (!found) return false;
  }
  return true;
}

/* The two flows of sentence `sentence` of a line; false when anything else of their kind is told there. */
static bool read_flows(const gm_draft_check *check, uint32_t line, unsigned sentence, const gm_figure *net,
                       const gm_figure *flows[2]) {
  const gm_figures *figures = &check->figures[line];
  gm_text text = check->draft->lines[line];
  flows[0] = flows[1] = NULL;
  for (uint32_t i = 0; i < figures->count; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->sentence != sentence || f == net || !gm_is_amount(f) || !gm_comparable(f, net)) continue;
    bool up = ends_verb(check, text, f->start, GM_CAME), down = !up && ends_verb(check, text, f->start, GM_WENT);
    if ((!up && !down) || flows[down] || !gm_is_exact(f) || f->roles & (GM_ROLE_TO | GM_ROLE_PAREN)) return false;
    flows[down] = f;
  }
  return flows[0] && flows[1];
}

bool gm_net_is_told(const gm_figures *figures, const gm_figure *net) {
  for (const gm_figure *a = net; a-- > figures->items && a->sentence == net->sentence;)
    for (const gm_figure *b = a; b-- > figures->items && b->sentence == net->sentence;) {
      gm_interval size;
      const gm_figure *more = gm_decimal_compare(a->value, b->value) > 0 ? a : b, *less = more == a ? b : a;
      if (gm_is_amount(a) && gm_is_amount(b) && gm_comparable(a, net) && gm_comparable(b, net) &&
          gm_interval_subtract(more->interval, less->interval, &size) && gm_interval_touch(size, net->interval))
        return true;
    }
  return false;
}

void gm_check_net_flows(gm_draft_check *check, uint32_t line, uint32_t index) {
  const gm_figures *figures = &check->figures[line];
  const gm_figure *net = &figures->items[index], *flows[2];
  gm_text text = check->draft->lines[line];
  if (!may_be_net(text, net->start)) return;
  bool up = ends_verb(check, text, net->start, "净增 净增加");
  if ((!up && !ends_verb(check, text, net->start, "净减 净减少")) || !gm_is_exact(net)) return;
  if (gm_net_is_told(figures, net)) return;
  uint32_t at = line;
  unsigned sentence = net->sentence + 1u;
  if (figures->items[figures->count - 1].sentence == net->sentence) {
    for (at = line + 1; at < check->draft->count && at < line + 3 && !check->draft->looks[at].chars;) at++;
    if (at >= check->draft->count || !check->draft->classes[at].keep || !check->figures[at].count) return;
    sentence = check->figures[at].items[0].sentence;
    if (sentence) return;
  }
  gm_decimal value;
  if (!read_flows(check, at, sentence, net, flows) || !of_one_time(check, line, net, at, flows[0]) ||
      !of_one_time(check, line, net, at, flows[1]) ||
      !(up ? gm_decimal_subtract(flows[0]->value, flows[1]->value, &value)
           : gm_decimal_subtract(flows[1]->value, flows[0]->value, &value)) ||
      !gm_decimal_compare(value, net->value) || value.digits <= 0 || gm_is_far(value, net->value) ||
      gm_is_reported(check, line, net))
    return;
  gm_report_figure(check, line, net);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "分项变动合计%s，文中为%s", "the changes come to %s, the text says %s",
         gm_quote_as(check->draft, line, net, value).text, gm_quote_figure(check->draft, line, net).text);
  gm_relate_figure(check, at, flows[0], "增加", "what came");
  gm_relate_figure(check, at, flows[1], "减少", "what went");
}
