// Text as it may stand in XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Valid UTF-8, escaped for text and between quotes; characters that XML forbids even as references (controls, U+FFFE
// and U+FFFF) are left out.
std::string xml_text(std::string_view text);

// <name>text</name>, with the text made so; nothing where the text is empty.
std::string xml_element(std::string_view name, std::string_view text);

}  // namespace backfile
