// The fuzz targets without a fuzzer: every input that is kept in tests/fuzz/corpus, and some thousand changes of them,
// the same in each run.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kChanged = 3000;

std::vector<std::string> corpus() {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(BACKFILE_FUZZ_CORPUS)) files.push_back(file.path());
  std::ranges::sort(files);
  std::vector<std::string> inputs;
  for (const auto& file : files) inputs.push_back(backfile::read_file_text(file));
  return inputs;
}

void try_input(const std::string& input) {
  // A copy of its own: reading beyond its end is seen by the address sanitizer.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  CHECK(LLVMFuzzerTestOneInput(bytes.data(), bytes.size()) == 0);
}

// A piece of one input put into another, and a byte changed.
std::string changed(const std::vector<std::string>& inputs, std::mt19937& random) {
  std::string input = inputs[random() % inputs.size()];
  const std::string& other = inputs[random() % inputs.size()];
  const std::size_t from = random() % (other.size() + 1);
  const std::string piece = other.substr(from, random() % 24);
  input.replace(random() % (input.size() + 1), random() % 8, piece);
  if (!input.empty() && random() % 2 == 0) input[random() % input.size()] = static_cast<char>(random() % 256);
  return input;
}

}  // namespace

TEST_CASE("every kept input holds what the fuzz target demands") {
  const std::vector<std::string> inputs = corpus();
  CHECK(inputs.size() >= 5);
  for (const std::string& input : inputs) try_input(input);
}

TEST_CASE("inputs changed by chance hold it too") {
  const std::vector<std::string> inputs = corpus();
  REQUIRE_FALSE(inputs.empty());
  std::mt19937 random(41);
  for (std::size_t i = 0; i < kChanged; ++i) try_input(changed(inputs, random));
}
