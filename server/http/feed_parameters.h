// The parameters of a feed, read and checked.
#pragma once

#include <optional>
#include <vector>

#include "server/http/http_message.h"
#include "server/search/request.h"

namespace backfile {

struct FeedParameters {
  std::vector<Parameter> narrowing;  // as given, `q` among them
  std::optional<Date> since;         // only what was published after
  SearchRequest request;             // newest first, 50 entries unless told otherwise
};

// Throws InvalidRequest.
FeedParameters read_feed_parameters(const std::vector<Parameter>& parameters, Day today);

// Was it published after `since`, or may it have been? Of both the end of what is known counts. An unknown date is
// after none.
bool is_after(const Date& published, const Date& since);

}  // namespace backfile
