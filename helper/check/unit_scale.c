/* US: units and orders of magnitude. */
#include "check/families.h"
#include "check/words.h"

/* 亿亿 and 万万 are numerals of what computers do and of what physics measures; of money and people they are slips. */
#define SCIENCES "亿亿次 亿亿电子伏 亿亿倍 亿亿焦 亿亿瓦 亿亿赫 亿亿比特 亿亿字节 亿亿分之"

void gm_check_doubled_unit(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || i + 1 >= view->count || gm_one_of(view, i, "合当即")) return; /* those are for gm_check_converted */
  bool more = view->cp[i + 1] == view->cp[i] || view->cls[i + 1] & GM_SPACE || gm_one_of(view, i + 1, "万亿");
  if (!more) return; /* most of them */
  bool both = gm_one_of(view, i, "亿") && gm_words_at(view, i + 1, "万元"); /* 2.4亿万元 */
  if (gm_one_of(view, i, "元")) {
    size_t again = gm_words_at(view, i + 1, "万元 亿元"), number = gm_number_before(view, i);
    if (again && number < i && view->cls[number] & GM_DIGIT && gm_one_before(view, i, "万亿")) { /* 125.6万元万元 */
      gm_report_line(check, number, i + 1 + again);
      gm_say(check->out, check->language, "“%s”：单位重复，请核对量级", "“%s”: the unit is doubled; check the scale",
             gm_quote_line(view, number, i + 1 + again).text);
      return;
    }
  }
  if (view->cp[i + 1] != view->cp[i] && !both) return;
  if (gm_words_at(view, i, SCIENCES)) return;
  size_t start = gm_number_before(view, i);
  /* 100元元旦购物券; 万万没想到; 四万万同胞 */
  if (start == i || !(view->cls[start] & GM_DIGIT)) return;
  if (gm_one_of(view, i, "元") && gm_one_of(view, i + 2, "旦宵月素气件")) return;
  size_t end = i + 2 + gm_measure_at(view, i + 2);
  gm_report_line(check, start, end);
  gm_say(check->out, check->language, both ? "“%s”：“%s”与“万”叠用，请核对量级" : "“%s”：单位“%s”重复，请核对量级",
         both ? "“%s”: “%s” and 万 together; check the scale" : "“%s”: the unit “%s” is doubled; check the scale",
         gm_quote_line(view, start, end).text, gm_quote_line(view, i, i + 1).text);
}

/* 13~17万元: does the 13 mean 13元? One scale only on the second number, and both below ten thousand. */
void gm_check_range_unit(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = gm_number_before(view, i), length = gm_number_at(view, i + 1);
  if (start == i || !length || !(view->cls[i - 1] & GM_DIGIT)) return;
  size_t end = i + 1 + length;
  size_t scale = gm_words_at(view, end - (view->cls[end - 1] & GM_NUMERAL ? 1 : 0), "万 亿");
  bool percent = gm_one_of(view, end, "%");
  if (!scale && !percent) return;
  if (start && (view->cls[start - 1] & (GM_LATIN | GM_PUNCT)) && gm_one_before(view, start, "-—~～/.")) return;
  gm_report_line(check, start, end + (percent ? 1 : gm_measure_at(view, end)));
  const gm_finding *f = &check->out->list.items[check->out->list.count - 1];
  gm_say(check->out, check->language, "范围两端都写单位，以免歧义：“%s”（GB/T 15835-2011）",
         "write the unit at both ends of a range: “%s” (GB/T 15835-2011)",
         gm_quote_raw(view->raw, f->start.byte, f->end.byte).text);
}
