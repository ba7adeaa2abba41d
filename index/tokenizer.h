// The tokenizer: text to words. Indexing, query words and highlighting all use this one, so that a word found is a
// word highlighted, in any script.
//
// Rules (tests/index/tokenizer_test.cc is their table):
//   - A word is a run of letters, digits and their marks, folded (index/fold.h). Hyphen, slash, dash and underscore
//     separate words.
//   - An apostrophe inside a word stays (o'brien); a final 's is no part of the word (China's: "china", its range ends
//     before the mark).
//   - An elided article or pronoun before a vowel or h is no part of the word (l'économie, d'Afrique, dell'anno:
//     "economie", "afrique", "anno"), in any language, for queries have none: D'Amato is "amato". o'brien stays whole.
//   - Letters with full stops between are one word, written with a final one: U.S, U.S. -> "u.s.", never "us".
//   - '&' between letters or digits joins (at&t); "++" and, after a single letter, '#' end a word (c++, c#);
//     '.' or ',' between digits joins (3.5, 1,000).
//   - Characters of scripts written without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) and of Hangul
//     form runs, mixed ones too: each character with its marks is a token `ngram_char`, each pair of neighbours a token
//     `bigram` at its first one's position. (docs/benchmarks.md compares that with dictionaries of words.) Tibetan
//     writes its syllables apart: each is a word.
//   - Soft hyphens and zero-width joiners inside a word are passed over. Bytes that are not UTF-8 separate words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

enum class TokenKind : std::uint8_t { word, ngram_char, bigram };

struct Token {
  std::string_view text;    // folded; valid until the next call of next()
  std::uint32_t begin = 0;  // bytes of the input that it covers: [begin, end)
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // 0, 1, 2, …; a bigram has the position of its first character
  TokenKind kind = TokenKind::word;
};

// Reads `text` (at most 4 GiB, not owned) once, from its beginning. Tokens come in the order of `begin`; at one
// beginning, the character comes before its bigram. One thread at a time.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : input_(text) {}

  // The next token, or false at the end.
  bool next(Token& token);

  // Positions given so far: the number of words and of single characters passed.
  std::uint32_t positions() const { return position_; }

 private:
  bool next_word(Token& token);
  bool next_in_run(Token& token);
  // Both give the word that begins at at_; the second reads every rule, the first only the common case.
  void word_from_ascii(Token& token);
  void word_from_unicode(Token& token);

  std::string_view input_;
  std::size_t at_ = 0;          // first byte not yet read
  std::uint32_t position_ = 0;  // position of the next word
  std::size_t run_end_ = 0;     // end of the unspaced run that at_ stands in, or 0
  bool char_given_ = false;     // the character at at_ was given: its bigram is next
  std::string folded_;          // the text of the last token where it is no slice of the input
};

// Number of words: a run of an unspaced script counts its characters.
std::uint32_t count_words(std::string_view text);

}  // namespace backfile
