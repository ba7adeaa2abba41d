// /metrics: what the server counts, for Prometheus.
#pragma once

#include <functional>

#include "server/http/metrics.h"
#include "server/http/router.h"

namespace backfile {

// `metrics` outlives the resource.
Resource metrics_resource(const Metrics& metrics, std::function<Gauges()> gauges);

}  // namespace backfile
