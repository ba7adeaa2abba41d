#include "server/http/exchange.h"

#include <cstdio>
#include <random>
#include <utility>

#include "server/http/request_head.h"
#include "server/http/target.h"

namespace backfile {
namespace {

std::string random_prefix() {
  char text[16];
  std::snprintf(text, sizeof text, "%08x-", std::random_device{}());
  return text;
}

}  // namespace

Exchange::Exchange(Handler handler, std::chrono::seconds idle_patience, std::size_t requests_a_connection)
    : handler_(std::move(handler)), writer_(idle_patience, requests_a_connection), id_prefix_(random_prefix()) {}

HttpRequest Exchange::blank_request(const Asker& asker) {
  HttpRequest request;
  request.id = id_prefix_ + std::to_string(++requests_);
  request.remote_address = asker.address;
  request.while_stopping = asker.is_late;
  return request;
}

Reply Exchange::answer(const std::string& bytes, const Asker& asker) {
  const auto parsed = parse_request_head(bytes);
  if (const int* status = std::get_if<int>(&parsed)) return refuse(*status, asker);
  const RequestHead& head = std::get<RequestHead>(parsed);
  HttpRequest request = blank_request(asker);
  request.method = head.method;
  request.headers = head.headers;
  if (auto target = parse_target(head.target)) {
    request.path = std::move(target->path);
    request.parameters = std::move(target->parameters);
  } else {
    request.refused = 400;
  }
  const bool last = asker.is_last || !head.keeps_alive;
  HttpResponse response = handler_(request);
  Reply reply{writer_.write(head, response, last), last};
  reply.body = writer_.body_of(head, response);
  return reply;
}

Reply Exchange::refuse(int status, const Asker& asker) {
  HttpRequest request = blank_request(asker);
  request.refused = status;
  return {writer_.write(RequestHead{}, handler_(request), true), true};
}

}  // namespace backfile
