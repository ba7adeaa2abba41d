// Fuzzes the reading of Markdown: see items.h.
#include <cstdint>
#include <string>

#include "tests/fuzz/items.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  backfile::require_sound_reading(std::string(reinterpret_cast<const char*>(data), size), "a.md");
  return 0;
}
