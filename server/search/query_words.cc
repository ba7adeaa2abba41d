#include "server/search/query_words.h"

#include <algorithm>
#include <utility>

#include "index/fold.h"
#include "index/tokenizer.h"
#include "server/search/query_chunk.h"

namespace backfile {
namespace {

constexpr std::size_t kLettersBeforeStar = 3;
constexpr std::size_t kLettersWithMark = 4;  // the first and three others
constexpr std::string_view kWildcards = "*?";

bool is_wildcard(char c) { return c == '*' || c == '?'; }

// A question mark that another character of the word follows, and not the end of a question.
bool is_inner_mark(std::string_view text, std::size_t at) {
  const std::size_t after = std::min(text.find_first_not_of('?', at), text.size());
  const CodePoint next = character_at(text, after).code;
  return next == '*' || (is_letter_or_digit(next) && !is_run_character(next));
}

// `text` with every wildcard a letter, byte for byte: so the tokenizer says which word a wildcard belongs to.
std::string with_letters_for_wildcards(std::string_view text) {
  std::string letters(text);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Character c = character_at(text, begin);
    if (is_query_space(c.code)) {
      begin = c.end;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && !is_query_space(character_at(text, end).code)) end = character_at(text, end).end;
    const bool address = is_address(text.substr(begin, end - begin));
    for (; begin < end; ++begin) {
      if (!address && (text[begin] == '*' || (text[begin] == '?' && is_inner_mark(text, begin)))) letters[begin] = 'x';
    }
  }
  return letters;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = character_at(text, at).end) {
    if (is_letter_or_digit(character_at(text, at).code)) ++count;
  }
  return count;
}

bool is_long_enough(std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star != std::string_view::npos && count_letters(pattern.substr(0, star)) < kLettersBeforeStar) return false;
  return pattern.find('?') == std::string_view::npos || count_letters(pattern) >= kLettersWithMark;
}

std::string fold_pattern(std::string_view pattern) {
  std::string folded;
  while (!pattern.empty()) {
    const std::size_t letters = std::min(pattern.find_first_of(kWildcards), pattern.size());
    fold_append(pattern.substr(0, letters), folded);
    pattern.remove_prefix(letters);
    if (pattern.empty()) break;
    if (pattern[0] != '*' || !folded.ends_with('*')) folded += pattern[0];
    pattern.remove_prefix(1);
  }
  return folded;
}

class WordReader {
 public:
  // `letters` is what the tokenizer reads in place of the bytes of the query from `offset`.
  WordReader(const QueryText& text, std::string letters, std::size_t offset)
      : text_(text), letters_(std::move(letters)), offset_(offset) {}

  // Takes the wildcards that no word can have for spaces, until none is left: what was a word with them may be another
  // one without (U.S*).
  void settle_wildcards(QueryWarnings& warnings) {
    while (settle_once(warnings)) {
    }
  }
  std::vector<QueryNode> read();

 private:
  bool settle_once(QueryWarnings& warnings);
  void warn_of(std::string_view pattern, const Token& token, bool behind_run, QueryWarnings& warnings) const;
  bool is_pattern(const Token& token) const { return written(token) != read_as(token); }
  std::string_view written(const Token& token) const { return text_.slice(offset_ + token.begin, offset_ + token.end); }
  std::string_view read_as(const Token& token) const {
    return std::string_view(letters_).substr(token.begin, token.end - token.begin);
  }
  QueryNode new_node(QueryKind kind, const Token& token) const;

  const QueryText& text_;
  std::string letters_;
  std::size_t offset_;
};

bool WordReader::settle_once(QueryWarnings& warnings) {
  std::string settled = letters_;
  Tokenizer tokenizer(letters_);
  Token token;
  std::size_t run_end = std::string::npos;
  while (tokenizer.next(token)) {
    if (token.kind != TokenKind::word) {
      run_end = token.end;
      continue;
    }
    if (!is_pattern(token)) continue;
    const std::string_view pattern = written(token);
    if (!is_wildcard(pattern.front()) && is_long_enough(pattern)) continue;
    warn_of(pattern, token, run_end == token.begin, warnings);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (is_wildcard(pattern[i])) settled[token.begin + i] = ' ';
    }
  }
  return std::exchange(letters_, settled) != settled;
}

void WordReader::warn_of(std::string_view pattern, const Token& token, bool behind_run, QueryWarnings& warnings) const {
  const std::size_t begin = offset_ + token.begin;
  const auto warn = [&](WarningCode code, const char* what) {
    warnings.push_back({code, quoted_piece(pattern) + what, text_.position(begin)});
  };
  if (pattern.find_first_not_of(kWildcards) == std::string_view::npos) {
    const bool inside_run = behind_run && is_letter_or_digit(character_at(text_.text(), begin + pattern.size()).code);
    if (inside_run) warn(WarningCode::short_wildcard, " cannot stand inside text without spaces: it is left out.");
    if (!behind_run) warn(WarningCode::leading_wildcard, " has no letters before it: it is left out.");
  } else if (is_wildcard(pattern.front())) {
    warn(WarningCode::leading_wildcard, " begins with a wildcard: its letters are searched as they stand.");
  } else {
    warn(WarningCode::short_wildcard,
         " has too few letters (three before *, or one before ? and three others): its letters are searched as they "
         "stand.");
  }
}

QueryNode WordReader::new_node(QueryKind kind, const Token& token) const {
  QueryNode node = make_node(kind, text_.position(offset_ + token.begin), text_.position(offset_ + token.end));
  node.surface = written(token);
  node.text = kind == QueryKind::wildcard ? fold_pattern(node.surface) : std::string(token.text);
  return node;
}

std::vector<QueryNode> WordReader::read() {
  std::vector<QueryNode> words;
  Tokenizer tokenizer(letters_);
  Token token;
  bool run_goes_on = false;  // the last token was a bigram: the next one is its second character
  while (tokenizer.next(token)) {
    if (token.kind == TokenKind::word) {
      words.push_back(new_node(is_pattern(token) ? QueryKind::wildcard : QueryKind::word, token));
      continue;
    }
    if (token.kind == TokenKind::bigram) {
      words.back().bigrams.emplace_back(token.text);
      run_goes_on = true;
      continue;
    }
    QueryNode character = new_node(QueryKind::word, token);
    if (std::exchange(run_goes_on, false)) {
      words.back().end = character.end;
      words.back().surface += character.surface;
      words.back().text += character.text;
    } else {
      words.push_back(std::move(character));
      words.back().exact = true;
    }
    words.back().characters.emplace_back(token.text);
  }
  return words;
}

}  // namespace

std::vector<QueryNode> read_words(const QueryText& text, std::size_t begin, std::size_t end, QueryWarnings& warnings) {
  WordReader reader(text, with_letters_for_wildcards(text.slice(begin, end)), begin);
  reader.settle_wildcards(warnings);
  return reader.read();
}

std::vector<QueryNode> read_plain_words(const QueryText& text, std::size_t begin, std::size_t end) {
  return WordReader(text, std::string(text.slice(begin, end)), begin).read();
}

QueryNode phrase_of(std::vector<QueryNode> words) {
  if (words.size() == 1) return std::move(words.front());
  QueryNode phrase = make_node(QueryKind::phrase, words.front().at, words.back().end);
  for (QueryNode& word : words) word.exact = word.kind == QueryKind::word;
  phrase.children = std::move(words);
  return phrase;
}

std::size_t count_query_words(const std::vector<QueryNode>& words) {
  std::size_t count = 0;
  for (const QueryNode& word : words) count += word.is_run() ? (word.characters.size() + 1) / 2 : 1;
  return count;
}

}  // namespace backfile
