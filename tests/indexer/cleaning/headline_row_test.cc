#include "indexer/cleaning/headline_row.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/cleaning/page.h"
#include "indexer/cleaning/telling_words.h"

using namespace backfile;

namespace {

const BoilerplateList& list() {
  static const BoilerplateList all = BoilerplateList::parse("line: The ferry and the fog\n", "list");
  return all;
}

const std::vector<std::string> kText{"The harbour master closed the port because of fog, and the ferry left.",
                                     "The ferry has left in fog before, said the harbour master of the port.",
                                     "No pilot saw the ferry, for the fog had closed the port to pilots."};

// The line that is found above the text.
std::string headline_of(const std::vector<std::string>& above) {
  std::string all;
  for (const std::string& line : above) all += line + "\n";
  for (const std::string& line : kText) all += line + "\n";
  const Page page = make_page(all, list());
  TellingWords text;
  for (const std::string& line : kText) text.add(line);
  const HeadCredits credits = head_credits_of(page.rows, 0, above.size(), text);
  const auto row = HeadlineFinder(page.rows, above.size(), text, credits).find();
  return row ? page.rows[*row].text : "";
}

}  // namespace

TEST_CASE("the headline says what the text speaks of") {
  CHECK(headline_of({"Fog closes port", "Lamps and gulls"}) == "Fog closes port");
  CHECK(headline_of({"Lamps and gulls", "Fog closes port"}) == "Fog closes port");
  CHECK(headline_of({}) == "");
  CHECK(headline_of({"By Ann Lee"}) == "");
}

TEST_CASE("of two that say as much the nearer one is it") {
  CHECK(headline_of({"Fog closes port", "Lamps", "Port closes fog"}) == "Port closes fog");
}

TEST_CASE("a byline or date below a line makes it the headline") {
  CHECK(headline_of({"Fog closes port", "By Ann Lee", "Lamps", "Gulls", "Tides", "Port closes fog"}) ==
        "Fog closes port");
  CHECK(headline_of({"Fog closes port", "2 March 2025", "Lamps", "Gulls", "Tides", "Port closes fog"}) ==
        "Fog closes port");
}

TEST_CASE("buttons do not part a headline from its byline") {
  std::vector<std::string> lines{"Gulls and lamps"};
  for (int i = 0; i < 4; ++i) lines.emplace_back("The ferry and the fog");  // of the list
  for (const char* line : {"By Ann Lee", "Tides", "Lamps", "Gulls", "Ferry and tides"}) lines.emplace_back(line);
  CHECK(headline_of(lines) == "Gulls and lamps");
}

TEST_CASE("a byline above a line speaks against it") {
  CHECK(headline_of({"Gulls and lamps", "By Ann Lee", "Ferry port fog harbour"}) == "Gulls and lamps");
  CHECK(headline_of({"Ferry and gulls", "Lamps", "Ferry port fog harbour"}) == "Ferry port fog harbour");
}

TEST_CASE("lines with a date each are a list of other articles") {
  const std::vector<std::string> lines{"Fog closes port", "Harbour port gulls", "1 March 2025", "Harbour fog lamps",
                                       "2 March 2025",    "Ferry port tides",   "3 March 2025"};
  CHECK(headline_of(lines) == "Fog closes port");
  CHECK(headline_of({"Fog closes port", "Harbour port gulls", "1 March 2025"}) == "Harbour port gulls");
}

TEST_CASE("trails of links, lines that end with another and furniture are no headlines") {
  CHECK(headline_of({"Gulls and lamps", "Fog » Ferry » Port"}) == "Gulls and lamps");
  CHECK(headline_of({"Gulls and lamps", "Fog / Ferry / Port"}) == "Gulls and lamps");
  CHECK(headline_of({"Gulls, lamps and tides", "Fog, ferry: Gulls, lamps and tides"}) == "Gulls, lamps and tides");
  CHECK(headline_of({"Gulls and lamps", "The ferry and the fog"}) == "Gulls and lamps");
}

TEST_CASE("a long line below one that speaks of the text is its standfirst") {
  const std::string standfirst = "How the ferry left the port in fog, and what the harbour master said";
  CHECK(headline_of({"Ferry leaves the harbour and port", standfirst}) == "Ferry leaves the harbour and port");
  CHECK(headline_of({"Lamps and gulls of the coast", standfirst}) == standfirst);
  CHECK(headline_of({"Ferry and port gulls", "Ferry port harbour master left"}) == "Ferry port harbour master left");
  CHECK(headline_of({"Ferry and port", standfirst}) == standfirst);  // a section
}
