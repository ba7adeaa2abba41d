// Credits in JSON: what stands where an article's writers should, in the shapes that archives give it.
//
//   "Ann Lee\nBo Ek"                                    a line for each
//   "['Ann Lee', 'Bo Ek']"                              a list of Python, written out as text
//   {"first_name": "Ann", "last_name": "Lee"}           also givenName and familyName
//   {"name": …}, {"display_name": …}, {"original": …}   text, or a list of any of these
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace backfile {

// The whole name of an object that has its parts; else empty.
std::string name_of_parts(const nlohmann::json& object);

// The credits of a value, each as written (cleaning/writers.h reads their names).
std::vector<std::string> credits_of(const nlohmann::json& value);

}  // namespace backfile
