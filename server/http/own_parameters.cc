#include "server/http/own_parameters.h"

#include <algorithm>

#include "server/http/parameter_values.h"
#include "server/http/parameters.h"
#include "server/search/answer.h"

namespace backfile {
namespace {

using Names = std::span<const std::string_view>;

bool holds(Names names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

[[noreturn]] void unknown(const std::string& name, Names own, Names narrowing, Names search) {
  std::string known;
  for (const Names names : {own, narrowing, search}) {
    for (const std::string_view one : names) known.append(known.empty() ? "" : ", ").append(one);
  }
  throw InvalidRequest(name, "There is no such parameter here. There are: " + known + ".");
}

}  // namespace

std::vector<std::string> OwnParameters::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const Parameter& given : own) {
    if (given.name == name) values.push_back(given.value);
  }
  return values;
}

std::optional<std::string> OwnParameters::once(std::string_view name) const {
  std::vector<std::string> values = all(name);
  if (values.empty()) return std::nullopt;
  if (values.size() > 1) {
    throw InvalidRequest(std::string(name), "'" + std::string(name) + "' is given more than once.");
  }
  return std::move(values[0]);
}

OwnParameters tell_apart(const std::vector<Parameter>& parameters, Names own, Names search) {
  const std::vector<std::string_view> narrowing = narrowing_parameters();
  OwnParameters apart;
  for (const Parameter& given : parameters) {
    if (holds(own, given.name)) {
      if (!is_text(given.value)) throw InvalidRequest(given.name, "'" + given.name + "' is not valid UTF-8 text.");
      apart.own.push_back(given);
    } else if (holds(narrowing, given.name) || holds(search, given.name)) {
      apart.search.push_back(given);
    } else {
      unknown(given.name, own, narrowing, search);
    }
  }
  return apart;
}

}  // namespace backfile
