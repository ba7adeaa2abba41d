#include "index/sealed_files.h"

namespace backfile {

std::vector<SealedFile> sealed_files(const IndexFolder& index, const Manifest& manifest) {
  std::vector<SealedFile> files{{index.lexicon(manifest.generation), manifest.lexicon},
                                {index.synonyms(manifest.generation), manifest.synonyms},
                                {index.withdrawn(manifest.generation), manifest.withdrawn},
                                {index.ledger(manifest.generation), manifest.ledger}};
  for (const SegmentEntry& segment : manifest.segments) files.push_back({index.segment(segment.name), segment.seal});
  return files;
}

std::string fault_text(const Fault& fault) { return fault.file.string() + " " + fault.what; }

std::string fault_reason(const Fault& fault) {
  switch (fault.kind) {
    case FaultKind::missing:
      return "A file of it is missing.";
    case FaultKind::size:
      return "A file of it has another size than it was published with.";
    case FaultKind::checksum:
      return "A file of it is damaged: its checksum is wrong.";
    case FaultKind::manifest:
      return "Its manifest is damaged.";
    case FaultKind::version:
      return "It was made by a program that builds another version of the index.";
    case FaultKind::foreign:
      return "Its manifest is that of another generation.";
    case FaultKind::empty:
      return "It is empty.";
    case FaultKind::articles:
      return "It holds another number of articles than it was published with.";
    case FaultKind::unreadable:
      break;
  }
  return "It cannot be read.";
}

std::optional<Fault> size_fault(const SealedFile& file) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(file.path, error);
  if (error == std::errc::no_such_file_or_directory) return Fault{FaultKind::missing, file.path, "is missing"};
  if (error) return Fault{FaultKind::unreadable, file.path, "cannot be read: " + error.message()};
  if (bytes == file.seal.bytes) return std::nullopt;
  return Fault{FaultKind::size, file.path,
               "has " + std::to_string(bytes) + " bytes, not " + std::to_string(file.seal.bytes)};
}

}  // namespace backfile
