#include "server/http/parameters.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include "server/http/answer_json.h"
#include "server/http/choice_names.h"
#include "server/http/facet_name.h"
#include "server/http/parameter_values.h"
#include "server/search/answer.h"

namespace backfile {
namespace {

// Far beyond what anybody pages through, and small enough that page times page size is a count of articles.
constexpr std::uint32_t kMaxPage = 1'000'000;
constexpr std::uint32_t kMaxPageSize = 100;
constexpr std::uint32_t kMaxFragments = 10;
constexpr std::uint32_t kMaxSeed = 0xFFFFFFFF;
constexpr std::size_t kMostQueries = 5;  // of a timeline

// Who takes a parameter: one bit for each kind of question.
using Takers = unsigned;
constexpr Takers kSearch = 1;
constexpr Takers kText = 2;  // what a query is and what it marks: parse, article
constexpr Takers kTimeline = 4;
constexpr Takers kTerms = 8;
constexpr Takers kFiles = 16;                                        // exports and feeds (own_parameters.h)
constexpr Takers kNarrowed = kSearch | kTimeline | kTerms | kFiles;  // all that is narrowed by filters
constexpr Takers kAll = kNarrowed | kText;

struct Rule {
  std::string_view name;
  bool repeats;  // may be given several times
  Takers takers;
  void (*read)(const Parameter& given, SearchParameters& into);
};

double fraction(const Parameter& given) {
  double value = -1;
  const char* const end = given.value.data() + given.value.size();
  const auto [rest, error] = std::from_chars(given.value.data(), end, value, std::chars_format::fixed);
  if (error != std::errc{} || rest != end || !(value >= 0 && value <= 1)) wrong(given, "a number from 0 to 1");
  return value;
}

Date date(const Parameter& given) {
  auto date = parse_iso_date(given.value);
  if (!date || date->precision == Precision::second) wrong(given, "a date like 2025, 2025-03 or 2025-03-31");
  return *std::move(date);
}

void read_sort(const Parameter& given, SearchParameters& into) {
  const auto sort = choice_of(kSortNames, given.value);
  if (!sort) wrong(given, "'relevance', 'newest', 'oldest' or 'random'");
  into.request.sort = *sort;
}

void read_interval(const Parameter& given, SearchParameters& into) {
  const auto interval = choice_of(kIntervalNames, given.value);
  if (!interval) wrong(given, "'auto', 'day', 'week', 'month' or 'year'");
  into.interval = *interval;
}

// publication=x and -publication=x; the name is that of a field of the schema.
void read_filter(const Parameter& given, SearchParameters& into) {
  const bool excludes = given.name.starts_with('-');
  const auto field = field_from_name(std::string_view(given.name).substr(excludes ? 1 : 0));
  if (given.value.find_first_not_of(' ') == std::string::npos) {
    throw InvalidRequest(given.name, shown(given.name) + " is empty.");
  }
  LabelFilter& filter = into.request.filters[*field];
  (excludes ? filter.exclude : filter.include).push_back(given.value);
}

void read_fields(const Parameter& given, SearchParameters& into) {
  const auto known = hit_members();
  for_each_name(given.value, [&](std::string_view name) {
    if (std::ranges::find(known, name) == known.end()) {
      throw InvalidRequest("fields", "A hit has no member " + shown(name) + ".");
    }
    into.fields.emplace_back(name);
  });
}

void read_facets(const Parameter& given, SearchParameters& into) {
  for_each_name(given.value, [&](std::string_view name) {
    const auto facet = facet_from_name(name);
    if (!facet) {
      std::string known;
      for (const std::string_view one : facet_names()) known.append(known.empty() ? "" : ", ").append(one);
      throw InvalidRequest("facets", "There is no facet " + shown(name) + ". There are: " + known + ".");
    }
    auto& facets = into.request.facets;
    if (std::ranges::find(facets, *facet) == facets.end()) facets.push_back(*facet);
  });
}

void read_cursor(const Parameter& given, SearchParameters& into) {
  into.cursor = parse_cursor(given.value);
  if (!into.cursor) {
    throw InvalidRequest("cursor", "'cursor' is not one that a search answer gave: begin without it.");
  }
}

using To = SearchParameters;
using Given = Parameter;

constexpr Rule kRules[] = {
    {"q", false, kAll & ~kTimeline, [](const Given& given, To& to) { to.request.query = given.value; }},
    {"q", true, kTimeline, [](const Given& given, To& to) { to.queries.push_back(given.value); }},
    {"in", false, kAll,
     [](const Given& given, To& to) {
       if (given.value != "all") wrong(given, "'all'");
       to.request.in_boilerplate = true;
     }},
    {"op", false, kAll, [](const Given& given, To& to) { to.request.any_word = second_of(given, "and", "or"); }},
    {"strict", false, kAll, [](const Given& given, To& to) { to.request.strict = second_of(given, "0", "1"); }},
    {"pretty", false, kAll & ~kFiles, [](const Given& given, To& to) { to.pretty = second_of(given, "0", "1"); }},
    {"from", false, kNarrowed, [](const Given& given, To& to) { to.request.from = date(given); }},
    {"to", false, kNarrowed, [](const Given& given, To& to) { to.request.to = date(given); }},
    {"publication", true, kNarrowed, read_filter},
    {"section", true, kNarrowed, read_filter},
    {"topic", true, kNarrowed, read_filter},
    {"byline", true, kNarrowed, read_filter},
    {"language", true, kNarrowed, read_filter},
    {"-publication", true, kNarrowed, read_filter},
    {"-section", true, kNarrowed, read_filter},
    {"-topic", true, kNarrowed, read_filter},
    {"-byline", true, kNarrowed, read_filter},
    {"-language", true, kNarrowed, read_filter},
    {"collapse", false, kNarrowed,
     [](const Given& given, To& to) { to.request.collapse_stories = second_of(given, "none", "story"); }},
    {"sort", false, kSearch, read_sort},
    {"seed", false, kSearch,
     [](const Given& given, To& to) { to.request.seed = to.seed.emplace(number(given, 0, kMaxSeed)); }},
    {"page", false, kSearch, [](const Given& given, To& to) { to.request.page = number(given, 1, kMaxPage); }},
    {"page_size", false, kSearch,
     [](const Given& given, To& to) { to.request.page_size = number(given, 1, kMaxPageSize); }},
    {"cursor", false, kSearch, read_cursor},
    {"fragments", false, kSearch,
     [](const Given& given, To& to) { to.request.fragments = number(given, 0, kMaxFragments); }},
    {"fields", false, kSearch, read_fields},
    {"facets", false, kSearch, read_facets},
    {"recency", false, kSearch, [](const Given& given, To& to) { to.request.recency = fraction(given); }},
    {"explain", false, kSearch, [](const Given& given, To& to) { to.request.explain = second_of(given, "0", "1"); }},
    {"interval", false, kTimeline, read_interval},
    {"against", false, kTerms,
     [](const Given& given, To& to) { to.against_rest = second_of(given, "archive", "rest"); }},
    {"size", false, kTerms, [](const Given& given, To& to) { to.terms = number(given, 1, kMaxPageSize); }},
};

const Rule& rule_for(const Parameter& given, Takers taker) {
  for (const Rule& rule : kRules) {
    if (rule.name == given.name && (rule.takers & taker) != 0) return rule;
  }
  std::string known;
  for (const Rule& rule : kRules) {
    if ((rule.takers & taker) != 0) known.append(known.empty() ? "" : ", ").append(rule.name);
  }
  throw InvalidRequest(given.name, "There is no parameter " + shown(given.name) + " here. There are: " + known + ".");
}

SearchParameters read(const std::vector<Parameter>& parameters, Day today, Takers taker) {
  SearchParameters into;
  into.request.today = today;
  into.request.collapse_stories = taker != kTimeline;
  std::set<std::string> seen;
  for (const Parameter& given : parameters) {
    const Rule& rule = rule_for(given, taker);
    if (!seen.insert(given.name).second && !rule.repeats) {
      throw InvalidRequest(given.name, shown(given.name) + " is given more than once.");
    }
    if (!is_text(given.value)) throw InvalidRequest(given.name, shown(given.name) + " is not valid UTF-8 text.");
    rule.read(given, into);
  }
  const SearchRequest& request = into.request;
  if (request.from && request.to && request.from->first() > request.to->last()) {
    throw InvalidRequest("from", "'from' (" + request.from->iso + ") is later than 'to' (" + request.to->iso + ").");
  }
  return into;
}

bool is_given(const std::vector<Parameter>& parameters, std::string_view name) {
  return std::ranges::find(parameters, name, &Parameter::name) != parameters.end();
}

}  // namespace

SearchParameters read_search_parameters(const std::vector<Parameter>& parameters, Day today) {
  SearchParameters read_ones = read(parameters, today, kSearch);
  if (read_ones.seed && read_ones.request.sort != Sort::random) {
    throw InvalidRequest("seed", "'seed' belongs to 'sort=random'.");
  }
  if (read_ones.cursor && is_given(parameters, "page")) {
    throw InvalidRequest("page", "'page' and 'cursor' both say where to go on: give one of them.");
  }
  return read_ones;
}

SearchParameters read_article_parameters(const std::vector<Parameter>& parameters, Day today) {
  return read(parameters, today, kText);
}

SearchParameters read_timeline_parameters(const std::vector<Parameter>& parameters, Day today) {
  SearchParameters read_ones = read(parameters, today, kTimeline);
  if (read_ones.queries.size() > kMostQueries) {
    const std::string most = std::to_string(kMostQueries);
    throw InvalidRequest("q", "There are more than " + most + " queries in one timeline.", most);
  }
  if (read_ones.queries.empty()) read_ones.queries.emplace_back();
  return read_ones;
}

SearchParameters read_terms_parameters(const std::vector<Parameter>& parameters, Day today) {
  return read(parameters, today, kTerms);
}

std::vector<std::string_view> narrowing_parameters() {
  std::vector<std::string_view> names;
  for (const Rule& rule : kRules) {
    if ((rule.takers & kFiles) != 0) names.push_back(rule.name);
  }
  return names;
}

bool read_pretty(const std::vector<Parameter>& parameters) {
  for (const Parameter& given : parameters) {
    if (given.name != "pretty") {
      throw InvalidRequest(given.name, "There is no parameter " + shown(given.name) + " here, only 'pretty'.");
    }
  }
  return read(parameters, Day{}, kText).pretty;
}

bool depends_on_today(const SearchRequest& request) {
  constexpr std::string_view kRelative = "last:";
  const auto same = [](char query, char lower) {
    return (query >= 'A' && query <= 'Z' ? query | 0x20 : query) == lower;
  };
  const std::string& query = request.query;
  return std::search(query.begin(), query.end(), kRelative.begin(), kRelative.end(), same) != query.end();
}

}  // namespace backfile
