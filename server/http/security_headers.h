// Headers that every answer carries, so that a browser does with it what it is meant for and nothing else.
#pragma once

#include "server/http/http_message.h"

namespace backfile {

void add_security_headers(HttpResponse& response);

}  // namespace backfile
