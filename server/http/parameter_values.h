// The values of query parameters: each reader takes one parameter as given, and throws InvalidRequest naming it where
// the value is none of the kind.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_message.h"

namespace backfile {

// Is it valid UTF-8, without NUL?
bool is_text(std::string_view value);

// A name or value as an error quotes it: not at any length.
std::string shown(std::string_view text);

// Throws that it must be what is `expected`.
[[noreturn]] void wrong(const Parameter& given, const std::string& expected);

// Throws unless the value is one of two; gives whether it is the second.
bool second_of(const Parameter& given, std::string_view first, std::string_view second);

std::uint32_t number(const Parameter& given, std::uint32_t least, std::uint32_t most);

// Calls `each` with the names of a list like "publication,year".
template <typename Each>
void for_each_name(std::string_view list, Each each) {
  for (;;) {
    const std::string_view name = list.substr(0, list.find(','));
    each(name);
    if (name.size() == list.size()) return;
    list.remove_prefix(name.size() + 1);
  }
}

// For a resource that takes few parameters: what is read of each. One that is not among them, given twice or no valid
// text throws.
struct FewParameters {
  std::string_view name;
  std::function<void(const Parameter&)> read;
};
void read_few(const std::vector<Parameter>& parameters, const std::vector<FewParameters>& known);

}  // namespace backfile
