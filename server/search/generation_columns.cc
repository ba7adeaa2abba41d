#include "server/search/generation_columns.h"

#include <utility>

#include "index/index_error.h"

namespace backfile {

GenerationColumns::GenerationColumns(std::shared_ptr<const Generation> generation, const GenerationColumns* before)
    : generation_(std::move(generation)) {
  if (before) segments_ = before->segments();
}

GenerationColumns::SegmentsByUuid GenerationColumns::segments() const {
  const std::scoped_lock lock(mutex_);
  return segments_;
}

const Columns& GenerationColumns::get() const {
  const std::scoped_lock lock(mutex_);
  if (columns_) return *columns_;
  try {
    read();
  } catch (const Xapian::Error& error) {
    throw IndexError("the columns cannot be read: " + error.get_description());
  }
  return *columns_;
}

void GenerationColumns::read() const {
  SegmentsByUuid read_ones;
  std::vector<SegmentOfColumns> parts;
  for (const Xapian::Database& segment : generation_->open_segments()) {
    const std::string uuid = segment.get_uuid();
    const auto known = segments_.find(uuid);
    auto columns = known != segments_.end() ? known->second
                                            : std::make_shared<const SegmentColumns>(read_segment_columns(segment));
    parts.push_back({columns, &generation_->withdrawn_of(uuid)});
    read_ones.emplace(uuid, std::move(columns));
  }
  columns_ = std::make_unique<const Columns>(join_columns(parts));
  segments_ = std::move(read_ones);
}

}  // namespace backfile
