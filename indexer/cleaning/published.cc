#include "indexer/cleaning/published.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

#include "indexer/cleaning/credit_within.h"

namespace backfile {
namespace {

constexpr std::int64_t kLeeway = 48 * 3600;
constexpr std::int64_t kFirstMilliseconds = 100'000'000'000;
constexpr std::int64_t kFirstSeconds = 100'000'000;     // 1973; smaller numbers are years, days, or mean "unknown"
constexpr std::int64_t kLastSeconds = 253'402'300'799;  // 9999-12-31T23:59:59Z

std::optional<Date> date_of_epoch(std::int64_t number) {
  using namespace std::chrono;
  if (number < kFirstSeconds) return std::nullopt;
  const std::int64_t seconds = number >= kFirstMilliseconds ? number / 1000 : number;
  if (seconds > kLastSeconds) return std::nullopt;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const auto midnight = floor<days>(time);
  const year_month_day day(midnight);
  const auto second_of_day = static_cast<int>((time - midnight).count());
  char iso[64];
  std::snprintf(iso, sizeof iso, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), second_of_day / 3600,
                second_of_day / 60 % 60, second_of_day % 60);
  return parse_iso_date(iso);
}

// What programs write where they know no date: the beginning of the count of Unix, Windows, and of spreadsheets and
// databases at midnight.
bool is_placeholder(const Date& date) {
  if (date.precision == Precision::second && date.epoch_seconds() == 0) return true;
  constexpr std::string_view kDays[] = {"1970-01-01", "1601-01-01"};
  constexpr std::string_view kMidnights[] = {"1970-01-01T00:00:00", "1601-01-01T00:00:00", "1753-01-01T00:00:00",
                                             "1899-12-30T00:00:00", "1900-01-01T00:00:00"};
  return std::ranges::find(kDays, date.iso) != std::end(kDays) ||
         std::ranges::any_of(kMidnights, [&](std::string_view one) { return date.iso.starts_with(one); });
}

}  // namespace

bool take_published(Article& article, const std::optional<Date>& date, std::string_view written, PublishedFrom from,
                    std::int64_t now) {
  if (article.published.known()) return true;
  const bool possible = date && !is_placeholder(*date) && date->epoch_seconds() - kLeeway <= now;
  if (!possible) {
    if (article.published_rejected.empty()) {
      article.published_rejected = written;
      article.published_from = from;
    }
    return false;
  }
  article.published = *date;
  article.published_from = from;
  article.published_rejected.clear();
  return true;
}

void take_day(Article& article, const std::optional<Date>& day, PublishedFrom from, std::int64_t now) {
  if (day) take_published(article, day, day->iso, from, now);
}

void settle_published(Article& article, DateOrder order, std::int64_t now) {
  if (article.published.known()) return;
  PublishedFrom from = std::exchange(article.published_from, PublishedFrom::none);
  if (from == PublishedFrom::none) from = PublishedFrom::metadata;  // a record that brought it as a rejected one
  const std::string written = article.published_rejected;
  const auto date = read_metadata_date(written, order);
  if (date && take_published(article, date, written, from, now)) return;
  article.published_from = PublishedFrom::none;
}

std::optional<Date> read_metadata_date(std::string_view text, DateOrder order) {
  if (const auto written = read_written_date(text, order)) return written->date;
  if (const std::string within = date_within(text, order); !within.empty()) {
    return read_written_date(within, order)->date;
  }
  const std::string_view whole = text.substr(0, text.find('.'));  // 1740960000.0
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
  if (error != std::errc() || end != whole.data() + whole.size()) return std::nullopt;
  return date_of_epoch(number);
}

}  // namespace backfile
