#include "indexer/cleaning/credit_line.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/byline_marks.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes
constexpr std::size_t kLongestPlace = 40;

std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts{line};
  for (std::string_view mark : {" | ", " • ", " ● ", " · ", " – ", " — ", " - ", " / "}) {
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

// A name of two words or more that stands alone, or behind a mark that counts beside a date ("Di Anna Neri").
std::string name_of_part(std::string_view part) {
  std::string name = name_of_signature(behind_byline_mark(part, BylineText::credit).value_or(part));
  return name.find(' ') == std::string::npos ? std::string() : name;
}

// "Ann Lee", "Ann Lee and Bo Ek in Brussels"; none where any of them is no name of two words or more.
std::vector<std::string> names_of_part(std::string_view part) {
  constexpr std::string_view kAnd = " and ";
  part = part.substr(0, part.find(" in "));
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < part.size();) {
    const std::size_t end = std::min(part.find(kAnd, begin), part.size());
    std::string name = name_of_part(part.substr(begin, end - begin));
    if (name.empty() || has_role_word(name)) return {};
    names.push_back(std::move(name));
    begin = end + kAnd.size();
  }
  return names;
}

// "Ann Lee, March 3, 2025"
bool take_name_before_date(std::string_view line, CreditLine& credit) {
  const std::size_t comma = line.find(", ");
  if (comma == std::string_view::npos) return false;
  auto date = read_date_line(line.substr(comma + 2));
  auto names = date ? names_of_part(line.substr(0, comma)) : std::vector<std::string>();
  if (names.empty()) return false;
  credit.names = std::move(names);
  credit.dates = {std::move(*date)};
  return true;
}

// "Senior Writer", "5 min read"
bool is_company_of_name(std::string_view part) {
  const std::string folded = fold(part);
  return has_role_word(part) || (folded.ends_with(" min read") || folded.ends_with(" minute read"));
}

// "Ann Lee | Mar 3, 2025", "Ann Lee | Senior Writer | Mar 3, 2025", "Mar 3, 2025 • Ann Lee in Shipping": a name of two
// words or more without "By", beside a date.
bool take_name_beside_date(const std::vector<std::string_view>& parts, CreditLine& to) {
  if (parts.size() < 2) return false;
  CreditLine credit;
  for (std::string_view part : parts) {
    if (auto date = read_date_line(part)) {
      credit.dates.push_back(std::move(*date));
    } else if (const auto names = names_of_byline(part); !names.empty()) {
      add_names(names, credit.names);
    } else if (const std::string name = name_of_part(part.substr(0, part.find(" in ")));
               credit.names.empty() && !name.empty() && !has_role_word(part)) {
      credit.names = {name};
    } else if (!is_company_of_name(part)) {
      return false;
    }
  }
  if (credit.names.empty() || credit.dates.size() != 1) return false;
  to = std::move(credit);
  return true;
}

// "CAIRO | Thu Jul 18, 2013 4:29pm EDT": a place, of which the first word is in capitals, and a day.
bool take_place_and_date(const std::vector<std::string_view>& parts, CreditLine& to) {
  if (parts.size() != 2 || parts[0].size() > kLongestPlace) return false;
  const std::string_view place = parts[0];
  const std::string_view first = place.substr(0, place.find_first_of(" ,/"));
  auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  auto is_letter = [&](char c) {
    return is_capital(c) || (c >= 'a' && c <= 'z') || c == ' ' || c == '.' || c == ',' || c == '/';
  };
  if (first.size() < 3 || !std::ranges::all_of(first, is_capital) || !std::ranges::all_of(place, is_letter))
    return false;
  auto date = read_date_line(parts[1]);
  if (!date || !date->date || date->date->precision < Precision::day) return false;
  to.dates = {std::move(*date)};
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
  const bool dated = has_digits(line);
  if (dated && take_place_and_date(parts, credit)) return credit;
  if (dated && (take_name_beside_date(parts, credit) || take_name_before_date(line, credit))) return credit;
  credit = {};
  credit.names = names_of_byline(line);
  if (credit.names.empty()) return std::nullopt;
  return credit;
}

}  // namespace backfile
