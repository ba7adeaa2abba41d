// RSS and Atom feeds: an article an entry.
//
// Entries are handed on once the feed's name is known; where it stands behind them, at the end, unless they are too
// many to be held. What is not published (feed_status.h) is counted in a note.
#pragma once

#include <memory>

#include "indexer/readers/xml/xml_taker.h"

namespace backfile {

// Is it the root of a feed?
bool is_feed_root(const XmlNode& root);

std::unique_ptr<XmlArticles> make_feed_taker(const SourceFile& source, const ReadOptions& options,
                                             const ItemSink& sink);

}  // namespace backfile
