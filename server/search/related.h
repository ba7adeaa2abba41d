// Related articles: more like this one.
#pragma once

#include <cstdint>
#include <vector>

#include "index/article.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"

namespace backfile {

// At most so many are found.
inline constexpr std::uint32_t kMostRelated = 50;

// One article of each other story that has the most telling words of this one (telling_terms.h), the most alike first:
// an OR of them, weighted, whose score is a share of what the article itself would have. Those below kLeastLike of that
// are thought to have some words in common by chance. What the deadline leaves no time for is not found.
inline constexpr double kLeastLike = 0.25;
std::vector<RankedMatch> related_articles(const Article& article, const SearchHandle& handle, const Deadline& deadline);

}  // namespace backfile
