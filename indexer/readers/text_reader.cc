#include "indexer/readers/text_reader.h"

#include <algorithm>
#include <string>

#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset.h"

namespace backfile {
namespace {

ReadItem read_item(ByteStream& stream, const SourceFile& source, const ReadOptions& options) {
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
  const std::optional<std::string> bytes = stream.read_all(most);
  if (stream.fault()) return *stream.fault();
  if (!bytes) return Rejection{Reason::too_large, "more than " + std::to_string(most) + " bytes"};
  const std::string text = repair_text(to_utf8(*bytes, ""));
  if (static_cast<std::size_t>(std::ranges::count(text, '\n')) > kMostLines) {
    return Rejection{Reason::too_large, "more than " + std::to_string(kMostLines) + " lines"};
  }
  Article article;
  article.file = source.file;
  read_page_text(text, page_rules(options, source, article, true), article);
  if (article.headline.empty() && article.body.empty()) {
    return Rejection{Reason::empty, "the text has neither a headline nor a body"};
  }
  complete_article(article, options.now);
  return article;
}

}  // namespace

void read_text(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  sink(read_item(stream, source, options), {0, 0});
}

}  // namespace backfile
