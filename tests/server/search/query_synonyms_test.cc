#include "server/search/query_synonyms.h"

#include <doctest/doctest.h>

#include "server/search/query_print.h"
#include "tests/server/search/query_shown.h"

using namespace backfile;

namespace {

const char* const kList =
    "Baiyun Obo = Bayan Obo = Bayanobo\n"
    "Peking = Beijing\n"
    "rare earth = 稀土\n"
    "Burma = Myanmar = Union of Burma\n"
    "UAE = United Arab Emirates\n"
    "科技创新 = innovation\n";

QueryNode widened(std::string_view query, QueryWarnings& warnings, bool any_word = false, const char* list = kList) {
  return with_synonyms(parsed_query(query, any_word).root, Synonyms::parse(list, "list"), warnings);
}

std::string shown_widened(std::string_view query, bool any_word = false) {
  QueryWarnings warnings;
  const std::string text = shown(widened(query, warnings, any_word));
  CHECK(warnings.empty());
  return text;
}

// Names of what would be marked, of the whole tree.
void collect_surfaces(const QueryNode& node, std::vector<std::string>& surfaces) {
  if (node.kind == QueryKind::word || node.kind == QueryKind::phrase || node.kind == QueryKind::near) {
    surfaces.push_back(node.surface);
    return;
  }
  for (const QueryNode& child : node.children) collect_surfaces(child, surfaces);
}

std::vector<std::string> surfaces(std::string_view query) {
  QueryWarnings warnings;
  std::vector<std::string> found;
  collect_surfaces(widened(query, warnings), found);
  return found;
}

using Surfaces = std::vector<std::string>;

}  // namespace

TEST_CASE("a word or neighbouring words that are a name get its other names beside them") {
  CHECK(shown_widened("peking") == "names(peking beijing)");
  CHECK(shown_widened("Peking duck") == "all(names(peking beijing) duck)");
  CHECK(shown_widened("baiyun obo") == "names(all(baiyun obo) phrase(=bayan =obo) bayanobo)");
  CHECK(shown_widened("mine Baiyun Obo ore") == "all(mine names(all(baiyun obo) phrase(=bayan =obo) bayanobo) ore)");
  CHECK(shown_widened("bayanobo") == "names(bayanobo phrase(=baiyun =obo) phrase(=bayan =obo))");
  CHECK(shown_widened("obo baiyun") == "all(obo baiyun)");
  CHECK(shown_widened("baiyun ore obo") == "all(baiyun ore obo)");
}

TEST_CASE("the longest name counts, and each word is of one name") {
  CHECK(shown_widened("union of burma") == "names(all(union of burma) burma myanmar)");
  CHECK(shown_widened("burma") == "names(burma myanmar phrase(=union =of =burma))");
}

TEST_CASE("a phrase is distributed whole") {
  CHECK(shown_widened("\"baiyun obo mine\"") ==
        "names(phrase(=baiyun =obo =mine) phrase(=bayan =obo =mine) phrase(=bayanobo =mine))");
  CHECK(shown_widened("\"peking uae\"") ==
        "names(phrase(=peking =uae) phrase(=peking =united =arab =emirates) phrase(=beijing =uae) "
        "phrase(=beijing =united =arab =emirates))");
  CHECK(shown_widened("\"baiyun obo\"") == "names(phrase(=baiyun =obo) phrase(=bayan =obo) =bayanobo)");
  CHECK(shown_widened("baiyun-obo") == shown_widened("\"baiyun obo\""));
  CHECK(shown_widened("\"baiyun mine\"") == "phrase(=baiyun =mine)");
}

TEST_CASE("a run of Han has other names too") {
  CHECK(shown_widened("稀土") == "names(run:稀土 phrase(=rare =earth))");
  CHECK(shown_widened("rare earth export") == "all(names(all(rare earth) run:稀土) export)");
  CHECK(shown_widened("\"innovation fund\"") == "names(phrase(=innovation =fund) phrase(run:科技创新 =fund))");
}

TEST_CASE("near one form joins its place, a longer name makes a NEAR of its own") {
  CHECK(shown_widened("peking NEAR/5 quota") == "near5(any(peking beijing) quota)");
  CHECK(shown_widened("(peking OR ore) ADJ/5 quota") == "adj5(any(peking ore beijing) quota)");
  CHECK(shown_widened("uae NEAR/5 peking") ==
        "names(near5(uae any(peking beijing)) near5(phrase(=united =arab =emirates) any(peking beijing)))");
  CHECK(shown_widened("\"baiyun obo\" NEAR/5 mine") ==
        "names(near5(phrase(=baiyun =obo) mine) near5(phrase(=bayan =obo) mine) near5(=bayanobo mine))");
  CHECK(shown_widened("\"peking quota\"~5") == "near5(=peking =quota)");
}

TEST_CASE("what asks for one form, and fields of names, are left alone") {
  for (const char* query : {"=peking", "\"peking\"", "pekin*", "peking~1", "repeat3:peking", "byline:peking",
                            "publication:peking", "topic:burma", "url:peking", "date:2025"}) {
    CAPTURE(query);
    QueryWarnings warnings;
    CHECK(same_query(widened(query, warnings), parsed_query(query).root));
  }
  CHECK(shown_widened("headline:peking") == "headline(names(peking beijing))");
  CHECK(shown_widened("headline:(baiyun obo)") == "headline(names(all(baiyun obo) phrase(=bayan =obo) bayanobo))");
  CHECK(shown_widened("quota in:headline peking") == "in-headline(all(quota names(peking beijing)))");
}

TEST_CASE("an exclusion excludes every name") {
  CHECK(shown_widened("quota -peking") == "all(quota not(names(peking beijing)))");
  CHECK(shown_widened("quota -\"bayan obo\"") ==
        "all(quota not(names(phrase(=bayan =obo) phrase(=baiyun =obo) =bayanobo)))");
}

TEST_CASE("where any word will do, a name of several words adds its other names to them") {
  CHECK(shown_widened("baiyun obo mine", true) == "any(baiyun obo phrase(=bayan =obo) bayanobo mine)");
  CHECK(shown_widened("peking duck", true) == "any(names(peking beijing) duck)");
}

TEST_CASE("other names say what was written and what they are") {
  CHECK(surfaces("Baiyun Obo") == Surfaces{"Baiyun", "Obo", "Baiyun Obo → bayan obo", "Baiyun Obo"});
  CHECK(surfaces("\"Baiyun Obo mine\"") ==
        Surfaces{"Baiyun Obo mine", "Baiyun Obo mine → bayan obo mine", "Baiyun Obo mine → bayanobo mine"});
  CHECK(surfaces("uae NEAR/5 ore") == Surfaces{"uae NEAR/5 ore", "uae NEAR/5 ore → united arab emirates"});
  CHECK(surfaces("peking") == Surfaces{"peking", "peking"});
}

TEST_CASE("variants of a phrase, and names of a query, have a limit that is told once") {
  std::string list = "n0 = n1";
  for (int i = 2; i < 8; ++i) list += " = n" + std::to_string(i);
  QueryWarnings warnings;
  const QueryNode phrase = widened("\"n1 n2 n3\"", warnings, false, list.c_str());
  CHECK(phrase.children.size() == kMaxVariants);
  CHECK(shown(phrase.children.front()) == "phrase(=n1 =n2 =n3)");
  CHECK(shown_warnings(warnings) == "expansion_capped@0");

  warnings.clear();
  std::string query;
  for (int i = 0; i < 40; ++i) query += "n" + std::to_string(i % 8) + " x" + std::to_string(i) + " ";
  const QueryNode many = widened(query.substr(0, query.find("x30")), warnings, false, list.c_str());
  std::vector<std::string> found;
  collect_surfaces(many, found);
  CHECK(found.size() == 61 + kMaxAddedNames);
  CHECK(warnings.size() == 1);
}
