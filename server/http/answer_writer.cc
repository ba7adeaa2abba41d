#include "server/http/answer_writer.h"

#include <httplib.h>

#include "server/http/utc.h"

namespace backfile {
namespace {

constexpr std::size_t kSmall = 1400;  // bytes of an answer that is not worth compressing

class AnswerStream : public httplib::Stream {
 public:
  explicit AnswerStream(std::string head) : head_(std::move(head)) {}

  std::string take() { return std::move(answer_); }

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    size = head_.copy(to, size, read_);
    read_ += size;
    return static_cast<ssize_t>(size);
  }
  ssize_t write(const char* bytes, std::size_t size) override {
    answer_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string head_;
  std::size_t read_ = 0;
  std::string answer_;
};

bool takes_gzip(const RequestHead& head) {
  for (const auto& [name, value] : head.headers) {
    if (name != "accept-encoding") continue;
    const std::size_t at = value.find("gzip");
    if (at == std::string::npos) continue;
    return value.substr(at, value.find(',', at) - at).find("q=0") == std::string::npos;
  }
  return false;
}

// What httplib is to answer: to it every request is alike. Of the encodings it knows only gzip is let through: its
// brotli works at the highest level, some fifty milliseconds an answer.
std::string head_to_answer(const RequestHead& head, const HttpResponse& response, bool last) {
  std::string text = "GET / HTTP/1.1\r\n";
  if (last) text += "Connection: close\r\n";
  if (response.body.size() > kSmall && takes_gzip(head)) text += "Accept-Encoding: gzip\r\n";
  return text + "\r\n";
}

// The answer that this thread writes, and to what: httplib's callbacks have no other way to know.
thread_local const HttpResponse* answer_at_hand = nullptr;
thread_local const RequestHead* head_at_hand = nullptr;

void add_stream_headers(const RequestHead& head, httplib::Headers& headers) {
  headers.erase("Content-Length");
  if (head.is_1_1) headers.emplace("Transfer-Encoding", "chunked");
  if (takes_gzip(head)) headers.emplace("Content-Encoding", "gzip");
}

}  // namespace

class AnswerWriter::Writer : private httplib::Server {
 public:
  Writer(std::chrono::seconds idle_patience, std::size_t requests_a_connection) {
    set_keep_alive_timeout(idle_patience.count());
    set_keep_alive_max_count(requests_a_connection);
    set_pre_routing_handler([](const httplib::Request&, httplib::Response& response) {
      response.status = answer_at_hand->status;
      response.body = answer_at_hand->body;
      for (const auto& [name, value] : answer_at_hand->headers) response.headers.emplace(name, value);
      response.headers.emplace("Date", http_date_now());
      response.headers.emplace("Vary", "Accept-Encoding");
      return HandlerResponse::Handled;
    });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      response.headers.erase("Accept-Ranges");
      if (response.status == 204 || response.status == 304) response.headers.erase("Content-Length");
      if (answer_at_hand->next_piece) add_stream_headers(*head_at_hand, response.headers);
    });
  }

  std::string write(AnswerStream stream, const RequestHead& head, const HttpResponse& response, bool last) {
    answer_at_hand = &response;
    head_at_hand = &head;
    bool closed = false;
    process_request(stream, last, closed, [&](httplib::Request& request) { request.method = head.method; });
    answer_at_hand = nullptr;
    head_at_hand = nullptr;
    return stream.take();
  }
};

AnswerWriter::AnswerWriter(std::chrono::seconds idle_patience, std::size_t requests_a_connection)
    : writer_(std::make_unique<Writer>(idle_patience, requests_a_connection)) {}
AnswerWriter::~AnswerWriter() = default;

std::string AnswerWriter::write(const RequestHead& head, const HttpResponse& response, bool last) const {
  return writer_->write(AnswerStream(head_to_answer(head, response, last)), head, response, last);
}

std::unique_ptr<BodyStream> AnswerWriter::body_of(const RequestHead& head, HttpResponse& response) const {
  if (!response.next_piece || head.method == "HEAD") return nullptr;
  return std::make_unique<BodyStream>(std::move(response.next_piece), head.is_1_1, takes_gzip(head));
}

}  // namespace backfile
