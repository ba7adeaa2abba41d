// Fuzzes the reading of feeds and wires: see items.h.
#include <cstdint>
#include <string>

#include "tests/fuzz/items.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  backfile::require_sound_reading(std::string(reinterpret_cast<const char*>(data), size), "a.xml");
  return 0;
}
