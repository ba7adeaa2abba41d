#include "indexer/cleaning/weak_bylines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

namespace {

using Names = std::vector<std::string>;

const std::string kItalian =
    "Il porto è rimasto chiuso per gran parte della mattina mentre i piloti aspettavano che il vento girasse nel "
    "golfo.\n";
const std::string kDutch =
    "De haven bleef het grootste deel van de ochtend dicht, en een loods zei dat het niet eerder zo mistig is "
    "geweest.\n";
const std::string kEnglish =
    "The harbour stayed closed for most of the morning while the pilots waited for the wind to turn in the bay.\n";

Names names_of_second_row(const std::string& line, const std::string& text) {
  const Page page = make_page("Fog\n" + line + "\n" + text, BoilerplateList());
  return page.rows.at(1).credit ? page.rows[1].credit->names : Names();
}

}  // namespace

TEST_CASE("a mark that is a common word counts in a text of its language") {
  CHECK(names_of_second_row("Di Anna Neri", kItalian) == Names{"Anna Neri"});
  CHECK(names_of_second_row("Door Jan Bakker", kDutch) == Names{"Jan Bakker"});
  CHECK(names_of_second_row("Di Anna Neri", kEnglish).empty());
  CHECK(names_of_second_row("Door County Fair", kEnglish).empty());
  CHECK(names_of_second_row("Door Jan Bakker", kItalian).empty());
  CHECK(names_of_second_row("Di Maria", kItalian).empty());
  CHECK(names_of_second_row("Di Anna Neri non si parla", kItalian).empty());
}
