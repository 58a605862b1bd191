#include "cli/serve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "protocol/serve.h"
#include "protocol/session.h"

int gm_cli_serve(int argc, char **argv) {
  gm_serve_options options = {GM_WIRE_MSGPACK, -1};
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
      fprintf(stderr, "gangmu serve: %s: usage: gangmu serve [--wire=msgpack|json] [--publish-delay=0..%d]\n", argv[i],
              GM_PUBLISH_LATEST);
      return 2;
    }
  }
  return gm_serve(&options);
}
