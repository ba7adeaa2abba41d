// Fuzzes the reading of web archives: see items.h.
#include <cstdint>
#include <string>

#include "tests/fuzz/items.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  backfile::require_sound_reading(std::string(reinterpret_cast<const char*>(data), size), "a.warc");
  return 0;
}
