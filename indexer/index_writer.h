// The index writer: documents into a new Xapian database in the index's folder `building`, which no reader sees.
//
// Not thread-safe. Any failure of Xapian is thrown as WriteError and the database is not to be used again: what was
// added since the last flush may be lost (a second commit would succeed without it).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>

#include "indexer/surface_counter.h"

namespace backfile {

class IndexWriter {
 public:
  // Makes the folder anew: what stands there is from a run that ended early.
  explicit IndexWriter(const std::filesystem::path& folder);
  // Gives up what was not finished.
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  void add(const Xapian::Document& document);
  // Everything added, and the surfaces of its words, is in the folder's database; the writer is closed.
  void finish(const SurfaceCounter& surfaces);

  std::uint32_t articles() const { return articles_; }

 private:
  void flush();

  std::filesystem::path folder_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  std::uint32_t articles_ = 0;
  std::size_t unflushed_bytes_ = 0;  // of stored fields
};

}  // namespace backfile
