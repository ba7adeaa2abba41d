#include "indexer/readers/byte_stream.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <zstd.h>

#include <fstream>
#include <string>

#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

constexpr std::size_t kMost = 64u << 20;

std::string zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// What comes out, and "!reason" where the stream broke off.
std::string told(std::string_view content) {
  const TemporaryFolder folder;
  ByteStream stream(folder.write("a", content));
  std::string text;
  char piece[7];
  for (std::size_t got = stream.read(piece); got > 0; got = stream.read(piece)) text.append(piece, got);
  return stream.fault() ? text + "!" + std::string(reason_name(stream.fault()->reason)) : text;
}

std::string words(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i) text += std::to_string(i * 7919) + " ";
  return text;
}

}  // namespace

TEST_CASE("gzip and zstd are decompressed, several members and frames as one stream") {
  const std::string skippable = std::string("\x50\x2A\x4D\x18\x03\0\0\0abc", 11);
  CHECK(told("plain") == "plain");
  CHECK(told(gzip("one ") + gzip("two")) == "one two");
  CHECK(told(gzip("one ") + std::string(512, '\0') + gzip("two") + std::string(3, '\0')) == "one two");
  CHECK(told(zstd("one ") + zstd("two")) == "one two");
  CHECK(told(skippable + zstd("one ") + skippable + zstd("two")) == "one two");
  CHECK(told(zstd("")) == "");
  const std::string large = words(700'000);
  CHECK(told(zstd(large)) == large);
  CHECK(told(gzip(large)) == large);
}

TEST_CASE("compressed data that is cut off or damaged gives what is sound, and says so") {
  const std::string text = words(200'000);
  for (const std::string& whole : {gzip(text), zstd(text)}) {
    const std::string cut = told(whole.substr(0, whole.size() / 2));
    CHECK(cut.ends_with("!broken_compression"));
    CHECK(text.starts_with(cut.substr(0, cut.find('!'))));
    std::string damaged = whole;
    for (std::size_t i = 20; i < 80; ++i) damaged[i] = '\x55';
    CHECK(told(damaged).ends_with("!broken_compression"));
  }
  CHECK(told(zstd("one ") + "rubbish") == "one !broken_compression");
}

TEST_CASE("what is compressed twice is opened once") {
  const std::string inner = gzip("deep");
  CHECK(told(gzip(inner)) == inner);
  CHECK(told(zstd(inner)) == inner);
}

TEST_CASE("what expands as no text does is a bomb") {
  const std::string zeros(512u << 20, '\0');
  for (const std::string& bomb : {gzip(zeros), zstd(zeros)}) {
    const TemporaryFolder folder;
    ByteStream stream(folder.write("bomb", bomb));
    std::vector<char> piece(1u << 20);
    std::size_t given = 0;
    for (std::size_t got = stream.read(piece); got > 0; got = stream.read(piece)) given += got;
    REQUIRE(stream.fault());
    CHECK(stream.fault()->message.find("150-fold") != std::string::npos);
    CHECK(given < 300u << 20);
    CHECK_FALSE(stream.resume());
  }
}

TEST_CASE("behind a damaged gzip member or zstd frame the next one is read when asked for") {
  for (auto compressed :
       {+[](std::string_view text) { return gzip(text); }, +[](std::string_view text) { return zstd(text); }}) {
    const TemporaryFolder folder;
    std::string damaged = compressed(words(90'000));
    for (std::size_t i = 20; i < 80; ++i) damaged[i] = '\x55';
    ByteStream stream(folder.write("a", compressed("one ") + damaged + compressed("two")));
    stream.read_all(kMost);
    REQUIRE(stream.fault());
    REQUIRE(stream.resume());
    CHECK(stream.read_all(kMost).value_or("too much") == "two");
    CHECK_FALSE(stream.fault());
    CHECK_FALSE(stream.resume());
  }
}

TEST_CASE("damaged gzip data that runs on into the next member costs only its own") {
  const std::string first = gzip(words(110'000));
  const std::string rest = words(90'000) + "two";
  std::vector<char> piece(20);  // so that a member takes many calls
  for (std::size_t zeros = 8; zeros < 400; zeros += 7) {
    const TemporaryFolder folder;
    std::string damaged = first;
    std::fill(damaged.end() - static_cast<std::ptrdiff_t>(zeros), damaged.end(), '\0');
    ByteStream stream(folder.write("a.gz", damaged + gzip(words(90'000)) + gzip("two")));
    while (stream.read(piece) > 0) {
    }
    CAPTURE(zeros);
    REQUIRE(stream.fault());
    REQUIRE(stream.resume());
    CHECK((stream.read_all(kMost).value_or("too much") == rest));
  }
}

TEST_CASE("a pipe is refused without waiting for a writer") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const ByteStream stream(path);
  REQUIRE(stream.fault());
  CHECK(stream.fault()->reason == Reason::unreadable);
  CHECK(ByteStream("/dev/zero").fault());
}

TEST_CASE("a file that shrinks while it is read ends early") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.txt", words(500'000));
  ByteStream stream(path);
  std::filesystem::resize_file(path, 1000);
  const auto all = stream.read_all(kMost);
  REQUIRE(all);
  CHECK(all->size() < 200'000);
  CHECK_FALSE(stream.fault());
}

TEST_CASE("a file that grows while it is read ends where it ended when it was opened") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.txt", words(500'000));
  const auto size = std::filesystem::file_size(path);
  ByteStream stream(path);
  std::vector<char> piece(1000);
  std::uint64_t given = 0;
  for (std::size_t got = stream.read(piece); got > 0 && given < 3 * size; got = stream.read(piece)) {
    given += got;
    std::ofstream(path, std::ios::app) << std::string(2000, 'x');
  }
  CHECK(given == size);
  CHECK_FALSE(stream.fault());
}
