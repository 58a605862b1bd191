/* gangmu_rules_help zh|en: the passes of normalization and the rules of `check` as the generated section of :help. */
#include <stdio.h>

#include "check/rule.h"
#include "normalize/normalize.h"
#include "protocol/render.h"

static bool english;

static const char *say(const char *zh, const char *en) { return english ? en : zh; }

/* Spaces and line ends as the preview shows them, what cannot be seen by its code point. */
static void print_visible(const char *example) {
  static const char *const shown[][2] = {{" / ", "↵"},
                                         {" ", "·"},
                                         {"\xE3\x80\x80", "□"},
                                         {"\xC2\xA0", "<U+00A0>"},
                                         {"\xCC\x81", "<U+0301>"},
                                         {"\xE2\x80\x8B", "<U+200B>"}};
  while (*example) {
    size_t i = 0, n = sizeof shown / sizeof *shown;
    while (i < n && strncmp(example, shown[i][0], strlen(shown[i][0]))) i++;
    if (i < n) {
      fputs(shown[i][1], stdout);
      example += strlen(shown[i][0]);
    } else {
      putchar(*example++);
    }
  }
  putchar('\n');
}

static void print_row(const char *zh, const char *en, const char *value) {
  if (value && *value) printf("\t%s\t%s\n", say(zh, en), value);
}

/* A heading with its tag at the usual column. */
static void print_heading(const char *title, const char *id) { printf("\n*%s*\t%s\n", id, title); }

static void print_pass(const gm_pass *pass) {
  static const char *const runs[][2] = {{"默认", "default"}, {"选用", "opt-in"}, {"只报告", "report"}};
  char title[256];
  snprintf(title, sizeof title, english ? "%s (%s)" : "%s（%s）", say(pass->title_zh, pass->title_en),
           say(runs[pass->run][0], runs[pass->run][1]));
  print_heading(title, pass->id);
  if (pass->before && *pass->before) {
    printf("\t%s\t", say("改前", "before"));
    print_visible(pass->before);
    if (pass->run != GM_PASS_REPORT) {
      printf("\t%s\t", say("改后", "after"));
      print_visible(*pass->after ? pass->after : say("（删去）", "(deleted)"));
    }
  }
  print_row("不动", "not", pass->must_not);
}

static void print_rule(const gm_rule *rule) {
  char title[256];
  snprintf(title, sizeof title, english ? "%s (%s)" : "%s（%s）", say(rule->title_zh, rule->title_en),
           gm_severity_name(rule->severity));
  print_heading(title, rule->id);
  print_row("依据", "ground", rule->clause);
  print_row("误例", "wrong", rule->bad);
  print_row("正例", "right", rule->good);
  print_row("不报", "silent", rule->near_miss);
}

int main(int count, char **arguments) {
  english = count > 1 && !strcmp(arguments[1], "en");
  puts(
      say("\n由规则表生成：`ninja -C build rules_help`。按先后排列；“选用”的要在\n"
          "|g:gangmu_select| 或 .gangmu.ini 里选上才做。例子里的空格显示为 · 和 □，\n换行显示为 ↵。",
          "\nMade from the table of passes by `ninja -C build rules_help`. In the order\n"
          "they run; what is opt-in runs when it is selected in |g:gangmu_select| or\n"
          ".gangmu.ini. Spaces of the examples are shown as · and □ (full\nwidth), line ends as ↵."));
  for (uint16_t i = 0; i < gm_pass_count; i++) print_pass(&gm_passes[i]);
  puts("\n------------------------------------------------------------------------------");
  puts(
      say("检查的规则\t\t\t\t\t*gangmu-rules*\n\nhint 默认不报。`:Gangmu explain 编号` 也显示这些。例子里“ / ”是换行。",
          "Rules of the check\t\t\t\t*gangmu-rules*\n\n"
          "A hint is off by default. `:Gangmu explain ID` shows the same. “ / ” is a\nline end."));
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    const gm_rule *rule = &gm_rules[i];
    if (gm_pass_find((gm_text){rule->id, strlen(rule->id)}) < 0) print_rule(rule);
  }
  putchar('\n');
  return 0;
}
