#include "index/withdrawn.h"

#include <cstdint>
#include <limits>
#include <utility>

#include "index/index_error.h"
#include "index/varint.h"

namespace backfile {
namespace {

constexpr unsigned kMostVarintBytes = 5;  // no docid has more

class Numbers {
 public:
  Numbers(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

  Xapian::docid next() {
    const auto value = take_varint(rest_, kMostVarintBytes);
    if (!value || *value > std::numeric_limits<Xapian::docid>::max()) damaged();
    return static_cast<Xapian::docid>(*value);
  }
  void end() const {
    if (!rest_.empty()) damaged();
  }

 private:
  [[noreturn]] void damaged() const { throw IndexError(file_ + " is damaged: run backfile-indexer index --full"); }

  std::string_view rest_;
  const std::string& file_;
};

}  // namespace

std::string write_withdrawn(const std::vector<WithdrawnFlags>& segments) {
  std::string bytes;
  for (const WithdrawnFlags& flags : segments) {
    std::vector<std::size_t> docids;
    for (std::size_t docid = 0; docid < flags.size(); ++docid) {
      if (flags[docid]) docids.push_back(docid);
    }
    append_varint(docids.size(), bytes);
    std::size_t last = 0;
    for (std::size_t docid : docids) append_varint(docid - std::exchange(last, docid), bytes);
  }
  return bytes;
}

std::vector<WithdrawnFlags> read_withdrawn(std::string_view bytes, std::size_t segments, std::uint64_t most,
                                           const std::string& file) {
  Numbers numbers(bytes, file);
  std::vector<WithdrawnFlags> all(segments);
  for (WithdrawnFlags& flags : all) {
    std::uint64_t docid = 0;
    for (Xapian::docid left = numbers.next(); left > 0; --left) {
      docid += numbers.next();
      if (docid > most) throw IndexError(file + " is damaged: run backfile-indexer index --full");
      if (docid >= flags.size()) flags.resize(docid + 1);
      flags[docid] = true;
    }
  }
  numbers.end();
  return all;
}

}  // namespace backfile
