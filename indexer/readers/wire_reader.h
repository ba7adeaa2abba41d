// What agencies deliver: NITF, and NewsML-G2 as an item or as a message of many. An article an item; packages, pictures
// and withdrawn items are counted in a note.
#pragma once

#include <memory>

#include "indexer/readers/xml/xml_taker.h"

namespace backfile {

bool is_wire_root(const XmlNode& root);

std::unique_ptr<XmlArticles> make_wire_taker(const SourceFile& source, const ReadOptions& options,
                                             const ItemSink& sink);

}  // namespace backfile
