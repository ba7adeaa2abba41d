#include "server/http/generation_watcher.h"

#include <chrono>
#include <exception>
#include <utility>

#include "index/index_error.h"

namespace backfile {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{100};
constexpr int kLooksBetweenTries = 20;
constexpr const char* kReason =
    "It cannot be read: damaged, not complete, or of another version. The server's log says more.";

}  // namespace

GenerationWatcher::GenerationWatcher(IndexFolder index, DatabasePool& pool, Log& log)
    : index_(std::move(index)), pool_(pool), log_(log) {
  look(false);
  thread_ = std::jthread([this](std::stop_token stop) { watch(stop); });
}

GenerationWatcher::~GenerationWatcher() = default;

void GenerationWatcher::look_now() {
  {
    const std::scoped_lock lock(mutex_);
    look_now_ = true;
  }
  woken_.notify_all();
}

std::optional<RefusedGeneration> GenerationWatcher::refused() const {
  const std::scoped_lock lock(mutex_);
  return refused_;
}

void GenerationWatcher::watch(std::stop_token stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    woken_.wait_for(lock, stop, kBetweenLooks, [this] { return look_now_; });
    const bool anew = std::exchange(look_now_, false);
    lock.unlock();
    if (!stop.stop_requested()) look(anew);
    lock.lock();
  }
}

// `current` holds a name of some thirty bytes: it is read each time, which is cheaper than to be wrong about its age.
void GenerationWatcher::look(bool anew) {
  std::string name;
  try {
    name = current_generation(index_).value_or("");
    const auto before = refused();
    const bool known_as_bad = before && !name.empty() && before->generation == name;
    if (known_as_bad && !anew && ++looks_since_try_ < kLooksBetweenTries) return;
    looks_since_try_ = 0;
    if (name.empty() && served_.empty()) return;
    if (name.empty()) return refuse("", "there is no current generation in " + index_.root().string() + " any more");
    if (name != served_ || anew || before) take_up(name);
  } catch (const std::exception& error) {
    refuse(name, error.what());
  } catch (...) {
    refuse(name, "an exception that is none of ours");
  }
}

void GenerationWatcher::take_up(const std::string& name) {
  auto generation = Generation::open(index_, name);
  generation->open_database();  // what cannot be opened now is refused, not served
  pool_.take_up(std::move(generation));
  served_ = name;
  told_.clear();
  {
    const std::scoped_lock lock(mutex_);
    refused_.reset();
  }
  log_.info("the generation is served", {{"generation", name}});
}

void GenerationWatcher::refuse(const std::string& name, const std::string& cause) {
  if (std::exchange(told_, name + cause) != name + cause) {
    log_.error("the generation is refused", {{"generation", name}, {"cause", cause}, {"served", served_}});
  }
  const std::scoped_lock lock(mutex_);
  refused_ = RefusedGeneration{name, kReason};
}

}  // namespace backfile
