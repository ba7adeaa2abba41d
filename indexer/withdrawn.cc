#include "indexer/withdrawn.h"

#include <sstream>

#include "index/article_id.h"
#include "index/settings.h"
#include "index/url_identity.h"
#include "indexer/cleaning/text_repair.h"

namespace backfile {

WithdrawnIds parse_withdrawn(std::string_view text, std::string_view name) {
  WithdrawnIds ids;
  std::istringstream lines{std::string(text)};
  std::size_t number = 0;
  for (std::string raw; std::getline(lines, raw);) {
    ++number;
    Article article;
    article.url = clean_value(raw.substr(0, raw.find(" #")));
    if (article.url.empty() || article.url[0] == '#') continue;
    if (is_article_id(article.url)) {
      ids.insert(article.url);
    } else if (article.url.starts_with("http") && article.url.find("://") != std::string::npos &&
               !url_identity(article.url).empty()) {
      ids.insert(make_article_id(article, "", 0));
    } else {
      throw SettingsError(std::string(name) + ":" + std::to_string(number) + ": '" + article.url +
                          "' is neither an article's id (16 letters and digits) nor an address (http://…)");
    }
  }
  return ids;
}

}  // namespace backfile
