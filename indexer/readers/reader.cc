#include "indexer/readers/reader.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/byte_stream.h"
#include "indexer/readers/format.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/text_reader.h"

namespace backfile {
namespace {

struct FormatReader {
  Format format;
  void (*read)(ByteStream&, const SourceFile&, const ReadOptions&, const ItemSink&);
};

// Every format that is read. Adding one is a file beside json_reader.cc, a way to tell it in format.cc, and a row here.
constexpr FormatReader kReaders[] = {
    {Format::text, read_text},
    {Format::json, read_json},
    {Format::json_lines, read_json_lines},
    {Format::html, read_html},
};

std::string message_of_unread(Format format) {
  std::string message = "found " + std::string(format_name(format)) + "; read are ";
  std::size_t told = 0;
  for (const FormatReader& reader : kReaders) {
    if (told++ > 0) message += told == std::size(kReaders) ? " and " : ", ";
    message += format_name(reader.format);
  }
  return message + ", also as .gz";
}

void read_stream(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const bool whole = stream.head().size() < ByteStream::kHeadBytes;
  const Format format = tell_format(stream.head(), whole, source.file);
  const auto* reader = std::ranges::find(kReaders, format, &FormatReader::format);
  if (reader != std::ranges::end(kReaders)) return reader->read(stream, source, options, sink);
  if (stream.fault()) return sink(*stream.fault(), {0, 0});
  if (format == Format::empty) return sink(Rejection{Reason::empty, "the file is empty"}, {0, 0});
  sink(Rejection{Reason::format_not_read, message_of_unread(format)}, {0, 0});
}

// UTF-16 and UTF-32 are decoded as a whole: the readers look for single bytes.
void read_wide_stream(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
  const std::optional<std::string> bytes = stream.read_all(most);
  if (stream.fault()) return sink(*stream.fault(), {0, 0});
  if (!bytes) {
    return sink(Rejection{Reason::too_large, "more than " + std::to_string(most) + " bytes of UTF-16"}, {0, 0});
  }
  ByteStream decoded = ByteStream::of_text(decode_text(*bytes));
  read_stream(decoded, source, options, sink);
}

}  // namespace

void read_file(const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  ByteStream stream(source.path);
  if (is_wide_text(stream.head())) {
    read_wide_stream(stream, source, options, sink);
  } else {
    read_stream(stream, source, options, sink);
  }
}

}  // namespace backfile
