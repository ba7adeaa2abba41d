// The database pool: handles on the generation that is served. A request leases one and gives it back; when a new
// generation is published, requests at work finish on the old one and later ones get the new one.
//
// Safe for any number of threads; a lease belongs to one thread.
#pragma once

#include <xapian.h>

#include <memory>
#include <mutex>
#include <vector>

#include "index/generation.h"
#include "index/stems.h"
#include "server/search/generation_columns.h"

namespace backfile {

// What one request needs of a generation, and no two at once.
struct SearchHandle {
  std::shared_ptr<const Generation> generation;
  std::shared_ptr<const Columns> columns;
  std::vector<Xapian::Database> segments;  // in the manifest's order
  Xapian::Database database;               // all of them together
  std::vector<Stemmer> stemmers;           // of the manifest's languages
};

class DatabasePool {
 public:
  // A leased handle; it returns to the pool by itself.
  class Lease {
   public:
    Lease(DatabasePool& pool, std::unique_ptr<SearchHandle> handle) : pool_(&pool), handle_(std::move(handle)) {}
    ~Lease() {
      if (handle_) pool_->give_back(std::move(handle_));
    }
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;

    const SearchHandle& operator*() const { return *handle_; }
    const SearchHandle* operator->() const { return handle_.get(); }
    // The handle failed: it is not used again.
    void discard() { handle_.reset(); }

   private:
    DatabasePool* pool_;
    std::unique_ptr<SearchHandle> handle_;
  };

  // Serves this generation from now on, once its columns are read; or none. By one thread at a time. Throws IndexError;
  // then it goes on with the one before.
  void take_up(std::shared_ptr<const Generation> generation);
  std::shared_ptr<const Generation> generation() const;

  // Throws NoIndex where nothing was taken up yet, IndexError where the generation cannot be opened.
  Lease lease();

 private:
  void give_back(std::unique_ptr<SearchHandle> handle);

  mutable std::mutex mutex_;
  std::shared_ptr<const Generation> generation_;
  std::shared_ptr<const GenerationColumns> columns_;  // changed by take_up() alone
  std::vector<std::unique_ptr<SearchHandle>> idle_;   // all of generation_
};

}  // namespace backfile
