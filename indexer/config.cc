#include "indexer/config.h"

#include <fstream>
#include <iterator>

#include "index/embedded.h"
#include "indexer/readers/reader.h"

namespace backfile {

IndexerConfig read_indexer_config(const Settings& settings) {
  IndexerConfig config;
  config.archives = settings.archives();
  config.index = settings.text("index");
  config.fields = settings.map("indexer.fields");
  for (const auto& [theirs, ours] : config.fields) {
    if (is_article_field(ours)) continue;
    throw SettingsError("'indexer.fields." + theirs + "': '" + ours + "' is no field of an article");
  }
  config.max_article_bytes = settings.number("indexer.max_article_bytes");
  config.report = settings.text("indexer.report");
  config.boilerplate_name = settings.text("indexer.boilerplate");
  if (config.boilerplate_name.empty()) {
    config.boilerplate_name = "boilerplate.txt";
    config.boilerplate_phrases = embedded_file(kConfigFiles, config.boilerplate_name).value_or("");
    return config;
  }
  std::ifstream in(config.boilerplate_name, std::ios::binary);
  if (!in) throw SettingsError("'indexer.boilerplate': cannot read " + config.boilerplate_name);
  config.boilerplate_phrases.assign(std::istreambuf_iterator<char>(in), {});
  return config;
}

}  // namespace backfile
