#include "numeral/numeral.h"

size_t gm_numeral_read(const gm_view *view, size_t at, gm_numeral *out) {
  (void)view;
  (void)at;
  (void)out;
  return 0;
}

size_t gm_numeral_ordinal(const gm_view *view, size_t at, int32_t *value) {
  (void)view;
  (void)at;
  (void)value;
  return 0;
}
