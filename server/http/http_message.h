// A request and its answer, as everything but the listener sees them: plain values, with no HTTP library in them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// One query parameter, decoded.
struct Parameter {
  std::string name;
  std::string value;
  friend auto operator<=>(const Parameter&, const Parameter&) = default;
};

struct HttpRequest {
  std::string id;                     // names the request in the log and to the client
  std::string method;                 // as sent
  std::string path;                   // as sent: percent-encoded, without the query
  std::vector<Parameter> parameters;  // as sent, in order, repeats included
  HttpHeaders headers;                // names in lower case
  std::string remote_address;
  std::string origin{};         // by which it was asked: "https://search.example"; empty where it names no host
  bool while_stopping = false;  // its connection was opened after the server began to stop
  int refused = 0;              // the listener could not take it: the status to answer with, whatever else is here

  // The value of a header, several joined with ", "; nothing where there is none. `name` is in lower case.
  std::optional<std::string> header(std::string_view name) const;
};

// The listener adds what belongs to the connection: Date, Content-Length, Connection, Content-Encoding, Vary. It sends
// no body where there is none to send (HEAD, 204, 304), so handlers answer HEAD as they answer GET.
struct HttpResponse {
  int status = 200;
  HttpHeaders headers;
  std::string body;

  void set_header(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

// Called by many threads at once.
using Handler = std::function<HttpResponse(const HttpRequest&)>;

}  // namespace backfile
