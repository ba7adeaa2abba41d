#include "index/manifest.h"

#include <nlohmann/json.hpp>

#include "index/index_error.h"
#include "index/schema.h"
#include "index/sealed_text.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

Json seal_to_json(const FileSeal& seal) { return {{"bytes", seal.bytes}, {"checksum", seal.checksum}}; }

FileSeal seal_from_json(const Json& json) { return {json.at("bytes"), json.at("checksum")}; }

Json run_to_json(const RunSummary& run) {
  Json rejections = Json::array();
  for (const RejectionGroup& group : run.rejections) {
    rejections.push_back(
        {{"reason", group.reason}, {"sentence", group.sentence}, {"count", group.count}, {"files", group.files}});
  }
  return {{"indexed", run.indexed}, {"updated", run.updated},   {"unchanged", run.unchanged},
          {"deleted", run.deleted}, {"rejected", run.rejected}, {"rejections", std::move(rejections)}};
}

RunSummary run_from_json(const Json& json) {
  RunSummary run{json.at("indexed"), json.at("updated"),  json.at("unchanged"),
                 json.at("deleted"), json.at("rejected"), {}};
  for (const Json& group : json.at("rejections")) {
    run.rejections.push_back({group.at("reason"), group.at("sentence"), group.at("count"), group.at("files")});
  }
  return run;
}

std::string text_of(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string run_summary_json(const RunSummary& run) { return text_of(run_to_json(run)); }

std::string write_manifest(const Manifest& manifest) {
  Json json{{"generation", manifest.generation},
            {"schema", manifest.schema},
            {"software", manifest.software},
            {"built_at", manifest.built_at},
            {"articles", manifest.articles},
            {"stories", manifest.stories},
            {"word_lists", manifest.word_lists},
            {"languages", manifest.languages},
            {"segments", Json::array()},
            {"lexicon", seal_to_json(manifest.lexicon)},
            {"synonyms", seal_to_json(manifest.synonyms)},
            {"withdrawn", seal_to_json(manifest.withdrawn)},
            {"ledger", seal_to_json(manifest.ledger)},
            {"run", run_to_json(manifest.run)}};
  for (const SegmentEntry& segment : manifest.segments) {
    Json entry{{"name", segment.name}, {"articles", segment.articles}};
    entry.update(seal_to_json(segment.seal));
    json["segments"].push_back(entry);
  }
  return with_checksum(text_of(json, 2));
}

Manifest read_manifest(std::string_view text, const std::string& file) {
  const std::string mend = ": run backfile-indexer index --full";
  try {
    const Json json = Json::parse(text);
    Manifest manifest;
    manifest.schema = json.at("schema");
    if (manifest.schema != kSchemaVersion) {
      throw OtherVersion(file + " is of index version " + std::to_string(manifest.schema) + ", this program reads " +
                         std::to_string(kSchemaVersion) + mend);
    }
    if (!checksum_holds(text)) throw IndexError(file + " is damaged: its checksum is wrong" + mend);
    manifest.generation = json.at("generation");
    manifest.software = json.at("software");
    manifest.built_at = json.at("built_at");
    manifest.articles = json.at("articles");
    manifest.stories = json.at("stories");
    manifest.word_lists = json.at("word_lists");
    manifest.languages = json.at("languages");
    for (const Json& entry : json.at("segments")) {
      manifest.segments.push_back({entry.at("name"), entry.at("articles"), seal_from_json(entry)});
    }
    manifest.lexicon = seal_from_json(json.at("lexicon"));
    manifest.synonyms = seal_from_json(json.at("synonyms"));
    manifest.withdrawn = seal_from_json(json.at("withdrawn"));
    manifest.ledger = seal_from_json(json.at("ledger"));
    if (json.contains("run")) manifest.run = run_from_json(json.at("run"));  // younger than the schema's number
    return manifest;
  } catch (const nlohmann::json::exception&) {
    throw IndexError(file + " is damaged or no manifest" + mend);
  }
}

}  // namespace backfile
