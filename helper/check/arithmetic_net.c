/* AR-03 of a net change that the flows right before it make, more than two or two behind what there is:
 * 新招聘教师84人，退休37人，调出12人，净增教师35人; 年初在册2734人，新入职318人，离职206人，净增112人. */
#include "check/any_fit.h"

#define FLOWS_MAX 6u
#define NET_DOWN  "净减 净流出 净流失 净迁出 净调出"
#define NET       "净增 净流入 净迁入 净调入 " NET_DOWN

typedef struct flows {
  const gm_mention *of[FLOWS_MAX]; /* the last first */
  bool went[FLOWS_MAX];
  unsigned count;
} flows;

/* Does 其中 stand before it, behind the last ；? */
static bool is_behind_which(const gm_view *view, const gm_mention *m) {
  size_t from = gm_sentence_start(view, m->from);
  for (size_t mark; (mark = gm_find_mark(view, from, m->from, "；")) != SIZE_MAX;) from = mark + 1;
  return gm_find_word(view, from, m->from, "其中") != SIZE_MAX;
}

/* What came and what went right before mention `net`; false when anything that may belong to it is not told which. */
static bool read_flows(const gm_links *links, const gm_mention *net, flows *out) {
  const gm_view *view = links->view;
  bool both[2] = {false, false};
  out->count = 0;
  for (const gm_mention *m = net; m-- > links->items && gm_same_sentence(m, net);) {
    if (m->figure->kind == GM_FIGURE_YEAR || m->figure->kind == GM_FIGURE_DATE) continue;
    bool part = m->figure->roles & GM_ROLE_OF_WHICH && is_behind_which(view, m);
    /* 新增6.4万册，其中购置5.8万册，捐赠0.6万册；剔旧1.9万册: the parts of what came, as far as ； */
    if (part && gm_find_mark(view, m->to, net->from, "；") != SIZE_MAX) continue;
    bool comparable = gm_is_amount(m->figure) && gm_comparable(m->figure, net->figure);
    if (!comparable && m->figure->roles & GM_ROLE_EACH) continue; /* 新增6.4万册，平均每册45元 */
    if (!comparable || !gm_is_exact(m->figure)) return false;
    bool came = gm_find_word(view, m->label, m->from, GM_CAME) != SIZE_MAX,
         went = gm_find_word(view, m->label, m->from, GM_WENT) != SIZE_MAX;
    if (part || gm_find_word(view, m->label, m->from, "净 其中 同比 比 累计") != SIZE_MAX ||
        m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_EACH))
      return false;
    if (came == went) break; /* 年初在册868人 */
    if (out->count == FLOWS_MAX) return false;
    both[went] = true;
    out->went[out->count] = went;
    out->of[out->count++] = m;
  }
  return both[0] && both[1];
}

static bool is_slip(const gm_mention *m, gm_decimal should) {
  return gm_one_digit_apart(m->figure->value, should) || gm_swap_touches(m->figure, gm_interval_exact(should));
}

/* Would the net change be `value` with one digit another or two of them turned round, or one flow so much more or less?
 * Then it is theirs, however far off. */
static bool slip_explains(const flows *f, const gm_mention *net, bool down, gm_decimal value) {
  gm_decimal off, should;
  if (is_slip(net, value)) return true;
  if (!gm_decimal_subtract(net->figure->value, value, &off)) return false;
  for (unsigned i = 0; i < f->count; i++) {
    gm_decimal told = f->of[i]->figure->value;
    bool taken = f->went[i] != down;
    if ((taken ? gm_decimal_subtract(told, off, &should) : gm_decimal_add(told, off, &should)) && should.digits > 0 &&
        is_slip(f->of[i], should))
      return true;
  }
  return false;
}

bool gm_check_net_way(gm_line_check *check, const gm_mention *came, const gm_mention *went, const gm_mention *net) {
  const gm_view *view = check->view;
  size_t verb = gm_find_word(view, net->label, net->from, NET);
  gm_decimal left;
  if (verb == SIZE_MAX || !gm_decimal_subtract(came->figure->value, went->figure->value, &left)) return false;
  bool down = gm_words_at(view, verb, NET_DOWN), fell = left.digits < 0;
  if (fell) left.digits = -left.digits;
  if (!left.digits || down == fell || !gm_is_exact(came->figure) || !gm_is_exact(went->figure) ||
      !gm_is_exact(net->figure) || gm_decimal_compare(left, net->figure->value) || gm_is_told(check, net) ||
      gm_disclaimed(view))
    return false;
  gm_report_mention(check, net);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, fell ? "%s少于%s，是净减，文中说净增" : "%s多于%s，是净增，文中说净减",
         fell ? "%s is less than %s, the text says there are more" : "%s is more than %s, the text says there are less",
         gm_quote_mention(view, came).text, gm_quote_mention(view, went).text);
  gm_relate_mention(check, came, "增加", "what came");
  gm_relate_mention(check, went, "减少", "what went");
  return true;
}

void gm_check_net_of_flows(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *net = &links->items[index];
  size_t verb = gm_find_word(view, net->label, net->from, NET);
  flows f;
  if (verb == SIZE_MAX || !gm_is_exact(net->figure) || gm_is_told(check, net) || !read_flows(links, net, &f)) return;
  bool down = gm_words_at(view, verb, NET_DOWN);
  gm_decimal value = {0, 0}, all = {0, 0}; /* all: what went added too, by mistake */
  for (unsigned i = 0; i < f.count; i++)
    if (!gm_decimal_add(all, f.of[i]->figure->value, &all) ||
        !(f.went[i] != down ? gm_decimal_subtract(value, f.of[i]->figure->value, &value)
                            : gm_decimal_add(value, f.of[i]->figure->value, &value)))
      return;
  if (gm_interval_touch(gm_interval_exact(value), net->figure->interval)) {
    for (unsigned i = 0; i < f.count; i++) gm_agree(check, f.of[i], net, NULL);
    return;
  }
  if (value.digits < 0 && f.count == 2) {
    gm_check_net_way(check, f.of[f.went[0] ? 1 : 0], f.of[f.went[0] ? 0 : 1], net);
    return;
  }
  bool added = gm_decimal_compare(all, net->figure->value) == 0;
  bool told = added || !gm_is_far(value, net->figure->value) || slip_explains(&f, net, down, value);
  if (value.digits <= 0 || !told || gm_disclaimed(view)) return;
  for (unsigned i = 0; f.count > 2 && i + 1 < f.count; i++) /* of some of them alone */
    if (gm_some_difference_fits(links, index, (gm_change){f.of[i], f.of[i + 1]})) return;
  gm_buffer terms = {0};
  for (unsigned taken = 0; taken < 2; taken++) /* what is taken off comes last */
    for (unsigned i = f.count; i-- > 0;) {
      if ((f.went[i] != down) != taken) continue;
      if (terms.count) gm_buffer_string(&terms, taken ? "-" : "+");
      gm_buffer_string(&terms, gm_quote_mention(view, f.of[i]).text);
    }
  gm_report_mention(check, net);
  gm_say(check->out, check->language, "%.*s=%s，文中为%s", "%.*s = %s, the text says %s", (int)terms.count, terms.items,
         gm_quote_amount(value, net, view).text, gm_quote_mention(view, net).text);
  gm_offer_value(check, net, value);
  for (unsigned i = f.count; i-- > 0;)
    gm_relate_mention(check, f.of[i], f.went[i] ? "减少" : "增加", f.went[i] ? "what went" : "what came");
  gm_array_free(&terms);
}
