// What is asked of the search: one request with its parameters read and checked. HTTP fills it, searching reads it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "index/date.h"
#include "index/schema.h"

namespace backfile {

enum class Sort : std::uint8_t { relevance, newest, oldest, random };

enum class Facet : std::uint8_t { publication, section, topic, language, byline, year, month };

// One field's filter: any of `include`, none of `exclude`. Values are labels as shown; they are folded.
struct LabelFilter {
  std::vector<std::string> include;
  std::vector<std::string> exclude;
};

struct SearchRequest {
  std::string query;
  bool any_word = false;        // op=or
  bool in_boilerplate = false;  // in=all
  std::optional<Date> from;     // inclusive, as precise as given
  std::optional<Date> to;
  std::map<FieldName, LabelFilter> filters;
  std::optional<Sort> sort;  // none: by relevance, or newest first where the query is empty
  std::uint32_t seed = 0;    // of Sort::random: the same seed, the same order
  bool collapse_stories = true;
  std::uint32_t page = 1;        // from 1
  std::uint32_t page_size = 10;  // 1..100
  std::uint32_t fragments = 3;   // 0..10
  std::vector<Facet> facets;     // to count, in this order
  double recency = 0;            // 0..1: how much newer articles count more
  bool explain = false;          // say why each hit stands where it does
  bool strict = false;           // a query that cannot be parsed is an error
  Day today;                     // for `last:30d`
};

enum class Interval : std::uint8_t { automatic, day, week, month, year };

// A timeline of one to five queries, all narrowed alike.
struct TimelineRequest {
  std::vector<std::string> queries;  // empty: the whole archive
  SearchRequest narrowed;            // its own query is not looked at; collapse_stories: stories are counted
  Interval interval = Interval::automatic;
};

// What is typical of the hits of a search.
struct TermsRequest {
  SearchRequest search;       // its page_size: of the top stories
  bool against_rest = false;  // compared with what the search finds outside of from and to; else with the whole archive
  std::uint32_t size = 20;    // terms, 1..100
};

}  // namespace backfile
