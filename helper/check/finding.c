#include "check/finding.h"

void gm_findings_clear(gm_findings *findings) {
  findings->list.count = findings->related.count = findings->text.count = 0;
  gm_edits_clear(&findings->fixes);
}

void gm_findings_free(gm_findings *findings) {
  gm_array_free(&findings->list);
  gm_array_free(&findings->related);
  gm_array_free(&findings->text);
  gm_edits_free(&findings->fixes);
}

void gm_findings_append(gm_findings *to, const gm_findings *from, uint32_t line) {
  uint32_t text = (uint32_t)to->text.count, related = (uint32_t)to->related.count;
  uint32_t fix = (uint32_t)to->fixes.list.count;
  for (size_t i = 0; i < from->list.count; i++) {
    gm_finding *f = gm_push(&to->list);
    *f = from->list.items[i];
    f->start.line += line;
    f->end.line += line;
    f->message += text;
    f->suggestion += text;
    f->related += related;
    f->fix += fix;
  }
  for (size_t i = 0; i < from->related.count; i++) {
    gm_related *r = gm_push(&to->related);
    *r = from->related.items[i];
    r->start.line += line;
    r->end.line += line;
    r->message += text;
  }
  for (size_t i = 0; i < from->fixes.list.count; i++) {
    const gm_edit *e = &from->fixes.list.items[i];
    gm_edits_add(&to->fixes, (gm_position){e->start.line + line, e->start.byte},
                 (gm_position){e->end.line + line, e->end.byte}, (gm_text){from->fixes.text.items + e->text, e->len},
                 e->rule);
  }
  gm_buffer_add(&to->text, from->text.items, from->text.count);
}
