// Publishes small generations into an index folder, as the indexer would, without its pipeline.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "index/generation.h"
#include "index/schema.h"
#include "index/segment.h"
#include "tests/support/temporary_folder.h"

namespace backfile {

// Each word is a document of one term.
struct Publisher {
  Publisher() { std::filesystem::create_directories(index.segments()); }

  Manifest publish(const std::vector<std::string>& words = {"one"}) {
    const std::filesystem::path building = index.building();
    {
      Xapian::WritableDatabase database(building.string(), Xapian::DB_CREATE_OR_OVERWRITE);
      for (const std::string& word : words) {
        Xapian::Document document;
        document.add_posting(word, 1);
        document.set_data(word);
        database.add_document(document);
      }
      database.commit();
    }
    Manifest manifest;
    manifest.generation = next_generation_name(index, 1700000000);
    manifest.schema = kSchemaVersion;
    manifest.articles = static_cast<std::uint32_t>(words.size());
    manifest.languages = {"en"};
    manifest.segments.push_back(make_segment({building}, index.segment(manifest.generation)));
    const std::string lexicon = build_lexicon({{"a", 1}}, manifest.languages);
    publish_generation(index, manifest, {lexicon, synonyms, {}, "what the indexer knows"});
    std::filesystem::remove_all(building);
    return manifest;
  }

  TemporaryFolder folder;
  IndexFolder index{folder.path() / "index"};
  std::string synonyms = "Baiyun Obo = Bayan Obo\n";
};

}  // namespace backfile
