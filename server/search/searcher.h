// The searcher: requests to answers, on whatever generation is current. Safe for any number of threads.
#pragma once

#include <optional>
#include <string>

#include "server/search/answer.h"
#include "server/search/request.h"

namespace backfile {

class DatabasePool;

class Searcher {
 public:
  // `pool` outlives the searcher.
  explicit Searcher(DatabasePool& pool) : pool_(pool) {}

  // Throws InvalidRequest, NoIndex where no generation is loaded, IndexError where it cannot be read.
  SearchAnswer search(const SearchRequest& request) const;

  // One article; with a query (as in a search) its matches are marked. Nothing where there is no such article.
  std::optional<ArticleAnswer> article(const std::string& id, const SearchRequest& request) const;

  // Nothing where no generation is loaded.
  std::optional<IndexState> index_state() const;

 private:
  DatabasePool& pool_;
};

}  // namespace backfile
