// Random order: a seeded sample. The order depends on the seed and the articles themselves, so that the same seed gives
// the same sample tomorrow, with what is new strewn in.
#pragma once

#include <cstdint>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace backfile {

// The articles [first, first + count) of the set in that order. `collapse_stories`: of each story one of its articles
// in the set.
std::vector<std::uint32_t> random_page(const ArticleSet& set, const Columns& columns, std::uint32_t seed,
                                       bool collapse_stories, std::uint64_t first, std::uint32_t count);

}  // namespace backfile
