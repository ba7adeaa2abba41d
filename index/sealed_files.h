// The sealed files of a generation: all files that its manifest names, each with the seal it was published with. This
// is the one list of them: opening, verifying and watching a generation go by it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "index/generation.h"

namespace backfile {

struct SealedFile {
  std::filesystem::path path;
  FileSeal seal;
};

std::vector<SealedFile> sealed_files(const IndexFolder& index, const Manifest& manifest);

// What can be wrong with a generation.
enum class FaultKind {
  missing,     // a file is not there
  size,        // a file has another size than it was published with
  checksum,    // a file has other bytes
  manifest,    // the manifest is none, or a byte of it was changed
  version,     // made by a program that builds another version of the index
  foreign,     // the manifest is that of another generation
  empty,       // it names no segment
  articles,    // a segment holds another number of articles than the manifest says
  unreadable,  // it cannot be opened
};

struct Fault {
  FaultKind kind = FaultKind::unreadable;
  std::filesystem::path file;
  std::string what;  // goes on after the file's name: "has 5 bytes, not 7"
};

// For the operator: file and what is wrong.
std::string fault_text(const Fault& fault);

// For everyone to read: a sentence that names no file.
std::string fault_reason(const Fault& fault);

// Is the file there, with its size? Nothing where it is. Does not read it.
std::optional<Fault> size_fault(const SealedFile& file);

}  // namespace backfile
