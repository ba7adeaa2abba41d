// Fuzzes the reading of plain text, with the phrases of config/boilerplate.txt: see items.h.
#include <cstdint>
#include <string>

#include "index/embedded.h"
#include "tests/fuzz/items.h"

namespace {

const backfile::BoilerplateList& list() {
  static const backfile::BoilerplateList all = backfile::BoilerplateList::parse(
      backfile::embedded_file(backfile::kConfigFiles, "boilerplate.txt").value_or(""), "boilerplate.txt");
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  backfile::require_sound_reading(std::string(reinterpret_cast<const char*>(data), size), "a.txt", &list());
  return 0;
}
