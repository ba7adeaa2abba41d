// Plain text files: one article a file, as copied from a page (cleaning/page_text.h).
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

void read_text(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
