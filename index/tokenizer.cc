#include "index/tokenizer.h"

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"

namespace backfile {
namespace {

bool is_word_character(CodePoint c) { return is_letter_or_digit(c) && !is_run_character(c); }

std::size_t skip_marks(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); is_mark(c.code) || is_invisible(c.code); c = character_at(text, at)) {
    at = c.end;
  }
  return at;
}

// Letters of a Korean syllable written apart: the vowel or last consonant that goes on after `before`.
bool goes_on_syllable(CodePoint before, CodePoint c) {
  if (c < 0x1160 || c > 0x11FF) return false;
  return c >= 0x11A8 ? before >= 0x1160 && before <= 0x11A7 : before >= 0x1100 && before <= 0x115F;
}

// Is `c` part of the character that ends with `before`? Marks are, the voiced sign of half-width kana (ｶﾞ), and the
// Thai and Lao vowel am, written as one sign or two.
bool goes_on_character(CodePoint before, CodePoint c) {
  if (is_mark(c) || c == 0xFF9E || c == 0xFF9F || c == 0x0E33 || c == 0x0EB3) return true;
  if (c == 0x0E32 || c == 0x0EB2) return before == c + 0x1B;
  return goes_on_syllable(before, c);
}

// The end of one character of a run, with all that belongs to it.
std::size_t end_of_run_character(std::string_view text, std::size_t at) {
  Character c = character_at(text, at);
  for (Character next = character_at(text, c.end); goes_on_character(c.code, next.code);
       next = character_at(text, c.end)) {
    c = next;
  }
  return c.end;
}

// The end of letters with full stops between ("U.S", "U.S."), or `at` where there are fewer than two.
std::size_t end_of_initials(std::string_view text, std::size_t at) {
  std::size_t letters = 0;
  std::size_t end = at;
  while (true) {
    const Character letter = character_at(text, end);
    if (!is_letter(letter.code) || is_run_character(letter.code)) break;
    const std::size_t after = skip_marks(text, letter.end);
    const Character next = character_at(text, after);
    if (is_word_character(next.code) || next.code == '&') break;
    ++letters;
    end = after;
    if (next.code != '.') break;
    end = next.end;
  }
  return letters >= 2 ? end : at;
}

// The letters of French, Italian and Catalan that stand for a whole word before a vowel: l'eau, d'Afrique, dell'anno.
// Not t' (T'ang, T'aipei) nor o' (O'Brien).
constexpr std::string_view kElided[] = {"l",     "d",      "qu",     "j",      "n",     "s",    "c",    "m",
                                        "jusqu", "lorsqu", "puisqu", "quoiqu", "un",    "dell", "all",  "dall",
                                        "nell",  "sull",   "coll",   "quell",  "quest", "sant", "bell", "cent"};

// The end of an elided word and its apostrophe at the beginning of a word, or `at` where there is none: a vowel or h
// must follow.
std::size_t end_of_elision(std::string_view text, std::size_t at) {
  char letters[8];
  std::size_t count = 0;
  std::size_t mark = at;
  while (mark < text.size() && count < sizeof letters && is_ascii_alnum(static_cast<unsigned char>(text[mark]))) {
    letters[count++] = static_cast<char>(text[mark++] | 0x20);
  }
  const Character apostrophe = character_at(text, mark);
  if (!is_apostrophe(apostrophe.code)) return at;
  if (std::ranges::find(kElided, std::string_view(letters, count)) == std::end(kElided)) return at;
  const Character next = character_at(text, apostrophe.end);
  if (!is_letter(next.code)) return at;
  const std::string first = fold(text.substr(apostrophe.end, next.end - apostrophe.end));
  return first.find_first_of("aeiouyh") == 0 ? apostrophe.end : at;
}

// Where `at` stands behind a word character: the end of what joins it to the next one, or `at` where nothing does.
std::size_t end_of_joint(std::string_view text, std::size_t at, CodePoint before) {
  const Character joint = character_at(text, at);
  const Character after = character_at(text, joint.end);
  if (is_invisible(joint.code)) return is_word_character(after.code) ? joint.end : at;
  if (!is_word_character(after.code)) return at;
  if (joint.code == '&') return joint.end;
  if (joint.code == '.' || joint.code == ',') return is_digit(before) && is_digit(after.code) ? joint.end : at;
  if (is_apostrophe(joint.code)) return joint.end;
  return at;
}

// The end of an apostrophe and s that close a word at `at`, or `at` where there are none.
std::size_t end_of_possessive(std::string_view text, std::size_t at) {
  const Character mark = character_at(text, at);
  if (!is_apostrophe(mark.code)) return at;
  const Character s = character_at(text, mark.end);
  if (s.code != 's' && s.code != 'S') return at;
  const Character after = character_at(text, s.end);
  if (is_word_character(after.code) || is_mark(after.code)) return at;
  return s.end;
}

// "c++", "c#": the end of the signs behind a word, or `at`.
std::size_t end_of_suffix(std::string_view text, std::size_t begin, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const std::size_t length = rest.starts_with("++") ? 2 : rest.starts_with('#') && at - begin == 1 ? 1 : 0;
  if (length == 0 || rest.substr(length).starts_with('+')) return at;
  return is_word_character(character_at(text, at + length).code) ? at : at + length;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  CodePoint before = -1;
  while (true) {
    const Character c = character_at(text, at);
    if (is_word_character(c.code) && !is_apostrophe(c.code)) {
      before = c.code;
      at = skip_marks(text, c.end);
      continue;
    }
    if (end_of_possessive(text, at) != at) return at;
    const std::size_t joined = end_of_joint(text, at, before);
    if (joined == at) return at;
    at = joined;
  }
}

// Does a word of ASCII letters and digits surely end before these bytes?
bool surely_ends(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const auto c = static_cast<unsigned char>(text[at]);
  if (c >= 0x80) return false;
  switch (c) {
    case '.':
    case ',':
    case '\'':
    case '&':
      return at + 1 >= text.size() || (static_cast<unsigned char>(text[at + 1]) < 0x80 &&
                                       !is_ascii_alnum(static_cast<unsigned char>(text[at + 1])));
    case '+':
    case '#':
      return false;
    default:
      return true;
  }
}

}  // namespace

bool Tokenizer::next(Token& token) {
  while (true) {
    if (run_end_ > at_ ? next_in_run(token) : next_word(token)) {
      if (token.text.empty()) continue;  // nothing was left by folding
      return true;
    }
    if (at_ >= input_.size()) return false;
  }
}

bool Tokenizer::next_word(Token& token) {
  while (at_ < input_.size()) {
    const auto byte = static_cast<unsigned char>(input_[at_]);
    if (byte < 0x80) {
      if (is_ascii_alnum(byte)) {
        word_from_ascii(token);
        return true;
      }
      ++at_;
      continue;
    }
    const Character c = character_at(input_, at_);
    if (is_run_character(c.code) && !is_mark(c.code)) {
      run_end_ = end_of_run_character(input_, at_);
      while (is_run_character(character_at(input_, run_end_).code)) run_end_ = end_of_run_character(input_, run_end_);
      return false;
    }
    if (is_letter_or_digit(c.code) && !is_apostrophe(c.code) && !is_mark(c.code)) {
      word_from_unicode(token);
      return true;
    }
    at_ = c.end;
  }
  return false;
}

void Tokenizer::word_from_ascii(Token& token) {
  std::size_t end = at_ + 1;
  bool upper = input_[at_] >= 'A' && input_[at_] <= 'Z';
  while (end < input_.size() && is_ascii_alnum(static_cast<unsigned char>(input_[end]))) {
    upper |= input_[end] >= 'A' && input_[end] <= 'Z';
    ++end;
  }
  if (!surely_ends(input_, end)) return word_from_unicode(token);
  token.begin = static_cast<std::uint32_t>(at_);
  token.end = static_cast<std::uint32_t>(end);
  token.position = position_++;
  token.kind = TokenKind::word;
  token.text = input_.substr(at_, end - at_);
  if (upper) {
    folded_.clear();
    fold_append(token.text, folded_);
    token.text = folded_;
  }
  at_ = end;
}

void Tokenizer::word_from_unicode(Token& token) {
  const std::size_t begin = end_of_elision(input_, at_);
  std::size_t end = end_of_initials(input_, begin);
  const bool initials = end != begin;
  if (!initials) {
    end = end_of_word(input_, begin);
    end = end_of_suffix(input_, begin, end);
  }
  folded_.clear();
  fold_append(input_.substr(begin, end - begin), folded_);
  if (initials && folded_.back() != '.') folded_ += '.';
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
  token.kind = TokenKind::word;
  token.text = folded_;
  token.position = position_;
  if (!folded_.empty()) ++position_;
  at_ = end_of_possessive(input_, end);
}

bool Tokenizer::next_in_run(Token& token) {
  const std::size_t first_end = end_of_run_character(input_, at_);
  const bool give_char = !char_given_;
  std::size_t end = first_end;
  bool plain = is_plain_run_character(character_at(input_, at_).code) && character_at(input_, at_).end == end;
  if (!give_char) {
    end = end_of_run_character(input_, first_end);
    plain = plain && is_plain_run_character(character_at(input_, first_end).code) &&
            character_at(input_, first_end).end == end;
  }
  token.begin = static_cast<std::uint32_t>(at_);
  token.end = static_cast<std::uint32_t>(end);
  token.position = position_;
  token.kind = give_char ? TokenKind::ngram_char : TokenKind::bigram;
  token.text = input_.substr(at_, end - at_);
  if (!plain) {
    folded_.clear();
    fold_append(token.text, folded_);
    token.text = folded_;
  }
  char_given_ = give_char && first_end < run_end_;  // the bigram comes next, where there is a neighbour
  if (!char_given_) {
    at_ = first_end;
    ++position_;
  }
  return true;
}

std::uint32_t count_words(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  while (tokenizer.next(token)) {
  }
  return tokenizer.positions();
}

}  // namespace backfile
