/* Every format, parsed as its readers would. */
#include <stdlib.h>

#include "harness.h"

/* An astral character before the finding: bytes, characters and UTF-16 units differ. */
#define DRAFT "一、总体要求\n\xF0\x9F\x98\x80会议定于9月31日召开，截止2024年12月31日，完工。\n"

static void positions(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  const cJSON *json = cli_json(cli_run("check", "--format=json", "d.txt")->out);
  const cJSON *found = cli_at(json, "files.0.diagnostics.0");
  assert_string_equal(cli_string(json, "files.0.path"), "d.txt");
  assert_string_equal(cli_string(found, "rule"), "DT-01");
  assert_string_equal(cli_string(found, "severity"), "error");
  assert_int_equal(cli_number(found, "start.line"), 2);
  assert_int_equal(cli_number(found, "start.byte"), 16);
  assert_int_equal(cli_number(found, "start.char"), 5);
  assert_int_equal(cli_number(found, "start.utf16"), 6);
  assert_int_equal(cli_number(found, "end.char"), 10);
  assert_int_equal(strlen(cli_string(found, "fingerprint")), 16);
  assert_true(cJSON_IsArray(cli_at(found, "related")));
  assert_true(cJSON_IsArray(cli_at(found, "fix")));
  /* In the second long line the places are found from both ends. */
  char line[9000] = "";
  for (int i = 0; i < 80; i++)
    strcat(line, "\xF0\x9F\x98\x80会议定于9月31日召开，诸事齐备，各方到场，共商发展大计，共谋长远之策。");
  cli_write("long.txt", line, strlen(line));
  json = cli_json(cli_run("check", "--format=json", "--select=DT-01", "long.txt")->out);
  assert_int_equal(cJSON_GetArraySize(cli_at(json, "files.0.diagnostics")), 80);
  const cJSON *last = cli_at(json, "files.0.diagnostics.79");
  int each = (int)strlen(line) / 80;
  assert_int_equal(cli_number(last, "start.byte"), 79 * each + 16);
  assert_int_equal(cli_number(last, "start.utf16") - cli_number(last, "start.char"), 80);
}

static void json_of_commands(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  assert_true(cJSON_IsArray(cli_at(cli_json(cli_run("outline", "--format=json", "d.txt")->out), "files.0.sections")));
  assert_true(cJSON_IsArray(cli_at(cli_json(cli_run("figures", "--format=json", "d.txt")->out), "files.0.figures")));
  cli_text("f.txt", "参会不少于300人，约定2024年3月5日报到。\n");
  const cJSON *json = cli_json(cli_run("figures", "--format=json", "f.txt")->out);
  assert_string_equal(cli_string(json, "files.0.figures.0.low"), "300");
  assert_true(cJSON_IsNull(cli_at(json, "files.0.figures.0.high")));
  assert_string_equal(cli_string(json, "files.0.figures.1.value"), "2024-03-05");
  cli_assert_contains(cli_run("figures", "f.txt")->out, "2024年3月5日  = 2024-03-05");
  /* A marker is given as it stands, a title without the noise. */
  cli_text("p.txt", "两件事(shi)：一(yi)是(shi)修(xiu)路；二是(shi)通水。\n");
  json = cli_json(cli_run("outline", "--format=json", "p.txt")->out);
  assert_string_equal(cli_string(json, "files.0.sections.0.marker"), "一(yi)是(shi)");
  assert_string_equal(cli_string(json, "files.0.sections.0.title"), "修路");
  json = cli_json(cli_run("normalize", "--format=json", "d.txt")->out);
  assert_true(cJSON_IsArray(cli_at(json, "files.0.noise")));
  assert_true(cJSON_IsArray(cli_at(json, "files.0.edits")));
  assert_true(cJSON_IsObject(cli_at(json, "files.0.metadata")));
  json = cli_json(cli_run("count", "--sections", "--format=json", "d.txt", "d.txt")->out);
  assert_int_equal(cJSON_GetArraySize(cli_at(json, "files")), 2);
  assert_int_equal(cli_number(json, "files.1.lines"), 2);
  assert_true(cli_number(json, "files.1.words") > 20);
  assert_true(cJSON_IsArray(cli_at(json, "files.1.sections")));
  json = cli_json(cli_run("explain", "--format=json", "DT-01")->out);
  assert_int_equal(cJSON_GetArraySize(cli_at(json, "rules")), 1);
  assert_string_equal(cli_string(json, "rules.0.id"), "DT-01");
  cli_assert_contains(cli_run("explain", "NRM-04")->out, "NRM-04");
  cli_assert_contains(cli_run("explain")->out, "DT-01");
}

static void json_lines(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  const gm_told *told = cli_run("check", "--format=jsonl", "d.txt", "d.txt");
  size_t lines = 0;
  for (char *line = told->out; *line; lines++) {
    char copy[4096] = {0}, *stop = strchr(line, '\n');
    assert_non_null(stop);
    memcpy(copy, line, (size_t)(stop - line) + 1);
    assert_string_equal(cli_string(cli_json(copy), "path"), "d.txt");
    line = stop + 1;
  }
  assert_int_equal(lines, 4);
}

static void sarif(void **state) {
  (void)state;
  cli_text("甲 乙.txt", DRAFT);
  const cJSON *json = cli_json(cli_run("check", "--format=sarif", "甲 乙.txt")->out);
  assert_string_equal(cli_string(json, "version"), "2.1.0");
  const cJSON *run = cli_at(json, "runs.0"), *result = cli_at(run, "results.0"), *rule;
  assert_int_equal(cJSON_GetArraySize(cli_at(run, "results")), 2);
  assert_string_equal(cli_string(run, "tool.driver.name"), "gangmu");
  assert_string_equal(cli_string(run, "columnKind"), "utf16CodeUnits");
  rule = cJSON_GetArrayItem(cli_at(run, "tool.driver.rules"), cli_number(result, "ruleIndex"));
  assert_string_equal(cli_string(rule, "id"), cli_string(result, "ruleId"));
  assert_string_equal(cli_string(result, "ruleId"), "DT-01");
  assert_string_equal(cli_string(result, "level"), "error");
  assert_string_equal(cli_string(run, "results.1.level"), "warning");
  assert_true(*cli_string(result, "message.text") != 0);
  assert_string_equal(cli_string(result, "locations.0.physicalLocation.artifactLocation.uri"),
                      "%E7%94%B2%20%E4%B9%99.txt");
  const cJSON *region = cli_at(result, "locations.0.physicalLocation.region");
  assert_int_equal(cli_number(region, "startLine"), 2);
  assert_int_equal(cli_number(region, "startColumn"), 7);
  assert_int_equal(cli_number(region, "endColumn"), 12);
  assert_int_equal(strlen(cli_string(cli_at(result, "partialFingerprints")->child, "")), 16);
  /* Nothing found is a document too. */
  cli_text("clean.txt", "春风送暖。\n");
  json = cli_json(cli_run("check", "--format=sarif", "clean.txt")->out);
  assert_int_equal(cJSON_GetArraySize(cli_at(json, "runs.0.results")), 0);
}

static void rdjson(void **state) {
  (void)state;
  cli_text("d.txt", DRAFT);
  const cJSON *json = cli_json(cli_run("check", "--format=rdjson", "d.txt", "d.txt")->out);
  assert_string_equal(cli_string(json, "source.name"), "gangmu");
  assert_int_equal(cJSON_GetArraySize(cli_at(json, "diagnostics")), 4);
  assert_string_equal(cli_string(json, "diagnostics.0.severity"), "ERROR");
  assert_string_equal(cli_string(json, "diagnostics.0.code.value"), "DT-01");
  assert_string_equal(cli_string(json, "diagnostics.0.location.path"), "d.txt");
  assert_int_equal(cli_number(json, "diagnostics.0.location.range.start.line"), 2);
  assert_int_equal(cli_number(json, "diagnostics.0.location.range.start.column"), 17);
}

static void checkstyle(void **state) {
  (void)state;
  cli_text("a&b<\"c\".txt", DRAFT);
  cli_text("d.txt", DRAFT);
  const gm_told *told = cli_run("check", "--format=checkstyle", "a&b<\"c\".txt", "d.txt");
  assert_int_equal(told->status, 1);
  cli_assert_xml(told->out);
  cli_assert_contains(told->out, "name=\"a&amp;b&lt;&quot;c&quot;.txt\"");
  cli_assert_contains(told->out,
                      "<error line=\"2\" column=\"6\" severity=\"error\" source=\"gangmu.DT-01\" message=\"");
  /* What XML cannot say: a control character beside the quoted words. */
  cli_text("bell.txt", "满意率\x07为102%。定于9月31日\x01召开。\n");
  cli_assert_xml(cli_run("check", "--format=checkstyle", "bell.txt")->out);
}

static void github(void **state) {
  (void)state;
  cli_text("a,b:c.txt", DRAFT);
  const gm_told *told = cli_run("check", "--format=github", "a,b:c.txt");
  cli_assert_contains(told->out, "::error file=a%2Cb%3Ac.txt,line=2,endLine=2,col=6,endColumn=11,title=DT-01::");
  cli_assert_contains(told->out, "\n::warning file=");
  cli_text("p.txt", "群众满意率达102%。\n");
  cli_assert_contains(cli_run("check", "--format=github", "p.txt")->out, "102%25");
}

static void csv(void **state) {
  (void)state;
  cli_text("a,\"b\".txt", "全年共办结提案361项。\n");
  const gm_told *told = cli_run("count", "--format=csv", "a,\"b\".txt");
  assert_int_equal(strncmp(told->out, "path,words,chars,han,lines\r\n\"a,\"\"b\"\".txt\",10,", 45), 0);
  cli_assert_contains(cli_run("figures", "--format=csv", "a,\"b\".txt")->out,
                      "path,line,char,kind,text,value,low,high,");
  cli_assert_contains(cli_run("outline", "--format=csv", "a,\"b\".txt")->out, "path,line,char,level,kind,");
}

/* A draft must not drive the terminal: neither its text nor its name. */
static void control_characters(void **state) {
  (void)state;
  cli_text("x\033[2Jy.txt", "一、\033[31m要求\033]0;t\007\n二、任务\n定于9\xE2\x80\xAE月31日。满意率\033[5m达102%。\n");
  const char *const commands[] = {"check", "outline", "figures", "count"};
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    const gm_told *told = cli_run(commands[i], "--color=never", "x\033[2Jy.txt");
    cli_assert_lacks(told->out, "\033");
    cli_assert_lacks(told->out, "\007");
    cli_assert_lacks(told->out, "\xE2\x80\xAE");
  }
  const cJSON *json = cli_json(cli_run("check", "--format=json", "x\033[2Jy.txt")->out);
  assert_string_equal(cli_string(json, "files.0.path"), "x\033[2Jy.txt");
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
#define TEST(f) cmocka_unit_test_setup_teardown(f, cli_enter, cli_leave)
  const struct CMUnitTest tests[] = {TEST(positions),
                                     TEST(json_of_commands),
                                     TEST(json_lines),
                                     TEST(sarif),
                                     TEST(rdjson),
                                     TEST(checkstyle),
                                     TEST(github),
                                     TEST(csv),
                                     TEST(control_characters)};
  return cmocka_run_group_tests_name("cli.formats", tests, NULL, NULL);
}
