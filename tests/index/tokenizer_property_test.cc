// Properties of the tokenizer, on random texts of awkward pieces and of random bytes.
#include <doctest/doctest.h>

#include <random>

#include "index/character.h"
#include "index/fold.h"
#include "index/tokenizer.h"

using namespace backfile;

namespace {

const std::vector<std::string> kPieces{"word",       "U.S.",   "O’Brien",  "china's", " ",      ".",   ",",       "-",
                                       "3.5",        "1,000",  "c++",      "C#",      "at&t",   "é",   "e\u0301", "İ",
                                       "ß",          "ﬁ",      "ｶﾞ",       "科",      "技创新", "ไทย", "한국어",  "ー",
                                       "\u00AD",     "\u200D", "\u0301",   "ё",       "كِتاب",   "½",   "Ⅳ",       "㎏",
                                       "\U0001F6A2", "\xFF",   "\xE7\xA7", "'",       "’",      "&",   "+",       "\n"};

// Bytes that begin a character, or the end.
bool is_bound(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool ends_with_added_stop(const Token& token, std::string_view slice) {
  return token.text.ends_with('.') && !slice.ends_with('.');
}

// Checks every token; how many there were.
int check_tokens(const std::string& text, bool utf8) {
  Tokenizer tokenizer(text);
  Token token;
  Token last;
  int tokens = 0;
  while (tokenizer.next(token)) {
    CAPTURE(text);
    REQUIRE(token.begin < token.end);
    REQUIRE(token.end <= text.size());
    CHECK_FALSE(token.text.empty());
    if (utf8) CHECK((is_bound(text, token.begin) && is_bound(text, token.end)));
    if (tokens > 0) {
      const bool bigram = token.kind == TokenKind::bigram;
      CHECK((bigram ? token.begin == last.begin : token.begin > last.begin));
      CHECK((bigram ? token.position == last.position : token.position > last.position));
      if (token.kind == TokenKind::word) CHECK(token.begin >= last.end);
    }
    const std::string_view slice = std::string_view(text).substr(token.begin, token.end - token.begin);
    const std::string folded = fold(slice);
    // Initials are written with a final full stop, whether they have it or not (index/tokenizer.h).
    CHECK(token.text == (ends_with_added_stop(token, slice) ? folded + "." : folded));
    CHECK(fold(token.text) == token.text);
    last = token;
    last.text = {};
    ++tokens;
  }
  CHECK((tokens == 0 || tokenizer.positions() == last.position + 1));
  CHECK(count_words(text) == tokenizer.positions());
  return tokens;
}

}  // namespace

TEST_CASE("tokens of any text lie inside it, in order, on bounds of characters, and are what folding makes of them") {
  std::mt19937 random(31);
  int tokens = 0;
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    for (std::size_t i = random() % 14; i > 0; --i) text += kPieces[random() % kPieces.size()];
    tokens += check_tokens(text, text.find('\xFF') == std::string::npos && text.find("\xE7\xA7") == std::string::npos);
  }
  MESSAGE(tokens << " tokens");
  CHECK(tokens > 10000);
}

TEST_CASE("tokens of random bytes lie inside them, in order") {
  std::mt19937 random(32);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += static_cast<char>(random() % 256);
    check_tokens(text, false);
  }
}

TEST_CASE("folding what was folded changes nothing, for every character") {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | c >> 6);
    } else {
      if (c >= 0x10000) text += static_cast<char>(0xF0 | c >> 18);
      text += static_cast<char>(c < 0x10000 ? 0xE0 | c >> 12 : 0x80 | (c >> 12 & 0x3F));
      text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    }
    if (c >= 0x80) text += static_cast<char>(0x80 | (c & 0x3F));
    const std::string once = fold(text);
    if (fold(once) == once) continue;
    CAPTURE(text);
    CHECK(fold(once) == once);
  }
}
