// The text that a JSON value stands for.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// A member of an object; nothing where it has none, or the value is no object.
const nlohmann::json* member(const nlohmann::json& object, std::string_view key);
nlohmann::json* member(nlohmann::json& object, std::string_view key);

// The first of its members of these names that is a string, as it is; nothing where none is.
const std::string* string_member(const nlohmann::json& object, std::initializer_list<std::string_view> keys);

// The same of one name; empty where it is no string.
std::string text_member(const nlohmann::json& object, std::string_view key);

// A string, a number in decimal, or the name or text that an object holds. Not repaired; empty where there is none.
std::string raw_text(const nlohmann::json& value);

// Of the elements of a list, or of the value alone; without empty ones.
std::vector<std::string> raw_texts(const nlohmann::json& value);

// A date as it is to be read.
std::string written_date(const std::string& raw);

}  // namespace backfile
