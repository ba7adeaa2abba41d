// The records of a web archive: WARC 0.17 to 1.1 (ISO 28500) and its forerunner ARC 1.
//
//   WARC/1.0 CRLF                        ARC: http://example.org/ 192.0.2.1 20250128101500 text/html 1234 LF
//   WARC-Type: response CRLF
//   WARC-Target-URI: … CRLF
//   Content-Length: 1234 CRLF CRLF
//   (1234 bytes)  CRLF CRLF              (1234 bytes) LF
//
// A record that is cut off or says a wrong length costs only itself: reading goes on at the next line that begins a
// record, and in gzip data that is damaged at the next member. Bounded by the limit of a record and a few buffers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/warc/header_fields.h"

namespace backfile {

struct WarcRecord {
  std::uint64_t offset = 0;  // where it begins in the decompressed bytes
  std::string type;          // "response", "resource", "revisit" …, in small letters
  std::string uri;           // what was fetched; empty where the record does not say
  std::string date;          // ISO 8601; empty: unknown
  std::string content_type;
  std::string block;
  std::optional<Rejection> fault;  // too_large or broken_record; then the block is empty
};

class WarcSource {
 public:
  // `stream` is not owned; `before` bytes came before it. `most`: bytes of a block that is kept.
  WarcSource(ByteStream& stream, std::size_t most, std::uint64_t before = 0)
      : stream_(stream), most_(most), taken_(before) {}

  // False at the end, and where the stream breaks off for good: see ByteStream::fault().
  bool next(WarcRecord& record);

  // Bytes so far, decompressed; and whether they were WARC, not ARC.
  std::uint64_t taken() const { return taken_; }
  bool is_warc() const { return !arc_; }

 private:
  std::string_view unread() const { return std::string_view(buffer_).substr(at_); }
  bool fill(std::size_t size);
  void take(std::size_t size);
  void take_line();
  std::string skip_blank();
  bool read_head(WarcRecord& record);
  bool read_warc_head(WarcRecord& record);
  bool read_arc_head(WarcRecord& record);
  void read_block(WarcRecord& record);
  bool at_record();
  bool seek_record();
  void break_record(WarcRecord& record, std::string why);

  ByteStream& stream_;
  std::size_t most_;
  std::string buffer_;
  std::size_t at_ = 0;        // bytes of buffer_ already used
  std::uint64_t taken_;       // all bytes used
  std::uint64_t length_ = 0;  // of the record's block
  bool arc_ = false;
  bool torn_ = false;  // the stream was damaged, and goes on behind the damage
};

}  // namespace backfile
