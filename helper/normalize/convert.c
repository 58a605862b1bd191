#include "normalize/pass.h"

void gm_pass_convert(gm_pass_context *context) { (void)context; }
void gm_pass_spacing(gm_pass_context *context) { (void)context; }
void gm_pass_indent(gm_pass_context *context) { (void)context; }
