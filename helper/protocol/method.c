#include "protocol/method.h"

const gm_method gm_methods[] = {
    {"initialize", gm_method_initialize},
    {"open", gm_method_open},
    {"append", gm_method_append},
    {"change", gm_method_change},
    {"close", gm_method_close},
    {"shutdown", gm_method_shutdown},
    {"outline", gm_method_outline},
    {"filter", gm_method_filter},
    {"figures", gm_method_figures},
    {"diagnostics", gm_method_diagnostics},
    {"normalize", gm_method_normalize},
    {"count", gm_method_count},
    {"explain", gm_method_explain},
    {"info", gm_method_info},
    {"dismiss", gm_method_dismiss},
    {"undismiss", gm_method_undismiss},
    {"dismissed", gm_method_dismissed},
    {"reload", gm_method_reload},
    {"renumber", gm_method_renumber},
    {"shift", gm_method_shift},
    {"move", gm_method_move},
    {"split", gm_method_split},
    {"join", gm_method_join},
    {"rename_figure", gm_method_rename_figure},
};
const size_t gm_method_rows = sizeof gm_methods / sizeof *gm_methods;
