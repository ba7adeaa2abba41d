#include "index/generation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "index/index_error.h"
#include "index/schema.h"
#include "tests/support/publisher.h"

using namespace backfile;

TEST_CASE("a manifest comes back from its text as it was") {
  Manifest manifest;
  manifest.generation = "00000001-20250303T101500Z";
  manifest.schema = kSchemaVersion;
  manifest.software = "0.1.0";
  manifest.built_at = "2025-03-03T10:15:00Z";
  manifest.articles = 12;
  manifest.stories = 11;
  manifest.word_lists = "0123";
  manifest.languages = {"en", "fr"};
  manifest.segments = {{"s1", 12, {4096, "abc"}}};
  manifest.lexicon = {77, "def"};
  manifest.synonyms = {78, "abc"};
  CHECK(read_manifest(write_manifest(manifest), "manifest.json") == manifest);
}

TEST_CASE("a manifest that is damaged, foreign or of another version is refused by name") {
  for (const char* text : {"", "{", "[]", "{}", "{\"schema\": \"1\"}"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read_manifest(text, "manifest.json"), IndexError);
  }
  Manifest manifest;
  manifest.schema = kSchemaVersion + 1;
  CHECK_THROWS_WITH_AS(read_manifest(write_manifest(manifest), "x/manifest.json"),
                       doctest::Contains("x/manifest.json is of index version"), OtherVersion);
}

TEST_CASE("no byte of a manifest can be changed unnoticed") {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.generation = "00000001-20250303T101500Z";
  manifest.segments = {{"s1", 12, {4096, "abc"}}};
  const std::string text = write_manifest(manifest);
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const int flip : {1, 4, 32}) {
      CAPTURE(at);
      std::string changed = text;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      CHECK_THROWS_AS(read_manifest(changed, "manifest.json"), IndexError);
    }
  }
  CHECK_THROWS_AS(read_manifest(text + " ", "manifest.json"), IndexError);
}

TEST_CASE("what is published is what a reader opens") {
  Publisher publisher;
  CHECK_THROWS_AS(Generation::open_current(publisher.index), NoIndex);
  const Manifest manifest = publisher.publish({"one", "two"});
  const auto generation = Generation::open_current(publisher.index);
  CHECK(generation->manifest().generation == manifest.generation);
  CHECK(generation->open_database().get_doccount() == 2);
}

TEST_CASE("a generation keeps the list of synonyms it was published with") {
  Publisher publisher;
  publisher.publish({"one"});
  const auto old = Generation::open_current(publisher.index);
  publisher.synonyms = "";
  publisher.publish({"one"});
  CHECK(old->synonyms().size() == 2);
  CHECK(Generation::open_current(publisher.index)->synonyms().size() == 0);
  publisher.synonyms = "no synonym\n";
  CHECK_THROWS_WITH_AS(publisher.publish({"one"}), doctest::Contains("synonyms:1: one name alone"), WriteError);
}

TEST_CASE("an open generation is not touched by the next publication") {
  Publisher publisher;
  publisher.publish({"one"});
  const auto old = Generation::open_current(publisher.index);
  const Xapian::Database database = old->open_database();
  for (int i = 0; i < 5; ++i) publisher.publish({"one", "two"});
  prune_generations(publisher.index);
  CHECK(database.get_doccount() == 1);
  CHECK(database.get_document(1).get_data() == "one");
  CHECK(Generation::open_current(publisher.index)->open_database().get_doccount() == 2);
}

TEST_CASE("pruning keeps the newest generations and the segments they name") {
  Publisher publisher;
  std::vector<std::string> names;
  for (int i = 0; i < 5; ++i) names.push_back(publisher.publish({"one"}).generation);
  prune_generations(publisher.index);
  for (std::size_t i = 0; i < names.size(); ++i) {
    CAPTURE(i);
    const bool kept = i + kKeptGenerations >= names.size();
    CHECK(std::filesystem::exists(publisher.index.manifest(names[i])) == kept);
    CHECK(std::filesystem::exists(publisher.index.segment(names[i])) == kept);
  }
}

TEST_CASE("what a run left that was cut short is no generation, and the next publication clears it away") {
  Publisher publisher;
  const std::string first = publisher.publish({"one"}).generation;
  const std::string second = publisher.publish({"one"}).generation;
  publisher.folder.write("index/generations/00000003-20250303T101500Z/lexicon", "half");
  CHECK(standing_generations(publisher.index) == std::vector<std::string>{second, first});
  const std::string fourth = publisher.publish({"one"}).generation;
  CHECK(fourth.starts_with("00000004-"));
  prune_generations(publisher.index);
  CHECK(standing_generations(publisher.index) == std::vector<std::string>{fourth, second, first});
  CHECK(!std::filesystem::exists(publisher.index.generation("00000003-20250303T101500Z")));
}

TEST_CASE("names of generations rise whatever the clock says") {
  Publisher publisher;
  CHECK(next_generation_name(publisher.index, 1741000000) == "00000001-20250303T110640Z");
  publisher.publish({"one"});
  CHECK(next_generation_name(publisher.index, 0) == "00000002-19700101T000000Z");
}

TEST_CASE("a generation with a file missing or cut is refused by name") {
  Publisher publisher;
  const Manifest manifest = publisher.publish({"one", "two"});
  const auto segment = publisher.index.segment(manifest.segments[0].name);
  const std::string whole = read_file_text(segment);

  publisher.folder.write("index/segments/" + manifest.generation, whole.substr(0, whole.size() - 1));
  CHECK_THROWS_WITH_AS(Generation::open_current(publisher.index), doctest::Contains(segment.c_str()), IndexError);
  std::filesystem::remove(segment);
  CHECK_THROWS_WITH_AS(Generation::open_current(publisher.index), doctest::Contains("is missing"), IndexError);
}

TEST_CASE("a `current` that names no generation is refused") {
  Publisher publisher;
  publisher.publish({"one"});
  for (const char* name : {"", "\n", "../../etc", "00000001", "99999999-x", "0000000a-x"}) {
    CAPTURE(name);
    publisher.folder.write("index/current", name);
    CHECK_THROWS_AS(Generation::open_current(publisher.index), IndexError);
  }
}

TEST_CASE("a write that fails says what and why") {
  CHECK_THROWS_WITH_AS(write_file_durably("/nonexistent/file", "x"), doctest::Contains("/nonexistent/file"),
                       WriteError);
  CHECK_THROWS_AS(write_file_durably("/dev/full/x", "x"), WriteError);
}
