// What every question to the index begins and ends with: a leased handle, a parsed query, articles that are read.
#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/index_error.h"
#include "server/search/answer.h"
#include "server/search/database_pool.h"
#include "server/search/match_set.h"
#include "server/search/query_parser.h"
#include "server/search/query_warning.h"
#include "server/search/request.h"

namespace backfile {

IndexState state_of(const Generation& generation);

// Runs `work` on a leased handle; what Xapian throws leaves as IndexError, and the handle is not used again.
template <typename Work>
auto with_handle(DatabasePool& pool, Work work) {
  DatabasePool::Lease lease = pool.lease();
  try {
    return work(*lease);
  } catch (const Xapian::Error& error) {
    lease.discard();
    throw IndexError("searching failed: " + error.get_description());
  }
}

// Of the request's own query, or of another one that is asked alike. Throws InvalidRequest where the query is over a
// limit, and with `strict` where it cannot be parsed.
ParsedQuery parsed_query(const SearchRequest& request, const std::string& query);
ParsedQuery parsed_query(const SearchRequest& request);

// Of parsing and of building a query.
std::vector<Warning> as_warnings(const QueryWarnings& parsed, const QueryWarnings& built);

std::vector<Hit> read_hits(std::span<const RankedMatch> page, const SearchHandle& handle);

// Their headlines, without marks or fragments: of hits that no query found.
void show_plainly(std::vector<Hit>& hits);

// By its id: 0, or nothing, where there is no such article.
Xapian::docid docid_of(const SearchHandle& handle, const std::string& id);
std::optional<Article> find_article(const SearchHandle& handle, const std::string& id);

}  // namespace backfile
