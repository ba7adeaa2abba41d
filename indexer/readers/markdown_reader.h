// Markdown files (CommonMark with GitHub's tables, through md4c): one article a file. Front matter (front_matter.h)
// says what metadata say; its keys are those of JSON (json_fields.h). Without a title there, a first heading of the
// first level is the headline.
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

ReadItem article_from_markdown(std::string_view utf8, const SourceFile& source, const ReadOptions& options);

void read_markdown(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
