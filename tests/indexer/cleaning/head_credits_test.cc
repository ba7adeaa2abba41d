#include "indexer/cleaning/head_credits.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/cleaning/credit_within.h"
#include "indexer/cleaning/page.h"
#include "indexer/cleaning/telling_words.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

TellingWords harbour_text() {
  TellingWords text;
  for (int i = 0; i < 3; ++i) text.add("The harbour has news.");
  text.add("Ann Lee is in it once.");
  return text;
}

Page page_of(const Lines& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return make_page(all, BoilerplateList());
}

std::string names_of(const std::optional<CreditLine>& credit) {
  std::string all;
  if (!credit) return all;
  for (const std::string& name : credit->names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

std::string dates_of(const std::optional<CreditLine>& credit) {
  std::string all;
  if (!credit) return all;
  for (const DateLine& date : credit->dates) {
    all += (all.empty() ? "" : " ") + (date.date ? date.date->iso.substr(0, 10) : "?");
    if (date.label == DateLabel::updated) all += "u";
    if (date.label == DateLabel::published) all += "p";
  }
  return all;
}

}  // namespace

TEST_CASE("names and dates among other words") {
  struct Case {
    std::string line;
    std::string names;
    std::string dates;
  };
  const std::vector<Case> table{
      {"Posted on March 2, 2025 by Ann Lee | 5 min read", "Ann Lee", "2025-03-02p"},
      {"March 2, 2025 By Ann Lee In Shipping", "Ann Lee", "2025-03-02"},
      {"by Ann Lee on 2 March 2025", "Ann Lee", "2025-03-02"},
      {"—By Ann Lee", "Ann Lee", ""},
      {"By Ann Lee (@annlee) | 2 March 2025", "Ann Lee", "2025-03-02"},
      {"By Ann Lee2025-03-02 15:12:02 UTC", "Ann Lee", "2025-03-02"},
      {"By Ann LeeMarch 2, 2025", "Ann Lee", "2025-03-02"},
      {"Published: Mar 1, 2025 · Modified: Mar 2, 2025 by Ann Lee", "Ann Lee", "2025-03-01p 2025-03-02u"},
      {"Mar 1, 2025 Updated Monday, March 3, 2025 10:15 am EST", "", "2025-03-01 2025-03-03u"},
      {"March 1, 2025March 2, 2025No Comments", "", "2025-03-01 2025-03-02"},
      {"UpdatedMarch 2, 20258:23 PM", "", "2025-03-02u"},
      {"By March", "", ""},
      {"By Monday", "", ""},
      {"The act was signed into law in this town on March 2, 2025", "", ""},
      {"Fog and ferries", "", ""},
      {"", "", ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.line);
    const auto credit = read_credit_within(row.line);
    CHECK(names_of(credit) == row.names);
    CHECK(dates_of(credit) == row.dates);
    CHECK(credit.has_value() == !(row.names.empty() && row.dates.empty()));
  }
}

TEST_CASE("a name without a mark beside a date") {
  CHECK(names_beside_date("Ann Lee March 2, 2025") == Lines{"Ann Lee"});
  CHECK(names_beside_date("Ann Lee • Updated on Mar 2, 2025 • 5 min read") == Lines{"Ann Lee"});
  CHECK(names_beside_date("Ann Lee, Selwyn Packet 9:35 p.m. EST March 2, 2025") == Lines{"Ann Lee"});
  CHECK(names_beside_date("Ann Lee and Bo Ek in Aldermouth, Sun 2 Mar 2025") == Lines{"Ann Lee", "Bo Ek"});
  CHECK(names_beside_date("Ann Lee").empty());
  CHECK(names_beside_date("Share Article March 2, 2025").empty());
  CHECK(names_beside_date("March 2, 2025").empty());
}

TEST_CASE("credits of rows: marks on the line before, and sections that look like names") {
  const Page page = page_of({"By", "Ann Lee", "Harbour Watch March 2, 2025", "Bo Chan March 2, 2025", "Written by",
                             "Share Article", "The fog came on March 2, 2025.", "BO CHAN March 2, 2025"});
  const HeadCredits credits = head_credits_of(page.rows, 0, page.rows.size(), harbour_text());
  REQUIRE(credits.contains(1));
  CHECK(credits.at(1).names == Lines{"Ann Lee"});
  REQUIRE(credits.contains(0));
  CHECK((credits.at(0).names.empty() && credits.at(0).dates.empty()));
  CHECK(credits.at(2).names.empty());
  CHECK(credits.at(2).dates.size() == 1);
  CHECK(credits.at(3).names == Lines{"Bo Chan"});
  CHECK(!credits.contains(4));
  CHECK(!credits.contains(5));
  CHECK(!credits.contains(6));
  CHECK(credits.at(7).names.empty());
}

TEST_CASE("a name alone stands beside a date or a reading time, and no other is named") {
  struct Case {
    Lines lines;
    std::string name;
  };
  const std::vector<Case> table{
      {{"Fog", "Ann Lee", "March 2, 2025"}, "Ann Lee"},
      {{"Fog", "March 2, 2025", "Ann Lee"}, "Ann Lee"},
      {{"Fog", "Ann Lee", "5 min read"}, "Ann Lee"},
      {{"Fog", "Ann Lee", "Share"}, ""},
      {{"Fog", "Harbour Watch", "March 2, 2025"}, ""},
      {{"Fog", "Get Started", "March 2, 2025"}, ""},
      {{"Fog", "Head of Tides", "March 2, 2025"}, ""},
      {{"Fog", "Level H2", "March 2, 2025"}, ""},
      {{"Fog", "ChecklistsJust Engaged", "March 2, 2025"}, ""},
      {{"Fog", "By Bo Chan", "March 2, 2025", "Ann Lee"}, ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.lines[1]);
    const Page page = page_of(row.lines);
    HeadCredits credits = head_credits_of(page.rows, 0, page.rows.size(), harbour_text());
    add_name_alone(page.rows, 1, page.rows.size(), harbour_text(), credits);
    std::string name;
    for (const auto& [at, credit] : credits) {
      if (!credit.names.empty() && !page.rows[at].credit) name = credit.names[0];
    }
    CHECK(name == row.name);
  }
}

TEST_CASE("what is sure to be a credit") {
  auto sure = [](const std::string& line) {
    const auto credit = read_credit_within(line);
    return credit && is_sure(line, *credit);
  };
  CHECK(sure("By Ann Lee on March 2, 2025"));
  CHECK(sure("Published in Selwyn on March 2, 2025"));
  CHECK(sure("March 2, 2025 | 5 min read"));
  CHECK(sure("March 2, 2025"));
  CHECK(!sure("Selwyn March 2, 2025"));
  CHECK(!sure("Year ended December 31, 2024"));
}
