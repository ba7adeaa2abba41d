// A trial: an archive whose every article is known, the index made of it, and what must be true after a fault.
//
// BACKFILE_LONG=1 makes the loops of the trials long. Each loop prints one line: "faults: WHAT: N rounds, N whole".
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "index/generation.h"
#include "tests/journey/programs.h"

namespace backfile {

using Headlines = std::set<std::string>;

bool long_trials();
inline std::size_t rounds(std::size_t brief, std::size_t many) { return long_trials() ? many : brief; }

// Which call of a run is disturbed after the n-th. In a brief trial ever farther apart: a run makes the more calls the
// larger its archive has become.
inline std::size_t next_call(std::size_t n, std::size_t step) { return n + step + (long_trials() ? 0 : n / 3); }

class Trial {
 public:
  // Half of the articles are files of their own in three folders, the others lines of one file. Files are an hour old.
  explicit Trial(int articles, unsigned seed = 1);

  std::filesystem::path archive() const { return folder_.path() / "news"; }
  std::filesystem::path container() const { return archive() / "wire.jsonl"; }
  const IndexFolder& index() const { return index_; }
  // Another place for the index, to be made by the next run.
  void move_index(const std::filesystem::path& root) { index_ = IndexFolder(root); }

  // One article more, one rewritten, one gone. Never empties the archive.
  void change();
  // So many articles more.
  void grow(std::size_t articles);
  // What the archive says now.
  Headlines headlines() const;
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  // The command of a run; `before` stands in front of it.
  std::vector<std::string> command(const std::vector<std::string>& options = {},
                                   const std::vector<std::string>& before = {}) const;
  Outcome run_indexer(const std::vector<std::string>& options = {}, const std::vector<std::string>& before = {}) const {
    return run(command(options, before));
  }

 private:
  void write_file(int number) const;
  void write_container() const;

  TemporaryFolder folder_;
  IndexFolder index_{folder_.path() / "index"};
  std::mt19937_64 random_;
  std::map<int, int> files_;  // the state of each article that is a file
  std::map<int, int> lines_;  // and of each that is a line
  int next_ = 0;
};

// The headlines of the current generation, read from every byte of it. Throws where anything of it is damaged.
Headlines published(const IndexFolder& index);

// What lies in an index's folder and is of no generation.
std::vector<std::string> leftovers(const IndexFolder& index);

// Does a server answer from this generation, and so?
bool answers(const Server& server, const IndexFolder& index, const Headlines& headlines);

// strace in front of a command, at the n-th call of every thread: "signal=KILL", "error=EIO".
std::vector<std::string> injected(const std::string& call, const std::string& what, std::size_t n);
// Is it there, and allowed here? Says so where it is not.
bool can_trace();

// Counts the rounds of a loop; prints them when it is over.
class Tally {
 public:
  explicit Tally(std::string what) : what_(std::move(what)) {}
  ~Tally();
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  void add(bool whole) {
    ++rounds_;
    if (whole) ++whole_;
  }

 private:
  std::string what_;
  std::size_t rounds_ = 0;
  std::size_t whole_ = 0;
};

}  // namespace backfile
