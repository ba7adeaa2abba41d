#include "tests/faults/trial.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "index/stored_fields.h"
#include "index/verification.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

std::string headline(int number, int state) {
  return "Ship " + std::to_string(number) + " state " + std::to_string(state);
}

// Every third is a tanker.
bool is_tanker(const std::string& headline) { return std::stoi(headline.substr(5)) % 3 == 0; }

std::string article(int number, int state) {
  const char* const kind = number % 3 == 0 ? "tanker" : "freighter";
  std::string body = "The " + std::string(kind) + " lay at quay " + std::to_string(number * 7919) + " in the harbour.";
  for (int i = 0; i < 20; ++i) body += " Crate " + std::to_string(number * 31 + i) + " was counted by the pilot.";
  return nlohmann::json{{"id", number}, {"headline", headline(number, state)}, {"body", body}}.dump() + "\n";
}

// Written a second ago a file is no evidence; so old it is.
void make_old(const fs::path& file) {
  fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
}

}  // namespace

bool long_trials() {
  const char* const given = std::getenv("BACKFILE_LONG");
  return given && std::string_view(given) == "1";
}

Trial::Trial(int articles, unsigned seed) : random_(seed) {
  // Xapian leaks a little where a disk fails; a program that looks for leaks would end with a status of its own.
  ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
  for (; next_ < articles; ++next_) (next_ % 2 == 0 ? files_ : lines_)[next_] = 0;
  for (const auto& [number, state] : files_) write_file(number);
  write_container();
}

void Trial::write_file(int number) const {
  const std::string name = "news/" + std::string(1, "abc"[number % 3]) + "/" + std::to_string(number) + ".json";
  make_old(folder_.write(name, article(number, files_.at(number))));
}

void Trial::write_container() const {
  std::string text;
  for (const auto& [number, state] : lines_) text += article(number, state);
  make_old(folder_.write("news/wire.jsonl", text));
}

void Trial::change() {
  const auto any = [&](const std::map<int, int>& of) {
    return std::next(of.begin(), static_cast<std::ptrdiff_t>(below(of.size())));
  };
  const int gone = any(files_)->first;
  fs::remove(archive() / std::string(1, "abc"[gone % 3]) / (std::to_string(gone) + ".json"));
  files_.erase(gone);
  files_.emplace(next_, 0);
  write_file(next_++);
  ++lines_.at(any(lines_)->first);
  lines_.emplace(next_++, 0);
  lines_.erase(any(lines_));
  const int again = any(files_)->first;
  ++files_.at(again);
  write_file(again);
  write_container();
}

void Trial::grow(std::size_t articles) {
  for (; articles > 0; --articles) {
    files_.emplace(next_, 0);
    write_file(next_++);
  }
}

Headlines Trial::headlines() const {
  Headlines all;
  for (const auto& [number, state] : files_) all.insert(headline(number, state));
  for (const auto& [number, state] : lines_) all.insert(headline(number, state));
  return all;
}

std::vector<std::string> Trial::command(const std::vector<std::string>& options,
                                        const std::vector<std::string>& before) const {
  std::vector<std::string> all = before;
  all.insert(all.end(),
             {kIndexer, "index", "--quiet", "--archive", archive().string(), "--index", index_.root().string()});
  all.insert(all.end(), options.begin(), options.end());
  return all;
}

Headlines published(const IndexFolder& index) {
  const std::string name = current_generation(index).value();
  SealMemory memory;
  const std::vector<Fault> faults = find_faults(index, name, Depth::whole, memory);
  if (!faults.empty()) throw std::runtime_error(fault_text(faults[0]));
  const auto generation = Generation::open(index, name);
  const Xapian::Database database = generation->open_database();
  Headlines all;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    if (generation->is_withdrawn(*at)) continue;
    const std::string found = decode_article(database.get_document(*at).get_data()).headline;
    if (!all.insert(found).second) throw std::runtime_error("twice in the index: " + found);
  }
  return all;
}

std::vector<std::string> leftovers(const IndexFolder& index) {
  std::vector<std::string> left;
  const auto look = [&](const fs::path& folder, const std::set<std::string>& known) {
    if (!fs::exists(folder)) return;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (!known.contains(entry.path().filename().string())) left.push_back(entry.path().string());
    }
  };
  std::set<std::string> segments;
  const std::vector<std::string> standing = standing_generations(index);
  for (const std::string& name : standing) {
    look(index.generation(name), {"manifest.json", "lexicon", "synonyms", "withdrawn", "ledger"});
    const Manifest manifest = read_manifest(read_manifest_text(index, name).value(), name);
    for (const SegmentEntry& segment : manifest.segments) segments.insert(segment.name);
  }
  look(index.root(), {"current", "generations", "segments", "lock"});
  look(index.root() / "generations", {standing.begin(), standing.end()});
  look(index.segments(), segments);
  return left;
}

bool answers(const Server& server, const IndexFolder& index, const Headlines& headlines) {
  const std::string name = current_generation(index).value();
  const auto tankers = static_cast<std::size_t>(std::ranges::count_if(headlines, is_tanker));
  return comes_true([&] { return server.search("ship").at("index").at("generation") == name; }) &&
         server.search("headline:ship").at("total") == headlines.size() &&
         server.search("tanker harbour").at("total") == tankers &&
         server.search("freighter OR tanker").at("total") == headlines.size() &&
         server.search('"' + *headlines.begin() + '"').at("hits").at(0).at("headline") == *headlines.begin();
}

std::vector<std::string> injected(const std::string& call, const std::string& what, std::size_t n) {
  return {"/usr/bin/strace",
          "-f",
          "-qqq",
          "-o",
          "/dev/null",
          "-e",
          "trace=" + call,
          "-e",
          "inject=" + call + ":" + what + ":when=" + std::to_string(n)};
}

bool can_trace() {
  static const bool can = [] {
    std::vector<std::string> command = injected("getpid", "error=EIO", 1);
    command.push_back("/bin/true");
    const bool there = std::filesystem::exists(command[0]) && run(command).exit == 0;
    if (!there) std::cout << "faults: strace is not there or not allowed: faults of system calls are not tried\n";
    return there;
  }();
  return can;
}

Tally::~Tally() {
  std::cout << "faults: " << what_ << ": " << rounds_ << " rounds, " << whole_ << " whole" << std::endl;
}

}  // namespace backfile
