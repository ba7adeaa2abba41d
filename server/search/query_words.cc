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
  return next == '*' || (is_letter_or_digit(next) && !is_unspaced(next));
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
  WordReader(const QueryText& text, QueryWarnings& warnings) : text_(text), warnings_(warnings) {}

  // `letters` stands for the bytes of the query from `offset`.
  void read(std::string_view letters, std::size_t offset);

  std::vector<QueryNode> words;

 private:
  void add_character(const Token& token, std::size_t begin, std::size_t end);
  void add_pattern(std::size_t begin, std::size_t end);
  void add_lone_wildcard(std::size_t begin, std::size_t end);
  QueryNode& add(QueryKind kind, std::size_t begin, std::size_t end);
  void warn(WarningCode code, std::size_t at, std::string message) {
    warnings_.push_back({code, std::move(message), text_.position(at)});
  }

  const QueryText& text_;
  QueryWarnings& warnings_;
  std::size_t last_end_ = 0;
  bool run_goes_on_ = false;
};

void WordReader::read(std::string_view letters, std::size_t offset) {
  Tokenizer tokenizer(letters);
  Token token;
  while (tokenizer.next(token)) {
    const std::size_t begin = offset + token.begin;
    const std::size_t end = offset + token.end;
    if (token.kind == TokenKind::bigram) {
      words.back().bigrams.emplace_back(token.text);
      run_goes_on_ = true;
      continue;
    }
    if (token.kind == TokenKind::ngram_char) {
      add_character(token, begin, end);
    } else if (text_.slice(begin, end) != letters.substr(token.begin, token.end - token.begin)) {
      add_pattern(begin, end);
    } else {
      add(QueryKind::word, begin, end).text = token.text;
    }
    last_end_ = end;
  }
}

QueryNode& WordReader::add(QueryKind kind, std::size_t begin, std::size_t end) {
  QueryNode& node = words.emplace_back();
  node.kind = kind;
  node.at = text_.position(begin);
  node.end = text_.position(end);
  node.surface = text_.slice(begin, end);
  return node;
}

void WordReader::add_character(const Token& token, std::size_t begin, std::size_t end) {
  if (!std::exchange(run_goes_on_, false)) add(QueryKind::word, begin, begin).exact = true;
  QueryNode& run = words.back();
  run.surface += text_.slice(begin, end);
  run.end = text_.position(end);
  run.text += token.text;
  run.characters.emplace_back(token.text);
}

void WordReader::add_pattern(std::size_t begin, std::size_t end) {
  const std::string_view pattern = text_.slice(begin, end);
  if (pattern.find_first_not_of(kWildcards) == std::string_view::npos) return add_lone_wildcard(begin, end);
  const bool leading = is_wildcard(pattern.front());
  if (!leading && is_long_enough(pattern)) {
    add(QueryKind::wildcard, begin, end).text = fold_pattern(pattern);
    return;
  }
  if (leading) {
    warn(WarningCode::leading_wildcard, begin,
         quoted_piece(pattern) + " begins with a wildcard: its letters are searched as they stand.");
  } else {
    warn(WarningCode::short_wildcard, begin,
         quoted_piece(pattern) +
             " has too few letters (three before *, or one before ? and three others): its letters are searched as "
             "they stand.");
  }
  std::string plain(pattern);
  std::ranges::replace_if(plain, is_wildcard, ' ');
  read(plain, begin);
}

void WordReader::add_lone_wildcard(std::size_t begin, std::size_t end) {
  const bool behind_run = !words.empty() && words.back().is_run() && last_end_ == begin;
  const std::string piece = quoted_piece(text_.slice(begin, end));
  if (!behind_run) {
    warn(WarningCode::leading_wildcard, begin, piece + " has no letters before it: it is left out.");
  } else if (is_letter_or_digit(character_at(text_.text(), end).code)) {
    warn(WarningCode::short_wildcard, begin, piece + " cannot stand inside text without spaces: it is left out.");
  }
}

}  // namespace

std::vector<QueryNode> read_words(const QueryText& text, std::size_t begin, std::size_t end, QueryWarnings& warnings) {
  WordReader reader(text, warnings);
  reader.read(with_letters_for_wildcards(text.slice(begin, end)), begin);
  return std::move(reader.words);
}

std::vector<QueryNode> read_plain_words(const QueryText& text, std::size_t begin, std::size_t end) {
  QueryWarnings none;
  WordReader reader(text, none);
  reader.read(text.slice(begin, end), begin);
  return std::move(reader.words);
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
  for (const QueryNode& word : words) count += word.is_run() ? word.characters.size() : 1;
  return count;
}

}  // namespace backfile
