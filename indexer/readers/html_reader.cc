#include "indexer/readers/html_reader.h"

#include <algorithm>

#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/blocks.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/page_charset.h"

namespace backfile {

ReadItem read_html_page(std::string_view page, const PageSource& source, const ReadOptions& options) {
  const HtmlTree tree = HtmlTree::parse(page);
  Article article;
  article.file = source.file;
  article.url = source.url;
  std::string text;
  for (const HtmlBlock& block : blocks_of(tree)) text += paragraph_of(block) + "\n\n";
  const BoilerplateList none;
  read_page_text(text, {options.boilerplate ? *options.boilerplate : none, options.now, true}, article);
  if (article.headline.empty() && article.body.empty()) {
    return Rejection{Reason::empty, "the page has neither a headline nor a body"};
  }
  complete_article(article);
  return article;
}

void read_html(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
  const std::optional<std::string> bytes = stream.read_all(most);
  if (stream.fault()) return sink(*stream.fault(), {0, 0});
  if (!bytes) return sink(Rejection{Reason::too_large, "more than " + std::to_string(most) + " bytes"}, {0, 0});
  sink(read_html_page(to_utf8(*bytes, charset_in_page(*bytes)), {"", source.file}, options), {0, 0});
}

}  // namespace backfile
