// HTML pages: one article a page.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/reader.h"

namespace backfile {

// What is known of a page from outside of it.
struct PageSource {
  std::string url;          // its address; empty: unknown. The page's own canonical address wins
  std::string file;         // as Article::file
  std::string folder = {};  // as SourceFile::folder
};

// `page`: valid UTF-8, decoded already; what it says about its character set is passed over.
ReadItem read_html_page(std::string_view page, const PageSource& source, const ReadOptions& options);

void read_html(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink);

}  // namespace backfile
