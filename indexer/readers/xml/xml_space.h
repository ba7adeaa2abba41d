// XML vocabularies (namespaces), by short names: what documents call a prefix is theirs to choose.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// "dc" of http://purl.org/dc/elements/1.1/; empty for the vocabularies of whole documents, as RSS, Atom and NITF are.
// Atom inside of other documents is "atom". Of what is not known, and where none is declared (`uri` empty), the prefix.
std::string xml_space(std::string_view uri, std::string_view prefix);

}  // namespace backfile
