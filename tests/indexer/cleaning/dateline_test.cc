#include "indexer/cleaning/dateline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

TEST_CASE("datelines") {
  struct Case {
    std::string paragraph;
    std::string dateline;
  };
  const std::vector<Case> table{
      {"ROTTERDAM, Jan 28 (Agency) - Crews stopped.", "ROTTERDAM, Jan 28"},
      {"ROTTERDAM, Jan. 28 (Agency) — Crews stopped.", "ROTTERDAM, Jan. 28"},
      {"NEW YORK/PARIS, March 3, 2025 (Agency) -- Crews stopped.", "NEW YORK/PARIS, March 3, 2025"},
      {"SALT LAKE CITY, Utah (AP) — The lake rose.", "SALT LAKE CITY, Utah"},
      {"LONDON (Reuters) - Prices rose.", "LONDON"},
      {"LONDON (Reuters)— Prices rose.", "LONDON"},
      {"LONDON — Prices rose.", "LONDON"},
      {"PORT SELWYN - The argument went on.", "PORT SELWYN"},
      {"Paris, 3 March 2025 (AFP) – Les prix montent.", "Paris, 3 March 2025"},
      {"ŻÓŁWIN, Poland, Nov 17 (Agency) - A fish chose.", "ŻÓŁWIN, Poland, Nov 17"},
      {"SALVADOR, Feb 26 - Showers continued.", "SALVADOR, Feb 26"},
      {"", ""},
      {"LONDON", ""},
      {"LONDON - ", ""},
      {"OPEC - the oil cartel - met on Monday.", ""},
      {"The town - small and grey - slept.", ""},
      {"U.S. - China talks began.", ""},
      {"Tokyo - The markets fell.", ""},
      {"“We wait,” he said - and waited.", ""},
      {"In 2025 - a year of storms - it rained.", ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.paragraph);
    const Dateline dateline = read_dateline(row.paragraph);
    CHECK(dateline.text == row.dateline);
    if (!row.dateline.empty()) CHECK(dateline.end < row.paragraph.size());
  }
  const std::string paragraph = "ROTTERDAM, Jan 28 (Agency) - Crews stopped.";
  CHECK(paragraph.substr(read_dateline(paragraph).end) == "Crews stopped.");
}
