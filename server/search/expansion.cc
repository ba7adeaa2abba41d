#include "server/search/expansion.h"

#include <algorithm>
#include <functional>

#include "index/character.h"
#include "index/term.h"
#include "server/search/near_terms.h"

namespace backfile {
namespace {

// Those in most articles first, at most so many.
Expansion commonest(const Lexicon& lexicon, std::vector<std::uint32_t> numbers, std::size_t most) {
  Expansion expansion;
  expansion.capped = numbers.size() > most;
  const std::size_t kept = std::min(most, numbers.size());
  std::ranges::partial_sort(numbers, numbers.begin() + static_cast<std::ptrdiff_t>(kept),
                            [&](std::uint32_t a, std::uint32_t b) {
                              const std::uint32_t in_a = lexicon.articles(a);
                              const std::uint32_t in_b = lexicon.articles(b);
                              return in_a != in_b ? in_a > in_b : a < b;
                            });
  for (std::size_t i = 0; i < kept; ++i) expansion.terms.emplace_back(lexicon.term(numbers[i]));
  return expansion;
}

// Does the whole text fit the pattern? Goes back to the last * alone: linear but for a few repeats.
bool fits(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      t = character_at(text, t).end;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      star_text = character_at(text, star_text).end;
      t = star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

Expansion expand_wildcard(const Lexicon& lexicon, std::string_view pattern, std::size_t most) {
  const std::string_view beginning = pattern.substr(0, pattern.find_first_of("*?"));
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = lexicon.lower_bound(beginning); number < lexicon.term_count(); ++number) {
    const std::string_view term = lexicon.term(number);
    if (!term.starts_with(beginning)) break;
    if (fits(pattern, term)) numbers.push_back(number);
  }
  return commonest(lexicon, std::move(numbers), most);
}

Expansion expand_wildcard(const Xapian::Database& database, std::string_view prefix, std::string_view pattern,
                          std::size_t most) {
  struct Found {
    std::string word;
    Xapian::doccount articles;
  };
  const std::string_view beginning = pattern.substr(0, pattern.find_first_of("*?"));
  const std::string first = prefixed_term(prefix, beginning);
  std::vector<Found> found;
  for (auto term = database.allterms_begin(first); term != database.allterms_end(first); ++term) {
    std::string word = (*term).substr(prefix.size() + 1);
    if (fits(pattern, word)) found.push_back({std::move(word), term.get_termfreq()});
  }
  std::ranges::stable_sort(found, std::greater<>{}, &Found::articles);
  Expansion expansion;
  expansion.capped = found.size() > most;
  if (expansion.capped) found.resize(most);
  for (Found& one : found) expansion.terms.push_back(std::move(one.word));
  return expansion;
}

Expansion expand_fuzzy(const Lexicon& lexicon, std::string_view word, std::uint32_t edits, std::size_t most) {
  std::vector<std::uint32_t> numbers;
  for (const NearTerm& near : near_terms(lexicon, word, edits)) numbers.push_back(near.number);
  return commonest(lexicon, std::move(numbers), most);
}

}  // namespace backfile
