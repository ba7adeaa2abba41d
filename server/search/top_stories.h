// Where no query says what matters: the stories that were told most often.
#pragma once

#include <vector>

#include "server/search/article_set.h"
#include "server/search/database_pool.h"
#include "server/search/match_set.h"

namespace backfile {

// The stories with most articles in the set, at most `most`; of as many articles the newer first. Each is shown by its
// first article in the set; the score is the number of its articles.
std::vector<RankedMatch> most_told(const ArticleSet& set, std::size_t most, const SearchHandle& handle);

}  // namespace backfile
