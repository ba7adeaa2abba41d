#include "indexer/index_writer.h"

#include <cstdlib>
#include <string_view>

#include "index/index_error.h"

namespace backfile {
namespace {

// Postings of so much text are held in memory before they are written: about four times as many bytes.
constexpr std::size_t kFlushBytes = 64u << 20;

// Xapian finds some faults of a document only when it writes its batch.
[[noreturn]] void fail(const Xapian::Error& error) {
  const std::string message = "cannot write the index: " + error.get_description();
  const bool of_document = !std::string_view(error.get_type()).starts_with("Database") && !error.get_error_string();
  if (of_document) throw DocumentRefused(message);
  throw WriteError(message);
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& folder) : folder_(folder) {
  // Xapian would flush after a number of documents, whatever their size; flush() counts bytes.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
  std::filesystem::create_directories(folder_, error);
  if (error) throw WriteError("cannot make " + folder_.string() + ": " + error.message());
  try {
    // Nothing is read from here before it is compacted and synced: no syncing and no spare copies meanwhile.
    database_ = std::make_unique<Xapian::WritableDatabase>(
        folder_.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  } catch (const Xapian::Error& xapian_error) {
    fail(xapian_error);
  }
}

IndexWriter::~IndexWriter() {
  if (!database_) return;
  try {
    database_->close();
  } catch (const Xapian::Error&) {
    // The folder is thrown away in any case.
  }
}

void IndexWriter::add(const Xapian::Document& document) {
  try {
    database_->add_document(document);
    ++articles_;
    unflushed_bytes_ += document.get_data().size();
  } catch (const Xapian::Error& error) {
    fail(error);
  }
  if (unflushed_bytes_ >= kFlushBytes) flush();
}

void IndexWriter::flush() {
  try {
    database_->commit();
    unflushed_bytes_ = 0;
    flushed_ = articles_;
  } catch (const Xapian::Error& error) {
    fail(error);
  }
}

void IndexWriter::finish(const SurfaceCounter& surfaces) {
  try {
    surfaces.write(*database_);
  } catch (const Xapian::Error& error) {
    fail(error);
  }
  flush();
  try {
    database_->close();
  } catch (const Xapian::Error& error) {
    fail(error);
  }
  database_.reset();
}

}  // namespace backfile
