#include "index/sort_key.h"

#include <cstdint>

namespace backfile {
namespace {

// 1000-01-01T00:00:00Z; a day is taken off for offsets east of Greenwich.
constexpr std::int64_t kFirstSecond = -30610224000 - 86400;

std::string big_endian(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 8; i-- > 0; number >>= 8) bytes[i] = static_cast<char>(number & 0xFF);
  return bytes;
}

std::uint64_t seconds(const Date& date) { return static_cast<std::uint64_t>(date.epoch_seconds() - kFirstSecond); }

}  // namespace

std::string newest_first_key(const Date& date) { return big_endian(seconds(date)); }
std::string oldest_first_key(const Date& date) { return big_endian(~seconds(date)); }

}  // namespace backfile
