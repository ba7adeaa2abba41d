// The stories of the archive (syndication/stories.h), by the ids of its articles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/ledger.h"

namespace backfile {

struct StoryOf {
  std::string story;         // the smallest id of its articles
  std::uint32_t copies = 0;  // the others
};

// Of each article of the ledger; empty where it has no id, or nothing is left of it (`rejection`).
std::vector<StoryOf> find_archive_stories(const Ledger& ledger, const std::vector<std::string>& ids);

}  // namespace backfile
