#include "server/search/database_pool.h"

#include "index/index_error.h"

namespace backfile {

void DatabasePool::take_up(std::shared_ptr<const Generation> generation) {
  std::vector<std::unique_ptr<SearchHandle>> retired;  // closed outside the lock
  auto columns = generation ? read_columns(*generation, columns_.get()) : nullptr;
  const std::scoped_lock lock(mutex_);
  generation_ = std::move(generation);
  columns_ = std::move(columns);
  retired.swap(idle_);
}

std::shared_ptr<const Generation> DatabasePool::generation() const {
  const std::scoped_lock lock(mutex_);
  return generation_;
}

DatabasePool::Lease DatabasePool::lease() {
  auto handle = std::make_unique<SearchHandle>();
  {
    const std::scoped_lock lock(mutex_);
    if (!generation_) throw NoIndex("no index is loaded");
    if (!idle_.empty()) {
      handle = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(handle)};
    }
    handle->generation = generation_;
    handle->columns = {columns_, &columns_->columns};
  }
  handle->segments = handle->generation->open_segments();
  for (const Xapian::Database& segment : handle->segments) handle->database.add_database(segment);
  for (const std::string& language : handle->generation->manifest().languages) handle->stemmers.emplace_back(language);
  return {*this, std::move(handle)};
}

void DatabasePool::give_back(std::unique_ptr<SearchHandle> handle) {
  const std::scoped_lock lock(mutex_);
  if (handle->generation == generation_) idle_.push_back(std::move(handle));
}

}  // namespace backfile
