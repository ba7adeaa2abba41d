#include "server/http/stream_log.h"

#include <chrono>
#include <cmath>
#include <memory>
#include <utility>

namespace backfile {
namespace {

using Clock = std::chrono::steady_clock;

struct Told {
  Told(NextPiece inner, Log& to, std::string id) : pieces(std::move(inner)), log(to), request_id(std::move(id)) {}
  Told(const Told&) = delete;
  Told& operator=(const Told&) = delete;
  ~Told() {
    const std::chrono::duration<double, std::milli> took = Clock::now() - began;
    log.info("a streamed answer ended",
             {{"request", request_id}, {"whole", whole}, {"bytes", bytes}, {"ms", std::round(took.count())}});
  }

  NextPiece pieces;
  Log& log;
  std::string request_id;
  Clock::time_point began = Clock::now();
  std::size_t bytes = 0;
  bool whole = false;
};

}  // namespace

NextPiece logged_stream(NextPiece pieces, Log& log, const std::string& request_id) {
  return [told = std::make_shared<Told>(std::move(pieces), log, request_id)] {
    auto piece = told->pieces();
    told->whole = !piece;
    if (piece) told->bytes += piece->size();
    return piece;
  };
}

}  // namespace backfile
