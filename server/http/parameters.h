// Query parameters, read and checked: a request to the search, and how its answer is to look.
//
// Whatever is wrong throws InvalidRequest naming the parameter: an unknown one, a single one given twice, a value that
// is none. Nothing is guessed and nothing passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/cursor.h"
#include "server/http/http_message.h"
#include "server/search/request.h"

namespace backfile {

struct SearchParameters {
  SearchRequest request;
  std::optional<std::uint32_t> seed;  // as given; request.seed too
  std::optional<Cursor> cursor;
  std::vector<std::string> queries;  // of a timeline: one to five
  Interval interval = Interval::automatic;
  bool against_rest = false;  // of the two of terms
  std::uint32_t terms = 20;
  std::vector<std::string> fields;  // members of a hit that are wanted; empty: all
  bool pretty = false;
};

// All parameters of a search.
SearchParameters read_search_parameters(const std::vector<Parameter>& parameters, Day today);

// Those of an article: the query and what belongs to its understanding, and `pretty`.
SearchParameters read_article_parameters(const std::vector<Parameter>& parameters, Day today);

// Those of a timeline: `q` up to five times (none is the whole archive), filters, `interval`. It counts articles unless
// `collapse` says otherwise.
SearchParameters read_timeline_parameters(const std::vector<Parameter>& parameters, Day today);

// Those of typical terms: a query, filters, `against`, `size`.
SearchParameters read_terms_parameters(const std::vector<Parameter>& parameters, Day today);

// The names of those that narrow a search: what exports and feeds take too, beside what is their own.
std::vector<std::string_view> narrowing_parameters();

// `pretty` alone: what every JSON resource takes.
bool read_pretty(const std::vector<Parameter>& parameters);

// Whether the answer depends on the day it is given (`last:30d`).
bool depends_on_today(const SearchRequest& request);

}  // namespace backfile
