#include "indexer/cleaning/text_repair.h"

#include <doctest/doctest.h>

#include <random>
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

TEST_CASE("bytes of any encoding become UTF-8") {
  const std::vector<Case> table{
      {"", ""},
      {"plain", "plain"},
      {"caf\xC3\xA9", "café"},
      {"\xEF\xBB\xBFmarked", "marked"},
      {"caf\xE9", "café"},  // Windows-1252: no valid UTF-8 beyond ASCII
      {"\x93quoted\x94 \x80 5", "“quoted” € 5"},
      {"bad \x81 byte", "bad \xEF\xBF\xBD byte"},  // nothing stands there in Windows-1252
      {"caf\xC3\xA9 na\xC3\xAFve \xFF!", "café naïve \xEF\xBF\xBD!"},
      {"cut \xE2\x82", "cut â‚"},
      {"\xE7\xA8\x80\xE5\x9C\x9F \xE7\xA8", "稀土 \xEF\xBF\xBD"},
      {"\xC0\xAF\xED\xA0\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80",
       "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD 稀 稀 稀 稀 稀 稀"},
      {"\xFF\xFE"
       "h\0i\0"s,
       "hi"},
      {"\xFE\xFF\0h\0i"s, "hi"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "😀"},
      {"\xFF\xFE\x3D\xD8h\0"s, "\xEF\xBF\xBDh"},  // half a pair
      {"\xFF\xFE\0\0h\0\0\0"s, "h"},
      {"\xFF\xFE", ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.given);
    CHECK(decode_text(row.given) == row.wanted);
  }
}

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

TEST_CASE("a value is one clean line") {
  CHECK(clean_value("  two \t\n words\xC2\xA0 ") == "two words");
  CHECK(clean_value("\xE2\x80\x8B \n") == "");
}

TEST_CASE("random bytes become valid text that repairing does not change again") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t length = random() % 40; bytes.size() < length;) {
      bytes += static_cast<char>(random() % 3 == 0 ? 0x80 + random() % 0x80 : random() % 0x80);
    }
    CAPTURE(bytes);
    const std::string text = repair_text(decode_text(bytes));
    CHECK(decode_text(text) == text);
    CHECK(repair_text(text) == text);
  }
}

TEST_CASE("a long run of combining marks is cut, not normalised for minutes") {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += i % 2 == 0 ? "\xCC\x81" : "\xCC\x96";  // above, below, above, …
  CHECK(repair_text(text).size() < 100);
}
