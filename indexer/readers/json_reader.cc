#include "indexer/readers/json_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/json_shapes.h"
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

ReadItem read_record(const nlohmann::json& record, const SourceFile& source, const ReadOptions& options,
                     const JsonDefaults& defaults) {
  try {
    return article_from_json(record, source, options, defaults);
  } catch (const nlohmann::json::exception& fault) {
    return Rejection{Reason::not_json, clean_value(std::string_view(fault.what()).substr(0, 200))};
  }
}

// Hands on the items of a file.
class JsonItems {
 public:
  JsonItems(const SourceFile& source, const ReadOptions& options, const ItemSink& sink, Place first = {})
      : place(std::move(first)), source_(source), options_(options), sink_(sink) {}

  Place place;  // of the next item

  void give(ReadItem&& item, std::string crawled = {}) {
    Place own = place;
    own.crawled = std::move(crawled);
    ++place.number;
    sink_(std::move(item), std::move(own));
  }

  // One value's text, of any encoding, as articles.
  void read(std::string_view bytes) {
    auto parsed = parse_json(to_utf8(bytes, ""));
    if (auto* rejection = std::get_if<Rejection>(&parsed)) return give(std::move(*rejection));
    auto& value = std::get<nlohmann::json>(parsed);
    if (is_bulk_action(value)) {
      action_ = std::move(value.front());
      return;
    }
    const JsonRecords found = records_of(value);
    for (nlohmann::json* record : found.records) {
      if (is_passed_over(*record)) {
        ++passed_over_;
        continue;
      }
      take_action(*record);
      give(read_record(*record, source_, options_, found.defaults), crawled_of_json(*record, options_));
    }
  }

  // What is left to say behind the last item: what was passed over, that the stream broke, or that there was none.
  void finish(const ByteStream& stream) {
    if (passed_over_ > 0) {
      sink_(Note{std::to_string(std::exchange(passed_over_, 0)) +
                 " records are no articles: pictures, films, drafts, withdrawn items"},
            {place.number++, 0, {}});
    }
    if (stream.fault()) {
      sink_(*stream.fault(), place);
    } else if (place.number == 0) {
      sink_(Rejection{Reason::empty, "the file holds no article"}, {0, 0, {}});
    }
  }

 private:
  // A record behind an action of a bulk file has the action's id.
  void take_action(nlohmann::json& record) {
    const nlohmann::json action = std::exchange(action_, nullptr);
    const bool has_id = action.is_object() && action.contains("_id");
    if (has_id && record.is_object() && !record.contains("_id")) record["_id"] = action["_id"];
  }

  const SourceFile& source_;
  const ReadOptions& options_;
  const ItemSink& sink_;
  std::uint64_t passed_over_ = 0;
  nlohmann::json action_;  // of the line before
};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string_view::npos; }

}  // namespace

void read_json_lines(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const ReadPoint from = source.from.value_or(ReadPoint{});
  LineSource lines(stream, most_bytes(options), from.line);
  JsonItems items(source, options, sink, {from.place, 0, {}});
  bool sound = true;
  do {
    for (SourceLine line; lines.next(line);) {
      items.place.line = line.number;
      if (line.too_large) {
        items.give(too_large(options));
      } else if (!is_blank(line.text)) {
        items.read(line.text);
      }
    }
    items.place.line = lines.next_number();
    items.finish(stream);
    sound = sound && !stream.fault();
    if (!sound) ++items.place.number;
  } while (stream.resume());  // files joined by `cat a.gz b.gz`: the lines behind damage are counted on
  if (options.end && sound && lines.ended_whole()) {
    *options.end = {0, Format::json_lines, items.place.number, lines.next_number() - 1};
  }
}

void read_json(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  JsonValueSource values(stream, most_bytes(options));
  JsonItems items(source, options, sink);
  for (JsonValueText value; values.next(value);) {
    if (value.fault == JsonValueFault::none) items.read(value.text);
    if (value.fault == JsonValueFault::too_large) items.give(too_large(options));
    if (value.fault == JsonValueFault::cut_off) {
      items.give(Rejection{Reason::not_json, "the file ends inside of a value"});
    }
  }
  items.finish(stream);
}

}  // namespace backfile
