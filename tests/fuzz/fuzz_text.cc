// Fuzzes the reading of plain text, with the phrases of config/boilerplate.txt: see items.h.
#include <cstdint>
#include <string>

#include "tests/fuzz/items.h"
#include "tests/support/page_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  backfile::require_sound_reading(std::string(reinterpret_cast<const char*>(data), size), "a.txt",
                                  &backfile::default_boilerplate());
  return 0;
}
