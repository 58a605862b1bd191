#include <stdio.h>
#include <string.h>

#include "document/document.h"

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "--version")) {
    puts("gangmu 0.1.0");
    return 0;
  }
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_text line = GM_TEXT("机(ji)关(guan)共有3项。");
  gm_document_splice(document, 0, 0, &line, 1, true);
  gm_document_join(document);
  printf("%llu words\n", (unsigned long long)gm_document_words(document));
  gm_document_free(document);
  gm_rule_set_free(&rules);
  return 0;
}
