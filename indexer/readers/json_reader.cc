#include "indexer/readers/json_reader.h"

#include <algorithm>
#include <string>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_records.h"
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

ReadItem read_record(const nlohmann::json& record, const SourceFile& source, const ReadOptions& options,
                     const JsonDefaults& defaults) {
  try {
    return article_from_json(record, source, options, defaults);
  } catch (const nlohmann::json::exception& fault) {
    return Rejection{Reason::not_json, clean_value(std::string_view(fault.what()).substr(0, 200))};
  }
}

// One value's text, of any encoding, as articles; `place` is that of the next item.
void read_value(std::string_view bytes, const SourceFile& source, const ReadOptions& options, Place& place,
                const ItemSink& sink) {
  auto give = [&](ReadItem&& item, std::string crawled) {
    Place own = place;
    own.crawled = std::move(crawled);
    ++place.number;
    sink(std::move(item), std::move(own));
  };
  auto parsed = parse_json(to_utf8(bytes, ""));
  if (auto* rejection = std::get_if<Rejection>(&parsed)) return give(std::move(*rejection), {});
  const JsonRecords found = records_of(std::get<nlohmann::json>(parsed));
  for (const nlohmann::json* record : found.records) {
    give(read_record(*record, source, options, found.defaults), crawled_of_json(*record, options));
  }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string_view::npos; }

}  // namespace

void read_json_lines(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const ReadPoint from = source.from.value_or(ReadPoint{});
  LineSource lines(stream, most_bytes(options), from.line);
  Place place{from.place, 0};
  bool sound = true;
  do {
    for (SourceLine line; lines.next(line);) {
      place.line = line.number;
      if (line.too_large) {
        sink(too_large(options), place);
        ++place.number;
      } else if (!is_blank(line.text)) {
        read_value(line.text, source, options, place, sink);
      }
    }
    place.line = lines.next_number();
    report_end(stream, place, sink);
    sound = sound && !stream.fault();
    if (!sound) ++place.number;
  } while (stream.resume());  // files joined by `cat a.gz b.gz`: the lines behind damage are counted on
  if (options.end && sound && lines.ended_whole()) {
    *options.end = {0, Format::json_lines, place.number, lines.next_number() - 1};
  }
}

void read_json(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  JsonValueSource values(stream, most_bytes(options));
  Place place;
  for (JsonValueText value; values.next(value);) {
    if (value.fault == JsonValueFault::none) {
      read_value(value.text, source, options, place, sink);
      continue;
    }
    if (value.fault == JsonValueFault::too_large) sink(too_large(options), place);
    if (value.fault == JsonValueFault::cut_off) {
      sink(Rejection{Reason::not_json, "the file ends inside of a value"}, place);
    }
    ++place.number;
  }
  report_end(stream, place, sink);
}

}  // namespace backfile
