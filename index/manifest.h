// The manifest: what one generation of the index is made of. A JSON file in the generation's folder; what it does not
// name is no part of the index. It carries the checksum of its own text (index/sealed_text.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/durable_file.h"
#include "index/run_summary.h"

namespace backfile {

// One immutable Xapian database: the file segments/NAME.
struct SegmentEntry {
  std::string name;
  std::uint32_t articles = 0;  // withdrawn ones too
  FileSeal seal;
  friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct Manifest {
  std::string generation;  // its name and its folder's
  int schema = 0;          // kSchemaVersion of the program that made it
  std::string software;    // version of that program
  std::string built_at;    // RFC 3339, UTC
  std::uint32_t articles = 0;
  std::uint32_t stories = 0;
  std::string word_lists;              // digest of the lists and the map of fields that it was made with
  std::vector<std::string> languages;  // whose stem families the lexicon holds
  std::vector<SegmentEntry> segments;
  FileSeal lexicon;
  FileSeal synonyms;
  FileSeal withdrawn;  // documents of the segments that are no part of it: index/withdrawn.h
  FileSeal ledger;     // what the indexer knows of the archive; no reader needs it
  RunSummary run;      // that made it
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

std::string write_manifest(const Manifest& manifest);
// What the manifest says of its run, as a JSON object.
std::string run_summary_json(const RunSummary& run);

// Throws, naming `file`: OtherVersion where it is of another schema version, IndexError where it is no manifest or a
// byte of it was changed.
Manifest read_manifest(std::string_view text, const std::string& file);

}  // namespace backfile
