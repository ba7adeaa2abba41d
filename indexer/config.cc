#include "indexer/config.h"

#include <fstream>
#include <iterator>

#include "index/embedded.h"
#include "indexer/readers/reader.h"

namespace backfile {
namespace {

// A list of words: the file that the key names, or the one that comes with the program. `name` becomes where it came
// from, for messages.
std::string read_list(const Settings& settings, const std::string& key, const char* own, std::string& name) {
  name = settings.text(key);
  if (name.empty()) {
    name = own;
    return std::string(embedded_file(kConfigFiles, own).value_or(""));
  }
  std::ifstream in(name, std::ios::binary);
  if (!in) throw SettingsError("'" + key + "': cannot read " + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

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
  const auto order = date_order_from_name(settings.text("indexer.date_order"));
  if (!order) throw SettingsError("'indexer.date_order' is \"day_first\", \"month_first\" or empty");
  config.date_order = *order;
  config.report = settings.text("indexer.report");
  config.boilerplate_phrases = read_list(settings, "indexer.boilerplate", "boilerplate.txt", config.boilerplate_name);
  config.synonyms = read_list(settings, "indexer.synonyms", "synonyms.txt", config.synonyms_name);
  config.stop_words = read_list(settings, "indexer.stop_words", "stopwords.txt", config.stop_words_name);
  config.withdrawn = read_list(settings, "indexer.withdrawn", "withdrawn.txt", config.withdrawn_name);
  return config;
}

}  // namespace backfile
