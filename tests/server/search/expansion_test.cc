#include "server/search/expansion.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "server/search/date_terms.h"
#include "tests/support/lexicon_file.h"

using namespace backfile;

namespace {

using Words = std::vector<std::string>;

std::uint32_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::uint32_t i = 0; i <= a.size(); ++i) {
    for (std::uint32_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("a wildcard stands for the terms that fit it, those in most articles first") {
  const LexiconFile fixture({{"tar", 1}, {"tarif", 2}, {"tariff", 9}, {"tariffs", 5}, {"tarn", 3}, {"tärif", 1}});
  CHECK(expand_wildcard(fixture.lexicon, "tarif*", 10).terms == Words{"tariff", "tariffs", "tarif"});
  CHECK(expand_wildcard(fixture.lexicon, "t?r*f", 10).terms == Words{"tariff", "tarif", "tärif"});
  CHECK(expand_wildcard(fixture.lexicon, "tar?", 10).terms == Words{"tarn"});
  CHECK(expand_wildcard(fixture.lexicon, "zzz*", 10).terms.empty());
  const Expansion capped = expand_wildcard(fixture.lexicon, "tar*", 2);
  CHECK(capped.capped);
  CHECK(capped.terms == Words{"tariff", "tariffs"});
}

TEST_CASE("a fuzzy word stands for exactly the terms within its edits") {
  std::mt19937 random(11);
  Words words;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (std::size_t length = 2 + random() % 6; word.size() < length;) word += "abcd"[random() % 4];
    words.push_back(word);
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<TermCount> terms;
  for (const std::string& word : words) terms.push_back({word, 1});
  const LexiconFile fixture(terms);
  int found = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string wanted = words[random() % words.size()];
    const std::uint32_t edits = 1 + static_cast<std::uint32_t>(round) % 2;
    CAPTURE(wanted);
    Words expected;
    std::ranges::copy_if(words, std::back_inserter(expected),
                         [&](const std::string& word) { return distance(word, wanted) <= edits; });
    Words got = expand_fuzzy(fixture.lexicon, wanted, edits, 100000).terms;
    std::ranges::sort(got);
    CHECK(got == expected);
    found += static_cast<int>(got.size());
  }
  MESSAGE(found << " terms found");
  CHECK(found > 60);
}

TEST_CASE("an edit is a character, whatever its bytes, and a swap is one") {
  const LexiconFile fixture({{"kotlon", 1}, {"tarfif", 1}, {"кот", 1}, {"крот", 1}});
  CHECK(expand_fuzzy(fixture.lexicon, "кит", 1, 10).terms == Words{"кот"});
  CHECK(expand_fuzzy(fixture.lexicon, "tariff", 1, 10).terms == Words{"tarfif"});
}

TEST_CASE("a range of days is covered by whole years, months and days") {
  struct Case {
    Day first;
    Day last;
    Words terms;
  };
  const std::vector<Case> table{
      {{2025, 1, 1}, {2025, 12, 31}, {"DY:2025"}},
      {{2025, 3, 1}, {2025, 3, 31}, {"DM:2025-03"}},
      {{2025, 3, 3}, {2025, 3, 3}, {"DD:2025-03-03"}},
      {{2024, 2, 1}, {2024, 2, 28}, {}},
      {{2024, 12, 31}, {2026, 2, 1}, {"DD:2024-12-31", "DY:2025", "DM:2026-01", "DD:2026-02-01"}},
      {{2025, 3, 4}, {2025, 3, 3}, {}},
  };
  for (const Case& row : table) {
    CAPTURE(row.first.year);
    const Words terms = date_terms(row.first, row.last);
    if (row.last == Day{2024, 2, 28}) {
      CHECK(terms.size() == 28);  // not the whole of a February of 29 days
      CHECK(terms.front() == "DD:2024-02-01");
    } else {
      CHECK(terms == row.terms);
    }
  }
}
