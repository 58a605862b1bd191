/* The methods an editor may call; doc/protocol.md says what each takes and gives. A method is one row and one
 * function, which answers its call once with gm_answer or gm_fail. */
#ifndef GM_PROTOCOL_METHOD_H
#define GM_PROTOCOL_METHOD_H

#include "protocol/session.h"

/* initialize.c */
void gm_method_initialize(gm_call *call);

/* sync.c */
void gm_method_open(gm_call *call);
void gm_method_append(gm_call *call);
void gm_method_change(gm_call *call);
void gm_method_publish(gm_call *call);
void gm_method_alive(gm_call *call);
void gm_method_close(gm_call *call);
void gm_method_shutdown(gm_call *call);

/* request.c */
void gm_method_outline(gm_call *call);
void gm_method_figures(gm_call *call);
void gm_method_diagnostics(gm_call *call);
void gm_method_normalize(gm_call *call);
void gm_method_count(gm_call *call);
void gm_method_explain(gm_call *call);
void gm_method_info(gm_call *call);

/* filter.c */
void gm_method_filter(gm_call *call);

/* dismiss.c */
void gm_method_dismiss(gm_call *call);
void gm_method_undismiss(gm_call *call);
void gm_method_dismissed(gm_call *call);
void gm_method_reload(gm_call *call);

/* outline_edit.c */
void gm_method_renumber(gm_call *call);
void gm_method_shift(gm_call *call);
void gm_method_move(gm_call *call);
void gm_method_split(gm_call *call);
void gm_method_join(gm_call *call);
void gm_method_rename_figure(gm_call *call);

#endif
