// The site: the table of what is served where, and what holds for every answer: who may ask, problems in place of
// exceptions, security headers, a line in the log, a count in the metrics.
#pragma once

#include <functional>
#include <vector>

#include "server/http/access_rules.h"
#include "server/http/generation_watcher.h"
#include "server/http/http_message.h"
#include "server/http/log.h"
#include "server/http/metrics.h"
#include "server/http/router.h"
#include "server/http/search_functions.h"
#include "server/http/server_state.h"
#include "server/http/static_files.h"

namespace backfile {

struct SiteParts {
  SearchFunctions search;
  std::function<std::vector<RefusedGeneration>()> refused;
  std::function<Day()> today = utc_today;
  StaticFiles files;
  AccessRules access = {.hosts = {"*"}};
  std::function<ListenerLoad()> load = [] { return ListenerLoad{}; };
  std::function<std::uint64_t()> refusals = [] { return 0; };  // of generations, since the start
};

// Safe for any number of threads.
class Site {
 public:
  // `state` and `log` outlive the site.
  Site(SiteParts parts, const ServerState& state, Log& log);

  // The patterns of all that is served (router.h).
  std::vector<std::string> routes() const { return router_.routes(); }

  // Never throws.
  HttpResponse answer(const HttpRequest& request) const;

 private:
  void count_queries(SearchFunctions& search);
  void add_metrics(const SiteParts& parts, const ServerState& state);
  HttpResponse route(const HttpRequest& request) const;
  HttpResponse guarded(const HttpRequest& request) const;

  Router router_;
  Log& log_;
  mutable Access access_;
  mutable Metrics metrics_;
};

}  // namespace backfile
