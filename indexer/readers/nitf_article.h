// NITF (News Industry Text Format 3.x) as the parts of an article.
#pragma once

#include "indexer/readers/article_parts.h"
#include "indexer/readers/xml/xml_node.h"

namespace backfile {

// `nitf`: the element <nitf>, or its <body> alone, as NewsML carries it.
ArticleParts parts_of_nitf(const XmlNode& nitf);

// Has its agency withdrawn it (management-status canceled, withheld)?
bool is_withdrawn_nitf(const XmlNode& nitf);

// An ISO date in its basic form, as agencies write it, with hyphens: 20250303T101500Z, 20250303T101500+0100.
std::string wire_date(std::string_view text);

}  // namespace backfile
