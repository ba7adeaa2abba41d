#include "server/http/generation_watcher.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "index/index_error.h"

namespace backfile {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{100};
constexpr int kLooksBetweenTries = 20;

std::string text_of(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) text += (text.empty() ? "" : "; ") + fault_text(fault);
  return text;
}

// What vanished since the start was taken away, not damaged: requests go on with what they have open.
bool has_vanished(const IndexFolder& index, const std::string& name) {
  SealMemory memory;
  const auto faults = find_faults(index, name, Depth::sizes, memory);
  return std::ranges::any_of(faults, [](const Fault& fault) { return fault.kind == FaultKind::missing; });
}

}  // namespace

GenerationWatcher::GenerationWatcher(IndexFolder index, DatabasePool& pool, Log& log)
    : index_(std::move(index)), pool_(pool), log_(log) {
  look(false, Depth::sizes, {});
  if (!served_.empty()) {
    checker_ = std::jthread([this, name = served_](std::stop_token stop) { check_what_started(name, stop); });
  }
  thread_ = std::jthread([this](std::stop_token stop) { watch(stop); });
}

GenerationWatcher::~GenerationWatcher() {
  checker_.request_stop();
  thread_.request_stop();
}

void GenerationWatcher::look_now() {
  {
    const std::scoped_lock lock(mutex_);
    look_now_ = true;
  }
  woken_.notify_all();
}

std::vector<RefusedGeneration> GenerationWatcher::refused() const {
  const std::scoped_lock lock(mutex_);
  std::vector<RefusedGeneration> all;
  for (const auto& [name, refused] : refused_) all.push_back(refused);
  return all;
}

std::uint64_t GenerationWatcher::refusals() const {
  const std::scoped_lock lock(mutex_);
  return refusals_;
}

void GenerationWatcher::check_what_started(const std::string& name, const std::stop_token& stop) {
  try {
    auto faults = find_faults(index_, name, Depth::whole, memory_, stop);
    if (!faults.empty() && has_vanished(index_, name)) return;
    if (faults.empty()) return log_.info("the generation is whole", {{"generation", name}});
    const std::scoped_lock lock(mutex_);
    faults_at_start_ = std::move(faults);
  } catch (const ReadingStopped&) {
    return;
  } catch (const std::exception& error) {
    return log_.error("the generation could not be verified", {{"generation", name}, {"cause", error.what()}});
  }
  woken_.notify_all();
}

void GenerationWatcher::watch(std::stop_token stop) {
  const std::string started = served_;
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    woken_.wait_for(lock, stop, kBetweenLooks, [this] { return look_now_ || !faults_at_start_.empty(); });
    const bool anew = std::exchange(look_now_, false);
    const std::vector<Fault> faults = std::exchange(faults_at_start_, {});
    lock.unlock();
    try {
      if (!faults.empty() && served_ == started) {
        refuse(started, fault_reason(faults.front()), text_of(faults));
        fall_back(started, Depth::whole, stop);
      }
      if (!stop.stop_requested()) look(anew, Depth::whole, stop);
    } catch (const ReadingStopped&) {
      return;
    }
    lock.lock();
  }
}

// `current` holds a name of some thirty bytes: it is read each time, which is cheaper than to be wrong about its age.
// Nothing where there is none; empty where it names no generation.
std::optional<std::string> GenerationWatcher::read_current() {
  try {
    auto current = current_generation(index_);
    if (!current && !served_.empty()) {
      refuse("", "It is gone.", "there is no current generation in " + index_.root().string());
    }
    return current;
  } catch (const IndexError& error) {
    refuse("", "Its name cannot be read.", error.what());
    return "";
  }
}

void GenerationWatcher::look(bool anew, Depth depth, const std::stop_token& stop) {
  const auto name = read_current();
  if (!name) return;
  if (*name == served_ && !anew && !name->empty()) return accept_all();
  if (is_refused(*name) && !anew && looks_until_try_-- > 0) return;
  looks_until_try_ = kLooksBetweenTries;
  if (anew) memory_.forget();
  try {
    if (!name->empty() && try_to_serve(*name, depth, stop)) return accept_all();
    if (served_.empty()) fall_back(*name, depth, stop);
  } catch (const ReadingStopped&) {
    throw;
  } catch (const std::exception& error) {
    refuse(*name, "It cannot be read.", error.what());
  } catch (...) {
    refuse(*name, "It cannot be read.", "an exception that is none of ours");
  }
}

bool GenerationWatcher::try_to_serve(const std::string& name, Depth depth, const std::stop_token& stop) {
  const std::vector<Fault> faults = find_faults(index_, name, depth, memory_, stop);
  if (!faults.empty()) {
    refuse(name, fault_reason(faults.front()), text_of(faults));
    return false;
  }
  auto generation = Generation::open(index_, name);
  generation->open_database();
  pool_.take_up(std::move(generation));
  served_ = name;
  log_.info("the generation is served",
            {{"generation", name}, {"verified", depth == Depth::whole ? "whole" : "sizes"}});
  return true;
}

// To the newest sound generation that is older than `from`; of all where that is empty.
void GenerationWatcher::fall_back(const std::string& from, Depth depth, const std::stop_token& stop) {
  for (const std::string& name : standing_generations(index_)) {
    if (!from.empty() && name >= from) continue;
    if (try_to_serve(name, depth, stop)) return;
  }
  if (served_.empty()) return;
  pool_.take_up(nullptr);
  served_.clear();
  log_.error("no sound generation is left to serve");
}

void GenerationWatcher::refuse(const std::string& name, const std::string& reason, const std::string& cause) {
  bool told_before = false;
  {
    const std::scoped_lock lock(mutex_);
    if (!name.empty()) refused_.erase("");  // its name can be read again
    refused_[name] = {name, reason};
    told_before = std::exchange(told_[name], cause) == cause;
    if (!told_before) ++refusals_;
  }
  if (told_before) return;
  log_.error("the generation is refused", {{"generation", name}, {"cause", cause}, {"served", served_}});
}

bool GenerationWatcher::is_refused(const std::string& name) const {
  const std::scoped_lock lock(mutex_);
  return refused_.contains(name);
}

void GenerationWatcher::accept_all() {
  const std::scoped_lock lock(mutex_);
  refused_.clear();
  told_.clear();
}

}  // namespace backfile
