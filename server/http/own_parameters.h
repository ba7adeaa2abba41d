// The parameters of a resource that searches and has parameters of its own, told apart.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_message.h"

namespace backfile {

struct OwnParameters {
  std::vector<Parameter> own;
  std::vector<Parameter> search;  // to be read as those of a search

  // The value of one that may be given once; throws InvalidRequest where it is given again.
  std::optional<std::string> once(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
};

// Takes those named in `own`, those in `search`, and those that narrow. Any other throws InvalidRequest, which lists
// what there is; so does a value that is no text.
OwnParameters tell_apart(const std::vector<Parameter>& parameters, std::span<const std::string_view> own,
                         std::span<const std::string_view> search);

}  // namespace backfile
