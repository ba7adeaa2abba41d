#include "server/http/parameters.h"

#include <doctest/doctest.h>

#include <ostream>

#include "server/search/answer.h"

using namespace backfile;

namespace {

constexpr Day kToday{2025, 3, 3};

SearchParameters read(const std::vector<Parameter>& parameters) { return read_search_parameters(parameters, kToday); }

// The parameter that is refused, or nothing where all are taken.
std::string refused(const std::vector<Parameter>& parameters) {
  try {
    read(parameters);
    return "";
  } catch (const InvalidRequest& error) {
    return error.parameter;
  }
}

std::string message(const std::vector<Parameter>& parameters) {
  try {
    read(parameters);
    return "";
  } catch (const InvalidRequest& error) {
    return error.what();
  }
}

const std::vector<std::string> kSingles{"q",      "in",      "op",      "strict",    "pretty",   "from",
                                        "to",     "sort",    "page",    "page_size", "collapse", "fragments",
                                        "fields", "recency", "explain", "cursor",    "facets"};
const std::vector<std::string> kFilters{"publication", "section", "topic", "byline", "language"};

}  // namespace

TEST_CASE("without parameters a search has the defaults of the contract") {
  const SearchParameters defaults = read({});
  const SearchRequest& request = defaults.request;
  CHECK(request.query.empty());
  CHECK(!request.any_word);
  CHECK(!request.in_boilerplate);
  CHECK(!request.from);
  CHECK(!request.to);
  CHECK(request.filters.empty());
  CHECK(!request.sort);
  CHECK(request.collapse_stories);
  CHECK(request.page == 1);
  CHECK(request.page_size == 10);
  CHECK(request.fragments == 3);
  CHECK(request.recency == 0);
  CHECK(!request.explain);
  CHECK(!request.strict);
  CHECK(request.today == kToday);
  CHECK(!defaults.pretty);
  CHECK(defaults.fields.empty());
}

TEST_CASE("every parameter arrives where it belongs") {
  const SearchParameters all = read({{"q", " rare earth "},
                                     {"in", "all"},
                                     {"op", "or"},
                                     {"strict", "1"},
                                     {"pretty", "1"},
                                     {"from", "2024"},
                                     {"to", "2025-03"},
                                     {"sort", "oldest"},
                                     {"page", "3"},
                                     {"page_size", "100"},
                                     {"collapse", "none"},
                                     {"fragments", "0"},
                                     {"recency", "0.25"},
                                     {"explain", "1"},
                                     {"fields", "id,headline"}});
  const SearchRequest& request = all.request;
  CHECK(request.query == " rare earth ");
  CHECK(request.in_boilerplate);
  CHECK(request.any_word);
  CHECK(request.strict);
  CHECK(all.pretty);
  CHECK(*request.from == make_date(2024));
  CHECK(*request.to == make_date(2025, 3));
  CHECK(*request.sort == Sort::oldest);
  CHECK(request.page == 3);
  CHECK(request.page_size == 100);
  CHECK(!request.collapse_stories);
  CHECK(request.fragments == 0);
  CHECK(request.recency == 0.25);
  CHECK(request.explain);
  CHECK(all.fields == std::vector<std::string>{"id", "headline"});
  CHECK(*read({{"sort", "relevance"}}).request.sort == Sort::relevance);
  CHECK(*read({{"sort", "newest"}}).request.sort == Sort::newest);
  CHECK(!read({{"op", "and"}}).request.any_word);
  CHECK(read({{"collapse", "story"}}).request.collapse_stories);
  CHECK(!read({{"strict", "0"}}).request.strict);
}

TEST_CASE("filters repeat, and a minus before the name excludes") {
  const auto filters = read({{"publication", "Reuters"},
                             {"-publication", "The Post"},
                             {"publication", "Harbour Gazette"},
                             {"topic", "trade"},
                             {"-language", "fr"},
                             {"-language", "de"},
                             {"section", "Business"},
                             {"byline", "Li Xiao"}})
                           .request.filters;
  CHECK(filters.size() == 5);
  CHECK(filters.at(FieldName::publication).include == std::vector<std::string>{"Reuters", "Harbour Gazette"});
  CHECK(filters.at(FieldName::publication).exclude == std::vector<std::string>{"The Post"});
  CHECK(filters.at(FieldName::topic).include == std::vector<std::string>{"trade"});
  CHECK(filters.at(FieldName::language).include.empty());
  CHECK(filters.at(FieldName::language).exclude == std::vector<std::string>{"fr", "de"});
  CHECK(filters.at(FieldName::section).include == std::vector<std::string>{"Business"});
  CHECK(filters.at(FieldName::byline).include == std::vector<std::string>{"Li Xiao"});
}

TEST_CASE("a wrong value is an error that names the parameter") {
  const std::vector<Parameter> cases{
      {"q", "caf\xe9"},
      {"q", std::string("a\0b", 3)},
      {"in", ""},
      {"in", "headline"},
      {"op", ""},
      {"op", "AND"},
      {"op", "xor"},
      {"strict", ""},
      {"strict", "2"},
      {"strict", "true"},
      {"pretty", "yes"},
      {"recency", ""},
      {"recency", "1.01"},
      {"recency", "-0.1"},
      {"recency", "nan"},
      {"recency", "0,5"},
      {"recency", "1e-1"},
      {"explain", "true"},
      {"from", ""},
      {"from", "last year"},
      {"from", "2025-13"},
      {"from", "2025-02-30"},
      {"from", "2025-3-1"},
      {"from", "25"},
      {"from", "2025-03-03T10:00:00Z"},
      {"to", "01/02/2024"},
      {"to", " 2025"},
      {"sort", ""},
      {"sort", "date"},
      {"sort", "Newest"},
      {"page", ""},
      {"page", "0"},
      {"page", "-1"},
      {"page", "+1"},
      {"page", "1.5"},
      {"page", "one"},
      {"page", " 1"},
      {"page", "1000001"},
      {"page", "99999999999999999999"},
      {"page_size", "0"},
      {"page_size", "101"},
      {"fragments", "-1"},
      {"fragments", "11"},
      {"fragments", "3x"},
      {"collapse", ""},
      {"collapse", "all"},
      {"publication", ""},
      {"publication", "  "},
      {"-topic", ""},
      {"language", "\xff"},
      {"fields", ""},
      {"fields", "id,"},
      {"fields", "id,title"},
      {"fields", " id"},
  };
  for (const Parameter& given : cases) {
    CAPTURE(given.name);
    CAPTURE(given.value);
    CHECK(refused({given}) == given.name);
  }
}

TEST_CASE("a number beyond its limit names the limit") {
  const auto limit_of = [](const Parameter& given) -> std::string {
    try {
      read({given});
      return "none";
    } catch (const InvalidRequest& error) {
      return error.limit;
    }
  };
  CHECK(limit_of({"page_size", "101"}) == "100");
  CHECK(limit_of({"page_size", "99999999999999999999"}) == "100");
  CHECK(limit_of({"fragments", "11"}) == "10");
  CHECK(limit_of({"page_size", "0"}).empty());
  CHECK(limit_of({"page_size", "10x"}).empty());
}

TEST_CASE("a single parameter given twice is an error that names it, even with the same value") {
  for (const std::string& name : kSingles) {
    const std::string value = name == "q"                      ? "a"
                              : name == "in"                   ? "all"
                              : name == "op"                   ? "or"
                              : name == "sort"                 ? "newest"
                              : name == "collapse"             ? "none"
                              : name == "fields"               ? "id"
                              : name == "facets"               ? "year"
                              : name == "cursor"               ? write_cursor({})
                              : name == "from" || name == "to" ? "2025"
                                                               : "1";
    CAPTURE(name);
    CHECK(refused({{name, value}}).empty());
    CHECK(refused({{name, value}, {"publication", "x"}, {name, value}}) == name);
  }
}

TEST_CASE("an unknown parameter is an error that names it and those there are") {
  for (const std::string name :
       {"query", "Q", "q ", "pagesize", "format", "-q", "--topic", "-headline", "headline", "", "_"}) {
    CAPTURE(name);
    CHECK(!message({{name, "x"}}).empty());
    CHECK(refused({{name, "x"}}) == name);
  }
  const std::string told = message({{"pagesize", "3"}});
  CHECK(told.find("'pagesize'") != std::string::npos);
  for (const auto* names : {&kSingles, &kFilters}) {
    for (const std::string& name : *names) CHECK(told.find(name) != std::string::npos);
  }
}

TEST_CASE("facets are listed by name, each counted once, and an unknown one names those that there are") {
  CHECK(read({{"facets", "month,publication,month"}}).request.facets ==
        std::vector<Facet>{Facet::month, Facet::publication});
  CHECK(message({{"facets", "year,colour"}}) ==
        "There is no facet 'colour'. There are: publication, section, topic, language, byline, year, month.");
  CHECK(refused({{"facets", ""}}) == "facets");
}

TEST_CASE("a seed belongs to a random order, and a cursor says by itself where to go on") {
  const SearchParameters random = read({{"sort", "random"}, {"seed", "4294967295"}});
  CHECK(random.request.sort == Sort::random);
  CHECK(random.seed == 4294967295U);
  CHECK(random.request.seed == 4294967295U);
  CHECK(refused({{"sort", "random"}, {"seed", "4294967296"}}) == "seed");
  CHECK(refused({{"sort", "newest"}, {"seed", "1"}}) == "seed");
  const std::string cursor = write_cursor({7, 8, 9, 10});
  CHECK(read({{"cursor", cursor}}).cursor == Cursor{7, 8, 9, 10});
  CHECK(refused({{"cursor", cursor}, {"page", "2"}}) == "page");
  for (const std::string& wrong : {std::string(), std::string("x"), cursor + "0", cursor.substr(1),
                                   "0000000z" + cursor.substr(8), "00000000" + cursor.substr(8)}) {
    CAPTURE(wrong);
    CHECK(refused({{"cursor", wrong}}) == "cursor");
  }
}

TEST_CASE("a timeline takes up to five queries and the filters of a search, and nothing of its pages") {
  const auto timeline = [](const std::vector<Parameter>& given) { return read_timeline_parameters(given, kToday); };
  const SearchParameters two =
      timeline({{"q", "tug"}, {"q", "quay"}, {"interval", "week"}, {"publication", "x"}, {"from", "2024"}});
  CHECK(two.queries == std::vector<std::string>{"tug", "quay"});
  CHECK(two.interval == Interval::week);
  CHECK(!two.request.collapse_stories);
  CHECK(two.request.filters.size() == 1);
  CHECK(timeline({}).queries == std::vector<std::string>{""});
  CHECK(timeline({{"collapse", "story"}}).request.collapse_stories);
  const auto refused_one = [&](const std::vector<Parameter>& given) -> std::string {
    try {
      timeline(given);
      return "";
    } catch (const InvalidRequest& error) {
      return error.parameter;
    }
  };
  CHECK(refused_one({{"q", "a"}, {"q", "b"}, {"q", "c"}, {"q", "d"}, {"q", "e"}, {"q", "f"}}) == "q");
  CHECK(refused_one({{"interval", "decade"}}) == "interval");
  CHECK(refused_one({{"page", "1"}}) == "page");
  CHECK(refused_one({{"from", "2025"}, {"to", "2024"}}) == "from");
}

TEST_CASE("a period that ends before it begins is an error") {
  CHECK(refused({{"from", "2025"}, {"to", "2024"}}) == "from");
  CHECK(refused({{"from", "2025-03-04"}, {"to", "2025-03-03"}}) == "from");
  CHECK(refused({{"from", "2025-03-31"}, {"to", "2025-03"}}).empty());
  CHECK(refused({{"from", "2025-03"}, {"to", "2025"}}).empty());
  CHECK(refused({{"from", "2025-03-03"}, {"to", "2025-03-03"}}).empty());
}

TEST_CASE("an error quotes what was given, but not at any length") {
  const std::string told = message({{"sort", std::string(59, 'x') + "稀" + std::string(5000, 'y')}});
  CHECK(told == "'sort' must be 'relevance', 'newest', 'oldest' or 'random', not '" + std::string(59, 'x') + "…'.");
}

TEST_CASE("an article takes the query and what belongs to its understanding, and nothing else") {
  const auto read_article = [](const std::vector<Parameter>& given) { return read_article_parameters(given, kToday); };
  const SearchParameters read_ones =
      read_article({{"q", "tug"}, {"op", "or"}, {"in", "all"}, {"strict", "1"}, {"pretty", "1"}});
  CHECK(read_ones.request.query == "tug");
  CHECK(read_ones.pretty);
  for (const char* name : {"page", "sort", "fields", "topic", "from", "cursor"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(read_article({{name, "1"}}), InvalidRequest);
  }
}

TEST_CASE("the status takes `pretty` alone") {
  CHECK(!read_pretty({}));
  CHECK(read_pretty({{"pretty", "1"}}));
  CHECK_THROWS_AS(read_pretty({{"q", "x"}}), InvalidRequest);
  CHECK_THROWS_AS(read_pretty({{"pretty", "2"}}), InvalidRequest);
  CHECK_THROWS_AS(read_pretty({{"pretty", "1"}, {"pretty", "1"}}), InvalidRequest);
}

TEST_CASE("only a query with `last:` depends on the day") {
  for (const char* query : {"last:30d", "tug LAST:30d", "NOT last: 2w"}) {
    CAPTURE(query);
    CHECK(depends_on_today(read({{"q", query}}).request));
  }
  for (const char* query : {"", "last", "at last", "after:2025", "last 30d"}) {
    CAPTURE(query);
    CHECK(!depends_on_today(read({{"q", query}}).request));
  }
}
