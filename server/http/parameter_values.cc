#include "server/http/parameter_values.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "index/character.h"
#include "server/search/answer.h"

namespace backfile {

bool is_text(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const Character character = character_at(value, at);
    if (character.code <= 0) return false;
    at = character.end;
  }
  return true;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return "'" + std::string(text) + "'";
  std::size_t end = kMost;
  while ((text[end] & 0xC0) == 0x80) --end;  // not within a character
  return "'" + std::string(text.substr(0, end)) + "…'";
}

void wrong(const Parameter& given, const std::string& expected) {
  throw InvalidRequest(given.name, shown(given.name) + " must be " + expected + ", not " + shown(given.value) + ".");
}

bool second_of(const Parameter& given, std::string_view first, std::string_view second) {
  if (given.value != first && given.value != second) {
    wrong(given, "'" + std::string(first) + "' or '" + std::string(second) + "'");
  }
  return given.value == second;
}

std::uint32_t number(const Parameter& given, std::uint32_t least, std::uint32_t most) {
  std::uint32_t value = 0;
  const char* const end = given.value.data() + given.value.size();
  const auto [rest, error] = std::from_chars(given.value.data(), end, value);
  if (error == std::errc{} && rest == end && value >= least && value <= most) return value;
  const std::string range = std::to_string(least) + " to " + std::to_string(most);
  const bool too_large =
      rest == end && !given.value.empty() && (error == std::errc::result_out_of_range || value > most);
  throw InvalidRequest(
      given.name, shown(given.name) + " must be a whole number from " + range + ", not " + shown(given.value) + ".",
      too_large ? std::to_string(most) : "");
}

void read_few(const std::vector<Parameter>& parameters, const std::vector<FewParameters>& known) {
  std::set<std::string> seen;
  for (const Parameter& given : parameters) {
    const auto found = std::ranges::find(known, given.name, &FewParameters::name);
    if (found == known.end()) {
      std::string names;
      for (const FewParameters& one : known) names.append(names.empty() ? "" : ", ").append(one.name);
      throw InvalidRequest(given.name,
                           "There is no parameter " + shown(given.name) + " here. There are: " + names + ".");
    }
    if (!seen.insert(given.name).second)
      throw InvalidRequest(given.name, shown(given.name) + " is given more than once.");
    if (!is_text(given.value)) throw InvalidRequest(given.name, shown(given.name) + " is not valid UTF-8 text.");
    found->read(given);
  }
}

}  // namespace backfile
