// The text that a JSON value stands for.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace backfile {

// A string, a number in decimal, or the name or text that an object holds. Not repaired; empty where there is none.
std::string raw_text(const nlohmann::json& value);

// Of the elements of a list, or of the value alone; without empty ones.
std::vector<std::string> raw_texts(const nlohmann::json& value);

// A date as it is to be read.
std::string written_date(const std::string& raw);

}  // namespace backfile
