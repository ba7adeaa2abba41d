// What the log tells of a streamed answer when it has ended: its bytes, its time, and whether it came to its end. The
// line of its request was written when it began.
#pragma once

#include <string>

#include "server/http/http_message.h"
#include "server/http/log.h"

namespace backfile {

// The same pieces. `log` outlives them.
NextPiece logged_stream(NextPiece pieces, Log& log, const std::string& request_id);

}  // namespace backfile
