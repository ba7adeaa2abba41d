// The feeds: a query as an alert, which news readers poll. Newest first, undated articles last, one entry a story.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "server/http/formats/feed.h"
#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

struct FeedFormat {
  std::string_view name;  // behind "/feed."
  std::string_view content_type;
  std::string (*text)(const Feed&);
};
std::span<const FeedFormat> feed_formats();

// Answers 304 to If-None-Match, and to If-Modified-Since by the time at which the index was built. A search that was
// cut is a problem: it may lack the newest.
Resource feed_resource(const FeedFormat& format, SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
