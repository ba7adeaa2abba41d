#include "indexer/word_lists.h"

#include <xxhash.h>

#include <cstdio>

namespace backfile {

std::string word_list_digest(const IndexerConfig& config) {
  std::string all;
  const auto add = [&](std::string_view text) { all.append(std::to_string(text.size())).append(1, ':').append(text); };
  add(config.boilerplate_phrases);
  add(config.stop_words);
  add(config.synonyms);
  add(std::to_string(config.max_article_bytes));
  add(std::to_string(static_cast<int>(config.date_order)));
  for (const auto& [theirs, ours] : config.fields) {
    add(theirs);
    add(ours);
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  char hex[33];
  std::snprintf(hex, sizeof hex, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return hex;
}

}  // namespace backfile
