#include "indexer/readers/reader.h"

#include <algorithm>

#include "indexer/cleaning/published.h"
#include "indexer/cleaning/url_date.h"
#include "indexer/readers/byte_stream.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/charset_name.h"
#include "indexer/readers/format.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/markdown_reader.h"
#include "indexer/readers/stream_reader.h"
#include "indexer/readers/text_reader.h"
#include "indexer/readers/utf8_source.h"
#include "indexer/readers/warc_reader.h"
#include "indexer/readers/xml_reader.h"

namespace backfile {
namespace {

struct FormatReader {
  Format format;
  void (*read)(ByteStream&, const SourceFile&, const ReadOptions&, const ItemSink&);
  bool one_article = false;  // a file is one article: a day in its name is the article's
};

// Every format that is read. Adding one is a file beside json_reader.cc, a way to tell it in format.cc, and a row here.
constexpr FormatReader kReaders[] = {
    {Format::text, read_text, true}, {Format::json, read_json}, {Format::json_lines, read_json_lines},
    {Format::html, read_html, true}, {Format::xml, read_xml},   {Format::markdown, read_markdown, true},
    {Format::warc, read_warc},
};

std::string message_of_unread(Format format) {
  std::string message = "found " + std::string(format_name(format)) + "; read are ";
  std::size_t told = 0;
  for (const FormatReader& reader : kReaders) {
    if (told++ > 0) message += told == std::size(kReaders) ? " and " : ", ";
    message += format_name(reader.format);
  }
  return message + ", also as .gz and .zst";
}

// Text whose brackets and ends of lines do not stand as such in the bytes is converted on the way; whatever else may be
// in a text, its reader tells by more of it.
ByteStream readable(ByteStream stream, Format format, bool whole) {
  if (format != Format::text && format != Format::json && format != Format::json_lines) return stream;
  const std::string charset = tell_charset(stream.head(), whole, "");
  return hides_ascii(charset) ? as_utf8(std::move(stream), charset) : std::move(stream);
}

void take_date_of_file(Article& article, std::int64_t now) {
  take_day(article, date_of_file_name(article.file), PublishedFrom::file_name, now);
  if (!article.published.known()) article.published_from = PublishedFrom::none;
}

bool is_wide(std::string_view head) {
  const std::string charset = tell_charset(head.substr(0, 8), false, "");
  return charset.starts_with("UTF-16") || charset.starts_with("UTF-32");
}

}  // namespace

void read_stream(ByteStream stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  if (is_wide(stream.head())) {
    const std::string charset = tell_charset(stream.head(), false, "");
    return read_stream(as_utf8(std::move(stream), charset), source, options, sink);
  }
  const bool whole = stream.head().size() < ByteStream::kHeadBytes && !stream.fault();
  const Format format = source.from ? source.from->format : tell_format(stream.head(), whole, source.file);
  if (stream.fault() && stream.head().empty() && format != Format::warc) return sink(*stream.fault(), {});
  if (const auto* reader = std::ranges::find(kReaders, format, &FormatReader::format);
      reader != std::ranges::end(kReaders)) {
    ByteStream text = readable(std::move(stream), format, whole);
    if (!reader->one_article) return reader->read(text, source, options, sink);
    return reader->read(text, source, options, [&](ReadItem&& item, Place place) {
      if (auto* article = std::get_if<Article>(&item)) take_date_of_file(*article, options.now);
      sink(std::move(item), std::move(place));
    });
  }
  if (stream.fault()) return sink(*stream.fault(), {});
  if (format == Format::empty) return sink(Rejection{Reason::empty, "the file is empty"}, {});
  sink(Rejection{Reason::format_not_read, message_of_unread(format)}, {});
}

DateOrder order_of_source(const ReadOptions& options, const Article& article) {
  return first_known({order_of_site(article.language, article.url), options.date_order});
}

PageRules page_rules(const ReadOptions& options, const SourceFile& source, const Article& article,
                     bool headline_in_text) {
  static const BoilerplateList kNone;
  PageRules rules{options.boilerplate ? *options.boilerplate : kNone,
                  options.now,
                  headline_in_text,
                  nullptr,
                  options.lines,
                  order_of_source(options, article)};
  if (options.lines) options.lines->clear();
  if (options.learned && !options.learned->empty()) {
    const auto site = options.learned->find(site_of(article.publication, source.folder));
    if (site != options.learned->end()) rules.learned = &site->second;
  }
  return rules;
}

void read_file(const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  read_stream(ByteStream(source.path, source.from ? source.from->bytes : 0), source, options, sink);
}

}  // namespace backfile
