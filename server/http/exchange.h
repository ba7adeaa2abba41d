// From the bytes of a request head to the bytes of its answer. Knows the handler and HTTP, and nothing of sockets.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "server/http/answer_writer.h"
#include "server/http/body_stream.h"
#include "server/http/http_message.h"

namespace backfile {

// Who asks.
struct Asker {
  std::string address;
  bool is_late = false;  // its connection was opened after the server began to stop
  bool is_last = false;  // this request is the last that its connection may carry
};

struct Reply {
  std::string bytes;
  bool last = true;                    // the connection ends with it
  std::unique_ptr<BodyStream> body{};  // what comes behind the bytes, where the answer is streamed
};

// Safe for any number of threads. What the handler throws comes through.
class Exchange {
 public:
  Exchange(Handler handler, std::chrono::seconds idle_patience, std::size_t requests_a_connection);

  Reply answer(const std::string& head, const Asker& asker);
  // The answer to what cannot be taken.
  Reply refuse(int status, const Asker& asker);

 private:
  HttpRequest blank_request(const Asker& asker);

  const Handler handler_;
  const AnswerWriter writer_;
  const std::string id_prefix_;
  std::atomic<std::uint64_t> requests_{0};
};

}  // namespace backfile
