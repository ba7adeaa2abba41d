#include "index/withdrawn.h"

#include <doctest/doctest.h>

#include "index/index_error.h"

using namespace backfile;

namespace {

WithdrawnFlags flags_of(std::initializer_list<std::size_t> docids) {
  WithdrawnFlags flags;
  for (std::size_t docid : docids) {
    if (docid >= flags.size()) flags.resize(docid + 1);
    flags[docid] = true;
  }
  return flags;
}

}  // namespace

TEST_CASE("withdrawn docids are read as they were written") {
  const std::vector<WithdrawnFlags> segments{flags_of({1, 2, 130, 70000}), {}, flags_of({5})};
  CHECK(read_withdrawn(write_withdrawn(segments), 3, 70000, "withdrawn") == segments);
}

TEST_CASE("withdrawn docids that are cut, too many or too large are an error that names the file") {
  const std::string bytes = write_withdrawn({flags_of({1, 300}), flags_of({7})});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(read_withdrawn(bytes.substr(0, size), 2, 1000, "f"), IndexError);
  }
  CHECK_THROWS_AS(read_withdrawn(bytes + '\1', 2, 1000, "f"), IndexError);
  CHECK_THROWS_WITH_AS(read_withdrawn(bytes, 2, 299, "f"), "f is damaged: run backfile-indexer index --full",
                       IndexError);
}

TEST_CASE("docids beyond the flags are not withdrawn") {
  CHECK(is_set(flags_of({3}), 3));
  CHECK_FALSE(is_set(flags_of({3}), 4));
  CHECK_FALSE(is_set({}, 1));
}
