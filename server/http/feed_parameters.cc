#include "server/http/feed_parameters.h"

#include <algorithm>

#include "server/http/own_parameters.h"
#include "server/http/parameters.h"
#include "server/search/answer.h"

namespace backfile {
namespace {

constexpr std::string_view kOwn[] = {"since"};
constexpr std::string_view kOfSearch[] = {"page_size"};
constexpr std::uint32_t kEntries = 50;
constexpr std::int64_t kSecondsOfDay = 86'400;

std::int64_t end_of(const Date& date) {
  if (date.precision == Precision::second) return date.epoch_seconds();
  const Day last = date.last();
  return make_date(last.year, last.month, last.day).epoch_seconds() + kSecondsOfDay - 1;
}

}  // namespace

FeedParameters read_feed_parameters(const std::vector<Parameter>& parameters, Day today) {
  const OwnParameters apart = tell_apart(parameters, kOwn, kOfSearch);
  FeedParameters read;
  read.request = read_search_parameters(apart.search, today).request;
  read.request.sort = Sort::newest;
  const auto is_size = [](const Parameter& given) { return given.name == "page_size"; };
  if (std::ranges::none_of(apart.search, is_size)) read.request.page_size = kEntries;
  std::ranges::remove_copy_if(apart.search, std::back_inserter(read.narrowing), is_size);
  if (const auto since = apart.once("since")) {
    read.since = parse_iso_date(*since);
    if (!read.since) {
      throw InvalidRequest("since",
                           "'since' must be a date like 2025-03-03, or a time like 2025-03-03T19:00:00Z (a + in "
                           "an address is written %2B), not '" +
                               *since + "'.");
    }
  }
  return read;
}

bool is_after(const Date& published, const Date& since) {
  return published.known() && end_of(published) > end_of(since);
}

}  // namespace backfile
