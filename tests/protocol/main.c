#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "client.h"
#include "groups.h"

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    int (*run)(void);
  } groups[] = {{"sync", test_sync},
                {"request", test_request},
                {"damage", test_damage},
                {"load", test_load},
                {"dismiss", test_dismiss},
                {"configure", test_configure}};
  if (argc != 4) {
    fprintf(stderr, "usage: %s HELPER json|msgpack GROUP\n", argv[0]);
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  client_helper = argv[1];
  client_wire = strcmp(argv[2], "json") ? GM_WIRE_MSGPACK : GM_WIRE_JSON;
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
    if (!strcmp(groups[i].name, argv[3])) return groups[i].run();
  return 2;
}
