#include "server/http/listener.h"

#include <utility>

#include "server/http/connection_loop.h"

namespace backfile {

Listener::Listener(ListenOptions options, Handler handler)
    : loop_(std::make_unique<ConnectionLoop>(std::move(options), std::move(handler))) {}
Listener::~Listener() = default;

std::uint16_t Listener::port() const { return loop_->port(); }
void Listener::run() { loop_->run(); }
void Listener::stop() { loop_->stop(); }
ListenerLoad Listener::load() const { return loop_->load(); }
bool Listener::is_alive(std::chrono::milliseconds longest) const { return loop_->is_alive(longest); }

}  // namespace backfile
