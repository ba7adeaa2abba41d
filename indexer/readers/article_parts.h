// What a record of any format says of an article, and the article it makes: the one place where metadata are cleaned,
// so that a headline, a byline and a date are the same whatever they came in. (JSON has its own, json_article.h: there
// names must be found out first.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

namespace backfile {

// Valid UTF-8, as written; empty where the record does not say.
struct ArticleParts {
  std::string identifier;
  std::string url;
  std::string headline;
  std::vector<std::string> credits;  // "By Ann Lee and Bo Chan"
  std::string dateline;
  std::vector<std::string> published;  // the most telling first
  std::string publication;
  std::string section;
  std::vector<std::string> topics;
  std::string language;
  std::vector<std::string> summary;  // lines
  std::vector<std::string> body;     // paragraphs
};

// Rejects what has neither a headline nor a body (empty).
ReadItem make_article(const ArticleParts& parts, const SourceFile& source, const ReadOptions& options);

// A short text that may be HTML, as plain text: "<b>Tugs</b> &amp; tides", and entities escaped twice.
std::string plain_line(std::string_view text);

// `address` against the address it stands at; as it is where it cannot be told.
std::string resolve_url(const std::string& address, const std::string& base);

}  // namespace backfile
