#include "cli/command.h"
#include "cli/message.h"
#include "cli/print.h"

static const gm_command *const commands[] = {&gm_command_outline,   &gm_command_figures,  &gm_command_check,
                                             &gm_command_normalize, &gm_command_renumber, &gm_command_count,
                                             &gm_command_dismiss,   &gm_command_explain,  &gm_command_serve};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static int print(gm_buffer *out) {
  int error = gm_print_out((gm_text){out->items, out->count});
  gm_array_free(out);
  return error ? GM_EXIT_TROUBLE : GM_EXIT_GOOD;
}

static void add_overview(gm_language language, gm_buffer *out) {
  bool english = language == GM_ENGLISH;
  gm_buffer_string(out, english ? "gangmu " GANGMU_VERSION ": the outline and the figures of a Chinese draft\n\n"
                                : "gangmu " GANGMU_VERSION "：理清中文文稿的提纲与数字\n\n");
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    gm_buffer_format(out, "  gangmu %-10s %-22s %s\n", commands[i]->name, commands[i]->arguments,
                     english ? commands[i]->en : commands[i]->zh);
  gm_buffer_string(out, english
                            ? "\n  gangmu COMMAND --help  the options of a command\n"
                              "  gangmu --version       the version\n\n"
                              "- as a file reads standard input. Exit status: 0 good, 1 findings (check), 2 trouble.\n"
                            : "\n  gangmu COMMAND --help  某个命令的选项\n"
                              "  gangmu --version       版本\n\n"
                              "文件写 - 即读标准输入。退出码：0 正常，1 有发现（check），2 用法、配置或读写有误。\n");
}

static int help_command(const gm_command *command, gm_language language) {
  gm_buffer out = {0};
  gm_buffer_format(&out, "gangmu %s [OPTION...] %s\n%s\n\n", command->name, command->arguments,
                   language == GM_ENGLISH ? command->en : command->zh);
  gm_options_help(command->bit, command->formats, language, &out);
  return print(&out);
}

static int run_command(const gm_command *command, int argc, char **argv) {
  if (command->serve) return command->serve(argc, argv);
  gm_options options;
  int status = GM_EXIT_TROUBLE;
  if (gm_options_read(&options, command->bit, command->formats, argc, argv))
    status = options.help     ? help_command(command, options.language)
             : command->alone ? command->alone(&options)
                              : gm_run_command(command, &options);
  gm_options_free(&options);
  return status;
}

int main(int argc, char **argv) {
  gm_language language = gm_language_of_environment();
  gm_buffer out = {0};
  const char *name = argc > 1 ? argv[1] : "";
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    if (!strcmp(name, commands[i]->name)) return run_command(commands[i], argc - 2, argv + 2);
  if (!strcmp(name, "--version") || !strcmp(name, "-V")) {
    gm_buffer_string(&out, "gangmu " GANGMU_VERSION "\n");
    return print(&out);
  }
  if (!strcmp(name, "--help") || !strcmp(name, "-h") || !strcmp(name, "help")) {
    for (int i = 2; i < argc; i++) {
      if (!strcmp(argv[i], "--lang=en")) language = GM_ENGLISH;
      if (!strcmp(argv[i], "--lang=zh")) language = GM_CHINESE;
      for (size_t c = 0; c < COMMAND_COUNT; c++)
        if (!strcmp(argv[i], commands[c]->name)) return help_command(commands[c], language);
    }
    add_overview(language, &out);
    return print(&out);
  }
  if (*name)
    gm_complain(language, "没有 %s 这个命令；gangmu --help 列出全部", "unknown command %s; see gangmu --help", name);
  else
    gm_complain(language, "没有给出命令；gangmu --help 列出全部", "no command given; see gangmu --help");
  return GM_EXIT_TROUBLE;
}
