// Web archives: WARC and ARC, an article a page.
//
// Of the responses and resources, those with a status of 2xx are read by their content type: HTML as a page at its
// address; feeds, JSON and plain text where they hold articles. All else (revisits, requests, pictures, scripts, other
// statuses, robots.txt) is passed over, and counted in a note. What is rejected names its record's place and address.
// Place::crawled is the record's date.
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

void read_warc(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
