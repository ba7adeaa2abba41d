// An archive that is gone, or that looks as if it were: no article of the index goes with it.
#include <doctest/doctest.h>
#include <unistd.h>

#include <functional>
#include <iostream>

#include "tests/faults/trial.h"

using namespace backfile;
namespace fs = std::filesystem;

namespace {

struct Gone {
  const char* how;
  std::function<void(const Trial&)> happens;
  int exit;
  int exit_of_full = 6;                  // which cannot keep what it cannot read
  std::vector<std::string> before = {};  // what stands in front of the command
  bool fails_to_list = false;            // strace stands there, and is told of the archive's folder
};

void empty_folder(const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
}

// Folder by folder, so that what may not be read can be taken away afterwards.
void forbid(const fs::path& path) { fs::permissions(path, fs::perms::none); }

void to_other_disk(const Trial& trial, const fs::path& disk) {
  fs::copy(trial.archive(), disk / "news", fs::copy_options::recursive);
  fs::remove_all(trial.archive());
  fs::create_directory_symlink(disk / "news", trial.archive());
}

void remove_half(const Trial& trial) {
  fs::remove_all(trial.archive() / "a");
  fs::remove_all(trial.archive() / "b");
  fs::remove(trial.container());
}

// A folder on another file system; none where there is no such.
class OtherDisk {
 public:
  OtherDisk() {
    std::string name = "/dev/shm/backfile-test-XXXXXX";
    if (::mkdtemp(name.data())) place_ = name;
  }
  ~OtherDisk() {
    std::error_code ignored;
    if (!place_.empty()) fs::remove_all(place_, ignored);
  }
  OtherDisk(const OtherDisk&) = delete;
  OtherDisk& operator=(const OtherDisk&) = delete;
  const fs::path& place() const { return place_; }

 private:
  fs::path place_;
};

// Root reads everything; without these two rights it reads what its permissions allow, as others do.
std::vector<std::string> as_any_user() {
  if (::geteuid() != 0) return {};
  return {"/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"};
}

std::vector<Gone> ways(const fs::path& other_disk) {
  std::vector<Gone> all = {
      {"the archive is missing", [](const Trial& trial) { fs::remove_all(trial.archive()); }, 6},
      {"the archive is an empty folder", [](const Trial& trial) { empty_folder(trial.archive()); }, 6},
      {"the archive may not be read", [](const Trial& trial) { forbid(trial.archive()); }, 6, 6, as_any_user()},
      {"a file lies in the archive's place",
       [](const Trial& trial) {
         fs::remove_all(trial.archive());
         std::ofstream(trial.archive()) << "not a folder";
       },
       6},
      {"a link that leads nowhere lies in the archive's place",
       [](const Trial& trial) {
         fs::remove_all(trial.archive());
         fs::create_symlink("/nowhere/at/all", trial.archive());
       },
       6},
      {"half of the archive is gone", remove_half, 6},
      {"a folder of the archive may not be read", [](const Trial& trial) { forbid(trial.archive() / "b"); }, 3, 6,
       as_any_user()},
      {"no file of the archive may be read",
       [](const Trial& trial) {
         for (const auto& entry : fs::recursive_directory_iterator(trial.archive())) {
           if (entry.is_regular_file()) forbid(entry.path());
         }
       },
       0, 6, as_any_user()},  // it looks as it did: nobody reads it
      {"a file of many articles is empty", [](const Trial& trial) { fs::resize_file(trial.container(), 0); }, 6},
      {"a file of many articles is cut in half",
       [](const Trial& trial) { fs::resize_file(trial.container(), fs::file_size(trial.container()) / 2); }, 6},
  };
  if (fs::exists(other_disk)) {
    all.push_back(
        {"the archive lies on another file system", [=](const Trial& trial) { to_other_disk(trial, other_disk); }, 6});
  }
  if (can_trace()) {
    all.push_back({"the archive cannot be listed (I/O error)", [](const Trial&) {}, 6, 6,
                   injected("getdents64", "error=EIO", 1), true});
  }
  return all;
}

// An index of 300 articles, and an archive to which something is done.
struct Indexed {
  ~Indexed() {
    std::error_code error;
    if (fs::is_symlink(trial.archive())) return;
    fs::permissions(trial.archive(), fs::perms::owner_all, error);
    fs::permissions(trial.archive() / "b", fs::perms::owner_all, error);
  }

  Trial trial{300};
  Outcome first_run = trial.run_indexer();
  Headlines all = trial.headlines();
  std::string generation = current_generation(trial.index()).value();
};

}  // namespace

TEST_CASE("an archive that is gone takes no article with it") {
  const OtherDisk disk;
  Tally tally("an archive gone: nothing deleted");
  for (const Gone& gone : ways(disk.place())) {
    const Indexed indexed;
    gone.happens(indexed.trial);
    for (const std::vector<std::string>& options : {std::vector<std::string>{}, {"--full"}, {"--retry-failed"}}) {
      std::vector<std::string> before = gone.before;
      if (gone.fails_to_list) before.insert(before.end(), {"-P", indexed.trial.archive().string()});
      const Outcome outcome = indexed.trial.run_indexer(options, before);
      const bool full = !options.empty() && options[0] == "--full";
      const int expected = full ? gone.exit_of_full : gone.exit;
      CAPTURE(std::string(gone.how));
      CAPTURE(full);
      CAPTURE(outcome.err);
      CAPTURE(outcome.out);
      CHECK(outcome.exit == expected);
      const bool kept = published(indexed.trial.index()) == indexed.all;
      CHECK(kept);
      CHECK(leftovers(indexed.trial.index()).empty());
      tally.add(kept && outcome.exit == expected);
    }
  }
}

TEST_CASE("--allow-mass-delete means it, but never an empty index") {
  const Indexed half;
  remove_half(half.trial);
  const Outcome meant = half.trial.run_indexer({"--allow-mass-delete"});
  CHECK(meant.exit == 0);
  CHECK(summary(meant).at("deleted") == "250");
  CHECK(published(half.trial.index()).size() == 50);
  empty_folder(half.trial.archive());
  CHECK(half.trial.run_indexer({"--allow-mass-delete"}).exit == 6);
  fs::remove_all(half.trial.archive());
  CHECK(half.trial.run_indexer({"--allow-mass-delete"}).exit == 6);
  CHECK(published(half.trial.index()).size() == 50);
}

TEST_CASE("an archive that moved to another disk is taken with --allow-mass-delete, nothing changed") {
  const OtherDisk disk;
  if (disk.place().empty()) return;
  const Indexed indexed;
  to_other_disk(indexed.trial, disk.place());
  CHECK(indexed.trial.run_indexer().exit == 6);
  const Outcome outcome = indexed.trial.run_indexer({"--allow-mass-delete"});
  CHECK(outcome.exit == 0);
  CHECK(summary(outcome).at("unchanged") == "300");
  CHECK(published(indexed.trial.index()) == indexed.all);
}

TEST_CASE("--no-delete keeps what is gone, run after run, and a plain run refuses to let it go") {
  const Indexed indexed;
  remove_half(indexed.trial);
  for (int i = 0; i < 3; ++i) {
    const Outcome outcome = indexed.trial.run_indexer({"--no-delete"});
    CHECK(outcome.exit == 0);
    CHECK(summary(outcome).at("deleted") == "0");
    CHECK(published(indexed.trial.index()) == indexed.all);
  }
  CHECK(indexed.trial.run_indexer().exit == 6);
  CHECK(published(indexed.trial.index()) == indexed.all);
}

TEST_CASE("--dry-run says what would go, and nothing goes") {
  const Indexed indexed;
  fs::remove_all(indexed.trial.archive() / "a");
  const Outcome outcome = indexed.trial.run_indexer({"--dry-run"});
  CHECK(outcome.exit == 0);
  CHECK(summary(outcome).at("deleted") == "50");
  CHECK(summary(outcome).at("generation") == indexed.generation);
  CHECK(current_generation(indexed.trial.index()) == indexed.generation);
  CHECK(published(indexed.trial.index()) == indexed.all);
  CHECK(leftovers(indexed.trial.index()).empty());
  fs::remove_all(indexed.trial.archive() / "b");
  CHECK(indexed.trial.run_indexer({"--dry-run"}).exit == 6);
  CHECK(published(indexed.trial.index()) == indexed.all);
}

TEST_CASE("--retry-failed reads again what was rejected; else what did not change is not opened") {
  if (!can_trace()) return;
  Indexed indexed;
  indexed.trial.change();  // a run that publishes nothing remembers nothing
  const fs::path bad = indexed.trial.archive() / "office.pdf";
  std::ofstream(bad) << "%PDF-1.4";
  fs::last_write_time(bad, fs::file_time_type::clock::now() - std::chrono::hours(1));
  const TemporaryFolder told;
  const fs::path trace = told.path() / "trace";
  const std::vector<std::string> before = {"/usr/bin/strace", "-f", "-qqq", "-o", trace.string(), "-e",
                                           "trace=openat",    "-s", "4096"};
  const auto opens = [&](const std::vector<std::string>& options) {
    CHECK(indexed.trial.run_indexer(options, before).exit == 3);
    return read_file_text(trace).find(bad.string()) != std::string::npos;
  };
  CHECK(opens({}));
  CHECK_FALSE(opens({}));
  CHECK(opens({"--retry-failed"}));
  CHECK(published(indexed.trial.index()) == indexed.trial.headlines());
}
