#include "server/http/parameters.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include "server/http/answer_json.h"
#include "server/http/parameter_values.h"
#include "server/search/answer.h"

namespace backfile {
namespace {

// Far beyond what anybody pages through, and small enough that page times page size is a count of articles.
constexpr std::uint32_t kMaxPage = 1'000'000;
constexpr std::uint32_t kMaxPageSize = 100;
constexpr std::uint32_t kMaxFragments = 10;

struct Rule {
  std::string_view name;
  bool repeats;     // may be given several times
  bool of_article;  // the article resource takes it too
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
  if (given.value == "relevance") {
    into.request.sort = Sort::relevance;
  } else if (given.value == "newest") {
    into.request.sort = Sort::newest;
  } else if (given.value == "oldest") {
    into.request.sort = Sort::oldest;
  } else if (given.value == "random") {
    throw InvalidRequest("sort", "'sort=random' is not built yet.");
  } else {
    wrong(given, "'relevance', 'newest' or 'oldest'");
  }
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
  for (std::string_view rest = given.value;;) {
    const std::string_view name = rest.substr(0, rest.find(','));
    if (std::ranges::find(known, name) == known.end()) {
      throw InvalidRequest("fields", "A hit has no member " + shown(name) + ".");
    }
    into.fields.emplace_back(name);
    if (name.size() == rest.size()) return;
    rest.remove_prefix(name.size() + 1);
  }
}

void not_built(const Parameter& given, SearchParameters&) {
  throw InvalidRequest(given.name, shown(given.name) + " is not built yet.");
}

using To = SearchParameters;
using Given = Parameter;

constexpr Rule kRules[] = {
    {"q", false, true, [](const Given& given, To& to) { to.request.query = given.value; }},
    {"in", false, true,
     [](const Given& given, To& to) {
       if (given.value != "all") wrong(given, "'all'");
       to.request.in_boilerplate = true;
     }},
    {"op", false, true, [](const Given& given, To& to) { to.request.any_word = second_of(given, "and", "or"); }},
    {"strict", false, true, [](const Given& given, To& to) { to.request.strict = second_of(given, "0", "1"); }},
    {"pretty", false, true, [](const Given& given, To& to) { to.pretty = second_of(given, "0", "1"); }},
    {"from", false, false, [](const Given& given, To& to) { to.request.from = date(given); }},
    {"to", false, false, [](const Given& given, To& to) { to.request.to = date(given); }},
    {"publication", true, false, read_filter},
    {"section", true, false, read_filter},
    {"topic", true, false, read_filter},
    {"byline", true, false, read_filter},
    {"language", true, false, read_filter},
    {"-publication", true, false, read_filter},
    {"-section", true, false, read_filter},
    {"-topic", true, false, read_filter},
    {"-byline", true, false, read_filter},
    {"-language", true, false, read_filter},
    {"sort", false, false, read_sort},
    {"page", false, false, [](const Given& given, To& to) { to.request.page = number(given, 1, kMaxPage); }},
    {"page_size", false, false,
     [](const Given& given, To& to) { to.request.page_size = number(given, 1, kMaxPageSize); }},
    {"collapse", false, false,
     [](const Given& given, To& to) { to.request.collapse_stories = second_of(given, "none", "story"); }},
    {"fragments", false, false,
     [](const Given& given, To& to) { to.request.fragments = number(given, 0, kMaxFragments); }},
    {"fields", false, false, read_fields},
    {"cursor", false, false, not_built},
    {"facets", false, false, not_built},
    {"recency", false, false, [](const Given& given, To& to) { to.request.recency = fraction(given); }},
    {"explain", false, false, [](const Given& given, To& to) { to.request.explain = second_of(given, "0", "1"); }},
    {"seed", false, false, not_built},
};

const Rule& rule_for(const Parameter& given, bool of_article) {
  for (const Rule& rule : kRules) {
    if (rule.name == given.name && (rule.of_article || !of_article)) return rule;
  }
  std::string known;
  for (const Rule& rule : kRules) {
    if ((rule.of_article || !of_article) && rule.read != not_built)
      known.append(known.empty() ? "" : ", ").append(rule.name);
  }
  throw InvalidRequest(given.name, "There is no parameter " + shown(given.name) + " here. There are: " + known + ".");
}

SearchParameters read(const std::vector<Parameter>& parameters, Day today, bool of_article) {
  SearchParameters into;
  into.request.today = today;
  std::set<std::string> seen;
  for (const Parameter& given : parameters) {
    const Rule& rule = rule_for(given, of_article);
    if (!seen.insert(given.name).second && !rule.repeats) {
      throw InvalidRequest(given.name, shown(given.name) + " is given more than once.");
    }
    if (!is_text(given.value)) throw InvalidRequest(given.name, shown(given.name) + " is not valid UTF-8 text.");
    rule.read(given, into);
  }
  return into;
}

}  // namespace

SearchParameters read_search_parameters(const std::vector<Parameter>& parameters, Day today) {
  SearchParameters read_ones = read(parameters, today, false);
  const SearchRequest& request = read_ones.request;
  if (request.from && request.to && request.from->first() > request.to->last()) {
    throw InvalidRequest("from", "'from' (" + request.from->iso + ") is later than 'to' (" + request.to->iso + ").");
  }
  return read_ones;
}

SearchParameters read_article_parameters(const std::vector<Parameter>& parameters, Day today) {
  return read(parameters, today, true);
}

bool read_pretty(const std::vector<Parameter>& parameters) {
  for (const Parameter& given : parameters) {
    if (given.name != "pretty") {
      throw InvalidRequest(given.name, "There is no parameter " + shown(given.name) + " here, only 'pretty'.");
    }
  }
  return read(parameters, Day{}, true).pretty;
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
