#include "indexer/cleaning/weak_bylines.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/cleaning/byline.h"

namespace backfile {
namespace {

constexpr std::size_t kRowsOfHead = 30;
constexpr std::size_t kLongestByline = 100;  // bytes
constexpr std::size_t kFewestWords = 3;      // of the language

struct Language {
  std::string_view mark;
  std::string_view words[5];  // that no other language has many of
};

constexpr Language kLanguages[] = {{"Di ", {" che ", " il ", " della ", " gli ", " nel "}},
                                   {"Door ", {" het ", " een ", " niet ", " wordt ", " zijn "}}};

std::size_t times(std::string_view word, std::string_view text) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

bool is_written_in(const Language& language, const std::vector<Row>& rows) {
  std::size_t found = 0;
  for (const Row& row : rows) {
    for (std::string_view word : language.words) found += times(word, row.text);
    if (found >= kFewestWords) return true;
  }
  return false;
}

}  // namespace

void add_weak_bylines(std::vector<Row>& rows) {
  for (std::size_t i = 0; i < std::min(rows.size(), kRowsOfHead); ++i) {
    Row& row = rows[i];
    if (row.credit || row.text.size() > kLongestByline) continue;
    for (const Language& language : kLanguages) {
      if (!row.text.starts_with(language.mark)) continue;
      std::vector<std::string> names = names_of_byline(row.text, BylineText::line_of_language);
      if (!names.empty() && is_written_in(language, rows)) row.credit = CreditLine{std::move(names), {}};
    }
  }
}

}  // namespace backfile
