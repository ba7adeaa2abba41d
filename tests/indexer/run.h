// Runs of the indexer in this process, for tests.
#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/settings.h"
#include "index/stored_fields.h"
#include "indexer/config.h"
#include "indexer/pipeline.h"

namespace backfile {

inline IndexerConfig config_of(const std::filesystem::path& archive, const std::filesystem::path& index) {
  Settings settings;
  settings.set_archives({archive.string()});
  settings.set("index", index.string());
  return read_indexer_config(settings);
}

inline RunCounts run_quietly(const IndexerConfig& config, RunOptions options = {}) {
  std::ostringstream told;
  Report report(told);
  options.quiet = true;
  return run_pipeline(config, options, report);
}

// What the run said, line by line.
inline std::vector<std::string> lines_told(const IndexerConfig& config, RunOptions options = {}) {
  std::ostringstream told;
  Report report(told);
  options.quiet = true;
  run_pipeline(config, options, report);
  std::istringstream in(told.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The articles of the current generation, as a reader finds them, by id.
inline std::map<std::string, Article> articles_in(const std::filesystem::path& index) {
  const auto generation = Generation::open_current(IndexFolder(index));
  const Xapian::Database database = generation->open_database();
  std::map<std::string, Article> articles;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    if (generation->is_withdrawn(*posting)) continue;
    const Article article = decode_article(database.get_document(*posting).get_data());
    if (!articles.emplace(article.id, article).second) throw std::runtime_error("twice in the index: " + article.id);
  }
  return articles;
}

}  // namespace backfile
