// The report of a run: what was counted, what was rejected and why, what is worth knowing.
//
// Rejections and notes go to stderr as they happen, one line each, with control characters escaped; all of them go
// into the report file, if one is asked for; the summary line goes to stdout.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "index/run_summary.h"

namespace backfile {

struct RunCounts {
  std::uint64_t indexed = 0;  // new
  std::uint64_t updated = 0;  // changed since the last generation
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;  // in the last generation, not in this one
  std::uint64_t rejected = 0;
  std::uint64_t copies = 0;    // articles that are not the first of their story
  std::uint64_t articles = 0;  // in the generation
  std::string generation;
  double seconds = 0;
};

// "indexed=… updated=… … seconds=…"
std::string summary_line(const RunCounts& counts);

// Text for a terminal or a log: control characters and broken UTF-8 as \xNN, so that a file name cannot write lines.
std::string escaped(std::string_view text);

class Report {
 public:
  // `told`: where rejections and notes go as they happen; not owned.
  explicit Report(std::ostream& told = std::cerr) : told_(told) {}

  // `line` is 0 where the file has none.
  void reject(const std::string& file, std::uint64_t line, std::string_view reason, const std::string& message);
  void note(const std::string& file, std::uint64_t line, const std::string& message);
  // What an earlier run told already: into the report file alone.
  void note_again(const std::string& file, std::uint64_t line, const std::string& message);

  std::uint64_t rejected() const { return rejections_.size(); }
  // What was rejected, by reason.
  std::vector<RejectionGroup> rejections() const;
  // Files and folders that could not be read, as they were told.
  const std::vector<std::string>& unreadable() const { return unreadable_; }
  // Writes the report as one JSON object. Throws WriteError.
  void write(const std::filesystem::path& file, const RunCounts& counts) const;

 private:
  std::ostream& told_;
  nlohmann::ordered_json rejections_ = nlohmann::ordered_json::array();
  std::vector<std::string> unreadable_;
  nlohmann::ordered_json notes_ = nlohmann::ordered_json::array();
};

}  // namespace backfile
