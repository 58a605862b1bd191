/* Renaming a figure: numerals in the style of others, and what a draft becomes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "figure/rename.h"
#include "numeral/write.h"

static gm_text text_of(const char *string) { return (gm_text){string, strlen(string)}; }

static void numerals_are_written_as_others_are(void **state) {
  (void)state;
  static const struct {
    int64_t digits;
    int32_t scale;
    const char *like, *want; /* NULL: cannot be */
  } rows[] = {{365, 0, "361", "365"},
              {1365, 0, "361", "1365"},
              {1365, 0, "1,361", "1,365"},
              {12345678, 0, "1,361", "12,345,678"},
              {365, 0, "３６１", "３６５"},
              {9004, 2, "90.40", "90.04"},
              {171000, 0, "16.3万", "17.1万"},
              {1250000000, 0, "3亿", "12.5亿"},
              {365, 0, "3万5千", NULL},
              {365, 0, "三百六十一", "三百六十五"},
              {12, 0, "九", "十二"},
              {112, 0, "三百", "一百一十二"},
              {2500, 0, "两百", "两千五百"},
              {22, 0, "两千", "二十二"},
              {120003, 0, "三万五千", "十二万零三"},
              {100005000, 0, "一亿", "一亿零五千"},
              {365, 0, "貳佰陸拾", "參佰陸拾伍"},
              {15, 0, "贰拾", "壹拾伍"},
              {2025, 0, "二〇二四", "二〇二五"},
              {2020, 0, "二零二四", "二零二零"},
              {5, 1, "三", NULL},
              {30, 0, "廿五", NULL}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gm_buffer out = {0};
    bool good = gm_numeral_write((gm_decimal){rows[i].digits, rows[i].scale}, text_of(rows[i].like), &out);
    assert_int_equal(good, rows[i].want != NULL);
    if (good) {
      gm_buffer_add(&out, "", 1);
      assert_string_equal(out.items, rows[i].want);
    } else {
      assert_int_equal(out.count, 0);
    }
    gm_array_free(&out);
  }
}

/* Renames the figure that begins at `place` in the draft, and compares; `review` counts what is to be looked at. */
static void expect(const char *draft, const char *place, const char *wanted, const char *want, size_t review) {
  gm_text lines[16];
  size_t count = 0;
  gm_position at = {0};
  for (const char *from = draft; from;) {
    const char *end = strchr(from, '\n'), *hit = strstr(from, place);
    lines[count] = (gm_text){from, end ? (size_t)(end - from) : strlen(from)};
    if (hit && (!end || hit < end) && !at.byte && !at.line) at = (gm_position){(uint32_t)count, (uint32_t)(hit - from)};
    count++;
    from = end ? end + 1 : NULL;
  }
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_document_splice(document, 0, 0, lines, count, true);
  gm_document_join(document);
  gm_rename rename = {0};
  gm_rename_refusal refusal = gm_figure_rename(gm_document_draft(document), gm_document_figures(document),
                                               gm_document_pinyin(document), at, text_of(wanted), &rename);
  if (!want) {
    assert_int_not_equal(refusal, GM_RENAME_ACCEPTED);
    assert_int_equal(rename.edits.list.count, 0);
  } else {
    assert_int_equal(refusal, GM_RENAME_ACCEPTED);
    gm_buffer out = {0};
    gm_edits_apply(&rename.edits, gm_document_draft(document)->lines, count, &out);
    gm_buffer_add(&out, "", 1);
    assert_string_equal(out.items, want);
    assert_int_equal(rename.review.count, review);
    gm_array_free(&out);
  }
  gm_rename_free(&rename);
  gm_document_free(document);
  gm_rule_set_free(&rules);
}

static void a_figure_is_renamed_at_each_mention(void **state) {
  (void)state;
  expect("全年完成整改任务361项。\n三百六十一项整改任务全部完成。\n整改任务360余项。", "361项", "365项",
         "全年完成整改任务365项。\n三百六十五项整改任务全部完成。\n整改任务360余项。", 1);
  expect("全年完成整改任务361项。\n接待来访361人次。", "361项", "365", "全年完成整改任务365项。\n接待来访361人次。", 0);
  expect("发放补助16.3万元。\n补助163000元。", "16.3", "17.1万元", "发放补助17.1万元。\n补助171000元。", 0);
  expect("培训干部90人，合格率90.40%。", "90.40", "90.04%", "培训干部90人，合格率90.04%。", 0);
  expect("2023年受理提案361件。\n2024年受理提案361件。", "361件。\n2024", "365",
         "2023年受理提案365件。\n2024年受理提案361件。", 1);
}

static void what_has_no_value_is_refused(void **state) {
  (void)state;
  expect("整改任务360余项。", "360", "365", NULL, 0);
  expect("2024年3月5日召开会议。", "2024", "2025", NULL, 0);
  expect("整改任务361项。", "361", "三百多", NULL, 0);
  expect("整改任务361项。", "361", "365人", NULL, 0);
  expect("整改任务361项。", "任务", "365", NULL, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(numerals_are_written_as_others_are),
                                     cmocka_unit_test(a_figure_is_renamed_at_each_mention),
                                     cmocka_unit_test(what_has_no_value_is_refused)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
