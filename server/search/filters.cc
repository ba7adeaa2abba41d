#include "server/search/filters.h"

#include <string>
#include <vector>

#include "index/schema.h"
#include "server/search/date_terms.h"
#include "server/search/where.h"

namespace backfile {
namespace {

using Xapian::Query;

Query label_query(const Field& row, const std::vector<std::string>& values) {
  std::vector<std::string> terms;
  for (const std::string& value : values) terms.push_back(label_term(row, value));
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

Query with_filters(Query query, const SearchRequest& request, const Xapian::Database& database) {
  for (const auto& [name, filter] : request.filters) {
    const Field& row = field(name);
    if (!filter.include.empty()) query = Query(Query::OP_FILTER, query, label_query(row, filter.include));
    if (!filter.exclude.empty()) query = Query(Query::OP_AND_NOT, query, label_query(row, filter.exclude));
  }
  if (!request.from && !request.to) return query;
  const auto first = request.from ? std::optional(request.from->first()) : std::nullopt;
  const auto last = request.to ? std::optional(request.to->last()) : std::nullopt;
  return Query(Query::OP_FILTER, query, date_range_query(database, first, last));
}

bool has_filters(const SearchRequest& request) { return request.from || request.to || !request.filters.empty(); }

}  // namespace backfile
