#include "indexer/rollback.h"

#include "index/index_error.h"
#include "index/verification.h"
#include "indexer/report.h"
#include "indexer/run_lock.h"

namespace backfile {
namespace {

std::string current_or_none(const IndexFolder& index) {
  try {
    return current_generation(index).value_or("");
  } catch (const IndexError&) {
    return "";
  }
}

// The newest whole generation that is older than the one named, or of all where none is named.
std::string newest_whole(const IndexFolder& index, const std::string& than, std::ostream& err) {
  SealMemory memory;
  for (const std::string& name : standing_generations(index)) {
    if (!than.empty() && name >= than) continue;
    const auto faults = find_faults(index, name, Depth::whole, memory);
    if (faults.empty()) return name;
    for (const Fault& fault : faults) err << escaped(fault_text(fault)) << '\n';
  }
  return "";
}

}  // namespace

std::string roll_back(const IndexFolder& index, std::ostream& err) {
  const std::string full = "run backfile-indexer index --full --index " + index.root().string();
  if (standing_generations(index).empty()) {
    throw NoIndex("no generation in " + index.root().string() + ": " + full);
  }
  const RunLock lock(index.lock());
  const std::string name = newest_whole(index, current_or_none(index), err);
  if (name.empty()) throw IndexError("no older generation in " + index.root().string() + " is whole: " + full);
  make_current(index, name);
  for (const std::string& standing : standing_generations(index)) {
    if (standing > name) leave_generation(index, standing);
  }
  return name;
}

}  // namespace backfile
