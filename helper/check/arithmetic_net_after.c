/* AR-03 of a net change and of the flows told behind it: 由96家发展到120家，净增24家。新认定31家，另有7家被摘牌. */
#include "check/any_fit.h"

#define CAME       GM_CAME " 认定 登记 注册 入选 报到 开业"
#define WENT       GM_WENT " 摘帽 清零 倒闭 失效"
#define FLOWS_MAX  6u
#define NOUN_CHARS 16u /* behind a flow that may say which way it went: 到期未通过复审被摘牌 */

typedef struct flows {
  const gm_mention *of[FLOWS_MAX];
  bool went[FLOWS_MAX], both[2];
  unsigned count;
} flows;

/* 1 when it came, -1 when it went, by the words before it or, where those say nothing, behind it; 0 when neither says.
 */
static int way_of(const gm_view *view, const gm_mention *m) {
  bool came = gm_find_word(view, m->label, m->from, CAME) != SIZE_MAX,
       went = gm_find_word(view, m->label, m->from, WENT) != SIZE_MAX;
  if (!came && !went) {
    size_t end = gm_find_mark(view, m->to, view->count, "，；。、");
    if (end == SIZE_MAX) end = view->count;
    if (end > m->to + NOUN_CHARS) return 0;
    came = gm_find_word(view, m->to, end, CAME) != SIZE_MAX;
    went = gm_find_word(view, m->to, end, WENT) != SIZE_MAX;
  }
  return came == went ? 0 : came ? 1 : -1;
}

/* The flows behind the net change in its sentence, or else in the next one; false when anything else is told there. */
static bool read_flows(const gm_links *links, unsigned net, flows *out) {
  const gm_mention *first = &links->items[net];
  for (unsigned i = net + 1; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence > first->figure->sentence + (out->count ? 0u : 1u)) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, first->figure)) continue;
    if (!out->count) first = m->figure->sentence > first->figure->sentence ? m : first;
    int way = way_of(links->view, m);
    if (!way || out->count == FLOWS_MAX || !gm_is_exact(m->figure) ||
        m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_TO | GM_ROLE_FROM) ||
        gm_find_word(links->view, m->label, m->from, "净 比 同比 累计 去年 上年 计划 出生 死亡") != SIZE_MAX ||
        gm_find_word(links->view, m->clause, m->from, "上半年 下半年 季度 本月 当月 上月 月份") != SIZE_MAX)
      return false;
    out->both[way < 0] = true;
    out->went[out->count] = way < 0;
    out->of[out->count++] = m;
  }
  return out->both[0] && out->both[1];
}

/* Would one other digit, or two turned round, of a flow or of the net change make them agree? */
static bool is_slip(const flows *f, const gm_mention *net, gm_decimal told, gm_decimal value) {
  gm_decimal off, should;
  if (gm_one_digit_apart(told, value)) return true;
  if (!gm_decimal_subtract(value, told, &off)) return false;
  for (unsigned i = 0; i < f->count; i++) {
    const gm_figure *m = f->of[i]->figure;
    if ((f->went[i] ? gm_decimal_add(m->value, off, &should) : gm_decimal_subtract(m->value, off, &should)) &&
        should.digits > 0 && (gm_one_digit_apart(m->value, should) || gm_swap_touches(m, gm_interval_exact(should))))
      return true;
  }
  return gm_swap_touches(net->figure, gm_interval_exact(value));
}

void gm_check_net_before(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *net = &links->items[index];
  size_t verb = gm_find_word(view, net->label, net->from, "净增 净减");
  flows f = {.count = 0};
  gm_decimal value = {0, 0}, told = net->figure->value;
  if (verb == SIZE_MAX || !gm_is_exact(net->figure) || gm_is_told(check, net) || !read_flows(links, index, &f)) return;
  bool down = gm_one_of(view, verb + 1, "减");
  for (unsigned i = 0; i < f.count; i++)
    if (!(f.went[i] != down ? gm_decimal_subtract(value, f.of[i]->figure->value, &value)
                            : gm_decimal_add(value, f.of[i]->figure->value, &value)))
      return;
  if (!gm_decimal_compare(value, told)) {
    for (unsigned i = 0; i < f.count; i++) gm_agree(check, f.of[i], net, NULL);
    return;
  }
  if (value.digits <= 0 || !is_slip(&f, net, told, value) || gm_is_far(value, told) || gm_disclaimed(view)) return;
  for (unsigned i = 0; i < f.count; i++)
    if (gm_is_told(check, f.of[i])) return;
  gm_buffer terms = {0};
  for (unsigned taken = 0; taken < 2; taken++) /* what is taken off comes last */
    for (unsigned i = 0; i < f.count; i++) {
      if ((f.went[i] != down) != taken) continue;
      if (terms.count) gm_buffer_string(&terms, taken ? "-" : "+");
      gm_buffer_string(&terms, gm_quote_mention(view, f.of[i]).text);
    }
  gm_report_mention(check, net);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%.*s=%s，文中为%s", "%.*s = %s, the text says %s", (int)terms.count, terms.items,
         gm_quote_amount(value, net, view).text, gm_quote_mention(view, net).text);
  for (unsigned i = 0; i < f.count; i++)
    gm_relate_mention(check, f.of[i], f.went[i] ? "减少" : "增加", f.went[i] ? "what went" : "what came");
  gm_array_free(&terms);
}
