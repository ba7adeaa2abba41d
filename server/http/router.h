// The router: which resource answers a path.
//
// A pattern is an exact path ("/healthz") or has one {id} that stands for one segment, not empty ("/article/{id}").
// Every resource is read only: GET, HEAD and OPTIONS; another method is a 405. A path that no pattern has is a 404, and
// so is one whose encoding is broken or hides a slash.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_message.h"

namespace backfile {

// `id` is what stood for {id}, decoded; empty for an exact path.
using Resource = std::function<HttpResponse(const HttpRequest&, const std::string& id)>;

class Router {
 public:
  void add(std::string_view pattern, Resource resource);

  // Every pattern, in no order.
  std::vector<std::string> routes() const;

  HttpResponse answer(const HttpRequest& request) const;
  // The pattern of the resource that answers a path, as sent; "none" where none does.
  std::string_view route_of(const std::string& path) const;

 private:
  struct Pattern {
    std::string before;  // {id}
    std::string after;
    std::string whole;
    Resource resource;
  };
  struct Match {
    const Resource* resource = nullptr;
    std::string_view route = "none";
    std::string id;
  };
  Match match(const std::string& path) const;

  std::map<std::string, Resource, std::less<>> exact_;
  std::vector<Pattern> patterns_;
};

}  // namespace backfile
