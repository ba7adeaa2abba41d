// The small pieces of XML's syntax, as a mender of it sees them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

inline constexpr std::size_t kLongestReference = 40;  // bytes

bool is_xml_space(char c);
bool begins_name(char c);
bool is_name_char(char c);

// The name that a text begins with; empty where it begins with none.
std::string_view xml_name_at(std::string_view text);

// Does a reference begin at the '&' that `text` begins with? "&amp;", "&#8217;"
bool is_reference(std::string_view text);

// A text without '<', and without '&' that begin no reference.
std::string escaped_value(std::string_view value);

// The attributes of a tag; as written where nothing is wrong. Lines stay lines.
std::string sound_attributes(std::string_view written);

}  // namespace backfile
