// The generation watcher: a thread that sees when the indexer publishes, verifies the new generation, opens it and has
// it served. Requests at work finish on the generation they began with; no request waits for a check.
//
// A generation that is damaged, not complete, foreign, empty or of another version is refused: the one that is served
// goes on being served, the log says why, once, and it is tried again now and then (the copying of an index may not
// have ended). Where none is served, the newest kept one before it that is sound is.
//
// What is published while the server runs is verified whole, checksums too, before it serves. At start sizes, schema
// and manifest are enough, so that an index of any size serves at once; its checksums are read then in a second thread,
// and what they show is refused in the same way. With nothing sound left, nothing is served.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "index/generation.h"
#include "index/verification.h"
#include "server/http/log.h"
#include "server/search/database_pool.h"

namespace backfile {

// A published generation that is not served. `reason` is for everyone to read: it names no files.
struct RefusedGeneration {
  std::string generation;  // empty where not even its name could be read
  std::string reason;
};

class GenerationWatcher {
 public:
  // Takes up the current generation, if there is one, before it returns; then watches. `pool` and `log` outlive it.
  GenerationWatcher(IndexFolder index, DatabasePool& pool, Log& log);
  ~GenerationWatcher();

  // Looks at once, and verifies and opens the current generation even if it is the one that is served. Returns without
  // waiting.
  void look_now();

  // Those that are refused now, the newest first; and how often one was refused since the start.
  std::vector<RefusedGeneration> refused() const;
  std::uint64_t refusals() const;

 private:
  void watch(std::stop_token stop);
  std::optional<std::string> read_current();
  void look(bool anew, Depth depth, const std::stop_token& stop);
  bool try_to_serve(const std::string& name, Depth depth, const std::stop_token& stop);
  void fall_back(const std::string& from, Depth depth, const std::stop_token& stop);
  void refuse(const std::string& name, const std::string& reason, const std::string& cause);
  bool is_refused(const std::string& name) const;
  void accept_all();  // the current generation is served
  void check_what_started(const std::string& name, const std::stop_token& stop);

  const IndexFolder index_;
  DatabasePool& pool_;
  Log& log_;
  SealMemory memory_;

  std::string served_;       // of the watching thread, as is the next
  int looks_until_try_ = 0;  // of what is refused

  mutable std::mutex mutex_;
  std::condition_variable_any woken_;
  bool look_now_ = false;
  std::vector<Fault> faults_at_start_;  // that the checksums of the generation served from the start showed
  std::map<std::string, RefusedGeneration, std::greater<>> refused_;
  std::map<std::string, std::string> told_;  // of each refused one, the cause that the log was told last
  std::uint64_t refusals_ = 0;
  std::jthread thread_;  // last, with the next: they end before what they use goes
  std::jthread checker_;
};

}  // namespace backfile
