#include "server/http/connection_table.h"

#include <algorithm>
#include <utility>

namespace backfile {
namespace {

bool carries_no_request(const HeldConnection& held) {
  return held.stage == Stage::idle || held.stage == Stage::unfinished;
}

HeldConnection* older(HeldConnection* one, HeldConnection* other) {
  if (!one || !other) return one ? one : other;
  return other->since < one->since ? other : one;
}

}  // namespace

HeldConnection& ConnectionTable::add(std::unique_ptr<HeldConnection> held) {
  List& list = of(held->stage);
  owners_[held->connection.peer().owner].push_back(held.get());
  list.push_back(std::move(held));
  list.back()->place = std::prev(list.end());
  ++size_;
  return *list.back();
}

void ConnectionTable::move(HeldConnection& held, Stage stage) {
  of(stage).splice(of(stage).end(), of(held.stage), held.place);
  held.stage = stage;
  held.since = Connection::Clock::now();
}

void ConnectionTable::close(HeldConnection& held) {
  const auto owner = owners_.find(held.connection.peer().owner);
  std::erase(owner->second, &held);
  if (owner->second.empty()) owners_.erase(owner);
  gone_.splice(gone_.end(), of(held.stage), held.place);
  held.body || held.connection.unsent() > 0 ? held.connection.break_off() : held.connection.close();
  held.body.reset();
  held.is_gone = true;
  --size_;
}

std::size_t ConnectionTable::count_of_owner(const std::string& owner) const {
  const auto found = owners_.find(owner);
  return found == owners_.end() ? 0 : found->second.size();
}

HeldConnection* ConnectionTable::oldest(Stage stage) const {
  return of(stage).empty() ? nullptr : of(stage).front().get();
}

HeldConnection* ConnectionTable::oldest_without_request() const {
  return older(oldest(Stage::idle), oldest(Stage::unfinished));
}

HeldConnection* ConnectionTable::oldest_without_request(const std::string& owner) const {
  HeldConnection* found = nullptr;
  if (const auto all = owners_.find(owner); all != owners_.end()) {
    for (HeldConnection* const held : all->second) {
      if (carries_no_request(*held)) found = older(found, held);
    }
  }
  return found;
}

}  // namespace backfile
