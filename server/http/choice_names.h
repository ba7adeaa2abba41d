// The names of choices in addresses and answers: orders ("newest") and intervals ("month").
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "server/search/request.h"

namespace backfile {

template <typename Choice, std::size_t Size>
using ChoiceNames = std::array<std::pair<std::string_view, Choice>, Size>;

inline constexpr ChoiceNames<Sort, 4> kSortNames{
    {{"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}, {"random", Sort::random}}};

inline constexpr ChoiceNames<Interval, 5> kIntervalNames{{{"auto", Interval::automatic},
                                                          {"day", Interval::day},
                                                          {"week", Interval::week},
                                                          {"month", Interval::month},
                                                          {"year", Interval::year}}};

template <typename Choice, std::size_t Size>
constexpr std::string_view name_of(const ChoiceNames<Choice, Size>& names, Choice choice) {
  for (const auto& [name, one] : names) {
    if (one == choice) return name;
  }
  return {};
}

// Nothing where the name is none of them.
template <typename Choice, std::size_t Size>
constexpr std::optional<Choice> choice_of(const ChoiceNames<Choice, Size>& names, std::string_view name) {
  for (const auto& [known, choice] : names) {
    if (known == name) return choice;
  }
  return std::nullopt;
}

}  // namespace backfile
