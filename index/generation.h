// Generations: the published states of an index, and how one follows the other.
//
//   INDEX/current                     one line: the name of the generation that is served
//   INDEX/generations/NAME/manifest.json, lexicon, synonyms      without a manifest it is no generation
//   INDEX/segments/NAME               immutable, shared by generations
//   INDEX/building/                   what a run is making; nobody reads it
//   INDEX/lock                        held by the run at work
//
// `current` is replaced by one rename after everything it leads to is synced: a reader finds the old generation or the
// new one, whole. A name is a serial number of eight digits, '-' and the time it was built, in UTC.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/lexicon.h"
#include "index/manifest.h"
#include "index/synonyms.h"
#include "index/withdrawn.h"

namespace backfile {

inline constexpr std::size_t kKeptGenerations = 3;

class IndexFolder {
 public:
  explicit IndexFolder(std::filesystem::path root) : root_(std::move(root)) {}

  std::filesystem::path root() const { return root_; }
  std::filesystem::path current() const { return root_ / "current"; }
  std::filesystem::path generation(const std::string& name) const { return root_ / "generations" / name; }
  std::filesystem::path manifest(const std::string& name) const { return generation(name) / "manifest.json"; }
  std::filesystem::path lexicon(const std::string& name) const { return generation(name) / "lexicon"; }
  std::filesystem::path synonyms(const std::string& name) const { return generation(name) / "synonyms"; }
  std::filesystem::path withdrawn(const std::string& name) const { return generation(name) / "withdrawn"; }
  std::filesystem::path ledger(const std::string& name) const { return generation(name) / "ledger"; }
  std::filesystem::path segments() const { return root_ / "segments"; }
  std::filesystem::path segment(const std::string& name) const { return segments() / name; }
  std::filesystem::path building() const { return root_ / "building"; }
  std::filesystem::path lock() const { return root_ / "lock"; }

 private:
  std::filesystem::path root_;
};

// The name that `current` holds; nothing where nothing was published. Throws IndexError where it is no such name.
std::optional<std::string> current_generation(const IndexFolder& index);

// Generations that were published whole and may be gone back to, the newest first: all that have a manifest. Throws
// IndexError where they cannot be listed.
std::vector<std::string> standing_generations(const IndexFolder& index);

// The text of a generation's manifest (index/manifest.h reads it); nothing where there is none.
std::optional<std::string> read_manifest_text(const IndexFolder& index, const std::string& generation);

// Makes another generation the current one, by one rename. Throws WriteError; then the last one still stands.
void make_current(const IndexFolder& index, const std::string& generation);

// A generation that was rolled back from stands no longer: nothing goes back to it, the next publication takes it away.
// Until then its manifest lies beside its place, as left.json. Never the current one. Throws WriteError.
void leave_generation(const IndexFolder& index, const std::string& generation);

// The name of a generation built now: its serial number is one more than that of any that stands.
std::string next_generation_name(const IndexFolder& index, std::int64_t unix_seconds);

// What a generation has beside its segments, as bytes.
struct GenerationFiles {
  std::string lexicon;
  std::string synonyms;                   // the text of the list
  std::vector<WithdrawnFlags> withdrawn;  // a set a segment; may be empty where nothing is withdrawn
  std::string ledger;
};

// Writes the files and the manifest (which gets their seals), then makes the generation the current one. The segments
// that the manifest names are already in place and synced. Throws WriteError; then the last generation still stands.
void publish_generation(const IndexFolder& index, Manifest manifest, const GenerationFiles& files);

// Takes away generations but the newest kKeptGenerations, and segments that no kept one names. Never the current one.
// What stands no longer, or was left without a manifest by a run that was cut short, is no generation and goes. Where a
// folder or a manifest cannot be read now, nothing that it may name goes; throws IndexError where a folder cannot.
void prune_generations(const IndexFolder& index);

// One generation, open to be read. Immutable; safe for any number of threads but for the databases it opens.
class Generation {
 public:
  // Opens a generation: manifest, sizes of all files, lexicon, synonyms. Throws IndexError.
  static std::shared_ptr<const Generation> open(const IndexFolder& index, const std::string& name);
  // The current one. Throws NoIndex where there is none.
  static std::shared_ptr<const Generation> open_current(const IndexFolder& index);

  const Manifest& manifest() const { return manifest_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Synonyms& synonyms() const { return synonyms_; }
  bool any_withdrawn() const { return any_withdrawn_; }
  // Of the segment whose database has this UUID; none where there is no such segment.
  const WithdrawnFlags& withdrawn_of(const std::string& uuid) const;
  // Of a docid of open_database(): is the document no part of the generation?
  bool is_withdrawn(Xapian::docid docid) const;
  // New handles on the segments, in the manifest's order, and on all of them together; for one thread at a time. Throws
  // IndexError.
  std::vector<Xapian::Database> open_segments() const;
  Xapian::Database open_database() const;

 private:
  Generation(IndexFolder index, Manifest manifest);

  IndexFolder index_;
  Manifest manifest_;
  Lexicon lexicon_;
  Synonyms synonyms_;
  std::vector<WithdrawnFlags> withdrawn_;  // one for each segment of the manifest
  std::vector<std::string> uuids_;         // of the segments' databases, where anything is withdrawn
  bool any_withdrawn_ = false;
};

}  // namespace backfile
