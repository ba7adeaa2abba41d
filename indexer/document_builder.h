// The document builder: an article to the Xapian document that is searched for it, by the table in index/schema.h.
#pragma once

#include <xapian.h>

#include "index/article.h"
#include "indexer/surface_counter.h"

namespace backfile {

// Terms with positions, value slots and stored fields. `article` has its id and story.
// Articles of any size and text give a document that Xapian takes: no term holds a NUL or is longer than
// kMaxTermBytes. How the plain words are written is counted into `surfaces`.
Xapian::Document build_document(const Article& article, SurfaceCounter& surfaces);

}  // namespace backfile
