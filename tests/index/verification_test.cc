#include "index/verification.h"

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "tests/support/publisher.h"

using namespace backfile;

namespace {

std::vector<Fault> faults_of(const Publisher& publisher, const std::string& generation, Depth depth = Depth::whole) {
  SealMemory memory;
  return find_faults(publisher.index, generation, depth, memory);
}

void change_byte(const std::filesystem::path& file) {
  std::string bytes = read_file_text(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a generation as it was published has no faults") {
  Publisher publisher;
  const std::string name = publisher.publish({"one", "two"}).generation;
  CHECK(faults_of(publisher, name, Depth::sizes).empty());
  CHECK(faults_of(publisher, name).empty());
}

TEST_CASE("every file of a generation that is changed is a fault of that file, by its sizes or by its checksums") {
  Publisher publisher;
  const Manifest manifest = publisher.publish({"one", "two"});
  const std::string& name = manifest.generation;
  std::vector<std::filesystem::path> files{publisher.index.manifest(name)};
  for (const SealedFile& file : sealed_files(publisher.index, manifest)) files.push_back(file.path);
  CHECK(files.size() == 6);
  for (const std::filesystem::path& file : files) {
    CAPTURE(file.string());
    const std::string whole = read_file_text(file);
    const bool is_manifest = file == files.front();

    change_byte(file);
    auto faults = faults_of(publisher, name);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].file == file);
    CHECK(faults[0].kind == (is_manifest ? FaultKind::manifest : FaultKind::checksum));

    std::ofstream(file, std::ios::binary) << whole.substr(0, whole.size() - 1);
    faults = faults_of(publisher, name, Depth::sizes);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == (is_manifest ? FaultKind::manifest : FaultKind::size));

    std::filesystem::remove(file);
    faults = faults_of(publisher, name, Depth::sizes);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == FaultKind::missing);

    std::ofstream(file, std::ios::binary) << whole;
    CHECK(faults_of(publisher, name).empty());
  }
}

TEST_CASE("a generation that is foreign, empty or miscounted is told as such") {
  struct Case {
    FaultKind kind;
    std::function<void(Manifest&)> change;
  };
  const std::vector<Case> cases{
      {FaultKind::version, [](Manifest& manifest) { manifest.schema = kSchemaVersion - 1; }},
      {FaultKind::foreign, [](Manifest& manifest) { manifest.generation = "00000009-20250303T101500Z"; }},
      {FaultKind::empty, [](Manifest& manifest) { manifest.segments.clear(); }},
      {FaultKind::articles, [](Manifest& manifest) { manifest.segments[0].articles = 3; }},
  };
  for (const Case& one : cases) {
    Publisher publisher;
    const std::string name = publisher.publish({"one", "two"}).generation;
    Manifest manifest = Generation::open(publisher.index, name)->manifest();
    one.change(manifest);
    write_file_durably(publisher.index.manifest(name), write_manifest(manifest));
    const auto faults = faults_of(publisher, name);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == one.kind);
    CAPTURE(fault_reason(faults[0]));
    CHECK(fault_reason(faults[0]).find('/') == std::string::npos);
  }
}

TEST_CASE("a segment that is no database is a fault, though its seal holds") {
  Publisher publisher;
  const std::string name = publisher.publish().generation;
  Manifest manifest = Generation::open(publisher.index, name)->manifest();
  std::ofstream(publisher.index.segment(name), std::ios::binary) << "no database";
  manifest.segments[0].seal = seal_of(publisher.index.segment(name));
  write_file_durably(publisher.index.manifest(name), write_manifest(manifest));
  const auto faults = faults_of(publisher, name, Depth::sizes);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].kind == FaultKind::unreadable);
}

TEST_CASE("a seal is remembered until the file changes") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("segment", "as it was published");
  std::this_thread::sleep_for(std::chrono::milliseconds(100));  // what changed this very moment is not remembered
  SealMemory memory;
  const FileSeal seal = memory.seal_of(file);
  CHECK(seal == seal_of(file));
  std::stop_source stopped;
  stopped.request_stop();
  CHECK(memory.seal_of(file, stopped.get_token()) == seal);  // it was not read again
  folder.write("segment", "as it was publishee");
  CHECK(memory.seal_of(file) != seal);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  memory.seal_of(file);
  memory.forget();
  CHECK_THROWS_AS(memory.seal_of(file, stopped.get_token()), ReadingStopped);
}
