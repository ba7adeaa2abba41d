#include "server/search/expansion.h"

#include <algorithm>

#include "index/character.h"

namespace backfile {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    points += static_cast<char32_t>(c.code);
    at = c.end;
  }
  return points;
}

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

// The edit-distance table of one word, row by row as a term's characters come.
class EditRows {
 public:
  EditRows(std::u32string word, std::uint32_t edits) : word_(std::move(word)), edits_(edits) {
    rows_.emplace_back();
    for (std::uint32_t i = 0; i <= word_.size(); ++i) rows_[0].push_back(i);
  }

  // Forgets the characters of the last term but the first `depth`.
  void keep(std::size_t depth) {
    rows_.resize(depth + 1);
    term_.resize(depth);
  }

  // Takes one more character; false where no term that begins so can be near enough.
  bool take(char32_t c) {
    const std::vector<std::uint32_t>& above = rows_.back();
    std::vector<std::uint32_t> row{above[0] + 1};
    for (std::size_t i = 1; i <= word_.size(); ++i) {
      std::uint32_t least = std::min({row[i - 1] + 1, above[i] + 1, above[i - 1] + (word_[i - 1] == c ? 0u : 1u)});
      const bool swapped = i >= 2 && !term_.empty() && word_[i - 1] == term_.back() && word_[i - 2] == c;
      if (swapped) least = std::min(least, rows_[rows_.size() - 2][i - 2] + 1);
      row.push_back(least);
    }
    const bool near = std::ranges::min(row) <= edits_ || std::ranges::min(above) < edits_;
    rows_.push_back(std::move(row));
    term_ += c;
    return near;
  }

  bool accepts() const { return rows_.back().back() <= edits_; }

 private:
  std::u32string word_;
  std::uint32_t edits_;
  std::u32string term_;
  std::vector<std::vector<std::uint32_t>> rows_;
};

std::size_t common_beginning(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < most && a[same] == b[same]) ++same;
  return same;
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

Expansion expand_fuzzy(const Lexicon& lexicon, std::string_view word, std::uint32_t edits, std::size_t most) {
  std::vector<std::uint32_t> numbers;
  EditRows rows(code_points(word), edits);
  std::vector<std::size_t> ends{0};  // ends[d]: bytes of the last term's first d characters
  std::string_view last;
  for (std::uint32_t number = 0; number < lexicon.term_count();) {
    const std::string_view term = lexicon.term(number);
    const std::size_t same = common_beginning(last, term);
    while (ends.back() > same) ends.pop_back();
    rows.keep(ends.size() - 1);
    last = term;
    bool near = true;
    while (near && ends.back() < term.size()) {
      const Character c = character_at(term, ends.back());
      near = rows.take(static_cast<char32_t>(c.code));
      ends.push_back(c.end);
    }
    if (near) {
      if (rows.accepts()) numbers.push_back(number);
      ++number;
      continue;
    }
    // Nothing that begins like this: go on behind the last such term.
    number = lexicon.upper_bound_of_beginning(term.substr(0, ends.back()));
  }
  return commonest(lexicon, std::move(numbers), most);
}

}  // namespace backfile
