/* Runs a fuzz target over the files named: its corpus as a plain test, where no fuzzer is at hand. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_BYTES_MAX (1 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv) {
  uint8_t *bytes = malloc(FILE_BYTES_MAX);
  if (!bytes) return 2;
  int runs = 0;
  for (int i = 1; i < argc; i++) {
    FILE *file = fopen(argv[i], "rb");
    if (!file) {
      fprintf(stderr, "cannot read %s\n", argv[i]);
      return 2;
    }
    size_t size = fread(bytes, 1, FILE_BYTES_MAX, file);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size);
    runs++;
  }
  free(bytes);
  printf("%d files\n", runs);
  return runs ? 0 : 1;
}
