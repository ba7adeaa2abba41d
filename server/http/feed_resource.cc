#include "server/http/feed_resource.h"

#include "server/http/etag.h"
#include "server/http/feed_parameters.h"
#include "server/http/formats/percent_encoded.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"
#include "server/http/problem.h"
#include "server/http/utc.h"
#include "server/http/web_address.h"

namespace backfile {
namespace {

constexpr int kRetryAfter = 60;  // seconds

constexpr FeedFormat kFormats[] = {
    {"atom", "application/atom+xml; charset=utf-8", atom_text},
    {"rss", "application/rss+xml; charset=utf-8", rss_text},
    {"json", "application/feed+json; charset=utf-8", json_feed_text},
};

std::int64_t built_at(const IndexState& index) {
  const auto date = parse_iso_date(index.built_at);
  return date ? date->epoch_seconds() : 0;
}

std::string address(const std::string& path, const std::vector<Parameter>& parameters) {
  std::string text = path;
  for (const auto& [name, value] : parameters) {
    text.append(text.size() == path.size() ? "?" : "&").append(percent_encoded(name)).append("=");
    text.append(percent_encoded(value));
  }
  return text;
}

// "Backfile: tug strike; publication: Harbour Gazette"
std::string title_of(const FeedParameters& parameters) {
  std::string title = "Backfile: ";
  title += parameters.request.query.empty() ? "all articles" : parameters.request.query;
  for (const auto& [name, value] : parameters.narrowing) {
    if (name != "q") title.append("; ").append(name).append(": ").append(value);
  }
  return title;
}

std::string joined_text(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) {
    if (!text.empty()) text += " … ";
    for (const Run& run : fragment.runs) text += run.text;
  }
  return text;
}

// What of the article matched; of a feed of everything, its own summary if it has one.
std::string summary_of(const Hit& hit, bool has_query) {
  if (has_query || hit.article.summary.empty()) return joined_text(hit.fragments);
  std::string text;
  for (const std::string& sentence : hit.article.summary) text.append(text.empty() ? "" : " ").append(sentence);
  return text;
}

FeedEntry entry_of(const Hit& hit, bool has_query, const std::string& origin, std::int64_t feed_updated) {
  const Article& article = hit.article;
  FeedEntry entry;
  entry.id = "urn:backfile:article:" + article.id;
  entry.title = article.headline.empty() ? article.id : article.headline;
  entry.page = origin + "/article/" + article.id;
  entry.original = web_address(article.url);
  entry.summary = summary_of(hit, has_query);
  entry.authors = article.byline;
  entry.topics = article.topics;
  entry.publication = article.publication;
  entry.language = article.language;
  if (article.published.precision >= Precision::day) entry.published = article.published.epoch_seconds();
  entry.updated = article.published.known() ? article.published.epoch_seconds() : feed_updated;
  return entry;
}

Feed feed_of(const SearchAnswer& answer, const FeedParameters& parameters, const HttpRequest& http) {
  Feed feed;
  feed.title = title_of(parameters);
  feed.self = address(http.origin + http.path, http.parameters);
  feed.page = address(http.origin + "/", parameters.narrowing);
  feed.updated = built_at(answer.index);
  const bool has_query = !parameters.request.query.empty();
  for (const Hit& hit : answer.hits) {
    if (parameters.since && !is_after(hit.article.published, *parameters.since)) continue;
    feed.entries.push_back(entry_of(hit, has_query, http.origin, feed.updated));
  }
  return feed;
}

SearchAnswer searched(const SearchFunctions& search, const SearchRequest& request) {
  SearchAnswer answer = search.search(request);
  if (answer.partial) {
    throw Refusal({503, "The search took too long, and a feed of what was found may lack the newest. Ask for less.", "",
                   "query_milliseconds", kRetryAfter});
  }
  return answer;
}

// If-None-Match, where it is there, is asked instead (RFC 9110 13.1.3).
bool is_unmodified(const HttpRequest& http, const IndexState& index) {
  const auto header = http.header("if-modified-since");
  if (!header || http.header("if-none-match")) return false;
  const auto since = parse_http_date(*header);
  return since && built_at(index) <= *since;
}

}  // namespace

std::span<const FeedFormat> feed_formats() { return kFormats; }

Resource feed_resource(const FeedFormat& format, SearchFunctions search, std::function<Day()> today) {
  return [&format, search = std::move(search), today = std::move(today)](const HttpRequest& http, const std::string&) {
    const FeedParameters parameters = read_feed_parameters(http.parameters, today());
    const SearchRequest& request = parameters.request;
    if (http.origin.empty())
      throw Refusal({400, "A feed has addresses in it: the request must name its Host.", "", "", 0});
    // The answer names the host, and of two that are asked by different names each is another.
    std::vector<Parameter> depends_on = http.parameters;
    depends_on.push_back({"", http.origin});
    const bool is_relative = depends_on_today(request);
    const auto index = search.index_state();
    if (index && !is_relative && is_unmodified(http, *index)) {
      return not_modified(request_etag(index->generation, http.path, depends_on, std::nullopt));
    }
    return *tagged_response(http, depends_on, request, search, [&] {
      const SearchAnswer answer = searched(search, request);
      TaggedResponse made;
      made.index = answer.index;
      made.response.set_header("Content-Type", std::string(format.content_type));
      if (!is_relative) made.response.set_header("Last-Modified", http_date(built_at(answer.index)));
      made.response.body = format.text(feed_of(answer, parameters, http));
      return std::optional(std::move(made));
    });
  };
}

}  // namespace backfile
