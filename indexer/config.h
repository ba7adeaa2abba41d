// What the indexer is told to do: the settings it reads, as plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "index/settings.h"
#include "indexer/cleaning/date_order.h"

namespace backfile {

struct IndexerConfig {
  std::vector<Settings::Archive> archives;
  std::filesystem::path index;
  std::string boilerplate_phrases;  // the list's text
  std::string boilerplate_name;     // where it came from, for messages
  std::string synonyms;             // the list's text
  std::string synonyms_name;
  std::string stop_words;  // the list's text
  std::string stop_words_name;
  std::string withdrawn;  // the list's text
  std::string withdrawn_name;
  std::map<std::string, std::string> fields;  // their JSON field -> ours
  std::uint64_t max_article_bytes = 0;
  DateOrder date_order = DateOrder::unknown;
  std::filesystem::path report;  // empty: none
};

// Throws SettingsError naming the key.
IndexerConfig read_indexer_config(const Settings& settings);

}  // namespace backfile
