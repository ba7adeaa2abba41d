#include "server/search/copies.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "index/schema.h"
#include "index/stored_fields.h"
#include "index/term.h"

namespace backfile {
namespace {

std::int64_t seconds_of(const Date& date) {
  return date.known() ? date.epoch_seconds() : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

std::vector<Article> articles_of_story(const Article& article, const SearchHandle& handle) {
  std::vector<Article> story;
  const std::string term = prefixed_term(kStoryPrefix, article.story);
  for (auto posting = handle.database.postlist_begin(term);
       posting != handle.database.postlist_end(term) && story.size() < kMostCopies; ++posting) {
    if (handle.generation->is_withdrawn(*posting)) continue;
    story.push_back(decode_article(handle.database.get_document(*posting).get_data()));
  }
  if (story.empty()) story.push_back(article);
  std::ranges::sort(story, {}, [](const Article& one) { return std::tuple(seconds_of(one.published), one.id); });
  return story;
}

}  // namespace backfile
