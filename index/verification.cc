#include "index/verification.h"

#include <xapian.h>

#include "index/index_error.h"

namespace backfile {
namespace {

// The manifest, or why there is none to go by.
std::optional<Manifest> read_sound_manifest(const IndexFolder& index, const std::string& generation,
                                            std::vector<Fault>& faults) {
  const std::filesystem::path file = index.manifest(generation);
  try {
    const auto text = read_manifest_text(index, generation);
    if (!text) {
      faults.push_back({FaultKind::missing, file, "is missing"});
      return std::nullopt;
    }
    Manifest manifest = read_manifest(*text, file.string());
    if (manifest.generation != generation) {
      faults.push_back({FaultKind::foreign, file, "is that of the generation " + manifest.generation});
    } else if (manifest.segments.empty()) {
      faults.push_back({FaultKind::empty, file, "names no segment"});
    } else {
      return manifest;
    }
  } catch (const OtherVersion&) {
    faults.push_back({FaultKind::version, file, "is of another version of the index than this program's"});
  } catch (const IndexError&) {
    faults.push_back({FaultKind::manifest, file, "is damaged or no manifest"});
  }
  return std::nullopt;
}

std::optional<Fault> checksum_fault(const SealedFile& file, SealMemory& memory, const std::stop_token& stop) {
  try {
    if (memory.seal_of(file.path, stop) == file.seal) return std::nullopt;
    return Fault{FaultKind::checksum, file.path, "is damaged: its checksum is wrong"};
  } catch (const ReadingStopped&) {
    throw;
  } catch (const std::runtime_error& error) {
    return Fault{FaultKind::unreadable, file.path, std::string("cannot be read: ") + error.what()};
  }
}

// Asked last: what was changed on the disk is not given to Xapian, which damage can crash.
void find_opening_faults(const IndexFolder& index, const Manifest& manifest, Depth depth, std::vector<Fault>& faults) {
  std::filesystem::path file = index.generation(manifest.generation);
  try {
    Generation::open(index, manifest.generation)->open_database();
    if (depth == Depth::sizes) return;
    for (const SegmentEntry& segment : manifest.segments) {
      file = index.segment(segment.name);
      const Xapian::doccount articles = Xapian::Database(file.string()).get_doccount();
      if (articles == segment.articles) continue;
      faults.push_back({FaultKind::articles, file,
                        "holds " + std::to_string(articles) + " articles, not " + std::to_string(segment.articles)});
    }
  } catch (const IndexError& error) {
    faults.push_back({FaultKind::unreadable, file, std::string("cannot be opened: ") + error.what()});
  } catch (const Xapian::Error& error) {
    faults.push_back({FaultKind::unreadable, file, "cannot be opened: " + error.get_description()});
  }
}

}  // namespace

std::vector<Fault> find_faults(const IndexFolder& index, const std::string& generation, Depth depth, SealMemory& memory,
                               const std::stop_token& stop) {
  std::vector<Fault> faults;
  const auto manifest = read_sound_manifest(index, generation, faults);
  if (!manifest) return faults;
  for (const SealedFile& file : sealed_files(index, *manifest)) {
    auto fault = size_fault(file);
    if (!fault && depth == Depth::whole) fault = checksum_fault(file, memory, stop);
    if (fault) faults.push_back(std::move(*fault));
  }
  if (faults.empty()) find_opening_faults(index, *manifest, depth, faults);
  return faults;
}

}  // namespace backfile
