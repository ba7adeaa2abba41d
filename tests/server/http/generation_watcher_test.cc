#include "server/http/generation_watcher.h"

#include <doctest/doctest.h>

#include <functional>
#include <ostream>
#include <sstream>

#include "tests/support/publisher.h"

using namespace backfile;

namespace {

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

// Another generation's synonyms: nothing but a checksum can tell.
void change_synonyms(const Publisher& publisher, const std::string& generation) {
  const std::filesystem::path file = publisher.index.synonyms(generation);
  std::string bytes = read_file_text(file);
  bytes[0] = static_cast<char>(bytes[0] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("what is published before the server starts is served from its first moment") {
  Publisher publisher;
  const std::string name = publisher.publish().generation;
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  CHECK(served(pool) == name);
  CHECK(watcher.refused().empty());
}

TEST_CASE("an index that is not there yet is taken up when it is published, and so is every later generation") {
  Publisher publisher;
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  CHECK(served(pool).empty());
  CHECK(watcher.refused().empty());
  for (int i = 0; i < 3; ++i) {
    const std::string name = publisher.publish().generation;
    CHECK(comes_true([&] { return served(pool) == name; }));
  }
}

TEST_CASE("a generation that is damaged is refused, the old one goes on, and the next sound one is taken up") {
  Publisher publisher;
  const std::string sound = publisher.publish().generation;
  DatabasePool pool;
  std::ostringstream lines;
  {
    Log log(lines, {});
    const GenerationWatcher watcher(publisher.index, pool, log);
    publisher.folder.write("index/generations/00000002-20250303T101500Z/manifest.json", "{");
    publisher.folder.write("index/current", "00000002-20250303T101500Z\n");
    CHECK(comes_true([&] { return !watcher.refused().empty(); }));
    CHECK(watcher.refused().front().generation == "00000002-20250303T101500Z");
    CHECK(watcher.refused().front().reason.find('/') == std::string::npos);
    CHECK(served(pool) == sound);
    publisher.folder.write("index/current", "../../etc/passwd\n");
    CHECK(comes_true([&] { return watcher.refused().back().generation.empty(); }));
    CHECK(served(pool) == sound);

    const std::string next = publisher.publish().generation;
    CHECK(comes_true([&] { return served(pool) == next && watcher.refused().empty(); }));
  }
  CHECK(count(lines.str(), "the generation is refused") == 2);
  CHECK(count(lines.str(), "the generation is served") == 2);
}

TEST_CASE("a segment that is no database is refused before anyone is served from it") {
  Publisher publisher;
  const std::string name = publisher.publish().generation;
  const std::filesystem::path segment = publisher.index.segment(name);
  const auto bytes = static_cast<std::size_t>(std::filesystem::file_size(segment));
  publisher.folder.write("index/segments/" + name, std::string(bytes, '\0'));
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  REQUIRE(!watcher.refused().empty());
  CHECK(watcher.refused().front().generation == name);
  CHECK(served(pool).empty());
}

TEST_CASE("a generation that is refused again and again is told of once") {
  Publisher publisher;
  const std::string name = publisher.publish().generation;
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
  const std::string name = publisher.publish().generation;
  const std::filesystem::path segment = publisher.index.segment(name);
  const std::filesystem::path aside = publisher.folder.path() / "aside";
  std::filesystem::rename(segment, aside);
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  REQUIRE(!watcher.refused().empty());
  CHECK(served(pool).empty());
  std::filesystem::rename(aside, segment);
  CHECK(comes_true([&] { return served(pool) == name; }));
  CHECK(comes_true([&] { return watcher.refused().empty(); }));
}

TEST_CASE("when the index vanishes the generation goes on being served") {
  Publisher publisher;
  const std::string name = publisher.publish().generation;
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  std::filesystem::remove_all(publisher.index.root());
  CHECK(comes_true([&] { return !watcher.refused().empty(); }));
  CHECK(watcher.refused().front().generation.empty());
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

TEST_CASE("damage that only a checksum shows is refused before it serves, and found behind the start") {
  Publisher publisher;
  const std::string first = publisher.publish({"one"}).generation;
  const std::string second = publisher.publish({"one", "two"}).generation;
  change_synonyms(publisher, second);
  DatabasePool pool;
  std::ostringstream lines;
  {
    Log log(lines, {});
    const GenerationWatcher watcher(publisher.index, pool, log);
    // At start the sizes are enough; what the checksums show leads back to the generation before.
    CHECK(comes_true([&] { return served(pool) == first; }));
    REQUIRE(watcher.refused().size() == 1);
    CHECK(watcher.refused()[0].generation == second);
    CHECK(watcher.refused()[0].reason == "A file of it is damaged: its checksum is wrong.");
    CHECK(watcher.refusals() == 1);

    const std::string third = publisher.publish({"one"}).generation;
    CHECK(comes_true([&] { return served(pool) == third && watcher.refused().empty(); }));
    // While it runs, nothing serves before it is verified.
    make_current(publisher.index, second);
    CHECK(comes_true([&] { return !watcher.refused().empty(); }));
    CHECK(served(pool) == third);
    CHECK(watcher.refusals() == 2);
  }
  CHECK(count(lines.str(), "\"generation\":\"" + second + "\",\"verified\":\"whole\"") == 0);
}

TEST_CASE("where the current generation cannot be opened at start, the newest sound one before it is served") {
  for (const bool garbage : {false, true}) {
    Publisher publisher;
    const std::string first = publisher.publish().generation;
    const std::string second = publisher.publish().generation;
    const std::string third = publisher.publish().generation;
    std::filesystem::remove(publisher.index.segment(third));
    std::filesystem::remove(publisher.index.lexicon(second));
    if (garbage) publisher.folder.write("index/current", "garbage\n");
    DatabasePool pool;
    std::ostringstream lines;
    Log log(lines, {});
    const GenerationWatcher watcher(publisher.index, pool, log);
    CHECK(served(pool) == first);
    REQUIRE(watcher.refused().size() >= 2);
    CHECK(watcher.refused()[0].generation == third);
    CHECK(watcher.refused()[1].generation == second);
    // The operator goes back: what is current is served, and nothing is refused any more.
    make_current(publisher.index, first);
    CHECK(comes_true([&] { return watcher.refused().empty(); }));
  }
}

TEST_CASE("with nothing sound left, nothing is served until something sound is published") {
  Publisher publisher;
  for (int i = 0; i < 2; ++i) change_synonyms(publisher, publisher.publish().generation);
  DatabasePool pool;
  std::ostringstream lines;
  Log log(lines, {});
  const GenerationWatcher watcher(publisher.index, pool, log);
  CHECK(comes_true([&] { return watcher.refused().size() == 2; }));
  CHECK(comes_true([&] { return served(pool).empty(); }));
  const std::string next = publisher.publish().generation;
  CHECK(comes_true([&] { return served(pool) == next && watcher.refused().empty(); }));
}
