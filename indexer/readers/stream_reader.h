// Reading a byte stream of any format, as reader.h reads files: for formats that hold files of other formats.
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

// `source.file` tells the format where the content does not.
void read_stream(ByteStream stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
