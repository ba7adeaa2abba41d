// What the server knows of itself.
#pragma once

#include <atomic>
#include <string>

#include "server/http/utc.h"

namespace backfile {

struct ServerState {
  const std::string started_at = utc_now();
  std::atomic<bool> draining{false};  // it was told to end: requests at work are finished, later ones sent away
};

}  // namespace backfile
