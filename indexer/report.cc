#include "indexer/report.h"

#include <algorithm>
#include <cstdio>
#include <functional>

#include "index/character.h"
#include "index/durable_file.h"
#include "indexer/rejection.h"

namespace backfile {
namespace {

std::string place(const std::string& file, std::uint64_t line) {
  return line == 0 ? escaped(file) : escaped(file) + ":" + std::to_string(line);
}

}  // namespace

std::string summary_line(const RunCounts& counts) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.1f", counts.seconds);
  std::string line;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!line.empty()) line += ' ';
    line.append(name).append("=").append(value);
  };
  add("indexed", std::to_string(counts.indexed));
  add("updated", std::to_string(counts.updated));
  add("unchanged", std::to_string(counts.unchanged));
  add("deleted", std::to_string(counts.deleted));
  add("rejected", std::to_string(counts.rejected));
  add("copies", std::to_string(counts.copies));
  add("articles", std::to_string(counts.articles));
  add("generation", counts.generation);
  add("seconds", seconds);
  return line;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool shown = c.code >= 0x20 && c.code != 0x7F && !(c.code >= 0x80 && c.code < 0xA0) && c.code != 0x2028 &&
                       c.code != 0x2029 && !(c.code >= 0x202A && c.code <= 0x202E) &&
                       !(c.code >= 0x2066 && c.code <= 0x2069);
    for (; at < c.end; ++at) {
      char hex[5];
      std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(text[at]));
      if (shown) {
        out += text[at];
      } else {
        out += hex;
      }
    }
  }
  return out;
}

void Report::reject(const std::string& file, std::uint64_t line, std::string_view reason, const std::string& message) {
  told_ << "rejected " << place(file, line) << ": " << reason << ": " << escaped(message) << '\n';
  if (reason == reason_name(Reason::unreadable)) unreadable_.push_back(file);
  rejections_.push_back({{"file", file}, {"line", line}, {"reason", reason}, {"message", message}});
}

void Report::note(const std::string& file, std::uint64_t line, const std::string& message) {
  told_ << "note " << place(file, line) << ": " << escaped(message) << '\n';
  note_again(file, line, message);
}

void Report::note_again(const std::string& file, std::uint64_t line, const std::string& message) {
  notes_.push_back({{"file", file}, {"line", line}, {"message", message}});
}

std::vector<RejectionGroup> Report::rejections() const {
  constexpr std::size_t kMostFiles = 10;
  std::vector<RejectionGroup> groups;
  for (const ReasonRow& row : kReasons) groups.push_back({std::string(row.name), std::string(row.sentence), 0, {}});
  for (const auto& rejection : rejections_) {
    const auto group =
        std::ranges::find(groups, rejection.at("reason").get_ref<const std::string&>(), &RejectionGroup::reason);
    if (group == groups.end()) continue;
    ++group->count;
    const std::string& file = rejection.at("file").get_ref<const std::string&>();
    const bool is_named = std::ranges::find(group->files, file) != group->files.end();
    if (!is_named && group->files.size() < kMostFiles) group->files.push_back(file);
  }
  std::erase_if(groups, [](const RejectionGroup& group) { return group.count == 0; });
  std::ranges::stable_sort(groups, std::greater<>(), &RejectionGroup::count);
  return groups;
}

void Report::write(const std::filesystem::path& file, const RunCounts& counts) const {
  const nlohmann::ordered_json json{{"generation", counts.generation},
                                    {"indexed", counts.indexed},
                                    {"updated", counts.updated},
                                    {"unchanged", counts.unchanged},
                                    {"deleted", counts.deleted},
                                    {"rejected", counts.rejected},
                                    {"copies", counts.copies},
                                    {"articles", counts.articles},
                                    {"seconds", counts.seconds},
                                    {"rejections", rejections_},
                                    {"notes", notes_}};
  write_file_durably(file, json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

}  // namespace backfile
