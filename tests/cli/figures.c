/* The list of figures: the table, its summary, CSV, and all keys of JSON. */
#include "harness.h"

#define DRAFT                                                                                         \
  "一、基本情况\n"                                                                              \
  "2024年共招聘教师231人，其中本科以上208人，占90.40%。\n"                          \
  "（一）经费使用\n"                                                                           \
  "今年投入“设备，器材”资金近12.5万元，比去年增加第三批补助3万元。\n" \
  "附表（单位：万元）\n"                                                                     \
  "项目\t人数（人）\t金额\n"                                                                 \
  "培训\t35\t8.2\n"                                                                                 \
  "宣传\t41\t12.4\n"

static const cJSON *figure_of(const cJSON *json, const char *text) {
  const cJSON *item = NULL;
  cJSON_ArrayForEach(item, cli_at(json, "files.0.figures")) if (!strcmp(cli_string(item, "text"), text)) return item;
  fail_msg("no figure %s", text);
  return NULL;
}

static void json_has_the_whole_record(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  const cJSON *json = cli_json(cli_run("figures", "--format=json", "d.txt")->out);
  const cJSON *staff = figure_of(json, "231人"), *share = figure_of(json, "90.40%"),
              *money = figure_of(json, "12.5万元");
  assert_string_equal(cli_string(staff, "noun"), "教师");
  assert_string_equal(cli_string(staff, "verb"), "招聘");
  assert_string_equal(cli_string(staff, "period"), "2024年");
  assert_string_equal(cli_string(staff, "unit_class"), "person");
  assert_string_equal(cli_string(staff, "section"), "一、基本情况");
  assert_string_equal(cli_string(share, "verdict"), "conflicting");
  assert_string_equal(cli_string(money, "approx"), "近");
  assert_string_equal(cli_string(money, "period"), "今年");
  assert_string_equal(cli_string(money, "section"), "一、（一）经费使用");
  assert_string_equal(cli_string(money, "verdict"), "unverifiable");
}

static void a_column_gives_its_unit(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  const cJSON *json = cli_json(cli_run("figures", "--format=json", "d.txt")->out);
  assert_string_equal(cli_string(figure_of(json, "35"), "unit"), "人");
  assert_string_equal(cli_string(figure_of(json, "41"), "unit"), "人");
  assert_string_equal(cli_string(figure_of(json, "8.2"), "unit"), "万元");
  assert_string_equal(cli_string(figure_of(json, "12.4"), "unit"), "万元");
  cli_text("m.md", "| 项目 | 面积（亩） | 占比 |\n|---|---|---|\n| 果园 | 1,200 | 30% |\n");
  json = cli_json(cli_run("figures", "--format=json", "m.md")->out);
  assert_string_equal(cli_string(figure_of(json, "1,200"), "unit"), "亩");
  assert_string_equal(cli_string(figure_of(json, "30%"), "unit"), "%");
}

static void text_is_a_table_with_shares(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  const gm_told *told = cli_run("figures", "d.txt");
  cli_assert_contains(told->out, "d.txt:2:23: 231人       = 231人     数量    教师");
  cli_assert_contains(told->out, "近12.5万元  = 125000元");
  cli_assert_contains(told->out, "第三批");
  cli_assert_contains(told->out, "不符");
  cli_assert_contains(told->out, "d.txt: 共11个数字：相符0个（0.0%）、不符3个（27.3%）、未能核对8个（72.7%）；");
  cli_assert_lacks(told->out, " \n");
  cli_assert_contains(cli_run("figures", "--lang=en", "d.txt")->out,
                      "d.txt: 11 figures: verified 0 (0.0%), conflicting");
  cli_text("e.txt", "没有数字。\n");
  assert_string_equal(cli_run("figures", "e.txt")->out, "e.txt: 共0个数字\n");
}

static void csv_quotes_what_it_must(void **state) {
  (void)state;
  cli_text("d,1.txt", "“设备，\"器材\"”资金12.5万元，时长1,234小时。\n");
  const gm_told *told = cli_run("figures", "--format=csv", "d,1.txt");
  assert_int_equal(strncmp(told->out,
                           "path,line,char,kind,text,value,low,high,approx,unit,unit_class,noun,verb,period,section,"
                           "verdict\r\n",
                           95),
                   0);
  cli_assert_contains(told->out,
                      "\r\n\"d,1.txt\",1,11,money,12.5万元,125000,124500,125500,,元,money,资金,,,,unverifiable\r\n");
  cli_assert_contains(told->out, ",duration,\"1,234小时\",1234,");
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
#define TEST(f) cmocka_unit_test_setup_teardown(f, cli_enter, cli_leave)
  const struct CMUnitTest tests[] = {TEST(json_has_the_whole_record), TEST(a_column_gives_its_unit),
                                     TEST(text_is_a_table_with_shares), TEST(csv_quotes_what_it_must)};
  return cmocka_run_group_tests_name("cli.figures", tests, NULL, NULL);
}
