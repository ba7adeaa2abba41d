// NewsML-G2 (IPTC) as the parts of an article: a newsItem with XHTML, NITF or plain text in it.
#pragma once

#include <optional>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/xml/xml_node.h"

namespace backfile {

// Nothing where the item is no text: a picture, or a list of other items. An item that its agency has withdrawn
// (pubStatus canceled, withheld) is none either.
std::optional<ArticleParts> parts_of_news_item(const XmlNode& item);

// When this version was made, as ISO 8601; empty where it does not say.
std::string version_of_news_item(const XmlNode& item);

}  // namespace backfile
