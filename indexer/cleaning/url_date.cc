#include "indexer/cleaning/url_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/fold.h"
#include "indexer/cleaning/calendar_words.h"

namespace backfile {
namespace {

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// The number of `count` digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text, i)) return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

std::optional<Date> date_at(std::string_view url, std::size_t at) {
  const int year = number_at(url, at, 4);
  if (year < 1900 || year > 2099) return std::nullopt;
  const bool apart = at + 4 < url.size() && std::string_view("/-_").find(url[at + 4]) != std::string_view::npos;
  const std::size_t month_at = at + (apart ? 5 : 4);
  const std::size_t day_at = month_at + (apart ? 3 : 2);
  const int month = number_at(url, month_at, 2);
  const int day = number_at(url, day_at, 2);
  if (month < 0 || day < 0 || is_digit(url, day_at + 2)) return std::nullopt;
  if (apart && url[month_at + 2] != url[at + 4]) return std::nullopt;
  if (!is_valid_day(year, month, day)) return std::nullopt;
  return make_date(year, month, day);
}

std::optional<Date> valid_date(int year, int month, int day) {
  if (year < 1900 || year > 2099 || !is_valid_day(year, month, day)) return std::nullopt;
  return make_date(year, month, day);
}

// The folders of an address's path and the name in the last of them.
std::vector<std::string_view> parts_of_path(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t host = url.find("://");
  if (host != std::string_view::npos) url.remove_prefix(std::min(url.find('/', host + 3), url.size()));
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= url.size();) {
    const std::size_t end = std::min(url.find('/', begin), url.size());
    parts.push_back(url.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// A part that is a number of so many digits, or -1.
int number_of(std::string_view part, std::size_t least, std::size_t most) {
  return part.size() < least || part.size() > most ? -1 : number_at(part, 0, part.size());
}

// "03", "3", "mar", "march"
int month_of(std::string_view part) {
  if (part.empty() || part.size() > 12) return -1;
  return is_digit(part, 0) ? number_of(part, 1, 2) : month_of_word(fold(part)).value_or(-1);
}

// YYYY/MM/DD, YYYY/mar/DD, YYYY/MMDD, YYYYMM/DD, YYYY-MM/DD from the part `at` on, with more behind.
std::optional<Date> date_of_parts(const std::vector<std::string_view>& parts, std::size_t at) {
  const std::string_view first = parts[at];
  const std::string_view second = parts[at + 1];
  if (first.size() == 4) {
    const int both = number_of(second, 4, 4);
    if (both >= 0) return valid_date(number_of(first, 4, 4), both / 100, both % 100);
    if (at + 3 >= parts.size()) return std::nullopt;
    return valid_date(number_of(first, 4, 4), month_of(second), number_of(parts[at + 2], 1, 2));
  }
  const bool apart = first.size() == 7 && first[4] == '-';
  if (first.size() != 6 && !apart) return std::nullopt;
  return valid_date(number_at(first, 0, 4), number_at(first, apart ? 5 : 4, 2), number_of(second, 2, 2));
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::optional<Date> date_of_url(std::string_view url) {
  for (std::size_t at = 1; at < url.size(); ++at) {
    if (is_digit(url, at - 1)) continue;
    if (const auto date = date_at(url, at)) return date;
  }
  const std::vector<std::string_view> parts = parts_of_path(url);
  for (std::size_t at = 0; at + 2 < parts.size(); ++at) {
    if (const auto date = date_of_parts(parts, at)) return date;
  }
  return std::nullopt;
}

std::optional<Date> month_of_url(std::string_view url) {
  const std::vector<std::string_view> parts = parts_of_path(url);
  for (std::size_t at = 0; at + 2 < parts.size(); ++at) {
    const int year = number_of(parts[at], 4, 4);
    const int month = month_of(parts[at + 1]);
    const bool told = parts[at + 1].size() > 1 && month >= 1 && month <= 12;
    if (year >= 1900 && year <= 2099 && told && !parts[at + 2].empty()) return make_date(year, month);
  }
  return std::nullopt;
}

std::optional<Date> date_of_file_name(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (at > 0 && (is_digit(name, at - 1) || is_letter(name[at - 1]))) continue;
    const auto date = date_at(name, at);
    const std::size_t end = at + (is_digit(name, at + 4) ? 8 : 10);
    if (date && (end >= name.size() || !is_letter(name[end]))) return date;
  }
  return std::nullopt;
}

}  // namespace backfile
