// A text of one character set, converted piece by piece to valid UTF-8. What is broken becomes U+FFFD.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace backfile {

class CharsetDecoder {
 public:
  // `charset` as from charset_of_name(); an unknown one is Windows-1252.
  explicit CharsetDecoder(const std::string& charset);

  // Appends what the piece says; characters may be cut between pieces. `last`: nothing follows.
  void decode(std::string_view piece, bool last, std::string& utf8);

 private:
  struct Closer {
    void operator()(UConverter* converter) const;
  };
  std::unique_ptr<UConverter, Closer> from_;
  std::unique_ptr<UConverter, Closer> to_;
  std::vector<char16_t> pivot_;
  char16_t* pivot_source_;
  char16_t* pivot_target_;
};

}  // namespace backfile
