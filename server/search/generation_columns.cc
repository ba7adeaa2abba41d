#include "server/search/generation_columns.h"

#include <vector>

#include "index/index_error.h"

namespace backfile {
namespace {

using SegmentPointer = std::shared_ptr<const SegmentColumns>;

SegmentPointer columns_of(const Xapian::Database& segment, const std::string& uuid, const GenerationColumns* before) {
  if (before) {
    const auto known = before->segments.find(uuid);
    if (known != before->segments.end()) return known->second;
  }
  return std::make_shared<const SegmentColumns>(read_segment_columns(segment));
}

}  // namespace

std::shared_ptr<const GenerationColumns> read_columns(const Generation& generation, const GenerationColumns* before) {
  try {
    const auto read = std::make_shared<GenerationColumns>();
    std::vector<SegmentOfColumns> parts;
    for (const Xapian::Database& segment : generation.open_segments()) {
      const std::string uuid = segment.get_uuid();
      SegmentPointer columns = columns_of(segment, uuid, before);
      parts.push_back({columns, &generation.withdrawn_of(uuid)});
      read->segments.emplace(uuid, std::move(columns));
    }
    read->columns = join_columns(parts);
    return read;
  } catch (const Xapian::Error& error) {
    throw IndexError("its columns cannot be read: " + error.get_description());
  }
}

}  // namespace backfile
