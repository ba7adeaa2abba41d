// The copies of an article: the same story in other articles.
#pragma once

#include <vector>

#include "index/article.h"
#include "server/search/database_pool.h"

namespace backfile {

// All articles of this one's story, itself too, those first that appeared first; undated ones come last, and of the
// same date the smaller id first. At most kMostCopies of them.
inline constexpr std::size_t kMostCopies = 1000;
std::vector<Article> articles_of_story(const Article& article, const SearchHandle& handle);

}  // namespace backfile
