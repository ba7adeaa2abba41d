// JSON files: values one a line (JSON Lines), or an object, objects one behind another, or an array of them. Each value
// is an article or a rejection of its own.
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

void read_json_lines(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);
void read_json(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
