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

Now now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  const std::time_t seconds = all / 1000;
  Now result;
  ::gmtime_r(&seconds, &result.utc);
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

// The names of days and months are English whatever the locale is: the program never sets one.
std::string http_date_now() {
  const std::tm utc = now().utc;
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return text.data();
}

}  // namespace backfile
