#include "server/http/metrics_resource.h"

#include <utility>

namespace backfile {

Resource metrics_resource(const Metrics& metrics, std::function<Gauges()> gauges) {
  return [&metrics, gauges = std::move(gauges)](const HttpRequest&, const std::string&) {
    HttpResponse response;
    response.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.set_header("Cache-Control", "no-store");
    response.body = metrics.text(gauges());
    return response;
  };
}

}  // namespace backfile
