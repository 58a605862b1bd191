#include "protocol/serve.h"

#include <stdlib.h>

#include "cli/command.h"
#include "cli/configuration.h"
#include "cli/dismissed.h"
#include "cli/message.h"
#include "protocol/session.h"

/* The server reads its own arguments. */
static int serve(int argc, char **argv) {
  gm_serve_options options = {GM_WIRE_MSGPACK,    -1,       gm_dismissed_read,
                              gm_dismissed_write, gm_today, gm_configuration_read};
  for (int i = 0; i < argc; i++) {
    char *end = "";
    if (!strcmp(argv[i], "--wire=json")) {
      options.wire = GM_WIRE_JSON;
    } else if (!strcmp(argv[i], "--wire=msgpack")) {
      options.wire = GM_WIRE_MSGPACK;
    } else if (!strncmp(argv[i], "--publish-delay=", 16)) {
      long ms = strtol(argv[i] + 16, &end, 10);
      options.publish_delay = (int)ms;
      if (end == argv[i] + 16 || *end || ms < 0 || ms > GM_PUBLISH_LATEST) end = "wrong";
    } else {
      end = "wrong";
    }
    if (*end) {
      gm_complain(gm_language_of_environment(), "serve 不懂 %s；应为 --wire=msgpack|json、--publish-delay=0..%d",
                  "serve does not understand %s; want --wire=msgpack|json or --publish-delay=0..%d", argv[i],
                  GM_PUBLISH_LATEST);
      return GM_EXIT_TROUBLE;
    }
  }
  return gm_serve(&options);
}

const gm_command gm_command_serve = {.name = "serve",
                                     .arguments = "[--wire=msgpack|json]",
                                     .zh = "为编辑器服务：在标准输入输出上说 msgpack-RPC 或 Vim 的 JSON",
                                     .en = "serve an editor: msgpack-RPC, or Vim's JSON, on standard input and output",
                                     .serve = serve};
