#include "server/search/database_pool.h"

#include "index/index_error.h"

namespace backfile {

void DatabasePool::take_up(std::shared_ptr<const Generation> generation) {
  std::vector<std::unique_ptr<SearchHandle>> retired;  // closed outside the lock
  const std::scoped_lock lock(mutex_);
  generation_ = std::move(generation);
  retired.swap(idle_);
}

std::shared_ptr<const Generation> DatabasePool::generation() const {
  const std::scoped_lock lock(mutex_);
  return generation_;
}

DatabasePool::Lease DatabasePool::lease() {
  std::shared_ptr<const Generation> generation;
  {
    const std::scoped_lock lock(mutex_);
    if (!generation_) throw NoIndex("no index is loaded");
    if (!idle_.empty()) {
      auto handle = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(handle)};
    }
    generation = generation_;
  }
  auto handle = std::make_unique<SearchHandle>();
  handle->database = generation->open_database();
  for (const std::string& language : generation->manifest().languages) handle->stemmers.emplace_back(language);
  handle->generation = std::move(generation);
  return {*this, std::move(handle)};
}

void DatabasePool::give_back(std::unique_ptr<SearchHandle> handle) {
  const std::scoped_lock lock(mutex_);
  if (handle->generation == generation_) idle_.push_back(std::move(handle));
}

}  // namespace backfile
