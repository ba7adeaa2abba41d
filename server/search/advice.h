// Advice: what may help a search that found nothing, or less than its writer may expect. Everything offered has been
// searched, with the request's filters: it has hits, and more of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/search/answer.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/query_parser.h"
#include "server/search/request.h"

namespace backfile {

// One for each request. All outlive it; what the deadline leaves no time for is not offered.
class Advice {
 public:
  Advice(const SearchRequest& request, const QueryNode& root, const SearchHandle& handle, const Deadline& deadline)
      : request_(request), root_(root), handle_(handle), deadline_(deadline) {}

  // The query with its misspelt words mended, or words joined or split, where that has more hits than `total`. Words
  // that stand in more than a few articles are taken as meant.
  std::optional<BetterQuery> did_you_mean(std::uint32_t total) const;

  // Of a search without hits: which clauses emptied it, and what has hits instead (`spelling`, where there is any, with
  // it). The clauses are those of the outermost bracket: a clause that no article has, or where there is none, one
  // without which there would be hits.
  NoHits no_hits(const std::optional<BetterQuery>& spelling) const;

 private:
  std::uint32_t count(const QueryNode& root, bool filtered = true) const;
  std::uint32_t count(const std::string& query) const;
  void add_one_clause_less(NoHits& advice) const;
  void add_any_word(NoHits& advice) const;

  const SearchRequest& request_;
  const QueryNode& root_;
  const SearchHandle& handle_;
  const Deadline& deadline_;
};

}  // namespace backfile
