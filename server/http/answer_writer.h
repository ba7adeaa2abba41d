// Writes answers as the bytes to send: status line, headers, body, compressed where that pays. cpp-httplib does the
// writing; it is given a request head of our own making and never reads what a client sent. Of a streamed answer it
// writes the head alone.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "server/http/body_stream.h"
#include "server/http/http_message.h"
#include "server/http/request_head.h"

namespace backfile {

// Safe for any number of threads.
class AnswerWriter {
 public:
  // What the answers tell of the connection: how long it may be idle, and how many requests it carries in all.
  AnswerWriter(std::chrono::seconds idle_patience, std::size_t requests_a_connection);
  ~AnswerWriter();

  // The answer to `head`, with the headers that belong to the connection; `last`: it is closed afterwards.
  std::string write(const RequestHead& head, const HttpResponse& response, bool last) const;
  // What comes behind that where the answer is streamed; null where nothing does. Takes the pieces out of the response.
  std::unique_ptr<BodyStream> body_of(const RequestHead& head, HttpResponse& response) const;

 private:
  class Writer;
  const std::unique_ptr<Writer> writer_;
};

}  // namespace backfile
