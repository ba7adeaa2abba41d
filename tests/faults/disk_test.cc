// Disks that fail and disks that are full: a run ends with 4, frees what it took, and the last index answers.
#include <doctest/doctest.h>
#include <sys/mount.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <ctime>
#include <iostream>

#include "tests/faults/trial.h"

using namespace backfile;
namespace fs = std::filesystem;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// A run is over, whose writing may have failed: either it did its work, or it said so; and nothing lies about.
bool holds(const Trial& trial, const Headlines& before, const Outcome& outcome) {
  const Headlines stands = published(trial.index());
  const bool done = outcome.exit == 0 && stands == trial.headlines();
  const bool failed = outcome.exit == 4 && (stands == before || stands == trial.headlines());
  const bool clean = leftovers(trial.index()).empty();
  CAPTURE(outcome.exit);
  CAPTURE(outcome.err);
  CHECK((done || failed));
  CHECK(clean);
  return (done || failed) && clean;
}

// A small file system of its own for the index; none where mounting is not allowed.
class SmallDisk {
 public:
  SmallDisk() : mounted_(::mount("tmpfs", place().c_str(), "tmpfs", 0, "size=16m") == 0) {
    if (!mounted_) std::cout << "faults: mounting is not allowed: full disks are not tried\n";
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(place().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  fs::path place() const { return folder_.path(); }
  // Leaves so many bytes.
  void leave(std::size_t bytes) const {
    std::error_code ignored;
    fs::remove(filler(), ignored);
    const std::size_t all = fs::space(place()).available;
    std::ofstream(filler(), std::ios::binary) << std::string(all > bytes ? all - bytes : 0, 'x');
  }
  fs::path filler() const { return place() / "other"; }

 private:
  TemporaryFolder folder_;
  bool mounted_;
};

// strace in front of a run: of the new segment, whose name is the generation's, the n-th block is not written, and the
// run is told that it was.
std::vector<std::string> with_lost_block(const Trial& trial, std::size_t n) {
  std::vector<std::string> command{"/usr/bin/strace", "-f", "-qqq", "-o", "/dev/null"};
  for (std::int64_t second = 0; second < 5; ++second) {
    const std::string name = next_generation_name(trial.index(), std::time(nullptr) + second);
    command.insert(command.end(), {"-P", trial.index().segment(name).string()});
  }
  command.insert(command.end(),
                 {"-e", "trace=pwrite64", "-e", "inject=pwrite64:retval=8192:when=" + std::to_string(n)});
  return command;
}

// What nothing else reads is looked at, too: the positions of words.
bool is_whole_to_xapian(const IndexFolder& index) {
  std::size_t faults = 0;
  const auto generation = Generation::open_current(index);
  for (const SegmentEntry& segment : generation->manifest().segments) {
    faults += Xapian::Database::check(index.segment(segment.name).string(), 0, nullptr);
  }
  return faults == 0;
}

}  // namespace

TEST_CASE("a call that fails while writing ends the run with 4, and the last index stands") {
  if (!can_trace()) return;
  Trial trial(40);
  REQUIRE(trial.run_indexer().exit == 0);
  const Server server(trial.index().root());
  for (const std::string call : {"write", "pwrite64", "fsync", "rename", "mkdir"}) {
    if (call == "write" && kSanitized) {
      std::cout << "faults: built with sanitizers, which write for themselves: failing writes are not tried\n";
      continue;
    }
    for (const std::string error : {"ENOSPC", "EIO", "EROFS"}) {
      Tally tally("the n-th " + call + " fails with " + error);
      std::size_t failed = 0;
      std::size_t undisturbed = 0;
      const std::size_t step = call == "pwrite64" || error != "ENOSPC" ? rounds(7, 1) : 1;
      for (std::size_t n = 1; undisturbed < rounds(2, 3); n = n < 4 ? n + 1 : next_call(n, step)) {
        const Headlines before = published(trial.index());
        trial.change();
        const Outcome outcome = trial.run_indexer({}, injected(call, "error=" + error, n));
        undisturbed = outcome.exit == 0 ? undisturbed + 1 : 0;
        if (outcome.exit == 4) ++failed;
        CAPTURE(call);
        CAPTURE(error);
        CAPTURE(n);
        const bool served = answers(server, trial.index(), published(trial.index()));
        CHECK(served);
        const bool whole = holds(trial, before, outcome) && served && trial.run_indexer().exit == 0 &&
                           published(trial.index()) == trial.headlines();
        CHECK(whole);
        tally.add(whole);
      }
      CHECK(failed > 0);
    }
  }
}

// Tables of more than one block: a lost root is seen by whoever opens it.
TEST_CASE("a write that never reached the disk is found before it is published") {
  if (!can_trace()) return;
  Trial trial(300);
  REQUIRE(trial.run_indexer().exit == 0);
  std::size_t found = 0;
  std::size_t undisturbed = 0;
  Tally tally("the n-th block of a segment is lost");
  for (std::size_t n = 1; undisturbed < 2; n += rounds(9, 1)) {
    const Headlines before = published(trial.index());
    trial.change();
    const Outcome outcome = trial.run_indexer({"--full"}, with_lost_block(trial, n));
    CAPTURE(n);
    CAPTURE(outcome.exit);
    CAPTURE(outcome.err);
    const Headlines stands = published(trial.index());
    const bool done = outcome.exit == 0 && stands == trial.headlines() && is_whole_to_xapian(trial.index());
    const bool noticed = outcome.exit == 4 && stands == before;
    CHECK((done || noticed));
    undisturbed = done ? undisturbed + 1 : 0;
    if (noticed) ++found;
    const bool whole = (done || noticed) && leftovers(trial.index()).empty() && trial.run_indexer().exit == 0 &&
                       published(trial.index()) == trial.headlines();
    CHECK(whole);
    tally.add(whole);
  }
  CHECK(found > 0);
}

TEST_CASE("a call that fails while reading loses nothing, of the archive nor of the index") {
  if (!can_trace()) return;
  Trial trial(40);
  REQUIRE(trial.run_indexer().exit == 0);
  for (const std::string call : {"getdents64", "openat", "read", "pread64", "fstat,newfstatat,statfs"}) {
    Tally tally("the n-th " + call + " fails with EIO");
    std::size_t undisturbed = 0;
    for (std::size_t n = 1; undisturbed < 6; n = next_call(n, call == "getdents64" ? 1 : rounds(17, 1))) {
      const Headlines before = published(trial.index());
      trial.change();
      const Headlines now = trial.headlines();
      const Outcome outcome = trial.run_indexer({}, injected(call, "error=EIO", n));
      undisturbed = outcome.exit == 0 ? undisturbed + 1 : 0;
      CAPTURE(call);
      CAPTURE(n);
      CAPTURE(outcome.exit);
      CAPTURE(outcome.err);
      const Headlines stands = published(trial.index());
      bool whole = stands == before || stands == now || outcome.exit == 3;
      for (const std::string& headline : before)
        whole = whole && (stands.contains(headline) || !now.contains(headline));
      whole = whole && trial.run_indexer().exit == 0 && published(trial.index()) == now;
      CHECK(whole);
      tally.add(whole);
    }
  }
}

TEST_CASE("a disk that is full at any moment ends the run with 4, and the last index stands") {
  const SmallDisk disk;
  if (!disk.mounted()) return;
  Trial trial(400);
  trial.move_index(disk.place() / "index");
  REQUIRE(trial.run_indexer().exit == 0);
  std::size_t failed = 0;
  {
    const Server server(trial.index().root());
    Tally tally("a disk that fills up");
    for (std::size_t size = 0; size < 20; ++size) {
      const Headlines before = published(trial.index());
      trial.change();
      disk.leave(size * 256 * 1024);
      const Outcome outcome = trial.run_indexer({"--full"});
      if (outcome.exit == 4) ++failed;
      CAPTURE(size);
      const bool whole = holds(trial, before, outcome) && answers(server, trial.index(), published(trial.index()));
      CHECK(whole);
      tally.add(whole);
      fs::remove(disk.filler());
      REQUIRE(trial.run_indexer().exit == 0);
    }
  }
  CHECK(failed > 5);
  CHECK(failed < 20);
}

TEST_CASE("a limit on the size of files ends the run with 4, and the last index stands") {
  Trial trial(200);
  REQUIRE(trial.run_indexer().exit == 0);
  const Server server(trial.index().root());
  std::size_t failed = 0;
  {
    Tally tally("a limit on the size of files (RLIMIT_FSIZE)");
    for (std::size_t blocks = 0; blocks < 2000; blocks = blocks * 3 / 2 + 1) {
      const Headlines before = published(trial.index());
      trial.change();
      const std::string limited = "ulimit -f " + std::to_string(blocks) + "; exec \"$@\"";
      const Outcome outcome = trial.run_indexer({"--full"}, {"/bin/sh", "-c", limited, "sh"});
      if (outcome.exit == 4) ++failed;
      CAPTURE(blocks);
      const bool whole = holds(trial, before, outcome) && answers(server, trial.index(), published(trial.index()));
      CHECK(whole);
      tally.add(whole);
    }
  }
  CHECK(failed > 3);
  CHECK(trial.run_indexer().exit == 0);
}

TEST_CASE("a summary that cannot be written is told by exit status 4") {
  Trial trial(10);
  const Outcome outcome = trial.run_indexer({}, {"/bin/sh", "-c", "exec \"$@\" >/dev/full", "sh"});
  CHECK(outcome.exit == 4);
  CHECK(outcome.err.find("cannot write the summary") != std::string::npos);
  CHECK(published(trial.index()) == trial.headlines());
}

// What a power cut leaves is what was synced: every file and folder of a generation, before `current` names it.
TEST_CASE("all of a generation is synced before it becomes the current one") {
  if (!can_trace()) return;
  Trial trial(10);
  const TemporaryFolder told;
  const fs::path trace = told.path() / "trace";
  const std::vector<std::string> before = {
      "/usr/bin/strace", "-f", "-qqq", "-y", "-s", "4096", "-o", trace.string(), "-e", "trace=fsync,rename"};
  REQUIRE(trial.run_indexer({}, before).exit == 0);
  const std::string calls = read_file_text(trace);
  const IndexFolder& index = trial.index();
  const std::string name = current_generation(index).value();
  const std::size_t published_at = calls.find("rename(\"" + index.current().string() + ".new\"");
  REQUIRE(published_at != std::string::npos);
  const auto synced_at = [&](const fs::path& file, std::size_t from = 0) {
    const std::size_t at = calls.find("<" + file.string() + ">) = 0", from);
    return at == std::string::npos ? calls.size() : at;
  };
  std::size_t synced = 0;
  const auto check = [&](const fs::path& file) {
    CAPTURE(file.string());
    CHECK(synced_at(file) < published_at);
    if (synced_at(file) < published_at) ++synced;
  };
  for (const fs::path& file : {index.lexicon(name), index.synonyms(name), index.withdrawn(name), index.ledger(name),
                               index.manifest(name), index.current()}) {
    check(file.string() + ".new");
  }
  check(index.segment(name));
  for (const fs::path& folder :
       {index.generation(name), index.segments(), index.root() / "generations", index.root()}) {
    check(folder);
  }
  CHECK(synced_at(index.root(), published_at) < calls.size());  // and the renaming itself, afterwards
  std::cout << "faults: synced before the renaming of current: " << synced << " files and folders\n";
}
