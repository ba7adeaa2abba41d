// XML files: RSS and Atom feeds, NITF and NewsML-G2, told apart by their root element. Other XML is format_not_read.
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

void read_xml(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
