#include "numeral/decimal.h"

gm_decimal gm_decimal_of(int64_t integer) { return (gm_decimal){integer, 0}; }

void gm_decimal_write(gm_decimal a, gm_buffer *out) { gm_buffer_format(out, "%lld", (long long)a.digits); }
