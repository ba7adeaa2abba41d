#include "indexer/readers/warc_reader.h"

#include <algorithm>
#include <map>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/format.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/page_charset.h"
#include "indexer/readers/stream_reader.h"
#include "indexer/readers/warc/http_message.h"
#include "indexer/readers/warc/warc_record.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestAddressTold = 300;
constexpr std::size_t kMostKindsTold = 12;

// What was fetched, out of whatever wrapped it.
struct Fetched {
  std::string content_type;
  std::string bytes;
};

// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type) {
  std::string type = small_letters(content_type.substr(0, content_type.find(';')));
  std::erase_if(type, [](char c) { return c == ' ' || c == '\t'; });
  return type;
}

bool says_nothing(std::string_view type) {
  return type.empty() || type == "application/octet-stream" || type == "unknown" || type == "no-type" || type == "unk";
}

// The last part of an address, as a file's name.
std::string name_of(std::string_view uri) {
  uri = uri.substr(0, uri.find_first_of("?#"));
  return std::string(uri.substr(uri.find_last_of('/') + 1));
}

class WarcReader {
 public:
  WarcReader(const SourceFile& source, const ReadOptions& options, const ItemSink& sink)
      : source_(source),
        options_(options),
        sink_(sink),
        most_(static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText))) {}

  void read(ByteStream& stream) {
    const ReadPoint from = source_.from.value_or(ReadPoint{});
    number_ = from.place;
    WarcSource records(stream, most_, from.line);
    bool whole = true;
    for (WarcRecord record; records.next(record); whole = !record.fault) take(record);
    if (stream.fault()) give(*stream.fault(), {});
    if (options_.end && whole && !stream.fault() && records.is_warc()) {
      *options_.end = {0, Format::warc, number_, records.taken()};
    }
    if (!passed_over_.empty()) give(Note{message_of_passed_over()}, {});
    if (number_ > 0) return;
    give(Rejection{Reason::empty,
                   "the web archive holds no page: " + std::to_string(others_) + " records of other kinds"},
         {});
  }

 private:
  void take(const WarcRecord& record) {
    if (record.fault) return reject(record, *record.fault);
    if (record.type == "revisit") return pass_over("revisit");
    if (record.type != "response" && record.type != "resource") {
      ++others_;
      return;
    }
    if (!record.uri.starts_with("http")) return pass_over("not of the web");
    std::optional<Fetched> fetched = fetched_by(record);
    if (fetched) read_fetched(record, std::move(*fetched));
  }

  std::optional<Fetched> fetched_by(const WarcRecord& record) {
    const auto answer = read_http_answer(record.block);
    if (!answer) {
      if (record.type == "resource") return Fetched{record.content_type, record.block};
      pass_over("no answer of HTTP");
      return std::nullopt;
    }
    if (answer->status < 200 || answer->status > 299) {
      pass_over("status " + std::to_string(answer->status));
      return std::nullopt;
    }
    auto body = decompressed(answer->chunked ? without_chunks(answer->body) : std::string(answer->body),
                             answer->encoding, most_);
    if (body) return Fetched{answer->content_type, std::move(*body)};
    reject(record, {Reason::broken_compression,
                    "the body is not " + answer->encoding + ", or larger than " + std::to_string(most_) + " bytes"});
    return std::nullopt;
  }

  void read_fetched(const WarcRecord& record, Fetched fetched) {
    const std::string type = media_type(fetched.content_type);
    const std::string name = name_of(record.uri);
    const Format format = tell_format(fetched.bytes, true, name);
    if (format == Format::empty) return pass_over("empty");
    const bool is_page =
        type == "text/html" || type == "application/xhtml+xml" || (says_nothing(type) && format == Format::html);
    if (is_page && format != Format::pdf && format != Format::image) return read_page(record, fetched);
    const bool is_text = type.ends_with("xml") || type.ends_with("json") || type == "text/plain" || says_nothing(type);
    const bool is_read = format == Format::xml || format == Format::json || format == Format::json_lines ||
                         (type == "text/plain" && (format == Format::text || format == Format::markdown));
    if (!is_text || !is_read || name == "robots.txt" || name == "ads.txt")
      return pass_over(type.empty() ? "unknown" : type);
    read_other(record, std::move(fetched.bytes), name, type);
  }

  void read_page(const WarcRecord& record, const Fetched& fetched) {
    std::string_view charset = charset_in_content_type(fetched.content_type);
    if (charset.empty()) charset = charset_in_page(fetched.bytes);
    ReadItem item =
        read_html_page(to_utf8(fetched.bytes, charset), {record.uri, source_.file, source_.folder}, options_);
    if (const auto* rejection = std::get_if<Rejection>(&item)) return reject(record, *rejection);
    give(std::move(item), record.date);
  }

  // A feed or a record is worth the articles in it; what else it may be is none of the archive's faults.
  void read_other(const WarcRecord& record, std::string bytes, const std::string& name, const std::string& type) {
    bool any = false;
    auto take_item = [&](ReadItem&& item, const Place& place) {
      auto* article = std::get_if<Article>(&item);
      if (!article || article->body.empty() || !article->headline_is_given()) return;
      any = true;
      article->file = source_.file;
      if (article->url.empty()) article->url = record.uri;
      give(std::move(item), place.crawled.empty() ? record.date : place.crawled);
    };
    read_stream(ByteStream::of_text(std::move(bytes)), {source_.path, name, source_.folder}, options_, take_item);
    if (!any) pass_over(type + " without an article");
  }

  void pass_over(const std::string& kind) {
    const bool known = passed_over_.contains(kind) || passed_over_.size() < kMostKindsTold;
    ++passed_over_[known ? clean_value(kind).substr(0, 60) : "other"];
  }

  void reject(const WarcRecord& record, const Rejection& rejection) {
    const std::string where =
        "record at byte " + std::to_string(record.offset) +
        (record.uri.empty() ? "" : " (" + clean_value(record.uri.substr(0, kLongestAddressTold)) + ")");
    give(Rejection{rejection.reason, where + ": " + rejection.message}, record.date);
  }

  void give(ReadItem&& item, const std::string& crawled) {
    Place place;
    place.number = number_++;
    place.crawled = crawled;
    sink_(std::move(item), std::move(place));
  }

  std::string message_of_passed_over() const {
    std::string message = "records that are no pages: ";
    for (const auto& [kind, count] : passed_over_) {
      message += (message.ends_with(": ") ? "" : ", ") + std::to_string(count) + " " + kind;
    }
    return message;
  }

  const SourceFile& source_;
  const ReadOptions& options_;
  const ItemSink& sink_;
  std::size_t most_;
  std::uint64_t number_ = 0;
  std::uint64_t others_ = 0;  // records about records
  std::map<std::string, std::uint64_t> passed_over_;
};

}  // namespace

void read_warc(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  WarcReader(source, options, sink).read(stream);
}

}  // namespace backfile
