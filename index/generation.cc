#include "index/generation.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "index/index_error.h"
#include "index/sealed_files.h"
#include "index/settings.h"

namespace backfile {
namespace {

constexpr std::string_view kMend = ": run backfile-indexer index --full";

std::optional<std::string> read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::optional<std::uint64_t> serial_of(std::string_view name) {
  std::uint64_t serial = 0;
  if (name.size() < 9 || name[8] != '-') return std::nullopt;
  const auto [end, error] = std::from_chars(name.data(), name.data() + 8, serial);
  if (error != std::errc{} || end != name.data() + 8) return std::nullopt;
  return serial;
}

Manifest read_manifest_of(const IndexFolder& index, const std::string& name) {
  const auto text = read_manifest_text(index, name);
  if (!text) throw IndexError(index.manifest(name).string() + " is missing" + std::string(kMend));
  return read_manifest(*text, index.manifest(name).string());
}

// Newest first. Throws IndexError where they cannot be listed: none is another thing.
std::vector<std::string> generation_names(const IndexFolder& index) {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator at(index.root() / "generations", error);
  if (error == std::errc::no_such_file_or_directory) return names;
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  if (error) {
    throw IndexError("cannot list " + (index.root() / "generations").string() + ": " + error.message() +
                     ": mend the disk, then run backfile-indexer verify");
  }
  std::ranges::sort(names, std::greater<>{});
  return names;
}

// There is nothing of this name, which is not the same as something that cannot be read now.
bool is_missing(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found;
}

Xapian::Database open_segment(const std::filesystem::path& segment) {
  try {
    return Xapian::Database(segment.string());
  } catch (const Xapian::Error& error) {
    throw IndexError("cannot read the segment " + segment.string() + ": " + error.get_description() +
                     std::string(kMend));
  }
}

Synonyms read_synonyms(const std::filesystem::path& file) {
  try {
    return Synonyms::parse(read_text(file).value_or(""), file.string());
  } catch (const SettingsError& error) {
    throw IndexError(std::string(error.what()) + std::string(kMend));
  }
}

}  // namespace

std::optional<std::string> current_generation(const IndexFolder& index) {
  auto name = read_text(index.current());
  if (!name) return std::nullopt;
  while (!name->empty() && name->back() == '\n') name->pop_back();
  if (!serial_of(*name) || name->find('/') != std::string::npos) {
    throw IndexError(index.current().string() + " names no generation" + std::string(kMend));
  }
  return name;
}

std::vector<std::string> standing_generations(const IndexFolder& index) {
  std::vector<std::string> names = generation_names(index);
  std::erase_if(names, [&](const std::string& name) {
    return !serial_of(name) || !std::filesystem::is_regular_file(index.manifest(name));
  });
  return names;
}

std::optional<std::string> read_manifest_text(const IndexFolder& index, const std::string& generation) {
  return read_text(index.manifest(generation));
}

void make_current(const IndexFolder& index, const std::string& generation) {
  write_file_durably(index.current(), generation + "\n");
}

void leave_generation(const IndexFolder& index, const std::string& generation) {
  const std::filesystem::path folder = index.generation(generation);
  std::error_code error;
  std::filesystem::rename(index.manifest(generation), folder / "left.json", error);
  if (error) throw WriteError("cannot rename " + index.manifest(generation).string() + ": " + error.message());
  sync_directory(folder);
}

std::string next_generation_name(const IndexFolder& index, std::int64_t unix_seconds) {
  std::uint64_t serial = 1;
  for (const std::string& name : generation_names(index)) serial = std::max(serial, serial_of(name).value_or(0) + 1);
  const std::time_t time = unix_seconds;
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  char text[64];
  const int length = std::snprintf(text, sizeof text, "%08llu-", static_cast<unsigned long long>(serial));
  std::strftime(text + length, sizeof text - static_cast<std::size_t>(length), "%Y%m%dT%H%M%SZ", &utc);
  return text;
}

void publish_generation(const IndexFolder& index, Manifest manifest, const GenerationFiles& files) {
  const std::string& name = manifest.generation;
  const std::filesystem::path folder = index.generation(name);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw WriteError("cannot make " + folder.string() + ": " + error.message());
  const auto write = [](const std::filesystem::path& file, std::string_view bytes) {
    write_file_durably(file, bytes);
    return seal_of(file);
  };
  std::vector<WithdrawnFlags> withdrawn = files.withdrawn;
  withdrawn.resize(manifest.segments.size());
  manifest.lexicon = write(index.lexicon(name), files.lexicon);
  manifest.synonyms = write(index.synonyms(name), files.synonyms);
  manifest.withdrawn = write(index.withdrawn(name), write_withdrawn(withdrawn));
  manifest.ledger = write(index.ledger(name), files.ledger);
  write_file_durably(index.manifest(name), write_manifest(manifest));
  sync_directory(index.segments());
  sync_directory(folder.parent_path());
  sync_directory(index.root());
  try {
    Generation::open(index, name)->open_database();  // as a reader will: before it is current
  } catch (const IndexError& fault) {
    throw WriteError(std::string("the new generation cannot be read back: ") + fault.what());
  }
  make_current(index, name);
}

void prune_generations(const IndexFolder& index) {
  const auto current = current_generation(index);
  std::error_code error;
  std::set<std::string> kept_segments;
  std::size_t kept = 0;
  for (const std::string& name : generation_names(index)) {
    const auto text = read_manifest_text(index, name);
    if (!text && (name == current || !is_missing(index.manifest(name)))) return;  // nor here
    if (text && (name == current || kept < kKeptGenerations)) {
      ++kept;
      try {
        for (const SegmentEntry& segment : read_manifest(*text, name).segments) kept_segments.insert(segment.name);
      } catch (const IndexError&) {
        return;  // what a generation of another version names is not known: keep everything
      }
    } else {
      std::filesystem::remove_all(index.generation(name), error);
    }
  }
  if (current && kept == 0) return;  // nor here
  for (const auto& entry : std::filesystem::directory_iterator(index.segments(), error)) {
    if (!kept_segments.contains(entry.path().filename().string())) std::filesystem::remove_all(entry.path(), error);
  }
}

Generation::Generation(IndexFolder index, Manifest manifest)
    : index_(std::move(index)),
      manifest_(std::move(manifest)),
      lexicon_(index_.lexicon(manifest_.generation)),
      synonyms_(read_synonyms(index_.synonyms(manifest_.generation))) {
  const std::filesystem::path file = index_.withdrawn(manifest_.generation);
  std::uint64_t most = 0;
  for (const SegmentEntry& segment : manifest_.segments) most = std::max<std::uint64_t>(most, segment.articles);
  withdrawn_ = read_withdrawn(read_text(file).value_or(""), manifest_.segments.size(), most, file.string());
  any_withdrawn_ = std::ranges::any_of(withdrawn_, [](const WithdrawnFlags& flags) { return !flags.empty(); });
  if (!any_withdrawn_) return;
  for (const SegmentEntry& segment : manifest_.segments) {
    uuids_.push_back(open_segment(index_.segment(segment.name)).get_uuid());
  }
}

const WithdrawnFlags& Generation::withdrawn_of(const std::string& uuid) const {
  static const WithdrawnFlags kNone;
  const auto found = std::ranges::find(uuids_, uuid);
  return found == uuids_.end() ? kNone : withdrawn_[static_cast<std::size_t>(found - uuids_.begin())];
}

std::shared_ptr<const Generation> Generation::open(const IndexFolder& index, const std::string& name) {
  Manifest manifest = read_manifest_of(index, name);
  for (const SealedFile& file : sealed_files(index, manifest)) {
    if (const auto fault = size_fault(file)) throw IndexError(fault_text(*fault) + std::string(kMend));
  }
  return std::shared_ptr<const Generation>(new Generation(index, std::move(manifest)));
}

std::shared_ptr<const Generation> Generation::open_current(const IndexFolder& index) {
  const auto name = current_generation(index);
  if (!name) throw NoIndex("no index in " + index.root().string() + ": run backfile-indexer index");
  return open(index, *name);
}

// Xapian deals documents out to its databases in turn.
bool Generation::is_withdrawn(Xapian::docid docid) const {
  const auto segments = static_cast<Xapian::docid>(withdrawn_.size());
  return is_set(withdrawn_[(docid - 1) % segments], (docid - 1) / segments + 1);
}

std::vector<Xapian::Database> Generation::open_segments() const {
  std::vector<Xapian::Database> segments;
  for (const SegmentEntry& segment : manifest_.segments) segments.push_back(open_segment(index_.segment(segment.name)));
  return segments;
}

Xapian::Database Generation::open_database() const {
  Xapian::Database all;
  for (const Xapian::Database& segment : open_segments()) all.add_database(segment);
  return all;
}

}  // namespace backfile
