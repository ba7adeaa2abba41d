#include "server/http/utc.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace backfile {
namespace {

struct Now {
  std::tm utc{};
  int milliseconds = 0;
};

// The names of days and months are English whatever the locale is: the program never sets one.
constexpr const char* kHttpDate = "%a, %d %b %Y %H:%M:%S GMT";

std::tm utc_of(std::time_t seconds) {
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  return utc;
}

std::string written(const std::tm& utc, const char* form) {
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), form, &utc);
  return text.data();
}

Now now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  Now result;
  result.utc = utc_of(all / 1000);
  result.milliseconds = static_cast<int>(all % 1000);
  return result;
}

}  // namespace

Day utc_today() {
  const std::tm utc = now().utc;
  return {utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday};
}

std::string utc_now() {
  const Now at = now();
  std::array<char, 64> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &at.utc);
  std::snprintf(text.data() + length, text.size() - length, ".%03dZ", at.milliseconds);
  return text.data();
}

std::string http_date_now() { return written(now().utc, kHttpDate); }

std::string utc_text(std::int64_t seconds) { return written(utc_of(seconds), "%Y-%m-%dT%H:%M:%SZ"); }

std::string http_date(std::int64_t seconds) { return written(utc_of(seconds), kHttpDate); }

std::optional<std::int64_t> parse_http_date(const std::string& text) {
  std::tm utc{};
  const char* const end = ::strptime(text.c_str(), kHttpDate, &utc);
  if (!end || *end != '\0') return std::nullopt;
  return ::timegm(&utc);
}

}  // namespace backfile
