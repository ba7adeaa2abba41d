// The bytes of a file, decompressed where they are gzip or Zstandard; or a text in memory. One layer of compression is
// taken off: what is compressed twice shows its compressed bytes. A web archive by its name (".warc.gz") is opened as
// gzip though its beginning is damaged.
//
// Faults are values: after read() has given 0, fault() says whether that was the end or the stream broke off. What came
// before a fault is sound.
#pragma once

#include "indexer/readers/byte_source.h"

namespace backfile {

class ByteStream {
 public:
  static constexpr std::size_t kHeadBytes = 64 * 1024;

  // From the byte `begin` of the file on: where a member begins, if it is compressed.
  explicit ByteStream(const std::filesystem::path& path, std::uint64_t begin = 0);
  explicit ByteStream(std::unique_ptr<ByteSource> source);
  // A text in memory, as a stream.
  static ByteStream of_text(std::string text);

  // The first kHeadBytes (fewer where there are fewer), without taking them off the stream. Valid until the first
  // read().
  std::string_view head() const { return head_; }

  // The next bytes; 0 at the end and at a fault.
  std::size_t read(std::span<char> out);

  // All that is still to come; nothing where that is more than `most` bytes.
  std::optional<std::string> read_all(std::size_t most);

  // Set once the stream broke off: unreadable or broken_compression.
  const std::optional<Rejection>& fault() const { return fault_; }

  // Behind a fault: goes on at the next gzip member or zstd frame. Whether there was one.
  bool resume();

 private:
  ByteStream() = default;
  void fill_head();
  std::size_t read_behind_head(std::span<char> out);

  std::unique_ptr<ByteSource> source_;
  std::string head_;
  std::size_t head_taken_ = 0;
  std::optional<Rejection> fault_;
};

}  // namespace backfile
