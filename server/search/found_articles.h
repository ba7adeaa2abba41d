// Every article that a search finds, to be read one after another, however many they are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/search/answer.h"

namespace backfile {

struct FoundArticles {
  std::string parsed;  // the query as understood
  std::vector<Warning> warnings;
  std::uint32_t total = 0;  // articles that `next` gives
  bool partial = false;     // the time was over: there are more
  std::string unknown_id;   // of the ids that were asked for, the first that no article has; empty: none
  IndexState index;

  // The next article; nothing after the last. Throws IndexError. Of one thread at a time. Until it goes, it holds the
  // generation, and 4 bytes for each article.
  std::function<std::optional<Article>()> next;
};

}  // namespace backfile
