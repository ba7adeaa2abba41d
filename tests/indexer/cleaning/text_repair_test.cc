#include "indexer/cleaning/text_repair.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;
using std::string_literals::operator""s;

namespace {

struct Case {
  std::string given;
  std::string wanted;
};

}  // namespace

TEST_CASE("text is repaired") {
  const std::vector<Case> table{
      {"", ""},
      {"a\tb\nc", "a\tb\nc"},
      {"one\r\ntwo\rthree", "one\ntwo\nthree"},
      {"page\fpage", "page\npage"},
      {"line\xE2\x80\xA8line\xE2\x80\xA9line", "line\nline\nline"},
      {"e\xCC\x81", "é"},  // NFC
      {"bell\x07 nul\0 esc\x1B"s, "bell nul esc"},
      {"Bao\xC2\x92s \xC2\x93word\xC2\x94", "Bao’s “word”"},  // Windows-1252 taken for Latin-1
      {"time\xC2\xADkeeping", "timekeeping"},
      {"zero\xE2\x80\x8Bwidth\xEF\xBB\xBF mark", "zerowidth mark"},
      {"\xE2\x80\xAA"
       "left\xE2\x80\xAC \xE2\x81\xA6isolate\xE2\x81\xA9",
       "left isolate"},
      {"می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم"},  // a joiner is part of the word
      {"no\xC2\xA0"
       "break\xE3\x80\x80ideographic\xE2\x80\x89thin",
       "no break ideographic thin"},
      {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
      {"ＨＯＳＨＩＮＯ", "ＨＯＳＨＩＮＯ"},
      {"Aredâ€™s kiosk, â€œfogâ€\xC2\x9D â€“ â€”", "Ared’s kiosk, “fog” – —"},
      {"â€œfogâ€ and", "“fog” and"},
      {"only â‚¬5", "only €5"},
      {"only Echoâ„¢", "only Echo™"},
      {"only Latin-1: \xC3\xA2\xC2\x80\xC2\x99", "only Latin-1: ’"},
      {"not of Windows-1252: \xC3\xA2\xC2\x80\xC2\x90", "not of Windows-1252: \xE2\x80\x90"},
      {"no sign: Ã©, â„–, Âœ", "no sign: é, â„–, Âœ"},
      {"cafÃ©, naÃ¯ve, Ãœber, voilÃ\xC2\xA0", "café, naïve, Über, voilà"},
      {"12Â°, Â£3, â‚¬5, Echoâ„¢, seaÂ\xC2\xA0"
       "port",
       "12°, £3, €5, Echo™, sea port"},
      {"caf\xC3\x83\xC6\x92\xC3\x82\xC2\xA9"s, "café"},  // encoded three times
      {"â, Â, Ã: pâte, ÂME, MANHÃ\xC2\xA0"
       "E",
       "â, Â, Ã: pâte, ÂME, MANHÃ E"},
      {"2 Ã— 3, CAFÃ‰, AMANHÃ—", "2 × 3, CAFÉ, AMANHÃ—"},
      {"“MANHÃ”, “IRMÃ’, ALEMÃ™: CÃ”TE", "“MANHÃ”, “IRMÃ’, ALEMÃ™: CÔTE"},
      {"non\xEF\xBF\xBE"
       "character",
       "noncharacter"},
  };
  for (const Case& row : table) {
    CAPTURE(row.given);
    CHECK(repair_text(row.given) == row.wanted);
    CHECK(repair_text(repair_text(row.given)) == row.wanted);
  }
}

TEST_CASE("what was encoded ever so often ends in time") {
  std::string text = "\xC3\x83";
  for (int i = 0; i < 1'000'000; ++i) text += "\xC6\x92";
  CHECK(repair_text(text).size() > 1'999'000);
}

TEST_CASE("a value is one clean line") {
  CHECK(clean_value("  two \t\n words\xC2\xA0 ") == "two words");
  CHECK(clean_value("\xE2\x80\x8B \n") == "");
}
