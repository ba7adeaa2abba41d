// The generation watcher: a thread that sees when the indexer publishes, opens the new generation and has it served.
// Requests at work finish on the generation they began with.
//
// A generation that cannot be opened is refused: the one that is served goes on being served, the log says why, once,
// and it is tried again now and then (the copying of an index may not have ended). The same goes for an index that
// vanishes.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "index/generation.h"
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

  // Looks at once, and opens the current generation even if it is the one that is served. Returns without waiting.
  void look_now();
  std::optional<RefusedGeneration> refused() const;

 private:
  void watch(std::stop_token stop);
  void look(bool anew);
  void take_up(const std::string& name);
  void refuse(const std::string& name, const std::string& cause);

  const IndexFolder index_;
  DatabasePool& pool_;
  Log& log_;

  std::string served_;       // of the watching thread, as are the next two
  std::string told_;         // the cause that the log was told last
  int looks_since_try_ = 0;  // at the refused generation

  mutable std::mutex mutex_;
  std::condition_variable_any woken_;
  bool look_now_ = false;
  std::optional<RefusedGeneration> refused_;
  std::jthread thread_;  // last: ends before what it uses goes
};

}  // namespace backfile
