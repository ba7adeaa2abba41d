#include "indexer/cleaning/credit_line.h"

#include <algorithm>

#include "indexer/cleaning/byline.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes

std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts{line};
  for (std::string_view mark : {" | ", " • ", " · ", " – ", " — ", " - ", " / "}) {
    std::vector<std::string_view> smaller;
    for (std::string_view part : parts) {
      for (std::size_t at = part.find(mark); at != std::string_view::npos; at = part.find(mark)) {
        smaller.push_back(part.substr(0, at));
        part.remove_prefix(at + mark.size());
      }
      smaller.push_back(part);
    }
    parts = std::move(smaller);
  }
  return parts;
}

// "By Ann Lee, 3 March 2025"
bool take_name_and_date(std::string_view part, CreditLine& credit) {
  for (std::size_t comma = part.find(", "); comma != std::string_view::npos; comma = part.find(", ", comma + 1)) {
    const auto names = names_of_byline(part.substr(0, comma));
    auto date = read_date_line(part.substr(comma + 2));
    if (names.empty() || !date) continue;
    add_names(names, credit.names);
    credit.dates.push_back(std::move(*date));
    return true;
  }
  return false;
}

bool take_part(std::string_view part, CreditLine& credit) {
  if (auto date = read_date_line(part)) {
    credit.dates.push_back(std::move(*date));
    return true;
  }
  if (take_name_and_date(part, credit)) return true;
  const auto names = names_of_byline(part);
  add_names(names, credit.names);
  return !names.empty();
}

// "Ann Lee | Mar 3, 2025": a name of two words or more without "By", beside a date.
bool take_name_beside_date(const std::vector<std::string_view>& parts, CreditLine& credit) {
  if (parts.size() != 2) return false;
  const std::string name = name_of_signature(parts[0]);
  auto date = read_date_line(parts[1]);
  if (name.find(' ') == std::string::npos || !date) return false;
  credit.names = {name};
  credit.dates = {std::move(*date)};
  return true;
}

}  // namespace

std::optional<CreditLine> read_credit_line(std::string_view line) {
  if (line.empty() || line.size() > kLongestLine) return std::nullopt;
  CreditLine credit;
  if (auto date = read_date_line(line)) {
    credit.dates.push_back(std::move(*date));
    return credit;
  }
  const auto parts = parts_of(line);
  if (std::ranges::all_of(parts, [&](std::string_view part) { return take_part(part, credit); })) return credit;
  credit = {};
  if (take_name_beside_date(parts, credit)) return credit;
  credit.names = names_of_byline(line);
  if (credit.names.empty()) return std::nullopt;
  return credit;
}

}  // namespace backfile
