/* OpenCC behind NRM-30. normalize/ alone. */
#ifndef GM_NORMALIZE_CONVERT_H
#define GM_NORMALIZE_CONVERT_H

#include "normalize/pass.h"

void gm_converter_close(gm_converter *converter);

#endif
