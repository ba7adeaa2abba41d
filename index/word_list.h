// Lists of words that stand in the code.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace backfile {

inline bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace backfile
