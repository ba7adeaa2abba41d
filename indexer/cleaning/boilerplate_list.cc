#include "indexer/cleaning/boilerplate_list.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <stdexcept>

#include "index/character.h"
#include "index/fold.h"
#include "index/settings.h"
#include "indexer/cleaning/character_before.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes; what is longer is no furniture
constexpr std::string_view kNumber = "#";
constexpr std::string_view kWords = "…";

using Words = std::span<const std::string>;

// The word without punctuation around it, but with a colon at its end.
std::string_view bare(std::string_view word) {
  const bool colon = word.ends_with(':');
  std::size_t end = word.size();
  while (end > 0 && !is_letter_or_digit(character_before(word, end)) && !is_mark(character_before(word, end))) {
    end = begin_before(word, end);
  }
  std::size_t begin = 0;
  while (begin < end && !is_letter_or_digit(character_at(word, begin).code)) begin = character_at(word, begin).end;
  return word.substr(begin, end - begin + (colon && end > begin && word[end] == ':' ? 1 : 0));
}

// Folded words, apart at spaces and behind colons; a colon that stands alone joins the word before it.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = fold_label(text);
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = std::min(folded.find_first_of(" :", begin), folded.size());
    if (end < folded.size() && folded[end] == ':') ++end;
    const std::string_view raw = std::string_view(folded).substr(begin, end - begin);
    const std::string_view word = bare(raw);
    if (!word.empty()) {
      words.emplace_back(word);
    } else if (raw == ":" && !words.empty() && !words.back().ends_with(':')) {
      words.back() += ':';
    }
    begin = end < folded.size() && folded[end] == ' ' ? end + 1 : end;
  }
  return words;
}

// The words of a phrase: as of a line, but "#" and "…" where they stand alone are kept.
std::vector<std::string> words_of_phrase(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const std::string_view word = phrase.substr(begin, end - begin);
    begin = end + 1;
    if (word == kWords || word == "...") {
      words.emplace_back(kWords);
    } else if (word == "#" || word == "(#)") {
      words.emplace_back(kNumber);
    } else if (word == ":") {
      if (!words.empty()) words.back() += ':';
    } else {
      for (std::string& one : words_of(word)) words.push_back(std::move(one));
    }
  }
  return words;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos;
}

bool word_matches(std::string_view wanted, std::string_view word) {
  if (wanted == kNumber) return is_number(word);
  if (wanted == word) return true;
  return word.size() == wanted.size() + 1 && word.ends_with(':') && word.starts_with(wanted);
}

bool matches(Words wanted, Words words, bool first = true) {
  if (wanted.empty()) return words.empty();
  if (wanted[0] != kWords) {
    return !words.empty() && word_matches(wanted[0], words[0]) && matches(wanted.subspan(1), words.subspan(1), false);
  }
  if (wanted.size() == 1) return true;
  const std::size_t most = std::min<std::size_t>(words.size(), first ? 12 : 4);
  for (std::size_t count = 1; count <= most; ++count) {
    if (matches(wanted.subspan(1), words.subspan(count), false)) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

BoilerplateList BoilerplateList::parse(std::string_view text, std::string_view name) {
  BoilerplateList list;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || line[0] == '#') continue;
    try {
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos)
        throw std::invalid_argument("no kind before the phrase, as in \"line: Share\"");
      list.add(line.substr(0, colon), trimmed(line.substr(colon + 1)));
    } catch (const std::invalid_argument& fault) {
      throw SettingsError(std::string(name) + ":" + std::to_string(number) + ": " + fault.what());
    }
  }
  return list;
}

void BoilerplateList::add(std::string_view kind, std::string_view phrase) {
  if (kind == "inside") {
    if (phrase.empty()) throw std::invalid_argument("the phrase is empty");
    std::ranges::transform(phrase, std::back_inserter(insertions_.emplace_back()), ascii_small);
    return;
  }
  Phrase added;
  if (kind == "line") added.kind = &BoilerplateKinds::line;
  if (kind == "top") added.kind = &BoilerplateKinds::top;
  if (kind == "end") added.kind = &BoilerplateKinds::end;
  if (kind == "open") added.kind = &BoilerplateKinds::open;
  if (kind == "tail") added.kind = &BoilerplateKinds::tail;
  if (kind == "caption") added.kind = &BoilerplateKinds::caption;
  if (added.kind == nullptr) {
    throw std::invalid_argument("unknown kind '" + std::string(kind) +
                                "'; it is one of line, top, end, open, tail, caption, inside");
  }
  added.words = words_of_phrase(phrase);
  const bool has_word =
      std::ranges::any_of(added.words, [](const std::string& word) { return word != kNumber && word != kWords; });
  if (!has_word) throw std::invalid_argument("the phrase has no word");
  if (added.words[0] == kNumber || added.words[0] == kWords) {
    without_first_word_.push_back(phrases_.size());
  } else {
    by_first_word_.emplace(added.words[0], phrases_.size());
  }
  phrases_.push_back(std::move(added));
}

BoilerplateKinds BoilerplateList::kinds_of(std::string_view line) const {
  BoilerplateKinds kinds;
  if (line.size() > kLongestLine || phrases_.empty()) return kinds;
  const std::vector<std::string> words = words_of(line);
  if (words.empty()) return kinds;
  auto try_phrase = [&](std::size_t number) {
    const Phrase& phrase = phrases_[number];
    if (!(kinds.*phrase.kind) && matches(phrase.words, words)) kinds.*phrase.kind = true;
  };
  for (std::size_t number : without_first_word_) try_phrase(number);
  auto try_first_word = [&](const std::string& word) {
    const auto [first, last] = by_first_word_.equal_range(word);
    for (auto entry = first; entry != last; ++entry) try_phrase(entry->second);
  };
  try_first_word(words[0]);
  if (words[0].ends_with(':')) try_first_word(words[0].substr(0, words[0].size() - 1));
  return kinds;
}

std::string BoilerplateList::without_insertions(std::string_view line) const {
  std::string text(line);
  for (const std::string& insertion : insertions_) {
    auto begin = text.begin();
    while (true) {
      begin = std::search(begin, text.end(), insertion.begin(), insertion.end(),
                          [](char a, char b) { return ascii_small(a) == b; });
      if (begin == text.end()) break;
      const auto end = begin + static_cast<std::ptrdiff_t>(insertion.size());
      if (begin != text.begin() && *(begin - 1) == ' ') --begin;
      begin = text.erase(begin, end);
    }
  }
  return text;
}

}  // namespace backfile
