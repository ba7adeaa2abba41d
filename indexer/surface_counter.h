// The surface counter: collects, while articles are indexed, how their words with letters beyond ASCII are written
// (index/surface.h), and puts it into the new segment's metadata.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace backfile {

// Memory is bounded: when so many spellings are held, every count is halved and what stood once goes (after the lossy
// counting of Manku and Motwani 2002). What is common stays, and it alone is of interest.
class SurfaceCounter {
 public:
  explicit SurfaceCounter(std::size_t most_spellings = 400'000) : most_(most_spellings) {}

  // `written`: the bytes of one word of an article in `language` (a tag or empty). Words that have no other forms, and
  // those all of ASCII, are passed over.
  void count(std::string_view written, std::string_view language);

  // Of each term whose spellings are not all the term itself. Throws what Xapian throws.
  void write(Xapian::WritableDatabase& database) const;

 private:
  void make_room();

  std::size_t most_;
  std::unordered_map<std::string, std::uint32_t> spellings_;  // as written; behind it, of Turkish, kTurkish
  std::string key_;                                           // working memory
};

}  // namespace backfile
