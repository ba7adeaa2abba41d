#include "indexer/readers/warc/warc_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "indexer/cleaning/text_repair.h"

namespace backfile {
namespace {

constexpr std::size_t kMostHeadBytes = 256 * 1024;
constexpr std::size_t kPiece = 64 * 1024;
constexpr std::uint64_t kMissingBytes = 4;  // ends of lines that some writers count and do not write
constexpr std::size_t kLookAhead = 128;     // bytes that tell whether a record begins

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool begins_warc(std::string_view text) {
  return text.starts_with("WARC/") && text.size() > 5 && text[5] >= '0' && text[5] <= '9';
}

struct ArcLine {
  std::string_view uri, date, content_type;
  std::uint64_t length = 0;
};

// "URL IP date type length"; URLs may hold spaces, so the fields are counted from behind.
std::optional<ArcLine> arc_line_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::array<std::string_view, 4> fields;  // length, type, date, IP
  for (std::string_view& field : fields) {
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) return std::nullopt;
    field = line.substr(space + 1);
    line = line.substr(0, space);
  }
  const auto length = number_of(fields[0]);
  if (!length || fields[2].size() != 14 || !number_of(fields[2]) || line.find(':') == std::string_view::npos) {
    return std::nullopt;
  }
  return ArcLine{line, fields[2], fields[1], *length};
}

// 20250128101500 as 2025-01-28T10:15:00Z.
std::string iso_of_arc_date(std::string_view date) {
  std::string iso;
  for (std::size_t i = 0; i < 14; ++i) {
    if (i == 4 || i == 6) iso += '-';
    if (i == 8) iso += 'T';
    if (i == 10 || i == 12) iso += ':';
    iso += date[i];
  }
  return iso + 'Z';
}

std::string_view without_angles(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return uri;
}

}  // namespace

// Makes `size` unread bytes stand in the buffer; false where there are fewer. What stands before damage is used up
// before the stream goes on behind it, so that the two never become one line.
bool WarcSource::fill(std::size_t size) {
  while (buffer_.size() - at_ < size) {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + kPiece);
    const std::size_t got = stream_.read({buffer_.data() + had, kPiece});
    buffer_.resize(had + got);
    if (got > 0) continue;
    if (had == 0 && stream_.fault() && stream_.resume()) torn_ = true;
    return false;
  }
  return true;
}

void WarcSource::take(std::size_t size) {
  at_ += size;
  taken_ += size;
}

std::string WarcSource::skip_blank() {
  std::string skipped;
  while (fill(1) && (buffer_[at_] == '\r' || buffer_[at_] == '\n')) {
    skipped += buffer_[at_];
    take(1);
  }
  return skipped;
}

bool WarcSource::at_record() {
  fill(kLookAhead);
  const std::string_view text = unread();
  if (begins_warc(text)) return true;
  if (!arc_) return false;
  for (std::size_t want = kLookAhead; text.substr(0, want).find('\n') == std::string_view::npos; want *= 2) {
    if (want > kMostHeadBytes || !fill(want)) break;
  }
  return arc_line_of(unread().substr(0, unread().find('\n'))).has_value();
}

// To the next line that begins a record.
bool WarcSource::seek_record() {
  while (true) {
    if (!fill(1)) {
      if (!torn_) return false;
      torn_ = false;
      continue;
    }
    if (at_record()) return true;
    take_line();
  }
}

// What stands in the buffer of the line.
void WarcSource::take_line() {
  const std::size_t newline = unread().find('\n');
  take(newline == std::string_view::npos ? unread().size() : newline + 1);
}

void WarcSource::break_record(WarcRecord& record, std::string why) {
  record.block.clear();
  record.fault = Rejection{Reason::broken_record, std::move(why)};
}

bool WarcSource::read_warc_head(WarcRecord& record) {
  std::size_t end = end_of_fields(unread());
  for (std::size_t want = 4096; end == std::string_view::npos && want <= kMostHeadBytes; want *= 2) {
    const bool more = fill(want);
    end = end_of_fields(unread());
    if (!more) break;
  }
  if (end == std::string_view::npos) return false;
  // A head that breaks off: the next record begins inside of it.
  if (const std::size_t next = unread().substr(0, end).find("\nWARC/1."); next != std::string_view::npos) {
    take(next + 1);
    return false;
  }
  const HeaderFields fields(unread().substr(0, end));
  record.type = small_letters(fields.value("WARC-Type"));
  record.uri = clean_value(without_angles(fields.value("WARC-Target-URI")));
  record.date = fields.value("WARC-Date");
  record.content_type = fields.value("Content-Type");
  const auto length = number_of(fields.value("Content-Length"));
  take(end);
  length_ = length.value_or(0);
  return length.has_value();
}

bool WarcSource::read_arc_head(WarcRecord& record) {
  std::size_t end = unread().find('\n');
  if (end == std::string_view::npos) return false;
  const auto line = arc_line_of(unread().substr(0, end));
  if (!line) return false;
  record.uri = clean_value(line->uri);
  record.date = iso_of_arc_date(line->date);
  record.content_type = line->content_type;
  record.type = line->uri.starts_with("filedesc://") ? "warcinfo" : "response";
  length_ = line->length;
  take(end + 1);
  return true;
}

bool WarcSource::read_head(WarcRecord& record) {
  return begins_warc(unread()) ? read_warc_head(record) : read_arc_head(record);
}

void WarcSource::read_block(WarcRecord& record) {
  const bool keep = length_ <= most_;
  std::uint64_t left = length_;
  while (left > 0) {
    if (!fill(1)) {
      if (left <= kMissingBytes && !torn_) break;
      record.fault =
          Rejection{Reason::broken_record, torn_ ? "the compressed data is damaged" : "the file ends inside of it"};
      return;
    }
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(left, unread().size()));
    if (keep) record.block += unread().substr(0, size);
    take(size);
    left -= size;
  }
  if (!keep) record.fault = Rejection{Reason::too_large, "more than " + std::to_string(most_) + " bytes"};
}

bool WarcSource::next(WarcRecord& record) {
  record = WarcRecord();
  skip_blank();
  if (!torn_ && !fill(1) && !torn_) return false;
  record.offset = taken_;
  if (std::exchange(torn_, false)) {
    break_record(record, "the compressed data is damaged here");
    seek_record();
    return true;
  }
  arc_ = arc_ || (taken_ < kPiece && unread().starts_with("filedesc://"));
  if (!at_record() || !read_head(record)) {
    break_record(record, "no record begins here, or its head cannot be read");
    if (taken_ == record.offset) take_line();
    seek_record();
    return true;
  }
  read_block(record);
  if (!record.fault) {
    const std::string skipped = skip_blank();
    if (unread().empty() || at_record()) return true;
    record.block += skipped;
    record.fault = Rejection{Reason::broken_record, "its length is not what it says"};
  }
  if (record.fault->reason != Reason::broken_record) return true;
  // Where the next record stands inside of the block, the length was too large.
  const std::size_t inside = torn_ ? std::string::npos : record.block.find("\nWARC/1.");
  if (inside != std::string::npos) {
    buffer_.replace(0, at_, record.block.substr(inside + 1));
    taken_ -= record.block.size() - inside - 1;
    at_ = 0;
  }
  record.block.clear();
  torn_ = false;
  seek_record();
  return true;
}

}  // namespace backfile
