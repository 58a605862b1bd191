#include "protocol_session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char probe[] = "[42,[\"info\"]]\n";
  return fuzz_session(GM_WIRE_JSON, data, size, probe, sizeof probe - 1);
}
