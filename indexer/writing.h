// Writing: from the ledger of a survey to the segments of the next generation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/generation.h"
#include "indexer/ledger.h"
#include "indexer/previous_generation.h"
#include "indexer/report.h"
#include "indexer/spool.h"

namespace backfile {

// Sets Article's id, story and copies of what was read or stored before. For any number of threads.
class ArticleStore {
 public:
  ArticleStore(const Ledger& ledger, const Spool& spool, const PreviousGeneration& previous)
      : ledger_(ledger), spool_(spool), previous_(previous) {}

  // The article as it is to be stored, by its number in the ledger. Throws WriteError, IndexError.
  Article article(std::uint32_t number) const;

 private:
  const Ledger& ledger_;
  const Spool& spool_;
  const PreviousGeneration& previous_;
};

// Sets `stored` of all that is `written`; where the last generation has the very same document, that is kept.
void compare_with_previous(Ledger& ledger, const ArticleStore& store, const PreviousGeneration& previous);

// indexed, updated, unchanged, deleted, copies and articles; the generation is the previous one.
RunCounts count_changes(const Ledger& ledger, const PreviousGeneration& previous);

struct WrittenSegments {
  std::vector<SegmentEntry> segments;
  std::vector<WithdrawnFlags> withdrawn;
};

// Writes what is `written` to the new segment `name`, and with it segments that merge (segment_plan.h); says in the
// ledger where every document is. Articles that the index refuses lose their id, and are reported. Throws WriteError,
// IndexError, std::runtime_error as write_segment.
WrittenSegments write_segments(const IndexFolder& index, const std::string& name, Ledger& ledger,
                               const ArticleStore& store, const PreviousGeneration& previous, Report& report);

}  // namespace backfile
