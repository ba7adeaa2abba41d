#include "server/http/facet_name.h"

#include <algorithm>
#include <array>

namespace backfile {
namespace {

// In the order of Facet.
constexpr std::array<std::string_view, 7> kNames{"publication", "section", "topic", "language",
                                                 "byline",      "year",    "month"};

}  // namespace

std::span<const std::string_view> facet_names() { return kNames; }

std::string_view facet_name(Facet facet) { return kNames[static_cast<std::size_t>(facet)]; }

std::optional<Facet> facet_from_name(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Facet>(found - kNames.begin());
}

}  // namespace backfile
