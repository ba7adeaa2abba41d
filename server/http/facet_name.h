// Facets by the names that requests and answers have for them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "server/search/request.h"

namespace backfile {

std::span<const std::string_view> facet_names();
std::string_view facet_name(Facet facet);
std::optional<Facet> facet_from_name(std::string_view name);

}  // namespace backfile
