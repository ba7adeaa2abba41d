#include "server/http/generation_watcher.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <functional>
#include <ostream>
#include <sstream>

#include "index/schema.h"
#include "index/segment.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

// An index folder into which empty generations are published.
struct Publisher {
  Publisher() { std::filesystem::create_directories(index.segments()); }

  std::string publish() {
    Manifest manifest;
    manifest.generation = next_generation_name(index, 1700000000);
    manifest.schema = kSchemaVersion;
    Xapian::WritableDatabase(index.building().string(), Xapian::DB_CREATE_OR_OVERWRITE).commit();
    manifest.segments.push_back(make_segment({index.building()}, index.segment(manifest.generation)));
    publish_generation(index, manifest, {build_lexicon({}, {}), "", {}, ""});
    return manifest.generation;
  }

  TemporaryFolder folder;
  IndexFolder index{folder.path() / "index"};
};

std::string served(const DatabasePool& pool) {
  const auto generation = pool.generation();
  return generation ? generation->manifest().generation : "";
}

bool comes_true(const std::function<bool()>& condition) {
  for (int i = 0; i < 3000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("what is published before the server starts is served from its first moment") {
  Publisher publisher;
  const std::string name = publisher.publish();
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  CHECK(served(pool) == name);
  CHECK(!watcher.refused());
}

TEST_CASE("an index that is not there yet is taken up when it is published, and so is every later generation") {
  Publisher publisher;
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  CHECK(served(pool).empty());
  CHECK(!watcher.refused());
  for (int i = 0; i < 3; ++i) {
    const std::string name = publisher.publish();
    CHECK(comes_true([&] { return served(pool) == name; }));
  }
}

TEST_CASE("a generation that is damaged is refused, the old one goes on, and the next sound one is taken up") {
  Publisher publisher;
  const std::string sound = publisher.publish();
  DatabasePool pool;
  std::ostringstream lines;
  {
    Log log(lines, {});
    const GenerationWatcher watcher(publisher.index, pool, log);
    publisher.folder.write("index/generations/00000002-20250303T101500Z/manifest.json", "{");
    publisher.folder.write("index/current", "00000002-20250303T101500Z\n");
    CHECK(comes_true([&] { return watcher.refused().has_value(); }));
    CHECK(watcher.refused()->generation == "00000002-20250303T101500Z");
    CHECK(watcher.refused()->reason.find('/') == std::string::npos);
    CHECK(served(pool) == sound);
    publisher.folder.write("index/current", "../../etc/passwd\n");
    CHECK(comes_true([&] { return watcher.refused()->generation.empty(); }));
    CHECK(served(pool) == sound);

    const std::string next = publisher.publish();
    CHECK(comes_true([&] { return served(pool) == next && !watcher.refused(); }));
  }
  CHECK(count(lines.str(), "the generation is refused") == 2);
  CHECK(count(lines.str(), "the generation is served") == 2);
}

TEST_CASE("a segment that is no database is refused before anyone is served from it") {
  Publisher publisher;
  const std::string name = publisher.publish();
  const std::filesystem::path segment = publisher.index.segment(name);
  const auto bytes = static_cast<std::size_t>(std::filesystem::file_size(segment));
  publisher.folder.write("index/segments/" + name, std::string(bytes, '\0'));
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  REQUIRE(watcher.refused());
  CHECK(watcher.refused()->generation == name);
  CHECK(served(pool).empty());
}

TEST_CASE("a generation that is refused again and again is told of once") {
  Publisher publisher;
  const std::string name = publisher.publish();
  std::filesystem::remove(publisher.index.segment(name));
  DatabasePool pool;
  std::ostringstream lines;
  {
    Log log(lines, {});
    GenerationWatcher watcher(publisher.index, pool, log);
    for (int i = 0; i < 20; ++i) {
      watcher.look_now();
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  CHECK(count(lines.str(), "the generation is refused") == 1);
}

TEST_CASE("a generation that is mended is taken up without another publication") {
  Publisher publisher;
  const std::string name = publisher.publish();
  const std::filesystem::path segment = publisher.index.segment(name);
  const std::filesystem::path aside = publisher.folder.path() / "aside";
  std::filesystem::rename(segment, aside);
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  REQUIRE(watcher.refused());
  CHECK(served(pool).empty());
  std::filesystem::rename(aside, segment);
  CHECK(comes_true([&] { return served(pool) == name; }));
  CHECK(comes_true([&] { return !watcher.refused(); }));
}

TEST_CASE("when the index vanishes the generation goes on being served") {
  Publisher publisher;
  const std::string name = publisher.publish();
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  std::filesystem::remove_all(publisher.index.root());
  CHECK(comes_true([&] { return watcher.refused().has_value(); }));
  CHECK(watcher.refused()->generation.empty());
  CHECK(served(pool) == name);
}

TEST_CASE("asked to look, the watcher opens the generation anew") {
  Publisher publisher;
  publisher.publish();
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  GenerationWatcher watcher(publisher.index, pool, log);
  const auto before = pool.generation();
  watcher.look_now();
  CHECK(comes_true([&] { return pool.generation() != before; }));
  CHECK(pool.generation()->manifest().generation == before->manifest().generation);
}
