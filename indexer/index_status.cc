#include "indexer/index_status.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "index/index_error.h"
#include "index/verification.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

std::string human_bytes(std::uint64_t bytes) {
  constexpr const char* kUnits[] = {"bytes", "kB", "MB", "GB", "TB"};
  double number = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; number >= 1000 && unit + 1 < std::size(kUnits); ++unit) number /= 1000;
  char text[32];
  std::snprintf(text, sizeof text, unit == 0 ? "%.0f %s" : "%.1f %s", number, kUnits[unit]);
  return text;
}

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

StandingGeneration read_standing(const IndexFolder& index, const std::string& name) {
  StandingGeneration standing;
  standing.name = name;
  SealMemory memory;
  const auto faults = find_faults(index, name, Depth::sizes, memory);
  if (!faults.empty()) standing.fault = fault_text(faults.front());
  try {
    const std::string text = read_manifest_text(index, name).value_or("");
    standing.manifest = read_manifest(text, index.manifest(name).string());
    standing.bytes = text.size();
    for (const SealedFile& file : sealed_files(index, *standing.manifest)) standing.bytes += file.seal.bytes;
  } catch (const IndexError&) {
  }
  return standing;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json generation_json(const StandingGeneration& standing, const std::string& current) {
  Json json{{"generation", standing.name}, {"current", standing.name == current}};
  const auto& manifest = standing.manifest;
  json["built_at"] = manifest ? Json(manifest->built_at) : Json(nullptr);
  json["articles"] = manifest ? Json(manifest->articles) : Json(nullptr);
  json["bytes"] = manifest ? Json(standing.bytes) : Json(nullptr);
  json["fault"] = text_or_null(standing.fault);
  return json;
}

}  // namespace

const StandingGeneration& IndexStatus::current_generation() const {
  return *std::ranges::find(generations, current, &StandingGeneration::name);
}

IndexStatus read_index_status(const IndexFolder& index) {
  const auto current = current_generation(index);
  if (!current) throw NoIndex("no index in " + index.root().string() + ": run backfile-indexer index");
  IndexStatus status;
  status.index = index.root().string();
  status.current = *current;
  std::vector<std::string> names = standing_generations(index);
  if (std::ranges::find(names, *current) == names.end()) names.insert(names.begin(), *current);
  for (const std::string& name : names) status.generations.push_back(read_standing(index, name));
  status.bytes = bytes_below(index.root());
  return status;
}

void write_status(const IndexStatus& status, std::ostream& out) {
  const StandingGeneration& current = status.current_generation();
  out << "index:       " << status.index << '\n' << "generation:  " << status.current << '\n';
  if (!current.fault.empty()) out << "fault:       " << current.fault << '\n';
  if (const auto& manifest = current.manifest) {
    out << "built at:    " << manifest->built_at << " by version " << manifest->software << '\n'
        << "articles:    " << manifest->articles << " in " << manifest->stories << " stories\n"
        << "segments:    " << manifest->segments.size() << '\n';
  }
  out << "size:        " << human_bytes(status.bytes) << " in all\n"
      << "kept:        " << status.generations.size()
      << (status.generations.size() == 1 ? " generation" : " generations") << '\n';
  for (const StandingGeneration& one : status.generations) {
    out << "  " << one.name;
    if (one.manifest) out << "  " << one.manifest->articles << " articles, " << human_bytes(one.bytes);
    if (!one.fault.empty()) out << "  " << one.fault;
    if (one.name == status.current) out << "  (current)";
    if (one.name > status.current) out << "  (newer than the current one)";
    out << '\n';
  }
}

void write_status_json(const IndexStatus& status, std::ostream& out) {
  const StandingGeneration& current = status.current_generation();
  const auto& manifest = current.manifest;
  const auto known = [&](auto member) { return manifest ? Json((*manifest).*member) : Json(nullptr); };
  Json json{{"index", status.index}, {"generation", status.current}};
  json["built_at"] = known(&Manifest::built_at);
  json["articles"] = known(&Manifest::articles);
  json["stories"] = known(&Manifest::stories);
  json["software"] = known(&Manifest::software);
  json["schema"] = known(&Manifest::schema);
  json["segments"] = Json::array();
  for (const SegmentEntry& segment : manifest ? manifest->segments : std::vector<SegmentEntry>{}) {
    json["segments"].push_back({{"name", segment.name}, {"articles", segment.articles}, {"bytes", segment.seal.bytes}});
  }
  json["bytes"] = status.bytes;
  json["generations"] = Json::array();
  for (const StandingGeneration& one : status.generations) {
    json["generations"].push_back(generation_json(one, status.current));
  }
  json["fault"] = text_or_null(current.fault);
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace backfile
