#include "indexer/verify.h"

#include <algorithm>

#include "index/index_error.h"
#include "index/verification.h"
#include "indexer/report.h"

namespace backfile {
namespace {

struct Verified {
  std::string generation;
  std::vector<Fault> faults;
};

// What `current` holds; nothing, and a fault, where it is no name.
std::string read_current(const IndexFolder& index, std::vector<Verified>& verified) {
  try {
    const auto current = current_generation(index);
    if (!current) throw NoIndex("no index in " + index.root().string() + ": run backfile-indexer index");
    return *current;
  } catch (const NoIndex&) {
    throw;
  } catch (const IndexError&) {
    verified.push_back({"", {{FaultKind::foreign, index.current(), "names no generation"}}});
    return "";
  }
}

// What to run: for the current generation `rollback`, if there is one to go back to.
std::string mend(const IndexFolder& index, const std::string& faulty, const std::string& current, bool older_is_sound) {
  const std::string full = "backfile-indexer index --full --index " + index.root().string();
  if (faulty != current) return "the current generation does not need it; it goes with the next runs of " + full;
  if (!older_is_sound) return "run " + full;
  return "run backfile-indexer rollback --index " + index.root().string() + ", then " + full;
}

void tell_sound(const IndexFolder& index, const std::string& generation, bool current, std::ostream& out) {
  const auto text = read_manifest_text(index, generation);
  if (!text) return;  // taken away a moment ago
  const Manifest manifest = read_manifest(*text, index.manifest(generation).string());
  out << generation << ": whole, " << manifest.articles << " articles, " << sealed_files(index, manifest).size() + 1
      << " files" << (current ? " (current)" : "") << '\n';
}

}  // namespace

bool verify_index(const IndexFolder& index, std::ostream& out, std::ostream& err) {
  std::vector<Verified> verified;
  const std::string current = read_current(index, verified);
  std::vector<std::string> names = standing_generations(index);
  if (!current.empty() && std::ranges::find(names, current) == names.end()) names.insert(names.begin(), current);
  SealMemory memory;  // segments that generations share are read once
  for (const std::string& name : names) {
    if (!current.empty() && name > current) {
      out << name << ": newer than the current generation, not checked\n";
      continue;
    }
    auto faults = find_faults(index, name, Depth::whole, memory);
    if (name != current && !std::filesystem::exists(index.manifest(name))) continue;  // a run took it away
    verified.push_back({name, std::move(faults)});
  }
  const bool older_is_sound = std::ranges::any_of(
      verified, [&](const Verified& one) { return one.generation != current && one.faults.empty(); });
  bool sound = true;
  for (const Verified& one : verified) {
    if (one.faults.empty()) tell_sound(index, one.generation, one.generation == current, out);
    for (const Fault& fault : one.faults) {
      sound = false;
      err << escaped(fault_text(fault)) << ": " << escaped(mend(index, one.generation, current, older_is_sound))
          << '\n';
    }
  }
  return sound;
}

}  // namespace backfile
