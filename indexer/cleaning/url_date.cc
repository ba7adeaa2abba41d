#include "indexer/cleaning/url_date.h"

#include <string>

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

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::optional<Date> date_of_url(std::string_view url) {
  for (std::size_t at = 1; at < url.size(); ++at) {
    if (is_digit(url, at - 1)) continue;
    if (const auto date = date_at(url, at)) return date;
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
