// The index writer: documents into a new Xapian database in the index's folder `building`, which no reader sees.
//
// One thread at a time; each writer has a folder of its own. After any failure the database is not to be used again:
// what was added since the last flush may be lost (a second commit would succeed without it). DocumentRefused says that
// one of the documents since then cannot be in an index, or that the disk failed (with DB_DANGEROUS Xapian may say the
// same of both: add each document to a writer of its own to tell); WriteError that the disk failed.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "indexer/surface_counter.h"

namespace backfile {

class DocumentRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

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
  // Of these, how many were added before the last flush.
  std::uint32_t flushed() const { return flushed_; }

 private:
  void flush();

  std::filesystem::path folder_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  std::uint32_t articles_ = 0;
  std::uint32_t flushed_ = 0;
  std::size_t unflushed_bytes_ = 0;  // of stored fields
};

}  // namespace backfile
