// The generation that stands while a run builds the next one: what changed is told by comparing with it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>

#include "index/generation.h"

namespace backfile {

class PreviousGeneration {
 public:
  // Nothing published yet, or not readable by this program (the run builds a new one anyway): then it is empty.
  explicit PreviousGeneration(const IndexFolder& index);

  enum class Difference { added, changed, none };
  // Compares an article, as it will be stored, with the one of the same id.
  Difference compare(const std::string& article_id, const std::string& stored) const;

  std::uint32_t articles() const { return generation_ ? generation_->manifest().articles : 0; }
  const Manifest* manifest() const { return generation_ ? &generation_->manifest() : nullptr; }

 private:
  std::shared_ptr<const Generation> generation_;
  Xapian::Database database_;
};

}  // namespace backfile
