// Publishing: from the segments of a run to a generation that readers take up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/withdrawn.h"
#include "indexer/config.h"
#include "indexer/stop_words.h"

namespace backfile {

struct Publication {
  std::string generation;  // its name
  std::int64_t now = 0;    // seconds since 1970
  std::uint32_t articles = 0;
  std::uint32_t stories = 0;
  std::vector<SegmentEntry> segments;
  std::vector<WithdrawnFlags> withdrawn;  // a set a segment
  std::string ledger;
  RunSummary run;
};

// Smoke-tests the segments, makes lexicon and manifest, publishes, and prunes older generations. Throws WriteError, and
// std::runtime_error where a segment does not answer as it must.
void publish(const IndexFolder& index, const IndexerConfig& config, const StopWords& stop_words,
             Publication&& publication);

}  // namespace backfile
