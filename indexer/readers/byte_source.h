// Where bytes come from: a file, or another source seen through a decompressor or a converter. One reader at a time.
//
// Faults are values: after read() has given 0, fault() says whether that was the end or the source broke off. What came
// before a fault is sound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rejection.h"

namespace backfile {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // The next bytes, at least one; 0 at the end and at a fault.
  virtual std::size_t read(std::span<char> out) = 0;

  // Behind a fault: goes on at the next place from which sound bytes can come, where the source has such places.
  // Whether it did; then there is no fault any more.
  virtual bool resume() { return false; }

  const std::optional<Rejection>& fault() const { return fault_; }

 protected:
  void break_off(Reason reason, std::string message) { fault_ = Rejection{reason, std::move(message)}; }
  void mend() { fault_.reset(); }

 private:
  std::optional<Rejection> fault_;
};

// A regular file; anything else is `unreadable` at once, without waiting (pipes, devices). What is appended after it
// was opened is not read, so that reading a file that is being written ends.
class FileSource : public ByteSource {
 public:
  // From the byte `begin` on.
  explicit FileSource(const std::filesystem::path& path, std::uint64_t begin = 0);
  std::size_t read(std::span<char> out) override;

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Closer> file_;
  std::uint64_t left_ = 0;  // bytes that it had when it was opened
};

// A source with a buffer before it, for decompressors: bytes are looked at before they are taken.
class BufferedSource {
 public:
  static constexpr std::size_t kBytes = 64 * 1024;

  explicit BufferedSource(std::unique_ptr<ByteSource> source);

  // What stands in the buffer, filled again where it is empty; empty at the end and at a fault.
  std::string_view bytes();
  void take(std::size_t size) {
    begin_ += size;
    taken_ += size;
  }
  std::uint64_t taken() const { return taken_; }  // bytes, from the beginning
  // Puts bytes that were taken back before those that were not.
  void give_back(std::string_view taken);
  // Reads until at least `size` bytes (at most kBytes) stand in the buffer, or the end comes.
  std::string_view at_least(std::size_t size);
  const std::optional<Rejection>& fault() const { return source_->fault(); }

 private:
  void refill();

  std::unique_ptr<ByteSource> source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // bytes not yet taken: [begin_, end_)
  std::size_t end_ = 0;
  bool ended_ = false;
  std::uint64_t taken_ = 0;
};

// Is so much output of so much input a bomb? Text shrinks to a tenth, tables and logs to a hundredth.
constexpr bool expands_too_much(std::uint64_t compressed, std::uint64_t decompressed) {
  return decompressed > (std::uint64_t{256} << 20) && decompressed / 150 > compressed;
}

}  // namespace backfile
