#include "indexer/readers/json_reader.h"

#include <algorithm>
#include <string>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_value_source.h"
#include "indexer/readers/line_source.h"

namespace backfile {
namespace {

std::size_t most_bytes(const ReadOptions& options) {
  return static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
}

Rejection too_large(const ReadOptions& options) {
  return {Reason::too_large, "more than " + std::to_string(most_bytes(options)) + " bytes"};
}

// What is left to say behind the last item: the stream broke, or there was none.
void report_end(const ByteStream& stream, Place place, const ItemSink& sink) {
  if (stream.fault()) {
    sink(*stream.fault(), place);
  } else if (place.number == 0) {
    sink(Rejection{Reason::empty, "the file holds no article"}, {0, 0});
  }
}

// One value's text, of any encoding, as an article.
ReadItem read_value(std::string_view bytes, const SourceFile& source, const ReadOptions& options) {
  try {
    auto parsed = parse_json(to_utf8(bytes, ""));
    if (auto* rejection = std::get_if<Rejection>(&parsed)) return std::move(*rejection);
    return article_from_json(std::get<nlohmann::json>(parsed), source, options);
  } catch (const nlohmann::json::exception& fault) {
    return Rejection{Reason::not_json, clean_value(std::string_view(fault.what()).substr(0, 200))};
  }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string_view::npos; }

}  // namespace

void read_json_lines(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  LineSource lines(stream, most_bytes(options));
  std::uint64_t number = 0;
  for (SourceLine line; lines.next(line);) {
    if (line.too_large) {
      sink(too_large(options), {number++, line.number});
    } else if (!is_blank(line.text)) {
      sink(read_value(line.text, source, options), {number++, line.number});
    }
  }
  report_end(stream, {number, lines.next_number()}, sink);
}

void read_json(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  JsonValueSource values(stream, most_bytes(options));
  std::uint64_t number = 0;
  for (JsonValueText value; values.next(value);) {
    switch (value.fault) {
      case JsonValueFault::none:
        sink(read_value(value.text, source, options), {number, 0});
        break;
      case JsonValueFault::too_large:
        sink(too_large(options), {number, 0});
        break;
      case JsonValueFault::cut_off:
        sink(Rejection{Reason::not_json, "the file ends inside of a value"}, {number, 0});
        break;
    }
    ++number;
  }
  report_end(stream, {number, 0}, sink);
}

}  // namespace backfile
