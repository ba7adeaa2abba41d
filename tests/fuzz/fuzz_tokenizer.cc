// Fuzzes the tokenizer with texts: tokens lie inside the text, in order, on bounds of characters where it is UTF-8, and
// are what folding makes of what they cover.
#include <cstdint>
#include <string_view>

#include "index/character.h"
#include "index/fold.h"
#include "index/tokenizer.h"
#include "tests/fuzz/require.h"

using namespace backfile;

namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = character_at(text, at).end) {
    if (character_at(text, at).code < 0) return false;
  }
  return true;
}

bool is_bound(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_place(std::string_view text, bool utf8, const Token& token) {
  require(token.begin < token.end && token.end <= text.size(), "a token lies inside the text");
  require(!token.text.empty(), "a token has text");
  if (utf8) require(is_bound(text, token.begin) && is_bound(text, token.end), "a token ends with a character");
}

void check_text(std::string_view slice, const Token& token) {
  std::string folded = fold(slice);
  if (token.text.ends_with('.') && !folded.ends_with('.')) folded += '.';  // initials have a final one
  require(token.text == folded, "a token is its slice, folded");
  require(fold(token.text) == token.text, "folding what was folded changes nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool utf8 = is_utf8(text);
  Tokenizer tokenizer(text);
  Token token;
  Token last;
  bool any = false;
  while (tokenizer.next(token)) {
    check_place(text, utf8, token);
    check_text(text.substr(token.begin, token.end - token.begin), token);
    if (any && token.kind == TokenKind::bigram) {
      require(token.begin == last.begin && token.position == last.position, "a bigram begins with its character");
    } else if (any) {
      require(token.begin > last.begin && token.position > last.position, "tokens come in order");
    }
    last = token;
    any = true;
  }
  require(!any || tokenizer.positions() == last.position + 1, "positions are counted");
  return 0;
}
