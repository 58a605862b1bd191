#include "protocol_session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char probe[] = "\x94\x00\x2a\xa4info\x90";
  return fuzz_session(GM_WIRE_MSGPACK, data, size, probe, sizeof probe - 1);
}
