#include "indexer/readers/markdown_reader.h"

#include <md4c-html.h>

#include <algorithm>
#include <string>

#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/json_article.h"

namespace backfile {
namespace {

std::string html_of(std::string_view markdown) {
  std::string html;
  auto append = [](const char* text, unsigned size, void* out) { static_cast<std::string*>(out)->append(text, size); };
  md_html(markdown.data(), static_cast<unsigned>(markdown.size()), append, &html, MD_DIALECT_GITHUB, 0);
  return html;
}

// Takes the heading that the text begins with out of `html`; empty where there is none.
std::string take_heading(std::string& html) {
  constexpr std::string_view kOpen = "<h1>";
  constexpr std::string_view kClose = "</h1>";
  const std::size_t end = html.find(kClose);
  if (!html.starts_with(kOpen) || end == std::string::npos) return {};
  std::string heading = clean_value(plain_line(html.substr(kOpen.size(), end - kOpen.size())));
  html.erase(0, end + kClose.size());
  return heading;
}

bool says(const nlohmann::json& fields, const char* key) {
  const auto found = fields.find(key);
  return found != fields.end() && found->is_string() && !clean_value(found->get<std::string>()).empty();
}

}  // namespace

ReadItem article_from_markdown(std::string_view utf8, const SourceFile& source, const ReadOptions& options) {
  const FrontMatter front = read_front_matter(utf8);
  nlohmann::json record = front.fields;
  std::string html = html_of(utf8.substr(front.end));
  const bool has_title = says(record, "title") || says(record, "headline");
  std::string rest = html;
  const std::string heading = take_heading(rest);
  if (!has_title && !heading.empty()) {
    record["headline"] = heading;
    record["headline_from"] = headline_from_name(HeadlineFrom::text);
    html = std::move(rest);
  }
  // As a text of HTML whatever is in it.
  record["body"] = "<div>" + html + "</div>";
  return article_from_json(record, source, options);
}

void read_markdown(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
  const std::optional<std::string> bytes = stream.read_all(most);
  if (stream.fault()) return sink(*stream.fault(), {});
  if (!bytes) return sink(Rejection{Reason::too_large, "more than " + std::to_string(most) + " bytes"}, {});
  const std::string text = to_utf8(*bytes, "");
  if (static_cast<std::size_t>(std::ranges::count(text, '\n')) > kMostLines) {
    return sink(Rejection{Reason::too_large, "more than " + std::to_string(kMostLines) + " lines"}, {});
  }
  sink(article_from_markdown(text, source, options), {});
}

}  // namespace backfile
