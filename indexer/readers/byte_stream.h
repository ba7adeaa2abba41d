// The bytes of a file, decompressed where they are gzip (RFC 1952; several members count as one stream).
//
// Faults are values: after read() has given 0, fault() says whether that was the end or the stream broke off. What came
// before a fault is sound.
#pragma once

#include <zlib.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/rejection.h"

namespace backfile {

class ByteStream {
 public:
  static constexpr std::size_t kHeadBytes = 64 * 1024;

  explicit ByteStream(const std::filesystem::path& path);
  // A text in memory, as a stream.
  static ByteStream of_text(std::string text);

  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) = delete;

  // The first kHeadBytes (fewer where there are fewer), without taking them off the stream. Valid until the first
  // read().
  std::string_view head() const { return head_; }

  // The next bytes; 0 at the end and at a fault.
  std::size_t read(std::span<char> out);

  // All that is still to come; nothing where that is more than `most` bytes.
  std::optional<std::string> read_all(std::size_t most);

  // Set once the stream broke off: unreadable or broken_compression.
  const std::optional<Rejection>& fault() const { return fault_; }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct InflateEnd {
    void operator()(z_stream* stream) const {
      inflateEnd(stream);
      delete stream;
    }
  };

  ByteStream() = default;
  void open(const std::filesystem::path& path);
  void fill_head();
  void fill_raw();
  std::size_t read_behind_head(std::span<char> out);
  std::size_t inflate_some(std::span<char> out);
  bool begin_next_member();
  void break_off(Reason reason, std::string message);

  std::unique_ptr<std::FILE, Closer> file_;
  std::unique_ptr<z_stream, InflateEnd> inflater_;  // set: the file is gzip
  std::unique_ptr<std::array<char, kHeadBytes>> raw_;
  std::size_t raw_begin_ = 0;  // bytes of raw_ not yet used: [raw_begin_, raw_end_)
  std::size_t raw_end_ = 0;
  bool raw_ended_ = true;
  bool member_ended_ = false;  // the last gzip member is complete
  std::string head_;
  std::size_t head_taken_ = 0;
  std::optional<Rejection> fault_;
};

}  // namespace backfile
