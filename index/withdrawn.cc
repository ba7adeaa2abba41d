#include "index/withdrawn.h"

#include <cstdint>
#include <limits>
#include <utility>

#include "index/index_error.h"

namespace backfile {
namespace {

void add_number(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

class Numbers {
 public:
  Numbers(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

  Xapian::docid next() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_[0]);
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80 && value <= std::numeric_limits<Xapian::docid>::max()) return static_cast<Xapian::docid>(value);
    }
    damaged();
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
    add_number(bytes, docids.size());
    std::size_t last = 0;
    for (std::size_t docid : docids) add_number(bytes, docid - std::exchange(last, docid));
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
