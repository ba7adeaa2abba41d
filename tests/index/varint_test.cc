#include "index/varint.h"

#include <doctest/doctest.h>

#include <limits>

using namespace backfile;

TEST_CASE("varints are read as they were written, one behind another") {
  const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1u << 31, std::numeric_limits<std::uint64_t>::max()};
  std::string bytes;
  for (std::uint64_t number : numbers) append_varint(number, bytes);
  CHECK(bytes.substr(0, 3) == std::string("\x00\x01\x7F", 3));
  std::string_view rest = bytes;
  for (std::uint64_t number : numbers) CHECK(take_varint(rest) == number);
  CHECK(rest.empty());
}

TEST_CASE("a varint that is cut off or too long is none") {
  std::string bytes;
  append_varint(1u << 31, bytes);  // five bytes
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    std::string_view cut = std::string_view(bytes).substr(0, size);
    CHECK_FALSE(take_varint(cut));
  }
  std::string_view rest = bytes;
  CHECK_FALSE(take_varint(rest, 4));
  rest = bytes;
  CHECK(take_varint(rest, 5) == 1u << 31);
}
