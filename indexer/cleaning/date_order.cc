#include "indexer/cleaning/date_order.h"

#include <algorithm>
#include <string>

#include "index/character.h"
#include "indexer/cleaning/url_host.h"

namespace backfile {
namespace {

// "en-US" -> "us", "zh-Hant-TW" -> "tw"; empty where the tag names no region.
std::string region_of(std::string_view tag) {
  for (std::size_t at = tag.find('-'); at != std::string_view::npos; at = tag.find('-', at + 1)) {
    const std::string_view part = tag.substr(at + 1, tag.find('-', at + 1) - at - 1);
    if (part.size() == 2) return {ascii_small(part[0]), ascii_small(part[1])};
  }
  return {};
}

// The last label of the host.
std::string country_of(std::string_view url) {
  const std::string_view host = host_of_url(url);
  std::string country(host.substr(std::min(host.rfind('.') + 1, host.size())));
  std::ranges::transform(country, country.begin(), ascii_small);
  return country;
}

bool is_month_first_region(std::string_view region) { return region == "us" || region == "pw" || region == "mh"; }

// Countries whose addresses sites of all the world use.
bool is_general_country(std::string_view country) {
  for (std::string_view general : {"ai", "co", "io", "me", "tv", "ly", "fm", "cc", "ws", "gg", "sh", "to", "so"}) {
    if (country == general) return true;
  }
  return false;
}

// Both orders are common in Canada and the Philippines.
bool is_mixed_region(std::string_view region) { return region == "ca" || region == "ph"; }

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// The one or two digits at `at`, which is moved behind them; -1 where there are none, or more.
int small_number(std::string_view text, std::size_t& at) {
  int number = -1;
  for (int digits = 0; digits < 2 && is_digit(text, at); ++digits, ++at) {
    number = std::max(number, 0) * 10 + (text[at] - '0');
  }
  return is_digit(text, at) ? -1 : number;
}

}  // namespace

DateOrder order_of_site(std::string_view language, std::string_view url) {
  const std::string region = region_of(language);
  const std::string country = country_of(url);
  const bool english = language.empty() || language.substr(0, 2) == "en";
  if (!english) return DateOrder::day_first;
  if (is_month_first_region(region) || country == "us" || country == "gov" || country == "mil") {
    return DateOrder::month_first;
  }
  if (is_mixed_region(region) || (region.empty() && is_mixed_region(country))) return DateOrder::unknown;
  const bool elsewhere = !region.empty() || (country.size() == 2 && !is_general_country(country));
  return elsewhere ? DateOrder::day_first : DateOrder::unknown;
}

void DateOrderEvidence::add(std::string_view line) {
  for (std::size_t begin = 0; begin < line.size(); ++begin) {
    const bool inside = begin > 0 && (is_digit(line, begin - 1) || line[begin - 1] == '/' || line[begin - 1] == '-');
    if (!is_digit(line, begin) || inside) continue;
    std::size_t at = begin;
    const int first = small_number(line, at);
    if (first < 1 || at >= line.size() || (line[at] != '/' && line[at] != '-')) continue;
    const char sign = line[at++];
    const int second = small_number(line, at);
    if (second < 1 || at >= line.size() || line[at] != sign) continue;
    const bool year = is_digit(line, at + 1) && is_digit(line, at + 4) && !is_digit(line, at + 5);
    if (!year || first > 31 || second > 31) continue;
    day_first_ = day_first_ || (first > 12 && second <= 12);
    month_first_ = month_first_ || (second > 12 && first <= 12);
  }
}

DateOrder DateOrderEvidence::order() const {
  if (day_first_ == month_first_) return DateOrder::unknown;
  return day_first_ ? DateOrder::day_first : DateOrder::month_first;
}

DateOrder first_known(std::initializer_list<DateOrder> orders) {
  const auto* known = std::ranges::find_if(orders, [](DateOrder order) { return order != DateOrder::unknown; });
  return known == orders.end() ? DateOrder::unknown : *known;
}

std::optional<DateOrder> date_order_from_name(std::string_view name) {
  if (name.empty()) return DateOrder::unknown;
  if (name == "day_first") return DateOrder::day_first;
  if (name == "month_first") return DateOrder::month_first;
  return std::nullopt;
}

}  // namespace backfile
