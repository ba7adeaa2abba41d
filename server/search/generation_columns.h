// The columns of one generation, read when they are first asked for: a search that counts nothing by them never waits.
// Safe for any number of threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "index/generation.h"
#include "server/search/columns.h"

namespace backfile {

class GenerationColumns {
 public:
  // What `before`, the columns of another generation (or none), has of segments that both share is not read again.
  GenerationColumns(std::shared_ptr<const Generation> generation, const GenerationColumns* before);

  // The first caller reads them, at some microseconds an article; others wait for it. Throws IndexError; the
  // next caller then tries anew.
  const Columns& get() const;

 private:
  using SegmentsByUuid = std::map<std::string, std::shared_ptr<const SegmentColumns>>;
  void read() const;
  SegmentsByUuid segments() const;

  const std::shared_ptr<const Generation> generation_;
  mutable std::mutex mutex_;
  mutable SegmentsByUuid segments_;  // before they are read: what was known of them
  mutable std::unique_ptr<const Columns> columns_;
};

}  // namespace backfile
