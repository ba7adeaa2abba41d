#include "index/synonyms.h"

#include <algorithm>
#include <stdexcept>

#include "index/character.h"
#include "index/settings.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::string_view kSpace = " \t";
constexpr std::string_view kExample = ": write names of one thing as in \"Baiyun Obo = Bayan Obo\"";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || kSpace.find(line[at - 1]) != std::string_view::npos) return line.substr(0, at);
  }
  return line;
}

// The pieces between `sign`s that stand alone.
std::vector<std::string_view> split(std::string_view text, std::string_view sign) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    if (text.substr(at, end - at) == sign) {
      pieces.push_back(trimmed(text.substr(begin, at - begin)));
      begin = end;
    }
    at = end + 1;
  }
  pieces.push_back(trimmed(text.substr(begin)));
  return pieces;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.code < 0) return false;
    at = c.end;
  }
  return true;
}

// Words of a name: the characters of an unspaced run together.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  Tokenizer tokenizer(name);
  Token token;
  bool run_goes_on = false;
  while (tokenizer.next(token)) {
    if (token.kind == TokenKind::bigram) {
      run_goes_on = true;
      continue;
    }
    if (run_goes_on && token.kind == TokenKind::ngram_char) {
      words.back() += token.text;
    } else {
      words.emplace_back(token.text);
    }
    run_goes_on = false;
  }
  return words;
}

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

Synonym read_name(std::string_view written) {
  if (written.empty()) throw std::invalid_argument("a name is missing" + std::string(kExample));
  Synonym name{std::string(written), words_of(written)};
  if (name.words.empty()) {
    throw std::invalid_argument(in_quotes(written) + " has no word that could be searched: take it out");
  }
  if (name.words.size() > kMaxNameWords) {
    throw std::invalid_argument(in_quotes(written) + " has more than " + std::to_string(kMaxNameWords) +
                                " words: shorten it");
  }
  return name;
}

std::vector<Synonym> read_names(std::string_view text) {
  std::vector<Synonym> names;
  for (std::string_view written : split(text, "=")) names.push_back(read_name(written));
  return names;
}

std::string key_of(std::span<const std::string_view> words) {
  std::string key;
  for (std::string_view word : words) key.append(word).append(1, '\n');
  return key;
}

void refuse_repeats(const std::vector<Synonym>& names) {
  for (auto name = names.begin(); name != names.end(); ++name) {
    const auto again = std::ranges::find(names.begin(), name, name->words, &Synonym::words);
    if (again == name) continue;
    throw std::invalid_argument(in_quotes(again->written) + " and " + in_quotes(name->written) +
                                " are the same words: take one of them out");
  }
}

}  // namespace

void Synonyms::add_line(std::string_view line) {
  if (!is_utf8(line)) throw std::invalid_argument("the line is not UTF-8: save the file as UTF-8");
  line = trimmed(without_comment(line));
  if (line.empty()) return;
  const std::vector<std::string_view> halves = split(line, "=>");
  if (halves.size() > 2) throw std::invalid_argument("more than one =>: make a line of each");
  std::vector<Synonym> names = read_names(halves[0]);
  const std::size_t before = names.size();
  if (halves.size() == 2) std::ranges::move(read_names(halves[1]), std::back_inserter(names));
  if (names.size() < 2) throw std::invalid_argument("one name alone" + std::string(kExample));
  if (names.size() > kMaxLineNames) {
    throw std::invalid_argument("more than " + std::to_string(kMaxLineNames) + " names: leave some out");
  }
  refuse_repeats(names);
  for (std::size_t from = 0; from < before; ++from) {
    for (std::size_t to = 0; to < names.size(); ++to) {
      if (to != from) add(names[from], names[to]);
    }
  }
}

Synonyms Synonyms::parse(std::string_view text, std::string_view name) {
  Synonyms list;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    try {
      list.add_line(line);
    } catch (const std::invalid_argument& fault) {
      throw SettingsError(std::string(name) + ":" + std::to_string(number) + ": " + fault.what());
    }
  }
  return list;
}

void Synonyms::add(const Synonym& name, const Synonym& other) {
  const std::vector<std::string_view> words(name.words.begin(), name.words.end());
  std::vector<Synonym>& others = others_[key_of(words)];
  if (std::ranges::find(others, other.words, &Synonym::words) == others.end()) others.push_back(other);
  longest_ = std::max(longest_, words.size());
}

Synonyms::Names Synonyms::find(std::span<const std::string_view> words) const {
  for (std::size_t count = std::min(words.size(), longest_); count > 0; --count) {
    const auto found = others_.find(key_of(words.first(count)));
    if (found != others_.end()) return {count, &found->second};
  }
  return {};
}

}  // namespace backfile
